"""One row in every table of an office, with a marker in every text: what nobody else may see.

Made from the tables themselves, so that a new noun is in every test that uses this from its first day.
"""

import datetime as dt
from collections.abc import Collection
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Engine,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    insert,
    select,
)
from sqlalchemy.orm import Session

from correspondence import db
from correspondence.models import Base
from correspondence.models.base import UtcDateTime
from tests.conftest import NOW

NOT_OF_AN_OFFICE = {"office", "sign_in_attempt"}
# Columns that hold a word of ours, or one that must fit another, and not somebody's text.
WORDS: dict[str, Any] = {
    "user.role": "caseworker",
    "source.voice": "office",
    "version.voice": "office",
    "posting.stem": b"stem",
    "posting.places": b"",
    "segment.size": 0,
    "segment.paragraph_ids": b"",
    "segment.lengths": b"",
    "segment.standing": b"",
    "segment.codes": b"",
    "figure.kind": "money",
    "figure.value": 19,
    "job.kind": "nothing",
    "job.state": "done",
    "message.hash": "0" * 64,
    "import_file.state": "in",
    "alike.how": "variant",
    "import_file.original": None,
    "dated_row.about": "post",
    "pack_item.theirs": None,
    "audit_event.noun": "Topic",
    "audit_event.act": "add",
}


def fill_office(session: Session, office_id: int, marker: str = "MARKER") -> dict[str, int]:
    """Add the rows; gives for each table the id of its row. The session stays in the office."""
    db.enter(session, office_id)
    made = {"office": office_id}
    for table in Base.metadata.sorted_tables:
        if table.name not in NOT_OF_AN_OFFICE:
            values = {
                column.name: _value(table, column, made, marker)
                for column in table.columns
                if column is not table.autoincrement_column
            }
            key = session.connection().execute(insert(table).values(**values)).inserted_primary_key
            made[table.name] = key[0] if key else 0
    return made


def contents(engine: Engine, without: Collection[str] = ()) -> dict[str, list[str]]:
    """Every row of every table."""
    with engine.connect() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(select(table))))
            for table in Base.metadata.sorted_tables
            if table.name not in without
        }


def _value(table: Table, column: Column[Any], made: dict[str, int], marker: str) -> Any:
    name = f"{table.name}.{column.name}"
    if name in WORDS:
        return WORDS[name]
    for reference in column.foreign_keys:
        return made[reference.column.table.name]
    if column.name == "end":
        return len(marker)
    if column.nullable and isinstance(column.type, UtcDateTime):
        return None  # not ended, not removed, not retired
    default: Any = getattr(column.default, "arg", None)
    if default is not None and default != "" and not callable(default):
        return default
    return _of_type(column, f"{marker} {made['office']} {column.name}@example.org", default)


def _of_type(column: Column[Any], text: str, default: Any) -> Any:
    if isinstance(column.type, UtcDateTime):
        return NOW
    if isinstance(column.type, Date):
        return dt.date(2026, 1, 1)
    if isinstance(column.type, LargeBinary):
        return text.encode()
    if isinstance(column.type, String | Text):
        return text
    if isinstance(column.type, Boolean):
        return False
    if isinstance(column.type, Integer):
        return 0
    assert callable(default), f"a value for {column} must be given here"
    return default(None)
