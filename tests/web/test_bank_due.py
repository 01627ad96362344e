"""The review rota: the list, still true, sharing out, the page to print; topics that are merged."""

import datetime as dt

import pytest
from sqlalchemy import Engine, select

from correspondence import db
from correspondence.models import Paragraph, User
from tests.conftest import TODAY
from tests.web.bank import FRESH, LETTER, bring_in, of, paragraphs
from tests.web.browser import Browser
from tests.web.page import Page, text_of
from tests.web.test_bank_imports import work

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
SOON = (TODAY + dt.timedelta(days=90)).isoformat()


@pytest.fixture
def opening(as_cas: Browser, engine: Engine) -> Paragraph:
    """Four paragraphs, of which the opening is due since yesterday and nothing else speaks against it."""
    bring_in(as_cas, ("ferry.txt", LETTER))
    with db.transaction(engine) as session:
        for paragraph in session.scalars(select(Paragraph)):
            paragraph.stale_on = None
            if paragraph.kind == "opening":
                paragraph.review_date, paragraph.stale_on = TODAY - dt.timedelta(days=1), TODAY
                key = paragraph.id
    return next(paragraph for paragraph in paragraphs(engine) if paragraph.id == key)


def rows(page: Page) -> list[str]:
    return [text_of(title) for title in page.tree.xpath("//li[@class='due-row']//h3")]


def test_what_is_due_is_found_still_true_by_one_press(
    as_cas: Browser, engine: Engine, opening: Paragraph
) -> None:
    page = as_cas.get("/bank/due")
    assert rows(page) == [opening.title]
    assert "Its review date, 20 November 2026, has passed." in page.text
    assert page.tree.xpath("//input[@name='until']/@value") == ["2027-05-22"]
    page = as_cas.post(
        of(opening, "still-true") + "?within=week", {"number": 1, "until": SOON, "back": "due"}
    )
    assert "is read again on 19 February 2027" in page.tree.text_content()
    assert paragraphs(engine)[0].review_date == dt.date.fromisoformat(SOON)
    assert "Found still true" in as_cas.get(f"/bank/paragraphs/{opening.id}").text


def test_what_more_speaks_against_cannot_be_waved_through(as_cas: Browser, engine: Engine) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    with db.transaction(engine) as session:
        session.scalars(select(Paragraph).where(Paragraph.id == 2)).one().stale_on = TODAY
    page = as_cas.get("/bank/due")
    assert not page.tree.xpath("//li[@id='due-2']//button")
    page = as_cas.post("/bank/paragraphs/2/still-true", {"number": 1, "until": SOON}, status=422)
    assert "more than two years ago" in page.tree.text_content()


def test_a_day_that_is_no_day_and_words_that_changed_meanwhile(
    as_cas: Browser, engine: Engine, opening: Paragraph
) -> None:
    as_cas.post(of(opening, "still-true"), {"number": 1, "until": "soon"}, status=422)
    as_cas.post(of(opening, "still-true"), {"number": 7, "until": SOON}, status=409)
    assert paragraphs(engine)[0].review_date == opening.review_date


def test_of_what_is_approved_its_owner_or_an_approver_can_say_so(
    as_cas: Browser, engine: Engine, opening: Paragraph
) -> None:
    with db.transaction(engine) as session:
        session.scalars(select(Paragraph).where(Paragraph.id == opening.id)).one().state = "approved"
    as_cas.post(of(opening, "still-true"), {"number": 1, "until": SOON}, status=422)
    assert "its owner or an approver" in as_cas.get("/bank/due").text
    with db.transaction(engine) as session:
        cas = session.scalars(select(User).where(User.name == "Cas")).one()
        session.scalars(select(Paragraph).where(Paragraph.id == opening.id)).one().owner_id = cas.id
    as_cas.post(of(opening, "still-true"), {"number": 1, "until": SOON})


def test_an_approver_shares_out_what_nobody_owns(
    as_cas: Browser, as_ben: Browser, engine: Engine, opening: Paragraph
) -> None:
    as_cas.post("/bank/due/share", {"person": ["2", "3"]}, status=403)
    assert not as_cas.get("/bank/due").tree.xpath("//form[@action='/bank/due/share']")
    assert "4 paragraphs have no owner" in as_ben.get("/bank/due").text
    page = as_ben.post("/bank/due/share", {"person": ["2", "3", "99"]})
    assert "4 shared out" in page.tree.text_content()
    assert [row.owner_id for row in paragraphs(engine)] == [2, 2, 3, 3]
    assert as_ben.post("/bank/due/share", {}, status=422)
    assert rows(as_cas.get("/bank/due?owner=0")) == []
    assert rows(as_cas.get(f"/bank/due?owner={paragraphs(engine)[0].owner_id}")) == [opening.title]


def test_the_page_to_print_says_what_is_due_and_what_was_changed(
    as_ben: Browser, engine: Engine, opening: Paragraph
) -> None:
    as_ben.post(of(paragraphs(engine)[1], "retire"))
    page = as_ben.get("/bank/digest")
    assert "Due today 1 paragraph" in page.text
    assert "Due by 28 November 2026 0 paragraphs" in page.text
    together, changed = page.tree.xpath("//section[.//h2[contains(., 'Changed since')]]//tbody")
    assert text_of(together).endswith("4 paragraphs brought inCas21 Nov 2026, 09:30")
    assert together.xpath(".//a/@href") == ["/bank/sources/1"]
    assert text_of(changed).endswith("retiredBen21 Nov 2026, 09:30")


def test_the_page_to_print_has_each_paragraph_in_one_list(
    as_cas: Browser, engine: Engine, opening: Paragraph
) -> None:
    """What is due sooner may stand later in the rota: the words of another come after ours."""
    with db.transaction(engine) as session:
        first = session.get_one(Paragraph, opening.id)
        first.version.voice = "Dan Whitlock"
        other = next(paragraph for paragraph in session.scalars(select(Paragraph)) if paragraph is not first)
        other.stale_on, title = TODAY + dt.timedelta(days=5), other.title
    lists = as_cas.get("/bank/digest").tree.xpath("//section[starts-with(@aria-labelledby, 'list-')]")
    found = [[text_of(row) for row in each.xpath(".//th[@scope='row']")] for each in lists]
    assert found == [[opening.title], [title], []]


def test_topics_are_merged_and_removed_by_an_approver(as_cas: Browser, as_ben: Browser) -> None:
    for name in ("Boats", "Ferries", "Housing"):
        as_cas.post("/bank/topics", {"name": name})
    as_cas.post("/bank/topics/1/merge", {"into": "2"}, status=403)
    as_cas.post("/bank/topics/1/remove", status=403)
    assert "is under “Ferries” now" in as_ben.post("/bank/topics/1/merge", {"into": "2"}).tree.text_content()
    as_ben.post("/bank/topics/2/merge", {"into": ""}, status=422)
    as_ben.post("/bank/topics/2/merge", {"into": "2"}, status=422)
    page = as_ben.post("/bank/topics/3/remove")
    assert [text_of(link) for link in page.tree.xpath("//ul//a[contains(@href, 'topic=')]")] == ["Ferries"]
    assert "hard to choose from" not in page.text
    for number in range(41):
        as_cas.post_raw("/bank/topics", {"name": f"Topic {number}"})
    assert "more than 40 is hard to choose from" in as_cas.get("/bank/topics").text


def test_an_office_without_topics_is_told_and_starts_with_usual_ones(as_cas: Browser, engine: Engine) -> None:
    """The review once said that topics are proposed where none could ever be."""
    bring_in(as_cas, ("dentist.txt", FRESH.replace("on the crossing", "on NHS dentists, and every dentist")))
    page = as_cas.get("/bank/sources/1")
    assert "Topics are not: the office has no list yet." in page.text
    assert "/bank/topics" in page.tree.xpath("//*[@id='review-tools']//a/@href")
    assert "32 topics are added." in as_cas.post("/bank/topics/usual").text
    work(engine)
    page = as_cas.get("/bank/sources/1")
    assert "Topics are not" not in page.text
    form = "//form[contains(@class, 'edit-form')]//input"
    assert page.tree.xpath(f"{form}[@name='p2-topics'][@checked]")
    assert any(page.tree.xpath(f"{form}[@name='p2-review_date']/@value"))
    as_cas.post("/bank/topics/usual", status=422)
