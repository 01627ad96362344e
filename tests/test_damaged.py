"""A damaged database: a backup goes into its place, and the damaged file is kept."""

import datetime as dt
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from correspondence import house
from correspondence.config import Settings
from correspondence.db import sqlite_driver, transaction, wal_is_safe
from correspondence.errors import Damaged, Refused
from correspondence.models import Source, Topic
from tests.conftest import NOW
from tests.people.everything import contents

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)

LETTER = b"What does it cost?"
PAGE = 4096

DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "header": lambda whole: bytes(100) + whole[100:],
    "pages": lambda whole: whole[:PAGE] + bytes(len(whole) - PAGE),
    "cut off": lambda whole: whole[: len(whole) // 2],
    "schema": lambda whole: whole.replace(b"CREATE TABLE office (", b"CREATE TABLE \xd5 fice ("),
    "text": lambda whole: whole.replace(b"Piers", b"Pi\xd5rs"),
    "day": lambda whole: whole.replace(b"2015-07-20", b"2015-0?-20"),
}
IS_DAMAGED = "The database file is damaged"
IS_FULL = "There is something in the database already"


@pytest.fixture
def instance(engine: Engine, session: Session, tmp_path: Path) -> Settings:
    """An instance with something in it, and a backup of it in copy.zip."""
    hash_ = hashlib.sha256(LETTER).hexdigest()
    day = dt.date(2015, 7, 20)
    session.add(Source(title="Piers", date=day, original=LETTER, hash=hash_, created_at=NOW))
    session.commit()
    (tmp_path / "instance").mkdir()
    settings = Settings(tmp_path / "instance", engine.url.render_as_string(hide_password=False))
    house.backup(settings, tmp_path / "copy.zip", NOW)
    return settings


def damage(engine: Engine, how: str) -> bytes:
    """Damage the database as a failing disk would; gives what is left of it."""
    engine.dispose()
    file = Path(engine.url.database or "")
    whole = file.read_bytes()
    left = DAMAGES[how](whole)
    assert left != whole
    file.write_bytes(left)
    return left


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("header", IS_DAMAGED), ("pages", IS_DAMAGED), ("cut off", IS_DAMAGED), ("schema", IS_DAMAGED),
        ("text", IS_FULL), ("day", IS_FULL),
    ],
)  # fmt: skip
def test_a_backup_goes_into_its_place(
    instance: Settings, engine: Engine, tmp_path: Path, how: str, said: str
) -> None:
    before = contents(engine)
    left = damage(engine, how)
    with pytest.raises(Refused, match=f"{said}.*Say --replace"):
        house.restore(instance, tmp_path / "copy.zip", NOW)
    house.restore(instance, tmp_path / "copy.zip", NOW, replace=True)
    assert contents(engine) == before
    (kept,) = (instance.instance / "backups").iterdir()
    assert kept.name == "damaged-20261121T093000000000Z.sqlite3"
    assert kept.read_bytes()[PAGE:] == left[PAGE:]
    assert house.check(instance, NOW).problems == []


@pytest.mark.skipif(not wal_is_safe(sqlite_driver.sqlite_version_info), reason="this SQLite keeps no log")
def test_its_log_is_not_played_into_what_was_restored(
    instance: Settings, engine: Engine, tmp_path: Path
) -> None:
    before = contents(engine)
    with transaction(engine, 1) as session:
        session.add(Topic(name="since"))
    database = Path(engine.url.database or "")
    log = database.with_name(f"{database.name}-wal")
    kept = log.read_bytes()  # as a power cut would leave it
    damage(engine, "cut off")
    log.write_bytes(kept)
    house.restore(instance, tmp_path / "copy.zip", NOW, replace=True)
    assert contents(engine) == before
    assert house.check(instance, NOW).problems == []


@pytest.mark.parametrize("how", ["text", "day"])
def test_a_backup_of_what_cannot_be_read_is_refused_in_a_sentence(
    instance: Settings, engine: Engine, tmp_path: Path, how: str
) -> None:
    damage(engine, how)
    with pytest.raises(Damaged, match=r"is damaged.*Restore a backup"):
        house.backup(instance, tmp_path / "another.zip", NOW)
    assert not list(tmp_path.glob("*another*"))


def test_a_damaged_database_in_use_is_not_replaced(
    instance: Settings, engine: Engine, tmp_path: Path
) -> None:
    with engine.connect() as running:
        running.execute(text("UPDATE office SET name = CAST(X'FF' AS TEXT)"))
        running.commit()
        running.execute(text("SELECT 1 FROM office"))
        with pytest.raises(Refused, match="Stop Correspondence first"):
            house.restore(instance, tmp_path / "copy.zip", NOW, replace=True)
    assert not list((instance.instance / "backups").iterdir())
