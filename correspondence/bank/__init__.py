"""What the office does with its paragraphs: import, revise, join, split, approve, retire, find."""

from correspondence.bank.alike import similar
from correspondence.bank.changing import (
    add,
    approve,
    change,
    join,
    restore,
    retire,
    revise,
    split,
)
from correspondence.bank.deciding import decide, decisions, take_back, waiting
from correspondence.bank.due import due, loads, share_out, still_true, what_else
from correspondence.bank.finding import Filters, load, problems, ranked, reasons, search
from correspondence.bank.importing import accept, drop, give, import_file, imported, keep, stated
from correspondence.bank.lately import changes, changes_together
from correspondence.bank.proposing import start_topics
from correspondence.bank.readiness import readiness
from correspondence.bank.rewording import reword
from correspondence.bank.topics import add_topic, merge_topics, remove_topic, rename_topic, topics

__all__ = [
    "Filters", "accept", "add", "add_topic", "approve", "change", "changes",
    "changes_together", "decide", "decisions", "drop", "due", "give", "import_file", "imported",
    "join", "keep", "load", "loads", "merge_topics", "problems", "ranked", "readiness", "reasons",
    "remove_topic", "rename_topic", "restore", "retire", "revise", "reword", "search", "share_out", "similar",
    "split", "start_topics", "stated", "still_true", "take_back", "topics", "waiting", "what_else",
]  # fmt: skip
