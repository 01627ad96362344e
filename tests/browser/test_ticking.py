"""A paragraph's points are ticked and unticked without leaving the list."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import refuse_violations, signed_in
from tests.browser.desk import GUARDS, at_desk
from tests.browser.live import Live
from tests.web.post import Post

pytestmark = pytest.mark.browser
page = signed_in(1280, 390)


def test_by_keyboard_the_list_stays_open_and_keeps_the_focus(page: Page, house: Live, post: Post) -> None:
    at_desk(page, house, post)
    for key in ("p", "Enter", "Tab"):
        page.keyboard.press(key)
    ticks = page.locator(f"#answers-{post.blocks[GUARDS]} button")
    expect(ticks.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".point-button").first).to_have_text(re.compile("not answered"))
    expect(page.locator(".gap-open")).to_have_count(2)
    expect(ticks.first).to_be_focused()
    expect(ticks.first).to_have_attribute("aria-pressed", "false")
    refuse_violations(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(ticks.nth(1)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(ticks.first).to_be_hidden()
