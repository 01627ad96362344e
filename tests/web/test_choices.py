"""The page of a paragraph shows the letters that taught it, and lets each be forgotten."""

from sqlalchemy import Engine, select

from correspondence import db
from correspondence.matching.choices import learned
from correspondence.models import Choice, Version
from tests.web.browser import Browser
from tests.web.page import text_of
from tests.web.sheet import GUARDS, Sheet

ASKED = "What do the guards at the ferry terminal at Saltmere cost, and who pays for the guards?"


def taught(engine: Engine, ada_office: int) -> list[float]:
    """What the guards' letter, sent again by somebody else, would gain."""
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        [lessons] = learned(session, None).bonus([ASKED], None)
        return [lesson.amount for lesson in lessons.values()]


def test_what_was_taken_out_is_listed_and_can_be_forgotten_and_counted_again(
    cas_at: Sheet, as_cas: Browser, engine: Engine, ada_office: int
) -> None:
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        key = session.scalars(select(Version.paragraph_id).where(Version.text.contains("Forty guards"))).one()
    page = as_cas.get(f"/bank/paragraphs/{key}")
    assert "Nothing yet. When it is put into a reply" in page.text
    cas_at.press(f"blocks/{cas_at.on(GUARDS)}/remove")
    page = as_cas.get(f"/bank/paragraphs/{key}")
    assert [text_of(quote) for quote in page.tree.xpath("//h3[.='Not for letters like']/following::q")] == [
        ASKED
    ]
    assert taught(engine, ada_office)[0] < 0
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        choice = session.scalars(select(Choice.id)).one()
    page = as_cas.post(f"/bank/choices/{choice}/forget")
    assert "Forgotten. It counts no longer." in page.text
    assert taught(engine, ada_office) == []
    page = as_cas.post(f"/bank/choices/{choice}/again")
    assert "forgotten" not in page.text
    assert taught(engine, ada_office)[0] < 0


def test_a_letter_that_went_out_with_it_is_one_it_answered(
    cas_at: Sheet, as_cas: Browser, engine: Engine
) -> None:
    cas_at.browser.post_raw(f"/desk/{cas_at.post.draft}/word", cas_at.fields)
    with db.make_session(engine, write=False) as session:
        key = session.scalars(select(Version.paragraph_id).where(Version.text.contains("Forty guards"))).one()
    page = as_cas.get(f"/bank/paragraphs/{key}")
    assert [text_of(quote) for quote in page.tree.xpath("//h3[.='Letters it answered']/following::q")] == [
        ASKED
    ]
    assert page.tree.xpath(f"//a[@href='/inbox/{cas_at.post.message}']")
