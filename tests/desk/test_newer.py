"""The bank's newer wording for a paragraph of a reply: told with its state, taken in its place, undone."""

import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from correspondence import bank as office_bank
from correspondence import desk, drafting
from correspondence.bank.undoing import withdraw
from correspondence.errors import Conflict, Refused
from correspondence.models import Choice, Draft, Paragraph, User
from tests.desk.cast import TEXTS, acts, texts

NEW = TEXTS["guards"].replace("Forty", "Fifty")
HOUR = dt.timedelta(hours=1)


def revise(session: Session, bank: dict[str, Paragraph], now: dt.datetime) -> None:
    office_bank.revise(session, None, bank["guards"], NEW, now)


def said(session: Session, draft: Draft, today: dt.date) -> list[str]:
    """What is told of the state of the guards' wording."""
    kinds = ("proposed", "retired", "newer", "edited")
    block = draft.kept[2]
    return [
        one.text
        for one in desk.problems(session, draft, today)
        if one.kind in kinds and one.block == block.id
    ]


NOT_YET = "This wording is not approved yet. Have it approved in the bank, or say you have checked it."
Act = Callable[[Session, Paragraph, dt.datetime], object]
APPROVE: Act = lambda s, p, t: office_bank.approve(s, None, p, t)  # noqa: E731
WITHDRAW: Act = lambda s, p, t: withdraw(s, None, p, t)  # noqa: E731
REVISE: Act = lambda s, p, t: office_bank.revise(s, None, p, f"{p.version.text} More.", t)  # noqa: E731


@pytest.mark.parametrize(
    ("done", "told"),
    [
        ([], [NOT_YET]),
        ([APPROVE], []),
        ([REVISE], [NOT_YET, "The bank has newer wording for this paragraph, not approved yet."]),
        ([APPROVE, REVISE], ["The bank has newer wording for this paragraph, not approved yet."]),
        ([APPROVE, REVISE, APPROVE], ["The bank has newer wording for this paragraph."]),
        (
            [APPROVE, REVISE, APPROVE, REVISE],
            ["The bank has newer wording for this paragraph, not approved yet."],
        ),
        ([APPROVE, WITHDRAW, REVISE, APPROVE], [NOT_YET, "The bank has newer wording for this paragraph."]),
    ],
)
def test_the_state_told_is_that_of_the_wording_in_the_reply(
    done: list[Act], told: list[str], session: Session, draft: Draft, bank: dict[str, Paragraph],
    now: dt.datetime, today: dt.date,
) -> None:  # fmt: skip
    bank["guards"].state = "proposed"
    for hours, act in enumerate(done):
        act(session, bank["guards"], now + hours * HOUR)
    assert [one.removesuffix(" Compare the two.") for one in said(session, draft, today)] == told


def test_newer_wording_takes_the_place_and_the_old_comes_back(
    session: Session, cas: User, draft: Draft, bank: dict[str, Paragraph], now: dt.datetime
) -> None:
    before, block = texts(draft), draft.kept[2]
    assert drafting.newer(block) is None
    with pytest.raises(Refused, match="no newer wording"):
        desk.take_newer(session, cas, block, block.edit, bank["guards"].version.id, now)
    desk.save_block(session, cas, block, "My own words of it.", block.edit, now)
    revise(session, bank, now)
    new = desk.take_newer(session, cas, block, block.edit, bank["guards"].version.id, now)
    assert texts(draft) == [*before[:2], NEW, *before[3:]]
    assert (new.points, new.source_version) == (block.points, bank["guards"].version)
    desk.put_back(session, cas, block, now)
    assert texts(draft) == [*before[:2], "My own words of it.", *before[3:]]
    desk.put_back(session, cas, new, now)
    assert texts(draft) == [*before[:2], NEW, *before[3:]]


def test_newer_wording_that_is_a_closing_by_now_answers_no_point(
    session: Session, cas: User, draft: Draft, bank: dict[str, Paragraph], now: dt.datetime
) -> None:
    """It has no list of points to take one off, so that the point could not be put right any more."""
    block = draft.kept[2]
    revise(session, bank, now)
    bank["guards"].kind = "closing"
    new = desk.take_newer(session, cas, block, block.edit, bank["guards"].version.id, now)
    assert (new.kind, new.points, new.may_answer) == ("closing", [], False)
    assert block.points[0] in drafting.unanswered(draft)


def test_it_is_no_choice_against_the_paragraph(
    session: Session, cas: User, draft: Draft, bank: dict[str, Paragraph], now: dt.datetime
) -> None:
    block = draft.kept[2]
    revise(session, bank, now)
    desk.take_newer(session, cas, block, block.edit, bank["guards"].version.id, now)
    assert session.query(Choice).all() == []
    assert acts(session)[-2:] == ["remove", "insert"]


def test_what_a_colleague_just_wrote_is_not_replaced_unread(
    session: Session, cas: User, draft: Draft, bank: dict[str, Paragraph], now: dt.datetime
) -> None:
    block = draft.kept[2]
    revise(session, bank, now)
    desk.save_block(session, None, block, "A colleague's.", block.edit, now)
    with pytest.raises(Conflict):
        desk.take_newer(session, cas, block, block.edit - 1, bank["guards"].version.id, now)
    assert texts(draft)[2] == "A colleague's."


def test_words_that_nobody_compared_are_not_put_in(
    session: Session, cas: User, draft: Draft, bank: dict[str, Paragraph], now: dt.datetime
) -> None:
    block, before = draft.kept[2], texts(draft)
    revise(session, bank, now)
    seen = bank["guards"].version.id
    office_bank.revise(session, None, bank["guards"], "No guards at all.", now)
    with pytest.raises(Refused, match="changed again meanwhile"):
        desk.take_newer(session, cas, block, block.edit, seen, now)
    assert texts(draft) == before


def test_who_has_put_the_same_words_in_the_reply_is_told_of_nothing_newer(
    session: Session, cas: User, draft: Draft, bank: dict[str, Paragraph], now: dt.datetime, today: dt.date
) -> None:
    block = draft.kept[2]
    desk.save_block(session, cas, block, NEW, block.edit, now)
    revise(session, bank, now)
    assert drafting.newer(block) is None
    assert said(session, draft, today) == []


def test_a_retired_paragraph_has_no_newer_wording_to_take(
    session: Session, draft: Draft, bank: dict[str, Paragraph], now: dt.datetime, today: dt.date
) -> None:
    revise(session, bank, now)
    office_bank.retire(session, None, bank["guards"], now)
    assert drafting.newer(draft.kept[2]) is None
    [told] = said(session, draft, today)
    assert "The bank no longer offers" in told
