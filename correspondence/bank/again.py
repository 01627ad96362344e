"""An earlier wording of a Paragraph, used again: a new Version that says as much."""

import datetime as dt

from sqlalchemy.orm import Session

from correspondence.bank.changing import revise
from correspondence.errors import NotFound, Refused
from correspondence.models import Paragraph, User, Version


def use_again(
    session: Session, user: User | None, paragraph: Paragraph, number: int, seen: int | None, now: dt.datetime
) -> Version:
    """Make a new Version with the words of Version `number`, of the day and in the voice it had.

    seen: the newest Version the person knew of; Conflict where there is a newer one.
    """
    if paragraph.state == "retired":
        raise Refused("This paragraph is retired. Restore it first.")
    old = next((version for version in paragraph.versions if version.number == number), None)
    if old is None:
        raise NotFound(f"This paragraph has no version {number}.")
    return revise(
        session, user, paragraph, old.text, now, seen,
        voice=old.voice, speaker=old.speaker, date=old.date, why=f"The words of version {number} again.",
    )  # fmt: skip
