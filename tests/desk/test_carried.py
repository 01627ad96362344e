"""What was chosen of a paragraph counts for the one it is joined or merged into, until that is undone."""

import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from correspondence import bank as office_bank
from correspondence import db, desk
from correspondence.bank import settling, undoing
from correspondence.matching import choices
from correspondence.models import Choice, Draft, Paragraph, User

Step = Callable[[Session, User, Paragraph, Paragraph, dt.datetime], object]


def put_back(
    session: Session, user: User, _paragraph: Paragraph, merged: Paragraph, now: dt.datetime
) -> None:
    office_bank.restore(session, user, merged, now)


def merge(session: Session, user: User, paragraph: Paragraph, merged: Paragraph, now: dt.datetime) -> None:
    settling.merge(session, user, merged, paragraph, now)


def chosen_of(session: Session, paragraph: Paragraph) -> list[tuple[int, bool]]:
    rows = session.scalars(select(Choice).where(Choice.paragraph_id == paragraph.id))
    return sorted((row.point.position, row.used) for row in rows)


@pytest.mark.parametrize(
    ("do", "undo"), [(office_bank.join, undoing.unjoin), (merge, put_back)], ids=["join", "merge"]
)
def test_undone_each_teaches_what_letters_taught_of_it(
    engine: Engine,
    session: Session,
    ada_office: int,
    cas: User,
    draft: Draft,
    bank: dict[str, Paragraph],
    now: dt.datetime,
    do: Step,
    undo: Step,
) -> None:
    guards, fences = bank["guards"], bank["fences"]
    desk.insert(session, cas, draft, fences, now, points=[draft.message.points[2]])
    desk.export_letter(session, cas, draft, now.date(), now)
    fences.state = "proposed"
    own = chosen_of(session, guards), chosen_of(session, fences)
    assert own == ([(0, True)], [(1, True), (2, True)])
    do(session, cas, guards, fences, now)
    session.commit()
    assert chosen_of(session, guards) == [(0, True), (1, True), (2, True)]
    with db.make_session(engine, write=False, office_id=ada_office) as other:
        assert guards.id in learned(other, draft)
    undo(session, cas, guards, fences, now)
    session.commit()
    assert (chosen_of(session, guards), chosen_of(session, fences)) == own
    with db.make_session(engine, write=False, office_id=ada_office) as other:  # another process's memory
        assert learned(other, draft) == {fences.id}


def learned(session: Session, draft: Draft) -> set[int]:
    """Ids of the paragraphs that a letter like the second point would be offered first."""
    [found] = choices.learned(session, None).bonus([draft.message.points[1].text], None)
    return set(found)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_what_was_then_chosen_of_the_joined_one_itself_stays(
    session: Session, cas: User, draft: Draft, bank: dict[str, Paragraph], now: dt.datetime
) -> None:
    guards, fences, point = bank["guards"], bank["fences"], draft.message.points[2]
    desk.insert(session, cas, draft, fences, now, points=[point])
    office_bank.join(session, cas, guards, fences, now)
    rows = select(Choice).where(Choice.paragraph_id == guards.id, Choice.point_id == point.id)
    carried = session.scalars(rows).one()
    carried.used = False  # so that what follows differs from it
    desk.insert(session, cas, draft, guards, now, points=[point])
    undoing.unjoin(session, cas, guards, fences, now)
    assert chosen_of(session, guards) == [(2, True)]
