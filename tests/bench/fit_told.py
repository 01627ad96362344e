"""Fit the weights that say which words belong to a figure's measure, `correspondence/figures/told.csv`.

    python -m tests.bench.fit_told [--out FILE]

They are learned from the passages of marked_measures.jsonl; `tests.bench.measures --unseen` says how well.
numpy alone, and the same numbers on every run. Fit them again when what the rules say of measures changes.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from correspondence.figures import nearby, told
from correspondence.figures.edges import neat
from correspondence.figures.finder import by_rules
from correspondence.text import sentence_spans

MARKED = Path(__file__).with_name("marked_measures.jsonl")
ROUNDS, STEP, SPARSE, SEEN = 12, 0.15, 2e-5, 8


JOINTS = (", and ", "; ", ", while ", ", but ", ", which means that ", " and ")


class Row(NamedTuple):
    """A marked figure: its words, their signs, and which of them belong to its measure."""

    writer: str
    near: list[nearby.Word]
    signs: list[list[str]]
    belongs: list[bool]


def marked() -> list[dict[str, Any]]:
    """The marked passages."""
    return [json.loads(line) for line in MARKED.read_text("utf-8").splitlines()]


@cache
def rows() -> list[Row]:
    """The marked figures that are found at all."""
    made: list[Row] = []
    passages = marked()
    for writer in sorted({passage["writer"] for passage in passages}):
        own = [passage for passage in passages if passage["writer"] == writer]
        for number, passage in enumerate(own):
            other, third = (own[(number * 37 + step) % len(own)] for step in (11, 29))
            strange = f"{other['before']} {other['sentence']}".strip()
            made += _of_passage(f"{passage['before'] or strange} ", passage, "")
            # And its sentences are longer, with clauses on either side that tell nothing of it.
            one, two = (JOINTS[(number + step) % len(JOINTS)] for step in (0, 1))
            lead = f"{passage['before']} {_open(other)}{one}".lstrip()
            made += _of_passage(lead, passage, f"{two}{_small(third['sentence'])}")
    return made


def _open(passage: dict[str, Any]) -> str:
    return str(passage["sentence"]).rstrip(".!?”")


def _small(sentence: str) -> str:
    """A sentence as it stands behind another's joint."""
    return sentence[0].lower() + sentence[1:] if sentence.split()[0].lower() in nearby.CLASS else sentence


def _of_passage(lead: str, passage: dict[str, Any], rest: str) -> list[Row]:
    own = len(lead)
    text = f"{lead}{_small(_open(passage))}{rest}" if rest else f"{lead}{passage['sentence']}"
    figures, sentences = by_rules(text, None), sentence_spans(text)
    made: list[Row] = []
    for mark in passage["figures"]:
        start = text.lower().find(mark["text"].lower(), own)
        end = start + len(mark["text"])
        place = next(
            (n for n, figure in enumerate(figures) if figure.start < end and start < figure.end), None
        )
        if place is None or figures[place].kind not in nearby.VALUES:
            continue
        spans = [_nearest(text, part, own, (start, end)) for part in mark["measure"]]
        near = nearby.near(text, sentences, figures, place)
        belongs = [any(word.start < last and first < word.end for first, last in spans) for word in near]
        figures[place].measure = neat(figures[place].measure)
        said = told.signs(text, near, figures[place])
        signs = [
            [*own, *(f"{sign}|{side}" for sign in said.around if own)]
            for side, own in zip(said.sides, said.own, strict=True)
        ]
        made.append(Row(passage["writer"], near, signs, belongs))
    return made


def _nearest(text: str, part: str, own: int, figure: tuple[int, int]) -> tuple[int, int]:
    """Where a part of a measure stands, in the figure's own sentence where it can."""
    places = [at for at in range(len(text)) if text[at : at + len(part)].lower() == part.lower()]
    places = [at for at in places if at >= own] or places
    at = min(places, key=lambda at: min(abs(at - figure[1]), abs(at + len(part) - figure[0])))
    return at, at + len(part)


def fit(given: Sequence[Row]) -> dict[str, float]:
    """Weights by logistic regression, most of them none: AdaGrad with a step towards nought."""
    seen = Counter(sign for row in given for sign in {sign for signs in row.signs for sign in signs})
    number = {
        sign: place for place, sign in enumerate(sorted(sign for sign in seen if seen[sign] >= SEEN), 1)
    }
    lots = [_lot(row, number) for row in given]
    weights, squares = np.zeros(len(number) + 1), np.full(len(number) + 1, 1e-6)
    total = np.zeros_like(weights)
    order = np.random.default_rng(0)
    for turn in range(ROUNDS):
        for pick in order.permutation(len(lots)):
            flat, lengths, belongs, worth = lots[pick]
            owner = np.repeat(np.arange(len(lengths)), lengths)
            scores = np.bincount(owner, weights[flat], len(lengths))
            error = (1 / (1 + np.exp(-scores)) - belongs) * worth / 20
            places, inverse = np.unique(flat, return_inverse=True)
            slope = np.bincount(inverse, error[owner])
            squares[places] += slope**2
            pace = STEP / np.sqrt(squares[places])
            moved = weights[places] - pace * slope
            shrink = pace * SPARSE * 25 * (places > 0)
            weights[places] = np.sign(moved) * np.maximum(np.abs(moved) - shrink, 0)
        total += weights * (turn >= ROUNDS // 2)
    mean = total / (ROUNDS - ROUNDS // 2) * (weights != 0)
    return {"": float(mean[0])} | {
        sign: float(mean[at]) for sign, at in number.items() if abs(mean[at]) > 0.01
    }


def _lot(row: Row, number: dict[str, int]) -> tuple[Any, Any, Any, Any]:
    known = [[0, *(number[sign] for sign in signs if sign in number)] for signs in row.signs]
    worth = [{"ME": 0.0, "W": 1.0}.get(word.kind, 0.3) for word in row.near]
    flat = np.array([at for signs in known for at in signs])
    return flat, np.array([len(signs) for signs in known]), np.array(row.belongs, float), np.array(worth)


def without(writer: str) -> dict[str, float]:
    """The weights that the other writers' passages give."""
    return fit([row for row in rows() if row.writer != writer])


def main() -> None:
    """Write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=told.WEIGHTS)
    with parser.parse_args().out.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerows((sign, f"{weight:.3f}") for sign, weight in sorted(fit(rows()).items()))


if __name__ == "__main__":
    main()
