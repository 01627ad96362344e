"""The review of a letter with the mouse: nothing moves from under it, and there is room to write."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import refuse_violations, signed_in
from tests.browser.live import Live
from tests.browser.test_bank import bring_in

pytestmark = pytest.mark.browser
page = signed_in(1280)

PLACES = "all => all.map((one) => [one.offsetTop, one.offsetHeight, one.offsetLeft, one.offsetWidth].join())"
SMALLEST = 24  # pixels of a target, as WCAG 2.2 has it


def test_every_box_is_ticked_and_no_row_moves(page: Page, house: Live) -> None:
    """The row in hand grew by its keys, and the box that was pressed slipped from under the mouse."""
    bring_in(page, house)
    boxes, parts = page.locator(".piece-tick input"), page.locator("#pieces > li, #pieces .btn")
    before = parts.evaluate_all(PLACES)
    for place in range(boxes.count()):
        box = boxes.nth(place).bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= SMALLEST
        boxes.nth(place).click()
        assert parts.evaluate_all(PLACES) == before
    assert boxes.count() == page.locator(".piece-tick input:checked").count() > 5
    page.locator(".piece-tick", has_text="2").first.click(position={"x": 8, "y": 8})  # its number
    assert not boxes.nth(1).is_checked()


@pytest.mark.parametrize(("width", "least"), [(1280, 480), (390, 250)])
def test_the_reason_for_what_is_stale_has_room(page: Page, house: Live, width: int, least: int) -> None:
    """It had the width of the margin, some 90 pixels, and showed two words of itself."""
    bring_in(page, house)
    page.set_viewport_size({"width": width, "height": 900})
    row = page.locator(".piece", has_text="Nearly 700")
    row.get_by_text("Approve…").click()
    box = row.get_by_label("Why it may be used as it stands").bounding_box()
    assert box
    assert box["width"] >= least
    assert page.locator("[name='why']:visible").count() == 1
    refuse_violations(page)
