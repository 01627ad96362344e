"""A finder that is not asked, since its words are missing, would have found nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from correspondence.figures.finder import BEFORE_MASKS, FINDERS
from correspondence.figures.found import Finder
from correspondence.figures.hints import Hints, seen

PIECES = """
    of in the a an one two ten twenty hundred million dozen half third quarters 5 17 1,200 2021 £ % $ p
    per cent percent percentage points pence euros May march Jan. spring summer this last next past
    few coming week weeks year years days month ago end later earlier now soon shortly to date once
    passed Royal Assent on Monday morning in weeks recent several times twofold ten-fold doubled
    halving twice as aged over-60s year-olds old under age kg GW °C miles Bill Act Housing Minister
    for Health Secretary of State Lord Mayor Commissioner President Smith Chair Chief Officer
    Officers school financial and to from between by Parliament Christmas decade an hour every out
    at until within first Q3 FY 24 2024/25 1990s 14th
""".split()


@pytest.mark.parametrize(
    ("finder", "needs"), [*BEFORE_MASKS, *FINDERS], ids=lambda given: getattr(given, "__name__", "")
)
@given(words=st.lists(st.sampled_from(PIECES), max_size=12), glue=st.sampled_from([" ", " ", "-", ""]))
def test_without_its_words_a_finder_finds_nothing(
    finder: Finder, needs: Hints, words: list[str], glue: str
) -> None:
    text = glue.join(words)
    if seen(text).isdisjoint(needs):
        assert list(finder(text)) == []
