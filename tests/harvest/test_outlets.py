"""Small habits of outlets and offices: greetings, labels, the words in which somebody is led in."""

import datetime as dt

import pytest

from correspondence.harvest import stances
from correspondence.harvest.dates import glued, is_stamp
from correspondence.models import Source
from tests.harvest.cuts import cut_text, left_out, paragraph_with, texts

PIER = "The pier is shut, and the harbour board says that it cannot pay for the planks that it needs."
THANKS = "Thank you for writing to me about the pier."
SAID = "“We shall mend every plank of it by the spring, and nobody will pay a toll.”"


def letter(*lines: str, greeting: str = "Dear Ms Rowan,", under: str = "Jo Field MP") -> Source:
    return cut_text("\n\n".join([greeting, THANKS, *lines, "Yours sincerely,", under]))


def report(*lines: str) -> Source:
    more = "The board meets on Friday, when it will hear from the engineers who walked the pier in May."
    return cut_text("\n\n".join(["Pier to be mended by the spring", "3 May 2025", PIER, *lines, more]))


@pytest.mark.parametrize(
    "greeting", ["Annwyl Ms Rowan,", "Annwyl Ms Rowan / Dear Ms Rowan,", "Annwyl / Dear Ms Rowan", "A Chara,"]
)
def test_a_letter_greets_in_welsh_and_in_irish_too(greeting: str) -> None:
    source = letter(PIER, greeting=greeting, under="Jo Field AS/MP")
    assert (source.kind, source.author, texts(source)) == ("reply", "Jo Field", [THANKS, PIER])
    assert "Rowan" not in "".join(left_out(source))


def test_thanks_for_signing_a_petition_open_a_letter_and_for_signing_up_are_a_pages() -> None:
    opening = "Thank you for signing the petition about the pier."
    source = letter(PIER, "Thank you for signing up!")
    assert texts(source) == [THANKS, PIER]
    assert texts(cut_text("\n\n".join(["Dear Ms Rowan,", opening, PIER, "Yours,", "Jo Field"])))[0] == opening


def test_the_questions_over_the_parts_of_a_letter_are_headings() -> None:
    asked = ("Am I to pay a toll?", "Will the pier be mended?")
    assert texts(letter(asked[0], PIER, asked[1], f"{PIER} It waits.")) == [THANKS, PIER, f"{PIER} It waits."]
    assert asked[0] in texts(letter(PIER, asked[0]))  # one alone may be the writer's


def test_a_quotation_with_its_source_in_brackets_is_not_ours() -> None:
    quoted = '"Three planks in four are rotten. Nobody should walk on them." (Pier Trust briefing, May 2025)'
    assert paragraph_with(letter(PIER, quoted), "rotten").version.voice != "office"


def test_what_we_called_for_with_others_is_nobody_elses() -> None:
    line = "Together with the skippers' unions I have called for a 'plank levy' to pay for the pier."
    assert paragraph_with(letter(line), "levy").version.speaker == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I have grave reservations about the toll. It is £9.", "position"),
        ("I will oppose the toll at every stage.", "position"),
        ("I have a meeting on Friday about the toll.", "policy"),
        ("They have doubts about the toll.", "policy"),
    ],
)
def test_doubts_and_what_one_will_oppose_are_views(text: str, kind: str) -> None:
    assert stances.of_paragraph(text) == kind


@pytest.mark.parametrize("label", ["COMMENT | Jo Field MP", "Opinion | JO FIELD", "Analysis | Jo Field"])
def test_a_writer_may_stand_beside_the_label_over_a_title(label: str) -> None:
    text = [
        label,
        "Save our pier",
        "February 12 2025, The Gull",
        PIER,
        f"I mean it. {PIER}",
        "Do mend it, I say.",
    ]
    assert cut_text("\n\n".join(text)).author == "Jo Field"
    assert cut_text("\n\n".join(["Comment | New Gull", *text[1:]])).author == ""


def test_the_name_of_a_paper_a_button_and_where_a_writer_is_reached_are_no_text() -> None:
    text = [PIER, f"I mean it. {PIER}", f"{PIER} I say so."]
    page = ["The i Pier", "Save our planks before the gales come", "By Jo Field MP", "3 May 2025", "Copied!"]
    source = cut_text("\n\n".join([*page, *text, "● You can contact Jo on 01632 960110"]))
    assert (source.title, texts(source)) == ("Save our planks before the gales come", text)


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("26th March 2025 jfield Uncategorised 0", True),
        ("Thursday, February 13, 2025    www.gull.example    25", True),
        ("26 March 2025 was a good day for piers", False),
        ("13 February 2025    the board met again", False),
    ],
)
def test_the_day_of_a_post_and_of_a_printed_page_is_a_stamp(line: str, stamp: bool) -> None:
    assert is_stamp(line) is stamp


def test_an_agency_may_stand_behind_the_day_of_a_dateline() -> None:
    assert glued("London, 4 March 2024 (PA) — It rained.")[1] == dt.date(2024, 3, 4)


@pytest.mark.parametrize(
    ("lines", "who"),
    [
        ([f"Shadow chancellor Mel Dodd: {SAID}"], "Shadow chancellor Mel Dodd"),
        ([f"Council leader Jo Field MP: {SAID}"], "Council leader Jo Field MP"),
        (["Mel Dodd, the shadow chancellor, said “no”.", f"The Chancellor said: {SAID}"], "The Chancellor"),
        (["Jo Field MP said “no”.", f"The Member of Parliament for Ash said: {SAID}"], "Jo Field MP"),
        (["Ash MP Jo Field said “no”.", f"The Labour backbencher said: {SAID}"], "Ash MP Jo Field"),
        (
            [f"The letter, signed by Jo Field (Lab, Ash), Sir Pat Rowan (Con) and Lu Tran, says: {SAID}"],
            "Jo Field, Sir Pat Rowan and Lu Tran",
        ),
    ],
)
def test_whoever_is_led_in_is_named(lines: list[str], who: str) -> None:
    assert paragraph_with(report(*lines), "every plank").version.speaker == who


def test_one_of_three_who_signed_is_alone_afterwards() -> None:
    signed = f"The letter, signed by Jo Field (Lab, Ash), Pat Rowan (Con, Elm) and Lu Tran, says: {SAID}"
    source = report(signed, "“I shall be back,” Ms Tran told the board.")
    assert paragraph_with(source, "be back").version.speaker == "Lu Tran"
