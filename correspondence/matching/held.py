"""What is held in memory of a bank: each Paragraph's words, vector and standing."""

import datetime as dt
import threading
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from correspondence.matching.lexical import Lexical, Scores, stem, stems
from correspondence.matching.semantic import WIDTH, Encoder, Vectors
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
    review_date: dt.date | None = None
    source_id: int | None = None


class BankIndex:
    """Paragraphs by row: words in postings, vectors in one matrix. Hold `lock` to read several things.

    edition: the bank's edition it is as new as; -1 before the first read.
    """

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.edition = -1
        self.lexical = Lexical()
        self.held: list[Held | None] = []
        self.encoded: npt.NDArray[np.bool_] = np.zeros(0, dtype=np.bool_)
        self._vectors: Vectors = np.zeros((0, WIDTH), dtype=np.float32)
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
            self.lexical.put(row, held.text)
            self.encoded[row] = vector is not None
            self._vectors[row] = 0 if vector is None else vector

    def drop(self, paragraph_id: int) -> None:
        """Hold this Paragraph no longer."""
        with self.lock:
            row = self._rows.pop(paragraph_id, None)
            if row is not None:
                self.lexical.drop(row)
                self.held[row], self.encoded[row], self._vectors[row] = None, False, 0
                self._free.append(row)

    def by_words(self, queries: list[list[str]]) -> Scores:
        """(queries, rows): BM25 over the most it could be, 0..1, for lists of stems."""
        return self.lexical.score(queries, len(self.held))

    def by_meaning(self, vectors: Vectors) -> Scores:
        """(queries, rows): cosines, -1..1; 0 where a row has no vector yet."""
        return np.asarray(vectors @ self._vectors[: len(self.held)].T, dtype=np.float32)

    def has_twin(self, row: int, others: list[int], likeness: float) -> bool:
        """Whether one of the other rows has the same words, or a vector with a cosine past `likeness`."""
        if not others:
            return False
        if (self._vectors[others] @ self._vectors[row] > likeness).any():
            return True
        held = self.held[row]
        return any(held and other and held.text == other.text for other in map(self.held.__getitem__, others))

    def search(self, wanted: str, encoder: Encoder | None = None) -> list[int]:
        """Ids of the Paragraphs for words being typed, best first; the last word may be half a word."""
        asked = [[entry] for entry in stems(wanted)]
        half = words(wanted)[-1] if wanted[-1:].isalnum() else ""
        vectors = encoder.encode([wanted]) if encoder and asked else None
        with self.lock:
            scores = self.by_words(asked).sum(axis=0)
            if half:
                last = asked.pop() if asked and asked[-1] == [stem(half)] else []
                begun = [[entry] for entry in self.lexical.beginning(half)[:MOST] if entry not in last]
                longer = self.by_words([last, *begun]).max(axis=0)
                scores = self.by_words(asked).sum(axis=0) + longer
            found = scores > 0
            if vectors is not None:
                cosines = self.by_meaning(vectors)[0]
                found |= cosines > FEW
                scores = scores + cosines
            order = np.argsort(-scores, kind="stable")
            return [entry.paragraph_id for row in order if found[row] and (entry := self.held[row])]

    def _new_row(self) -> int:
        if self._free:
            return self._free.pop()
        row = len(self.held)
        self.held.append(None)
        if row >= len(self.encoded):
            room = max(64, 2 * row)
            self.encoded = np.concatenate([self.encoded, np.zeros(room - row, dtype=np.bool_)])
            more = np.zeros((room - row, WIDTH), dtype=np.float32)
            self._vectors = np.concatenate([self._vectors, more])
        return row
