"""The inbox: what constituents sent, and the Points it raises."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from correspondence.models.base import OfOffice, Short


class Constituent(OfOffice):
    """The person who wrote. `salutation` is what follows "Dear", empty where no name was given."""

    __tablename__ = "constituent"

    name: Mapped[Short] = mapped_column(default="")
    salutation: Mapped[Short] = mapped_column(default="")
    email: Mapped[Short] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    postcode: Mapped[Short] = mapped_column(default="")
    created_at: Mapped[dt.datetime]


class Message(OfOffice):
    """What a constituent sent, with its original bytes.

    body: the writer's own words. folded: [{"text", "why", "at"}], what was folded away (greeting,
    quoted mail, signature, disclaimer) and the offset in `body` where it stood. state "quarantined":
    could not be read, `why` says so in a sentence; "no reply needed": a person said so. fingerprint: hash
    of sender, Message-ID and text.
    """

    __tablename__ = "message"
    __table_args__ = (
        Index("ix_message_office_id_hash", "office_id", "hash"),
        Index("ix_message_office_id_fingerprint", "office_id", "fingerprint"),
        {"sqlite_autoincrement": True},
    )

    constituent_id: Mapped[int | None] = mapped_column(ForeignKey("constituent.id"), index=True)
    state: Mapped[Short] = mapped_column(default="received")  # received, no reply needed, quarantined
    why: Mapped[str] = mapped_column(default="")
    subject: Mapped[Short] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="")
    folded: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    attachments: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)  # name, type, size
    notices: Mapped[list[str]] = mapped_column(JSON, default=list)  # sentences on how it was read
    sent_at: Mapped[dt.datetime | None]
    received_at: Mapped[dt.datetime]
    message_id: Mapped[Short] = mapped_column(default="")
    file_name: Mapped[Short] = mapped_column(default="")
    original: Mapped[bytes] = mapped_column(deferred=True)
    hash: Mapped[Short]
    fingerprint: Mapped[Short] = mapped_column(default="")

    constituent: Mapped[Constituent | None] = relationship()
    points: Mapped[list["Point"]] = relationship(
        back_populates="message", order_by="Point.position", cascade="all, delete-orphan"
    )


class Point(OfOffice):
    """One thing a Message asks or raises: a run of its sentences, body[start:end] == text."""

    __tablename__ = "point"

    message_id: Mapped[int] = mapped_column(ForeignKey("message.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    kind: Mapped[Short] = mapped_column(default="policy")  # policy, casework
    text: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]

    message: Mapped[Message] = relationship(back_populates="points")
