"""What people make of what is offered is kept, follows what they undo, and counts for the next letter."""

import datetime as dt

import numpy as np
import pytest
from sqlalchemy import Engine, select, update
from sqlalchemy.orm import Session

from correspondence import db, desk, inbox, jobs, worker
from correspondence.bank import join
from correspondence.matching import choices, index, semantic
from correspondence.matching.index import touch
from correspondence.models import Block, Choice, Draft, Job, Message, Offered, Paragraph, User, Version
from tests.desk.cast import TEXTS


def chosen(session: Session) -> list[tuple[int, str, bool]]:
    """(place of the Point, name of the Paragraph, whether it was used)."""
    names = {text: name for name, text in TEXTS.items()}
    rows = session.scalars(select(Choice)).all()
    return sorted((row.point.position, names[row.paragraph.version.text], row.used) for row in rows)


def block(draft: Draft, name: str) -> Block:
    return next(block for block in draft.blocks if block.text == TEXTS[name])


def test_what_the_program_puts_in_is_offered_and_not_chosen(
    session: Session, draft: Draft, bank: dict[str, Paragraph]
) -> None:
    rows = {row.point.position: row for row in session.scalars(select(Offered))}
    assert sorted(rows) == [0, 1, 2, 3]
    assert rows[0].paragraphs[0] == bank["guards"].id
    assert [rows[place].assembled for place in range(4)] == [[bank["guards"].id], [bank["fences"].id], [], []]
    assert chosen(session) == []


def test_taking_out_what_the_program_put_in_is_a_choice_and_putting_it_back_is_none(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    guards = block(draft, "guards")
    desk.remove(session, cas, guards, guards.edit, now)
    assert chosen(session) == [(0, "guards", False)]
    desk.put_back(session, cas, guards, now)
    assert chosen(session) == []


def test_a_paragraph_whose_words_were_all_taken_out_was_not_used_until_they_are_back(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    guards = block(draft, "guards")
    desk.save_block(session, cas, guards, " …\n", guards.edit, now)
    assert chosen(session) == [(0, "guards", False)]
    desk.copy_reply(session, cas, draft, now.date(), now)
    assert chosen(session) == [(0, "guards", False), (1, "fences", True)]
    desk.save_block(session, cas, guards, "Forty of them.", guards.edit, now)
    assert chosen(session) == [(1, "fences", True)]


def test_what_a_person_puts_in_was_used_and_taking_it_out_again_is_no_choice(
    session: Session, cas: User, draft: Draft, bank: dict[str, Paragraph], now: dt.datetime
) -> None:
    lorries = draft.message.points[2]
    desk.insert(session, cas, draft, bank["minister"], now, points=[lorries])
    desk.insert(session, cas, draft, bank["guards"], now, points=[lorries])
    assert chosen(session) == [(2, "guards", True), (2, "minister", True)]
    minister = block(draft, "minister")
    desk.remove(session, cas, minister, minister.edit, now)
    assert chosen(session) == [(2, "guards", True)]


def test_what_is_answered_again_by_the_program_is_not_chosen(
    session: Session, cas: User, draft: Draft, bank: dict[str, Paragraph], now: dt.datetime
) -> None:
    bank["minister"].version.voice = "office"
    touch(session, [bank["minister"]])
    assert desk.again(session, cas, draft, now) == 1
    assert chosen(session) == []
    minister = block(draft, "minister")
    desk.remove(session, cas, minister, minister.edit, now)
    assert chosen(session) == [(2, "minister", False)]


def test_what_stands_when_a_person_lets_the_reply_go_was_used(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    desk.export_letter(session, None, draft, now.date(), now)
    assert chosen(session) == []  # the command line drafts unseen
    desk.export_letter(session, cas, draft, now.date(), now)
    desk.copy_reply(session, cas, draft, now.date(), now)
    assert chosen(session) == [(0, "guards", True), (1, "fences", True)]
    guards = block(draft, "guards")
    desk.remove(session, cas, guards, guards.edit, now)
    assert chosen(session) == [(0, "guards", False), (1, "fences", True)]


def lessons(session: Session, text: str) -> dict[str, float]:
    """What the next letter of these words would gain, by the Paragraph's name."""
    names = {text: name for name, text in TEXTS.items()}
    [found] = choices.learned(session, None).bonus([text], None)
    return {
        names[db.one(session, Paragraph, key).version.text]: lesson.amount for key, lesson in found.items()
    }


def test_the_next_letter_learns_at_once_and_also_what_is_undone_or_forgotten(
    engine: Engine,
    session: Session,
    ada_office: int,
    dov_office: int,
    cas: User,
    draft: Draft,
    now: dt.datetime,
) -> None:
    """Another session stands for another process: it has a memory that is refreshed, not made anew."""
    guards, asked = block(draft, "guards"), "Who pays for the guards at a port?"
    session.commit()
    with db.make_session(engine, write=False, office_id=ada_office) as other:
        assert lessons(other, asked) == {}
    desk.remove(session, cas, guards, guards.edit, now)
    assert lessons(session, asked)["guards"] < 0  # also within the transaction
    session.rollback()
    assert lessons(session, asked) == {}  # which was undone
    desk.remove(session, cas, guards, guards.edit, now)
    session.commit()
    with db.make_session(engine, write=False, office_id=ada_office) as other:
        assert lessons(other, asked)["guards"] < 0
        assert lessons(other, "When will the library open?") == {}
    with db.make_session(engine, write=False, office_id=dov_office) as other:
        assert lessons(other, asked) == {}
    choice = session.scalars(select(Choice)).one()
    for again in (False, True):
        desk.forget(session, cas, choice, now, again=again)
        session.commit()
        with db.make_session(engine, write=False, office_id=ada_office) as other:
            assert lessons(other, asked).keys() == ({"guards"} if again else set())
    desk.put_back(session, cas, guards, now)
    session.commit()
    with db.make_session(engine, write=False, office_id=ada_office) as other:
        assert lessons(other, asked) == {}


def test_what_a_letter_taught_goes_when_the_letter_is_erased(
    engine: Engine,
    session: Session,
    ada_office: int,
    cas: User,
    draft: Draft,
    message: Message,
    now: dt.datetime,
) -> None:
    asked = message.points[0].text
    guards = block(draft, "guards")
    desk.remove(session, cas, guards, guards.edit, now)
    session.commit()
    with db.make_session(engine, write=False, office_id=ada_office) as other:
        assert lessons(other, asked)
    inbox.erase(session, None, message, now)
    session.commit()
    assert session.scalars(select(Offered)).all() == []
    assert session.scalars(select(Choice)).all() == []
    with db.make_session(engine, write=False, office_id=ada_office) as other:
        assert choices.learned(other, None).points == set()


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_points_are_compared_by_meaning_once_they_have_vectors(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    encoder = semantic.load()
    guards = block(draft, "guards")
    desk.remove(session, cas, guards, guards.edit, now)
    choices.prepare(session, lambda: encoder, 16).keep(session)
    assert choices.lacking(session, encoder.name) == 0
    row = session.scalars(select(Offered).where(Offered.edition > 0)).one()
    assert row.vector_model == encoder.name
    alike = "And who foots the bill for security staff at the harbour?"
    vectors = encoder.encode([alike], asked=True)
    [found] = choices.learned(session, encoder).bonus([alike], vectors)
    assert [lesson.amount < 0 for lesson in found.values()] == [True]
    assert choices.learned(session, None).bonus([alike], None) == [{}]  # no word in common


def test_a_joined_paragraph_learns_from_what_both_were_chosen_for(
    engine: Engine,
    session: Session,
    ada_office: int,
    cas: User,
    draft: Draft,
    bank: dict[str, Paragraph],
    now: dt.datetime,
) -> None:
    lorries = draft.message.points[2]
    desk.insert(session, cas, draft, bank["fences"], now, points=[lorries])
    desk.insert(session, cas, draft, bank["guards"], now, points=[lorries])
    desk.export_letter(session, cas, draft, now.date(), now)
    session.commit()
    with db.make_session(engine, write=False, office_id=ada_office) as other:
        assert lessons(other, lorries.text).keys() == {"guards", "fences"}
    join(session, cas, bank["guards"], bank["fences"], now)
    session.commit()
    rows = session.scalars(select(Choice).where(Choice.paragraph_id == bank["guards"].id)).all()
    assert sorted((row.point.position, row.used) for row in rows) == [(0, True), (1, True), (2, True)]
    with db.make_session(engine, write=False, office_id=ada_office) as other:
        [found] = choices.learned(other, None).bonus([draft.message.points[1].text], None)
        assert found[bank["guards"].id].amount > 0


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_after_a_change_of_the_model_the_worker_makes_vectors_of_points_again(
    engine: Engine, session: Session, ada_office: int, cas: User, draft: Draft, now: dt.datetime
) -> None:
    encoder = semantic.load()
    for name in ("guards", "fences"):
        desk.remove(session, cas, block(draft, name), block(draft, name).edit, now)
    choices.prepare(session, lambda: encoder, 16).keep(session)
    made = {row.id: row.vector for row in session.scalars(select(Offered)) if row.vector_model}
    assert len(made) == 2
    session.execute(update(Offered).where(Offered.id.in_(made)).values(vector=b"old", vector_model="older"))
    session.execute(update(Version).values(vector=b"old", vector_model="older"))
    jobs.add(session, "encode", now)
    session.commit()
    assert choices.lacking(session, encoder.name) == 2
    session.rollback()
    assert worker.run_pending(engine, lambda: encoder, lambda: now) == []
    session.expire_all()
    rows = session.scalars(select(Offered).where(Offered.vector_model == encoder.name)).all()
    assert {row.id: row.vector for row in rows} == made
    job = session.scalars(select(Job)).one()
    assert (job.state, job.done, job.total) == ("done", 7, 7)  # of five paragraphs and two points
    with db.make_session(engine, write=False, office_id=ada_office) as other:
        vector = np.frombuffer(rows[0].vector or b"", dtype=np.float32)
        [found] = choices.learned(other, encoder).bonus([""], vector[None])
        assert found[rows[0].paragraphs[0]].amount < 0


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_step_goes_no_further_than_it_may_and_leaves_out_what_is_erased_meanwhile(
    session: Session, cas: User, draft: Draft, message: Message, now: dt.datetime
) -> None:
    encoder = semantic.load()
    for name in ("guards", "fences"):
        desk.remove(session, cas, block(draft, name), block(draft, name).edit, now)
    index.prepare(session, lambda: encoder, 16).keep(session)
    choices.prepare(session, lambda: encoder, 1).keep(session)
    assert choices.lacking(session, encoder.name) == 1
    step = choices.prepare(session, lambda: encoder, 16, count=True)
    assert (step.done, step.left) == (1, 1)
    inbox.erase(session, None, message, now)
    assert not step.keep(session)
    assert session.scalars(select(Offered)).all() == []
