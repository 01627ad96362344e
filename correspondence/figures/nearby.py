"""The words near a figure, each with its class, for what says which of them its measure is made of."""

import bisect
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from correspondence.models import Figure
from correspondence.text import Span

VALUES = frozenset({"money", "count", "percentage", "ratio"})
_KIND = {"bill": "W", **dict.fromkeys(VALUES, "FIG")}
_WHOLE = frozenset({"date", "period", "relative_time", *_KIND})  # what is one word here
_BEFORE, _BEHIND, _EARLIER = 400, 240, 400  # characters that are looked at, and of the sentences before

WORD = re.compile(r"[^\W_²³¹⁰-⁹]+(?:['’.-][^\W_²³¹⁰-⁹]+)*")  # the sign of a note is none
_GLUED = re.compile(r"^(?:°?\w{0,3}\b)?")
_CLASSES = {
    "det": """the a an this that these those its their our his her my your every each all both any some no
        another""",
    "aux": """is are was were be been being has have had do does did will would shall can could may might
        must should not""",
    "prep": """of in to for on at by with from into onto over under between among across during since until
        before after through within without against about as than per towards""",
    "clause": """which who whom whose where when while because if although though but and or so unless once
        whether""",
    "pro": "it they them he she we i you him us me",
    "about": """around nearly almost just only more less fewer up least most roughly approximately further
        estimated total record circa""",
    "other": """there here now already still also then too what how such other very out off back down again
        even yet nor today currently""",
}
CLASS = {word: name for name, words in _CLASSES.items() for word in words.split()}


class Word(NamedTuple):
    """A word, or a whole figure, at text[start:end]. kind: its class, "W" for a word of no closed class."""

    start: int
    end: int
    low: str
    kind: str
    sentence: int


def near(text: str, sentences: Sequence[Span], figures: Sequence[Figure], place: int) -> list[Word]:
    """The words of a figure's sentence and of up to two before it; a figure or a Bill's name is one."""
    figure = figures[place]
    own = max(0, bisect.bisect_right(sentences, figure.start, key=lambda span: span[0]) - 1)
    start, end = sentences[own] if sentences else (0, len(text))
    first = own
    while first > max(0, own - 2) and start - sentences[first - 1][0] < _EARLIER:
        first -= 1
    at, until = max(sentences[first][0] if sentences else 0, figure.start - _BEFORE), figure.end + _BEHIND
    if at and not text[at - 1].isspace():
        at = text.find(" ", at, figure.start) + 1 or at
    if until < end:
        end = max(figure.end, text.rfind(" ", figure.end, until))
    words: list[Word] = []
    for begin, finish, kind in _pieces(text, (at, max(figure.end, end)), figures):
        low = text[begin:finish].lower().replace("’", "'")
        if kind:
            low = f"<{kind}>"
            kind = "ME" if begin == figure.start else _KIND.get(kind, "TIME")
        number = bisect.bisect_right(sentences, begin, key=lambda span: span[0])
        words.append(Word(begin, finish, low, kind or CLASS.get(low, "W"), number))
    return words


def _pieces(text: str, span: Span, figures: Sequence[Figure]) -> Iterator[tuple[int, int, str]]:
    """(start, end, kind) of each word and figure in a span; kind is "" for words."""
    at, end = span
    for figure in figures[bisect.bisect_left(figures, at, key=lambda figure: figure.start) :]:
        if figure.start >= end:
            break
        if figure.kind in _WHOLE:
            yield from ((*match.span(), "") for match in WORD.finditer(text, at, figure.start))
            yield figure.start, figure.end, figure.kind
            at = figure.end + len(_GLUED.findall(text[figure.end : figure.end + 6])[0])
    yield from ((*match.span(), "") for match in WORD.finditer(text, at, end))
