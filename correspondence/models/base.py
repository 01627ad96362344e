"""What every table shares: names for constraints, whole-number keys, times in UTC."""

import datetime as dt
from functools import cache
from typing import Annotated, Any

from sqlalchemy import JSON, DateTime, Dialect, ForeignKey, LargeBinary, MetaData, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class UtcDateTime(TypeDecorator[dt.datetime]):
    """A moment, always with a zone in Python and always UTC in the database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, _dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment needs a zone.")
        return value.astimezone(dt.UTC)

    def process_result_value(self, value: dt.datetime | None, _dialect: Dialect) -> dt.datetime | None:
        return None if value is None else value.replace(tzinfo=value.tzinfo or dt.UTC).astimezone(dt.UTC)


Short = Annotated[str, mapped_column(String(300))]


class Base(DeclarativeBase):
    """The parent of all nouns."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012  SQLAlchemy's own form
        dt.datetime: UtcDateTime,
        str: Text,
        bytes: LargeBinary,
        list[str]: JSON,
        list[dict[str, Any]]: JSON,
        dict[str, Any]: JSON,
    }

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)

    def __init__(self, **values: Any) -> None:
        """Set `values`, and each column's default, so that an object is whole before a session sees it."""
        for name, default in _defaults(type(self)):
            if name not in values and name not in self.__dict__:
                values[name] = default.arg(None) if default.is_callable else default.arg
        for name, value in values.items():
            if not hasattr(type(self), name):
                raise TypeError(f"{type(self).__name__} has no {name}.")
            setattr(self, name, value)

    # A key that was given out once is never given out again, so a link in an old audit row
    # cannot come to mean somebody else's letter.
    __table_args__: Any = {"sqlite_autoincrement": True}  # noqa: RUF012  SQLAlchemy's own form


@cache
def _defaults(noun: type[Base]) -> list[tuple[str, Any]]:
    """The columns of a noun that have a default, with it; asked for each object, so found once."""
    return [(column.key, column.default) for column in noun.__table__.columns if column.default is not None]


class OfOffice(Base):
    """A row that belongs to one Office; `db.mine` reads no other office's."""

    __abstract__ = True

    @declared_attr
    @classmethod
    def office_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("office.id", ondelete="CASCADE"), index=True, sort_order=-1)
