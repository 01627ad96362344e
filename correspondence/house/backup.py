"""A copy of everything in one file, read at one moment while people work on."""

import datetime as dt
import importlib.metadata
import os
import zipfile
from pathlib import Path

from sqlalchemy import Connection, Table, text

from correspondence.config import Settings
from correspondence.db import make_engine, revision, told_plainly
from correspondence.errors import Refused
from correspondence.house import archive
from correspondence.house.archive import Manifest

KEY_FILE = "secret-key"


def backup(settings: Settings, file: Path, now: dt.datetime) -> Manifest:
    """Write everything to `file`, readable by its owner only. It is there whole and verified, or not at all.

    It holds constituents' letters and the secret key: keep it where you would keep those.
    """
    if file.exists():
        raise Refused(f"There is a file {file} already. Name another; a backup replaces nothing.")
    unfinished = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        with told_plainly():
            os.close(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            _write(settings, unfinished, now)
            manifest = archive.verify(unfinished)
            unfinished.rename(file)
            _sync_folder(file.parent)
            return manifest
    except FileNotFoundError:
        raise Refused(f"There is no folder {file.parent}.") from None
    finally:
        unfinished.unlink(missing_ok=True)


def _write(settings: Settings, file: Path, now: dt.datetime) -> None:
    engine = make_engine(settings.database)
    if engine.dialect.name != "sqlite":  # SQLite's transactions all see one moment
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    try:
        with (
            engine.connect() as connection,
            zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as whole,
        ):
            tables = archive.tables_of(connection)
            rows = {table.name: archive.write_rows(whole, connection, table) for table in tables}
            if has_secret := (settings.instance / KEY_FILE).exists():
                whole.write(settings.instance / KEY_FILE, KEY_FILE)
            made = Manifest(
                format=archive.FORMAT,
                program=importlib.metadata.version("correspondence"),
                revision=revision(connection) or "",
                made_at=now.isoformat(),
                rows=rows,
                last_keys=_last_keys(connection, tables),
                has_secret=has_secret,
            )
            archive.write_manifest(whole, made)
        archive.seal(file)
    finally:
        engine.dispose()


def _last_keys(connection: Connection, tables: list[Table]) -> dict[str, int]:
    if connection.dialect.name == "sqlite":
        given_out = connection.execute(text("SELECT name, seq FROM sqlite_sequence WHERE seq > 0"))
        return {row.name: row.seq for row in given_out}
    query = text("SELECT pg_sequence_last_value(pg_get_serial_sequence(quote_ident(:table), 'id')::regclass)")
    keyed = [table.name for table in tables if "id" in table.columns]
    found = {name: connection.scalar(query, {"table": name}) for name in keyed}
    return {name: key for name, key in found.items() if key is not None}


def _sync_folder(folder: Path) -> None:
    if os.name != "nt":  # where a folder cannot be opened
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)
