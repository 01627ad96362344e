"""How long the words of a relative time hold, from the day they were written."""

import calendar
import datetime as dt
import re

_WORDS = {
    # days that loose words are trusted for; our own choice, see docs/figures.md
    r"today|tonight|tomorrow|yesterday|morning|afternoon|evening|night": 1,
    r"imminent": 14,
    r"day\b": 7,
    r"soon|shortly|recent|lately|latest": 92,
    r"now|current|present|moment|these days|due course|forthcoming|upcoming|to date|passed|enacted"
    r"|law|assent|at this time": 182,
    r"session": 365,
    r"parliament": 5 * 365,
}
_UNIT_DAYS = {"D": 1, "W": 7, "M": 31, "Y": 366}
_LOOSE_DAYS = {"day": 7, "week": 42, "fortnight": 28, "month": 183, "year": 3 * 365, "decade": 3650}
_SEASON_END = {
    "spring": 5,
    "summer": 8,
    "autumn": 11,
    "winter": 2,
    "christmas": 12,
    "easter": 4,
    "new year": 3,
}


def last_true_day(words: str, value: str | None, written: dt.date) -> dt.date:
    """The last day on which relative words written on a day still say what they said then.

    value: the ISO length the words give, if any. A length that lies ahead holds until it is over, one
    that lies behind for one of its units ("the past six years" for a year).
    """
    low = " ".join(words.lower().split())
    if value and (match := re.fullmatch(r"PT?(\d+(?:\.\d+)?)([DWMYHS])", value)):
        return _after_length(low, float(match[1]), match[2], written)
    for season, month in _SEASON_END.items():
        if season in low and "last year" not in low:
            return _end_of_season(low, written, month)
    if re.search(r"\b(?:financial|tax) year", low):
        return _end_of(written.year + (written.month > 3), 3)
    if re.search(r"\b(?:academic|school) year", low):
        return _end_of(written.year + (written.month > 8), 8)
    if re.search(r"\b(?:year|quarter|month|weekend|week|fortnight)\b(?! ago)", low) and not _is_loose(low):
        return _end_of_unit(low, written)
    for unit, days in _LOOSE_DAYS.items():
        if re.search(rf"\b{unit}s\b|\b{unit}s? ago", low):
            return _later(written, days)
    days = next((days for word, days in _WORDS.items() if re.search(word, low)), 182)
    return _later(written, days)


def _after_length(low: str, size: float, unit: str, written: dt.date) -> dt.date:
    ahead = re.search(r"\b(?:next|coming)\b", low) is not None
    return _later(written, int(_UNIT_DAYS.get(unit, 1) * (size if ahead else 1)))


def _is_loose(low: str) -> bool:
    return re.search(r"\b(?:few|several|couple|recent|coming)\b", low) is not None


def _end_of_unit(low: str, written: dt.date) -> dt.date:
    """The end of the week, month, quarter or year spoken of; of the present one for "last"."""
    ahead = "next" in low.split()
    if "week" in low or "fortnight" in low:
        return _later(written, 6 - written.weekday() + 7 * ahead)
    if "month" in low:
        month = written.month + ahead
        return _end_of(written.year + (month > 12), (month - 1) % 12 + 1)
    if "quarter" in low:
        return _later(written, 92 * (1 + ahead))
    return dt.date(min(written.year + ahead, dt.MAXYEAR), 12, 31)


def _end_of_season(low: str, written: dt.date, month: int) -> dt.date:
    """The end of the season spoken of; for "last", of the next to end, which is the last from then on."""
    words = low.split()
    if "this year" in low and month < written.month:
        return dt.date(written.year, 12, 31)
    if "next" in words or "new year" in low or month < written.month:
        return _end_of(written.year + 1, month)
    return _end_of(written.year, month)


def _end_of(year: int, month: int) -> dt.date:
    year = min(year, dt.MAXYEAR)
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _later(day: dt.date, days: int) -> dt.date:
    """`days` after a day, or the last day there is."""
    return dt.date.fromordinal(min(day.toordinal() + min(days, 10**6), dt.date.max.toordinal()))
