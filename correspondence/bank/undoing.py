"""Taking back the last step of a review. What was done stays in the history, and what undoes it too."""

import datetime as dt

from sqlalchemy.orm import Session

from correspondence.bank.acts import joined
from correspondence.bank.changed import changed
from correspondence.bank.changing import restore, revise, together
from correspondence.db import mine
from correspondence.errors import Conflict
from correspondence.matching import choices
from correspondence.models import Alike, Paragraph, User, Version


def withdraw(session: Session, user: User | None, paragraph: Paragraph, now: dt.datetime) -> None:
    """Take an approval back: the Paragraph is proposed again."""
    if paragraph.state != "approved":
        raise Conflict("This paragraph is not approved any more. Look at it again.")
    paragraph.state = "proposed"
    changed(session, user, "withdraw", paragraph, [paragraph], now)


def unjoin(
    session: Session, user: User | None, paragraph: Paragraph, following: Paragraph, now: dt.datetime
) -> Version:
    """Part two that were joined last, each with its own words again; `following` is then proposed.

    Each then teaches what letters taught of it.
    """
    before = paragraph.versions[-2] if len(paragraph.versions) > 1 else None
    is_joined = before is not None and paragraph.version.text == together(before, following.version)
    if before is None or not is_joined or following.id not in joined(session, (paragraph, following)):
        raise Conflict("These two are not joined any more. Look at them again.")
    version = revise(
        session, user, paragraph, before.text, now,
        voice=before.voice, speaker=before.speaker, date=before.date,
        why=f"Parted from paragraph {following.id} again.",
    )  # fmt: skip
    version.removed = list(before.removed)
    choices.take_back(session, following)
    restore(session, user, following, now)
    return version


def ask_again(
    session: Session, user: User | None, paragraph: Paragraph, first: int, now: dt.datetime
) -> None:
    """Take back that a Paragraph is kept beside others of the bank. first: the id of the first such row."""
    said = mine(session, Alike).where(Alike.paragraph_id == paragraph.id, Alike.how == "variant")
    rows = [row for row in session.scalars(said) if row.id >= first]
    if not rows or paragraph.state != "proposed":
        raise Conflict("Somebody else has dealt with this paragraph. Look at it again.")
    ids = [row.other_id for row in rows]
    for row in rows:
        session.delete(row)
    changed(session, user, "ask again", paragraph, [paragraph], now, beside=ids)
