"""How alike two texts are: the share of three-word runs of the shorter that the longer has too."""

import zlib
from hashlib import blake2b

from correspondence.text import clean, words

ALIKE = 0.5  # edited copies of a paragraph keep well over half; other texts on a subject under a tenth
COMMON = 1000  # texts; a run that more have than this ("for contacting me") does not tell texts apart
MOST = 10  # alike texts named for each
_RUN = 3
_LEAST = 12  # marks of a text, where it has so many runs
_SHARE = 8  # and of all its runs one in so many besides
_PLAIN = str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014", "''\"\"--")


def runs(text: str) -> frozenset[tuple[str, ...]]:
    """The three-word runs of a text; of a shorter text, all its words as one."""
    spoken = words(text)
    if len(spoken) < _RUN:
        return frozenset({tuple(spoken)} if spoken else ())
    return frozenset(zip(spoken, spoken[1:], spoken[2:], strict=False))


def likeness(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """0 to 1: how much of the shorter text stands in the longer."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def marks(text: str) -> frozenset[int]:
    """Numbers, 0 and above, for some of the runs of a text, chosen by the number alone.

    The smallest of them meet in texts of a size (a bottom-k sketch: Broder 1997), one in eight of all of
    them where a short text stands in a long one. Of texts that are alike, few pairs share no mark.
    """
    numbers = {zlib.crc32(" ".join(run).encode()) for run in runs(text)}
    sampled = {number for number in numbers if number % _SHARE == 0}
    return frozenset(sampled.union(sorted(numbers)[:_LEAST]))


def whole(text: str) -> int:
    """A number below 0 for a text as a whole: the same for the same words, marks and capitals."""
    digest = blake2b(plain(text).encode(), digest_size=8).digest()
    return -1 - (int.from_bytes(digest) >> 1)


def plain(text: str) -> str:
    """A text as it is compared word for word: curly and straight marks, line ends and spaces are one."""
    return " ".join(clean(text).translate(_PLAIN).split())
