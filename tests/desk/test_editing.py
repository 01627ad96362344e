"""One reply edited by one person or several: no word is lost."""

import datetime as dt
import threading
from collections.abc import Callable

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from correspondence import desk
from correspondence.db import make_session, one
from correspondence.drafting import unanswered
from correspondence.errors import Conflict, Refused
from correspondence.models import (
    Block,
    Draft,
    User,
)
from tests.desk.cast import acts, texts


def test_a_save_counts_up_and_a_stale_one_shows_the_other_text(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    block = draft.blocks[2]
    desk.save_block(session, cas, block, "Mine.\r\n\x00", 1, now)
    assert (block.text, block.edit) == ("Mine.\n", 2)
    with pytest.raises(Conflict) as conflict:
        desk.save_block(session, cas, block, "Yours.", 1, now)
    assert conflict.value.theirs == "Mine.\n"
    assert block.text == "Mine.\n"
    desk.save_block(session, cas, block, "Mine.\n", 1, now)  # the same save again, its answer was lost
    assert block.edit == 2
    assert acts(session) == ["draft", "edit"]


def test_a_book_is_no_paragraph(session: Session, cas: User, draft: Draft, now: dt.datetime) -> None:
    with pytest.raises(Refused, match="100,000 characters"):
        desk.save_block(session, cas, draft.blocks[2], "x" * 100_001, 1, now)


def test_what_somebody_edited_meanwhile_is_not_taken_out(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    block = draft.blocks[2]
    desk.save_block(session, cas, block, "Mine.", 1, now)
    with pytest.raises(Conflict) as conflict:
        desk.remove(session, cas, block, 1, now)
    assert conflict.value.theirs == "Mine."
    assert block in draft.kept


def test_what_was_taken_out_keeps_its_words_and_comes_back_in_its_place(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    before = texts(draft)
    block = draft.blocks[2]
    desk.remove(session, cas, block, 1, now)
    desk.remove(session, cas, block, 1, now)
    assert block not in draft.kept
    assert [point.position for point in unanswered(draft)] == [0, 2, 3]
    with pytest.raises(Conflict, match="took this paragraph out"):
        desk.save_block(session, cas, block, "Words that must not vanish.", 1, now)
    desk.put_back(session, cas, block, now)
    assert texts(draft) == before
    desk.save_block(session, cas, block, "Words that must not vanish.", block.edit, now)
    assert acts(session) == ["draft", "remove", "put back", "edit"]


@pytest.mark.parametrize(
    "change",
    [
        lambda session, draft, now: desk.save_block(session, None, draft.blocks[2], "x", 1, now),
        lambda session, draft, now: desk.remove(session, None, draft.blocks[2], 1, now),
        lambda session, draft, now: desk.move(session, None, draft.blocks[2], None, draft.version, now),
        lambda session, draft, now: desk.add_own(session, None, draft, "x", now),
        lambda session, draft, now: desk.leave(session, None, draft, draft.message.points[0], now),
        lambda session, draft, now: desk.set_subject(session, None, draft, "x", draft.subject, now),
    ],
)
def test_a_reply_that_left_the_desk_is_not_edited(
    session: Session, draft: Draft, now: dt.datetime, change: Callable[[Session, Draft, dt.datetime], object]
) -> None:
    draft.state = "approved"
    session.flush()
    with pytest.raises(Refused, match="is approved and is not edited"):
        change(session, draft, now)


def test_of_many_who_save_at_once_each_gets_in_or_is_shown_the_other_text(
    engine: Engine, session: Session, draft: Draft, ada_office: int, now: dt.datetime
) -> None:
    """4 writers, 20 saves each: every acknowledged save counted once, every other a conflict."""
    key = draft.blocks[2].id
    session.commit()
    saved: list[str] = []
    conflicts: list[str] = []

    def write(writer: int) -> None:
        for number in range(20):
            with make_session(engine, write=False, office_id=ada_office) as reading:
                edit = one(reading, Block, key).edit
            text = f"writer {writer}, save {number}"
            try:
                with make_session(engine, write=True, office_id=ada_office) as writing, writing.begin():
                    desk.save_block(writing, None, one(writing, Block, key), text, edit, now)
                saved.append(text)
            except Conflict as conflict:
                conflicts.append(conflict.theirs)

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(saved) + len(conflicts) == 80
    with make_session(engine, write=False, office_id=ada_office) as reading:
        block = one(reading, Block, key)
        assert block.edit == 1 + len(saved)
        assert block.text in saved
