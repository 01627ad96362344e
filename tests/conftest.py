"""The named cast and the fixtures every test may use. Needs that a machine may lack are handled here."""

import datetime as dt
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from correspondence.db import make_engine, make_session
from correspondence.models import Base, Office, User

TODAY = dt.date(2026, 11, 21)
NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)
MATERIAL = Path(__file__).resolve().parents[2] / "shared"

NEEDS = {
    "browser": (shutil.which("chromium") is not None, "install chromium"),
    "office": (shutil.which("soffice") is not None, "install LibreOffice Writer"),
    "material": ((MATERIAL / "seeds").is_dir(), "the development material is not here"),
}
_not_run: dict[str, int] = {}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what this machine cannot run and say so in one line; where CI is set, refuse instead."""
    for mark, (here, cure) in NEEDS.items():
        lacking = [] if here else [item for item in items if item.get_closest_marker(mark)]
        if lacking and os.environ.get("CI"):
            raise pytest.UsageError(f"{len(lacking)} {mark} tests cannot run here: {cure}.")
        if lacking:
            _not_run[f"{mark} tests ({cure})"] = len(lacking)
            items[:] = [item for item in items if item not in lacking]
            config.hook.pytest_deselected(items=lacking)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for what, count in _not_run.items():
        terminalreporter.write_line(f"not run: {count} {what}")


@pytest.fixture
def today() -> dt.date:
    return TODAY


@pytest.fixture
def now() -> dt.datetime:
    return NOW


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with every table and no row, copied for each test."""
    path = tmp_path_factory.mktemp("database") / "empty.sqlite3"
    engine = make_engine(f"sqlite:///{path}")
    Base.metadata.create_all(engine)
    engine.dispose()
    return path


@pytest.fixture
def engine(empty_database: Path, tmp_path: Path) -> Iterator[Engine]:
    """An empty database with every table."""
    path = shutil.copy(empty_database, tmp_path / "test.sqlite3")
    engine = make_engine(f"sqlite:///{path}")
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
