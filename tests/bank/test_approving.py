"""Nothing that is stale becomes or stays approved on its way through the bank without somebody's decision."""

import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from correspondence import bank, db
from correspondence.bank import settling
from correspondence.errors import Conflict, Refused
from correspondence.models import Paragraph, User
from tests.bank.files import approve, import_letter
from tests.conftest import NOW, TODAY

on_sqlite = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
LONG_AGO = dt.date(2024, 1, 5)
JUNE = dt.date(2026, 6, 30)
NIGHT = dt.datetime(2026, 6, 30, 23, 30, tzinfo=dt.UTC)  # it is 1 July in the United Kingdom


@on_sqlite
def test_in_a_summer_night_it_is_the_day_of_the_united_kingdom(session: Session, cas: User) -> None:
    paragraph = bank.add(session, cas, "The pier is open.", NIGHT, {"date": JUNE}, review_date=JUNE)
    session.flush()
    with pytest.raises(Refused, match="review date"):
        bank.approve(session, cas, paragraph, NIGHT)
    source = import_letter(session, date=JUNE)
    for each in source.paragraphs:
        each.review_date = JUNE
    assert bank.accept(session, cas, source, NIGHT) == 0


@on_sqlite
def test_what_was_decided_of_a_text_holds_for_neither_half_nor_for_more(session: Session, cas: User) -> None:
    words = "Mending the pier cost £2 million. Mending the wall cost £3 million."
    both = bank.add(session, cas, words, NOW, {"date": LONG_AGO})
    fresh = bank.add(session, cas, "The pier is open. The wall is long.", NOW, {"date": TODAY})
    approve(session, both, fresh)
    half = bank.split(session, cas, both, words.index("Mending the wall"), NOW)
    assert (both.state, half.state) == ("proposed", "proposed")
    approve(session, both, half)
    bank.join(session, cas, both, half, NOW)
    assert both.state == "proposed"
    other = bank.split(session, cas, fresh, 18, NOW)
    assert (fresh.state, other.state) == ("approved", "approved")


@on_sqlite
def test_the_same_words_from_elsewhere_are_proposed_for_their_source_is_new(
    session: Session, cas: User
) -> None:
    there = bank.add(session, cas, "The pier is open.", NOW, {"date": TODAY})
    approve(session, there)
    new = bank.add(session, cas, "The pier is open.", NOW, {"date": TODAY}, review_date=dt.date(2040, 1, 1))
    settling.replace(session, cas, new, there, NOW)
    assert (there.state, there.version.number) == ("proposed", 1)


Act = Callable[[Session, Paragraph], object]
ACTS: dict[str, Act] = {
    "approve": lambda session, paragraph: bank.approve(session, None, paragraph, NOW),
    "revise": lambda session, paragraph: bank.revise(session, None, paragraph, "The pier rusts.", NOW, 1),
    "split": lambda session, paragraph: bank.split(session, None, paragraph, 18, NOW),
    "retire": lambda session, paragraph: bank.retire(session, None, paragraph, NOW),
}


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)  # SQLite's writers come one at a time
@pytest.mark.parametrize("act", ACTS)
def test_of_two_who_change_a_paragraph_at_once_the_second_is_told(
    act: str, engine: Engine, ada_office: int
) -> None:
    with db.transaction(engine, ada_office) as session:
        key = bank.add(session, None, "The pier is open. It is long.", NOW, {"date": TODAY}).id
    with db.make_session(engine, write=True, office_id=ada_office) as late:
        seen = db.one(late, Paragraph, key)
        assert seen.version.number == 1
        with db.transaction(engine, ada_office) as first:
            bank.revise(first, None, db.one(first, Paragraph, key), "The pier is shut.", NOW)
        with pytest.raises(Conflict, match="Somebody else"):
            ACTS[act](late, seen)
    with db.transaction(engine, ada_office) as session:
        there = db.one(session, Paragraph, key)
        assert (there.state, there.version.text) == ("proposed", "The pier is shut.")
