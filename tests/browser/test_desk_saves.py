"""What is typed at the desk is saved, however the app, the network and other people behave."""

import re

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, expect

from tests.browser.conftest import refuse_violations, signed_in
from tests.browser.desk import GUARDS, at_desk
from tests.browser.live import Live
from tests.web.post import Post, texts

pytestmark = pytest.mark.browser
page = signed_in(1440)


def test_two_in_one_paragraph_see_both_texts_and_choose(page: Page, house: Live, post: Post) -> None:
    other = page.context.new_page()
    at_desk(page, house, post)
    at_desk(other, house, post)
    area = f"#text-{post.blocks[GUARDS]}"
    other.locator(area).fill("Theirs, which was first.")
    expect(other.locator("#saved")).to_have_text(re.compile("Saved"))
    page.locator(area).fill("Mine, which came second.")
    expect(page.locator(".clash .theirs")).to_have_text("Theirs, which was first.")
    expect(page.locator(area)).to_have_value("Mine, which came second.")
    refuse_violations(page)
    page.get_by_role("button", name="Word").click()
    expect(page.get_by_role("button", name="Keep mine")).to_be_focused()
    page.get_by_role("button", name="Keep mine").click()
    expect(page.locator(".clash")).to_have_count(0)
    assert texts(house.engine, 1, post.draft)[GUARDS] == "Mine, which came second."
    other.locator(area).fill("Theirs again.")
    other.get_by_role("button", name="Take theirs").click()
    expect(other.locator(area)).to_have_value("Mine, which came second.")
    other.locator(area).fill("And on from there.")
    expect(other.locator("#saved")).to_have_text(re.compile("Saved"))
    assert texts(house.engine, 1, post.draft)[GUARDS] == "And on from there."


@pytest.mark.parametrize("area", ["#subject", ".block-policy textarea >> nth=0"])
def test_text_is_kept_while_the_app_is_away_and_saved_when_it_is_back(
    page: Page, house: Live, post: Post, area: str
) -> None:
    at_desk(page, house, post)
    page.context.set_offline(True)
    page.locator(area).fill("Typed while it was away.")
    expect(page.locator("#saved")).to_have_text(re.compile("does not answer"))
    asked: list[str] = []
    page.on("dialog", lambda dialog: _stay(dialog, asked))
    page.evaluate("setTimeout(() => location.assign('/inbox/'))")
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    assert "/desk/" in page.url
    page.context.set_offline(False)
    expect(page.locator("#saved")).to_have_text(re.compile("Saved"), timeout=15_000)
    page.reload()
    expect(page.locator(area)).to_have_value("Typed while it was away.")


def _stay(dialog: Dialog, asked: list[str]) -> None:
    asked.append(dialog.type)
    dialog.dismiss()


def test_what_is_typed_while_a_button_is_at_work_is_not_called_saved(
    page: Page, house: Live, post: Post
) -> None:
    late: list[Route] = []
    page.route(re.compile("/(down|save)$"), lambda route: late.append(route))
    at_desk(page, house, post)
    with page.expect_request("**/down"):
        page.locator(f"#down-{post.blocks[GUARDS]}").click()
    page.locator("#subject").fill("Typed meanwhile")
    late[0].continue_()
    expect(page.locator(".block-policy").last).to_have_id(f"block-{post.blocks[GUARDS]}")
    expect(page.locator("#saved")).to_have_text(re.compile("Writing|Saving"))
    expect(page.locator("#subject")).to_have_value("Typed meanwhile")


def test_a_save_whose_answer_is_lost_is_no_conflict(page: Page, house: Live, post: Post) -> None:
    at_desk(page, house, post)
    lost: list[str] = []

    def lose_one(route: Route) -> None:
        if lost:
            route.continue_()
            return
        lost.append(route.fetch().text())  # it was stored, and the page never hears of it
        route.abort()

    page.route("**/save", lose_one)
    page.locator(f"#text-{post.blocks[GUARDS]}").fill("Stored once.")
    expect(page.locator("#saved")).to_have_text(re.compile("Saved"), timeout=15_000)
    expect(page.locator(".clash")).to_have_count(0)
    page.locator(f"#text-{post.blocks[GUARDS]}").fill("Stored twice.")
    expect(page.locator("#saved")).to_have_text(re.compile("Writing|Saving"))
    expect(page.locator("#saved")).to_have_text(re.compile("Saved"))
    assert texts(house.engine, 1, post.draft)[GUARDS] == "Stored twice."


def test_somebody_signed_out_keeps_the_text_and_signs_in_in_another_tab(
    page: Page, house: Live, post: Post
) -> None:
    at_desk(page, house, post)
    other = page.context.new_page()
    other.goto(f"{house.address}/help")
    other.locator("#user-menu summary").click()
    other.get_by_role("button", name="Sign out").click()
    page.locator(f"#text-{post.blocks[GUARDS]}").fill("Typed after signing out.")
    expect(page.locator("#saved")).to_have_text(re.compile("signed out"))
    house.sign_in(other)
    expect(page.locator("#saved")).to_have_text(re.compile("Saved"), timeout=20_000)
    assert texts(house.engine, 1, post.draft)[GUARDS] == "Typed after signing out."


def test_four_pages_at_once_lose_no_acknowledged_edit(browser: Browser, house: Live, post: Post) -> None:
    pages = []
    for _number in range(4):
        pages.append(browser.new_context().new_page())
        house.sign_in(pages[-1])
        at_desk(pages[-1], house, post)
    area = f"#text-{post.blocks[GUARDS]}"
    for turn in range(3):
        for number, page in enumerate(pages):
            page.locator(area).fill(f"Page {number}, turn {turn}.")
        for page in pages:
            settled = page.locator("#saved", has_text=re.compile("^Saved|two texts"))
            settled.wait_for(timeout=15_000)
            while page.locator(".clash").count():  # somebody may be first again
                shown = page.locator(".clash .theirs").text_content()
                assert re.fullmatch(r"Page \d, turn \d\.", shown or "") or turn == 0
                keep_mine(page)
    assert texts(house.engine, 1, post.draft)[GUARDS] == "Page 3, turn 2."
    for page in pages:
        page.context.close()


def keep_mine(page: Page) -> None:
    """Choose one's own text, and wait for what comes of it."""
    button = page.get_by_role("button", name="Keep mine")
    seen = button.get_attribute("value")
    button.click()
    page.wait_for_function("seen => document.querySelector('.clash [name=keep]')?.value !== seen", arg=seen)
