"""Stale text on the pages: each kind shown, approval stopped until a person decides; the dated tables."""

import datetime as dt

import pytest
from sqlalchemy import Engine

from correspondence import bank, db, desk, inbox
from correspondence.models import Decision, Draft, Paragraph, Source
from tests.bank.kinds import KINDS, made
from tests.conftest import NOW, TODAY
from tests.web.browser import Browser
from tests.web.page import Page
from tests.web.post import Post

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
WHY = "Checked with the department on 20 November."
HEALEY = {
    "name": "Home Secretary",
    "said": "Nadia Orr",
    "begins": "2026-11-01",
    "source": "https://example.org/p",
}


def state(engine: Engine, key: int) -> str:
    with db.make_session(engine, write=False) as session:
        return session.get_one(Paragraph, key).state


def decided(engine: Engine) -> list[tuple[str, str]]:
    with db.make_session(engine, write=False) as session:
        return [(row.user.name if row.user else "", row.why) for row in session.query(Decision)]


def read(page: Page, suffix: str = "") -> list[str]:
    """The sentences against it that a page has before its reader, as its form sends them."""
    return [str(value) for value in page.tree.xpath(f"//input[@name='read{suffix}']/@value")]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_staleness_is_shown_and_stops_approval_without_a_named_decision(
    kind: str, as_ben: Browser, engine: Engine, ada_office: int
) -> None:
    with db.transaction(engine, ada_office) as session:
        paragraph, says, since = made(session, kind)
        key = paragraph.id
    page = as_ben.get(f"/bank/paragraphs/{key}")
    assert says in page.text
    assert since.removeprefix("Since ") in page.text
    address = f"/bank/paragraphs/{key}/approve"
    assert says in as_ben.post(address, {"number": 1}, status=422).text
    assert says in as_ben.post(address, {"number": 1, "why": "  "}, status=422).text
    assert state(engine, key) == "proposed"
    assert decided(engine) == []
    assert says in as_ben.post(address, {"number": 1, "why": WHY}, status=422).text  # nobody read it
    page = as_ben.post(address, {"number": 1, "why": WHY, "read": read(page)})
    assert state(engine, key) == "approved"
    assert decided(engine) == [("Ben", WHY)]
    assert f"Ben decided on {NOW.day} November 2026" in page.text
    assert WHY in page.text
    assert says in as_ben.get("/bank/?stale=yes&state=approved").text or "decided" in page.text


def test_a_caseworker_sees_why_and_cannot_decide(as_cas: Browser, engine: Engine, ada_office: int) -> None:
    with db.transaction(engine, ada_office) as session:
        key = made(session, "holder")[0].id
    page = as_cas.get(f"/bank/paragraphs/{key}")
    assert "it is Shabana Mahmood" in page.text
    assert page.tree.xpath("//a[contains(@href, 'https://www.gov.uk/')]")
    assert not page.tree.xpath("//form[@id='decide']")
    as_cas.post(f"/bank/paragraphs/{key}/approve", {"number": 1, "why": WHY}, status=403)


def test_approving_all_of_a_source_leaves_what_is_stale(
    as_ben: Browser, engine: Engine, ada_office: int
) -> None:
    with db.transaction(engine, ada_office) as session:
        source = Source(title="Two", date=TODAY, original=b"x", hash="x", created_at=NOW)
        session.add(source)
        fresh = bank.add(session, None, "The pier is open to all.", NOW, None, source)
        stale = bank.add(session, None, "The pier is closed.", NOW, {"date": None}, source)
        keys, number = (fresh.id, stale.id), source.id
    shown = [f"{key}.1" for key in keys]
    page = as_ben.get(f"/bank/sources/{number}")
    assert "Approve the one that nothing speaks against" in page.text
    assert page.tree.xpath("//input[@name='shown']/@value") == shown[:1]
    page = as_ben.post(f"/bank/sources/{number}/accept", {"shown": shown, "all": "yes"})
    assert [state(engine, key) for key in keys] == ["approved", "proposed"]
    assert page.tree.xpath(f"//form[@id='stand-{keys[1]}']//input[@name='why']")
    as_ben.post(f"/bank/paragraphs/{keys[1]}/accept", {"number": 1, "why": WHY, "read": read(page)})
    assert state(engine, keys[1]) == "approved"


def stale_reply(engine: Engine, office: int, post: Post) -> int:
    """Put wording that names who left into the reply; the number of its Block."""
    with db.transaction(engine, office) as session:
        block = desk.insert(
            session, None, db.one(session, Draft, post.draft), made(session, "holder")[0], NOW
        )
        session.flush()
        return block.id


def test_a_stale_block_must_be_decided_on_and_then_names_who_did(
    as_ben: Browser, as_cas: Browser, engine: Engine, ada_office: int, post: Post
) -> None:
    key = stale_reply(engine, ada_office, post)
    page = as_cas.get(f"/desk/{post.draft}")
    (must,) = page.tree.xpath(f"//div[@id='about-{key}']//p[contains(@class, 'problem-must')]")
    assert "It names Yvette Cooper as Home Secretary" in " ".join(must.itertext())
    assert not page.tree.xpath(f"//button[@id='use-{key}']")
    as_cas.post(f"/desk/{post.draft}/blocks/{key}/decide", {f"why-{key}": WHY}, status=403)
    page = as_ben.get(f"/desk/{post.draft}")
    assert page.tree.xpath(f"//button[@id='use-{key}']")
    as_ben.post(f"/desk/{post.draft}/blocks/{key}/decide", {f"why-{key}": ""}, status=409)
    as_ben.post(f"/desk/{post.draft}/blocks/{key}/decide", {f"why-{key}": WHY}, status=409)
    sent = {f"why-{key}": WHY, f"read-{key}": read(page, f"-{key}")}
    page = as_ben.post(f"/desk/{post.draft}/blocks/{key}/decide", sent)
    assert not page.tree.xpath(f"//div[@id='about-{key}']//p[contains(@class, 'problem-must')]")
    assert "Ben decided on 21 November 2026 that this may go as it stands" in page.text


def test_a_decision_in_one_reply_says_it_is_for_all_and_is_taken_back(
    as_ben: Browser, as_cas: Browser, engine: Engine, ada_office: int, post: Post
) -> None:
    key = stale_reply(engine, ada_office, post)
    page = as_ben.get(f"/desk/{post.draft}")
    assert "It counts in every reply that uses this wording, until it is taken back." in page.text
    sent = {f"why-{key}": WHY, f"read-{key}": read(page, f"-{key}")}
    page = as_ben.post(f"/desk/{post.draft}/blocks/{key}/decide", sent)
    [back] = page.tree.xpath("//button[@name='decision']")
    assert not as_cas.get(f"/desk/{post.draft}").tree.xpath("//button[@name='decision']")
    address = f"/desk/{post.draft}/blocks/{key}/undecide"
    as_cas.post(address, {"decision": back.get("value")}, status=403)
    page = as_ben.post(address, {"decision": back.get("value")})
    assert page.tree.xpath(f"//div[@id='about-{key}']//p[contains(@class, 'problem-must')]")
    assert page.tree.xpath(f"//button[@id='use-{key}']")


def test_the_paragraph_tells_who_decided_and_takes_it_back(
    as_ben: Browser, as_cas: Browser, engine: Engine, ada_office: int
) -> None:
    with db.transaction(engine, ada_office) as session:
        key = made(session, "holder")[0].id
    address = f"/bank/paragraphs/{key}"
    as_ben.post(f"{address}/approve", {"number": 1, "why": WHY, "read": read(as_ben.get(address))})
    assert not as_cas.get(address).tree.xpath("//form[contains(@action, '/take-back')]")
    [form] = as_ben.get(address).tree.xpath("//form[contains(@action, '/take-back')]")
    as_cas.post(form.get("action"), status=403)
    page = as_ben.post(form.get("action"))
    assert "Every reply that uses this asks about it again." in page.text
    assert state(engine, key) == "proposed"
    lines = [" ".join(line.itertext()) for line in page.tree.xpath("//ol[@class='history']/li")]
    told = [line for line in lines if WHY in line]
    assert [line.split(":")[0].strip() for line in told] == [
        "Taken back",
        "Version 1 may be used as it stands",
    ]
    assert all("21 Nov 2026, 09:30, Ben" in line for line in told)


def test_the_tables_show_their_sources_and_take_changes_from_approvers(
    as_ben: Browser, as_cas: Browser, engine: Engine, ada_office: int
) -> None:
    page = as_cas.get("/bank/dated?q=home")
    assert len(page.tree.xpath("//table[contains(@class, 'dated-rows')]//tbody/tr")) == 10
    assert len(page.tree.xpath("//tbody//a[starts-with(@href, 'https://www.gov.uk/')]")) == 10
    assert "5 September 2025 not by 31 December 2025" in page.text  # nobody has looked since
    assert not page.tree.xpath("//form[contains(@action, '/save')]")
    as_cas.post("/bank/dated/post/save", HEALEY, status=403)
    wrong = as_ben.post("/bank/dated/post/save", {**HEALEY, "source": "my memory"}, status=422)
    assert "Give the link where this can be checked" in wrong.text
    assert wrong.tree.xpath("//input[@name='said' and @value='Nadia Orr']")
    as_ben.post("/bank/dated/post/save", HEALEY)
    page = as_cas.get("/bank/dated?q=home")
    assert "Nadia Orr" in page.text
    assert "5 September 2025 1 November 2026" in page.text  # the one before ends where she begins
    with db.transaction(engine, ada_office) as session:
        text = "The Home Secretary, Shabana Mahmood, agrees."
        key = bank.add(session, None, text, NOW, {"date": dt.date(2026, 10, 1)}).id
    assert "since 1 November 2026 it is Nadia Orr" in as_cas.get(f"/bank/paragraphs/{key}").text
    row = {"key": "own 1"}
    as_ben.post("/bank/dated/post/take-out", row)
    assert "Nadia Orr" not in as_cas.get("/bank/dated?q=home").text


@pytest.mark.parametrize("about", ["post", "bill", "government"])
def test_a_row_is_edited_in_its_form_and_put_back(about: str, as_ben: Browser) -> None:
    page = as_ben.get(f"/bank/dated?about={about}")
    link = page.tree.xpath("//tbody/tr[1]//a[starts-with(normalize-space(.), 'Edit')]/@href")[0]
    form = as_ben.get(link).tree.xpath("//form[contains(@action, '/save')]")[0]
    sent = {
        field.get("name"): field.get("value") or "" for field in form.xpath(".//input") if field.get("name")
    }
    chosen = form.xpath(".//select/option[@selected]/@value")
    sent |= {"stage": chosen[0]} if chosen else {}
    assert sent["key"].startswith(f"{about}: ")
    as_ben.post(f"/bank/dated/{about}/save", {**sent, "source": "https://example.org/other"})
    page = as_ben.get(f"/bank/dated?about={about}")
    assert page.tree.xpath("//tbody//a[@href='https://example.org/other']")
    assert "changed here" in page.text
    as_ben.post(f"/bank/dated/{about}/put-back", {"key": sent["key"]})
    assert not as_ben.get(f"/bank/dated?about={about}").tree.xpath("//a[@href='https://example.org/other']")


def test_the_offers_beside_a_letter_are_marked(as_cas: Browser, engine: Engine, ada_office: int) -> None:
    with db.transaction(engine, ada_office) as session:
        made(session, "government")
        mail = b"From: a@example.org\nSubject: Rail\n\nWhat will the Government do for the rail line?\n"
        draft = desk.reply(session, None, inbox.receive(session, None, "m.eml", mail, NOW)[0], NOW)
        session.flush()
        key = draft.id
    page = as_cas.get(f"/desk/{key}?words=railway line")
    (offer,) = page.tree.xpath("//article[contains(@class, 'offer')]")
    assert "since 5 July 2024 it is Labour" in " ".join(offer.itertext())
