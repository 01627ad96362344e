"""`bank import` of folders and archives: all that can be read goes in, the rest is said."""

import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from correspondence.cli import given, root
from correspondence.cli.instance import Instance
from correspondence.models import Office
from tests.bank.test_imports import as_word, letter
from tests.web.test_whose_words import COLUMN


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of letters beside an instance folder that is not there yet."""
    for name in [name for name in os.environ if name.startswith("CORRESPONDENCE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("CORRESPONDENCE_INSTANCE", str(tmp_path / "instance"))
    monkeypatch.setattr(Instance, "work_off", lambda _self: None)
    folder = tmp_path / "letters"
    (folder / "2021").mkdir(parents=True)
    (folder / "b.txt").write_bytes(letter(1))
    (folder / "2021" / "a.docx").write_bytes(as_word(letter(2)))
    (folder / "2021" / "~$a.docx").write_bytes(b"lock")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 no more")
    (folder / "desktop.ini").write_bytes(b"x")
    with zipfile.ZipFile(folder / "c.zip", "w") as archive:
        archive.writestr("../c.txt", letter(3))
        archive.writestr("__MACOSX/._c.txt", b"x")
    (folder / "empty.zip").write_bytes(b"")
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(root, ["bank", "import", *arguments, "--json"], prog_name="correspondence")


def names(answers: list[Any]) -> list[str]:
    return ["/".join(Path(answer["file"]).parts[-2:]) for answer in answers]


def test_a_folder_goes_in_whole_and_a_second_time_adds_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(given, "OFTEN", 2)
    result = run(str(folder))
    answer = json.loads(result.stdout)
    assert result.exit_code == 1
    assert names(answer["files"]) == ["letters/b.txt", "c.zip/c.txt", "2021/a.docx"]
    assert names(answer["refused"]) == ["letters/broken.docx", "letters/empty.zip"]
    assert answer["refused"][1]["why"] == "This file is empty."
    assert "Passed over: 3 that" in result.stderr
    assert "4 files so far, 2 of them refused." in result.stderr
    again = run(str(folder))
    assert again.stderr.count("imported before") == 3
    keys = [[row["id"] for row in file["paragraphs"]] for file in answer["files"]]
    files = json.loads(again.stdout)["files"]
    assert [[row["id"] for row in file["paragraphs"]] for file in files] == keys


def test_an_archive_can_be_named_itself(folder: Path) -> None:
    result = run(str(folder / "c.zip"))
    assert result.exit_code == 0
    assert names(json.loads(result.stdout)["files"]) == ["c.zip/c.txt"]


def test_our_own_words_are_understood_as_people_say_it(folder: Path) -> None:
    (folder / "column.txt").write_text(COLUMN.format(name="Jo Field"))
    answer = json.loads(run(str(folder / "column.txt"), "--voice", "our own").stdout)
    assert answer["files"][0]["source"]["voice"] == "office"
    told = CliRunner().invoke(root, ["bank", "list", "--voice", "our own", "--json"]).stdout
    assert {row["voice"] for row in json.loads(told)["paragraphs"]} == {"office"}


def test_the_members_own_column_is_the_offices(folder: Path) -> None:
    with Instance(None, lambda _answer: None).write() as session:
        session.get_one(Office, session.info["office_id"]).mp_name = "Dame Dana Whitlock DBE MP"
    (folder / "column.txt").write_text(COLUMN.format(name="Dana Whitlock"))
    answer = json.loads(run(str(folder / "column.txt")).stdout)
    assert {row["voice"] for row in answer["files"][0]["paragraphs"]} == {"office"}
