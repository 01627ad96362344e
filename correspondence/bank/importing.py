"""Files of ours into the bank, and what a person then says of them."""

import datetime as dt
import hashlib
from collections.abc import Iterable

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from correspondence import figures, harvest, intake
from correspondence.bank import deciding
from correspondence.bank.changed import changed
from correspondence.bank.left_out import line_again
from correspondence.bank.proposing import propose, propose_review
from correspondence.days import uk_day
from correspondence.db import mine, one_at_a_time
from correspondence.errors import NotFound, Refused
from correspondence.harvest import Told, ours
from correspondence.models import OFFICE, Figure, Office, Paragraph, Source, User, Version
from correspondence.text import one_line, words

_STRANGE = "This file could be read, but not cut into paragraphs. Paste its text, or bring in a part of it."


def import_file(
    session: Session,
    user: User | None,
    name: str,
    data: bytes,
    told: Told,
    now: dt.datetime,
    approve: bool = False,
) -> Source:
    """Cut a file into proposed Paragraphs and store it with its bytes.

    The same bytes or the same letter again are the Source that is there already; what is told of it then is
    written down as `give` does. Refused, and nothing stored, when the file cannot be read or holds no
    paragraph.
    """
    made = imported(session, data) or cut(name, data, told, member(session))
    source, _is_new = store(session, user, made, told, now)
    if approve:
        accept(session, user, source, now)
    return source


def member(session: Session) -> str:
    """The name of the office's Member, whose words are the office's own."""
    wanted = select(Office.mp_name).where(Office.id == session.info["office_id"])
    return session.scalar(wanted) or ""


def cut(name: str, data: bytes, told: Told, member: str) -> Source:
    """The Source of a file with its proposed Paragraphs, made but not stored: this needs no database."""
    document = intake.read(name, data)
    try:
        source = harvest.cut(document, told, member)
    except Refused:
        raise
    except Exception as error:  # one strange text must not keep a thousand others out
        raise Refused(_STRANGE) from error
    source.file_name, source.original, source.hash = one_line(name), data, _hash(data)
    source.fingerprint = _fingerprint(source)
    return source


def store(
    session: Session, user: User | None, source: Source, told: Told, now: dt.datetime
) -> tuple[Source, bool]:
    """Store what `cut` made, and True; or the Source the bank has of the same letter, and False."""
    there = _known(session, source) if source.id is None else source
    if there is None:
        _date(source, user, now)
        propose(session, source, uk_day(now))
        changed(session, user, "import", source, source.paragraphs, now, count=len(source.paragraphs))
        return source, True
    if told != Told():
        give(session, user, there, told, now)
    return there, False


def imported(session: Session, data: bytes) -> Source | None:
    """The Source these very bytes were imported as, or None."""
    return session.scalar(mine(session, Source).where(Source.hash == _hash(data)))


def stated(session: Session, text: str, told: Told, now: dt.datetime) -> Source:
    """The Source of a text that was typed in and not read from a file; its bytes are what was told of it."""
    lines = (told.title, told.author, told.publisher, told.url, str(told.date or ""), "", text)
    original = "\n".join(lines).encode()
    there = imported(session, original)
    if there is not None:
        return there
    voice = ours.voice(told.voice, member(session)) or OFFICE
    source = Source(
        title=one_line(told.title), author=one_line(told.author), publisher=one_line(told.publisher),
        url=one_line(told.url), date=told.date, voice=voice, kind="reply" if voice == OFFICE else "column",
        original=original, hash=_hash(original), created_at=now,
    )  # fmt: skip
    source.questions = harvest.questions(source)
    session.add(source)
    return source


def give(session: Session, user: User | None, source: Source, told: Told, now: dt.datetime) -> int:
    """Write down what a person knows of a Source: a date moves to the Versions that had the old one,
    an author or publisher to those in the voice of nobody known.

    What was approved is then proposed again, for nobody has approved the new facts. How many it was.
    """
    old_date, old_voice = source.date, harvest.narrator(source)
    harvest.tell(source, told, member(session))
    new_voice = harvest.narrator(source)
    altered: set[Version] = set()
    for version in (version for paragraph in source.paragraphs for version in paragraph.versions):
        if version.voice == old_voice != new_voice:
            version.voice = new_voice
            version.speaker = "" if version.speaker == new_voice else version.speaker
            altered.add(version)
        if version.date == old_date and source.date != old_date:
            version.figures = _dated_anew(version, source.date)
            version.date = source.date
            altered.add(version)
    for version in altered:
        version.was_approved = False
    again = [row for row in source.paragraphs if row.state == "approved" and row.version in altered]
    for paragraph in again:
        paragraph.state = "proposed"
    propose_review(session, source.paragraphs, uk_day(now))
    changed(session, user, "give", source, source.paragraphs, now, again=[row.id for row in again])
    return len(again)


def accept(
    session: Session,
    user: User | None,
    source: Source,
    now: dt.datetime,
    paragraphs: Iterable[Paragraph] | None = None,
) -> int:
    """Approve these proposed Paragraphs of a Source, all of them when none are named. How many it was.

    What is stale waits for a person to decide on it by itself.
    """
    chosen = {paragraph.id for paragraph in paragraphs} if paragraphs is not None else None
    waiting = [
        paragraph
        for paragraph in source.paragraphs
        if paragraph.state == "proposed" and (chosen is None or paragraph.id in chosen)
    ]
    undecided = deciding.waiting(session, waiting, uk_day(now))
    waiting = [paragraph for paragraph in waiting if not undecided[paragraph.id]]
    for paragraph in waiting:
        paragraph.state = "approved"
    if waiting:
        changed(session, user, "approve", source, waiting, now, ids=[paragraph.id for paragraph in waiting])
    return len(waiting)


def drop(session: Session, user: User | None, source: Source, now: dt.datetime) -> int:
    """Retire every Paragraph of a Source that is still proposed. How many it was."""
    waiting = [paragraph for paragraph in source.paragraphs if paragraph.state == "proposed"]
    for paragraph in waiting:
        paragraph.state = "retired"
    if waiting:
        changed(session, user, "retire", source, waiting, now, ids=[paragraph.id for paragraph in waiting])
    return len(waiting)


def keep(session: Session, user: User | None, source: Source, index: int, now: dt.datetime) -> Paragraph:
    """Make a Paragraph, in its place, of the line that import left out at `index` of `left_out`."""
    if not 0 <= index < len(source.left_out):
        raise NotFound("That line is no longer among what was left out.")
    text, names = line_again(source, source.left_out[index])
    position = make_room(source, source.left_out[index]["after"])
    left = source.left_out[index]  # only now: making room may have moved its place
    paragraph = harvest.kept(text, source, position, names)
    _date_one(paragraph, user, now)
    source.paragraphs.append(paragraph)
    rest = [
        {**later, "after": position} if i > index and later["after"] == left["after"] else later
        for i, later in enumerate(source.left_out)
        if i != index
    ]
    source.left_out = rest
    changed(session, user, "keep", paragraph, [paragraph], now)
    session.expire(source, ["paragraphs"])
    return paragraph


def make_room(source: Source, after: int) -> int:
    """A free position behind `after`; where there is none, all positions are spread out again first."""
    later = [paragraph.position for paragraph in source.paragraphs if paragraph.position > after]
    following = min(later, default=after + 2 * harvest.STEP)
    if following - after >= 2:
        return (after + following) // 2
    places = sorted({paragraph.position for paragraph in source.paragraphs} | {after})
    spread = {place: place and (i + 1) * harvest.STEP for i, place in enumerate(places)}
    for paragraph in source.paragraphs:
        paragraph.position = spread[paragraph.position]
    source.left_out = [
        {**left, "after": spread.get(left["after"], left["after"])} for left in source.left_out
    ]
    return make_room(source, spread[after])


def _dated_anew(version: Version, date: dt.date | None) -> list[Figure]:
    """The Figures of a Version as of another day, but for those that a person gave a day of their own."""
    found = figures.find(version.text, version.date)
    before = {(figure.start, figure.text): figure.as_of for figure in found}
    told = {(figure.start, figure.text): figure.as_of for figure in version.figures}
    anew = figures.find(version.text, date)
    for figure in anew:
        place = (figure.start, figure.text)
        if place in told and told[place] != before.get(place):
            figure.as_of = told[place]
    return anew


def _date(source: Source, user: User | None, now: dt.datetime) -> None:
    """Say when each new row was made, and the Versions by whom."""
    source.created_at = source.created_at or now
    for paragraph in source.paragraphs:
        _date_one(paragraph, user, now)


def _date_one(paragraph: Paragraph, user: User | None, now: dt.datetime) -> None:
    paragraph.created_at = paragraph.created_at or now
    for version in paragraph.versions:
        if version.created_at is None:
            version.created_at, version.author = now, user


def _known(session: Session, source: Source) -> Source | None:
    """The Source of the same bytes, or of the same letter in another file."""
    one_at_a_time(session)
    same = or_(Source.hash == source.hash, Source.fingerprint == source.fingerprint)
    return session.scalar(mine(session, Source).where(same).order_by(Source.id).limit(1))


def _fingerprint(source: Source) -> str:
    """The same for files of which the same was made: whose words, of which day, which words."""
    texts = (paragraph.version.text for paragraph in source.paragraphs)
    said = [
        source.voice,
        source.publisher,
        str(source.date or ""),
        *(" ".join(words(each)) for each in texts),
    ]
    return _hash("\n".join(said).encode())


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
