"""Text in, Figures out: values in a sentence that can go out of date, and whether they have."""

from correspondence.figures.finder import find, key_again
from correspondence.figures.stale import reasons, stale, stale_on

__all__ = ["find", "key_again", "reasons", "stale", "stale_on"]
