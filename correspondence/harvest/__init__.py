"""Cuts a Document of ours into Paragraphs: what kind, whose words, what is left out and why."""

from correspondence.harvest.cutting import STEP, cut, kept, taken_out
from correspondence.harvest.left_out import TOLD_OF, TakenOut
from correspondence.harvest.review_dates import review_date
from correspondence.harvest.sources import Told, narrator, questions, tell
from correspondence.harvest.topics import topics_of, usual

__all__ = [
    "STEP",
    "TOLD_OF",
    "TakenOut",
    "Told",
    "cut",
    "kept",
    "narrator",
    "questions",
    "review_date",
    "taken_out",
    "tell",
    "topics_of",
    "usual",
]
