"""What the tests of the bank's pages send: a letter, the forms of its paragraphs, ticks."""

import io
from typing import Any

from sqlalchemy import Engine, select

from correspondence import db
from correspondence.models import Paragraph
from tests.web.browser import Browser
from tests.web.page import Page

LETTER = """12 March 2024

Dear Mrs Quill,

Thank you for contacting me about the ferry.

The county spends £3 million a year on the crossing. Nearly 700 people use it each week. It is our
only link in winter.

READ MORE: Ten best beaches in the north

Boats are tested every spring, and the next test is next week.

I have written to the Minister about the timetable, Mrs Quill, and will press him on it.

Yours sincerely,

Ada Amberley MP
"""
FRESH = LETTER.replace("12 March 2024", "20 November 2026")  # nothing in it is stale yet
UNDATED = LETTER.replace("12 March 2024\n\n", "")


def bring_in(browser: Browser, *files: tuple[str, str], status: int = 200, **fields: str) -> Page:
    """Send files, or fields, as the import page does."""
    data: dict[str, Any] = dict(fields)
    if files:
        data["files"] = [(io.BytesIO(text.encode()), name) for name, text in files]
    return browser.post("/bank/import", data, status=status)


def paragraphs(engine: Engine, *states: str) -> list[Paragraph]:
    """Those in the bank in these states (none named: all), in order, loaded with what tests look at."""
    with db.make_session(engine, write=False) as session:
        rows = session.scalars(select(Paragraph).order_by(Paragraph.position, Paragraph.id))
        kept = [row for row in rows if not states or row.state in states]
        for row in kept:
            _ = (row.version.figures, [topic.name for topic in row.topics], row.source, row.owner)
        return kept


def of(paragraph: Paragraph, act: str) -> str:
    return f"/bank/paragraphs/{paragraph.id}/{act}"


def edit_form(paragraph: Paragraph, **said: Any) -> dict[str, Any]:
    """What the edit form of the review sends."""
    version = paragraph.version
    fields = {
        "number": version.number, "text": version.text, "title": paragraph.title, "kind": paragraph.kind,
        "voice": version.voice, "speaker": version.speaker,
    } | said  # fmt: skip
    return {f"p{paragraph.id}-{name}": value for name, value in fields.items()}


def ticks(*chosen: Paragraph) -> list[str]:
    return [f"{paragraph.id}.{paragraph.version.number}" for paragraph in chosen]
