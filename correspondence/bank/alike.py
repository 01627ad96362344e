"""Paragraphs that say nearly the same, found by their marks without reading the whole bank."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from correspondence.bank.finding import load
from correspondence.bank.marks import TABLE, looked_up
from correspondence.bank.rewording import reworded
from correspondence.db import mine
from correspondence.harvest import likeness
from correspondence.matching.lexical import stems
from correspondence.models import Alike, Paragraph, RunMark, Source, newest

AT_ONCE = 500  # Paragraphs asked about by one query
Pair = tuple[int, int]  # ids of two that are alike
_PARAGRAPHS, _VERSIONS = (Paragraph.metadata.tables[name] for name in ("paragraph", "version"))
_COURTEOUS = frozenset(
    stems(
        """thank many grateful kind glad pleased happy sorry appreciate contact write wrote written
        letter email e-mail mail message correspondence touch getting taking took time trouble raise
        share receive bring attention concern issue matter subject topic view opinion regarding
        recent strongly feel important understand know hear heard read hope helpful useful reassure
        reply response respond question query ask forward hesitate future office team assistance
        find found like wish best today constituent number large people anything else something stay
        keep come voice"""
    )
)
_COMPARED = 12  # texts read for each Paragraph: those that share most marks


@dataclass(frozen=True)
class Near:
    """A Paragraph that is alike to another. share: 0 to 1, as `likeness.likeness`.

    is_same: they are word for word the same, in the same voice.
    """

    id: int
    share: float
    is_same: bool


def similar(session: Session, source: Source) -> dict[int, list[Paragraph]]:
    """For each Paragraph of a Source, by its id, those of other Sources that say nearly the same."""
    found = near(session, source.paragraphs)
    own = {paragraph.id for paragraph in source.paragraphs}
    wanted = {other.id for others in found.values() for other in others} - own
    loaded = {paragraph.id: paragraph for paragraph in load(session, sorted(wanted))}
    return {key: [loaded[row.id] for row in rows if row.id in loaded] for key, rows in found.items()}


def asked(session: Session, paragraphs: Iterable[Paragraph]) -> dict[int, list[Near]]:
    """Those proposed that a person should look at, with what the bank held before: approved, or older.

    What was proposed as other words for one comes with that one first, however unlike they are by now. What a
    person wants to keep beside each other is asked about no more.
    """
    proposed = [paragraph for paragraph in paragraphs if paragraph.state == "proposed"]
    found = near(session, proposed, before=True)
    came = reworded(session, proposed)
    kept = _kept_beside(session, came)
    for key, other in came.items():
        if (key, other) not in kept and all(row.id != other for row in found[key]):
            found[key] = [Near(other, 1.0, is_same=False), *found[key]]
    return {key: rows for key, rows in found.items() if rows}


def same(session: Session, paragraphs: Iterable[Paragraph]) -> dict[int, int]:
    """Of those proposed, by id, the id of what the bank held before word for word, in the same voice."""
    proposed = [paragraph for paragraph in paragraphs if paragraph.state == "proposed"]
    found: dict[int, int] = {}
    for start in range(0, len(proposed), AT_ONCE):
        some = {paragraph.id: paragraph for paragraph in proposed[start : start + AT_ONCE]}
        whole = _same_words(session, some, True, _kept_beside(session, some))
        compared = _compared(session, whole, whole)
        found |= {key: rows[0].id for key, rows in compared.items() if rows and rows[0].is_same}
    return found


def near(session: Session, paragraphs: Sequence[Paragraph], before: bool = False) -> dict[int, list[Near]]:
    """For each of `paragraphs`, by id, what is alike to it in the bank, most alike first, ten at most.

    Of its own Source only what is word for word the same. before: only what is approved or older, and
    not kept beside it. Texts that share no mark are not found: one in a hundred of those half alike.
    """
    found: dict[int, list[Near]] = {}
    for start in range(0, len(paragraphs), AT_ONCE):
        some = {paragraph.id: paragraph for paragraph in paragraphs[start : start + AT_ONCE]}
        kept = _kept_beside(session, some) if before else set()
        whole = _same_words(session, some, before, kept)
        rest = {key: row for key, row in some.items() if not before or key not in whole}
        runs = _sharing_runs(session, rest, before, kept)
        found |= _compared(session, some, whole, runs)
    return found


def _same_words(
    session: Session, own: Mapping[int, Paragraph], before: bool, kept: set[Pair]
) -> dict[int, list[int]]:
    """For each id those with the mark of the whole text, approved ones before others, then the oldest."""
    marks: dict[int, int] = dict(
        session.execute(looked_up(session, TABLE, own).where(TABLE.c.mark < 0)).all()
    )
    query = (
        mine(session, RunMark)
        .join(Paragraph, Paragraph.id == RunMark.paragraph_id)
        .where(RunMark.mark.in_(set(marks.values())))
        .order_by(Paragraph.state != "approved", Paragraph.id)
    )
    holders: defaultdict[int, list[tuple[int, bool]]] = defaultdict(list)
    columns = (RunMark.mark, Paragraph.id, Paragraph.state)
    for mark, key, state in session.execute(query.with_only_columns(*columns)):
        holders[mark].append((key, state == "approved"))
    found = {
        key: [
            other
            for other, is_approved in holders[mark]
            if other != key and (not before or is_approved or other < key) and (key, other) not in kept
        ][:_COMPARED]
        for key, mark in marks.items()
    }
    return {key: others for key, others in found.items() if others}


def _sharing_runs(
    session: Session, own: Mapping[int, Paragraph], before: bool, kept: set[Pair]
) -> dict[int, list[int]]:
    """For each id those of other Sources that share marks of runs, most marks first."""
    mark, theirs = TABLE.alias(), TABLE.alias()
    is_theirs = and_(theirs.c.office_id == session.info["office_id"], theirs.c.mark == mark.c.mark)
    query = (
        looked_up(session, mark, own)
        .join(theirs, and_(is_theirs, theirs.c.paragraph_id != mark.c.paragraph_id))
        .where(mark.c.mark.not_in(_common(session, own)))
        .with_only_columns(mark.c.paragraph_id, theirs.c.paragraph_id, func.count())
        .group_by(mark.c.paragraph_id, theirs.c.paragraph_id)
    )
    pairs = session.execute(query).all()
    stand = _standing(session, {other for _key, other, _count in pairs})
    found: defaultdict[int, list[tuple[int, bool, int]]] = defaultdict(list)
    for key, other, count in pairs:
        state, source_id = stand[other]
        is_elsewhere = source_id is None or source_id != own[key].source_id
        is_wanted = not before or state == "approved" or other < key
        if is_elsewhere and is_wanted and (key, other) not in kept:
            found[key].append((-count, state != "approved", other))
    return {key: [other for *_rank, other in sorted(rows)[:_COMPARED]] for key, rows in found.items()}


def _standing(session: Session, ids: Iterable[int]) -> dict[int, tuple[str, int | None]]:
    """State and Source of each Paragraph."""
    wanted = sorted(ids)
    found: dict[int, tuple[str, int | None]] = {}
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        query = looked_up(session, _PARAGRAPHS, some, "id", "state", "source_id")
        found.update((key, (state, source_id)) for key, state, source_id in session.execute(query))
    return found


def _common(session: Session, own: Iterable[int]) -> Select[Any]:
    """The marks of these that too many have."""
    of_own = looked_up(session, TABLE, own, "mark")
    held = select(TABLE.c.mark).where(
        TABLE.c.office_id == session.info["office_id"], TABLE.c.mark.in_(of_own)
    )
    return held.group_by(TABLE.c.mark).having(func.count() > likeness.COMMON)


def _compared(
    session: Session, own: Iterable[int], *shared: Mapping[int, Sequence[int]]
) -> dict[int, list[Near]]:
    """What shares marks, as far as its words are alike indeed."""
    others = {
        key: list(dict.fromkeys(other for part in shared for other in part.get(key, ()))) for key in own
    }
    said = _newest(session, {*others, *(other for some in others.values() for other in some)})
    runs = {key: likeness.runs(text) for key, (text, _voice) in said.items()}
    plain = {key: (likeness.plain(text), voice) for key, (text, voice) in said.items()}
    found = {}
    for key, some in others.items():
        rows = [
            Near(other, likeness.likeness(runs[key], runs[other]), plain[key] == plain[other])
            for other in some
            if other in said
        ]
        alike = [
            row
            for row in rows
            if row.is_same or (row.share >= likeness.ALIKE and is_of_the_same(said[key][0], said[row.id][0]))
        ]
        found[key] = sorted(alike, key=lambda row: (not row.is_same, -row.share))[: likeness.MOST]
    return found


def is_of_the_same(one: str, other: str) -> bool:
    """Whether two texts are about the same: the one with fewer telling words shares most of them, so that
    thanks for writing about a bus are not those for writing about animals, whose other words they have."""
    fewer, more = sorted((_telling(one), _telling(other)), key=len)
    return 2 * len(fewer & more) > len(fewer) if fewer else not more


def _telling(text: str) -> frozenset[str]:
    """The stems of a text that are not words of courtesy."""
    return frozenset(stems(text)) - _COURTEOUS


def _newest(session: Session, ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """The text and voice of the newest Version of each Paragraph."""
    wanted = sorted(ids)
    found: dict[int, tuple[str, str]] = {}
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        query = looked_up(session, _VERSIONS, some, "paragraph_id", "text", "voice")
        rows = session.execute(query.where(newest()))
        found.update((key, (text, voice)) for key, text, voice in rows)
    return found


def _kept_beside(session: Session, own: Iterable[int]) -> set[Pair]:
    """Pairs a person wants to keep beside each other, both ways round."""
    keys = list(own)
    query = mine(session, Alike).where(
        Alike.how == "variant", or_(Alike.paragraph_id.in_(keys), Alike.other_id.in_(keys))
    )
    pairs = session.execute(query.with_only_columns(Alike.paragraph_id, Alike.other_id)).all()
    return {pair for one, other in pairs for pair in ((one, other), (other, one))}
