"""A large bank as segments: its stems and codes as arrays, made a run at a time and joined as they grow many.

The manner is Lucene's: a segment never changes; what is new goes into another, what changed or was retired
is dead in the older one, and a few small segments are made into one in which nothing is dead.
"""

import hashlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from correspondence.errors import Refused
from correspondence.matching.codes import Codes, Planes, codes, planes
from correspondence.matching.lexical import stems
from correspondence.matching.semantic import Vectors
from correspondence.models import Segment

Ids = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
# By stem: its places in a segment (uint16), then how often it stands at each (uint8).
Postings = dict[bytes, bytes]
Mark = tuple[int, int]  # an edition and a Paragraph's id: how far the segments go

MOST = 1 << 16  # Paragraphs in a segment: a place is 16 bits
JOINED = 4  # so many small segments are made into one
SMALL = 1_000
DAMAGED = "What matching keeps of the bank is damaged. Run: correspondence check"
KEY = 60  # bytes of a stem that are kept
WORDS_ONLY, WITH_VECTOR, RETIRED = range(3)


@dataclass(frozen=True)
class Standing:
    """A Paragraph as a segment takes it up: the text of its newest Version, or None where it is retired."""

    paragraph_id: int
    text: str | None
    vector: Vectors | None = None


@dataclass(frozen=True)
class Arrays:
    """The Paragraphs of a segment by place. planes: (words, n), see `codes.planes`."""

    ids: Ids
    lengths: npt.NDArray[np.uint16]
    standing: npt.NDArray[np.uint8]
    planes: Planes

    @classmethod
    def none(cls) -> "Arrays":
        """Those of a segment with nothing in it."""
        empty = b""
        return cls(
            np.frombuffer(empty, dtype=np.int64),
            np.frombuffer(empty, dtype=np.uint16),
            np.frombuffer(empty, dtype=np.uint8),
            np.zeros((0, 0), dtype=np.uint64),
        )

    @classmethod
    def of(cls, segment: Segment, with_codes: bool = True) -> "Arrays":
        """Those of a stored segment. Refused where they are not of its size."""
        sizes = (len(segment.paragraph_ids), len(segment.lengths), len(segment.standing))
        if sizes != (8 * segment.size, 2 * segment.size, segment.size):
            raise Refused(DAMAGED)
        arrays = (
            np.frombuffer(segment.paragraph_ids, dtype=np.int64),
            np.frombuffer(segment.lengths, dtype=np.uint16),
            np.frombuffer(segment.standing, dtype=np.uint8),
        )
        if not with_codes or not segment.size:
            return cls(*arrays, np.zeros((0, segment.size), dtype=np.uint64))
        if len(segment.codes) % (8 * segment.size) or (segment.vector_model and not segment.codes):
            raise Refused(DAMAGED)
        return cls(*arrays, planes(np.frombuffer(segment.codes, dtype=np.uint8).reshape(segment.size, -1)))


def key(entry: str) -> bytes:
    """A stem as it is stored and looked up."""
    return entry.encode()[:KEY]


def made(paragraphs: Sequence[Standing], mark: Mark, model: str) -> tuple[Segment, Postings]:
    """A new segment of at most MOST Paragraphs. model: what made their vectors."""
    places: defaultdict[bytes, array[int]] = defaultdict(lambda: array("H"))
    often: defaultdict[bytes, array[int]] = defaultdict(lambda: array("B"))
    lengths = np.zeros(len(paragraphs), dtype=np.uint16)
    for place, paragraph in enumerate(paragraphs):
        counts = Counter(map(key, stems(paragraph.text or "")))
        lengths[place] = min(counts.total(), np.iinfo(np.uint16).max)
        for entry, count in counts.items():
            places[entry].append(place)
            often[entry].append(min(count, 255))
    postings = {entry: places[entry].tobytes() + often[entry].tobytes() for entry in sorted(places)}
    standing = np.array([_standing(paragraph) for paragraph in paragraphs], dtype=np.uint8)
    width = max((len(each.vector) for each in paragraphs if each.vector is not None), default=0)
    vectors = np.zeros((len(paragraphs), width), dtype=np.float32)
    for place, paragraph in enumerate(paragraphs):
        if paragraph.vector is not None:
            vectors[place] = paragraph.vector
    ids = np.array([paragraph.paragraph_id for paragraph in paragraphs], dtype=np.int64)
    return _sealed(ids, lengths, standing, codes(vectors), postings, mark, model), postings


def joinable(sizes: Sequence[tuple[int, int]]) -> list[int]:
    """Which segments of (size, how many of it count) to make into one: some small ones, or a wasted one.

    One much larger than those before it waits until there are more of them, so that nothing is written
    again more often than its logarithm.
    """
    few: list[int] = []
    together = 0
    for number in sorted(range(len(sizes)), key=lambda number: sizes[number][1]):
        counting = sizes[number][1]
        if together + counting > MOST or (few and counting > 2 * max(together, SMALL)):
            break
        few.append(number)
        together += counting
    if len(few) >= JOINED:
        return sorted(few)
    wasted = [number for number, (size, counting) in enumerate(sizes) if size > 2 * counting]
    return wasted[:1]


def joined(
    parts: Sequence[tuple[Arrays, Mask]], postings: Iterable[tuple[int, bytes, bytes]], mark: Mark, model: str
) -> tuple[Segment, Postings]:
    """One segment of several: of each, what still counts.

    postings: (number of the part, stem, places), in any order.
    """
    places, size = [], 0
    for _, counts in parts:  # where each place goes; -1 for nowhere
        places.append(np.where(counts, np.cumsum(counts) - 1 + size, -1))
        size += int(counts.sum())
    moved: defaultdict[bytes, list[tuple[bytes, bytes]]] = defaultdict(list)
    for number, entry, stored in sorted(postings):
        old, often = unpacked(stored)
        new = places[number][old]
        if (stays := new >= 0).any():
            moved[entry].append((new[stays].astype(np.uint16).tobytes(), often[stays].tobytes()))
    whole = {
        entry: b"".join(first for first, _ in moved[entry]) + b"".join(second for _, second in moved[entry])
        for entry in sorted(moved)
    }
    words = max(len(part.planes) for part, _ in parts)
    segment = _sealed(
        np.concatenate([part.ids[counts] for part, counts in parts]),
        np.concatenate([part.lengths[counts] for part, counts in parts]),
        np.concatenate([part.standing[counts] for part, counts in parts]),
        np.concatenate([_codes(part, words)[counts] for part, counts in parts]),
        whole,
        mark,
        model,
    )
    return segment, whole


def unpacked(stored: bytes) -> tuple[npt.NDArray[np.uint16], npt.NDArray[np.uint8]]:
    """The places of a stem, and how often it stands at each."""
    size = len(stored) // 3
    return (
        np.frombuffer(stored, dtype=np.uint16, count=size),
        np.frombuffer(stored, dtype=np.uint8, offset=2 * size, count=size),
    )


def seal(segment: Segment, postings: Iterable[tuple[bytes, bytes]]) -> str:
    """The SHA-256 of a segment and its postings, which come in the order of their stems."""
    digest = hashlib.sha256(segment.paragraph_ids + segment.lengths + segment.standing + segment.codes)
    for entry, stored in postings:
        digest.update(entry + b"\0" + stored)
    return digest.hexdigest()


def _standing(paragraph: Standing) -> int:
    if paragraph.text is None:
        return RETIRED
    return WORDS_ONLY if paragraph.vector is None else WITH_VECTOR


def _codes(part: Arrays, words: int) -> Codes:
    """(n, 8 words): codes as they are stored; zeros where a segment has none."""
    if len(part.planes) < words:
        return np.zeros((len(part.ids), 8 * words), dtype=np.uint8)
    return np.ascontiguousarray(part.planes.T).view(np.uint8)


def _sealed(
    ids: Ids,
    lengths: npt.NDArray[np.uint16],
    standing: npt.NDArray[np.uint8],
    coded: Codes,
    postings: Postings,
    mark: Mark,
    model: str,
) -> Segment:
    segment = Segment(
        edition=mark[0],
        last_id=mark[1],
        size=len(ids),
        vector_model=model,
        paragraph_ids=ids.tobytes(),
        lengths=lengths.tobytes(),
        standing=standing.tobytes(),
        codes=coded.tobytes(),
    )
    segment.seal = seal(segment, postings.items())
    return segment
