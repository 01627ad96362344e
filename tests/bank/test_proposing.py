"""What import proposes of Paragraphs: Topics of the office's list, a review date."""

import datetime as dt

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from correspondence import bank, db, harvest
from correspondence.bank.proposing import look_for_topics
from correspondence.bank.topics import MANY
from correspondence.errors import Refused
from tests.bank.files import approve, import_text
from tests.bank.test_imports import work
from tests.conftest import NOW

LETTER = (
    "1 November 2026\n\nDear Mr Fell,\n\nThank you for contacting me about dentists.\n\n"
    "No dentist in the town takes NHS patients. A new contract will be signed next month.\n\n"
    "I have asked the Minister for a meeting.\n\nYours sincerely,\n\nJo Field MP"
)
pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


def test_topics_of_the_offices_list_and_a_review_date_are_proposed(session: Session) -> None:
    for name in ("Health", "Schools"):
        bank.add_topic(session, None, name, NOW)
    _opening, dentist, action = import_text(session, LETTER).paragraphs
    assert [topic.name for topic in dentist.topics] == ["Health"]
    assert dentist.review_date == dt.date(2026, 12, 31)
    assert (action.topics, action.review_date) == ([], dt.date(2027, 11, 1))


def test_no_topic_is_made_up(session: Session) -> None:
    assert all(paragraph.topics == [] for paragraph in import_text(session, LETTER).paragraphs)
    assert bank.topics(session) == []


def test_an_office_starts_with_the_usual_topics_and_what_waits_is_put_under_them(
    session: Session, engine: Engine
) -> None:
    _opening, dentist, action = import_text(session, LETTER).paragraphs
    other, persons = (
        import_text(session, LETTER.replace("town", name)).paragraphs[1] for name in ("city", "county")
    )
    approve(session, other)
    session.flush()
    assert bank.start_topics(session, None, NOW) == len(harvest.usual()) <= MANY
    persons.topics = [topic for topic in bank.topics(session) if topic.name == "Schools"]
    with pytest.raises(Refused, match="has a list"):
        bank.start_topics(session, None, NOW)
    session.commit()
    work(engine)
    session.expire_all()
    found = [[topic.name for topic in one.topics] for one in (dentist, persons, action, other)]
    assert found == [["Health"], ["Schools"], [], []]


def test_topics_that_are_found_hold_up_no_other_writer(session: Session, engine: Engine) -> None:
    """All that waits was once looked at while nobody else could write, of a large archive for ten seconds."""
    opening, dentist, _action = import_text(session, LETTER).paragraphs
    bank.start_topics(session, None, NOW)
    session.commit()
    with db.make_session(engine, write=False, office_id=dentist.office_id) as reading:
        looked = look_for_topics(reading, None, 0)
    (health,) = [topic for topic in bank.topics(session) if topic.name == "Health"]
    assert (looked.pairs, looked.done) == ([(opening.id, health.id), (dentist.id, health.id)], 1)
    bank.remove_topic(session, None, health, NOW)
    assert not looked.keep(session)
    session.expire_all()
    assert dentist.topics == []


def test_a_review_date_comes_with_the_date_that_is_told_later(session: Session) -> None:
    source = import_text(session, LETTER.removeprefix("1 November 2026\n\n"))
    assert {paragraph.review_date for paragraph in source.paragraphs} == {None}
    source = import_text(session, LETTER.removeprefix("1 November 2026\n\n"), date=dt.date(2026, 11, 1))
    assert source.paragraphs[2].review_date == dt.date(2027, 11, 1)
