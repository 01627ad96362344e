"""How matching reads and writes what the database has of a bank."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import Select, and_, delete, func, insert, select
from sqlalchemy.orm import InstrumentedAttribute, Session, undefer
from sqlalchemy.sql import ColumnElement

from correspondence.db import mine
from correspondence.matching.held import Held
from correspondence.matching.large import Reader
from correspondence.matching.segments import Arrays, Mark, Postings, key
from correspondence.matching.semantic import Vectors
from correspondence.matching.settled import Settled
from correspondence.models import Base, Segment, posting
from correspondence.models import newest as newest

_paragraph, _version = Base.metadata.tables["paragraph"], Base.metadata.tables["version"]
NOTHING: Mark = (-1, 0)  # before every change
AT_ONCE = 5_000  # keys in one query


def after(session: Session, mark: Mark) -> list[ColumnElement[bool]]:
    """The conditions that a Paragraph of the office changed after this mark, oldest changes first.

    Each walks one run of an index: with both in one, SQLite would walk all of a bank that came in at once.
    """
    edition, last_id = mark
    ours = _paragraph.c.office_id == session.info["office_id"]
    same_edition = (_paragraph.c.edition == edition) & (_paragraph.c.id > last_id)
    return [ours & same_edition, ours & (_paragraph.c.edition > edition)]


def count(session: Session, mark: Mark, most: int) -> int:
    """How many Paragraphs changed after this mark; counted up to `most` only."""
    found = 0
    for condition in after(session, mark):
        some = select(_paragraph.c.id).where(condition).limit(most - found).subquery()
        found += session.scalar(select(func.count()).select_from(some)) or 0
    return found


@dataclass(frozen=True)
class Read:
    """A Paragraph as it was read. mark: of its last change. stored: its vector, which `made_by` made."""

    mark: Mark
    held: Held
    stored: bytes | None
    made_by: str

    @property
    def is_retired(self) -> bool:
        return self.held.state == "retired"

    def vector(self, model: str, width: int) -> Vectors | None:
        """Its vector, (width,), if that is whole and of this model."""
        if not model or self.made_by != model or self.stored is None or len(self.stored) != 4 * width:
            return None
        return np.frombuffer(self.stored, dtype=np.float32)


def changed(session: Session, mark: Mark, limit: int) -> list[Read]:
    """Paragraphs that changed after the mark, also retired ones, oldest change first."""
    found: list[Read] = []
    for condition in after(session, mark):
        ordered = _whole().where(condition).order_by(_paragraph.c.edition, _paragraph.c.id)
        rows = session.execute(ordered.limit(limit - len(found)))
        found += [_read(*row) for row in rows]
    return found


def segments(session: Session) -> list[Segment]:
    """The office's segments, oldest first, without their arrays."""
    return list(session.scalars(mine(session, Segment).order_by(Segment.edition, Segment.last_id)))


def settled(
    session: Session, stored: Sequence[Segment], model: str, before: Settled | None
) -> Settled | None:
    """All of these segments in memory; those that `before` has are not read again."""
    if not stored:
        return None
    parts = []
    for segment in stored:
        if before is not None and segment.id in before.runs:
            parts.append(before.part(segment.id))
        else:
            parts.append(Arrays.of(whole(session, segment)))
            session.expunge(segment)  # its arrays are large
    usable = [bool(model) and segment.vector_model == model for segment in stored]
    mark = max((segment.edition, segment.last_id) for segment in stored)
    return Settled([segment.id for segment in stored], parts, usable, mark)


def lists(session: Session, stored: Sequence[Segment]) -> Settled:
    """As `settled`, without any codes: to see what counts in which segment."""
    columns = (Segment.paragraph_ids, Segment.lengths, Segment.standing)
    parts = [Arrays.of(_with(session, segment, *columns), with_codes=False) for segment in stored]
    mark = max(((segment.edition, segment.last_id) for segment in stored), default=NOTHING)
    return Settled([segment.id for segment in stored], parts, [False] * len(stored), mark)


def whole(session: Session, segment: Segment) -> Segment:
    """A segment with its arrays."""
    return _with(session, segment, Segment.paragraph_ids, Segment.lengths, Segment.standing, Segment.codes)


def _with(session: Session, segment: Segment, *columns: InstrumentedAttribute[bytes]) -> Segment:
    query = mine(session, Segment).where(Segment.id == segment.id).options(*map(undefer, columns))
    return session.scalars(query.execution_options(populate_existing=True)).one()


def postings(session: Session, keys: Sequence[int]) -> Iterator[tuple[int, bytes, bytes]]:
    """All postings of these segments, each segment's in the order of their stems."""
    query = (
        select(posting).where(posting.c.segment_id.in_(keys)).order_by(posting.c.segment_id, posting.c.stem)
    )
    for row in session.execute(query.execution_options(yield_per=AT_ONCE)):
        yield row.segment_id, row.stem, row.places


def add(session: Session, segment: Segment, found: Postings) -> None:
    """Store a new segment."""
    session.add(segment)
    session.flush()
    rows = [{"segment_id": segment.id, "stem": entry, "places": places} for entry, places in found.items()]
    for start in range(0, len(rows), AT_ONCE):
        session.execute(insert(posting), rows[start : start + AT_ONCE])


def remove(session: Session, keys: Iterable[int]) -> None:
    """Delete segments, with their postings."""
    session.execute(delete(Segment).where(Segment.id.in_(list(keys))))


def reader(session: Session, model: str, width: int) -> Reader:
    """How a large bank is read in this transaction. model: what made the vectors in use."""

    def some_postings(keys: Sequence[int], entries: Sequence[bytes]) -> Iterator[tuple[int, bytes, bytes]]:
        for start in range(0, len(entries), AT_ONCE):
            some = posting.c.stem.in_(entries[start : start + AT_ONCE])
            for row in session.execute(select(posting).where(posting.c.segment_id.in_(keys), some)):
                yield row.segment_id, row.stem, row.places

    def beginning(keys: Sequence[int], prefix: str) -> list[str]:
        first = key(prefix)
        begun = and_(posting.c.stem >= first, posting.c.stem < first + b"\xff")
        query = select(posting.c.stem).distinct().where(posting.c.segment_id.in_(keys), begun)
        return [
            stem.decode(errors="ignore") for stem in session.scalars(query.order_by(posting.c.stem).limit(50))
        ]

    def paragraphs(ids: Sequence[int]) -> list[tuple[Held, Vectors | None]]:
        found = []
        for start in range(0, len(ids), AT_ONCE):
            columns = _paragraph.c
            query = _whole().where(
                columns.id.in_(ids[start : start + AT_ONCE]),
                columns.office_id + 0 == session.info["office_id"],  # 0: by its key, not by all of an office
                columns.state != "retired",
            )
            rows = [_read(*row) for row in session.execute(query)]
            found += [(read.held, read.vector(model, width)) for read in rows]
        return found

    return Reader(some_postings, beginning, paragraphs)


def _whole() -> Select[*tuple[Any, ...]]:
    """Paragraphs with their newest Version, as `_read` takes them; the caller says of which office.

    Of tables, not of nouns: SQLite counts no rows before it plans, and for a condition on the office it
    would walk all of a large bank.
    """
    paragraph, version = _paragraph.c, _version.c
    return (
        select(
            paragraph.edition, paragraph.id, version.vector, version.vector_model,
            version.id, version.text, paragraph.kind, version.voice, paragraph.state, version.date,
            paragraph.stale_on, paragraph.source_id,
        )
        .select_from(_paragraph.join(_version, version.paragraph_id == paragraph.id))
        .where(newest())
    )  # fmt: skip


def _read(
    edition: int, paragraph_id: int, stored: bytes | None, made_by: str, version_id: int, *rest: Any
) -> Read:
    return Read((edition, paragraph_id), Held(paragraph_id, version_id, *rest), stored, made_by)
