"""The evaluation counts what it says it counts, on letters small enough to check by hand."""

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from correspondence.cli import root
from correspondence.errors import Refused
from correspondence.matching.evaluate import _coverage, _ranking, evaluate
from correspondence.matching.semantic import Encoder
from tests.matching.conftest import AID, GANGS, RELIEF, RETURNS, SECURITY

ROWS = [
    {"id": name, "text": text}
    for name, text in (("a", SECURITY), ("b", RETURNS), ("c", RELIEF), ("d", GANGS), ("e", AID))
]
LETTERS = [
    {"id": "1", "text": "What do you spend on security at Calais?", "relevant": ["a"]},
    {"id": "2", "text": "How many migrants are returned each month?", "relevant": ["b"]},
]


def test_ranks_are_counted_as_in_the_literature() -> None:
    figures = _ranking(["x", "a", "y", "b"], {"a", "b"})
    assert (figures["hit1"], figures["hit5"], figures["hit10"], figures["mrr10"]) == (0, 1, 1, 0.5)
    assert figures["ndcg10"] == pytest.approx((1 / np.log2(3) + 1 / np.log2(5)) / (1 + 1 / np.log2(3)))


def test_a_group_is_covered_when_one_of_it_is_found() -> None:
    ranked = ["a", "x", "x", "x", "x", "b"]
    assert _coverage(ranked, [{"a", "q"}, {"b"}]) == {"coverage5": 0.5, "coverage10": 1.0, "all10": 1.0}
    assert _coverage(ranked, []) == {}


def test_right_paragraphs_are_found_and_counted(encoder: Encoder) -> None:
    figures = evaluate(ROWS, LETTERS, encoder)
    assert (figures["hit1"], figures["mrr10"], figures["ndcg10"]) == (1, 1, 1)
    assert sum(figures["answered"].values()) == 2
    assert "coverage5" not in figures
    wrong = evaluate(ROWS, [{**letter, "relevant": ["nowhere"]} for letter in LETTERS], encoder)
    assert (wrong["hit10"], wrong["ndcg10"]) == (0, 0)


def test_groups_are_measured_over_the_merged_list(encoder: Encoder) -> None:
    text = "What do you spend on security at Calais? Also, how many migrants are returned each month?"
    letter = {"id": "1", "text": text, "relevant_groups": [["a"], ["b"]]}
    assert evaluate(ROWS, [letter], encoder)["all10"] == 1


def test_vectors_are_kept_and_taken_from_there(encoder: Encoder, tmp_path: Path) -> None:
    kept = tmp_path / "kept.npz"
    first = evaluate(ROWS[:3], LETTERS, encoder, kept)
    assert first["hit1"] == evaluate(ROWS[:3], LETTERS, encoder, kept)["hit1"]
    evaluate(ROWS, LETTERS, encoder, kept)
    with np.load(kept) as stored:
        assert stored["vectors"].shape == (5, 384)
    assert list(tmp_path.iterdir()) == [kept]


def test_nothing_in_gives_nothing_out() -> None:
    assert evaluate([], [], None)["queries"] == 0
    assert evaluate([], LETTERS, None)["hit10"] == 0


@pytest.mark.parametrize("row", [{"id": "1"}, {"text": "x"}, {}])
def test_a_row_that_lacks_something_is_refused(row: dict[str, str]) -> None:
    with pytest.raises(Refused, match="Line 1 has no"):
        evaluate([row], [], None)


@pytest.mark.parametrize(
    ("content", "says"), [("{", "not JSON"), ("[1]", "not a JSON object"), (None, "There is no file")]
)
def test_the_command_says_which_line_it_cannot_read(
    content: str | None, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CORRESPONDENCE_INSTANCE", str(tmp_path / "instance"))
    file = tmp_path / "rows.jsonl"
    if content is not None:
        file.write_text(content)
    result = CliRunner().invoke(root, ["evaluate", "--bank", str(file), "--queries", str(file), "--json"])
    assert result.exit_code == 1
    assert says in json.loads(result.stdout)["refused"][0]["why"]
