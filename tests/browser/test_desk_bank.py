"""Between a reply and the bank, in a real browser: newer wording taken, and what was written here kept."""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from correspondence import bank, db
from correspondence.models import Block
from tests.browser.conftest import refuse_violations, signed_in
from tests.browser.desk import GUARDS, at_desk, written
from tests.browser.live import Live
from tests.web.post import Post, texts

pytestmark = pytest.mark.browser
page = signed_in(1440, 390)


def test_newer_wording_is_compared_taken_and_given_back(page: Page, house: Live, post: Post) -> None:
    with db.transaction(house.engine, 1) as session:
        version = db.one(session, Block, post.blocks[GUARDS]).source_version
        assert version is not None
        new = version.text.replace("Forty", "Fifty")
        bank.revise(session, None, version.paragraph, new, dt.datetime.now(dt.UTC))
    at_desk(page, house, post)
    before = written(page, post, GUARDS)
    page.locator(".newer summary").click()
    expect(page.locator(".newer ins")).to_contain_text("Fifty")
    expect(page.locator(".newer del")).to_contain_text("Forty")
    refuse_violations(page)
    page.locator(f"#text-{post.blocks[GUARDS]}").fill(f"{before} By the sea.")
    expect(page.locator(".newer")).to_contain_text("was changed in this reply")
    expect(page.get_by_role("button", name="Take the newer wording")).to_be_visible()  # it stayed open
    page.get_by_role("button", name="Take the newer wording").click()
    expect(page.locator(".removed > summary")).to_have_text("1 taken out")
    assert texts(house.engine, 1, post.draft)[GUARDS] == new
    page.locator(".removed > summary").click()
    page.get_by_role("button", name="Put back").click()
    expect(page.locator(f"#text-{post.blocks[GUARDS]}")).to_have_value(f"{before} By the sea.")
    assert new not in texts(house.engine, 1, post.draft)


def test_what_was_written_a_moment_ago_is_kept(page: Page, house: Live, post: Post) -> None:
    at_desk(page, house, post)
    page.locator("button[id^=write-]").click()
    own = page.locator(".block-own textarea")
    expect(own).to_be_focused()
    own.fill("The county mends holes.")
    page.get_by_role("button", name="Keep it in the bank").wait_for()
    refuse_violations(page)
    own.fill("The county mends holes within 28 days.")
    page.get_by_role("button", name="Keep it in the bank").click()
    expect(page.locator("#text")).to_have_value("The county mends holes within 28 days.")
    refuse_violations(page)
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("link", name="Draft 1").click()
    expect(page.locator(".block-own")).to_contain_text("Written for a letter on")
    expect(page.get_by_role("button", name="Keep it in the bank")).to_have_count(0)


def test_what_was_put_right_is_proposed_with_what_was_written_a_moment_ago(
    page: Page, house: Live, post: Post
) -> None:
    at_desk(page, house, post)
    before, guards = written(page, post, GUARDS), page.locator(f"#text-{post.blocks[GUARDS]}")
    guards.fill(f"{before} They watch the gates.")
    page.get_by_role("button", name="Keep the change in the bank").wait_for()
    refuse_violations(page)
    guards.fill(f"{before} They watch the gates too.")
    page.get_by_role("button", name="Keep the change in the bank").click()
    expect(page.locator("#text")).to_have_value(f"{before} They watch the gates too.")
    refuse_violations(page)
    page.get_by_role("button", name="Propose it").click()
    page.get_by_role("link", name="see it there").click()
    expect(page.locator(".alike ins")).to_contain_text("They watch the gates too.")
    refuse_violations(page)


def test_the_panel_says_of_a_paragraph_that_is_emptied_that_it_is_in_the_reply_no_more(
    page: Page, house: Live, post: Post
) -> None:
    at_desk(page, house, post)
    guards, offer = page.locator(f"#text-{post.blocks[GUARDS]}"), page.locator("#offers .offer").first
    before = guards.input_value()
    expect(offer).to_contain_text(before)
    expect(offer.locator(".actions")).to_have_text("In the reply")
    guards.fill("")
    expect(offer.get_by_role("button", name="Insert")).to_be_visible()
    guards.fill(before)
    expect(offer.locator(".actions")).to_have_text("In the reply")
    expect(guards).to_be_focused()
