"""The short closed list of subjects the office answers on."""

import datetime as dt

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from correspondence import audit
from correspondence.db import mine
from correspondence.errors import Refused
from correspondence.models import Paragraph, Topic, User
from correspondence.models.paragraphs import paragraph_topic
from correspondence.text import one_line

MANY = 40  # Topics; from there on people choose the wrong one, or none


def topics(session: Session) -> list[Topic]:
    """The office's Topics by name."""
    return list(session.scalars(mine(session, Topic).order_by(func.lower(Topic.name))))


def add_topic(session: Session, user: User | None, name: str, now: dt.datetime) -> Topic:
    """A new Topic; the one of that name where there is one, in whatever capitals."""
    there = _named(session, name)
    if there is not None:
        return there
    topic = Topic(name=_checked(name))
    session.add(topic)
    audit.record(session, user, "add", topic, now)
    return topic


def rename_topic(session: Session, user: User | None, topic: Topic, name: str, now: dt.datetime) -> None:
    """Give a Topic another name. Refused where another has it."""
    other = _named(session, name)
    if other is not None and other is not topic:
        raise Refused(f"There is a topic “{other.name}” already.")
    topic.name = _checked(name)
    audit.record(session, user, "rename", topic, now)


def uses(session: Session) -> dict[int, tuple[int, int]]:
    """By Topic id: how many Paragraphs are under it, (on offer, retired)."""
    under = paragraph_topic.c.topic_id
    rows = session.execute(
        mine(session, Paragraph)
        .join(paragraph_topic, paragraph_topic.c.paragraph_id == Paragraph.id)
        .group_by(under, Paragraph.state)
        .with_only_columns(under, Paragraph.state, func.count())
    )
    found: dict[int, tuple[int, int]] = {}
    for key, state, count in rows:
        offered, retired = found.get(key, (0, 0))
        found[key] = (offered, retired + count) if state == "retired" else (offered + count, retired)
    return found


def merge_topics(session: Session, user: User | None, topic: Topic, into: Topic, now: dt.datetime) -> int:
    """Put all that is under a Topic under another, and remove it; how many Paragraphs were only under it."""
    if topic is into:
        raise Refused("Choose another topic to merge it into.")
    under = select(paragraph_topic.c.paragraph_id).where(paragraph_topic.c.topic_id == into.id)
    only = select(paragraph_topic.c.paragraph_id).where(
        paragraph_topic.c.topic_id == topic.id, paragraph_topic.c.paragraph_id.not_in(under)
    )
    keys = list(session.scalars(only))
    if keys:
        rows = [{"paragraph_id": key, "topic_id": into.id} for key in keys]
        session.execute(insert(paragraph_topic), rows)
    audit.record(session, user, "merge", topic, now, into=into.id, paragraphs=len(keys))
    _remove(session, topic)
    return len(keys)


def remove_topic(session: Session, user: User | None, topic: Topic, now: dt.datetime) -> None:
    """Take a Topic out of the list. Refused while anything is under it, also what was retired."""
    used = sum(uses(session).get(topic.id, (0, 0)))
    if used:
        count = "1 paragraph is" if used == 1 else f"{used:,} paragraphs are"
        raise Refused(f"{count} under “{topic.name}”. Merge it into another topic instead.")
    audit.record(session, user, "remove", topic, now)
    _remove(session, topic)


def _remove(session: Session, topic: Topic) -> None:
    session.execute(delete(paragraph_topic).where(paragraph_topic.c.topic_id == topic.id))
    session.delete(topic)
    session.flush()
    session.expire_all()


def _named(session: Session, name: str) -> Topic | None:
    wanted = one_line(name).casefold()
    return next((topic for topic in topics(session) if topic.name.casefold() == wanted), None)


def _checked(name: str) -> str:
    if not one_line(name):
        raise Refused("Give the topic a name.")
    return one_line(name, 60)
