"""How sure it is that the bank answers a Point: what tells a right answer from a chance likeness, weighed.

The weights are those of a logistic regression on everyday letters that the encoder's head had not been
trained on, against offices of 25, 200 and 1,000 paragraphs with and without the answers:
`python -m tests.bench.matching_curve --fit`. What else was tried: docs/matching.md.
"""

import math
from dataclasses import dataclass

import numpy as np

from correspondence.matching.lexical import Scores

# Of the best likeness by meaning in the bank, of the best Paragraph's likeness by words, of how many
# Paragraphs are more alike by words, and of how many chance had.
NEAREST, WORDS, NEARER, AMONG, BASE = 19.98, 10.71, -0.13, -0.56, -4.55
FEW, MANY = 25, 1_000  # fewer or more count as these: nothing else was fitted

# Where there are no vectors: the best share of words and how far that stands above the ranks where chance
# likenesses lie, from EVEN on.
BY_WORDS, EVEN = 26.0, 0.174
REST = slice(5, 15)

PERHAPS, YES = 0.56, 0.75  # from the curve in docs/matching.md
KNOWN = 1.4  # a Point that leans on an answered one is on a topic the bank has: added before the curve,
CASEWORK = 3.0  # and taken off for somebody's own case, where a policy paragraph must fit much better


@dataclass(frozen=True)
class Evidence:
    """What the bank's Paragraphs on offer (n) have for a Point in its letter.

    scores: (n,) 0..1, what they are ordered by. words: (n,) 0..1, BM25 over the most it could be.
    meaning: (n,) cosines, or None where words alone are known. among: how many the bank has in all, of
    which these may be the nearest.
    """

    scores: Scores
    words: Scores
    meaning: Scores | None
    among: int


def told(evidence: Evidence) -> tuple[float, ...]:
    """What is weighed, in the order of the weights; meaning must be known."""
    best = int(evidence.scores.argmax())
    meaning = evidence.meaning if evidence.meaning is not None else np.zeros_like(evidence.scores)
    share = evidence.words[best]
    return (
        float(meaning.max()),
        float(share),
        math.log1p(np.count_nonzero(evidence.words > share)),
        math.log(min(max(evidence.among, FEW), MANY)),
    )


def sureness(evidence: Evidence, eased: float = 0.0) -> float:
    """0..1; `answered` says what it comes to. eased: see KNOWN and CASEWORK."""
    if not len(evidence.scores) or evidence.scores.max() <= 0:
        return 0.0
    if evidence.meaning is None:
        share = float(evidence.words[int(evidence.scores.argmax())])
        weighed = BY_WORDS * (share + _ahead(evidence.words) - EVEN)
    else:
        weighed = BASE + float(np.dot((NEAREST, WORDS, NEARER, AMONG), told(evidence)))
    return 1 / (1 + math.exp(-weighed - eased))


def answered(sure: float) -> str:
    """What a sureness comes to: yes, perhaps or no."""
    return "yes" if sure >= YES else "perhaps" if sure >= PERHAPS else "no"


def _ahead(scores: Scores) -> float:
    """How far the best stands above the ranks where chance likenesses lie."""
    ranked = -np.sort(-scores)
    rest = ranked[REST] if len(ranked) >= REST.stop else ranked[1:]
    return float(ranked[0] - rest.mean()) if len(rest) else 0.0
