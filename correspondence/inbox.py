"""What the office does with post: receive, paste, find, correct, need no reply, read again, erase."""

import datetime as dt
import hashlib
import logging
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, exists, or_
from sqlalchemy.orm import Session

from correspondence import audit, db, intake
from correspondence.days import UK
from correspondence.errors import Refused
from correspondence.harvest.dates import written
from correspondence.intake.document import Document
from correspondence.matching.index import touch
from correspondence.models import Constituent, Draft, Message, Point, User
from correspondence.text import clean, one_line
from correspondence.understanding import fingerprint, salutation_for, understand

PILES = ("waiting", "being answered", "answered", "no reply needed", "casework", "quarantined")
CORRECTABLE = ("name", "salutation", "email", "address", "postcode")

_STRANGE = "The program could not make sense of the words. Paste only the part that asks for something."

_CLOCKS = dt.timedelta(days=1)  # that the clocks of mail programs may be fast
_LATE = dt.timedelta(days=366)  # that a letter may lie before it is brought in

log = logging.getLogger(__name__)


def receive(
    session: Session, user: User | None, name: str, data: bytes, now: dt.datetime
) -> tuple[Message, bool]:
    """The Message in a file, and whether it is new: `known`, else what `read` makes of it and `store` keeps.

    Nobody else writes meanwhile. Reading may take a minute and more; where people wait, do the three apart.
    """
    there = known(session, data)
    return (there, False) if there is not None else store(session, user, read(name, data), now)


def known(session: Session, data: bytes) -> Message | None:
    """The Message that these very bytes are, or None."""
    return session.scalar(db.mine(session, Message).where(Message.hash == _hash(data)).order_by(Message.id))


def read(name: str, data: bytes) -> Message:
    """The Message in a file, made but not stored: this needs no database.

    What cannot be read is a Message all the same: quarantined, with the reason.
    """
    try:
        message = _understood(intake.read(name, data))
    except Refused as refusal:
        message = Message(state="quarantined", why=str(refusal))
    return _came_as(message, name, data)


def store(session: Session, user: User | None, message: Message, now: dt.datetime) -> tuple[Message, bool]:
    """Store what `read` made, and True; or the Message there is of the same mail, and False.

    The same bytes, or the same Message-ID and words from the same sender, are the same mail.
    """
    db.one_at_a_time(session)
    there = known(session, message.original)
    return (there, False) if there is not None else _keep(session, user, message, now)


def paste(
    session: Session, user: User | None, text: str, now: dt.datetime, *, name: str = "", email: str = ""
) -> tuple[Message, bool]:
    """The Message in pasted text, and whether it is new. A name given with it is the writer's.

    Refused when nothing was pasted.
    """
    words = clean(text).strip()
    if not words:
        raise Refused("Nothing was pasted. Paste the text of the letter.")
    db.one_at_a_time(session)
    message = _understood(Document("text", words, author=one_line(name), email=one_line(email)))
    if name.strip() and message.constituent:
        _set(message.constituent, {"name": name, "email": email or message.constituent.email})
        message.fingerprint = fingerprint(message.constituent.email or message.constituent.name, "", words)
    return _keep(session, user, _came_as(message, "", text.encode("utf-8", "replace")), now)


def search(session: Session, words: str = "", pile: str = "") -> Select[Message]:
    """The query for the office's Messages, newest first: of one pile, with `words` in text, subject or
    writer."""
    found = db.mine(session, Message).outerjoin(Message.constituent)
    for word in words.split()[:20]:
        pattern = "%" + word[:100].replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        columns = (Message.subject, Message.body, Message.file_name, Constituent.name, Constituent.email)
        every = (*columns, Constituent.address, Constituent.postcode)
        found = found.where(or_(*(column.ilike(pattern, escape="\\") for column in every)))
    return _of_pile(found, pile).order_by(Message.id.desc())  # as they came in, which needs no sorting


def _of_pile(found: Select[Any], pile: str) -> Select[Any]:
    begun = exists().where(Draft.message_id == Message.id)
    sent = begun.where(Draft.state == "sent")
    if pile == "waiting":
        return found.where(Message.state == "received", ~begun)
    if pile == "being answered":
        return found.where(Message.state == "received", begun, ~sent)
    if pile == "answered":
        return found.where(sent)
    if pile == "casework":
        return found.where(Message.points.any(Point.kind == "casework"))
    if pile == "no reply needed":
        return found.where(Message.state == "no reply needed", ~sent)
    if pile == "quarantined":
        return found.where(Message.state == "quarantined")
    return found


def correct(
    session: Session, user: User | None, message: Message, now: dt.datetime, **values: str
) -> Constituent:
    """Put right who wrote: any of CORRECTABLE. A new name brings its salutation unless one is given.

    Where the same row stands for the writer of other Messages too, a new name is another person's.
    """
    if unknown := set(values) - set(CORRECTABLE):
        raise TypeError(f"A Constituent has no {', '.join(sorted(unknown))}.")
    constituent = message.constituent
    renamed = "name" in values and constituent is not None and one_line(values["name"]) != constituent.name
    if constituent is None or (renamed and _writes_more(session, message)):
        kept = {key: getattr(constituent, key) for key in CORRECTABLE} if constituent else {}
        constituent = message.constituent = Constituent(created_at=now, **kept)
        session.add(constituent)
    _set(constituent, values)
    audit.record(session, user, "correct", message, now, fields=sorted(values))
    return constituent


def need_reply(
    session: Session, user: User | None, message: Message, now: dt.datetime, *, is_needed: bool
) -> None:
    """Say that a Message needs no reply, so that it waits no longer, or that it needs one after all."""
    session.refresh(message, ["state"], with_for_update=True)
    if message.state == "quarantined":
        raise Refused("This message could not be read. Read its original first.")
    sent = db.mine(session, Draft).where(Draft.message_id == message.id, Draft.state == "sent")
    if not is_needed and session.scalar(sent.limit(1)) is not None:
        raise Refused("A reply to this message has gone, so it waits no longer as it is.")
    state = "received" if is_needed else "no reply needed"
    if message.state != state:
        message.state = state
        audit.record(session, user, "reply needed" if is_needed else "no reply needed", message, now)


def retry(session: Session, user: User | None, message: Message, again: Message, now: dt.datetime) -> Message:
    """Give a quarantined Message what `read` makes of its original now, as a newer program may do better;
    if it does not, `why` says so."""
    if message.state != "quarantined":
        raise Refused("This message has been read already.")
    twin = _same_mail(session, again.fingerprint) if again.fingerprint else None
    if again.state == "quarantined" or twin is not None:
        message.why = f"This is the same mail as message {twin.id}." if twin else again.why
        audit.record(session, user, "retry", message, now, read=False)
        return message
    for field in (
        "subject",
        "body",
        "folded",
        "attachments",
        "notices",
        "message_id",
        "fingerprint",
    ):
        setattr(message, field, getattr(again, field))
    message.sent_at = _sent_at(again.sent_at, message.received_at)
    message.state, message.why = "received", ""
    message.constituent = _same_person(session, again.constituent, now)
    points, again.points = list(again.points), []  # taken out first, else they leave with the one read
    message.points = points
    audit.record(session, user, "retry", message, now, read=True)
    return message


def erase(session: Session, user: User | None, message: Message, now: dt.datetime) -> None:
    """Remove a Message and all that came of it: Points, replies, and its writer if they wrote no other.

    Only an admin may, or the command line. The audit keeps that it was done, and nothing else of it.
    """
    if user is not None and user.role != "admin":
        raise Refused("Only an admin can erase a message.")
    drafts = list(session.scalars(db.mine(session, Draft).where(Draft.message_id == message.id)))
    audit.record(session, user, "erase", message, now, drafts=len(drafts))
    constituent = None if _writes_more(session, message) else message.constituent
    for draft in drafts:
        session.delete(draft)
    session.flush()
    session.delete(message)
    touch(session, ())  # so that no process goes on learning from it
    if constituent is not None:
        session.delete(constituent)
        session.flush()


def _understood(document: Document) -> Message:
    """What `understand` makes of a Document; Refused where it stumbles, so that the letter is kept.

    It was written when its mail was sent, else when it says itself.
    """
    try:
        return understand(replace(document, sent_at=document.sent_at or written(document.text)))
    except Exception as error:
        log.error("understanding a letter met %s", type(error).__name__)
        raise Refused(_STRANGE) from error


def _came_as(message: Message, name: str, data: bytes) -> Message:
    message.file_name, message.original, message.hash = one_line(name), data, _hash(data)
    return message


def _keep(session: Session, user: User | None, message: Message, now: dt.datetime) -> tuple[Message, bool]:
    """Add a Message that was just read, unless it is one there is."""
    there = _same_mail(session, message.fingerprint) if message.fingerprint else None
    if there is not None:
        return there, False
    message.received_at = now
    message.sent_at = _sent_at(message.sent_at, now)
    message.constituent = _same_person(session, message.constituent, now)
    session.add(message)
    audit.record(session, user, "receive", message, now, state=message.state, points=len(message.points))
    return message, True


def _sent_at(said: dt.datetime | None, received: dt.datetime) -> dt.datetime | None:
    """When it was sent, unless that is of something else, or of a clock gone wrong: a day to come, or one
    without an hour that is long past, such as a birthday."""
    if said is None or said > received + _CLOCKS:
        return None
    return None if said.astimezone(UK).time() == dt.time() and said < received - _LATE else said


def _same_person(session: Session, constituent: Constituent | None, now: dt.datetime) -> Constituent | None:
    """The row there is for somebody of this name and address, with what is new filled in; else this one."""
    if constituent is None:
        return None
    constituent.created_at = now
    if not (constituent.email and constituent.name):
        return constituent
    known = session.scalar(
        db.mine(session, Constituent)
        .where(Constituent.email == constituent.email, Constituent.name == constituent.name)
        .order_by(Constituent.id)
    )
    if known is None:
        return constituent
    for field in ("address", "postcode"):
        if getattr(constituent, field) and not getattr(known, field):
            setattr(known, field, getattr(constituent, field))
    return known


def _same_mail(session: Session, mark: str) -> Message | None:
    return session.scalar(db.mine(session, Message).where(Message.fingerprint == mark).order_by(Message.id))


def _writes_more(session: Session, message: Message) -> bool:
    """Whether the writer's row stands for the writer of another Message too."""
    others = db.mine(session, Message).where(
        Message.constituent_id == message.constituent_id, Message.id != message.id
    )
    return message.constituent_id is not None and session.scalar(others.limit(1)) is not None


def _set(constituent: Constituent, values: dict[str, str]) -> None:
    for field, value in values.items():
        plain = clean(value).strip()[:2000] if field == "address" else one_line(value)
        setattr(constituent, field, plain)
    if "name" in values and "salutation" not in values:
        constituent.salutation = salutation_for(constituent.name)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
