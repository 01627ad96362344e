"""Packs: what was changed here stays, what changed there is offered, and the same file changes nothing."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from correspondence import bank
from correspondence.bank import packs
from correspondence.bank.packs import PackFile, facts_of
from correspondence.db import enter, mine
from correspondence.errors import Conflict, Refused
from correspondence.harvest import Told
from correspondence.models import AuditEvent, Office, Pack, PackItem, Paragraph, Source, Topic
from tests.conftest import NOW

UNIT = "Research unit"
TEXTS = ["Buses run every ten minutes.", "The ferry costs £3.", "Trams are back since 2024."]
DAY = dt.date(2026, 3, 1)


@contextmanager
def undone(session: Session) -> Iterator[None]:
    """Whatever is done in it did not happen."""
    with session.begin_nested() as step:
        yield
        step.rollback()
    session.expire_all()


def write(session: Session, texts: list[str]) -> list[Paragraph]:
    source = bank.stated(session, texts[0], Told(title="Transport", date=DAY, publisher=UNIT), NOW)
    made = [bank.add(session, None, text, NOW, {"voice": UNIT}, source) for text in texts]
    session.flush()
    return made


def exported(session: Session, office: int, title: str = "Transport") -> PackFile:
    """Through its file, as everybody gets it."""
    enter(session, office)
    paragraphs = list(session.scalars(mine(session, Paragraph).order_by(Paragraph.id)))
    return packs.read(packs.written(packs.export(session, None, title, paragraphs, NOW)))


def loaded(session: Session, office: int, pack: PackFile) -> packs.Loaded:
    enter(session, office)
    found = packs.load(session, None, pack, NOW)
    session.flush()
    return found


def all_of(session: Session, office: int) -> dict[str, Any]:
    """Everything a load could change in an office."""
    enter(session, office)
    session.expire_all()
    return {
        "facts": {p.id: (p.state, facts_of(p)) for p in session.scalars(mine(session, Paragraph))},
        "versions": [(p.id, len(p.versions)) for p in session.scalars(mine(session, Paragraph))],
        "items": [(i.key, i.base, i.theirs) for i in session.scalars(mine(session, PackItem))],
        "packs": [(p.key, p.title, p.edition, p.changed_at) for p in session.scalars(mine(session, Pack))],
        "topics": [topic.name for topic in session.scalars(mine(session, Topic))],
        "sources": [source.hash for source in session.scalars(mine(session, Source))],
        "acts": [event.act for event in session.scalars(mine(session, AuditEvent))],
        "edition": session.scalar(select(Office.edition).where(Office.id == office)),
    }


def item_of(session: Session, text: str) -> PackItem:
    return next(i for i in session.scalars(mine(session, PackItem)) if i.base and i.base["text"] == text)


def test_a_pack_brings_text_voice_date_topics_and_source(
    session: Session, ada_office: int, dov_office: int
) -> None:
    topic = bank.add_topic(session, None, "Buses", NOW)
    bank.change(session, None, write(session, TEXTS)[0], NOW, topics=[topic], review_date=DAY)
    found = loaded(session, dov_office, exported(session, ada_office))
    assert (found.added, found.known, found.to_decide) == (3, 0, 0)
    paragraphs = list(session.scalars(mine(session, Paragraph).order_by(Paragraph.id)))
    assert [paragraph.version.text for paragraph in paragraphs] == TEXTS
    assert {paragraph.state for paragraph in paragraphs} == {"proposed"}
    first = facts_of(paragraphs[0])
    assert (first["voice"], first["date"], first["topics"]) == (UNIT, "2026-03-01", ["Buses"])
    assert (first["source"]["title"], first["source"]["publisher"]) == ("Transport", UNIT)
    assert paragraphs[0].source is paragraphs[1].source
    assert paragraphs[1].version.figures[0].value == 3
    assert "Transport" in paragraphs[0].version.why


def test_words_the_bank_has_already_are_not_added_twice(
    session: Session, ada_office: int, dov_office: int
) -> None:
    write(session, TEXTS)
    pack = exported(session, ada_office)
    enter(session, dov_office)
    bank.add(session, None, TEXTS[1], NOW)
    session.flush()
    found = loaded(session, dov_office, pack)
    assert (found.added, found.known) == (2, 1)
    assert len(list(session.scalars(mine(session, Paragraph)))) == 3


def test_the_same_selection_is_the_same_edition_and_a_change_is_the_next(
    session: Session, ada_office: int
) -> None:
    first, *_ = write(session, TEXTS)
    one = exported(session, ada_office)
    assert exported(session, ada_office) == one
    bank.revise(session, None, first, "Buses run every twelve minutes.", NOW)
    two = exported(session, ada_office)
    assert (one.edition, two.edition, two.key) == (1, 2, one.key)
    assert list(two.paragraphs) == list(one.paragraphs)


def test_a_change_there_is_offered_and_taken_field_by_field(
    session: Session, ada_office: int, dov_office: int
) -> None:
    first, *_ = write(session, TEXTS)
    loaded(session, dov_office, exported(session, ada_office))
    enter(session, ada_office)
    bank.revise(session, None, first, "Buses run every twelve minutes.", NOW)
    bank.change(session, None, first, NOW, title="Bus times")
    assert loaded(session, dov_office, exported(session, ada_office)).to_decide == 1
    item = item_of(session, TEXTS[0])
    assert item.paragraph.version.text == TEXTS[0]
    packs.take(session, None, item, {"text"}, packs.seen(item), NOW)
    assert item.paragraph.version.text == "Buses run every twelve minutes."
    assert item.paragraph.title != "Bus times"
    assert "edition 2" in item.paragraph.version.why
    assert packs.to_decide(session) == []


def test_what_left_the_pack_is_offered_to_retire(session: Session, ada_office: int, dov_office: int) -> None:
    write(session, TEXTS)
    loaded(session, dov_office, exported(session, ada_office))
    enter(session, ada_office)
    some = list(session.scalars(mine(session, Paragraph).order_by(Paragraph.id)))[1:]
    pack = packs.export(session, None, "Transport", some, NOW)
    assert loaded(session, dov_office, pack).to_decide == 1
    [item] = packs.to_decide(session)
    packs.take(session, None, item, {"text"}, packs.seen(item), NOW)
    assert item.paragraph.state == "retired"
    before = all_of(session, dov_office)
    loaded(session, dov_office, pack)
    assert all_of(session, dov_office) == before


def test_a_decision_on_what_has_changed_since_is_a_conflict(
    session: Session, ada_office: int, dov_office: int
) -> None:
    first, *_ = write(session, TEXTS)
    loaded(session, dov_office, exported(session, ada_office))
    enter(session, ada_office)
    bank.revise(session, None, first, "Buses run at night.", NOW)
    loaded(session, dov_office, exported(session, ada_office))
    [item] = packs.to_decide(session)
    was_seen = packs.seen(item)
    bank.revise(session, None, item.paragraph, "Buses never run.", NOW)
    with pytest.raises(Conflict):
        packs.take(session, None, item, {"text"}, was_seen, NOW)
    assert item.paragraph.version.text == "Buses never run."
    assert item.theirs is not None


def test_an_older_edition_is_refused(session: Session, ada_office: int, dov_office: int) -> None:
    first, *_ = write(session, TEXTS)
    one = exported(session, ada_office)
    bank.revise(session, None, first, "Buses run at night.", NOW)
    loaded(session, dov_office, exported(session, ada_office))
    with pytest.raises(Refused, match=r"edition 1 .* You have edition 2"):
        loaded(session, dov_office, one)


CHANGES = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["text", "title", "kind", "topics", "review_date", "voice", "source", "retire"]),
        st.integers(0, 2),
    ),
    max_size=5,
)


def change(session: Session, paragraph: Paragraph, what: str, how: int) -> None:
    if what == "text":
        bank.revise(session, None, paragraph, f"{TEXTS[how]} More is to come.", NOW)
    elif what == "voice":
        bank.revise(session, None, paragraph, paragraph.version.text, NOW, voice=f"Minister {how}")
    elif what == "topics":
        names = [("Buses", "trams", "BUSES")[how]]
        topics = [bank.add_topic(session, None, name, NOW) for name in names]
        bank.change(session, None, paragraph, NOW, topics=topics)
    elif what == "source":
        paragraph.source = bank.stated(session, f"{how}", Told(title=f"Report {how}"), NOW)
    elif what == "retire":
        bank.retire(session, None, paragraph, NOW)
    elif what == "review_date":
        bank.change(session, None, paragraph, NOW, review_date=DAY + dt.timedelta(days=how))
    else:
        value = {"title": f"Title {how}", "kind": ("policy", "action", "position")[how]}[what]
        bank.change(session, None, paragraph, NOW, **{what: value})  # type: ignore[arg-type]
    session.flush()


def ordered(session: Session, office: int) -> list[Paragraph]:
    enter(session, office)
    return list(session.scalars(mine(session, Paragraph).order_by(Paragraph.id)))


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_no_change_here_is_lost_and_a_second_load_changes_nothing(
    session: Session, ada_office: int, dov_office: int
) -> None:
    """Any changes there and here between two editions, then any decisions."""
    write(session, TEXTS)
    loaded(session, dov_office, exported(session, ada_office))

    @settings(max_examples=25)
    @given(there=CHANGES, here=CHANGES, taken=st.sets(st.integers(0, 2)))
    def holds(there: list[Any], here: list[Any], taken: set[int]) -> None:
        with undone(session):
            for office, changes in ((ada_office, there), (dov_office, here)):
                for number, what, how in changes:
                    change(session, ordered(session, office)[number], what, how)
            theirs = [facts_of(paragraph) for paragraph in ordered(session, ada_office)]
            pack = exported(session, ada_office)
            before = all_of(session, dov_office)
            loaded(session, dov_office, pack)
            after = all_of(session, dov_office)
            assert {key: after[key] for key in ("facts", "versions", "topics")} == {
                key: before[key] for key in ("facts", "versions", "topics")
            }
            loaded(session, dov_office, pack)
            assert all_of(session, dov_office) == after
            decide(session, taken, theirs)
            decided = all_of(session, dov_office)
            loaded(session, dov_office, pack)
            assert all_of(session, dov_office) == decided

    holds()


def decide(session: Session, taken: set[int], theirs: list[packs.Facts]) -> None:
    """Take all of some differences and leave the others; each Paragraph is then as was decided."""
    for item in packs.to_decide(session):
        number = item.paragraph_id - min(p.id for p in session.scalars(mine(session, Paragraph)))
        own = facts_of(item.paragraph)
        if number in taken and item.paragraph.state != "retired":
            packs.take(session, None, item, packs.FIELDS, packs.seen(item), NOW)
            assert packs.differing(facts_of(item.paragraph), theirs[number]) == []
        else:
            packs.leave(session, None, item, packs.seen(item), NOW)
            assert facts_of(item.paragraph) == own
        session.flush()
