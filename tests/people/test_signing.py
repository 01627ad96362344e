"""Signing in: who gets in, who is slowed down, how long it lasts."""

import datetime as dt
import statistics
import time
from collections.abc import Callable

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine, func, select, update
from sqlalchemy.orm import Session

from correspondence import db, people
from correspondence.errors import Refused
from correspondence.models import SignIn, SignInAttempt, User
from correspondence.people import passwords
from correspondence.people.signing import IDLE, LONGEST, WAIT, WINDOW, WRONG
from tests.conftest import NOW

PASSWORD = "brown bread and butter"
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def cas(session: Session) -> User:
    """Cas, who has chosen `PASSWORD`."""
    user = session.scalars(select(User).where(User.email == "cas@example.org")).one()
    user.password_hash = passwords.hashed(PASSWORD)
    session.commit()
    return user


def enter(
    session: Session, email: str, password: str, at: dt.datetime, where: str
) -> tuple[User | None, str]:
    """Sign in, by the steps of the page: somebody with their token, or nobody with the sentence they get."""
    try:
        user, kept = people.attempt(session, email, where, at)
    except Refused as refusal:
        return None, str(refusal)
    session.commit()
    if not people.is_right(kept, password) or user is None:
        return None, WRONG
    return user, people.admit(session, user, where, at)


def give(session: Session, email: str, password: str, at: dt.datetime = NOW, where: str = "10.0.0.1") -> str:
    """The sentence somebody gets who signs in, or "in"."""
    user, said = enter(session, email, password, at, where)
    session.commit()
    return "in" if user else said


def test_the_right_password_gives_a_token_of_which_only_the_hash_is_kept(session: Session, cas: User) -> None:
    user, token = enter(session, " CAS@example.org ", PASSWORD, NOW, "10.0.0.1")
    assert user is cas and len(token) >= 43  # 256 bits
    row = session.scalars(select(SignIn)).one()
    assert token not in row.token_hash
    assert people.who(session, token, NOW) is row


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("cas@example.org", "wrong"),
        ("cas@example.org", ""),
        ("cas@example.org", PASSWORD.upper()),
        ("nobody@example.org", PASSWORD),
        ("ada@example.org", ""),  # has no password at all
        ("", ""),
        ("cas@example.org\x00", "wrong\x00"),
        ("' or 1=1 --", "' or 1=1 --"),
    ],
)
def test_whatever_is_wrong_the_sentence_is_the_same(
    session: Session, cas: User, email: str, password: str
) -> None:
    assert give(session, email, password) == WRONG


def test_somebody_unknown_takes_as_long_as_somebody_known(
    session: Session, cas: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=2, memory_cost=16384, parallelism=1))
    cas.password_hash = passwords.hashed(PASSWORD)
    passwords.is_right("", "first")  # makes what unknown people are compared with
    took: dict[str, list[float]] = {cas.password_hash: [], "": []}
    for _ in range(7):
        for kept, times in took.items():
            start = time.process_time()
            passwords.is_right(kept, "wrong")
            times.append(time.process_time() - start)
    known, unknown = (statistics.median(times) for times in took.values())
    assert unknown == pytest.approx(known, rel=0.5)


def test_after_ten_wrong_ones_even_the_right_one_has_to_wait_and_then_works(
    session: Session, cas: User
) -> None:
    said = [give(session, "cas@example.org", "wrong", NOW + n * dt.timedelta(seconds=1)) for n in range(12)]
    assert said == [WRONG] * 10 + [WAIT] * 2
    assert give(session, "cas@example.org", PASSWORD, NOW + MINUTE, where="10.0.0.9") == WAIT
    assert give(session, "cas@example.org", PASSWORD, NOW + WINDOW + MINUTE) == "in"


def test_two_hundred_guesses_from_fifty_addresses_are_ten_checked(session: Session, cas: User) -> None:
    said = [give(session, "cas@example.org", "wrong", NOW, where=f"10.0.0.{n % 50}") for n in range(200)]
    assert said.count(WRONG) == 10


def test_one_address_cannot_try_the_whole_office(session: Session, cas: User) -> None:
    said = [give(session, f"user{n}@example.org", "wrong") for n in range(40)]
    assert said.count(WRONG) == 30
    assert give(session, "cas@example.org", PASSWORD, where="10.0.0.2") == "in"


def test_a_right_password_forgets_the_wrong_ones_before_it(session: Session, cas: User) -> None:
    for _ in range(3):
        assert [give(session, "cas@example.org", "wrong") for _ in range(8)] == [WRONG] * 8
        assert give(session, "cas@example.org", PASSWORD) == "in"


def test_the_table_of_tries_holds_no_address_and_nothing_old(session: Session, cas: User) -> None:
    give(session, "cas@example.org", "wrong")
    give(session, "dan@example.org", "wrong", NOW + 2 * WINDOW)
    rows = session.scalars(select(SignInAttempt)).all()
    assert len(rows) == 2 and all(len(row.who) == 64 and row.at > NOW for row in rows)


def test_a_restart_forgets_no_try(engine: Engine, session: Session, cas: User) -> None:
    for _ in range(10):
        give(session, "cas@example.org", "wrong")
    with db.make_session(engine, write=True) as another_process:
        assert give(another_process, "cas@example.org", PASSWORD) == WAIT


@pytest.mark.parametrize(
    ("rests", "holds"),
    [
        ([IDLE], True),
        ([IDLE + MINUTE], False),
        ([IDLE - MINUTE] * 12, True),
        ([IDLE - MINUTE] * 13, False),  # twelve hours are over
    ],
)
def test_a_sign_in_ends_after_an_hour_of_rest_or_twelve_hours(
    session: Session, cas: User, rests: list[dt.timedelta], holds: bool
) -> None:
    token = people.admit(session, cas, "10.0.0.1", NOW)
    moment = NOW
    for rest in rests:
        moment += rest
        row = people.who(session, token, moment)
        if row is not None:
            people.touch(session, row.id, moment)
    assert (row is not None) is holds
    assert dt.timedelta(hours=12) == LONGEST


@pytest.mark.parametrize("ended_by", ["sign out", "password", "reset", "role", "end", "end sign-ins"])
def test_a_token_is_worth_nothing_after(session: Session, cas: User, ended_by: str) -> None:
    token = people.admit(session, cas, "10.0.0.1", NOW)
    row = people.who(session, token, NOW)
    assert row is not None
    ada = session.scalars(select(User).where(User.email == "ada@example.org")).one()
    ways: dict[str, Callable[[], object]] = {
        "sign out": lambda: people.sign_out(session, row, NOW),
        "password": lambda: people.change_password(session, cas, PASSWORD, "another long one", NOW),
        "reset": lambda: people.reset_password(session, ada, cas, NOW),
        "role": lambda: people.set_role(session, ada, cas, "approver", NOW),
        "end": lambda: people.end_user(session, ada, cas, NOW),
        "end sign-ins": lambda: people.end_sign_ins(session, ada, cas, NOW),
    }
    ways[ended_by]()
    session.flush()
    assert people.who(session, token, NOW) is None


def test_an_ended_person_cannot_sign_in(session: Session, cas: User) -> None:
    session.execute(update(User).where(User.id == cas.id).values(ended_at=NOW))
    assert give(session, "cas@example.org", PASSWORD) == WRONG


def test_a_token_that_was_never_given_is_nobody_s(session: Session, cas: User) -> None:
    people.admit(session, cas, "10.0.0.1", NOW)
    for token in ("", "x", "0" * 43, "\ud800"):
        assert people.who(session, token, NOW) is None
    assert session.scalar(select(func.count()).select_from(SignIn)) == 1
