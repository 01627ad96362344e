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


def similar(text: str, others: Iterable[tuple[int, str]]) -> list[int]:
    """The keys of `others` that are alike to `text`, most alike first."""
    own = runs(text)
    scored = [(likeness(own, runs(other)), key) for key, other in others]
    return [key for score, key in sorted(scored, key=lambda pair: (-pair[0], pair[1])) if score >= ALIKE]
