"""The dated tables: the Posts, Bills and governments shipped, with the office's own changes over them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy.orm import Session

from correspondence import audit, jobs
from correspondence.db import mine
from correspondence.errors import NotFound, Refused
from correspondence.figures.world import STAGES, Row, World, shipped
from correspondence.matching.index import touch
from correspondence.models import DATED, DatedRow, User
from correspondence.text import one_line

LONGEST = 300  # characters of a name, a holder, a link
MOST = 2_000  # rows of an office's own
OWN = "own "  # begins the key of a row of the office's own


@dataclass(frozen=True)
class Listed:
    """A row as the office sees it. key: what names it here.

    whose: shipped with the program; added or changed by the office; out, when the office took it out.
    until: the first day it is no longer so, also where only the row behind it says so.
    """

    key: str
    row: Row
    whose: str
    until: dt.date | None


def world(session: Session) -> World:
    """The office's tables as they stand in this transaction."""
    return _known(_own(session))[1]


def listed(session: Session, about: str, words: str = "") -> list[Listed]:
    """The rows of one table, those taken out too: the newest of what has one name together, by name."""
    wanted = one_line(words).casefold().split()
    entries, known = _known(_own(session))
    found = [
        Listed(key, row, whose, _until(row, known))
        for key, row, whose in entries
        if row.about == about and all(word in f"{row.name} {row.said}".casefold() for word in wanted)
    ]
    if about == "government":
        return sorted(found, key=lambda entry: entry.row.begins, reverse=True)
    found.sort(key=lambda entry: entry.row.begins, reverse=True)
    return sorted(found, key=lambda entry: entry.row.title.casefold())


def entry(session: Session, key: str) -> Listed:
    """The row of this key. NotFound where it is gone."""
    entries, known = _known(_own(session))
    for there, row, whose in entries:
        if there == key:
            return Listed(key, row, whose, _until(row, known))
    raise NotFound("That row is no longer in the tables.")


def add(session: Session, user: User | None, row: Row, now: dt.datetime) -> None:
    """Add a row. What came before it under the same name ends where it begins, unless that says otherwise."""
    touch(session, ())  # others who change the tables wait for the end of this
    row = checked(row)
    own = list(session.scalars(mine(session, DatedRow)))
    if len(own) >= MOST:
        raise Refused(f"An office can have {MOST:,} rows of its own. Take some out.")
    _must_be_new(session, row)
    _store(session, user, "add", DatedRow(**_fields(row)), now)


def change(session: Session, user: User | None, key: str, row: Row, now: dt.datetime) -> None:
    """Put other words or days in the place of a row."""
    touch(session, ())
    row, there = checked(row), entry(session, key)
    if row == there.row:
        return
    _must_be_new(session, row, beside=key)
    stored = _stored(session, key) or DatedRow(instead_of=key)
    for name, value in _fields(row).items():
        setattr(stored, name, value)
    stored.is_out = False
    _store(session, user, "change", stored, now)


def take_out(session: Session, user: User | None, key: str, now: dt.datetime) -> None:
    """Count a row no longer. A shipped one stays to be put back; the office's own goes."""
    touch(session, ())
    there, stored = entry(session, key), _stored(session, key)
    if key.startswith(OWN) and stored is not None:
        audit.record(session, user, "take out", stored, now)
        session.delete(stored)
        _settle_later(session, now)
        return
    stored = stored or DatedRow(instead_of=key, **_fields(there.row))
    stored.is_out = True
    _store(session, user, "take out", stored, now)


def put_back(session: Session, user: User | None, key: str, now: dt.datetime) -> None:
    """Let a shipped row be as it is shipped."""
    touch(session, ())
    stored = _stored(session, key)
    if key.startswith(OWN):
        raise Refused("This row is your own. Change it, or take it out.")
    if stored is not None:
        audit.record(session, user, "put back", stored, now)
        session.delete(stored)
        _settle_later(session, now)


def checked(row: Row) -> Row:
    """The row as it is stored. Refused where it says too little, or cannot be checked anywhere."""
    names = "; ".join(filter(None, (one_line(name) for name in row.name.split(";"))))
    said, source = one_line(row.said), one_line(row.source)
    if row.about not in DATED:
        raise Refused("A row is of a post, a bill or a government.")
    given = {"name": names, "said": said, "source": source}
    if not names or not said:
        raise Refused("Give a name, and what was so.", about="said" if names else "name")
    if longest := next((name for name, text in given.items() if len(text) > LONGEST), ""):
        raise Refused(f"Use {LONGEST} characters or fewer.", about=longest)
    if row.about == "bill" and said not in STAGES:
        raise Refused(f"A stage is one of these: {', '.join(STAGES)}.", about="said")
    if not source.lower().startswith(("http://", "https://")):
        raise Refused("Give the link where this can be checked, beginning with https://.", about="source")
    if row.ends is not None and row.ends <= row.begins:
        raise Refused("It must end after it begins.", about="ends")
    return Row(row.about, names, said, row.begins, row.ends, source)


def _fields(row: Row) -> dict[str, str | dt.date | None]:
    return {
        "about": row.about, "name": row.name, "said": row.said, "begins": row.begins, "ends": row.ends,
        "source": row.source,
    }  # fmt: skip


def _must_be_new(session: Session, row: Row, beside: str = "") -> None:
    for there, other, _whose in _known(_own(session))[0]:
        if there != beside and (other.about, other.title, other.said, other.begins) == (
            row.about, row.title, row.said, row.begins,
        ):  # fmt: skip
            raise Refused(f"There is a row for {row.title} and {row.said} from that day already.")


def _stored(session: Session, key: str) -> DatedRow | None:
    """The office's own row of this key, or the one it has in the place of a shipped row."""
    rows = mine(session, DatedRow)
    number = key.removeprefix(OWN) if key.startswith(OWN) else ""
    if number.isdecimal() and len(number) < 10:
        return session.scalar(rows.where(DatedRow.id == int(number)))
    return session.scalar(rows.where(DatedRow.instead_of == key, DatedRow.instead_of != ""))


def _store(session: Session, user: User | None, act: str, row: DatedRow, now: dt.datetime) -> None:
    session.add(row)
    session.flush()
    audit.record(session, user, act, row, now)
    _settle_later(session, now)


def _settle_later(session: Session, now: dt.datetime) -> None:
    """Have it worked out anew, for lists and for what is offered first, which Paragraphs are stale."""
    session.flush()
    jobs.add(session, "stale", now)


_Own = tuple[tuple[int, str, bool, Row], ...]
_Entry = tuple[str, Row, str]  # key, row, whose


def _own(session: Session) -> _Own:
    """(id, instead of, is out, row) of the office's own rows."""
    rows = session.scalars(mine(session, DatedRow).order_by(DatedRow.id))
    return tuple(
        (row.id, row.instead_of, row.is_out,
         Row(row.about, row.name, row.said, row.begins, row.ends, row.source))
        for row in rows
    )  # fmt: skip


@lru_cache(maxsize=16)  # offices at work in a process
def _known(own: _Own) -> tuple[Sequence[_Entry], World]:
    """All rows with these of the office's own over them, and what counts of them."""
    entries: dict[str, _Entry] = {row.key: (row.key, row, "shipped") for row in shipped()}
    for number, instead_of, is_out, row in own:
        if instead_of not in entries:
            key = f"{OWN}{number}"
            entries[key] = (key, row, "out" if is_out else "added")
        elif is_out:
            entries[instead_of] = (instead_of, entries[instead_of][1], "out")
        else:
            entries[instead_of] = (instead_of, row, "changed")
    found = list(entries.values())
    return found, World(row for _key, row, whose in found if whose != "out")


def _until(row: Row, known: World) -> dt.date | None:
    """The first day on which a row is no longer so; a stage of a Bill stays reached."""
    if row.about == "bill":
        return row.ends
    return known.left(row) if row.about == "post" else row.ends or known.followed(row)
