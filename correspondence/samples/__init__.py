"""A small office to look round in: replies, messages and a letterhead in our own words.

Everything goes in through the real importer and the real inbox, so that what a person sees there is
what they will see with their own letters.
"""

import datetime as dt
import json
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from correspondence import bank, db, inbox, people
from correspondence.harvest import Told
from correspondence.models import Office, User

FOLDER = Path(__file__).parent


def add_sample_office(session: Session, now: dt.datetime) -> Office:
    """Add the sample Office with its admin, bank, inbox and letterhead, and enter it with `session`."""
    plan = json.loads((FOLDER / "office.json").read_text(encoding="utf-8"))
    office = Office(**plan["office"], is_sample=True, created_at=now)
    session.add(office)
    session.flush()
    db.enter(session, office.id)
    user = User(name="Sample admin", email="sample@example.org", role="admin", created_at=now)
    session.add(user)
    session.flush()
    for name in plan["topics"]:
        bank.add_topic(session, user, name, now)
    for reply in plan["replies"]:
        _import_reply(session, user, reply, now)
    for path in sorted((FOLDER / "messages").iterdir()):
        inbox.receive(session, user, path.name, path.read_bytes(), now)
    head = FOLDER / "letterhead.docx"
    people.use_letterhead(session, user, head.name, head.read_bytes(), now)
    return office


def _import_reply(session: Session, user: User, reply: dict[str, Any], now: dt.datetime) -> None:
    """Import one of our own letters as a person would, who then files it and, mostly, approves it."""
    date = reply.get("date")
    told = Told(
        title=reply.get("title", ""),
        publisher=reply.get("publisher", ""),
        date=dt.date.fromisoformat(date) if date else None,
    )
    path = FOLDER / "replies" / reply["file"]
    source = bank.import_file(
        session, user, path.name, path.read_bytes(), told, now, approve=reply.get("approve", True)
    )
    named = {topic.name: topic for topic in bank.topics(session)}
    for paragraph in source.paragraphs:
        bank.change(session, user, paragraph, now, topics=[named[name] for name in reply["topics"]])
