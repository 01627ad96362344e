"""What is to be reviewed after a Source."""

from dataclasses import dataclass

from sqlalchemy import func
from sqlalchemy.orm import Session

from correspondence.bank import imports
from correspondence.db import mine, one
from correspondence.models import Import, Paragraph, Source


@dataclass(frozen=True)
class Onward:
    """A Source with `waiting` Paragraphs that nobody has looked at."""

    source: Source
    waiting: int


def onward(session: Session, source: Source) -> Onward | None:
    """The next Source to review: of the same Import as this one, else the newest; None where none is left."""
    given = imports.came_with(session, source)
    import_ = one(session, Import, given) if given is not None else None
    there = imports.next_to_review(session, import_, after=source.id) if import_ else None
    proposed = mine(session, Paragraph).where(
        Paragraph.state == "proposed", Paragraph.source_id.is_not(None), Paragraph.source_id != source.id
    )
    newest = session.scalar(proposed.with_only_columns(func.max(Paragraph.source_id)))
    if there is None and newest is not None:
        there = one(session, Source, newest)
    if there is None or there.id == source.id:
        return None
    of_it = proposed.where(Paragraph.source_id == there.id)
    return Onward(there, session.scalar(of_it.with_only_columns(func.count(Paragraph.id))) or 0)
