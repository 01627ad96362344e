"""Which Points a Block answers, as a person says it."""

import datetime as dt

import pytest
from sqlalchemy.orm import Session

from correspondence import desk
from correspondence.drafting import unanswered
from correspondence.errors import Conflict, NotFound, Refused
from correspondence.models import Block, Draft, Message, Paragraph, Point, User
from tests.desk.cast import TEXTS, acts, texts
from tests.desk.test_choices import chosen


@pytest.fixture
def guards(draft: Draft) -> Block:
    return next(block for block in draft.blocks if block.text == TEXTS["guards"])


def answered(block: Block) -> list[int]:
    return [point.position for point in block.points]


def test_a_tick_is_taken_off_and_its_point_is_open_again(
    session: Session, cas: User, draft: Draft, guards: Block, now: dt.datetime
) -> None:
    point = draft.message.points[0]
    desk.untick(session, cas, guards, point, draft.version, now)
    desk.untick(session, cas, guards, point, draft.version - 1, now)  # pressed twice
    assert (answered(guards), guards in draft.kept) == ([], True)
    assert point in unanswered(draft)
    desk.tick(session, cas, guards, point, draft.version, now)
    assert (answered(guards), point in unanswered(draft)) == ([0], False)
    assert acts(session) == ["draft", "untick", "tick"]


def test_what_the_program_ticked_wrongly_is_learned_until_it_is_ticked_again(
    session: Session, cas: User, draft: Draft, guards: Block, now: dt.datetime
) -> None:
    point = draft.message.points[0]
    desk.untick(session, cas, guards, point, draft.version, now)
    assert chosen(session) == [(0, "guards", False)]
    desk.tick(session, cas, guards, point, draft.version, now)
    assert chosen(session) == []


def test_what_a_person_ticked_was_used_until_they_take_it_off(
    session: Session, cas: User, draft: Draft, guards: Block, now: dt.datetime
) -> None:
    lorries = draft.message.points[2]
    desk.tick(session, cas, guards, lorries, draft.version, now)
    assert (answered(guards), chosen(session)) == ([0, 2], [(2, "guards", True)])
    desk.untick(session, cas, guards, lorries, draft.version, now)
    assert (answered(guards), chosen(session)) == ([0], [])


def test_what_was_taken_off_does_not_come_back_by_itself(
    session: Session, cas: User, draft: Draft, guards: Block, now: dt.datetime
) -> None:
    desk.untick(session, cas, guards, draft.message.points[0], draft.version, now)
    fences = draft.kept[3]
    desk.remove(session, cas, fences, fences.edit, now)
    assert desk.again(session, cas, draft, now) == 0
    assert (answered(guards), fences in draft.kept) == ([], False)
    assert [block.text for block in draft.kept].count(TEXTS["fences"]) == 0


def test_what_was_put_back_and_taken_out_once_more_does_not_come_back_by_itself(
    session: Session, cas: User, draft: Draft, guards: Block, now: dt.datetime
) -> None:
    desk.remove(session, cas, guards, guards.edit, now)
    assert desk.again(session, cas, draft, now) == 0
    desk.put_back(session, cas, guards, now)
    desk.remove(session, cas, guards, guards.edit, now)
    assert desk.again(session, cas, draft, now) == 0
    assert (TEXTS["guards"] in texts(draft), chosen(session)) == (False, [(0, "guards", False)])


@pytest.mark.parametrize("way", ["taken out", "emptied"])
def test_what_a_person_put_in_themselves_and_did_away_with_does_not_come_back_by_itself(
    session: Session, cas: User, message: Message, bank: dict[str, Paragraph], now: dt.datetime, way: str
) -> None:
    draft = desk.reply(session, cas, message, now, found=[])
    guards = desk.insert(session, cas, draft, bank["guards"], now, points=[message.points[0]])
    if way == "emptied":
        desk.save_block(session, cas, guards, "", guards.edit, now)
    else:
        desk.remove(session, cas, guards, guards.edit, now)
    assert desk.again(session, cas, draft, now) == 1  # the fences
    assert TEXTS["guards"] not in texts(draft)


def test_a_tick_taken_off_what_a_person_put_in_does_not_come_back_by_itself(
    session: Session, cas: User, message: Message, bank: dict[str, Paragraph], now: dt.datetime
) -> None:
    draft = desk.reply(session, cas, message, now, found=[])
    point = message.points[0]
    guards = desk.insert(session, cas, draft, bank["guards"], now, points=[point])
    desk.untick(session, cas, guards, point, draft.version, now)
    assert desk.again(session, cas, draft, now) == 1  # the fences
    assert answered(guards) == []
    desk.tick(session, cas, guards, point, draft.version, now)
    assert point not in unanswered(draft)


def test_text_of_ones_own_is_said_to_answer_a_point(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    own = desk.add_own(session, cas, draft, "I shall write to the council.", now)
    trouble = draft.message.points[3]
    assert trouble in unanswered(draft)
    desk.tick(session, cas, own, trouble, draft.version, now)
    assert trouble not in unanswered(draft)
    assert chosen(session) == []  # of nothing in the bank


def test_of_two_who_change_the_reply_at_once_the_second_is_told(
    session: Session, cas: User, draft: Draft, guards: Block, bank: dict[str, Paragraph], now: dt.datetime
) -> None:
    seen = draft.version
    desk.insert(session, cas, draft, bank["minister"], now, points=[draft.message.points[2]])
    with pytest.raises(Conflict, match="changed this reply meanwhile"):
        desk.untick(session, cas, guards, draft.message.points[0], seen, now)
    assert answered(guards) == [0]


def test_a_greeting_answers_nothing_and_a_point_is_of_the_letter(
    session: Session, cas: User, draft: Draft, guards: Block, now: dt.datetime
) -> None:
    for block in (draft.kept[0], draft.kept[1], *draft.kept[-2:]):
        with pytest.raises(Refused, match="answer no point"):
            desk.tick(session, cas, block, draft.message.points[2], draft.version, now)
    elsewhere = Message(
        received_at=now, original=b"", hash="e", points=[Point(position=0, text="x", start=0, end=1)]
    )
    session.add(elsewhere)
    session.flush()
    with pytest.raises(NotFound):
        desk.tick(session, cas, guards, elsewhere.points[0], draft.version, now)
