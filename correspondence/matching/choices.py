"""What an office's choices teach, kept in memory by each process and refreshed by the office's edition.

Also the steps of background work that give Points their vectors.
"""

import datetime as dt
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from sqlalchemy import Pool, Select, and_, func, select
from sqlalchemy.orm import Session, selectinload

from correspondence.db import mine
from correspondence.matching import index
from correspondence.matching.learned import Learned, Taught, vectors_of
from correspondence.matching.semantic import Encoder, Vectors
from correspondence.models import Choice, Message, Offered, Office, Paragraph, Point

MOST = 20_000  # Points that are learned from, the newest: with their vectors 30 MB

_opening = threading.Lock()
_kept: WeakKeyDictionary[Pool, dict[tuple[int, str], Learned]] = WeakKeyDictionary()


def learned(session: Session, encoder: Encoder | None) -> Learned:
    """What the session's office has taught, as its choices stand now; one per process, database and office.

    Only what changed since the last call is read. A transaction that has itself changed something gets one
    of its own, for what it wrote may yet be undone.
    """
    model, width = (encoder.name, encoder.width) if encoder else ("", 0)
    touched = session.info.get("touched")
    if touched is not None and touched is session.get_transaction():
        found = Learned(model, width)
    else:
        with _opening:
            kept = _kept.setdefault(session.connection().engine.pool, {})
            found = kept.setdefault((session.info["office_id"], model), Learned(model, width))
    with found.lock:
        _refresh(session, found)
    return found


def changed(session: Session, offered: Iterable[Offered]) -> None:
    """Let every process read the choices for these Points again."""
    index.touch(session, ())
    edition = session.scalar(select(Office.edition).where(Office.id == session.info["office_id"]))
    for row in offered:
        row.edition = edition or 0


def carry_over(session: Session, old: Paragraph, new: Paragraph) -> None:
    """What was chosen of one Paragraph counts for another as well, whose own choices stand."""
    of_new = select(Choice.point_id).where(Choice.paragraph_id == new.id)
    only_old = mine(session, Choice).where(Choice.paragraph_id == old.id, Choice.point_id.not_in(of_new))
    carried = [
        Choice(
            point_id=choice.point_id, paragraph_id=new.id, used=choice.used, user_id=choice.user_id,
            forgotten_at=choice.forgotten_at, carried_from=old.id, created_at=choice.created_at,
        )
        for choice in session.scalars(only_old)
    ]  # fmt: skip
    session.add_all(carried)
    _changed_for(session, carried)


def take_back(session: Session, old: Paragraph) -> None:
    """What was chosen of a Paragraph counts for itself alone again."""
    carried = session.scalars(mine(session, Choice).where(Choice.carried_from == old.id)).all()
    for choice in carried:
        session.delete(choice)
    _changed_for(session, carried)


def _changed_for(session: Session, made: Sequence[Choice]) -> None:
    if made:
        keys = [choice.point_id for choice in made]
        changed(session, session.scalars(mine(session, Offered).where(Offered.point_id.in_(keys))))


@dataclass(frozen=True)
class Later:
    """A step of background work, done but not yet written: the bank's, then that of Points chosen for.

    done: vectors it made. left: vectors that lack, this step's among them; None where not counted.
    """

    bank: index.Later
    more: bool = False
    left: int | None = None
    vectors: Mapping[int, bytes] = field(default_factory=dict)  # by id of Offered
    model: str = ""

    @property
    def done(self) -> int:
        return self.bank.done + len(self.vectors)

    def keep(self, session: Session) -> bool:
        """Write what the step made; whether there is more to do."""
        _keep(session, self.vectors, self.model)
        return self.bank.keep(session) or self.more


def prepare(session: Session, load: index.Loader, limit: int, count: bool = False) -> Later:
    """Do the next step of work, reading only: the bank's, and then that of Points.

    Up to `limit` that were chosen for get the vector they lack, or one of this encoder. count: whether to
    count all that lack one.
    """
    bank = index.prepare(session, load, limit, count)
    if bank.segment is not None:  # settling needs no encoder
        return Later(bank, left=bank.left)
    encoder = load()
    left = None if bank.left is None else bank.left + lacking(session, encoder.name)
    made = {} if bank.more else _made(session, encoder, limit)
    return Later(bank, len(made) == limit, left, made, encoder.name)


def lacking(session: Session, model: str) -> int:
    """How many Points that were chosen for have no vector of this model."""
    return session.scalar(_without(session, model).with_only_columns(func.count(Offered.id))) or 0


def _without(session: Session, model: str) -> Select[Offered]:
    return mine(session, Offered).where(Offered.edition > 0, Offered.vector_model != model)


def _made(session: Session, encoder: Encoder, limit: int) -> dict[int, bytes]:
    """By id of Offered: what is kept of its Point to compare it with others by. A letter is read once."""
    in_letter = selectinload(Offered.point).selectinload(Point.message).selectinload(Message.points)
    rows = session.scalars(
        _without(session, encoder.name).order_by(Offered.id).limit(limit).options(in_letter)
    )
    made: dict[int, bytes] = {}
    for _, of_letter in groupby(sorted(rows, key=_letter), key=_letter):
        some = list(of_letter)
        message = some[0].point.message
        vectors = vectors_of([point.text for point in message.points], message.body, encoder)
        made |= {row.id: vectors[message.points.index(row.point)].tobytes() for row in some}
    return made


def _letter(row: Offered) -> int:
    return row.point.message_id


def _keep(session: Session, vectors: Mapping[int, bytes], model: str) -> None:
    if not vectors:
        return
    rows = session.scalars(mine(session, Offered).where(Offered.id.in_(vectors))).all()
    for row in rows:  # but for those whose letter was erased meanwhile
        row.vector, row.vector_model = vectors[row.id], model
    changed(session, rows)
    session.flush()


def _refresh(session: Session, found: Learned) -> None:
    edition = session.scalar(select(Office.edition).where(Office.id == session.info["office_id"])) or 0
    if edition == found.edition:
        return
    chosen = mine(session, Offered).where(Offered.edition > 0)
    ids = chosen.with_only_columns(Offered.point_id).order_by(Offered.id.desc())
    there = set(session.scalars(ids.limit(MOST)))
    for gone in found.points - there:
        found.drop(gone)
    # The tables, not the nouns: what belongs to an office's Point is its own, and asking for the office
    # once more lets SQLite look at every Choice of the office for each Point.
    points, made = Point.__table__.c, Choice.__table__.c
    rows = session.execute(
        chosen.where(Offered.edition > found.edition)
        .join(Point.__table__, points.id == Offered.point_id)
        .outerjoin(Choice.__table__, and_(made.point_id == points.id, made.forgotten_at.is_(None)))
        .with_only_columns(
            points.id, points.text, Offered.vector, Offered.vector_model,
            made.paragraph_id, made.used, made.created_at,
        )
        .order_by(Offered.point_id)
    )  # fmt: skip
    for point_id, lines in groupby((tuple(row) for row in rows), key=lambda row: row[0]):
        if point_id in there:
            _take(found, list(lines))
    found.edition = edition


def _take(found: Learned, lines: Sequence[tuple[Any, ...]]) -> None:
    """lines: of one Point, one for each choice; where none is left, one whose last three are None."""
    point_id, text, vector, made_by, *_ = lines[0]
    taught = [Taught(key, used, _day(at)) for *_, key, used, at in lines if key is not None]
    if taught:
        found.put(point_id, text, _vector(vector, found.width) if made_by == found.model else None, taught)
    else:
        found.drop(point_id)


def _day(at: dt.datetime) -> dt.date:
    return at.date()


def _vector(stored: bytes | None, width: int) -> Vectors | None:
    if stored is None or len(stored) != 4 * width:
        return None
    return np.frombuffer(stored, dtype=np.float32)
