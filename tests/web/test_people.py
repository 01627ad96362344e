"""The pages for signing in, the first set-up, people and settings."""

import io
from pathlib import Path

import pytest
from docx import Document
from flask import Flask
from sqlalchemy import Engine, select

from correspondence import db, people
from correspondence.config import Settings
from correspondence.models import Letterhead, Office, User
from correspondence.people import OfficeDetails
from correspondence.web import create_app
from tests.conftest import NOW
from tests.web.browser import Browser
from tests.web.page import Page, text_of

ADMIN = {"your_name": "Eve Elm", "your_email": "eve@example.org", "password": "three plain words"}
OFFICE = {
    "name": "Office of Eve Elm MP",
    "mp_name": "Eve Elm MP",
    "constituency": "Westmere",
    "in_government": "y",
}


@pytest.fixture
def first(engine: Engine, tmp_path: Path) -> Browser:
    """A browser at an app nobody has set up, with a sample office in it."""
    with db.transaction(engine) as session:
        people.add_office(session, OfficeDetails("Sample office"), NOW, sample=True)
    return Browser(create_app(Settings(tmp_path, str(engine.url)), engine, lambda: NOW).test_client())


def letterhead(*lines: str) -> io.BytesIO:
    document, file = Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(file)
    file.seek(0)
    return file


# The first start


def test_without_the_link_there_is_nothing_to_set_up(first: Browser) -> None:
    for path in ("/set-up/", "/set-up/office", "/set-up/wrong-key"):
        first.get(path, status=404)
    for path in ("/set-up/office", "/set-up/sample"):
        first.post(path, {**OFFICE, **ADMIN}, status=404)


def test_until_it_is_set_up_the_sign_in_page_says_where_to_go(first: Browser, tmp_path: Path) -> None:
    sentence = "Correspondence is not set up yet."
    assert sentence in first.get("/sign-in").text
    first.get(f"/set-up/{people.make_key(tmp_path)}")
    first.post("/set-up/sample")
    assert sentence in first.get("/sign-in").text
    first.post("/set-up/office", {**OFFICE, **ADMIN})
    assert sentence not in first.get("/sign-in").text


def test_the_link_sets_up_the_office_once(first: Browser, tmp_path: Path, engine: Engine) -> None:
    link = f"/set-up/{people.make_key(tmp_path)}"
    welcome = first.get(link)
    assert welcome.heading == "Welcome to Correspondence"
    assert welcome.answer.request.path == "/set-up/", "the key must not stay in the address"
    first.get("/set-up/office")
    page = first.post("/set-up/office", {**OFFICE, **ADMIN})
    assert "You are signed in" in page.text or "you are signed in" in page.text
    with db.make_session(engine, write=False) as session:
        office = session.scalars(select(Office).where(Office.is_sample.is_(False))).one()
        assert (office.name, office.in_government, office.signatory) == ("Office of Eve Elm MP", True, "")
    for path in (link, "/set-up/", "/set-up/office"):
        first.get(path, status=404)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"constituency": ""}, "constituency"),
        ({"name": "Sample office"}, "name"),
        ({"your_email": "eve"}, "your_email"),
        ({"password": "short"}, "password"),
        ({"password": "password1234"}, "password"),
        ({"your_name": "x" * 301}, "your_name"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    first: Browser, tmp_path: Path, engine: Engine, change: dict[str, str], field: str
) -> None:
    first.get(f"/set-up/{people.make_key(tmp_path)}")
    typed = {**OFFICE, **ADMIN, **change}
    page = first.post("/set-up/office", typed, status=422)
    assert page.tree.xpath("//*[@id='error-summary']//a/@href") == [f"#{field}"]
    assert page.tree.get_element_by_id(field).get("aria-invalid") == "true"
    assert page.tree.get_element_by_id("mp_name").get("value") == typed["mp_name"]
    assert page.tree.get_element_by_id("password").get("value", "") == ""
    with db.make_session(engine, write=False) as session:
        assert not people.is_set_up(session)
    assert first.post("/set-up/office", {**OFFICE, **ADMIN}).heading != "Set up your office"


def test_looking_round_the_sample_office_and_removing_it(
    first: Browser, tmp_path: Path, engine: Engine
) -> None:
    first.get(f"/set-up/{people.make_key(tmp_path)}")
    page = first.post("/set-up/sample")
    assert "Sample office." in text_of(page.tree.xpath("//aside")[0])
    page = first.post("/settings/sample/remove")
    assert page.heading == "Welcome to Correspondence" and "removed" in page.text
    with db.make_session(engine, write=False) as session:
        assert session.scalars(select(Office)).all() == []
    first.post("/set-up/office", {**OFFICE, **ADMIN})


def test_an_office_of_one_s_own_can_remove_the_sample_and_stays(
    as_ada: Browser, as_cas: Browser, engine: Engine
) -> None:
    with db.transaction(engine) as session:
        people.add_office(session, OfficeDetails("Sample office"), NOW, sample=True)
    as_cas.post("/settings/sample/remove", status=403)
    assert "The sample office is removed" in as_ada.post("/settings/sample/remove").text
    with db.make_session(engine, write=False) as session:
        assert [office.mp_name for office in session.scalars(select(Office))] == ["Ada Amberley MP"]
    as_ada.post("/settings/sample/remove", status=404)


# People


def test_adding_somebody_who_then_chooses_a_password(as_ada: Browser, nobody: Browser) -> None:
    page = as_ada.post("/people/add", {"name": "Eve", "email": "eve@example.org", "role": "approver"})
    temporary = text_of(page.tree.get_element_by_id("temporary"))
    assert temporary not in as_ada.get("/people/").text
    page = nobody.post("/sign-in", {"email": "eve@example.org", "password": temporary})
    assert page.heading == "Change your password"
    weak = nobody.post("/password", {"old": temporary, "new": "parliament2026"}, status=422)
    assert weak.errors == [
        "That password is easy to guess. Choose another: three words with no link will do."
    ]
    page = nobody.post("/password", {"old": temporary, "new": "three plain words"})
    assert "Your password is changed" in page.text


def test_a_person_s_page_changes_role_password_sign_ins_and_end(as_ada: Browser, as_cas: Browser) -> None:
    assert "Last seen" in as_ada.get("/people/3").text
    assert "is now an approver" in as_ada.post("/people/3/role", {"role": "approver"}).text
    assert as_cas.get_raw("/password").status_code == 302
    assert "was not signed in" in as_ada.post("/people/3/sign-ins").text
    assert as_ada.post("/people/3/password").heading == "Temporary password"
    assert "can no longer sign in" in as_ada.post("/people/3/end").text
    page = as_ada.get("/people/3")
    assert "ended" in page.text and not page.tree.xpath("//main//form")


@pytest.mark.parametrize("path", ["/people/1/end", "/people/1/role"])
def test_the_only_admin_is_told_why_not(as_ada: Browser, path: str) -> None:
    page = as_ada.post(path, {"role": "caseworker"}, status=422)
    assert "Ada is the only admin" in page.text


def test_a_role_says_what_it_may_and_no_more(as_ada: Browser) -> None:
    """No reply is approved: an approver's word is on paragraphs, and on what goes although it should not."""
    said = as_ada.get("/people/add").text
    assert "Approver Also approves and retires paragraphs, and decides what may go as it stands Admin" in said


@pytest.mark.parametrize("role", ["", "owner"])
def test_a_role_that_is_none_is_refused(as_ada: Browser, role: str, engine: Engine) -> None:
    as_ada.post("/people/3/role", {"role": role}, status=422)
    as_ada.post("/people/add", {"name": "Eve", "email": "eve@example.org", "role": role}, status=422)
    with db.make_session(engine, write=False) as session:
        assert {user.role for user in session.scalars(select(User))} == {"admin", "approver", "caseworker"}


# Settings


def test_what_is_saved_is_shown_again(as_ada: Browser) -> None:
    fields = {**OFFICE, "address": "1 Road\r\n\r\nTown & <Country>", "party": "A party"}
    page = as_ada.post("/settings/", fields)
    assert "Saved." in page.text
    assert page.tree.get_element_by_id("address").text.strip() == "1 Road\nTown & <Country>"
    assert page.tree.get_element_by_id("in_government").get("checked") is not None
    page = as_ada.post("/settings/", {**OFFICE, "in_government": ""})
    assert page.tree.get_element_by_id("in_government").get("checked") is None


def test_a_letterhead_goes_in_comes_back_and_is_put_aside(as_ada: Browser, engine: Engine) -> None:
    file = letterhead("[[office_address]]", "[[body]]", "[[signatory]]")
    page = as_ada.post("/settings/letterhead", {"file": (file, "../My “head”.docx")})
    assert "Letters are made on this letterhead" in page.text
    answer = as_ada.get_raw("/settings/letterhead.docx")
    assert answer.data == file.getvalue()
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith("attachment") and "/" not in disposition.replace("''", "")
    file.seek(0)
    as_ada.post("/settings/letterhead", {"file": (file, "again.docx")})
    as_ada.post("/settings/letterhead/remove")
    assert "None yet" in as_ada.get("/settings/").text
    as_ada.get("/settings/letterhead.docx", status=404)
    with db.make_session(engine, write=False) as session:
        assert [row.file_name for row in session.scalars(select(Letterhead))] == ["again.docx"]


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "", "Choose a Word file."),
        (b"", "empty.docx", "."),
        (b"no Word file at all", "letter.docx", "."),
        (letterhead("[[date]]").getvalue(), "letter.docx", "no [[body]]"),
        (letterhead("[[body]]", "[[nonsense]]").getvalue(), "letter.docx", "[[nonsense]]"),
    ],
    ids=["none", "empty", "text", "no body", "unknown token"],
)
def test_a_letterhead_that_cannot_work_is_refused_with_what_to_change(
    as_ada: Browser, engine: Engine, data: bytes, name: str, sentence: str
) -> None:
    page = as_ada.post("/settings/letterhead", {"file": (io.BytesIO(data), name)}, status=422)
    assert len(page.errors) == 1 and sentence in page.errors[0]
    with db.make_session(engine, write=False) as session:
        assert session.scalars(select(Letterhead)).all() == []


# The shell


def test_the_header_leads_where_the_person_may_go(app: Flask, as_ada: Browser, as_cas: Browser) -> None:
    def areas(page: Page) -> list[str]:
        return [text_of(link) for link in page.tree.xpath("//nav[@class='areas']/a")]

    assert set(areas(as_ada.get("/help"))) - set(areas(as_cas.get("/help"))) == {"People", "Settings"}
    current = as_ada.get("/people/add").tree.xpath("//a[@aria-current='page']")
    assert [text_of(link) for link in current] == ["People"]


def test_help_names_every_key_the_list_names(as_cas: Browser) -> None:
    page = as_cas.get("/help")
    listed = [text_of(key) for key in page.tree.xpath("//dialog//kbd")]
    assert listed and listed == [text_of(key) for key in page.tree.xpath("//main//kbd")]
