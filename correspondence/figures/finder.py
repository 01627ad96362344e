"""One pass over a text: mask what is never a figure, then one kind after the other takes its words."""

import bisect
import datetime as dt
import re
from collections.abc import Iterable

from correspondence import text as plain_text
from correspondence.figures import hints
from correspondence.figures.bills import find_bills
from correspondence.figures.counts import find_ages, find_counts, find_measured
from correspondence.figures.dates import find_bare, find_dates
from correspondence.figures.found import Finder, Found, apart, blanked
from correspondence.figures.hints import Hints
from correspondence.figures.keys import set_keys
from correspondence.figures.masks import never, references
from correspondence.figures.measure import measure
from correspondence.figures.money import find_money
from correspondence.figures.periods import find_lengths, find_ranges
from correspondence.figures.posts import find_holders
from correspondence.figures.relative import find_relative
from correspondence.figures.shares import find_percentages, find_ratios
from correspondence.figures.told import tell
from correspondence.models import Figure
from correspondence.text import Span

# Words that make a date one still to come.
_AHEAD = re.compile(
    r"\b(?:will|shall|due|expects?|expected|plans?|planned|aims?|intends?|intended|targets?|hopes?"
    r"|promise[sd]?|pledge[sd]?"
    r"|committed|commitment|on track|set to|ambition|by the end of)\b",
    re.I,
)
_YEAR_TOLD = re.compile(  # which year a day is of, or that it is of each
    r"\b(?:19|20)\d\d\b|\b(?:each|every|annual|annually|yearly|always|usually|traditionally)\b", re.I
)
NEAR = 400  # characters either side in which a measure is looked for
_PLAIN = {ord(space): " " for space in "\t\xa0\u2007\u2009\u202f"} | {0x2010: "-", 0x2011: "-"}
# Names first, for a year in one is no date; then from the most marked number to the barest.
BEFORE_MASKS: tuple[tuple[Finder, Hints], ...] = (
    (find_bills, hints.ENACTMENTS),
    (find_holders, hints.POSTS),
)
FINDERS: tuple[tuple[Finder, Hints], ...] = (
    (find_money, hints.MONEY),
    (find_percentages, hints.PERCENTAGES),
    (find_relative, hints.RELATIVE),
    (find_ranges, hints.MONTH_OR_DIGIT),
    (find_dates, frozenset({hints.DIGIT})),
    (find_ages, hints.AGES),
    (find_lengths, hints.LENGTH_UNITS),
    (find_measured, frozenset({hints.DIGIT})),
    (find_ratios, hints.RATIOS),
    (find_bare, hints.MONTH_OR_DIGIT),
    (find_counts, hints.NUMBERS),
)


def find(text: str, as_of: dt.date | None) -> list[Figure]:
    """The Figures of a text in their order, as of the day the words are true of (None: not known).

    Offsets are of `text`; no two overlap. Conventions: docs/figures.md. Keys are of what the rules say is
    measured, for they compare nouns; the measure that is shown is the told one.
    """
    figures = by_rules(text, as_of)
    tell(text, figures)
    return figures


def by_rules(text: str, as_of: dt.date | None) -> list[Figure]:
    """As `find`, with what the rules alone say each figure measures."""
    founds = _founds(text)
    if not founds:
        return []
    near = _near(text, [(found.start, found.end) for found in founds])
    figures = [_figure(text, as_of, *pair) for pair in zip(founds, near, strict=True)]
    set_keys(text, figures, near)
    return figures


def key_again(text: str, figures: list[Figure]) -> None:
    """Give the Figures of a text, found before there were keys, theirs: of what the rules say today."""
    keys = {(ruled.kind, ruled.start, ruled.end): ruled.key for ruled in by_rules(text, None)}
    for figure in figures:
        figure.key = keys.get((figure.kind, figure.start, figure.end), "")


def _near(text: str, spans: Iterable[Span]) -> list[Span]:
    """For each of these, the part of its sentence that may say what it measures."""
    sentences = plain_text.sentence_spans(text)
    starts = [start for start, _ in sentences]
    near: list[Span] = []
    for begin, finish in spans:
        at = max(0, bisect.bisect_right(starts, begin) - 1)
        start, end = sentences[at] if sentences else (0, len(text))
        near.append((max(start, begin - NEAR), min(end, finish + NEAR)))
    return near


def _founds(text: str) -> list[Found]:
    founds: list[Found] = []
    visible = text.translate(_PLAIN)
    seen = hints.seen(visible)
    for finder, needs in BEFORE_MASKS:
        visible = visible if seen.isdisjoint(needs) else _take(finder, visible, founds)
    if not seen.isdisjoint(hints.MASKED):
        visible = blanked(visible, [*never(visible), *references(visible)])
    for finder, needs in FINDERS:
        visible = visible if seen.isdisjoint(needs) else _take(finder, visible, founds)
    return sorted(founds, key=lambda found: found.start)


def _take(finder: Finder, visible: str, founds: list[Found]) -> str:
    """What `visible` still shows when `finder` has added what it found to `founds`."""
    new = list(apart(finder(visible)))
    founds += new
    return blanked(visible, [(found.start, found.end) for found in new]) if new else visible


def _figure(text: str, as_of: dt.date | None, found: Found, sentence: Span) -> Figure:
    detail = dict(found.detail)
    if found.kind in {"date", "period"} and _AHEAD.search(text, sentence[0], found.start):
        detail["ahead"] = True
    if str(found.value).startswith("--") and not _YEAR_TOLD.search(text, *sentence):
        detail["yearless"] = True
    return Figure(
        kind=found.kind,
        text=text[found.start : found.end],
        value=found.value,
        unit=found.unit[:300],
        measure=measure(text, sentence, found),
        as_of=as_of,
        start=found.start,
        end=found.end,
        detail=detail,
    )
