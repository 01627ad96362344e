"""That any text gives sound figures, and in time that grows with it only."""

import datetime as dt
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from correspondence.figures import find, stale

KINDS = {
    "money", "count", "percentage", "ratio", "date", "period", "office_holder", "bill", "relative_time",
}  # fmt: skip


PIECES = st.sampled_from(
    """£ 3 1,000 bn million two hundred half a of in 10 % 2024 / - – May 14 last next week years ago Act Bill
    the Home Secretary Minister for and ( ) . , ; once now 24/25 p per A12 İ ﬃ 一 \n \t""".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map(" ".join)), st.dates())
def test_any_text_gives_sound_figures(text: str, day: dt.date) -> None:
    figures = find(text, day)
    for figure in figures:
        assert figure.text == text[figure.start : figure.end] != ""
        assert figure.kind in KINDS
        assert isinstance(stale(figure, dt.date.max), str)
    assert all(a.end <= b.start for a, b in pairwise(figures))


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "two ",
        "two and ",
        "x",
        "a team of 5 ",
        "£1-",
        "1,000,",
        "A ",
        "Aa and ",
        "Minister of Aa, ",
        "a@",
        "2020-",
        "(",
        "1 May ",
        "Aa Act ",
        "the long-",
        "£5 for x ",
        "of which 5 ",
        "five more or ",
        "boats that run ",
        "boats that run £5 ",
        "of the 5 boats, ",
        "firms said that 5% of those who voted, ",
        "That cost £5. ",
        "it is up by £5 at ",
        ", with a further £5 ",
    ],
)
def test_no_pattern_chokes_on_text_made_to_choke_it(piece: str) -> None:
    times = []
    for size in (2_000, 20_000):
        text = piece * (size // len(piece)) + "bill"
        start = time.process_time()
        find(text, None)
        times.append(time.process_time() - start)
    assert times[1] < 10 * 4 * times[0] + 0.5  # ten times the text in about ten times the time
