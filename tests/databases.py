"""What databases of tests have in common: made once for all in a process, changed by none."""

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, delete

from correspondence.config import sqlite_url
from correspondence.db import make_engine, migrate, migrating
from correspondence.models import Base

_compiled: dict[Any, Any] = {}


@cache
def empty() -> bytes:
    """A database file with every table and no row, to be written wherever a test wants one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.sqlite3"
        engine = make_engine(sqlite_url(path))
        with migrating(engine) as connection:
            migrate(connection)
        engine.dispose()
        return path.read_bytes()


@cache
def _first() -> Engine:
    """An engine whose dialect has met a database, for others to share."""
    engine = make_engine("sqlite://")
    engine.connect().close()
    engine.dispose()
    return engine


def well_read(engine: Engine) -> Engine:
    """An engine for SQLite that need not compile what another in this process has compiled.

    The compiled SQL is kept by dialect. File, connections and listeners stay its own.
    """
    engine.dialect = _first().dialect
    engine.update_execution_options(compiled_cache=_compiled)
    return engine


def wipe(engine: Engine) -> None:
    """Take every row out of PostgreSQL, and count from one again.

    TRUNCATE makes new files for every table and index, which takes longer than most tests.
    """
    gone = [str(delete(table).compile(engine)) for table in Base.metadata.sorted_tables]
    again = "SELECT setval(quote_ident(sequencename)::regclass, start_value, false) FROM pg_sequences"
    in_any_order = "SET LOCAL session_replication_role = replica"
    with engine.begin() as connection:
        connection.exec_driver_sql("; ".join([in_any_order, *gone, again]))
