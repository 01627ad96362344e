"""Sentences on somebody's own matter go; what is of use to the next person stays."""

import time

import pytest

from correspondence.harvest import personal
from correspondence.harvest.enclosed import ANSWERED
from correspondence.harvest.left_out import TOLD_OF
from correspondence.harvest.letters import GREETED, HEAD
from tests.bench.personal import counts, labelled
from tests.harvest.cuts import cut_text


@pytest.mark.parametrize(("goes", "sentence"), labelled("development"))
def test_what_the_rules_were_made_on(goes: bool, sentence: str) -> None:
    assert personal.is_case(sentence) == goes


def test_of_the_sentences_held_out_nine_in_ten_are_found_and_hardly_any_other_is_taken() -> None:
    held = counts("held_out")
    assert held["found"] >= 0.9 * held["goes"]
    assert held["false alarms"] <= 0.1 * held["stays"]


def test_a_sentence_goes_and_the_paragraph_stays() -> None:
    text = "Waits are too long. Your mother, Doreen, has waited 14 months. I have asked why."
    left, removed = personal.take_out(text, [])
    assert left == "Waits are too long. I have asked why."
    assert [detail.kind for detail in removed] == ["case details", "name"]
    assert removed[0].words == "Your mother, Doreen, has waited 14 months."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Your son has waited a year. I hope he is seen soon. Waits are too long.", "Waits are too long."),
        ("Your son has waited. Mr Field says he will write.", "Mr Field says he will write."),
        ("Your son has waited. The Minister says she will act.", "The Minister says she will act."),
        ("Your son saw the Minister. She will act.", "She will act."),
        ("The Minister came. She will act.", "The Minister came. She will act."),
    ],
)
def test_what_is_said_next_of_the_same_person_goes_too(text: str, left: str) -> None:
    assert personal.take_out(text, [])[0] == left


@pytest.mark.parametrize(
    "courtesy",
    [
        "I was really pleased to hear from you about the pier.",
        "It was good to hear from you again.",
        "I am pleased that you took the time to write.",
        "I am sorry for the delay in replying to you.",
        "I am grateful to you for writing, and I am sorry that you have had to wait for an answer.",
        "I am sorry that it has taken me so long to reply to your letter.",
        "I'm sorry you have been kept waiting for my reply.",
        "I am sorry that I cannot give you better news.",
        "I am sorry that I could not be of more help to you, and I hope that the council can.",
        "I am sorry that I cannot agree with you on this matter.",
        "I am sorry that I am unable to support your request.",
        "I am sorry that this will disappoint you.",
        "I am sorry that my answer is not the one you were hoping for.",
        "I am glad that I can give you some good news.",
        "I'm sorry I can't tell you more at present.",
        "I am pleased that you have been in touch about fuel poverty.",
        "Your doctor can refer you to the new service.",
        "If your child is unwell, please ring 111.",
        "If your husband or wife has died, you can ask for the payment to be looked at.",
        "Your pension will rise by 4.1 per cent in April.",
        "I was sorry to hear that your village hall has lost its grant.",
        "Thank you for telling me about your church's boiler.",
        "I was concerned to read what you said about the crossing by the school.",
        "Next month I shall open the pier, and I should be glad to see you there.",
    ],
)
def test_a_plain_courtesy_and_plain_advice_stay(courtesy: str) -> None:
    assert not personal.is_case(courtesy)


@pytest.mark.parametrize(
    "told",
    [
        "I was sorry to hear from you that your mother has waited 14 months.",
        "I am sorry for the loss of your brother.",
        "I do understand what it must be to see a wall fall down in a night, as yours did in March.",
        "I can see what it is to lose the end of your own garden to the sea.",
        "I am sorry that I cannot give you better news about your mother.",
        "I am sorry that I cannot give you better news of the claim.",
        "I am sorry that I cannot help you with your rent.",
        "I am sorry that I could not get you a place at the school.",
        "I am sorry that you have had to wait for an answer from the hospital.",
        "I am sorry that you have waited so long for a reply to your application.",
        "If your daughter is worse on Monday, please ring 111.",
        "Please give her my very best wishes.",
        "I was pleased to hear from you that you have been rehoused.",
        "I was sorry to hear of the damp in your council house.",
        "I was sorry to read what you said about your mother's fall.",
    ],
)
def test_a_courtesy_that_tells_of_somebody_goes(told: str) -> None:
    assert personal.is_case(told)


LETTER = (
    "House of Commons\n\nMrs Emily Oakes\n\nOur ref: AA/20391\n\nDear Mrs Oakes,\n\nRe: Your son's EHCP\n\n"
    "Thank you for your letter.\n\nI was sorry to hear that your son has no school.\n\nThe Government "
    "has set aside £3 million for schools like his.\n\nYours sincerely,\n\nAda Amberley MP\n\n"
    "cc: Mrs Oakes's solicitor\n\n-----Original Message-----\n\nMy son is at home."
)


def test_lines_round_a_letter_that_tell_of_a_person_have_no_words() -> None:
    source = cut_text(LETTER)
    blank = [
        (left["why"], [detail["kind"] for detail in left["removed"]])
        for left in source.left_out
        if not left["text"]
    ]
    assert blank[:3] == [(HEAD, ["name"]), (HEAD, ["number"]), (GREETED, ["name"])]
    assert (TOLD_OF, ["case details"]) in blank
    assert [kinds for why, kinds in blank if why == ANSWERED] == [["case details"]] * 2
    stored = str(source.left_out)
    assert "House of Commons" in stored
    assert not any(word in stored for word in ("Oakes", "20391", "EHCP", "at home", "solicitor"))
    assert source.title == ""


@pytest.mark.parametrize(
    ("postscript", "stays"),
    [
        ("P.S. I hear that Emily's hip was done at last. I do hope she is mending.", False),
        ("P.S. I do hope the ankle is on the mend!", False),
        ("P.S. Congratulations, I gather, are due on your leeks.", False),
        ("PS. Happy birthday for Tuesday.", False),
        ("PS I hope that the fund will lead to a recovery of the harbour.", True),
        ("PS Do tell Mrs Oakes next door that the bins are back.", False),
        ("P.S. I am holding an open meeting at the library on Saturday 14 March.", True),
    ],
)
def test_a_postscript_that_tells_of_a_person_goes_whole(postscript: str, stays: bool) -> None:
    letter = LETTER.replace("\n\ncc:", f"\n\n{postscript}\n\ncc:")
    kept = [part.version.text for part in cut_text(letter.replace("Dear Mrs", "Dear Emily")).paragraphs]
    assert kept[2:] == ([postscript] if stays else [])


def test_a_column_keeps_its_lines() -> None:
    source = cut_text(
        "Open our pier\n\nBy Ada Amberley\n\nI met a man who lost his shop. I want the pier open by June."
    )
    assert not any(left.get("removed") for left in source.left_out)
    assert source.paragraphs[0].version.removed == []


def test_a_long_sentence_takes_no_long_time() -> None:
    began = time.process_time()
    for words in (
        "your letter about your views on it and ",
        "sorry to hear that ",
        "a man in Leeds who ",
        "you have not ",
    ):
        personal.take_out(words * 2_000, ["Oakes"])
    assert time.process_time() - began < 2


def test_the_members_own_name_stays_in_what_another_says() -> None:
    letter = """Dame Ada Amberley MP
Member of Parliament for Northmoor

Mr T Oakes
4 Mill Lane

Dear Mr Oakes,

The Piers Minister, Jo Field, has replied to me. She writes:

"I am as troubled by this as Dame Ada is, and the pier that Mr Oakes knows will open in May."

Yours sincerely,

Dame Ada Amberley MP"""
    said = cut_text(letter).paragraphs[1].version.text
    assert "Dame Ada is" in said
    assert "Oakes" not in said
