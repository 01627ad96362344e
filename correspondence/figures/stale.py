"""Why a text should not go out as it stands, each reason a sentence with the first day it holds.

Everything is said of the day it is asked for, also of days to come, so that the first of them can be kept.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from correspondence.days import spoken
from correspondence.figures.calendar import real_day
from correspondence.figures.moved_on import bill_moved_on, government_changed, holder_left
from correspondence.figures.periods import last_day
from correspondence.figures.reach import last_true_day
from correspondence.figures.reason import Reason, later, quoted
from correspondence.figures.world import World
from correspondence.models import Figure, Version

NUMBERS = ("money", "count", "percentage", "ratio")
OLD_DAYS = 2 * 365 + 1
BILL_DAYS = 365  # about a session of Parliament
SEASON_END = {"spring": "-05", "summer": "-08", "autumn": "-11"}
UNDATED = "Undated: nobody can tell how old these words are."


@dataclass(frozen=True)
class Newer:
    """A Figure of another Paragraph that speaks of the same thing as one with its key."""

    paragraph_id: int
    text: str
    value: object
    unit: str
    as_of: dt.date


NewerByKey = Mapping[str, Sequence[Newer]]


def reasons(
    version: Version,
    review_date: dt.date | None,
    today: dt.date,
    world: World,
    newer: NewerByKey | None = None,
    text: str | None = None,
) -> list[Reason]:
    """What speaks against a Version on a day: its review date first, then its age, then its Figures.

    newer: by key, the Figures of other Paragraphs. text: a copy of its words that was changed; what is no
    longer in it counts no longer.
    """
    found = ever(version, review_date, today, world, newer or {}, version.text if text is None else text)
    return [reason for reason in found if reason.since <= today]


def stale_on(
    version: Version, review_date: dt.date | None, world: World, newer: NewerByKey
) -> dt.date | None:
    """The first day on which anything speaks against a Version, as far as is known; None for never."""
    found = ever(version, review_date, dt.date.max, world, newer, version.text)
    return min((reason.since for reason in found), default=None)


def ever(
    version: Version,
    review_date: dt.date | None,
    today: dt.date,
    world: World,
    newer: NewerByKey,
    text: str,
) -> list[Reason]:
    """What speaks against a Version or will one day, if nothing else changes; who it is now, as of today."""
    figures = [one for one in version.figures if text is version.text or _stands_in(text, one.text)]
    found = list(_of_version(version, review_date))
    found += [reason for figure in figures if (reason := _alone(figure)) is not None]
    found += _old(figures)
    for figure in figures:
        found += _of_figure(version, figure, today, world, newer)
    changed = government_changed(version, figures, text, today, world)
    found += [changed] if changed else []
    return list({reason.text: reason for reason in reversed(found)}.values())[::-1]


def stale(figure: Figure, today: dt.date) -> str:
    """Why a Figure, by itself, should not go out on this day; "" where nothing speaks against it."""
    found = [_alone(figure), _moved_on(figure), *_old([figure])]
    return next((reason.text for reason in found if reason and reason.since <= today), "")


def _stands_in(text: str, words: str) -> bool:
    """Whether a text still has a Figure's words, not as part of others: "now" of "know", "4%" of "14%"."""
    begin = r"\b" if words[:1].isalpha() else r"(?<!\d)(?<!\d[.,])"
    end = r"\b" if words[-1:].isalpha() else r"(?!\d|[.,]\d)"  # a digit may have letters behind: 100ml
    return re.search(f"{begin}{re.escape(words)}{end}", text) is not None


def _of_version(version: Version, review_date: dt.date | None) -> Iterator[Reason]:
    if review_date is not None:
        yield Reason("review", f"Its review date, {spoken(review_date)}, has passed.", later(review_date, 1))
    if version.date is None:
        yield Reason("undated", UNDATED, dt.date.min)


def _of_figure(
    version: Version, figure: Figure, today: dt.date, world: World, newer: NewerByKey
) -> Iterator[Reason]:
    """What others say against a Figure: the dated rows, and other Paragraphs."""
    if figure.kind == "bill":
        reason = bill_moved_on(version, figure, world) or _moved_on(figure)
    elif figure.kind == "office_holder":
        reason = holder_left(version, figure, today, world)
    else:
        reason = _newer(figure, newer.get(figure.key or "", ()), version.paragraph_id)
    if reason is not None:
        yield reason


def _alone(figure: Figure) -> Reason | None:
    """What a Figure's own words say against it: time that runs out, a day that comes."""
    if figure.kind == "relative_time":
        return _relative(figure)
    return _passed(figure) if figure.kind in ("date", "period") else None


def _relative(figure: Figure) -> Reason | None:
    words = quoted(figure)
    if figure.as_of is None:
        unit = re.search(r"\b(day|week|weekend|month|quarter|year|decade)\b", figure.text.lower())
        known = f"which {unit.group(1)}" if unit else "when that was"
        text = f"It says {words}, and nobody knows {known}."
        return Reason("relative", text, dt.date.min, (figure.start,))
    value = figure.value if isinstance(figure.value, str) else None
    until = last_true_day(figure.text, value, figure.as_of)
    if until == dt.date.max:
        return None
    text = f"It says {words}, written on {spoken(figure.as_of)}: that has run out."
    return Reason("relative", text, later(until, 1), (figure.start,))


def _passed(figure: Figure) -> Reason | None:
    """A date that the words speak of as still to come, from the day after it."""
    detail = figure.detail or {}
    if detail.get("yearless"):
        return _another_year(figure)
    value = str(figure.value) + SEASON_END.get(detail.get("season", ""), "")
    end = last_day(value) if detail.get("ahead") else None
    if end is None or end == dt.date.max or (figure.as_of is not None and end < figure.as_of):
        return None
    text = f"It speaks of {quoted(figure)} as still to come, and that has passed."
    return Reason("passed", text, later(end, 1), (figure.start,))


def _another_year(figure: Figure) -> Reason | None:
    """A day without its year, from when it next has come: "on 31 October" is another one by then."""
    day = re.fullmatch(r"--(\d\d)-(\d\d)", str(figure.value))
    if day is None or figure.as_of is None:
        return None
    month, number, year = int(day[1]), int(day[2]), figure.as_of.year
    years = (one for one in range(year, min(year + 9, dt.MAXYEAR)) if real_day(one, month, number))
    days = (dt.date(one, month, number) for one in years)
    come = next((one for one in days if one > figure.as_of), None)
    text = f"It says {quoted(figure)} without a year, written on {spoken(figure.as_of)}: that day has passed."
    return Reason("passed", text, later(come, 1), (figure.start,)) if come else None


def _old(figures: Sequence[Figure]) -> Iterator[Reason]:
    """Numbers of two years ago, those of one day in one reason."""
    by_day: dict[dt.date, list[Figure]] = {}
    for figure in figures:
        if figure.kind in NUMBERS and figure.as_of is not None:
            by_day.setdefault(figure.as_of, []).append(figure)
    for day, together in by_day.items():
        words = list(dict.fromkeys(map(quoted, together)))
        if len(words) == 1:
            text = f"{words[0]} is from {spoken(day)}, more than two years ago: is there a newer figure?"
        else:
            named = f"{', '.join(words[:-1])} and {words[-1]}"
            text = f"{named} are from {spoken(day)}, more than two years ago: are there newer figures?"
        yield Reason("old", text, later(day, OLD_DAYS), tuple(figure.start for figure in together))


def _moved_on(figure: Figure) -> Reason | None:
    """A Bill of which nobody knows what became, a year on."""
    if figure.kind != "bill" or figure.unit != "Bill" or figure.as_of is None:
        return None
    text = f"{quoted(figure)} was a Bill on {spoken(figure.as_of)}: it may be law by now, or have fallen."
    return Reason("bill", text, later(figure.as_of, BILL_DAYS), (figure.start,))


def _newer(figure: Figure, others: Sequence[Newer], paragraph_id: int | None) -> Reason | None:
    """Another Paragraph has a later value for what this Figure measures."""
    if not figure.key or figure.kind not in NUMBERS or figure.as_of is None:
        return None
    found = [
        other
        for other in others
        if other.paragraph_id != paragraph_id
        and other.unit == figure.unit
        and other.value != figure.value
        and other.as_of > figure.as_of
    ]
    if not found:
        return None
    newest = max(found, key=lambda other: (other.as_of, -other.paragraph_id))
    since = min(other.as_of for other in found)
    text = (
        f"{quoted(figure)} is from {spoken(figure.as_of)}; paragraph {newest.paragraph_id} has a newer "
        f"figure: “{' '.join(newest.text.split())}” as of {spoken(newest.as_of)}."
    )
    return Reason("newer", text, since, (figure.start,), paragraph_id=newest.paragraph_id)
