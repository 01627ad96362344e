"""How long words of relative time hold: from the day they were written, never from one before it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from correspondence.figures import find
from correspondence.figures.reach import last_true_day

D = dt.date
AUTUMN, SUMMER, SPRING, WINTER = D(2025, 11, 10), D(2025, 7, 10), D(2025, 3, 10), D(2025, 1, 10)


@pytest.mark.parametrize(
    ("words", "written", "until"),
    [
        ("last winter", AUTUMN, D(2026, 2, 28)),
        ("last winter", WINTER, D(2025, 2, 28)),
        ("last winter", SPRING, D(2026, 2, 28)),
        ("this winter", AUTUMN, D(2026, 2, 28)),
        ("winter before last", AUTUMN, D(2026, 2, 28)),
        ("last summer", AUTUMN, D(2026, 8, 31)),
        ("last summer", SUMMER, D(2025, 8, 31)),
        ("last summer", SPRING, D(2025, 8, 31)),
        ("Late last autumn", WINTER, D(2025, 11, 30)),
        ("this spring", SPRING, D(2025, 5, 31)),
        ("last spring", AUTUMN, D(2026, 5, 31)),
        ("next summer", AUTUMN, D(2026, 8, 31)),
        ("last Easter", AUTUMN, D(2026, 4, 30)),
        ("last Christmas", AUTUMN, D(2025, 12, 31)),
        ("summer of last year", AUTUMN, D(2025, 12, 31)),
        ("spring last year", SPRING, D(2025, 12, 31)),
        ("spring of this year", AUTUMN, D(2025, 12, 31)),
        ("autumn this year", SPRING, D(2025, 11, 30)),
        ("summer next year", SPRING, D(2026, 8, 31)),
        ("last year", AUTUMN, D(2025, 12, 31)),
        ("last month", AUTUMN, D(2025, 11, 30)),
        ("last week", AUTUMN, D(2025, 11, 16)),
        ("last financial year", AUTUMN, D(2026, 3, 31)),
        ("last school year", AUTUMN, D(2026, 8, 31)),
    ],
)
def test_words_hold_until_the_same_words_would_mean_another_time(words: str, written: D, until: D) -> None:
    assert last_true_day(words, None, written) == until


WHICH = [
    "this",
    "last",
    "next",
    "earlier this",
    "later in the",
    "end of the",
    "early next",
    "late last",
    "past",
]
UNITS = "day week weekend fortnight month quarter year decade season session term recess night".split()
UNITS += "spring summer autumn winter Christmas Easter Monday March Parliament".split()
UNITS += ["financial year", "academic year", "five weeks", "few months", "couple of years"]
OTHERS = ["the new year", "summer before last", "week after next", "spring of last year", "winter this year"]
OTHERS += [
    "two years ago",
    "a few days ago",
    "in a month’s time",
    "recently",
    "now",
    "today",
    "in due course",
]
SPANS = [f"{which} {unit}" for which in WHICH for unit in UNITS]


@given(st.sampled_from(SPANS + OTHERS), st.dates(D(2010, 1, 1), D(2040, 12, 31)))
def test_no_words_run_out_before_they_were_written(words: str, written: D) -> None:
    assert last_true_day(words, None, written) >= written
    for figure in find(f"We saw it {words}.", written):
        value = figure.value if isinstance(figure.value, str) else None
        if figure.kind == "relative_time":
            assert last_true_day(figure.text, value, written) >= written
