"""What is kept of a bank too large for memory: made of its Paragraphs, and made again if it is lost."""

from sqlalchemy import Column, ForeignKey, LargeBinary, Table
from sqlalchemy.orm import Mapped, mapped_column

from correspondence.models.base import Base, OfOffice, Short


class Segment(OfOffice):
    """A run of a large bank as matching reads it: made in the background, never changed, joined with others.

    Every Paragraph whose (edition, id) is no greater than (`edition`, `last_id`) stands in this segment or
    an older one, as it then was; one that changed may stand in several, and the newest counts.
    Arrays in order of place: paragraph_ids (int64); lengths in stems (uint16); standing (uint8: 0 has no
    vector, 1 has one, 2 is retired); codes (96 bytes each, of vectors made by `vector_model`).
    seal: the SHA-256 of all of it, so that damage is noticed.
    """

    __tablename__ = "segment"

    edition: Mapped[int]
    last_id: Mapped[int]
    size: Mapped[int]  # Paragraphs in it
    vector_model: Mapped[Short] = mapped_column(default="")
    paragraph_ids: Mapped[bytes] = mapped_column(deferred=True)
    lengths: Mapped[bytes] = mapped_column(deferred=True)
    standing: Mapped[bytes] = mapped_column(deferred=True)
    codes: Mapped[bytes] = mapped_column(deferred=True)
    seal: Mapped[Short] = mapped_column(default="")


# The places of a segment that have a stem (UTF-8), as uint16; then how often each has it, as uint8.
posting = Table(
    "posting",
    Base.metadata,
    Column("segment_id", ForeignKey("segment.id", ondelete="CASCADE"), primary_key=True),
    Column("stem", LargeBinary, primary_key=True),
    Column("places", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
