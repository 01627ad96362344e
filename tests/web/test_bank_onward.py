"""The end of a review says what is next, and what was imported can be found again."""

import pytest
from sqlalchemy import Engine

from tests.web.bank import FRESH, bring_in, of, paragraphs
from tests.web.browser import Browser

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
OTHERS = [FRESH.replace("ferry", word).replace("£3", f"£{i}") for i, word in enumerate(("pier", "bus"), 4)]


def drop_all(browser: Browser, engine: Engine, source_id: int) -> str:
    """The page that the last press of a review shows."""
    waiting = [row for row in paragraphs(engine, "proposed") if row.source_id == source_id]
    return [browser.post(of(row, "drop")) for row in waiting][-1].text


def ways(browser: Browser, source_id: int) -> list[str]:
    """Where the end of a review leads."""
    found: list[str] = browser.get(f"/bank/sources/{source_id}").tree.xpath("//*[@class='onward']//a/@href")
    return found


def test_the_end_of_a_review_leads_on_until_all_is_reviewed(as_cas: Browser, engine: Engine) -> None:
    bring_in(as_cas, ("alone.txt", FRESH))
    bring_in(as_cas, ("pier.txt", OTHERS[0]), ("bus.txt", OTHERS[1]))
    assert ways(as_cas, 2) == []  # there is something left here
    assert "Next: bus.txt (4 to review)" in drop_all(as_cas, engine, 2)
    assert ways(as_cas, 2) == ["/bank/sources/3", "/bank/imports/1", "/bank/", "/bank/import"]
    assert "Next: alone.txt (4 to review)" in drop_all(as_cas, engine, 3)
    told = drop_all(as_cas, engine, 1)
    assert "All reviewed · 4 dropped" in told
    assert "Nothing else waits to be reviewed." in told
    assert "Keys:" not in told
    assert ways(as_cas, 1) == ["/bank/", "/bank/import"]


def test_another_office_s_sources_are_not_next(as_cas: Browser, as_dov: Browser, engine: Engine) -> None:
    bring_in(as_dov, ("theirs.txt", FRESH))
    bring_in(as_cas, ("ours.txt", FRESH))
    assert "Nothing else waits" in drop_all(as_cas, engine, 2)


def test_a_few_files_are_read_at_once_and_listed_on_a_page(as_cas: Browser, engine: Engine) -> None:
    page = bring_in(as_cas, ("pier.txt", OTHERS[0]), ("empty.txt", ""), text=OTHERS[1])
    assert "All 3 files are read; 1 could not be imported." in page.text
    again = as_cas.get("/bank/imports/1")
    assert again.text == page.text
    assert again.text.count("imported 4 to review") == 2
    assert "Pasted text.txt" in again.text
    assert len(paragraphs(engine)) == 8
    bring_in(as_cas, ("pier.txt", OTHERS[0]), ("bus.txt", OTHERS[1]))
    assert as_cas.get("/bank/imports/2").text.count("here already 4 to review") == 2
