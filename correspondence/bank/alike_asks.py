"""Points that ask the same, put together: by what they mean where each has a vector, else by their words."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from correspondence.matching.lexical import stems
from correspondence.matching.semantic import Vectors, unit

# Cosine from which two points ask the same: half way from LIKE to SAME of matching/learned.py.
ALIKE = 0.60
ALIKE_WORDS = 0.40  # Dice's coefficient of their stems, where there are no vectors
NONE: Vectors = np.zeros(0, dtype=np.float32)


@dataclass(frozen=True)
class Ask:
    """One point that waits, without what tells of its writer. who: a number for each writer.

    answered: by what was offered: yes, perhaps, no, or "" where nobody looked. vector: what it says, made by
    `model`; of no length where it has none. replied: its letter's reply has gone, without an answer to it.
    """

    point_id: int
    message_id: int
    text: str
    who: int
    since: dt.datetime
    offered: tuple[int, ...] = ()
    answered: str = ""
    model: str = ""
    vector: Vectors = field(default_factory=lambda: NONE)
    replied: bool = False


@dataclass
class Gap:
    """What several people ask. asks: the oldest first; `told` is the one most like the others.

    topic_ids: of the nearest paragraphs. begun: ids of Paragraphs that were written for it meanwhile.
    stale: of those that stand in a reply for it or would answer it, and are out of date or retired.
    """

    asks: list[Ask]
    told: str = ""
    topic_ids: list[int] = field(default_factory=list)
    begun: list[int] = field(default_factory=list)
    stale: list[int] = field(default_factory=list)

    @property
    def people(self) -> int:
        return len({ask.who for ask in self.asks})

    @property
    def waiting(self) -> list[Ask]:
        """Those of letters no reply has gone to, longest waiting first."""
        return [ask for ask in self.asks if not ask.replied]

    @property
    def since(self) -> dt.datetime:
        return self.asks[0].since


def grouped(asks: Sequence[Ask]) -> list[Gap]:
    """Each with the group it is most like, if it is alike enough, else in one of its own; in their order."""
    made_by = {(ask.model, len(ask.vector)) for ask in asks}
    by_meaning = len(made_by) == 1 and all(model and size for model, size in made_by)
    groups: list[Gap] = []
    kept: list[Any] = []  # of each group: the sum of its vectors, or the stems of its first
    for ask in asks:
        near = _by_meaning(ask, kept) if by_meaning else _by_words(ask, kept)
        best = int(np.argmax(near)) if kept else -1
        if best >= 0 and near[best] >= (ALIKE if by_meaning else ALIKE_WORDS):
            groups[best].asks.append(ask)
            if by_meaning:
                kept[best] = kept[best] + ask.vector
        else:
            groups.append(Gap([ask], ask.text))
            kept.append(ask.vector if by_meaning else frozenset(stems(ask.text)))
    if by_meaning:
        for gap, middle in zip(groups, kept, strict=True):
            gap.told = max(gap.asks, key=lambda ask: float(ask.vector @ middle)).text
    return groups


def _by_meaning(ask: Ask, kept: Sequence[Vectors]) -> Any:
    """The cosine with each group."""
    return unit(np.array(kept)) @ ask.vector if kept else NONE


def _by_words(ask: Ask, kept: Sequence[frozenset[str]]) -> Any:
    own = frozenset(stems(ask.text))
    return np.array([2 * len(own & other) / max(1, len(own) + len(other)) for other in kept])
