"""The review of what the bank has already: shown beside it, settled by one button, never blindly."""

from typing import Any

import pytest
from lxml import html
from sqlalchemy import Engine, select

from correspondence import db
from correspondence.models import Import, ImportFile, Paragraph, Source
from tests.web.bank import LETTER, bring_in, edit_form, of, paragraphs
from tests.web.browser import Browser

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
OLDER = LETTER.replace("2024", "2026")
NEWER = OLDER.replace("£3 million", "£4 million").replace("12 March", "1 May")


def settle(paragraph: Paragraph, other: Paragraph, **sent: Any) -> dict[str, Any]:
    """What the buttons send of a Paragraph and the one beside it."""
    numbers = {"number": paragraph.version.number, "other_number": other.version.number}
    return {**numbers, "other": other.id, **sent}


@pytest.fixture
def both(as_cas: Browser, engine: Engine) -> tuple[Paragraph, Paragraph]:
    """The ferry's paragraph of a letter of March, and of nearly the same letter of May."""
    bring_in(as_cas, ("old.txt", OLDER))
    bring_in(as_cas, ("new.txt", NEWER))
    old, new = (row for row in paragraphs(engine) if "crossing" in row.version.text)
    return old, new


def test_the_bank_s_is_shown_beside_the_new_one_with_the_difference(
    as_cas: Browser, both: tuple[Paragraph, Paragraph]
) -> None:
    page = as_cas.get("/bank/sources/2")
    [group] = page.tree.xpath("//*[@role='group'][contains(., 'nearly the same')]")
    assert [each.text_content().split("]")[0].split(": ")[1] for each in group.xpath(".//del | .//ins")] == [
        "£3 ", "£4 ",
    ]  # fmt: skip
    assert "3 of these are word for word in the bank." in page.text
    assert "in the bank" not in as_cas.get("/bank/sources/1").text


def test_the_bank_s_is_used(as_cas: Browser, engine: Engine, both: tuple[Paragraph, Paragraph]) -> None:
    old, new = both
    page = as_cas.post(of(new, "alike/merge"), settle(new, old))
    assert "1 in the bank before" in page.text
    assert "the bank’s is used" in page.text
    assert "nearly the same" in as_cas.post(of(new, "put-back")).text
    assert [row.id for row in paragraphs(engine, "retired")] == []
    as_cas.post(of(new, "alike/merge"), settle(new, old))
    assert "new.txt" in as_cas.get(of(old, "").rstrip("/")).text


def test_these_are_used_instead_and_what_was_approved_is_proposed(
    as_cas: Browser, as_ben: Browser, engine: Engine, both: tuple[Paragraph, Paragraph]
) -> None:
    old, new = both
    as_ben.post(of(old, "accept"), {"number": 1})
    page = as_cas.post(of(new, "alike/replace"), settle(new, old))
    assert "an approver reads it again" not in page.text
    [row] = [row for row in paragraphs(engine, "proposed") if row.id == old.id]
    assert (row.version.text, row.version.number, str(row.version.date)) == (
        new.version.text, 2, "2026-05-01",
    )  # fmt: skip
    assert page.tree.xpath(f"//*[@id='paragraph-{old.id}']")


def test_both_are_kept_and_not_asked_about_again(as_cas: Browser, both: tuple[Paragraph, Paragraph]) -> None:
    old, new = both
    assert "nearly the same" not in as_cas.post(of(new, "alike/both"), settle(new, old)).text


def test_that_both_are_kept_is_taken_back(as_cas: Browser, both: tuple[Paragraph, Paragraph]) -> None:
    old, new = both
    as_cas.post(of(new, "alike/both"), settle(new, old))
    assert "nearly the same" in as_cas.post(of(new, "ask-again"), {"first": 1}).text
    assert "Asked about again" in as_cas.get(f"/bank/paragraphs/{new.id}").text
    as_cas.post(of(new, "ask-again"), {"first": 1}, status=409)


def test_approving_all_leaves_out_what_the_bank_has(
    as_ben: Browser, engine: Engine, both: tuple[Paragraph, Paragraph]
) -> None:
    assert "Approve all" not in as_ben.get("/bank/sources/2").text
    page = as_ben.post(of(both[1], "alike/both"), settle(both[1], both[0]))
    assert "Approve the one that is new" in page.text
    [shown] = page.tree.xpath("//input[@name='shown']/@value")
    assert shown == f"{both[1].id}.1"


def test_what_somebody_else_did_meanwhile_is_said(
    as_cas: Browser, as_ben: Browser, engine: Engine, both: tuple[Paragraph, Paragraph]
) -> None:
    old, new = both
    as_ben.post(of(old, "edit"), edit_form(old, text="The county spends a good deal on the crossing."))
    page = as_cas.post(of(new, "alike/merge"), settle(new, old), status=409)
    assert "Somebody else has changed one of the two." in page.text
    as_ben.post(of(old, "drop"))
    page = as_cas.post(of(new, "alike/replace"), settle(new, old, other_number=2), status=409)
    assert "was retired meanwhile" in page.text
    as_cas.post(of(new, "alike/merge"), {"number": 1}, status=409)
    assert new.id in {row.id for row in paragraphs(engine, "proposed")}


def test_one_press_settles_a_whole_import(as_cas: Browser, engine: Engine) -> None:
    for number in range(3):
        bring_in(as_cas, (f"{number}.txt", LETTER.replace("12 March", f"{10 + number} March")))
    with db.transaction(engine) as session:
        sources = session.scalars(select(Source).order_by(Source.id)).all()
        files = [ImportFile(name=source.title, state="in", source=source, office_id=1) for source in sources]
        session.add(Import(office_id=1, files=files, created_at=sources[0].created_at))
    page = as_cas.get("/bank/sources/3")
    assert "And in all 3 files of this import" in page.text
    page = as_cas.post("/bank/sources/3/alike", {"import": "yes"})
    assert "4 in the bank before" in page.text
    assert [row.source_id for row in paragraphs(engine, "proposed")] == [1] * 4


# Undo


def do(browser: Browser, path: str, sent: dict[str, Any]) -> None:
    """Do a step as our script does, then press the Undo it gets."""
    answer = browser.post_raw(path, sent, headers={"X-Fragment": "1"})
    [form] = html.fromstring(answer.text).xpath("//*[@id='undo']//form")
    fields = {each.get("name"): each.get("value") for each in form.xpath(".//input")}
    fields.pop("csrf_token")
    assert browser.post_raw(form.get("action"), fields, headers={"X-Fragment": "1"}).status_code == 200


def test_the_last_step_is_taken_back(as_ben: Browser, engine: Engine) -> None:
    bring_in(as_ben, ("ferry.txt", OLDER))
    _opening, ferry, test, _action = paragraphs(engine)
    before = [(row.id, row.state, row.version.text) for row in paragraphs(engine)]
    for act, sent in (("drop", {}), ("accept", {"number": 1}), ("join", {"number": 1, "next": test.id})):
        do(as_ben, of(ferry, act), sent)
        assert [(row.id, row.state, row.version.text) for row in paragraphs(engine)] == before
    do(as_ben, of(ferry, "split"), {"number": 3, "at": ferry.version.text.index("Nearly")})
    assert [row.version.text for row in paragraphs(engine, "proposed")] == [text for *_rest, text in before]


def test_what_is_not_as_it_was_left_is_not_taken_back(as_ben: Browser, engine: Engine) -> None:
    bring_in(as_ben, ("ferry.txt", OLDER))
    _opening, ferry, test, _action = paragraphs(engine)
    as_ben.post(of(ferry, "withdraw"), {"number": 1}, status=409)
    as_ben.post(of(ferry, "unjoin"), {"number": 1, "next": test.id}, status=409)
    as_ben.post(of(ferry, "join"), {"number": 1, "next": test.id})
    as_ben.post(of(ferry, "edit"), edit_form(paragraphs(engine)[1], text="Other words."))
    as_ben.post(of(ferry, "unjoin"), {"number": 3, "next": test.id}, status=409)
    assert paragraphs(engine)[1].version.text == "Other words."
