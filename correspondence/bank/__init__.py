"""What the office does with its paragraphs: import, revise, join, split, approve, retire, find."""

from correspondence.bank.changing import (
    JOINED,
    add,
    approve,
    change,
    join,
    restore,
    retire,
    revise,
    split,
)
from correspondence.bank.finding import Filters, due, load, problems, ranked, reasons, search, similar
from correspondence.bank.importing import accept, drop, give, import_file, imported, keep, stated
from correspondence.bank.readiness import readiness
from correspondence.bank.topics import add_topic, rename_topic, topics

__all__ = [
    "JOINED", "Filters", "accept", "add", "add_topic", "approve", "change", "drop", "due", "give",
    "import_file", "imported", "join", "keep", "load", "problems", "ranked", "readiness", "reasons",
    "rename_topic", "restore", "retire", "revise", "search", "similar", "split", "stated", "topics",
]  # fmt: skip
