"""Lists, searches, what is due, what is alike."""

import datetime as dt

from sqlalchemy.orm import Session

from correspondence import bank
from correspondence.harvest import Told
from tests.bank.files import HARVEST, LETTER, import_letter, import_text
from tests.conftest import NOW, TODAY


def test_the_bank_is_filtered_by_kind_topic_voice_state_and_age(session: Session) -> None:
    letter = import_letter(session, date=TODAY)
    report = bank.import_file(
        session, None, "r.txt", (HARVEST / "curly_report.txt").read_bytes(), Told(), NOW
    )
    session.flush()
    topic = bank.add_topic(session, None, "Post offices", NOW)
    bank.change(session, None, letter.paragraphs[1], NOW, topics=[topic])
    bank.approve(session, None, letter.paragraphs[0], NOW)
    session.flush()
    assert bank.search(session, filters=bank.Filters(kind="opening")) == [letter.paragraphs[0]]
    assert bank.search(session, filters=bank.Filters(topic="Post offices")) == [letter.paragraphs[1]]
    assert bank.search(session, filters=bank.Filters(state="approved")) == [letter.paragraphs[0]]
    assert bank.search(session, filters=bank.Filters(voice="office")) == letter.paragraphs
    assert bank.search(session, filters=bank.Filters(voice="another")) == report.paragraphs
    assert bank.search(session, filters=bank.Filters(source_id=report.id)) == report.paragraphs
    stale = bank.search(session, filters=bank.Filters(stale_on=TODAY))
    assert report.paragraphs[1] in stale
    assert letter.paragraphs[0] not in stale


def test_words_find_the_best_first_within_the_filters(session: Session) -> None:
    letter = import_letter(session)
    session.flush()
    assert bank.search(session, "post office closure programme")[0] in letter.paragraphs[:3]
    assert bank.search(session, "post office", bank.Filters(kind="closing")) == []


def test_what_is_due_says_why_and_a_passed_review_comes_first(session: Session) -> None:
    letter = import_letter(session)
    last = letter.paragraphs[-1]
    bank.change(session, None, last, NOW, review_date=TODAY - dt.timedelta(days=1))
    session.flush()
    due = bank.due(session, TODAY)
    assert due[0][0] is last
    assert len(due[0][1]) == 2
    assert len(due) == 5


def test_nearly_the_same_text_of_another_source_is_shown(session: Session) -> None:
    letter = import_letter(session)
    again = import_text(session, LETTER.decode().replace("1,400", "1,500"))
    session.flush()
    alike = bank.similar(session, again)
    assert alike[again.paragraphs[1].id] == [letter.paragraphs[1]]
    assert bank.similar(session, letter)[letter.paragraphs[3].id] == [again.paragraphs[3]]


def test_the_problems_of_a_paragraph_name_age_and_voice(session: Session) -> None:
    speech = bank.import_file(
        session, None, "s.txt", (HARVEST / "minister_letter.txt").read_bytes(), Told(), NOW
    )
    undated = import_letter(session).paragraphs[0]
    assert [problem.kind for problem in bank.problems(undated, TODAY)] == ["undated"]
    assert {problem.kind for problem in bank.problems(speech.paragraphs[1], TODAY)} == {
        "stale",
        "other_voice",
    }
