"""The page of a reply that has gone: the button, what stops it, what is shown then, and the way back."""

from typing import Any

import pytest
from sqlalchemy import Engine

from correspondence import db
from correspondence.models import Draft
from tests.web.browser import Browser
from tests.web.page import Page, text_of
from tests.web.post import Post
from tests.web.sheet import GUARDS, Sheet, stored

OPEN = "One point is not answered."
WHY = "It was filled in by hand."


def gone(page: Page) -> str:
    """What the page says of whether the reply has gone."""
    return text_of(page.tree.get_element_by_id("gone"))


def draft(engine: Engine, office: int, post: Post) -> tuple[str, str, str]:
    """State, name and reason as they are stored."""
    with db.make_session(engine, write=False, office_id=office) as session:
        found = db.one(session, Draft, post.draft)
        return found.state, found.sent_by.name if found.sent_by else "", found.sent_why


def test_one_press_marks_it_as_gone_with_what_was_typed_and_a_colleague_takes_it_back(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet, as_ben: Browser
) -> None:
    cas_at.type(GUARDS, "Fifty guards.")
    page = cas_at.press("send")
    assert draft(engine, ada_office, post) == ("sent", "Cas", "")
    assert stored(engine, ada_office, post)[GUARDS] == "Fifty guards."
    assert "Cas marked this reply as gone, 21 Nov 2026, 09:30." in gone(page)
    assert not page.tree.xpath("//textarea[contains(@class, 'written')][not(@readonly)]")
    assert not page.tree.xpath(
        "//*[@id='save-all' or @id='add-own' or @id='checks']//button | //*[@class='tools']"
    )
    assert page.tree.xpath("//button[@id='word']")
    assert "Fifty guards" in as_ben.get(f"/desk/{post.draft}").tree.text_content()
    page = as_ben.post(f"/desk/{post.draft}/take_back")
    assert draft(engine, ada_office, post) == ("drafting", "", "")
    assert "It has gone…" in gone(page)
    assert page.tree.xpath("//*[@class='tools']")


def test_what_somebody_said_needs_no_reply_is_asked_about_and_then_counts_as_answered(
    post: Post, cas_at: Sheet, as_ben: Browser
) -> None:
    as_ben.post(f"/inbox/{post.message}/no_reply")
    page = cas_at.press("send", status=409)
    assert "Somebody said that this message needs no reply." in text_of(
        page.tree.get_element_by_id("trouble")
    )
    assert "Mark it as gone all the same?" in gone(page)
    assert "press “It needs a reply”" in text_of(page.tree.get_element_by_id("checks"))
    cas_at.press("send")
    page = as_ben.get(f"/inbox/{post.message}")
    assert "said that this needs no reply" not in page.text
    assert "Reply again" in page.text
    as_ben.post(f"/inbox/{post.message}/no_reply", status=422)


def test_points_that_are_not_answered_are_asked_about_once(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet
) -> None:
    assert f"{OPEN} Mark it as gone all the same?" in gone(cas_at.page)
    page = cas_at.press("send", status=409, **{"read-gone": ""})  # nobody was asked
    assert f"{OPEN} Mark it as gone all the same?" in text_of(page.tree.get_element_by_id("trouble"))
    assert page.tree.xpath("//details[@id='gone'][@open]")
    [point] = page.tree.xpath("//button[starts-with(@id, 'leave-')]/@id")
    page = cas_at.press(f"points/{point.removeprefix('leave-')}/leave")
    assert gone(page) == "It has gone"
    cas_at.press("send")
    assert draft(engine, ada_office, post) == ("sent", "Cas", "")


def test_its_letter_is_then_answered_and_can_be_answered_again(cas_at: Sheet, post: Post) -> None:
    browser = cas_at.browser
    assert "Guards at the ferry" not in browser.get("/inbox/?show=answered").text
    cas_at.press("send")
    assert "Guards at the ferry" in browser.get("/inbox/?show=answered").text
    assert "Guards at the ferry" not in browser.get("/inbox/?show=being answered").text
    page = browser.get(f"/inbox/{post.message}")
    assert "Draft 1 sent 21 November 2026" in page.text
    assert page.tree.xpath("//form[contains(@action, '/reply')]//button[contains(., 'Reply again')]")
    browser.post(f"/inbox/{post.message}/reply")
    page = browser.get(f"/inbox/{post.message}")
    assert "Draft 2 drafting Draft 1 sent" in page.text
    assert page.tree.xpath("//form[contains(@action, '/reply')]//button[contains(., 'Go to the reply')]")


def test_what_must_be_put_right_stops_it_until_an_approver_says_why(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet, as_ben: Browser
) -> None:
    cas_at.type(GUARDS, "You live in ((ward)).")
    page = cas_at.press("save")
    assert "something in it must be put right first" in gone(page)
    assert "an approver can say so" in gone(page)
    assert not page.tree.xpath("//input[@id='why-gone']")
    sentence = "Fill in ((ward)) or take it out before this goes."
    said: dict[str, Any] = {"why-gone": WHY, "read-gone": sentence}
    page = cas_at.press("send", status=409, **said)
    assert "Fill in ((ward))" in text_of(page.tree.get_element_by_id("trouble"))
    assert draft(engine, ada_office, post) == ("drafting", "", "")
    ben_at = Sheet(as_ben, post)
    ben_at.press("send", status=409)
    page = ben_at.press("send", **{**said, "read-gone": [sentence, OPEN]})
    assert draft(engine, ada_office, post) == ("sent", "Ben", WHY)
    assert f"It went as it stands: “{WHY}”" in gone(page)


@pytest.mark.parametrize("button", ["save", "own", "again", "word"])
def test_who_still_has_the_page_open_loses_nothing_that_was_typed(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet, as_ben: Browser, button: str
) -> None:
    before = stored(engine, ada_office, post)
    as_ben.post(f"/desk/{post.draft}/send", {"read-gone": OPEN})
    cas_at.type(GUARDS, "Words that came too late.")
    page = cas_at.browser.post(f"/desk/{post.draft}/{button}", cas_at.fields, status=422)
    assert "is sent and is not edited any more" in page.text
    assert "Words that came too late." in page.tree.text_content()
    assert stored(engine, ada_office, post) == before
