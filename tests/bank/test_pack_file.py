"""The file of a pack: what is sound is read, what is not is refused with a reason."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from correspondence.bank import packs
from correspondence.bank.packs.file import LARGEST
from correspondence.errors import Refused


def a_pack(**facts: Any) -> dict[str, Any]:
    return {
        "correspondence_pack": 1,
        "key": "k",
        "title": "T",
        "edition": 1,
        "paragraphs": [{"key": "p", "text": "Words.", "kind": "policy", **facts}],
    }


HOSTILE = {
    "nothing": b"",
    "no text": b"\xff\xfe\x00",
    "a list": b"[]",
    "another document": b'{"paragraphs": []}',
    "deep": b"[" * 200_000,
    "not a number": b'{"correspondence_pack": NaN}',
    "a huge number": b'{"correspondence_pack": 1' + b"0" * 5_000 + b"}",
    "too large": b" " * (LARGEST + 1),
    "newer": json.dumps({**a_pack(), "correspondence_pack": 2}).encode(),
    "no version": json.dumps({**a_pack(), "correspondence_pack": True}).encode(),
    "no paragraph": json.dumps({**a_pack(), "paragraphs": []}).encode(),
    "paragraphs of text": json.dumps({**a_pack(), "paragraphs": ["text"]}).encode(),
    "twice the key": json.dumps({**a_pack(), "paragraphs": a_pack()["paragraphs"] * 2}).encode(),
    "an edition of text": json.dumps({**a_pack(), "edition": "1"}).encode(),
    "no title": json.dumps({**a_pack(), "title": " "}).encode(),
} | {
    f"{name}: {str(value)[:20]}": json.dumps(a_pack(**{name: value})).encode()
    for name, value in (
        ("text", ""), ("text", 7), ("text", "x" * 20_001), ("key", ""), ("key", "x" * 101),
        ("kind", "office"), ("kind", None), ("voice", ["office"]), ("title", "x" * 301),
        ("date", "yesterday"), ("date", 2026),
        ("review_date", "2026-02-30"), ("topics", "Buses"), ("topics", [{}]),
        ("topics", list("abcdefghijklmnopqrstu")), ("source", "BBC"),
        ("source", {"url": "javascript:alert(1)", "kind": "reply"}), ("source", {"kind": "x"}),
    )
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_pack_is_refused_with_a_reason(name: str) -> None:
    with pytest.raises(Refused) as refusal:
        packs.read(HOSTILE[name])
    assert str(refusal.value).endswith(".")


def test_a_pack_of_a_newer_program_is_told_from_a_broken_one() -> None:
    with pytest.raises(Refused, match="newer version of Correspondence"):
        packs.read(HOSTILE["newer"])


def test_half_a_letter_of_another_alphabet_is_taken_out() -> None:
    content = json.dumps(a_pack(text="Words \ud800 here.")).encode()
    assert packs.read(packs.written(packs.read(content))).paragraphs["p"]["text"] == "Words  here."


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
NAMES = ("key", "text", "kind", "voice", "speaker", "date", "title", "topics", "review_date", "source")


@settings(max_examples=100)
@given(st.sampled_from(NAMES), JSON)
def test_whatever_stands_in_a_pack_is_read_or_refused_and_reads_again_the_same(name: str, value: Any) -> None:
    content = json.dumps(a_pack(**{name: value})).encode()
    try:
        pack = packs.read(content)
    except Refused:
        return
    assert packs.read(packs.written(pack)) == pack
