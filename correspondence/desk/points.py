"""Points a person chooses to leave unanswered, and takes up again."""

import datetime as dt

from sqlalchemy.orm import Session

from correspondence import audit
from correspondence.desk.claims import claim_draft
from correspondence.errors import NotFound
from correspondence.models import Draft, Point, User


def leave(session: Session, user: User | None, draft: Draft, point: Point, now: dt.datetime) -> None:
    """Leave a Point unanswered on purpose: it is no longer among the open ones."""
    _set(session, user, draft, point, now, left=True)


def take_up(session: Session, user: User | None, draft: Draft, point: Point, now: dt.datetime) -> None:
    """Count a Point that was left among the open ones again."""
    _set(session, user, draft, point, now, left=False)


def _set(
    session: Session, user: User | None, draft: Draft, point: Point, now: dt.datetime, *, left: bool
) -> None:
    if point.message_id != draft.message_id:
        raise NotFound("That point is of another letter.")
    claim_draft(session, draft)
    others = [key for key in draft.left if key != point.id]
    draft.left = [*others, point.id] if left else others
    audit.record(session, user, "leave" if left else "take up", draft, now, point=point.id)
