"""What changed when, in the world the bank speaks of: who held a Post, how far a Bill came, who governed."""

import datetime as dt

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from correspondence.models.base import OfOffice, Short

DATED = ("post", "bill", "government")


class DatedRow(OfOffice):
    """A row of the office's own, beside those shipped with the program or in place of one of them.

    about: post, bill or government. name: of the Post, Bill or government. said: its holder, stage or party.
    ends: the first day it is no longer so. source: where that can be checked. instead_of: the key of the
    shipped row it takes the place of, "" for none. is_out: that row counts no longer, nothing does instead.
    """

    __tablename__ = "dated_row"
    __table_args__ = (
        UniqueConstraint("office_id", "about", "name", "said", "begins"),
        {"sqlite_autoincrement": True},
    )

    about: Mapped[Short]
    name: Mapped[Short]
    said: Mapped[Short]
    begins: Mapped[dt.date]
    ends: Mapped[dt.date | None]
    source: Mapped[str]
    instead_of: Mapped[Short] = mapped_column(default="")
    is_out: Mapped[bool] = mapped_column(default=False)
