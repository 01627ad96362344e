"""Whose letters these are, who signs in, what was done, and work waiting to be done."""

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from correspondence.models.base import Base, OfOffice, Short

ROLES = ("caseworker", "approver", "admin")


class Office(Base):
    """An MP's office: the letters' sender. `edition` counts changes of its bank."""

    __tablename__ = "office"

    name: Mapped[Short] = mapped_column(unique=True)
    mp_name: Mapped[Short] = mapped_column(default="")
    constituency: Mapped[Short] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    email: Mapped[Short] = mapped_column(default="")
    telephone: Mapped[Short] = mapped_column(default="")
    signatory: Mapped[Short] = mapped_column(default="")
    party: Mapped[Short] = mapped_column(default="")
    in_government: Mapped[bool] = mapped_column(default=False)
    is_sample: Mapped[bool] = mapped_column(default=False)
    edition: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[dt.datetime]


class User(OfOffice):
    """Somebody who signs in. An ended User keeps their row, for the record of what they did."""

    __tablename__ = "user"

    name: Mapped[Short]
    email: Mapped[Short] = mapped_column(unique=True)
    role: Mapped[Short] = mapped_column(default="caseworker")
    password_hash: Mapped[Short] = mapped_column(default="")
    must_change_password: Mapped[bool] = mapped_column(default=False)
    ended_at: Mapped[dt.datetime | None]
    created_at: Mapped[dt.datetime]

    office: Mapped[Office] = relationship()
    sign_ins: Mapped[list["SignIn"]] = relationship(back_populates="user", cascade="all, delete-orphan")


class SignIn(OfOffice):
    """A signed-in browser. The cookie holds a random token; only its hash is kept here."""

    __tablename__ = "sign_in"

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[Short] = mapped_column(unique=True)
    created_at: Mapped[dt.datetime]
    seen_at: Mapped[dt.datetime]
    ended_at: Mapped[dt.datetime | None]

    user: Mapped[User] = relationship(back_populates="sign_ins")


class SignInAttempt(Base):
    """A wrong password, so that guessing is slowed in every process and after a restart.

    `who` is a hash of the e-mail address or of the network address: the table tells nobody who tried.
    """

    __tablename__ = "sign_in_attempt"
    __table_args__ = (Index("ix_sign_in_attempt_who_at", "who", "at"), {"sqlite_autoincrement": True})

    who: Mapped[Short]
    at: Mapped[dt.datetime]


class AuditEvent(OfOffice):
    """One thing somebody did: `act` to `noun` number `noun_id`. Holds no text of anybody's letter."""

    __tablename__ = "audit_event"
    __table_args__ = (
        Index("ix_audit_event_office_id_noun_noun_id", "office_id", "noun", "noun_id"),
        Index("ix_audit_event_office_id_noun_act_at", "office_id", "noun", "act", "at"),
        {"sqlite_autoincrement": True},
    )

    at: Mapped[dt.datetime]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    act: Mapped[Short]
    noun: Mapped[Short]
    noun_id: Mapped[int | None]
    detail: Mapped[dict[str, Any]] = mapped_column(default=dict)

    user: Mapped[User | None] = relationship()


class Job(OfOffice):
    """Work for later. Claimed by a worker until `lease_until`; a dead worker's job is claimed again."""

    __tablename__ = "job"
    __table_args__ = (
        Index("ix_job_state_lease_until", "state", "lease_until"),
        {"sqlite_autoincrement": True},
    )

    kind: Mapped[Short]
    args: Mapped[dict[str, Any]] = mapped_column(default=dict)
    state: Mapped[Short] = mapped_column(default="waiting")  # waiting, running, done, failed
    lease_until: Mapped[dt.datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    why: Mapped[str] = mapped_column(default="")  # of a failure, as a sentence
    created_at: Mapped[dt.datetime]


class Letterhead(OfOffice):
    """The office's own .docx with `[[tokens]]`. A new upload is a new row; the newest not retired is used."""

    __tablename__ = "letterhead"
    __table_args__ = (UniqueConstraint("office_id", "hash"), {"sqlite_autoincrement": True})

    file_name: Mapped[Short]
    original: Mapped[bytes] = mapped_column(deferred=True)
    hash: Mapped[Short]
    retired_at: Mapped[dt.datetime | None]
    created_at: Mapped[dt.datetime]
