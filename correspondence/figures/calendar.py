"""The words of the calendar that dates, periods and relative times share."""

import calendar
import re
from typing import Final

MONTHS: Final = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr, ["sept"])
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_FULL = "|".join(name for name in calendar.month_name if name)
MONTH: Final = rf"(?:{_FULL}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
SHORT_MONTHS: Final = tuple(calendar.month_abbr)[1:]
WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SEASON: Final = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)"
YEAR: Final = r"(?:19|20)\d\d(?![\w%]|[.,]\d)"
DAY: Final = r"(?:[12]\d|3[01]|0?[1-9])(?: ?(?:st|nd|rd|th))?(?!\w)"
LENGTHS: Final = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "fortnight": "2W",
    "month": "M", "year": "Y", "decade": "10Y", "quarter": "3M", "fy": "Y",
}  # fmt: skip
LENGTH: Final = (
    r"(?:(?:working|calendar|consecutive|further|full|financial|academic|clear|sitting|more)[ ])?"
    r"(?:second|minute|hour|day|week|fortnight|month|year|decade)"
)


def month_of(name: str) -> int:
    """1 to 12 for a month's name, whole or short."""
    return MONTHS[name.lower().rstrip(".")]


def length(value: float, unit: str) -> str:
    """An ISO 8601 length: (2.5, "years") is "P30M", (72, "hours") is "PT72H"."""
    noun = re.findall(r"[a-z]+", unit.lower())[-1].removesuffix("s")
    code = LENGTHS[noun]
    times = int(code[:-1] or 1)
    code = code[-1]
    value *= times
    if code == "Y" and value != int(value):
        value, code = value * 12, "M"
    time = "T" if noun in {"second", "minute", "hour"} else ""
    return f"P{time}{value:g}{code}" if value < 100_000 else f"P{time}{int(value)}{code}"


def real_day(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day; without a year, whether there ever is."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year or 2024, month)[1]
