"""Cuts a Document of ours into Paragraphs: what kind, whose words, what is left out and why."""

from correspondence.harvest.cutting import Told, cut

__all__ = ["Told", "cut"]
