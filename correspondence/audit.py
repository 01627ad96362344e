"""One row for each thing somebody did. Holds who, what and which, and never anybody's words."""

import datetime as dt
from typing import Any

from sqlalchemy.orm import Session

from correspondence.models import AuditEvent, Office, OfOffice, User


def record(
    session: Session, user: User | None, act: str, noun: OfOffice | Office, now: dt.datetime, **detail: Any
) -> None:
    """Note that `user` (None: the command line) did `act` to `noun`; `detail` is numbers and states."""
    session.flush()  # a new noun has its number only now
    session.add(
        AuditEvent(
            office_id=noun.id if isinstance(noun, Office) else noun.office_id,
            at=now,
            user_id=user.id if user else None,
            act=act,
            noun=type(noun).__name__,
            noun_id=noun.id,
            detail=detail,
        )
    )
