"""What a figure measures, word by word: the rules' answer, mended by weights learned from marked sentences.

Each word near a figure has signs: where it stands, what it is, what stands between, if the rules have it.
The weights of its signs (told.csv; python -m tests.bench.fit_told makes it) say how likely it belongs to the
measure; the runs of words with the most weight are told where the rules' answer is likely worse by far.
"""

import csv
import difflib
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from correspondence.figures.counts import AGE_UNIT
from correspondence.figures.edges import neat
from correspondence.figures.nearby import CLASS, VALUES, WORD, Word, near
from correspondence.figures.runs import HARD, best
from correspondence.models import Figure
from correspondence.text import sentence_spans

WEIGHTS = Path(__file__).with_name("told.csv")
_LONGEST = 300  # characters of a measure
_MOST = 7  # words of no closed class that are told; where more seem needed, the rules are to be trusted
_CROWD = 15  # figures near another; more is a table, where words beside a figure tell little
_BETTER = 0.25  # what is told must be expected to be better than what the rules say by this
_SAYS_NOTHING = frozenset("set aside put spent paid made given told said".split())
_FAR = (0, 1, 2, 3, 4, 5, 6, 8, 11, 15, 23, 35, 999)
_ROUGH = [next(limit for limit in _FAR if passed <= limit) for passed in range(999)]  # words passed, roughly
_COUNTED = (
    ("FIG", 3),
    ("clause", 3),
    ("prep", 4),
    ("aux", 3),
    ("and", 2),
    ("turn", 2),
    (",", 3),
    ("hard", 2),
)
_LIST = r"(?:,\s[\w’'-]+(?:\s[\w’'-]+)?)+\sand\s[\w’'-]+(?:\s[A-Z][\w’'-]+)*"
_TURNS = frozenset("but while though although whereas against".split())
_ENDINGS = "ings ing tion ions ment ness ity ers er ed ly ies est al ous ive ful en es s".split()


class Signs(NamedTuple):
    """What tells of each word: what is so of all of them, on which side it stands, and its own signs."""

    around: list[str]
    sides: list[str]
    own: list[list[str]]


def tell(text: str, figures: Sequence[Figure], weights: Mapping[str, float] | None = None) -> None:
    """Say what each of a text's Figures measures, where the rules, whose answer it has, likely say it worse.

    figures: all of the text, in their order.
    """
    sentences = sentence_spans(text) if figures else []
    acts = [figure for figure in figures if figure.kind == "bill"]
    for place, figure in enumerate(figures):
        begun = _with_act(text, acts, figure) if figure.kind in VALUES else figure.measure
        figure.measure = neat(begun)
        if figure.kind in VALUES and figure.unit != AGE_UNIT:
            words = near(text, sentences, figures, place)
            if sum(word.kind == "FIG" for word in words) <= _CROWD:
                figure.measure = _told(text, words, figure, weights or _weights())


def _told(text: str, words: Sequence[Word], figure: Figure, weights: Mapping[str, float]) -> str:
    """The words that these weights choose, or what the rules say where that is not clearly worse."""
    scores = _scores(signs(text, words, figure), weights)
    spans = best(text, words, scores)
    taken = {place for place, word in enumerate(words) if any(a <= word.start < b for a, b in spans)}
    rules = _same(figure.measure, [word.low for word in words])
    gained = _likeness(words, scores, taken) - _likeness(words, scores, rules)
    plain = {words[place].low for place in taken if text[words[place].start].islower()} - CLASS.keys()
    many = sum(words[place].kind == "W" for place in taken) > _MOST
    if figure.measure and (many or (plain and plain <= _SAYS_NOTHING) or gained <= _BETTER):
        return figure.measure
    runs = (_listed(text[start:end], figure.measure) for start, end in spans)
    return neat(" ".join(runs)[:_LONGEST]) or figure.measure


def _listed(run: str, measure: str) -> str:
    """A run, with the rest of a list that the rules' measure has whole: "every man, woman and child"."""
    whole = re.search(re.escape(run) + _LIST, measure)
    return whole.group() if whole else run


def _with_act(text: str, acts: Sequence[Figure], figure: Figure) -> str:
    """What the rules say a figure measures, with the whole of the Act in whose name it begins."""
    at = text.rfind(figure.measure, 0, figure.start) if figure.measure else -1
    begun = (text[act.start : at] for act in acts if act.start < at < act.end)
    return next(begun, "") + figure.measure


def _scores(said: Signs, weights: Mapping[str, float]) -> list[float]:
    """How likely each word belongs to the measure, as log odds."""
    given = weights.get
    base = {side: sum(given(f"{sign}|{side}", 0.0) for sign in said.around) for side in {*said.sides}}
    return [
        weights[""] + base[side] + sum(given(sign, 0.0) for sign in own)
        for side, own in zip(said.sides, said.own, strict=True)
    ]


def _likeness(words: Sequence[Word], scores: Sequence[float], chosen: set[int]) -> float:
    """How like the true measure these words are to be expected, 0..1: the F1 of those of no closed class."""
    likely = {
        place: 1 / (1 + math.exp(-scores[place])) for place, word in enumerate(words) if word.kind == "W"
    }
    held = [place for place in chosen if place in likely]
    return 2 * sum(likely[place] for place in held) / (sum(likely.values()) + len(held)) if held else 0.0


@cache
def _weights() -> dict[str, float]:
    with WEIGHTS.open(encoding="utf-8", newline="") as file:
        return {sign: float(weight) for sign, weight in csv.reader(file)}


def signs(text: str, words: Sequence[Word], figure: Figure) -> Signs:
    """The signs of each word; of the figure itself none of its own."""
    me = next(place for place, word in enumerate(words) if word.kind == "ME")
    low = [word.low for word in words]
    gaps = ["^", *(text[left.end : right.start] for left, right in pairwise(words)), ""]
    rules = _same(figure.measure, low)
    unit = _same(figure.unit, low) if figure.kind == "count" else set()
    kind = figure.kind + ("u" if figure.kind == "count" and figure.unit else "")
    sides = [
        f"{'ba'[place > me]}{min(2, words[me].sentence - word.sentence)}" for place, word in enumerate(words)
    ]
    sorts = ["^", "^", *map(_sort, words), "^", "^"]
    often = Counter(low)
    between = {
        **_between(words, gaps, range(me - 1, -1, -1)),
        **_between(words, gaps, range(me + 1, len(words))),
    }
    said: list[list[str]] = []
    for place, word in enumerate(words):
        if place == me:
            said.append([])
            continue
        side = sides[place]
        mine = [f"{sign}|{side}" for sign in (*between[place], *_taken(place, rules, kind), f"c={word.kind}")]
        mine += [f"c={word.kind}", f"w={word.low}", f"e={_ending(word)}"]
        mine += [f"{step}{sorts[place + 2 + step]}" for step in (-2, -1, 1, 2)]
        mine += [f"g{gaps[place].strip()[:1]}", f"h{gaps[place + 1].strip()[:1]}", f"U{place in unit}"]
        mine += [f"cap{text[word.start].isupper()}", f"rep{often[word.low] > 1}"]
        said.append(mine)
    return Signs(_around(words, sorts, me, [f"k={kind}", f"rl{min(8, len(rules))}"]), sides, said)


def _around(words: Sequence[Word], sorts: Sequence[str], me: int, own: list[str]) -> list[str]:
    """What is so of all words near a figure."""
    mine = [place for place, word in enumerate(words) if word.sentence == words[me].sentence]
    others = [place for place in mine if words[place].kind == "FIG"]
    earlier = sum(place < me for place in others)
    around = [f"{name}{sorts[me + 2 + step]}" for name, step in (("b", -1), ("bb", -2), ("a", 1), ("aa", 2))]
    around += [f"nb{min(earlier, 3)}", f"na{min(len(others) - earlier, 3)}", f"open{mine[0] == me}"]
    return [*around, *own, f"s1={sorts[mine[0] + 2]}"]


def _between(words: Sequence[Word], gaps: Sequence[str], way: range) -> dict[int, list[str]]:
    """For each word on the way from the figure what stands between them."""
    count: Counter[str] = Counter()
    far = near = ""
    said: dict[int, list[str]] = {}
    for passed, place in enumerate(way):
        word, gap = words[place], gaps[place + (way.step < 0)]
        if gap != " ":
            count[","] += gap.count(",")
            count["hard"] += len(HARD.findall(gap))
        said[place] = [f"{name}{min(limit, count[name])}" for name, limit in _COUNTED]
        said[place] += [f"d{_ROUGH[passed]}", f"dc{_ROUGH[count['W']]}", f"far={far}", f"near={near}"]
        count[word.kind] += 1
        count["and"] += word.low == "and"
        count["turn"] += word.low in _TURNS
        if word.kind not in ("W", "det"):
            far = word.low
            near = near or (word.low if word.kind != "about" else "")
    return said


def _taken(place: int, rules: set[int], kind: str) -> Iterator[str]:
    yield f"R{place in rules}"
    yield f"R{place in rules}{kind}"
    yield f"R{place - 1 in rules}{place in rules}{place + 1 in rules}"


def _same(phrase: str, low: Sequence[str]) -> set[int]:
    """The places of a phrase's words among these."""
    wanted = [word.lower().replace("’", "'") for word in WORD.findall(phrase)]
    blocks = difflib.SequenceMatcher(None, wanted, low, autojunk=False).get_matching_blocks()
    return {place for block in blocks for place in range(block.b, block.b + block.size)}


def _sort(word: Word) -> str:
    """A small word itself, another by its ending."""
    return word.low if word.kind != "W" else f"W{_ending(word)}"


def _ending(word: Word) -> str:
    ends = (end for end in _ENDINGS if word.low.endswith(end) and len(word.low) > len(end) + 2)
    return next(ends, "") if word.kind == "W" else word.kind
