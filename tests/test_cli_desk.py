"""draft: from a letter and an e-mail to a Word file, on the command line."""

import json
import os
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner, Result

from correspondence.cli import root
from correspondence.export.letterhead import TOKENS

REPLY = """Dear Mr Dale,

Thank you for contacting me about the harbour at Easthaven.

The harbour wall at Easthaven is being raised by two metres. The Government has given £14 million for the new
harbour wall and the flood gates, and the work began on 3 March 2026.

Fishing boats may keep their moorings for the same rent. Sixty boats use the inner basin, and no mooring fee
will rise before 2028.

Thank you again for taking the time to contact me.

Yours sincerely,

Ada Amberley MP
"""
OP_ED = """I say: moorings are for those who pay

By Bert Bellows

Moorings for fishing boats in the inner basin ought to cost far more, and every boat should pay its own rent.
"""
MAIL = """From: Amrit Kaur <a.kaur@example.org>
To: office@example.org
Subject: Harbour wall
Message-ID: <1@example.org>
Date: Fri, 20 Nov 2026 09:30:00 +0000
Content-Type: text/plain; charset="utf-8"

Dear Ms Amberley,

How much is the Government paying for the harbour wall at Easthaven and the flood gates?

Will fishing boats have to pay more for their moorings in the inner basin?

When will somebody empty the bins in Mill Lane?

Yours sincerely,
Mrs Amrit Kaur
4 Mill Lane
Easthaven
ZZ1 2ZZ
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a reply of ours, an op-ed of somebody's and a mail; the instance is not there yet."""
    for name in [name for name in os.environ if name.startswith("CORRESPONDENCE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("CORRESPONDENCE_INSTANCE", str(tmp_path / "instance"))
    (tmp_path / "reply.txt").write_text(REPLY, encoding="utf-8")
    (tmp_path / "op-ed.txt").write_text(OP_ED, encoding="utf-8")
    (tmp_path / "mail.eml").write_text(MAIL, encoding="utf-8")
    return tmp_path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(root, [str(argument) for argument in arguments], prog_name="correspondence")


def ask(*arguments: str | Path) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_a_mail_is_answered_from_the_letters_paragraphs(folder: Path) -> None:
    assert run("bank", "import", folder / "reply.txt").exit_code == 0
    assert run("bank", "import", folder / "op-ed.txt", "--voice", "Bert Bellows").exit_code == 0
    out = folder / "out.docx"
    answer = ask("draft", folder / "mail.eml", "-o", out)
    assert set(answer) == {"draft", "blocks", "unanswered", "problems", "docx"}
    assert answer["docx"] == str(out)
    blocks = answer["blocks"]
    assert {key for block in blocks for key in block} == {
        "kind",
        "text",
        "paragraph",
        "voice",
        "source",
        "points",
    }
    assert [block["kind"] for block in blocks] == [
        "salutation", "opening", "policy", "policy", "closing", "signoff",
    ]  # fmt: skip
    assert "£14 million" in blocks[2]["text"]
    assert "Sixty boats" in blocks[3]["text"]
    assert {block["voice"] for block in blocks} == {"office"}
    assert blocks[2]["source"]["date"] is None
    assert len(blocks[2]["points"]) == len(blocks[3]["points"]) == 1
    assert ["bins" in point["text"] for point in answer["unanswered"]] == [True]
    undated = [problem["block"] for problem in answer["problems"] if problem["kind"] == "undated"]
    assert undated == [2, 3]
    assert {tuple(problem) for problem in answer["problems"]} == {("kind", "severity", "text", "block")}
    written = [paragraph.text for paragraph in docx.Document(str(out)).paragraphs]
    for block in blocks:
        assert block["text"] in written
    assert "ZZ1 2ZZ" in written
    assert not any("Bellows" in text or "ought to cost" in text for text in written)
    assert sorted(path.name for path in folder.iterdir()) == [
        "instance", "mail.eml", "op-ed.txt", "out.docx", "reply.txt",
    ]  # fmt: skip


def test_the_same_message_by_its_number_is_the_same_draft(folder: Path) -> None:
    first = ask("draft", folder / "mail.eml", "-o", folder / "1.docx")
    again = ask("draft", folder / "mail.eml", "-o", folder / "2.docx")
    by_number = ask("draft", "1", "-o", folder / "3.docx")
    assert first["draft"] == again["draft"] == by_number["draft"]
    assert first["blocks"] == by_number["blocks"]


def test_an_empty_bank_still_gives_a_working_copy_and_says_what_is_missing(folder: Path) -> None:
    answer = ask("draft", folder / "mail.eml", "-o", folder / "out.docx")
    assert [block["text"] for block in answer["blocks"]] == ["Dear Mrs Kaur,", "Yours sincerely,"]
    kinds = [problem["kind"] for problem in answer["problems"]]
    assert kinds == ["empty", *["unanswered"] * 3, "signatory", "no_opening", "no_closing"]
    assert (folder / "out.docx").stat().st_size > 10_000


def test_a_person_reads_the_reply_and_what_to_check(folder: Path) -> None:
    run("bank", "import", folder / "reply.txt", "--title", "The harbour", "--date", "2026-09-01")
    result = run("draft", folder / "mail.eml", "-o", folder / "out.docx")
    assert result.exit_code == 0
    assert "Dear Mrs Kaur," in result.stdout
    assert "from: The harbour, 2026-09-01" in result.stdout
    assert "    should: This wording is not approved yet." in result.stdout
    assert "Not answered:\n    When will somebody empty the bins" in result.stdout
    assert result.stdout.rstrip().endswith("out.docx.")


def test_what_must_be_put_right_makes_it_a_working_copy(folder: Path) -> None:
    run("bank", "import", folder / "reply.txt")  # undated, so that nobody knows when it was true
    told = run("draft", folder / "mail.eml", "-o", folder / "out.docx")
    assert told.exit_code == 0
    assert "    must: " in told.stdout
    ending = "out.docx. It is a working copy. 2 things in it must be put right before it goes."
    assert told.stdout.rstrip().endswith(ending)


def test_the_letter_is_written_on_a_letterhead(folder: Path) -> None:
    head = docx.Document()
    for token in (*TOKENS, "body"):
        head.add_paragraph(f"[[{token}]]")
    head.save(str(folder / "head.docx"))
    ask("draft", folder / "mail.eml", "-o", folder / "out.docx", "--letterhead", folder / "head.docx")
    written = "\n".join(paragraph.text for paragraph in docx.Document(str(folder / "out.docx")).paragraphs)
    assert "Dear Mrs Kaur," in written
    assert "[[" not in written


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["draft", "none.eml", "-o", "out.docx"], "There is no file"),
        (["draft", "99", "-o", "out.docx"], "There is no message number 99"),
        (["draft", "mail.eml", "-o", "nowhere/out.docx"], "cannot be written"),
        (["draft", "mail.eml", "-o", "instance"], "is a folder"),
        (["draft", "instance", "-o", "out.docx"], "Name the files in it."),
        (["draft", "mail.eml", "-o", "out.docx", "--letterhead", "mail.eml"], "not a Word letterhead"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], sentence: str
) -> None:
    run("user", "add", "ada@example.org", "--role", "admin")  # so that the instance is there
    monkeypatch.chdir(folder)
    before = sorted(path.name for path in folder.iterdir())
    result = run(*arguments)
    assert result.exit_code == 1
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr
    assert sorted(path.name for path in folder.iterdir()) == before
    assert "[[" not in result.stdout
    assert run("draft", "1", "-o", "out.docx").exit_code == 1  # the message was not kept by half


def test_a_letter_that_is_open_already_is_replaced_as_a_whole_or_not_at_all(folder: Path) -> None:
    out = folder / "out.docx"
    out.write_bytes(b"an older letter")
    (folder / "bad.docx").write_bytes(b"no letterhead")
    assert run("draft", folder / "mail.eml", "-o", out, "--letterhead", folder / "bad.docx").exit_code == 1
    assert out.read_bytes() == b"an older letter"
    ask("draft", folder / "mail.eml", "-o", out)
    assert out.read_bytes().startswith(b"PK")


def test_no_name_for_the_word_file_is_wrong_use(folder: Path) -> None:
    assert run("draft", folder / "mail.eml").exit_code == 2


def test_a_message_that_cannot_be_read_is_kept_and_told(folder: Path) -> None:
    (folder / "broken.eml").write_bytes(b"\x00\x01\x02" * 50)
    result = run("draft", folder / "broken.eml", "-o", folder / "out.docx", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["quarantined"][0]["why"]
    assert not (folder / "out.docx").exists()
