"""What the office's own choices teach: a Paragraph that answered a letter is likelier for one like it."""

import datetime as dt
import math
import threading
from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from correspondence.days import spoken
from correspondence.matching.lexical import Scores, stems
from correspondence.matching.semantic import WIDTH, Encoder, Vectors, unit

# The most gained with at most .01 of nDCG lost where all was on other things (tests/bench/learning.py).
MOST = 0.12  # added at most, to a score of 0..1
LIKE, SAME = 0.50, 0.70  # cosines of two Points: from LIKE on one counts for the other, from SAME fully
WORDS_LIKE, WORDS_SAME = 0.35, 0.70  # where there are no vectors: shares of the two texts' stems


@dataclass(frozen=True)
class Taught:
    """One Choice: whether the Paragraph was used for the Point, and on which day."""

    paragraph_id: int
    used: bool
    day: dt.date


LONGEST = 20_000  # characters of a letter that are heard


Told = tuple[float, dt.date]  # how far an earlier Point counts, 0..1, and when it was chosen for


@dataclass(frozen=True)
class Lesson:
    """What is added to a Paragraph's score (below 0: taken off), and why, in a caseworker's words."""

    amount: float
    because: str


def with_lesson(reasons: Sequence[str], lesson: Lesson | None) -> list[str]:
    """Reasons for a Paragraph with what a lesson says: first where it speaks for it, else last."""
    if lesson is None:
        return list(reasons)
    return [lesson.because, *reasons] if lesson.amount >= 0 else [*reasons, lesson.because]


def vectors_of(points: Sequence[str], letter: str, encoder: Encoder) -> Vectors:
    """(len(points), width) of length 1: what each Point of a letter says, to be compared with other Points.

    Half is its own text, half the letter without the other Points: one is sharp, and in everyday words
    the other tells what it is about.
    """
    rests = [_without(letter, [other for other in points if other != point]) for point in points]
    both = encoder.encode([*points, *rests], asked=True)
    return heard(both[: len(points)], both[len(points) :])


def heard(own: Vectors, rests: Vectors) -> Vectors:
    """As `vectors_of`, of what was encoded already: the Points' own texts, and their letter for each."""
    return unit(own + rests)


def _without(letter: str, others: Sequence[str]) -> str:
    for other in others:
        letter = letter.replace(other, " ", 1)
    return " ".join(letter[:LONGEST].split())


class Learned:
    """Points that people of the office have chosen for, each by row: vector, stems, choices.

    model: the encoder's name that its vectors are of; width: of these. edition: the office's edition it is as
    new as; -1 before the first read. Safe for threads.
    """

    def __init__(self, model: str = "", width: int = WIDTH) -> None:
        self.lock = threading.RLock()
        self.model, self.width = model, width
        self.edition = -1
        self._rows: dict[int, int] = {}
        self._taught: list[Sequence[Taught]] = []
        self._vectors: Vectors = np.zeros((0, width), dtype=np.float32)
        self._encoded: npt.NDArray[np.bool_] = np.zeros(0, dtype=np.bool_)
        self._lengths = np.zeros(0, dtype=np.float32)  # distinct stems
        self._postings: dict[str, array[int]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def points(self) -> set[int]:
        """Ids of the Points it has choices for."""
        return set(self._rows)

    def put(self, point_id: int, text: str, vector: Vectors | None, taught: Sequence[Taught]) -> None:
        """Hold these choices for a Point, in place of what was held of it. vector: (width,), length 1."""
        with self.lock:
            row = self._rows.get(point_id)
            if row is None:
                row = self._rows[point_id] = self._new_row(text)
            self._taught[row] = tuple(taught)
            self._encoded[row] = vector is not None
            self._vectors[row] = 0 if vector is None else vector

    def drop(self, point_id: int) -> None:
        """Hold nothing of this Point any longer."""
        with self.lock:
            row = self._rows.pop(point_id, None)
            if row is not None:
                self._taught[row], self._vectors[row] = (), 0

    def bonus(
        self, texts: Sequence[str], vectors: Vectors | None, without: Collection[int] = ()
    ) -> list[dict[int, Lesson]]:
        """For each Point of a letter, what its likeness to earlier ones adds: {paragraph id: Lesson}.

        texts: the Points' own. vectors: (len(texts), width), by `heard`, of `model`; None: by words.
        without: ids of Points that shall not count, which are the letter's own. At most MOST either way.
        """
        with self.lock:
            strengths = self._strengths(texts, vectors)
            strengths[:, [self._rows[point] for point in without if point in self._rows]] = 0
            return [self._lessons(line) for line in strengths]

    def _lessons(self, strengths: Scores) -> dict[int, Lesson]:
        """strengths: (rows,), 0..1, how far each earlier Point counts."""
        used: dict[int, list[Told]] = {}
        refused: dict[int, list[Told]] = {}
        for row in np.flatnonzero(strengths > 0):
            for choice in self._taught[row]:
                side = used if choice.used else refused
                side.setdefault(choice.paragraph_id, []).append((float(strengths[row]), choice.day))
        lessons = {key: _lesson(used.get(key, []), refused.get(key, [])) for key in used | refused}
        return {key: lesson for key, lesson in lessons.items() if lesson.amount}

    def _strengths(self, texts: Sequence[str], vectors: Vectors | None) -> Scores:
        """(texts, rows), 0..1: by meaning where both have a vector, else by words."""
        size = len(self._taught)
        encoded = self._encoded[:size]
        if vectors is not None and encoded.all():
            return _ramp(vectors @ self._vectors[:size].T, LIKE, SAME)
        shares = np.array([self._shares(text) for text in texts], dtype=np.float32).reshape(len(texts), size)
        by_words = _ramp(shares, WORDS_LIKE, WORDS_SAME)
        if vectors is None:
            return by_words
        return np.where(encoded, _ramp(vectors @ self._vectors[:size].T, LIKE, SAME), by_words)

    def _shares(self, text: str) -> Scores:
        """(rows,): Dice's coefficient of the distinct stems of this text and of each Point."""
        entries = set(stems(text))
        found = [postings for entry in entries if (postings := self._postings.get(entry))]
        rows = np.concatenate(found) if found else np.zeros(0, dtype=np.int32)
        shared = np.bincount(rows, minlength=len(self._taught))
        both = len(entries) + self._lengths[: len(self._taught)]
        return np.asarray(2 * shared / np.maximum(both, 1), dtype=np.float32)

    def _new_row(self, text: str) -> int:
        row = len(self._taught)
        self._taught.append(())
        if row >= len(self._lengths):
            room = max(64, row)
            self._vectors = np.concatenate([self._vectors, np.zeros((room, self.width), dtype=np.float32)])
            self._lengths = np.concatenate([self._lengths, np.zeros(room, dtype=np.float32)])
            self._encoded = np.concatenate([self._encoded, np.zeros(room, dtype=np.bool_)])
        entries = set(stems(text))
        self._lengths[row] = len(entries)
        for entry in entries:
            self._postings.setdefault(entry, array("i")).append(row)
        return row


def _ramp(likeness: Scores, low: float, high: float) -> Scores:
    """0 up to `low`, 1 from `high` on."""
    return np.asarray(np.clip((likeness - low) / (high - low), 0, 1), dtype=np.float32)


def _lesson(used: Sequence[Told], refused: Sequence[Told]) -> Lesson:
    amount = MOST * (_together(used) - _together(refused))
    told = used if amount >= 0 else refused
    letters = "a letter" if len(told) == 1 else f"{len(told)} letters"
    last = max(day for _strength, day in told)
    when = f"{'on' if len(told) == 1 else 'the last on'} {spoken(last)}"
    said = "answered" if amount >= 0 else "although it was taken out of the reply to"
    return Lesson(amount, f"{said} {letters} like this one, {when}")


def _together(told: Sequence[Told]) -> float:
    """0..1: each adds less than the one before."""
    return 1 - math.prod(1 - strength for strength, _day in told)
