"""Changes of single Paragraphs. Nothing is overwritten: each new wording is a Version, each act is noted."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TypedDict, Unpack

from sqlalchemy.orm import Session

from correspondence import figures
from correspondence.bank import deciding
from correspondence.bank.changed import changed
from correspondence.bank.importing import make_room
from correspondence.days import uk_day
from correspondence.db import mine
from correspondence.errors import Conflict, Refused
from correspondence.harvest.titles import title as title_of
from correspondence.matching import choices
from correspondence.models import KINDS, OFFICE, Alike, Paragraph, Source, Topic, User, Version
from correspondence.text import Span, clean, one_line

LONGEST = 20_000  # characters of one Paragraph: several pages


class Changes(TypedDict, total=False):
    """What can be changed of a Paragraph besides its wording."""

    title: str
    kind: str
    topics: list[Topic]
    owner: User | None
    review_date: dt.date | None


class Wording(TypedDict, total=False):
    """What can be said of a Version's words. date: the day they are true of."""

    voice: str
    speaker: str
    date: dt.date | None
    why: str


@dataclass(frozen=True)
class _Said:
    voice: str = OFFICE
    speaker: str = ""
    date: dt.date | None = None
    why: str = ""


def add(
    session: Session,
    user: User | None,
    text: str,
    now: dt.datetime,
    wording: Wording | None = None,
    source: Source | None = None,
    *,
    today: dt.date | None = None,
    **changes: Unpack[Changes],
) -> Paragraph:
    """A Paragraph that was typed in; it is proposed. Without a Source it is true of today unless dated."""
    said: Wording = {"date": source.date if source else today, **(wording or {})}
    paragraph = made(user, text, now, said, **changes)
    if source is not None:
        last = max((other.position for other in source.paragraphs), default=0)
        paragraph.position = make_room(source, last)
    paragraph.source = source
    changed(session, user, "add", paragraph, [paragraph], now)
    return paragraph


def made(
    user: User | None, text: str, now: dt.datetime, wording: Wording, **changes: Unpack[Changes]
) -> Paragraph:
    """A proposed Paragraph with its first Version, in no session yet; titled by its text unless told."""
    paragraph = Paragraph(created_at=now)
    _describe(paragraph, {"title": title_of(_worded(text)), **changes})
    paragraph.versions = [_version(user, text, 1, now, replace(_Said(), **wording))]
    return paragraph


def revise(
    session: Session,
    user: User | None,
    paragraph: Paragraph,
    text: str,
    now: dt.datetime,
    number: int | None = None,
    days: Mapping[Span, dt.date] | None = None,
    **wording: Unpack[Wording],
) -> Version:
    """Give a Paragraph a new Version; the newest one when nothing differs. An approved one is then proposed.

    number: the Version the text was made from. Conflict, with the text as it stands, when it is no longer
    the newest. days: by places of the new text, the day that what stands there is of.
    """
    newest = paragraph.version
    if number is not None and number != newest.number:
        raise Conflict("Somebody else has changed this paragraph. Compare the two texts.", newest.text)
    said = replace(_said_of(newest), **wording)
    version = _version(user, text, newest.number + 1, now, said)
    if all(getattr(version, name) == getattr(newest, name) for name in ("text", "voice", "speaker", "date")):
        return newest
    keep_days(newest, version, days or {})
    _put(paragraph, version)
    if paragraph.state == "approved":
        paragraph.state = "proposed"
    changed(session, user, "revise", paragraph, [paragraph], now, version=version.number)
    return version


def change(
    session: Session, user: User | None, paragraph: Paragraph, now: dt.datetime, **changes: Unpack[Changes]
) -> None:
    """Change title, kind, Topics, owner or review date; what is not named stays."""
    _describe(paragraph, changes)
    changed(session, user, "change", paragraph, [paragraph], now, what=sorted(changes))


def approve(
    session: Session,
    user: User | None,
    paragraph: Paragraph,
    now: dt.datetime,
    why: str = "",
    read: Collection[str] | None = None,
) -> None:
    """Offer a proposed Paragraph as approved text. Refused where it is stale, unless they say `why`.

    read: what speaks against it, as the page told them; Refused where by now there is more.
    """
    if paragraph.state == "retired":
        raise Refused("This paragraph is retired. Restore it first.")
    deciding.decide(session, user, paragraph.version, why, now, read)
    _set_state(session, user, paragraph, "approve", "approved", now)


def retire(session: Session, user: User | None, paragraph: Paragraph, now: dt.datetime) -> None:
    """Stop offering a Paragraph; it stays for the letters that were made of it."""
    _set_state(session, user, paragraph, "retire", "retired", now)


def restore(session: Session, user: User | None, paragraph: Paragraph, now: dt.datetime) -> None:
    """Offer a retired Paragraph again, as proposed; of one that is not retired nothing changes."""
    if paragraph.state == "retired":
        merged = mine(session, Alike).where(Alike.paragraph_id == paragraph.id, Alike.how != "variant")
        for row in session.scalars(merged):
            session.delete(row)  # its words are its own again
            if row.how == "merged":
                choices.take_back(session, paragraph)
        _set_state(session, user, paragraph, "restore", "proposed", now)


def join(
    session: Session, user: User | None, paragraph: Paragraph, following: Paragraph, now: dt.datetime
) -> Version:
    """Put the words of `following` behind those of `paragraph`. Both keep their history, one retires.

    The letters that taught `following` teach the joined one.
    """
    first, second = paragraph.version, following.version
    if paragraph is following:
        raise Refused("A paragraph cannot be joined to itself.")
    if first.voice != second.voice:
        raise Refused(f"These are the words of {_who(first)} and of {_who(second)}. They cannot be joined.")
    dates = [date for date in (first.date, second.date) if date]
    speakers = dict.fromkeys(filter(None, (first.speaker, second.speaker)))
    said = _Said(
        voice=first.voice,
        speaker=" and ".join(speakers),
        date=min(dates) if len(dates) == 2 else None,  # no newer than its older half
        why=f"Joined with paragraph {following.id}.",
    )
    joined = _version(user, together(first, second), first.number + 1, now, said)
    joined.removed = [*first.removed, *second.removed]
    _put(paragraph, joined)
    note = replace(_said_of(second), why=f"Joined into paragraph {paragraph.id}.")
    _put(following, _version(user, second.text, second.number + 1, now, note))
    paragraph.state = paragraph.state if paragraph.state == following.state else "proposed"
    following.state = "retired"
    choices.carry_over(session, following, paragraph)
    changed(session, user, "join", paragraph, [paragraph, following], now, following=following.id)
    _propose_stale(session, [paragraph], now)
    return joined


def together(first: Version, second: Version) -> str:
    """The words of two that are joined."""
    return f"{first.text}{chr(10) if second.text.startswith('- ') else ' '}{second.text}"


def split(session: Session, user: User | None, paragraph: Paragraph, at: int, now: dt.datetime) -> Paragraph:
    """Part a Paragraph at character `at` of its text; the new one, with what comes behind, is returned."""
    newest = paragraph.version
    before, behind = newest.text[:at].strip(), newest.text[at:].strip()
    if not 0 < at < len(newest.text) or not before or not behind:
        raise Refused("Choose a place inside the text, so that words stand on both sides.")
    position = make_room(paragraph.source, paragraph.position) if paragraph.source else 0
    new = Paragraph(
        source=paragraph.source, owner=paragraph.owner, title=title_of(behind), kind=paragraph.kind,
        state=paragraph.state,
        review_date=paragraph.review_date, position=position,
        topics=list(paragraph.topics), created_at=now,
    )  # fmt: skip
    said = replace(_said_of(newest), why=f"Split from paragraph {paragraph.id}.")
    new.versions = [_version(user, behind, 1, now, said)]
    shorter = replace(said, why="Split in two.")
    _put(paragraph, _version(user, before, newest.number + 1, now, shorter))
    paragraph.version.removed = new.version.removed = list(newest.removed)
    changed(session, user, "split", paragraph, [paragraph, new], now)
    _propose_stale(session, [paragraph, new], now)
    if paragraph.source is not None:
        session.expire(paragraph.source, ["paragraphs"])
    return new


def _propose_stale(session: Session, cut_anew: list[Paragraph], now: dt.datetime) -> None:
    """Propose those again that are stale: what was decided before was of other words."""
    undecided = deciding.waiting(session, cut_anew, uk_day(now))
    for paragraph in cut_anew:
        if paragraph.state == "approved" and undecided[paragraph.id]:
            paragraph.state = "proposed"


def _set_state(
    session: Session, user: User | None, paragraph: Paragraph, act: str, state: str, now: dt.datetime
) -> None:
    if paragraph.state != state:
        paragraph.state = state
        changed(session, user, act, paragraph, [paragraph], now)


def _describe(paragraph: Paragraph, changes: Changes) -> None:
    if "kind" in changes and changes["kind"] not in KINDS:
        raise Refused(f"A paragraph is one of these: {', '.join(KINDS)}.")
    for name, value in changes.items():
        setattr(paragraph, name, one_line(value) if isinstance(value, str) else value)


def _version(user: User | None, text: str, number: int, now: dt.datetime, said: _Said) -> Version:
    text = _worded(text)
    return Version(
        number=number, text=text, voice=one_line(said.voice), speaker=one_line(said.speaker),
        date=said.date, why=one_line(said.why), author=user, created_at=now,
        figures=figures.find(text, said.date),
    )  # fmt: skip


def keep_days(before: Version, after: Version, days: Mapping[Span, dt.date]) -> None:
    """Let the figures of a new Version be of `days`, and of the days they had where nothing else was said."""
    known = {(figure.text, figure.key): figure.as_of for figure in before.figures}
    for figure in after.figures:
        if after.date == before.date:
            figure.as_of = known.get((figure.text, figure.key), figure.as_of)
        told = [day for (start, end), day in days.items() if figure.start < end and start < figure.end]
        figure.as_of = max(told, default=figure.as_of)


def _said_of(version: Version) -> _Said:
    """What a Version says of its words; a new one has its own reason."""
    return _Said(version.voice, version.speaker, version.date)


def _put(paragraph: Paragraph, version: Version) -> None:
    """Make `version` the newest; how the one before stood, and what was taken out of it, stay noted."""
    version.removed = version.removed or list(paragraph.version.removed)
    paragraph.version.was_approved = paragraph.state == "approved"
    paragraph.versions.append(version)


def _worded(text: str) -> str:
    text = clean(text).strip()
    if not text:
        raise Refused("Write some text for the paragraph.")
    if len(text) > LONGEST:
        raise Refused(f"A paragraph can have {LONGEST:,} characters at most. Split it.")
    return text


def _who(version: Version) -> str:
    return "the office" if version.voice == OFFICE else version.voice or "somebody unknown"
