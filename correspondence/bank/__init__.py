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
from correspondence.bank.due import against, changes, due, loads, share_out, still_true
from correspondence.bank.finding import Filters, load, problems, ranked, reasons, search, similar
from correspondence.bank.importing import accept, drop, give, import_file, imported, keep, stated
from correspondence.bank.readiness import readiness
from correspondence.bank.topics import add_topic, rename_topic, topics

__all__ = [
    "JOINED", "Filters", "accept", "add", "add_topic", "against", "approve", "change", "changes", "drop",
    "due", "give", "import_file", "imported", "join", "keep", "load", "loads", "problems", "ranked",
    "readiness", "reasons", "rename_topic", "restore", "retire", "revise", "search", "share_out", "similar",
    "split", "stated", "still_true", "topics",
]  # fmt: skip
