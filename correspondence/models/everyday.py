"""What the office changed in the list of everyday words."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from correspondence.models.base import OfOffice, Short


class EverydayWord(OfOffice):
    """An entry of the office's own, in place of the one for the same words that comes with the program.

    means: official phrases, parted by "; "; "" where the office took the entry out.
    """

    __tablename__ = "everyday_word"
    __table_args__ = (UniqueConstraint("office_id", "said"), {"sqlite_autoincrement": True})

    said: Mapped[Short]
    means: Mapped[Short]
