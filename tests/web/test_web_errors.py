"""What goes wrong is a page in plain words; nothing typed is lost and nothing of anybody is logged."""

import io
import logging
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import Engine, event, text

from correspondence import db
from correspondence.errors import Conflict
from correspondence.web.permission import allow_anyone
from tests.web.browser import Browser
from tests.web.conftest import build
from tests.web.page import Page

CANARY = "Zanzibar-canary-7"


@pytest.fixture
def built() -> Flask:
    """An app for each test, as these add to it what nobody else may find."""
    return build()


@pytest.fixture
def broken(app: Flask) -> Iterator[Flask]:
    """The app with routes that fail, each in its way, with a canary in what they say."""
    app.config["PROPAGATE_EXCEPTIONS"] = False

    def crash() -> str:
        canary = CANARY
        raise RuntimeError(f"no such constituent: {canary}")

    def conflict() -> str:
        raise Conflict("Somebody else saved this paragraph first.", "Their words.")

    def wrong_sql() -> str:
        with db.make_session(app.extensions["engine"], write=False) as session:
            session.execute(text("SELECT :words FROM nowhere"), {"words": CANARY})
        return ""

    for view in (crash, conflict, wrong_sql):
        app.add_url_rule(f"/{view.__name__}", view.__name__, allow_anyone(view), methods=["GET", "POST"])
    app.add_url_rule("/undeclared", "undeclared", lambda: CANARY)
    yield app


@pytest.mark.parametrize(
    ("path", "status", "heading"),
    [
        ("/crash", 500, "Something went wrong"),
        ("/wrong_sql", 500, "Something went wrong"),
        ("/conflict", 409, "Somebody else changed this first"),
        ("/undeclared", 403, "You may not do this"),
        ("/nothing", 404, "There is nothing here"),
        ("/people/", 403, "You may not do this"),
    ],
)
def test_an_error_is_a_page_in_plain_words_and_the_log_tells_nothing_of_anybody(
    broken: Flask, as_cas: Browser, caplog: pytest.LogCaptureFixture, path: str, status: int, heading: str
) -> None:
    with caplog.at_level(logging.DEBUG):
        page = as_cas.get(path, status=status)
    assert page.heading == heading
    for output in (caplog.text, page.tree.text_content()):
        assert CANARY not in output and "Traceback" not in output


def test_a_crash_is_found_in_the_log_by_its_kind_and_place(
    broken: Flask, as_cas: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    as_cas.post("/crash?who=" + CANARY, {"letter": CANARY}, status=500)
    assert "RuntimeError in crash for user 3: crash (test_web_errors.py:" in caplog.text
    assert CANARY not in caplog.text


def test_a_conflict_shows_both_texts(broken: Flask, as_cas: Browser) -> None:
    page = as_cas.post("/conflict", {"text": "My words."}, status=409)
    assert "Their words." in page.text and "My words." in page.text
    fragment = as_cas.post_raw("/conflict", {"text": "My words."}, headers={"X-Fragment": "1"})
    assert fragment.status_code == 409 and "Their words." in fragment.text and "<html" not in fragment.text


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)  # the one with one lock for all
def test_a_busy_database_is_told_and_what_was_typed_is_kept(engine: Engine, as_ada: Browser) -> None:
    token = as_ada.token()
    event.listen(engine, "checkout", lambda raw, *_: raw.execute("PRAGMA busy_timeout = 50"))
    with db.make_session(engine, write=True) as other:
        other.execute(text("SELECT 1"))  # takes the lock
        typed = {"name": "A name", "address": "1 Long Road", "csrf_token": token}
        answer = as_ada.client.post("/settings/", data=typed)
    page = Page(answer)
    assert answer.status_code == 503 and answer.headers["Retry-After"]
    assert "1 Long Road" in page.text and page.heading == "The app is busy"
    assert as_ada.post("/settings/", {**typed, "mp_name": "A", "constituency": "N"}).heading == "Settings"


def test_something_too_large_is_told(as_ada: Browser) -> None:
    big = (io.BytesIO(b"x" * (52 * 1024 * 1024)), "big.docx")
    answer = as_ada.post_raw("/settings/letterhead", {"file": big})
    assert answer.status_code == 413 and "25 MB" in answer.text


def test_a_hundred_thousand_lines_can_be_typed(as_ada: Browser) -> None:
    lines = "A line of a letter.\n" * 100_000
    for kind in ("multipart/form-data", "application/x-www-form-urlencoded"):
        answer = as_ada.post_raw("/settings/", {"name": lines}, content_type=kind)
        assert answer.status_code == 422


def test_names_with_markup_are_shown_as_they_are(as_ada: Browser) -> None:
    name = "<script>alert(1)</script><b id=main>"
    as_ada.post("/people/add", {"name": name, "email": "x@example.org", "role": "caseworker"})
    assert name in as_ada.get("/people/").text
    page = as_ada.post("/settings/", {"name": name, "mp_name": "A", "constituency": "N"})
    assert page.heading == "Settings"
