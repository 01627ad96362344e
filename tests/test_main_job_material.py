"""The whole job on the documents the product grew from: import, draft, and a page that can be posted."""

import json
import subprocess
from pathlib import Path

import docx
import pypdfium2
import pytest
from click.testing import CliRunner

from correspondence.cli import root
from tests.conftest import MATERIAL

pytestmark = pytest.mark.material

MAIL = """From: "Amrit Kaur" <amrit.kaur@example.org>
Subject: What are we paying for at Calais?
Date: Mon, 09 Nov 2026 08:12:00 +0000
Message-ID: <main-job@example.org>
Content-Type: text/plain; charset=utf-8

Dear Sir,

{asks}

Yours sincerely,

Mrs A. Kaur
12 Mill Lane
Eastmarch
ZZ9 2AB
"""
POTHOLE = "And when is the pothole outside 12 Mill Lane going to be filled?"
ASKS = [
    "What is being spent on keeping the port at Calais safe?\n\n"
    "And the ones who get caught without any right to be here, do they ever get sent back?",
    "Could you tell me what has been paid for protecting the port at Calais? I also want to know if those "
    "who have no right to be here get returned.",
    "I have been reading about the port at Calais and wonder what we as taxpayers are paying to keep the "
    "lorries and the tunnel safe.\n\nMy second question is whether migrants with no right to asylum are "
    "returned to their countries.",
]


@pytest.fixture
def instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An instance folder with the five documents imported."""
    monkeypatch.setenv("CORRESPONDENCE_INSTANCE", str(tmp_path / "instance"))
    monkeypatch.delenv("CORRESPONDENCE_DATABASE", raising=False)
    seeds = sorted(map(str, (MATERIAL / "seeds").glob("*.txt")))
    result = CliRunner().invoke(root, ["bank", "import", *seeds, "--json"])
    assert result.exit_code == 0, result.stderr
    return tmp_path


@pytest.mark.parametrize("asks", ASKS)
def test_the_letters_two_paragraphs_answer_and_nobody_elses(instance: Path, asks: str) -> None:
    mail = instance / "mail.eml"
    mail.write_text(MAIL.format(asks=f"{asks}\n\n{POTHOLE}"), encoding="utf-8")
    result = CliRunner().invoke(root, ["draft", str(mail), "-o", str(instance / "out.docx"), "--json"])
    assert result.exit_code == 0, result.stderr
    draft = json.loads(result.stdout)

    assert draft["blocks"][0]["text"] == "Dear Mrs Kaur,"
    answers = [block for block in draft["blocks"] if block["points"]]
    assert "£19 million" in answers[0]["text"]
    assert "Two hundred migrants every month" in answers[-1]["text"]
    assert {block["voice"] for block in draft["blocks"]} == {"office"}
    assert all(block["source"] for block in answers)
    assert [point["text"] for point in draft["unanswered"]] == [POTHOLE]
    undated = {problem["block"] for problem in draft["problems"] if problem["kind"] == "undated"}
    assert undated == {place for place, block in enumerate(draft["blocks"]) if block["points"]}


@pytest.mark.office
def test_the_letter_is_one_page_that_can_be_posted(instance: Path) -> None:
    mail, out = instance / "mail.eml", instance / "out.docx"
    mail.write_text(MAIL.format(asks=f"{ASKS[0]}\n\n{POTHOLE}"), encoding="utf-8")
    assert CliRunner().invoke(root, ["draft", str(mail), "-o", str(out), "--json"]).exit_code == 0
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(instance / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(instance), str(out)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    with pypdfium2.PdfDocument(instance / "out.pdf") as pages:
        assert len(pages) == 1
        text = pages[0].get_textpage().get_text_bounded()
    for words in ("Mrs A. Kaur", "12 Mill Lane", "ZZ9 2AB", "Dear Mrs Kaur,", "Yours sincerely,"):
        assert words in text
    assert "((" not in text
    assert "[[" not in text
    assert docx.Document(str(out)).core_properties.language == "en-GB"
