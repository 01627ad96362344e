"""The checks that let one of two writers win: an UPDATE that names what it started from."""

from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from correspondence.errors import Conflict, Refused
from correspondence.models import Block, Draft


def claim_block(session: Session, block: Block, edit: int, sentence: str, **values: Any) -> None:
    """Set `values` on a Block that is still at `edit`, which goes up; else a Conflict with its text."""
    require_open(session, block.draft)
    session.flush()
    won = session.scalar(
        update(Block)
        .where(Block.id == block.id, Block.edit == edit)
        .values(edit=Block.edit + 1, **values)
        .returning(Block.edit)
        .execution_options(synchronize_session=False)
    )
    session.refresh(block)
    if won is None:
        raise Conflict(sentence, theirs=block.text)


def claim_draft(session: Session, draft: Draft, version: int | None = None) -> None:
    """Take the Draft and its list for this transaction; its `version` goes up.

    version: what the change started from; a Conflict when that is no longer so. None: an addition,
    which is right whatever others did. The Draft and its Blocks are then read anew.
    """
    session.flush()
    condition = [Draft.id == draft.id, Draft.state == "drafting"]
    if version is not None:
        condition.append(Draft.version == version)
    won = session.scalar(
        update(Draft)
        .where(*condition)
        .values(version=Draft.version + 1)
        .returning(Draft.version)
        .execution_options(synchronize_session=False)
    )
    session.expire(draft)
    if won is None:
        require_open(session, draft)
        raise Conflict("Somebody else changed this reply meanwhile. Look at it again.")
    for block in draft.blocks:
        session.refresh(block)


def claim_subject(session: Session, draft: Draft, subject: str, was: str | None) -> None:
    """Change the subject line that is still `was`; else a Conflict with the one there is.

    The list's `version` stays: whoever changes the line can still move what is below it.
    """
    require_open(session, draft)
    won = session.scalar(
        update(Draft)
        .where(Draft.id == draft.id, Draft.subject == was)
        .values(subject=subject)
        .returning(Draft.id)
        .execution_options(synchronize_session=False)
    )
    session.refresh(draft, ["subject"])
    if won is None:
        raise Conflict("Somebody else changed the subject line meanwhile.", theirs=draft.subject)


def require_open(session: Session, draft: Draft) -> None:
    """Refused unless the Draft may still be edited; until the transaction ends nobody can say it has gone."""
    session.refresh(draft, ["state"], with_for_update=True)
    if draft.state != "drafting":
        raise Refused(f"This reply is {draft.state} and is not edited any more.")
