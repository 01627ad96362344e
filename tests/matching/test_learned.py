"""Likeness to earlier letters moves a paragraph a little, up or down, and never further than a bound."""

import datetime as dt

import numpy as np
import pytest

from correspondence.matching.learned import MOST, Learned, Taught, vectors_of
from correspondence.matching.semantic import Encoder

MAY = dt.date(2026, 5, 3)
FINED = "HMRC keeps fining me for sending my tax return late, though I owed nothing."
FINED_TOO = "I was fined by HMRC because my tax return was late, and I did not even owe any tax."
FINED_FOR_WHAT = "The tax office has sent me a penalty, and I have never owed it anything."
LIBRARY = "When will the library on the high street open its doors again?"


@pytest.fixture
def taught(encoder: Encoder) -> Learned:
    """A letter on late filing: paragraph 7 answered it, paragraph 8 was taken out."""
    learned = Learned(encoder.name)
    [vector] = vectors_of([FINED], FINED, encoder)
    learned.put(1, FINED, vector, [Taught(7, True, MAY), Taught(8, False, MAY)])
    return learned


def test_a_letter_like_an_earlier_one_gains_what_answered_that(taught: Learned, encoder: Encoder) -> None:
    alike, other = taught.bonus([FINED_TOO, LIBRARY], vectors_of([FINED_TOO, LIBRARY], "", encoder))
    assert 0 < alike[7].amount < MOST
    assert alike[8].amount == -alike[7].amount
    assert alike[7].because == "answered a letter like this one, on 3 May 2026"
    assert (
        alike[8].because == "although it was taken out of the reply to a letter like this one, on 3 May 2026"
    )
    assert other == {}


def test_the_more_alike_the_more_it_counts(taught: Learned, encoder: Encoder) -> None:
    texts = [FINED, FINED_FOR_WHAT]
    same, alike = taught.bonus(texts, encoder.encode(texts, asked=True))
    assert same[7].amount == pytest.approx(MOST)
    assert same[7].amount > alike[7].amount > 0


def test_a_letter_does_not_learn_from_itself(taught: Learned, encoder: Encoder) -> None:
    assert taught.bonus([FINED], encoder.encode([FINED], asked=True), without=[1, 99]) == [{}]


def test_many_letters_count_no_more_than_the_bound(encoder: Encoder) -> None:
    learned = Learned(encoder.name)
    [vector] = encoder.encode([FINED], asked=True)
    for point in range(50):
        learned.put(point, FINED, vector, [Taught(7, True, MAY + dt.timedelta(point))])
    [found] = learned.bonus([FINED_TOO], encoder.encode([FINED_TOO], asked=True))
    assert 0.9 * MOST < found[7].amount <= MOST
    assert found[7].because == "answered 50 letters like this one, the last on 21 June 2026"


def test_what_was_used_and_taken_out_alike_stays_where_it_is(encoder: Encoder) -> None:
    learned = Learned(encoder.name)
    [vector] = encoder.encode([FINED], asked=True)
    learned.put(1, FINED, vector, [Taught(7, True, MAY)])
    learned.put(2, FINED, vector, [Taught(7, False, MAY)])
    [found] = learned.bonus([FINED], encoder.encode([FINED], asked=True))
    assert found.get(7) is None


@pytest.mark.parametrize("with_vectors", [True, False])
def test_without_vectors_on_either_side_words_tell(encoder: Encoder, with_vectors: bool) -> None:
    learned = Learned(encoder.name)
    learned.put(1, FINED, None, [Taught(7, True, MAY)])
    texts = [FINED, FINED.replace("HMRC", "The taxman"), LIBRARY]
    same, alike, other = learned.bonus(texts, encoder.encode(texts, asked=True) if with_vectors else None)
    assert same[7].amount >= alike[7].amount > 0
    assert other == {}


def test_what_is_dropped_or_put_anew_counts_as_it_stands(taught: Learned, encoder: Encoder) -> None:
    [vector] = encoder.encode([FINED], asked=True)
    taught.put(1, FINED, vector, [Taught(9, True, MAY)])
    assert taught.bonus([FINED], encoder.encode([FINED], asked=True))[0].keys() == {9}
    taught.drop(1)
    taught.drop(1)
    assert (len(taught), taught.bonus([FINED], None)) == (0, [{}])


def test_nothing_learned_and_nothing_asked_are_no_trouble(taught: Learned) -> None:
    assert Learned().bonus(["a", ""], np.zeros((2, 384), dtype=np.float32)) == [{}, {}]
    assert taught.bonus([], None) == []
    assert taught.bonus(["", "1234 5678"], None) == [{}, {}]
