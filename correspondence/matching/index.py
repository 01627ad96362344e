"""The bank as matching sees it, kept in memory by each process and refreshed by the bank's edition."""

import threading
from collections.abc import Iterable, Sequence
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from sqlalchemy import Pool, Select, func, select, update
from sqlalchemy.orm import Session, aliased

from correspondence.db import mine
from correspondence.matching.held import BankIndex, Held
from correspondence.matching.semantic import WIDTH, Encoder, Vectors
from correspondence.models import Office, Paragraph, Version

_opening = threading.Lock()
_indexes: WeakKeyDictionary[Pool, dict[tuple[int, str], BankIndex]] = WeakKeyDictionary()


def bank_index(session: Session, encoder: Encoder | None) -> BankIndex:
    """The index of the session's office, as its bank stands now; one per process, database and office.

    Only what changed since the last call is read. A transaction that has itself changed the bank gets
    an index of its own, for what it wrote may yet be undone.
    """
    office_id, model = session.info["office_id"], encoder.name if encoder else ""
    if session.info.get("touched") not in (None, session.get_transaction()):
        del session.info["touched"]
    if "touched" in session.info:
        index = BankIndex()
    else:
        with _opening:
            kept = _indexes.setdefault(session.connection().engine.pool, {})
            index = kept.setdefault((office_id, model), BankIndex())
    with index.lock:
        _refresh(session, index, model)
    return index


def touch(session: Session, paragraphs: Iterable[Paragraph]) -> None:
    """Count a change of the bank, so that every process reads these Paragraphs again."""
    edition = session.scalar(
        update(Office)
        .where(Office.id == session.info["office_id"])
        .values(edition=Office.edition + 1)
        .returning(Office.edition)
    )
    for paragraph in paragraphs:
        paragraph.edition = edition or 0
    session.info["touched"] = session.get_transaction()


def encode_missing(session: Session, encoder: Encoder, limit: int) -> int:
    """Give up to `limit` Paragraphs the vector they lack, or one of this encoder; how many still lack one.

    The database waits for it, so keep `limit` to what is done in half a second (16 or so).
    """
    versions = session.scalars(_missing(session, encoder.name).limit(limit)).all()
    for version, vector in zip(versions, encoder.encode([version.text for version in versions]), strict=True):
        version.vector, version.vector_model = vector.tobytes(), encoder.name
    if versions:
        touch(session, [version.paragraph for version in versions])
    missing = _missing(session, encoder.name).order_by(None).subquery()
    return session.scalar(select(func.count()).select_from(missing)) or 0


def _missing(session: Session, model: str) -> Select[Version]:
    return (
        mine(session, Version)
        .join(Paragraph)
        .where(Paragraph.state != "retired", _newest(), Version.vector_model != model)
        .order_by(Version.id)
    )


def _newest() -> Any:
    """The condition that a Version is its Paragraph's newest."""
    later = aliased(Version)
    return ~select(later.id).where(later.paragraph_id == Paragraph.id, later.number > Version.number).exists()


def _refresh(session: Session, index: BankIndex, model: str) -> None:
    edition = session.scalar(select(Office.edition).where(Office.id == session.info["office_id"])) or 0
    if edition == index.edition:
        return
    changed = (
        mine(session, Paragraph)
        .join(Version)
        .where(Paragraph.edition > index.edition, _newest())
        .with_only_columns(
            Paragraph.id, Paragraph.kind, Paragraph.state, Paragraph.review_date, Paragraph.source_id,
            Version.id, Version.text, Version.voice, Version.date,
            Version.vector, Version.vector_model,
        )
    )  # fmt: skip
    for row in session.execute(changed):
        _take(index, tuple(row), model)
    index.edition = edition


def _take(index: BankIndex, row: tuple[Any, ...], model: str) -> None:
    paragraph_id, kind, state, review_date, source_id, version_id, text, voice, date, vector, made_by = row
    if state == "retired":
        index.drop(paragraph_id)
        return
    held = Held(paragraph_id, version_id, text, kind, voice, state, date, review_date, source_id)
    index.put(held, _vector(vector) if model and made_by == model else None)


def _vector(stored: bytes | None) -> Vectors | None:
    if stored is None or len(stored) != 4 * WIDTH:
        return None
    return np.frombuffer(stored, dtype=np.float32)


def index_of(held: Sequence[Held], vectors: Vectors | None = None) -> BankIndex:
    """An index of these alone, outside any database. vectors: (len(held), 384), or None."""
    index = BankIndex()
    for row, entry in enumerate(held):
        index.put(entry, None if vectors is None else vectors[row])
    return index
