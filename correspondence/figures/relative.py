"""Time that needs the day of writing: "this week", "in due course", "over the past 13 years"."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from correspondence.figures.calendar import MONTH, SEASON, WEEKDAY, length
from correspondence.figures.found import Found
from correspondence.figures.numbers import NUMBER, number

_UNIT = (
    r"(?:(?:working|financial|academic|calendar|school|tax) )?"
    r"(?:day|week|weekend|fortnight|month|quarter|year|decade|FY)"
)
_SPAN = re.compile(
    rf"\b(?P<way>past|last|next|coming) (?:(?P<n>{NUMBER})(?:(?:[ -](?:to|or)[ -]|[-–]){NUMBER})? "
    rf"|(?P<vague>(?:few|several|couple of) )|)(?P<unit>{_UNIT})(?P<s>s?)\b(?! of\b)",
    re.I,
)
_PART_OF_DAY = "(?:morning|afternoon|evening|night)"
_SPORTS_YEAR = r"(?:[a-z]+ )?season(?! (?:of|tickets?)\b|-)"  # the flu's and the lambs' too
_OCCASION = rf"(?:Parliament|session|Christmas|Easter|(?:half-)?term|recess|{_SPORTS_YEAR})"
_NAMED = re.compile(
    r"\b(?:"
    rf"(?:(?:earlier|later|so far|early|late) )?(?:this|last|next) "
    rf"(?:{_UNIT}|{SEASON}|{WEEKDAY}|(?-i:{MONTH})|{_OCCASION}|{_PART_OF_DAY})\b(?!,? \d)"
    rf"|(?:(?-i:{MONTH})|{SEASON}) (?:of )?(?:this|last|next) year\b"
    rf"|(?:{_UNIT}|{SEASON}|season) (?:after next|before last)\b"
    rf"|(?:earlier|later) in the (?:{_UNIT}|{SEASON}|{_OCCASION})\b"
    rf"|end of (?:the|this|next) (?:{_UNIT}|{SEASON}|{_OCCASION})\b(?! of\b)"
    r"|(?<![a-z] the )(?:in|by|until|before|over|during) the (?:spring|summer|autumn|new year)\b"
    r"(?! (?:of |term|budget|statement|20))"
    r"|before the House rises\b|(?<!the day )(?:by|before|until) (?:Christmas|Easter)\b(?!,? \d|[’']s)"
    rf"|in (?:early |late |mid-)?(?:spring|summer|autumn)(?=[,.;]| (?:to|we|the|with|setting|and|when)\b)"
    rf"|(?<=\bthe )current {_UNIT}\b"
    r")",
    re.I,
)
_AGO = re.compile(
    rf"\b(?P<n>{NUMBER}|an?|(?:a )?(?:few|several|couple of|many)) (?P<unit>{_UNIT})s? ago\b", re.I
)
_IN = re.compile(
    r"\bin (?:a )?(?:few|several|couple of) (?:days|weeks|months|years)[’'] time\b|"
    r"\bin an? (?:week|fortnight|month|year)[’']s time\b|"
    r"(?<!\bonce )(?<!\btwice )(?<!\btimes )\bin a fortnight\b|"
    r"\b(?:with)?in (?:days|weeks|months|years)\b(?! (?:of|to come)\b)|"
    r"\b(?:recent|coming|upcoming|(?:(?<=for )|(?<=in )|(?<=over )|(?<=past )|(?<=last ))several"
    r"(?! \w+ (?:after|before|following|of)\b))"
    r" (?:days|weeks|months|years)\b|\b(?:days|weeks|months|years) to come\b"
    r"|(?:(?<=\bthe )|(?<=\band ))(?:days|weeks|months|years) ahead\b",
    re.I,
)
_WEEKDAY = re.compile(rf"\b(?:on|since|until|by) (?P<day>{WEEKDAY})(?: {_PART_OF_DAY})?\b(?!s|,? \d)", re.I)
_WORDS = re.compile(
    r"\b(?:currently|now|recently|recent|latest|forthcoming|upcoming|in due course|at present|presently"
    r"|at the moment|at this time|today|yesterday|tomorrow|tonight|nowadays|lately|these days|imminent(?:ly)?"
    r"|soon|shortly(?! (?:after|before|afterwards|thereafter|following))|to date|until now)\b(?![’']s\b)",
    re.I,
)
_NOT_WORDS = re.compile(r"\b(?:as soon as|up[ -]to[ -]date|at the latest|too soon|how soon)\b", re.I)
_ONCE = re.compile(
    r"\b(?:once|when|after|subject to|following) (?:it (?:is|has been) |they are )?"
    r"(?:passed|enacted|becomes law|it becomes law|Royal Assent)\b",
    re.I,
)
_SIGNS: Final = {
    _NAMED: [
        *"this last next earlier later current spring summer autumn christmas easter".split(),
        *("end of", "new year", "house rises"),
    ],
    _SPAN: ["past ", "last ", "next ", "coming "],
    _AGO: [" ago"],
    _IN: ["days", "weeks", "months", "years", "fortnight", " time"],
    _WEEKDAY: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    _ONCE: ["passed", "enacted", "law", "assent"],
}


def find_relative(text: str) -> Iterator[Found]:
    """Every relative time; `value` is a length where the words give one, else None."""
    low = text.lower()
    for match in _each(_NAMED, text, low):
        if not (_has_the(match) and re.match(r"last|next", match.group(), re.I)):
            yield _found(match)
    for match in _each(_SPAN, text, low):
        yield _span(match)
    for match in _each(_AGO, text, low):
        worth = number(match["n"]) if not re.match(r"a|few|sev|couple|many", match["n"]) else None
        value = length(worth, match["unit"]) if worth else None
        yield _found(match, value)
    for match in _each(_WEEKDAY, text, low):
        yield Found("relative_time", match.start("day"), match.end(), None, "", {"stale": True})
    for match in _each(_IN, text, low):
        yield _found(match)
    for match in _each(_ONCE, text, low):
        yield _found(match, stage="to be passed")
    for match in _WORDS.finditer(text):
        if not _NOT_WORDS.search(text, max(0, match.start() - 7), match.end() + 3):
            yield _found(match)


def _each(pattern: re.Pattern[str], text: str, low: str) -> Iterable[re.Match[str]]:
    """The matches of a pattern in a text, looked for only where one of its signs is in its small letters."""
    return pattern.finditer(text) if any(sign in low for sign in _SIGNS[pattern]) else ()


def _found(match: re.Match[str], value: str | None = None, **detail: Any) -> Found:
    return Found("relative_time", match.start(), match.end(), value, "", {"stale": True, **detail})


def _span(match: re.Match[str]) -> Found:
    """ "The last year" and "past six years" have a length; "last year" and "past few weeks" have none."""
    unit = match["unit"]
    if match["n"]:
        worth = number(match["n"])
        return _found(match, None if worth is None else length(worth, _noun(unit)))
    lone = not match["vague"] and not match["s"] and "weekend" not in unit.lower()
    if lone and (_has_the(match) or match["way"].lower() == "past"):
        return _found(match, length(1, _noun(unit)))
    return _found(match)


def _has_the(match: re.Match[str]) -> bool:
    return match.string[max(0, match.start() - 4) : match.start()].lower() == "the "


def _noun(unit: str) -> str:
    return unit.lower().replace("weekend", "week")
