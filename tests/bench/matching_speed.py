"""How long a match takes with the model loaded, and how long a bank takes to come into memory.

python -m tests.bench.matching_speed --kept FOLDER [--paragraphs N]
"""

import argparse
import time
from pathlib import Path

import numpy as np

from correspondence.intake.document import Document
from correspondence.matching import rank, semantic
from correspondence.matching.held import Held
from correspondence.matching.index import index_of
from correspondence.understanding import understand
from tests.bench.matching import KeptEncoder, material


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kept", type=Path, required=True, help="a folder for vectors, outside the project")
    options.add_argument("--paragraphs", type=int, default=2000)
    given = options.parse_args()
    bank, sets = material(200)
    bank = bank[: given.paragraphs]
    vectors = KeptEncoder(given.kept / "vectors.npz", semantic.THREADS).encode(bank)
    begun = time.perf_counter()
    index = index_of([Held(row, row, text) for row, text in enumerate(bank)], vectors)
    build = time.perf_counter() - begun
    encoder = semantic.load()
    times = []
    letters = [letter.text for letter in sets["lay"] if 100 <= len(letter.text.split()) <= 260]
    for text in letters:
        message = understand(Document("text", text))
        begun = time.perf_counter()
        rank.find(message.points, message.body, index, encoder)
        times.append(1000 * (time.perf_counter() - begun))
    p50, p95 = np.percentile(times, [50, 95])
    words = np.mean([len(text.split()) for text in letters])
    print(  # noqa: T201  its one output
        f"{len(letters)} letters of {words:.0f} words over {len(bank):,} paragraphs: "
        f"p50 {p50:.0f} ms, p95 {p95:.0f} ms; {build:.2f} s to build"
    )


if __name__ == "__main__":
    main()
