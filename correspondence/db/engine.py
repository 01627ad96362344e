"""The engine: how a database is opened, so that no acknowledged commit is ever lost."""

import contextlib
import sqlite3

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from correspondence.errors import Refused

__all__ = ["BUSY_MS", "fold_log", "make_engine", "sqlite_driver", "wal_is_safe"]

try:
    import pysqlite3 as sqlite_driver
except ImportError:  # no wheel for this machine
    sqlite_driver = sqlite3

BUSY_MS = 10_000  # longer than any write takes, for the turns of waiting writers are not fair

FOLD_MS = 2_000  # for readers to go; whoever wants to write waits as long

COUNTED_S = 600  # after which a connection is opened anew, and knows of the rows that came since


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Whether this SQLite is free of the WAL-reset bug (sqlite.org/wal.html, fixed in 3.51.3)."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def make_engine(url: str) -> Engine:
    """An engine for an SQLAlchemy URL, SQLite or PostgreSQL. It opens no connection yet."""
    try:
        backend = make_url(url).get_backend_name()
    except ArgumentError:
        backend = ""
    if backend == "postgresql":
        return _make_postgresql(url)
    if backend != "sqlite":
        raise Refused("CORRESPONDENCE_DATABASE must be the address of an SQLite or PostgreSQL database.")
    engine = create_engine(
        url,
        module=sqlite_driver,
        connect_args={"check_same_thread": False, "timeout": BUSY_MS / 1000},
        hide_parameters=True,  # an error's text must not carry a constituent's words into a log
        pool_recycle=COUNTED_S,
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "connect", _count_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def fold_log(engine: Engine) -> bool:
    """Put SQLite's log into its file and empty it, for it still holds what was erased; whether it is done.

    It is not while somebody reads. Call it after a commit, with no transaction of one's own under way.
    """
    if engine.dialect.name != "sqlite":
        return True
    with contextlib.closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {FOLD_MS}")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        [(is_busy, _frames, _folded)] = cursor.fetchall()
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        cursor.close()
        return not is_busy


def _make_postgresql(url: str) -> Engine:
    driver = "postgresql+psycopg://"
    try:
        return create_engine(
            url.replace("postgresql://", driver, 1), pool_pre_ping=True, hide_parameters=True
        )
    except ModuleNotFoundError:
        raise Refused("PostgreSQL needs its driver: pip install psycopg[binary].") from None


def _prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver's own BEGIN is deferred; ours is chosen in _begin_sqlite
    connection.create_function("lower", 1, _lower, deterministic=True)
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


def _lower(text: str | None) -> str | None:
    """SQLite's own knows the letters of English only, and would not find Łukasz by "łukasz"."""
    return text and text.lower()


def _count_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Let SQLite estimate how many rows its tables have, where it has not or they are many more by now.

    Else it takes an office's rows for ten, and walks all of them to find a few by their keys. What it knows
    is read once by each connection.
    """
    cursor = connection.cursor()
    cursor.execute("PRAGMA busy_timeout = 0")
    with contextlib.suppress(sqlite_driver.OperationalError):  # somebody writes, or nobody may: another time
        cursor.execute("PRAGMA optimize = 0x10002")
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its lock at once: two deferred writers fail each other, two immediate ones wait."""
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
