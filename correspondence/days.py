"""Days as letters have them: which one it is in the United Kingdom, and how it is written."""

import datetime as dt
from zoneinfo import ZoneInfo

UK = ZoneInfo("Europe/London")
# strftime would follow the machine's language.
_MONTHS = """January February March April May June July August September October November December""".split()


def uk_day(moment: dt.datetime) -> dt.date:
    """The day in the United Kingdom: in summer it begins an hour before that of the moments we store."""
    return moment.astimezone(UK).date()


def spoken(day: dt.date) -> str:
    """A day as a British letter writes it: 21 November 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
