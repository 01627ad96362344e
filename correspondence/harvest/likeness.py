"""How alike two texts are: the share of three-word runs of the shorter that the longer has too."""

from collections.abc import Iterable

from correspondence.text import words

ALIKE = 0.5  # edited copies of a paragraph keep well over half; other texts on a subject under a tenth
_RUN = 3


def runs(text: str) -> frozenset[tuple[str, ...]]:
    """The three-word runs of a text; of a shorter text, all its words as one."""
    spoken = words(text)
    if len(spoken) < _RUN:
        return frozenset({tuple(spoken)} if spoken else ())
    return frozenset(zip(spoken, spoken[1:], spoken[2:], strict=False))


def likeness(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """0 to 1: how much of the shorter text stands in the longer."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def similar(texts: Iterable[str], others: Iterable[tuple[int, str]]) -> list[list[int]]:
    """For each of `texts` the keys of `others` that are alike to it, most alike first."""
    known = [(key, runs(other)) for key, other in others]
    found: list[list[int]] = []
    for own in map(runs, texts):
        scored = sorted((-likeness(own, other), key) for key, other in known)
        found.append([key for score, key in scored if -score >= ALIKE])
    return found
