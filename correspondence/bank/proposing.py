"""What may be said of Paragraphs that came out of a file: Topics of the office's list, a review date."""

import datetime as dt
from collections.abc import Iterable

from sqlalchemy.orm import Session

from correspondence import harvest
from correspondence.bank.dated import world
from correspondence.bank.topics import topics
from correspondence.models import Paragraph, Source


def propose(session: Session, source: Source, today: dt.date) -> None:
    """Give the Paragraphs of a new Source Topics and review dates, as proposals like all of it."""
    with session.no_autoflush:
        by_name = {topic.name: topic for topic in topics(session)}
        found = harvest.topics_of(source, list(by_name))
        for paragraph, names in zip(source.paragraphs, found, strict=True):
            paragraph.topics = sorted((by_name[name] for name in names), key=lambda topic: topic.name)
        propose_review(session, source.paragraphs, today)


def propose_review(session: Session, paragraphs: Iterable[Paragraph], today: dt.date) -> None:
    """Propose a review date for those that have none and are not yet approved or dropped."""
    known = world(session)
    for paragraph in paragraphs:
        if paragraph.review_date is None and paragraph.state in (None, "proposed"):
            paragraph.review_date = harvest.review_date(paragraph, today, known)
