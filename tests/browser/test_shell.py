"""Signing in, the first set-up and the shell, in a real browser."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import refuse_violations
from tests.browser.live import PASSWORD, Live

pytestmark = pytest.mark.browser


def test_signing_in_and_out_with_the_keyboard_alone(house: Live, page: Page) -> None:
    page.goto(f"{house.address}/people/")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("ada@example.org")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("People")
    page.wait_for_load_state()  # a key pressed before the page's scripts listen is lost
    page.locator("#user-menu summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Sign out")).to_be_hidden()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Sign out").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_the_list_of_keys_opens_at_its_top(house: Live, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 400})
    house.sign_in(page)
    page.keyboard.press("?")
    expect(page.locator("#keys-heading")).to_be_in_viewport()
    assert page.locator("#keys").evaluate("list => list.scrollHeight > list.clientHeight")
    assert page.locator("#keys").evaluate("list => list.scrollTop") == 0
    refuse_violations(page)
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()


def test_after_signing_out_the_way_back_shows_nothing(house: Live, page: Page) -> None:
    house.sign_in(page)
    page.goto(f"{house.address}/people/")
    page.locator("#user-menu summary").click()
    page.get_by_role("button", name="Sign out").click()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_what_is_wrong_takes_focus_and_leads_to_its_field(house: Live, page: Page) -> None:
    page.goto(f"{house.address}/sign-in")
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("#error-summary")).to_be_focused()
    page.get_by_role("link", name="Give your password.").click()
    expect(page.get_by_label("Password")).to_be_focused()
    refuse_violations(page)


@pytest.mark.parametrize(
    "path", ["/people/", "/people/1", "/people/add", "/settings/", "/password", "/help", "/nothing"]
)
def test_axe_finds_nothing(house: Live, page: Page, path: str) -> None:
    house.sign_in(page)
    page.goto(house.address + path)
    refuse_violations(page)
    for menu in page.locator("details.menu summary").all():
        menu.click()
        refuse_violations(page)


def test_the_keys_are_listed_on_a_question_mark_and_do_not_hinder_typing(house: Live, page: Page) -> None:
    house.sign_in(page)
    page.goto(f"{house.address}/people/add")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    refuse_violations(page)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    page.get_by_label("Name").fill("")
    page.get_by_label("Name").type("Why? g i /")
    expect(page.get_by_label("Name")).to_have_value("Why? g i /")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()


def test_the_first_set_up_from_the_link_to_the_inbox(new_house: Live, page: Page) -> None:
    page.goto(f"{new_house.address}/set-up/{new_house.key}")
    refuse_violations(page)
    page.get_by_role("link", name="Set up your office").click()
    refuse_violations(page)
    for label, text in {
        "Name of the office": "Office of Eve Elm MP",
        "Name of the Member": "Eve Elm MP",
        "Constituency": "Westmere",
        "Your name": "Eve Elm",
        "Your e-mail address": "eve@example.org",
        "Your password": PASSWORD,
    }.items():
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_role("button", name="Set up the office").click()
    expect(page.get_by_role("status")).to_contain_text("Your office is set up")


def test_people_are_ended_without_scripts_and_only_after_a_question(house: Live, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    house.sign_in(page)
    page.goto(f"{house.address}/people/add")
    page.get_by_label("Name").fill("Ben Birch")
    page.get_by_label("E-mail address").fill("ben@example.org")
    page.get_by_label("Approver").check()
    page.get_by_role("button", name="Add").click()
    page.goto(f"{house.address}/people/2")
    sure = page.get_by_role("button", name="End access")
    expect(sure).to_be_hidden()
    page.locator("#end summary").click()
    sure.click()
    expect(page.get_by_role("status")).to_contain_text("can no longer sign in")
    context.close()


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_no_page_of_the_shell_scrolls_sideways(house: Live, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    house.sign_in(page)
    for path in ("/people/", "/people/1", "/people/add", "/settings/", "/password", "/help"):
        page.goto(house.address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
