"""Lists, searches, what is due, what is alike."""

import datetime as dt

import pytest
from sqlalchemy.orm import Session

from correspondence import bank, db
from correspondence.bank.finding import NOBODY
from correspondence.harvest import Told
from correspondence.models import Block, Draft, Message, Paragraph, User
from tests.bank.files import HARVEST, LETTER, import_letter, import_text
from tests.conftest import NOW, TODAY


@pytest.fixture
def kept(session: Session) -> dict[str, int]:
    """Five Paragraphs by name, each with something of its own to be found by."""
    told = Told(
        title="The sea wall: an opinion", author="Ned Quill", publisher="Saltmere Gazette", date=TODAY
    )
    column = bank.stated(session, "The sea wall stands.", told, NOW)
    made = {
        "money": bank.add(
            session, None, "Mending its boards cost £19 million.", NOW, today=TODAY, title="Pier repairs"
        ),
        "count": bank.add(session, None, "We had 19 million visitors last year.", NOW, {"date": None}),
        "range": bank.add(
            session, None, "A ferry is between £16m and £18m.", NOW, {"date": TODAY + dt.timedelta(days=1)}
        ),
        "share": bank.add(session, None, "Cyclists are 43 per cent.", NOW, today=TODAY, review_date=TODAY),
        "column": bank.add(session, None, "The sea stays out.", NOW, source=column, title="Tides"),
    }  # fmt: skip
    session.flush()
    return {name: paragraph.id for name, paragraph in made.items()}


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
    report.paragraphs[1].stale_on, report.paragraphs[0].stale_on = TODAY, TODAY + dt.timedelta(days=1)
    letter.paragraphs[0].stale_on = None
    session.flush()
    stale = bank.search(session, filters=bank.Filters(source_id=report.id, stale_on=TODAY))
    assert report.paragraphs[1] in stale
    assert report.paragraphs[0] not in stale
    assert letter.paragraphs[0] not in bank.search(session, filters=bank.Filters(stale_on=TODAY))


def test_words_find_the_best_first_within_the_filters(session: Session) -> None:
    letter = import_letter(session)
    session.flush()
    assert bank.search(session, "post office closure programme")[0] in letter.paragraphs[:3]
    assert bank.search(session, "post office", bank.Filters(kind="closing")) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("£19m", ["money"]),
        ("£19 million", ["money"]),
        ("19 million", ["money", "count"]),  # of whatever it is
        ("£18m", ["range"]),  # the end of a range
        ("43%", ["share"]),
        ("43 per cent", ["share"]),
        ("44%", []),
        ("saltmere gaz", ["column"]),  # who published it, half typed
        ("Quill", ["column"]),  # who wrote it
        ("sea wall opinion", ["column"]),  # the title of its source
        ("PIER REPAIRS", ["money"]),  # its own title
        ("100% sure_", []),  # no signs with a meaning of their own
    ],
)
def test_a_title_a_source_or_a_figure_is_found(
    session: Session, kept: dict[str, int], words: str, found: list[str]
) -> None:
    names = {key: name for name, key in kept.items()}
    ids = bank.ranked(session, words)
    assert {names[key] for key in ids[: len(found)]} == set(found)
    assert found or not ids


def test_a_figure_that_is_no_longer_said_is_not_found(session: Session, kept: dict[str, int]) -> None:
    money = db.one(session, Paragraph, kept["money"])
    bank.revise(session, None, money, "Mending the boards cost £21 million.", NOW)
    assert bank.ranked(session, "£19m") == []
    assert bank.ranked(session, "£21m") == [kept["money"]]


def test_what_has_the_very_figure_comes_before_what_is_only_like_it(
    session: Session, kept: dict[str, int]
) -> None:
    best = bank.ranked(session, "did a million people pay £19 million for boards")
    assert best[0] == kept["money"]
    assert len(best) > 1


def test_what_was_retired_is_found_by_its_words_when_asked_for(
    session: Session, kept: dict[str, int]
) -> None:
    bank.retire(session, None, db.one(session, Paragraph, kept["share"]), NOW)
    assert bank.ranked(session, "cyclists") == []
    assert bank.ranked(session, "cyclists", bank.Filters(state="retired")) == [kept["share"]]
    assert bank.ranked(session, "boards", bank.Filters(state="retired")) == []


def test_whose_they_are(session: Session, kept: dict[str, int], cas: User) -> None:
    bank.change(session, None, db.one(session, Paragraph, kept["share"]), NOW, owner=cas)
    session.flush()
    assert bank.ranked(session, filters=bank.Filters(owner_id=cas.id)) == [kept["share"]]
    assert kept["share"] not in bank.ranked(session, filters=bank.Filters(owner_id=NOBODY))


def test_a_voice_is_that_of_the_newest_words(session: Session, kept: dict[str, int]) -> None:
    bank.revise(session, None, db.one(session, Paragraph, kept["share"]), "Half.", NOW, voice="Lord Moss")
    session.flush()
    assert bank.ranked(session, filters=bank.Filters(voice="Lord Moss")) == [kept["share"]]
    assert kept["share"] not in bank.ranked(session, filters=bank.Filters(voice="office"))


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        ("newest", "range", "count"),
        ("oldest", "count", "range"),
        ("review", "share", "column"),
        ("title", "range", "count"),
        ("used", "count", "column"),
    ],
)
def test_a_list_is_in_the_order_that_was_asked_for(
    session: Session, kept: dict[str, int], order: str, first: str, last: str
) -> None:
    ada, now = session.info["office_id"], NOW
    message = Message(office_id=ada, received_at=now, original=b"", hash="0")
    for name, text in (("count", "Many came."), ("column", ""), ("column", "")):  # two emptied boxes
        block = Block(text=text, source_version=db.one(session, Paragraph, kept[name]).version)
        session.add(Draft(message=message, created_at=now, blocks=[block]))
    session.flush()
    found = bank.ranked(session, filters=bank.Filters(order=order))
    assert (found[0], found[-1]) == (kept[first], kept[last])
    assert sorted(found) == sorted(kept.values())
    assert bank.ranked(session, "pier boards sea", bank.Filters(order=order)) == [
        key for key in found if key in bank.ranked(session, "pier boards sea")
    ]


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
