"""What stands in a reply and in which order."""

import datetime as dt

import pytest
from sqlalchemy.orm import Session

from correspondence import desk
from correspondence.drafting import unanswered
from correspondence.errors import Conflict, NotFound, Refused
from correspondence.models import (
    Draft,
    Message,
    Paragraph,
    Point,
    User,
)
from tests.desk.cast import acts, named


def test_blocks_move_but_greeting_and_sign_off_stay(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    greeting, _opening, guards, fences, _closing, signoff = draft.blocks
    desk.move(session, cas, guards, fences, draft.version, now)
    assert named(draft)[2:4] == ["fences", "guards"]
    desk.move(session, cas, fences, None, draft.version, now)
    assert named(draft)[:3] == ["Dear Mrs Kaur,", "fences", "opening"]
    desk.move(session, cas, fences, signoff, draft.version, now)
    assert named(draft)[-2:] == ["fences", "Yours sincerely,"]
    with pytest.raises(Refused, match="greeting stays"):
        desk.move(session, cas, greeting, signoff, draft.version, now)


def test_two_who_reorder_at_once_are_told_apart(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    seen = draft.version
    desk.move(session, cas, draft.blocks[2], None, seen, now)
    with pytest.raises(Conflict, match="changed this reply meanwhile"):
        desk.move(session, cas, draft.blocks[3], None, seen, now)


def test_a_subject_is_changed_by_whoever_saw_the_one_before(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    seen = draft.version
    desk.set_subject(session, cas, draft, " The\nport  today ", "The port", now)
    desk.set_subject(session, cas, draft, "The port today", "The port", now)  # its answer was lost
    assert (draft.subject, acts(session)) == ("The port today", ["draft", "subject"])
    for was in ("The port", None):
        with pytest.raises(Conflict) as refused:
            desk.set_subject(session, cas, draft, "Other", was, now)
        assert refused.value.theirs == draft.subject == "The port today"
    desk.move(session, cas, draft.blocks[2], None, seen, now)  # the list below it is as it was


def test_an_emptied_paragraph_is_inserted_anew_in_its_place(
    session: Session, cas: User, draft: Draft, bank: dict[str, Paragraph], now: dt.datetime
) -> None:
    _greeting, _opening, guards, fences, *_rest = draft.kept
    asked = draft.message.points[0]
    desk.move(session, cas, guards, fences, draft.version, now)
    desk.save_block(session, cas, guards, " …", guards.edit, now)
    desk.insert(session, cas, draft, bank["guards"], now, points=[asked])
    assert named(draft)[2:4] == ["fences", "guards"]
    assert (len(draft.kept), asked in unanswered(draft)) == (6, False)


def test_an_inserted_paragraph_answers_its_point_where_the_point_comes(
    session: Session, cas: User, draft: Draft, bank: dict[str, Paragraph], now: dt.datetime
) -> None:
    lorries = draft.message.points[2]
    block = desk.insert(session, cas, draft, bank["minister"], now, points=[lorries])
    assert named(draft)[3:5] == ["fences", "minister"]
    assert (block.version_id, block.kind) == (bank["minister"].version.id, "policy")
    assert lorries not in unanswered(draft)
    again = desk.insert(session, cas, draft, bank["minister"], now, points=[draft.message.points[3]])
    assert again is block
    assert [point.position for point in block.points] == [2, 3]


def test_a_retired_paragraph_is_not_inserted(
    session: Session, cas: User, draft: Draft, bank: dict[str, Paragraph], now: dt.datetime
) -> None:
    bank["minister"].state = "retired"
    with pytest.raises(Refused, match="no longer offers"):
        desk.insert(session, cas, draft, bank["minister"], now)


def test_own_text_goes_where_it_was_asked_for(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    opening = draft.blocks[1]
    desk.add_own(session, cas, draft, "Behind the opening.", now, after=opening)
    desk.add_own(session, cas, draft, "Before the closing.", now)
    desk.add_own(session, cas, draft, "To the trouble.", now, points=[draft.message.points[3]])
    assert named(draft) == [
        "Dear Mrs Kaur,", "opening", "Behind the opening.", "guards", "fences", "To the trouble.",
        "Before the closing.", "closing", "Yours sincerely,",
    ]  # fmt: skip


def test_a_point_is_left_on_purpose_and_taken_up_again(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    point = draft.message.points[2]
    desk.leave(session, cas, draft, point, now)
    desk.leave(session, cas, draft, point, now)
    assert draft.left == [point.id]
    assert point not in unanswered(draft)
    desk.take_up(session, cas, draft, point, now)
    assert point in unanswered(draft)
    elsewhere = Message(
        received_at=now, original=b"", hash="e", points=[Point(position=0, text="x", start=0, end=1)]
    )
    session.add(elsewhere)
    session.flush()
    with pytest.raises(NotFound):
        desk.leave(session, cas, draft, elsewhere.points[0], now)
