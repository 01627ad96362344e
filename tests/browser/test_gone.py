"""Marking a reply as gone in a real browser: what was just typed goes along, and nothing after it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import refuse_violations, signed_in
from tests.browser.desk import GUARDS, WALL, at_desk, word, written
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


def test_an_empty_box_is_no_answer_until_something_is_written_in_it(
    page: Page, house: Live, post: Post
) -> None:
    at_desk(page, house, post)
    page.get_by_role("button", name="Write an answer to point 3").click()
    box = page.locator(".block-own textarea")
    expect(box).to_be_focused()
    standing, gap = page.locator(".point-button").nth(2), page.locator(".gap-open")
    expect(standing).to_contain_text("not answered")
    expect(gap).to_have_count(1)
    box.fill("The council mends the road in June.")
    expect(gap).to_have_count(0)
    expect(standing).to_have_text("③ answered")
    expect(page.locator("#gone")).to_have_text("It has gone")
    expect(box).to_be_focused()
    refuse_violations(page)
    box.fill(" ")
    expect(gap).to_have_count(1)
    expect(page.locator("#gone")).to_contain_text("One point is not answered.")


def test_a_reply_that_says_nothing_is_stopped(page: Page, house: Live, post: Post) -> None:
    at_desk(page, house, post)
    for place in (GUARDS, WALL):
        page.locator(f"#remove-{post.blocks[place]}").click()
        expect(page.locator(f"#text-{post.blocks[place]}")).to_have_count(0)
    for _point in range(3):
        left = page.get_by_role("button", name="Leave unanswered").count()
        page.get_by_role("button", name="Leave unanswered").first.click()
        expect(page.get_by_role("button", name="Leave unanswered")).to_have_count(left - 1)
    page.locator("summary", has_text="It has gone…").click()
    expect(page.locator("#gone .menu-list")).to_contain_text("This reply says nothing between")
    expect(page.locator("#gone .menu-list")).to_contain_text("3 points are not answered.")
    expect(page.locator("#out summary")).to_contain_text("Not ready")
