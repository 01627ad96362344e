"""Ours beside what is off the shelf: the same letters, the same paragraphs, one run.

    python -m tests.bench.matching [--kept FOLDER] [--letters N] [--threads N]

Everyday words (lay), official words (pq) and mixed letters (multi) of the development material, against
all paragraphs of pq.jsonl. Prints a table for docs/matching.md. Vectors are kept in FOLDER, by content.
"""

import argparse
import hashlib
import json
import random
import re
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bm25s
import numpy as np

from correspondence.intake.document import Document
from correspondence.matching import rank, semantic
from correspondence.matching.evaluate import _coverage, _ranking, merged
from correspondence.matching.held import BankIndex, Held
from correspondence.matching.index import index_of
from correspondence.matching.lexical import Scores, stems
from correspondence.matching.semantic import Encoder, Vectors
from correspondence.text import sentences
from correspondence.understanding import understand
from tests.conftest import MATERIAL

A_SENTENCE = 3  # paragraphs taken of one sentence
SALIENT = 40  # words in an FTS5 query
DEEP = 10

Ranker = Callable[[str], list[int]]


@dataclass(frozen=True)
class Letter:
    """A letter and the groups of paragraphs (rows) that are right for it."""

    text: str
    groups: list[set[int]]


class KeptEncoder(Encoder):
    """The shipped encoder, with every vector kept on disk by model, side and text."""

    def __init__(self, file: Path, threads: int) -> None:
        semantic.THREADS = threads
        shipped = semantic.load()
        self.__dict__.update(shipped.__dict__)
        self._file = file
        self._kept: dict[str, Vectors] = {}
        if file.exists():
            with np.load(file) as stored:
                self._kept = dict(zip(stored["keys"].tolist(), stored["vectors"], strict=True))

    def encode(self, texts: Sequence[str], asked: bool = False) -> Vectors:
        keys = [hashlib.sha256(f"{self.name}\n{asked}\n{text}".encode()).hexdigest() for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._kept}
        self._kept.update(zip(new, super().encode(list(new.values()), asked), strict=True))
        return np.array([self._kept[key] for key in keys], dtype=np.float32).reshape(-1, semantic.WIDTH)

    def keep(self) -> None:
        vectors = np.array(list(self._kept.values()), dtype=np.float32)
        np.savez(self._file, keys=np.array(list(self._kept)), vectors=vectors)


def rows(name: str) -> list[dict[str, Any]]:
    with (MATERIAL / "data/matching" / name).open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def material(letters: int) -> tuple[list[str], dict[str, list[Letter]]]:
    """All paragraphs of pq, and of each set at most `letters` letters."""
    official = rows("pq.jsonl")
    bank = list(dict.fromkeys(text for row in official for text in row["paragraphs"]))
    at = {text: row for row, text in enumerate(bank)}
    right = {row["id"]: {at[text] for text in row["paragraphs"]} for row in official}
    some = random.Random(1).sample(official, min(letters, len(official)))
    return bank, {
        "lay": [Letter(row["email"], [right[row["id"]]]) for row in rows("lay.jsonl")[:letters]],
        "pq": [Letter(row["request"], [right[row["id"]]]) for row in some],
        "multi": [
            Letter(row["email"], [{at[text] for text in gold["paragraphs"]} for gold in row["gold"]])
            for row in rows("multi.jsonl")[:letters]
        ],
    }  # fmt: skip


def best(scores: Scores) -> list[int]:
    return [int(row) for row in np.argsort(-scores, kind="stable")[:DEEP]]


def by_sentence(scores: Scores) -> list[int]:
    """The best of each sentence, at most three each, merged by their absolute scores."""
    found: dict[int, float] = {}
    for line in scores:
        for row in best(line)[:A_SENTENCE]:
            found[row] = max(found.get(row, -1), float(line[row]))
    return sorted(found, key=lambda row: -found[row])[:DEEP]


def parts(text: str) -> list[str]:
    """The sentences of a letter without its greeting and the short lines around it."""
    return [sentence for sentence in sentences(text) if len(sentence.split()) >= 4] or [text]


def whole(text: str) -> str:
    return " ".join(parts(text))


def rankers(bank: Sequence[str], index: BankIndex, encoder: Encoder) -> dict[str, Ranker]:
    """Each method by name: a letter's text in, ten rows out."""

    def words(texts: list[str]) -> Scores:
        return index.by_words([stems(text) for text in texts])

    def meaning(texts: list[str]) -> Scores:
        return index.by_meaning(encoder.encode(texts, asked=True))

    def both(texts: list[str]) -> Scores:
        return words(texts) + meaning(texts)

    return {
        "SQLite FTS5 bm25, whole": fts5(bank),
        "bm25s, whole": off_the_shelf(bank),
        "our BM25, by sentence": lambda text: by_sentence(words(parts(text))),
        "MiniLM, whole": lambda text: best(meaning([whole(text)])[0]),
        "MiniLM, by sentence": lambda text: by_sentence(meaning(parts(text))),
        "cos + bm25/ceiling, whole": lambda text: best(both([whole(text)])[0]),
        "cos + bm25/ceiling, by sentence": lambda text: by_sentence(both(parts(text))),
        "**ours**": lambda text: ours(text, index, encoder),
        "ours, without the model": lambda text: ours(text, index, None),
    }


def ours(text: str, index: BankIndex, encoder: Encoder | None) -> list[int]:
    message = understand(Document("text", text))
    names = [str(held.paragraph_id) for held in index.held if held]
    answers = rank.find(message.points, message.body, index, encoder)
    return [int(name) for name in merged(answers, names)[:DEEP]]


def fts5(bank: Sequence[str]) -> Ranker:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE paragraph USING fts5(text, tokenize='porter unicode61')")
    database.executemany("INSERT INTO paragraph(rowid, text) VALUES (?, ?)", enumerate(bank))

    def search(text: str) -> list[int]:
        salient = list(dict.fromkeys(word for word in re.findall(r"\w+", whole(text).lower()) if stems(word)))
        query = " OR ".join(f'"{word}"' for word in sorted(salient, key=len, reverse=True)[:SALIENT])
        found = database.execute(
            "SELECT rowid FROM paragraph WHERE paragraph MATCH ? ORDER BY bm25(paragraph) LIMIT ?",
            (query, DEEP),
        )
        return [row for (row,) in found] if query else []

    return search


def off_the_shelf(bank: Sequence[str]) -> Ranker:
    retriever = bm25s.BM25(k1=1.2, b=0.75)
    retriever.index([stems(text) for text in bank], show_progress=False)

    def search(text: str) -> list[int]:
        found, _scores = retriever.retrieve([stems(whole(text))], k=DEEP, show_progress=False)
        return [int(row) for row in found[0]]

    return search


def measure(search: Ranker, letters: Sequence[Letter]) -> dict[str, float]:
    figures: dict[str, list[float]] = {}
    for letter in letters:
        begun = time.perf_counter()
        ranked = [str(row) for row in search(letter.text)]
        taken = 1000 * (time.perf_counter() - begun)
        groups = [{str(row) for row in group} for group in letter.groups]
        found = _ranking(ranked, set().union(*groups)) | _coverage(ranked, groups) | {"ms": taken}
        for name, value in found.items():
            figures.setdefault(name, []).append(value)
    return {name: float(np.mean(values)) for name, values in figures.items()}


COLUMNS = [("lay", name) for name in ("hit1", "hit5", "hit10", "ndcg10")] + [
    ("pq", "hit10"), ("pq", "ndcg10"), ("multi", "coverage5"), ("multi", "coverage10"),
]  # fmt: skip


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kept", type=Path, required=True, help="a folder for vectors, outside the project")
    options.add_argument("--letters", type=int, default=200, help="of each set, at most")
    options.add_argument("--threads", type=int, default=1)
    given = options.parse_args()
    encoder = KeptEncoder(given.kept / "vectors.npz", given.threads)
    bank, sets = material(given.letters)
    index = index_of([Held(row, row, text) for row, text in enumerate(bank)], encoder.encode(bank))
    lines = [
        f"{len(bank):,} paragraphs; " + ", ".join(f"{name} {len(some)}" for name, some in sets.items()),
        "",
    ]
    lines += ["| method | " + " | ".join(f"{name} {figure}" for name, figure in COLUMNS) + " |"]
    lines += ["| --- |" + " --- |" * len(COLUMNS)]
    for method, search in rankers(bank, index, encoder).items():
        found = {name: measure(search, letters) for name, letters in sets.items()}
        lines += [
            f"| {method} | " + " | ".join(f"{found[name][figure]:.3f}" for name, figure in COLUMNS) + " |"
        ]
        encoder.keep()
    print("\n".join(lines))  # noqa: T201  its one output


if __name__ == "__main__":
    main()
