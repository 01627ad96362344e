"""How often a letter is left unanswered, with its answers in the bank and without, for each line.

    python -m tests.bench.matching_curve --kept FOLDER [--paragraphs 200 1000]

Everyday letters (lay) against an office of N paragraphs of pq.jsonl. "Without" takes their answers out,
and every paragraph whose cosine with one is above .55, for pq.jsonl names no headings to go by.
"""

import argparse
from pathlib import Path

import numpy as np

from correspondence.intake.document import Document
from correspondence.matching import rank
from correspondence.matching.held import Held
from correspondence.matching.index import index_of
from correspondence.understanding import understand
from tests.bench.matching import KeptEncoder, Letter, material

ALIKE = 0.55
LINES = (0.26, 0.27, 0.28, 0.29, 0.30, 0.31, 0.32, 0.34, 0.36)


def surest(letter: Letter, bank: list[str], rows: set[int], encoder: KeptEncoder) -> float:
    """How sure the surest point of the letter is, among these rows of the bank."""
    texts = [bank[row] for row in sorted(rows)]
    index = index_of([Held(row, row, text) for row, text in enumerate(texts)], encoder.encode(texts))
    message = understand(Document("text", letter.text))
    answers = rank.find(message.points, message.body, index, encoder)
    return max((answer.sureness for answer in answers), default=0.0)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kept", type=Path, required=True, help="a folder for vectors, outside the project")
    options.add_argument("--paragraphs", type=int, nargs="+", default=[25, 200, 1000])
    given = options.parse_args()
    encoder = KeptEncoder(given.kept / "vectors.npz", 1)
    bank, sets = material(200)
    vectors = encoder.encode(bank)
    for size in given.paragraphs:
        chosen = np.random.default_rng(size)
        found = []
        for letter in sets["lay"]:
            right = set().union(*letter.groups)
            alike = set(np.flatnonzero((vectors @ vectors[sorted(right)].T).max(axis=1) > ALIKE).tolist())
            office = set(chosen.choice(len(bank), size, replace=False).tolist())
            found.append([surest(letter, bank, rows, encoder) for rows in (office | right, office - alike)])
        held, lacking = np.array(found).T
        for line in LINES:
            print(f"| {size} | {line:.2f} | {(lacking < line).mean():.2f} | {(held < line).mean():.2f} |")  # noqa: T201
    encoder.keep()


if __name__ == "__main__":
    main()
