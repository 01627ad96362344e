"""Offices: add one, set up the first, take the sample away."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from correspondence import audit, db
from correspondence.errors import NotFound, Refused
from correspondence.models import Office, User
from correspondence.people import passwords
from correspondence.people.users import new_user
from correspondence.text import clean, one_line


@dataclass(frozen=True)
class OfficeDetails:
    """What a letter says of its sender. Only `name` is needed; `address` has one line to a line."""

    name: str
    mp_name: str = ""
    constituency: str = ""
    address: str = ""
    email: str = ""
    telephone: str = ""
    signatory: str = ""
    party: str = ""
    in_government: bool = False


def add_office(session: Session, details: OfficeDetails, now: dt.datetime, sample: bool = False) -> Office:
    """A new Office; the session then works in it."""
    office = Office(name="", is_sample=sample, created_at=now)
    _fill(session, office, details)
    session.add(office)
    session.flush()
    db.enter(session, office.id)
    audit.record(session, None, "add", office, now)
    return office


def change_office(
    session: Session, by: User | None, office: Office, to: OfficeDetails, now: dt.datetime
) -> None:
    """Store what the office's letters say of it."""
    _fill(session, office, to)
    audit.record(session, by, "change", office, now)


def set_up_office(
    session: Session, details: OfficeDetails, admin: str, email: str, password: str, now: dt.datetime
) -> User:
    """The first office and its first admin, in one go. Fills the plain office a command may have made."""
    if is_set_up(session):
        raise Refused("This has been set up already. Sign in, or ask your admin to add you.")
    passwords.refuse_weak(password, email.strip().lower())
    with_people = select(User.__table__.c.office_id)
    plain = session.scalar(
        select(Office).where(Office.is_sample.is_(False), Office.id.not_in(with_people)).order_by(Office.id)
    )
    if plain is None:
        plain = add_office(session, details, now)
    else:
        db.enter(session, plain.id)
        change_office(session, None, plain, details, now)
    user = new_user(session, admin, email, "admin", now)
    user.password_hash = passwords.hashed(password)
    audit.record(session, user, "set up", plain, now)
    return user


def is_set_up(session: Session) -> bool:
    """Whether an office other than the sample has an admin."""
    people, offices = User.__table__, Office.__table__
    admins = select(people.c.id).join(offices, people.c.office_id == offices.c.id)
    return (
        session.scalar(admins.where(people.c.role == "admin", offices.c.is_sample.is_(False)).limit(1))
        is not None
    )


def sample_office(session: Session) -> Office | None:
    """The sample office, if it is here."""
    return session.scalar(select(Office).where(Office.is_sample.is_(True)))


def enter_sample_office(session: Session, now: dt.datetime) -> User:
    """The sample office's admin, to be signed in without a password; made where there is none."""
    office = sample_office(session)
    if office is None:
        raise NotFound("The sample office has been removed.")
    db.enter(session, office.id)
    admins = db.mine(session, User).where(User.role == "admin", User.ended_at.is_(None)).order_by(User.id)
    return session.scalar(admins) or new_user(
        session, "Sample admin", f"admin.{office.id}@sample.invalid", "admin", now
    )


def remove_sample_office(session: Session) -> None:
    """Delete the sample office and everything in it. No other office can be removed by this."""
    office = sample_office(session)
    if office is None:
        raise NotFound("The sample office has been removed already.")
    session.flush()
    # One statement: the database deletes every row of the office with it.
    session.execute(delete(Office).where(Office.id == office.id, Office.is_sample.is_(True)))
    session.expire_all()


def _fill(session: Session, office: Office, details: OfficeDetails) -> None:
    name = one_line(details.name)
    if not name:
        raise Refused("Give the office a name.")
    if session.scalar(select(Office.id).where(Office.name == name, Office.id != (office.id or 0))):
        raise Refused("There is an office of that name already.")
    office.name = name
    for line in ("mp_name", "constituency", "email", "telephone", "signatory", "party"):
        setattr(office, line, one_line(getattr(details, line)))
    office.address = "\n".join(line.strip() for line in clean(details.address).split("\n") if line.strip())
    office.in_government = details.in_government
