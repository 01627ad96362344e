"""The bank's pages: bringing in, reviewing, one paragraph, the list, topics; who may do what."""

import io
from typing import Any

import pytest
from sqlalchemy import Engine, select

from correspondence import db
from correspondence.models import AuditEvent, Paragraph, Source, Topic
from tests.web.browser import Browser
from tests.web.page import Page, text_of

LETTER = """12 March 2024

Dear Mrs Quill,

Thank you for contacting me about the ferry.

The county spends £3 million a year on the crossing. Nearly 700 people use it each week. It is our only link in winter.

READ MORE: Ten best beaches in the north

I have written to the Minister about the timetable and will let you know what he says.

Thank you again for writing to me.

Yours sincerely,

Ada Amberley MP
"""
UNDATED = LETTER.replace("12 March 2024\n\n", "")


def bring_in(browser: Browser, *files: tuple[str, str], status: int = 200, **fields: str) -> Page:
    """Send files, or fields, as the import page does."""
    data: dict[str, Any] = dict(fields)
    if files:
        data["files"] = [(io.BytesIO(text.encode()), name) for name, text in files]
    return browser.post("/bank/import", data, status=status)


def paragraphs(engine: Engine) -> list[Paragraph]:
    """All that are in the bank, in order, loaded with what tests look at."""
    with db.make_session(engine, write=False) as session:
        rows = list(session.scalars(select(Paragraph).order_by(Paragraph.position, Paragraph.id)))
        for row in rows:
            _ = (row.version.text, row.topics, row.versions)
        return rows


def test_a_letter_goes_in_and_is_shown_cut_up(as_cas: Browser, engine: Engine) -> None:
    page = bring_in(as_cas, ("ferry.txt", LETTER))
    assert "4 paragraphs to review" in page.text
    assert "READ MORE: Ten best beaches" in page.text
    assert [row.state for row in paragraphs(engine)] == ["proposed"] * 4
