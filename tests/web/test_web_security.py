"""What every answer carries, and what nobody can make the app do."""

import datetime as dt
import io
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine, event, select, text

from correspondence import db
from correspondence.config import Settings
from correspondence.errors import Conflict
from correspondence.models import Base, SignIn, User
from correspondence.people import passwords
from correspondence.web import create_app
from correspondence.web.local import local_path
from correspondence.web.permission import allow_anyone
from correspondence.web.shield import HEADERS
from tests.people.everything import fill_office
from tests.web.browser import Browser
from tests.web.conftest import Clock, signed_in
from tests.web.page import Page
from tests.web.routes import UNSAFE, routes

PASSWORD = "brown bread and butter"
CANARY = "Zanzibar-canary-7"
ON_A_PAGE_ONLY = {"sign_in", "sign_in_attempt", "audit_event"}  # a fetched page may note that it was


def give_password(engine: Engine, name: str = "cas") -> None:
    with db.transaction(engine) as session:
        user = session.scalars(select(User).where(User.email == f"{name}@example.org")).one()
        user.password_hash = passwords.hashed(PASSWORD)


def contents(engine: Engine, without: set[str] = frozenset()) -> dict[str, list[Any]]:  # type: ignore[assignment]
    """Every row of every table."""
    with engine.connect() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(select(table))))
            for table in Base.metadata.sorted_tables
            if table.name not in without
        }


def sign_in(browser: Browser, password: str = PASSWORD, **options: Any) -> Page:
    data = {"email": "cas@example.org", "password": password, "csrf_token": browser.token()}
    return Page(browser.client.post("/sign-in", data=data, follow_redirects=True, **options))


# Headers (T14)


def test_every_answer_carries_every_header(
    app: Flask, engine: Engine, ada_office: int, as_ada: Browser
) -> None:
    with db.transaction(engine) as session:
        made = fill_office(session, ada_office)
    asked = [route.path(made) for route in routes(app) if route.method == "GET"]
    for path in [*asked, "/nothing", "/people/999", "/static/nothing.css", "/sign-out"]:
        answer = as_ada.get_raw(path)
        assert answer.status_code < 500, path
        for name, value in HEADERS.items():
            sandboxed = "attachment" in answer.headers.get("Content-Disposition", "")
            if not (sandboxed and name == "Content-Security-Policy"):
                assert answer.headers[name] == value, (path, name)
        kept = path.startswith(("/static/", "/bootstrap/")) and answer.status_code == 200
        assert (answer.headers["Cache-Control"] == "no-store") is not kept, path


def test_the_policy_lets_in_nothing_inline_and_nothing_from_elsewhere() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in policy and "http" not in policy and "*" not in policy
    for directive in (
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "connect-src 'self'",
    ):
        assert directive in policy


def test_the_cookie_is_out_of_the_reach_of_scripts_and_other_sites(nobody: Browser) -> None:
    cookie = nobody.get_raw("/sign-in").headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8765", 200), ("localhost", 200), ("[::1]:8765", 200),
        ("evil.example", 400), ("127.0.0.1.evil.example", 400), ("localhost@evil.example", 400), ("", 400),
    ],
)  # fmt: skip
def test_the_app_answers_to_its_own_names_only(nobody: Browser, host: str, status: int) -> None:
    assert nobody.get_raw("/help", headers={"Host": host}).status_code == status


def test_a_name_from_the_settings_is_answered_to(engine: Engine, tmp_path: Path) -> None:
    app = create_app(Settings(tmp_path, str(engine.url), hosts=("letters.example.org",)), engine)
    assert app.test_client().get("/help", headers={"Host": "letters.example.org:80"}).status_code == 200


# Forged requests (T3)


def test_no_unsafe_route_does_anything_without_its_token(
    app: Flask, engine: Engine, ada_office: int, as_ada: Browser
) -> None:
    with db.transaction(engine) as session:
        made = fill_office(session, ada_office)
    before, tried = contents(engine), 0
    for route in routes(app):
        if route.method in UNSAFE:
            for token in ({}, {"csrf_token": ""}, {"csrf_token": "x" * 60}):
                answer = as_ada.client.open(route.path(made), method=route.method, data=token)
                assert answer.status_code == 400, str(route)
                tried += 1
    assert tried > 30
    assert contents(engine) == before


def test_another_browser_s_token_is_worth_nothing(as_ada: Browser, as_cas: Browser, engine: Engine) -> None:
    answer = as_ada.client.post("/people/3/end", data={"csrf_token": as_cas.token()})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 302),
        ({"Origin": "http://localhost"}, 302),
        ({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, 302),
        ({"Origin": "null"}, 400),
        ({"Origin": "http://evil.example"}, 400),
        ({"Origin": "http://localhost:99"}, 400),
        ({"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"}, 400),
        ({"Sec-Fetch-Site": "same-site"}, 400),
    ],
)
def test_a_form_sent_from_another_site_is_refused(
    as_ada: Browser, headers: dict[str, str], status: int
) -> None:
    assert as_ada.post_raw("/people/3/sign-ins", headers=headers).status_code == status


def test_fetching_pages_changes_nothing(app: Flask, engine: Engine, ada_office: int, as_ada: Browser) -> None:
    with db.transaction(engine) as session:
        made = fill_office(session, ada_office)
    before = contents(engine, ON_A_PAGE_ONLY)
    for route in routes(app):
        if route.method == "GET":
            as_ada.get_raw(route.path(made))
    assert contents(engine, ON_A_PAGE_ONLY) == before


# Sign-ins (T1, T2)


def test_signing_in_and_out(nobody: Browser, engine: Engine) -> None:
    give_password(engine)
    assert sign_in(nobody, "wrong").errors == ["The e-mail address or the password is not right."]
    assert "Cas" in sign_in(nobody).tree.text_content()
    assert nobody.post("/sign-out").heading == "Sign in"
    assert nobody.get("/password").heading == "Sign in"


def test_guessing_is_told_to_wait_whoever_is_guessed_at(
    nobody: Browser, engine: Engine, clock: Clock
) -> None:
    give_password(engine)
    said = [sign_in(nobody, "wrong") for _ in range(11)]
    assert [page.status for page in said] == [422] * 10 + [429]
    assert sign_in(nobody).status == 429
    clock.now += dt.timedelta(minutes=11)
    assert sign_in(nobody).status == 200


def test_no_cookie_from_before_survives_signing_in(app: Flask, nobody: Browser, engine: Engine) -> None:
    give_password(engine)
    nobody.get("/sign-in")
    with nobody.client.session_transaction() as cookie:
        cookie["token"] = "planted"
        before = dict(cookie)
    sign_in(nobody)
    with nobody.client.session_transaction() as cookie:
        assert cookie["token"] != "planted"
        assert cookie["csrf_token"] != before["csrf_token"]


@pytest.mark.parametrize("leave", ["/sign-out", "/people/3/sign-ins", "/people/3/end", "/people/3/password"])
def test_a_cookie_played_again_afterwards_is_worth_nothing(
    app: Flask, engine: Engine, as_ada: Browser, leave: str
) -> None:
    cas = signed_in(app, engine, "cas")
    with cas.client.session_transaction() as cookie:
        kept = dict(cookie)
    assert cas.get_raw("/password").status_code == 200
    (cas if leave == "/sign-out" else as_ada).post_raw(leave)
    with cas.client.session_transaction() as cookie:
        cookie.update(kept)
    assert cas.get_raw("/password").status_code == 302


@pytest.mark.parametrize(
    ("rests", "status"), [([55] * 12, 200), ([61], 302), ([55] * 14, 302)], ids=["busy", "idle", "all day"]
)
def test_a_sign_in_ends_by_itself(as_cas: Browser, clock: Clock, rests: list[int], status: int) -> None:
    for minutes in rests:
        clock.now += dt.timedelta(minutes=minutes)
        answer = as_cas.get_raw("/password")
    assert answer.status_code == status


def test_a_temporary_password_opens_nothing_but_the_page_to_change_it(
    as_cas: Browser, engine: Engine
) -> None:
    with db.transaction(engine) as session:
        user = session.scalars(select(User).where(User.email == "cas@example.org")).one()
        user.must_change_password, user.password_hash = True, passwords.hashed(PASSWORD)
    assert as_cas.get("/").heading == "Change your password"
    assert as_cas.get_raw("/inbox/").status_code in (302, 404)
    assert as_cas.post("/inbox/paste", {"text": "x"}, status=422)
    as_cas.post("/password", {"old": PASSWORD, "new": "my own three words"})
    assert as_cas.get("/").heading != "Change your password"


def test_whoever_is_signed_out_keeps_what_was_typed(nobody: Browser) -> None:
    page = nobody.post("/password", {"letter": "A long letter.", "old": "hidden-1"}, status=401)
    assert page.heading == "You are signed out" and "A long letter." in page.text
    page = nobody.post("/password", {"password": "hidden-2", "new_password": "hidden-3"}, status=401)
    assert "hidden" not in page.text


# Where the app sends a browser (T13)


@pytest.mark.parametrize(
    "wanted",
    [
        "//e.example", "///e.example", "/\\e.example", "\\\\e.example", "https:e.example", "https://e.example",
        "/%2fe.example", "%2f%2fe.example", "http://localhost@e.example", "/\t/e.example", "/\n/e.example",
        " //e.example", "javascript:alert(1)", "/inbox//e.example", "/..//e.example", "e.example", "",
        "/" + "a" * 600, "/\x00", "/inbox\r\nSet-Cookie: x=1",
    ],
)  # fmt: skip
def test_no_address_leads_elsewhere_after_signing_in(nobody: Browser, engine: Engine, wanted: str) -> None:
    assert local_path(wanted) is None
    give_password(engine)
    data = {"email": "cas@example.org", "password": PASSWORD, "csrf_token": nobody.token()}
    answer = nobody.client.post("/sign-in", query_string={"next": wanted}, data=data)
    assert answer.headers["Location"] == "/"


@pytest.mark.parametrize("wanted", ["/inbox/", "/bank/?q=small%20boats&page=2", "/desk/7", "/help"])
def test_a_page_of_ours_is_gone_back_to(wanted: str) -> None:
    assert local_path(wanted) == wanted


def test_signing_in_leads_back_to_the_page_that_was_asked_for(nobody: Browser, engine: Engine) -> None:
    give_password(engine)
    asked = nobody.get_raw("/password?x=1")
    assert asked.headers["Location"] == "/sign-in?next=/password?x%3D1"
    data = {"email": "cas@example.org", "password": PASSWORD, "csrf_token": nobody.token()}
    assert nobody.client.post(asked.headers["Location"], data=data).headers["Location"] == "/password?x=1"


# Fields nobody asked for (T15)


def test_a_form_takes_only_its_own_fields(
    app: Flask, engine: Engine, as_ada: Browser, dov_office: int
) -> None:
    extra = {
        column.name: "2026-01-01" if "_at" in column.name else "1"
        for table in Base.metadata.tables.values()
        for column in table.columns
        if column.name not in ("name", "email", "address", "file")
    } | {"role": "caseworker", "office_id": str(dov_office), "is_sample": "y"}
    forms: dict[str, dict[str, str]] = {
        "/people/add": {"name": "Eve", "email": "eve@example.org", "role": "caseworker"},
        "/settings/": {"name": "New name", "mp_name": "A", "constituency": "N"},
        "/people/3/role": {"role": "approver"},
    }
    for path, fields in forms.items():
        as_ada.post_raw(path, {**extra, **fields})
    with db.make_session(engine, write=False) as session:
        eve = session.scalars(select(User).where(User.email == "eve@example.org")).one()
        assert (eve.office_id, eve.role, eve.ended_at, eve.must_change_password) == (
            1,
            "caseworker",
            None,
            True,
        )
        assert eve.password_hash.startswith("$argon2") and eve.office.name == "New name"
        assert (eve.office.is_sample, eve.office.edition, eve.office.in_government) == (False, 0, True)
        cas = session.scalars(select(User).where(User.email == "cas@example.org")).one()
        assert (cas.id, cas.role, cas.office_id, cas.ended_at) == (3, "approver", 1, None)


# What goes wrong (T18)


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
    assert "RuntimeError in crash" in caplog.text and "test_web_security.py:" in caplog.text
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


def test_a_sign_in_that_is_used_is_seen(as_cas: Browser, engine: Engine, clock: Clock) -> None:
    clock.now += dt.timedelta(minutes=30)
    as_cas.get("/password")
    with db.make_session(engine, write=False) as session:
        assert session.scalars(select(SignIn)).one().seen_at == clock.now
