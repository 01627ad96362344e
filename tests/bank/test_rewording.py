"""Words put right in a reply: proposed beside the Paragraph they came from, which stays as it is."""

import datetime as dt

import pytest
from sqlalchemy.orm import Session

from correspondence import bank
from correspondence.bank import alike, settling
from correspondence.errors import Conflict, Refused
from correspondence.models import Paragraph, User
from tests.bank.files import acts, approve
from tests.bank.test_alike import FERRY, SCHOOL, letter
from tests.conftest import NOW

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
FOUR = FERRY.replace("three million", "four million")
UNLIKE = "Boats cost a lot."
WHY = "Put right in a letter on 21 November 2026"


@pytest.fixture
def ferry(session: Session) -> Paragraph:
    march = letter(session, FERRY, SCHOOL, date=dt.date(2024, 3, 12), title="Letter of March")
    approve(session, march.paragraphs[0])
    return march.paragraphs[0]


def reword(session: Session, user: User | None, ferry: Paragraph, text: str = FOUR) -> Paragraph:
    return bank.reword(session, user, ferry, text, NOW, ferry.version.number, ferry.title, why=WHY)


def beside(session: Session, *paragraphs: Paragraph) -> dict[int, list[int]]:
    return {key: [near.id for near in rows] for key, rows in alike.asked(session, paragraphs).items()}


def test_it_is_proposed_and_what_it_came_from_stays_approved(
    session: Session, cas: User, ferry: Paragraph
) -> None:
    new = reword(session, cas, ferry)
    assert (ferry.state, ferry.version.text, new.state, new.version.text) == (
        "approved", FERRY, "proposed", FOUR,
    )  # fmt: skip
    assert (new.source, new.kind, new.title, new.version.date) == (
        ferry.source, ferry.kind, ferry.title, ferry.version.date,
    )  # fmt: skip
    assert ferry.source is not None
    assert [row.version.text for row in ferry.source.paragraphs] == [FERRY, FOUR, SCHOOL]
    assert acts(session)[-1] == "reword"
    assert next(row.said for row in bank.changes(session, NOW)) == ["proposed from a reply"]


@pytest.mark.parametrize("text", [FOUR, UNLIKE])
def test_the_review_shows_it_beside_what_it_came_from_however_unlike(
    session: Session, ferry: Paragraph, text: str
) -> None:
    new = reword(session, None, ferry, text)
    assert beside(session, new, ferry) == {new.id: [ferry.id]}
    settling.keep_both(session, None, new, [ferry], NOW)
    assert beside(session, new) == {}


def test_it_is_shown_beside_no_retired_one(session: Session, ferry: Paragraph) -> None:
    new = reword(session, None, ferry)
    bank.retire(session, None, ferry, NOW)
    assert beside(session, new) == {}


def test_used_instead_it_is_the_next_version_with_the_same_source_and_its_reason(
    session: Session, ferry: Paragraph
) -> None:
    source, new = ferry.source, reword(session, None, ferry)
    settling.replace(session, None, new, ferry, NOW, seen=(1, 1))
    assert (ferry.version.text, ferry.version.number, ferry.version.why) == (FOUR, 2, WHY)
    assert (ferry.source, ferry.state, new.state) == (source, "proposed", "retired")


def test_a_figure_that_stays_keeps_the_day_a_person_gave_it(session: Session, ferry: Paragraph) -> None:
    told = next(figure for figure in ferry.version.figures if "hundred" in figure.text)
    told.as_of = dt.date(2020, 1, 1)
    new = reword(session, None, ferry)
    assert [figure.as_of for figure in new.version.figures if figure.text == told.text] == [told.as_of]


def test_what_somebody_changed_meanwhile_is_compared_first(session: Session, ferry: Paragraph) -> None:
    bank.revise(session, None, ferry, f"{FERRY} More.", NOW)
    with pytest.raises(Conflict, match="Compare the two texts"):
        bank.reword(session, None, ferry, FOUR, NOW, 1, ferry.title)


def test_what_the_bank_says_already_is_not_proposed(session: Session, ferry: Paragraph) -> None:
    with pytest.raises(Refused, match="says already"):
        reword(session, None, ferry, f" {FERRY}\n")
