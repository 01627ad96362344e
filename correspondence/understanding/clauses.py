"""Sentences that somebody runs on with commas, without ever a full stop, into their clauses."""

import re

from correspondence.text import Span
from correspondence.understanding.wording import either

_MANY = 45  # words: a longer sentence with three commas has been run on
_COMMAS = 3
_FEWEST = 5  # words of a clause that stands by itself
_STARTS = either(r"""
    there(?:'?s| is| are|'?re)   them   what(?:'?s)?   why   how   when   where   who   can   could   will
    would   is   are   does   do   please   i(?:'?m|'?ve)?   we(?:'?ve|'?re)?   they(?:'?re|'?ve)?   my   our
    the   its?   it's   he   she   you   nobody   everybody   people   whilst   first   second   ps   also
    """)
_CLAUSE = re.compile(
    rf"(?:(?P<comma>,)\s+|\s+(?=also\b))(?=(?:(?:and|so|but|also|oh|then|plus|anyway|or|now)\s+)*{_STARTS}\b)",
    re.IGNORECASE,
)


def clauses(body: str, span: Span) -> list[Span]:
    """Where the clauses of a run-on sentence stand; of another, the sentence itself."""
    start, end = span
    if len(body[start:end].split()) <= _MANY or body.count(",", start, end) < _COMMAS:
        return [span]
    found: list[Span] = []
    for gap in _CLAUSE.finditer(body, start, end):
        whole = len(body[start : gap.start()].split()) >= _FEWEST <= len(body[gap.end() : end].split())
        if whole:
            found.append((start, gap.end("comma") if gap["comma"] else gap.start()))
            start = gap.end()
    return [*found, (start, end)]
