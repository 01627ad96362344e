"""Paragraphs that say nearly the same are folded under the best, each with its own button."""

import datetime as dt

import pytest
from sqlalchemy import Engine

from correspondence import bank, db
from correspondence.models import Message, Paragraph, Version
from tests.conftest import NOW
from tests.web.browser import Browser
from tests.web.page import text_of
from tests.web.post import Post
from tests.web.sheet import Sheet

DATES = {"old": dt.date(2019, 3, 1), "older": dt.date(2018, 3, 1), "retired": dt.date(2020, 3, 1)}


@pytest.fixture
def twins(engine: Engine, ada_office: int, post: Post) -> dict[str, int]:
    """Ids of the guards' paragraph and of older ones of the same words."""
    with db.transaction(engine, ada_office) as session:
        best = session.scalars(
            db.mine(session, Paragraph).join(Version).where(Version.text.contains("Forty guards"))
        ).one()
        found = {"best": best}
        for name, date in DATES.items():
            found[name] = bank.add(session, None, best.version.text, NOW, {"date": date}, title="The guards")
        bank.retire(session, None, found["retired"], NOW)
        return {name: paragraph.id for name, paragraph in found.items()}


@pytest.fixture
def guards_asked(twins: dict[str, int], engine: Engine, ada_office: int, post: Post) -> str:
    """The address of the page that shows offers for the letter's first point."""
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        points = db.one(session, Message, post.message).points
        return f"/desk/{post.draft}?point={points[0].id}"


def test_variants_are_folded_under_the_best_with_source_state_and_what_is_stale(
    as_cas: Browser, twins: dict[str, int], guards_asked: str
) -> None:
    page = as_cas.get(guards_asked)
    [card] = page.tree.xpath(f"//article[.//*[@id='insert-{twins['best']}']]")
    [folded] = card.xpath("details")
    assert text_of(folded.xpath("summary")[0]).startswith("2 variants of")
    assert folded.get("open") is None
    shown = folded.xpath("*[@class='variant']")
    assert [variant.xpath(".//button/@id")[0] for variant in shown] == [
        f"insert-{twins['old']}",
        f"insert-{twins['older']}",
    ]
    for variant in shown:
        said = text_of(variant)
        assert "Forty guards" in said
        assert "No source" in said
        assert "proposed" in said
        assert variant.xpath(".//*[contains(@class, 'figure-stale')]")
    assert "1 March 2019" in text_of(shown[0])
    assert page.tree.xpath(f"//*[@id='insert-{twins['retired']}']") == []


def test_a_variant_is_put_in_by_its_own_button_and_then_shown_unfolded(
    cas_at: Sheet, twins: dict[str, int], guards_asked: str
) -> None:
    cas_at.read(cas_at.browser.get(guards_asked))
    cas_at.press(f"insert/{twins['older']}")
    page = cas_at.browser.get(guards_asked)
    [used] = page.tree.xpath(f"//details[@class='variants'][@open]//a[@id='insert-{twins['older']}']")
    assert text_of(used) == "In the reply"
