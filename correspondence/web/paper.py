"""A letter as it is read: its words, its numbered points, and what was folded away, in their order."""

from collections.abc import Iterator
from dataclasses import dataclass

from correspondence.models import Message, Point

_MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(frozen=True)
class Piece:
    """A run of a letter. point: the Point it is part of. is_start: whether that Point begins here.

    why: for what was folded away, its reason; "" for what is shown.
    """

    text: str
    point: Point | None = None
    is_start: bool = False
    why: str = ""


def mark(number: int) -> str:
    """The sign of a Point, counted from 1: ① to ⑳, then (21)."""
    return _MARKS[number - 1] if number <= len(_MARKS) else f"({number})"


def pieces(message: Message) -> list[Piece]:
    """The body with its Points and what was folded, first to last; all pieces together are the letter."""
    return [piece for piece in _pieces(message) if piece.text.strip() or not piece.why]


def _pieces(message: Message) -> Iterator[Piece]:
    body, done = message.body, 0
    folds = sorted(message.folded, key=lambda fold: int(fold["at"]))
    for start, end, point in _spans(message):
        while folds and folds[0]["at"] < end:
            fold = folds.pop(0)
            yield from _run(body, done, fold["at"], start, point)
            yield Piece(fold["text"].strip("\n"), why=fold["why"])
            done = max(done, fold["at"])
        yield from _run(body, done, end, start, point)
        done = max(done, end)
    for fold in folds:
        yield Piece(fold["text"].strip("\n"), why=fold["why"])


def _spans(message: Message) -> Iterator[tuple[int, int, Point | None]]:
    """The whole body as spans that follow each other, each with the Point it belongs to."""
    done = 0
    for point in sorted(message.points, key=lambda point: point.start):
        start, end = max(point.start, done), min(point.end, len(message.body))
        if start < end:
            yield from [(done, start, None)] if done < start else []
            yield start, end, point
            done = end
    if done < len(message.body):
        yield done, len(message.body), None


def _run(body: str, start: int, end: int, begins: int, point: Point | None) -> Iterator[Piece]:
    if start < end:
        yield Piece(body[start:end], point, is_start=point is not None and start <= begins)
