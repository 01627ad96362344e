"""Points put right by a person, where the program missed one, cut it wrongly or took it for what it is not.

A change names what the Points were (`outline`), so that of two people one gets a Conflict. A reply that is
begun keeps its Blocks: those that answer two Points which are joined answer the one, and a Point that a Block
in the reply answers is not taken out.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from correspondence import audit
from correspondence.days import uk_day
from correspondence.db import mine
from correspondence.desk.choices import keep_looked_up, settle
from correspondence.desk.claims import claim_draft
from correspondence.desk.matches import answers
from correspondence.errors import Conflict, NotFound, Refused
from correspondence.matching import choices
from correspondence.matching.semantic import Encoder
from correspondence.models import Block, Draft, Message, Offered, Point, User
from correspondence.understanding.sentences import read_sentences

LONGEST = 50_000  # characters, some twenty printed pages: after them only what is a point is shown

_MARK = re.compile(r"\s(?P<mark>[-*•–·]|\(?\d{1,2}[.)])\s+$")
_CHANGED = "Somebody else changed the points of this letter meanwhile. Look at them again."
_ANSWERED = "The reply answers this point. Take its tick away at the paragraph that answers it first."


@dataclass(frozen=True)
class Passage:
    """A Point, or a sentence (or what Points leave of one) that is none. acts: what can be made of it.

    words: those of a Point that another can begin with (part), each with where it starts.
    """

    start: int
    text: str
    point: Point | None = None
    acts: tuple[str, ...] = ("point", "casework")
    words: tuple[tuple[int, str], ...] = ()


def passages(message: Message) -> list[Passage]:
    """The Points of a letter and the sentences that are none, in order."""
    points = [
        Passage(
            point.start, point.text, point,
            (_other_kind(point), "none", *(["join"] if number else [])), tuple(_words(point)),
        )
        for number, point in enumerate(message.points)
    ]  # fmt: skip
    return sorted([*points, *_loose(message)], key=lambda one: one.start)


def _loose(message: Message) -> Iterator[Passage]:
    body = message.body[:LONGEST]
    for sentence in read_sentences(body):
        start = sentence.start
        inside = [one for one in message.points if one.start < sentence.end and sentence.start < one.end]
        for until, after in [*((one.start, one.end) for one in inside), (sentence.end, sentence.end)]:
            text = body[start:until].strip()
            if any(letter.isalpha() for letter in text):
                yield Passage(body.index(text, start), text)
            start = after


def _words(point: Point) -> Iterator[tuple[int, str]]:
    text = point.text[: max(0, LONGEST - point.start)]
    letters = [place for place, letter in enumerate(text) if letter.isalpha()]
    for word in re.finditer(r"\S+", text):
        if letters and letters[0] < word.start() <= letters[-1]:
            yield point.start + word.start(), word[0]


def _other_kind(point: Point) -> str:
    return "policy" if point.kind == "casework" else "casework"


def outline(message: Message) -> str:
    """What the Points of a letter are, for a page to name what a change started from."""
    return " ".join(f"{point.id}-{point.kind}-{point.start}-{point.end}" for point in message.points)


def put_right(
    session: Session,
    user: User | None,
    message: Message,
    act: str,
    at: int,
    was: str,
    now: dt.datetime,
    encoder: Encoder | None = None,
) -> None:
    """Make of the Passage that starts `at` a Point (point, casework), or of its Point one of the other kind
    (policy, casework), none (none) or one with the Point before (join); or two of that whose word it is
    (part).

    was: the `outline` the change started from.
    """
    session.flush()
    session.refresh(message, ["state"], with_for_update=True)
    session.refresh(message, ["points"])
    if outline(message) != was:
        raise Conflict(_CHANGED)
    passage = next((one for one in passages(message) if _has(one, act, at)), None)
    if passage is None:
        raise NotFound("There is no such sentence in this letter.")
    drafts = list(session.scalars(mine(session, Draft).where(Draft.message_id == message.id)))
    for draft in drafts:
        claim_draft(session, draft)
    offered = _offered(session, message)
    changed, moved = _made(message, passage, act, at, drafts, offered)
    _renumber(session, message)
    audit.record(session, user, "put points right", message, now, to=act, points=len(message.points))
    if drafts or offered:
        _look_up(session, message, changed, encoder, now)
    for block in moved:
        settle(session, user, block, now)
    choices.changed(session, [row for row in _offered(session, message).values() if row.edition])


def _has(passage: Passage, act: str, at: int) -> bool:
    """Whether a Passage has a button for this act at this place."""
    return at in dict(passage.words) if act == "part" else passage.start == at and act in passage.acts


def _made(
    message: Message, passage: Passage, act: str, at: int, drafts: list[Draft], offered: dict[int, Offered]
) -> tuple[list[Point], list[Block]]:
    """Do what `act` says; the Points that say something else now, and the Blocks that answer another."""
    point = passage.point
    if point is None:
        return [_add(message, passage, act)], []
    if act == _other_kind(point):
        point.kind = act
        return [point], []
    if act == "part":
        return [point, _part(message, point, at)], []
    if act == "join":
        before = message.points[message.points.index(point) - 1]
        return [before], _join(before, point, drafts, offered)
    _take_out(point, drafts)
    return [], []


def _add(message: Message, passage: Passage, kind: str) -> Point:
    point = Point(kind="casework" if kind == "casework" else "policy", position=0)
    _set_span(point, message, passage.start, passage.start + len(passage.text))
    message.points.append(point)
    return point


def _part(message: Message, point: Point, at: int) -> Point:
    """The Point from here on, with the mark of a list's line before it; the Blocks stay with what is before,
    so that the new one is open."""
    if mark := _MARK.search(message.body, point.start, at):
        at = mark.start("mark")
    after = Point(kind=point.kind, position=0)
    _set_span(after, message, at, point.end)
    _set_span(point, message, point.start, at)
    message.points.append(after)
    return after


def _join(before: Point, point: Point, drafts: list[Draft], offered: dict[int, Offered]) -> list[Block]:
    """Make one of two; the Blocks that now answer it. It is left unanswered only where both were."""
    moved = [block for draft in drafts for block in draft.blocks if point in block.points]
    for block in moved:
        if before not in block.points:
            block.points.append(before)
    for draft in drafts:
        if point.id not in draft.left:
            draft.left = [key for key in draft.left if key != before.id]
    if point.id in offered and before.id in offered:
        row = offered[before.id]
        row.assembled = sorted({*row.assembled, *offered[point.id].assembled})
    elif point.id in offered:
        offered[point.id].point = before
    if "casework" in (before.kind, point.kind):
        before.kind = "casework"
    _set_span(before, before.message, before.start, point.end)
    _forget(point, drafts)
    return moved


def _take_out(point: Point, drafts: list[Draft]) -> None:
    kept = [block for draft in drafts for block in draft.kept if block.may_answer and not block.is_blank]
    if any(point in block.points for block in kept):
        raise Refused(_ANSWERED)
    _forget(point, drafts)


def _forget(point: Point, drafts: list[Draft]) -> None:
    for draft in drafts:
        draft.left = [key for key in draft.left if key != point.id]
        for block in draft.blocks:
            if point in block.points:
                block.points.remove(point)
    point.message.points.remove(point)


def _set_span(point: Point, message: Message, start: int, end: int) -> None:
    point.text = message.body[start:end].rstrip()
    point.start, point.end = start, start + len(point.text)


def _renumber(session: Session, message: Message) -> None:
    for place, point in enumerate(sorted(message.points, key=lambda point: point.start)):
        point.position = place
    session.flush()
    session.refresh(message, ["points"])


def _look_up(
    session: Session, message: Message, changed: list[Point], encoder: Encoder | None, now: dt.datetime
) -> None:
    """Keep what the bank offers for what these Points are now, and nothing of what they were."""
    for row in _offered(session, message).values():
        if row.point in changed:
            row.vector, row.vector_model = None, ""
    found = [one for one in answers(session, message, uk_day(now), encoder) if one.point in changed]
    keep_looked_up(session, message, found, encoder, now)


def _offered(session: Session, message: Message) -> dict[int, Offered]:
    """By Point id."""
    keys = [point.id for point in message.points]
    rows = session.scalars(mine(session, Offered).where(Offered.point_id.in_(keys)))
    return {row.point_id: row for row in rows}
