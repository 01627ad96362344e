"""The bank: Topics, Sources, Paragraphs with their Versions, and the Figures in them."""

import datetime as dt
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Table,
    UniqueConstraint,
    case,
    false,
    select,
)
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column, relationship

from correspondence.models.base import Base, OfOffice, Short
from correspondence.models.people import User

KINDS = ("opening", "position", "policy", "action", "closing")
STATES = ("proposed", "approved", "retired")
OFFICE = "office"  # the voice of our own words; any other voice is a name

paragraph_topic = Table(
    "paragraph_topic",
    Base.metadata,
    Column("paragraph_id", ForeignKey("paragraph.id", ondelete="CASCADE"), primary_key=True),
    Column("topic_id", ForeignKey("topic.id", ondelete="CASCADE"), primary_key=True),
)


class Topic(OfOffice):
    """A subject the office answers on, from a short closed list."""

    __tablename__ = "topic"
    __table_args__ = (UniqueConstraint("office_id", "name"), {"sqlite_autoincrement": True})

    name: Mapped[Short]


class Source(OfOffice):
    """Where a statement can be checked, with the bytes it was read from.

    left_out: [{"text", "why", "after"}], what import did not make a Paragraph of; `after` is the
    position of the last Paragraph before it. One that told of a person has no words but "removed":
    [{"kind"}]. questions: sentences asking what could not be known. fingerprint: of what was made of it,
    the same for the same letter in another file; "" where that was not noted.
    """

    __tablename__ = "source"
    __table_args__ = (
        UniqueConstraint("office_id", "hash"),
        Index("ix_source_office_id_fingerprint", "office_id", "fingerprint"),
        {"sqlite_autoincrement": True},
    )

    title: Mapped[Short] = mapped_column(default="")
    author: Mapped[Short] = mapped_column(default="")
    publisher: Mapped[Short] = mapped_column(default="")
    url: Mapped[Short] = mapped_column(default="")
    date: Mapped[dt.date | None]
    voice: Mapped[Short] = mapped_column(default=OFFICE)  # "" where it is nobody's but its speakers'
    kind: Mapped[Short] = mapped_column(default="reply")  # reply, column, report
    file_name: Mapped[Short] = mapped_column(default="")
    original: Mapped[bytes] = mapped_column(deferred=True)
    hash: Mapped[Short]
    fingerprint: Mapped[Short] = mapped_column(default="", server_default=sql("''"))
    left_out: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    questions: Mapped[list[str]] = mapped_column(JSON, default=list)
    created_at: Mapped[dt.datetime]

    paragraphs: Mapped[list["Paragraph"]] = relationship(
        back_populates="source", order_by="(Paragraph.position, Paragraph.id)"
    )


class Paragraph(OfOffice):
    """A reusable piece of text. Nothing is overwritten: its text is its newest Version's.

    edition: the office's edition when this row or its Version last changed; an index that knows an
    older one reads it again, and whoever read an older one can store nothing over it.
    position: where it stood in its Source (gaps of 1024 leave room to split).
    stale_on: the first day on which something speaks against its newest Version; None: nothing does so far.
    """

    __tablename__ = "paragraph"
    __table_args__ = (
        Index("ix_paragraph_office_id_edition", "office_id", "edition"),
        Index("ix_paragraph_office_id_state", "office_id", "state"),
        Index("ix_paragraph_office_id_stale_on", "office_id", "stale_on"),
        {"sqlite_autoincrement": True},
    )

    source_id: Mapped[int | None] = mapped_column(ForeignKey("source.id"), index=True)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    title: Mapped[Short] = mapped_column(default="")
    kind: Mapped[Short] = mapped_column(default="policy")
    state: Mapped[Short] = mapped_column(default="proposed")
    review_date: Mapped[dt.date | None]
    stale_on: Mapped[dt.date | None]
    position: Mapped[int] = mapped_column(default=0)
    edition: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[dt.datetime]

    source: Mapped[Source | None] = relationship(back_populates="paragraphs")
    owner: Mapped[User | None] = relationship()
    topics: Mapped[list[Topic]] = relationship(secondary=paragraph_topic, order_by="Topic.name")
    versions: Mapped[list["Version"]] = relationship(
        back_populates="paragraph", order_by="Version.number", cascade="all, delete-orphan"
    )

    # A row that has another edition by now is not written: StaleDataError, told by `bank.changed`.
    __mapper_args__ = {"version_id_col": edition, "version_id_generator": False}  # noqa: RUF012

    @property
    def version(self) -> "Version":
        """The newest Version."""
        return self.versions[-1]


class Version(OfOffice):
    """The text of a Paragraph at a time: whose words (`voice`), who is quoted inside (`speaker`).

    date: the day the words are true of, the Source's unless a person gave another. removed:
    [{"kind"}] of personal details taken out at import. was_approved: it was when the next Version came.
    vector: float32 bytes made by `vector_model`.
    """

    __tablename__ = "version"
    __table_args__ = (
        UniqueConstraint("paragraph_id", "number"),
        Index("ix_version_office_id_vector_model", "office_id", "vector_model"),
        {"sqlite_autoincrement": True},
    )

    paragraph_id: Mapped[int] = mapped_column(ForeignKey("paragraph.id", ondelete="CASCADE"), index=True)
    number: Mapped[int] = mapped_column(default=1)
    text: Mapped[str]
    voice: Mapped[Short] = mapped_column(default=OFFICE)
    speaker: Mapped[Short] = mapped_column(default="")
    date: Mapped[dt.date | None]
    removed: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    why: Mapped[Short] = mapped_column(default="")  # what the reviser said of the change
    was_approved: Mapped[bool] = mapped_column(default=False, server_default=false())
    author_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    vector: Mapped[bytes | None] = mapped_column(deferred=True)
    vector_model: Mapped[Short] = mapped_column(default="")
    created_at: Mapped[dt.datetime]

    paragraph: Mapped[Paragraph] = relationship(back_populates="versions")
    author: Mapped[User | None] = relationship()
    figures: Mapped[list["Figure"]] = relationship(
        back_populates="version", order_by="Figure.start", cascade="all, delete-orphan"
    )

    @property
    def state(self) -> str:
        """Its Paragraph's; of one that is not the newest, what it was when the next one came."""
        if self.paragraph.version is self or self.paragraph.state == "retired":
            return self.paragraph.state
        return "approved" if self.was_approved else "proposed"


def newest() -> ColumnElement[bool]:
    """The condition that a Version is its Paragraph's newest.

    Of the table, not the noun: a noun is asked for its office once more, and SQLite then looks at all of it.
    """
    version = Version.__table__
    later = version.alias("later")
    is_later = (later.c.paragraph_id == version.c.paragraph_id) & (later.c.number > version.c.number)
    return ~select(later.c.id).where(is_later).correlate(version).exists()


def ours_first() -> ColumnElement[int]:
    """An order where the newest Version is joined: our approved words, our proposed, those of others."""
    return case((Version.__table__.c.voice != OFFICE, 2), (Paragraph.state != "approved", 1), else_=0)


class Figure(OfOffice):
    """A value in a Version that can go out of date. Conventions: docs/figures.md.

    value: a number, a [low, high] pair, an ISO date or period, or a name; null where the words give
    none. unit: an ISO currency code, "%", a noun... measure: what it measures, the noun phrase.
    start, end: where `text` stands in the Version's text. key: what it measures, so that two Figures with
    the same key speak of the same thing; "" where nobody can tell.
    """

    __tablename__ = "figure"
    __table_args__ = (Index("ix_figure_office_id_key", "office_id", "key"), {"sqlite_autoincrement": True})

    version_id: Mapped[int] = mapped_column(ForeignKey("version.id", ondelete="CASCADE"), index=True)
    kind: Mapped[Short]
    text: Mapped[str]
    value: Mapped[Any | None] = mapped_column(JSON)
    unit: Mapped[Short] = mapped_column(default="")
    measure: Mapped[str] = mapped_column(default="")
    key: Mapped[Short] = mapped_column(default="", server_default=sql("''"))
    as_of: Mapped[dt.date | None]
    start: Mapped[int]
    end: Mapped[int]
    detail: Mapped[dict[str, Any]] = mapped_column(default=dict)  # per, times, holder, stage, also

    version: Mapped[Version] = relationship(back_populates="figures")


class Decision(OfOffice):
    """A person's word that a stale Version may be used as it stands, for these reasons and no others.

    reasons: the sentences that spoke against it that day. why: what the person says of it. One that was
    taken back counts no longer, and stays to be read.
    """

    __tablename__ = "decision"

    version_id: Mapped[int] = mapped_column(ForeignKey("version.id", ondelete="CASCADE"), index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    reasons: Mapped[list[str]] = mapped_column(JSON, default=list)
    why: Mapped[str]
    created_at: Mapped[dt.datetime]
    taken_back_at: Mapped[dt.datetime | None]
    taken_back_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))

    version: Mapped[Version] = relationship()
    user: Mapped[User | None] = relationship(foreign_keys=[user_id])
    taken_back_by: Mapped[User | None] = relationship(foreign_keys=[taken_back_by_id])


class RunMark(OfOffice):
    """A number that stands for words of a Paragraph's newest Version; those alike share many.

    One below zero stands for the whole text, the others each for a run of three words of it.
    """

    __tablename__ = "run_mark"
    __table_args__ = (
        Index("ix_run_mark_office_id_mark_paragraph_id", "office_id", "mark", "paragraph_id"),
        {"sqlite_autoincrement": True},
    )

    paragraph_id: Mapped[int] = mapped_column(ForeignKey("paragraph.id", ondelete="CASCADE"), index=True)
    mark: Mapped[int] = mapped_column(BigInteger)


class Alike(OfOffice):
    """What a person said of a Paragraph beside one that the bank had: the two are alike.

    how: merged (the other is used and this one retired), replaced (the other has this one's words now) or
    variant (both are kept).
    """

    __tablename__ = "alike"

    paragraph_id: Mapped[int] = mapped_column(ForeignKey("paragraph.id", ondelete="CASCADE"), index=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("paragraph.id", ondelete="CASCADE"), index=True)
    how: Mapped[Short]

    paragraph: Mapped[Paragraph] = relationship(foreign_keys=[paragraph_id])
    other: Mapped[Paragraph] = relationship(foreign_keys=[other_id])
