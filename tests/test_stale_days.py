"""A day without its year is one of the year it was written in; later it reads as another's."""

import datetime as dt

import pytest

from correspondence.figures import find, reasons
from correspondence.figures.reason import Reason
from correspondence.figures.world import World
from correspondence.models import Version

D = dt.date


def passed(text: str, date: D) -> list[Reason]:
    version = Version(text=text, date=date, figures=find(text, date), paragraph_id=1)
    found = reasons(version, None, D(2030, 1, 1), World())
    return [reason for reason in found if reason.kind == "passed"]


@pytest.mark.parametrize(
    ("text", "date", "since"),
    [
        ("I am holding a meeting on Friday 31 October in the library.", D(2025, 10, 17), D(2025, 11, 1)),
        ("I met the harbour master on 8 November.", D(2024, 11, 20), D(2025, 11, 9)),
        ("From 1 April the fee rises.", D(2025, 4, 1), D(2026, 4, 2)),
        ("It will open on 3 May.", D(2025, 1, 2), D(2025, 5, 4)),
        ("The leap was on 29 February.", D(2024, 3, 1), D(2028, 3, 1)),
    ],
)
def test_a_day_without_its_year_runs_out_when_it_has_come_again(text: str, date: D, since: D) -> None:
    (found,) = passed(text, date)
    assert found.since == since
    assert "without a year" in found.text


@pytest.mark.parametrize(
    "text",
    [
        "The fee rises on 1 April each year.",
        "We met on 3 May 2024, and on 8 November she wrote to me.",
        "Every 5 November the town lights a fire.",
        "The annual fair is on 1 May.",
    ],
)
def test_a_day_whose_year_is_told_or_any_does_not_run_out(text: str) -> None:
    assert passed(text, D(2020, 1, 1)) == []
