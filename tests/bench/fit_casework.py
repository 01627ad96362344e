"""Fit the weights of `correspondence/understanding/casework.py`.

    python -m tests.bench.fit_casework [--folds]

It learns what is casework from the points of `pointed_letters.jsonl` and `others_letters.jsonl`, and the
tables of tests. Whose points are not: every eighth of `everyday_letters.jsonl`, whose writers tell of
themselves but ask what the government does, and every fourth of `multi.jsonl`, which ask in official words.
It writes casework.csv. With --folds it says instead, for each line that may be drawn, the shares of casework
and of policy in each set that are taken for casework by weights of the other four fifths.
"""

import csv
import re
import sys
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from correspondence.intake.document import Document
from correspondence.understanding import understand
from correspondence.understanding.casework import WEIGHTS, signs_of
from correspondence.understanding.sentences import read_sentences
from tests.bench.folds import everyday_letters
from tests.bench.folds import rows as material_rows
from tests.bench.points import LEARNED, OTHERS, letters
from tests.understanding import test_casework, test_failings, test_trouble

FOLDS, STEPS = 5, 15
EVERY, EVERY_MIXED = 8, 4
FEWEST = 5  # points that a word must be in
PULL, PULL_OF_WORDS = 1.0, 10.0  # towards 0: a word says less than a sign
LINES = (0.25, 0.3, 0.35, 0.4, 0.5)

Floats = npt.NDArray[np.float64]
Example = tuple[int, dict[str, float], bool]  # which letter, its signs, whether it is casework


def marked() -> list[Example]:
    return [
        (at, _signs(" ".join(point["parts"])), point["kind"] == "casework")
        for at, letter in enumerate([*letters(LEARNED), *letters(OTHERS)])
        for point in letter["points"]
    ]


def told() -> list[Example]:
    """The tables of sentences that tell of the writer's own trouble, and of those that do not."""
    own = [*test_trouble.OWN, *test_failings.OWN]
    others = [*test_trouble.NOT_OWN, *test_failings.NOT_OWN, *test_casework.INVITATIONS]
    return [(at, _signs(sentence), sentence in own) for at, sentence in enumerate([*own, *others])]


def policy(texts: Sequence[str]) -> list[Example]:
    """The points of letters of which none is casework."""
    return [
        (at, _signs(point.text), False)
        for at, text in enumerate(texts)
        for point in understand(Document("text", text)).points
    ]


def _signs(text: str) -> dict[str, float]:
    return signs_of(text, read_sentences(text))


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """A logistic regression by Newton's method, pulled towards 0."""
    met = Counter(name for _, signs, _ in examples for name, value in signs.items() if value)
    names = sorted(name for name, count in met.items() if count >= FEWEST)
    place = {name: at for at, name in enumerate(names)}
    table: Floats = np.zeros((len(examples), len(names)))
    for row, (_, signs, _) in enumerate(examples):
        for name, value in signs.items():
            if name in place:
                table[row, place[name]] = value
    is_so: Floats = np.array([float(so) for *_, so in examples])
    pull: Floats = np.array([PULL if re.match(r"\(", name) else PULL_OF_WORDS for name in names])
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        said = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (said - is_so) + pull * weights
        weights -= np.linalg.solve((table * (said * (1 - said))[:, None]).T @ table + np.diag(pull), slope)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def in_folds(sets: dict[str, list[Example]]) -> list[str]:
    """For each line: of the casework and of the policy in each set, the share that is taken for casework."""
    found: dict[str, list[float]] = {}
    for fold in range(FOLDS):
        weights = fit([one for some in sets.values() for one in some if one[0] % FOLDS != fold])
        for name, (at, signs, so) in ((name, one) for name, some in sets.items() for one in some):
            if at % FOLDS == fold:
                said = sum(weights.get(sign, 0.0) * value for sign, value in signs.items())
                sort = f"{name} {'casework' if so else 'policy'}"
                found.setdefault(sort, []).append(1 / (1 + np.exp(-said)))
    return [
        f"{line}: "
        + ", ".join(f"{sort} {np.mean(np.array(sure) >= line):.3f}" for sort, sure in found.items())
        for line in LINES
    ]


def main() -> None:
    sets = {
        "marked": marked(),
        "told": told(),
        "everyday": policy([row["text"] for row in everyday_letters()[::EVERY]]),
        "official": policy([row["email"] for row in material_rows("multi.jsonl")[::EVERY_MIXED]]),
    }
    if sys.argv[1:] == ["--folds"]:
        sys.stdout.write("\n".join(in_folds(sets)) + "\n")
        return
    with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
        rows = fit([one for some in sets.values() for one in some]).items()
        csv.writer(file, lineterminator="\n").writerows((name, weight) for name, weight in rows if weight)


if __name__ == "__main__":
    main()
