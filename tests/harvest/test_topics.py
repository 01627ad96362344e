"""Topics and review dates that are proposed: from the office's list, and none rather than a wrong one."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from correspondence import figures
from correspondence.figures.world import World
from correspondence.harvest import review_date, topics, topics_of
from correspondence.harvest.topics import propose
from correspondence.models import Paragraph, Version
from tests.conftest import TODAY
from tests.harvest.cuts import cut_text

LIST = ["Animals", "Borders and asylum", "Energy and climate", "Health", "Housing", "Pensions", "Schools"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pension Credit can be claimed by pensioners who miss the Winter Fuel Payment.", ["Pensions"]),
        ("No dentist in the town takes new NHS patients.", ["Health"]),
        ("Leaseholders will be able to buy their freehold, and ground rent ends.", ["Housing"]),
        ("Solar panels will cut the energy bills of every school.", ["Energy and climate"]),
        ("Two asylum seekers came in a small boat.", ["Borders and asylum"]),
        ("Thank you again for taking the time to write.", []),
        ("I will visit the school.", []),  # one word is not enough
        ("The bridge will be closed for a year.", []),
        ("", []),
    ],
)
def test_a_text_is_on_the_topics_whose_words_it_has(text: str, found: list[str]) -> None:
    assert propose([text], "", LIST) == [found]


def test_what_a_letter_is_on_helps_its_shorter_paragraphs() -> None:
    source = cut_text(
        "Dear Mr Fell,\n\nRe: Leasehold reform\n\nThank you for contacting me about leasehold.\n\n"
        "Ground rent will end.\n\nThe bridge is closed.\n\nYours sincerely,\n\nJo Field MP"
    )
    assert topics_of(source, LIST) == [["Housing"], ["Housing"], []]


def test_a_topic_of_its_own_name_is_known_by_that_name() -> None:
    assert propose(["The Mere Bridge is closed. The Mere Bridge is old."], "", ["Mere Bridge"]) == [
        ["Mere Bridge"]
    ]
    assert propose(["The dentist is full, and the dental contract is old."], "", ["Health", "Dentists"]) == [
        ["Dentists"]
    ]


def test_an_office_without_topics_gets_none() -> None:
    assert propose(["Pensioners and pension credit."], "Pensions", []) == [[]]


def test_every_subject_has_names_and_words_and_a_parent_that_is_there() -> None:
    with (Path(topics.__file__).parent / "topics.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    subjects = {row["subject"] for row in rows}
    assert len(subjects) == len(rows)
    for row in rows:
        assert row["names"] and row["strong"], row["subject"]
        assert not row["part_of"] or row["part_of"] in subjects


def written(text: str, date: dt.date | None, kind: str = "policy") -> Paragraph:
    version = Version(number=1, text=text, voice="office", date=date, figures=figures.find(text, date))
    return Paragraph(kind=kind, versions=[version])


@pytest.mark.parametrize(
    ("text", "date", "day"),
    [
        ("The pier is old.", dt.date(2026, 11, 1), dt.date(2027, 11, 1)),
        ("The pier opens next month.", dt.date(2026, 11, 1), dt.date(2026, 12, 31)),
        ("The pier opened last week.", dt.date(2026, 11, 1), None),  # stale already
        ("The pier is old.", dt.date(2021, 11, 1), None),  # a year after it is long past
        ("The pier is old.", None, None),
    ],
)
def test_a_review_is_due_before_the_first_thing_runs_out(
    text: str, date: dt.date | None, day: dt.date | None
) -> None:
    assert review_date(written(text, date), TODAY, World()) == day


def test_a_courtesy_needs_no_review_unless_something_in_it_runs_out() -> None:
    day = dt.date(2026, 11, 1)
    assert review_date(written("Thank you for writing.", day, "closing"), TODAY, World()) is None
    soon = written("I will write again next month.", day, "closing")
    assert review_date(soon, TODAY, World()) == dt.date(2026, 12, 31)
