"""Every form of every page, sent with what it does not hold: other offices' numbers, unasked fields."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from lxml import html
from sqlalchemy import Engine, select

from correspondence.models import Base
from tests.people.everything import contents
from tests.web.browser import Browser
from tests.web.conftest import THEIRS
from tests.web.routes import routes
from tests.web.test_web_rules import rows_of

LAST = ("erase", "end", "remove", "retire", "known", "role", "password")  # after these, others find less
NEVER = ("/sign-out",)  # nor anything else after it


@dataclass(frozen=True)
class Filled:
    """A form as a page shows it: where it goes and what it sends."""

    action: str
    fields: tuple[tuple[str, str], ...]

    def names(self) -> set[str]:
        return {name for name, _value in self.fields}


def forms(app: Flask, browser: Browser, made: dict[str, int]) -> list[Filled]:
    """Every form that changes something, on every page, once."""
    found = {form for path in pages(app, made) for form in on_page(browser, path) if form.action not in NEVER}
    return sorted(
        found, key=lambda form: (any(word in form.action for word in LAST), form.action, form.fields)
    )


def pages(app: Flask, made: dict[str, int]) -> Iterator[str]:
    yield from (
        route.path(made) for route in routes(app) if route.method == "GET" and "static" not in route.rule
    )


def on_page(browser: Browser, path: str) -> Iterator[Filled]:
    answer = browser.get_raw(path)
    if answer.status_code == 200 and answer.mimetype == "text/html":
        for form in html.document_fromstring(answer.text).forms:
            if form.get("method") == "post":
                values = [(name, value) for name, value in form.form_values() if name != "csrf_token"]
                # lxml leaves out empty fields, and those of this form that stand beside it
                empty = form.xpath(".//input[@name][not(@value)][not(@type)]")
                beside = form.xpath("//input[@form=$id][not(@type='checkbox')]", id=form.get("id", "none"))
                values += [(field.get("name"), field.get("value", "")) for field in [*empty, *beside]]
                yield Filled(form.get("action"), tuple(values))


def send(browser: Browser, form: Filled, token: str, fields: list[tuple[str, str]]) -> str:
    data: dict[str, Any] = {"csrf_token": token}
    for name, value in fields:
        data.setdefault(name, []).append(value)
    answer = browser.client.post(form.action, data=data)
    assert answer.status_code < 500, (form.action, answer.status_code)
    return answer.get_data(as_text=True)


def test_no_form_reaches_into_another_office(
    app: Flask, engine: Engine, dov_office: int, as_ada: Browser, ours: dict[str, int], theirs: dict[str, int]
) -> None:
    """Each number in a form, in a value or a name, is replaced by the number of another office's row."""
    before, token = rows_of(engine, dov_office), as_ada.token()
    sent = forms(app, as_ada, ours)
    for form in sent:
        for number in set(theirs.values()):
            shown = send(as_ada, form, token, [swapped(field, str(number)) for field in form.fields])
            assert THEIRS not in shown, form.action
    assert len(sent) > 10
    assert rows_of(engine, dov_office) == before
    assert crossings(engine) == []


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("value", ["EXTRA-FIELD", "424242", "2042-04-24"])
def test_no_form_stores_a_field_it_does_not_show(
    app: Flask, engine: Engine, as_ada: Browser, ours: dict[str, int], value: str
) -> None:
    columns = {column.name for table in Base.metadata.sorted_tables for column in table.columns}
    token = as_ada.token()
    for form in forms(app, as_ada, ours):
        extra = [(name, value) for name in sorted(columns - form.names())]
        send(as_ada, form, token, [*form.fields, *extra])
        held = [row for rows in contents(engine).values() for row in rows if held_in(row, value)]
        assert held == [], form.action


def held_in(row: str, value: str) -> bool:
    year = "datetime.date(2042" if value.startswith("2042") else value
    return value in row or year in row


def swapped(field: tuple[str, str], number: str) -> tuple[str, str]:
    """`("point", "3")` and `("text-3", "words")` with another number."""
    name, value = field
    before, dash, own = name.rpartition("-")
    if dash and own.isdecimal():
        return f"{before}-{number}", value
    return (name, number) if value.isdecimal() else field


def crossings(engine: Engine) -> list[str]:
    """Every reference from a row of one office to a row of another."""
    found = []
    with engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            for key in table.foreign_keys:
                there = key.column.table.alias()
                if "office_id" in table.c and "office_id" in there.c:
                    crossing = select(table.c.id).join(there, key.parent == there.c[key.column.name])
                    if connection.execute(crossing.where(table.c.office_id != there.c.office_id)).first():
                        found.append(str(key))
    return found
