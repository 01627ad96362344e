"""The office's letterhead: a new one takes the place of the one in use, and each stays on record."""

import datetime as dt
import hashlib

from sqlalchemy.orm import Session

from correspondence import audit, db
from correspondence.errors import Refused
from correspondence.export import letterhead
from correspondence.models import Letterhead, User
from correspondence.text import one_line

LARGEST = 25 * 1024 * 1024


def use_letterhead(session: Session, by: User | None, name: str, data: bytes, now: dt.datetime) -> Letterhead:
    """Make letters on this .docx from now on. Refused, with what to change in it, where that cannot work."""
    if len(data) > LARGEST:
        raise Refused("The letterhead is larger than 25 MB.")
    letterhead.check(data)
    drop_letterhead(session, by, now)
    digest = hashlib.sha256(data).hexdigest()
    row = session.scalar(db.mine(session, Letterhead).where(Letterhead.hash == digest))
    if row is not None:  # the same file again: a new row would be its double
        session.delete(row)
        session.flush()
    row = Letterhead(file_name=one_line(name), original=data, hash=digest, created_at=now)
    session.add(row)
    audit.record(session, by, "use", row, now)
    return row


def drop_letterhead(session: Session, by: User | None, now: dt.datetime) -> None:
    """Make letters without a letterhead from now on. The file stays on record."""
    for row in session.scalars(db.mine(session, Letterhead).where(Letterhead.retired_at.is_(None))):
        row.retired_at = now
        audit.record(session, by, "retire", row, now)
