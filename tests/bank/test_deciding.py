"""A decision that stale wording may be used is taken back: it counts no longer and stays to be read."""

import datetime as dt

import pytest
from sqlalchemy.orm import Session

from correspondence import bank
from correspondence.bank.deciding import every
from correspondence.models import Decision, Paragraph, User
from tests.conftest import NOW, TODAY
from tests.desk.cast import acts

LATER = NOW + dt.timedelta(hours=1)
UNDATED = "Checked with the department."


@pytest.fixture
def pier(session: Session, cas: User) -> Paragraph:
    """Undated, and approved all the same."""
    paragraph = bank.add(session, cas, "The pier is long.", NOW, {"date": None})
    read = [reason.text for reason in bank.waiting(session, [paragraph], TODAY)[paragraph.id]]
    bank.approve(session, cas, paragraph, NOW, UNDATED, read)
    session.flush()
    return paragraph


def test_what_was_taken_back_counts_no_longer_and_stays(session: Session, cas: User, pier: Paragraph) -> None:
    [decision] = bank.decisions(session, [pier.version])[pier.version.id]
    assert bank.waiting(session, [pier], TODAY)[pier.id] == []
    bank.take_back(session, cas, decision, LATER)
    bank.take_back(session, None, decision, LATER + dt.timedelta(days=1))  # pressed twice
    assert [reason.kind for reason in bank.waiting(session, [pier], TODAY)[pier.id]] == ["undated"]
    [kept] = every(session, pier)
    assert (kept.why, kept.taken_back_at, kept.taken_back_by) == (UNDATED, LATER, cas)
    assert acts(session)[-2:] == ["take back", "withdraw"]


@pytest.mark.parametrize("after", [dt.timedelta(0), dt.timedelta(days=1)])
def test_an_approval_falls_with_the_decision_it_was_made_on_and_no_other(
    session: Session, cas: User, after: dt.timedelta
) -> None:
    paragraph = bank.add(session, cas, "The pier is long.", NOW, {"date": dt.date(2026, 11, 1)})
    if after:
        bank.approve(session, cas, paragraph, NOW)  # when nothing spoke against it
    bank.change(session, cas, paragraph, NOW, review_date=dt.date(2026, 11, 2))
    read = [reason.text for reason in bank.waiting(session, [paragraph], TODAY)[paragraph.id]]
    bank.approve(session, cas, paragraph, NOW + after, "Still right.", read)
    [decision] = every(session, paragraph)
    bank.take_back(session, cas, decision, LATER)
    assert paragraph.state == ("approved" if after else "proposed")


@pytest.mark.parametrize(("again", "state"), [(False, "proposed"), (True, "approved")])
def test_an_approval_that_came_later_rests_on_it_too_unless_another_carries_it(
    session: Session, cas: User, again: bool, state: str
) -> None:
    paragraph = bank.add(session, cas, "The pier is long.", NOW, {"date": None})
    read = [reason.text for reason in bank.waiting(session, [paragraph], TODAY)[paragraph.id]]
    bank.decide(session, cas, paragraph.version, UNDATED, NOW, read)
    bank.approve(session, cas, paragraph, LATER)
    [decision] = every(session, paragraph)
    if again:
        session.add(
            Decision(version=paragraph.version, user=cas, reasons=read, why="Asked.", created_at=LATER)
        )
    bank.take_back(session, cas, decision, LATER)
    assert paragraph.state == state
