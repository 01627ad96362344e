"""A reply on its way out of the house: each export leaves a row that says who, which and when."""

import datetime as dt

from sqlalchemy.orm import Session

from correspondence import audit, export
from correspondence.days import uk_day
from correspondence.db import mine
from correspondence.desk.choices import left_the_house
from correspondence.models import Draft, Letterhead, Office, User


def export_letter(
    session: Session,
    user: User | None,
    draft: Draft,
    today: dt.date,
    now: dt.datetime,
    letterhead: bytes | None = None,
) -> tuple[str, bytes]:
    """(file name, .docx) of a working copy, on `letterhead` or else the office's own, if it has one."""
    if letterhead is None and (own := letterhead_in_use(session)):
        letterhead = own.original
    data = export.letter(draft, _office(session, draft), _day(draft, today), letterhead)
    audit.record(session, user, "export", draft, now, version=draft.version)
    left_the_house(session, user, draft, now)
    return f"reply-{draft.id}.docx", data


def export_mail(
    session: Session, user: User | None, draft: Draft, today: dt.date, now: dt.datetime
) -> tuple[str, bytes]:
    """(file name, .eml) that a mail program opens as a message to send."""
    data = export.mail(draft, _office(session, draft), _day(draft, today))
    audit.record(session, user, "export mail", draft, now, version=draft.version)
    left_the_house(session, user, draft, now)
    return f"reply-{draft.id}.eml", data


def copy_reply(session: Session, user: User | None, draft: Draft, today: dt.date, now: dt.datetime) -> str:
    """The reply as text, to paste elsewhere."""
    text = export.plain(draft, _office(session, draft), _day(draft, today))
    audit.record(session, user, "copy", draft, now, version=draft.version)
    left_the_house(session, user, draft, now)
    return text


def letterhead_in_use(session: Session) -> Letterhead | None:
    """The newest .docx that was not taken away; None where letters are made without one."""
    rows = mine(session, Letterhead).where(Letterhead.retired_at.is_(None))
    return session.scalar(rows.order_by(Letterhead.id.desc()).limit(1))


def _day(draft: Draft, today: dt.date) -> dt.date:
    """The day a letter bears: that on which it went, once it has."""
    return uk_day(draft.sent_at) if draft.sent_at else today


def _office(session: Session, draft: Draft) -> Office:
    return session.get_one(Office, draft.office_id)
