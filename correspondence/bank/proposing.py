"""What may be said of Paragraphs that came out of a file: Topics of the office's list, a review date."""

import datetime as dt
from collections.abc import Iterable

from sqlalchemy.orm import Session, selectinload

from correspondence import harvest
from correspondence.bank.dated import world
from correspondence.bank.topics import add_topic, topics
from correspondence.db import mine
from correspondence.errors import Refused
from correspondence.models import Paragraph, Source, User


def propose(session: Session, source: Source, today: dt.date) -> None:
    """Give the Paragraphs of a new Source Topics and review dates, as proposals like all of it."""
    with session.no_autoflush:
        _propose_topics(session, source)
        propose_review(session, source.paragraphs, today)


def start_topics(session: Session, user: User | None, now: dt.datetime) -> int:
    """Give an office without Topics the usual ones, and its proposed Paragraphs theirs; how many it has."""
    if topics(session):
        raise Refused("The office has a list of topics already. Add to it, or change it.")
    for name in harvest.usual():
        add_topic(session, user, name, now)
    session.flush()
    waits = mine(session, Source).where(Source.paragraphs.any(Paragraph.state == "proposed"))
    read = selectinload(Source.paragraphs).selectinload(Paragraph.versions)
    for source in session.scalars(waits.options(read)):
        _propose_topics(session, source)
    return len(topics(session))


def _propose_topics(session: Session, source: Source) -> None:
    by_name = {topic.name: topic for topic in topics(session)}
    found = harvest.topics_of(source, list(by_name))
    for paragraph, names in zip(source.paragraphs, found, strict=True):
        if paragraph.state in (None, "proposed"):
            paragraph.topics = sorted((by_name[name] for name in names), key=lambda topic: topic.name)


def propose_review(session: Session, paragraphs: Iterable[Paragraph], today: dt.date) -> None:
    """Propose a review date for those that have none and are not yet approved or dropped."""
    known = world(session)
    for paragraph in paragraphs:
        if paragraph.review_date is None and paragraph.state in (None, "proposed"):
            paragraph.review_date = harvest.review_date(paragraph, today, known)
