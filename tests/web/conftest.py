"""The app over a fresh database, and the cast of tests/conftest.py each at a browser of their own.

A test that writes through the `session` fixture commits before it fetches a page, for only one can write.
"""

import datetime as dt
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Engine, select

from correspondence import db, people
from correspondence.config import Settings
from correspondence.models import User
from correspondence.web import create_app
from tests.conftest import NOW
from tests.people.everything import fill_office
from tests.web.browser import Browser
from tests.web.post import Post, bring_in
from tests.web.sheet import Sheet

THEIRS = "DOVS-OWN-WORDS"


class Clock:
    """The time the app is told. `clock.now += dt.timedelta(hours=1)` lets an hour pass."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def build() -> Flask:
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(Path(folder), "sqlite://"), db.make_engine("sqlite://"))
    app.config["TESTING"] = True
    return app


@pytest.fixture(scope="session")
def built() -> Flask:
    """The app of a test process: to build one, with all its addresses, takes longer than to ask it."""
    return build()


@pytest.fixture
def app(
    built: Flask,
    engine: Engine,
    ada_office: int,
    tmp_path: Path,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Flask]:
    """The app, with Ada's office in its database. Settings, database and clock are this test's own."""
    its_own = {"settings": Settings(tmp_path, str(engine.url)), "engine": engine, "clock": clock}
    monkeypatch.setattr(built, "extensions", built.extensions | its_own)
    config = dict(built.config)
    yield built
    built.config.clear()
    built.config.update(config)


@pytest.fixture
def nobody(app: Flask) -> Browser:
    """A browser nobody has signed in with."""
    return Browser(app.test_client())


@pytest.fixture
def as_ada(app: Flask, engine: Engine) -> Browser:
    """Ada, admin."""
    return signed_in(app, engine, "ada")


@pytest.fixture
def as_ben(app: Flask, engine: Engine) -> Browser:
    """Ben, approver in Ada's office."""
    return signed_in(app, engine, "ben")


@pytest.fixture
def as_cas(app: Flask, engine: Engine) -> Browser:
    """Cas, caseworker in Ada's office."""
    return signed_in(app, engine, "cas")


@pytest.fixture
def as_dov(app: Flask, engine: Engine, dov_office: int) -> Browser:
    """Dov, admin of another office."""
    return signed_in(app, engine, "dov")


def signed_in(app: Flask, engine: Engine, name: str) -> Browser:
    """A browser with a SignIn of this member of the cast."""
    with db.transaction(engine) as session:
        user = session.scalars(select(User).where(User.email == f"{name}@example.org")).one()
        token = people.admit(session, user, "127.0.0.1", app.extensions["clock"]())
    browser = Browser(app.test_client())
    with browser.client.session_transaction() as cookie:
        cookie["token"] = token
    return browser


@pytest.fixture
def ours(engine: Engine, ada_office: int) -> dict[str, int]:
    """A row of every table in Ada's office: the id of each by the table's name."""
    with db.transaction(engine) as session:
        return fill_office(session, ada_office, "OURS")


@pytest.fixture
def theirs(engine: Engine, dov_office: int) -> dict[str, int]:
    """The same in Dov's office, where every text says `THEIRS`."""
    with db.transaction(engine) as session:
        return fill_office(session, dov_office, THEIRS)


@pytest.fixture
def post(engine: Engine, ada_office: int) -> Post:
    """Mrs Kaur's letter and the reply to it: the third point is open."""
    return bring_in(engine, ada_office)


@pytest.fixture
def cas_at(as_cas: Browser, post: Post) -> Sheet:
    return Sheet(as_cas, post)


@pytest.fixture
def ben_at(as_ben: Browser, post: Post) -> Sheet:
    return Sheet(as_ben, post)
