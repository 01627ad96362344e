"""The review rota: what is due, whose it is, what is still true, what is shared out."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from correspondence import bank
from correspondence.bank.due import evenly
from correspondence.bank.finding import NOBODY
from correspondence.errors import Refused
from correspondence.models import AuditEvent, Paragraph, User
from tests.bank.files import acts, approve
from tests.conftest import NOW, TODAY

DAY = dt.timedelta(days=1)


@pytest.fixture
def three(session: Session, cas: User) -> list[Paragraph]:
    """One of Cas's whose review date passed, one of nobody's due in three days, one never due."""
    made = [
        bank.add(session, None, f"The {name} is open.", NOW, today=TODAY, title=name)
        for name in ("pier", "ferry", "wall")
    ]
    bank.change(session, None, made[0], NOW, owner=cas, review_date=TODAY - DAY)
    made[0].stale_on, made[1].stale_on, made[2].stale_on = TODAY, TODAY + 3 * DAY, None
    session.flush()
    return made


def test_what_is_due_is_listed_by_day_and_owner(session: Session, three: list[Paragraph], cas: User) -> None:
    pier, ferry, _wall = three
    assert bank.due(session, TODAY) == [pier.id]
    assert bank.due(session, TODAY + 3 * DAY) == [pier.id, ferry.id]
    assert bank.due(session, TODAY + 3 * DAY, cas.id) == [pier.id]
    assert bank.due(session, TODAY + 3 * DAY, NOBODY) == [ferry.id]
    bank.retire(session, None, pier, NOW)
    assert bank.due(session, TODAY) == []


def test_what_we_may_send_is_due_before_the_words_of_others(session: Session, three: list[Paragraph]) -> None:
    pier, ferry, wall = three
    pier.version.voice = "Dan Whitlock"
    approve(session, wall)
    for paragraph, days in ((pier, 9), (ferry, 5), (wall, 0)):
        paragraph.stale_on = TODAY - days * DAY
    session.flush()
    assert bank.due(session, TODAY) == [wall.id, ferry.id, pier.id]


def test_who_has_how_much(session: Session, three: list[Paragraph], cas: User) -> None:
    found = {load.owner_id: load for load in bank.loads(session, TODAY)}
    assert [load.name for load in found.values()] == ["Ada", "Ben", "Cas", "Nobody"]
    of_cas, nobodys = found[cas.id], found[NOBODY]
    assert (of_cas.now, of_cas.week, of_cas.month, of_cas.all) == (1, 1, 1, 1)
    assert (nobodys.now, nobodys.week, nobodys.month, nobodys.all) == (0, 1, 1, 2)


def test_somebody_who_left_is_listed_while_they_own_something(
    session: Session, three: list[Paragraph], cas: User
) -> None:
    cas.ended_at = NOW
    session.flush()
    assert "Cas" in [load.name for load in bank.loads(session, TODAY)]
    three[0].owner = None
    session.flush()
    assert "Cas" not in [load.name for load in bank.loads(session, TODAY)]


def test_what_was_read_again_is_due_later_and_it_is_noted_who_read_it(
    session: Session, three: list[Paragraph], cas: User
) -> None:
    later = TODAY + 90 * DAY
    bank.still_true(session, cas, three[0], later, TODAY, NOW)
    assert three[0].review_date == later
    event = session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc()).limit(1)).one()
    assert (event.act, event.user_id, event.at, event.detail) == (
        "still true", cas.id, NOW, {"version": 1, "until": str(later)},
    )  # fmt: skip
    assert three[0].version.number == 1


@pytest.mark.parametrize("until", [None, TODAY, TODAY - DAY])
def test_a_day_to_come_is_needed(session: Session, three: list[Paragraph], until: dt.date | None) -> None:
    with pytest.raises(Refused, match="a day to come"):
        bank.still_true(session, None, three[0], until, TODAY, NOW)


@pytest.mark.parametrize("review_date", [TODAY - DAY, None])
def test_what_more_speaks_against_is_said_instead(session: Session, review_date: dt.date | None) -> None:
    old = bank.add(
        session, None, "It opens next week.", NOW, {"date": dt.date(2024, 1, 1)}, review_date=review_date
    )
    with pytest.raises(Refused, match="“next week”, written on 1 January 2024: that has run out"):
        bank.still_true(session, None, old, TODAY + DAY, TODAY, NOW)
    assert old.review_date == review_date
    assert "still true" not in acts(session)


def test_what_nobody_owns_is_shared_out_evenly(session: Session, three: list[Paragraph], cas: User) -> None:
    ben = session.query(User).filter_by(email="ben@example.org").one()
    retired = bank.add(session, None, "Gone.", NOW)
    bank.retire(session, None, retired, NOW)
    assert bank.share_out(session, ben, [cas, ben], NOW) == {cas.id: 0, ben.id: 2}  # Cas has one already
    session.expire_all()
    assert [paragraph.owner_id for paragraph in three] == [cas.id, ben.id, ben.id]
    assert retired.owner_id is None
    assert bank.share_out(session, ben, [cas, ben], NOW) == {cas.id: 0, ben.id: 0}
    with pytest.raises(Refused, match="Choose who"):
        bank.share_out(session, ben, [], NOW)


@given(st.integers(0, 500), st.lists(st.integers(0, 100), min_size=1, max_size=8))
def test_shares_are_as_even_as_they_can_be(more: int, owned: list[int]) -> None:
    given = evenly(more, owned)
    assert sum(given) == more
    assert min(given) >= 0
    after = [had + got for had, got in zip(owned, given, strict=True)]
    assert all(total - min(after) <= 1 for total, got in zip(after, given, strict=True) if got)
