"""Lists of phrases that rules read by."""

import re


def one_of(phrases: str) -> re.Pattern[str]:
    """A pattern for any of `phrases`: regular expressions, one a line or parted by " | ", in either case."""
    listed = (" ".join(phrase.split()) for phrase in re.split(r"\s\|\s|\n", phrases))
    return re.compile("(?:" + "|".join(phrase for phrase in listed if phrase) + ")", re.IGNORECASE)
