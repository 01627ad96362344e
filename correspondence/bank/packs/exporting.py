"""A selection of the bank as a pack of the office's own."""

import datetime as dt
import uuid
from collections.abc import Sequence

from sqlalchemy.orm import Session

from correspondence import audit
from correspondence.bank.packs.facts import Facts, facts_of
from correspondence.bank.packs.file import MOST, PackFile
from correspondence.days import uk_day
from correspondence.db import mine
from correspondence.errors import Refused
from correspondence.models import Office, Pack, PackItem, Paragraph, User
from correspondence.text import one_line


def export(
    session: Session, user: User | None, title: str, paragraphs: Sequence[Paragraph], now: dt.datetime
) -> PackFile:
    """The pack of this title with these Paragraphs. Where they differ from its last edition, it is the next.

    A Paragraph keeps its key from edition to edition. Those no longer among them leave the pack.
    """
    if not one_line(title):
        raise Refused("Give the pack a title.")
    if not paragraphs:
        raise Refused("Nothing in the bank is like this, so there is nothing to put into a pack.")
    if len(paragraphs) > MOST:
        raise Refused(f"A pack can hold {MOST:,} paragraphs at most. Choose fewer.")
    pack = _own(session, one_line(title), now)
    items = {item.paragraph_id: item for item in pack.items}
    now_in = {paragraph.id: facts_of(paragraph) for paragraph in paragraphs}
    if _differ(items, now_in) or not pack.edition:
        _renew(session, pack, items, now_in)
        pack.edition, pack.changed_at = pack.edition + 1, now
        session.flush()
        audit.record(session, user, "export", pack, now, edition=pack.edition, count=len(now_in))
    keys = {item.paragraph_id: item.key for item in pack.items}
    day = uk_day(pack.changed_at).isoformat()
    found = {keys[key]: facts for key, facts in now_in.items()}
    return PackFile(pack.key, pack.title, pack.publisher, pack.edition, day, found)


def _own(session: Session, title: str, now: dt.datetime) -> Pack:
    query = mine(session, Pack).where(Pack.is_own, Pack.title == title).order_by(Pack.id)
    pack = session.scalars(query).first()
    if pack is None:
        office = session.get_one(Office, session.info["office_id"])
        pack = Pack(key=uuid.uuid4().hex, title=title, publisher=office.name, is_own=True, changed_at=now)
        session.add(pack)
    return pack


def _differ(items: dict[int, PackItem], now_in: dict[int, Facts]) -> bool:
    return {key: item.base for key, item in items.items()} != now_in


def _renew(session: Session, pack: Pack, items: dict[int, PackItem], now_in: dict[int, Facts]) -> None:
    for key, item in items.items():
        if key not in now_in:
            session.delete(item)
    for key, facts in now_in.items():
        if key in items:
            items[key].base, items[key].theirs = facts, None
        else:
            session.add(PackItem(pack=pack, paragraph_id=key, key=uuid.uuid4().hex, base=facts))
    session.flush()
    session.expire(pack, ["items"])
