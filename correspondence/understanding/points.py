"""A letter's body into its Points: what it asks and raises, in order, each a run of its sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from correspondence.models import Point
from correspondence.understanding.sentences import Sentence, read_sentences

LONGEST = 100_000  # characters: some forty printed pages
_FEW = 6  # letters of telling words: less is no concern, but a test or a greeting
_MOST = 12  # a letter of more is joined up: nobody reads thirteen answers
_WHOLE = 10  # words of its own that make an ask stand beside the one before it, not under it
_SAID_TO_ASK = frozenset(("suppor", "oppose", "vote", "back", "explai", "confir", "please"))
_REACH = 6  # sentences of the paragraph before that a leaning question may take with it


@dataclass(frozen=True)
class _Run:
    """Sentences first up to end (numbers) that make one point; `case`: the writer's own trouble."""

    first: int
    end: int
    case: bool = False


def find_points(body: str) -> list[Point]:
    """The Points of a body, body[start:end] == text; none where there are no words.

    Only its first LONGEST characters are looked at.
    """
    sentences = read_sentences(body[:LONGEST])
    runs = [run for piece in _pieces(sentences) for run in _runs(sentences, piece)]
    runs = _with_context(sentences, runs) or _concerns(sentences)
    return [
        Point(
            position=position,
            kind="casework" if run.case else "policy",
            start=sentences[run.first].start,
            end=sentences[run.end - 1].end,
            text=body[sentences[run.first].start : sentences[run.end - 1].end],
        )
        for position, run in enumerate(
            _at_most([run for run in runs if _says_something(body, sentences, run)])
        )
    ]


def _says_something(body: str, sentences: Sequence[Sentence], run: _Run) -> bool:
    return any(letter.isalpha() for letter in body[sentences[run.first].start : sentences[run.end - 1].end])


def _pieces(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Runs of sentences (first, end) parted at paragraphs and where the writer changes the subject."""
    pieces: list[tuple[int, int]] = []
    first = 0
    for number in range(1, len(sentences) + 1):
        ends = number == len(sentences)
        if (
            ends
            or sentences[number].paragraph != sentences[number - 1].paragraph
            or _opens(sentences, first, number)
        ):
            pieces.append((first, number))
            first = number
    return pieces if sentences else []


def _opens(sentences: Sequence[Sentence], first: int, number: int) -> bool:
    """Whether a new subject starts here, in the piece that began with `first`.

    It does where the writer says so, and where an ask after an ask shares no word with the piece: one
    joined on ("And do ...", "I would also like to know ...") or a whole long one.
    """
    this, last = sentences[number], sentences[number - 1]
    if this.opener:
        return not (this.leans and this.ask and last.ask)
    if this.ask and this.anew and any(sentences[at].ask for at in range(first, number)):
        return not any((this.stems - _SAID_TO_ASK) & sentences[at].stems for at in range(first, number))
    return this.full and last.full and len(this.stems) >= _WHOLE and not this.stems & last.stems


def _runs(sentences: Sequence[Sentence], piece: tuple[int, int]) -> list[_Run]:
    """The points of one piece: none, one, or the writer's own case and then a question of policy."""
    first, end = _trim(sentences, *piece)
    cases = [number for number in range(first, end) if sentences[number].case]
    asks = [number for number in range(first, end) if sentences[number].ask]
    if cases:
        return _case_runs(sentences, first, end, cases, asks)
    if asks:
        return [_Run(_back(sentences, first, asks[0]), _on(sentences, asks[-1] + 1, end))]
    if first < end and sentences[first].opener:
        said = set[str]().union(*(sentences[at].stems for at in range(first, end)))
        complains = any(sentences[at].complaint for at in range(first, end))
        return [_Run(first, end)] if len(said) >= (2 if complains else 4) else []
    return []


def _case_runs(
    sentences: Sequence[Sentence], first: int, end: int, cases: list[int], asks: list[int]
) -> list[_Run]:
    """The own case with what is asked about it; a full question of policy after it is another point."""
    start = _back(sentences, first, cases[0])
    policy = next(
        (
            at
            for at in asks
            if at > cases[0] and sentences[at].full and not (sentences[at].help or sentences[at].case)
        ),
        None,
    )
    if policy is None:
        return [_Run(start, min(end, max([*cases, *asks]) + 3), case=True)]
    later = [at for at in cases if at > policy]
    return [_Run(start, policy, case=True), _Run(policy, max([asks[-1], *later]) + 1)]


def _trim(sentences: Sequence[Sentence], first: int, end: int) -> tuple[int, int]:
    while first < end and sentences[first].courtesy:
        first += 1
    while end > first and sentences[end - 1].courtesy:
        end -= 1
    return first, end


def _back(sentences: Sequence[Sentence], limit: int, number: int) -> int:
    """How far back a point that starts with sentence `number` reaches: to what it refers to."""
    start = number
    about = set(sentences[number].stems)
    while start > limit:
        before = sentences[start - 1]
        refers = sentences[start].leans or (sentences[number].leans and number - start < 2)
        if before.courtesy or not (refers or before.strong or about & before.stems or before.opener):
            break
        start -= 1
        about |= before.stems
    return start


def _on(sentences: Sequence[Sentence], number: int, limit: int) -> int:
    """How far on a point reaches that ends before sentence `number`: over opinions said at once."""
    while number < limit and sentences[number].strong and not sentences[number].courtesy:
        number += 1
    return number


def _with_context(sentences: Sequence[Sentence], runs: list[_Run]) -> list[_Run]:
    """The runs, where one that leans takes in what stands before it: its paragraph, or the point itself."""
    joined: list[_Run] = []
    for run in runs:
        floor = joined[-1].end if joined else 0
        if not _hangs(sentences, run):
            joined.append(run)
        elif joined and all(sentences[at].courtesy for at in range(floor, run.first)):
            last = joined.pop()
            joined.append(_Run(last.first, run.end, last.case or run.case))
        else:
            joined.append(_Run(_reach(sentences, floor, run.first), run.end, run.case))
    return _with_cases(sentences, joined)


def _hangs(sentences: Sequence[Sentence], run: _Run) -> bool:
    """Whether nothing in a run says by itself what it is about."""
    opening = sentences[run.first]
    if opening.opener or opening.anew or not opening.leans:
        return False
    return (
        run.end - run.first == 1
        or len(set().union(*(sentences[at].stems for at in range(run.first, run.end)))) < 8
    )


def _reach(sentences: Sequence[Sentence], floor: int, first: int) -> int:
    start = first
    paragraph = sentences[first - 1].paragraph if first > floor else -1
    while start > floor and first - start < _REACH and sentences[start - 1].paragraph == paragraph:
        start -= 1
    return _trim(sentences, start, first)[0]


def _with_cases(sentences: Sequence[Sentence], runs: list[_Run]) -> list[_Run]:
    """A plain cry for help right after the own case is part of it."""
    joined: list[_Run] = []
    for run in runs:
        asks = [sentences[at] for at in range(run.first, run.end) if sentences[at].ask]
        own = any(ask.help for ask in asks) and all(ask.help or ask.leans for ask in asks)
        near = joined and all(
            sentences[at].courtesy or not sentences[at].ask for at in range(joined[-1].end, run.first)
        )
        if near and joined[-1].case and (run.case or own) and not sentences[run.first].opener:
            joined.append(_Run(joined.pop().first, run.end, True))
        elif any(sentences[at].case for at in range(run.first, run.end)) and own:
            joined.append(_Run(run.first, run.end, True))
        else:
            joined.append(run)
    return joined


def _concerns(sentences: Sequence[Sentence]) -> list[_Run]:
    """The points of a letter that asks nothing: paragraphs that complain, else all that is no courtesy."""
    kept = [at for at, sentence in enumerate(sentences) if not sentence.courtesy and sentence.stems]
    strong = [at for at in kept if sentences[at].strong]
    runs: list[_Run] = []
    for at in strong:
        same = runs and sentences[runs[-1].first].paragraph == sentences[at].paragraph
        first = runs[-1].first if same else _paragraph_start(sentences, at)
        if same:
            runs.pop()
        runs.append(_Run(first, at + 1))
    if not runs and sum(len(stem) for at in kept for stem in sentences[at].stems) >= _FEW:
        runs = [_Run(kept[0], kept[-1] + 1)]
    return runs


def _paragraph_start(sentences: Sequence[Sentence], number: int) -> int:
    start = number
    while (
        start
        and sentences[start - 1].paragraph == sentences[number].paragraph
        and not sentences[start - 1].courtesy
    ):
        start -= 1
    return start


def _at_most(runs: list[_Run]) -> list[_Run]:
    """No more than _MOST points: in a very long letter neighbours are joined, evenly; cases stay apart."""
    if len(runs) <= _MOST:
        return runs
    size = -(-len(runs) // _MOST)
    groups = [runs[at : at + size] for at in range(0, len(runs), size)]
    return [_Run(group[0].first, group[-1].end, all(run.case for run in group)) for group in groups]
