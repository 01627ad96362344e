"""Which Paragraphs answer each Point, and how surely. Method and figures: docs/matching.md."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from correspondence.matching.asked import Asked, asked
from correspondence.matching.held import BankIndex, Held
from correspondence.matching.lexical import Scores, stems
from correspondence.matching.reasons import because
from correspondence.matching.semantic import Encoder, Vectors
from correspondence.models import OFFICE, Point

SHOWN = 10  # matches given for a Point
EXPLAINED = 3  # of them, with phrases alike in meaning; the rest with words only
NOT_ANSWERS = ("opening", "closing")
TWINS = 0.97  # a cosine past this: the same paragraph, lightly edited

# Small beside the scores, whose steps between neighbours are about .02: they order what is close.
OURS, APPROVED, IN_DATE, DATED = 0.03, 0.01, 0.01, 0.005

# How far the letter speaks for a Point: not at all when the Point alone finds a Paragraph that scores
# CLEAR or more, CONTEXT times as much as the Point itself when all it finds scores FAINT or less.
FAINT, CLEAR, CONTEXT = 0.30, 0.45, 4.0
LEANING = 1.0  # instead of CONTEXT, where the letter holds another Point
SHARP = 0.5  # what the best window counts beside the letter

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
        search = asked([point.text for point in points], letter, index.lexical)
    vectors = encoder.encode(search.texts) if encoder and len(index) else None
    with index.lock:
        plain = _plain(search.texts, vectors, index)
        priors = np.where(_on_offer(index), _priors(index, today), -np.inf)
        found = [_found(number, search, plain, priors, index) for number in range(len(points))]
    return [_answer(point, near, index, encoder) for point, near in zip(points, found, strict=True)]


@dataclass(frozen=True)
class _Near:
    """A Paragraph near a Point, and the window of the Point it is nearest to."""

    held: Held
    score: float
    asked: str
    encoded: bool


def _found(number: int, search: Asked, plain: Scores, priors: Scores, index: BankIndex) -> list[_Near]:
    """What is nearest to the Point of this number, best first; of twins, only the first."""
    scores = _in_context(number, search, plain)
    order = scores + priors
    sharp = [search.points[number], *search.windows[number]]
    near: list[_Near] = []
    rows: list[int] = []
    for row in map(int, np.argsort(-order, kind="stable")[: 3 * SHOWN]):
        held = index.held[row]
        if held is None or order[row] < 0 or len(rows) == SHOWN:
            break
        if not index.has_twin(row, rows, TWINS):
            rows.append(row)
            text = search.texts[sharp[int(plain[sharp, row].argmax())]]
            near.append(_Near(held, float(scores[row]), text, bool(index.encoded[row])))
    return near


def _in_context(number: int, search: Asked, plain: Scores) -> Scores:
    """(rows,), 0..1: the Point's own scores, drawn to those of its letter the less it says itself."""
    own = plain[search.points[number]]
    most = LEANING if search.leans[number] else CONTEXT
    need = most * float(np.clip((CLEAR - own.max(initial=0)) / (CLEAR - FAINT), 0, 1))
    letter = plain[search.letters[number]]
    window = plain[search.windows[number] or [search.points[number]]].max(axis=0)
    return np.asarray((own + need * (letter + SHARP * window)) / (1 + need * (1 + SHARP)), dtype=np.float32)


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


def _plain(texts: Sequence[str], vectors: Vectors | None, index: BankIndex) -> Scores:
    """(texts, rows), 0..1: half the cosine and half of BM25 over the most it could be."""
    scores = index.by_words([stems(text) for text in texts])
    if vectors is not None:
        scores = scores + index.by_meaning(vectors)
    return np.asarray(np.clip(scores / 2, 0, 1), dtype=np.float32)


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
