"""The engine, its sessions, and the one way to read an office's rows."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Connection, Engine, Select, create_engine, event, make_url, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.pool import ConnectionPoolEntry

from correspondence.errors import NotFound
from correspondence.models import OfOffice

try:
    import pysqlite3 as sqlite_driver
except ImportError:  # no wheel for this machine
    sqlite_driver = sqlite3

Row = TypeVar("Row", bound=OfOffice)
BUSY_MS = 5000


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Whether this SQLite is free of the WAL-reset bug (sqlite.org/wal.html, fixed in 3.51.3)."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def make_engine(url: str) -> Engine:
    """An engine for an SQLAlchemy URL, SQLite or PostgreSQL. It opens no connection yet."""
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(
        url, module=sqlite_driver, connect_args={"check_same_thread": False, "timeout": BUSY_MS / 1000}
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver's own BEGIN is deferred; ours is chosen in _begin_sqlite
    journal = "WAL" if wal_is_safe(sqlite_driver.sqlite_version_info) else "DELETE"
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {BUSY_MS}",
        f"journal_mode = {journal}",
        "synchronous = FULL",  # NORMAL may lose an acknowledged commit when the power goes
        "foreign_keys = ON",
        "secure_delete = ON",  # what was erased is overwritten in the file
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its lock at once: two deferred writers fail each other, two immediate ones wait."""
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def make_session(engine: Engine, *, write: bool, office_id: int | None = None) -> Session:
    """A session for one piece of work. With an office, it reads and adds that office's rows only."""
    session = Session(engine.execution_options(write=write), info={"office_id": office_id})
    event.listen(session, "do_orm_execute", _keep_to_office)
    event.listen(session, "before_flush", _name_office)
    return session


@contextmanager
def transaction(engine: Engine, office_id: int | None = None) -> Iterator[Session]:
    """A writing session that commits at the end, or rolls back and lets the error pass."""
    with make_session(engine, write=True, office_id=office_id) as session, session.begin():
        yield session


def enter(session: Session, office_id: int) -> None:
    """From here on the session reads and adds only this office's rows."""
    session.info["office_id"] = office_id


def mine(session: Session, noun: type[Row]) -> Select[Row]:
    """The one query every read of an office's rows starts from."""
    return select(noun).where(noun.office_id == session.info["office_id"])


def one(session: Session, noun: type[Row], key: int) -> Row:
    """The office's row with this key; NotFound when it is not there or another office's."""
    row = session.scalar(mine(session, noun).where(noun.id == key))
    if row is None:
        raise NotFound(f"There is no {noun.__name__.lower()} number {key} in this office.")
    return row


def _keep_to_office(state: ORMExecuteState) -> None:
    """A second wall behind `mine`: a query that forgot it still sees one office."""
    office_id = state.session.info["office_id"]
    if (
        office_id is not None
        and state.is_select
        and not state.is_column_load
        and not state.is_relationship_load
    ):
        state.statement = state.statement.options(
            with_loader_criteria(OfOffice, lambda noun: noun.office_id == office_id, include_aliases=True)
        )


def _name_office(session: Session, _context: object, _instances: object) -> None:
    office_id = session.info["office_id"]
    for row in session.new:
        if isinstance(row, OfOffice):
            if row.office_id is None:
                row.office_id = office_id
            elif office_id is not None and row.office_id != office_id:
                raise RuntimeError("A row of another office was added.")
