"""How alike two texts are: the share of three-word runs of the shorter that the longer has too."""

from collections import defaultdict
from collections.abc import Iterable

from correspondence.text import words

ALIKE = 0.5  # edited copies of a paragraph keep well over half; other texts on a subject under a tenth
_RUN = 3
_COMMON = 1000  # texts; a run that more have than this ("for contacting me") does not tell texts apart
_MOST = 10  # alike texts named for each


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
    """For each of `texts` the keys of `others` that are alike to it, most alike first, ten at most.

    Only texts that share a run are compared, so that many texts take little longer each than a few.
    """
    known = {key: runs(other) for key, other in others}
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for key, theirs in known.items():
        for run in theirs:
            holders[run].append(key)
    found: list[list[int]] = []
    for own in map(runs, texts):
        near = {key for run in own if len(holders.get(run, ())) <= _COMMON for key in holders.get(run, ())}
        scored = sorted((-likeness(own, known[key]), key) for key in near)
        found.append([key for score, key in scored if -score >= ALIKE][:_MOST])
    return found
