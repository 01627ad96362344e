"""Nothing that is stale becomes or stays approved on its way through the bank without somebody's decision."""

import datetime as dt

import pytest
from sqlalchemy.orm import Session

from correspondence import bank
from correspondence.errors import Refused
from correspondence.models import User
from tests.bank.files import approve, import_letter
from tests.conftest import NOW, TODAY

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
LONG_AGO = dt.date(2024, 1, 5)
JUNE = dt.date(2026, 6, 30)
NIGHT = dt.datetime(2026, 6, 30, 23, 30, tzinfo=dt.UTC)  # it is 1 July in the United Kingdom


def test_in_a_summer_night_it_is_the_day_of_the_united_kingdom(session: Session, cas: User) -> None:
    paragraph = bank.add(session, cas, "The pier is open.", NIGHT, {"date": JUNE}, review_date=JUNE)
    session.flush()
    with pytest.raises(Refused, match="review date"):
        bank.approve(session, cas, paragraph, NIGHT)
    source = import_letter(session, date=JUNE)
    for each in source.paragraphs:
        each.review_date = JUNE
    assert bank.accept(session, cas, source, NIGHT) == 0


def test_what_was_decided_of_a_text_holds_for_neither_half_nor_for_more(session: Session, cas: User) -> None:
    words = "Mending the pier cost £2 million. Mending the wall cost £3 million."
    both = bank.add(session, cas, words, NOW, {"date": LONG_AGO})
    fresh = bank.add(session, cas, "The pier is open. The wall is long.", NOW, {"date": TODAY})
    approve(session, both, fresh)
    half = bank.split(session, cas, both, words.index("Mending the wall"), NOW)
    assert (both.state, half.state) == ("proposed", "proposed")
    approve(session, both, half)
    bank.join(session, cas, both, half, NOW)
    assert both.state == "proposed"
    other = bank.split(session, cas, fresh, 18, NOW)
    assert (fresh.state, other.state) == ("approved", "approved")
