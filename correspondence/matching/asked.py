"""The texts a letter is searched by: each point alone, and what the letter says around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from correspondence.matching.lexical import Lexical, stems
from correspondence.text import sentences
from correspondence.understanding.ask_of import ask_of

TOGETHER = 2  # neighbouring sentences in a window: one is sharp but says little, three blur
MOST = 8  # windows of a letter; each takes about 15 ms to encode
TELLING = 8  # a window is worth its eight rarest stems
LONGEST = 20_000  # characters of a letter that lend context

# "And are they ever sent back?" says what it is about in the Point before; "And when is the pothole in Mill
# Lane to be filled?" does not.
FULL = 4  # stems: with so many a Point that only begins with "and" stands by itself
_GOES_ON = re.compile(r"(?:and|so|but)\s(?!also|finally|lastly|another|on\s)", re.IGNORECASE)
_LEANS = re.compile(
    r"""\b(?:they|them|their|theirs|these|those|here|he|she|him|his|her)\b
    | \bthere\b(?!['’]s|\s(?:is|are|was|were|has|have|will|seems?)\b)""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True)
class Asked:
    """Places in `texts` for each Point: its own text, the letter without the asks of others, its windows.

    What leads to an ask of another Point stays: in a letter on one subject it says what all are about. The
    windows are runs of sentences of that letter. A Point that leans on the one before takes its ask along.
    """

    texts: list[str]
    points: list[int]
    letters: list[int]
    windows: list[list[int]]
    leans: list[bool]


def asked(points: Sequence[str], letter: str, lexical: Lexical) -> Asked:
    """What to search by for these Points, found in this order in the letter."""
    texts: list[str] = []
    asks = [ask_of(point) for point in points]
    around = _around(asks, letter)
    runs = _most_telling([(belongs, run) for belongs, text in around for run in _runs(text)], lexical)
    own, letters, windows, leans = [], [], [], []
    for number, point in enumerate(points):
        own.append(_place(texts, point))
        before = _before(asks, number)
        near = {None, number, *before}
        letters.append(_place(texts, "\n\n".join(text for belongs, text in around if belongs in near)))
        sharp = [run for belongs, run in runs if belongs in (None, number)]
        if before:
            sharp.append(f"{sentences(asks[number - 1])[-1]} {asks[number]}")
        windows.append([_place(texts, run) for run in sharp])
        leans.append(bool(before))
    return Asked(texts, own, letters, windows, leans)


def _before(asks: Sequence[str], number: int) -> list[int]:
    """The Points this one leans on: the one before, and what that leans on in turn."""
    first = sentences(asks[number])[:1]
    if number == 0 or not first or not _leans(first[0]) or not asks[number - 1].strip():
        return []
    return [*_before(asks, number - 1), number - 1]


def _leans(sentence: str) -> bool:
    goes_on = _GOES_ON.match(sentence) is not None and len(set(stems(sentence))) < FULL
    return goes_on or _LEANS.search(sentence) is not None


def _place(texts: list[str], text: str) -> int:
    """Where `text` stands among the texts, once it is there."""
    if text not in texts:
        texts.append(text)
    return texts.index(text)


def _around(asks: Sequence[str], letter: str) -> list[tuple[int | None, str]]:
    """The letter in order as (number of the Point that asks it, text); None for what asks nothing."""
    pieces: list[tuple[int | None, str]] = []
    at = 0
    for number, ask in enumerate(asks):
        start = letter.find(ask, at)
        if 0 <= start < LONGEST:
            pieces.append((None, letter[at:start]))
            at = start + len(ask)
        pieces.append((number, ask))
    pieces.append((None, letter[at : max(at, LONGEST)]))
    return [(belongs, text.strip()) for belongs, text in pieces if text.strip()]


def _runs(text: str) -> list[str]:
    pieces = [" ".join(sentence.split()) for sentence in sentences(text)]
    pieces = [piece for piece in pieces if stems(piece)]
    return [
        " ".join(pieces[at : at + TOGETHER]) for at in range(max(1, len(pieces) - TOGETHER + 1)) if pieces
    ]


def _most_telling(runs: list[tuple[int | None, str]], lexical: Lexical) -> list[tuple[int | None, str]]:
    if len(runs) <= MOST:
        return runs
    worth = [sum(sorted(map(lexical.idf, set(stems(run))), reverse=True)[:TELLING]) for _, run in runs]
    kept = sorted(range(len(runs)), key=lambda place: -worth[place])[:MOST]
    return [runs[place] for place in sorted(kept)]
