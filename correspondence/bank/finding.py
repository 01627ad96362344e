"""Looking things up in the bank: lists, searches, what is due, what is alike, what to look at first."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Select
from sqlalchemy.orm import Session, selectinload

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


def search(
    session: Session, words: str = "", filters: Filters = NO_FILTERS, encoder: Encoder | None = None
) -> list[Paragraph]:
    """The Paragraphs that pass `filters`: best first for `words`, else by Source and place in it.

    Words search what is offered: proposed and approved text.
    """
    found = list(session.scalars(_wanted(session, filters)))
    if filters.stale_on is not None:
        found = [paragraph for paragraph in found if reasons(paragraph, filters.stale_on)]
    if filters.voice:
        found = [paragraph for paragraph in found if _in_voice(paragraph.version, filters.voice)]
    if not words.strip():
        return found
    by_id = {paragraph.id: paragraph for paragraph in found}
    ranked = bank_index(session, encoder).search(words, encoder)
    return [by_id[key] for key in ranked if key in by_id]


def due(session: Session, today: dt.date) -> list[tuple[Paragraph, list[str]]]:
    """What needs review on a day, with sentences that say why; a passed review date comes first."""
    offered = session.scalars(_wanted(session, NO_FILTERS))
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
    others = {
        paragraph.id: paragraph
        for paragraph in session.scalars(_wanted(session, NO_FILTERS))
        if paragraph.source_id != source.id
    }
    texts = [(key, paragraph.version.text) for key, paragraph in others.items()]
    own = source.paragraphs
    alike = likeness.similar([paragraph.version.text for paragraph in own], texts)
    return {paragraph.id: [others[key] for key in keys] for paragraph, keys in zip(own, alike, strict=True)}


def _wanted(session: Session, filters: Filters) -> Select[Paragraph]:
    query = mine(session, Paragraph).options(
        selectinload(Paragraph.versions).selectinload(Version.figures),
        selectinload(Paragraph.topics),
        selectinload(Paragraph.source),
    )
    query = query.where(Paragraph.state == filters.state if filters.state else Paragraph.state != "retired")
    if filters.source_id is not None:
        query = query.where(Paragraph.source_id == filters.source_id)
    if filters.kind:
        query = query.where(Paragraph.kind == filters.kind)
    if filters.topic:
        query = query.where(Paragraph.topics.any(Topic.name == filters.topic))
    return query.order_by(Paragraph.source_id, Paragraph.position, Paragraph.id)


def _in_voice(version: Version, voice: str) -> bool:
    return version.voice != OFFICE if voice == ANOTHER else version.voice == voice
