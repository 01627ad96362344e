"""What was written or put right in a reply, on its way to the bank, without what is its reader's alone."""

import datetime as dt
from collections.abc import Sequence
from typing import Unpack

from sqlalchemy.orm import Session

from correspondence import audit, bank
from correspondence.bank.changing import Wording
from correspondence.db import mine
from correspondence.desk.choices import settle
from correspondence.errors import Refused
from correspondence.harvest import likeness, personal
from correspondence.harvest.personal import Detail
from correspondence.models import AuditEvent, Block, Paragraph, User, Version


def keep_as(
    session: Session, user: User | None, block: Block, paragraph: Paragraph, now: dt.datetime
) -> None:
    """Note that what was written here stands in the bank now, as a Paragraph that answers its Points."""
    session.refresh(block, ["version_id"], with_for_update=True)
    if block.kind == "own" and block.version_id is None:
        block.source_version = paragraph.version
        audit.record(session, user, "keep", block, now, paragraph=paragraph.id)
        settle(session, user, block, now)


def changed_from(block: Block) -> Version:
    """The Version whose words were put right in a Block; Refused where there is nothing to keep."""
    version = block.source_version
    if version is None or block.is_blank or not is_news(block):
        raise Refused("This paragraph says what the bank says already, so there is nothing to keep.")
    return version


def is_news(block: Block) -> bool:
    """Whether a Block says in other words what its Paragraph says in the bank today."""
    version = block.source_version
    if version is None or block.is_blank or not block.is_edited:
        return False
    return likeness.plain(block.text) != likeness.plain(version.paragraph.version.text)


def without_reader(block: Block, text: str) -> tuple[str, tuple[Detail, ...]]:
    """`text`, written in a Block, without what belongs to whoever is answered, and what was taken out.

    What the bank said before stays: somebody has read it there.
    """
    version, to = block.source_version, block.draft.message.constituent
    before = version.text if version else ""
    return personal.take_out_new(text, before, personal.names_in(f"{to.salutation} {to.name}") if to else [])


def keep_wording(
    session: Session,
    user: User | None,
    block: Block,
    text: str,
    edit: int,
    number: int | None,
    title: str,
    now: dt.datetime,
    **wording: Unpack[Wording],
) -> Paragraph:
    """Propose what was put right in a Block beside the Paragraph it came from, as `bank.reword`.

    edit: of the Block whose words these were made from. The Block stays of the Version it came from.
    """
    paragraph = changed_from(block).paragraph
    new = bank.reword(session, user, paragraph, text, now, number, title, **wording)
    audit.record(session, user, "keep", block, now, paragraph=new.id, edit=edit)
    return new


def kept(session: Session, blocks: Sequence[Block]) -> dict[int, Paragraph]:
    """By Block id: what was proposed of its words as they stand, and is on offer."""
    edits = {block.id: block.edit for block in blocks if is_news(block)}
    done = mine(session, AuditEvent).where(
        AuditEvent.noun == "Block", AuditEvent.noun_id.in_(edits), AuditEvent.act == "keep"
    )
    rows = session.execute(done.with_only_columns(AuditEvent.noun_id, AuditEvent.detail))
    came = {detail["paragraph"]: key for key, detail in rows if detail.get("edit") == edits[key]}
    there = mine(session, Paragraph).where(Paragraph.id.in_(came), Paragraph.state != "retired")
    return {came[paragraph.id]: paragraph for paragraph in session.scalars(there)}
