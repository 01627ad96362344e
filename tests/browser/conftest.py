"""One browser for all browser tests; the app on a port of its own for each."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.live import Live, chromium, live
from tests.web.post import Post, bring_in

PATIENCE_MS = 20_000  # for a busy machine; what is there sooner is not waited for
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Live]:
    """The app, with Ada's office set up."""
    with live(tmp_path) as house:
        yield house


@pytest.fixture
def new_house(tmp_path: Path) -> Iterator[Live]:
    """The app before its first set-up."""
    with live(tmp_path, set_up=False) as house:
        yield house


@pytest.fixture
def post(house: Live) -> Post:
    """Mrs Kaur's letter and the reply to it, in Ada's office."""
    return bring_in(house.engine, 1)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test for an error of a script, a stopped load or a word to another machine."""
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda said: troubles.append(said.text) if "Content Security" in said.text else None)
    page.on("request", lambda asked: troubles.append(asked.url) if not _is_here(asked.url) else None)
    page.set_default_timeout(PATIENCE_MS)
    yield page
    context.close()
    assert troubles == []


def signed_in(*widths: int) -> Any:
    """The fixture `page` of a module: Ada's browser, signed in, at each of these widths."""

    @pytest.fixture(params=widths)
    def page(page: Page, house: Live, request: pytest.FixtureRequest) -> Page:
        page.set_viewport_size({"width": request.param, "height": 900})
        house.sign_in(page)
        return page

    return page


def _is_here(address: str) -> bool:
    return address.startswith(("http://127.0.0.1:", "data:", "blob:"))


def refuse_violations(page: Page) -> None:
    """Fail with what axe finds wrong on the page (WCAG 2.2 AA and its best practices)."""
    found = Axe().run(page).response["violations"]
    assert [f"{v['id']}: {n['html'][:200]}" for v in found for n in v["nodes"]] == [], page.url
