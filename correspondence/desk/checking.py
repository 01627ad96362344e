"""A person's word that they have read a Block: its words, how they stand in the bank, what they answer.

It is a row of the record, and counts while none of the three has changed, for the kinds of Problem that were
shown; in this reply alone, for what may go in every reply is decided in the bank.
"""

import datetime as dt
from collections.abc import Collection, Sequence

from sqlalchemy.orm import Session, selectinload

from correspondence import audit
from correspondence.db import mine
from correspondence.desk.claims import require_open
from correspondence.drafting import TO_CHECK, newer
from correspondence.errors import Refused
from correspondence.models import AuditEvent, Block, User

_ACTS = ("check", "uncheck")


def read_as(block: Block) -> str:
    """How a Block's wording stands in the bank, what is newer there, and what it answers, for a page to name
    what was read."""
    state = block.source_version.state if block.source_version else "own"
    newest = newer(block)
    beside = [f"newer-{newest.id}-{newest.state}"] if newest else []
    points = sorted(block.points, key=lambda point: point.id)
    return " ".join([state, *beside, *(f"{point.id}-{point.start}-{point.end}" for point in points)])


def check(
    session: Session,
    user: User | None,
    block: Block,
    edit: int,
    seen: str,
    kinds: Collection[str],
    now: dt.datetime,
) -> None:
    """Say that one has read a Block. edit, seen: its `edit` and what `read_as` said.

    kinds: of the Problems that were shown; with those that somebody has checked before.
    """
    require_open(session, block.draft)
    session.refresh(block)
    if (block.edit, read_as(block)) != (edit, seen):
        raise Refused(
            "This paragraph was changed meanwhile. Read it again, then say that you have checked it."
        )
    before = checked(session, [block]).get(block.id)
    read = {kind for kind in TO_CHECK if kind in kinds or (before and kind in before.detail["read"])}
    audit.record(session, user, "check", block, now, edit=edit, of=seen, read=sorted(read))


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
    return {block.id: row for block in blocks if (row := newest.get(block.id)) and _is_of(row, block)}


def _is_of(row: AuditEvent, block: Block) -> bool:
    """Whether what was checked stands as it did then."""
    as_read = {"edit": block.edit, "of": read_as(block)}
    return "read" in row.detail and as_read.items() <= row.detail.items()
