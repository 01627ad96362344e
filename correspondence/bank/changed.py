"""What every change of the bank does besides: a new edition, marks, vectors to be made, a note of the act."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from correspondence import audit, jobs
from correspondence.bank import marks, stale
from correspondence.errors import Conflict
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
    """Note that `user` did `act` to `noun`, and let every index read `paragraphs` again.

    So it does others whose figures these make out of date, or no longer do. Conflict, where somebody else
    has changed one of them since it was read.
    """
    with session.no_autoflush:  # so that new ones are written once, with their edition
        touch(session, paragraphs)  # others who change the bank wait for the end of this
        if others := stale.settle(session, paragraphs):
            touch(session, others)
    session.add_all([noun, *paragraphs])
    try:
        session.flush()
    except StaleDataError as late:
        raise Conflict("Somebody else has changed this paragraph. Look at it again.") from late
    marks.renew(session, paragraphs)
    if any(not paragraph.version.vector_model for paragraph in paragraphs) or settling_due(session):
        jobs.add(session, "encode", now)
    audit.record(session, user, act, noun, now, **detail)
