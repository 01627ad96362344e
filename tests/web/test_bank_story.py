"""What became of a paragraph: an earlier wording again, who did what, which replies it stands in."""

import pytest
from sqlalchemy import Engine, select

from correspondence import db
from correspondence.models import Block, Draft, Message, Paragraph
from tests.conftest import NOW
from tests.web.bank import LETTER, bring_in, of, paragraphs
from tests.web.browser import Browser
from tests.web.page import text_of

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.fixture
def ferry(as_ben: Browser, engine: Engine) -> Paragraph:
    """A paragraph with two Versions, the second with another day and Ben's own words."""
    bring_in(as_ben, ("ferry.txt", LETTER))
    ferry = paragraphs(engine)[1]
    as_ben.post(
        of(ferry, "revise"), {"number": 1, "text": "Ben's words.", "voice": "Ben", "date": "2026-11-01"}
    )
    return paragraphs(engine)[1]


def test_an_earlier_wording_is_used_again(as_ben: Browser, engine: Engine, ferry: Paragraph) -> None:
    as_ben.post(of(ferry, "approve"), {"number": 2})
    page = as_ben.post(of(ferry, "again"), {"version": 1, "number": 2})
    assert "Version 3 has the words of version 1." in page.tree.text_content()
    after = paragraphs(engine)[1]
    first, _second, third = after.versions
    assert (third.text, third.voice, third.date) == (first.text, "office", first.date)
    assert third.why == "The words of version 1 again."
    assert [figure.text for figure in third.figures] == ["£3 million", "700"]
    assert after.state == "proposed"


def test_a_wording_that_stands_already_is_not_told_as_new(
    as_ben: Browser, engine: Engine, ferry: Paragraph
) -> None:
    as_ben.post(of(ferry, "again"), {"version": 1, "number": 2})
    page = as_ben.post(of(ferry, "again"), {"version": 1, "number": 3})
    assert "It says so already." in page.tree.text_content()
    assert len(paragraphs(engine)[1].versions) == 3


def test_nobody_goes_back_behind_a_wording_they_have_not_seen(
    as_ben: Browser, as_cas: Browser, engine: Engine, ferry: Paragraph
) -> None:
    as_ben.post(of(ferry, "again"), {"version": 1, "number": 1}, status=409)
    as_ben.post(of(ferry, "again"), {"version": 9, "number": 2}, status=404)
    as_ben.post(of(ferry, "approve"), {"number": 2})
    as_cas.post(of(ferry, "again"), {"version": 1, "number": 2}, status=422)  # approved: an approver may
    as_ben.post(of(ferry, "retire"))
    as_ben.post(of(ferry, "again"), {"version": 1, "number": 2}, status=422)
    assert len(paragraphs(engine)[1].versions) == 2


def test_the_history_says_who_did_what(as_ben: Browser, ferry: Paragraph) -> None:
    as_ben.post(of(ferry, "approve"), {"number": 2})
    as_ben.post(of(ferry, "care"), {"title": "Crossing", "kind": "policy", "owner": "2"})
    as_ben.post(of(ferry, "retire"))
    page = as_ben.get(f"/bank/paragraphs/{ferry.id}")
    lines = [text_of(line) for line in page.tree.xpath("//ol[@class='history']/li")]
    assert [line.split(" 21 Nov")[0] for line in lines[:4]] == [
        "Retired", "Changed: owner, title", "Approved", "Changed: title",
    ]  # fmt: skip
    assert lines[4].startswith("Version 2")
    assert "Ben" in lines[0]


def test_the_replies_it_stands_in_are_counted_by_state_and_listed_by_version(
    as_cas: Browser, engine: Engine, ada_office: int, ferry: Paragraph
) -> None:
    with db.transaction(engine, ada_office) as session:
        first, second = session.scalars(select(Paragraph).where(Paragraph.id == ferry.id)).one().versions
        for number in range(60):
            message = Message(received_at=NOW, original=b"", hash=str(number))
            state = "sent" if number < 9 else "drafting"
            blocks = [Block(text="It sails.", source_version=second if number % 10 == 0 else first)]
            session.add(Draft(message=message, state=state, created_at=NOW, blocks=blocks))
        for text, removed in (("It sails.", NOW), (" …", None)):
            draft = Draft(message=message, created_at=NOW)
            session.add(Block(text=text, source_version=first, removed_at=removed, draft=draft))
    page = as_cas.get(f"/bank/paragraphs/{ferry.id}")
    counts = page.tree.xpath("//p[@class='use-counts']")[0]
    assert text_of(counts) in ("drafting 51 sent 9", "sent 9 drafting 51")
    page = as_cas.get(f"/bank/paragraphs/{ferry.id}/uses")
    assert "Page 1 of 2, 60 replies" in page.text
    assert len(page.tree.xpath("//tbody/tr")) == 50
    page = as_cas.get(f"/bank/paragraphs/{ferry.id}/uses?version=2")
    assert len(page.tree.xpath("//tbody/tr")) == 6
    assert "In no reply" in as_cas.get("/bank/paragraphs/1/uses").text


def test_what_was_approved_together_with_others_says_by_whom(as_ben: Browser, engine: Engine) -> None:
    bring_in(as_ben, ("ferry.txt", LETTER.replace("2024", "2026")))
    first, second = paragraphs(engine)[:2]
    as_ben.post("/bank/sources/1/accept", {"ticked": f"{second.id}.1"})
    told = [
        [text_of(act) for act in as_ben.get(of(row, "").rstrip("/")).tree.xpath("//li[@class='history-act']")]
        for row in (first, second)
    ]
    assert [len(acts) for acts in told] == [0, 1]
    assert told[1][0].startswith("Approved") and told[1][0].endswith("Ben")
