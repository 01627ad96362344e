"""The one file of a backup: a zip of a manifest, each table as lines of JSON, and the secret key.

Rows are read from the tables as the database has them, not from the models, so that a backup of an
older revision can be restored by a newer program. The same on SQLite and PostgreSQL.

The zip's comment is the SHA-256 of all bytes before it: one flipped bit anywhere is noticed.
"""

import base64
import datetime as dt
import hashlib
import json
import os
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Date, DateTime, LargeBinary, MetaData, Table

from correspondence.errors import Damaged, Refused

FORMAT = 1
SEAL = 64  # characters of a SHA-256 in hexadecimal
PAGE = 50  # rows held at a time; one may hold a mail of 50 MB
Row = dict[str, Any]


@dataclass(frozen=True)
class Manifest:
    """rows: how many each table has. last_keys: the highest key each ever gave out."""

    format: int
    program: str
    revision: str
    made_at: str
    rows: dict[str, int]
    last_keys: dict[str, int]
    has_secret: bool


def tables_of(connection: Connection) -> list[Table]:
    """The database's own tables, parents before children."""
    metadata = MetaData()
    metadata.reflect(connection)
    return [table for table in metadata.sorted_tables if table.name != "alembic_version"]


def write_rows(archive: zipfile.ZipFile, connection: Connection, table: Table) -> int:
    """Write a table as a member of the archive. Returns how many rows it has; Damaged where one is."""
    count = 0
    query = table.select().order_by(*table.primary_key).execution_options(yield_per=PAGE)
    with archive.open(f"{table.name}.jsonl", "w", force_zip64=True) as member:
        try:
            for row in connection.execute(query).mappings():
                line = {column.name: _plain(column, row[column.name]) for column in table.columns}
                member.write(json.dumps(line, separators=(",", ":")).encode() + b"\n")
                count += 1
        except ValueError as error:  # bytes that are no text, or text that is no day
            raise Damaged(f"A row of {table.name} in the database is damaged. Restore a backup.") from error
    return count


def read_rows(archive: zipfile.ZipFile, table: Table) -> Iterator[list[Row]]:
    """The rows of a table as the archive has them, some at a time."""
    rows: list[Row] = []
    with archive.open(f"{table.name}.jsonl") as member:
        for line in member:
            values = json.loads(line)
            rows.append({column.name: _valued(column, values[column.name]) for column in table.columns})
            if len(rows) == PAGE:
                yield rows
                rows = []
    if rows:
        yield rows


def write_manifest(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    archive.writestr("manifest.json", json.dumps(asdict(manifest), indent=2))


def seal(file: Path) -> None:
    """End a finished zip with a comment that is the hash of the rest, and see it safely on the disk."""
    with file.open("r+b") as opened:
        opened.seek(-2, os.SEEK_END)
        opened.write(SEAL.to_bytes(2, "little"))
        opened.seek(0)
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
        opened.seek(0, os.SEEK_END)
        opened.write(digest.encode())
        opened.flush()
        os.fsync(opened.fileno())


def verify(file: Path) -> Manifest:
    """Read the whole file and return its manifest. Refused if a bit of it is not as it was written."""
    damaged = Refused(f"{file.name} is damaged or is not a backup. Nothing was changed.")
    try:
        if not _is_sealed(file):
            raise damaged
        with zipfile.ZipFile(file) as archive:
            manifest = Manifest(**json.loads(archive.read("manifest.json")))
            whole = all(_lines(archive, name) == count for name, count in manifest.rows.items())
    except FileNotFoundError:
        raise Refused(f"There is no file {file}.") from None
    except (OSError, KeyError, TypeError, ValueError, zipfile.BadZipFile, zlib.error) as error:
        raise damaged from error
    if manifest.format != FORMAT:
        raise Refused(f"{file.name} was made by a newer program. Install that one first.")
    if not whole:
        raise damaged
    return manifest


def _is_sealed(file: Path) -> bool:
    digest = hashlib.sha256()
    left = file.stat().st_size - SEAL
    with file.open("rb") as opened:
        while left > 0 and (piece := opened.read(min(left, 1 << 20))):
            digest.update(piece)
            left -= len(piece)
        return opened.read() == digest.hexdigest().encode()


def _lines(archive: zipfile.ZipFile, table: str) -> int:
    with archive.open(f"{table}.jsonl") as member:
        return sum(1 for _ in member)


def _plain(column: Column[Any], value: Any) -> Any:
    if value is None:
        return None
    if isinstance(column.type, LargeBinary):
        return base64.b64encode(value).decode()
    if isinstance(column.type, DateTime):  # SQLite keeps no zone; what it keeps is UTC
        return (value if value.tzinfo else value.replace(tzinfo=dt.UTC)).astimezone(dt.UTC).isoformat()
    return value.isoformat() if isinstance(column.type, Date) else value


def _valued(column: Column[Any], value: Any) -> Any:
    if value is None:
        return None
    if isinstance(column.type, LargeBinary):
        return base64.b64decode(value)
    if isinstance(column.type, DateTime):
        return dt.datetime.fromisoformat(value)
    return dt.date.fromisoformat(value) if isinstance(column.type, Date) else value
