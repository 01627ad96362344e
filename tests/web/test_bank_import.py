"""The bank's pages: bringing files and texts in."""

from typing import Any

import pytest
from sqlalchemy import Engine

from correspondence import bank, db
from correspondence.bank.importing import cut
from correspondence.models import Source
from correspondence.web.bank import bring_in as page_of_import
from tests.conftest import NOW
from tests.web.bank import LETTER, UNDATED, bring_in, paragraphs
from tests.web.browser import Browser


def test_a_letter_goes_in_and_is_shown_cut_up(as_cas: Browser, engine: Engine) -> None:
    page = bring_in(as_cas, ("ferry.txt", LETTER))
    assert "4 paragraphs to review" in page.text
    assert "READ MORE: Ten best beaches" in page.text
    assert "12 March 2024" in page.text
    assert [row.state for row in paragraphs(engine)] == ["proposed"] * 4


def test_one_broken_file_keeps_no_other_out(as_cas: Browser, engine: Engine) -> None:
    page = bring_in(as_cas, ("ferry.txt", LETTER), ("broken.docx", "no Word file"), ("other.txt", UNDATED))
    assert page.heading == "Import of 21 November 2026"
    assert page.answer.request.path == "/bank/imports/1"  # it can be found again
    assert page.text.count("not imported") == 1
    assert "4 to review, 1 question" in page.text
    assert page.text.count("Review “") == 2
    assert "Import of 21 Nov 2026" in as_cas.get("/bank/import").text
    assert len({row.source_id for row in paragraphs(engine)}) == 2


def test_what_was_typed_survives_a_refusal(as_cas: Browser, engine: Engine) -> None:
    page = bring_in(as_cas, text="Dear Mrs Quill,", title="The ferry", status=422)
    assert page.errors == ["There is no paragraph in this file: only headings, dates, greetings or the like."]
    assert page.tree.xpath("//textarea")[0].text_content().strip() == "Dear Mrs Quill,"
    assert page.tree.xpath("//input[@id='title']/@value") == ["The ferry"]
    assert paragraphs(engine) == []


def test_an_import_of_nothing_is_refused(as_cas: Browser) -> None:
    assert bring_in(as_cas, status=422).errors == ["Choose a file or paste a text."]


def test_the_same_file_again_leads_to_what_is_there(as_cas: Browser, engine: Engine) -> None:
    first = bring_in(as_cas, ("ferry.txt", LETTER))
    again = bring_in(as_cas, ("copy.txt", LETTER))
    assert "This was imported before. Here it is." in again.text
    assert again.answer.request.path == first.answer.request.path
    batch = bring_in(as_cas, ("copy.txt", LETTER), ("other.txt", UNDATED))
    assert "here already" in batch.text
    assert len(paragraphs(engine)) == 8


def test_what_a_person_knows_goes_before_the_file(as_cas: Browser, engine: Engine) -> None:
    page = bring_in(
        as_cas, text=UNDATED, title="The ferry", date="2024-05-01", url="https://example.org/ferry"
    )
    assert page.heading == "The ferry"
    assert page.tree.xpath("//a[@href='https://example.org/ferry']")
    assert {str(row.version.date) for row in paragraphs(engine)} == {"2024-05-01"}


def test_a_link_that_is_no_web_address_is_refused(as_cas: Browser) -> None:
    page = bring_in(as_cas, text=LETTER, url="javascript:alert(1)", status=422)
    assert page.errors == ["Give the whole address, beginning with https://."]


def test_an_address_from_a_file_is_no_link_unless_it_leads_to_a_page(
    as_cas: Browser, engine: Engine, ada_office: int
) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    with db.transaction(engine, ada_office) as session:
        db.one(session, Source, 1).url = "javascript:alert(1)"
    for path in ("/bank/sources/1", "/bank/paragraphs/1"):
        page = as_cas.get(path)
        assert "javascript:alert(1)" in page.text
        assert not page.tree.xpath("//a[starts-with(@href, 'javascript')]")


def test_the_original_comes_back_byte_for_byte(as_cas: Browser) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    answer = as_cas.get_raw("/bank/sources/1/original")
    assert answer.data == LETTER.encode()
    assert "attachment" in answer.headers["Content-Disposition"]


def test_others_write_while_a_file_is_read(
    as_cas: Browser, engine: Engine, ada_office: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_slowly(*given: Any) -> Source:
        with db.transaction(engine, ada_office) as other:
            bank.add_topic(other, None, "Ferries", NOW)
        return cut(*given)

    monkeypatch.setattr(page_of_import, "cut", read_slowly)
    assert "4 paragraphs to review" in bring_in(as_cas, ("ferry.txt", LETTER)).text
