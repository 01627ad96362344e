"""Many files brought in together: kept at once, read in the background, the broken listed and tried again."""

import io
import zipfile
from collections import Counter
from typing import Any

import pytest
from sqlalchemy import Engine, select

from correspondence import db, jobs, worker
from correspondence.errors import Refused
from correspondence.matching.semantic import Encoder
from correspondence.models import Import, ImportFile, Job
from tests.bank.test_imports import letter
from tests.conftest import NOW
from tests.web.bank import paragraphs
from tests.web.browser import Browser
from tests.web.page import Page

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


def no_encoder() -> Encoder:
    raise Refused("No model here.")


def work(engine: Engine) -> None:
    worker.run_pending(engine, no_encoder, lambda: NOW)


def give(browser: Browser, files: list[tuple[str, bytes]], field: str = "folder", **said: str) -> Page:
    sent: dict[str, Any] = {field: [(io.BytesIO(data), name) for name, data in files], **said}
    return browser.post("/bank/import", sent)


FOLDER = [(f"letters/{number}.txt", letter(number, "3 October 2026")) for number in range(6)]
BROKEN = ("letters/broken.docx", b"no Word file")


def test_a_folder_is_read_in_the_background_and_reviewed_in_turn(as_ben: Browser, engine: Engine) -> None:
    page = give(as_ben, [*FOLDER, BROKEN, ("letters/Thumbs.db", b"x")])
    assert page.heading == "Import of 21 November 2026"
    assert "Reading: 0 of 7 files" in page.text
    assert "1 file of the computer’s own" in page.text
    assert page.tree.xpath("//progress[@max='7'][@value='0']")
    work(engine)
    page = as_ben.get("/bank/imports/1")
    assert "All 7 files are read; 1 could not be imported." in page.text
    assert "This is not a Word document" in page.text
    assert "12 paragraphs from 6 sources are proposed." in page.text
    assert not page.tree.xpath("//*[@data-running]")
    assert "letters/0.txt" in as_ben.get("/bank/imports/1?list=in").text
    first = as_ben.get("/bank/imports/1/next")
    assert first.answer.request.path == "/bank/sources/1"
    onwards = first.tree.xpath("//a[starts-with(normalize-space(), 'Next of this import')]/@href")
    assert as_ben.get(onwards[0]).answer.request.path == "/bank/sources/2"
    approved = as_ben.post("/bank/imports/1/approve")  # of what six letters say alike, one is approved
    assert "2 approved. 10 stay to be reviewed" in approved.text
    assert Counter(row.state for row in paragraphs(engine)) == {"approved": 2, "proposed": 10}
    assert as_ben.get("/bank/imports/1/next").answer.request.path.startswith("/bank/sources/")


def test_a_caseworker_cannot_approve_an_import(as_cas: Browser, engine: Engine) -> None:
    give(as_cas, FOLDER)
    work(engine)
    assert not as_cas.get("/bank/imports/1").tree.xpath("//form[contains(@action, 'approve')]")
    as_cas.post("/bank/imports/1/approve", status=403)
    assert {row.state for row in paragraphs(engine)} == {"proposed"}


def test_what_was_refused_can_be_tried_again_by_itself(as_cas: Browser, engine: Engine) -> None:
    give(as_cas, [*FOLDER, BROKEN, ("letters/empty.txt", b"")])
    work(engine)
    page = as_cas.get("/bank/imports/1")
    keys = page.tree.xpath("//button[@name='file']/@value")
    assert len(keys) == 2
    assert "Reading: 7 of 8 files" in as_cas.post("/bank/imports/1/retry", {"file": keys[1]}).text
    assert "Reading: 6 of 8 files" in as_cas.post("/bank/imports/1/retry").text
    work(engine)
    assert "There is nothing to try again." not in as_cas.post("/bank/imports/1/retry").text


def test_an_archive_is_unpacked_and_one_that_is_broken_said(as_cas: Browser, engine: Engine) -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("2021/quay.txt", letter(1))
        archive.writestr("inner.zip", b"PK")
    page = give(as_cas, [("all.zip", kept.getvalue()), ("none.zip", b"")], "files", text=letter(2).decode())
    assert "Reading: 2 of 4 files" in page.text
    with db.make_session(engine, write=False) as session:
        rows = [(row.name, row.why) for row in session.scalars(select(ImportFile).order_by(ImportFile.id))]
    assert [name for name, _ in rows] == ["2021/quay.txt", "inner.zip", "none.zip", "Pasted text.txt"]
    assert rows[1][1].startswith("This is an archive inside the archive")
    assert rows[2][1] == "This file is empty."


def test_a_folder_without_a_letter_is_refused_on_the_form(as_cas: Browser, engine: Engine) -> None:
    files = [(f"letters/.{number}", b"x") for number in range(6)]
    sent = {"folder": [(io.BytesIO(data), name) for name, data in files]}
    page = as_cas.post("/bank/import", sent, status=422)
    assert page.errors == ["There is no file in this that could be a letter."]
    with db.make_session(engine, write=False) as session:
        assert session.scalars(select(Import)).all() == []


def test_the_part_that_changes_comes_by_itself_and_other_offices_see_none(
    as_cas: Browser, as_dov: Browser
) -> None:
    give(as_cas, FOLDER)
    part = as_cas.get_raw("/bank/imports/1", headers={"X-Fragment": "1"}).text
    assert part.lstrip().startswith('<div id="import" data-part data-running>')
    as_dov.get("/bank/imports/1", status=404)
    as_dov.post("/bank/imports/1/retry", status=404)
    assert "Import of 21 Nov 2026" in as_cas.get("/bank/import").text
    assert "Import of" not in as_dov.get("/bank/import").text


@pytest.mark.parametrize("attempts", [0, jobs.ATTEMPTS + 1])
def test_a_few_files_are_read_at_once_whatever_waits_before_them(
    as_cas: Browser, engine: Engine, attempts: int
) -> None:
    give(as_cas, FOLDER)
    with db.transaction(engine) as session:
        session.scalars(select(Job)).one().attempts = attempts  # at a file of the folder
    page = give(as_cas, [("mine.txt", letter(10)), ("too.txt", letter(11))], "files")
    assert "All 2 files are read" in page.text
    assert "could not be imported" not in page.text
    with db.make_session(engine, write=False) as session:
        rows = session.execute(select(ImportFile.import_id, ImportFile.state)).all()
    assert Counter(map(tuple, rows)) == {(1, "waiting"): len(FOLDER), (2, "in"): 2}
    work(engine)
    assert "All 6 files are read" in as_cas.get("/bank/imports/1").text
