"""Bringing a database to the program's revision: copied first, whole or not at all, and once."""

import datetime as dt
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select, text

from correspondence import db
from correspondence.config import Settings, data_folder, sqlite_url
from correspondence.errors import Refused
from correspondence.models import Office, Topic, User
from tests.conftest import NOW

NEXT = '''"""A next revision, that makes the office table anew."""

import sqlalchemy as sa
from alembic import op

revision = "9001"
down_revision = "{before}"


def upgrade():
    with op.batch_alter_table("office", recreate="always") as batch:
        batch.add_column(sa.Column("motto", sa.Text()))
    {then}
'''


def write_next(folder: Path, then: str = "") -> None:
    """Put a revision after today's into a copy of the migrations."""
    shutil.copytree(data_folder("migrations"), folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9001_next.py").write_text(NEXT.format(before=db.revisions()[-1], then=then))


@pytest.fixture
def old(engine: Engine, ada_office: int, tmp_path: Path) -> Settings:
    """An instance of today, with an office and its people in it."""
    with db.transaction(engine, ada_office) as session:
        session.add(Topic(name="Calais"))
    return Settings(tmp_path / "instance", engine.url.render_as_string(hide_password=False))


def turn_to(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["correspondence.db.upgrade"], "data_folder", lambda _name: folder)


def counts(engine: Engine) -> list[int]:
    with engine.connect() as connection:
        return [
            connection.scalar(select(func.count()).select_from(noun.__table__)) or 0
            for noun in (Office, User, Topic)
        ]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_table_made_anew_loses_no_row_that_belongs_to_it(
    old: Settings, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = counts(engine)
    write_next(tmp_path / "migrations")
    turn_to(tmp_path / "migrations", monkeypatch)
    db.upgrade(old, NOW)
    assert db.revision(engine) == "9001"
    assert counts(engine) == before
    (copy,) = (old.instance / "backups").iterdir()
    assert copy.name == "before-9001-20261121T093000Z.sqlite3"
    kept = db.make_engine(sqlite_url(copy))
    assert counts(kept) == before
    assert db.revision(kept) != "9001"
    kept.dispose()


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_migration_that_fails_half_way_changes_nothing(
    old: Settings, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_next(tmp_path / "migrations", then="raise ZeroDivisionError")
    turn_to(tmp_path / "migrations", monkeypatch)
    head = db.revision(engine)
    with pytest.raises(ZeroDivisionError):
        db.upgrade(old, NOW)
    assert db.revision(engine) == head
    with engine.connect() as connection:
        assert "motto" not in connection.execute(text("SELECT * FROM office")).keys()  # noqa: SIM118


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_migration_that_orphans_rows_is_refused(
    old: Settings, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_next(tmp_path / "migrations", then='op.execute("DELETE FROM office")')
    turn_to(tmp_path / "migrations", monkeypatch)
    before = counts(engine)
    with pytest.raises(Refused, match="The database was not changed"):
        db.upgrade(old, NOW)
    assert counts(engine) == before


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_the_newest_few_copies_are_kept(
    old: Settings, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_next(tmp_path / "migrations", then="raise ZeroDivisionError")
    turn_to(tmp_path / "migrations", monkeypatch)
    for day in range(7):
        with pytest.raises(ZeroDivisionError):
            db.upgrade(old, NOW + dt.timedelta(days=day))
    names = sorted(copy.name for copy in (old.instance / "backups").iterdir())
    assert [name[12:20] for name in names] == ["20261123", "20261124", "20261125", "20261126", "20261127"]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_an_up_to_date_database_is_not_copied(old: Settings) -> None:
    db.upgrade(old, NOW)
    assert not (old.instance / "backups").exists()


def test_two_programs_started_at_once_set_up_once(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "i", sqlite_url(tmp_path / "i" / "new.sqlite3"))
    failed: list[BaseException] = []

    def start() -> None:
        try:
            db.upgrade(settings, NOW)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=start) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    engine = db.make_engine(settings.database)
    assert db.revision(engine) == db.revisions()[-1]
    engine.dispose()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")
def test_a_full_disk_is_one_sentence(tmp_path: Path) -> None:
    program = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))\n"
        "from correspondence.cli import main; main()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, "office", "add", "Office of Ada"],
        env=os.environ | {"CORRESPONDENCE_INSTANCE": str(tmp_path / "i")},
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 1
    assert ran.stderr.count("\n") == 1
    assert ran.stderr.startswith(("The disk is full.", "The disk could not be read or written."))
