"""The short closed list of subjects the office answers on."""

import datetime as dt

from sqlalchemy import func
from sqlalchemy.orm import Session

from correspondence import audit
from correspondence.db import mine
from correspondence.errors import Refused
from correspondence.models import Topic, User
from correspondence.text import one_line


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


def _named(session: Session, name: str) -> Topic | None:
    wanted = one_line(name).casefold()
    return next((topic for topic in topics(session) if topic.name.casefold() == wanted), None)


def _checked(name: str) -> str:
    if not one_line(name):
        raise Refused("Give the topic a name.")
    return one_line(name, 60)
