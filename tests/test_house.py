"""Checks, backups and restores: everything comes back, on either database, or nothing is changed."""

import datetime as dt
import hashlib
import os
import stat
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sqlalchemy import Engine, insert, select, text, update
from sqlalchemy.orm import Session

from correspondence import house
from correspondence.config import Settings, sqlite_url
from correspondence.db import make_engine, make_session, revisions, upgrade
from correspondence.errors import Refused
from correspondence.matching import segments
from correspondence.matching.segments import Standing
from correspondence.models import (
    Base,
    Block,
    Draft,
    Figure,
    Job,
    Message,
    Office,
    Paragraph,
    Point,
    Segment,
    Source,
    Topic,
    Version,
    posting,
)
from tests.conftest import NOW

LETTER = "Security at Calais has cost £19m — “so far”. 100 % \x00 of ŵ".encode()


def settings_of(engine: Engine, folder: Path) -> Settings:
    """An instance in `folder` over the database of `engine`."""
    folder.mkdir(exist_ok=True)
    return Settings(folder, engine.url.render_as_string(hide_password=False))


def fill(session: Session) -> None:
    """A row of most kinds, with bytes, dates, JSON and letters of other languages."""
    hash_ = hashlib.sha256(LETTER).hexdigest()
    source = Source(title="Ŵyl", date=dt.date(2015, 7, 20), original=LETTER, hash=hash_, created_at=NOW)
    paragraph = Paragraph(source=source, topics=[Topic(name="Calais")], created_at=NOW)
    version = Version(
        text="It has cost £19m.", vector=b"\x00\xff", created_at=NOW, removed=[{"kind": "name"}]
    )
    version.figures = [
        Figure(kind="money", text="£19m", value=[19e6, 2**60], start=12, end=16),
        Figure(kind="count", text="It", value=None, start=0, end=2),
    ]
    paragraph.versions = [version]
    message = Message(body="What does it cost?", original=LETTER, hash=hash_, received_at=NOW)
    message.points = [Point(position=1, text="What does it cost?", start=0, end=18)]
    draft = Draft(message=message, created_at=NOW)
    draft.blocks = [Block(text=version.text, source_version=version, points=message.points)]
    segment, postings = segments.made([Standing(1, version.text, np.eye(1, 64)[0])], (1, 1), "a model")
    session.add_all([paragraph, draft, segment])
    session.flush()
    session.execute(
        insert(posting),
        [{"segment_id": segment.id, "stem": stem, "places": places} for stem, places in postings.items()],
    )
    gone = Topic(name="gone")
    session.add(gone)
    session.flush()
    session.delete(gone)
    session.commit()


def rows_of(engine: Engine) -> dict[str, list[Any]]:
    """Every row of every table, as Python values."""
    with engine.connect() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in Base.metadata.sorted_tables
        }


@pytest.fixture
def instance(engine: Engine, session: Session, tmp_path: Path) -> Settings:
    """An instance with something in it."""
    fill(session)
    settings = settings_of(engine, tmp_path / "from")
    (settings.instance / "secret-key").touch(mode=0o600)
    (settings.instance / "secret-key").write_text("a secret")
    return settings


@pytest.fixture
def elsewhere(tmp_path: Path) -> Settings:
    """A new instance, with nothing in it."""
    return Settings(tmp_path / "to", sqlite_url(tmp_path / "to" / "new.sqlite3"))


def restored_rows(settings: Settings) -> dict[str, list[Any]]:
    engine = make_engine(settings.database)
    try:
        return rows_of(engine)
    finally:
        engine.dispose()


def test_a_whole_house_has_no_problems(instance: Settings) -> None:
    found = house.check(instance, NOW)
    assert found.problems == []
    assert any("SQLite" in note or "PostgreSQL" in note for note in found.notes)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (update(Source).values(original=LETTER + b"."), "The original of source 1 is not what came in."),
        (update(Message).values(hash="0" * 64), "The original of message 1 is not what came in."),
        (update(Figure).values(start=11), "Figure 1 does not stand where it should in its version."),
        (update(Message).values(body="Why?"), "Point 1 does not stand where it should in its message."),
        (text("UPDATE alembic_version SET version_num = '0000'"), "The database is at revision 0000"),
    ],
)
def test_what_was_altered_is_found(instance: Settings, engine: Engine, change: Any, said: str) -> None:
    with engine.begin() as connection:
        connection.execute(change)
    try:
        assert house.check(instance, NOW).problems[0].startswith(said)
    finally:
        with engine.begin() as connection:
            connection.execute(
                text("UPDATE alembic_version SET version_num = :head"), {"head": revisions()[-1]}
            )


def test_a_damaged_index_is_noted_and_ordered_again(instance: Settings, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(update(Segment).values(codes=b"altered"))
    found = house.check(instance, NOW)
    assert found.problems == []
    assert any("is being made again" in note for note in found.notes)
    with engine.connect() as connection:
        assert connection.execute(select(Segment.id)).all() == []
        assert connection.execute(select(posting.c.stem)).all() == []
        assert connection.execute(select(Job.kind, Job.state)).all() == [("encode", "waiting")]
    assert not any("made again" in note for note in house.check(instance, NOW).notes)


@pytest.mark.skipif(os.name == "nt", reason="permissions are the folder's on Windows")
def test_a_secret_that_others_may_read_is_found(instance: Settings) -> None:
    (instance.instance / "secret-key").chmod(0o644)
    assert "Give it mode 0600." in house.check(instance, NOW).problems[0]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_row_whose_parent_is_gone_is_found(instance: Settings, engine: Engine) -> None:
    with engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA foreign_keys = OFF")  # type: ignore[union-attr]
        connection.execute(text("DELETE FROM version"))
        connection.commit()
    assert "belongs to a version that is not there." in " ".join(house.check(instance, NOW).problems)


def test_a_restored_backup_is_the_same_to_the_last_row(
    instance: Settings, engine: Engine, elsewhere: Settings, tmp_path: Path
) -> None:
    house.backup(instance, tmp_path / "copy.zip", NOW)
    house.restore(elsewhere, tmp_path / "copy.zip", NOW)
    assert restored_rows(elsewhere) == rows_of(engine)
    assert house.check(elsewhere, NOW).problems == []
    assert (elsewhere.instance / "secret-key").read_text() == "a secret"


def test_a_key_that_was_given_out_is_not_given_out_again_after_a_restore(
    instance: Settings, elsewhere: Settings, tmp_path: Path, ada_office: int
) -> None:
    house.backup(instance, tmp_path / "copy.zip", NOW)
    house.restore(elsewhere, tmp_path / "copy.zip", NOW)
    restored = make_engine(elsewhere.database)
    with make_session(restored, write=True, office_id=ada_office) as session:
        session.add(Topic(name="new"))
        session.flush()
        assert session.scalars(select(Topic.id).order_by(Topic.id)).all() == [1, 3]  # 2 was deleted
    restored.dispose()


def test_replace_keeps_a_backup_of_what_was_there(instance: Settings, engine: Engine, tmp_path: Path) -> None:
    before = rows_of(engine)
    house.backup(instance, tmp_path / "copy.zip", NOW)
    with engine.begin() as connection:
        connection.execute(update(Office).values(name="Changed since"))
    with pytest.raises(Refused, match="Say --replace"):
        house.restore(instance, tmp_path / "copy.zip", NOW)
    engine.dispose()
    house.restore(instance, tmp_path / "copy.zip", NOW, replace=True)
    assert rows_of(engine) == before
    with make_session(engine, write=True, office_id=1) as session:
        session.add(Topic(name="new"))
        session.flush()  # and keys go on where they were
    engine.dispose()
    (kept,) = (instance.instance / "backups").glob("*.zip")
    house.restore(instance, kept, NOW + dt.timedelta(seconds=1), replace=True)
    assert "Changed since" in rows_of(engine)["office"][0]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_backup_of_sqlite_goes_into_postgresql(
    instance: Settings, engine: Engine, postgres_engine: Engine, tmp_path: Path
) -> None:
    house.backup(instance, tmp_path / "copy.zip", NOW)
    house.restore(settings_of(postgres_engine, tmp_path / "to"), tmp_path / "copy.zip", NOW)
    try:
        assert rows_of(postgres_engine) == rows_of(engine)
    finally:
        with postgres_engine.begin() as connection:
            tables = ", ".join(f'"{table}"' for table in Base.metadata.tables)
            connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_one_flipped_bit_anywhere_is_refused_and_changes_nothing(
    instance: Settings, elsewhere: Settings, tmp_path: Path
) -> None:
    house.backup(instance, tmp_path / "copy.zip", NOW)
    whole = (tmp_path / "copy.zip").read_bytes()
    bad = tmp_path / "bad.zip"
    for at in range(0, len(whole), len(whole) // 60):
        bad.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(Refused, match=r"bad\.zip is damaged"):
            house.restore(elsewhere, bad, NOW)
    bad.write_bytes(whole[:-100])
    with pytest.raises(Refused, match=r"bad\.zip is damaged"):
        house.restore(elsewhere, bad, NOW)
    assert not elsewhere.instance.exists()


@pytest.mark.parametrize("content", [b"", b"PK", b"not a zip at all"])
def test_a_file_that_is_no_backup_is_refused(elsewhere: Settings, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "letter.zip").write_bytes(content)
    with pytest.raises(Refused, match="is not a backup"):
        house.restore(elsewhere, tmp_path / "letter.zip", NOW)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_backup_is_private_replaces_nothing_and_leaves_no_half(instance: Settings, tmp_path: Path) -> None:
    house.backup(instance, tmp_path / "copy.zip", NOW)
    if os.name != "nt":
        assert stat.S_IMODE((tmp_path / "copy.zip").stat().st_mode) == 0o600
    with pytest.raises(Refused, match="replaces nothing"):
        house.backup(instance, tmp_path / "copy.zip", NOW)
    with pytest.raises(Refused, match="There is no folder"):
        house.backup(instance, tmp_path / "nowhere" / "copy.zip", NOW)
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_nothing_is_restored_under_a_running_program(
    instance: Settings, engine: Engine, tmp_path: Path
) -> None:
    house.backup(instance, tmp_path / "copy.zip", NOW)
    with engine.connect() as connection:
        connection.execute(text("SELECT 1 FROM office"))
        with pytest.raises(Refused, match="Stop Correspondence first"):
            house.restore(instance, tmp_path / "copy.zip", NOW, replace=True)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_broken_content_is_not_restored(
    instance: Settings, engine: Engine, elsewhere: Settings, tmp_path: Path
) -> None:
    with engine.begin() as connection:
        connection.execute(update(Source).values(original=b"altered"))
    house.backup(instance, tmp_path / "copy.zip", NOW)
    with pytest.raises(Refused, match="The original of source 1"):
        house.restore(elsewhere, tmp_path / "copy.zip", NOW)
    assert [file.name for file in elsewhere.instance.iterdir()] == []


def test_the_database_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "i", sqlite_url(tmp_path / "i" / "a.sqlite3"))
    upgrade(settings, NOW)
    engine = make_engine(settings.database)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(Refused, match="newer than this program"):
        upgrade(settings, NOW)
