"""Offices: the first set-up, the link to it, the sample and its going."""

import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect, text
from sqlalchemy.orm import Session

from correspondence import db, people
from correspondence.errors import NotFound, Refused
from correspondence.models import Base, User
from correspondence.people import OfficeDetails, link, passwords
from tests.conftest import NOW
from tests.people.everything import fill_office

DETAILS = OfficeDetails(name="Office of Eve Elm MP", mp_name="Eve Elm MP", address=" 1 Road \n\n Town ")


@pytest.fixture
def fresh(engine: Engine) -> Iterator[Session]:
    """A session over a database where nobody has done anything yet."""
    with db.make_session(engine, write=True) as session:
        yield session


def set_up(session: Session, details: OfficeDetails = DETAILS) -> User:
    return people.set_up_office(session, details, "Eve", "eve@example.org", "three plain words", NOW)


def test_the_first_set_up_makes_the_office_and_its_admin(fresh: Session) -> None:
    assert not people.is_set_up(fresh)
    user = set_up(fresh)
    assert (user.role, user.must_change_password, user.office.address) == ("admin", False, "1 Road\nTown")
    assert passwords.is_right(user.password_hash, "three plain words")
    assert people.is_set_up(fresh)
    with pytest.raises(Refused, match="set up already"):
        set_up(fresh)


def test_it_takes_the_plain_office_a_command_has_made(fresh: Session) -> None:
    plain = people.add_office(fresh, OfficeDetails("Office"), NOW)
    sample = people.add_office(fresh, OfficeDetails("Sample office"), NOW, sample=True)
    people.enter_sample_office(fresh, NOW)
    db.enter(fresh, None)
    assert not people.is_set_up(fresh), "the sample's admin is nobody's"
    assert set_up(fresh).office_id == plain.id != sample.id
    assert plain.name == DETAILS.name


def test_a_name_is_needed_and_only_once(fresh: Session) -> None:
    people.add_office(fresh, DETAILS, NOW)
    with pytest.raises(Refused, match="already"):
        people.add_office(fresh, DETAILS, NOW)
    with pytest.raises(Refused, match="a name"):
        people.add_office(fresh, OfficeDetails(" \n"), NOW)


def test_the_sample_office_goes_with_everything_in_it_and_takes_nothing_else(
    engine: Engine, ada_office: int
) -> None:
    with db.transaction(engine) as session:
        sample = people.add_office(session, OfficeDetails("Sample office"), NOW, sample=True).id
    with db.transaction(engine) as session:
        fill_office(session, ada_office)
    before = rows(engine)
    with db.transaction(engine) as session:
        fill_office(session, sample)
    everything = {table.name for table in Base.metadata.tables.values()} - {"sign_in_attempt"}
    grew = {table for table, count in rows(engine).items() if count > before[table]}
    assert grew >= everything - {"office"}, "every table must hold something of the sample"
    with db.transaction(engine, ada_office) as session:
        people.remove_sample_office(session)
    after = rows(engine)
    assert after == before | {"office": before["office"] - 1, "audit_event": before["audit_event"] - 1}
    with db.transaction(engine) as session, pytest.raises(NotFound):
        people.remove_sample_office(session)


def rows(engine: Engine) -> dict[str, int]:
    """How many rows each table of the database has, its search tables too."""
    with engine.connect() as connection:
        names = [name for name in inspect(connection).get_table_names() if "_fts_" not in name]
        return {name: connection.scalar(text(f'SELECT count(*) FROM "{name}"')) or 0 for name in names}  # noqa: S608


def test_the_link_opens_until_it_is_used_up(tmp_path: Path) -> None:
    key = people.make_key(tmp_path)
    assert people.make_key(tmp_path) == key and len(key) >= 32
    assert people.opens(tmp_path, key)
    assert not any(people.opens(tmp_path, wrong) for wrong in ("", "x", key[:-1], key + "x", "\ud800"))
    people.use_up(tmp_path)
    people.use_up(tmp_path)
    assert not people.opens(tmp_path, key) and not people.opens(tmp_path, "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_a_private_file_is_its_owner_s_alone_and_written_whole(tmp_path: Path) -> None:
    assert link.private_text(tmp_path / "new" / "key", lambda: "once") == "once"
    assert link.private_text(tmp_path / "new" / "key", lambda: "twice") == "once"
    assert stat.S_IMODE((tmp_path / "new" / "key").stat().st_mode) == 0o600
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["key"]
