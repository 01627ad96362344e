"""Files of ours on their way into the bank: what was given, and what became of each."""

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from correspondence.models.base import OfOffice, Short
from correspondence.models.paragraphs import Source
from correspondence.models.people import User

FILE_STATES = ("waiting", "in", "known", "refused")


class Import(OfOffice):
    """Files that were given together. told: what a person said of them all.

    passed_over: how many files of a folder or archive are of the system and were not looked at.
    """

    __tablename__ = "import"

    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    told: Mapped[dict[str, Any]] = mapped_column(default=dict)
    passed_over: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[dt.datetime]

    user: Mapped[User | None] = relationship()
    files: Mapped[list["ImportFile"]] = relationship(
        back_populates="import_", order_by="ImportFile.id", cascade="all, delete-orphan"
    )


class ImportFile(OfOffice):
    """One file of an Import. It is whole in the bank (`in`, `known` where it was there before) or not at all.

    original: its bytes, until they are kept with the Source. why: a sentence, of one that was refused; its
    bytes stay, so that it can be tried again.
    """

    __tablename__ = "import_file"
    __table_args__ = (
        Index("ix_import_file_import_id_state", "import_id", "state"),
        {"sqlite_autoincrement": True},
    )

    import_id: Mapped[int] = mapped_column(ForeignKey("import.id", ondelete="CASCADE"))
    name: Mapped[Short]
    state: Mapped[Short] = mapped_column(default="waiting")
    why: Mapped[str] = mapped_column(default="")
    original: Mapped[bytes | None] = mapped_column(deferred=True)
    source_id: Mapped[int | None] = mapped_column(ForeignKey("source.id"), index=True)

    import_: Mapped[Import] = relationship(back_populates="files")
    source: Mapped[Source | None] = relationship()
