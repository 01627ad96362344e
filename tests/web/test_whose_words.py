"""Whose words: two choices, "our own" and "somebody else's" with a name, and nothing one has to know."""

from typing import Any

import pytest
from sqlalchemy import Engine

from tests.web.bank import LETTER, bring_in, edit_form, of, paragraphs
from tests.web.browser import Browser
from tests.web.page import Page

COLUMN = """Save our pier

By {name}

3 June 2025

The pier at Northmoor has stood for a hundred years, and I have walked on it since I was a girl.

I believe the council must find the £2 million that its repair will cost. Nobody else will.

Ministers have promised a fund for the coast, but I have yet to see a penny of it come to our town.
"""


def voices(engine: Engine) -> set[str]:
    return {row.version.voice for row in paragraphs(engine)}


def chosen(page: Page, id: str = "voice") -> tuple[list[str], list[str]]:
    """The radio button that is pressed and the name beside it."""
    field = page.tree.xpath(f"//fieldset[@id='{id}']")[0]
    return field.xpath(".//input[@checked]/@value"), field.xpath(".//div[@class='whose-name']/input/@value")


@pytest.mark.parametrize(
    ("name", "said", "voice"),
    [
        ("Dame Ada Amberley DBE MP", "Wordsour own", "office"),
        ("Jo Field", "WordsJo Field", "Jo Field"),
    ],
)
def test_the_page_of_a_column_says_whose_it_is(
    as_cas: Browser, engine: Engine, name: str, said: str, voice: str
) -> None:
    page = bring_in(as_cas, ("column.txt", COLUMN.format(name=name)))
    assert said in page.text
    assert voices(engine) == {voice}
    assert chosen(page) == ((["office"], [""]) if voice == "office" else (["another"], ["Jo Field"]))


@pytest.mark.parametrize(
    ("sent", "voice"),
    [
        (["office", ""], "office"),
        (["office", "Jo Field"], "office"),
        (["another", "Pat Rowan"], "Pat Rowan"),
        (["another", "our own"], "office"),
        (["another", "Ms Amberley"], "office"),
        (["Our own"], "office"),
        (["", ""], "Jo Field"),
        ([""], "Jo Field"),
    ],
)
def test_whose_words_are_put_right_by_two_choices(
    as_cas: Browser, engine: Engine, sent: list[str], voice: str
) -> None:
    bring_in(as_cas, ("column.txt", COLUMN.format(name="Jo Field")))
    as_cas.post("/bank/sources/1/known", {"voice": sent})
    assert voices(engine) == {voice}


def test_somebody_else_without_a_name_is_asked_for_it(as_cas: Browser, engine: Engine) -> None:
    bring_in(as_cas, ("letter.txt", LETTER))
    page = as_cas.post("/bank/sources/1/known", {"voice": ["another", " "]}, status=422)
    assert page.errors == ["Say whose words these are."]
    assert chosen(page) == (["another"], [""])
    row = paragraphs(engine)[1]
    sent: dict[str, Any] = edit_form(row, voice=["another", ""])
    assert as_cas.post(of(row, "edit"), sent, status=422).errors == ["Say whose words these are."]
    assert voices(engine) == {"office"}


@pytest.mark.parametrize("post", ["Minister for Ferries", "Member of Parliament for Westmere"])
def test_a_letter_of_another_post_or_member_asks_with_the_same_two_choices(
    as_cas: Browser, engine: Engine, post: str
) -> None:
    signed = LETTER.replace("Ada Amberley MP", f"Jo Field MP\n{post}")
    page = bring_in(as_cas, ("letter.txt", signed))
    assert "Whose letter is this?" in page.text
    assert chosen(page, "answer-voice") == (["another"], ["Jo Field"])
    page = as_cas.post("/bank/sources/1/known", {"voice": ["office", "Jo Field"]})
    assert "Whose letter is this?" not in page.text
    assert voices(engine) == {"office"}


def test_an_import_leaves_it_to_the_file_unless_somebody_says(as_cas: Browser, engine: Engine) -> None:
    assert chosen(as_cas.get("/bank/import")) == ([""], [""])
    bring_in(as_cas, text=COLUMN.format(name="Jo Field"), voice="our own")
    assert voices(engine) == {"office"}
    assert chosen(as_cas.get("/bank/add")) == (["office"], [""])


def test_a_report_is_its_speakers_until_somebody_says_else(as_cas: Browser) -> None:
    report = (
        "Pier to be saved\n\nBy Pat Rowan, reporter\n\n"
        "The pier at Saltby will be saved, it was announced today.\n\n"
        "“We are glad of it,” said Jo Field, the leader of the council.\n\n"
        "But Kit Marlow, who chairs the friends of the pier, said: “It comes ten years too late for us.”"
    )
    page = bring_in(as_cas, ("report.txt", report))
    assert "Wordsits speakers’" in page.text
    assert chosen(page) == ([""], [""])
