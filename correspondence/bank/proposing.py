"""What may be said of Paragraphs that came out of a file: Topics of the office's list, a review date."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import insert
from sqlalchemy.orm import Session, selectinload

from correspondence import harvest, jobs
from correspondence.bank.dated import world
from correspondence.bank.topics import add_topic, topics
from correspondence.db import mine, one_at_a_time
from correspondence.errors import Refused
from correspondence.models import Paragraph, Source, User
from correspondence.models.paragraphs import paragraph_topic

AT_ONCE = 100  # Sources read by one query


def propose(session: Session, source: Source, today: dt.date) -> None:
    """Give the Paragraphs of a new Source Topics and review dates, as proposals like all of it."""
    with session.no_autoflush:
        by_name = {topic.name: topic for topic in topics(session)}
        for paragraph, names in _on_topics(source, list(by_name)):
            paragraph.topics = sorted((by_name[name] for name in names), key=lambda topic: topic.name)
        propose_review(session, source.paragraphs, today)


def start_topics(session: Session, user: User | None, now: dt.datetime) -> int:
    """Give an office without Topics the usual ones; how many. A job puts what is proposed under them."""
    one_at_a_time(session)
    if topics(session):
        raise Refused("The office has a list of topics already. Add to it, or change it.")
    for name in harvest.usual():
        add_topic(session, user, name, now)
    jobs.add(session, "topics", now)
    return len(topics(session))


@dataclass(frozen=True)
class Looked:
    """A step of background work, done but not yet written: (Paragraph, Topic) by their ids."""

    pairs: Sequence[tuple[int, int]]
    done: int
    left: int | None = None

    def keep(self, session: Session) -> bool:
        """Put them under the Topics there still are, but where a person was first; there is no more to do."""
        free = mine(session, Paragraph).where(Paragraph.state == "proposed", ~Paragraph.topics.any())
        ids = set(session.scalars(free.with_only_columns(Paragraph.id)))
        there = {topic.id for topic in topics(session)}
        rows = [
            {"paragraph_id": key, "topic_id": topic}
            for key, topic in self.pairs
            if key in ids and topic in there
        ]
        if rows:
            session.execute(insert(paragraph_topic), rows)
        return False


def look_for_topics(session: Session, _load: object, _limit: int, _count: bool = False) -> Looked:
    """Which Topics the proposed Paragraphs are on, reading only."""
    by_name = {topic.name: topic.id for topic in topics(session)}
    waits = mine(session, Source).where(Source.paragraphs.any(Paragraph.state == "proposed"))
    ids = session.scalars(waits.with_only_columns(Source.id)).all()
    whole = selectinload(Source.paragraphs).selectinload(Paragraph.versions)
    pairs: list[tuple[int, int]] = []
    for start in range(0, len(ids), AT_ONCE):
        some = mine(session, Source).where(Source.id.in_(ids[start : start + AT_ONCE]))
        for source in session.scalars(some.options(whole)):
            found = _on_topics(source, list(by_name))
            pairs += [(paragraph.id, by_name[name]) for paragraph, names in found for name in names]
        session.expunge_all()
    return Looked(pairs, len(ids), len(ids))


def _on_topics(source: Source, names: Sequence[str]) -> Iterator[tuple[Paragraph, list[str]]]:
    """The Paragraphs that wait for review, each with those of the Topics that it is on."""
    for paragraph, found in zip(source.paragraphs, harvest.topics_of(source, names), strict=True):
        if paragraph.state in (None, "proposed"):
            yield paragraph, found


def propose_review(session: Session, paragraphs: Iterable[Paragraph], today: dt.date) -> None:
    """Propose a review date for those that have none and are not yet approved or dropped."""
    known = world(session)
    for paragraph in paragraphs:
        if paragraph.review_date is None and paragraph.state in (None, "proposed"):
            paragraph.review_date = harvest.review_date(paragraph, today, known)
