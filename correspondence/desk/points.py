"""What a person says of a Point: that it is left unanswered, and which Blocks answer it."""

import datetime as dt

from sqlalchemy.orm import Session

from correspondence import audit
from correspondence.desk.choices import settle
from correspondence.desk.claims import claim_draft
from correspondence.errors import NotFound, Refused
from correspondence.models import Block, Draft, Point, User


def leave(session: Session, user: User | None, draft: Draft, point: Point, now: dt.datetime) -> None:
    """Leave a Point unanswered on purpose: it is no longer among the open ones."""
    _set(session, user, draft, point, now, left=True)


def take_up(session: Session, user: User | None, draft: Draft, point: Point, now: dt.datetime) -> None:
    """Count a Point that was left among the open ones again."""
    _set(session, user, draft, point, now, left=False)


def tick(
    session: Session, user: User | None, block: Block, point: Point, version: int, now: dt.datetime
) -> None:
    """Say that a Block answers a Point. `version` is the Draft's as the writer saw it."""
    if not block.may_answer:
        raise Refused("A greeting, an opening, a closing and a sign-off answer no point.")
    _mark(session, user, block, point, version, now, answers=True)


def untick(
    session: Session, user: User | None, block: Block, point: Point, version: int, now: dt.datetime
) -> None:
    """Say that a Block does not answer a Point; where the program put it there, matching learns from it."""
    _mark(session, user, block, point, version, now, answers=False)


def _mark(
    session: Session,
    user: User | None,
    block: Block,
    point: Point,
    version: int,
    now: dt.datetime,
    *,
    answers: bool,
) -> None:
    _require_of(block.draft, point)
    session.refresh(block)
    if (point in block.points) == answers:  # pressed twice
        return
    claim_draft(session, block.draft, version)
    others = [other for other in block.points if other is not point]
    block.points = [*others, point] if answers else others
    audit.record(session, user, "tick" if answers else "untick", block, now, point=point.id)
    settle(session, user, block, now, [point])
    session.expire(block, ["points"])


def _set(
    session: Session, user: User | None, draft: Draft, point: Point, now: dt.datetime, *, left: bool
) -> None:
    _require_of(draft, point)
    claim_draft(session, draft)
    others = [key for key in draft.left if key != point.id]
    draft.left = [*others, point.id] if left else others
    audit.record(session, user, "leave" if left else "take up", draft, now, point=point.id)


def _require_of(draft: Draft, point: Point) -> None:
    if point.message_id != draft.message_id:
        raise NotFound("That point is of another letter.")
