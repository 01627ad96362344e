"""Taking a reply away in a real browser while something in it must be put right."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import refuse_violations, signed_in
from tests.browser.desk import GUARDS, at_desk, word, written
from tests.browser.live import Live
from tests.web.post import Post

pytestmark = pytest.mark.browser
page = signed_in(1440, 390)

BLANK = "You live in ((ward))."


def test_a_blank_typed_a_moment_ago_is_told_before_the_letter_goes(
    page: Page, house: Live, post: Post
) -> None:
    at_desk(page, house, post).locator(f"#text-{post.blocks[GUARDS]}").fill(BLANK)
    page.evaluate("document.getElementById('word').click()")  # before it was saved by itself
    expect(page.locator("#trouble")).to_contain_text("Fill in ((ward))")
    expect(page.locator("#out .menu-list")).to_be_in_viewport(ratio=1)
    expect(page).to_have_url(f"{house.address}/desk/{post.draft}")  # what the scripts ask for hangs on it
    refuse_violations(page)
    assert written(page, post, GUARDS) == BLANK
    assert BLANK in word(page)


def test_the_buttons_are_at_hand_again_once_it_is_put_right(page: Page, house: Live, post: Post) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    area = at_desk(page, house, post).locator(f"#text-{post.blocks[GUARDS]}")
    area.fill(BLANK)
    page.locator("#out summary").click()
    page.get_by_role("button", name="Copy the reply").click()
    expect(page.locator("#saved")).to_have_text("The reply is on the clipboard.")
    assert BLANK in page.evaluate("navigator.clipboard.readText()")
    area.fill("You live in Mill Ward.")
    expect(page.locator("#out summary")).to_have_count(0)
    expect(page.locator("#saved")).to_have_text(re.compile("^Saved"))
    assert "You live in Mill Ward." in word(page)
