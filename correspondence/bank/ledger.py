"""The ledger: every figure the bank says, those that measure the same together, ours first, then the oldest.

It reads the newest Version of each Paragraph that is not retired. Figures with one `key` are one entry;
a figure without a key is an entry of its own.
"""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, case, cast, func
from sqlalchemy.orm import Session, contains_eager

from correspondence.db import mine
from correspondence.figures.stale import NUMBERS, OLD_DAYS
from correspondence.models import Block, Draft, Figure, Paragraph, Topic, Version, newest, ours_first

KINDS = (*NUMBERS, "date", "period", "relative_time", "office_holder", "bill")
AT_ONCE = 500  # entries loaded by one query
SHOWN = 40  # figures of one entry: the oldest and the newest
MOST = 500  # places that one value is looked for in, and figures that one is held against, newest first


@dataclass(frozen=True)
class Asked:
    """Which entries are wanted. kind: one of KINDS, or "numbers" for the four that count or measure.

    words: all of them stand in the figure, what it measures, or the title of its Paragraph. old_on: only
    those with a figure that nobody dated or that is more than two years old on this day.
    """

    kind: str = ""
    topic: str = ""
    words: str = ""
    disagreeing: bool = False
    old_on: dt.date | None = None


ALL = Asked()


@dataclass(frozen=True)
class Entry:
    """What measures the same: its figures, oldest first; those of nobody knows when before all.

    newest: the one with the latest date, where they disagree and one is later than all others.
    """

    figures: list[Figure]
    disagrees: bool = False
    newest: Figure | None = None


@dataclass(frozen=True)
class Use:
    """In how many Drafts a Paragraph stands, of whatever Version, and how many of them were sent."""

    drafts: int = 0
    sent: int = 0


def entries(session: Session, asked: Asked = ALL) -> Select[Any]:
    """The names of the entries that are wanted: those with a figure of ours first, of these the oldest.

    Give a page of them to `load`.
    """
    names = _now(session).with_only_columns(_name().label("entry"))
    names = names.group_by("entry")
    names = names.order_by(func.min(ours_first()), func.min(_age()), func.min(Figure.id))
    if asked.disagreeing:
        names = names.having(func.count(_value().distinct()) > 1, func.count(_hand().distinct()) > 1)
        names = names.where(Figure.key != "")
    conditions = _conditions(asked)
    if conditions:
        names = names.where(_name().in_(_now(session).where(*conditions).with_only_columns(_name())))
    return names


def load(session: Session, names: Sequence[str]) -> list[Entry]:
    """The entries of these names, in their order."""
    found: dict[str, list[Figure]] = {name: [] for name in names}
    for start in range(0, len(names), AT_ONCE):
        some = names[start : start + AT_ONCE]
        ids = [int(name[1:]) for name in some if name.startswith("#")]
        keys = [name for name in some if not name.startswith("#")]
        wanted = _now(session).where(Figure.id.in_([*ids, *_ends(session, keys)]))
        wanted = wanted.options(contains_eager(Figure.version).contains_eager(Version.paragraph))
        for figure in session.scalars(wanted.order_by(_age(), Figure.id)):
            found[figure.key or f"#{figure.id}"].append(figure)
    return [_entry(figures) for figures in found.values() if figures]


def disagreeing(session: Session, paragraph: Paragraph) -> list[tuple[Figure, Figure]]:
    """Each figure of a Paragraph with one of another Paragraph that gives the same measure another value."""
    own = {figure.key: figure for figure in paragraph.version.figures if figure.key}
    if not own or paragraph.state == "retired":
        return []
    others = _now(session).where(Figure.key.in_(own), Paragraph.id != paragraph.id)
    others = others.options(contains_eager(Figure.version).contains_eager(Version.paragraph))
    found = session.scalars(others.order_by(_age().desc(), Figure.id).limit(MOST))
    return [(own[other.key], other) for other in found if _speak_against(own[other.key], other)]


def uses(session: Session, paragraphs: Sequence[int]) -> dict[int, Use]:
    """By Paragraph id: in how many Drafts it stands. Those in none are left out."""
    of_them = (
        mine(session, Block)
        .join(Version, Version.id == Block.version_id)
        .join(Block.draft)
        .where(Version.paragraph_id.in_(paragraphs), Block.removed_at.is_(None), ~Block.is_blank)
        .group_by(Version.paragraph_id)
    )
    sent = case((Draft.state == "sent", Draft.id))
    rows = session.execute(
        of_them.with_only_columns(
            Version.paragraph_id, func.count(Draft.id.distinct()), func.count(sent.distinct())
        )
    )
    return {key: Use(drafts, out) for key, drafts, out in rows}


def said_now(session: Session, figure: Figure) -> list[Figure]:
    """The figures of the bank that measure what this one does, and those without a key that say the same."""
    is_same = (
        func.lower(Figure.text) == figure.text.lower()
        if figure.value is None
        else _value() == json.dumps(figure.value)
    )
    is_keyed = and_(Figure.key == figure.key, Figure.key != "")
    alike = _now(session).where(
        Figure.kind == figure.kind, is_keyed | and_(Figure.key == "", is_same) | (Figure.id == figure.id)
    )
    alike = alike.options(contains_eager(Figure.version).contains_eager(Version.paragraph))
    return list(session.scalars(alike.order_by(Version.paragraph_id, Figure.start).limit(MOST)))


def _now(session: Session) -> Select[Figure]:
    """The figures of the newest Versions of all that is not retired."""
    return (
        mine(session, Figure)
        .join(Figure.version)
        .join(Version.paragraph)
        .where(Paragraph.state != "retired", newest())
    )


def _ends(session: Session, keys: Sequence[str]) -> list[int]:
    """The ids of the oldest and the newest figures of each key; of most keys that is all."""
    ranks = [
        func.row_number().over(partition_by=Figure.key, order_by=order)
        for order in ((_age(), Figure.id), (_age().desc(), Figure.id.desc()))
    ]
    ranked = _now(session).where(Figure.key.in_(keys)).with_only_columns(Figure.id, *ranks)
    return [key for key, old, new in session.execute(ranked) if min(old, new) <= SHOWN // 2]


def _conditions(asked: Asked) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if asked.kind:
        found.append(Figure.kind.in_(NUMBERS) if asked.kind == "numbers" else Figure.kind == asked.kind)
    if asked.topic:
        found.append(Paragraph.topics.any(Topic.name == asked.topic))
    if asked.old_on:
        day = asked.old_on - dt.timedelta(OLD_DAYS)
        found.append(Figure.as_of.is_(None) | (Figure.as_of <= day))
    said = func.lower(Figure.text + " " + Figure.measure + " " + Paragraph.title)
    found += [said.contains(word, autoescape=True) for word in asked.words.lower().split()]
    return found


def _name() -> ColumnElement[Any]:
    """The name of a figure's entry: its key, or "#" and its number where it has none."""
    return case((Figure.key == "", "#" + cast(Figure.id, String)), else_=Figure.key)


def _age() -> ColumnElement[Any]:
    """The day a figure is of; of those that nobody dated, a day before all others."""
    return func.coalesce(Figure.as_of, dt.date.min)


def _value() -> ColumnElement[Any]:
    return cast(Figure.value, String)


def _hand() -> ColumnElement[Any]:
    """Who says it when: what one Source says on one day is meant of two things where it differs."""
    who = func.coalesce(cast(Paragraph.source_id, String), "#" + cast(Paragraph.id, String))
    return who + "/" + func.coalesce(cast(Figure.as_of, String), "")


def _entry(figures: list[Figure]) -> Entry:
    values = {json.dumps(figure.value) for figure in figures}
    disagrees = len(values) > 1 and len({_said_by(figure) for figure in figures}) > 1
    last = figures[-1]
    is_later = last.as_of is not None and all(
        figure.as_of is None or figure.as_of < last.as_of or figure.value == last.value for figure in figures
    )
    return Entry(figures, disagrees, last if disagrees and is_later else None)


def _said_by(figure: Figure) -> tuple[int, dt.date | None]:
    """As `_hand`. Where there are two of them and two values, two of one key differ in both."""
    paragraph = figure.version.paragraph
    return paragraph.source_id or -paragraph.id, figure.as_of


def _speak_against(one: Figure, other: Figure) -> bool:
    """Whether two figures of one key differ and are not of one hand: the same Source on the same day."""
    return one.value != other.value and _said_by(one) != _said_by(other)
