"""The page of a reply whose paragraph has newer wording in the bank: both word by word, and the button."""

import pytest
from sqlalchemy import Engine

from correspondence import bank, db
from correspondence.models import Block
from tests.conftest import NOW
from tests.web.page import Page, text_of
from tests.web.post import Post
from tests.web.sheet import GUARDS, WALL, Sheet, stored

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.fixture
def at(engine: Engine, ada_office: int, post: Post, cas_at: Sheet) -> Sheet:
    """Cas before the reply, after the guards of the bank became fifty."""
    with db.transaction(engine, ada_office) as session:
        version = db.one(session, Block, post.blocks[GUARDS]).source_version
        assert version is not None
        bank.revise(session, None, version.paragraph, version.text.replace("Forty", "Fifty"), NOW)
    cas_at.read(cas_at.browser.get(f"/desk/{post.draft}"))
    return cas_at


def about(page: Page, block: int) -> str:
    return text_of(page.tree.get_element_by_id(f"about-{block}"))


def take(at: Sheet, status: int = 200) -> Page:
    """Press the button that takes the newer wording."""
    button = at.page.tree.get_element_by_id(f"take-newer-{at.on(GUARDS)}")
    return at.press(f"blocks/{at.on(GUARDS)}/newer", status, **{button.get("name"): button.get("value")})


def test_both_wordings_are_shown_and_the_newer_is_taken_and_given_back(
    at: Sheet, engine: Engine, ada_office: int, post: Post
) -> None:
    before, guards = stored(engine, ada_office, post), at.on(GUARDS)
    told = about(at.page, guards)
    assert "newer wording for this paragraph, not approved yet." in told
    assert "[taken out: Forty ] [put in: Fifty ]" in told
    assert (
        text_of(at.page.tree.xpath(f"//*[@id='about-{guards}']//*[contains(@class, 'state')]")[0])
        == "approved"
    )
    assert "not approved yet. Have it" not in told
    assert "was changed in this reply" not in told
    assert not at.page.tree.xpath(f"//*[@id='newer-{at.on(WALL)}']")
    page = take(at)
    assert stored(engine, ada_office, post)[GUARDS] == before[GUARDS].replace("Forty", "Fifty")
    assert "not approved yet. Have it approved" in page.text
    assert "1 taken out" in page.text
    at.press(f"blocks/{guards}/back")
    assert stored(engine, ada_office, post) == before


def test_where_it_was_edited_in_the_reply_that_is_said_and_the_difference_is_to_that(
    at: Sheet, engine: Engine, ada_office: int, post: Post
) -> None:
    at.type(GUARDS, "Forty brave guards watch it.")
    told = about(at.press("save"), at.on(GUARDS))
    assert "was changed in this reply. The newer wording does not have those changes." in told
    assert "brave" in told
    at.type(GUARDS, "Forty very brave guards watch it.")
    take(at)
    at.press(f"blocks/{at.on(GUARDS)}/back")
    assert stored(engine, ada_office, post)[GUARDS] == "Forty very brave guards watch it."


def test_what_a_colleague_wrote_meanwhile_is_not_replaced_unread(
    at: Sheet, ben_at: Sheet, engine: Engine, ada_office: int, post: Post
) -> None:
    ben_at.type(GUARDS, "Ben's words.")
    ben_at.press("save")
    page = take(at, status=409)
    assert "Read it, then take the newer wording." in page.text
    assert stored(engine, ada_office, post)[GUARDS] == "Ben's words."


def test_what_the_bank_changed_meanwhile_is_compared_first(
    at: Sheet, engine: Engine, ada_office: int, post: Post
) -> None:
    before = stored(engine, ada_office, post)
    with db.transaction(engine, ada_office) as session:
        version = db.one(session, Block, post.blocks[GUARDS]).source_version
        assert version is not None
        bank.revise(session, None, version.paragraph, version.text.replace("Forty", "No"), NOW)
    page = take(at, status=409)
    assert "changed again meanwhile. Compare the two." in page.text
    assert "[taken out: Forty ] [put in: No ]" in about(page, at.on(GUARDS))
    assert stored(engine, ada_office, post) == before
    take(at)
    assert stored(engine, ada_office, post)[GUARDS] == before[GUARDS].replace("Forty", "No")
