"""Lengths of time, tax and academic years, ranges of dates, halves and quarters of a year."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from correspondence.figures.calendar import DAY, LENGTH, MONTH, YEAR, length
from correspondence.figures.dates import iso
from correspondence.figures.found import Found
from correspondence.figures.numbers import CLEAR, NUMBER, UP_TO, number

_LENGTH = re.compile(
    rf"{CLEAR}(?P<low>{NUMBER})(?:{UP_TO}(?P<high>{NUMBER}))?[ -](?P<unit>{LENGTH})s?\b"
    r"(?![ -]?olds?\b)(?! of age\b)(?![’'] (?:old|of age))(?! ago\b)",
    re.I,
)
_BETWEEN = re.compile(
    rf"\bbetween (?P<low>{NUMBER}) and (?P<high>{NUMBER})[ -](?P<unit>{LENGTH})s?\b"
    r"(?![ -]?olds?\b| of age\b)",
    re.I,
)
_AN = re.compile(
    rf"(?:(?<=\bfor )|(?<=\bover )|(?<=\bthan )|(?<=\bwithin ))an? (?!second [a-z])"
    rf"(?P<unit>{LENGTH})\b(?! old)",
    re.I,
)
# "110,000 sitting days", "14 days lost to rain": what many had or lost together is no length of time.
_TOGETHER = 1000
_OF_MANY = re.compile(r"(?:sitting|working|full) (?:day|hour)s?$", re.I)
_LOST = re.compile(r" (?:were |was |been )?lost\b")
_HOURS = re.compile(r"\bhalf an hour\b|\bhalf a (?:year|day|decade)\b", re.I)
_SPLIT_YEAR = re.compile(
    r"(?<![\w£€$/-])(?P<first>(?:19|20)\d\d)\s?[/–—-]\s?(?P<last>(?:19|20)?\d\d)(?![\w/%–-]|[.,]\d)"
    r"(?P<academic>\s(?:academic|school))?"
)
_SHORT_YEAR = re.compile(
    r"(?P<first>2\d)(?:/|-|–)(?P<last>[23]\d)(?![\w%/–-]|[.,]\d| (?:year|people|per|month|week|day|hour))"
)
_YEAR_NEXT = re.compile(r"\b(?:FY ?|(?:in|for|until|from|by|since) )$", re.I)
_PART = re.compile(
    rf"\b(?:(?P<nth>first|second|third|fourth|last|final)\s(?P<part>half|quarter)\sof\s(?P<year>{YEAR})"
    rf"|(?P<h>[QH])(?P<n>[1-4])[ ,]{{1,2}}(?P<y>{YEAR}))(?!/\d)",
    re.I,
)
_DATE = (
    rf"(?:(?P<day{{0}}>{DAY})(?:\s|(?=[-–—])))?"
    rf"(?:(?P<month{{0}}>{MONTH})(?!\w))?(?:\s?(?P<year{{0}}>{YEAR}))?"
)
_RANGE = re.compile(
    rf"(?<![\w£€$/.,-])(?=[\dA-Z]){_DATE.format(1)}(?P<to>\s?[-–—]\s?|\sto\s|\suntil\s"
    rf"|\sand\s){_DATE.format(2)}(?!\w)"
)
_DECADE = re.compile(r"(?<![\w£])(?P<decade>(?:19|20)\d0)[’']?s\b")
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def find_ranges(text: str) -> Iterator[Found]:
    """Periods from one date to another, and named years; before dates, which they are made of."""
    for match in _SPLIT_YEAR.finditer(text):
        yield from _split_year(match)
    for match in _SHORT_YEAR.finditer(text):
        is_year = int(match["last"]) == int(match["first"]) + 1
        if is_year and _YEAR_NEXT.search(text, max(0, match.start() - 7), match.start()):
            value = f"20{match['first']}/20{match['last']}"
            yield Found("period", match.start("first"), match.end(), value, "financial year")
    for match in _PART.finditer(text):
        yield Found("period", match.start(), match.end(), _part(match))
    for match in _DECADE.finditer(text):
        first = match["decade"]
        yield Found("period", match.start(), match.end(), f"{first}/{int(first) + 9}")
    for match in _RANGE.finditer(text):
        value = _range(text, match)
        if value:
            yield Found("period", match.start(), match.end(), value)


def find_lengths(text: str) -> Iterator[Found]:
    """ "12 weeks", "three-year", "six to eight months", "half an hour"."""
    for match in _BETWEEN.finditer(text):
        ends = [number(match["low"]), number(match["high"])]
        if all(ends):
            both = [length(end or 0, match["unit"]) for end in ends]
            yield Found("period", match.start("low"), match.end(), both, match["unit"].lower().split()[-1])
    for match in _LENGTH.finditer(text):
        low, high = number(match["low"]), number(match["high"]) if match["high"] else None
        unit = match["unit"].lower()
        if not low or (
            "year" in unit and 1900 <= low < 2100
        ):  # no number, "zero-hours", "the 2025 financial year"
            continue
        if _OF_MANY.match(unit) and (low >= _TOGETHER or _LOST.match(text, match.end())):
            continue
        value = length(low, unit) if high is None else [length(low, unit), length(high, unit)]
        yield Found("period", match.start(), match.end(), value, unit.split()[-1])
    for match in _AN.finditer(text):
        unit = match["unit"].lower()
        yield Found("period", match.start(), match.end(), length(1, unit), unit.split()[-1])
    for match in _HOURS.finditer(text):
        unit = match.group().split()[-1].lower()
        value = {"hour": "PT30M", "year": "P6M", "day": "PT12H", "decade": "P5Y"}[unit]
        yield Found("period", match.start(), match.end(), value, unit)


def _split_year(match: re.Match[str]) -> Iterator[Found]:
    first, last = int(match["first"]), match["last"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if end == first + 1:
        unit = "academic year" if match["academic"] else "financial year"
        yield Found("period", match.start(), match.end("last"), f"{first}/{end}", unit)
    elif first < end <= first + 60:
        yield Found("period", match.start(), match.end("last"), f"{first}/{end}")


def _part(match: re.Match[str]) -> str:
    """The months of a half or a quarter, as "2025-01/2025-06"."""
    months = 6 if (match["part"] or "").lower() == "half" or (match["h"] or "").upper() == "H" else 3
    nth = int(match["n"]) if match["n"] else _NTH.get(match["nth"].lower(), 12 // months)
    nth = min(nth, 12 // months)
    year = match["year"] or match["y"]
    return f"{year}-{(nth - 1) * months + 1:02}/{year}-{nth * months:02}"


def _range(text: str, match: re.Match[str]) -> str:
    """ "2024-01/2024-12" for two dates that belong together; "" where they do not."""
    first = {key: match[key + "1"] for key in ("day", "month", "year")}
    last = {key: match[key + "2"] for key in ("day", "month", "year")}
    if match["to"].strip() == "and" and not re.search(
        r"\bbetween\s*$", text[max(0, match.start() - 12) : match.start()], re.I
    ):
        return ""
    if not (last["month"] or (first["year"] and last["year"] and not first["month"])):
        return ""
    if not any(first.values()) or (last["day"] and not first["day"] and first["month"]):
        return ""
    first["month"] = first["month"] or last["month"]
    first["year"] = first["year"] or last["year"]
    if not last["month"]:
        return f"{first['year']}/{last['year']}" if not first["day"] else ""
    start, end = iso(first), iso(last)
    return f"{start}/{end}" if start and end else ""


def last_day(value: str) -> dt.date | None:
    """The last day an ISO date, month, year or range reaches; None without a year or for a length."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value.rpartition("/")[2])
    if match is None:
        return None
    year, month = int(match[1]), int(match[2] or 12)
    return dt.date(year, month, int(match[3] or calendar.monthrange(year, month)[1]))
