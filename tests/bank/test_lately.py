"""What was done to the bank lately: to single paragraphs, and to many at once."""

import datetime as dt

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from correspondence import bank, db
from correspondence.bank import importing, imports, settling
from correspondence.db import enter
from correspondence.intake.archive import Found
from correspondence.models import Paragraph, User
from tests.bank.files import import_letter
from tests.bank.test_alike import FERRY
from tests.bank.test_alike import letter as reply
from tests.bank.test_imports import bring_in, letter, work
from tests.bank.test_packs import TEXTS, exported, loaded, write
from tests.conftest import NOW, TODAY

LATER = NOW + dt.timedelta(days=1)


@pytest.fixture
def three(session: Session) -> list[Paragraph]:
    return [
        bank.add(session, None, f"The {name} is open.", NOW, today=TODAY)
        for name in ("pier", "ferry", "wall")
    ]


def together(session: Session, since: dt.datetime = NOW) -> list[tuple[str, int, str, int, str]]:
    told = bank.changes_together(session, since)
    return [(row.kind, row.noun.id, row.act, row.count, row.name) for row in told]


def test_what_changed_is_told_once_for_each_with_who_did_it(
    session: Session, three: list[Paragraph], cas: User
) -> None:
    bank.revise(session, cas, three[1], "The ferry is late.", LATER)
    bank.approve(session, None, three[1], LATER)
    bank.retire(session, cas, three[0], LATER)
    told = bank.changes(session, LATER)
    assert [(row.paragraph.id, row.acts, row.names) for row in told] == [
        (three[0].id, ["retire"], ["Cas"]),
        (three[1].id, ["approve", "revise"], ["the command line", "Cas"]),
    ]
    assert bank.changes(session, LATER + dt.timedelta(days=1)) == []
    assert db.one(session, Paragraph, three[1].id).state == "approved"


def test_a_letter_that_is_brought_in_and_dropped_is_told_as_one(session: Session, cas: User) -> None:
    source = import_letter(session, cas)
    count = len(source.paragraphs)
    importing.drop(session, cas, source, LATER)
    assert together(session) == [
        ("Source", source.id, "retire", count, "Cas"),
        ("Source", source.id, "import", count, "Cas"),
    ]
    assert together(session, LATER)[1:] == []
    assert bank.changes(session, NOW) == []
    assert [row.said for row in bank.changes_together(session, NOW)] == ["retired", "brought in"]


def test_files_that_came_together_are_told_once(session: Session, engine: Engine, cas: User) -> None:
    import_ = bring_in(session, *(Found(f"{number}.txt", letter(number)) for number in (1, 2, 3)))
    session.rollback()
    work(engine)
    session.expire_all()
    clear, _stay = imports.approve_clear(session, cas, import_, TODAY, LATER)
    assert together(session) == [
        *([("Import", import_.id, "approve", clear, "Cas")] if clear else []),
        ("Import", import_.id, "bring in", 3, "Cas"),
    ]


def test_what_the_bank_said_already_is_told_as_merged(session: Session, cas: User) -> None:
    reply(session, FERRY, title="A reply")
    again = reply(session, FERRY, title="Another")
    assert settling.merge_same(session, cas, again, again.paragraphs, LATER) == 1
    assert together(session, LATER) == [("Source", again.id, "merge", 1, "Cas")]


def test_a_pack_that_was_loaded_is_told(session: Session, ada_office: int, dov_office: int) -> None:
    enter(session, ada_office)
    write(session, TEXTS)
    taken = loaded(session, dov_office, exported(session, ada_office))
    assert ("Pack", taken.pack.id, "load", 3, "the command line") in together(session)


def test_nothing_is_told_of_another_office(session: Session, dov_office: int) -> None:
    import_letter(session)
    session.info["office_id"] = dov_office
    assert together(session) == []
