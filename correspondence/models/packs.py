"""Paragraphs that travel between offices: packs that were made here or came from elsewhere."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from correspondence.models.base import OfOffice, Short
from correspondence.models.paragraphs import Paragraph


class Pack(OfOffice):
    """A selection of Paragraphs known under one key wherever it goes. is_own: it is made here, not loaded.

    edition: how often it was exported, of one that is loaded the newest that was.
    """

    __tablename__ = "pack"
    __table_args__ = (UniqueConstraint("office_id", "key"), {"sqlite_autoincrement": True})

    key: Mapped[Short]
    title: Mapped[Short]
    publisher: Mapped[Short] = mapped_column(default="")
    is_own: Mapped[bool] = mapped_column(default=False)
    edition: Mapped[int] = mapped_column(default=0)
    changed_at: Mapped[dt.datetime]

    items: Mapped[list["PackItem"]] = relationship(
        back_populates="pack", order_by="PackItem.id", cascade="all, delete-orphan"
    )


class PackItem(OfOffice):
    """A Paragraph as a member of a Pack, known there under `key`.

    base: its fields as the pack had them when they were last taken, or last exported. theirs: as a newer
    edition has them, where that differs and a person has not said yet what to take; None otherwise.
    """

    __tablename__ = "pack_item"
    __table_args__ = (
        UniqueConstraint("pack_id", "key"),
        Index("ix_pack_item_paragraph_id", "paragraph_id"),
        {"sqlite_autoincrement": True},
    )

    pack_id: Mapped[int] = mapped_column(ForeignKey("pack.id", ondelete="CASCADE"))
    paragraph_id: Mapped[int] = mapped_column(ForeignKey("paragraph.id", ondelete="CASCADE"))
    key: Mapped[Short]
    base: Mapped[dict[str, Any]] = mapped_column(default=dict)
    theirs: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))

    pack: Mapped[Pack] = relationship(back_populates="items")
    paragraph: Mapped[Paragraph] = relationship()
