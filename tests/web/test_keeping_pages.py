"""What was written in a reply is kept in the bank: the page begins with it, the reply names its source."""

import pytest
from sqlalchemy import Engine, select

from correspondence import db
from correspondence.models import Block, Choice, Draft
from tests.web.bank import paragraphs
from tests.web.browser import Browser
from tests.web.page import Page, text_of
from tests.web.post import Post
from tests.web.sheet import Sheet, stored

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
HOLE = "The county mends holes within 28 days of being told of them."
BEFORE = "I shall tell the county about the hole."


def keeping(page: Page) -> list[str]:
    """The addresses of the buttons that keep what was written."""
    return [
        str(address).split("/desk/")[1].partition("/")[2]
        for address in page.tree.xpath("//button[starts-with(@id, 'keep-')]/@formaction")
    ]


@pytest.fixture
def at(cas_at: Sheet) -> Sheet:
    """Cas before the reply, with an answer of her own to the third point."""
    [point] = cas_at.page.tree.xpath("//button[starts-with(@id, 'write-')]/@value")
    page = cas_at.press("own", answers=point)
    assert keeping(page) == []  # nothing is written yet
    [name] = [name for name, text in cas_at.fields.items() if name.startswith("text-") and not text]
    cas_at.fields[name] = BEFORE
    assert len(keeping(cas_at.press("save"))) == 1
    cas_at.fields[name] = HOLE
    return cas_at


def form_of(page: Page) -> dict[str, str]:
    form = page.tree.xpath("//form[contains(@action, '/bank/add')]")[0]
    fields = {name: value or "" for name, value in form.form_values()}
    return fields | {"voice": "office", "text": str(form.xpath("string(.//textarea[@name='text'])")).strip()}


def test_the_page_begins_with_what_was_typed_and_nothing_of_the_letter(
    at: Sheet, engine: Engine, ada_office: int, post: Post
) -> None:
    [address] = keeping(at.page)
    page = at.browser.post(f"/desk/{post.draft}/{address}", at.fields)
    assert HOLE in stored(engine, ada_office, post)
    form = form_of(page)
    assert (form["text"], form["title"], form["date"]) == (HOLE, "", "2026-11-21")
    assert form["source_title"] == "Written for a letter on 21 November 2026"
    for theirs in ("Kaur", "bakery", "points"):
        assert theirs not in " ".join([*form, *form.values()])
    assert page.tree.xpath(f"//a[@href='/desk/{post.draft}']")


def test_what_is_kept_is_a_paragraph_that_the_reply_was_made_of(
    at: Sheet, engine: Engine, ada_office: int, post: Post
) -> None:
    [address] = keeping(at.page)
    form = form_of(at.browser.post(f"/desk/{post.draft}/{address}", at.fields))
    page = at.browser.post("/bank/add", form)
    assert "Written for a letter on 21 November 2026" in page.text
    assert page.tree.xpath(f"//a[@href='/desk/{post.draft}']")  # where it is used
    assert [row.version.text for row in paragraphs(engine, "proposed")] == [HOLE]
    page = at.browser.get(f"/desk/{post.draft}")
    assert keeping(page) == []
    about = " ".join(text_of(one) for one in page.tree.xpath("//div[contains(@class, 'block-own')]"))
    assert "Written for a letter on 21 November 2026" in about
    assert "proposed" in about
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        block = session.scalars(select(Block).where(Block.text == HOLE)).one()
        assert block.source_version is not None
        [choice] = session.scalars(select(Choice).where(Choice.used))
        assert (choice.paragraph_id, choice.point_id) == (
            block.source_version.paragraph_id,
            block.points[0].id,
        )


def test_a_reply_that_has_gone_can_still_be_kept_from_as_of_that_day(
    at: Sheet, engine: Engine, ada_office: int, post: Post
) -> None:
    at.press("save")
    with db.transaction(engine, ada_office) as session:
        draft = db.one(session, Draft, post.draft)
        draft.state, draft.sent_at = "sent", draft.created_at.replace(month=10)
    [address] = keeping(at.browser.get(f"/desk/{post.draft}"))
    form = form_of(at.browser.post(f"/desk/{post.draft}/{address}"))
    assert (form["text"], form["date"]) == (HOLE, "2026-10-21")
    at.browser.post("/bank/add", form)


def test_no_other_office_reads_it(at: Sheet, as_dov: Browser, engine: Engine, ada_office: int) -> None:
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        key = session.scalars(select(Block.id).order_by(Block.id.desc())).first()
    as_dov.get(f"/bank/add?block={key}", status=404)
    as_dov.get("/bank/add?block=x")
