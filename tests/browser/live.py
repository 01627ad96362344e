"""The real app on a real port of this machine, over an instance folder of its own, and a real browser."""

import datetime as dt
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from argon2 import PasswordHasher
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from playwright.sync_api import Browser, Page, sync_playwright
from sqlalchemy import Engine
from waitress.server import create_server
from waitress.wasyncore import close_all

from correspondence import db, people
from correspondence.config import Settings, sqlite_url
from correspondence.people import OfficeDetails, passwords
from correspondence.web import create_app
from tests import databases

PASSWORD = "three plain words"
CHROMIUM = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


class _Compiled(BytecodeCache):
    """The templates, each compiled once for all the apps of a process."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


@dataclass(frozen=True)
class Live:
    """address: where the app is, without a slash at the end. key: of its set-up link."""

    address: str
    key: str
    settings: Settings
    engine: Engine

    def sign_in(self, page: Page, email: str = "ada@example.org") -> None:
        """Sign in the way a person does."""
        page.goto(f"{self.address}/sign-in")
        self.fill_sign_in(page, email)

    def fill_sign_in(self, page: Page, email: str = "ada@example.org") -> None:
        """Fill in the page for signing in, and send it."""
        page.get_by_label("E-mail address").fill(email)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_text("Sign out").wait_for(state="attached")
        page.wait_for_load_state()  # a key pressed before the page's scripts listen is lost


@contextmanager
def live(instance: Path, set_up: bool = True) -> Iterator[Live]:
    """Serve an instance; unless told not to, Ada's office is set up in it, with her password `PASSWORD`."""
    passwords.HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    (instance / "correspondence.sqlite3").write_bytes(databases.empty())
    settings = Settings(instance, sqlite_url(instance / "correspondence.sqlite3"))
    engine = databases.well_read(db.make_engine(settings.database))
    key = people.make_key(instance)
    if set_up:
        add_ada(engine)
    connections: dict[int, object] = {}
    app = create_app(settings, engine)
    app.jinja_env.bytecode_cache = _COMPILED
    server = create_server(app, map=connections, host="127.0.0.1", port=0, threads=8)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    pulled = threading.Event()

    def close() -> None:
        """Close all connections, also those a browser keeps open."""
        pulled.wait()  # a worker may wake the loop before our own pull is written to what this closes
        close_all(connections)

    try:
        yield Live(f"http://127.0.0.1:{server.effective_port}", key, settings, engine)
    finally:
        server.trigger.pull_trigger(close)
        pulled.set()
        thread.join(timeout=5)
        server.task_dispatcher.shutdown()
        engine.dispose()


def add_ada(engine: Engine) -> None:
    """Ada's office, set up by her."""
    details = OfficeDetails(
        name="Office of Ada Amberley MP",
        mp_name="Ada Amberley MP",
        constituency="Northmoor",
        address="1 Market Place\nNorthmoor\nZZ1 1AA",
        email="office@example.org",
        telephone="01632 960001",
    )
    with db.transaction(engine) as session:
        people.set_up_office(session, details, "Ada", "ada@example.org", PASSWORD, dt.datetime.now(dt.UTC))


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without a window and without a word to the network."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(CHROMIUM))
        yield browser
        browser.close()
