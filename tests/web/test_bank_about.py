"""What is said of a paragraph besides its words, by two who have its page open at once."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import Engine, select

from correspondence import db
from correspondence.models import Paragraph, User
from tests.conftest import NOW
from tests.web.bank import LETTER, bring_in, of, paragraphs
from tests.web.browser import Browser
from tests.web.page import Page

FORMS = pytest.mark.parametrize("act", ["care", "edit"])


class Opened:
    """The form of one paragraph on a page that somebody has open: its own page, or the review."""

    def __init__(self, browser: Browser, paragraph: Paragraph, act: str) -> None:
        self.browser, self.address = browser, of(paragraph, act)
        self.prefix = f"p{paragraph.id}-" if act == "edit" else ""
        page = f"/bank/sources/{paragraph.source_id}" if act == "edit" else of(paragraph, "")[:-1]
        self._read(browser.get(page))

    def save(self, said: dict[str, str], status: int = 200) -> Page:
        self.fields |= {self.prefix + name: value for name, value in said.items()}
        return self._read(self.browser.post(self.address, self.fields, status=status))

    def _read(self, page: Page) -> Page:
        (form,) = page.tree.xpath(f"//form[starts-with(@action, '{self.address}')]")
        self.fields: dict[str, Any] = {}
        for name, value in form.form_values():  # two under one name are both sent
            self.fields[name] = [*self.fields.get(name, []), value]
        for area in form.xpath(".//textarea"):  # as a browser reads it
            self.fields[area.get("name")] = (area.text or "").removeprefix("\n").removeprefix("\r\n")
        return page


@FORMS
def test_what_was_not_changed_here_keeps_what_somebody_else_made_of_it(
    as_ben: Browser, as_cas: Browser, engine: Engine, act: str
) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    ferry = paragraphs(engine)[1]
    opened = Opened(as_cas, ferry, act)
    Opened(as_ben, ferry, "care").save({"review_date": "2026-12-01", "topic": "Ferries", "owner": "2"})
    opened.save({"title": "The crossing"})
    row = paragraphs(engine)[1]
    assert (row.title, row.review_date) == ("The crossing", dt.date(2026, 12, 1))
    assert ([topic.name for topic in row.topics], row.owner_id) == (["Ferries"], 2)


@FORMS
@pytest.mark.parametrize(
    ("name", "bens", "cas"),
    [
        ("title", "Ben's title", "Cas's title"),
        ("kind", "action", "position"),
        ("review_date", "2026-12-01", "2027-01-01"),
        ("topic", "Boats", "Ferries"),
    ],
)
def test_of_two_who_change_the_same_the_second_is_told(
    as_ben: Browser, as_cas: Browser, engine: Engine, act: str, name: str, bens: str, cas: str
) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    ferry = paragraphs(engine)[1]
    opened = Opened(as_cas, ferry, act)
    Opened(as_ben, ferry, "care").save({"owner": "2", name: bens})
    page = opened.save({name: cas}, status=409)
    assert [error.split(" since ")[0] for error in page.errors] == [
        f"Somebody else has changed the {name.replace('topic', 'topics').replace('_', ' ')}"
    ]
    assert cas not in said_of(paragraphs(engine)[1])
    opened.save({})
    row = paragraphs(engine)[1]
    assert cas in said_of(row)
    assert row.owner_id == 2


def said_of(row: Paragraph) -> list[str]:
    return [row.title, row.kind, str(row.review_date), *(topic.name for topic in row.topics)]


def test_the_history_names_what_was_changed_and_nothing_where_nothing_was(
    as_cas: Browser, engine: Engine
) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    opened = Opened(as_cas, paragraphs(engine)[1], "care")
    assert "Changed: title 21 Nov" in opened.save({"title": "The crossing"}).text
    assert "Nothing was different" in opened.save({}).text


def test_a_paragraph_whose_owner_has_left_can_be_changed(as_ben: Browser, engine: Engine) -> None:
    bring_in(as_ben, ("ferry.txt", LETTER))
    ferry = paragraphs(engine)[1]
    with db.transaction(engine) as session:
        row = session.get_one(Paragraph, ferry.id)
        row.owner = session.scalars(select(User).where(User.name == "Cas")).one()
        row.owner.ended_at = NOW
    opened = Opened(as_ben, ferry, "care")
    opened.save({"title": "The crossing"})
    row = paragraphs(engine)[1]
    assert (row.title, row.owner and row.owner.name) == ("The crossing", "Cas")
    opened.save({"owner": "2"})
    assert paragraphs(engine)[1].owner_id == 2
