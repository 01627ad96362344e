"""Dates at the precision written: "14 May 2025", "May 2025", "14 May", "by 2035", "spring 2020"."""

import re
from collections.abc import Iterator

from correspondence.figures.calendar import (
    DAY,
    MONTH,
    SEASON,
    SHORT_MONTHS,
    WEEKDAY,
    YEAR,
    month_of,
    real_day,
)
from correspondence.figures.found import Found

_DAY_FIRST = re.compile(
    rf"(?:\b{WEEKDAY},?\s)?(?<![\w£$€.,/-])(?P<day>{DAY})(?:\sof)?\s(?P<month>{MONTH})(?![\w])(?:,?\s(?P<year>{YEAR}))?"
)
_MONTH_FIRST = re.compile(
    rf"\b(?:{WEEKDAY},?\s)?(?P<month>{MONTH})\s(?P<day>{DAY})(?!\s(?:{MONTH}))(?:,?\s(?P<year>{YEAR}))?"
)
# The first of "6th and 13 May", "25 or 26 December 2023".
_DAYS = re.compile(
    rf"(?<![\w£$€.,/-])(?P<day>{DAY})(?= (?:and|or|&) (?:{WEEKDAY} )?{DAY}(?: of)? "
    rf"(?P<month>{MONTH})(?!\w)(?:,? (?P<year>{YEAR}))?)"
)
_MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH}),?\s(?:of\s)?(?P<year>{YEAR})")
_NUMERIC = re.compile(
    r"(?<![\w/.£-])(?:(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)|"
    r"(?P<d2>\d{1,2})([/.])(?P<m2>\d{1,2})\6(?P<y2>(?:19|20)\d\d))(?![\w/-])"
)
_SEASON_YEAR = re.compile(rf"\b(?P<season>{SEASON})(?:\sof)?\s(?P<year>{YEAR})")
_MONTH = re.compile(
    r"(?:(?:January|February|April|June|July|August|September|October|November|December)\b|"
    r"(?<=[a-z] )(?:(?<=\bin )|(?<=\bby )|(?<=\bof )|(?<=\buntil )|(?<=\bsince )|(?<=\bfrom )|(?<=\bduring )"
    r"|(?<=\bearly )|(?<=\blate )|(?<=\bbefore )|(?<=\bafter )|(?<=\band )|(?<=\bto )|(?<=\bthroughout ))"
    r"(?:March|May)\b(?! [A-Z])|(?<=, )(?:March|May)(?=,|\)| and ))"
    r"(?![’'-]?\w)(?! [A-Z][a-z])"
)
_START_MONTH = re.compile(r"\b(?:In|By|Since|Until|From|During) (?P<month>March|May)\b(?! [A-Z])")
_YEAR = re.compile(
    rf"(?<![\w£€$#/@&:])(?<![\w)][.,/–—-])(?<!\.)(?P<year>{YEAR})(?![-–/]\d)(?!\s?(?:%|per cent))"
)
_NOT_YEAR = re.compile(
    r"\s(?:people|places|pupils|homes|jobs|responses|cases|staff|officers|children|patients|troops|hectares"
    r"|metres|miles|tonnes|schools|students|meals|beds)\b"
)


def find_dates(text: str) -> Iterator[Found]:
    """Every date; those with more of day, month and year first, so that the rest can be told apart."""
    named = any(month in text for month in SHORT_MONTHS)
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _MONTH_YEAR) if named else ():
        for match in pattern.finditer(text):
            value = iso(match.groupdict())
            if value:
                yield Found("date", _core(match), match.end(), value)
    for match in _DAYS.finditer(text) if named else ():
        value = iso(match.groupdict())
        if value and not text.endswith("between ", 0, match.start()):
            yield Found("date", match.start(), match.end(), value)
    for match in _NUMERIC.finditer(text):
        year, month, day = (int(match[k] or match[k + "2"]) for k in "ymd")
        if real_day(year, month, day):
            yield Found("date", match.start(), match.end(), f"{year}-{month:02}-{day:02}")
    for match in _SEASON_YEAR.finditer(text):
        detail = {"season": match["season"].lower()}
        yield Found("date", match.start(), match.end(), match["year"], "", detail)


def find_bare(text: str) -> Iterator[Found]:
    """Months and years that stand alone."""
    for match in _MONTH.finditer(text) if any(month in text for month in SHORT_MONTHS) else ():
        yield Found("date", match.start(), match.end(), f"--{month_of(match.group()):02}")
    for match in _START_MONTH.finditer(text):
        yield Found("date", match.start("month"), match.end(), f"--{month_of(match['month']):02}")
    for match in _YEAR.finditer(text):
        if not _NOT_YEAR.match(text, match.end()):
            yield Found("date", match.start(), match.end(), match["year"])


def _core(match: re.Match[str]) -> int:
    """Where the date begins behind the name of a weekday."""
    groups = match.groupdict()
    return min(match.start(name) for name in ("day", "month") if groups.get(name))


def iso(parts: dict[str, str | None]) -> str:
    """The ISO date of {"day", "month", "year"} as written; "" where there is no such day."""
    month, year = month_of(parts["month"] or ""), parts.get("year")
    if not parts.get("day"):
        return f"{year}-{month:02}" if year else f"--{month:02}"
    day = int(re.sub(r"\D", "", parts["day"] or ""))
    if not real_day(int(year) if year else None, month, day):
        return ""
    return f"{year}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"
