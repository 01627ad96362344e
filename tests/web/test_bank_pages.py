"""The bank's pages: the list with its search, one paragraph and its history, adding by hand, topics."""

import pytest
from sqlalchemy import Engine, select

from correspondence import db
from correspondence.models import Paragraph, Source, Topic
from tests.conftest import TODAY
from tests.people.everything import fill_office
from tests.web.bank import LETTER, bring_in, of, paragraphs
from tests.web.browser import Browser
from tests.web.page import Page, text_of


def titles(page: Page) -> list[str]:
    return [text_of(title) for title in page.tree.xpath("//article//*[@class='paragraph-title']")]


# The list


def test_an_empty_bank_says_how_to_begin(as_cas: Browser) -> None:
    page = as_cas.get("/bank/")
    assert "No paragraphs yet" in page.text
    assert page.tree.xpath("//main//a[@href='/bank/import'][contains(., 'Import your first letter')]")
    assert "No sources yet" in as_cas.get("/bank/sources").text


def test_a_search_gives_the_best_first_with_its_words_marked(as_cas: Browser) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    page = as_cas.get("/bank/?q=what+does+the+crossing+cost+the+county")
    assert titles(page)[0].startswith("The county spends")
    assert [text_of(mark) for mark in page.tree.xpath("(//article)[1]//mark")] == ["county", "crossing"]


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ("", 4),
        ("?kind=opening", 1),
        ("?state=approved", 0),
        ("?state=nonsense", 4),
        ("?voice=office", 4),
        ("?voice=another", 0),
        ("?stale=yes", 2),
        ("?topic=Ferries", 0),
        ("?owner=0&order=title", 4),
        ("?owner=2", 0),
        ("?source=1", 4),
        ("?source=77", 0),
        ("?order=nonsense", 4),
        ("?q=%C2%A33m", 1),
        ("?kind=policy&stale=yes&q=boats", 1),
        ("?page=99", 4),
    ],
)
def test_filters_narrow_the_list(as_cas: Browser, engine: Engine, filters: str, count: int) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    with db.transaction(engine) as session:
        for place, paragraph in enumerate(session.scalars(select(Paragraph).order_by(Paragraph.position))):
            paragraph.stale_on = TODAY if place in (1, 2) else None
    page = as_cas.get(f"/bank/{filters}")
    assert len(titles(page)) == count
    assert count or "Nothing fits" in page.text


def test_our_script_gets_the_results_alone(as_cas: Browser) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    answer = as_cas.get_raw("/bank/?q=ferry", headers={"X-Fragment": "1"})
    assert b'id="found"' in answer.data
    assert b"<html" not in answer.data


def test_retired_paragraphs_are_found_only_when_asked_for(as_ben: Browser, engine: Engine) -> None:
    bring_in(as_ben, ("ferry.txt", LETTER))
    as_ben.post(of(paragraphs(engine)[1], "retire"))
    assert len(titles(as_ben.get("/bank/"))) == 3
    assert len(titles(as_ben.get("/bank/?state=retired"))) == 1


# Adding by hand


def test_a_paragraph_is_written_with_its_source(as_cas: Browser, engine: Engine) -> None:
    said = {"text": "The pier is open.", "kind": "policy", "voice": "The county", "topic": "Harbours"}
    source = {"source_title": "Notice", "url": "https://example.org/pier", "date": "2026-11-01"}
    page = as_cas.post("/bank/add", {**said, **source})
    assert page.heading == "The pier is open"
    assert "Notice" in page.text
    assert "words of The county" in page.text
    [row] = paragraphs(engine)
    assert (row.state, str(row.version.date), row.topics[0].name) == ("proposed", "2026-11-01", "Harbours")
    as_cas.post("/bank/add", {**said, **source, "title": "Again"})
    with db.make_session(engine, write=False) as session:
        assert len(session.scalars(select(Source)).all()) == 1


def test_our_own_words_need_no_source(as_cas: Browser, engine: Engine) -> None:
    as_cas.post("/bank/add", {"text": "The pier is open.", "kind": "policy", "voice": "the office"})
    [row] = paragraphs(engine)
    assert (row.source, row.version.voice, str(row.version.date)) == (None, "office", "2026-11-21")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("text", " ", "Write some text for the paragraph."),
        ("voice", "", "Say whose words these are."),
        ("url", "javascript:alert(1)", "Give the whole address, beginning with https://."),
        ("date", "2031-01-01", "This day is still to come."),
        ("date", "soon", "Give the day as 31/03/2024."),
    ],
)
def test_what_cannot_be_added_is_said_and_the_rest_kept(
    as_cas: Browser, engine: Engine, field: str, value: str, sentence: str
) -> None:
    said = {"text": "The pier is open.", "kind": "policy", "voice": "office", "title": "Kept", field: value}
    page = as_cas.post("/bank/add", said, status=422)
    assert page.errors == [sentence]
    assert page.tree.xpath("//input[@id='title']/@value") == ["Kept"]
    assert paragraphs(engine) == []


def test_a_text_that_is_too_long_is_refused_whole_and_kept(as_cas: Browser, engine: Engine) -> None:
    """No limit is told to the browser: it would cut off the end of what is pasted, and say nothing."""
    assert not as_cas.get("/bank/add").tree.xpath("//textarea/@maxlength")
    text = "The pier is open. " * 1_200
    page = as_cas.post("/bank/add", {"text": text, "kind": "policy", "voice": "office"}, status=422)
    assert page.errors == ["Use 20,000 characters or fewer."]
    assert text.strip() in page.tree.xpath("string(//textarea[@id='text'])")
    assert paragraphs(engine) == []


# One paragraph


def test_a_paragraph_shows_what_is_known_of_it(as_cas: Browser, engine: Engine) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    page = as_cas.get(f"/bank/paragraphs/{paragraphs(engine)[1].id}")
    assert [text_of(run) for run in page.tree.xpath("//*[@class='paper']//*[contains(@class, 'in-text')]")]
    assert "“£3 million” and “700” are from 12 March 2024, more than two years ago" in page.text
    assert page.tree.xpath("//a[@href='/bank/sources/1']")
    assert page.tree.xpath("//a[@href='/bank/sources/1/original']")
    assert "In no draft yet." in page.text
    assert not page.tree.xpath("//button[contains(., 'Approve') or contains(., 'Retire')]")


def test_a_revision_is_shown_word_by_word_and_waits_for_approval(as_ben: Browser, engine: Engine) -> None:
    bring_in(as_ben, ("ferry.txt", LETTER))
    ferry = paragraphs(engine)[1]
    read = as_ben.get(f"/bank/paragraphs/{ferry.id}").tree.xpath(
        "//form[@id='decide']//input[@name='read']/@value"
    )
    as_ben.post(of(ferry, "approve"), {"number": 1, "why": "Still right.", "read": list(map(str, read))})
    text = ferry.version.text.replace("£3 million", "£4 million")
    said = {
        "number": 1,
        "text": text,
        "voice": "office",
        "new_source": "The new budget.",
        "date": "2026-11-01",
    }
    page = as_ben.post(of(ferry, "revise"), said)
    assert [text_of(word) for word in page.tree.xpath("//ins")] == ["[put in: £4 ]"]
    assert [text_of(word) for word in page.tree.xpath("//del")] == ["[taken out: £3 ]"]
    assert "From “The new budget.”" in page.text
    assert paragraphs(engine)[1].state == "proposed"


def test_a_revision_that_changes_nothing_says_so(as_ben: Browser, engine: Engine) -> None:
    bring_in(as_ben, ("ferry.txt", LETTER))
    ferry = paragraphs(engine)[1]
    said = {"number": 1, "text": ferry.version.text, "voice": "office", "date": "2024-03-12"}
    assert "Nothing was different" in as_ben.post(of(ferry, "revise"), said).text
    assert len(paragraphs(engine)[1].versions) == 1


def test_of_two_revisions_the_later_sees_both(as_ben: Browser, as_cas: Browser, engine: Engine) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    ferry = paragraphs(engine)[1]
    as_ben.post(of(ferry, "revise"), {"number": 1, "text": "Ben's words.", "voice": "office"})
    sent = {"number": 1, "text": "Cas's words.", "voice": "office", "why": "Mine"}
    page = as_cas.post(of(ferry, "revise"), sent, status=409)
    assert "Ben's words." in page.text
    assert "Cas's words." in page.text
    assert page.tree.xpath("//input[@id='why']/@value") == ["Mine"]
    assert [version.text for version in paragraphs(engine)[1].versions] == [
        ferry.version.text,
        "Ben's words.",
    ]


def test_owner_topics_and_review_date_are_given(as_cas: Browser, engine: Engine) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    ferry = paragraphs(engine)[1]
    said = {"title": "The crossing", "kind": "position", "owner": "2", "review_date": "01/02/2027"}
    page = as_cas.post(of(ferry, "care"), {**said, "topic": "Ferries"})
    assert "Ben" in page.text
    assert "1 February 2027" in page.text
    row = paragraphs(engine)[1]
    assert (row.title, row.kind, [topic.name for topic in row.topics]) == (
        "The crossing",
        "position",
        ["Ferries"],
    )
    as_cas.post(of(ferry, "care"), {**said, "owner": "999"}, status=422)


def test_retired_and_restored(as_ben: Browser, engine: Engine) -> None:
    bring_in(as_ben, ("ferry.txt", LETTER))
    ferry = paragraphs(engine)[1]
    assert "no longer offered" in as_ben.post(of(ferry, "retire")).text
    as_ben.post(of(ferry, "restore"))
    assert paragraphs(engine)[1].state == "proposed"


def test_nobody_approves_a_version_they_have_not_seen(as_ben: Browser, engine: Engine) -> None:
    bring_in(as_ben, ("ferry.txt", LETTER))
    ferry = paragraphs(engine)[1]
    as_ben.post(of(ferry, "revise"), {"number": 1, "text": "Changed.", "voice": "office"})
    as_ben.post(of(ferry, "approve"), {"number": 1}, status=409)
    assert paragraphs(engine)[1].state == "proposed"


def test_drafts_that_use_a_paragraph_are_listed(as_ada: Browser, engine: Engine, ada_office: int) -> None:
    with db.transaction(engine) as session:
        made = fill_office(session, ada_office, "OURS")
    page = as_ada.get(f"/bank/paragraphs/{made['paragraph']}")
    assert page.tree.xpath(f"//a[@href='/desk/{made['draft']}']")


# Topics


def test_topics_are_added_once_and_renamed_by_an_approver(
    as_cas: Browser, as_ben: Browser, engine: Engine
) -> None:
    as_cas.post("/bank/topics", {"name": "Ferries"})
    assert "already" in as_cas.post("/bank/topics", {"name": "ferries"}).text
    as_cas.post("/bank/topics/1/rename", {"t1-name": "Boats"}, status=403)
    as_ben.post("/bank/topics/1/rename", {"t1-name": "Boats"})
    as_cas.post("/bank/topics", {"name": "Housing"})
    page = as_ben.post("/bank/topics/2/rename", {"t2-name": "boats"}, status=422)
    assert page.errors == ["There is a topic “Boats” already."]
    assert as_cas.post("/bank/topics", {"name": " "}, status=422).errors == ["Give the topic a name."]
    with db.make_session(engine, write=False) as session:
        assert sorted(session.scalars(select(Topic.name))) == ["Boats", "Housing"]
