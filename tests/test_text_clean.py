"""Cleaning takes no longer than the text is long, and leaves what a letter can hold."""

import time
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from correspondence import text


def test_marks_piled_on_one_letter_are_cut_before_they_cost_time() -> None:
    began = time.process_time()
    assert len(text.clean("a" + "\u0300\u0316" * 500_000)) <= 32
    assert len(text.clean("\U0001e8d0\U0001d165" * 200_000)) <= 32
    assert time.process_time() - began < 2


def test_marks_that_languages_use_are_kept() -> None:
    for word in ("Ŵyn", "Siôn", "e\u0301", "ṩ", "ཧྐྵྨླྺྼྻྂ", "漢字" * 40):
        assert text.clean(word) == unicodedata.normalize("NFC", word)


@given(st.text())
def test_clean_text_stays_as_it_is_when_cleaned_again(words: str) -> None:
    assert text.clean(text.clean(words)) == text.clean(words)
