"""The short closed list of topics: merged, removed, and nothing that was under one lost."""

import threading
import time

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from correspondence import bank, db
from correspondence.bank.topics import uses
from correspondence.errors import NotFound, Refused
from correspondence.models import Paragraph, Topic
from tests.bank.files import acts
from tests.conftest import NOW


@pytest.fixture
def two(session: Session) -> tuple[Topic, Topic]:
    """Boats, with a paragraph of its own, one of both and a retired one; Ferries, with the one of both."""
    boats, ferries = (bank.add_topic(session, None, name, NOW) for name in ("Boats", "Ferries"))
    for name, topics in (("own", [boats]), ("both", [boats, ferries]), ("old", [boats])):
        bank.add(session, None, f"{name} text.", NOW, title=name, topics=topics)
    session.flush()
    bank.retire(session, None, _named(session, "old"), NOW)
    session.flush()
    return boats, ferries


def test_a_merge_moves_all_that_was_under_it(session: Session, two: tuple[Topic, Topic]) -> None:
    boats, ferries = two
    assert uses(session) == {boats.id: (2, 1), ferries.id: (1, 0)}
    assert bank.merge_topics(session, None, boats, ferries, NOW) == 2
    assert [topic.name for topic in bank.topics(session)] == ["Ferries"]
    assert uses(session) == {ferries.id: (2, 1)}
    for name in ("own", "both", "old"):
        assert [topic.name for topic in _named(session, name).topics] == ["Ferries"]
    assert len(bank.search(session, filters=bank.Filters(topic="Ferries"))) == 2
    assert acts(session)[-1] == "merge"


def test_a_topic_is_not_merged_into_itself_nor_into_another_offices(
    session: Session, two: tuple[Topic, Topic]
) -> None:
    with pytest.raises(Refused, match="another topic"):
        bank.merge_topics(session, None, two[0], two[0], NOW)
    with pytest.raises(NotFound):
        db.one(session, Topic, 99)


def test_only_what_nothing_is_under_can_be_removed(session: Session, two: tuple[Topic, Topic]) -> None:
    boats, _ferries = two
    with pytest.raises(Refused, match="3 paragraphs are under “Boats”"):
        bank.remove_topic(session, None, boats, NOW)
    empty = bank.add_topic(session, None, "Trains", NOW)
    bank.remove_topic(session, None, empty, NOW)
    assert [topic.name for topic in bank.topics(session)] == ["Boats", "Ferries"]
    assert acts(session)[-1] == "remove"


def _named(session: Session, title: str) -> Paragraph:
    return session.scalars(db.mine(session, Paragraph).where(Paragraph.title == title)).one()


def test_of_two_who_start_with_the_usual_topics_at_once_one_is_told(engine: Engine, ada_office: int) -> None:
    """On PostgreSQL the second was once told that something went wrong."""
    both, told = threading.Barrier(2), list[str]()

    def start() -> None:
        both.wait()
        try:
            with db.transaction(engine, ada_office) as session:
                told.append(str(bank.start_topics(session, None, NOW)))
                time.sleep(0.2)  # the other is in the midst of it too
        except Refused as refusal:
            told.append(str(refusal))

    threads = [threading.Thread(target=start) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["32", "The office has a list of topics already. Add to it, or change it."]
