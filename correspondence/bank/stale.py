"""What speaks against the bank's paragraphs: dated rows and newer figures, the reasons, the first day."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, object_session, selectinload

from correspondence import figures
from correspondence.bank.dated import world
from correspondence.db import mine
from correspondence.figures.reason import Reason
from correspondence.figures.stale import NUMBERS, Newer
from correspondence.matching.index import Loader, touch
from correspondence.models import Figure, Paragraph, Version, newest

AT_ONCE = 500  # Paragraphs read by one query, and looked at in one step of background work


def against(paragraphs: Sequence[Paragraph], today: dt.date) -> dict[int, list[Reason]]:
    """By id: what speaks against each Paragraph on a day."""
    if not paragraphs:
        return {}
    session = session_of(paragraphs[0])
    known, newer = world(session), newer_figures(session, [paragraph.version for paragraph in paragraphs])
    return {
        paragraph.id: figures.reasons(paragraph.version, paragraph.review_date, today, known, newer)
        for paragraph in paragraphs
    }


def reasons(paragraph: Paragraph, today: dt.date) -> list[Reason]:
    """What speaks against one Paragraph on a day."""
    return against([paragraph], today)[paragraph.id]


def of_version(version: Version, today: dt.date) -> list[Reason]:
    """What speaks against one Version of a Paragraph, the newest or not."""
    session = session_of(version)
    newer = newer_figures(session, [version])
    return figures.reasons(version, version.paragraph.review_date, today, world(session), newer)


def newer_figures(session: Session, versions: Iterable[Version]) -> dict[str, list[Newer]]:
    """By key: what the bank's Figures with the keys of these Versions' say, for those that are later."""
    oldest: dict[str, dt.date] = {}
    for figure in (figure for version in versions for figure in version.figures):
        if figure.key and figure.as_of is not None and figure.kind in NUMBERS:
            oldest[figure.key] = min(figure.as_of, oldest.get(figure.key, figure.as_of))
    found: dict[str, list[Newer]] = {}
    keys = list(oldest)
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        wanted = _figures().where(
            Figure.office_id == session.info["office_id"],
            Figure.key.in_(some),
            Figure.as_of > min(oldest[key] for key in some),
        )
        for key, paragraph_id, text, value, unit, as_of in session.execute(wanted):
            found.setdefault(key, []).append(Newer(paragraph_id, text, value, unit, as_of))
    return found


def settle(session: Session, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Keep the first day on which anything speaks against these; others that this changes are returned.

    Those are Paragraphs with older Figures of what these measure.
    """
    _keep(session, paragraphs)
    others = _older(session, paragraphs)
    before = [other.stale_on for other in others]
    _keep(session, others, paragraphs)
    return [other for other, day in zip(others, before, strict=True) if other.stale_on != day]


@dataclass(frozen=True)
class Looked:
    """A step of background work, done but not yet written: by (id, edition), the days that are others now."""

    days: Mapping[tuple[int, int], dt.date | None]
    done: int
    left: int | None = None

    def keep(self, session: Session) -> bool:
        """Write the days of those that nobody has changed meanwhile; there is no more to do."""
        touch(session, ())  # nobody changes them from here on
        keys = [key for key, _edition in self.days]
        for start in range(0, len(keys), AT_ONCE):
            found = mine(session, Paragraph).where(Paragraph.id.in_(keys[start : start + AT_ONCE]))
            same = [row for row in session.scalars(found) if (row.id, row.edition) in self.days]
            for row in same:
                row.stale_on = self.days[row.id, row.edition]
            touch(session, same)
        return False


def look_again(session: Session, _load: Loader, _limit: int, _count: bool = False) -> Looked:
    """Work out anew from which day on each Paragraph is stale, reading only."""
    days: dict[tuple[int, int], dt.date | None] = {}
    ids = list(session.scalars(mine(session, Paragraph).with_only_columns(Paragraph.id)))
    known = world(session)
    for start in range(0, len(ids), AT_ONCE):
        paragraphs = load(session, ids[start : start + AT_ONCE])
        newer = newer_figures(session, [paragraph.version for paragraph in paragraphs])
        for paragraph in paragraphs:
            day = figures.stale_on(paragraph.version, paragraph.review_date, known, newer)
            if day != paragraph.stale_on:
                days[paragraph.id, paragraph.edition] = day
        session.expunge_all()
    return Looked(days, len(ids), len(ids))


def _keep(session: Session, paragraphs: Sequence[Paragraph], changed: Sequence[Paragraph] = ()) -> None:
    """changed: others whose Figures count as they are here, not as the database still has them."""
    known, newer = world(session), newer_figures(session, [paragraph.version for paragraph in paragraphs])
    gone = {paragraph.id for paragraph in changed}
    for key, found in newer.items():
        newer[key] = [figure for figure in found if figure.paragraph_id not in gone]
    for key, figure in _arrived(changed):
        newer.setdefault(key, []).append(figure)
    for paragraph in paragraphs:
        paragraph.stale_on = figures.stale_on(paragraph.version, paragraph.review_date, known, newer)


def _arrived(paragraphs: Iterable[Paragraph]) -> list[tuple[str, Newer]]:
    """The Figures of Paragraphs that are about to be stored, by key."""
    return [
        (figure.key, Newer(paragraph.id or 0, figure.text, figure.value, figure.unit, figure.as_of))
        for paragraph in paragraphs
        if paragraph.state != "retired"
        for figure in paragraph.version.figures
        if figure.key and figure.as_of is not None and figure.kind in NUMBERS
    ]


def _older(session: Session, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Others on offer with older Figures of what these measure, or measured before they were changed.

    Those that something spoke against earlier are as they were, whatever these say.
    """
    newest: dict[str, dt.date] = {}
    for paragraph in paragraphs:
        for figure in (figure for version in paragraph.versions[-2:] for figure in version.figures):
            if figure.key and figure.as_of is not None and figure.kind in NUMBERS:
                newest[figure.key] = max(figure.as_of, newest.get(figure.key, figure.as_of))
    there = {paragraph.id for paragraph in paragraphs}
    ids: set[int] = set()
    keys = list(newest)
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        latest = max(newest[key] for key in some)
        earliest = min(newest[key] for key in some)
        wanted = _figures().where(
            Figure.office_id == session.info["office_id"],
            Figure.key.in_(some),
            Figure.as_of < latest,
            or_(Paragraph.stale_on.is_(None), Paragraph.stale_on >= earliest),
        )
        ids.update(session.scalars(wanted.with_only_columns(Paragraph.id)))
    return load(session, sorted(ids - there))


@cache
def _figures() -> Select[Any]:
    """The Figures of newest Versions on offer, as `Newer` has them behind their keys."""
    return (
        select(Figure.key, Paragraph.id, Figure.text, Figure.value, Figure.unit, Figure.as_of)
        .join(Version, Version.id == Figure.version_id)
        .join(Paragraph, Paragraph.id == Version.paragraph_id)
        .where(Paragraph.state != "retired", newest(), Figure.kind.in_(NUMBERS))
    )


def load(session: Session, ids: Collection[int]) -> list[Paragraph]:
    """The office's Paragraphs with these ids, with their Versions and Figures."""
    found: list[Paragraph] = []
    keys = list(ids)
    for start in range(0, len(keys), AT_ONCE):
        wanted = mine(session, Paragraph).where(Paragraph.id.in_(keys[start : start + AT_ONCE]))
        wanted = wanted.options(selectinload(Paragraph.versions).selectinload(Version.figures))
        found += session.scalars(wanted.order_by(Paragraph.id))
    return found


def session_of(row: Paragraph | Version) -> Session:
    """The session that a row of the bank was read in."""
    session = object_session(row)
    if session is None:
        raise RuntimeError("The row is in no session.")
    return session
