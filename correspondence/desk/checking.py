"""A person's word that they have read a Block: its words, how they stand in the bank, what they answer.

It is a row of the record, and counts while none of the three has changed; in this reply alone, for what may
go in every reply is decided in the bank.
"""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy.orm import Session, selectinload

from correspondence import audit
from correspondence.db import mine
from correspondence.desk.claims import require_open
from correspondence.errors import Refused
from correspondence.models import AuditEvent, Block, User

_ACTS = ("check", "uncheck")


def standing(block: Block) -> str:
    """How a Block's wording stands in the bank and what it answers, for a page to name what was read."""
    state = block.source_version.state if block.source_version else "own"
    return " ".join([state, *(str(key) for key in sorted(point.id for point in block.points))])


def check(session: Session, user: User | None, block: Block, edit: int, seen: str, now: dt.datetime) -> None:
    """Say that one has read a Block. edit, seen: its `edit` and `standing` as they were read."""
    require_open(session, block.draft)
    session.refresh(block)
    if (block.edit, standing(block)) != (edit, seen):
        raise Refused(
            "This paragraph was changed meanwhile. Read it again, then say that you have checked it."
        )
    audit.record(session, user, "check", block, now, edit=edit, of=seen)


def uncheck(session: Session, user: User | None, block: Block, now: dt.datetime) -> None:
    """Take back that a Block was read."""
    require_open(session, block.draft)
    audit.record(session, user, "uncheck", block, now)


def checked(session: Session, blocks: Sequence[Block]) -> dict[int, AuditEvent]:
    """By Block id: who has read it as it stands, and when."""
    rows = mine(session, AuditEvent).where(
        AuditEvent.noun == "Block",
        AuditEvent.noun_id.in_([block.id for block in blocks]),
        AuditEvent.act.in_(_ACTS),
    )
    newest = {
        row.noun_id: row
        for row in session.scalars(rows.order_by(AuditEvent.id).options(selectinload(AuditEvent.user)))
    }
    return {
        block.id: row
        for block in blocks
        if (row := newest.get(block.id)) and row.detail == {"edit": block.edit, "of": standing(block)}
    }
