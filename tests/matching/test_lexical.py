"""BM25 of our own: right, bounded, and the same whether built at once or bit by bit."""

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from correspondence.matching.lexical import K1, B, HeldWords, stem, stems

TEXTS = [
    "The port of Calais is made secure with fences.",
    "Fences, fences and dogs: Calais again.",
    "Meals for two thousand people a day.",
    "Potholes are for the county council.",
]
WORD = st.sampled_from("port fence fences calais dog meal pothole council road boats the of and 19 £".split())
TEXT = st.lists(WORD, max_size=12).map(" ".join)


def built(texts: list[str]) -> HeldWords:
    lexical = HeldWords()
    for row, text in enumerate(texts):
        lexical.put(row, text)
    return lexical


def by_the_book(query: str, text: str, texts: list[str]) -> float:
    """BM25 as in the literature, one word at a time."""
    mean = sum(len(stems(other)) for other in texts) / len(texts)
    counts = Counter(stems(text))
    total = 0.0
    for entry in set(stems(query)):
        holding = sum(entry in stems(other) for other in texts)
        idf = math.log(1 + (len(texts) - holding + 0.5) / (holding + 0.5))
        length = K1 * (1 - B + B * sum(counts.values()) / mean)
        total += idf * counts[entry] / (counts[entry] + length)
    return total


@pytest.mark.parametrize(
    "query", ["fences at Calais", "a dog and a meal", "council roads with potholes", "Mars"]
)
def test_scores_are_those_of_the_book(query: str) -> None:
    lexical = built(TEXTS)
    [scores] = lexical.score([stems(query)], len(TEXTS))
    expected = [by_the_book(query, text, TEXTS) / lexical.ceiling(stems(query)) for text in TEXTS]
    assert scores == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("fences", "fenc"),
        ("returned", "return"),
        ("the", ""),
        ("i'm", ""),
        ("council's", "council"),
        ("19", "19"),
    ],
)
def test_words_are_cut_to_stems_and_empty_words_dropped(word: str, expected: str) -> None:
    assert stem(word) == expected


@given(st.lists(st.tuples(st.integers(0, 5), TEXT | st.none()), max_size=25), TEXT)
def test_changed_bit_by_bit_is_the_same_as_built_at_once(
    changes: list[tuple[int, str | None]], query: str
) -> None:
    lexical, standing = HeldWords(), dict[int, str]()
    for row, text in changes:
        if text is None:
            lexical.drop(row)
            standing.pop(row, None)
        else:
            lexical.put(row, text)
            standing[row] = text
    anew = HeldWords()
    for row, text in standing.items():
        anew.put(row, text)
    assert len(lexical) == len(standing)
    np.testing.assert_allclose(
        lexical.score([stems(query)], 6), anew.score([stems(query)], 6), rtol=1e-5, atol=1e-7
    )


@given(st.lists(TEXT, min_size=1, max_size=6), st.lists(TEXT, max_size=4))
def test_every_score_lies_between_nothing_and_one(texts: list[str], queries: list[str]) -> None:
    scores = built(texts).score([stems(query) for query in queries], len(texts))
    assert scores.shape == (len(queries), len(texts))
    assert ((scores >= 0) & (scores <= 1)).all()


def test_a_word_half_typed_has_its_endings() -> None:
    assert built(TEXTS).beginning("fen") == ["fenc"]
    assert built(TEXTS).beginning("zz") == []
