"""Packs: Paragraphs that travel between offices as a file. Format and rules: docs/packs.md."""

from correspondence.bank.packs.exporting import export
from correspondence.bank.packs.facts import FIELDS, Facts, differing, facts_of
from correspondence.bank.packs.file import FORMAT, PackFile, read, written
from correspondence.bank.packs.loading import Loaded, leave, load, seen, take, to_decide

__all__ = [
    "FIELDS", "FORMAT", "Facts", "Loaded", "PackFile", "differing", "export", "facts_of", "leave", "load",
    "read", "seen", "take", "to_decide", "written",
]  # fmt: skip
