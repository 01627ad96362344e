"""The bank as matching sees it: what is on offer now, what is made of it in the background."""

from collections.abc import Sequence

from correspondence.matching.held import BankIndex, Held
from correspondence.matching.index.later import (
    Damage,
    Later,
    Loader,
    damaged,
    lacking,
    mend,
    prepare,
    settling_due,
)
from correspondence.matching.index.now import bank_index, touch
from correspondence.matching.semantic import Vectors

__all__ = [
    "Damage", "Later", "Loader", "bank_index", "damaged", "index_of", "lacking", "mend",
    "prepare", "settling_due", "touch",
]  # fmt: skip


def index_of(held: Sequence[Held], vectors: Vectors | None = None) -> BankIndex:
    """An index of these alone, outside any database. vectors: (len(held), 384), or None."""
    return BankIndex.of(
        [(entry, None if vectors is None else vectors[row]) for row, entry in enumerate(held)]
    )
