"""A Source as it was cut: its Paragraphs and the lines that were left out, in the order of the paper."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from correspondence import bank
from correspondence.errors import Conflict
from correspondence.figures.stale import UNDATED
from correspondence.harvest.sources import WHICH_AUTHOR, WHICH_DATE, WHOSE_LETTER
from correspondence.models import Paragraph, Source
from correspondence.text import sentence_spans

# Which field answers a question of the import, and what is written beside it.
ANSWERS = {
    WHICH_DATE: ("date", "Date"),
    WHICH_AUTHOR: ("author", "Author"),
    WHOSE_LETTER: ("voice", "Whose words"),
}
PAGE = 150  # rows on one page of a long document


@dataclass(frozen=True)
class Piece:
    """One row. `left_out` are lines between two Paragraphs, each (index, text, why); else a Paragraph.

    following: the Paragraph it can be joined with.
    """

    paragraph: Paragraph | None = None
    number: int = 0
    following: Paragraph | None = None
    left_out: tuple[tuple[int, str, str], ...] = ()


def pieces(source: Source) -> list[Piece]:
    """All rows. One that was joined into another is part of that one and has no row of its own."""
    paragraphs = [paragraph for paragraph in source.paragraphs if not was_joined(paragraph)]
    return [*_left_out(source, -1, _first(paragraphs)), *_rows(source, paragraphs)]


def _rows(source: Source, paragraphs: list[Paragraph]) -> Iterator[Piece]:
    number = 0
    for place, paragraph in enumerate(paragraphs):
        number += paragraph.state != "retired"
        yield Piece(paragraph, number, following(paragraphs, place))
        later = paragraphs[place + 1 :]
        yield from _left_out(source, paragraph.position, _first(later))


def _first(paragraphs: list[Paragraph]) -> float:
    return paragraphs[0].position if paragraphs else float("inf")


def _left_out(source: Source, begin: int, end: float) -> list[Piece]:
    """The lines whose place is from `begin` to before `end`, as one row."""
    lines = tuple(
        (index, left["text"], left["why"])
        for index, left in enumerate(source.left_out)
        if begin <= left["after"] < end
    )
    return [Piece(left_out=lines)] if lines else []


def was_joined(paragraph: Paragraph) -> bool:
    """Whether its words now stand in another Paragraph."""
    return paragraph.state == "retired" and paragraph.version.why.startswith(bank.JOINED)


def following(paragraphs: list[Paragraph], place: int) -> Paragraph | None:
    """The next Paragraph that is offered, if this one is."""
    if paragraphs[place].state == "retired":
        return None
    return next((other for other in paragraphs[place + 1 :] if other.state != "retired"), None)


def next_to(paragraph: Paragraph) -> Paragraph | None:
    """The Paragraph of the same Source that this one can be joined with."""
    if paragraph.source is None:
        return None
    paragraphs = [other for other in paragraph.source.paragraphs if not was_joined(other)]
    return following(paragraphs, paragraphs.index(paragraph)) if paragraph in paragraphs else None


def sentences(paragraph: Paragraph) -> list[tuple[int, str]]:
    """Where a Paragraph can be split: (offset, sentence) for each sentence but the first."""
    text = paragraph.version.text
    return [(start, text[start:end]) for start, end in sentence_spans(text)][1:]


def counts(source: Source) -> dict[str, int]:
    """How many Paragraphs there are in each state, without those that were joined into another."""
    found = {"proposed": 0, "approved": 0, "retired": 0}
    for paragraph in source.paragraphs:
        found[paragraph.state] += not was_joined(paragraph)
    return found


def removed(paragraph: Paragraph) -> str:
    """The kinds of personal detail that were taken out at import: "a name, a telephone number"."""
    kinds = [str(detail["kind"]) for detail in paragraph.version.removed]
    return ", ".join(_counted(kind, kinds.count(kind)) for kind in dict.fromkeys(kinds))


def _counted(kind: str, count: int) -> str:
    return f"{'an' if kind[:1] in 'aeiou' else 'a'} {kind}" if count == 1 else f"{kind} ({count} times)"


def reasons(paragraph: Paragraph, today: dt.date) -> list[str]:
    """What speaks against its words. That they have no date is shown beside them, with their Source."""
    return [reason for reason in bank.reasons(paragraph, today) if reason != UNDATED]


def must_be(paragraph: Paragraph, number: int | None) -> None:
    """Refuse when somebody has changed the words since the page was made."""
    if number != paragraph.version.number:
        raise Conflict("Somebody else has changed this paragraph. Look at it again.", paragraph.version.text)


def page_of(source: Source, paragraph: Paragraph) -> int:
    """On which page of the review a Paragraph stands, from 1."""
    rows = pieces(source)
    place = next((place for place, row in enumerate(rows) if row.paragraph is paragraph), 0)
    return place // PAGE + 1


def facts(source: Source) -> dict[str, Any]:
    """What the review shows of a Source beside its rows."""
    return {
        "counts": counts(source),
        "questions": [(question, *ANSWERS.get(question, ("", ""))) for question in source.questions],
    }
