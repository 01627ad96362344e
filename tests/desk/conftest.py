"""A bank of five paragraphs, Mrs Kaur's letter and the reply to it."""

import datetime as dt

import pytest
from sqlalchemy.orm import Session

from correspondence import desk
from correspondence.models import (
    Constituent,
    Draft,
    Message,
    Office,
    Paragraph,
    Point,
    Source,
    User,
    Version,
)
from tests.desk.cast import BODY, TEXTS


@pytest.fixture
def bank(session: Session, now: dt.datetime) -> dict[str, Paragraph]:
    """Five approved paragraphs of one letter; the minister's is in her own words."""
    source = Source(title="The port", date=dt.date(2026, 9, 1), original=b"x", hash="x", created_at=now)
    found = {}
    for position, (name, text) in enumerate(TEXTS.items()):
        version = Version(
            text=text,
            voice="A. Minister" if name == "minister" else "office",
            date=source.date,
            created_at=now,
        )
        found[name] = Paragraph(
            kind=name if name in ("opening", "closing") else "policy",
            state="approved",
            source=source,
            position=position,
            versions=[version],
            edition=1,
            created_at=now,
        )
        session.add(found[name])
    session.get_one(Office, session.info["office_id"]).edition = 1
    session.flush()
    return found


@pytest.fixture
def message(session: Session, now: dt.datetime) -> Message:
    """Mrs Kaur asks three things and has one trouble of her own."""
    message = Message(
        constituent=Constituent(name="Amrit Kaur", salutation="Mrs Kaur", created_at=now),
        subject="The port",
        body=BODY,
        received_at=now,
        original=b"",
        hash="m",
        points=[
            Point(
                position=place,
                text=line,
                kind="casework" if "evicted" in line else "policy",
                start=BODY.index(line),
                end=BODY.index(line) + len(line),
            )
            for place, line in enumerate(BODY.split("\n"))
        ],
    )
    session.add(message)
    session.flush()
    return message


@pytest.fixture
def draft(
    session: Session, cas: User, bank: dict[str, Paragraph], message: Message, now: dt.datetime
) -> Draft:
    return desk.reply(session, cas, message, now)
