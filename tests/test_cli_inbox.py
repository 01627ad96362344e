"""inbox receive: what it answers, and that one bad file does not keep out the others."""

import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from correspondence import intake
from correspondence.cli import root
from correspondence.config import sqlite_url
from correspondence.db import make_engine, transaction
from correspondence.intake.document import Document
from correspondence.models import Topic

LETTER = """\
Subject: Buses
From: Jo Marsh <jo@example.org>
Message-ID: <bus@example.org>

Hello,

Why was the 14 bus taken off? It was never late.

Also, our landlord is evicting us on Friday. Can you help us?

Best wishes
Jo Marsh
1 High Street
zz12ab
"""


@pytest.fixture(autouse=True)
def instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An instance folder that is not there yet."""
    for name in [name for name in os.environ if name.startswith("CORRESPONDENCE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("CORRESPONDENCE_INSTANCE", str(tmp_path / "instance"))


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    file = tmp_path / "letter.eml"
    file.write_text(LETTER)
    return file


def receive(*files: Path, json_: bool = True) -> Result:
    arguments = ["inbox", "receive", *map(str, files), *(["--json"] if json_ else [])]
    return CliRunner().invoke(root, arguments, prog_name="correspondence")


def document(result: Result) -> Any:
    return json.loads(result.stdout)


def test_it_gives_the_message_as_understood(letter: Path) -> None:
    result = receive(letter)
    assert result.exit_code == 0
    answer = document(result)
    assert set(answer) == {"messages", "quarantined"}
    [message] = answer["messages"]
    assert message["file"] == str(letter)
    assert message["constituent"] == {
        "name": "Jo Marsh",
        "salutation": "Jo Marsh",
        "email": "jo@example.org",
        "address": "1 High Street",
        "postcode": "ZZ1 2AB",
    }
    assert message["subject"] == "Buses"
    assert message["body"].startswith("Why was the 14 bus")
    assert [piece["why"] for piece in message["folded"]] == ["greeting", "sign-off and signature"]
    assert [point["kind"] for point in message["points"]] == ["policy", "casework"]
    assert message["campaign"] is None
    assert set(message) == {
        "file", "id", "constituent", "subject", "body", "folded", "points", "campaign",
    }  # fmt: skip


def test_what_cannot_be_read_is_quarantined_and_the_others_go_in(letter: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04nothing")
    result = receive(broken, letter)
    assert result.exit_code == 1
    answer = document(result)
    assert [message["file"] for message in answer["messages"]] == [str(letter)]
    assert [list(item) for item in answer["quarantined"]] == [["file", "why"]]
    assert answer["quarantined"][0]["why"].endswith(".")
    assert f"{broken}: " in result.stderr


def test_others_write_while_a_file_is_read(
    letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert CliRunner().invoke(root, ["bank", "list"]).exit_code == 0  # so that the instance is there
    engine = make_engine(sqlite_url(tmp_path / "instance" / "correspondence.sqlite3"))
    topics = iter(("Ferries", "Sea walls", "Buses"))
    read = intake.read

    def read_slowly(name: str, data: bytes) -> Document:
        with transaction(engine, 1) as other:
            other.add(Topic(name=next(topics)))
        return read(name, data)

    monkeypatch.setattr(intake, "read", read_slowly)
    for call in (["inbox", "receive"], ["match"], ["draft", "-o", str(tmp_path / "out.docx")]):
        assert CliRunner().invoke(root, [*call, str(letter)]).exit_code == 0
    assert not list(topics)
    engine.dispose()


def test_the_same_file_again_is_the_same_message(letter: Path) -> None:
    first, again = receive(letter), receive(letter)
    assert document(first)["messages"][0]["id"] == document(again)["messages"][0]["id"]
    assert "received before" in again.stderr
    assert again.exit_code == 0


def test_a_file_that_is_not_there_is_refused_and_nothing_kept(letter: Path, tmp_path: Path) -> None:
    result = receive(tmp_path / "none.eml", letter)
    assert result.exit_code == 1
    answer = document(result)
    assert len(answer["messages"]) == 1
    assert answer["quarantined"] == []
    assert "There is no file" in answer["refused"][0]["why"]


def test_a_folder_or_an_archive_is_all_that_is_in_it(letter: Path, tmp_path: Path) -> None:
    folder, archive = tmp_path / "post", tmp_path / "post.zip"
    folder.mkdir()
    for name in ("one.eml", "two.eml", "Thumbs.db"):
        (folder / name).write_text(LETTER.replace("bus@", f"{name}@"))
    with zipfile.ZipFile(archive, "w") as written:
        written.writestr("three.eml", LETTER.replace("bus@", "three@"))
    result = receive(folder, archive)
    files = [Path(message["file"]).name for message in document(result)["messages"]]
    assert files == ["one.eml", "two.eml", "three.eml"]
    assert "Passed over: 1" in result.stderr
    assert result.exit_code == 0


def test_it_tells_a_person_who_wrote_and_what_about(letter: Path) -> None:
    text = receive(letter, json_=False).stdout
    assert "Jo Marsh, ZZ1 2AB: Buses" in text
    assert "point 1: Why was the 14 bus taken off?" in text
    assert "casework: Also, our landlord is evicting us" in text
