"""A paragraph that is put right in a reply goes to the bank from there, as a proposal beside the old one."""

from typing import Any

import pytest
from sqlalchemy import Engine, select

from correspondence import bank, db
from correspondence.models import AuditEvent, Block, Paragraph
from tests.conftest import NOW
from tests.web.bank import paragraphs
from tests.web.browser import Browser
from tests.web.page import Page, text_of
from tests.web.post import Post
from tests.web.sheet import GUARDS, Sheet, stored

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
GATES = " They also watch the new gates."


@pytest.fixture
def was(engine: Engine, ada_office: int, post: Post) -> str:
    return stored(engine, ada_office, post)[GUARDS]


def about(at: Sheet) -> Any:
    return at.page.tree.get_element_by_id(f"about-{at.on(GUARDS)}")


def put_right(at: Sheet, text: str) -> str:
    """Write in the guards' paragraph and press its button; where that leads."""
    at.type(GUARDS, text)
    at.press("save")
    [address] = about(at).xpath(".//button[starts-with(@id, 'keep-')]/@formaction")
    assert at.browser.post(address, at.fields).heading == "Keep the change"
    return f"/bank/blocks/{at.on(GUARDS)}/keep"


def form_of(page: Page) -> dict[str, str]:
    form = page.tree.xpath("//form[contains(@action, '/keep')]")[0]
    fields = {name: value or "" for name, value in form.form_values()}
    return fields | {"voice": "office", "text": str(form.xpath("string(.//textarea)")).strip()}


def of_the_guards(engine: Engine) -> list[tuple[str, int, str]]:
    return [
        (row.state, row.version.number, row.version.text)
        for row in paragraphs(engine)
        if "guards" in row.version.text
    ]


def test_it_is_proposed_beside_what_it_came_from_and_the_reply_says_so(
    cas_at: Sheet, engine: Engine, was: str
) -> None:
    assert not about(cas_at).xpath(".//button[starts-with(@id, 'keep-')]")
    page = cas_at.browser.get(address := put_right(cas_at, was + GATES))
    assert "[put in: They also watch the new gates. ]" in page.text.replace("gates.]", "gates. ]")
    page = cas_at.browser.post(address, form_of(page))
    assert "Proposed for the bank." in page.text
    assert of_the_guards(engine) == [("approved", 1, was), ("proposed", 1, was + GATES)]
    cas_at.read(page)
    assert "Kept in the bank: see it there proposed" in text_of(about(cas_at))
    assert not about(cas_at).xpath(".//button[starts-with(@id, 'keep-')]")
    [there] = about(cas_at).xpath(".//a[text()='see it there']/@href")
    assert "The bank has nearly the same" in cas_at.browser.get(there).text
    cas_at.type(GUARDS, f"{was} And the old gates.")
    cas_at.press("save")
    assert about(cas_at).xpath(".//button[starts-with(@id, 'keep-')]")


def test_an_approver_uses_it_and_the_reply_asks_no_more(
    cas_at: Sheet, as_ben: Browser, engine: Engine, was: str
) -> None:
    address = put_right(cas_at, was + GATES)
    cas_at.browser.post(address, form_of(cas_at.browser.get(address)))
    old, new = (row for row in paragraphs(engine) if "guards" in row.version.text)
    sent = {"number": 1, "other": old.id, "other_number": 1}
    as_ben.post(f"/bank/paragraphs/{new.id}/alike/replace", sent)
    assert of_the_guards(engine) == [("proposed", 2, was + GATES), ("retired", 1, was + GATES)]
    assert "Put right in a letter on 21 November 2026" in as_ben.get(f"/bank/paragraphs/{old.id}").text
    cas_at.read(cas_at.browser.get(f"/desk/{cas_at.post.draft}"))
    assert not about(cas_at).xpath(".//button[starts-with(@id, 'keep-')]")


def test_what_is_one_persons_is_shown_taken_out_and_not_stored(
    cas_at: Sheet, engine: Engine, was: str
) -> None:
    own = " I know, Mrs Kaur, that you live near it. I was sorry to hear of your operation."
    page = cas_at.browser.get(address := put_right(cas_at, was + GATES + own))
    form = form_of(page)
    assert form["text"] == f"{was}{GATES} I know that you live near it."
    assert text_of(page.tree.xpath("//*[@class='taken-out']")[0]).endswith("operation.name Mrs Kaur")
    page = cas_at.browser.post(address, form | {"text": was + own}, status=422)
    assert page.errors == [
        "This may be one person's own: “I was sorry to hear of your operation.”, “Mrs Kaur”. Take it out."
    ]
    assert len(of_the_guards(engine)) == 1
    cas_at.browser.post(address, form_of(page) | {"text": f"{was} I know, Mrs Kaur."}, status=422)
    [theirs] = page.tree.xpath("//button[@name='nobodys']/@value")
    cas_at.browser.post(address, form_of(page) | {"nobodys": theirs})
    assert of_the_guards(engine)[1] == ("proposed", 1, was + own)


def test_a_new_figure_is_asked_for_its_day_and_where_it_is_from(
    cas_at: Sheet, engine: Engine, was: str
) -> None:
    now = was.replace("three million", "five million")
    page = cas_at.browser.get(address := put_right(cas_at, now))
    page = cas_at.browser.post(address, form_of(page), status=422)
    assert "Which day is that right for?" in page.errors[0]
    assert "Where is that from?" in page.errors[1]
    given = {"date": "2026-11-20", "new_source": "The county's page"}
    cas_at.browser.post(address, form_of(page) | given)
    [_old, new] = [row for row in paragraphs(engine) if "guards" in row.version.text]
    assert (str(new.version.date), new.version.why) == (
        "2026-11-20", "Put right in a letter on 21 November 2026 (from “The county's page”)",
    )  # fmt: skip


def test_a_proposal_does_not_vouch_for_its_figure_the_next_time(
    cas_at: Sheet, engine: Engine, was: str
) -> None:
    """It is of the Source of what it came from, which never said it."""
    now = was.replace("three million", "five million")
    address = put_right(cas_at, now)
    page = cas_at.browser.post(address, form_of(cas_at.browser.get(address)), status=422)
    [asked] = page.tree.xpath("//button[@name='looked_at']/@value")
    cas_at.browser.post(address, form_of(page) | {"looked_at": asked})
    cas_at.read(cas_at.browser.get(f"/desk/{cas_at.post.draft}"))
    page = cas_at.browser.get(address := put_right(cas_at, now + GATES))
    assert "five million" in cas_at.browser.post(address, form_of(page), status=422).errors[0]


def test_what_somebody_made_of_it_meanwhile_is_read_first(
    cas_at: Sheet, engine: Engine, ada_office: int, was: str
) -> None:
    form = form_of(cas_at.browser.get(address := put_right(cas_at, was + GATES)))
    with db.transaction(engine, ada_office) as session:
        version = db.one(session, Block, cas_at.on(GUARDS)).source_version
        assert version is not None
        bank.revise(session, None, version.paragraph, f"{was} By boat too.", NOW)
    page = cas_at.browser.post(address, form, status=409)
    assert "Somebody else has changed this paragraph." in page.errors[0]
    assert "boat" in page.text
    cas_at.browser.post(address, form_of(page))
    assert of_the_guards(engine) == [("proposed", 2, f"{was} By boat too."), ("proposed", 1, was + GATES)]


def test_it_is_stored_once_when_it_is_sent_twice(cas_at: Sheet, engine: Engine, was: str) -> None:
    address = put_right(cas_at, was + GATES)
    form = form_of(cas_at.browser.get(address))
    cas_at.browser.post(address, form)
    cas_at.browser.post(address, form)
    assert len(of_the_guards(engine)) == 2


def test_without_the_name_it_is_what_the_bank_says(cas_at: Sheet, engine: Engine, was: str) -> None:
    address = put_right(cas_at, was.replace("Forty", "As I said, Mrs Kaur, forty"))
    form = form_of(cas_at.browser.get(address)) | {"text": was}
    assert "says already" in cas_at.browser.post(address, form, status=422).errors[0]
    assert len(of_the_guards(engine)) == 1


def test_who_did_it_is_noted_without_anybodys_words(
    cas_at: Sheet, engine: Engine, ada_office: int, was: str
) -> None:
    address = put_right(cas_at, was + GATES)
    cas_at.browser.post(address, form_of(cas_at.browser.get(address)))
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        [row] = session.scalars(select(AuditEvent).where(AuditEvent.act == "keep"))
        new = session.scalars(select(Paragraph).order_by(Paragraph.id.desc())).first()
        assert new is not None
        assert row.user is not None and row.user.name.startswith("Cas")
        assert (row.noun_id, row.detail) == (cas_at.on(GUARDS), {"paragraph": new.id, "edit": 2})


def test_nothing_is_kept_of_what_says_the_same_or_of_another_office(
    cas_at: Sheet, as_dov: Browser, was: str
) -> None:
    assert "says already" in cas_at.browser.get(f"/bank/blocks/{cas_at.on(GUARDS)}/keep", status=422).text
    as_dov.get(put_right(cas_at, was + GATES), status=404)
