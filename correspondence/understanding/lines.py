"""A text as numbered lines, and runs of them that are folded away with the reason."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SEEN = 1000  # characters of a line that are looked at: what is folded away begins sooner


@dataclass(frozen=True)
class Line:
    """One line: where it starts in the text, and how it begins, without white space round it."""

    number: int
    start: int
    text: str

    @property
    def blank(self) -> bool:
        return not self.text


@dataclass(frozen=True)
class Fold:
    """The span of a text that is folded away, and why, in words for a caseworker."""

    start: int
    end: int
    why: str


def split_lines(text: str) -> list[Line]:
    """The lines of a text, blank ones too."""
    found, start = [], 0
    for number, raw in enumerate(text.split("\n")):
        found.append(Line(number, start, raw.strip()[:_SEEN]))
        start += len(raw) + 1
    return found


def fold_lines(lines: Sequence[Line], first: int, last: int, why: str) -> Fold:
    """The fold of lines[first:last] (numbers in the whole text), line end included."""
    start = lines[first].start
    return Fold(start, lines[last].start if last < len(lines) else -1, why)


def without(lines: Sequence[Line], folds: Iterable[Fold]) -> list[Line]:
    """The lines of which no part is folded."""
    spans = sorted((fold.start, fold.end) for fold in folds)
    starts = [start for start, _ in spans]

    def kept(line: Line) -> bool:
        at = bisect_left(starts, line.start + 1) - 1
        return at < 0 or not spans[at][0] <= line.start < spans[at][1]

    return [line for line in lines if kept(line)]


def assemble(text: str, folds: Iterable[Fold]) -> tuple[str, list[dict[str, str | int]]]:
    """The body, and the folded pieces with their offsets in it; put back, they are `text` again.

    White space at either end of the body goes with the piece that stands there.
    """
    ordered = _widened(text, folds)
    body: list[str] = []
    folded: list[dict[str, str | int]] = []
    length = at = 0
    for fold in ordered:
        body.append(text[at : fold.start])
        length += fold.start - at
        folded.append({"text": text[fold.start : fold.end], "why": fold.why, "at": length})
        at = fold.end
    body.append(text[at:])
    return _tidied("".join(body), folded)


def _tidied(body: str, folded: list[dict[str, str | int]]) -> tuple[str, list[dict[str, str | int]]]:
    """The same with white space at the ends of the body handed to the pieces next to it."""
    at_end = [piece for piece in folded if piece["at"] == len(body)]
    if at_end and body.strip():
        kept = body.rstrip()
        at_end[0]["text"] = body[len(kept) :] + str(at_end[0]["text"])
        for piece in at_end:
            piece["at"] = len(kept)
        body = kept
    at_start = [piece for piece in folded if piece["at"] == 0]
    if at_start and body.strip():
        kept = body.lstrip()
        cut = len(body) - len(kept)
        at_start[-1]["text"] = str(at_start[-1]["text"]) + body[:cut]
        for piece in folded[len(at_start) :]:
            piece["at"] = int(piece["at"]) - cut
        body = kept
    return body, folded


def _widened(text: str, folds: Iterable[Fold]) -> list[Fold]:
    """The folds in order, none overlapping, with the white space between them taken in."""
    ordered: list[Fold] = []
    for fold in sorted(
        (fold for fold in folds if fold.end > fold.start), key=lambda fold: (fold.start, -fold.end)
    ):
        before = ordered[-1].end if ordered else 0
        start = fold.start if text[before : fold.start].strip() else before
        if fold.end <= before:
            continue
        if start > before and text[:start].endswith("\n\n"):  # one blank line is left, not two
            fold = Fold(start, _after_newlines(text, fold.end), fold.why)
        if ordered and start <= before and ordered[-1].why == fold.why:
            ordered[-1] = Fold(ordered[-1].start, fold.end, fold.why)
        else:
            ordered.append(Fold(max(start, before), fold.end, fold.why))
    if ordered and not text[ordered[-1].end :].strip():
        ordered[-1] = Fold(ordered[-1].start, len(text), ordered[-1].why)
    return ordered


def _after_newlines(text: str, at: int) -> int:
    while at < len(text) and text[at] == "\n":
        at += 1
    return at


def put_together(body: str, folded: Iterable[dict[str, str | int]]) -> str:
    """The whole text again from a body and what was folded out of it."""
    whole, at = [], 0
    for piece in folded:
        whole += [body[at : int(piece["at"])], str(piece["text"])]
        at = int(piece["at"])
    return "".join(whole) + body[at:]
