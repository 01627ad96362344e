"""Bringing an old database up tells which wordings were approved by what was done to their paragraphs."""

import datetime as dt
from itertools import count

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from correspondence import bank, db
from correspondence.bank.undoing import withdraw
from correspondence.harvest import Told
from correspondence.models import User, Version
from tests.bank.files import import_text
from tests.conftest import NOW

TEXT = "Dear Carol,\n\nThe pier will be mended in the summer.\n\nYours sincerely,\n\nAda Amberley MP"


def were_approved(engine: Engine) -> list[bool]:
    with engine.connect() as connection:
        rows = select(Version.__table__.c.was_approved).order_by(Version.__table__.c.id)
        return list(connection.scalars(rows))


@pytest.fixture
def steps(session: Session, cas: User) -> None:
    """Wordings of one paragraph, each with how it stood when the next one came."""
    source = import_text(session, TEXT, date=dt.date(2026, 11, 1))
    session.flush()
    hours, pier = count(), source.paragraphs[0]

    def then() -> dt.datetime:
        return NOW + dt.timedelta(hours=next(hours))

    def again(number: int) -> Version:
        return bank.revise(session, cas, pier, f"The pier, {number}.", then())

    again(1)  # not approved
    bank.approve(session, cas, pier, then())
    bank.give(session, cas, source, Told(date=dt.date(2026, 11, 2)), then())
    again(2)  # nobody approved the new day
    bank.approve(session, cas, pier, then())
    again(3)  # approved
    bank.accept(session, cas, source, then())
    again(4)  # approved with its source
    bank.accept(session, cas, source, then())
    withdraw(session, cas, pier, then())
    bank.approve(session, cas, pier, again(5).created_at)  # not before, but at the moment it came
    again(6)
    session.commit()
    session.close()


@pytest.mark.usefixtures("steps")
def test_which_wordings_were_approved_is_told_by_what_was_done(engine: Engine) -> None:
    noted = [False, False, True, True, False, True, False]
    assert were_approved(engine) == noted
    with db.migrating(engine) as connection:
        db.migrate(connection, "0010")
        db.migrate(connection)
    assert were_approved(engine) == noted
