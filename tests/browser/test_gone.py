"""Marking a reply as gone in a real browser: what was just typed goes along, and nothing after it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import refuse_violations, signed_in
from tests.browser.desk import GUARDS, at_desk, word, written
from tests.browser.live import Live
from tests.web.post import Post, texts

pytestmark = pytest.mark.browser
page = signed_in(1440, 390)


def test_it_goes_with_the_last_word_and_comes_back(page: Page, house: Live, post: Post) -> None:
    at_desk(page, house, post)
    page.locator(f"#text-{post.blocks[GUARDS]}").fill("Fifty guards.")
    page.locator("summary", has_text="It has gone…").click()
    expect(page.locator("#gone .menu-list")).to_contain_text("One point is not answered. Mark it as gone")
    expect(page.locator("#gone .menu-list")).to_be_in_viewport(ratio=1)
    refuse_violations(page)
    page.get_by_role("button", name="It has gone all the same").click()
    back = page.get_by_role("button", name="It has not gone after all")
    expect(back).to_be_visible()
    assert texts(house.engine, 1, post.draft)[GUARDS] == "Fifty guards."
    expect(page.locator(f"#text-{post.blocks[GUARDS]}")).not_to_be_editable()
    refuse_violations(page)
    assert "Fifty guards." in word(page)
    back.click()
    expect(page.locator(f"#text-{post.blocks[GUARDS]}")).to_be_editable()


def test_with_a_blank_left_it_asks_why_and_is_one_press_again_once_it_is_filled(
    page: Page, house: Live, post: Post
) -> None:
    at_desk(page, house, post)
    area = page.locator(f"#text-{post.blocks[GUARDS]}")
    area.fill("You live in ((ward)).")
    page.locator("summary", has_text="It has gone…").click()
    refuse_violations(page)
    expect(page.locator("#gone .menu-list")).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="It has gone as it stands").click()
    expect(page.locator("#trouble")).to_contain_text("Fill in ((ward))")
    area.fill("You live in Mill Ward.")
    expect(page.locator("#gone")).to_contain_text("Mark it as gone all the same?")
    area.fill("You live in ((ward)).")
    page.locator("summary", has_text="It has gone…").click()
    page.get_by_label("say why").fill("Filled in by hand.")
    page.get_by_label("say why").press("Enter")
    expect(page.locator("#gone")).to_contain_text("It went as it stands: “Filled in by hand.”")
    assert written(page, post, GUARDS) == "You live in ((ward))."
