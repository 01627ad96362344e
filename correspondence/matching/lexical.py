"""Likeness by words: BM25 over postings of our own, to which one paragraph can be added or taken away."""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import snowballstemmer

from correspondence.text import words

Scores = npt.NDArray[np.float32]

K1 = 1.2  # how soon a repeated word stops counting
B = 0.75  # how much a long paragraph is held back

STOPWORDS = frozenset(
    """a about above after again against all also am an and any are as at be because been before being below
    between both but by can cannot could did do does doing don't down during each few for from further get had
    has have having he her here hers herself him himself his how i if in into is it its itself just let me
    more most much my myself no nor not now of off on once only or other our ours ourselves out over own
    please same she should so some such than that the their theirs them themselves then there these they this
    those through to too under until up upon us very was we were what when where whether which while who whom
    whose why will with would you your yours yourself i'm i've i'd i'll it's that's they're we're you're isn't
    aren't doesn't didn't won't can't there's""".split()
)
_stemmer = snowballstemmer.stemmer("english")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a lower-case word (Porter's second English stemmer); "" for a word that says nothing."""
    if word in STOPWORDS:
        return ""
    return str(_stemmer.stemWord(word.removesuffix("'s")))


def stems(text: str) -> list[str]:
    """The stems of a text in order, repeated as the words are."""
    return [found for found in map(stem, words(text)) if found]


class Lexical:
    """BM25 (Robertson; Lucene's idf) over paragraphs numbered by row, wherever their postings are kept."""

    def __len__(self) -> int:
        """How many paragraphs the statistics are of."""
        raise NotImplementedError

    @property
    def mean(self) -> float:
        """The mean length of a paragraph, in stems."""
        raise NotImplementedError

    def holding(self, entry: str) -> int:
        """How many paragraphs have this stem."""
        raise NotImplementedError

    def found(self, entry: str) -> tuple[npt.NDArray[np.int32], Scores, Scores]:
        """The rows that have this stem, how often each has it, and their lengths in stems."""
        raise NotImplementedError

    def beginning(self, prefix: str) -> list[str]:
        """The stems in use that begin with `prefix`, for a word still being typed."""
        raise NotImplementedError

    def idf(self, entry: str) -> float:
        """How much a stem tells: ln(1 + (N - n + .5) / (n + .5)); most for one no paragraph has."""
        holding = self.holding(entry)
        return math.log1p((len(self) - holding + 0.5) / (holding + 0.5))

    def ceiling(self, query: Iterable[str]) -> float:
        """The most BM25 can give for these stems, so that score / ceiling lies in 0..1."""
        return sum(self.idf(entry) for entry in set(query))

    def score(self, queries: Sequence[Sequence[str]], size: int) -> Scores:
        """(len(queries), size) float32: BM25 / ceiling of each query's distinct stems, by row number."""
        scores = np.zeros((len(queries), size), dtype=np.float32)
        asked: dict[str, list[int]] = {}
        for number, query in enumerate(queries):
            for entry in set(query):
                asked.setdefault(entry, []).append(number)
        for entry, numbers in asked.items():
            rows, weights = self.weights(entry)
            for number in numbers:
                scores[number, rows] += weights
        ceilings = np.array([self.ceiling(query) for query in queries], dtype=np.float32)
        return np.asarray(scores / np.maximum(ceilings, 1e-9)[:, None], dtype=np.float32)

    def weights(self, entry: str) -> tuple[npt.NDArray[np.int32], Scores]:
        """The rows that have this stem, and what it gives to the score of each."""
        rows, counts, lengths = self.found(entry)
        held_back = K1 * (1 - B + B * lengths / max(self.mean, 1e-9))
        return rows, np.asarray(self.idf(entry) * counts / (counts + held_back), dtype=np.float32)


class Postings:
    """Which rows hold a stem, and how often."""

    __slots__ = ("counts", "rows")

    def __init__(self) -> None:
        self.rows = array("i")
        self.counts = array("i")


class HeldWords(Lexical):
    """BM25 over postings in memory. Rows are numbered by the caller. Not safe for threads by itself."""

    def __init__(self) -> None:
        self._postings: dict[str, Postings] = {}
        self._stems: dict[int, tuple[str, ...]] = {}
        self._lengths = np.zeros(0, dtype=np.float32)
        self._total = 0.0

    def __len__(self) -> int:
        return len(self._stems)

    @property
    def mean(self) -> float:
        return self._total / max(1, len(self))

    def put(self, row: int, text: str) -> None:
        """Let `row` hold `text`, whatever it held before."""
        self.drop(row)
        counts = Counter(stems(text))
        if row >= len(self._lengths):
            self._lengths.resize(max(64, 2 * row), refcheck=False)
        self._lengths[row] = counts.total()
        self._total += counts.total()
        self._stems[row] = tuple(counts)
        for entry, count in counts.items():
            postings = self._postings.get(entry)
            if postings is None:
                postings = self._postings[entry] = Postings()
            postings.rows.append(row)
            postings.counts.append(count)

    def drop(self, row: int) -> None:
        """Take what `row` holds away; nothing happens when it holds nothing."""
        for entry in self._stems.pop(row, ()):
            postings = self._postings[entry]
            place = postings.rows.index(row)
            for column in (postings.rows, postings.counts):  # the last takes the freed place
                last = column.pop()
                if place < len(column):
                    column[place] = last
            if not postings.rows:
                del self._postings[entry]
        if row < len(self._lengths):
            self._total -= float(self._lengths[row])
            self._lengths[row] = 0

    def holding(self, entry: str) -> int:
        postings = self._postings.get(entry)
        return len(postings.rows) if postings else 0

    def found(self, entry: str) -> tuple[npt.NDArray[np.int32], Scores, Scores]:
        postings = self._postings.get(entry, NONE)
        rows = np.array(postings.rows, dtype=np.int32)
        return rows, np.array(postings.counts, dtype=np.float32), self._lengths[rows]

    def beginning(self, prefix: str) -> list[str]:
        return sorted(entry for entry in self._postings if entry.startswith(prefix))


NONE = Postings()
