"""Newer wording of the bank for a Block that was copied from an older Version."""

import datetime as dt

from sqlalchemy.orm import Session

from correspondence.desk.blocks import take_out
from correspondence.desk.choices import settle
from correspondence.desk.listing import add
from correspondence.drafting import newer
from correspondence.drafting.assemble import block_of
from correspondence.errors import Refused
from correspondence.models import Block, User


def take_newer(
    session: Session, user: User | None, block: Block, edit: int, seen: int, now: dt.datetime
) -> Block:
    """Put the newest wording in a Block's place. The Block itself is taken out: put back, it takes its place.

    seen: the Version that was compared; Refused where by now there is a newer one. A Conflict when somebody
    edited the Block since `edit`.
    """
    version = newer(block)
    if version is None:
        raise Refused("The bank has no newer wording for this paragraph.")
    if version.id != seen:
        raise Refused("The bank's wording was changed again meanwhile. Compare the two.")
    take_out(session, user, block, edit, now)
    new = add(session, user, block.draft, block_of(version.paragraph, block.points), block, now)
    settle(session, user, new, now)
    return new
