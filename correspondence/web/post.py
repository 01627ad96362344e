"""What the pages of the inbox show of several messages at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import g
from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from correspondence import db, inbox
from correspondence.errors import Refused
from correspondence.models import AuditEvent, Draft, Message
from correspondence.web import show
from correspondence.web.session import now

# What each filter of the list is called.
SHOWN = (
    ("", "All"),
    ("waiting", "Waiting"),
    ("being answered", "Being answered"),
    ("answered", "Answered"),
    ("no reply needed", "No reply needed"),
    ("casework", "Casework"),
    ("quarantined", "Unreadable"),
)
FOUND = "found"  # shown: what a search found, among all; every other link leads to a list that is whole


@dataclass(frozen=True)
class Outcome:
    """What became of one file. message: None where it was refused, and `why` says so."""

    name: str
    message: Message | None
    new: bool
    why: str = ""


def take_in(name: str, data: bytes) -> Outcome:
    """Receive one file, and store it before the next is looked at."""
    try:
        message, new = inbox.known(g.session, data), False
        if message is None:
            g.session.commit()  # others may write while the file is read, which may take a minute and more
            message, new = inbox.store(g.session, g.user, inbox.read(name, data), now())
        g.session.commit()
    except Refused as refusal:
        g.session.rollback()
        return Outcome(name, None, False, str(refusal))
    return Outcome(name, message, new, message.why)


def listed(session: Session, words: str, shown: str) -> dict[str, object]:
    """What the list shows: a page of Messages of one kind, or of those with `words`, and how far each is."""
    words = words if shown == FOUND else ""
    shown = FOUND if words else shown if shown in dict(SHOWN) else ""
    page = show.page(session, inbox.search(session, words, shown))
    _load(session, page.rows)
    return {
        "page": page,
        "words": words,
        "shown": shown,
        "filters": SHOWN,
        "found": FOUND,
        "drafts": drafts_of(session, page.rows),
        "has_any": bool(page.rows) or session.scalar(db.mine(session, Message).limit(1)) is not None,
    }


def drafts_of(session: Session, messages: Sequence[Message]) -> dict[int, Draft]:
    """By Message id: the newest reply to it."""
    keys = [message.id for message in messages]
    drafts = session.scalars(db.mine(session, Draft).where(Draft.message_id.in_(keys)).order_by(Draft.id))
    return {draft.message_id: draft for draft in drafts}


def replies_to(session: Session, message: Message) -> list[Draft]:
    """Every reply to a Message, newest first."""
    replies = db.mine(session, Draft).where(Draft.message_id == message.id)
    return list(session.scalars(replies.order_by(Draft.id.desc())))


def no_reply_said(session: Session, message: Message) -> AuditEvent | None:
    """Who said that a Message needs no reply, and when; None where that does not hold."""
    if message.state != "no reply needed":
        return None
    said = db.mine(session, AuditEvent).where(
        AuditEvent.noun == "Message", AuditEvent.noun_id == message.id, AuditEvent.act == "no reply needed"
    )
    return session.scalar(said.order_by(AuditEvent.id.desc()).limit(1))


def others_by(session: Session, message: Message) -> list[Message]:
    """What else the same person sent, newest first."""
    if message.constituent_id is None:
        return []
    theirs = db.mine(session, Message).where(
        Message.constituent_id == message.constituent_id, Message.id != message.id
    )
    return list(session.scalars(theirs.order_by(Message.received_at.desc()).limit(50)))


def _load(session: Session, messages: Sequence[Message]) -> None:
    """Read the writers and points of these at one go."""
    keys = [message.id for message in messages]
    session.scalars(
        select(Message)
        .where(Message.id.in_(keys))
        .options(selectinload(Message.constituent), selectinload(Message.points))
    ).all()


__all__ = ["SHOWN", "Outcome", "drafts_of", "listed", "no_reply_said", "others_by", "replies_to", "take_in"]
