"""What was done in a review is said in sight of where it was done, with and without scripts."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import PATIENCE_MS
from tests.browser.live import Live
from tests.browser.test_bank import LETTER

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [1280, 390])
def test_what_was_done_is_in_sight(browser: Browser, house: Live, scripts: bool, width: int) -> None:
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 700})
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    house.sign_in(page)
    page.goto(f"{house.address}/bank/import")
    page.get_by_label("Or paste the text").fill(LETTER)
    page.get_by_role("button", name="Cut into paragraphs").click()
    page.wait_for_load_state()
    for last in ("Drop", "Put back"):
        page.get_by_role("button", name=last).last.click()
        expect(page.locator("#said")).to_contain_text({"Drop": "Dropped.", "Put back": "Put back"}[last])
        expect(page.locator("#said")).to_be_in_viewport()
        expect(page.get_by_text("Dropped. You can put it back.")).to_have_count(int(last == "Drop"))
    context.close()
