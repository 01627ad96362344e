"""Whether a figure is stale on a day, said as a sentence for the person who would send it."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from correspondence.figures.periods import last_day
from correspondence.figures.reach import last_true_day
from correspondence.models import Figure, Version

NUMBERS = {"money", "count", "percentage", "ratio"}
OLD_DAYS = 2 * 365 + 1
BILL_DAYS = 365  # about a session of Parliament
SEASON_END = {"spring": "-05", "summer": "-08", "autumn": "-11"}
UNDATED = "Undated: nobody can tell how old these words are."


def stale(figure: Figure, today: dt.date) -> str:
    """Why `figure` should not go out on this day, as a sentence; "" where nothing speaks against it."""
    if figure.kind == "relative_time":
        return _relative(figure, today)
    if figure.kind in {"date", "period"}:
        return _passed(figure, today)
    if figure.kind in NUMBERS:
        return _old(figure, today)
    return _moved_on(figure, today) if figure.kind == "bill" else ""


def stale_version(version: Version, review_date: dt.date | None, today: dt.date) -> list[str]:
    """Every reason why the text should not go out on this day: its review date first, then its figures."""
    reasons = []
    if review_date is not None and review_date < today:
        reasons.append(f"Its review date, {spoken(review_date)}, has passed.")
    if version.date is None:
        reasons.append(UNDATED)
    return [*reasons, *stale_figures(version.figures, today)]


def stale_figures(figures: Iterable[Figure], today: dt.date) -> list[str]:
    """Why these figures should not go out on this day, each reason once; old numbers of one day in one."""
    reasons: list[str] = []
    old: dict[dt.date, list[Figure]] = {}
    for figure in figures:
        if figure.kind not in NUMBERS:
            reasons.append(stale(figure, today))
        elif figure.as_of is not None and stale(figure, today):
            old.setdefault(figure.as_of, []).append(figure)
    reasons += [_all_old(together, day) for day, together in old.items()]
    return list(dict.fromkeys(filter(None, reasons)))


def spoken(day: dt.date) -> str:
    """A day as a letter writes it: 3 June 2023."""
    return f"{day.day} {day:%B} {day.year}"


def _relative(figure: Figure, today: dt.date) -> str:
    words = _quoted(figure)
    if figure.as_of is None:
        unit = re.search(r"\b(day|week|weekend|month|quarter|year|decade)\b", figure.text.lower())
        known = f"which {unit.group(1)}" if unit else "when that was"
        return f"It says {words}, and nobody knows {known}."
    value = figure.value if isinstance(figure.value, str) else None
    until = last_true_day(figure.text, value, figure.as_of)
    if today <= until:
        return ""
    return f"It says {words}, written on {spoken(figure.as_of)}: that has run out."


def _passed(figure: Figure, today: dt.date) -> str:
    """A date that the words speak of as still to come, and that has come."""
    detail = figure.detail or {}
    value = str(figure.value) + SEASON_END.get(detail.get("season", ""), "")
    end = last_day(value) if detail.get("ahead") else None
    if end is None or end >= today or (figure.as_of is not None and end < figure.as_of):
        return ""
    return f"It speaks of {_quoted(figure)} as still to come, and that has passed."


def _old(figure: Figure, today: dt.date) -> str:
    if figure.as_of is None or (today - figure.as_of).days < OLD_DAYS:
        return ""
    return _all_old([figure], figure.as_of)


def _all_old(figures: Sequence[Figure], day: dt.date) -> str:
    quoted = list(dict.fromkeys(map(_quoted, figures)))
    if len(quoted) == 1:
        return f"{quoted[0]} is from {spoken(day)}, more than two years ago: is there a newer figure?"
    named = f"{', '.join(quoted[:-1])} and {quoted[-1]}"
    return f"{named} are from {spoken(day)}, more than two years ago: are there newer figures?"


def _moved_on(figure: Figure, today: dt.date) -> str:
    if figure.unit != "Bill" or figure.as_of is None or (today - figure.as_of).days < BILL_DAYS:
        return ""
    return f"{_quoted(figure)} was a Bill on {spoken(figure.as_of)}: it may be law by now, or have fallen."


def _quoted(figure: Figure) -> str:
    return f"“{' '.join(figure.text.split())}”"
