"""Ours beside what is off the shelf: the same letters, the same paragraphs, one run.

    python -m tests.bench.matching --kept FOLDER --heads FOLDER [--letters N]

Everyday words (lay, letters), official words (pq, pq_topic) and mixed letters (multi) of the development
material. --heads: those that `tests.bench.train_head --fold` makes; each letter is asked with the head
that never saw its questions or their answers. No head saw those of `letters`: they are asked with the
shipped one. Prints tables for docs/matching.md. Vectors are kept in FOLDER.
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from correspondence.intake.document import Document
from correspondence.matching import rank, semantic
from correspondence.matching.evaluate import _coverage, _ranking, merged
from correspondence.matching.everyday import Everyday, shipped
from correspondence.matching.held import BankIndex, Held
from correspondence.matching.lexical import HeldWords
from correspondence.matching.semantic import Encoder
from correspondence.understanding import understand
from tests.bench.folds import FOLDS, Folds
from tests.bench.kept import KeptEncoder
from tests.bench.material import Letter, Trial, trials
from tests.bench.off_the_shelf import DEEP, Ranker, rankers

SHOWN = {
    "lay": ("hit1", "hit5", "hit10", "ndcg10"),
    "lay, 1,000": ("hit1", "hit5", "ndcg10"),
    "letters, 200": ("hit1", "hit5"),
    "pq": ("hit10", "ndcg10"),
    "pq_topic": ("ndcg10",),
    "multi": ("coverage5", "coverage10"),
}
JUDGED = {"lay": "hit5", "lay, 1,000": "hit5", "pq": "ndcg10", "pq_topic": "ndcg10", "multi": "coverage10"}
DRAWS = 10_000  # of the bootstrap
TOLD = "cos + bm25/ceiling, told the topics"

Figures = dict[str, list[float]]


class Ours:
    """The product's own points and ranking, with the head of each letter's fold, or the shipped one.

    encoders: with the heads of the folds, and with the shipped one behind them.
    """

    def __init__(self, trial: Trial, bank: Sequence[str], encoders: Sequence[Encoder], folds: Folds) -> None:
        self._texts, self._words = [bank[row] for row in trial.store], HeldWords()
        for row, text in enumerate(self._texts):
            self._words.put(row, text)
        self._trial, self._encoders, self._folds = trial, encoders, folds
        self._everyday = Everyday(shipped())
        self._indexes: dict[int, BankIndex] = {}

    def ranked(self, letter: Letter, with_model: bool = True) -> list[int]:
        """The ten rows it puts first."""
        fold = self._folds.fold(letter.numbers[0]) if letter.numbers else FOLDS
        message = understand(Document("text", letter.text))
        encoder = self._encoders[fold] if with_model else None
        if fold not in self._indexes:
            self._indexes[fold] = _index(self._texts, self._encoders[fold], self._words)
        answers = rank.find(
            message.points, message.body, self._indexes[fold], encoder, everyday=self._everyday
        )
        return [int(row) for row in merged(answers, list(map(str, self._trial.store)))[:DEEP]]


def _index(texts: Sequence[str], encoder: Encoder, words: HeldWords) -> BankIndex:
    held = [Held(row, row, text) for row, text in enumerate(texts)]
    return BankIndex.of(list(zip(held, encoder.encode(texts), strict=True)), words)


def tried(trial: Trial, bank: Sequence[str], plain: Encoder, ours: Ours) -> dict[str, Ranker]:
    """Every method by name, giving rows of the whole bank."""
    texts = [bank[row] for row in trial.store]
    words = HeldWords()
    for row, text in enumerate(texts):
        words.put(row, text)
    others = rankers(texts, _index(texts, plain, words), plain)

    def of_bank(search: Ranker) -> Ranker:
        return lambda letter: [trial.store[row] for row in search(letter)]

    return {name: of_bank(search) for name, search in others.items()} | {
        "**ours**": ours.ranked,
        "ours, without the model": lambda letter: ours.ranked(letter, with_model=False),
    }


def measure(search: Ranker, letters: Sequence[Letter]) -> Figures:
    """Each figure of each letter."""
    figures: Figures = {}
    for letter in letters:
        ranked = [str(row) for row in search(letter)]
        groups = [{str(row) for row in group} for group in letter.groups]
        for name, value in (_ranking(ranked, set().union(*groups)) | _coverage(ranked, groups)).items():
            figures.setdefault(name, []).append(value)
    return figures


def judged(name: str, found: dict[str, Figures]) -> str:
    """Ours beside the best of the others on the figure that counts, with a paired bootstrap interval."""
    figure = JUDGED[name]
    ours = np.array(found["**ours**"][figure])
    means = {
        method: float(np.mean(each[figure]))
        for method, each in found.items()
        if "ours" not in method and (method != TOLD or name == "multi")
    }
    best = max(means, key=means.__getitem__) if name != "multi" else TOLD
    ahead = ours - np.array(found[best][figure])
    draws = np.random.default_rng(0).choice(ahead, (DRAWS, len(ahead))).mean(axis=1)
    low, high = np.percentile(draws, [2.5, 97.5])
    return (
        f"| {name} | {figure} | {ours.mean():.3f} | {best} | {means[best]:.3f} "
        f"| {ahead.mean():+.3f} | {low:+.3f} to {high:+.3f} |"
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kept", type=Path, required=True, help="a folder for vectors, outside the project")
    options.add_argument("--heads", type=Path, required=True, help="the folder of head0.npz to head4.npz")
    options.add_argument("--letters", type=int, default=400, help="of each set, at most")
    given = options.parse_args()
    plain = KeptEncoder(given.kept / "plain.npz", encoder=semantic.shipped(None))
    heads = [
        KeptEncoder(given.kept / f"head{fold}.npz", encoder=semantic.shipped(given.heads / f"head{fold}.npz"))
        for fold in range(FOLDS)
    ]
    heads.append(KeptEncoder(given.kept / "shipped.npz"))
    folds = Folds()
    bank, all_trials = trials(given.letters)
    found: dict[str, dict[str, Figures]] = {}
    for name, trial in all_trials.items():
        ours = Ours(trial, bank, heads, folds)
        methods = tried(trial, bank, plain, ours)
        found[name] = {method: measure(search, trial.letters) for method, search in methods.items()}
        for encoder in (plain, *heads):
            encoder.keep()
    say: Callable[[str], None] = print
    for line in table(all_trials, found):
        say(line)


def table(all_trials: dict[str, Trial], found: dict[str, dict[str, Figures]]) -> list[str]:
    """Every method in every set, and ours beside the best of the others."""
    columns = [(name, figure) for name, figures in SHOWN.items() for figure in figures]
    lines = [
        "; ".join(f"{name}: {len(each.letters)} of {len(each.store):,}" for name, each in all_trials.items())
    ]
    lines += ["", "| method | " + " | ".join(f"{name} {figure}" for name, figure in columns) + " |"]
    lines += ["| --- |" + " --- |" * len(columns)]
    for method in found["lay"]:
        values = [f"{np.mean(found[name][method][figure]):.3f}" for name, figure in columns]
        lines += [f"| {method} | " + " | ".join(values) + " |"]
    lines += ["", "| set | figure | ours | best of the others | | ahead | 95 % |", "| --- |" + " --- |" * 6]
    return lines + [judged(name, found[name]) for name in JUDGED]


if __name__ == "__main__":
    main()
