"""Is everything whole: the database, the originals, every place a text is pointed into, the secrets."""

import datetime as dt
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, select, text
from sqlalchemy.orm import Session

from correspondence import jobs
from correspondence.config import Settings
from correspondence.db import (
    make_engine,
    make_session,
    revision,
    revisions,
    sqlite_driver,
    told_plainly,
    transaction,
    wal_is_safe,
)
from correspondence.errors import Refused
from correspondence.house.backup import KEY_FILE
from correspondence.matching import index, semantic
from correspondence.models import Figure, Letterhead, Message, Office, Point, Source, Version

SECRETS = (KEY_FILE, "set-up-key")


@dataclass(frozen=True)
class Findings:
    """problems: what is not whole, a sentence each; none when all is well. notes: what was looked at."""

    problems: list[str]
    notes: list[str]


def check(settings: Settings, now: dt.datetime) -> Findings:
    """Look at everything that could be broken. Changes nothing, but orders what can be made again."""
    problems: list[str] = []
    notes: list[str] = []
    engine = make_engine(settings.database)
    try:
        with told_plainly(), engine.connect() as connection:
            notes.append(_kind(connection))
            problems += inside(connection)
        if not problems:
            notes += _mended(engine, now)
    except Refused as refusal:
        problems.append(str(refusal))
    finally:
        engine.dispose()
    problems += _open_secrets(settings.instance)
    try:
        notes.append(f"The language model is whole ({semantic.load(settings.model).name}).")
    except Refused as refusal:
        problems.append(str(refusal))
    return Findings(problems, notes)


def inside(connection: Connection) -> list[str]:
    """What is not whole in the database, a sentence each."""
    head, here = revisions()[-1], revision(connection)
    if here != head:
        return [f"The database is at revision {here or 'none'}; the program is at {head}."]
    problems = list(_broken_file(connection)) if connection.dialect.name == "sqlite" else []
    with Session(connection) as session:
        for look in (_altered_originals, _strayed):
            problems += look(session)
    return problems


def _mended(engine: Engine, now: dt.datetime) -> Iterator[str]:
    """Have what matching keeps of each bank made again where it is damaged or missing; a sentence each."""
    with make_session(engine, write=False) as session:
        offices = session.execute(select(Office.id, Office.name).order_by(Office.id)).all()
    for key, name in offices:
        with make_session(engine, write=False, office_id=key) as session:
            damage, due = index.damaged(session), index.settling_due(session)
        if damage or due:
            with transaction(engine, key) as session:
                index.mend(session, damage)
                jobs.add(session, "encode", now)
        if damage:
            yield f"What matching keeps of the bank of {name} was damaged. It is being made again."


def _kind(connection: Connection) -> str:
    if connection.dialect.name != "sqlite":
        version = connection.scalar(text("SHOW server_version"))
        return f"The database is PostgreSQL {version}."
    journal = connection.scalar(text("PRAGMA journal_mode"))
    why = "" if wal_is_safe(sqlite_driver.sqlite_version_info) else ", as this SQLite is not safe with WAL"
    return f"The database is SQLite {sqlite_driver.sqlite_version}, journal mode {journal}{why}."


def _broken_file(connection: Connection) -> Iterator[str]:
    for (said,) in connection.execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield f"The database file is damaged: {said}."
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"Row {row} of {table} belongs to a {parent} that is not there."


def _altered_originals(session: Session) -> Iterator[str]:
    """Originals that are not the bytes whose hash was noted when they came in."""
    for noun in (Source, Message, Letterhead):
        rows = session.execute(select(noun.id, noun.original, noun.hash).execution_options(yield_per=10))
        for key, original, noted in rows:
            if hashlib.sha256(original).hexdigest() != noted:
                yield f"The original of {noun.__name__.lower()} {key} is not what came in."


def _strayed(session: Session) -> Iterator[str]:
    """Figures and Points that are not the words at their place in the text they belong to."""
    figures = select(Figure.id, Figure.text, Figure.start, Figure.end, Version.text).join(
        Version, Figure.version_id == Version.id
    )
    points = select(Point.id, Point.text, Point.start, Point.end, Message.body).join(
        Message, Point.message_id == Message.id
    )
    for part, whole, rows in (("Figure", "version", figures), ("Point", "message", points)):
        for key, wanted, start, end, told in session.execute(rows.execution_options(yield_per=100)):
            if told[start:end] != wanted:
                yield f"{part} {key} does not stand where it should in its {whole}."


def _open_secrets(instance: Path) -> Iterator[str]:
    if os.name == "nt":  # its permissions are the folder's
        return
    for name in SECRETS:
        file = instance / name
        if file.exists() and file.stat().st_mode & 0o077:
            yield f"Others on this machine may read {file}. Give it mode 0600."
