"""A reply that has gone: who may say so, what follows from it, and how it is taken back."""

import datetime as dt
import threading
from collections.abc import Callable

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from correspondence import desk, figures, inbox
from correspondence.bank import new_value
from correspondence.db import make_session, one
from correspondence.drafting import unanswered
from correspondence.errors import Refused
from correspondence.models import Block, Choice, Draft, Message, Paragraph, User
from tests.desk.cast import acts, texts

TWO_DAYS = dt.timedelta(days=2)
MUST = "Fill in ((ward)) or take it out before this goes."
BLANK = "You live in ((ward))."
WHY = "It was filled in by hand."


@pytest.fixture
def ben(session: Session, cas: User) -> User:
    return session.scalars(select(User).where(User.name == "Ben")).one()


@pytest.fixture
def draft(draft: Draft) -> Draft:
    """With nothing left to answer."""
    draft.left = [point.id for point in unanswered(draft)]
    return draft


def piles(session: Session, message: Message) -> list[str]:
    return [
        word
        for word in ("being answered", "answered")
        if message in session.scalars(inbox.search(session, "", word))
    ]


def test_a_reply_that_has_gone_answers_its_letter_and_says_who_and_when(
    session: Session, cas: User, draft: Draft, message: Message, now: dt.datetime
) -> None:
    assert piles(session, message) == ["being answered"]
    desk.send(session, cas, draft, now)
    assert (draft.state, draft.sent_at, draft.sent_by, draft.sent_why) == ("sent", now, cas, "")
    assert piles(session, message) == ["answered"]
    desk.send(session, cas, draft, now + TWO_DAYS)  # pressed twice
    assert draft.sent_at == now
    assert acts(session) == ["draft", "send"]


EDITS: dict[str, Callable[[Session, User, Draft, Paragraph, dt.datetime], object]] = {
    "save": lambda s, u, d, _p, t: desk.save_block(s, u, d.kept[2], "Other words.", d.kept[2].edit, t),
    "remove": lambda s, u, d, _p, t: desk.remove(s, u, d.kept[2], d.kept[2].edit, t),
    "insert": lambda s, u, d, p, t: desk.insert(s, u, d, p, t),
    "own": lambda s, u, d, _p, t: desk.add_own(s, u, d, "More.", t),
    "move": lambda s, u, d, _p, t: desk.move(s, u, d.kept[2], d.kept[3], d.version, t),
    "leave": lambda s, u, d, _p, t: desk.leave(s, u, d, d.message.points[2], t),
}


@pytest.mark.parametrize("edit", EDITS)
def test_it_is_not_edited_until_a_colleague_takes_it_back(
    edit: str,
    session: Session,
    cas: User,
    ben: User,
    draft: Draft,
    bank: dict[str, Paragraph],
    now: dt.datetime,
) -> None:
    desk.send(session, cas, draft, now)
    session.commit()
    with pytest.raises(Refused, match="is sent and is not edited any more"):
        EDITS[edit](session, cas, draft, bank["minister"], now)
    session.rollback()
    desk.take_back(session, ben, draft, now)
    desk.take_back(session, ben, draft, now)  # pressed twice
    assert (draft.state, draft.sent_at, draft.sent_by) == ("drafting", None, None)
    assert piles(session, draft.message) == ["being answered"]
    assert acts(session) == ["draft", "send", "take back"]
    EDITS[edit](session, cas, draft, bank["minister"], now)


@pytest.mark.parametrize(
    ("who", "why", "read", "goes"),
    [
        ("cas", "", [MUST], False),
        ("cas", "  ", [MUST], False),
        ("cas", WHY, [], False),  # it came up since the page was made
        ("cas", WHY, ["Something else."], False),
        ("", WHY, [MUST], False),  # nobody's name would stand for it
        ("cas", WHY, [MUST, "Something that is cured."], True),
    ],
)
def test_what_must_be_put_right_goes_only_with_a_name_and_a_reason(
    session: Session, cas: User, draft: Draft, now: dt.datetime,
    who: str, why: str, read: list[str], goes: bool,
) -> None:  # fmt: skip
    block = draft.kept[2]
    desk.save_block(session, cas, block, BLANK, block.edit, now)
    session.commit()
    if goes:
        desk.send(session, cas if who else None, draft, now, why, read)
        assert (draft.state, draft.sent_why) == ("sent", WHY)
    else:
        with pytest.raises(Refused, match=r"Fill in \(\(ward\)\).* Put it right, or an approver says why"):
            desk.send(session, cas if who else None, draft, now, why, read)
        session.rollback()
        assert (draft.state, draft.sent_why) == ("drafting", "")
    assert ("send" in acts(session)) is goes


def test_points_that_are_not_answered_are_asked_about_once(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    assert desk.asked_first(draft) == ""
    lorries, trouble = draft.message.points[2:]
    draft.left = [trouble.id]
    assert desk.asked_first(draft) == "One point is not answered."
    draft.left = [lorries.id]
    assert desk.asked_first(draft) == "One point is not answered, and it is casework."
    desk.take_up(session, cas, draft, lorries, now)
    session.commit()
    told = "2 points are not answered, 1 of them casework."
    for read in ([], ["One point is not answered."]):
        with pytest.raises(Refused, match=f"{told} Mark it as gone all the same?"):
            desk.send(session, cas, draft, now, "", read)
        session.rollback()
    desk.send(session, cas, draft, now, "", [told])
    assert (draft.state, draft.sent_why) == ("sent", "")


def test_to_leave_every_point_is_asked_about_too_and_an_empty_reply_does_not_go(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    for block in draft.kept[2:4]:
        desk.save_block(session, cas, block, "…", block.edit, now)
    draft.left = [point.id for point in draft.message.points]
    session.commit()
    told = "4 points are not answered, 1 of them casework."
    assert desk.asked_first(draft) == told
    with pytest.raises(Refused, match="This reply says nothing between the greeting"):
        desk.send(session, cas, draft, now, "", [told])
    session.rollback()
    desk.add_own(session, cas, draft, "I shall write again.", now)
    with pytest.raises(Refused, match=f"^{told} Mark it as gone all the same"):
        desk.send(session, cas, draft, now)


def test_a_reason_nobody_needed_is_not_kept(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    desk.send(session, cas, draft, now, WHY, [MUST])
    assert (draft.state, draft.sent_why) == ("sent", "")


def test_a_second_reply_leaves_the_first_as_it_went(
    session: Session, cas: User, draft: Draft, message: Message, now: dt.datetime
) -> None:
    desk.send(session, cas, draft, now)
    second = desk.reply(session, cas, message, now)
    assert second is not draft
    assert desk.reply(session, cas, message, now) is second
    assert (draft.state, piles(session, message)) == ("sent", ["answered"])
    inbox.correct(session, cas, message, now, name="Amrit Singh", salutation="Mr Singh")
    desk.greet_anew(session, cas, message, "Dear Mrs Kaur,", now)
    assert (texts(draft)[0], texts(second)[0]) == ("Dear Mrs Kaur,", "Dear Mr Singh,")


def test_a_new_value_is_not_put_into_what_has_gone(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    fences = draft.kept[3].source_version
    assert fences is not None
    fences.figures = figures.find(fences.text, None)[:1]  # not the spring, of which nobody knows which it was
    session.flush()

    def in_replies() -> list[Block]:
        return [
            place.row
            for place in new_value.places(session, fences.figures[0])
            if isinstance(place.row, Block)
        ]

    assert in_replies() == [draft.kept[3]]
    desk.send(session, cas, draft, now)
    assert in_replies() == []


def test_what_it_teaches_is_unlearned_unless_it_left_the_house_otherwise(
    session: Session, cas: User, draft: Draft, now: dt.datetime, today: dt.date
) -> None:
    def used() -> int:
        return len(session.scalars(select(Choice).where(Choice.used)).all())

    desk.send(session, cas, draft, now)
    assert (used(), desk.history(session)["replies"]) == (2, 1)
    desk.take_back(session, cas, draft, now)
    assert (used(), desk.history(session)["replies"]) == (0, 0)
    desk.export_letter(session, cas, draft, today, now)
    desk.send(session, cas, draft, now)
    desk.take_back(session, cas, draft, now)
    assert (used(), desk.history(session)["replies"]) == (2, 1)


def test_the_letter_bears_the_day_on_which_it_went(
    session: Session, cas: User, draft: Draft, now: dt.datetime, today: dt.date
) -> None:
    block = draft.kept[2]
    desk.save_block(session, cas, block, "Written on ((date)).", block.edit, now)
    then = desk.copy_reply(session, cas, draft, today, now)
    desk.send(session, cas, draft, now)
    assert desk.copy_reply(session, cas, draft, today + TWO_DAYS, now + TWO_DAYS) == then
    desk.take_back(session, cas, draft, now)
    assert desk.copy_reply(session, cas, draft, today + TWO_DAYS, now + TWO_DAYS) != then


def test_nothing_is_saved_into_a_reply_while_somebody_marks_it_as_gone(
    engine: Engine, session: Session, cas: User, draft: Draft, ada_office: int, now: dt.datetime
) -> None:
    key, block, gone = draft.id, draft.kept[2], threading.Event()
    session.commit()

    def mark() -> None:
        with make_session(engine, write=True, office_id=ada_office) as other, other.begin():
            desk.send(other, None, one(other, Draft, key), now)
        gone.set()

    desk.save_block(session, cas, block, "Words that are not stored yet.", block.edit, now)
    thread = threading.Thread(target=mark)
    thread.start()
    assert not gone.wait(0.5)
    session.commit()
    thread.join()
    assert gone.is_set()
