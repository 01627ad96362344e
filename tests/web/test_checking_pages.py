"""Ticking off what is to be checked at a paragraph, without scripts."""

import pytest
from sqlalchemy import Engine

from correspondence import db
from correspondence.models import Block
from tests.web.browser import Browser
from tests.web.page import Page, text_of
from tests.web.post import Post
from tests.web.sheet import GUARDS, Sheet, stored

NOTE = "Cas has checked this, on 21 November 2026."


@pytest.fixture
def post(engine: Engine, ada_office: int, post: Post) -> Post:
    """With wording nobody has approved."""
    with db.transaction(engine, ada_office) as session:
        version = db.one(session, Block, post.blocks[GUARDS]).source_version
        assert version
        version.paragraph.state = "proposed"
    return post


def about(page: Page, sheet: Sheet) -> str:
    return text_of(page.tree.get_element_by_id(f"about-{sheet.on(GUARDS)}"))


def test_one_press_ticks_it_off_with_what_was_typed_and_another_takes_it_back(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet
) -> None:
    assert "See it in the bank" in about(cas_at.page, cas_at)
    assert "2 to check" in cas_at.page.text
    cas_at.type(GUARDS, "Fifty guards.")
    page = cas_at.press(f"blocks/{cas_at.on(GUARDS)}/check")
    assert stored(engine, ada_office, post)[GUARDS] == "Fifty guards."
    assert NOTE in about(page, cas_at)
    assert "1 to check" in page.text
    page = cas_at.press(f"blocks/{cas_at.on(GUARDS)}/uncheck")
    assert "not approved yet" in about(page, cas_at)
    cas_at.press(f"blocks/{cas_at.on(GUARDS)}/check")
    cas_at.type(GUARDS, "Sixty guards.")
    page = cas_at.press("save")
    assert NOTE not in about(page, cas_at)
    assert "I have checked it" in about(page, cas_at)


def test_what_a_colleague_changed_meanwhile_is_read_first(post: Post, cas_at: Sheet, as_ben: Browser) -> None:
    ben_at = Sheet(as_ben, post)
    ben_at.type(GUARDS, "Fifty guards.")
    ben_at.press("save")
    page = cas_at.press(f"blocks/{cas_at.on(GUARDS)}/check", status=409)
    assert "Read it again" in text_of(page.tree.get_element_by_id("trouble"))
    assert NOTE not in about(page, cas_at)
    assert NOTE in about(cas_at.press(f"blocks/{cas_at.on(GUARDS)}/check"), cas_at)
