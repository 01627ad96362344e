"""What was done to a Paragraph, alone and with others."""

from collections.abc import Iterable

from sqlalchemy import and_, or_
from sqlalchemy.orm import Session

from correspondence.db import mine
from correspondence.models import AuditEvent, ImportFile, Paragraph

MOST = 100  # the newest acts, of one Paragraph


def acts(session: Session, paragraph: Paragraph) -> list[AuditEvent]:
    """What was done to it, the oldest first."""
    found = mine(session, AuditEvent).where(
        AuditEvent.noun == "Paragraph", AuditEvent.noun_id == paragraph.id
    )
    own = session.scalars(found.order_by(AuditEvent.id.desc()).limit(MOST))
    return sorted([*own, *_with_others(session, paragraph)], key=lambda event: event.id)


def joined(session: Session, paragraphs: Iterable[Paragraph]) -> set[int]:
    """The ids of those whose words stand in another of these: joined into it, and not parted since."""
    retired = {paragraph.id: paragraph.state == "retired" for paragraph in paragraphs}
    found = mine(session, AuditEvent).where(
        AuditEvent.noun == "Paragraph",
        AuditEvent.noun_id.in_(retired),
        AuditEvent.act.in_(("join", "restore")),
    )
    into: set[int] = set()
    for event in session.scalars(found.order_by(AuditEvent.id)):
        if event.act == "join":
            into.add(event.detail["following"])
        else:
            into.discard(event.noun_id)
    return {key for key in into if retired.get(key)}


def _with_others(session: Session, paragraph: Paragraph) -> list[AuditEvent]:
    """What was done to it together with others of its Source, or of all that came with that."""
    if paragraph.source_id is None:
        return []
    came = mine(session, ImportFile).where(ImportFile.source_id == paragraph.source_id)
    of_import = AuditEvent.noun_id.in_(came.with_only_columns(ImportFile.import_id))
    found = mine(session, AuditEvent).where(
        AuditEvent.act.in_(("approve", "retire")),
        or_(
            and_(AuditEvent.noun == "Source", AuditEvent.noun_id == paragraph.source_id),
            and_(AuditEvent.noun == "Import", of_import),
        ),
    )
    newest = session.scalars(found.order_by(AuditEvent.id.desc()).limit(MOST))
    return [event for event in newest if paragraph.id in event.detail.get("ids", ())]
