"""The pages of packs: made, taken in, decided; what is wrong is said and nothing is lost."""

import io
import json

import pytest
from flask import Flask
from sqlalchemy import Engine, select

from correspondence import bank, db
from correspondence.bank import packs
from correspondence.models import PackItem, Paragraph
from tests.conftest import NOW
from tests.web.browser import Browser

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
TEXT = "The ferry costs £3 a day."


def a_pack(edition: int = 1, **facts: object) -> bytes:
    paragraph = {"key": "p", "text": TEXT, "kind": "policy", "title": "Ferry", "voice": "Unit", **facts}
    content = {"correspondence_pack": 1, "key": "k", "title": "Transport", "publisher": "Unit"}
    return json.dumps({**content, "edition": edition, "paragraphs": [paragraph]}).encode()


def sent(browser: Browser, data: bytes) -> str:
    file = {"file": (io.BytesIO(data), "pack.json"), "csrf_token": browser.token()}
    return browser.client.post("/bank/packs/load", data=file, follow_redirects=True).text


def test_a_pack_comes_in_changes_are_shown_and_taken_or_left(
    app: Flask, engine: Engine, ada_office: int, as_ben: Browser
) -> None:
    assert "1 added, as proposed" in sent(as_ben, a_pack())
    assert "Nothing in it is new" in sent(as_ben, a_pack())
    page = sent(as_ben, a_pack(2, text="The ferry costs £4 a day.", title="Ferries"))
    assert "1 difference to decide" in page
    assert "£4" in page
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        item = session.scalars(select(PackItem)).one()
        assert item.paragraph.version.text == TEXT
        key, was_seen = item.id, packs.seen(item)
    data = {"csrf_token": as_ben.token(), "seen": was_seen, "field": ["title"]}
    assert as_ben.client.post(f"/bank/packs/items/{key}/take", data=data).status_code == 302
    assert as_ben.client.post(f"/bank/packs/items/{key}/take", data=data).status_code == 409
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        paragraph = session.scalars(select(Paragraph)).one()
        assert (paragraph.title, paragraph.version.text) == ("Ferries", TEXT)


def test_a_broken_pack_is_refused_where_it_was_chosen(as_cas: Browser) -> None:
    assert "made by a newer version" in sent(as_cas, a_pack().replace(b'pack": 1', b'pack": 9'))
    assert "This is not a pack" in sent(as_cas, b"PK\x03\x04")


def test_a_selection_goes_out_as_a_file_and_an_empty_one_is_refused(
    app: Flask, engine: Engine, ada_office: int, as_cas: Browser
) -> None:
    form = {"csrf_token": as_cas.token(), "title": "Ours", "topic": "", "kind": "", "state": "proposed"}
    assert "nothing to put into a pack" in as_cas.client.post("/bank/packs/export", data=form).text
    with db.transaction(engine, ada_office) as session:
        bank.add(session, None, TEXT, NOW)
    answer = as_cas.client.post("/bank/packs/export", data=form)
    assert "attachment" in answer.headers["Content-Disposition"]
    [facts] = packs.read(answer.data).paragraphs.values()
    assert facts["text"] == TEXT
