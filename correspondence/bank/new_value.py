"""A new value for a figure: every place that says the old one, and the change of those that are chosen.

A place is one figure in a Paragraph's newest wording or in a Block of a reply that was not sent. Nothing
changes that was not chosen, and all that was chosen changes or none.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy.orm import Session, selectinload

from correspondence import figures
from correspondence.bank import ledger, new_figures
from correspondence.bank.changing import change, revise
from correspondence.db import mine
from correspondence.errors import Conflict, Refused
from correspondence.models import OFFICE, Block, Draft, Figure, Paragraph, User, Version
from correspondence.text import Span, one_line, sentence_spans

LONGEST = 100  # characters of a value
NEAR = 300  # characters of a sentence shown either side
_CHANGED = "Somebody has changed one of these texts meanwhile, so nothing was changed. Look at them again."


@dataclass(frozen=True)
class Place:
    """A value as a text says it at [start:end]. number: of the Version, or the Block's edit.

    is_sure: it measures the same and says the same. doubt: else why not. closed: why it cannot change.
    """

    noun: Literal["paragraph", "block"]
    row: Paragraph | Block
    number: int
    text: str
    start: int
    end: int
    doubt: str = ""
    closed: str = ""

    @property
    def is_sure(self) -> bool:
        return not self.doubt and not self.closed

    @property
    def mark(self) -> str:
        """What names this place in this wording, and no longer when somebody changes it."""
        return f"{self.noun}-{self.row.id}-{self.number}-{self.start}-{self.end}"

    @property
    def sentence(self) -> tuple[str, str, str]:
        """What its sentence says before the value, the value, and what comes after."""
        spans = sentence_spans(self.text)
        start, end = next((span for span in spans if span[0] <= self.start < span[1]), (0, len(self.text)))
        first, last = max(start, self.start - NEAR), min(max(end, self.end), self.end + NEAR)
        before, after = self.text[first : self.start], self.text[self.end : last]
        cut_before, cut_after = "… " if first > start else "", " …" if last < end else ""
        return cut_before + before, self.text[self.start : self.end], after + cut_after


@dataclass(frozen=True)
class NewValue:
    """A value as it should read, from which day on, and where that is from."""

    text: str
    as_of: dt.date
    why: str = ""


def places(session: Session, figure: Figure) -> list[Place]:
    """Where the bank and the replies being written say what `figure` says: the sure ones first."""
    found = [_in_paragraph(figure, other) for other in ledger.said_now(session, figure)]
    found += _in_blocks(session, figure)
    return sorted(found, key=lambda place: bool(place.doubt))


def checked(figure: Figure, text: str) -> str:
    """The new value as it will stand. Refused where there is none, or it is the old one."""
    text = one_line(text, LONGEST + 1)
    if not text:
        raise Refused("Type the value as it should read, such as “£21 million”.")
    if len(text) > LONGEST:
        raise Refused(f"A value has {LONGEST} characters at most.")
    if text == " ".join(figure.text.split()) or (
        figure.value is not None and read(figure, text) == figure.value
    ):
        raise Refused("That is the value it has already.")
    return text


def read(figure: Figure, text: str) -> object:
    """What the new value would be as a figure in the old one's place; None where it would be none."""
    whole, start = figure.version.text, figure.start
    new = whole[:start] + text + whole[figure.end :]
    at = range(start, start + len(text))
    found = (other for other in figures.find(new, None) if other.start in at and other.end - 1 in at)
    return next((other.value or other.text for other in found if other.kind == figure.kind), None)


def chosen(found: Sequence[Place], marks: Iterable[str]) -> list[Place]:
    """The places of these marks. Refused where there are none; Conflict where one is no longer so."""
    by_mark = {place.mark: place for place in found}
    wanted = list(dict.fromkeys(marks))
    if not wanted:
        raise Refused("Tick what the new value should stand in.")
    if not set(wanted) <= by_mark.keys():
        raise Conflict(_CHANGED)
    for place in (by_mark[mark] for mark in wanted):
        if place.closed:
            raise Refused(place.closed)
    return [by_mark[mark] for mark in wanted]


def revise_paragraphs(
    session: Session, user: User | None, wanted: Sequence[Place], value: NewValue, now: dt.datetime
) -> list[Version]:
    """Give each Paragraph among the places a Version with the new value. An approved one is then proposed.

    Its other figures keep their day; one that says nothing else is as a whole of the new day.
    """
    return [
        _revised(session, user, row, some, value, now)
        for row, some in _by_row(wanted)
        if isinstance(row, Paragraph)
    ]


def on_titles(wanted: Sequence[Place], value: NewValue) -> dict[int, str]:
    """What comes of the titles that quote the old value, as sentences by the ids of their Paragraphs."""
    said: dict[int, str] = {}
    for row, some in _by_row(wanted):
        if not isinstance(row, Paragraph):
            continue
        quoted, title = new_figures.retitled(row, put_in(some, value.text)[0])
        if title != row.title:
            said[row.id] = f"Its title becomes “{title}”."
        elif quoted:
            said[row.id] = f"Its title says “{quoted}” too. Change it on its page."
    return said


def block_texts(wanted: Sequence[Place], value: NewValue) -> list[tuple[Block, str, int]]:
    """Each Block among the places with its new text and the edit that was made from."""
    return [
        (row, put_in(some, value.text)[0], some[0].number)
        for row, some in _by_row(wanted)
        if isinstance(row, Block)
    ]


def put_in(some: Sequence[Place], new: str) -> tuple[str, list[Span]]:
    """The text of these places, all of one text, with `new` in each; and where it then stands."""
    text, spans, moved = some[0].text, [], 0
    for place in sorted(some, key=lambda place: place.start):
        start = place.start + moved
        text = text[:start] + new + text[place.end + moved :]
        spans.append((start, start + len(new)))
        moved += len(new) - (place.end - place.start)
    return text, spans


def _revised(
    session: Session,
    user: User | None,
    row: Paragraph,
    some: Sequence[Place],
    value: NewValue,
    now: dt.datetime,
) -> Version:
    text, spans = put_in(some, value.text)
    newest, first = row.version, some[0]
    is_all = len(some) == len(newest.figures)
    said = f"“{first.text[first.start : first.end]}” is now “{value.text}”."
    _quoted, title = new_figures.retitled(row, text)
    version = revise(
        session, user, row, text, now, first.number,
        days=dict.fromkeys(spans, value.as_of), date=value.as_of if is_all else newest.date,
        why=one_line(f"{said} {value.why}"),
    )  # fmt: skip
    if title != row.title:
        change(session, user, row, now, title=title)
    return version


def _by_row(wanted: Sequence[Place]) -> list[tuple[Paragraph | Block, list[Place]]]:
    rows: dict[tuple[str, int], list[Place]] = {}
    for place in wanted:
        rows.setdefault((place.noun, place.row.id), []).append(place)
    return [(some[0].row, some) for some in rows.values()]


def _in_paragraph(figure: Figure, other: Figure) -> Place:
    version = other.version
    doubt = _doubt(figure, other) if other is not figure else ""
    return Place(
        "paragraph", version.paragraph, version.number, version.text, other.start, other.end,
        doubt=_others_words(version) or doubt,
    )  # fmt: skip


def _in_blocks(session: Session, figure: Figure) -> list[Place]:
    """The places in replies that were not sent. A Block's figures are not stored, so they are found now."""
    digits = re.search(r"\d[\d.,]*", figure.text)
    looked_for = digits.group().rstrip(".,") if digits else figure.text
    of_key = mine(session, Figure).where(Figure.key == figure.key, Figure.key != "")
    from_them = Block.version_id.in_(of_key.with_only_columns(Figure.version_id))
    wanted = (
        mine(session, Block)
        .join(Block.draft)
        .where(Draft.state != "sent", Block.removed_at.is_(None))
        .where(Block.text.icontains(looked_for, autoescape=True) | from_them)
        .options(selectinload(Block.draft), selectinload(Block.source_version))
        .order_by(Block.draft_id, Block.position)
        .limit(ledger.MOST)
    )
    return [
        _in_block(figure, block, other)
        for block in session.scalars(wanted)
        for other in figures.find(block.text, None)
        if _is_alike(figure, other) or (_is_of(figure, block) and _says_same(figure, other))
    ]


def _is_of(figure: Figure, block: Block) -> bool:
    """Whether a Block is of the Paragraph that has this figure, with whatever words it stands there now."""
    version = block.source_version
    return version is not None and version.paragraph_id == figure.version.paragraph_id


def _in_block(figure: Figure, block: Block, other: Figure) -> Place:
    version, state = block.source_version, block.draft.state
    is_copy = block.version_id == figure.version_id and other.text == figure.text and other.key == figure.key
    doubt = "" if is_copy else _doubt(figure, other)
    return Place(
        "block", block, block.edit, block.text, other.start, other.end,
        doubt=(_others_words(version) if version else "") or doubt,
        closed="" if state == "drafting" else f"This reply is {state} and is not edited any more.",
    )  # fmt: skip


def _is_alike(figure: Figure, other: Figure) -> bool:
    if figure.kind != other.kind:
        return False
    return bool(figure.key and figure.key == other.key) or (not other.key and _says_same(figure, other))


def _says_same(figure: Figure, other: Figure) -> bool:
    if figure.value is None:
        return figure.text.lower() == other.text.lower()
    return bool(figure.value == other.value)


def _doubt(figure: Figure, other: Figure) -> str:
    if not _says_same(figure, other):
        return f"It says “{other.text}” of what measures the same."
    if not figure.key or figure.key != other.key:
        return "It says the same value. Check that it measures the same."
    return ""


def _others_words(version: Version) -> str:
    if version.voice == OFFICE and not version.speaker:
        return ""
    whose = version.speaker or version.voice or "somebody unknown"
    return f"These are words of {whose}. A new value would change what they said."
