"""How often a letter is left unanswered, with its answers in the bank and without, for each line.

    python -m tests.bench.matching_curve --kept FOLDER --heads FOLDER [--paragraphs 200 1000] [--fit]

Everyday letters (lay) against an office of N paragraphs of pq.jsonl, each with the head that never saw its
question. "Without" takes out their answers, what stands under the same heading, and, as few questions of
pq.jsonl have one, every paragraph whose cosine with an answer is above .55. --fit: on letters of
everyday_letters.jsonl instead, and gives the weights of correspondence/matching/sureness.py.
"""

import argparse
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from correspondence.intake.document import Document
from correspondence.matching import rank, semantic, sureness
from correspondence.matching.everyday import Everyday, shipped
from correspondence.matching.held import BankIndex, Held
from correspondence.matching.semantic import Encoder, Vectors
from correspondence.understanding import understand
from tests.bench.folds import FOLDS, Folds, everyday_letters, question, rows
from tests.bench.kept import KeptEncoder
from tests.bench.material import Letter, material

ALIKE = 0.55
LINES = (0.40, 0.50, 0.54, 0.56, 0.58, 0.60, 0.65, 0.75)
FITTED_ON = 400  # letters

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Asked:
    """What came of a letter: of its surest point, how sure, and what that was made of."""

    sure: float
    told: tuple[float, ...]


class Trial:
    """Everyday letters against offices drawn by chance."""

    def __init__(self, bank: Sequence[str], plain: Encoder, heads: Sequence[Encoder], folds: Folds) -> None:
        self._bank, self._heads, self._folds = bank, heads, folds
        self._headed = under_headings(bank)
        self._likeness: Vectors = plain.encode(bank)
        self._everyday = Everyday(shipped())

    def ask(self, letter: Letter, size: int, draw: np.random.Generator) -> tuple[Asked, Asked]:
        """What came of it where the office has the answers, and where it has nothing like them."""
        likeness = (self._likeness @ self._likeness[sorted(letter.right)].T).max(axis=1)
        alike = set(np.flatnonzero(likeness > ALIKE).tolist()) | letter.right
        alike |= self._headed.get(letter.numbers[0], set())
        office = set(draw.choice(len(self._bank), size, replace=False).tolist())
        return self._surest(letter, office | letter.right), self._surest(letter, office - alike)

    def _surest(self, letter: Letter, office: set[int]) -> Asked:
        encoder = self._heads[self._folds.fold(letter.numbers[0])]
        texts = [self._bank[row] for row in sorted(office)]
        held = [Held(row, row, text) for row, text in enumerate(texts)]
        index = BankIndex.of(list(zip(held, encoder.encode(texts), strict=True)))
        message = understand(Document("text", letter.text))
        answers = rank.find(message.points, message.body, index, encoder, everyday=self._everyday)
        best = max(answers, key=lambda answer: answer.sureness, default=None)
        if best is None or best.evidence is None:
            return Asked(0.0, (0.0,) * 4)
        return Asked(best.sureness, sureness.told(best.evidence))


def under_headings(bank: Sequence[str]) -> dict[str, set[int]]:
    """For each question with a heading, the rows of the bank that stand under it."""
    at = {text: row for row, text in enumerate(bank)}
    headed = rows("pq_topic.jsonl")
    under: dict[str, set[int]] = {}
    for row in headed:
        under.setdefault(row["topic"], set()).update(at[text] for text in row["paragraphs"] if text in at)
    return {question(row["id"]): under[row["topic"]] for row in headed}


def ours(bank: Sequence[str]) -> list[Letter]:
    """Some of the letters that the heads of other folds were trained on."""
    at = {text: row for row, text in enumerate(bank)}
    answers = {row["id"]: row["paragraphs"] for row in rows("pq.jsonl")}
    answered = [row for row in everyday_letters() if row["id"] in answers]
    return [
        Letter(row["text"], [{at[text] for text in answers[row["id"]]}], (question(row["id"]),))
        for row in random.Random(1).sample(answered, FITTED_ON)
    ]


def fitted(told: Floats, answered: Floats) -> Floats:
    """The weights of a logistic regression, the constant last (Newton's method, a little ridge)."""
    told = np.column_stack([told, np.ones(len(told))])
    weights = np.zeros(told.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-told @ weights))
        slope = told.T @ (answered - chance) - 0.01 * weights
        curve = (told * (chance * (1 - chance))[:, None]).T @ told + 0.01 * np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    return weights


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kept", type=Path, required=True, help="a folder for vectors, outside the project")
    options.add_argument("--heads", type=Path, required=True, help="the folder of head0.npz to head4.npz")
    options.add_argument("--paragraphs", type=int, nargs="+", default=[25, 200, 1000])
    options.add_argument("--fit", action="store_true")
    given = options.parse_args()
    say: Callable[[str], None] = print
    plain = KeptEncoder(given.kept / "plain.npz", encoder=semantic.shipped(None))
    heads = [
        KeptEncoder(given.kept / f"head{fold}.npz", encoder=semantic.shipped(given.heads / f"head{fold}.npz"))
        for fold in range(FOLDS)
    ]
    bank, sets = material(200)
    trial = Trial(bank, plain, heads, Folds())
    letters = ours(bank) if given.fit else sets["lay"]
    found = {
        size: [trial.ask(letter, size, draw) for letter in letters]
        for size in given.paragraphs
        for draw in [np.random.default_rng(size)]
    }
    for encoder in (plain, *heads):
        encoder.keep()
    for size, asked in found.items():
        held, lacking = (np.array([one.sure for one in column]) for column in zip(*asked, strict=True))
        for line in LINES:
            say(f"| {size:,} | {line:.2f} | {(lacking < line).mean():.2f} | {(held < line).mean():.2f} |")
    if given.fit:
        every = [one for asked in found.values() for pair in asked for one in pair]
        answered = np.tile([1.0, 0.0], len(every) // 2)
        say(f"weights {fitted(np.array([one.told for one in every]), answered).round(2)}")


if __name__ == "__main__":
    main()
