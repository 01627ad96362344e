"""A bank too large to hold: what is near a letter is found by segments, and only that is read and ranked."""

import threading
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from correspondence.matching import codes
from correspondence.matching.codes import Rows
from correspondence.matching.held import BankIndex, Held
from correspondence.matching.lexical import Lexical, Scores, stems
from correspondence.matching.segments import key, unpacked
from correspondence.matching.semantic import Encoder, Vectors
from correspondence.matching.settled import Settled

DEPTH = 50  # candidates of a text by its words, and as many by its meaning
FRESH_DEPTH = 15  # and of what is fresh, which is little
TYPED = 300  # and of words being typed, together
RAREST = 12  # stems of a text that candidates are looked for by
CAP = 0.02  # a stem that more of the bank has tells candidates apart too little,
AT_LEAST = 3  # but so many of a text are always used
CACHE = 16_000_000  # postings kept in memory, about 5 bytes each

Found = tuple[Rows, npt.NDArray[np.uint8]]  # the rows that have a stem, and how often


@dataclass(frozen=True)
class Reader:
    """How a bank's parts are read, within the transaction at hand.

    postings: (segment's id, stem, places) for each of some stems in each of some segments. beginning: the
    stems that begin so. paragraphs: of these ids, those on offer, in their order, each with its vector.
    """

    postings: Callable[[Sequence[int], Sequence[bytes]], Iterable[tuple[int, bytes, bytes]]]
    beginning: Callable[[Sequence[int], str], list[str]]
    paragraphs: Callable[[Sequence[int]], list[tuple[Held, Vectors | None]]]


class Kept:
    """Postings read before; segments never change, so they hold until there is another set of segments."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._found: dict[str, Found] = {}
        self._size = 0

    def get(self, entry: str) -> Found | None:
        with self._lock:
            return self._found.get(entry)

    def put(self, found: dict[str, Found]) -> None:
        with self._lock:
            if self._size > CACHE:
                self._found.clear()
                self._size = 0
            self._found.update(found)
            self._size += sum(len(rows) for rows, _ in found.values())


class WideWords(Lexical):
    """The statistics of a whole large bank: of its segments, and of what is fresh."""

    def __init__(self, settled: Settled, fresh: BankIndex, kept: Kept, reader: Reader) -> None:
        self._settled, self._fresh, self._kept, self._reader = settled, fresh, kept, reader
        self._here: dict[str, Found] = {}  # what counts, looked up once for a letter
        total = float(settled.lengths[settled.counts].sum()) + fresh.lexical.mean * len(fresh)
        self._size = int(settled.counts.sum()) + len(fresh)
        self._mean = total / max(1, self._size)

    def __len__(self) -> int:
        return self._size

    @property
    def mean(self) -> float:
        return self._mean

    def holding(self, entry: str) -> int:
        with self._fresh.lock:
            return len(self.settled(entry)[0]) + self._fresh.lexical.holding(entry)

    def found(self, entry: str) -> tuple[Rows, Scores, Scores]:
        """Of the segments alone."""
        rows, often = self.settled(entry)
        return rows, often.astype(np.float32), self._settled.lengths[rows].astype(np.float32)

    def beginning(self, prefix: str) -> list[str]:
        with self._fresh.lock:
            fresh = self._fresh.lexical.beginning(prefix)
        return sorted({*fresh, *self._reader.beginning(self._settled.keys, prefix)})

    def settled(self, entry: str) -> Found:
        """The rows of the segments that have this stem, and how often."""
        if entry not in self._here:
            self.prepare([entry])
        return self._here[entry]

    def prepare(self, entries: Iterable[str]) -> None:
        """Look these stems up together, which is quicker than one by one."""
        wanted = [entry for entry in dict.fromkeys(entries) if entry not in self._here]
        known = {entry: found for entry in wanted if (found := self._kept.get(entry))}
        if new := [entry for entry in wanted if entry not in known]:
            read = self._read(new)
            self._kept.put(read)
            known |= read
        for entry, (rows, often) in known.items():
            counting = self._settled.counting(rows)
            self._here[entry] = rows[counting], often[counting]

    def _read(self, entries: Sequence[str]) -> dict[str, Found]:
        parts: dict[bytes, list[Found]] = {key(entry): [] for entry in entries}
        for segment, entry, stored in self._reader.postings(self._settled.keys, list(parts)):
            places, often = unpacked(stored)
            parts[entry].append((places.astype(np.int32) + self._settled.runs[segment].start, often))
        none: Found = (np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.uint8))
        joined = {
            entry: (np.concatenate([rows for rows, _ in some]), np.concatenate([often for _, often in some]))
            for entry, some in parts.items()
            if some
        }
        return {entry: joined.get(key(entry), none) for entry in entries}


class NarrowWords(Lexical):
    """The words of a few Paragraphs, with the statistics of the whole bank they are from."""

    def __init__(self, whole: WideWords, fresh: BankIndex, settled_to: Rows, fresh_to: Rows) -> None:
        """settled_to, fresh_to: of each row of the segments, and of what is fresh, its row here, or -1."""
        self._whole, self._fresh = whole, fresh
        self._settled_to, self._fresh_to = settled_to, fresh_to
        self.holding, self.beginning = whole.holding, whole.beginning  # type: ignore[method-assign]

    def __len__(self) -> int:
        return len(self._whole)

    @property
    def mean(self) -> float:
        return self._whole.mean

    def found(self, entry: str) -> tuple[Rows, Scores, Scores]:
        with self._fresh.lock:
            fresh = self._fresh.lexical.found(entry)
        parts = [
            _moved(self._whole.found(entry), self._settled_to),
            _moved(fresh, self._fresh_to),
        ]
        rows, often, lengths = (np.concatenate(columns) for columns in zip(*parts, strict=True))
        return rows, often, lengths


def _moved(found: tuple[Rows, Scores, Scores], to: Rows) -> tuple[Rows, Scores, Scores]:
    """What was found in rows that have another number, under that. to: it, by row, or -1."""
    rows, often, lengths = found
    inside = rows < len(to)  # what came after the numbers were given has none
    rows = to[rows[inside]]
    here = rows >= 0
    return rows[here], often[inside][here], lengths[inside][here]


class LargeBank(BankIndex):
    """A large bank at one moment. It tells what is asked of the whole; `narrowed` gives what is ranked."""

    def __init__(
        self, settled: Settled, fresh: BankIndex, kept: Kept, reader: Reader, waiting: int = 0
    ) -> None:
        """fresh: what changed after the segments' mark. waiting: how many more are not found yet."""
        super().__init__()
        self.waiting = waiting
        self._settled, self._fresh, self._reader = settled, fresh, reader
        self.lexical = self._words = WideWords(settled, fresh, kept, reader)

    def __len__(self) -> int:
        return len(self._words)

    @property
    def without_vector(self) -> int:
        lacking = self._settled.counts & ~self._settled.encoded
        return int(lacking.sum()) + self._fresh.without_vector

    def narrowed(
        self, texts: Sequence[str], vectors: Vectors | None, also: Collection[int] = ()
    ) -> BankIndex:
        return self._narrowed([stems(text) for text in texts], vectors, DEPTH, also)

    def search(self, wanted: str, encoder: Encoder | None = None) -> list[int]:
        """As a BankIndex's; of very many that are found, the best few hundred."""
        asked = stems(wanted)
        vectors = encoder.encode([wanted], asked=True) if encoder and asked else None
        queries = [[entry] for entry in [*asked, *self.endings(wanted)]]
        depth = max(DEPTH, TYPED // max(1, len(queries)))  # a word half typed may have fifty endings
        return self._narrowed(queries, vectors, depth).typed(wanted, vectors)

    def _narrowed(
        self, queries: list[list[str]], vectors: Vectors | None, depth: int, also: Collection[int] = ()
    ) -> BankIndex:
        self._words.prepare(chain.from_iterable(queries))
        scores = np.zeros(len(self._settled.ids), dtype=np.float32)
        rows = [self._settled.rows_of(also), *(self._by_words(query, depth, scores) for query in queries)]
        if vectors is not None and len(vectors):
            usable = self._settled.encoded & self._settled.counts
            rows += codes.nearest(vectors, self._settled.planes, usable, depth)
        some = np.unique(np.concatenate([np.zeros(0, dtype=np.int32), *rows]))
        with self._fresh.lock:
            fresh = self._fresh.nearest(queries, vectors, FRESH_DEPTH, also)
            size = len(self._fresh.held)
        taken = self._reader.paragraphs(self._settled.ids[some].tolist())
        entries = {held.paragraph_id: (held, vector) for held, vector in taken}
        entries |= {held.paragraph_id: (held, vector) for _, held, vector in fresh}
        row_of = {key: row for row, key in enumerate(sorted(entries))}
        settled_to = np.full(len(self._settled.ids), -1, dtype=np.int32)
        settled_to[some] = [row_of.get(key, -1) for key in self._settled.ids[some].tolist()]
        fresh_to = np.full(size, -1, dtype=np.int32)
        for row, held, _ in fresh:
            fresh_to[row] = row_of[held.paragraph_id]
        words = NarrowWords(self._words, self._fresh, settled_to, fresh_to)
        return BankIndex.of([entries[key] for key in sorted(entries)], words)

    def _by_words(self, query: Sequence[str], depth: int, scores: Scores) -> Rows:
        """The rows that BM25 by a query's rarest stems puts first. scores: zeros for all rows, left so."""
        rarest = sorted({*query}, key=lambda entry: (self._words.holding(entry), entry))[:RAREST]
        most = CAP * len(self._words)
        telling = [
            entry
            for place, entry in enumerate(rarest)
            if place < AT_LEAST or self._words.holding(entry) <= most
        ]
        found = [np.zeros(0, dtype=np.int32)]
        for entry in telling:
            rows, weights = self._words.weights(entry)
            scores[rows] += weights
            found.append(rows)
        rows = np.concatenate(found)
        values = scores[rows]
        scores[rows] = 0
        if len(rows) > RAREST * depth:  # a row stands in it once for each stem it has
            good = values >= np.partition(values, -RAREST * depth)[-RAREST * depth]
            rows, values = rows[good], values[good]
        rows, first = np.unique(rows, return_index=True)
        return rows[np.argsort(-values[first], kind="stable")[:depth]]
