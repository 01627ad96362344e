"""At the desk nothing covers anything else, however long a letter is."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import refuse_violations, signed_in
from tests.browser.desk import GUARDS, at_desk
from tests.browser.live import Live
from tests.web.post import MAIL, Post, bring_in

pytestmark = pytest.mark.browser
page = signed_in(1280)


def test_the_points_of_a_long_letter_stand_below_who_wrote_it(page: Page, house: Live) -> None:
    long = b"The terminal was opened by the mayor, and the band played until it rained.\n\n" * 30
    post = bring_in(house.engine, 1, MAIL.replace(b"Will somebody", long + b"Will somebody"))
    who = at_desk(page, house, post).locator("#letter .who").bounding_box()
    points = page.locator("#letter .points").bounding_box()
    assert who and points
    assert who["y"] + who["height"] <= points["y"]


@pytest.mark.parametrize("width", [320, 390, 640])  # 640 is 1280 at 200%
def test_the_bar_leaves_a_small_screen_to_the_letter(page: Page, house: Live, post: Post, width: int) -> None:
    """It took three rows of a telephone, a sixth of the screen."""
    page.set_viewport_size({"width": width, "height": 780})
    bar, gone = page.locator(".bar"), page.locator("#gone")

    def rows() -> int:
        box = bar.bounding_box()
        assert box
        return round(box["height"] / 42)

    area = at_desk(page, house, post).locator(f"#text-{post.blocks[GUARDS]}")
    expect(page.get_by_role("button", name="Copy the reply")).to_be_in_viewport(ratio=1)
    expect(gone).to_be_in_viewport(ratio=1)
    assert rows() <= 2
    area.fill("You live in ((ward)).")
    expect(page.locator("#out summary")).to_have_text("Not ready: Word, e-mail, copy…")
    expect(page.locator("#checks summary")).to_be_in_viewport(ratio=1)
    assert rows() <= 2
    refuse_violations(page)
    page.locator("#out summary").click()
    expect(page.locator("#out .menu-list")).to_contain_text("Fill in ((ward))")
    expect(page.locator("#out .menu-list")).to_be_in_viewport(ratio=1)


def test_on_a_telephone_what_is_told_of_a_reply_that_has_gone_covers_nothing(
    page: Page, house: Live, post: Post
) -> None:
    page.set_viewport_size({"width": 390, "height": 780})
    at_desk(page, house, post)
    page.locator("summary", has_text="It has gone…").click()
    page.get_by_role("button", name="It has gone all the same").click()
    expect(page.get_by_role("button", name="It has not gone after all")).to_be_visible()
    page.evaluate("scrollTo(0, 0)")
    expect(page.locator(".bar")).not_to_be_in_viewport()
