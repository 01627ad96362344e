"""Which Paragraphs answer each Point, and how surely. Method and figures: docs/matching.md."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from correspondence.matching.held import BankIndex, Held
from correspondence.matching.lexical import Scores, stems
from correspondence.matching.reasons import because
from correspondence.matching.semantic import Encoder, Vectors
from correspondence.matching.windows import Window, coherence, windows
from correspondence.models import OFFICE, Point

SHOWN = 10  # matches given for a Point
EXPLAINED = 3  # of them, with phrases alike in meaning; the rest with words only
NOT_ANSWERS = ("opening", "closing")
TWINS = 0.97  # a cosine past this: the same paragraph, lightly edited

# Small beside the scores, whose steps between neighbours are about .02: they order what is close.
OURS, APPROVED, IN_DATE, DATED = 0.03, 0.01, 0.01, 0.005

# How far the whole letter speaks for each window: not at all at a coherence of LOOSE, most at TIGHT.
LOOSE, TIGHT, CONTEXT = 0.10, 0.30, 2.0

# From the curve in docs/matching.md.
PERHAPS, YES = 0.24, 0.31
PERHAPS_BY_WORDS, YES_BY_WORDS = 0.06, 0.12
CASEWORK = 0.08  # a policy paragraph must fit this much better to answer somebody's own case


@dataclass(frozen=True)
class Match:
    """A Version offered for a Point, with a score of 0..1.

    because: the writer's own words that made it, and where they say little, phrases alike in meaning.
    """

    version_id: int
    paragraph_id: int
    score: float
    because: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Answer:
    """What the bank has for a Point: answered "yes", "perhaps" or "no"; best match first, also for "no"."""

    point: Point
    answered: str
    matches: list[Match]


def find(
    points: Sequence[Point],
    letter: str,
    index: BankIndex,
    encoder: Encoder | None,
    today: dt.date | None = None,
) -> list[Answer]:
    """An Answer for each Point, in order.

    letter: the whole body, which lends each Point its context. today: so that what is in date comes
    first. Without an encoder, or where the index has no vectors yet, words alone decide.
    """
    with index.lock:
        asked = windows([point.text for point in points], index.lexical)
    queries = [*(window.text for window in asked), letter]
    vectors = encoder.encode(queries) if encoder and len(index) else None
    with index.lock:
        scores = _scores(queries, vectors, index)
        order = np.where(_on_offer(index), scores + _priors(index, today), -1)
        found = [
            _found(
                [place for place, window in enumerate(asked) if window.point == number],
                asked,
                scores,
                order,
                index,
            )
            for number in range(len(points))
        ]
    return [_answer(point, near, index, encoder) for point, near in zip(points, found, strict=True)]


@dataclass(frozen=True)
class _Near:
    """A Paragraph near a Point, and the window of the Point it is nearest to."""

    held: Held
    score: float
    asked: str
    encoded: bool


def _found(
    places: Sequence[int], asked: Sequence[Window], scores: Scores, order: Scores, index: BankIndex
) -> list[_Near]:
    """What is nearest to the Point with its windows at `places`, best first; of twins, only the first."""
    best = order[places].max(axis=0)
    near: list[_Near] = []
    rows: list[int] = []
    for row in np.argsort(-best, kind="stable")[: 3 * SHOWN]:
        held = index.held[row]
        if best[row] < 0 or held is None or len(rows) == SHOWN:
            break
        if not index.has_twin(int(row), rows, TWINS):
            rows.append(int(row))
            place = places[int(scores[places, row].argmax())]
            near.append(_Near(held, float(scores[place, row]), asked[place].text, bool(index.encoded[row])))
    return near


def _answer(point: Point, near: Sequence[_Near], index: BankIndex, encoder: Encoder | None) -> Answer:
    matches = [
        Match(
            one.held.version_id,
            one.held.paragraph_id,
            round(one.score, 4),
            because(one.asked, one.held, index, encoder if place < EXPLAINED else None),
        )
        for place, one in enumerate(near)
    ]
    return Answer(point, _answered(point, near), matches)


def _answered(point: Point, near: Sequence[_Near]) -> str:
    harder = CASEWORK if point.kind == "casework" else 0.0
    levels = [
        (one.score - harder >= perhaps) + (one.score - harder >= yes)
        for one in near
        for perhaps, yes in [(PERHAPS, YES) if one.encoded else (PERHAPS_BY_WORDS, YES_BY_WORDS)]
    ]
    return ("no", "perhaps", "yes")[max(levels, default=0)]


def _scores(queries: Sequence[str], vectors: Vectors | None, index: BankIndex) -> Scores:
    """(windows, rows), 0..1: (cosine + BM25 / its most) / 2 of each window, drawn to the letter's own.

    The last query is the letter; the more its windows are on one topic, the more it counts.
    """
    scores = index.by_words([stems(query) for query in queries])
    context = 0.0
    if vectors is not None:
        scores = scores + index.by_meaning(vectors)
        context = CONTEXT * float(np.clip((coherence(vectors[:-1]) - LOOSE) / (TIGHT - LOOSE), 0, 1))
    drawn = (scores[:-1] + context * scores[-1]) / (1 + context)
    return np.asarray(np.clip(drawn / 2, 0, 1), dtype=np.float32)


def _on_offer(index: BankIndex) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.array(
        [held is not None and held.kind not in NOT_ANSWERS for held in index.held], dtype=np.bool_
    )


def _priors(index: BankIndex, today: dt.date | None) -> Scores:
    """(rows,): what is ours, approved, in date and dated comes a little before what is not."""
    return np.array([_prior(held, today) if held else 0 for held in index.held], dtype=np.float32)


def _prior(held: Held, today: dt.date | None) -> float:
    stale = today is not None and held.review_date is not None and held.review_date < today
    return (
        OURS * (held.voice == OFFICE)
        + APPROVED * (held.state == "approved")
        + IN_DATE * (not stale)
        + DATED * (held.date is not None)
    )


def notice(index: BankIndex, encoder: Encoder | None) -> str:
    """A sentence on how paragraphs were found when it was not the whole way; "" when it was."""
    if encoder is None:
        return "Paragraphs were found by their words alone: the language model could not be used."
    waiting, all_of_them = index.without_vector, len(index)
    if waiting == 0:
        return ""
    return f"{waiting} of {all_of_them} paragraphs could be found by their words alone so far."
