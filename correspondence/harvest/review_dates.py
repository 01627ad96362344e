"""When somebody should look at a Paragraph again."""

import datetime as dt

from correspondence import figures
from correspondence.figures.world import World
from correspondence.models import Paragraph

YEAR = dt.timedelta(days=365)
_COURTESIES = ("opening", "closing")


def review_date(paragraph: Paragraph, today: dt.date, world: World) -> dt.date | None:
    """The last day before something in it runs out, at most a year after its date; None where it has.

    None too where it is undated, and for a courtesy in which nothing runs out: there is nothing to look at.
    """
    version = paragraph.version
    if version.date is None:
        return None
    runs_out = figures.stale_on(version, None, world, {})
    a_year_on = version.date + YEAR
    first = min(a_year_on, runs_out - dt.timedelta(days=1)) if runs_out else a_year_on
    if first < today or (first == a_year_on and paragraph.kind in _COURTESIES):
        return None
    return first
