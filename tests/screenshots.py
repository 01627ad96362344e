"""Pictures of every page: `python -m tests.screenshots FOLDER [NAME...]`.

Each row of `SHOTS` is a page in a state. Every one is taken at four widths; see `WIDTHS`.
"""

import datetime as dt
import io
import json
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from correspondence import db, people, worker
from correspondence.matching import semantic
from correspondence.samples import add_sample_office
from tests.browser.live import Live, chromium, live

# Name, width in CSS pixels, device pixels to one: 200% is a window of 1440 seen at double size.
WIDTHS = (("wide", 1440, 1), ("middle", 768, 1), ("narrow", 390, 2), ("double", 720, 2))


def nothing(_page: Page) -> None:
    """The page as it comes."""


@dataclass(frozen=True)
class Shot:
    """name: of the file. path: of the page; in the sample office the first row of each noun is number 1.

    who: "ada" in an office of her own with nothing in it, "sample" in the sample office, "set-up" with the
    link in hand, "" nobody. act: what is done there before the picture is taken.
    """

    name: str
    path: str
    who: str = "ada"
    act: Callable[[Page], None] = nothing


def press(button: str) -> Callable[[Page], None]:
    """Press a button, to show what is said when nothing, or too little, was filled in."""
    return lambda page: page.get_by_role("button", name=button, exact=True).click()


def press_first(what: str) -> Callable[[Page], None]:
    """Press the first of these, where there is one."""

    def press_it(page: Page) -> None:
        found = page.locator(what)
        if found.count():
            found.first.click()

    return press_it


def open_menu(page: Page) -> None:
    page.locator("#user-menu summary").click()


def ask_for_keys(page: Page) -> None:
    page.keyboard.press("?")


def type_keys(keys: str) -> Callable[[Page], None]:
    """Press one key after the other."""

    def press_all(page: Page) -> None:
        for key in keys:
            page.keyboard.press(key)

    return press_all


def open_revision(page: Page) -> None:
    page.locator("#revise summary").click()


def change_an_entry(page: Page) -> None:
    """Take one out, unless that was done at another width, then open the form of another."""
    take_out = page.get_by_role("button", name="Take out “tax rebate”")
    if take_out.count():
        take_out.click()
    page.locator("summary", has_text="Change “tax return”").click()


def load_two_editions(page: Page) -> None:
    """Take a pack in, then one that says otherwise; a later width finds the later edition loaded."""
    for edition, cost in ((1, "£3"), (2, "£4")):
        paragraph = {
            "key": "p", "kind": "policy", "title": "Ferry", "voice": "Research unit",
            "text": f"The ferry to the island costs {cost} a day and runs from April to the end of October.",
        }  # fmt: skip
        pack = {
            "correspondence_pack": 1, "key": "k", "title": "Transport", "edition": edition,
            "publisher": "Research unit", "paragraphs": [paragraph],
        }  # fmt: skip
        page.goto(page.url.split("/bank/")[0] + "/bank/packs")
        file = {"name": "pack.json", "mimeType": "application/json", "buffer": json.dumps(pack).encode()}
        page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
        page.get_by_role("button", name="Take it in").click()
    if "/packs/" not in page.url or not page.url.rsplit("/", 1)[-1].isdecimal():
        page.locator(".pack-rows a").first.click()


def import_an_archive(page: Page) -> None:
    """Give letters to be read in the background; nobody works here, so that the reading stays under way."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(12):
            archive.writestr(f"2026/letter-{number}.txt", f"Thank you for your letter on ferry {number}.")
    file = {"name": "letters.zip", "mimeType": "application/zip", "buffer": packed.getvalue()}
    page.locator("input[type=file]").first.set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Cut into paragraphs").click()
    page.locator("#import").wait_for()


def import_what_is_known(page: Page) -> None:
    """Bring in a letter that says nearly what the bank does, and one thing word for word."""
    page.get_by_label("Or paste the text").fill(
        "Thank you for contacting me about sewage in our rivers.\n\n"
        "It is not acceptable that people who pay for their water cannot let their children paddle in the "
        "Mere.\n\nI have asked the company for the date on which the last overflow will be mended.\n"
    )
    page.get_by_role("button", name="Cut into paragraphs").click()
    page.locator("#pieces").wait_for()


def type_a_new_value(page: Page) -> None:
    page.get_by_role("link", name="New value").first.click()
    page.get_by_label("New value").fill("£21 million")
    press("Show what changes")(page)
    page.locator(".places ins").first.wait_for()


def start_reply(page: Page) -> None:
    page.locator("form[action$='/reply'] button").click()
    page.wait_for_url("**/desk/*")


def start_reply_and_press(what: str) -> Callable[[Page], None]:
    def press_it(page: Page) -> None:
        start_reply(page)
        page.locator(what).click()

    return press_it


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
    Shot("sample-settings", "/settings/", who="sample"),
    Shot(
        "sample-remove",
        "/people/",
        who="sample",
        act=lambda page: page.locator("#remove-sample summary").click(),
    ),
    Shot("not-found", "/nothing/here"),
    Shot("inbox", "/inbox/", who="sample"),
    Shot("inbox-empty", "/inbox/"),
    Shot("post-add", "/inbox/add"),
    Shot("post-add-error", "/inbox/add", act=press("Add it")),
    Shot("message", "/inbox/1", who="sample"),
    Shot("message-casework", "/inbox/5", who="sample"),
    Shot("message-correct", "/inbox/1", who="sample", act=press_first("#who-heading ~ details summary")),
    Shot("draft", "/inbox/1", who="sample", act=start_reply),
    Shot("draft-checks", "/inbox/2", who="sample", act=start_reply_and_press("#checks summary")),
    Shot("draft-gone", "/inbox/3", who="sample", act=start_reply_and_press("button#gone")),
    Shot("draft-gone-must", "/inbox/1", who="sample", act=start_reply_and_press("#gone summary")),
    Shot("draft-casework", "/inbox/5", who="sample", act=start_reply),
    Shot("bank", "/bank/", who="sample"),
    Shot("bank-empty", "/bank/"),
    Shot("bank-search", "/bank/?q=what+does+the+fence+at+the+port+cost", who="sample"),
    Shot("bank-none", "/bank/?topic=none", who="sample"),
    Shot("bank-figure", "/bank/?q=%C2%A310+million&order=newest", who="sample"),
    Shot("due", "/bank/due?within=month", who="sample"),
    Shot("due-empty", "/bank/due"),
    Shot("digest", "/bank/digest", who="sample"),
    Shot("gaps", "/bank/gaps", who="sample", act=press_first("#main form[action$='/look'] button")),
    Shot("gaps-empty", "/bank/gaps"),
    Shot("figures", "/bank/figures", who="sample"),
    Shot("figures-none", "/bank/figures?q=nothing+like+it", who="sample"),
    Shot("new-value", "/bank/figures/1", who="sample"),
    Shot("new-value-change", "/bank/figures?q=19+million", who="sample", act=type_a_new_value),
    Shot("sources", "/bank/sources", who="sample"),
    Shot("topics", "/bank/topics", who="sample", act=press_first(".topic-list summary")),
    Shot("uses", "/bank/paragraphs/2/uses", who="sample"),
    Shot("packs", "/bank/packs", who="sample"),
    Shot("packs-error", "/bank/packs", act=press("Take it in")),
    Shot("pack", "/bank/packs", who="sample", act=load_two_editions),
    Shot("dated", "/bank/dated?q=secretary", who="sample"),
    Shot("dated-bills", "/bank/dated?about=bill", who="sample"),
    Shot("dated-error", "/bank/dated?about=government", act=press("Add")),
    Shot("stale", "/bank/paragraphs/2", who="sample"),
    Shot("everyday", "/bank/everyday", who="sample"),
    Shot("everyday-change", "/bank/everyday?q=tax+re", who="sample", act=change_an_entry),
    Shot("everyday-error", "/bank/everyday", who="sample", act=press("Add")),
    Shot("import", "/bank/import", who="sample"),
    Shot("import-error", "/bank/import", who="sample", act=press("Cut into paragraphs")),
    Shot("import-progress", "/bank/import", who="sample", act=import_an_archive),
    Shot("paragraph-add-error", "/bank/add", who="sample", act=press("Add it")),
    Shot("review", "/bank/sources/1", who="sample"),
    Shot("review-edit", "/bank/sources/1", who="sample", act=type_keys("jje")),
    Shot("review-beside", "/bank/import", who="sample", act=import_what_is_known),
    Shot("review-split", "/bank/sources/1", who="sample", act=type_keys("jjs")),
    Shot("paragraph", "/bank/paragraphs/2", who="sample"),
    Shot("paragraph-revise", "/bank/paragraphs/2", who="sample", act=open_revision),
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
            _add_people(house)
            _take(browser, house, [shot for shot in wanted if shot.who in ("", "ada")], folder)
        with live(Path(new), set_up=False) as house:
            _add_sample(house)
            _take(browser, house, [shot for shot in wanted if shot.who in ("set-up", "sample")], folder)


def _add_people(house: Live) -> None:
    with db.transaction(house.engine, office_id=1) as session:
        for name, role in (("Ben Birch", "approver"), ("Cas Coldstream", "caseworker")):
            email = f"{name.split()[0].lower()}@example.org"
            people.add_user(session, None, name, email, role, dt.datetime.now(dt.UTC))


def _add_sample(house: Live) -> None:
    with db.transaction(house.engine) as session:
        add_sample_office(session, dt.datetime.now(dt.UTC))
    worker.run_pending(house.engine, lambda: semantic.load(None), lambda: dt.datetime.now(dt.UTC))


def _take(browser: Browser, house: Live, shots: list[Shot], folder: Path) -> None:
    for who in {shot.who for shot in shots}:
        context = browser.new_context(locale="en-GB")
        _enter(house, context.new_page(), who)
        kept = context.storage_state()
        context.close()
        for name, pixels, scale in WIDTHS:
            context = browser.new_context(
                viewport={"width": pixels, "height": 900},
                device_scale_factor=scale,
                locale="en-GB",
                storage_state=kept,
            )
            for shot in (shot for shot in shots if shot.who == who):
                _take_one(context.new_page(), house, shot, folder / f"{shot.name}-{name}.png")
            context.close()


def _enter(house: Live, page: Page, who: str) -> None:
    if who == "ada":
        house.sign_in(page)
    elif who:
        page.goto(f"{house.address}/set-up/{house.key}")
    if who == "sample":
        page.get_by_role("button", name="Open the sample office").click()
        page.locator(".sample-bar").wait_for()


def _take_one(page: Page, house: Live, shot: Shot, file: Path) -> None:
    page.goto(house.address + shot.path)
    shot.act(page)
    page.wait_for_load_state("networkidle")
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    if wider > 0:
        print(f"{file.stem} is {wider} pixels too wide")  # noqa: T201
    page.screenshot(path=file, full_page=True)
    page.close()


if __name__ == "__main__":
    main(sys.argv[1:])
