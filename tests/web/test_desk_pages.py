"""The page of a reply without its scripts: every button sends all that was typed, and loses none of it."""

import io

import docx
import pytest
from sqlalchemy import Engine, select

from correspondence import bank, db
from correspondence.harvest import Told
from correspondence.models import AuditEvent, Block, Paragraph
from tests.conftest import NOW
from tests.web.browser import Browser
from tests.web.page import Page, text_of
from tests.web.post import CASEWORK, Post, bring_in
from tests.web.sheet import CLOSING, GREETING, GUARDS, OPENING, SIGN_OFF, WALL, Sheet, stored


def test_the_page_shows_letter_reply_and_offers(cas_at: Sheet) -> None:
    page = cas_at.page
    assert page.heading == "Draft 1"
    areas = [area.text.strip() for area in page.tree.xpath("//textarea[@class='written letter-text']")]
    assert areas[0] == "Dear Mrs Kaur,"
    assert areas[-1] == "Yours sincerely,"
    assert "The ferry terminal" in text_of(page.tree.get_element_by_id(f"about-{cas_at.on(GUARDS)}"))
    assert "mend the hole" in text_of(page.tree.xpath("//*[contains(@class, 'gap-open')]")[0])
    assert text_of(page.tree.xpath("//*[@aria-current='true' and @data-choose]")[0]) == "③ not answered"


def test_the_page_works_when_the_letter_has_no_point(
    engine: Engine, ada_office: int, as_cas: Browser
) -> None:
    mail = b"From: A Bee <bee@example.org>\nSubject: Thanks\n\nThank you for your kind letter."
    post = bring_in(engine, ada_office, mail)
    assert "The letter raises no point." in as_cas.get(f"/desk/{post.draft}").text


def test_save_stores_every_text_that_was_typed(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet
) -> None:
    cas_at.type(OPENING, "Thank you for\r\nwriting.")
    cas_at.type(CLOSING, "Do write again.")
    cas_at.press("save")
    assert stored(engine, ada_office, post)[OPENING] == "Thank you for\nwriting."
    assert stored(engine, ada_office, post)[CLOSING] == "Do write again."


def test_what_nobody_touched_is_not_saved_again(engine: Engine, ada_office: int, cas_at: Sheet) -> None:
    cas_at.press("save")
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        assert "edit" not in session.scalars(select(AuditEvent.act)).all()


@pytest.mark.parametrize(
    "address",
    ["blocks/{wall}/up", "blocks/{guards}/remove", "own", "points/{point}/leave", "again", "insert/{ask}"],
)
def test_every_button_saves_what_was_typed_first(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet, address: str
) -> None:
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        ask = session.scalars(db.mine(session, Paragraph).order_by(Paragraph.id)).all()[3].id
    cas_at.type(CLOSING, "Typed before the button.")
    point = cas_at.page.tree.xpath("//*[@data-choose]/@value")[-1]
    cas_at.press(address.format(wall=cas_at.on(WALL), guards=cas_at.on(GUARDS), point=point, ask=ask))
    assert "Typed before the button." in stored(engine, ada_office, post)


def test_paragraphs_move_and_two_who_move_at_once_are_told_apart(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet, ben_at: Sheet
) -> None:
    before = stored(engine, ada_office, post)
    cas_at.press(f"blocks/{cas_at.on(WALL)}/up")
    assert stored(engine, ada_office, post)[GUARDS] == before[WALL]
    page = ben_at.press(f"blocks/{ben_at.on(WALL)}/up", status=409)
    assert "changed this reply meanwhile" in page.text
    ben_at.press(f"blocks/{ben_at.on(WALL)}/down")
    assert stored(engine, ada_office, post) == before
    for where, place in (("up", OPENING), ("down", CLOSING)):
        ben_at.press(f"blocks/{ben_at.on(place)}/{where}")
        assert stored(engine, ada_office, post)[GREETING] == "Dear Mrs Kaur,"
        assert stored(engine, ada_office, post)[SIGN_OFF] == "Yours sincerely,"


def test_the_page_has_the_letter_s_order_and_what_is_open_above_its_end(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet
) -> None:
    for move, ending in (
        ("", [CLOSING, SIGN_OFF]),
        (f"{cas_at.on(WALL)}/down", [SIGN_OFF]),
        (f"{cas_at.on(CLOSING)}/up", [SIGN_OFF]),
        (f"{cas_at.on(CLOSING)}/down", [SIGN_OFF]),
        (f"{cas_at.on(CLOSING)}/down", [CLOSING, SIGN_OFF]),
    ):
        page = cas_at.press(f"blocks/{move}") if move else cas_at.page
        areas = page.tree.xpath("//textarea[@class='written letter-text']")
        assert [area.text.strip() for area in areas] == stored(engine, ada_office, post), move
        below = page.tree.xpath("//*[@id='add-own']/following::textarea[@class='written letter-text']/@id")
        assert below == [f"text-{cas_at.on(place)}" for place in ending], move


def test_what_is_taken_out_comes_back_in_its_place(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet
) -> None:
    before = stored(engine, ada_office, post)
    page = cas_at.press(f"blocks/{cas_at.on(GUARDS)}/remove")
    assert "1 taken out" in page.text
    cas_at.press(f"blocks/{cas_at.on(GUARDS)}/back")
    assert stored(engine, ada_office, post) == before


def test_an_offer_is_inserted_once_for_the_chosen_point(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet
) -> None:
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        ask = session.scalars(db.mine(session, Paragraph).order_by(Paragraph.id)).all()[3]
        key, words = ask.id, ask.version.text
    page = cas_at.press("save", words="waiting room passengers")
    assert "Found for “waiting room passengers”" in page.text
    for _twice in range(2):
        page = cas_at.press(f"insert/{key}")
    assert stored(engine, ada_office, post).count(words) == 1
    assert "In the reply" in text_of(page.tree.get_element_by_id(f"insert-{key}"))
    assert not page.tree.xpath("//*[contains(@class, 'gap-open')]")


def test_a_paragraph_that_was_emptied_is_on_offer_again(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet
) -> None:
    before = stored(engine, ada_office, post)
    cas_at.type(GUARDS, "")
    page = cas_at.press("save")
    [button, *_others] = page.tree.xpath("//*[@id='offers']//button[contains(@class, 'insert')]/@formaction")
    cas_at.press(button.split("/", 3)[-1])
    assert stored(engine, ada_office, post) == before


def test_somebody_else_s_words_are_marked_and_ask_before_they_go_in(
    engine: Engine, ada_office: int, as_cas: Browser, post: Post
) -> None:
    with db.transaction(engine, ada_office) as session:
        ask = session.scalars(db.mine(session, Paragraph).order_by(Paragraph.id)).all()[3]
        ask.version.voice, key = "A. Minister", ask.id
    cas_at = Sheet(as_cas, post)
    page = cas_at.press("save", words="waiting room passengers")
    offer = page.tree.get_element_by_id(f"insert-{key}")
    assert offer.xpath("ancestor::details")
    assert "words of A. Minister" in text_of(offer.xpath("ancestor::article")[0])
    page = cas_at.press(f"insert/{key}")
    assert "These are the words of A. Minister." in text_of(page.tree.get_element_by_id("checks"))


def test_own_text_waits_empty_only_once(engine: Engine, ada_office: int, post: Post, cas_at: Sheet) -> None:
    cas_at.press("own")
    cas_at.press("own")
    assert stored(engine, ada_office, post).count("") == 1


def test_a_point_is_left_and_taken_up_again(cas_at: Sheet) -> None:
    point = cas_at.page.tree.xpath("//*[@data-choose]/@value")[-1]
    page = cas_at.press(f"points/{point}/leave")
    assert "left unanswered" in page.text
    page = cas_at.press(f"points/{point}/take_up")
    assert "not answered yet" in page.text


def test_trouble_is_raised_first(engine: Engine, ada_office: int, as_cas: Browser) -> None:
    post = bring_in(engine, ada_office, CASEWORK)
    page = as_cas.get(f"/desk/{post.draft}")
    first = page.tree.xpath("//*[@id='checks']//*[contains(@class, 'problem')]")[0]
    assert "somebody's own case" in text_of(first)
    assert "casework" in text_of(page.tree.xpath("//*[contains(@class, 'gap-open')]")[0])


def word(cas_at: Sheet) -> str:
    answer = cas_at.browser.post_raw(f"/desk/{cas_at.post.draft}/word", cas_at.fields)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(answer.data)).paragraphs)


def test_word_is_one_click_and_holds_what_was_just_typed(cas_at: Sheet) -> None:
    cas_at.type(GUARDS, "Typed and not saved by itself.")
    letter = word(cas_at)
    assert "Typed and not saved by itself." in letter
    assert "Dear Mrs Kaur," in letter
    assert "((" not in letter
    assert "[[" not in letter


def test_the_reply_is_copied_and_mailed(engine: Engine, ada_office: int, cas_at: Sheet) -> None:
    page = cas_at.browser.post(f"/desk/{cas_at.post.draft}/copy", cas_at.fields)
    assert page.heading == "Copy the reply"
    assert page.tree.xpath("string(//textarea)").strip().startswith("Dear Mrs Kaur,")
    mail = cas_at.browser.post_raw(f"/desk/{cas_at.post.draft}/mail", cas_at.fields).get_data(as_text=True)
    assert "X-Unsent: 1" in mail
    assert "amrit.kaur@example.org" in mail
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        acts = session.scalars(select(AuditEvent.act).order_by(AuditEvent.id)).all()
    assert acts[-2:] == ["copy", "export mail"]


def test_a_script_gets_pieces_and_the_new_edit_number(post: Post, cas_at: Sheet) -> None:
    key = cas_at.on(GUARDS)
    sent = {name: cas_at.fields[name] for name in (f"edit-{key}", f"was-{key}")}
    answer = cas_at.browser.post_raw(
        f"/desk/{post.draft}/save", {**sent, f"text-{key}": "By script."}, headers={"X-Fragment": "1"}
    )
    page = Page(answer)
    assert page.status == 200
    assert page.tree.xpath(f"string(//input[@name='edit-{key}']/@value)") == "2"
    assert page.tree.get_element_by_id("checks").get("data-at") == "09:30"
    again = cas_at.browser.post_raw(
        f"/desk/{post.draft}/save", {**sent, f"text-{key}": "By script, late."}, headers={"X-Fragment": "1"}
    )
    assert Page(again).tree.xpath(f"//*[@id='theirs-{key}']")
    assert again.status_code == 409


def test_a_script_s_request_for_offers_is_a_piece(post: Post, cas_at: Sheet) -> None:
    answer = cas_at.browser.get_raw(f"/desk/{post.draft}/offers?words=wall", headers={"X-Fragment": "1"})
    assert "<html" not in answer.get_data(as_text=True)
    assert "sea wall" in answer.get_data(as_text=True)


def test_what_leans_on_another_letter_says_so_where_it_is_offered(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet
) -> None:
    text = (
        "Dear Mr Ash,\n\nYour letter of 2 March is on the lighthouse.\n\nYours sincerely,\n\nAda Amberley MP"
    )
    with db.transaction(engine, ada_office) as session:
        bank.import_file(session, None, "again.txt", text.encode(), Told(), NOW, approve=True)
    page = cas_at.browser.get(f"/desk/{post.draft}?words=lighthouse")
    assert "names the day of one person’s letter: “Your letter of 2 March”" in page.text


def test_another_office_finds_no_reply(as_dov: Browser, post: Post, engine: Engine, ada_office: int) -> None:
    as_dov.get(f"/desk/{post.draft}", status=404)
    assert as_dov.post_raw(f"/desk/{post.draft}/word").status_code == 404
    assert as_dov.post_raw(f"/desk/{post.draft}/save", {f"text-{post.blocks[0]}": "x"}).status_code == 404


def test_a_block_of_another_reply_is_not_touched(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet
) -> None:
    other = bring_in(engine, ada_office, CASEWORK)
    answer = cas_at.browser.post_raw(f"/desk/{post.draft}/blocks/{other.blocks[0]}/remove", cas_at.fields)
    assert answer.status_code in (404, 409)
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        assert db.one(session, Block, other.blocks[0]).removed_at is None
