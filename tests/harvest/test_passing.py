"""Somebody whom our own sentence quotes in passing is its speaker; our own words and titles have none."""

import pytest

from correspondence.harvest.speakers import SOMEBODY
from tests.harvest.cuts import cut_text, paragraph_with

SINKS = "it would sink half the boats in the bay"
LETTER = (
    "Dear Mr Bell\n\nThank you for writing to me about the pier.\n\n{}\n\nYours sincerely\n\nAda Amberley MP"
)


def voice_and_speaker(paragraph: str) -> tuple[str, str]:
    version = paragraph_with(cut_text(LETTER.format(paragraph)), paragraph).version
    return version.voice, version.speaker


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("You quote the petition’s organisers as saying that", "the petition’s organisers"),
        ("You cite the Pier Trust as claiming that", "the Pier Trust"),
        ("When I put this to the Minister for Piers in May, her answer was that", "the Minister for Piers"),
        ("I called it “bold” in May, and you quote Pat Rowan as saying that", "Pat Rowan"),
        ("You refer to the claim by the Pier Trust that", "the Pier Trust"),
        ("I do not accept the argument of the Crab Fishers’ Guild that a pause", "the Crab Fishers’ Guild"),
        ("I reject the claim made by the harbour board that", "the harbour board"),
        ("I have seen the suggestion from Pat Rowan that", "Pat Rowan"),
        ("I do not share the Pier Trust’s view that", "the Pier Trust"),
        ("You ask what I make of Pat Rowan’s remark that", "Pat Rowan"),
        ("I noted the Minister’s promise that", "the Minister"),
        ("I was told by the harbour board that", "the harbour board"),
        ("We have been accused by the Pier Trust of a plan by which", "the Pier Trust"),
        ("The plan was dismissed by the union as", "the union"),
        ("In the words of the Pier Trust,", "the Pier Trust"),
        ("To quote Pat Rowan,", "Pat Rowan"),
        ("You will have read in the Gull that", "the Gull"),
        ("I do not believe, as the Pier Trust does, that", "the Pier Trust"),
        ("You say that the harbour board told you that", "the harbour board"),
        ("You mention that Pat Rowan has described the plan as", "Pat Rowan"),
        ("You point to a leaflet in which the Pier Trust says", "the Pier Trust"),
        ("You ask about a report by the Pier Trust that says", "the Pier Trust"),
        ("I cannot agree with Pat Rowan when he says that", "Pat Rowan"),
        ("I agree with Pat Rowan, one of the leaders of the guild, when he says that", "Pat Rowan"),
        ("I cannot agree with campaigners who say that", "campaigners"),
        ("I asked the board, which answered that", "the board"),
        ("I have been pressing the Piers Minister, who replied that", "the Piers Minister"),
        ("I understand why the Pier Trust believes that", "the Pier Trust"),
        ("I think the Pier Trust is wrong to say that", "the Pier Trust"),
        ("I think it wrong of the Pier Trust to say that", "the Pier Trust"),
        ("I have heard ministers say that", "ministers"),
        ("I know that the Planks and Piers Union says that", "the Planks and Piers Union"),
        ("Opponents of the pier complain that", "Opponents of the pier"),
        ("The plan is “bold”. But the Pier Trust told me that", "the Pier Trust"),
        ("I have read the leaflet with care. I see why it says that", SOMEBODY),
        ("I cannot agree with those who say that", SOMEBODY),
        ("Some argue that", SOMEBODY),
    ],
)
def test_whoever_a_sentence_of_ours_quotes_is_its_speaker(before: str, who: str) -> None:
    assert voice_and_speaker(f"{before} “{SINKS}”. I do not agree.") == ("office", who)


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Jo Field runs the café on the pier.", "Jo Field"),
        ("Professor Jo Field of the Pier Trust takes another view.", "Professor Jo Field"),
        ("The notice on the gate is plain.", SOMEBODY),
        ("I asked the harbour master.", SOMEBODY),
    ],
)
def test_a_quotation_that_is_a_sentence_of_its_own_is_never_ours(before: str, who: str) -> None:
    assert voice_and_speaker(f"{before} “I tell you that {SINKS}.” I have heard worse.") == ("office", who)


@pytest.mark.parametrize(
    "before",
    [
        "I said in the House that",
        "As I said in my maiden speech,",
        "I told the Minister that",
        "I wrote to the Pier Trust to say that",
        "I have urged the Minister to say that",
        "You quote the Pier Trust’s claim, but I said in the House that",
        "I have repeated to the Minister my view that",
        "My argument to the Minister was that",
        "I do not share the view that",
        "You ask whether",
    ],
)
def test_the_writers_own_words_have_no_other_speaker(before: str) -> None:
    assert voice_and_speaker(f"{before} “{SINKS}”.") == ("office", "")


@pytest.mark.parametrize(
    "paragraph",
    [
        "I have read the report “Mending the piers of the south coast by the spring”.",
        "The committee’s report, “Mending the piers of the south coast for good”, came out in May.",
        "The so-called “boat tax” is no such thing.",
        "Those “temporary” repairs are now six years old.",
        "I do not believe that a “one size fits all” rule is fair to piers.",
        "The Bill passed by the Commons makes it an offence to moor “without reasonable excuse”.",
        "The group called “Boats for All” meets each May.",
        "The trust runs a scheme called “Boats for All” each May.",
        "The fund known as “Piers for All” opens in May.",
        "I told the House in May. “We shall mend the pier, and we shall do it by the spring.” I meant it.",
    ],
)
def test_a_title_or_a_word_held_at_arms_length_is_nobodys_words(paragraph: str) -> None:
    assert voice_and_speaker(paragraph) == ("office", "")
