"""A Source as it was cut: its Paragraphs and the lines that were left out, in the order of the paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import g

from correspondence.bank.acts import joined
from correspondence.bank.onward import onward
from correspondence.errors import Conflict
from correspondence.harvest import TOLD_OF, TakenOut
from correspondence.harvest.sources import ANOTHERS_LETTER, WHICH_AUTHOR, WHICH_DATE, WHOSE_LETTER
from correspondence.models import Paragraph, Source
from correspondence.text import sentence_spans

# Which field answers a question of the import, and what is written beside it.
ANSWERS = {
    WHICH_DATE: ("date", "Date"),
    WHICH_AUTHOR: ("author", "Author"),
    WHOSE_LETTER: ("voice", "Whose words"),
    ANOTHERS_LETTER: ("voice", "Whose words"),
}
NOT_FOUND = "It can no longer be found in the original. Look there."
PAGE = 150  # rows on one page of a long document


@dataclass(frozen=True)
class Line:
    """A line that was left out; `index` in `left_out`. removed: what it told of a person, in which case its
    words are not stored; shown: they are read again, for this page only."""

    index: int
    text: str
    why: str
    removed: str = ""
    shown: str = ""

    @property
    def may_be_kept(self) -> bool:
        return not self.removed or self.why == TOLD_OF


@dataclass(frozen=True)
class Piece:
    """One row. `left_out` are lines between two Paragraphs; else a Paragraph.

    following: the Paragraph it can be joined with.
    """

    paragraph: Paragraph | None = None
    number: int = 0
    following: Paragraph | None = None
    left_out: tuple[Line, ...] = ()


def pieces(source: Source, again: TakenOut | None = None) -> list[Piece]:
    """All rows. One that was joined into another is part of that one and has no row of its own.

    again: what import took out, to be shown with them.
    """
    paragraphs = own(source)
    return [*_left_out(source, again, -1, _first(paragraphs)), *_rows(source, again, paragraphs)]


def _rows(source: Source, again: TakenOut | None, paragraphs: list[Paragraph]) -> Iterator[Piece]:
    number = 0
    for place, paragraph in enumerate(paragraphs):
        number += paragraph.state != "retired"
        yield Piece(paragraph, number, following(paragraphs, place))
        later = paragraphs[place + 1 :]
        yield from _left_out(source, again, paragraph.position, _first(later))


def _first(paragraphs: list[Paragraph]) -> float:
    return paragraphs[0].position if paragraphs else float("inf")


def _left_out(source: Source, again: TakenOut | None, begin: int, end: float) -> list[Piece]:
    """The lines whose place is from `begin` to before `end`, as one row."""
    lines = tuple(
        _line(index, left, again)
        for index, left in enumerate(source.left_out)
        if begin <= left["after"] < end
    )
    return [Piece(left_out=lines)] if lines else []


def _line(index: int, left: dict[str, Any], again: TakenOut | None) -> Line:
    shown = again.lines.get((left.get("at", -1), left["why"]), NOT_FOUND) if again else ""
    removed = listed([detail["kind"] for detail in left.get("removed", [])])
    return Line(index, left["text"], left["why"], removed, shown if removed else "")


def details(paragraph: Paragraph, again: TakenOut | None) -> list[tuple[str, str]]:
    """What import took out of a Paragraph, each (kind, words), where a person asked to see it."""
    if again is None or not paragraph.version.removed:
        return []
    texts = [version.text for version in paragraph.versions]
    found = next((again.details[text] for text in texts if text in again.details), ())
    return [(detail.kind, detail.words) for detail in found] or [("", NOT_FOUND)]


def own(source: Source) -> list[Paragraph]:
    """Its Paragraphs but for those that were joined into another."""
    into_another = joined(g.session, source.paragraphs)
    return [paragraph for paragraph in source.paragraphs if paragraph.id not in into_another]


def following(paragraphs: list[Paragraph], place: int) -> Paragraph | None:
    """The next Paragraph that is offered, if this one is."""
    if paragraphs[place].state == "retired":
        return None
    return next((other for other in paragraphs[place + 1 :] if other.state != "retired"), None)


def next_to(paragraph: Paragraph) -> Paragraph | None:
    """The Paragraph of the same Source that this one can be joined with."""
    if paragraph.source is None:
        return None
    paragraphs = own(paragraph.source)
    return following(paragraphs, paragraphs.index(paragraph)) if paragraph in paragraphs else None


def sentences(paragraph: Paragraph) -> list[tuple[int, str]]:
    """Where a Paragraph can be split: (offset, sentence) for each sentence but the first."""
    text = paragraph.version.text
    return [(start, text[start:end]) for start, end in sentence_spans(text)][1:]


def counts(source: Source) -> dict[str, int]:
    """How many Paragraphs there are in each state, without those that were joined into another."""
    found = {"proposed": 0, "approved": 0, "retired": 0}
    for paragraph in own(source):
        found[paragraph.state] += 1
    return found


def removed(paragraph: Paragraph) -> str:
    """The kinds of personal detail that were taken out at import: "a name, a telephone number"."""
    return listed([str(detail["kind"]) for detail in paragraph.version.removed])


def listed(kinds: list[str]) -> str:
    """Kinds of personal detail in words."""
    return ", ".join(_counted(kind, kinds.count(kind)) for kind in dict.fromkeys(kinds))


def _counted(kind: str, count: int) -> str:
    if kind == "case details":
        return kind
    kind = {"email": "e-mail address", "telephone": "telephone number"}.get(kind, kind)
    return f"{'an' if kind[:1] in 'aeiou' else 'a'} {kind}" if count == 1 else f"{kind} ({count} times)"


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
    counted = counts(source)
    return {
        "counts": counted,
        "onward": None if counted["proposed"] else onward(g.session, source),
        "took_out": any(paragraph.version.removed for paragraph in source.paragraphs)
        or any(left.get("removed") for left in source.left_out),
        "questions": [(question, *ANSWERS.get(question, ("", ""))) for question in source.questions],
    }
