"""Looking things up in the bank: lists, searches, what is alike, what to look at first."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func
from sqlalchemy.orm import Session, selectinload

from correspondence.bank import exact, stale
from correspondence.bank.dated import world
from correspondence.db import mine
from correspondence.drafting.problems import Problem
from correspondence.figures.stale import UNDATED
from correspondence.harvest import doubts
from correspondence.matching.index import bank_index
from correspondence.matching.semantic import Encoder
from correspondence.models import OFFICE, Block, Paragraph, Topic, Version, newest
from correspondence.models.paragraphs import paragraph_topic

ANOTHER = "another"  # the filter for every voice but the office's own
NOBODY = 0  # the filter for those that nobody owns
# By the day their words are true of, the day of review, in how many drafts they stand, their title.
ORDERS = ("newest", "oldest", "review", "used", "title")


@dataclass(frozen=True)
class Filters:
    """Which Paragraphs are wanted; "" and None leave a side open.

    state: "" is proposed and approved. voice: a name, "office", or "another" for all but the office's.
    stale_on: only those that something speaks against on this day. owner_id: a User's, or NOBODY.
    order: one of ORDERS; "" is best first for words, else by Source and place in it.
    """

    topic: str = ""
    kind: str = ""
    voice: str = ""
    state: str = ""
    source_id: int | None = None
    stale_on: dt.date | None = None
    owner_id: int | None = None
    order: str = ""


NO_FILTERS = Filters()
AT_ONCE = 1000  # Paragraphs loaded by one query
SLOW = 60  # after how many places of a list a find counts half as much (Cormack's reciprocal ranks)
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

    Words are looked for in text, title, source and figures, by their meaning too where there is an encoder.
    """
    return load(session, ranked(session, words, filters, encoder))


def ranked(
    session: Session, words: str = "", filters: Filters = NO_FILTERS, encoder: Encoder | None = None
) -> list[int]:
    """As `search`, but only the ids: a page of a long list is then loaded by itself."""
    wanted = _wanted(session, filters)
    if not words.strip():
        return list(session.scalars(wanted))
    best = _best(session, words, filters, encoder)
    if len(best) <= AT_ONCE:
        wanted = wanted.where(Paragraph.id.in_(best))
    found = list(session.scalars(wanted))
    if filters.order:
        among = set(best)
        return [key for key in found if key in among]
    passed = set(found)
    return [key for key in best if key in passed]


def _best(session: Session, words: str, filters: Filters, encoder: Encoder | None) -> list[int]:
    """Ids for some words, best first: as matching ranks them, those with the very words or figure moved up.

    Matching holds what is on offer. A list in another order has those alone that say the words.
    """
    if filters.state == "retired":
        by_words = list(session.scalars(exact.in_text(session, words)))
    else:
        index = bank_index(session, encoder)
        by_words = index.search(words, None if filters.order else encoder)
    weights = {key: 1 / (SLOW + place) for place, key in enumerate(by_words)}
    for key, weight in exact.found(session, words).items():
        weights[key] = weights.get(key, 0) + weight / SLOW
    return sorted(weights, key=lambda key: -weights[key])


def load(session: Session, ids: Sequence[int]) -> list[Paragraph]:
    """The office's Paragraphs with these ids, in their order, with all that is shown of them."""
    found: dict[int, Paragraph] = {}
    for start in range(0, len(ids), AT_ONCE):
        wanted = mine(session, Paragraph).where(Paragraph.id.in_(ids[start : start + AT_ONCE]))
        found.update((paragraph.id, paragraph) for paragraph in session.scalars(wanted.options(*_SHOWN)))
    return [found[key] for key in ids if key in found]


def reasons(paragraph: Paragraph, today: dt.date) -> list[str]:
    """Why a Paragraph should not go out on a day as it stands, as sentences."""
    return [reason.text for reason in stale.reasons(paragraph, today)]


def problems(paragraph: Paragraph, today: dt.date) -> list[Problem]:
    """What a person must see before they accept a Paragraph."""
    version = paragraph.version
    found = [
        Problem("undated" if reason == UNDATED else "stale", "should", reason)
        for reason in reasons(paragraph, today)
    ]
    known = world(stale.session_of(paragraph))
    found += [Problem("doubtful", "should", doubt) for doubt in doubts.of_paragraph(paragraph, known)]
    if version.voice != OFFICE:
        whose = version.voice or "somebody unknown"
        found.append(Problem("other_voice", "note", f"These are the words of {whose}, not the office's."))
    if version.removed:
        found.append(Problem("removed", "note", "Personal details were taken out."))
    return found


def _wanted(session: Session, filters: Filters) -> Select[Any]:
    """The ids of those that pass, in order."""
    query = mine(session, Paragraph)
    query = query.where(Paragraph.state == filters.state if filters.state else Paragraph.state != "retired")
    if filters.source_id is not None:
        query = query.where(Paragraph.source_id == filters.source_id)
    if filters.kind:
        query = query.where(Paragraph.kind == filters.kind)
    if filters.topic:
        topics = mine(session, Topic).where(Topic.name == filters.topic)
        under = topics.join(paragraph_topic).with_only_columns(paragraph_topic.c.paragraph_id)
        query = query.where(Paragraph.id.in_(under))
    if filters.stale_on is not None:
        query = query.where(Paragraph.stale_on <= filters.stale_on)
    if filters.owner_id is not None:
        query = query.where(
            Paragraph.owner_id == filters.owner_id if filters.owner_id else Paragraph.owner_id.is_(None)
        )
    query = _in_voice(query, filters)
    query = _most_used(session, query) if filters.order == "used" else _in_order(query, filters.order)
    return query.with_only_columns(Paragraph.id)


def _in_voice(query: Select[Any], filters: Filters) -> Select[Any]:
    """With the newest Version at hand, where it is needed, in the voice that is wanted."""
    if not filters.voice and filters.order not in ("newest", "oldest"):
        return query
    version = Version.__table__
    query = query.join(version, version.c.paragraph_id == Paragraph.id).where(newest())
    if filters.voice:
        is_it = version.c.voice != OFFICE if filters.voice == ANOTHER else version.c.voice == filters.voice
        query = query.where(is_it)
    return query


def _in_order(query: Select[Any], order: str) -> Select[Any]:
    day = Version.__table__.c.date
    if order == "newest":
        return query.order_by(day.desc().nulls_last(), Paragraph.id.desc())
    if order == "oldest":
        return query.order_by(day.asc().nulls_first(), Paragraph.id)
    if order == "review":
        return query.order_by(Paragraph.review_date.asc().nulls_last(), Paragraph.id)
    if order == "title":
        return query.order_by(func.lower(Paragraph.title), Paragraph.id)
    return query.order_by(Paragraph.source_id, Paragraph.position, Paragraph.id)


def _most_used(session: Session, query: Select[Any]) -> Select[Any]:
    """By the number of Drafts they stand in, in whichever Version."""
    version = Version.__table__
    used = (
        mine(session, Block)
        .join(version, version.c.id == Block.version_id)
        .where(Block.removed_at.is_(None), ~Block.is_blank)
        .group_by(version.c.paragraph_id)
        .with_only_columns(version.c.paragraph_id, func.count(Block.draft_id.distinct()).label("drafts"))
        .subquery()
    )
    query = query.outerjoin(used, used.c.paragraph_id == Paragraph.id)
    return query.order_by(func.coalesce(used.c.drafts, 0).desc(), Paragraph.id)
