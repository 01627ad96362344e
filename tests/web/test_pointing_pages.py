"""The points of a letter put right on its page, with plain forms."""

import pytest
from flask import Flask
from sqlalchemy import Engine

from correspondence import db
from correspondence.models import Message
from tests.web.browser import Browser
from tests.web.page import Page, text_of
from tests.web.post import CASEWORK, Post, bring_in

HATS = CASEWORK.replace(
    b"What can we do?\n", b"What can we do?\n\nI have lived here since 1987 and used to keep a hat shop.\n"
)


def press(browser: Browser, page: Page, button: str, words: str, status: int = 200) -> Page:
    """Press the button of the sentence with these words, with all else that its form sends."""
    [form] = page.tree.xpath("//form[contains(@action, '/points')]")
    [pressed] = form.xpath(f".//li[contains(., '{words}')]//button[normalize-space() = '{button}']")
    fields = {one.get("name"): one.get("value") for one in form.xpath(".//input")}
    return browser.post(form.get("action"), {**fields, "make": pressed.get("value")}, status)


def points(page: Page) -> list[str]:
    return [text_of(line) for line in page.tree.xpath("//section[@aria-labelledby='points-heading']/ol/li")]


def test_a_missed_sentence_is_made_a_point_and_taken_out_again(
    engine: Engine, ada_office: int, as_cas: Browser
) -> None:
    post = bring_in(engine, ada_office, HATS)
    page = as_cas.get(f"/inbox/{post.message}")
    before = points(page)
    page = press(as_cas, page, "This is a point", "keep a hat shop")
    assert "That is a point now." in page.text
    assert "keep a hat shop" in " ".join(points(page))
    assert page.tree.xpath("//details[@open]//button[@name='make']")  # the next one is at hand
    asked = as_cas.get(f"/desk/{post.draft}").tree.xpath("//section[@id='letter']//mark")
    assert "keep a hat shop" in " ".join(map(text_of, asked))
    page = press(as_cas, page, "No point", "keep a hat shop")
    assert points(page) == before


def test_two_points_are_joined_and_parted(as_cas: Browser, post: Post) -> None:
    page = as_cas.get(f"/inbox/{post.message}")
    before = points(page)
    page = press(as_cas, page, "Join with the one above", "Will somebody please mend")
    assert len(points(page)) == len(before) - 1
    page = press(as_cas, page, "A new point begins here", "Will somebody please mend")
    assert points(page) == before


def test_a_point_that_the_reply_answers_says_so(as_cas: Browser, post: Post) -> None:
    page = as_cas.get(f"/inbox/{post.message}")
    page = press(as_cas, page, "No point", "What do the guards", 422)
    assert "Take the paragraph that answers it out of the reply first." in text_of(
        page.tree.xpath("//details[@open]//*[@role='alert']")[0]
    )
    assert len(points(page)) == 3


def test_of_two_people_one_is_told_and_sees_the_points_as_they_are(
    as_cas: Browser, as_ben: Browser, post: Post
) -> None:
    old = as_ben.get(f"/inbox/{post.message}")
    press(as_cas, as_cas.get(f"/inbox/{post.message}"), "No point", "Will somebody please mend")
    page = press(as_ben, old, "Join with the one above", "Will somebody please mend", 409)
    assert "Somebody else changed the points of this letter meanwhile." in page.text
    assert len(points(page)) == 2


@pytest.mark.parametrize("make", ["", "point", "point x", "point 99999999999999999999", "none 3", "x 0"])
def test_what_no_button_sends_changes_nothing(
    app: Flask, engine: Engine, as_cas: Browser, post: Post, make: str, ada_office: int
) -> None:
    page = as_cas.get(f"/inbox/{post.message}")
    [was] = page.tree.xpath("//form[contains(@action, '/points')]/input[@name='was']/@value")
    as_cas.post(f"/inbox/{post.message}/points", {"make": make, "was": was}, 422)
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        assert len(db.one(session, Message, post.message).points) == 3
