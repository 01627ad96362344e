"""A reply in which something must be put right is taken away as a working copy, and only by who read what."""

import io

import docx
import pytest
from sqlalchemy import Engine

from tests.web.page import Page, text_of
from tests.web.post import Post
from tests.web.sheet import GUARDS, WALL, Sheet, stored

BLANK = "You live in ((ward))."
MUST = "Fill in ((ward)) or take it out before this goes."


def out(page: Page) -> str:
    return text_of(page.tree.get_element_by_id("out"))


def test_the_button_says_that_it_is_not_ready(cas_at: Sheet) -> None:
    assert out(cas_at.page) == "Copy the reply E-mail Word"
    cas_at.type(GUARDS, BLANK)
    page = cas_at.press("save")
    assert out(page).startswith("Not ready: Word, e-mail, copy…")
    assert MUST in out(page)
    assert page.tree.xpath("//details[@id='out'][not(@open)]//button/@id") == ["copy", "mail", "word"]


@pytest.mark.parametrize("way", ["word", "mail", "copy"])
def test_what_must_be_put_right_is_read_first_and_nothing_typed_is_lost(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet, way: str
) -> None:
    cas_at.type(GUARDS, BLANK)
    page = cas_at.press(way, status=409)
    assert f"{MUST} Put it right, or take a working copy as it is." in text_of(
        page.tree.get_element_by_id("trouble")
    )
    assert page.tree.xpath("//details[@id='out'][@open]")
    assert stored(engine, ada_office, post)[GUARDS] == BLANK
    assert cas_at.fields["read-out"] == MUST
    cas_at.type(WALL, "It is ((height)) high.")
    assert "Fill in ((height))" in cas_at.press(way, status=409, **{"read-out": MUST}).text
    musts = [MUST, MUST.replace("ward", "height")]
    answer = cas_at.browser.post_raw(f"/desk/{post.draft}/{way}", {**cas_at.fields, "read-out": musts})
    assert answer.status_code == 200
    if way == "word":
        read = docx.Document(io.BytesIO(answer.data)).paragraphs
        assert BLANK in [paragraph.text for paragraph in read]
