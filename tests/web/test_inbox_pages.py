"""The inbox and a message, as somebody at a browser meets them."""

import io
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, select

from correspondence import bank, db, intake
from correspondence.intake.document import Document
from correspondence.models import AuditEvent, Draft, Message
from tests.conftest import NOW
from tests.web.browser import Browser
from tests.web.page import Page, text_of
from tests.web.post import CASEWORK, MAIL, bring_in

PDF = b"%PDF-1.4\n\x00\x01\x02"


def upload(browser: Browser, *files: tuple[str, bytes]) -> dict[str, object]:
    return {"files": [(io.BytesIO(data), name) for name, data in files], "csrf_token": browser.token()}


def test_an_empty_inbox_says_what_to_do(as_cas: Browser) -> None:
    page = as_cas.get("/inbox/")
    assert "No post yet" in page.text
    assert page.tree.xpath("//main//a[@href='/inbox/add']")


def test_an_uploaded_mail_becomes_a_message(as_cas: Browser) -> None:
    page = as_cas.post("/inbox/upload", upload(as_cas, ("mail.eml", MAIL)))
    assert page.heading == "Message 1"
    assert "Dear Mrs Kaur" in page.text
    assert "ZZ1 2ZZ" in page.text
    marks = [text_of(mark) for mark in page.tree.xpath("//mark")]
    assert [mark[0] for mark in marks] == ["①", "②", "③"]
    assert [text_of(fold) for fold in page.tree.xpath("//details[@class='folded']/summary")] == [
        "Greeting", "Sign-off and signature",
    ]  # fmt: skip


def test_of_several_files_each_is_told_its_own_outcome(as_cas: Browser) -> None:
    as_cas.post("/inbox/upload", upload(as_cas, ("mail.eml", MAIL)))
    page = as_cas.post(
        "/inbox/upload",
        upload(as_cas, ("again.eml", MAIL), ("help.eml", CASEWORK), ("scan.pdf", PDF), ("nothing.txt", b"")),
    )
    rows = [text_of(row) for row in page.tree.xpath("//tbody/tr")]
    assert "here already" in rows[0]
    assert "received" in rows[1]
    assert "unreadable" in rows[2]
    assert "nothing.txt" in rows[3]
    listed = as_cas.get("/inbox/").text
    assert "Guards at the ferry terminal" in listed
    assert "please help" in listed
    assert "scan.pdf" in listed


def test_an_upload_without_a_file_says_so(as_cas: Browser) -> None:
    page = as_cas.post("/inbox/upload", {"csrf_token": as_cas.token()}, status=422)
    assert page.errors == ["Choose one or more files."]


def test_pasted_text_becomes_a_message_and_a_name_given_with_it_is_the_writer_s(as_cas: Browser) -> None:
    page = as_cas.post("/inbox/paste", {"text": "Who pays for the guards?", "name": "Dr Lee Park"})
    assert "Dear Dr Park" in page.text


def test_what_was_typed_is_still_there_after_an_error(as_cas: Browser) -> None:
    page = as_cas.post("/inbox/paste", {"text": " ", "name": "Dr Lee Park"}, status=422)
    assert page.errors == ["Paste the text of the letter first."]
    assert page.tree.xpath("//input[@name='name']/@value") == ["Dr Lee Park"]
    long = "A letter about the ferry. " * 5
    page = as_cas.post("/inbox/paste", {"text": long, "name": "x" * 301}, status=422)
    assert long.strip() in page.tree.xpath("string(//textarea[@name='text'])")


def test_the_list_shows_who_wrote_and_marks_casework(as_cas: Browser) -> None:
    as_cas.post("/inbox/upload", upload(as_cas, ("mail.eml", MAIL)))
    as_cas.post("/inbox/upload", upload(as_cas, ("help.eml", CASEWORK)))
    rows = [text_of(row) for row in as_cas.get("/inbox/").tree.xpath("//tbody/tr")]
    assert rows[0].startswith("Marta Nowak please help casework")
    assert rows[1].startswith("Mrs Amrit Kaur ZZ1 2ZZ Guards at the ferry terminal 3 waiting")


@pytest.mark.parametrize(
    ("shown", "subjects"),
    [
        ("waiting", ["please help"]),
        ("being answered", ["Guards at the ferry terminal"]),
        ("casework", ["please help"]),
        ("quarantined", ["scan.pdf"]),
        ("answered", []),
        ("nonsense", ["scan.pdf", "please help", "Guards at the ferry terminal"]),
    ],
)
def test_the_list_is_narrowed_by_how_far_each_message_is(
    engine: Engine, ada_office: int, as_cas: Browser, shown: str, subjects: list[str]
) -> None:
    bring_in(engine, ada_office)
    as_cas.post("/inbox/upload", upload(as_cas, ("help.eml", CASEWORK)))
    as_cas.post("/inbox/upload", upload(as_cas, ("scan.pdf", PDF)))
    page = as_cas.get(f"/inbox/?show={shown}")
    assert [text_of(link) for link in page.tree.xpath("//tbody/tr/td[1]/a")] == subjects


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_trouble_is_listed_however_much_came_after_it(
    engine: Engine, ada_office: int, as_cas: Browser
) -> None:
    as_cas.post("/inbox/upload", upload(as_cas, ("help.eml", CASEWORK)))
    later = {"office_id": ada_office, "received_at": NOW + timedelta(days=1), "original": b"", "hash": ""}
    with db.transaction(engine) as session:
        session.execute(insert(Message), [later] * 5_000)
    [row] = as_cas.get("/inbox/?show=casework").tree.xpath("//tbody/tr")
    assert "please help" in text_of(row)
    assert "Page 1 of 101, 5,001 messages" in as_cas.get("/inbox/").tree.text_content()


def test_a_search_finds_by_name_and_puts_no_name_into_the_address(as_cas: Browser) -> None:
    as_cas.post("/inbox/upload", upload(as_cas, ("mail.eml", MAIL)))
    as_cas.post("/inbox/upload", upload(as_cas, ("help.eml", CASEWORK)))
    search = as_cas.get("/inbox/?show=casework").tree.xpath("//form[@role='search']//input[@name]")
    sent = {field.name: field.value for field in search if field.name != "csrf_token"}
    answer = as_cas.post_raw("/inbox/search", sent | {"words": "kaur"})
    assert "kaur" not in answer.location.lower()
    page = as_cas.get(answer.location)
    assert [text_of(link) for link in page.tree.xpath("//tbody/tr/td[1]/a")] == [
        "Guards at the ferry terminal"
    ]
    assert "Nothing here" in as_cas.post("/inbox/search", sent | {"words": "Zanzibar"}).text
    assert len(as_cas.post("/inbox/search", sent | {"words": ""}).tree.xpath("//tbody/tr")) == 2


@pytest.mark.parametrize(("words", "leads"), [("kaur", "Show all"), ("Zanzibar", "All messages")])
def test_a_search_is_left_by_show_all_by_a_tab_and_by_the_link_to_the_inbox(
    as_cas: Browser, words: str, leads: str
) -> None:
    as_cas.post("/inbox/upload", upload(as_cas, ("mail.eml", MAIL)))
    as_cas.post("/inbox/upload", upload(as_cas, ("help.eml", CASEWORK)))
    found = as_cas.post("/inbox/search", {"words": words, "show": "found"})
    for lead in (leads, "Inbox", "All", "Waiting"):
        (address,) = found.tree.xpath("//a[normalize-space()=$lead]/@href", lead=lead)
        page = as_cas.get(address)
        assert len(page.tree.xpath("//tbody/tr")) == 2
        assert page.tree.xpath("//input[@id='words']/@value") == [""]


def test_the_original_comes_back_byte_for_byte(as_cas: Browser) -> None:
    as_cas.post("/inbox/upload", upload(as_cas, ("mail.eml", MAIL)))
    answer = as_cas.get_raw("/inbox/1/original")
    assert answer.data == MAIL
    assert answer.headers["Content-Disposition"] == "attachment; filename=mail.eml"


def test_what_cannot_be_read_says_why_and_can_be_tried_again(as_cas: Browser) -> None:
    page = as_cas.post("/inbox/upload", upload(as_cas, ("scan.pdf", PDF)))
    assert "This PDF is damaged" in page.text
    assert not page.tree.xpath("//form[contains(@action, 'reply')]")
    assert "It still cannot be read." in as_cas.post("/inbox/1/retry").text
    assert as_cas.get_raw("/inbox/1/original").data == PDF


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_others_write_while_a_file_is_read(
    as_cas: Browser, engine: Engine, ada_office: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    topics = iter(("Ferries", "Sea walls"))
    read = intake.read

    def read_slowly(name: str, data: bytes) -> Document:
        with db.transaction(engine, ada_office) as other:
            bank.add_topic(other, None, next(topics), NOW)
        return read(name, data)

    monkeypatch.setattr(intake, "read", read_slowly)
    assert "This PDF is damaged" in as_cas.post("/inbox/upload", upload(as_cas, ("scan.pdf", PDF))).text
    assert "It still cannot be read." in as_cas.post("/inbox/1/retry").text
    assert not list(topics)


def test_reply_starts_a_draft_once(engine: Engine, ada_office: int, as_cas: Browser) -> None:
    as_cas.post("/inbox/upload", upload(as_cas, ("mail.eml", MAIL)))
    assert as_cas.post("/inbox/1/reply").heading == "Draft 1"
    assert as_cas.post("/inbox/1/reply").heading == "Draft 1"
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        assert len(session.scalars(db.mine(session, Draft)).all()) == 1


def test_a_writer_put_right_is_greeted_anew_where_nobody_wrote_another_greeting(
    engine: Engine, ada_office: int, as_cas: Browser
) -> None:
    post = bring_in(engine, ada_office)
    values = {
        "name": "Amrit Kaur",
        "salutation": "Ms Kaur",
        "address": "1 High Street",
        "postcode": "ZZ9 9ZZ",
    }
    page = as_cas.post(f"/inbox/{post.message}/constituent", values)
    assert "Dear Ms Kaur" in page.text
    assert "ZZ9 9ZZ" in page.text
    greeting = f"//textarea[@name='text-{post.blocks[0]}']"
    assert "Dear Ms Kaur," in as_cas.get(f"/desk/{post.draft}").tree.xpath(f"string({greeting})")


def test_too_long_a_postcode_is_refused_and_the_form_stays_open(
    engine: Engine, ada_office: int, as_cas: Browser
) -> None:
    post = bring_in(engine, ada_office)
    page = as_cas.post(
        f"/inbox/{post.message}/constituent", {"name": "A B", "postcode": "Z" * 21}, status=422
    )
    assert page.errors == ["Use 20 characters or fewer."]
    assert page.tree.xpath("//details[@class='edit' and @open]")
    assert page.tree.xpath("//input[@name='name']/@value") == ["A B"]


def test_an_admin_erases_a_message_with_its_reply(
    engine: Engine, ada_office: int, as_ada: Browser, as_ben: Browser
) -> None:
    post = bring_in(engine, ada_office)
    assert not as_ben.get(f"/inbox/{post.message}").tree.xpath("//*[@id='erase']")
    assert as_ben.post_raw(f"/inbox/{post.message}/erase").status_code == 403
    assert "is erased" in as_ada.post(f"/inbox/{post.message}/erase").text
    as_ada.get(f"/desk/{post.draft}", status=404)
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        assert session.scalars(db.mine(session, Message)).all() == []
        assert "erase" in session.scalars(select(AuditEvent.act)).all()


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_an_erased_letter_is_in_no_file_of_the_database_and_the_admin_is_told_where_it_may_be(
    engine: Engine, ada_office: int, as_ada: Browser, tmp_path: Path
) -> None:
    def is_on_the_disk(words: bytes) -> bool:
        return any(words in file.read_bytes() for file in tmp_path.glob("test.sqlite3*"))

    kept = bring_in(engine, ada_office)
    with db.make_session(engine, write=False, office_id=ada_office) as reader:
        db.one(reader, Message, kept.message)  # somebody reads meanwhile, so the log must stay
        assert "until the program is next started" in as_ada.post(f"/inbox/{kept.message}/erase").text
    assert is_on_the_disk(b"outside the bakery")
    as_ada.post("/inbox/upload", upload(as_ada, ("help.eml", CASEWORK)))
    assert is_on_the_disk(b"evicted on Friday")
    told = as_ada.post("/inbox/2/erase").text
    assert "is erased" in told and "until the program" not in told
    assert not is_on_the_disk(b"evicted on Friday")
    assert not is_on_the_disk(b"outside the bakery")


def test_the_same_person_s_other_messages_are_beside_the_letter(as_cas: Browser) -> None:
    as_cas.post("/inbox/upload", upload(as_cas, ("mail.eml", MAIL)))
    other = MAIL.replace(b"one@", b"three@").replace(b"Guards at the ferry terminal", b"Another thing")
    page = as_cas.post("/inbox/upload", upload(as_cas, ("other.eml", other)))
    assert "Also from this person" in page.text
    assert "Guards at the ferry terminal" in page.text


def test_the_title_and_address_of_a_message_name_nobody(
    engine: Engine, ada_office: int, as_cas: Browser
) -> None:
    post = bring_in(engine, ada_office)
    for path in (f"/inbox/{post.message}", f"/desk/{post.draft}"):
        title = as_cas.get(path).tree.findtext(".//title")
        assert title.split(" - ")[0] in (f"Message {post.message}", f"Draft {post.draft}")


def test_no_reply_needed_is_said_by_somebody_and_taken_back(as_cas: Browser) -> None:
    def buttons(page: Page) -> list[str]:
        return [text_of(one) for one in page.tree.xpath("//*[@class='page-head']//button")]

    page = as_cas.post("/inbox/upload", upload(as_cas, ("mail.eml", MAIL)))
    assert buttons(page) == ["No reply needed", "Reply"]
    page = as_cas.post("/inbox/1/no_reply")
    assert "Cas said that this needs no reply, " in page.text
    assert buttons(page) == ["It needs a reply"]
    assert "Nothing here" in as_cas.get("/inbox/?show=waiting").text
    [row] = as_cas.get("/inbox/?show=no reply needed").tree.xpath("//tbody/tr")
    assert "no reply needed" in text_of(row)
    as_cas.post("/inbox/1/reply", status=422)
    page = as_cas.post("/inbox/1/needs_reply")
    assert buttons(page) == ["No reply needed", "Reply"]
    assert "needs no reply" not in page.text
    assert as_cas.post("/inbox/1/reply").heading == "Draft 1"
