"""What the app refuses is said at the field it is about, whatever the words of the sentence."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from correspondence import people
from tests.web.browser import Browser
from tests.web.page import Page
from tests.web.test_people import ADMIN, OFFICE, first
from tests.web.test_web_sign_in import PASSWORD, give_password

__all__ = ["first"]
pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)

POST = {
    "name": "Uplink Secretary; Minister for the day from home",
    "said": "Nadia Orr",
    "begins": "2026-11-01",
    "source": "https://example.org/orr",
}
NOTHING = "\u200e"  # no space to the form, and cleaned away by the app


def fields_of(page: Page) -> list[str]:
    """The fields the error summary leads to."""
    return [address.lstrip("#") for address in page.tree.xpath("//*[@id='error-summary']//a/@href")]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({}, "name"),  # there is one: the sentence quotes "Uplink" and "day from"
        ({"name": ";"}, "name"),
        ({"said": NOTHING}, "said"),
        ({"source": "my memory"}, "source"),
        ({"begins": ""}, "begins"),
        ({"ends": "2026-11-01"}, "ends"),
    ],
)
def test_a_row_of_the_tables(as_ben: Browser, change: dict[str, str], field: str) -> None:
    as_ben.post("/bank/dated/post/save", POST)
    assert fields_of(as_ben.post("/bank/dated/post/save", {**POST, **change}, status=422)) == [field]


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"said": "means tested", "means": "x"}, "said"),  # shipped: the sentence quotes it
        ({"said": "the", "means": "x"}, "said"),
        ({"said": "wurzel", "means": ";"}, "means"),
    ],
)
def test_an_everyday_word(as_cas: Browser, sent: dict[str, str], field: str) -> None:
    assert fields_of(as_cas.post("/bank/everyday", sent, status=422)) == [field]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [("wrong", "three plain words", "old"), (PASSWORD, PASSWORD, "new"), (PASSWORD, "short", "new")],
)
def test_a_password(as_cas: Browser, engine: Engine, old: str, new: str, field: str) -> None:
    give_password(engine)
    assert fields_of(as_cas.post("/password", {"old": old, "new": new}, status=422)) == [field]


@pytest.mark.parametrize(
    ("change", "field"),
    [({"name": NOTHING}, "name"), ({"email": "eve"}, "email"), ({"email": "cas@example.org"}, "email")],
)
def test_a_person(as_ada: Browser, change: dict[str, str], field: str) -> None:
    sent = {"name": "Eve", "email": "eve@example.org", "role": "caseworker", **change}
    assert fields_of(as_ada.post("/people/add", sent, status=422)) == [field]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": NOTHING}, "name"),
        ({"your_name": NOTHING}, "your_name"),
        ({"your_email": "eve"}, "your_email"),
        ({"password": "short"}, "password"),
    ],
)
def test_the_first_set_up(first: Browser, tmp_path: Path, change: dict[str, str], field: str) -> None:
    first.get(f"/set-up/{people.make_key(tmp_path)}")
    assert fields_of(first.post("/set-up/office", {**OFFICE, **ADMIN, **change}, status=422)) == [field]
