"""The office's own history: the replies that left the house, what was offered for them and what was used."""

import datetime as dt
from collections import defaultdict
from typing import Any

from sqlalchemy import Select, or_
from sqlalchemy.orm import Session

from correspondence.db import mine
from correspondence.errors import Refused
from correspondence.matching.history import PastPoint, figures
from correspondence.models import AuditEvent, Block, Draft, Offered, Paragraph, Point, Version
from correspondence.models.drafts import block_point

# What a person does when a reply is fit to leave. The command line's drafts were seen by nobody.
OUT = ("export", "export mail", "copy", "send")
ANSWERS = ("position", "policy", "action")
LONG_AGO, FAR_OFF = dt.date(1970, 1, 1), dt.date(9998, 12, 31)


def history(session: Session, since: dt.date = LONG_AGO, until: dt.date = FAR_OFF) -> dict[str, Any]:
    """How matching served the replies that left the house from `since` to `until`, both days included."""
    if until < since:
        raise Refused("The last day is before the first.")
    begin = dt.datetime.combine(since, dt.time(), dt.UTC)
    end = dt.datetime.combine(until + dt.timedelta(1), dt.time(), dt.UTC)
    out = _out(session).where(AuditEvent.at >= begin, AuditEvent.at < end)
    offers = mine(session, Offered).where(Offered.created_at >= begin, Offered.created_at < end)
    lists = session.scalars(offers.with_only_columns(Offered.paragraphs))
    offered = {key for keys in lists for key in keys}
    bank = mine(session, Paragraph).where(Paragraph.state != "retired", Paragraph.kind.in_(ANSWERS))
    titles = session.execute(bank.with_only_columns(Paragraph.id, Paragraph.title).order_by(Paragraph.id))
    return figures(_points(session, out), {row.id: row.title for row in titles}, offered)


def is_out(session: Session, draft: Draft) -> bool:
    """Whether a person has let a reply leave the house."""
    return session.scalar(_out(session).where(AuditEvent.noun_id == draft.id).limit(1)) is not None


def _out(session: Session) -> Select[Any]:
    """Ids of the Drafts that people let go; what was marked as sent by mistake and taken back did not go."""
    sent = mine(session, Draft).where(Draft.state == "sent").with_only_columns(Draft.id)
    let_go: Select[Any] = mine(session, AuditEvent).where(
        AuditEvent.noun == "Draft", AuditEvent.act.in_(OUT), AuditEvent.user_id.is_not(None),
        or_(AuditEvent.act != "send", AuditEvent.noun_id.in_(sent)),
    ).with_only_columns(AuditEvent.noun_id)  # fmt: skip
    return let_go


def _points(session: Session, out: Select[Any]) -> list[PastPoint]:
    """The Points of these Drafts for which it is known what was offered.

    Tables are joined, not nouns, for what belongs to an office's Draft is its own: asked for the office
    again, SQLite looks at all its Points for each Draft.
    """
    stand, own = _blocks(session, out)
    rows = session.execute(
        mine(session, Draft)
        .where(Draft.id.in_(out))
        .join(points := Point.__table__, points.c.message_id == Draft.message_id)
        .join(offers := Offered.__table__, offers.c.point_id == points.c.id)
        .with_only_columns(
            Draft.id, Draft.left, points.c.id, offers.c.paragraphs, offers.c.answered, offers.c.assembled
        )
    )
    return [
        PastPoint(
            reply, paragraphs, answered, assembled,
            stand[reply, point], (reply, point) in own, point in left,
        )
        for reply, left, point, paragraphs, answered, assembled in rows
    ]  # fmt: skip


def _blocks(
    session: Session, out: Select[Any]
) -> tuple[dict[tuple[int, int], dict[int, bool]], set[tuple[int, int]]]:
    """By Draft and Point: the Paragraphs that stand for it, changed or not; those with text of our own."""
    stand: dict[tuple[int, int], dict[int, bool]] = defaultdict(dict)
    own: set[tuple[int, int]] = set()
    rows = session.execute(
        mine(session, Block)
        .where(Block.draft_id.in_(out), Block.removed_at.is_(None), ~Block.is_blank)
        .join(block_point, block_point.c.block_id == Block.id)
        .outerjoin(versions := Version.__table__, versions.c.id == Block.version_id)
        .with_only_columns(
            Block.draft_id, block_point.c.point_id, versions.c.paragraph_id,
            versions.c.text != Block.text,
        )
    )  # fmt: skip
    for reply, point, paragraph, changed in rows:
        if paragraph is not None:
            stand[reply, point][paragraph] = bool(changed)
        else:
            own.add((reply, point))
    return stand, own
