"""Looking things up in the bank: lists, searches, what is due, what is alike, what to look at first."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, exists
from sqlalchemy.orm import Session, aliased, selectinload

from correspondence import figures
from correspondence.db import mine
from correspondence.drafting.problems import Problem
from correspondence.figures.stale import UNDATED
from correspondence.harvest import likeness
from correspondence.matching.index import bank_index
from correspondence.matching.semantic import Encoder
from correspondence.models import OFFICE, Paragraph, Source, Topic, Version

ANOTHER = "another"  # the filter for every voice but the office's own


@dataclass(frozen=True)
class Filters:
    """Which Paragraphs are wanted; "" and None leave a side open.

    state: "" is proposed and approved. voice: a name, "office", or "another" for all but the office's.
    stale_on: only those that something speaks against on this day.
    """

    topic: str = ""
    kind: str = ""
    voice: str = ""
    state: str = ""
    source_id: int | None = None
    stale_on: dt.date | None = None


NO_FILTERS = Filters()
AT_ONCE = 1000  # Paragraphs loaded by one query
_SHOWN = (
    selectinload(Paragraph.versions).selectinload(Version.figures),
    selectinload(Paragraph.topics),
    selectinload(Paragraph.source),
    selectinload(Paragraph.owner),
)


def search(
    session: Session, words: str = "", filters: Filters = NO_FILTERS, encoder: Encoder | None = None
) -> list[Paragraph]:
    """The Paragraphs that pass `filters`: best first for `words`, else by Source and place in it.

    Words search what is offered: proposed and approved text.
    """
    return load(session, ranked(session, words, filters, encoder))


def ranked(
    session: Session, words: str = "", filters: Filters = NO_FILTERS, encoder: Encoder | None = None
) -> list[int]:
    """As `search`, but only the ids: a page of a long list is then loaded by itself."""
    wanted = _wanted(session, filters).with_only_columns(Paragraph.id)
    best = bank_index(session, encoder).search(words, encoder) if words.strip() else None
    if best is not None and len(best) <= AT_ONCE:
        wanted = wanted.where(Paragraph.id.in_(best))
    found = list(session.scalars(wanted))
    if filters.stale_on is not None:
        day = filters.stale_on
        found = [paragraph.id for paragraph in load(session, found) if reasons(paragraph, day)]
    if best is None:
        return found
    passed = set(found)
    return [key for key in best if key in passed]


def load(session: Session, ids: Sequence[int]) -> list[Paragraph]:
    """The office's Paragraphs with these ids, in their order, with all that is shown of them."""
    found: dict[int, Paragraph] = {}
    for start in range(0, len(ids), AT_ONCE):
        wanted = mine(session, Paragraph).where(Paragraph.id.in_(ids[start : start + AT_ONCE]))
        found.update((paragraph.id, paragraph) for paragraph in session.scalars(wanted.options(*_SHOWN)))
    return [found[key] for key in ids if key in found]


def due(session: Session, today: dt.date) -> list[tuple[Paragraph, list[str]]]:
    """What needs review on a day, with sentences that say why; a passed review date comes first."""
    offered = search(session)
    found = [(paragraph, why) for paragraph in offered if (why := reasons(paragraph, today))]
    return sorted(found, key=lambda pair: (pair[0].review_date or dt.date.max, pair[0].id))


def reasons(paragraph: Paragraph, today: dt.date) -> list[str]:
    """Why a Paragraph should not go out on a day as it stands, as sentences."""
    return figures.stale_version(paragraph.version, paragraph.review_date, today)


def problems(paragraph: Paragraph, today: dt.date) -> list[Problem]:
    """What a person must see before they accept a Paragraph."""
    version = paragraph.version
    found = [
        Problem("undated" if reason == UNDATED else "stale", "should", reason)
        for reason in reasons(paragraph, today)
    ]
    if version.voice != OFFICE:
        whose = version.voice or "somebody unknown"
        found.append(Problem("other_voice", "note", f"These are the words of {whose}, not the office's."))
    if version.removed:
        found.append(Problem("removed", "note", "Personal details were taken out. Check the wording."))
    return found


def similar(session: Session, source: Source) -> dict[int, list[Paragraph]]:
    """For each Paragraph of a Source, by its id, those of other Sources that say nearly the same."""
    others = {paragraph.id: paragraph for paragraph in search(session) if paragraph.source_id != source.id}
    texts = [(key, paragraph.version.text) for key, paragraph in others.items()]
    own = source.paragraphs
    alike = likeness.similar([paragraph.version.text for paragraph in own], texts)
    return {paragraph.id: [others[key] for key in keys] for paragraph, keys in zip(own, alike, strict=True)}


def _wanted(session: Session, filters: Filters) -> Select[Paragraph]:
    query = mine(session, Paragraph)
    query = query.where(Paragraph.state == filters.state if filters.state else Paragraph.state != "retired")
    if filters.source_id is not None:
        query = query.where(Paragraph.source_id == filters.source_id)
    if filters.kind:
        query = query.where(Paragraph.kind == filters.kind)
    if filters.topic:
        query = query.where(Paragraph.topics.any(Topic.name == filters.topic))
    if filters.voice:
        query = query.where(Paragraph.versions.any(_in_voice(filters.voice)))
    return query.order_by(Paragraph.source_id, Paragraph.position, Paragraph.id)


def _in_voice(voice: str) -> ColumnElement[bool]:
    """The condition that a Version is its Paragraph's newest and in this voice."""
    later = aliased(Version)
    is_newest = ~exists().where(later.paragraph_id == Version.paragraph_id, later.number > Version.number)
    return and_(Version.voice != OFFICE if voice == ANOTHER else Version.voice == voice, is_newest)
