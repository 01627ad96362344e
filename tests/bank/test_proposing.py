"""What import proposes of Paragraphs: Topics of the office's list, a review date."""

import datetime as dt

import pytest
from sqlalchemy.orm import Session

from correspondence import bank, harvest
from correspondence.bank.topics import MANY
from correspondence.errors import Refused
from tests.bank.files import approve, import_text
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


def test_an_office_starts_with_the_usual_topics_and_what_waits_is_put_under_them(session: Session) -> None:
    _opening, dentist, action = import_text(session, LETTER).paragraphs
    other = import_text(session, LETTER.replace("town", "city")).paragraphs[1]
    approve(session, other)
    session.flush()
    assert bank.start_topics(session, None, NOW) == len(harvest.usual()) <= MANY
    assert [topic.name for topic in dentist.topics] == ["Health"]
    assert (action.topics, other.topics) == ([], [])
    with pytest.raises(Refused, match="has a list"):
        bank.start_topics(session, None, NOW)


def test_a_review_date_comes_with_the_date_that_is_told_later(session: Session) -> None:
    source = import_text(session, LETTER.removeprefix("1 November 2026\n\n"))
    assert {paragraph.review_date for paragraph in source.paragraphs} == {None}
    source = import_text(session, LETTER.removeprefix("1 November 2026\n\n"), date=dt.date(2026, 11, 1))
    assert source.paragraphs[2].review_date == dt.date(2027, 11, 1)
