"""The main job in a real browser: a letter comes in, is answered, and goes out as a Word file."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Route, expect

from correspondence import db
from correspondence.models import Paragraph
from tests.browser.live import Live, chromium, live
from tests.web.post import CASEWORK, MAIL, Post, bring_in, texts

pytestmark = pytest.mark.browser

GUARDS, WALL = 2, 3


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Live]:
    with live(tmp_path) as house:
        yield house


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, house: Live) -> Page:
    """A page whose scripts may not fail, signed in as Ada."""
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(f"a script failed: {error}"))
    house.sign_in(page)
    return page


@pytest.fixture
def post(house: Live) -> Post:
    return bring_in(house.engine, 1)


def at_desk(page: Page, house: Live, post: Post) -> Page:
    page.goto(f"{house.address}/desk/{post.draft}")
    return page


def written(page: Page, post: Post, place: int) -> str:
    return page.locator(f"#text-{post.blocks[place]}").input_value()


def has_no_fault(page: Page) -> None:
    """What axe finds, with the address: nothing."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    told = [(fault["id"], [node["html"][:120] for node in fault["nodes"]]) for fault in found]
    assert told == [], page.url


def word(page: Page) -> str:
    with page.expect_download() as coming:
        page.get_by_role("button", name="Word").click()
    read = docx.Document(io.BytesIO(Path(coming.value.path()).read_bytes()))
    return "\n".join(paragraph.text for paragraph in read.paragraphs)


def test_from_an_e_mail_to_a_word_letter(page: Page, house: Live) -> None:
    bring_in(house.engine, 1, CASEWORK)  # the bank is filled; another letter is being answered
    page.goto(f"{house.address}/inbox/")
    has_no_fault(page)
    page.get_by_role("link", name="Add post").click()
    has_no_fault(page)
    page.get_by_label("Text of the letter or e-mail").fill(MAIL.decode().split("\n\n", 1)[1])
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_text("Dear Mrs Kaur,")).to_be_visible()
    has_no_fault(page)
    page.get_by_role("button", name="Reply").click()
    expect(page.get_by_role("heading", name="Draft 2")).to_be_visible()
    has_no_fault(page)

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
    has_no_fault(page)

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


def test_what_is_taken_out_is_put_back_and_an_open_point_is_left(page: Page, house: Live, post: Post) -> None:
    at_desk(page, house, post)
    before = written(page, post, GUARDS)
    page.locator(f"#remove-{post.blocks[GUARDS]}").click()
    page.get_by_text("1 taken out").click()
    has_no_fault(page)
    page.get_by_role("button", name="Put back").click()
    expect(page.locator(f"#text-{post.blocks[GUARDS]}")).to_have_value(before)
    page.get_by_role("button", name="Leave unanswered point 3").click()
    expect(page.get_by_role("button", name="Take up again point 3")).to_be_visible()


def test_two_in_one_paragraph_see_both_texts_and_choose(
    page: Page, context: BrowserContext, house: Live, post: Post
) -> None:
    other = context.new_page()
    at_desk(page, house, post)
    at_desk(other, house, post)
    area = f"#text-{post.blocks[GUARDS]}"
    other.locator(area).fill("Theirs, which was first.")
    expect(other.locator("#saved")).to_have_text(re.compile("Saved"))
    page.locator(area).fill("Mine, which came second.")
    expect(page.locator(".clash .theirs")).to_have_text("Theirs, which was first.")
    expect(page.locator(area)).to_have_value("Mine, which came second.")
    has_no_fault(page)
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


def test_text_is_kept_while_the_app_is_away_and_saved_when_it_is_back(
    page: Page, context: BrowserContext, house: Live, post: Post
) -> None:
    at_desk(page, house, post)
    context.set_offline(True)
    page.locator(f"#text-{post.blocks[GUARDS]}").fill("Typed while it was away.")
    expect(page.locator("#saved")).to_have_text(re.compile("does not answer"))
    asked: list[str] = []
    page.on("dialog", lambda dialog: _stay(dialog, asked))
    page.evaluate("setTimeout(() => location.assign('/inbox/'))")
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    assert "/desk/" in page.url
    context.set_offline(False)
    expect(page.locator("#saved")).to_have_text(re.compile("Saved"), timeout=15_000)
    assert texts(house.engine, 1, post.draft)[GUARDS] == "Typed while it was away."


def _stay(dialog: Dialog, asked: list[str]) -> None:
    asked.append(dialog.type)
    dialog.dismiss()


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
    page: Page, context: BrowserContext, house: Live, post: Post
) -> None:
    at_desk(page, house, post)
    other = context.new_page()
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
                assert shown in {f"Page {other}, turn {turn}." for other in range(4)}
                with page.expect_response(re.compile("/mine$")):
                    page.get_by_role("button", name="Keep mine").click()
                page.locator("#saved", has_text=re.compile("Saved|Not done")).wait_for()
    assert texts(house.engine, 1, post.draft)[GUARDS] == "Page 3, turn 2."
    for page in pages:
        page.context.close()


def test_the_reply_is_copied(page: Page, context: BrowserContext, house: Live, post: Post) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    at_desk(page, house, post).get_by_role("button", name="Copy the reply").click()
    expect(page.locator("#saved")).to_have_text("The reply is on the clipboard.")
    assert page.evaluate("navigator.clipboard.readText()").startswith("Dear Mrs Kaur,")


def test_where_the_browser_will_not_copy_the_text_is_shown(page: Page, house: Live, post: Post) -> None:
    at_desk(page, house, post)
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error('no')))")
    page.get_by_role("button", name="Copy the reply").click()
    expect(page.get_by_label("The reply as text")).to_have_value(re.compile("^Dear Mrs Kaur,"))
    has_no_fault(page)


def test_another_person_s_words_ask_before_they_go_in(page: Page, house: Live, post: Post) -> None:
    with db.transaction(house.engine, 1) as session:
        session.scalars(db.mine(session, Paragraph)).all()[3].version.voice = "A. Minister"
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
    for path in ("/inbox/", "/inbox/add", f"/inbox/{post.message}", f"/desk/{post.draft}"):
        page.goto(house.address + path)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
        has_no_fault(page)
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
