"""The desk: replies being written."""

import datetime as dt
import re

from sqlalchemy import JSON, Column, ColumnElement, ForeignKey, Table
from sqlalchemy import text as sql
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column, relationship

from correspondence.models.base import Base, OfOffice, Short
from correspondence.models.messages import Message, Point
from correspondence.models.paragraphs import Version
from correspondence.models.people import User

BLOCK_KINDS = ("salutation", "opening", "position", "policy", "action", "own", "closing", "signoff")

AROUND = ("salutation", "opening", "closing", "signoff")  # stand round what answers

_SAYS = r"(?!_)\w"  # a letter or a digit, to Python and to both databases

block_point = Table(
    "block_point",
    Base.metadata,
    Column("block_id", ForeignKey("block.id", ondelete="CASCADE"), primary_key=True),
    Column("point_id", ForeignKey("point.id", ondelete="CASCADE"), primary_key=True),
)


class Draft(OfOffice):
    """The reply being written. `version` goes up when its list of Blocks, what they answer, or what is left
    unanswered changes.
    """

    __tablename__ = "draft"

    message_id: Mapped[int] = mapped_column(ForeignKey("message.id", ondelete="CASCADE"), index=True)
    # drafting, sent; in review and approved are for an approval that is not built
    state: Mapped[Short] = mapped_column(default="drafting")
    subject: Mapped[Short] = mapped_column(default="")
    version: Mapped[int] = mapped_column(default=1)
    left: Mapped[list[int]] = mapped_column(JSON, default=list)  # Points a person chose to leave unanswered
    sent_at: Mapped[dt.datetime | None]
    sent_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    # why it has gone although something in it had to be put right
    sent_why: Mapped[str] = mapped_column(default="", server_default=sql("''"))
    created_at: Mapped[dt.datetime]

    message: Mapped[Message] = relationship()
    sent_by: Mapped[User | None] = relationship()
    blocks: Mapped[list["Block"]] = relationship(
        back_populates="draft", order_by="(Block.position, Block.id)", cascade="all, delete-orphan"
    )

    @property
    def kept(self) -> list["Block"]:
        """The Blocks that are in the reply, in order; those taken out are left aside."""
        return [block for block in self.blocks if block.removed_at is None]


class Block(OfOffice):
    """One piece of a Draft. Its text is a copy; `version_id` names the Version it came from.

    edit: goes up with every change of the text; a save names the one it started from. removed_at: taken
    out of the reply, kept so that it can be put back and so that no other editor's words vanish with it.
    """

    __tablename__ = "block"

    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), index=True)
    version_id: Mapped[int | None] = mapped_column(ForeignKey("version.id"), index=True)
    kind: Mapped[Short] = mapped_column(default="policy")
    position: Mapped[int] = mapped_column(default=0)
    text: Mapped[str]
    edit: Mapped[int] = mapped_column(default=1)
    removed_at: Mapped[dt.datetime | None]

    draft: Mapped[Draft] = relationship(back_populates="blocks")
    source_version: Mapped[Version | None] = relationship()
    points: Mapped[list[Point]] = relationship(secondary=block_point, order_by="Point.position")

    @property
    def may_answer(self) -> bool:
        """Whether it can be said of it that it answers a Point; a greeting or thanks answer none."""
        return self.kind not in AROUND

    @property
    def is_edited(self) -> bool:
        """Whether its words are no longer those of the Version they were copied from."""
        return self.source_version is not None and self.text.strip() != self.source_version.text.strip()

    @hybrid_property
    def is_blank(self) -> bool:
        """Whether it says nothing: nobody has written in it yet, or its words were all taken out."""
        return re.search(_SAYS, self.text) is None

    @is_blank.inplace.expression
    @classmethod
    def _is_blank(cls) -> ColumnElement[bool]:
        return ~cls.text.regexp_match(_SAYS)
