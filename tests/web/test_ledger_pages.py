"""The ledger of figures, and a new value wherever the old one is said."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import Engine, select

from correspondence import bank, db
from correspondence.models import Block, Figure, Paragraph
from tests.bank.files import approve
from tests.bank.test_ledger import NEW, OLD, WALL, add, add_block
from tests.conftest import NOW
from tests.web.browser import Browser
from tests.web.conftest import THEIRS
from tests.web.page import Page, text_of

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
MORE = "The county put £30m into sea walls."


@pytest.fixture
def figure(engine: Engine, ada_office: int) -> str:
    """Two paragraphs that disagree, one that may, and two replies: the address of the first's figure."""
    with db.transaction(engine, ada_office) as session:
        approve(session, first := add(session, WALL, OLD))
        add(session, MORE, NEW)
        add(session, "Pupils have £25 million.", None)
        add_block(session, "As you know, they put £25m into sea walls.")
        add_block(session, "Yes, they put £25m into sea walls.", "in review")
        return f"/bank/figures/{first.version.figures[0].id}"


def marks(page: Page, *, ticked: bool = True) -> list[str]:
    boxes = page.tree.xpath("//input[@name='place'][not(@disabled)]")
    return [box.get("value") for box in boxes if box.get("checked") is not None or not ticked]


def typed(page: Page, **said: Any) -> dict[str, Any]:
    form = page.tree.xpath("//form[contains(@class, 'new-value')]")[0]
    return {**dict(form.form_values()), "place": marks(page), **said}


def looked_at(browser: Browser, figure: str) -> Page:
    said = {"value": "£31 million", "as_of": NEW.isoformat(), "why": "The county budget."}
    return browser.post(figure, typed(browser.get(figure), **said, do="look"))


def wordings(engine: Engine) -> list[str]:
    with db.make_session(engine, write=False) as session:
        rows = session.scalars(select(Paragraph).order_by(Paragraph.id))
        blocks = session.scalars(select(Block.text).order_by(Block.id))
        return [*(row.version.text for row in rows), *blocks]


def test_a_measure_that_names_nothing_is_told_by_the_words_round_its_figure(
    as_cas: Browser, engine: Engine, ada_office: int
) -> None:
    with db.transaction(engine, ada_office) as session:
        row = add(session, "Of those asked, 51% follow the advice.", NEW)
        row.version.figures[0].measure = "follow"
        paragraph = row.id
    told = "“51% follow the advice”"
    assert told in as_cas.get("/bank/figures").text
    assert told in as_cas.get(f"/bank/paragraphs/{paragraph}").text


def test_an_empty_ledger_says_what_will_be_here(as_cas: Browser) -> None:
    assert "No figures yet" in as_cas.get("/bank/figures").text
    assert "Nothing fits" in as_cas.get("/bank/figures?q=ferry").text


def test_those_that_disagree_stand_together_and_the_newest_is_named(as_cas: Browser, figure: str) -> None:
    page = as_cas.get("/bank/figures")
    groups = [text_of(body) for body in page.tree.xpath("//tbody")]
    assert "Pupils have" in groups[1]  # not approved
    assert "These disagree. The newest is “£30m”, of 1 February 2026." in groups[0]
    assert groups[0].index("£25 million sea walls") < groups[0].index("£30m sea walls")
    assert "More than two years old." in groups[0]
    assert len(as_cas.get("/bank/figures?disagreeing=yes").tree.xpath("//tbody")) == 1
    assert len(as_cas.get("/bank/figures?q=pupils&kind=money&old=yes&page=9").tree.xpath("//tbody")) == 1
    part = as_cas.get_raw("/bank/figures?kind=nonsense", headers={"X-Fragment": "yes"})
    assert part.get_data(as_text=True).strip().startswith('<div class="found"')


def test_a_new_value_is_shown_everywhere_before_anything_changes(
    as_cas: Browser, engine: Engine, figure: str
) -> None:
    before = wordings(engine)
    page = looked_at(as_cas, figure)
    rows = [text_of(row) for row in page.tree.xpath("//ul[@class='places']/li")]
    assert len(rows) == 5
    assert "[taken out: £25 million] [put in: £31 million] into the sea walls" in rows[0]
    assert len(marks(page)) == 2
    assert "in review and is not edited any more" in page.text
    assert wordings(engine) == before


def test_what_is_ticked_changes_and_nothing_else(as_cas: Browser, engine: Engine, figure: str) -> None:
    before = wordings(engine)
    page = as_cas.post(figure, typed(looked_at(as_cas, figure), do="change"))
    assert "Changed in 1 paragraph and 1 reply." in page.text
    after = wordings(engine)
    assert after == [
        "The county has put £31 million into the sea walls.",
        *before[1:3],
        "As you know, they put £31 million into sea walls.",
        before[4],
    ]
    with db.make_session(engine, write=False) as session:
        row = session.scalars(select(Paragraph).order_by(Paragraph.id)).first()
        assert row is not None
        assert (row.state, row.version.figures[0].as_of) == ("proposed", NEW)
        assert row.version.author is not None
    assert "£31 million" in as_cas.get("/bank/figures").text


@pytest.mark.parametrize(
    ("title", "said", "then"),
    [
        ("£25 million on walls", "Its title becomes “£31 million on walls”.", "£31 million on walls"),
        (
            "£25 million, not £25 million",
            "Its title says “£25 million” too. Change it on its page.",
            "£25 million, not £25 million",
        ),
        ("Sea walls", "", "Sea walls"),
    ],
)
def test_a_title_that_quotes_the_old_value_has_the_new_one(
    as_cas: Browser, engine: Engine, figure: str, title: str, said: str, then: str
) -> None:
    with db.transaction(engine, 1) as session:
        row = session.scalars(select(Paragraph).order_by(Paragraph.id)).all()[0]
        bank.change(session, None, row, NOW, title=title)
    page = looked_at(as_cas, figure)
    assert page.text.count("Its title") == bool(said)
    assert said in page.text
    as_cas.post(figure, typed(page, do="change"))
    with db.make_session(engine, write=False) as session:
        assert session.scalars(select(Paragraph.title).order_by(Paragraph.id)).all()[0] == then


def test_only_the_value_that_was_shown_is_put_in(as_cas: Browser, engine: Engine, figure: str) -> None:
    before = wordings(engine)
    page = as_cas.post(figure, typed(looked_at(as_cas, figure), value="£99 million", do="change"))
    assert "[put in: £99 million]" in page.text
    assert wordings(engine) == before


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"value": " "}, "Type the value as it should read"),
        ({"value": "£25m"}, "That is the value it has already."),
        ({"value": "£" + "1" * 101}, "100 characters"),
        ({"as_of": ""}, "Say which day the new value is right for."),
        ({"as_of": "2999-01-01"}, "This day is still to come."),
        ({"place": []}, "Tick what the new value should stand in."),
    ],
)
def test_what_cannot_be_taken_is_said_and_stays_typed(
    as_cas: Browser, engine: Engine, figure: str, said: dict[str, Any], sentence: str
) -> None:
    before = wordings(engine)
    page = as_cas.post(figure, typed(looked_at(as_cas, figure), **said, do="change"), status=422)
    assert any(sentence in error for error in page.errors), page.errors
    assert page.tree.xpath("//input[@name='why']/@value") == ["The county budget."]
    assert wordings(engine) == before


def test_what_is_no_figure_is_warned_of_and_can_be_used(as_cas: Browser, engine: Engine, figure: str) -> None:
    page = as_cas.post(figure, typed(looked_at(as_cas, figure), value="a lot", do="look"))
    assert "“a lot” is no value that can be watched" in page.text
    as_cas.post(figure, typed(page, do="change"))
    assert wordings(engine)[0] == "The county has put a lot into the sea walls."


@pytest.mark.parametrize("noun", [Paragraph, Block])
def test_a_text_changed_meanwhile_stops_all_of_it(
    as_cas: Browser, engine: Engine, ada_office: int, figure: str, noun: type[Paragraph | Block]
) -> None:
    page = looked_at(as_cas, figure)
    with db.transaction(engine, ada_office) as session:
        row: Any = session.get_one(noun, 1)
        if isinstance(row, Paragraph):
            bank.revise(session, None, row, f"{WALL} They stand.", NOW)
        else:
            row.edit += 1
    before = wordings(engine)
    again = as_cas.post(figure, typed(page, do="change"), status=409)
    assert "Somebody has changed one of these texts meanwhile" in again.errors[0]
    assert wordings(engine) == before
    assert again.tree.xpath("//input[@name='value']/@value") == ["£31 million"]
    assert len(marks(again)) == 1
    as_cas.post(figure, typed(again, place=marks(again, ticked=False)[:1], do="change"))


def test_the_paragraph_says_who_disagrees_and_leads_there(as_cas: Browser, figure: str) -> None:
    page = as_cas.get("/bank/paragraphs/2")
    assert "Paragraph 1 says “£25 million” for what “£30m” measures here, as of 1 March 2021." in page.text
    older = as_cas.get("/bank/paragraphs/1")
    assert "for what" not in older.text  # the newer figure is among its reasons
    assert older.tree.xpath("//main//a[@href='/bank/paragraphs/2']")
    assert older.tree.xpath("//main//a[@href=$address]", address=figure)
    assert "Compare" not in as_cas.get("/bank/paragraphs/3").text


def test_another_offices_figures_are_not_there(
    as_cas: Browser, theirs: dict[str, int], engine: Engine
) -> None:
    assert THEIRS not in as_cas.get("/bank/figures").text
    as_cas.get(f"/bank/figures/{theirs['figure']}", status=404)
    with db.make_session(engine, write=False) as session:
        assert session.scalar(select(Figure.as_of)) == dt.date(2026, 1, 1)
