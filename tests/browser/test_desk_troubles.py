"""What stopped a button of the desk is said where it was pressed, with and without scripts."""

import datetime as dt
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from correspondence import db, desk
from correspondence.models import Draft
from tests.bank.kinds import made
from tests.browser.conftest import PATIENCE_MS, refuse_violations
from tests.browser.desk import GUARDS, at_desk
from tests.browser.live import Live
from tests.web.post import Post

pytestmark = pytest.mark.browser


@pytest.fixture(params=[(1440, True), (390, True), (1440, False), (390, False)])
def page(browser: Browser, house: Live, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Ada's browser, signed in, wide and narrow, with and without scripts."""
    width, scripts = request.param
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    house.sign_in(page)
    yield page
    context.close()


@pytest.fixture
def stale(house: Live, post: Post) -> int:
    """The number of a paragraph in the reply that names who has left."""
    with db.transaction(house.engine, 1) as session:
        draft = db.one(session, Draft, post.draft)
        block = desk.insert(session, None, draft, made(session, "holder")[0], dt.datetime.now(dt.UTC))
        session.flush()
        return block.id


def test_a_reason_that_is_missing_is_said_at_its_field(
    page: Page, house: Live, post: Post, stale: int
) -> None:
    at_desk(page, house, post)
    page.locator(f"#decide-{stale} summary").click()
    page.locator(f"#use-{stale}").click()
    said = page.locator(f"#why-{stale}-error")
    expect(said).to_have_text("Say why it may be used as it stands.")
    expect(page.locator(f"#why-{stale}")).to_be_focused()
    expect(said).to_be_in_viewport()
    page.locator(f"#why-{stale}").fill("Read again.")
    page.locator(f"#use-{stale}").click()
    expect(page.locator(f"#about-{stale}")).to_contain_text("may go as it stands: “Read again.”")
    page.locator("#word").scroll_into_view_if_needed()
    expect(page.locator("[aria-invalid]")).to_have_count(0)


def test_so_is_why_a_reply_has_gone_as_it_stands(page: Page, house: Live, post: Post, stale: int) -> None:
    at_desk(page, house, post)
    page.locator("#gone summary").click()
    page.locator("#use-gone").click()
    expect(page.locator("#why-gone-error")).to_have_text("Say why it has gone as it stands.")
    expect(page.locator("#why-gone")).to_be_focused()
    expect(page.locator("#why-gone-error")).to_be_in_viewport()


@pytest.mark.parametrize("page", [(1440, True), (390, True)], indirect=True)
def test_a_little_form_keeps_its_words_while_the_paragraph_is_saved(
    page: Page, house: Live, post: Post, stale: int
) -> None:
    at_desk(page, house, post)
    page.locator(f"#decide-{stale} summary").click()
    page.locator(f"#text-{stale}").fill("I wrote to the Home Secretary, Yvette Cooper MP, today.")
    page.locator(f"#why-{stale}").fill("Read ag")
    expect(page.locator("#saved")).to_contain_text("Saved")
    expect(page.locator(f"#about-{stale}")).to_contain_text("differs from the wording")
    expect(page.locator(f"#why-{stale}")).to_have_value("Read ag")
    expect(page.locator(f"#why-{stale}")).to_be_focused()
    refuse_violations(page)


@pytest.mark.parametrize("page", [(1440, True), (390, True)], indirect=True)
def test_what_has_no_field_is_said_in_the_bar(page: Page, house: Live, post: Post) -> None:
    at_desk(page, house, post)
    with db.transaction(house.engine, 1) as session:
        draft = db.one(session, Draft, post.draft)
        desk.leave(session, None, draft, draft.message.points[2], dt.datetime.now(dt.UTC))
    page.locator(f"#up-{post.blocks[GUARDS]}").click()
    expect(page.locator("#saved")).to_contain_text("Somebody else changed this reply meanwhile.")
    expect(page.locator("#saved")).to_be_in_viewport()


@pytest.mark.parametrize("page", [(1440, True), (390, True)], indirect=True)
def test_what_is_to_check_leads_to_its_place_and_escape_closes_it(
    page: Page, house: Live, post: Post, stale: int
) -> None:
    summary = at_desk(page, house, post).locator("#checks summary")
    for leave in (summary, page.locator("#word")):
        summary.click()
        leave.focus()
        page.keyboard.press("Escape")
        expect(page.locator(".checks-list")).to_be_hidden()
        expect(summary).to_be_focused()
    summary.click()
    lines = page.locator(".checks-list .problem")
    expect(lines.locator("a")).to_have_count(lines.count())
    page.locator(".checks-list a", has_text="Point 3").click()
    expect(page.locator(".gap-open")).to_be_in_viewport()
