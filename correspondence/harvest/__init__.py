"""Cuts a Document of ours into Paragraphs: what kind, whose words, what is left out and why."""

from correspondence.harvest.cutting import STEP, cut, kept
from correspondence.harvest.sources import Told, narrator, questions, tell

__all__ = ["STEP", "Told", "cut", "kept", "narrator", "questions", "tell"]
