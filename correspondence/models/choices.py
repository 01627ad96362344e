"""What the bank offered for Points, and what people chose: the history that matching learns from."""

import datetime as dt

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from correspondence.models.base import OfOffice, Short
from correspondence.models.messages import Point
from correspondence.models.paragraphs import Paragraph


class Offered(OfOffice):
    """What the bank offered for a Point when its reply was put together, or answered again.

    paragraphs: ids of those offered, best first. assembled: ids of those that the program put in by itself.
    vector: what the Point says, as matching compares it with later ones: float32 bytes made by
    `vector_model`. edition: the office's edition when the Point's choices last changed; 0: it never had one.
    """

    __tablename__ = "offered"
    __table_args__ = (
        Index("ix_offered_office_id_edition", "office_id", "edition"),
        {"sqlite_autoincrement": True},
    )

    point_id: Mapped[int] = mapped_column(ForeignKey("point.id", ondelete="CASCADE"), unique=True)
    answered: Mapped[Short] = mapped_column(default="no")  # yes, perhaps, no
    paragraphs: Mapped[list[int]] = mapped_column(JSON, default=list)
    assembled: Mapped[list[int]] = mapped_column(JSON, default=list)
    vector: Mapped[bytes | None] = mapped_column(deferred=True)
    vector_model: Mapped[Short] = mapped_column(default="")
    edition: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[dt.datetime]

    point: Mapped[Point] = relationship()


class Choice(OfOffice):
    """What the office made of a Paragraph for a Point: used it in the reply, or took it out.

    user_id: who did it. forgotten_at: since when it counts no longer; a person may let it count again.
    carried_from: the id of the Paragraph it was made of, which was joined or merged into this one.
    """

    __tablename__ = "choice"
    __table_args__ = (UniqueConstraint("point_id", "paragraph_id"), {"sqlite_autoincrement": True})

    point_id: Mapped[int] = mapped_column(ForeignKey("point.id", ondelete="CASCADE"))
    paragraph_id: Mapped[int] = mapped_column(ForeignKey("paragraph.id", ondelete="CASCADE"), index=True)
    used: Mapped[bool]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    forgotten_at: Mapped[dt.datetime | None]
    carried_from: Mapped[int | None]
    created_at: Mapped[dt.datetime]

    point: Mapped[Point] = relationship()
    paragraph: Mapped[Paragraph] = relationship()
