"""Dates in the forms that letters and pages use."""

import datetime as dt

import pytest

from correspondence.harvest import dates


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
    ],
)
def test_a_line_of_date_and_time_is_a_stamp_and_gives_the_day(line: str) -> None:
    found = dates.find(line)
    assert found is not None
    assert found.date == dt.date(2024, 3, 4)
    assert dates.is_stamp(line)


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
