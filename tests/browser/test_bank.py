"""The bank in a real browser: a letter reviewed by keys alone, without scripts, and what axe finds."""

import datetime as dt

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from correspondence import db
from correspondence.models import Paragraph
from tests.browser.conftest import refuse_violations, signed_in
from tests.browser.live import Live

pytestmark = pytest.mark.browser
page = signed_in(1280)

LETTER = """Thank you for contacting me about the ferry.

I know how much the islands rely on it. The county spends £3 million a year on the crossing.

Nearly 700 people use it each week, and more than half of them for work.

The boat itself is 40 years old. A new one is promised for 2028.

In winter the timetable is cut to two crossings a day.

School pupils travel free, and so do people over 66.

The harbour wall was repaired last year after the storms.

I have written to the Minister about the timetable and will press him on it.

Thank you again for writing to me.
"""


def bring_in(page: Page, house: Live, text: str = LETTER) -> None:
    page.goto(f"{house.address}/bank/import")
    page.get_by_label("Or paste the text").fill(text)
    page.get_by_role("button", name="Cut into paragraphs").click()
    page.get_by_text("paragraphs to review").wait_for()
    page.wait_for_load_state()  # with its script


def test_enter_presses_the_button_beside_the_field(page: Page, house: Live) -> None:
    """Enter behind a reason once split the paragraph, and behind a topic approved everything."""
    bring_in(page, house)
    page.locator(".piece", has_text="Nearly 700").focus()
    page.keyboard.press("a")
    page.keyboard.type("I counted them.")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_have_text("Approved.")
    page.get_by_label("Topic for the ticked paragraphs").fill("Ferries")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_have_text("Tick one or more paragraphs and name a topic.")
    assert len(stored(house, "approved")) == 1


def stored(house: Live, *states: str) -> list[Paragraph]:
    with db.make_session(house.engine, write=False) as session:
        rows = session.scalars(select(Paragraph).order_by(Paragraph.position, Paragraph.id))
        kept = [row for row in rows if row.state in states]
        for row in kept:
            _ = row.versions, row.version.text
        return kept


def test_a_letter_is_reviewed_by_keys_alone(page: Page, house: Live) -> None:
    bring_in(page, house)
    said = page.locator("#said")
    page.keyboard.press("n")
    expect(page.get_by_label("What date is this from?")).to_be_focused()
    page.get_by_label("What date is this from?").fill(dt.datetime.now(dt.UTC).date().isoformat())
    page.keyboard.press("Enter")
    expect(said).to_have_text("Saved.")
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.get_by_text("1 approved")).to_be_visible()
    page.keyboard.press("m")
    expect(said).to_have_text("Joined.")
    page.keyboard.press("s")
    page.locator(".sentence", has_text="The county spends").and_(page.locator(":visible")).focus()
    page.keyboard.press("Enter")
    expect(said).to_have_text("Split in two.")
    page.keyboard.press("d")
    expect(page.get_by_text("1 dropped")).to_be_visible()
    for count in range(2, 9):
        page.keyboard.press("a")
        expect(page.get_by_text(f"{count} approved")).to_be_visible()
    assert len(stored(house, "approved")) == 8
    [dropped, _joined] = stored(house, "retired")
    assert dropped.version.text == "I know how much the islands rely on it."
    assert stored(house, "proposed") == []


def test_what_the_bank_has_is_settled_by_keys(page: Page, house: Live) -> None:
    bring_in(page, house)
    bring_in(
        page, house, LETTER.replace("£3 million", "£4 million").replace("two crossings", "four crossings")
    )
    for width in (1440, 720, 390):  # 720 is 1440 at 200%
        page.set_viewport_size({"width": width, "height": 900})
        refuse_violations(page)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    said = page.locator("#said")
    page.keyboard.press("j")
    page.keyboard.press("b")
    expect(said).to_contain_text("The bank’s words are used.")
    page.keyboard.press("z")
    expect(said).to_have_text("Put back, as proposed.")
    page.keyboard.press("b")
    expect(said).to_contain_text("The bank’s words are used.")
    page.keyboard.press("r")
    expect(said).to_contain_text("These words are used instead.")
    page.keyboard.press("w")
    expect(said).to_contain_text("6 the same: the bank’s words are used.")
    page.locator(".piece-beside").focus()
    page.keyboard.press("v")
    expect(said).to_have_text("Both are kept.")
    expect(page.locator(".alike")).to_have_count(0)
    [cost] = [row for row in stored(house, "proposed") if "a year on the crossing" in row.version.text]
    assert [version.number for version in cost.versions] == [1, 2]
    assert "£4 million" in cost.version.text


def test_a_half_typed_edit_survives_work_beside_it(page: Page, house: Live) -> None:
    bring_in(page, house)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("e")
    typed = page.locator(".piece-edit[open] textarea")
    typed.fill("Half typed")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("a")  # nobody has said of what day it is, so the reason is asked for
    expect(
        page.get_by_label("Why it may be used as it stands").and_(page.locator(":visible"))
    ).to_be_focused()
    page.keyboard.type("Still so.")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 approved")).to_be_visible()
    page.keyboard.press("k")  # the one that was approved; the next was in hand
    page.keyboard.press("k")
    page.keyboard.press("e")
    expect(page.locator(".piece-edit[open] textarea")).to_have_value("Half typed")


def test_leaving_and_coming_back_loses_nothing(page: Page, house: Live) -> None:
    bring_in(page, house)
    page.keyboard.press("j")
    page.keyboard.press("d")
    expect(page.get_by_text("1 dropped")).to_be_visible()
    page.goto(f"{house.address}/bank/sources")
    expect(page.get_by_role("row").nth(1)).to_contain_text("1 question")
    page.get_by_role("row").nth(1).get_by_role("link").click()
    expect(page.get_by_text("8 paragraphs to review")).to_be_visible()


def test_the_list_answers_as_one_types(page: Page, house: Live) -> None:
    bring_in(page, house)
    page.goto(f"{house.address}/bank/")
    page.get_by_label("Words to look for").press_sequentially("harbour wa")
    expect(page.locator("#found .paragraph").first).to_contain_text("The harbour wall")
    expect(page.locator("#found mark").first).to_have_text("harbour")
    page.reload()
    expect(page.get_by_label("Words to look for")).to_have_value("harbour wa")


def test_all_of_it_works_without_scripts(browser: Browser, house: Live) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    house.sign_in(page)
    bring_in(page, house)
    page.get_by_label("What date is this from?").fill(dt.datetime.now(dt.UTC).date().isoformat())
    page.locator(".question button").click()
    page.locator(".split summary").first.click()
    page.locator(".split[open] .sentence").first.click()
    expect(page.get_by_text("10 paragraphs to review")).to_be_visible()
    page.locator(".between button").first.click()
    expect(page.get_by_text("9 paragraphs to review")).to_be_visible()
    page.locator(".piece-edit summary").first.click()
    page.locator(".piece-edit[open]").get_by_label("Title").fill("Thanks")
    page.locator(".piece-edit[open]").get_by_role("button", name="Save").click()
    expect(page.get_by_role("link", name="Thanks")).to_be_visible()
    page.get_by_role("button", name="Approve all").click()
    expect(page.get_by_text("All reviewed")).to_be_visible()
    page.get_by_role("link", name="Thanks").click()
    page.get_by_text("Revise", exact=True).click()
    page.get_by_label("Text", exact=True).fill("Thank you for your letter about the ferry.")
    page.get_by_role("button", name="Save as version").click()
    expect(page.get_by_text("Saved as version")).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(page: Page, house: Live, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{house.address}/bank/")
    refuse_violations(page)
    bring_in(page, house)
    page.keyboard.press("j")
    page.keyboard.press("e")
    refuse_violations(page)
    addresses = (
        "/bank/",
        "/bank/?q=harbour",
        "/bank/?topic=none",
        "/bank/import",
        "/bank/add",
        "/bank/sources",
    )
    rota = ("/bank/due?within=month", "/bank/digest", "/bank/gaps", "/bank/paragraphs/2/uses")
    others = ("/bank/sources/1", "/bank/paragraphs/2", "/bank/topics", "/bank/everyday")
    for address in (*addresses, *rota, *others):
        page.goto(house.address + address)
        refuse_violations(page)
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wider <= 0, f"{address} is {wider} pixels too wide"
