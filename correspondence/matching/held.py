"""What is held in memory of a bank: each Paragraph's words, vector and standing."""

import datetime as dt
import threading
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from correspondence.matching.lexical import HeldWords, Lexical, Scores, stem, stems
from correspondence.matching.semantic import Encoder, Vectors
from correspondence.models import OFFICE
from correspondence.text import words

FEW = 0.30  # below this cosine, two texts in English share no more than chance
MOST = 50  # endings tried for a word still being typed


@dataclass(frozen=True)
class Held:
    """What matching knows of a Paragraph on offer: its newest Version and how it stands."""

    paragraph_id: int
    version_id: int
    text: str
    kind: str = "policy"
    voice: str = OFFICE
    state: str = "approved"
    date: dt.date | None = None
    stale_on: dt.date | None = None
    source_id: int | None = None


class BankIndex:
    """Paragraphs by row: words in postings, vectors in one matrix. Hold `lock` to read several things.

    waiting: how many Paragraphs of the bank cannot be found at all yet.
    """

    waiting = 0

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self._lexical = HeldWords()
        self.lexical: Lexical = self._lexical
        self.held: list[Held | None] = []
        self.encoded: npt.NDArray[np.bool_] = np.zeros(0, dtype=np.bool_)
        self._vectors: Vectors = np.zeros((0, 0), dtype=np.float32)
        self._rows: dict[int, int] = {}
        self._free: list[int] = []

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def without_vector(self) -> int:
        """How many Paragraphs can be found by their words alone so far."""
        with self.lock:
            return len(self) - int(self.encoded.sum())

    def put(self, held: Held, vector: Vectors | None) -> None:
        """Hold this Paragraph, in place of what was held of it."""
        with self.lock:
            row = self._rows.get(held.paragraph_id)
            if row is None:
                row = self._rows[held.paragraph_id] = self._new_row()
            self.held[row] = held
            self._lexical.put(row, held.text)
            self.encoded[row] = vector is not None
            if vector is None:
                self._vectors[row] = 0
            else:
                self._be_wide(len(vector))
                self._vectors[row] = vector

    def put_all(self, entries: Iterable[tuple[Held, Vectors | None]]) -> None:
        """Hold these, each as `put` does."""
        with self.lock:
            for held, vector in entries:
                self.put(held, vector)

    def drop(self, paragraph_id: int) -> None:
        """Hold this Paragraph no longer."""
        with self.lock:
            row = self._rows.pop(paragraph_id, None)
            if row is not None:
                self._lexical.drop(row)
                self.held[row], self.encoded[row], self._vectors[row] = None, False, 0
                self._free.append(row)

    @classmethod
    def of(cls, entries: Sequence[tuple[Held, Vectors | None]], words: Lexical | None = None) -> "BankIndex":
        """An index of these, in order. words: those of the same rows, where they are known already."""
        index = cls()
        index.held = [held for held, _ in entries]
        index.encoded = np.array([vector is not None for _, vector in entries], dtype=np.bool_)
        index._vectors = np.zeros((len(entries), 0), dtype=np.float32)
        if index.encoded.any():
            vectors = np.array([vector for _, vector in entries if vector is not None])
            index._be_wide(vectors.shape[1])
            index._vectors[index.encoded] = vectors
        index._rows = {held.paragraph_id: row for row, (held, _) in enumerate(entries)}
        if words is not None:
            index.lexical = words
        else:
            for row, (held, _) in enumerate(entries):
                index._lexical.put(row, held.text)
        return index

    def by_words(self, queries: list[list[str]]) -> Scores:
        """(queries, rows): BM25 over the most it could be, 0..1, for lists of stems."""
        return self.lexical.score(queries, len(self.held))

    def by_meaning(self, vectors: Vectors) -> Scores:
        """(queries, rows): cosines, -1..1; 0 where a row has no vector yet."""
        if not self.encoded.any():
            return np.zeros((len(vectors), len(self.held)), dtype=np.float32)
        return np.asarray(vectors @ self._vectors[: len(self.held)].T, dtype=np.float32)

    def has_twin(self, row: int, others: list[int], likeness: float) -> bool:
        """Whether one of the other rows has the same words, or a vector with a cosine past `likeness`."""
        if not others:
            return False
        if (self._vectors[others] @ self._vectors[row] > likeness).any():
            return True
        held = self.held[row]
        return any(held and other and held.text == other.text for other in map(self.held.__getitem__, others))

    def narrowed(
        self, texts: Sequence[str], vectors: Vectors | None, also: Collection[int] = ()
    ) -> "BankIndex":
        """An index of the Paragraphs worth ranking for these texts: of a bank in memory, all of them.

        vectors: (len(texts), width), or None where words alone are to decide. also: ids of Paragraphs that
        shall be among them.
        """
        del texts, vectors, also
        return self

    def search(self, wanted: str, encoder: Encoder | None = None) -> list[int]:
        """Ids of the Paragraphs for words being typed, best first; the last word may be half a word."""
        vectors = encoder.encode([wanted], asked=True) if encoder and stems(wanted) else None
        return self.typed(wanted, vectors)

    def typed(self, wanted: str, vectors: Vectors | None) -> list[int]:
        """As `search`, with the vector (1, 384) of what is wanted, or None."""
        asked = [[entry] for entry in stems(wanted)]
        with self.lock:
            endings = self.endings(wanted)
            if endings:
                last = asked.pop() if asked and asked[-1] == [stem(words(wanted)[-1])] else []
                begun = [[entry] for entry in endings if entry not in last]
                scores = self.by_words(asked).sum(axis=0) + self.by_words([last, *begun]).max(axis=0)
            else:
                scores = self.by_words(asked).sum(axis=0)
            found = scores > 0
            if vectors is not None:
                cosines = self.by_meaning(vectors)[0]
                found |= cosines > FEW
                scores = scores + cosines
            order = np.argsort(-scores, kind="stable")
            return [entry.paragraph_id for row in order if found[row] and (entry := self.held[row])]

    def nearest(
        self, queries: list[list[str]], vectors: Vectors | None, most: int, also: Collection[int] = ()
    ) -> list[tuple[int, Held, Vectors | None]]:
        """The rows that come first for any query (a list of stems) or vector, at most so many for each.

        also: ids of Paragraphs that are given besides, where they are held.
        """
        scores = [*self.by_words(queries)]
        if vectors is not None:
            scores += [*np.where(self.encoded[: len(self.held)], self.by_meaning(vectors), 0)]
        order = [np.argsort(-line, kind="stable")[:most] for line in scores]
        best = {int(row) for line, rows in zip(scores, order, strict=True) for row in rows if line[row] > 0}
        best |= {self._rows[key] for key in also if key in self._rows}
        return [
            (row, held, self._vectors[row].copy() if self.encoded[row] else None)
            for row in sorted(best)
            if (held := self.held[row])
        ]

    def endings(self, wanted: str) -> list[str]:
        """The stems in use that the last word, if it is still being typed, may become."""
        return self.lexical.beginning(words(wanted)[-1])[:MOST] if wanted[-1:].isalnum() else []

    def _be_wide(self, width: int) -> None:
        """Have room for vectors of this width, which is the same for all of them."""
        if self._vectors.shape[1] != width:
            self._vectors = np.zeros((len(self._vectors), width), dtype=np.float32)

    def _new_row(self) -> int:
        if self._free:
            return self._free.pop()
        row = len(self.held)
        self.held.append(None)
        if row >= len(self.encoded):
            room = max(64, 2 * row)
            self.encoded = np.concatenate([self.encoded, np.zeros(room - row, dtype=np.bool_)])
            more = np.zeros((room - row, self._vectors.shape[1]), dtype=np.float32)
            self._vectors = np.concatenate([self._vectors, more])
        return row
