"""What the office's own choices add: later letters ranked with what earlier ones taught, and without.

    python -m tests.bench.learning --kept FOLDER [--words] [--choose]

Official words: of each official heading with four questions or more (pq_topic), the bank holds the answers
to the first two; the next few were answered by the office, with what the ranking had best of these, after
what it had first was taken out where it was wrong; the last ones are the later letters. Everyday words: the
letters of lay.jsonl, whose question the office has answered once in official words. Beside these the office
has answered 1,000 other questions of pq.jsonl, each with its own paragraph: what those teach can only hurt.
Prints a table for docs/matching.md, from half of the headings and letters. --choose: the grid, on the other.
--words: ranked and learned without the model.
"""

import argparse
import datetime as dt
import itertools
import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from correspondence.matching import learned, rank
from correspondence.matching.evaluate import _ranking
from correspondence.matching.held import BankIndex, Held
from correspondence.matching.index import index_of
from correspondence.matching.learned import Learned, Taught
from correspondence.matching.lexical import Scores, stems
from tests.bench.folds import rows
from tests.bench.kept import KeptEncoder
from tests.bench.off_the_shelf import whole

HEADINGS, OTHERS, PARAGRAPHS = 200, 1000, 5000
FIGURES = ("hit1", "hit5", "hit10", "ndcg10")
DAY = dt.date(2026, 1, 1)


@dataclass(frozen=True)
class Letter:
    """A letter, the paragraphs (rows) right for it, and what it has in common with others."""

    text: str
    right: set[int]
    about: str


@dataclass(frozen=True)
class Office:
    """Its bank, the letters it has answered, and those that come later, by kind of words."""

    bank: list[str]
    answered: list[Letter]
    others: list[Letter]
    later: dict[str, list[Letter]]


def office() -> Office:
    bank: dict[str, int] = {}
    official = rows("pq.jsonl")
    number = {row["id"].removeprefix("pq-"): row for row in official}
    answered, later = [], []
    for heading, questions in _headings():
        right = _rows(bank, [text for row in questions[:2] for text in row["paragraphs"]])
        middle = max(3, len(questions) // 2 + 1)
        answered += [Letter(row["request"], right, heading) for row in questions[2:middle]]
        later += [Letter(row["request"], right, heading) for row in questions[middle:]]
    everyday = []
    for row in rows("lay.jsonl"):
        question = number[row["id"].removeprefix("pq-")]
        right = _rows(bank, question["paragraphs"])
        answered.append(Letter(question["request"], right, row["id"]))
        everyday.append(Letter(whole(row["email"]), right, row["id"]))
    seen = {row["id"] for row in rows("lay.jsonl")}
    seen |= {row["id"].replace("pqt-", "pq-") for row in rows("pq_topic.jsonl")}
    some = random.Random(1).sample([row for row in official if row["id"] not in seen], OTHERS)
    others = [Letter(row["request"], _rows(bank, row["paragraphs"]), row["id"]) for row in some]
    for row in official:
        if len(bank) < PARAGRAPHS:
            _rows(bank, row["paragraphs"])
    return Office(list(bank), answered, others, {"official": later, "everyday": everyday})


def _headings() -> list[tuple[str, list[dict[str, Any]]]]:
    """Headings with four questions or more, each with its questions, oldest first."""
    found = defaultdict(list)
    for row in sorted(rows("pq_topic.jsonl"), key=lambda row: (row["month"], row["id"])):
        found[row["topic"]].append(row)
    enough = sorted(heading for heading, questions in found.items() if len(questions) >= 4)
    return [(heading, found[heading]) for heading in random.Random(3).sample(enough, HEADINGS)]


def _rows(bank: dict[str, int], texts: Iterable[str]) -> set[int]:
    return {bank.setdefault(text, len(bank)) for text in texts}


class Run:
    """The office's bank, and letters ranked over it as rank.find ranks one whole letter that is one Point."""

    def __init__(self, bank: Sequence[str], encoder: KeptEncoder, words_alone: bool = False) -> None:
        self.encoder, self.words_alone = encoder, words_alone
        held = [Held(row, row, text) for row, text in enumerate(bank)]
        self.index: BankIndex = index_of(held, encoder.encode(bank))
        self._scores: dict[str, Scores] = {}

    def scores(self, letters: Sequence[Letter]) -> Scores:
        new = [letter.text for letter in letters if letter.text not in self._scores]
        scores = rank.BY_WORDS * self.index.by_words([stems(text) for text in new])
        if not self.words_alone:
            scores = scores + self.index.by_meaning(self.encoder.encode(new, asked=True))
        self._scores.update(zip(new, np.clip(scores / (1 + rank.BY_WORDS), 0, 1), strict=True))
        return np.array([self._scores[letter.text] for letter in letters], dtype=np.float32).reshape(
            -1, len(self.index.held)
        )

    def taught(self, letters: Sequence[Letter], refusals: bool = True) -> Learned:
        """What the answers to these letters teach."""
        told = Learned(self.encoder.name)
        texts = [letter.text for letter in letters]
        for key, (letter, line, vector) in enumerate(
            zip(letters, self.scores(letters), self.encoder.encode(texts, asked=True), strict=True)
        ):
            right = sorted(letter.right, key=lambda row, line=line: -line[row])  # type: ignore[misc]
            choices = [Taught(right[0], True, DAY)]
            if refusals and (first := int(line.argmax())) not in letter.right:
                choices.append(Taught(first, False, DAY))
            told.put(key, letter.text, vector, choices)
        return told

    def figures(self, letters: Sequence[Letter], told: Learned) -> dict[str, float]:
        texts = [letter.text for letter in letters]
        found = defaultdict(list)
        lessons = told.bonus(texts, None if self.words_alone else self.encoder.encode(texts, asked=True))
        for letter, line, lesson in zip(letters, self.scores(letters), lessons, strict=True):
            for row, what in lesson.items():
                line[row] += what.amount
            ranked = [str(row) for row in np.argsort(-line, kind="stable")[:10]]
            for name, value in _ranking(ranked, set(map(str, letter.right))).items():
                found[name].append(value)
        return {name: float(np.mean(values)) for name, values in found.items()}


def halves(letters: Sequence[Letter]) -> tuple[list[Letter], list[Letter]]:
    """Letters by what they are about, so that no heading is in both."""
    names = sorted({letter.about for letter in letters})
    first = set(names[::2])
    return [one for one in letters if one.about in first], [one for one in letters if one.about not in first]


def table(run: Run, this: Office, half: int) -> list[str]:
    """Each kind of words, with nothing learned, with what can only hurt, and with all."""
    lines = [
        f"{len(this.bank):,} paragraphs; {len(this.answered) + len(this.others):,} letters answered; later: "
        + ", ".join(f"{len(halves(letters)[half])} {kind}" for kind, letters in this.later.items()),
        "",
        "| words | learned from | " + " | ".join(FIGURES) + " |",
        "| --- | --- |" + " --- |" * len(FIGURES),
    ]
    for kind, every in this.later.items():
        letters = halves(every)[half]
        about = {letter.about for letter in letters}
        unlike = [letter for letter in this.answered if letter.about not in about]
        for name, told in {
            "nothing": run.taught([]),
            "letters on other things only": run.taught([*unlike, *this.others]),
            "letters on the same, but what was taken out": run.taught(
                [*this.answered, *this.others], refusals=False
            ),
            "**all**": run.taught([*this.answered, *this.others]),
        }.items():
            found = run.figures(letters, told)
            lines.append(f"| {kind} | {name} | " + " | ".join(f"{found[key]:.3f}" for key in FIGURES) + " |")
    return lines


def grid(run: Run, this: Office) -> list[str]:
    """nDCG on the first half for each setting, in the order of the table's lines."""
    lines = []
    ramps = [(0.45, 0.7), (0.5, 0.7), (0.5, 0.8), (0.55, 0.8), (0.6, 0.8), (0.6, 0.9), (0.7, 0.9)]
    if run.words_alone:
        ramps = [(0.2, 0.5), (0.25, 0.6), (0.3, 0.6), (0.35, 0.7), (0.4, 0.7), (0.5, 0.8)]
    for most, (like, same) in itertools.product((0.04, 0.07, 0.1, 0.15), ramps):
        learned.MOST = most
        learned.LIKE, learned.SAME = learned.WORDS_LIKE, learned.WORDS_SAME = like, same
        found = [line.rsplit(" | ", 1)[1].strip(" |") for line in table(run, this, 0)[4:]]
        lines.append(f"most {most} from {like} to {same}: ndcg10 {' '.join(found)}")
    return lines


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kept", type=Path, required=True, help="a folder for vectors, outside the project")
    options.add_argument("--choose", action="store_true")
    options.add_argument("--words", action="store_true")
    given = options.parse_args()
    encoder = KeptEncoder(given.kept / "vectors.npz", 1)
    this = office()
    run = Run(this.bank, encoder, given.words)
    lines = grid(run, this) if given.choose else table(run, this, 1)
    encoder.keep()
    print("\n".join(lines))  # noqa: T201  its one output


if __name__ == "__main__":
    main()
