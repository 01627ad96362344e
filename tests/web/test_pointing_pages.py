"""The points of a letter put right on its page, with plain forms."""

import pytest
from flask import Flask
from sqlalchemy import Engine

from correspondence import db
from correspondence.models import Message
from tests.web.browser import Browser
from tests.web.page import Page, text_of
from tests.web.post import CASEWORK, Post, bring_in
from tests.web.sheet import GUARDS, Sheet, stored

HATS = CASEWORK.replace(
    b"What can we do?\n",
    b"What can we do?\n\nI have lived here since 1987 and used to keep a hat shop.\n\nAnn sends her love.\n",
)

MOULD = b"""From: Shaz Quill <shaz@example.org>
Subject: housing

hi im in a council flat with 2 kids and theres black mould all over there bedroom and nobody comes can u \
please help me also who builds the houses that are promised its a joke
"""


def press(browser: Browser, page: Page, button: str, words: str, status: int = 200) -> Page:
    """Press the button of the sentence with these words, with all else that its form sends."""
    [form] = page.tree.xpath("//form[contains(@action, '/points')]")
    [pressed, *_] = page.tree.xpath(f"//li[contains(., \"{words}\")]//button[normalize-space() = '{button}']")
    assert pressed.get("form", form.get("id")) == form.get("id")
    fields = {one.get("name"): one.get("value") for one in form.xpath(".//input")}
    return browser.post(form.get("action"), {**fields, "make": pressed.get("value")}, status)


def points(page: Page) -> list[str]:
    return [text_of(line) for line in page.tree.xpath("//form[contains(@action, '/points')]/ol/li//a")]


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
    assert page.tree.xpath("//details[@open]//li[contains(., 'sends her love')]")
    page = press(as_cas, page, "No point", "keep a hat shop")
    assert points(page) == before


def test_two_points_are_joined_and_parted(as_cas: Browser, post: Post) -> None:
    page = as_cas.get(f"/inbox/{post.message}")
    before = points(page)
    page = press(as_cas, page, "Join with the one above", "Will somebody please mend")
    assert len(points(page)) == len(before) - 1
    page = press(as_cas, page, "Will", "Is the new sea wall")
    assert points(page) == before


def test_a_point_without_a_full_stop_is_parted_at_a_word(
    engine: Engine, ada_office: int, as_cas: Browser
) -> None:
    post = bring_in(engine, ada_office, MOULD)
    page = as_cas.get(f"/inbox/{post.message}")
    [whole] = points(page)
    page = press(as_cas, page, "also", whole[:20])
    assert "They are two points now." in page.text
    assert [text.split()[0] for text in points(page)] == [whole.split()[0], "also"]
    assert page.tree.xpath("//li//details[@open]//button[. = 'are']")  # the next cut is at hand
    page = press(as_cas, page, "It is policy", "also who builds")
    assert kinds(as_cas, post) == ["casework", "policy"]


def test_each_point_stands_once_beside_the_letter(engine: Engine, ada_office: int, as_cas: Browser) -> None:
    post = bring_in(engine, ada_office, CASEWORK)
    page = as_cas.get(f"/inbox/{post.message}")
    beside = "//*[@class='beside']//text()[contains(., 'evicted')][not(ancestor::details)]"
    assert len(page.tree.xpath(beside)) == 1
    assert "somebody’s own case, the writer’s or another’s" in page.text


def kinds(browser: Browser, post: Post) -> list[str]:
    """Of each point of the letter at the desk, in order."""
    marks = browser.get(f"/desk/{post.draft}").tree.xpath("//section[@id='letter']//mark[@id]/@class")
    return ["casework" if "point-casework" in mark else "policy" for mark in marks]


def test_the_kind_of_a_point_is_put_right_in_one_step_and_back(as_cas: Browser, post: Post) -> None:
    page = as_cas.get(f"/inbox/{post.message}")
    page = press(as_cas, page, "It is casework", "mend the hole")
    assert "That is casework now" in page.text
    assert kinds(as_cas, post) == ["policy", "policy", "casework"]
    page = press(as_cas, page, "It is policy", "mend the hole")
    assert "That is policy now." in page.text
    assert kinds(as_cas, post) == ["policy"] * 3


def test_so_it_is_at_the_desk_and_keeps_what_was_typed(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet, ben_at: Sheet, as_cas: Browser
) -> None:
    [pressed] = cas_at.page.tree.xpath("//div[contains(@id, 'gap-')]//button[contains(., 'It is casework')]")
    address = pressed.get("formaction").removeprefix(f"/desk/{post.draft}/")
    cas_at.type(GUARDS, "Typed before the button.")
    page = cas_at.press(address)
    assert "casework, not answered:" in page.text
    assert "Typed before the button." in stored(engine, ada_office, post)
    assert kinds(as_cas, post) == ["policy", "policy", "casework"]
    page = ben_at.press(address, status=409)  # Ben's page had the points as they were
    assert "Somebody else changed the points of this letter meanwhile." in page.text
    cas_at.press(address.replace("casework", "policy"))
    assert kinds(as_cas, post) == ["policy"] * 3


def test_a_point_that_the_reply_answers_says_so(as_cas: Browser, post: Post) -> None:
    page = as_cas.get(f"/inbox/{post.message}")
    page = press(as_cas, page, "No point", "What do the guards", 422)
    assert "Take its tick away at the paragraph that answers it first." in text_of(
        page.tree.xpath("//section[@aria-labelledby='points-heading']//*[@role='alert']")[0]
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
