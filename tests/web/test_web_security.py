"""What every answer carries, and what nobody can make the app do from elsewhere."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Engine, select

from correspondence import db
from correspondence.config import Settings
from correspondence.models import Base, User
from correspondence.web import create_app
from correspondence.web.shield import HEADERS
from tests.people.everything import contents, fill_office
from tests.web.browser import Browser
from tests.web.routes import UNSAFE, routes

ON_A_PAGE_ONLY = {"sign_in", "sign_in_attempt", "audit_event"}  # a fetched page may note that it was


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
    ("address", "secure"),
    [
        ("http://127.0.0.1:8765", False), ("http://localhost:8765", False), ("http://[::1]:8765", False),
        ("https://localhost", True), ("https://letters.example.org", True),
        ("http://letters.example.org", True),  # the proxy that has the TLS does not say so
    ],
)  # fmt: skip
@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_the_cookie_goes_over_tls_alone_once_it_leaves_this_machine(
    engine: Engine, tmp_path: Path, address: str, secure: bool
) -> None:
    app = create_app(Settings(tmp_path, str(engine.url), hosts=("letters.example.org",)), engine)
    answer = app.test_client().get("/sign-in", base_url=address)
    assert ("; Secure;" in answer.headers["Set-Cookie"]) is secure


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
