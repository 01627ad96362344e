"""The review rota: what is due and whose it is, what was found still true."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, case, func, update
from sqlalchemy.orm import Session

from correspondence import audit
from correspondence.bank import stale
from correspondence.bank.changed import changed
from correspondence.bank.finding import NOBODY
from correspondence.days import uk_day
from correspondence.db import mine
from correspondence.errors import Refused
from correspondence.models import Paragraph, User, Version, newest, ours_first

WEEK, MONTH = dt.timedelta(days=7), dt.timedelta(days=30)
AT_ONCE = 500  # rows changed by one statement


@dataclass(frozen=True)
class Load:
    """What one person has to look after; NOBODY, what nobody has. week and month hold `now` too."""

    owner_id: int
    name: str
    now: int
    week: int
    month: int
    all: int


def due(session: Session, until: dt.date, owner_id: int | None = None) -> list[int]:
    """Ids of what is on offer and needs review by this day: `ours_first`, of those what waits longest.

    owner_id: of one person's, or NOBODY's; None: everybody's.
    """
    wanted = _offered(session).where(Paragraph.stale_on <= until)
    if owner_id is not None:
        wanted = wanted.where(Paragraph.owner_id == owner_id if owner_id else Paragraph.owner_id.is_(None))
    version = Version.__table__
    wanted = wanted.join(version, version.c.paragraph_id == Paragraph.id).where(newest())
    wanted = wanted.order_by(ours_first(), Paragraph.stale_on, Paragraph.id)
    return list(session.scalars(wanted.with_only_columns(Paragraph.id)))


def loads(session: Session, today: dt.date) -> list[Load]:
    """Who has how much to look after, those who are here by name, then what is nobody's."""
    spans = (today, today + WEEK, today + MONTH)
    sums = [func.sum(case((Paragraph.stale_on <= day, 1), else_=0)) for day in spans]
    rows = session.execute(
        _offered(session)
        .with_only_columns(Paragraph.owner_id, *sums, func.count(Paragraph.id))
        .group_by(Paragraph.owner_id)
    )
    counted = {row[0] or NOBODY: [int(number or 0) for number in row[1:]] for row in rows}
    people = session.scalars(mine(session, User).order_by(func.lower(User.name), User.id))
    named = [(user.id, user.name) for user in people if user.ended_at is None or user.id in counted]
    return [Load(key, name, *counted.get(key, [0] * 4)) for key, name in (*named, (NOBODY, "Nobody"))]


def what_else(paragraph: Paragraph, today: dt.date) -> list[str]:
    """What speaks against a Paragraph but for its review date, which a person can set anew."""
    return [reason.text for reason in stale.reasons(paragraph, today) if reason.kind != "review"]


def still_true(
    session: Session,
    user: User | None,
    paragraph: Paragraph,
    until: dt.date | None,
    today: dt.date,
    now: dt.datetime,
) -> None:
    """Note that a person read a Paragraph and found it true, and when it is to be read again.

    Refused where more than the review date speaks against it: then it needs new words, or a decision.
    """
    if until is None or until <= today:
        raise Refused("Choose a day to come on which it is read again.")
    if why := what_else(paragraph, today):
        raise Refused(f"More than its review date speaks against it. {' '.join(why)}")
    paragraph.review_date = until
    number = paragraph.version.number
    changed(session, user, "still true", paragraph, [paragraph], now, version=number, until=str(until))


def share_out(
    session: Session, user: User | None, people: Sequence[User], now: dt.datetime
) -> dict[int, int]:
    """Give what nobody owns to these people so that they own about as many each; how many each was given.

    What stands together in a Source stays together as far as it can.
    """
    if not people:
        raise Refused("Choose who shall have them.")
    wanted = _offered(session).where(Paragraph.owner_id.is_(None))
    wanted = wanted.order_by(Paragraph.source_id, Paragraph.position, Paragraph.id)
    keys = list(session.scalars(wanted.with_only_columns(Paragraph.id)))
    owned = {load.owner_id: load.all for load in loads(session, uk_day(now))}
    shares = evenly(len(keys), [owned.get(person.id, 0) for person in people])
    start = 0
    for person, share in zip(people, shares, strict=True):
        mine_now, start = keys[start : start + share], start + share
        for place in range(0, len(mine_now), AT_ONCE):
            some = mine_now[place : place + AT_ONCE]
            session.execute(update(Paragraph).where(Paragraph.id.in_(some)).values(owner_id=person.id))
        if share:
            audit.record(session, user, "share out", person, now, paragraphs=share)
    return {person.id: share for person, share in zip(people, shares, strict=True)}


def evenly(more: int, owned: Sequence[int]) -> list[int]:
    """How many of `more` each is given so that all end as even as they can, those with fewest first."""
    level, rest = 0, 0
    order = sorted(range(len(owned)), key=lambda place: owned[place])
    for count in range(len(order), 0, -1):  # the highest level to which so many can be filled
        level, rest = divmod(more + sum(owned[place] for place in order[:count]), count)
        if level >= owned[order[count - 1]]:
            order = order[:count]
            break
    given = [0] * len(owned)
    for turn, place in enumerate(order):
        given[place] = level + (turn < rest) - owned[place]
    return given


def _offered(session: Session) -> Select[Any]:
    return mine(session, Paragraph).where(Paragraph.state != "retired")
