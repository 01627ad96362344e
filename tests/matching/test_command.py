"""`match` from a file and by number, on a bank that came in through the importer."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from correspondence.cli import root
from tests.conftest import MATERIAL

MAIL = """From: Anne Example <anne@example.org>
To: office@example.org
Subject: Calais
Message-ID: <calais@example.org>
Content-Type: text/plain; charset=utf-8

Dear Sir,

I drive past the port every month. How much of our money goes on keeping Calais secure?

And do the people who have no right to stay actually get sent back?

Also, there is a huge pothole on Mill Road that has burst two of my tyres. When will it be mended?

Yours,
Anne Example
"""


@pytest.fixture(autouse=True)
def instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CORRESPONDENCE_INSTANCE", str(tmp_path / "instance"))
    return tmp_path / "instance"


def run(*args: str, exit_code: int = 0) -> dict[str, Any]:
    result = CliRunner().invoke(root, [*args, "--json"])
    assert result.exit_code == exit_code, result.output
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


def test_an_empty_bank_answers_no_point(tmp_path: Path) -> None:
    (tmp_path / "mail.eml").write_text(MAIL)
    points = run("match", str(tmp_path / "mail.eml"))["points"]
    assert points
    assert {point["answered"] for point in points} == {"no"}


def test_the_same_message_by_its_number_gives_the_same(tmp_path: Path) -> None:
    (tmp_path / "mail.eml").write_text(MAIL)
    first = run("match", str(tmp_path / "mail.eml"))
    assert run("match", str(first["message"]))["points"] == first["points"]


@pytest.mark.parametrize("what", ["77", "no-such-file.eml"])
def test_what_is_not_there_is_said(what: str) -> None:
    assert "There is no" in run("match", what, exit_code=1)["refused"][0]["why"]


@pytest.mark.material
def test_the_letter_s_two_paragraphs_answer_and_the_pothole_stays_unanswered(tmp_path: Path) -> None:
    run("bank", "import", *map(str, sorted((MATERIAL / "seeds").glob("*.txt"))))
    (tmp_path / "mail.eml").write_text(MAIL)
    points = run("match", str(tmp_path / "mail.eml"))["points"]
    best = [match["text"] for point in points[:-1] for match in point["matches"][:2]]
    assert all(point["answered"] != "no" for point in points[:-1])
    assert any("£19 million" in text for text in best)
    assert any("Two hundred migrants" in text for text in best)
    assert "pothole" in points[-1]["text"]
    assert points[-1]["answered"] == "no"
