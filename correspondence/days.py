"""The day of a moment, where the letters are dated."""

import datetime as dt
from zoneinfo import ZoneInfo

UK = ZoneInfo("Europe/London")


def uk_day(moment: dt.datetime) -> dt.date:
    """The day in the United Kingdom: in summer it begins an hour before that of the moments we store."""
    return moment.astimezone(UK).date()
