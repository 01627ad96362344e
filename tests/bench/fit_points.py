"""Fit the weights of `correspondence/understanding/weights.py`: `python -m tests.bench.fit_points [--folds]`.

It learns from `pointed_letters.jsonl` and the tables in `tests/understanding/test_asks.py` and
`test_points.py`, and prints the file. With --folds, the letters are measured by weights that were fitted
without them, a fifth at a time: what to look at when signs are tried.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from correspondence.intake.document import Document
from correspondence.text import Span, sentences
from correspondence.understanding import understand, weights
from correspondence.understanding.points import likely, pieces_of
from correspondence.understanding.sentences import read_sentences
from correspondence.understanding.signs import (
    Piece,
    Signs,
    Told,
    begins_other,
    of_break,
    of_pair,
    of_piece,
    says_so,
)
from tests.bench.points import LEARNED, Letter, counted, letters
from tests.understanding.test_asks import PARTED, TOGETHER, paragraphs
from tests.understanding.test_points import LETTERS

TABLES = {name: getattr(weights, name) for name in ("BREAKS", "STANDS", "SAYS", "JOINS")}
FOLDS, PULL, STEPS = 5, 1.0, 25
AS_MUCH = 8  # as so many letters each row of the tables counts: they have to hold
ENOUGH = 0.3  # of a sentence that must be marked for it to belong to a point

Floats = npt.NDArray[np.float64]
Example = tuple[Signs, bool]


def tables() -> list[Letter]:
    """The tables of tests: letters; asks that part and stay together, in one paragraph or each in its own."""
    found = [_marked(body, points) for body, points in LETTERS.values() if points]
    for row in [*paragraphs(PARTED), *paragraphs(TOGETHER)]:
        found += [_marked(row.replace(" | ", glue), row.split(" | ")) for glue in (" ", "\n\n")]
    return found * AS_MUCH


def _marked(body: str, points: Sequence[str]) -> Letter:
    asks = [point.removeprefix("C: ") for point in points]
    return {"text": body, "points": [{"ask": ask, "parts": sentences(ask)} for ask in asks]}


def labelled(letter: Letter) -> tuple[Told, list[int | None]]:
    """A letter read, and for each of its sentences the number of the point that it belongs to."""
    body = understand(Document("text", letter["text"])).body
    told = Told(body, read_sentences(body))
    marks = [
        (place, at)
        for at, marked in enumerate(letter["points"])
        for part in marked["parts"]
        if (place := _place(body, part))
    ]
    return told, [_owner((sentence.start, sentence.end), marks) for sentence in told.sentences]


def _owner(sentence: Span, marks: list[tuple[Span, int]]) -> int | None:
    common = [(min(mark[1], sentence[1]) - max(mark[0], sentence[0]), at) for mark, at in marks]
    most, at = max(common, default=(0, 0))
    return at if most >= ENOUGH * (sentence[1] - sentence[0]) else None


def _place(body: str, part: str) -> Span | None:
    found = re.search(r"\s+".join(re.escape(word) for word in part.split()), body)
    return found.span() if found else None


def breaks(told: Told, owners: Sequence[int | None]) -> Iterator[Example]:
    for first, end in told.paragraphs:
        so_far = told.piece(first, first + 1)
        for number in range(first + 1, end):
            last, this = owners[number - 1], owners[number]
            if (last is not None or this is not None) and not begins_other(told, so_far):
                yield of_break(told, so_far, end), last != this
            one = told.piece(number, number + 1)
            so_far = so_far + one if last == this else one


def stands(told: Told, letter: Letter) -> Iterator[Example]:
    """Whether a piece holds the ask of a point."""
    asks = [span for marked in letter["points"] if (span := _place(told.body, marked["ask"]))]
    pieces = pieces_of(told)
    for place, piece in enumerate(pieces):
        start, end = told.sentences[piece.first].start, told.sentences[piece.end - 1].end
        yield of_piece(told, pieces, place), any(start <= ask[0] < end for ask in asks)


def says(told: Told, owners: Sequence[int | None]) -> Iterator[Example]:
    pieces = pieces_of(told)
    for place, piece in enumerate(pieces):
        yield of_piece(told, pieces, place), _of_piece(piece, owners) is not None


def joins(told: Told, owners: Sequence[int | None]) -> Iterator[Example]:
    pieces = pieces_of(told)
    sure = [likely(weights.STANDS, of_piece(told, pieces, place)) for place in range(len(pieces))]
    own = [at for at, piece in enumerate(pieces) if _of_piece(piece, owners) is not None]
    for one, other in pairwise(own):
        if says_so(told, pieces[other].first):
            continue
        same = _of_piece(pieces[one], owners) == _of_piece(pieces[other], owners)
        yield of_pair(told, pieces[one], pieces[other], (sure[one], sure[other])), same


def _of_piece(piece: Piece, owners: Sequence[int | None]) -> int | None:
    count = Counter(owner for owner in owners[piece.first : piece.end] if owner is not None)
    return count.most_common(1)[0][0] if count else None


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """A logistic regression by Newton's method, pulled towards 0 but for its base."""
    names = list(examples[0][0])
    signs: Floats = np.array([[float(one[name]) for name in names] for one, _ in examples])
    is_so: Floats = np.array([float(one) for _, one in examples])
    pull = np.diag([0.001 if name == "base" else PULL for name in names])
    weighed = np.zeros(len(names))
    for _ in range(STEPS):
        said = 1 / (1 + np.exp(-signs @ weighed))
        slope = signs.T @ (said - is_so) + pull @ weighed
        weighed -= np.linalg.solve((signs * (said * (1 - said))[:, None]).T @ signs + pull, slope)
    return {name: round(float(weight), 2) for name, weight in zip(names, weighed, strict=True)}


def fit_all(some: Sequence[Letter]) -> None:
    """Fit each table in turn, and put it where the program looks: the later ones need the ones before."""
    for table in TABLES.values():
        table.clear()  # or signs that are no longer there would be asked for
    read = [(letter, *labelled(letter)) for letter in some]
    _put(weights.BREAKS, [one for _, told, owners in read for one in breaks(told, owners)])
    _put(weights.STANDS, [one for letter, told, _ in read for one in stands(told, letter)])
    _put(weights.SAYS, [one for _, told, owners in read for one in says(told, owners)])
    _put(weights.JOINS, [one for _, told, owners in read for one in joins(told, owners)])


def _put(table: dict[str, float], examples: Sequence[Example]) -> None:
    table.clear()
    table.update(fit(examples))


def in_folds(some: Sequence[Letter]) -> Counter[str]:
    count: Counter[str] = Counter()
    for fold in range(FOLDS):
        fit_all([*tables(), *(letter for at, letter in enumerate(some) if at % FOLDS != fold)])
        count.update(sum((counted(letter) for letter in some[fold::FOLDS]), Counter[str]()))
    return count


def main() -> None:
    some = letters(LEARNED)
    if sys.argv[1:] == ["--folds"]:
        sys.stdout.write(f"{json.dumps(in_folds(some))}\n")
        return
    fit_all([*tables(), *some])
    written = [(weights.__doc__ or "").join(['"""', '"""'])]
    for name, table in TABLES.items():
        rows = "".join(f"    {sign!r}: {weight},\n" for sign, weight in table.items())
        written.append(f"{name} = {{\n{rows}}}".replace("'", '"'))
    sys.stdout.write("\n\n".join(written[:1]) + "\n\n" + "\n".join(written[1:]) + "\n")


if __name__ == "__main__":
    main()
