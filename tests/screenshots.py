"""Pictures of every page: `python -m tests.screenshots FOLDER [NAME...]`.

Each row of `SHOTS` is a page in a state. Every one is taken at four widths; see `WIDTHS`.
"""

import datetime as dt
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from correspondence import db, people
from tests.browser.live import Live, chromium, live

# Name, width in CSS pixels, device pixels to one: 200% is a window of 1440 seen at double size.
WIDTHS = (("wide", 1440, 1), ("middle", 768, 1), ("narrow", 390, 2), ("double", 720, 2))


def nothing(_page: Page) -> None:
    """The page as it comes."""


@dataclass(frozen=True)
class Shot:
    """name: of the file. path: of the page. who: e-mail, "" for nobody, "set-up" for the link's holder."""

    name: str
    path: str
    who: str = "ada@example.org"
    act: Callable[[Page], None] = nothing


def press(button: str) -> Callable[[Page], None]:
    """Press a button, to show what is said when nothing, or too little, was filled in."""
    return lambda page: page.get_by_role("button", name=button, exact=True).click()


def open_menu(page: Page) -> None:
    page.locator("#user-menu summary").click()


def ask_for_keys(page: Page) -> None:
    page.keyboard.press("?")


SHOTS = (
    Shot("sign-in", "/sign-in", who=""),
    Shot("sign-in-error", "/sign-in", who="", act=press("Sign in")),
    Shot("set-up", "/set-up/", who="set-up"),
    Shot("set-up-office", "/set-up/office", who="set-up"),
    Shot("set-up-office-error", "/set-up/office", who="set-up", act=press("Set up the office")),
    Shot("password", "/password"),
    Shot("people", "/people/"),
    Shot("people-menu", "/people/", act=open_menu),
    Shot("people-keys", "/people/", act=ask_for_keys),
    Shot("person", "/people/2"),
    Shot("person-end", "/people/2", act=lambda page: page.locator("#end summary").click()),
    Shot("person-add", "/people/add"),
    Shot("person-add-error", "/people/add", act=press("Add")),
    Shot("settings", "/settings/"),
    Shot("settings-letterhead-error", "/settings/", act=press("Use this letterhead")),
    Shot("help", "/help"),
    Shot("not-found", "/nothing/here"),
)


def main(arguments: list[str]) -> None:
    """Take the pictures named, or all."""
    if not arguments:
        sys.exit(__doc__)
    folder, names = Path(arguments[0]), arguments[1:]
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [shot for shot in SHOTS if not names or any(shot.name.startswith(name) for name in names)]
    with tempfile.TemporaryDirectory() as new, tempfile.TemporaryDirectory() as used, chromium() as browser:
        with live(Path(used)) as house:
            _fill(house)
            _take(browser, house, [shot for shot in wanted if shot.who != "set-up"], folder)
        with live(Path(new), set_up=False) as house:
            _fill(house)
            _take(browser, house, [shot for shot in wanted if shot.who == "set-up"], folder)


def _fill(house: Live) -> None:
    """The sample office, and where Ada's is set up some people in it."""
    now = dt.datetime.now(dt.UTC)
    with db.transaction(house.engine) as session:
        if people.is_set_up(session):
            db.enter(session, 1)
            for name, role in (("Ben Birch", "approver"), ("Cas Coldstream", "caseworker")):
                people.add_user(session, None, name, f"{name.split()[0].lower()}@example.org", role, now)


def _take(browser: Browser, house: Live, shots: list[Shot], folder: Path) -> None:
    for width, pixels, scale in WIDTHS:
        for shot in shots:
            context = browser.new_context(
                viewport={"width": pixels, "height": 900}, device_scale_factor=scale, locale="en-GB"
            )
            page = context.new_page()
            if shot.who == "set-up":
                page.goto(f"{house.address}/set-up/{house.key}")
            elif shot.who:
                house.sign_in(page, shot.who)
            page.goto(house.address + shot.path)
            shot.act(page)
            page.wait_for_load_state("networkidle")
            wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if wider > 0:
                print(f"{shot.name} at {pixels} is {wider} pixels too wide")  # noqa: T201
            page.screenshot(path=folder / f"{shot.name}-{width}.png", full_page=True)
            context.close()


if __name__ == "__main__":
    main(sys.argv[1:])
