"""The runs of sentences a letter is searched by: short enough to be sharp, long enough to mean something."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from correspondence.matching.lexical import Lexical, stems
from correspondence.matching.semantic import Vectors
from correspondence.text import sentences

TOGETHER = 2  # sentences in a window
MOST = 14  # windows of a letter; each takes about 15 ms to encode
TELLING = 8  # a window is worth its eight rarest stems


@dataclass(frozen=True)
class Window:
    """Neighbouring sentences of one Point, by its number."""

    point: int
    text: str


def windows(points: Sequence[str], lexical: Lexical) -> list[Window]:
    """The windows of each Point's text, in order; of many, the most telling, and at least one a Point."""
    found = [Window(number, text) for number, point in enumerate(points) for text in _runs(point)]
    if len(found) <= MOST:
        return found
    worth = [_worth(window.text, lexical) for window in found]
    best = sorted(range(len(found)), key=lambda place: -worth[place])
    first: dict[int, int] = {}
    for place in best:
        first.setdefault(found[place].point, place)
    kept = {*first.values(), *best[:MOST]}
    return [window for place, window in enumerate(found) if place in kept]


def coherence(vectors: Vectors) -> float:
    """How alike the windows of a letter are: the mean cosine between two that share no sentence, 0..1.

    Three or fewer windows say too little to tell topics apart by.
    """
    apart = np.triu_indices(len(vectors), TOGETHER)
    if len(apart[0]) == 0:
        return 1.0
    return float(np.clip((vectors @ vectors.T)[apart].mean(), 0, 1))


def _runs(point: str) -> list[str]:
    pieces = [" ".join(sentence.split()) for sentence in sentences(point)]
    pieces = [piece for piece in pieces if stems(piece)] or [" ".join(point.split())]
    return [" ".join(pieces[at : at + TOGETHER]) for at in range(max(1, len(pieces) - TOGETHER + 1))]


def _worth(text: str, lexical: Lexical) -> float:
    return sum(sorted(map(lexical.idf, set(stems(text))), reverse=True)[:TELLING])
