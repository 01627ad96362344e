"""The list of a Draft's Blocks: what stands in it and in which order."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy.orm import Session

from correspondence import audit
from correspondence.db import one
from correspondence.desk.blocks import take_out
from correspondence.desk.choices import settle
from correspondence.desk.claims import claim_draft, claim_subject
from correspondence.drafting.assemble import GAP, block_of
from correspondence.errors import Refused
from correspondence.models import Block, Draft, Paragraph, Point, User
from correspondence.text import clean, one_line

_ENDS = {"salutation": 0, "signoff": 2}  # the greeting stays first and the sign-off last


def insert(
    session: Session,
    user: User | None,
    draft: Draft,
    paragraph: Paragraph,
    now: dt.datetime,
    *,
    after: Block | None = None,
    points: Sequence[Point] = (),
) -> Block:
    """Put a Paragraph's newest wording into the reply, as the answer to `points`.

    after: the Block it follows; None: behind what answers the points before these. A Paragraph that is
    in the reply already is not put in twice: it then answers these points too. Where all its words were taken
    out it comes anew, in that place. It was chosen for them.
    """
    block = put_in(session, user, draft, paragraph, now, after=after, points=points)
    settle(session, user, block, now)
    return block


def put_in(
    session: Session,
    user: User | None,
    draft: Draft,
    paragraph: Paragraph,
    now: dt.datetime,
    *,
    after: Block | None = None,
    points: Sequence[Point] = (),
) -> Block:
    """As `insert`, but by the program: nobody has chosen it yet."""
    if paragraph.state == "retired":
        raise Refused("The bank no longer offers this paragraph.")
    claim_draft(session, draft)
    for block in draft.kept:
        if block.source_version is None or block.source_version.paragraph_id != paragraph.id:
            continue
        if not block.is_blank:
            block.points += [point for point in points if point not in block.points]
            audit.record(session, user, "insert", block, now, points=len(points))
            return block
        take_out(session, user, block, block.edit, now)
        after = block
    return add(session, user, draft, block_of(paragraph, points), after, now)


def add_own(
    session: Session,
    user: User | None,
    draft: Draft,
    text: str,
    now: dt.datetime,
    *,
    after: Block | None = None,
    points: Sequence[Point] = (),
) -> Block:
    """Put text of the writer's own into the reply; it may be empty, to be written in place."""
    claim_draft(session, draft)
    return add(session, user, draft, Block(kind="own", text=clean(text), points=list(points)), after, now)


def move(
    session: Session,
    user: User | None,
    block: Block,
    after: Block | None,
    version: int,
    now: dt.datetime,
) -> None:
    """Put the Block behind `after` (None: at the top). `version` is the Draft's as the writer saw it."""
    draft = block.draft
    if block.kind in _ENDS:
        raise Refused("The greeting stays at the top and the sign-off at the end.")
    claim_draft(session, draft, version)
    others = [other for other in draft.blocks if other is not block]
    _number(_with(others, block, after))
    audit.record(session, user, "move", block, now)
    session.expire(draft, ["blocks"])


def set_subject(
    session: Session, user: User | None, draft: Draft, subject: str, was: str | None, now: dt.datetime
) -> None:
    """Give the reply its subject line. A Conflict carries the subject as it is now.

    was: what the writer started from, None where that is not known to stand any more. Saving again what
    already stands is no conflict.
    """
    subject = one_line(subject)
    session.refresh(draft, ["subject"])
    if draft.subject != subject:
        claim_subject(session, draft, subject, was)
        audit.record(session, user, "subject", draft, now)


def add(
    session: Session, user: User | None, draft: Draft, block: Block, after: Block | None, now: dt.datetime
) -> Block:
    """Put a new Block behind `after` (None: where what it answers has its place)."""
    if after is not None:
        after = one(session, Block, after.id)
    others = list(draft.blocks)
    _number(_with(others, block, after or _place(draft, block)))
    draft.blocks.append(block)
    audit.record(session, user, "insert", block, now, version=block.version_id)
    session.expire(draft, ["blocks"])
    return block


def _place(draft: Draft, block: Block) -> Block | None:
    """What a new Block comes behind: what answers its points or earlier ones; else all but the closing."""
    asked = min((point.position for point in block.points), default=None)
    before = [other for other in draft.kept if _comes_before(other, asked)]
    return before[-1] if before else None


def _comes_before(other: Block, asked: int | None) -> bool:
    if other.kind in ("salutation", "opening"):
        return True
    if other.kind in ("closing", "signoff"):
        return False
    return asked is None or any(point.position <= asked for point in other.points)


def _with(others: list[Block], block: Block, after: Block | None) -> list[Block]:
    """The list with `block` behind `after`; greeting first and sign-off last whatever was asked."""
    place = others.index(after) + 1 if after in others else 0
    listed = [*others[:place], block, *others[place:]]
    return sorted(listed, key=lambda entry: _ENDS.get(entry.kind, 1))


def _number(blocks: Sequence[Block]) -> None:
    for place, block in enumerate(blocks, start=1):
        block.position = place * GAP
