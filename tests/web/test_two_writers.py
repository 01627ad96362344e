"""Two people at one reply, without scripts: of two texts both are shown, and somebody chooses."""

from sqlalchemy import Engine

from tests.web.page import Page, text_of
from tests.web.post import Post
from tests.web.sheet import CLOSING, GUARDS, WALL, Sheet, stored


def test_of_two_who_write_at_once_the_second_is_shown_both_texts(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet, ben_at: Sheet
) -> None:
    ben_at.type(GUARDS, "Ben's words.")
    ben_at.press("save")
    cas_at.type(GUARDS, "Cas's words.")
    cas_at.type(CLOSING, "Cas's closing.")
    page = cas_at.press("save", status=409)
    assert cas_at.fields[f"text-{cas_at.on(GUARDS)}"] == "Cas's words."
    assert text_of(page.tree.get_element_by_id(f"theirs-{cas_at.on(GUARDS)}")) == "Ben's words."
    assert stored(engine, ada_office, post)[GUARDS] == "Ben's words."
    assert stored(engine, ada_office, post)[CLOSING] == "Cas's closing."
    page = cas_at.press("save", status=409)  # not chosen yet, so still both
    assert cas_at.fields[f"text-{cas_at.on(GUARDS)}"] == "Cas's words."
    assert stored(engine, ada_office, post)[GUARDS] == "Ben's words."


def clashed(cas_at: Sheet, ben_at: Sheet) -> Page:
    ben_at.type(GUARDS, "Ben's words.")
    ben_at.press("save")
    cas_at.type(GUARDS, "Cas's words.")
    return cas_at.press("save", status=409)


def test_keep_mine_and_take_theirs_do_what_they_say(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet, ben_at: Sheet
) -> None:
    page = clashed(cas_at, ben_at)
    keep = page.tree.get_element_by_id(f"mine-{cas_at.on(GUARDS)}").get("value")
    cas_at.press(f"blocks/{cas_at.on(GUARDS)}/mine", keep=keep)
    assert stored(engine, ada_office, post)[GUARDS] == "Cas's words."
    ben_at.type(GUARDS, "Ben again.")
    ben_at.press("save", status=409)
    ben_at.type(CLOSING, "Ben's closing.")
    ben_at.press(f"blocks/{cas_at.on(GUARDS)}/theirs")
    assert ben_at.fields[f"text-{cas_at.on(GUARDS)}"] == "Cas's words."
    assert stored(engine, ada_office, post)[GUARDS] == "Cas's words."
    assert stored(engine, ada_office, post)[CLOSING] == "Ben's closing."


def test_keep_mine_is_refused_when_theirs_changed_once_more(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet, ben_at: Sheet
) -> None:
    page = clashed(cas_at, ben_at)
    keep = page.tree.get_element_by_id(f"mine-{cas_at.on(GUARDS)}").get("value")
    ben_at.type(GUARDS, "Ben, newer still.")
    ben_at.press("save")
    page = cas_at.press(f"blocks/{cas_at.on(GUARDS)}/mine", status=409, keep=keep)
    assert cas_at.fields[f"text-{cas_at.on(GUARDS)}"] == "Cas's words."
    assert text_of(page.tree.get_element_by_id(f"theirs-{cas_at.on(GUARDS)}")) == "Ben, newer still."


def test_words_written_in_a_paragraph_that_was_taken_out_are_kept_and_can_put_it_back(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet, ben_at: Sheet
) -> None:
    ben_at.press(f"blocks/{ben_at.on(GUARDS)}/remove")
    cas_at.type(GUARDS, "Cas's words.")
    page = cas_at.press("save", status=409)
    assert cas_at.fields[f"text-{cas_at.on(GUARDS)}"] == "Cas's words."
    keep = page.tree.get_element_by_id(f"mine-{cas_at.on(GUARDS)}").get("value")
    cas_at.press(f"blocks/{cas_at.on(GUARDS)}/mine", keep=keep)
    assert stored(engine, ada_office, post)[GUARDS] == "Cas's words."


def test_a_paragraph_somebody_just_changed_is_not_taken_out_unread(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet, ben_at: Sheet
) -> None:
    ben_at.type(GUARDS, "Ben's words.")
    ben_at.press("save")
    page = cas_at.press(f"blocks/{cas_at.on(GUARDS)}/remove", status=409)
    assert "Read it, then take it out." in page.text
    assert stored(engine, ada_office, post)[GUARDS] == "Ben's words."
    cas_at.press(f"blocks/{cas_at.on(GUARDS)}/remove")
    assert "Ben's words." not in stored(engine, ada_office, post)


def test_the_subject_is_saved_and_a_second_writer_is_told(
    engine: Engine, ada_office: int, cas_at: Sheet, ben_at: Sheet
) -> None:
    ben_at.press(f"blocks/{ben_at.on(WALL)}/up")  # the list's version is no reason to refuse a subject
    cas_at.fields["subject"] = "The guards at Saltmere"
    cas_at.press("save")
    ben_at.fields["subject"] = "Ben's subject"
    page = ben_at.press("save", status=409)
    assert "The guards at Saltmere" in page.text
    assert ben_at.fields["subject"] == "Ben's subject"
    ben_at.press("save")
    assert ben_at.fields["subject"] == "Ben's subject"


def test_of_two_subjects_theirs_is_taken(cas_at: Sheet, ben_at: Sheet) -> None:
    cas_at.fields["subject"] = "Cas's subject"
    cas_at.press(f"blocks/{cas_at.on(WALL)}/up")  # whoever changed the subject may move what is below it
    ben_at.fields["subject"] = "Ben's subject"
    theirs = ben_at.press("save", status=409).tree.get_element_by_id("theirs-subject")
    ben_at.press("save", subject=[ben_at.fields["subject"], theirs.get("value")])
    assert ben_at.fields["subject"] == "Cas's subject"


def test_word_waits_where_two_texts_are_to_be_chosen_from(cas_at: Sheet, ben_at: Sheet) -> None:
    clashed(cas_at, ben_at)
    page = cas_at.press("word", status=409)
    assert "Keep mine" in page.text
