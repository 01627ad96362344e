"""What every change of the bank does besides: the edition goes up, vectors are ordered, the act is noted."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from correspondence import audit, jobs
from correspondence.matching.index import settling_due, touch
from correspondence.models import OfOffice, Paragraph, User


def changed(
    session: Session,
    user: User | None,
    act: str,
    noun: OfOffice,
    paragraphs: Sequence[Paragraph],
    now: dt.datetime,
    **detail: Any,
) -> None:
    """Note that `user` did `act` to `noun`, and let every index read `paragraphs` again."""
    with session.no_autoflush:  # so that new ones are written once, with their edition
        touch(session, paragraphs)
    session.add_all([noun, *paragraphs])
    session.flush()
    if any(not paragraph.version.vector_model for paragraph in paragraphs) or settling_due(session):
        jobs.add(session, "encode", now)
    audit.record(session, user, act, noun, now, **detail)
