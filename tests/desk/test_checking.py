"""What a person says they have checked is not to be checked again until it changes."""

import datetime as dt

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from correspondence import bank as office_bank
from correspondence import desk
from correspondence.desk import pointing
from correspondence.drafting import TO_CHECK, Problem
from correspondence.errors import Refused
from correspondence.models import AuditEvent, Block, Draft, Paragraph, User

NOTE = "Cas has checked this, on 21 November 2026."


@pytest.fixture
def guards(draft: Draft, bank: dict[str, Paragraph]) -> Block:
    """A Block whose wording is not approved."""
    bank["guards"].state = "proposed"
    return draft.kept[2]


def told(session: Session, block: Block, today: dt.date) -> list[str]:
    """What is said of a Block, a note as its sentence and what is to be checked as its kind."""
    found = [one for one in desk.problems(session, block.draft, today) if one.block == block.id]
    return [_short(one) for one in found if one.kind != "edited"]


def _short(one: Problem) -> str:
    return one.text if one.severity == "note" else one.kind


def check(session: Session, user: User, block: Block, now: dt.datetime, *kinds: str) -> None:
    desk.check(session, user, block, block.edit, desk.read_as(block), kinds or TO_CHECK, now)


def unsure(session: Session, block: Block, today: dt.date) -> set[str]:
    """The kinds of what is said of a Block where it is not sure that it answers its first Point."""
    [answer, *_others] = desk.answers(session, block.draft.message, today, None)
    found = [type(answer)(block.points[0], "perhaps", answer.matches)]
    told = [one for one in desk.problems(session, block.draft, today, found) if one.block == block.id]
    return {one.kind for one in told} - {"edited"}


def test_it_is_said_with_a_name_and_a_day_and_taken_back(
    session: Session, cas: User, guards: Block, now: dt.datetime, today: dt.date
) -> None:
    assert told(session, guards, today) == ["proposed"]
    check(session, cas, guards, now)
    assert told(session, guards, today) == [NOTE]
    desk.uncheck(session, cas, guards, now)
    assert told(session, guards, today) == ["proposed"]
    columns = select(AuditEvent.act, AuditEvent.user_id, AuditEvent.noun_id)
    rows = session.execute(columns.order_by(AuditEvent.id)).all()
    assert rows[-2:] == [("check", cas.id, guards.id), ("uncheck", cas.id, guards.id)]


def test_it_is_to_be_checked_again_when_its_text_changes(
    session: Session, cas: User, guards: Block, now: dt.datetime, today: dt.date
) -> None:
    check(session, cas, guards, now)
    desk.save_block(session, cas, guards, "Fifty guards.", guards.edit, now)
    assert told(session, guards, today) == ["proposed"]
    check(session, cas, guards, now)
    assert told(session, guards, today) == [NOTE]


def test_so_it_is_when_what_it_answers_changes_or_the_bank_offers_it_no_more(
    session: Session, cas: User, guards: Block, now: dt.datetime, today: dt.date
) -> None:
    check(session, cas, guards, now)
    desk.tick(session, cas, guards, guards.draft.message.points[2], guards.draft.version, now)
    assert told(session, guards, today) == ["proposed"]
    check(session, cas, guards, now)
    assert told(session, guards, today) == [NOTE]
    assert guards.source_version
    guards.source_version.paragraph.state = "retired"
    assert told(session, guards, today) == ["retired"]
    guards.source_version.paragraph.state = "approved"
    assert told(session, guards, today) == []


def test_what_is_not_sure_to_answer_is_checked_too_and_a_must_is_not(
    session: Session, cas: User, guards: Block, now: dt.datetime, today: dt.date
) -> None:
    desk.save_block(session, cas, guards, "Fifty guards for ((ward)).", guards.edit, now)
    assert unsure(session, guards, today) == {"unfilled", "proposed", "perhaps"}
    check(session, cas, guards, now)
    assert unsure(session, guards, today) == {"unfilled", "checked"}


def test_a_doubt_that_came_later_is_shown_and_what_was_read_before_it_stays_read(
    session: Session, cas: User, guards: Block, now: dt.datetime, today: dt.date
) -> None:
    check(session, cas, guards, now, "proposed", "unfilled")
    assert unsure(session, guards, today) == {"perhaps", "checked"}
    check(session, cas, guards, now, "perhaps")
    assert unsure(session, guards, today) == {"checked"}
    assert told(session, guards, today) == [NOTE]
    guards.text += " And ((x))."
    assert "unfilled" in unsure(session, guards, today)


def test_who_keeps_the_reply_s_words_beside_newer_ones_is_asked_again_when_those_change(
    session: Session, cas: User, guards: Block, bank: dict[str, Paragraph], now: dt.datetime, today: dt.date
) -> None:
    bank["guards"].state = "approved"
    office_bank.revise(session, None, bank["guards"], "Fifty guards.", now)
    assert told(session, guards, today) == ["newer"]
    check(session, cas, guards, now)
    assert told(session, guards, today) == [NOTE]
    office_bank.approve(session, None, bank["guards"], now)
    assert told(session, guards, today) == ["newer"]
    check(session, cas, guards, now)
    office_bank.revise(session, None, bank["guards"], "Sixty guards.", now)
    assert told(session, guards, today) == ["newer"]


def test_what_leans_on_another_letter_is_checked_too_and_the_day_of_another_letter_is_not(
    session: Session, cas: User, guards: Block, now: dt.datetime, today: dt.date
) -> None:
    version = guards.source_version
    assert version
    for words, left in (("You also asked of guards.", []), ("Your letter of 2 March.", ["another_letter"])):
        version.text = words
        desk.save_block(session, cas, guards, words, guards.edit, now)
        assert told(session, guards, today) == [*(left or ["leans"]), "proposed"]
        check(session, cas, guards, now, *told(session, guards, today))
        assert told(session, guards, today) == [*left, NOTE]


def test_it_is_to_be_checked_again_when_a_point_it_answers_says_more(
    session: Session, cas: User, guards: Block, now: dt.datetime, today: dt.date
) -> None:
    check(session, cas, guards, now)
    message = guards.draft.message
    key = guards.points[0].id
    pointing.put_right(session, cas, message, "join", message.points[1].start, pointing.outline(message), now)
    assert [point.id for point in guards.points] == [key]
    assert unsure(session, guards, today) == {"proposed", "perhaps"}


def test_nobody_checks_what_they_have_not_seen_or_what_has_gone(
    session: Session, cas: User, guards: Block, now: dt.datetime
) -> None:
    edit, seen = guards.edit, desk.read_as(guards)
    for was in ((edit - 1, seen), (edit, seen.replace("proposed", "approved"))):
        with pytest.raises(Refused, match="Read it again"):
            desk.check(session, cas, guards, *was, ["proposed"], now)
    guards.draft.left = [point.id for point in guards.draft.message.points]
    desk.send(session, cas, guards.draft, now)
    with pytest.raises(Refused, match="is sent and is not edited any more"):
        desk.check(session, cas, guards, edit, seen, ["proposed"], now)
