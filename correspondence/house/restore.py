"""Back from a backup: the whole of it or nothing, into SQLite or PostgreSQL."""

import contextlib
import datetime as dt
import os
import shutil
import zipfile
from pathlib import Path

from sqlalchemy import Connection, MetaData, make_url, select, text

from correspondence.config import Settings, sqlite_url
from correspondence.db import (
    make_engine,
    migrate,
    migrating,
    revision,
    revisions,
    sqlite_driver,
    told_plainly,
)
from correspondence.errors import Damaged, Refused
from correspondence.house import archive
from correspondence.house.archive import Manifest
from correspondence.house.backup import KEY_FILE, backup
from correspondence.house.check import inside
from correspondence.models import Base

# What the first command leaves in a new instance; it is no reason not to restore into it.
NOTHING_YET = {"office", "audit_event", "sign_in_attempt", "job"}


def restore(settings: Settings, file: Path, now: dt.datetime, replace: bool = False) -> Manifest:
    """Put back what `file` holds, into a database with nothing in it yet.

    With `replace`, whatever is there goes into a backup of its own first, in the instance folder; an
    SQLite file too damaged for that is moved there.
    Refused, and nothing changed, if the file is damaged, or newer than the program.
    """
    manifest = archive.verify(file)
    if manifest.revision not in revisions():
        raise Refused("The backup is newer than this program. Install the newer program first.")
    with told_plainly():
        settings.instance.mkdir(parents=True, exist_ok=True, mode=0o700)
        aside = _make_room(settings, now, replace)
        url = make_url(settings.database)
        if url.get_backend_name() == "sqlite":
            _into_new_file(Path(url.database or ""), file, manifest, aside)
        else:
            _into_server(settings.database, file, manifest)
        if manifest.has_secret:
            _put_secret(settings.instance, file)
    return manifest


def _make_room(settings: Settings, now: dt.datetime, replace: bool) -> Path | None:
    """Back up what is there. Gives where to move an SQLite file that is too damaged for a backup."""
    url = make_url(settings.database)
    sqlite = url.get_backend_name() == "sqlite"
    if sqlite and not Path(url.database or "").exists():
        return None
    folder, stamp = settings.instance / "backups", f"{now:%Y%m%dT%H%M%S%f}Z"
    why, aside = "There is something in the database already.", None
    try:
        with told_plainly():
            if _is_empty(settings.database):
                return None
        if replace:
            folder.mkdir(exist_ok=True, mode=0o700)
            backup(settings, folder / f"before-restore-{stamp}.zip", now)
    except (Damaged, UnicodeDecodeError):  # the driver stumbles over what SQLite says of a damaged schema
        if not sqlite:
            raise
        why = "The database file is damaged or is not a database."
        aside = folder / f"damaged-{stamp}.sqlite3"
    if not replace:
        raise Refused(
            f"{why} Say --replace to put the backup in its place; what is there goes into {folder} first."
        )
    return aside


def _is_empty(address: str) -> bool:
    engine = make_engine(address)
    try:
        with engine.connect() as connection:
            if revision(connection) is None:
                return True
            tables = archive.tables_of(connection)
            return not any(
                connection.scalar(select(table.select().exists()))
                for table in tables
                if table.name not in NOTHING_YET
            )
    finally:
        engine.dispose()


def _into_new_file(database: Path, file: Path, manifest: Manifest, aside: Path | None) -> None:
    """Fill a database beside the one there is, then put it in its place: there is never half of one."""
    new = database.with_name(f".{database.name}.restoring")
    _remove(new)  # what a restore that was cut off may have left
    os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    engine = make_engine(sqlite_url(new))
    try:
        with migrating(engine) as connection:
            _fill(connection, file, manifest)
        engine.dispose()  # the last to leave folds SQLite's log into the file
        if aside is None:
            _let_go(database)
        else:
            _move(database, aside)
        new.replace(database)
    finally:
        engine.dispose()
        _remove(new)


def _remove(database: Path) -> None:
    for part in database.parent.glob(f"{database.name}*"):
        part.unlink()


def _move(database: Path, aside: Path) -> None:
    """Move a damaged database with its logs: SQLite would play those into the one that comes in its place."""
    with contextlib.suppress(sqlite_driver.DatabaseError):  # it may be past being asked
        _let_go(database)
    aside.parent.mkdir(exist_ok=True, mode=0o700)
    for ending in ("-journal", "-shm", "-wal", ""):
        part = database.with_name(database.name + ending)
        if part.exists():
            shutil.move(part, aside.with_name(aside.name + ending))


def _let_go(database: Path) -> None:
    """Fold what SQLite keeps beside the file into it; refused while another program has it open."""
    if not database.exists():
        return
    with contextlib.closing(sqlite_driver.connect(database, timeout=1)) as old:
        try:
            old.execute("PRAGMA journal_mode = DELETE")
            old.execute("BEGIN EXCLUSIVE")
        except sqlite_driver.OperationalError:
            raise Refused("The database is in use. Stop Correspondence first, then restore.") from None


def _into_server(address: str, file: Path, manifest: Manifest) -> None:
    """In one transaction, take away our tables and fill them anew."""
    engine = make_engine(address)
    try:
        with migrating(engine) as connection:
            there = MetaData()
            there.reflect(connection)
            ours = {*manifest.rows, *Base.metadata.tables, "alembic_version"}
            there.drop_all(connection, [table for table in there.sorted_tables if table.name in ours])
            _fill(connection, file, manifest)
    finally:
        engine.dispose()


def _fill(connection: Connection, file: Path, manifest: Manifest) -> None:
    """Make the tables of the backup's time, fill them, bring them to today's, and look at the result."""
    migrate(connection, manifest.revision)
    with zipfile.ZipFile(file) as whole:
        for table in archive.tables_of(connection):
            if table.name in manifest.rows:
                for rows in archive.read_rows(whole, table):
                    connection.execute(table.insert(), rows)
    for name, key in manifest.last_keys.items():
        _set_last_key(connection, name, key)
    migrate(connection)
    if problems := inside(connection):
        raise Refused(f"The backup was not restored, for what is in it is not whole. {problems[0]}")


def _set_last_key(connection: Connection, table: str, key: int) -> None:
    values = {"table": table, "key": key}
    if connection.dialect.name != "sqlite":
        connection.execute(
            text("SELECT setval(pg_get_serial_sequence(quote_ident(:table), 'id'), :key)"), values
        )
        return
    connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :table"), values)
    connection.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:table, :key)"), values)


def _put_secret(instance: Path, file: Path) -> None:
    with zipfile.ZipFile(file) as whole:
        secret = whole.read(KEY_FILE)
    new = instance / f".{KEY_FILE}.restoring"
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        opened.write(secret)
    new.replace(instance / KEY_FILE)
