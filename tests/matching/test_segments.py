"""Codes find what is near, and segments hold what they were made of, alone or joined."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from correspondence.matching import segments
from correspondence.matching.codes import codes, nearest, planes
from correspondence.matching.lexical import stems
from correspondence.matching.segments import Arrays, Standing
from correspondence.matching.semantic import Vectors, unit

WORD = st.sampled_from("port fence calais dog meal pothole council road boats the 19 £ ŵyl".split())
TEXT = st.lists(WORD, max_size=8).map(" ".join)


def some(count: int, width: int, seed: int = 1) -> Vectors:
    return unit(np.random.default_rng(seed).normal(size=(count, width)).astype(np.float32))


@pytest.mark.parametrize("width", [64, 100, 384, 768])
def test_codes_find_what_is_nearest(width: int) -> None:
    held, asked = some(3000, width), some(20, width, 2)
    near = unit(asked + 0.8 * some(20, width, 3))
    held[100:120] = near
    found = nearest(asked, planes(codes(held)), np.ones(3000, dtype=np.bool_), 10)
    assert [int(rows[0]) for rows in found] == list(range(100, 120))
    assert all(len(rows) == 10 for rows in found)


def test_what_is_not_usable_is_not_found() -> None:
    held = some(50, 64)
    usable = np.arange(50) < 7
    assert {int(row) for row in nearest(held[:1], planes(codes(held)), usable, 20)[0]} == set(range(7))
    assert [len(rows) for rows in nearest(held[:2], planes(codes(held)), usable & False, 20)] == [0, 0]


def test_one_paragraph_repeated_gives_no_more_than_was_asked_for() -> None:
    held = np.repeat(some(1, 64), 5000, axis=0)
    [found] = nearest(held[:1], planes(codes(held)), np.ones(5000, dtype=np.bool_), 60)
    assert found.tolist() == list(range(60))


def postings_of(texts: list[str | None]) -> dict[bytes, dict[int, int]]:
    """By stem, how often it stands at each place: counted the plain way."""
    found: dict[bytes, dict[int, int]] = {}
    for place, text in enumerate(texts):
        for entry in stems(text or ""):
            here = found.setdefault(segments.key(entry), {})
            here[place] = here.get(place, 0) + 1
    return found


def read(postings: segments.Postings) -> dict[bytes, dict[int, int]]:
    unpacked = {entry: segments.unpacked(stored) for entry, stored in postings.items()}
    return {
        entry: dict(zip(places.tolist(), often.tolist(), strict=True))
        for entry, (places, often) in unpacked.items()
    }


@given(st.lists(TEXT | st.none(), min_size=1, max_size=12), st.data())
def test_segments_joined_are_as_made_at_once_of_what_counts(
    texts: list[str | None], data: st.DataObject
) -> None:
    counts = np.array(data.draw(st.lists(st.booleans(), min_size=len(texts), max_size=len(texts))))
    at = data.draw(st.integers(0, len(texts)))
    vectors = some(len(texts), 64)
    all_of_them = [Standing(number, text, vectors[number]) for number, text in enumerate(texts)]
    made = [segments.made(part, (1, 1), "m") for part in (all_of_them[:at], all_of_them[at:]) if part]
    masks = [mask for mask in (counts[:at], counts[at:]) if len(mask)]
    parts = [(Arrays.of(segment), mask) for (segment, _), mask in zip(made, masks, strict=True)]
    entries = [(number, *entry) for number, (_, found) in enumerate(made) for entry in found.items()]
    segment, postings = segments.joined(parts, entries, (2, 5), "m")
    kept = [standing for standing, counting in zip(all_of_them, counts, strict=True) if counting]
    assert read(postings) == postings_of([standing.text for standing in kept])
    expected, _ = segments.made(kept, (2, 5), "m")
    for name in ("paragraph_ids", "lengths", "standing"):
        assert getattr(segment, name) == getattr(expected, name)
    if kept:
        assert segment.codes == expected.codes
        assert segment.seal == expected.seal
    assert segment.seal == segments.seal(segment, postings.items())


@pytest.mark.parametrize(
    ("sizes", "chosen"),
    [
        ([], []),
        ([(16_000, 16_000)] * 3, []),
        ([(16_000, 16_000)] * 4, [0, 1, 2, 3]),
        ([(64_000, 64_000), (64_000, 40_000)], []),
        ([(64_000, 64_000), (64_000, 30_000)], [1]),
        ([(64_000, 64_000), *[(4_000, 4_000)] * 5], [1, 2, 3, 4, 5]),
        ([(64_000, 100)] * 4, [0, 1, 2, 3]),
        ([(1_000, 1_000)] * 3 + [(30_000, 30_000)], []),
        ([(1_000, 1_000)] * 3 + [(5_000, 5_000)], [0, 1, 2, 3]),
    ],
)
def test_small_or_wasted_segments_are_joined(sizes: list[tuple[int, int]], chosen: list[int]) -> None:
    assert segments.joinable(sizes) == chosen
