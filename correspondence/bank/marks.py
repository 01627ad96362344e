"""Marks of what the bank says, kept as it changes, so that what is alike is found without reading it all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import FromClause, Select, delete, exists, func, insert, select
from sqlalchemy.orm import Session, selectinload

from correspondence import figures
from correspondence.db import mine
from correspondence.harvest import likeness
from correspondence.models import Paragraph, RunMark, Version

AT_ONCE = 1000  # Paragraphs asked for by one query, and marked in one step of background work
TABLE = RunMark.metadata.tables["run_mark"]


def renew(session: Session, paragraphs: Iterable[Paragraph]) -> None:
    """Let the marks be those of each Paragraph's newest Version; one that is retired has none.

    Where the words are as they were, nothing is written.
    """
    rows = list(paragraphs)
    for start in range(0, len(rows), AT_ONCE):
        _renew(session, rows[start : start + AT_ONCE])


def _renew(session: Session, paragraphs: Sequence[Paragraph]) -> None:
    ids = [paragraph.id for paragraph in paragraphs]
    held: dict[int, int] = dict(session.execute(looked_up(session, TABLE, ids).where(TABLE.c.mark < 0)).all())
    wanted = {row.id: likeness.whole(row.version.text) for row in paragraphs if row.state != "retired"}
    gone = [key for key, mark in held.items() if wanted.get(key) != mark]
    if gone:
        session.execute(
            delete(RunMark).where(RunMark.paragraph_id.in_(gone)).execution_options(synchronize_session=False)
        )
    rows = [
        {"office_id": paragraph.office_id, "paragraph_id": paragraph.id, "mark": mark}
        for paragraph in paragraphs
        if paragraph.id in wanted and held.get(paragraph.id) != wanted[paragraph.id]
        for mark in (wanted[paragraph.id], *likeness.marks(paragraph.version.text))
    ]
    if rows:
        session.connection().execute(insert(TABLE), rows)


def looked_up(session: Session, table: FromClause, ids: Iterable[int], *columns: str) -> Select[Any]:
    """Rows of the office that belong to these Paragraphs: of marks the Paragraph and the mark.

    "+ 0" keeps SQLite, which has no statistics here, from walking all rows of the office to find a few.
    """
    wanted = [table.c[name] for name in columns or ("paragraph_id", "mark")]
    own = (table.c.id if "paragraph_id" not in table.c else table.c.paragraph_id).in_(ids)
    return select(*wanted).where(own, table.c.office_id + 0 == session.info["office_id"])


@dataclass(frozen=True)
class Later:
    """A step of background work, to be written. left: Paragraphs without marks, these among them."""

    ids: Sequence[int]
    left: int

    @property
    def done(self) -> int:
        return len(self.ids)

    def keep(self, session: Session) -> bool:
        """Mark them, and give their Figures keys; whether there is more to do."""
        wanted = mine(session, Paragraph).where(Paragraph.id.in_(self.ids))
        whole = selectinload(Paragraph.versions).selectinload(Version.figures)
        paragraphs = session.scalars(wanted.options(whole)).all()
        renew(session, paragraphs)
        for paragraph in paragraphs:
            figures.key_again(paragraph.version.text, paragraph.version.figures)
        return self.left > self.done


def prepare(session: Session, _load: object, _limit: int, _count: bool = False) -> Later:
    """The next Paragraphs that have no marks: those that were there before marks were kept."""
    marked = exists().where(TABLE.c.paragraph_id == Paragraph.id, TABLE.c.mark < 0)
    without = mine(session, Paragraph).where(Paragraph.state != "retired", ~marked)
    left = session.scalar(without.with_only_columns(func.count(Paragraph.id))) or 0
    ids = session.scalars(without.with_only_columns(Paragraph.id).order_by(Paragraph.id).limit(AT_ONCE))
    return Later(ids.all(), left)
