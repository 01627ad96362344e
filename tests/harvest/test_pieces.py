"""Letters, columns, statements, reports and debates of many styles, each with what should come of it.

In `pieces/`, lines that begin with "@" say what is known of the whole; a mark in braces says of the words
behind it what they are: {x} left out, else the kind, and where they are not the narrator's, whose words
they are after ":" and who is quoted inside after "/".
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from correspondence import intake
from correspondence.harvest import Told, cut, narrator
from correspondence.harvest.cutting import read
from correspondence.models import Source
from tests.harvest.cuts import HERE

PIECES = sorted((HERE / "pieces").glob("*.txt"))
_MARK = re.compile(r"\{(\w+)(?:: ([^/}]*?))?\s*(?:/ ([^}]*))?\}")
_ASKED = {"date": "What date", "author": "Who wrote", "letter": "Whose letter"}


@dataclass(frozen=True)
class Expected:
    """text: of one piece. kind: "x" of one that is left out. voice: "" the narrator's."""

    kind: str
    voice: str
    speaker: str
    text: str


def _plain(text: str) -> str:
    """On one line, without the quotation marks round the whole: a statement loses them."""
    return re.sub(r"^[“\"']|[”\"']$", "", " ".join(text.split()))


def _load(path: Path) -> tuple[dict[str, str], list[Expected], str]:
    """What is said of the whole, the pieces expected, and the text without its marks."""
    lines = path.read_text(encoding="utf-8").split("\n")
    head = dict(line[1:].split(" ", 1) for line in lines if line.startswith("@"))
    body = "\n".join(line for line in lines if not line.startswith("@"))
    _, *parts = _MARK.split(body)
    expected = [
        Expected(kind, voice or "", speaker or "", _plain(text))
        for kind, voice, speaker, text in zip(*(parts[i::4] for i in range(4)), strict=True)
    ]
    return head, expected, _MARK.sub("", body)


def _of_the_whole(source: Source) -> dict[str, str]:
    asked = [
        name for name, words in _ASKED.items() if any(said.startswith(words) for said in source.questions)
    ]
    return {
        "kind": source.kind,
        "voice": narrator(source),
        "date": str(source.date or "none"),
        "author": source.author,
        "title": source.title,
        "asks": " ".join(asked),
    }


@pytest.mark.parametrize("path", PIECES, ids=[path.stem for path in PIECES])
def test_what_comes_of_a_piece_is_what_a_person_would_say(path: Path) -> None:
    head, expected, text = _load(path)
    document = intake.read(path.name, text.encode())
    source = cut(document, Told())
    whole = _of_the_whole(source)
    assert {name: whole[name] for name in head} == head
    assert whole["asks"] == head.get("asks", "date" if head.get("date") == "none" else "")
    left_out = {
        _plain(line) for piece in read(document, Told())[1] if piece.why for line in piece.text.split("\n")
    }
    assert [piece.text for piece in expected if piece.kind == "x" and piece.text not in left_out] == []
    made = [
        Expected(
            paragraph.kind, paragraph.version.voice, paragraph.version.speaker, _plain(paragraph.version.text)
        )
        for paragraph in source.paragraphs
    ]
    kept = [piece for piece in expected if piece.kind != "x"]
    assert [piece.text for piece in made] == [piece.text for piece in kept]
    for got, wanted in zip(made, kept, strict=True):
        assert (got.kind, got.voice) == (wanted.kind, wanted.voice or narrator(source)), wanted.text
        assert not wanted.speaker or got.speaker == wanted.speaker
