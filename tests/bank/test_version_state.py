"""How wording stands is noted when the next one comes, whatever made it so."""

import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from correspondence import bank
from correspondence.harvest import Told
from correspondence.models import Paragraph, User
from tests.bank.files import import_text
from tests.conftest import NOW

TEXT = (
    "Dear Carol,\n\nThe council said that the pier will be mended in the summer. It will cost nothing more."
    "\n\nYours sincerely,\n\nAda Amberley MP"
)
HALF = "The council said that the pier will be mended in the summer."
Act = Callable[[Session, User, Paragraph, dt.datetime], object]
APPROVE: Act = lambda s, u, p, t: bank.approve(s, u, p, t, "Read.")  # noqa: E731
GIVE: Act = lambda s, u, p, t: bank.give(s, u, p.source, Told(date=dt.date(2019, 1, 1)), t)  # type: ignore[arg-type]  # noqa: E731
REVISE: Act = lambda s, u, p, t: bank.revise(s, u, p, f"{p.version.text} More.", t)  # noqa: E731
RETIRE: Act = lambda s, u, p, t: bank.retire(s, u, p, t)  # noqa: E731
RESTORE: Act = lambda s, u, p, t: bank.restore(s, u, p, t)  # noqa: E731


def join(session: Session, user: User, paragraph: Paragraph, now: dt.datetime) -> None:
    other = bank.add(session, user, "The guards are brave.", now, {"date": dt.date(2026, 11, 1)})
    bank.join(session, user, paragraph, other, now)


@pytest.fixture
def pier(session: Session) -> Paragraph:
    source = import_text(session, TEXT, date=dt.date(2026, 11, 1))
    session.flush()
    return next(row for row in source.paragraphs if HALF in row.version.text)


@pytest.mark.parametrize(
    ("done", "state"),
    [
        ([], "proposed"),
        ([APPROVE], "approved"),
        ([APPROVE, REVISE], "proposed"),
        ([APPROVE, REVISE, APPROVE], "approved"),
        ([APPROVE, join], "proposed"),
        ([APPROVE, GIVE], "proposed"),
        ([APPROVE, RETIRE, RESTORE], "proposed"),
    ],
)
def test_it_stays_as_it_stood(
    done: list[Act], state: str, session: Session, cas: User, pier: Paragraph
) -> None:
    for hours, act in enumerate(done):
        act(session, cas, pier, NOW + dt.timedelta(hours=hours))
    version = pier.version
    assert version.state == state
    bank.revise(session, cas, pier, "Other words.", NOW + dt.timedelta(days=1))
    session.expire_all()
    assert (version.state, pier.version.state) == (state, "proposed")


def test_both_halves_of_approved_words_stay_approved(session: Session, cas: User, pier: Paragraph) -> None:
    APPROVE(session, cas, pier, NOW)
    halves = [pier, bank.split(session, cas, pier, len(HALF), NOW)]
    versions = [half.version for half in halves]
    for half in halves:
        REVISE(session, cas, half, NOW)
    session.expire_all()
    assert [version.state for version in versions] == ["approved", "approved"]


def test_words_of_another_day_are_not_those_that_were_approved(
    session: Session, cas: User, pier: Paragraph
) -> None:
    APPROVE(session, cas, pier, NOW)
    version = pier.version
    REVISE(session, cas, pier, NOW)
    assert version.state == "approved"
    GIVE(session, cas, pier, NOW)
    assert version.state == "proposed"


def test_of_a_retired_paragraph_no_wording_is_on_offer(session: Session, cas: User, pier: Paragraph) -> None:
    version = pier.version
    REVISE(session, cas, pier, NOW)
    RETIRE(session, cas, pier, NOW)
    assert version.state == "retired"
