"""Who gets in, for how long, and where to."""

import datetime as dt
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine, select

from correspondence import db
from correspondence.models import SignIn, User
from correspondence.people import passwords
from correspondence.web.local import local_path
from tests.web.browser import Browser
from tests.web.conftest import Clock, signed_in
from tests.web.page import Page

PASSWORD = "brown bread and butter"


def give_password(engine: Engine, name: str = "cas") -> None:
    with db.transaction(engine) as session:
        user = session.scalars(select(User).where(User.email == f"{name}@example.org")).one()
        user.password_hash = passwords.hashed(PASSWORD)


def sign_in(browser: Browser, password: str = PASSWORD, **options: Any) -> Page:
    data = {"email": "cas@example.org", "password": password, "csrf_token": browser.token()}
    return Page(browser.client.post("/sign-in", data=data, follow_redirects=True, **options))


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


def test_a_sign_in_that_is_used_is_seen(as_cas: Browser, engine: Engine, clock: Clock) -> None:
    clock.now += dt.timedelta(minutes=30)
    as_cas.get("/password")
    with db.make_session(engine, write=False) as session:
        assert session.scalars(select(SignIn)).one().seen_at == clock.now
