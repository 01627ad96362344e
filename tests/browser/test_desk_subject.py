"""The subject line of a reply is saved and kept like every other text there."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from sqlalchemy import Engine

from correspondence import db
from correspondence.models import Draft
from tests.browser.conftest import refuse_violations, signed_in
from tests.browser.desk import GUARDS, at_desk, word
from tests.browser.live import Live
from tests.web.post import MAIL, Post, bring_in

pytestmark = pytest.mark.browser
page = signed_in(1440)


def stored(engine: Engine, post: Post) -> str:
    with db.make_session(engine, write=False, office_id=1) as session:
        return db.one(session, Draft, post.draft).subject


def test_word_holds_the_subject_typed_a_moment_ago(page: Page, house: Live, post: Post) -> None:
    at_desk(page, house, post).locator("#subject").fill("Who guards the ferry")
    assert "Re: Who guards the ferry" in word(page)
    assert stored(house.engine, post) == "Who guards the ferry"


def test_the_subject_is_saved_by_itself(page: Page, house: Live, post: Post) -> None:
    at_desk(page, house, post).locator("#subject").fill("Saved  by itself")
    expect(page.locator("#saved")).to_have_text(re.compile(r"Saved \d\d:\d\d"))
    assert stored(house.engine, post) == "Saved by itself"
    expect(page.locator("#subject")).to_have_value("Saved  by itself")


def test_a_subject_changed_again_and_again_clashes_with_nobody(page: Page, house: Live, post: Post) -> None:
    at_desk(page, house, post)
    for subject in ("First thought", "Second thought", "Third thought"):
        page.locator("#subject").fill(subject)
        page.locator("#save-all").click()
        expect(page.locator("#saved")).to_have_text(re.compile("Saved"))
        expect(page.locator(".clash")).to_have_count(0)
        assert stored(house.engine, post) == subject
    page.locator(f"#down-{post.blocks[GUARDS]}").click()
    expect(page.locator(".block-policy").last).to_have_id(f"block-{post.blocks[GUARDS]}")
    expect(page.locator("#trouble")).to_be_empty()


def test_where_there_is_no_subject_there_is_no_re(page: Page, house: Live) -> None:
    post = bring_in(house.engine, 1, MAIL.replace(b"Subject: Guards at the ferry terminal\n", b""))
    subject, label = at_desk(page, house, post).locator("#subject"), page.locator("label[for=subject]")
    assert width(label) <= 1
    refuse_violations(page)
    subject.fill("Guards")
    subject.blur()
    assert width(label) > 10
    assert "Re: Guards" in word(page)


@pytest.mark.parametrize("wide", [1440, 390])
def test_a_long_subject_is_read_whole_and_enter_saves_it(
    page: Page, house: Live, post: Post, wide: int
) -> None:
    page.set_viewport_size({"width": wide, "height": 900})
    subject = at_desk(page, house, post).locator("#subject")
    before = subject.bounding_box()
    subject.fill("Guards at the ferry terminal, the new sea wall and the hole in the road " * 3)
    assert subject.evaluate("area => area.scrollWidth <= area.clientWidth")
    assert subject.evaluate("area => area.scrollHeight <= area.clientHeight + 1")
    after = subject.bounding_box()
    assert before and after and after["height"] > before["height"]
    subject.fill("In short")
    subject.press("Enter")
    expect(page.locator("#saved")).to_have_text(re.compile(r"Saved \d\d:\d\d"))
    expect(subject).to_have_value("In short")
    assert stored(house.engine, post) == "In short"


def width(label: Locator) -> float:
    box = label.bounding_box()
    assert box
    return box["width"]


@pytest.mark.parametrize(
    ("choice", "kept"), [("Keep mine", "Mine, second"), ("Take theirs", "Theirs, first")]
)
def test_of_two_subjects_both_are_shown_and_somebody_chooses(
    page: Page, house: Live, post: Post, choice: str, kept: str
) -> None:
    other = page.context.new_page()
    at_desk(page, house, post)
    at_desk(other, house, post)
    other.locator("#subject").fill("Theirs, first")
    expect(other.locator("#saved")).to_have_text(re.compile(r"Saved \d\d:\d\d"))
    page.locator("#subject").fill("Mine, second")
    expect(page.locator(".clash .theirs")).to_have_text("Theirs, first")
    refuse_violations(page)
    page.locator(f"#down-{post.blocks[GUARDS]}").click()
    expect(page.get_by_role("button", name="Keep mine")).to_be_focused()
    assert stored(house.engine, post) == "Theirs, first"
    page.get_by_role("button", name=choice).click()
    expect(page.locator(".clash")).to_have_count(0)
    expect(page.locator("#subject")).to_have_value(kept)
    expect(page.locator("#subject")).to_be_focused()
    assert stored(house.engine, post) == kept
    page.locator("#subject").fill("And on from there")
    expect(page.locator("#saved")).to_have_text(re.compile("Writing|Saving"))
    expect(page.locator("#saved")).to_have_text(re.compile(r"Saved \d\d:\d\d"))
    assert stored(house.engine, post) == "And on from there"
