"""A paragraph for each kind of staleness, with what is said of it and from which day."""

import datetime as dt
from collections.abc import Callable

from sqlalchemy.orm import Session

from correspondence import bank
from correspondence.models import Paragraph
from tests.conftest import NOW, TODAY

MARCH = dt.date(2024, 3, 12)
RECENT = dt.date(2026, 6, 1)
Made = tuple[Paragraph, str, str]  # the Paragraph, words of its reason, its first day


def _add(session: Session, text: str, date: dt.date | None, review: dt.date | None = None) -> Paragraph:
    paragraph = bank.add(session, None, text, NOW, {"date": date}, review_date=review)
    session.flush()
    return paragraph


def review(session: Session) -> Made:
    day = TODAY - dt.timedelta(days=1)
    return _add(session, "The pier is open.", RECENT, day), "Its review date, 20 November 2026", "21 November"


def relative(session: Session) -> Made:
    paragraph = _add(session, "The crossing opens next week.", dt.date(2026, 11, 4))
    return paragraph, "“next week”, written on 4 November 2026: that has run out.", "Since 16 November 2026"


def bill(session: Session) -> Made:
    paragraph = _add(session, "I will vote for the Renters’ Rights Bill.", dt.date(2025, 9, 20))
    return paragraph, "it received Royal Assent on 27 October 2025", "Since 27 October 2025"


def holder(session: Session) -> Made:
    paragraph = _add(session, "I wrote to the Home Secretary, Yvette Cooper MP.", dt.date(2025, 8, 1))
    return paragraph, "since 5 September 2025 it is Shabana Mahmood", "Since 5 September 2025"


def newer(session: Session) -> Made:
    _add(session, "Mending the harbour wall cost £31 million.", dt.date(2026, 9, 1))
    paragraph = _add(session, "Mending the harbour wall cost £25 million.", dt.date(2025, 9, 1))
    return paragraph, "has a newer figure: “£31 million” as of 1 September 2026", "Since 1 September 2026"


def government(session: Session) -> Made:
    paragraph = _add(session, "The Government has said that the railway line is safe.", MARCH)
    return paragraph, "since 5 July 2024 it is Labour", "Since 5 July 2024"


def undated(session: Session) -> Made:
    return _add(session, "The pier is long.", None), "Undated: nobody can tell", "how old these words are"


def old(session: Session) -> Made:
    paragraph = _add(session, "Mending the chapel roof cost £2 million.", MARCH)
    return paragraph, "is from 12 March 2024, more than two years ago", "Since 13 March 2026"


KINDS: dict[str, Callable[[Session], Made]] = {
    made.__name__: made for made in (review, relative, bill, holder, newer, government, undated, old)
}


def made(session: Session, kind: str) -> Made:
    return KINDS[kind](session)
