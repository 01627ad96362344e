"""From a gap to an answer: the list, a paragraph begun from it, the letters answered again."""

from typing import Any

import pytest
from sqlalchemy import Engine

from correspondence import db, desk
from correspondence.matching.rank import Answer
from correspondence.models import Paragraph, Topic
from tests.conftest import NOW
from tests.web.bank import paragraphs
from tests.web.browser import Browser
from tests.web.page import text_of
from tests.web.post import CASEWORK, Post

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
TEXT = "The county mends every hole in the road outside the bakery within a week."


def newest(engine: Engine) -> Paragraph:
    return max(paragraphs(engine), key=lambda paragraph: paragraph.id)


def test_a_paragraph_is_written_for_a_gap_and_its_letter_answered(
    as_cas: Browser, engine: Engine, post: Post
) -> None:
    page = as_cas.get("/bank/gaps")
    assert [text_of(told) for told in page.tree.xpath("//*[@class='gap-told']")] == [
        "Will somebody please mend the hole in the road outside the bakery?"
    ]
    assert "1 person waits since" in page.text
    assert "Kaur" not in page.text
    address = page.tree.xpath("//*[@class='gap-act']/a/@href")[0]
    page = as_cas.get(address)
    assert page.tree.xpath("//input[@id='title']/@value") == [""]  # a constituent's words title nothing
    assert "mend the hole" in text_of(page.tree.xpath("//*[@class='asks-beside']")[0])
    points = page.tree.xpath("//input[@name='points']/@value")[0]
    said = {"text": " ", "kind": "policy", "voice": "office", "title": "Holes", "points": points}
    page = as_cas.post("/bank/add", said, status=422)
    assert page.tree.xpath("//input[@name='points']/@value") == [points]  # kept when something was wrong
    page = as_cas.post("/bank/add", {**said, "text": TEXT})
    assert "1 letter waits for this" in page.text
    assert "Written for it: Holes" in as_cas.get("/bank/gaps").text
    page = as_cas.post(f"/bank/paragraphs/{newest(engine).id}/answer")
    assert "1 reply has one more answer now." in page.tree.text_content()
    assert "waits for this" not in page.text
    assert TEXT in as_cas.get(f"/desk/{post.draft}").tree.text_content()
    assert "No gaps" in as_cas.get("/bank/gaps").text


def test_a_reply_that_went_without_an_answer_and_out_of_date_wording_are_told(
    as_cas: Browser, engine: Engine, ada_office: int, post: Post
) -> None:
    as_cas.post(f"/desk/{post.draft}/send", {"read-gone": "One point is not answered."})
    page = as_cas.get("/bank/gaps")
    assert "1 person had a reply without an answer to this" in page.text
    assert "waits" not in text_of(page.tree.xpath("//*[@class='gap-count']")[0])
    as_cas.post(f"/desk/{post.draft}/take_back")
    with db.transaction(engine, ada_office) as session:
        for paragraph in session.scalars(db.mine(session, Paragraph)):
            paragraph.stale_on = NOW.date()
    page = as_cas.get("/bank/gaps")
    assert "Only out-of-date wording: " in page.text
    assert "had a reply" not in page.text


@pytest.mark.usefixtures("post")
def test_a_paragraph_for_a_gap_is_titled_by_its_own_words(as_cas: Browser, engine: Engine) -> None:
    page = as_cas.get(as_cas.get("/bank/gaps").tree.xpath("//*[@class='gap-act']/a/@href")[0])
    form = page.tree.xpath("//form[@action='/bank/add']")[0]
    sent: dict[str, Any] = {}
    for name, value in form.form_values():
        sent.setdefault(name, []).append(value)
    as_cas.post("/bank/add", sent | {"text": TEXT})
    assert newest(engine).title == "The county mends every hole in the road…"


@pytest.mark.usefixtures("post")
@pytest.mark.parametrize(("most", "is_told"), [(1, True), (2, False)])
def test_where_not_all_are_counted_the_page_says_so(
    as_cas: Browser, monkeypatch: pytest.MonkeyPatch, most: int, is_told: bool
) -> None:
    monkeypatch.setattr("correspondence.bank.gaps.MOST", most)
    assert (f"Only the newest {most} points" in as_cas.get("/bank/gaps").text) is is_told


def test_letters_nobody_has_begun_are_looked_at_when_asked_for(as_cas: Browser, post: Post) -> None:
    as_cas.post("/inbox/paste", {"text": "Dear MP,\n\nWhy is the lighthouse at Northmoor dark?\n\nNed Quill"})
    as_cas.post("/inbox/paste", {"text": CASEWORK.decode().split("\n\n", 1)[1]})
    page = as_cas.get("/bank/gaps")
    assert "nobody has begun to answer" in page.text
    assert "lighthouse" not in page.text
    page = as_cas.post("/bank/gaps/look")
    assert "lighthouse" in page.text
    assert "nobody has begun" not in page.text
    assert "There is none left to look at." in as_cas.post("/bank/gaps/look").tree.text_content()


def test_others_write_while_letters_are_looked_at_and_answered_again(
    as_cas: Browser, engine: Engine, ada_office: int, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    gap = as_cas.get(as_cas.get("/bank/gaps").tree.xpath("//*[@class='gap-act']/a/@href")[0])
    points = gap.tree.xpath("//input[@name='points']/@value")[0]
    told = {"text": TEXT, "kind": "policy", "voice": "office", "title": "Holes", "points": points}
    as_cas.post("/bank/add", told)
    for place in ("lighthouse", "library"):
        as_cas.post(
            "/inbox/paste", {"text": f"Dear MP,\n\nWhy is the {place} at Northmoor dark?\n\nNed Quill"}
        )
    added: list[str] = []
    answers = desk.answers

    def look_slowly(*given: Any) -> list[Answer]:
        with db.transaction(engine, ada_office) as other:
            other.add(Topic(name=f"Topic {len(added)}"))
        added.append("")
        return answers(*given)

    monkeypatch.setattr(desk, "answers", look_slowly)
    assert "2 letters looked at." in as_cas.post("/bank/gaps/look").tree.text_content()
    page = as_cas.post(f"/bank/paragraphs/{newest(engine).id}/answer")
    assert "1 reply has one more answer now." in page.tree.text_content()
    assert len(added) == 3
    assert "lighthouse" in as_cas.get("/bank/gaps").text


def test_points_of_another_office_are_not_shown(as_cas: Browser, theirs: dict[str, int]) -> None:
    page = as_cas.get(f"/bank/add?points={theirs['point']},x,{'9' * 40}")
    assert not page.tree.xpath("//input[@name='points']")
