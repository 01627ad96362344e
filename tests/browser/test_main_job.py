"""The main job in a real browser: a letter comes in, is answered, and goes out as a Word file."""

import datetime as dt
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from correspondence import db
from correspondence.models import Paragraph
from tests.browser.conftest import refuse_violations, signed_in
from tests.browser.desk import GUARDS, WALL, at_desk, word, written
from tests.browser.live import Live
from tests.web.post import MAIL, REPLY, Post, texts

pytestmark = pytest.mark.browser
page = signed_in(1440)


def test_from_an_e_mail_to_a_word_letter(page: Page, house: Live) -> None:
    page.goto(f"{house.address}/bank/import")
    page.get_by_label("Or paste the text").fill(REPLY)
    today = dt.datetime.now(dt.UTC).date()  # undated text is approved one by one
    page.get_by_label("Date", exact=True).fill(today.isoformat())
    page.get_by_role("button", name="Cut into paragraphs").click()
    page.get_by_role("button", name="Approve all").first.click()
    expect(page.get_by_text("5 approved").first).to_be_visible()
    page.goto(f"{house.address}/inbox/")
    refuse_violations(page)
    page.get_by_role("link", name="Add post").click()
    refuse_violations(page)
    page.get_by_label("Text of the letter or e-mail").fill(MAIL.decode().split("\n\n", 1)[1])
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_text("Dear Mrs Kaur,")).to_be_visible()
    refuse_violations(page)
    page.get_by_role("button", name="Reply", exact=True).click()
    expect(page.get_by_role("heading", name="Draft 1")).to_be_visible()
    refuse_violations(page)

    guards = page.locator("textarea.written", has_text="Forty guards")
    guards.fill("Fifty guards watch the terminal now, as I saw for myself.")
    expect(page.locator("#saved")).to_have_text(re.compile(r"Saved \d\d:\d\d"))
    page.reload()
    expect(page.locator("textarea.written", has_text="Fifty guards")).to_be_visible()

    page.locator("#find-words").fill("waiting room for foot passengers")
    page.locator("#find-words").press("Enter")
    expect(page.locator("#offers-heading")).to_have_text(re.compile("waiting room"))
    page.locator("#offers .insert").first.click()
    expect(page.locator("textarea.written", has_text="harbour company")).to_be_visible()
    refuse_violations(page)

    letter = word(page)
    assert "Fifty guards watch the terminal now, as I saw for myself." in letter
    assert "harbour company" in letter
    assert letter.index("Dear Mrs Kaur,") < letter.index("Yours sincerely,")
    assert "((" not in letter
    assert "[[" not in letter


def test_word_holds_what_was_typed_a_moment_ago(page: Page, house: Live, post: Post) -> None:
    at_desk(page, house, post).locator(f"#text-{post.blocks[GUARDS]}").fill("Typed just now.")
    assert "Typed just now." in word(page)


def test_all_of_it_with_the_keyboard_alone(page: Page, house: Live, post: Post) -> None:
    at_desk(page, house, post)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.locator("#offers-heading")).to_have_text("For point 1")
    page.keyboard.press("k")
    expect(page.locator("#offers-heading")).to_have_text("For point 3")
    page.keyboard.press("/")
    page.keyboard.type("waiting room")
    page.keyboard.press("Enter")
    expect(page.locator("#offers-heading")).to_have_text("Found for “waiting room”")
    expect(page.locator("#find-words")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("i")
    expect(page.locator("textarea.written", has_text="harbour company")).to_be_visible()
    page.locator(f"#text-{post.blocks[WALL]}").focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".block-policy, .block-action").first).to_have_id(f"block-{post.blocks[WALL]}")
    expect(page.locator(f"#text-{post.blocks[WALL]}")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type(" By keyboard.")
    page.keyboard.press("Tab")
    expect(page.locator("#saved")).to_have_text(re.compile("Saved"))
    assert any("By keyboard." in text for text in texts(house.engine, 1, post.draft))


def test_tools_keep_the_focus(page: Page, house: Live, post: Post) -> None:
    at_desk(page, house, post)
    for button in (f"#down-{post.blocks[GUARDS]}", f"#up-{post.blocks[GUARDS]}"):
        page.locator(button).focus()
        page.keyboard.press("Enter")
        expect(page.locator("#saved")).to_have_text(re.compile("Saved"))
        expect(page.locator(button)).to_be_focused()
    page.get_by_role("button", name="Write a paragraph").click()
    expect(page.locator(".block-own textarea")).to_be_focused()


def test_the_page_shows_the_order_that_word_has(page: Page, house: Live, post: Post) -> None:
    at_desk(page, house, post).locator(f"#text-{post.blocks[WALL]}").press("Alt+ArrowDown")
    expect(page.locator(".block-closing ~ .block-policy")).to_have_id(f"block-{post.blocks[WALL]}")
    letter = word(page)
    shown = page.locator("textarea.written").evaluate_all("areas => areas.map((area) => area.value)")
    assert shown == sorted(shown, key=letter.index)


def test_what_is_taken_out_is_put_back_and_an_open_point_is_left(page: Page, house: Live, post: Post) -> None:
    at_desk(page, house, post)
    before = written(page, post, GUARDS)
    page.locator(f"#remove-{post.blocks[GUARDS]}").click()
    page.get_by_text("1 taken out").click()
    refuse_violations(page)
    page.get_by_role("button", name="Put back").click()
    expect(page.locator(f"#text-{post.blocks[GUARDS]}")).to_have_value(before)
    page.get_by_role("button", name="Leave unanswered point 3").click()
    expect(page.get_by_role("button", name="Take up again point 3")).to_be_visible()


def test_the_reply_is_copied(page: Page, house: Live, post: Post) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    at_desk(page, house, post).get_by_role("button", name="Copy the reply").click()
    expect(page.locator("#saved")).to_have_text("The reply is on the clipboard.")
    assert page.evaluate("navigator.clipboard.readText()").startswith("Dear Mrs Kaur,")


def test_where_the_browser_will_not_copy_the_text_is_shown(page: Page, house: Live, post: Post) -> None:
    at_desk(page, house, post)
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error('no')))")
    page.get_by_role("button", name="Copy the reply").click()
    expect(page.get_by_label("The reply as text")).to_have_value(re.compile("^Dear Mrs Kaur,"))
    refuse_violations(page)


def test_another_person_s_words_ask_before_they_go_in(page: Page, house: Live, post: Post) -> None:
    with db.transaction(house.engine, 1) as session:
        rows = session.scalars(db.mine(session, Paragraph).order_by(Paragraph.id)).all()
        rows[3].version.voice = "A. Minister"
    at_desk(page, house, post)
    page.locator("#find-words").fill("waiting room passengers")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.locator("#offers-heading")).to_have_text(re.compile("^Found"))
    page.get_by_text("Insert their words…").first.click()
    page.get_by_role("button", name="Insert them, marked").first.click()
    inserted = page.locator(".block", has=page.locator("textarea", has_text="harbour company"))
    expect(inserted).to_contain_text("These are the words of A. Minister.")


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 800), (390, 844), (720, 450)])
def test_the_desk_fits_any_width(browser: Browser, house: Live, post: Post, width: int, height: int) -> None:
    page = browser.new_context(viewport={"width": width, "height": height}).new_page()
    house.sign_in(page)
    for path in ("/inbox/", "/inbox/add", f"/inbox/{post.message}?points=0", f"/desk/{post.draft}"):
        page.goto(house.address + path)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
        refuse_violations(page)
    page.context.close()


def test_without_scripts_a_reply_is_edited_and_taken_away(browser: Browser, house: Live, post: Post) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{house.address}/sign-in")
    house.fill_sign_in(page)
    at_desk(page, house, post)
    page.locator(f"#text-{post.blocks[GUARDS]}").fill("Typed without scripts.")
    page.locator(f"#up-{post.blocks[WALL]}").click()
    expect(page.locator(f"#text-{post.blocks[GUARDS]}")).to_have_value("Typed without scripts.")
    page.locator("#find-words").fill("waiting room")
    page.locator("#find-words").press("Enter")
    expect(page.locator("#offers-heading")).to_have_text("Found for “waiting room”")
    page.locator("#offers .insert").first.click()
    page.get_by_role("button", name="Save", exact=True).last.click()
    assert "Typed without scripts." in word(page)
    page.context.close()
