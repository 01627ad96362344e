"""Dates in the forms that letters and pages use."""

import datetime as dt

import pytest

from correspondence.harvest import dates
from tests.harvest.cuts import cut_text, left_out, texts


@pytest.mark.parametrize(
    "line",
    [
        "2024-03-04",
        "4 March 2024",
        "4th March 2024",
        "4th of March, 2024",
        "March 4, 2024",
        "04/03/2024",
        "4.3.2024",
        "4 Mar 2024",
        "Mon, 4 Mar 2024 09:12:00 GMT",
        "London, 4 March 2024",
        "07:46, 4 March 2024",
        "Published: 4 Mar 2024 at 09:12",
        "First published on Monday 4 March 2024 at 9am",
        "updated: 16:14, 4 March 2024",
        "For immediate release: 4 March 2024",
        "Date of issue: 4 March 2024",
        "4 March 2024 • Opinion",
        "Posted on Monday 4 March 2024 | 4 minute read",
    ],
)
def test_a_line_of_date_and_time_is_a_stamp_and_gives_the_day(line: str) -> None:
    found = dates.find(line)
    assert found is not None
    assert found.date == dt.date(2024, 3, 4)
    assert dates.is_stamp(line)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Our ref: JF/ph/11863                    17th March 2024", 17),
        ("Our ref: JF/11863 17 March 2024", 17),
        ("17 March 2024   Ref: JF/2", 17),
        ("Your ref: PR/2 of 3 May 2023   Our ref: JF/2    17/03/2024", 17),
        ("House of Commons, London SW1A 0AA\t17 March 2024", 17),
        ("Jo Field MP <jo.field@example.org> Sun, 17 Mar 2024 at 11:37", 17),
        ("Your letter of 3 May 2023", None),
        ("Pat Rowan   born   3 May 1940", None),
    ],
)
def test_the_day_of_a_letter_may_stand_beside_its_reference(line: str, day: int | None) -> None:
    source = cut_text(
        f"Jo Field MP\n{line}\n\nDear Ms Rowan,\n\nThe pier is shut.\n\nYours sincerely,\nJo Field"
    )
    assert source.date == (dt.date(2024, 3, day) if day else None)


@pytest.mark.parametrize("line", ["31/02/2024", "4 March", "Room 4.3", "in March 2024", "£2,024"])
def test_what_is_no_whole_day_is_no_date(line: str) -> None:
    assert dates.find(line) is None


def test_a_sentence_with_a_date_is_no_stamp() -> None:
    assert not dates.is_stamp("On 4 March 2024 the Minister came.")


@pytest.mark.parametrize(
    ("text", "stuck", "day"),
    [
        (" date 2021-12-01 It rained.", " date 2021-12-01 ", 1),
        ("2021-12-02 It rained.", "2021-12-02 ", 2),
        ("Published: 3 December 2021. It rained.", "Published: 3 December 2021. ", 3),
    ],
)
def test_a_date_stuck_to_the_first_words_is_found(text: str, stuck: str, day: int) -> None:
    assert dates.glued(text) == (stuck, dt.date(2021, 12, day))


def test_a_text_that_begins_with_a_date_in_its_sentence_keeps_it() -> None:
    assert dates.glued("On 4 March 2024 it rained.") == ("", None)


@pytest.mark.parametrize(
    "stuck",
    [
        "LONDON, 4 March 2024 – ",
        "London (4 March 2024) — ",
        "SALTBY, Monday 4 March 2024: ",
        "(Saltby-on-Sea, 4 March 2024) ",
        "4 March 2024, London – ",
        "4 March 2024 ",
        "Monday 4 March 2024. ",
        "[4 March 2024] ",
        "Published: 06:02, 4 March 2024 ",
        "Last updated on 4 March 2024 at 10:15 ",
        "Mon 4 Mar 2024 06.00 GMT ",
        "04/03/2024 ",
        "LONDON, March 4, 2024 /PRWire/ -- ",
    ],
)
@pytest.mark.parametrize("over", ["", "What I ask of piers\n\nBy Ada Amberley MP\n\n"])
def test_a_day_stuck_to_the_first_paragraph_is_that_of_the_page(stuck: str, over: str) -> None:
    source = cut_text(over + stuck + "\n\n".join(SPEECH))
    assert source.date == dt.date(2024, 3, 4)
    assert texts(source) == SPEECH
    assert stuck.strip() in left_out(source)


@pytest.mark.parametrize(
    "words",
    ["On 4 March 2024 ", "Since 4 March 2024, ", "4 March 2024 was the day. ", "The gale of 4 March 2024 – "],
)
def test_a_day_in_the_first_sentence_stays_there(words: str) -> None:
    source = cut_text("By Ada Amberley MP\n\n" + words + "\n\n".join(SPEECH))
    assert source.date is None
    assert texts(source)[0].startswith(words)


def test_a_day_over_the_text_is_the_pages_and_not_that_of_its_dateline() -> None:
    source = cut_text("By Ada Amberley MP\n\n6 March 2024\n\nLONDON, 4 March 2024 – " + "\n\n".join(SPEECH))
    assert source.date == dt.date(2024, 3, 6)
    assert texts(source) == SPEECH


def test_the_days_of_a_diary_stay_with_what_is_told_of_them() -> None:
    diary = [f"{day} March 2024 – {text}" for day, text in enumerate(SPEECH, 4)]
    assert texts(cut_text("\n\n".join(["By Ada Amberley MP", *diary]))) == diary


SPEECH = [
    "It is good to be in Saltby, and on a pier that is open. I am told that the last Minister fell in.",
    "I want to speak of planks. We have put £4 million into them since the storm of 2 May 2021.",
    "I believe that we can mend each one by the spring, and I ask for your help.",
]


@pytest.mark.parametrize(
    "lines",
    [
        "Published 6 March 2024\nDelivered on: 4 March 2024 (Transcript of the speech, as it was delivered)",
        "Delivered on: 4 March 2024\nPublished 6 March 2024",
        "Published: 6 March 2024 | Delivered: 4 March 2024",
        "Posted on 6 March 2024\nSpeech given to the Pier Trust on 4 March 2024",
        "6 March 2024\nThis speech was delivered in Westminster Hall on 4 March 2024.",
        "6 March 2024\nDate of speech: 4 March 2024",
    ],
)
def test_the_day_of_a_speech_is_the_one_on_which_it_was_made(lines: str) -> None:
    source = cut_text("\n\n".join(["Speech\nWhat I ask of piers\nAda Amberley MP", lines, *SPEECH]))
    assert source.date == dt.date(2024, 3, 4)
    assert texts(source) == SPEECH


@pytest.mark.parametrize(
    "over",
    [
        "The ferry that was delivered on 4 March 2024 is still in the yard, and nobody will say why.",
        "The ferry, delivered on 4 March 2024, is still in the yard.",
        "Given to the town on 4 March 2024, the ferry is still in the yard.",
    ],
)
def test_a_ferry_that_was_delivered_dates_no_page(over: str) -> None:
    head = ["Where is our boat?", "By Ada Amberley MP", "6 March 2024"]
    source = cut_text("\n\n".join([*head, over, *SPEECH]))
    assert source.date == dt.date(2024, 3, 6)
    assert texts(source)[0] == over


@pytest.mark.parametrize("over", ["9 C\nTuesday, 3 May 2022", "Tuesday, 3 May 2022\n14.2 °C"])
def test_the_day_beside_the_weather_is_not_the_reports(over: str) -> None:
    prose = "The board said on Monday that the pier at Saltby would be shut until the planks had been mended."
    source = cut_text(f"{over}\n\nPier to be shut\n\n{prose}\n\n{prose.replace('Monday', 'Friday')}")
    assert source.date is None
