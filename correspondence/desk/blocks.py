"""One Block: its text, out of the reply and back into it."""

import datetime as dt

from sqlalchemy.orm import Session

from correspondence import audit
from correspondence.desk.choices import settle
from correspondence.desk.claims import claim_block, claim_draft
from correspondence.errors import Conflict, Refused
from correspondence.models import Block, User
from correspondence.text import clean

LONGEST = 100_000  # characters of one Block: more than a book's chapter

_CHANGED = "Somebody else changed this paragraph meanwhile. Both texts are kept: choose what it shall say."
_GONE = "Somebody else took this paragraph out meanwhile. Put it back to keep your words."


def save_block(
    session: Session, user: User | None, block: Block, text: str, edit: int, now: dt.datetime
) -> None:
    """Give the Block its text. `edit` is what the writer started from; a Conflict when it is no longer so.

    Saving again what already stands is no conflict, so a save whose answer was lost can be repeated.
    """
    text = clean(text)
    if len(text) > LONGEST:
        raise Refused(f"A paragraph of a reply may have {LONGEST:,} characters at most.")
    session.refresh(block)
    if block.edit != edit and block.text == text and block.removed_at is None:
        return
    if block.removed_at is not None:
        raise Conflict(_GONE, theirs=block.text)
    was_blank = block.is_blank
    claim_block(session, block, edit, _CHANGED, text=text)
    audit.record(session, user, "edit", block, now, edit=block.edit)
    if block.is_blank != was_blank:
        settle(session, user, block, now)


def remove(session: Session, user: User | None, block: Block, edit: int, now: dt.datetime) -> None:
    """Take the Block out of the reply; its row and its words stay. A Conflict when somebody edited it."""
    session.refresh(block)
    if block.removed_at is None:
        take_out(session, user, block, edit, now)
        settle(session, user, block, now)


def take_out(session: Session, user: User | None, block: Block, edit: int, now: dt.datetime) -> None:
    """As `remove`, where something else comes in its place, so that nothing is said of its Paragraph."""
    claim_block(session, block, edit, _CHANGED, removed_at=now)
    claim_draft(session, block.draft)
    audit.record(session, user, "remove", block, now)


def put_back(session: Session, user: User | None, block: Block, now: dt.datetime) -> None:
    """Put a Block that was taken out back where it was, in the place of other wording of its Paragraph."""
    session.refresh(block)
    if block.removed_at is None:
        return
    for other in _of_same_paragraph(block):
        block.points += [point for point in other.points if point not in block.points]
        take_out(session, user, other, other.edit, now)
    claim_block(session, block, block.edit, _CHANGED, removed_at=None)
    claim_draft(session, block.draft)
    audit.record(session, user, "put back", block, now)
    settle(session, user, block, now)


def _of_same_paragraph(block: Block) -> list[Block]:
    """The Blocks that stand in the reply with wording of the Paragraph that this one has."""
    version, versions = block.source_version, [(other, other.source_version) for other in block.draft.kept]
    return [other for other, its in versions if version and its and its.paragraph_id == version.paragraph_id]
