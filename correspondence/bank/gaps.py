"""What people ask and the bank has nothing current for: points of letters that wait, and of those whose reply
went without an answer to them; like ones together."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import numpy as np
from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from correspondence import audit
from correspondence.bank.alike_asks import NONE, Ask, Gap, grouped
from correspondence.db import mine
from correspondence.harvest import personal
from correspondence.matching.semantic import Vectors
from correspondence.models import (
    AuditEvent,
    Block,
    Constituent,
    Draft,
    Message,
    Offered,
    Paragraph,
    Point,
    Topic,
    User,
    Version,
)
from correspondence.models.drafts import block_point
from correspondence.models.paragraphs import paragraph_topic

MOST = 2000  # points that are told of: those that wait first, of each the newest letters'
AT_ONCE = 500
LATELY = dt.timedelta(days=90)  # for which a point counts that a reply left unanswered
BEGUN = "answer gap"  # the act that says for which points a Paragraph was written


def gaps(session: Session, today: dt.date) -> list[Gap]:
    """What people ask that the bank does not have, by how many ask it and since when.

    A letter whose reply has gone is done once something was written for what it asked.
    """
    begun = _begun(session)
    found = grouped([one for one in asks(session, today) if not (one.replied and one.point_id in begun)])
    written = _written_for(session, [ask.point_id for gap in found for ask in gap.asks])
    for gap in found:
        gap.begun = sorted({key for ask in gap.asks for key in begun.get(ask.point_id, ())})
        near = [ask.offered[0] for ask in gap.asks if ask.offered and ask.answered in ("yes", "perhaps")]
        near += [key for ask in gap.asks for key in written.get(ask.point_id, ())]
        gap.stale = [key for key, _count in Counter(near).most_common(2)]
    _suggest(session, found)
    return sorted(found, key=lambda gap: (-gap.people, gap.since))


def asks(session: Session, today: dt.date) -> list[Ask]:
    """Points of received letters that no current Paragraph is offered or used for, the oldest first.

    Not casework, not left on purpose, not answered by a reply that has gone. Of a letter nobody has begun to
    answer it is not known what the bank offers, until somebody has it looked at.
    """
    lately = or_(Draft.state != "sent", Draft.sent_at >= _since(today))
    lists = session.scalars(mine(session, Draft).where(lately).with_only_columns(Draft.left))
    left = {point_id for points in lists for point_id in points}
    waiting = _waiting(session, today).execution_options(yield_per=AT_ONCE)
    found: list[Ask] = []
    with session.execute(waiting) as answer:
        for rows in answer.partitions():
            current = _current(session, {key for row in rows for key in row.paragraphs or ()}, today)
            for row in rows:
                is_offered = row.answered not in (None, "no") and not current.isdisjoint(row.paragraphs)
                if not is_offered and row.id not in left:
                    found.append(_ask(row))
            if len(found) >= MOST:
                break
    oldest_first = found[:MOST][::-1]  # among those that wait, and among the others
    return sorted(oldest_first, key=lambda ask: (ask.since, ask.message_id))


def unbegun(session: Session, most: int) -> tuple[list[Message], int]:
    """Letters nobody has begun to answer and nothing was looked up for, longest waiting first; how many."""
    points, offered, draft = Point.__table__, Offered.__table__, Draft.__table__
    known = select(points.c.message_id).join(offered, offered.c.point_id == points.c.id)
    waiting = mine(session, Message).where(
        Message.state == "received",
        Message.id.in_(select(points.c.message_id).where(points.c.kind != "casework")),
        Message.id.not_in(known),
        Message.id.not_in(select(draft.c.message_id)),
    )
    ids = list(
        session.scalars(waiting.with_only_columns(Message.id).order_by(Message.received_at, Message.id))
    )
    some = session.scalars(
        mine(session, Message).where(Message.id.in_(ids[:most])).order_by(Message.received_at)
    )
    return list(some), len(ids)


def told_of(session: Session, point_ids: Collection[int]) -> list[Ask]:
    """These points, as long as they are the office's, without what tells of their writers."""
    wanted = _of_points(session).where(Point.id.in_(list(point_ids)))
    return [_ask(row) for row in session.execute(wanted)]


def begin(
    session: Session, user: User | None, paragraph: Paragraph, point_ids: Collection[int], now: dt.datetime
) -> None:
    """Note for which points a Paragraph was written, so that their letters can be answered from it."""
    ours = sorted(ask.point_id for ask in told_of(session, point_ids))
    if ours:
        audit.record(session, user, BEGUN, paragraph, now, points=ours)


def waiting_for(session: Session, paragraph: Paragraph) -> list[Message]:
    """Letters a Paragraph was written for that have no reply sent and do not hold it yet."""
    points = {key for key, begun in _begun(session, paragraph.id).items() if begun}
    if not points:
        return []
    version, block, draft, point = (noun.__table__ for noun in (Version, Block, Draft, Point))
    holding = (
        select(draft.c.message_id)
        .outerjoin(block, and_(block.c.draft_id == draft.c.id, block.c.removed_at.is_(None), ~Block.is_blank))
        .outerjoin(version, version.c.id == block.c.version_id)
        .where(or_(draft.c.state == "sent", version.c.paragraph_id == paragraph.id))
    )
    asked = select(point.c.message_id).where(point.c.id.in_(points))
    wanted = mine(session, Message).where(
        Message.state == "received", Message.id.in_(asked), Message.id.not_in(holding)
    )
    return list(session.scalars(wanted.order_by(Message.received_at, Message.id)))


def _of_points(session: Session) -> Any:
    return (
        mine(session, Point)
        .join(message := Message.__table__, message.c.id == Point.message_id)
        .outerjoin(person := Constituent.__table__, person.c.id == message.c.constituent_id)
        .outerjoin(offered := Offered.__table__, offered.c.point_id == Point.id)
        .with_only_columns(
            Point.id, Point.message_id, Point.text, message.c.constituent_id, message.c.received_at,
            person.c.name, offered.c.answered, offered.c.paragraphs, offered.c.vector, offered.c.vector_model,
            Point.message_id.in_(_sent()).label("replied"),
        )
        .order_by(message.c.received_at, Point.message_id, Point.position)
    )  # fmt: skip


def _waiting(session: Session, today: dt.date) -> Any:
    """Those that wait first, then newest first, without what the database can tell is no gap: of that an
    office has any number.
    """
    draft, message, offered = Draft.__table__, Message.__table__, Offered.__table__
    since = _since(today)
    is_known = or_(offered.c.answered.is_not(None), Point.message_id.in_(select(draft.c.message_id)))
    return (
        _of_points(session)
        .where(message.c.state == "received", Point.kind != "casework", is_known)
        .where(Point.message_id.not_in(_sent().where(draft.c.sent_at < since)))
        .where(Point.id.not_in(_used(session, today)), Point.id.not_in(_answered(session, since)))
        .order_by(None)
        .order_by("replied", message.c.received_at.desc(), Point.message_id.desc(), Point.position.desc())
    )


def _since(today: dt.date) -> dt.datetime:
    return dt.datetime.combine(today - LATELY, dt.time(), dt.UTC)


def _sent() -> Any:
    """Ids of letters that a reply has gone to."""
    draft = Draft.__table__
    return select(draft.c.message_id).where(draft.c.state == "sent")


def _answered(session: Session, since: dt.datetime) -> Any:
    """Ids of points that a reply which has gone since then answers, if only in words of its own."""
    return (
        _answering(session)
        .where(Draft.state == "sent", Draft.sent_at >= since)
        .with_only_columns(block_point.c.point_id)
    )


def _used(session: Session, today: dt.date) -> Any:
    """Ids of points that a current Paragraph stands for in an open reply."""
    return (
        _answering(session)
        .join(version := Version.__table__, version.c.id == Block.version_id)
        .join(paragraph := Paragraph.__table__, paragraph.c.id == version.c.paragraph_id)
        .where(
            Draft.state != "sent", paragraph.c.state != "retired",
            or_(paragraph.c.stale_on.is_(None), paragraph.c.stale_on > today),
        )
        .with_only_columns(block_point.c.point_id)
    )  # fmt: skip


def _written_for(session: Session, point_ids: Sequence[int]) -> dict[int, list[int]]:
    """By point id: the Paragraphs that stand for it in an open reply."""
    found: dict[int, list[int]] = {}
    for start in range(0, len(point_ids), AT_ONCE):
        rows = session.execute(
            _answering(session)
            .join(version := Version.__table__, version.c.id == Block.version_id)
            .where(Draft.state != "sent", block_point.c.point_id.in_(point_ids[start : start + AT_ONCE]))
            .with_only_columns(block_point.c.point_id, version.c.paragraph_id)
        )
        for point_id, key in rows:
            found.setdefault(point_id, []).append(key)
    return found


def _answering(session: Session) -> Any:
    """Blocks that say something in a reply, each with a point it answers."""
    return (
        mine(session, Draft)
        .join(Draft.blocks)
        .join(block_point, block_point.c.block_id == Block.id)
        .where(Block.removed_at.is_(None), ~Block.is_blank)
    )


def _current(session: Session, keys: Iterable[int], today: dt.date) -> set[int]:
    """Those of these Paragraphs that are on offer with nothing against them."""
    found: set[int] = set()
    listed = sorted(keys)
    for start in range(0, len(listed), AT_ONCE):
        wanted = mine(session, Paragraph).where(
            Paragraph.id.in_(listed[start : start + AT_ONCE]), Paragraph.state != "retired",
            or_(Paragraph.stale_on.is_(None), Paragraph.stale_on > today),
        )  # fmt: skip
        found.update(session.scalars(wanted.with_only_columns(Paragraph.id)))
    return found


def _vector(stored: bytes | None) -> Vectors:
    """float32 as it is stored; NONE where there is none, or what cannot be one."""
    return np.frombuffer(stored, dtype=np.float32) if stored and len(stored) % 4 == 0 else NONE


def _ask(row: Any) -> Ask:
    names = [word for word in (row.name or "").split() if len(word) > 1]
    plain, _removed = personal.without(row.text, names)
    plain = re.sub(r"\(\([^()]*\)\)", "…", plain)
    for name in names:
        plain = re.sub(rf"\b{re.escape(name)}\b", "…", plain)
    return Ask(
        row.id, row.message_id, " ".join(plain.split()),
        row.constituent_id if row.constituent_id is not None else -row.message_id,
        row.received_at, tuple(row.paragraphs or ()), row.answered or "",
        row.vector_model or "" if len(_vector(row.vector)) else "",
        _vector(row.vector), row.replied,
    )  # fmt: skip


def _begun(session: Session, paragraph_id: int | None = None) -> dict[int, set[int]]:
    """By point id: the Paragraphs on offer that were written for it."""
    events = mine(session, AuditEvent).where(AuditEvent.act == BEGUN, AuditEvent.noun == "Paragraph")
    if paragraph_id is not None:
        events = events.where(AuditEvent.noun_id == paragraph_id)
    rows = session.execute(
        events.join(paragraph := Paragraph.__table__, paragraph.c.id == AuditEvent.noun_id)
        .where(paragraph.c.state != "retired")
        .with_only_columns(AuditEvent.noun_id, AuditEvent.detail)
        .order_by(AuditEvent.id.desc())
        .limit(MOST)
    )
    found: dict[int, set[int]] = {}
    for key, detail in rows:
        for point_id in detail.get("points", ()):
            found.setdefault(point_id, set()).add(key)
    return found


def _suggest(session: Session, found: Sequence[Gap]) -> None:
    """Give each the Topic that most of its nearest paragraphs are under."""
    keys = {key for gap in found for ask in gap.asks for key in ask.offered[:3]}
    under: dict[int, list[int]] = {}
    listed = sorted(keys)
    for start in range(0, len(listed), AT_ONCE):
        rows = session.execute(
            mine(session, Topic)
            .join(paragraph_topic, paragraph_topic.c.topic_id == Topic.id)
            .where(paragraph_topic.c.paragraph_id.in_(listed[start : start + AT_ONCE]))
            .with_only_columns(paragraph_topic.c.paragraph_id, Topic.id)
        )
        for key, topic_id in rows:
            under.setdefault(key, []).append(topic_id)
    for gap in found:
        counted = Counter(
            topic for ask in gap.asks for key in ask.offered[:3] for topic in under.get(key, ())
        )
        gap.topic_ids = [topic for topic, count in counted.most_common(1) if count >= len(gap.asks) / 2]
