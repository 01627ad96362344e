"""At the desk nothing covers anything else, however long a letter is."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import signed_in
from tests.browser.desk import at_desk
from tests.browser.live import Live
from tests.web.post import MAIL, bring_in

pytestmark = pytest.mark.browser
page = signed_in(1280)


def test_the_points_of_a_long_letter_stand_below_who_wrote_it(page: Page, house: Live) -> None:
    long = b"The terminal was opened by the mayor, and the band played until it rained.\n\n" * 30
    post = bring_in(house.engine, 1, MAIL.replace(b"Will somebody", long + b"Will somebody"))
    who = at_desk(page, house, post).locator("#letter .who").bounding_box()
    points = page.locator("#letter .points").bounding_box()
    assert who and points
    assert who["y"] + who["height"] <= points["y"]
