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
EXPLAINED = 2  # of them, with phrases alike in meaning; the rest with words only
NOT_ANSWERS = ("opening", "closing")
TWINS = 0.97  # a cosine past this: the same paragraph, lightly edited

# Small beside the scores, whose steps between neighbours are about .02: they order what is close.
OURS, APPROVED, IN_DATE, DATED = 0.05, 0.01, 0.01, 0.005
LONG_AGO = dt.date(1990, 1, 1)
A_DAY = 1e-7  # newer: enough to part what is otherwise alike

# How far the letter speaks for a Point: not at all when the Point alone finds a Paragraph that scores
# CLEAR or more, CONTEXT times as much as the Point itself when all it finds scores FAINT or less.
FAINT, CLEAR, CONTEXT = 0.30, 0.45, 4.0
LEANING = 0.5  # instead of CONTEXT, where a Point leans on the one before and that lends the context
SAID = 0.03  # what was best for the Point before is that much less likely the answer to one that leans on it
SHARP = 0.5  # what the best window counts beside the letter

# Lines for how sure it is (`_sureness`), from the curve in docs/matching.md.
PERHAPS, YES = 0.29, 0.36
REST = slice(5, 15)  # the ranks that a paragraph standing out is measured against
BY_WORDS = 0.3  # words alone give scores this much smaller
KNOWN = 0.06  # a Point that leans on an answered one is on a topic the bank has, and needs less
CASEWORK = 0.10  # a policy paragraph must fit this much better to answer somebody's own case


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
    """What the bank has for a Point: answered "yes", "perhaps" or "no"; best match first, also for "no".

    sureness: what decided it; "perhaps" begins at PERHAPS, "yes" at YES.
    """

    point: Point
    answered: str
    matches: list[Match]
    sureness: float = 0.0


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
    vectors = encoder.encode(search.texts, asked=True) if encoder and len(index) else None
    with index.lock:
        plain = _plain(search.texts, vectors, index)
        priors = np.where(_on_offer(index), _priors(index, today), -np.inf)
        found: list[_Found] = []
        for number in range(len(points)):
            before = found[-1] if search.leans[number] else None
            found.append(_find_one(number, search, plain, priors, before, index, vectors is not None))
    return [_answer(point, one, index, encoder) for point, one in zip(points, found, strict=True)]


@dataclass(frozen=True)
class _Near:
    """A Paragraph near a Point, and the part of the letter it is nearest to."""

    row: int
    held: Held
    score: float
    asked: str


@dataclass(frozen=True)
class _Found:
    """What is near a Point, best first; how sure the best is; how much less is needed than of others."""

    near: list[_Near]
    sureness: float
    eased: float

    def judged(self, harder: float = 0.0) -> tuple[float, str]:
        """The sureness after easing and hardening, and what it comes to."""
        sureness = self.sureness + self.eased - harder
        return sureness, "yes" if sureness >= YES else "perhaps" if sureness >= PERHAPS else "no"


def _find_one(
    number: int,
    search: Asked,
    plain: Scores,
    priors: Scores,
    before: _Found | None,
    index: BankIndex,
    semantic: bool,
) -> _Found:
    """What answers the Point of this number. before: what was found for the Point it leans on."""
    scores = _in_context(number, search, plain)
    order = scores + priors
    if before and before.near:
        order[before.near[0].row] -= SAID
    sharp = [search.points[number], *search.windows[number]]
    near = [
        _Near(row, held, float(scores[row]), search.texts[sharp[int(plain[sharp, row].argmax())]])
        for row in _best_rows(order, index)
        if (held := index.held[row])
    ]
    eased = KNOWN if before and before.judged()[1] != "no" else 0.0
    return _Found(near, _sureness(scores, index, semantic), eased)


def _best_rows(order: Scores, index: BankIndex) -> list[int]:
    """The rows to show, best first; of twins, only the first."""
    rows: list[int] = []
    for row in map(int, np.argsort(-order, kind="stable")[: 3 * SHOWN]):
        if order[row] >= 0 and len(rows) < SHOWN and not index.has_twin(row, rows, TWINS):
            rows.append(row)
    return rows


def _in_context(number: int, search: Asked, plain: Scores) -> Scores:
    """(rows,), 0..1: the Point's own scores, drawn to those of its letter the less it says itself."""
    own = plain[search.points[number]]
    most = LEANING if search.leans[number] else CONTEXT
    need = most * float(np.clip((CLEAR - own.max(initial=0)) / (CLEAR - FAINT), 0, 1))
    letter = plain[search.letters[number]]
    window = plain[search.windows[number] or [search.points[number]]].max(axis=0)
    return np.asarray((own + need * (letter + SHARP * window)) / (1 + need * (1 + SHARP)), dtype=np.float32)


def _answer(point: Point, found: _Found, index: BankIndex, encoder: Encoder | None) -> Answer:
    matches = [
        Match(
            one.held.version_id,
            one.held.paragraph_id,
            round(one.score, 4),
            because(one.asked, one.held, index, encoder if place < EXPLAINED else None),
        )
        for place, one in enumerate(found.near)
    ]
    sureness, answered = found.judged(CASEWORK if point.kind == "casework" else 0.0)
    return Answer(point, answered, matches, sureness)


def _sureness(scores: Scores, index: BankIndex, semantic: bool) -> float:
    """The best score, and how far it stands above the ranks where chance likenesses lie."""
    comparable = np.where(index.encoded[: len(scores)] & semantic, scores, scores / BY_WORDS)
    ranked = -np.sort(-comparable[_on_offer(index)])
    if len(ranked) < 2:
        return float(ranked.sum())
    rest = ranked[REST] if len(ranked) >= REST.stop else ranked[1:]
    return float(2 * ranked[0] - rest.mean())


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
        + (DATED + A_DAY * (held.date - LONG_AGO).days if held.date and held.date > LONG_AGO else 0)
    )


def notice(index: BankIndex, encoder: Encoder | None) -> str:
    """A sentence on how paragraphs were found when it was not the whole way; "" when it was."""
    if encoder is None:
        return "Paragraphs were found by their words alone: the language model could not be used."
    waiting, all_of_them = index.without_vector, len(index)
    if waiting == 0:
        return ""
    return f"{waiting} of {all_of_them} paragraphs could be found by their words alone so far."
