"""What becomes of a proposed Paragraph that the bank holds already, as a person says."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Select, func
from sqlalchemy.orm import Session, selectinload

from correspondence.bank import alike
from correspondence.bank.changed import changed
from correspondence.bank.changing import revise
from correspondence.bank.importing import make_room
from correspondence.db import mine
from correspondence.errors import Conflict, Refused
from correspondence.matching import choices
from correspondence.matching.index import touch
from correspondence.models import Alike, Choice, Import, ImportFile, Paragraph, Source, User

Pair = tuple[Paragraph, Paragraph]  # one that is proposed, and what the bank held before
Seen = tuple[int | None, int | None]  # the numbers of the Versions that a person saw of both
MANY = 100  # further Sources that are named


def merge(
    session: Session,
    user: User | None,
    paragraph: Paragraph,
    other: Paragraph,
    now: dt.datetime,
    seen: Seen | None = None,
) -> None:
    """Use what the bank had: `paragraph` retires, and its Source is a further one of `other`.

    The letters that taught `paragraph` teach `other`, which keeps its words and its state.
    """
    _hold(session, paragraph, [other], seen)
    _settle(session, [(paragraph, other)], "merged")
    changed(session, user, "merge", paragraph, [paragraph], now, into=other.id)


def merge_same(
    session: Session,
    user: User | None,
    noun: Source | Import,
    paragraphs: Iterable[Paragraph],
    now: dt.datetime,
) -> int:
    """Use what the bank had for all of these that are word for word there; they came with `noun`.

    How many it was.
    """
    rows = {paragraph.id: paragraph for paragraph in paragraphs}
    found = alike.same(session, rows.values())
    others = {paragraph.id: paragraph for paragraph in _by_id(session, sorted(set(found.values())))}
    pairs = [(rows[key], others[other]) for key, other in found.items()]
    if pairs:
        _settle(session, pairs, "merged")
        merged = [paragraph for paragraph, _other in pairs]
        changed(session, user, "merge", noun, merged, now, count=len(pairs))
    return len(pairs)


def replace(
    session: Session,
    user: User | None,
    paragraph: Paragraph,
    other: Paragraph,
    now: dt.datetime,
    seen: Seen | None = None,
) -> None:
    """Give `other` the words of `paragraph`, with their date, voice and Source; `paragraph` retires.

    One that was approved is proposed again. Where its words were from stays in its history.
    """
    _hold(session, paragraph, [other], seen)
    newest, before = paragraph.version, other.source
    version = revise(
        session, user, other, newest.text, now,
        voice=newest.voice, speaker=newest.speaker, date=newest.date, why=_why(paragraph, other),
    )  # fmt: skip
    version.removed = list(newest.removed)
    if other.state == "approved":  # word for word the same; whose words, and for how long, nobody approved
        other.state = "proposed"
    if paragraph.source is not None and paragraph.source is not before:
        other.position = make_room(paragraph.source, paragraph.position)
        other.source = paragraph.source
    other.review_date = paragraph.review_date or other.review_date
    _settle(session, [(paragraph, other)], "replaced")
    changed(session, user, "replace", other, [other, paragraph], now, by=paragraph.id, version=version.number)
    for source in (before, paragraph.source):
        if source is not None:
            session.expire(source, ["paragraphs"])


def keep_both(
    session: Session,
    user: User | None,
    paragraph: Paragraph,
    others: Sequence[Paragraph],
    now: dt.datetime,
) -> int:
    """Keep `paragraph` as a variant of `others`: nobody is asked about it beside them again.

    The id of the first row that says so.
    """
    _hold(session, paragraph, others)
    rows = [Alike(paragraph_id=paragraph.id, other_id=other.id, how="variant") for other in others]
    session.add_all(rows)
    ids = [other.id for other in others]
    changed(session, user, "keep both", paragraph, [paragraph], now, beside=ids)
    session.flush()
    return min(row.id for row in rows)


def further(session: Session, paragraph: Paragraph) -> list[Source]:
    """Where else its words were read: the Sources of those that were merged into it, newest first."""
    merged = mine(session, Alike).where(Alike.other_id == paragraph.id, Alike.how == "merged")
    of_them = merged.join(Paragraph, Paragraph.id == Alike.paragraph_id).with_only_columns(
        Paragraph.source_id
    )
    query = mine(session, Source).where(Source.id.in_(of_them), Source.id != paragraph.source_id)
    return list(session.scalars(query.order_by(Source.date.desc(), Source.id.desc()).limit(MANY)))


def settled(session: Session, paragraphs: Iterable[Paragraph]) -> dict[int, Alike]:
    """What was said of those that retired because the bank held them, by their id."""
    ids = [paragraph.id for paragraph in paragraphs if paragraph.state == "retired"]
    query = mine(session, Alike).where(Alike.paragraph_id.in_(ids), Alike.how != "variant")
    return {row.paragraph_id: row for row in session.scalars(query.options(selectinload(Alike.other)))}


def of_import(session: Session, source: Source) -> tuple[Import | None, int]:
    """The Import a Source came with, and how many Sources did; none where it came alone."""
    own = (
        mine(session, ImportFile)
        .where(ImportFile.source_id == source.id)
        .with_only_columns(ImportFile.import_id)
    )
    given = session.scalar(mine(session, Import).where(Import.id.in_(own)).order_by(Import.id).limit(1))
    if given is None:
        return None, 1
    count = _sources_of(session, given).with_only_columns(func.count(func.distinct(ImportFile.source_id)))
    return given, session.scalar(count) or 0


def proposed_of(session: Session, given: Import) -> list[Paragraph]:
    """All that came with an Import and is proposed."""
    sources = _sources_of(session, given).with_only_columns(ImportFile.source_id)
    query = mine(session, Paragraph).where(Paragraph.state == "proposed", Paragraph.source_id.in_(sources))
    return list(session.scalars(query.order_by(Paragraph.id).options(selectinload(Paragraph.versions))))


def _sources_of(session: Session, given: Import) -> Select[Any]:
    return mine(session, ImportFile).where(
        ImportFile.import_id == given.id, ImportFile.source_id.is_not(None)
    )


def _why(paragraph: Paragraph, other: Paragraph) -> str:
    """What the history says of the words of `paragraph` where they take the place of those of `other`."""
    before = other.source
    if paragraph.source is before and paragraph.version.why:
        return paragraph.version.why
    told = ", ".join(filter(None, (before.title, str(before.date or "")))) if before else ""
    return f"In place of words from {told}." if told else "In place of older words."


def _by_id(session: Session, ids: Sequence[int]) -> Iterator[Paragraph]:
    for start in range(0, len(ids), alike.AT_ONCE):
        some = ids[start : start + alike.AT_ONCE]
        yield from session.scalars(mine(session, Paragraph).where(Paragraph.id.in_(some)))


def _hold(
    session: Session, paragraph: Paragraph, others: Sequence[Paragraph], seen: Seen | None = None
) -> None:
    """Refuse what is no longer as it was; hold the rest, so that nobody changes it meanwhile."""
    touch(session, ())  # as every change does first, so that no two wait for each other
    ids = {paragraph.id, *(other.id for other in others)}
    held = mine(session, Paragraph).where(Paragraph.id.in_(ids)).order_by(Paragraph.id).with_for_update()
    for row in session.scalars(held.execution_options(populate_existing=True)):
        session.expire(row, ["versions"])
    if paragraph.id in {other.id for other in others}:
        raise Refused("Choose two different paragraphs.")
    if paragraph.state != "proposed":
        raise Conflict("Somebody else has dealt with this paragraph. Look at it again.")
    if any(other.state == "retired" for other in others):
        raise Conflict("The paragraph of the bank was retired meanwhile. Look at this one again.")
    if seen is not None and seen != (paragraph.version.number, others[0].version.number):
        raise Conflict("Somebody else has changed one of the two. Look at them again.")


def _settle(session: Session, pairs: Sequence[Pair], how: str) -> None:
    """Retire the first of each pair; what it taught, and what was merged into it, goes to the second."""
    into = {paragraph.id: other for paragraph, other in pairs}
    taught = mine(session, Choice).where(Choice.paragraph_id.in_(into)).with_only_columns(Choice.paragraph_id)
    chosen = set(session.scalars(taught))
    earlier = mine(session, Alike).where(Alike.other_id.in_(into), Alike.how != "variant")
    for row in session.scalars(earlier):
        row.other = into[row.other_id]
    for paragraph, other in pairs:
        paragraph.state = "retired"
        session.add(Alike(paragraph_id=paragraph.id, other_id=other.id, how=how))
        if paragraph.id in chosen:
            choices.carry_over(session, paragraph, other)
