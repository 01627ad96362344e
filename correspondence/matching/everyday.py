"""Everyday words: what people write for what officials call otherwise. Text in, the words found in it out."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from correspondence.matching.lexical import stem
from correspondence.text import word_spans

Row = tuple[str, str]  # what is said; what it means, phrases parted by a semicolon
Key = tuple[tuple[str, bool], ...]

SHIPPED = Path(__file__).with_name("everyday.csv")
MOST = 6  # official phrases put behind a text: more would drown what it says itself
SHORT = 30  # words; a longer text says by itself what it is about, and only loses by having some added
KNOWN = 8192  # entries kept as read: the shipped list and a few offices' own, all asked for at each change

# They come and go without changing what is said: "see a doctor", "see my doctor".
_LOOSE = frozenset("a an the my your his her its our their this that these those some any".split())
_NOTHING, _LITTLE, _STOP = range(3)  # what parts a telling word from the one before
_END = re.compile(r"""[.!?;:]["'”’)\]]*\s|\n[ \t]*\n""")


@dataclass(frozen=True)
class Said:
    """Everyday words found at text[start:end]. said: as the list has them. means: official phrases for it."""

    said: str
    means: tuple[str, ...]
    start: int
    end: int


class _Word(NamedTuple):
    """A word as it stands in a text. stem: "" where it tells nothing. opens: a stop stands before it.

    gap: what parts it from the telling word before.
    """

    stem: str
    plain: str
    capitals: bool
    start: int
    end: int
    opens: bool
    gap: int


class _Entry(NamedTuple):
    """An entry of the list. before, behind: the words at its ends that tell nothing, found as they are."""

    said: str
    means: tuple[str, ...]
    telling: list[_Word]
    before: list[str]
    behind: list[str]


class Everyday:
    """A list of everyday words, made ready to be found in texts."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Of rows with the same `key` the last counts; those without one are left out."""
        entries = {key(said): _entry(said, means) for said, means in rows}
        entries.pop((), None)
        self._size = len(entries)
        self._by_first: dict[str, list[_Entry]] = {}
        for entry in entries.values():
            self._by_first.setdefault(entry.telling[0].stem, []).append(entry)

    def __len__(self) -> int:
        return self._size

    def explained(self, text: str) -> str:
        """A short text with what officials say for the everyday words in it put behind, to search by."""
        if len(text.split()) > SHORT:
            return text
        means = dict.fromkeys(said.means[0] for said in self.found(text) if said.means)
        return f"{text} ({'; '.join(list(means)[:MOST])})" if means else text

    def found(self, text: str) -> list[Said]:
        """The entries that stand in a text, in its order; of those that overlap the longest.

        Words are compared by their stems, one behind the other within a sentence. Articles and possessives
        may stand between; other words that tell nothing stand where the entry has some, whichever they are,
        and those at its ends ("kicked out") as they are. A word that an entry has in capitals is found in
        capitals, and not where the whole text has nothing else.
        """
        read = _read(text)
        telling = [place for place, word in enumerate(read) if word.stem]
        shouted = text.isupper()
        runs = []
        for number, place in enumerate(telling):
            for entry in self._by_first.get(read[place].stem, ()):
                run = telling[number : number + len(entry.telling)]
                first, last = run[0] - len(entry.before), run[-1] + len(entry.behind)
                if (
                    _stands(entry, [read[at] for at in run], shouted)
                    and _joined(read[max(0, first) : run[0] + 1])[:-1] == entry.before
                    and _joined(read[run[-1] : last + 1])[1:] == entry.behind
                ):
                    runs.append((first, last, entry))
        return [
            Said(entry.said, entry.means, read[first].start, read[last].end)
            for first, last, entry in _longest(runs)
        ]


@lru_cache(maxsize=KNOWN)
def key(said: str) -> Key:
    """What tells an entry from others: its telling words' stems, whether each is in capitals, "" where words
    that tell nothing part them, and those at its ends. Empty for an entry that could never be found.
    """
    entry = _entry(said, "")
    found = [(word, False) for word in entry.before]
    for number, word in enumerate(entry.telling):
        if number and word.gap:
            found.append(("", False))
        found.append((word.stem, word.capitals))
    return (*found, *((word, False) for word in entry.behind)) if entry.telling else ()


def phrases(means: str) -> tuple[str, ...]:
    """The official phrases of an entry, each once: "a; b" are two."""
    return tuple(dict.fromkeys(phrase.strip() for phrase in means.split(";") if phrase.strip()))


@cache
def shipped() -> tuple[Row, ...]:
    """The list that comes with the program."""
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        return tuple((row["said"], row["means"]) for row in csv.DictReader(file))


@lru_cache(maxsize=KNOWN)
def _entry(said: str, means: str) -> _Entry:
    read = _read(said)
    places = [place for place, word in enumerate(read) if word.stem]
    if not places:
        return _Entry(said, (), [], [], [])
    loose = _LOOSE if len(places) > 1 else frozenset()
    before, behind = (
        [word.plain for word in end if word.plain not in loose]
        for end in (read[: places[0]], read[places[-1] + 1 :])
    )
    return _Entry(said, phrases(means), [read[place] for place in places], before, behind)


def _read(text: str) -> list[_Word]:
    read = []
    gap, before = _NOTHING, 0
    for start, end in word_spans(text):
        opens = _END.search(text, before, start) is not None
        gap = max(gap, _STOP if opens else _LITTLE if "&" in text[before:start] else _NOTHING)
        written = text[start:end].replace("’", "'")
        plain = written.lower()
        telling = stem(plain)
        if not telling and plain not in _LOOSE:
            gap = max(gap, _LITTLE)
        bare = written.removesuffix("'s")
        read.append(_Word(telling, plain, len(bare) > 1 and bare.isupper(), start, end, opens, gap))
        if telling:
            gap = _NOTHING
        before = end
    return read


def _stands(entry: _Entry, some: Sequence[_Word], shouted: bool) -> bool:
    """Whether these telling words of a text are the entry's."""
    return len(some) == len(entry.telling) and all(
        word.stem == wanted.stem
        and (not wanted.capitals or (word.capitals and not shouted))
        and (number == 0 or word.gap == wanted.gap)
        for number, (word, wanted) in enumerate(zip(some, entry.telling, strict=True))
    )


def _joined(read: Sequence[_Word]) -> list[str]:
    """Words as they are; "" for those behind a stop."""
    return ["" if word.opens and number else word.plain for number, word in enumerate(read)]


def _longest(runs: list[tuple[int, int, _Entry]]) -> list[tuple[int, int, _Entry]]:
    """The runs of most words; of equals the first, and of the same words those wanted in capitals."""
    taken: set[int] = set()
    kept = []
    for first, last, entry in sorted(runs, key=_rank):
        if taken.isdisjoint(range(first, last + 1)):
            taken.update(range(first, last + 1))
            kept.append((first, last, entry))
    return sorted(kept, key=lambda run: run[0])


def _rank(run: tuple[int, int, _Entry]) -> tuple[int, int, int]:
    first, last, entry = run
    return first - last, first, -sum(word.capitals for word in entry.telling)
