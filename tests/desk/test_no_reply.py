"""A message that needs no reply is told so by a person: it waits no longer, and can wait again."""

import datetime as dt

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from correspondence import desk, inbox
from correspondence.bank.gaps import asks, begin, unbegun, waiting_for
from correspondence.desk.choices import keep_looked_up
from correspondence.errors import Refused
from correspondence.matching.rank import Answer
from correspondence.models import AuditEvent, Draft, Message, Paragraph, User
from tests.conftest import TODAY

FURY = b"Dear MP,\n\nYou people make me sick. You swan about while pensioners freeze.\n\nNed Quill"


@pytest.fixture
def fury(session: Session, cas: User, now: dt.datetime) -> Message:
    message, _new = inbox.receive(session, cas, "fury.txt", FURY, now)
    session.flush()
    return message


def piles(session: Session, message: Message) -> list[str]:
    return [pile for pile in inbox.PILES if message in session.scalars(inbox.search(session, "", pile)).all()]


def test_it_waits_no_longer_until_somebody_says_it_needs_a_reply(
    session: Session, cas: User, fury: Message, now: dt.datetime
) -> None:
    assert piles(session, fury) == ["waiting"]
    for _pressed_twice in range(2):
        inbox.need_reply(session, cas, fury, now, is_needed=False)
    assert piles(session, fury) == ["no reply needed"]
    with pytest.raises(Refused, match=r"needs no reply\..*open the message and press “It needs a reply”"):
        desk.reply(session, cas, fury, now)
    inbox.need_reply(session, cas, fury, now, is_needed=True)
    assert piles(session, fury) == ["waiting"]
    events = session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc()).limit(2)).all()
    assert [(event.act, event.noun_id, event.user) for event in events] == [
        ("reply needed", fury.id, cas), ("no reply needed", fury.id, cas),
    ]  # fmt: skip


def test_it_is_no_gap(
    session: Session, cas: User, fury: Message, bank: dict[str, Paragraph], now: dt.datetime
) -> None:
    assert unbegun(session, 9) == ([fury], 1)
    keep_looked_up(session, fury, [Answer(point, "no", []) for point in fury.points], None, now)
    begin(session, cas, bank["guards"], [fury.points[0].id], now)
    assert [ask.message_id for ask in asks(session, TODAY)] == [fury.id]
    assert waiting_for(session, bank["guards"]) == [fury]
    inbox.need_reply(session, cas, fury, now, is_needed=False)
    session.flush()
    assert asks(session, TODAY) == []
    assert waiting_for(session, bank["guards"]) == []


def test_a_reply_that_was_begun_is_put_aside_and_is_there_again(
    session: Session, cas: User, draft: Draft, message: Message, now: dt.datetime
) -> None:
    inbox.need_reply(session, cas, message, now, is_needed=False)
    assert piles(session, message) == ["no reply needed", "casework"]
    inbox.need_reply(session, cas, message, now, is_needed=True)
    assert piles(session, message) == ["being answered", "casework"]
    assert desk.reply(session, cas, message, now) is draft


def test_a_reply_that_goes_all_the_same_goes_with_a_word_and_answers_the_message(
    session: Session, cas: User, draft: Draft, message: Message, now: dt.datetime
) -> None:
    """The reply once went without a word, and its message went on needing none."""
    inbox.need_reply(session, cas, message, now, is_needed=False)
    draft.left = [point.id for point in message.points]
    session.commit()
    assert "no_reply" in [problem.kind for problem in desk.problems(session, draft, TODAY)]
    told = "Somebody said that this message needs no reply."
    assert desk.asked_first(draft) == told
    with pytest.raises(Refused, match=f"^{told} Mark it as gone all the same?"):
        desk.send(session, cas, draft, now)
    session.rollback()
    desk.send(session, cas, draft, now, read=[told])
    assert (draft.state, message.state) == ("sent", "received")
    assert piles(session, message) == ["answered", "casework"]
    with pytest.raises(Refused, match="A reply to this message has gone"):
        inbox.need_reply(session, cas, message, now, is_needed=False)
    desk.take_back(session, cas, draft, now)
    assert piles(session, message) == ["being answered", "casework"]


def test_what_could_not_be_read_is_not_set_aside_unread(
    session: Session, cas: User, now: dt.datetime
) -> None:
    broken, _new = inbox.receive(session, cas, "scan.pdf", b"%PDF-1.4\n\x00", now)
    session.flush()
    with pytest.raises(Refused, match="could not be read"):
        inbox.need_reply(session, cas, broken, now, is_needed=False)
