"""What a person must see before a Draft goes out, each as a sentence that names what to do."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from correspondence import fields
from correspondence.days import spoken, uk_day
from correspondence.drafting.courtesy import thanks_again
from correspondence.drafting.filling import filled
from correspondence.drafting.greeting import salutation, sign_off
from correspondence.drafting.provenance import Known, wording_problems
from correspondence.matching.rank import Answer
from correspondence.models import Block, Draft, Office, Point
from correspondence.text import one_line

SEVERITIES = ("must", "should", "note")
# Kinds that are done with once a person has read the Block.
TO_CHECK = ("proposed", "retired", "perhaps", "listed", "leans", "promise", "newer")
SET_ASIDE = "Somebody said that this message needs no reply."
AFTER_ALL = f"{SET_ASIDE} If it needs one, open the message and press “It needs a reply”."
NOTHING_KNOWN = Known()
_ITEM = re.compile(r"^\s*(?:[-–—*•·▪●]|\(?(?:\d{1,2}|[a-z])[.)])\s", re.MULTILINE)


@dataclass(frozen=True)
class Problem:
    """kind: a word for programs. severity: must (stops what goes out), should, note. text: a sentence.

    block: the id of the Block it is about, point: of the Point that is open; None for the Draft as a whole.
    """

    kind: str
    severity: str
    text: str
    block: int | None = None
    point: int | None = None


def problems(
    draft: Draft,
    office: Office,
    today: dt.date,
    answers: Sequence[Answer] = (),
    known: Known = NOTHING_KNOWN,
) -> list[Problem]:
    """Casework first, then what must be put right, what should, and notes, each in the Draft's order."""
    found = [
        *_points(draft, answers),
        *_unfilled(draft, office, today),
        *(
            Problem(kind, severity, text, block.id)
            for block in draft.kept
            for kind, severity, text in wording_problems(block, today, known)
        ),
        *_frame(draft),
        *_people(draft, office),
        *_unsure(draft, answers),
        *_listed(draft),
    ]
    found = _unread(found, known)
    return sorted(found, key=lambda problem: (problem.kind != "casework", SEVERITIES.index(problem.severity)))


def answered(draft: Draft) -> list[Point]:
    """The Points that a Block answers, in order; one in which nothing is written answers none."""
    keys = {point.id or id(point) for block in draft.kept if not block.is_blank for point in block.points}
    return [point for point in draft.message.points if (point.id or id(point)) in keys]


def unanswered(draft: Draft) -> list[Point]:
    """The Points no Block answers and nobody chose to leave, in order."""
    done = answered(draft)
    return [point for point in draft.message.points if point not in done and point.id not in draft.left]


def _points(draft: Draft, answers: Sequence[Answer]) -> Iterator[Problem]:
    offered = {answer.point.id for answer in answers if answer.answered != "no" and answer.matches}
    for point in unanswered(draft):
        label = _label(draft, point)
        if point.kind == "casework":
            yield Problem(
                "casework",
                "should",
                f"{label} is somebody's own case. Take it up as casework and say so in the reply.",
                point=point.id,
            )
        elif point.id in offered:
            yield Problem(
                "unanswered",
                "should",
                f"{label} is not answered. A paragraph on offer may fit: read it, or write your own.",
                point=point.id,
            )
        else:
            yield Problem(
                "unanswered",
                "should",
                f"{label} is not answered: nothing of ours in the bank fits. Write your own or leave it.",
                point=point.id,
            )


def _unfilled(draft: Draft, office: Office, today: dt.date) -> Iterator[Problem]:
    for block in draft.kept:
        left = fields.unfilled(filled(block.text, draft, office, today))
        if left:
            yield Problem(
                "unfilled", "must", f"Fill in {' and '.join(left)} or take it out before this goes.", block.id
            )
    left = fields.unfilled(filled(draft.subject, draft, office, today))
    if left:
        yield Problem("unfilled", "must", f"Fill in {' and '.join(left)} in the subject or take it out.")


def _frame(draft: Draft) -> Iterator[Problem]:
    """Greeting, opening, closing and sign-off."""
    kinds = {block.kind: block for block in reversed(draft.kept)}
    greeting, ending = kinds.get("salutation"), kinds.get("signoff")
    if greeting is None or not greeting.text.strip():
        yield Problem("salutation", "should", "The reply has no greeting. Add “Dear …,” at the top.")
    elif greeting.text == salutation(None):
        yield Problem(
            "salutation", "should", "The letter gives no name. Write the name if you know it.", greeting.id
        )
    if ending is None or not ending.text.strip():
        yield Problem("signoff", "should", "The reply has no sign-off. Add “Yours sincerely,” at the end.")
    elif greeting and _ends_otherwise(ending.text, greeting.text):
        yield Problem(
            "signoff",
            "note",
            f"After “{greeting.text.strip()}” comes “{sign_off(greeting.text)}”.",
            ending.id,
        )
    closing = kinds.get("closing")
    for kind in ("opening", "closing"):
        if kind == "opening" and kind not in kinds and closing and thanks_again(closing.text):
            text = (
                "The close thanks “again”, but nothing before it does. Write an opening or change the close."
            )
            yield Problem("no_opening", "should", text, closing.id)
        elif kind not in kinds:
            yield Problem(
                f"no_{kind}", "note", f"The bank has no {kind} that fits this letter. Write one if you wish."
            )
    if not any(_says_something(block) for block in draft.kept):
        text = "This reply says nothing between the greeting and the close. Put in a paragraph or write one."
        yield Problem("empty", "must", text)


def _says_something(block: Block) -> bool:
    """More than a greeting or the bank's own thanks; thanks that a person wrote may say it all."""
    if block.is_blank or block.kind in ("salutation", "signoff"):
        return False
    return block.may_answer or block.source_version is None or block.is_edited


def _people(draft: Draft, office: Office) -> Iterator[Problem]:
    """Whether and to whom it goes, and who signs."""
    if draft.message.state == "no reply needed":
        yield Problem("no_reply", "should", AFTER_ALL)
    to = draft.message.constituent
    if to is None or not (to.address.strip() or to.postcode.strip()):
        yield Problem("address", "note", "The letter gives no postal address, so none is printed.")
    if not (office.signatory or office.mp_name):
        text = "Nobody is named to sign. Give the MP's name in the office's settings."
        yield Problem("signatory", "should", text)


def _ends_otherwise(ending: str, greeting: str) -> bool:
    plain = ending.strip().rstrip(",").lower()
    expected = sign_off(greeting).rstrip(",").lower()
    return plain in ("yours sincerely", "yours faithfully") and plain != expected


def _unsure(draft: Draft, answers: Sequence[Answer]) -> Iterator[Problem]:
    perhaps = {answer.point.id for answer in answers if answer.answered == "perhaps"}
    for block in draft.kept:
        for point in block.points:
            if point.id in perhaps and block.version_id is not None and not block.is_blank:
                text = f"{_label(draft, point)}: it is not sure that this paragraph answers it. Read both."
                yield Problem("perhaps", "should", text, block.id)


def _listed(draft: Draft) -> Iterator[Problem]:
    """Points that are a list of asks: a paragraph of the bank that answers one of them answers the Point."""
    for point in answered(draft):
        block = next(block for block in draft.kept if point in block.points and not block.is_blank)
        items = len(_ITEM.findall(point.text))
        if items > 1 and block.version_id is not None:
            text = f"{_label(draft, point)} lists {items} things. See that the reply answers each of them."
            yield Problem("listed", "should", text, block.id)


def _unread(found: Sequence[Problem], known: Known) -> list[Problem]:
    """Without what somebody has checked; a note says who has."""
    left: list[Problem] = []
    read: dict[int | None, Problem] = {}
    for problem in found:
        row = known.checked.get(problem.block or 0)
        if row and problem.kind in row.detail["read"]:
            who = row.user.name if row.user else "Somebody who has left"
            text = f"{who} has checked this, on {spoken(uk_day(row.at))}."
            read[problem.block] = Problem("checked", "note", text, problem.block)
        else:
            left.append(problem)
    return [*left, *read.values()]


def _label(draft: Draft, point: Point) -> str:
    return f"Point {draft.message.points.index(point) + 1} (“{one_line(point.text, 80)}”)"
