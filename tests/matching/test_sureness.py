"""How sure it is: what is weighed, and what a larger bank takes off."""

import numpy as np
import pytest

from correspondence.matching.sureness import FEW, MANY, Evidence, sureness


def evidence(among: int, meaning: float = 0.2) -> Evidence:
    """Of one Paragraph that is near, and nine that are not."""
    scores = np.array([0.15] + [0.1] * 9, dtype=np.float32)
    cosines = np.array([meaning] + [0.1] * 9, dtype=np.float32)
    return Evidence(scores, scores, cosines, among)


def test_the_same_likeness_says_less_the_more_paragraphs_chance_had() -> None:
    sure = [sureness(evidence(among)) for among in (FEW, 200, MANY)]
    assert sure == sorted(sure, reverse=True)
    assert sure[0] - sure[-1] > 0.05


@pytest.mark.parametrize(("among", "as_if"), [(1, FEW), (10, FEW), (1_000_000, MANY)])
def test_a_bank_of_a_size_that_was_not_fitted_counts_as_the_nearest_that_was(among: int, as_if: int) -> None:
    assert sureness(evidence(among)) == sureness(evidence(as_if))


def test_what_is_nearer_is_surer() -> None:
    assert sureness(evidence(200, meaning=0.2)) < sureness(evidence(200, meaning=0.5))


def test_it_is_surer_where_meaning_and_words_find_the_same_paragraph() -> None:
    scores = np.array([0.15] + [0.1] * 9, dtype=np.float32)
    others = np.array([0.1] + [0.12] * 9, dtype=np.float32)
    agreed = np.array([0.1] + [0.08] * 9, dtype=np.float32)
    sure = [sureness(Evidence(scores, words, scores, 200)) for words in (agreed, others)]
    assert sure[0] > sure[1]


def test_nothing_on_offer_is_not_sure() -> None:
    none = np.zeros(0, dtype=np.float32)
    assert sureness(Evidence(none, none, none, 0)) == 0
