"""Which runs of words near a figure its measure is made of, once each word has a score."""

import re
from collections.abc import Iterable, Sequence

from correspondence.figures.nearby import Word
from correspondence.text import Span

_RUN, _EASY, _SMALL = 1.2, 0.8, 0.35  # a run's cost; what every word is given; how much a small word weighs
_AT_MOST = 5.0  # of a word's weight, either way
_NEVER = 1e9
_PARTICLES = frozenset("off out back up down less more fewer".split())  # "handed back", "go out less"
HARD = re.compile(r"[;:—–()?!]|\.\S*\s")
_IN_NAMES = frozenset("and of for & the".split())
_NAME = re.compile(r"[\w’'&. -]+")


def best(text: str, words: Sequence[Word], scores: Sequence[float]) -> list[Span]:
    """Where the runs of words stand whose scores come to most, less what each run costs.

    No run holds the figure, or goes past a bracket, a dash, a colon or the end of a sentence.
    """
    out, held = 0.0, -_NEVER  # the best sums that end outside a run and in one
    back: list[tuple[bool, bool]] = []
    for place, (word, score) in enumerate(zip(words, scores, strict=True)):
        on, name = _on(text, words[place - 1], word) if place else (_NEVER, False)
        leave = held - 1.5 * name
        ended = max(out, leave)
        begin, go_on = ended - _RUN - 1.5 * name, held - on
        back.append((leave > out, go_on > begin))
        score = max(-_AT_MOST, min(_AT_MOST, score))
        weight = 1.0 if word.kind == "W" else _SMALL
        gain = {"ME": -_NEVER, "FIG": score, "TIME": score}.get(word.kind, (score + _EASY) * weight)
        out, held = ended, max(begin, go_on) + gain
    runs: list[list[Word]] = []
    inside, after = held > out, False
    for place in range(len(words) - 1, -1, -1):
        if inside:
            runs = runs if after else [[], *runs]
            runs[0].insert(0, words[place])
        left, went_on = back[place]
        after, inside = inside and went_on, left or (inside and went_on)
    trimmed = (_trimmed(words, run) for run in runs)
    return _apart(_named(text, words, run) for run in trimmed if run)


def _on(text: str, left: Word, right: Word) -> tuple[float, bool]:
    """What it costs a run to go on from one word to the next, and whether both are of one name."""
    gap = text[left.end : right.start]
    if left.sentence != right.sentence or HARD.search(gap):
        return _NEVER, False
    capitals = text[left.start].isupper() and text[right.start].isupper()
    return float("," in gap), gap == " " and left.kind == right.kind == "W" and capitals


def _trimmed(words: Sequence[Word], run: Sequence[Word]) -> Sequence[Word]:
    """A run without the small words that lead into it or hang behind it, and with its last figure's noun."""
    last = words.index(run[-1])
    if run[-1].kind == "FIG" and [word.kind for word in words[last + 1 : last + 2]] == ["W"]:
        run = [*run, words[last + 1]]
    while run and run[-1].kind != "W" and not (len(run) > 1 and run[-1].low in _PARTICLES):
        run = run[:-1]
    while run and run[0].kind in ("det", "about", "other"):
        run = run[1:]
    return run


def _named(text: str, words: Sequence[Word], run: Sequence[Word]) -> Span:
    """Where a run stands, with the whole of a name it begins or ends in: "Rail and Road Agency"."""
    first, last = words.index(run[0]), words.index(run[-1])
    while (left := _next_in_name(text, words, first, -1)) != first:
        first = left
    while (right := _next_in_name(text, words, last, 1)) != last:
        last = right
    return words[first].start, words[last].end


def _next_in_name(text: str, words: Sequence[Word], place: int, step: int) -> int:
    """The place of the next word of the name that a word is of, that way; its own where there is none."""
    for away in (1, 2):
        other = place + away * step
        if not 0 <= other < len(words) or (away == 2 and words[place + step].low not in _IN_NAMES):
            break
        gaps = text[words[min(place, other)].start : words[max(place, other)].end]
        names = all(words[at].kind == "W" and text[words[at].start].isupper() for at in (place, other))
        if names and words[other].sentence == words[place].sentence and _NAME.fullmatch(gaps):
            return other
    return place


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Spans in their order, those that meet made one."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1] + 1:
            last = joined.pop()
            start, end = last[0], max(last[1], end)
        joined.append((start, end))
    return joined
