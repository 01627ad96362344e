"""Revising a paragraph: a figure that is new, and a title that quotes the old one, are to be looked at."""

from typing import Any

import pytest
from sqlalchemy import Engine

from tests.web.bank import LETTER, bring_in, edit_form, of, paragraphs
from tests.web.browser import Browser
from tests.web.page import Page

OLD = "The scheme gives £7,500 towards a heat pump."
NEW = OLD.replace("£7,500", "£9,000")
DAY = "New here: “£9,000”. Which day is that right for? It was 3 June 2025 for the words before."
FROM = "New here: “£9,000”. Where is that from?"
TITLE = "The title says “£7,500”, and the new words do not."
DAY_CHANGED, SAID = {"date": "2026-11-01"}, {"new_source": "The department’s page, 1 November."}


@pytest.fixture
def revise(as_cas: Browser, engine: Engine) -> Any:
    """Sends the form that Revise opens, with some of its fields changed."""
    form = {"title": "Grants of £7,500", "text": OLD, "kind": "policy", "voice": "office"}
    as_cas.post("/bank/add", {**form, "date": "2025-06-03"})

    def send(status: int = 200, **changed: str) -> Page:
        form = {"number": 1, "text": NEW, "voice": "office", "date": "2025-06-03"} | changed
        return as_cas.post(of(paragraphs(engine)[0], "revise"), form, status=status)

    return send


@pytest.mark.parametrize(
    ("changed", "asked"),
    [
        ({}, [DAY, FROM, TITLE]),
        (DAY_CHANGED, [FROM, TITLE]),
        (SAID, [DAY, TITLE]),
        (DAY_CHANGED | {"why": "The grant went up."}, [FROM, TITLE]),
        (DAY_CHANGED | SAID, [TITLE]),
        ({"text": OLD.replace("gives", "still gives")}, []),
        ({"text": OLD.replace("£7,500", "money")}, [TITLE]),
        ({"text": f"{OLD} It gave £5,000 once."} | DAY_CHANGED | SAID, []),
    ],
)
def test_what_a_new_figure_needs_is_asked_for_once(
    changed: dict[str, str], asked: list[str], revise: Any, engine: Engine
) -> None:
    page = revise(422 if asked else 200, **changed)
    assert sorted(page.errors) == sorted(asked)
    assert len(paragraphs(engine)[0].versions) == (1 if asked else 2)


def test_what_was_typed_stays_and_one_press_says_it_is_right(revise: Any, engine: Engine) -> None:
    page = revise(422, speaker="Jo Field")
    form = page.tree.xpath("//form[contains(@action, '/revise')]")[0]
    sent = {name: value for name, value in form.form_values() if name != "csrf_token"}
    sent["text"] = sent["text"].strip()
    assert (sent["text"], sent["speaker"], sent["date"]) == (NEW, "Jo Field", "2025-06-03")
    assert sent["new_title"] == "Grants of £9,000"
    assert form.xpath("ancestor::details[@open]")
    revise(422, **sent)  # saved again without a word: it asks again
    [right] = form.xpath(".//button[@name='looked_at']/@value")
    revise(422, **sent | {"looked_at": right, "text": f"{NEW} It was £5,000."})  # another that is new
    revise(**sent, looked_at=right)
    row = paragraphs(engine)[0]
    assert (row.version.text, row.title, str(row.version.date)) == (NEW, sent["new_title"], "2025-06-03")


def test_the_day_the_source_and_the_title_are_saved_and_shown(revise: Any, engine: Engine) -> None:
    page = revise(**DAY_CHANGED, **SAID, new_title="Grants")
    assert page.heading == "Grants"
    row = paragraphs(engine)[0]
    assert (row.title, str(row.version.figures[0].as_of)) == ("Grants", "2026-11-01")
    assert "Changed: title" in page.text


def test_a_title_goes_with_new_words_alone(revise: Any, as_ben: Browser, engine: Engine) -> None:
    """An approved one is an approver's to change."""
    as_ben.post(of(paragraphs(engine)[0], "approve"), {"number": 1})
    assert "Nothing was different" in revise(text=OLD, new_title="Mine").text
    row = paragraphs(engine)[0]
    assert (row.title, row.state) == ("Grants of £7,500", "approved")


def test_where_the_new_words_are_from_stands_beside_the_source(as_cas: Browser, engine: Engine) -> None:
    as_cas.post(
        "/bank/add",
        {"text": OLD, "kind": "policy", "voice": "office", "source_title": "Old page", "date": "2025-06-03"},
    )
    form = {"number": 1, "text": NEW, "voice": "office"} | DAY_CHANGED | SAID
    page = as_cas.post(of(paragraphs(engine)[0], "revise"), form)
    assert page.heading == "The scheme gives £9,000 towards a heat pump"  # made of the first words
    [source] = page.tree.xpath("//*[@id='source']")
    assert f"Version 2: From “{SAID['new_source']}”" in source.text_content()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({"why": "The grant went up"}, "The grant went up"),
        ({"new_source": "A page"}, "From “A page”"),
        ({"why": "The grant went up", "new_source": "A page"}, "The grant went up (from “A page”)"),
        ({"why": "w" * 120, "new_source": "s" * 170}, f"{'w' * 120} (from “{'s' * 170}”)"),
        ({}, ""),
    ],
)
def test_the_source_has_a_field_of_its_own(
    typed: dict[str, str], kept: str, revise: Any, engine: Engine
) -> None:
    revise(text=OLD.replace("gives", "still gives"), **typed)
    assert paragraphs(engine)[0].version.why == kept


def in_review(engine: Engine) -> Any:
    return paragraphs(engine)[1]


def test_a_review_asks_the_same_of_a_new_figure(as_cas: Browser, engine: Engine) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    ferry = in_review(engine)
    as_cas.post(of(ferry, "edit"), edit_form(ferry, title="A crossing for £3 million"))
    text = ferry.version.text.replace("£3 million", "£4 million")
    page = as_cas.post(of(ferry, "edit"), edit_form(in_review(engine), text=text), status=422)
    assert sorted(page.errors) == [
        "New here: “£4 million”. Where is that from?",
        "New here: “£4 million”. Which day is that right for? It was 12 March 2024 for the words before.",
        "The title says “£3 million”, and the new words do not.",
    ]
    form = page.tree.xpath(f"//form[contains(@action, '/{ferry.id}/edit')]")[0]
    sent = {name: value for name, value in form.form_values() if name != "csrf_token"}
    [right] = form.xpath(".//button[@name='looked_at']/@value")
    as_cas.post(of(ferry, "edit"), sent | {f"p{ferry.id}-voice": "office", "looked_at": right})
    row = in_review(engine)
    assert (row.title, row.version.number) == ("A crossing for £4 million", 2)
    assert str(row.version.date) == "2024-03-12"


def test_a_title_made_of_the_words_follows_them_in_a_review(as_cas: Browser, engine: Engine) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    ferry = in_review(engine)
    text = ferry.version.text.replace("£3 million", "£4 million")
    said = {"date": "2026-01-31", "new_source": "The budget"}
    as_cas.post(of(ferry, "edit"), edit_form(ferry, text=text, **said))
    assert "£4 million" in in_review(engine).title


def test_what_the_source_says_elsewhere_is_no_new_figure(as_cas: Browser, engine: Engine) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER.replace("Boats are", "Tickets cost £9. Boats are")))
    ferry = in_review(engine)
    as_cas.post(of(ferry, "edit"), edit_form(ferry, text=f"{ferry.version.text} Tickets cost £9."))
    assert in_review(engine).version.number == 2
