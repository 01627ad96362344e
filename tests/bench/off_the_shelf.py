"""What ours is measured against: BM25 of two makers, MiniLM as its makers have it, and their fusions."""

import re
import sqlite3
from collections.abc import Callable, Sequence

import bm25s
import numpy as np

from correspondence.matching.held import BankIndex
from correspondence.matching.lexical import Scores, stems
from correspondence.matching.semantic import Encoder
from correspondence.text import sentences
from tests.bench.material import Letter

A_SENTENCE = 3  # paragraphs taken of one sentence
SALIENT = 40  # words in an FTS5 query
DEEP = 10
RRF = 60

Ranker = Callable[[Letter], list[int]]
Scorer = Callable[[list[str]], Scores]


def best(scores: Scores) -> list[int]:
    return [int(row) for row in np.argsort(-scores, kind="stable")[:DEEP]]


def by_sentence(scores: Scores) -> list[int]:
    """The best of each sentence, at most three each, merged by their absolute scores."""
    found: dict[int, float] = {}
    for line in scores:
        for row in best(line)[:A_SENTENCE]:
            found[row] = max(found.get(row, -1), float(line[row]))
    return sorted(found, key=lambda row: -found[row])[:DEEP]


def in_turn(scores: Scores) -> list[int]:
    """The best of each line, then the second of each, and so on."""
    ranked = [best(line) for line in scores]
    return list(dict.fromkeys(line[place] for place in range(DEEP) for line in ranked))[:DEEP]


def fused(words: Scores, meaning: Scores) -> list[int]:
    """Reciprocal rank fusion."""
    places = [np.argsort(np.argsort(-scores, kind="stable")) for scores in (words, meaning)]
    return best(np.asarray(sum(1 / (RRF + place) for place in places), dtype=np.float32))


def parts(text: str) -> list[str]:
    """The sentences of a letter without its greeting and the short lines around it."""
    return [sentence for sentence in sentences(text) if len(sentence.split()) >= 4] or [text]


def whole(text: str) -> str:
    return " ".join(parts(text))


def rankers(bank: Sequence[str], index: BankIndex, encoder: Encoder) -> dict[str, Ranker]:
    """Each method by name: a letter in, ten rows out. The last is told what ours has to find out."""

    def words(texts: list[str]) -> Scores:
        return index.by_words([stems(text) for text in texts])

    def meaning(texts: list[str]) -> Scores:
        return index.by_meaning(encoder.encode(texts))

    def both(texts: list[str], weight: float = 1.0) -> Scores:
        return weight * words(texts) + meaning(texts)

    search, retrieve = fts5(bank), off_the_shelf(bank)
    return {
        "SQLite FTS5 bm25, whole": lambda letter: search(letter.text),
        "bm25s, whole": lambda letter: retrieve(letter.text),
        "MiniLM, whole": lambda letter: best(meaning([whole(letter.text)])[0]),
        "MiniLM, by sentence": lambda letter: by_sentence(meaning(parts(letter.text))),
        "RRF of BM25 and MiniLM, whole": lambda letter: fused(
            words([whole(letter.text)])[0], meaning([whole(letter.text)])[0]
        ),
        "cos + bm25/ceiling, whole": lambda letter: best(both([whole(letter.text)])[0]),
        "cos + 2 bm25/ceiling, whole": lambda letter: best(both([whole(letter.text)], 2)[0]),
        "cos + bm25/ceiling, by sentence": lambda letter: by_sentence(both(parts(letter.text))),
        "cos + 2 bm25/ceiling, by sentence": lambda letter: by_sentence(both(parts(letter.text), 2)),
        "cos + bm25/ceiling, told the topics": lambda letter: in_turn(
            both(list(letter.told or [letter.text]))
        ),
    }


def fts5(bank: Sequence[str]) -> Callable[[str], list[int]]:
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


def off_the_shelf(bank: Sequence[str]) -> Callable[[str], list[int]]:
    retriever = bm25s.BM25(k1=1.2, b=0.75)
    retriever.index([stems(text) for text in bank], show_progress=False)

    def search(text: str) -> list[int]:
        found, _scores = retriever.retrieve([stems(whole(text))], k=DEEP, show_progress=False)
        return [int(row) for row in found[0]]

    return search
