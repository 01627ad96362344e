"""Which Paragraphs answer each Point, and how surely. Method and figures: docs/matching.md."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

import numpy as np

from correspondence.matching import sureness
from correspondence.matching.asked import Asked, asked
from correspondence.matching.everyday import Everyday
from correspondence.matching.held import BankIndex, Held
from correspondence.matching.learned import Learned, Lesson, heard, with_lesson
from correspondence.matching.lexical import Scores, stems
from correspondence.matching.reasons import because
from correspondence.matching.semantic import Encoder, Vectors
from correspondence.matching.standing import on_offer, standing, standings
from correspondence.matching.sureness import CASEWORK, KNOWN, Evidence
from correspondence.models import Point

SHOWN = 10  # matches given for a Point
TWINS = 0.97  # a cosine past this: the same paragraph, lightly edited
BY_WORDS = 1.5  # how much words count beside meaning: their share is small in everyday letters

# How far the letter speaks for a Point: not at all when the Point alone finds a Paragraph that scores
# CLEAR or more, CONTEXT times as much as the Point itself when all it finds scores FAINT or less.
FAINT, CLEAR, CONTEXT = 0.30, 0.45, 4.0
LEANING = 0.5  # instead of CONTEXT, where a Point leans on the one before and that lends the context
SAID = 0.03  # what was best for the Point before is that much less likely the answer to one that leans on it
SHARP = 0.25  # what the best window counts beside the letter


@dataclass(frozen=True)
class Match:
    """A Version offered for a Point, with a score of 0..1.

    variants: ids of Paragraphs that say the same, which it stands for. reason: finds `because`.
    """

    version_id: int
    paragraph_id: int
    score: float
    variants: tuple[int, ...] = ()
    reason: Callable[[], list[str]] = field(default=list, repr=False, compare=False)

    @cached_property
    def because(self) -> list[str]:
        """The writer's own words that made it, what they mean in official words, what it answered before.

        Where all that says little, phrases alike in meaning: found when first read, for that takes long.
        """
        return self.reason()


@dataclass(frozen=True)
class Answer:
    """What the bank has for a Point: answered "yes", "perhaps" or "no"; best match first, also for "no".

    sureness: what decided it, 0..1, see sureness.PERHAPS and YES. evidence: what that was weighed from.
    """

    point: Point
    answered: str
    matches: list[Match]
    sureness: float = 0.0
    evidence: Evidence | None = None


def find(
    points: Sequence[Point],
    letter: str,
    index: BankIndex,
    encoder: Encoder | None,
    today: dt.date | None = None,
    everyday: Everyday | None = None,
    learned: Learned | None = None,
) -> list[Answer]:
    """An Answer for each Point, in order.

    letter: the whole body, which lends each Point its context. today: so that what is in date comes
    first. everyday: what people say for what officials call otherwise. learned: what people chose for
    Points like these. Without an encoder, or where the index has no vectors yet, words alone decide.
    """
    with index.lock:
        search = asked([point.text for point in points], letter, index.lexical)
    texts = [everyday.explained(text) for text in search.texts] if everyday else search.texts
    vectors = encoder.encode(texts, asked=True) if encoder and len(index) else None
    lessons = _lessons(points, search, vectors, learned)
    near = index.narrowed(texts, vectors, {key for one in lessons for key in one})
    with near.lock:
        view = _view(texts, search, near, encoder, vectors, today, len(index))
        found: list[_Found] = []
        for number, point in enumerate(points):
            before = found[-1] if search.leans[number] else None
            found.append(_find_one(number, point, view, before, lessons[number]))
        sure = [_unclaimed(number, found, points, view) for number in range(len(points))]
        return [_answer(one, point, view, encoder, everyday) for point, one in zip(points, sure, strict=True)]


@dataclass(frozen=True)
class _View:
    """A letter beside a bank. words, plain: (texts, rows) 0..1; meaning: the same, or None.

    order: (rows,), what standing adds to a score; -inf for no answer. among: how many Paragraphs there are.
    """

    search: Asked
    index: BankIndex
    words: Scores
    meaning: Scores | None
    plain: Scores
    order: Scores
    today: dt.date | None
    among: int


@dataclass(frozen=True)
class _Near:
    """A Paragraph near a Point, its twins, and the part of the letter it is nearest to."""

    held: Held
    row: int
    score: float
    asked: str
    lesson: Lesson | None
    variants: tuple[int, ...]


@dataclass(frozen=True)
class _Found:
    """What is near a Point, best first, and how sure it is that this answers it."""

    near: list[_Near]
    sure: float
    evidence: Evidence


def _lessons(
    points: Sequence[Point], search: Asked, vectors: Vectors | None, learned: Learned | None
) -> list[dict[int, Lesson]]:
    """For each Point, what was learned of the Paragraphs: by id."""
    if not learned:
        return [{} for _ in points]
    told = None if vectors is None else heard(vectors[search.points], vectors[search.letters])
    return learned.bonus(
        [point.text for point in points], told, without=[point.id for point in points if point.id]
    )


def _view(
    texts: Sequence[str],
    search: Asked,
    index: BankIndex,
    encoder: Encoder | None,
    vectors: Vectors | None,
    today: dt.date | None,
    among: int,
) -> _View:
    words = index.by_words([stems(text) for text in texts])
    meaning = None
    if encoder and vectors is not None and index.encoded.any():
        meaning = encoder.likeness(index.by_meaning(vectors))
    both = BY_WORDS * words + (0 if meaning is None else meaning)
    plain = np.asarray(np.clip(both / (1 + BY_WORDS), 0, 1), dtype=np.float32)
    order = np.where(on_offer(index), standings(index, today), -np.inf)
    return _View(search, index, words, meaning, plain, order, today, among)


def _find_one(
    number: int, point: Point, view: _View, before: _Found | None, lessons: Mapping[int, Lesson]
) -> _Found:
    """What answers the Point of this number. before: what was found for the Point it leans on."""
    scores = _in_context(number, view)
    for row, held in enumerate(view.index.held):
        if lessons and held and held.paragraph_id in lessons:
            scores[row] = np.clip(scores[row] + lessons[held.paragraph_id].amount, 0, 1)
    order = scores + view.order
    if before and before.near:
        order[before.near[0].row] -= SAID
    places = [view.search.points[number], *view.search.windows[number]]
    near = []
    for row, twins in _best_rows(order, view):
        if held := view.index.held[row]:
            text = view.search.texts[places[int(view.plain[places, row].argmax())]]
            lesson = lessons.get(held.paragraph_id)
            near.append(_Near(held, row, float(max(scores[[row, *twins]])), text, lesson, _ids(view, twins)))
    evidence = _evidence(number, scores, view)
    return _Found(near, sureness.sureness(evidence, _eased(point, before)), evidence)


def _unclaimed(number: int, found: Sequence[_Found], points: Sequence[Point], view: _View) -> _Found:
    """What was found for the Point of this number: where its best is another's best and nearer to that one,
    no surer than by the Point's own words, as the letter around them tells of both."""
    this, places = found[number], view.search.points
    bests = {other: one.near[0].row for other, one in enumerate(found) if one.near}
    if number not in bests or view.search.leans[number]:
        return this
    own = view.plain[places, bests[number]]
    if all(row != bests[number] or own[other] <= own[number] for other, row in bests.items()):
        return this
    alone = _evidence_of([places[number]], view.plain[places[number]], view)
    return replace(this, sure=min(this.sure, sureness.sureness(alone, _eased(points[number], None))))


def _eased(point: Point, before: _Found | None) -> float:
    known = KNOWN if before and sureness.answered(before.sure) != "no" else 0.0
    return known - (CASEWORK if point.kind == "casework" else 0.0)


def _ids(view: _View, rows: Sequence[int]) -> tuple[int, ...]:
    return tuple(held.paragraph_id for row in rows if (held := view.index.held[row]))


def _evidence(number: int, scores: Scores, view: _View) -> Evidence:
    """Of the Paragraphs on offer, for the Point in its letter; half by itself where it leans on another."""
    search = view.search
    places = [search.letters[number], search.points[number]][: 1 + search.leans[number]]
    return _evidence_of(places, scores, view)


def _evidence_of(places: list[int], scores: Scores, view: _View) -> Evidence:
    rows = np.isfinite(view.order)
    encoded = rows & view.index.encoded[: len(scores)]
    words = view.words[places].mean(axis=0)
    if view.meaning is None or not encoded.any():
        return Evidence(scores[rows], words[rows], None, view.among)
    meaning = view.meaning[places].mean(axis=0)[encoded]
    return Evidence(scores[encoded], words[encoded], meaning, view.among)


def _best_rows(order: Scores, view: _View) -> list[tuple[int, list[int]]]:
    """The rows to show, best first, each with its twins; of twins, the best standing stands for all."""
    groups: list[list[int]] = []
    for row in map(int, np.argsort(-order, kind="stable")[: 3 * SHOWN]):
        if order[row] < 0:
            break
        twin = next((group for group in groups if view.index.has_twin(row, group[:1], TWINS)), None)
        if twin is not None:
            twin.append(row)
        elif len(groups) < SHOWN:
            groups.append([row])
    return [_by_standing(group, view) for group in groups]


def _by_standing(group: list[int], view: _View) -> tuple[int, list[int]]:
    def worth(row: int) -> tuple[float, int]:
        held = view.index.held[row]
        return standing(held, view.today) if held else 0.0, -group.index(row)

    best = max(group, key=worth)
    return best, [row for row in group if row != best]


def _in_context(number: int, view: _View) -> Scores:
    """(rows,), 0..1: the Point's own scores, drawn to those of its letter the less it says itself."""
    search, plain = view.search, view.plain
    own = plain[search.points[number]]
    most = LEANING if search.leans[number] else CONTEXT
    need = most * float(np.clip((CLEAR - own.max(initial=0)) / (CLEAR - FAINT), 0, 1))
    letter = plain[search.letters[number]]
    window = plain[search.windows[number] or [search.points[number]]].max(axis=0)
    return np.asarray((own + need * (letter + SHARP * window)) / (1 + need * (1 + SHARP)), dtype=np.float32)


def _answer(
    found: _Found, point: Point, view: _View, encoder: Encoder | None, everyday: Everyday | None
) -> Answer:
    # Not the index itself: pages keep an Answer, and with it each letter would keep a map of the whole bank.
    lexical, asked_of = view.index.lexical, {one.asked for one in found.near}
    weights = {text: {entry: lexical.idf(entry) for entry in set(stems(text))} for text in asked_of}
    matches = [
        Match(
            one.held.version_id,
            one.held.paragraph_id,
            round(one.score, 4),
            one.variants,
            partial(_because, one, weights[one.asked], encoder, everyday),
        )
        for one in found.near
    ]
    return Answer(point, sureness.answered(found.sure), matches, found.sure, found.evidence)


def _because(
    one: _Near, weights: Mapping[str, float], encoder: Encoder | None, everyday: Everyday | None
) -> list[str]:
    return with_lesson(because(one.asked, one.held, weights, encoder, everyday), one.lesson)


def notice(index: BankIndex, encoder: Encoder | None) -> str:
    """A sentence on how paragraphs were found when it was not the whole way; "" when it was."""
    if encoder is None:
        return "Paragraphs were found by their words alone: the language model could not be used."
    told = []
    if index.waiting:
        told.append(f"{index.waiting} paragraphs came in last and cannot be found yet.")
    if lacking := index.without_vector:
        told.append(f"{lacking} of {len(index)} paragraphs could be found by their words alone so far.")
    return " ".join(told)
