"""`bank import`, `list`, `show`, `due` and `words`, as people and other programs call them."""

import datetime as dt
import json
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from correspondence.cli import root
from correspondence.cli.instance import Instance
from tests.conftest import MATERIAL

HARVEST = Path(__file__).parent / "harvest"


@pytest.fixture(autouse=True)
def instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An instance folder that is not there yet. Vectors take long and are tested with matching."""
    for name in [name for name in os.environ if name.startswith("CORRESPONDENCE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("CORRESPONDENCE_INSTANCE", str(tmp_path / "instance"))
    monkeypatch.setattr(Instance, "work_off", lambda _self: None)
    return tmp_path / "instance"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(root, ["bank", *arguments], prog_name="correspondence")


def ask(*arguments: str) -> Any:
    return json.loads(run(*arguments, "--json").stdout)


def test_import_answers_with_the_keys_that_others_rely_on() -> None:
    answer = ask("import", str(HARVEST / "word_letter.txt"))
    assert set(answer) == {"files", "refused"}
    file = answer["files"][0]
    assert set(file) == {"file", "source", "paragraphs", "left_out", "questions"}
    assert set(file["source"]) == {"title", "author", "publisher", "date", "url", "voice"}
    paragraph = file["paragraphs"][2]
    assert set(paragraph) >= {
        "id", "title", "text", "kind", "voice", "speaker", "topics", "review_date", "figures", "problems",
        "similar", "removed",
    }  # fmt: skip
    assert set(paragraph["figures"][0]) == {
        "text", "kind", "value", "unit", "measure", "as_of", "start", "end"
    }  # fmt: skip
    assert set(paragraph["problems"][0]) == {"kind", "severity", "text"}
    assert set(file["left_out"][0]) == {"text", "why", "removed"}
    figure = paragraph["figures"][0]
    assert paragraph["text"][figure["start"] : figure["end"]] == figure["text"]
    assert figure["as_of"] == "2024-03-03"


def test_in_a_batch_the_others_still_go_in_and_the_exit_code_says_that_one_did_not(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    result = run("import", str(empty), str(HARVEST / "speech.txt"), str(tmp_path / "none.txt"), "--json")
    answer = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [Path(file["file"]).name for file in answer["files"]] == ["speech.txt"]
    assert [Path(refused["file"]).name for refused in answer["refused"]] == ["empty.txt", "none.txt"]
    assert len(ask("list")["paragraphs"]) == 3


def test_a_file_imported_before_adds_nothing_and_answers_what_is_told_now() -> None:
    letter = str(HARVEST / "wrapped_letter.txt")
    first = ask("import", letter)["files"][0]
    assert first["questions"]
    day = dt.datetime.now(dt.UTC).date().isoformat()
    result = run("import", letter, "--date", day, "--approve", "--json")
    again = json.loads(result.stdout)["files"][0]
    assert result.exit_code == 0
    assert "imported before" in result.stderr
    assert again["questions"] == []
    assert [row["id"] for row in again["paragraphs"]] == [row["id"] for row in first["paragraphs"]]
    assert {row["state"] for row in again["paragraphs"]} == {"approved"}
    assert again["paragraphs"][1]["figures"][0]["as_of"] == day


def test_what_is_stale_is_not_approved_at_once_and_is_told() -> None:
    letter = str(HARVEST / "wrapped_letter.txt")
    result = run("import", letter, "--approve", "--json")
    rows = json.loads(result.stdout)["files"][0]["paragraphs"]
    assert result.exit_code == 0
    assert {row["state"] for row in rows} == {"proposed"}
    assert f"{len(rows)} stale or undated, not approved" in result.stderr


def test_what_is_told_with_a_file_is_its_source() -> None:
    answer = ask(
        "import", str(HARVEST / "speech.txt"), "--title", "Broadband", "--author", "Ada Amberley",
        "--publisher", "Hansard", "--url", "https://example.org/1", "--voice", "office",
    )  # fmt: skip
    assert answer["files"][0]["source"] == {
        "title": "Broadband", "author": "Ada Amberley", "publisher": "Hansard", "date": "2024-06-04",
        "url": "https://example.org/1", "voice": "office",
    }  # fmt: skip


def test_an_undated_file_has_undated_figures() -> None:
    paragraphs = ask("import", str(HARVEST / "wrapped_letter.txt"))["files"][0]["paragraphs"]
    assert {figure["as_of"] for row in paragraphs for figure in row["figures"]} == {None}
    assert all(row["problems"][0]["kind"] == "undated" for row in paragraphs)


def test_show_gives_one_paragraph_with_its_history() -> None:
    paragraph = ask("import", str(HARVEST / "speech.txt"))["files"][0]["paragraphs"][0]
    shown = ask("show", str(paragraph["id"]))
    assert shown["text"] == paragraph["text"]
    assert shown["source"]["date"] == "2024-06-04"
    assert [version["number"] for version in shown["versions"]] == [1]
    result = run("show", "999")
    assert result.exit_code == 1
    assert "There is no paragraph number 999" in result.stderr


def test_list_and_due_can_be_read_by_a_person() -> None:
    assert "Nothing in the bank." in run("list").stdout
    report = run("import", str(HARVEST / "wrapped_letter.txt")).stdout
    assert "left out: [name] (The greeting" in report
    assert "? What date is this from?" in report
    assert "The closure of the post office" in run("list", "--kind", "opening").stdout
    assert "Undated" in run("due").stdout


def test_due_tells_how_much_there_is_whose_it_is_and_what_was_changed() -> None:
    ask("import", str(HARVEST / "wrapped_letter.txt"))
    told = ask("due", "--most", "2", "--owner", "nobody", "--within", "month")
    assert (len(told["due"]), told["total"]) == (2, 5)
    assert told["changed"] == []
    assert "and 3 more" in run("due", "--most", "2").stdout
    result = run("due", "--owner", "Quill")
    assert result.exit_code == 1
    assert "Nobody here is called Quill." in result.stderr


def test_a_list_is_narrowed_and_ordered() -> None:
    ask("import", str(HARVEST / "wrapped_letter.txt"))
    ids = [row["id"] for row in ask("list", "--order", "title", "--source", "1")["paragraphs"]]
    assert sorted(ids) == [1, 2, 3, 4, 5]
    assert ids != sorted(ids)
    assert ask("list", "--source", "2")["paragraphs"] == []


def test_a_wrong_date_is_wrong_use() -> None:
    assert run("import", str(HARVEST / "speech.txt"), "--date", "yesterday").exit_code == 2


@pytest.mark.material
def test_the_five_seeds_go_in_with_the_undated_three_asked_about() -> None:
    seeds = sorted((MATERIAL / "seeds").glob("*.txt"))
    files = ask("import", *map(str, seeds))["files"]
    assert [len(file["paragraphs"]) for file in files] == [10, 22, 9, 10, 20]
    assert [any("date" in question for question in file["questions"]) for file in files] == [
        False, True, True, True, False,
    ]  # fmt: skip
    letter = files[2]["paragraphs"]
    assert [row["kind"] for row in letter] == ["opening", *["policy"] * 7, "closing"]
    amounts = [figure["text"] for row in letter for figure in row["figures"] if figure["kind"] == "money"]
    assert len(amounts) == 10
    assert {figure["as_of"] for row in letter for figure in row["figures"]} == {None}


def test_everyday_words_are_listed_added_taken_out_and_put_back() -> None:
    assert ask("words", "taxman") == {
        "words": [{"said": "taxman", "means": "HM Revenue and Customs; tax", "whose": "shipped"}]
    }
    assert ask("words", "--add", "wurzel gang", "farms")["words"][0]["whose"] == "added"
    assert ask("words", "--take-out", "taxman")["words"][0]["whose"] == "out"
    assert ask("words", "--put-back", "taxman")["words"][0]["whose"] == "shipped"
    assert "wurzel gang" in run("words", "wurzel").stdout
    refused = run("words", "--add", "taxman", "x")
    assert refused.exit_code == 1
    assert "“taxman” is in the list already." in refused.stderr


def test_a_pack_is_written_and_taken_in_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask("import", str(HARVEST / "word_letter.txt"))
    pack = tmp_path / "pack.json"
    assert run("export", str(pack), "--state", "approved").exit_code == 1  # nothing is approved yet
    written = ask("export", str(pack))
    assert written["pack"]["edition"] == 1
    assert written["paragraphs"] == len(ask("list")["paragraphs"])
    monkeypatch.setenv("CORRESPONDENCE_INSTANCE", str(tmp_path / "other"))
    assert ask("load", str(pack))["added"] == written["paragraphs"]
    assert ask("load", str(pack)) == {"pack": written["pack"], "added": 0, "known": 0, "to_decide": []}
    assert len(ask("list")["paragraphs"]) == written["paragraphs"]
    refused = run("load", str(HARVEST / "word_letter.txt"))
    assert refused.exit_code == 1
    assert "This is not a pack" in refused.stderr
