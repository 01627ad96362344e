"""What the bank's tests share: files of ours on their way in, and what was noted."""

import datetime as dt
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from correspondence import bank
from correspondence.harvest import Told
from correspondence.models import AuditEvent, Office, Paragraph, Source, User
from tests.conftest import NOW

HARVEST = Path(__file__).parent.parent / "harvest"
LETTER = (HARVEST / "wrapped_letter.txt").read_bytes()
DAY = dt.date(2024, 5, 1)


def import_letter(session: Session, user: User | None = None, **told: str | dt.date) -> Source:
    source = bank.import_file(session, user, "letter.txt", LETTER, Told(**told), NOW)  # type: ignore[arg-type]
    session.flush()
    return source


def import_text(session: Session, text: str, **told: str | dt.date) -> Source:
    return bank.import_file(session, None, "t.txt", text.encode(), Told(**told), NOW)  # type: ignore[arg-type]


def approve(session: Session, *paragraphs: Paragraph) -> None:
    """Approve these as Ben does, who has read what speaks against them."""
    ben = session.scalars(select(User).where(User.email == "ben@example.org")).one()
    for paragraph in paragraphs:
        session.flush()
        bank.approve(session, ben, paragraph, NOW, why="Read, and still right.")


def edition(session: Session) -> int:
    return session.scalars(select(Office.edition)).one()


def acts(session: Session) -> list[str]:
    return list(session.scalars(select(AuditEvent.act).order_by(AuditEvent.id)))


def texts(source: Source) -> list[str]:
    return [paragraph.version.text for paragraph in source.paragraphs]
