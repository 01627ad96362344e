"""What the office does with a reply, on both databases; two people at one reply lose no word."""

import datetime as dt
import io
import threading
from collections.abc import Callable

import docx
import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from correspondence import desk
from correspondence.db import make_session, one
from correspondence.drafting import unanswered
from correspondence.errors import Conflict, NotFound, Refused
from correspondence.models import (
    AuditEvent,
    Block,
    Constituent,
    Draft,
    Message,
    Office,
    Paragraph,
    Point,
    Source,
    User,
    Version,
)

TEXTS = {
    "opening": "Thank you for contacting me about the port.",
    "guards": "Forty guards now watch the port by day and by night, and both countries pay for the guards.",
    "fences": "The fences round the harbour cost twelve million pounds and were finished in the spring.",
    "minister": "I have told the lorry drivers that waiting areas for lorries will open before the winter.",
    "closing": "Thank you again for taking the time to contact me.",
}
BODY = """Who pays for guards at the port?
What did the fences cost?
Where shall lorry drivers wait?
We are evicted."""


@pytest.fixture
def bank(session: Session, now: dt.datetime) -> dict[str, Paragraph]:
    """Five approved paragraphs of one letter; the minister's is in her own words."""
    source = Source(title="The port", date=dt.date(2026, 9, 1), original=b"x", hash="x", created_at=now)
    found = {}
    for position, (name, text) in enumerate(TEXTS.items()):
        version = Version(
            text=text,
            voice="A. Minister" if name == "minister" else "office",
            date=source.date,
            created_at=now,
        )
        found[name] = Paragraph(
            kind=name if name in ("opening", "closing") else "policy",
            state="approved",
            source=source,
            position=position,
            versions=[version],
            edition=1,
            created_at=now,
        )
        session.add(found[name])
    session.get_one(Office, session.info["office_id"]).edition = 1
    session.flush()
    return found


@pytest.fixture
def message(session: Session, now: dt.datetime) -> Message:
    """Mrs Kaur asks three things and has one trouble of her own."""
    message = Message(
        constituent=Constituent(name="Amrit Kaur", salutation="Mrs Kaur", created_at=now),
        subject="The port",
        body=BODY,
        received_at=now,
        original=b"",
        hash="m",
        points=[
            Point(
                position=place,
                text=line,
                kind="casework" if "evicted" in line else "policy",
                start=BODY.index(line),
                end=BODY.index(line) + len(line),
            )
            for place, line in enumerate(BODY.split("\n"))
        ],
    )
    session.add(message)
    session.flush()
    return message


@pytest.fixture
def draft(
    session: Session, cas: User, bank: dict[str, Paragraph], message: Message, now: dt.datetime
) -> Draft:
    return desk.reply(session, cas, message, now)


def texts(draft: Draft) -> list[str]:
    return [block.text for block in draft.kept]


def named(draft: Draft) -> list[str]:
    names = {text: name for name, text in TEXTS.items()}
    return [names.get(block.text, block.text) for block in draft.kept]


def acts(session: Session) -> list[str]:
    return list(session.scalars(select(AuditEvent.act).order_by(AuditEvent.id)))


def test_a_reply_is_assembled_once_and_then_kept(
    session: Session, cas: User, draft: Draft, message: Message, now: dt.datetime
) -> None:
    assert named(draft) == [
        "Dear Mrs Kaur,", "opening", "guards", "fences", "closing", "Yours sincerely,",
    ]  # fmt: skip
    assert [point.position for point in unanswered(draft)] == [2, 3]
    assert desk.reply(session, cas, message, now) is draft
    assert acts(session) == ["draft"]


def test_a_reply_that_was_sent_is_followed_by_a_new_one(
    session: Session, cas: User, draft: Draft, message: Message, now: dt.datetime
) -> None:
    draft.state = "sent"
    assert desk.reply(session, cas, message, now) is not draft


def test_a_message_that_was_not_read_is_not_answered(
    session: Session, cas: User, message: Message, now: dt.datetime
) -> None:
    message.state = "quarantined"
    with pytest.raises(Refused, match="could not be read"):
        desk.reply(session, cas, message, now)


def test_a_message_without_points_or_writer_still_gets_a_frame(
    session: Session, cas: User, bank: dict[str, Paragraph], now: dt.datetime
) -> None:
    bare = Message(received_at=now, original=b"", hash="n")
    session.add(bare)
    draft = desk.reply(session, cas, bare, now)
    assert named(draft) == ["Dear Constituent,", "closing", "Yours faithfully,"]


def test_problems_are_those_of_the_draft(session: Session, draft: Draft, today: dt.date) -> None:
    kinds = [(problem.kind, problem.severity) for problem in desk.problems(session, draft, today)]
    assert kinds[:2] == [("casework", "should"), ("unanswered", "should")]


def test_offers_show_other_people_s_words_and_what_is_used(
    session: Session, draft: Draft, today: dt.date
) -> None:
    lorries = desk.offers(session, draft, draft.message.points[2], today, None)
    assert (lorries[0].version.text, lorries[0].is_ours, lorries[0].is_used) == (
        TEXTS["minister"],
        False,
        False,
    )
    guards = desk.offers(session, draft, draft.message.points[0], today, None)
    assert (guards[0].version.text, guards[0].is_ours, guards[0].is_used) == (TEXTS["guards"], True, True)
    assert guards[0].because


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


def test_blocks_move_but_greeting_and_sign_off_stay(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    greeting, _opening, guards, fences, _closing, signoff = draft.blocks
    desk.move(session, cas, guards, fences, draft.version, now)
    assert named(draft)[2:4] == ["fences", "guards"]
    desk.move(session, cas, fences, None, draft.version, now)
    assert named(draft)[:3] == ["Dear Mrs Kaur,", "fences", "opening"]
    desk.move(session, cas, fences, signoff, draft.version, now)
    assert named(draft)[-2:] == ["fences", "Yours sincerely,"]
    with pytest.raises(Refused, match="greeting stays"):
        desk.move(session, cas, greeting, signoff, draft.version, now)


def test_two_who_reorder_at_once_are_told_apart(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    seen = draft.version
    desk.move(session, cas, draft.blocks[2], None, seen, now)
    with pytest.raises(Conflict, match="changed this reply meanwhile"):
        desk.move(session, cas, draft.blocks[3], None, seen, now)
    with pytest.raises(Conflict):
        desk.set_subject(session, cas, draft, "Other", seen, now)
    desk.set_subject(session, cas, draft, " The\nport  today ", draft.version, now)
    assert draft.subject == "The port today"


def test_an_inserted_paragraph_answers_its_point_where_the_point_comes(
    session: Session, cas: User, draft: Draft, bank: dict[str, Paragraph], now: dt.datetime
) -> None:
    lorries = draft.message.points[2]
    block = desk.insert(session, cas, draft, bank["minister"], now, points=[lorries])
    assert named(draft)[3:5] == ["fences", "minister"]
    assert (block.version_id, block.kind) == (bank["minister"].version.id, "policy")
    assert lorries not in unanswered(draft)
    again = desk.insert(session, cas, draft, bank["minister"], now, points=[draft.message.points[3]])
    assert again is block
    assert [point.position for point in block.points] == [2, 3]


def test_a_retired_paragraph_is_not_inserted(
    session: Session, cas: User, draft: Draft, bank: dict[str, Paragraph], now: dt.datetime
) -> None:
    bank["minister"].state = "retired"
    with pytest.raises(Refused, match="no longer offers"):
        desk.insert(session, cas, draft, bank["minister"], now)


def test_own_text_goes_where_it_was_asked_for(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    opening = draft.blocks[1]
    desk.add_own(session, cas, draft, "Behind the opening.", now, after=opening)
    desk.add_own(session, cas, draft, "Before the closing.", now)
    desk.add_own(session, cas, draft, "To the trouble.", now, points=[draft.message.points[3]])
    assert named(draft) == [
        "Dear Mrs Kaur,", "opening", "Behind the opening.", "guards", "fences", "To the trouble.",
        "Before the closing.", "closing", "Yours sincerely,",
    ]  # fmt: skip


def test_a_point_is_left_on_purpose_and_taken_up_again(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    point = draft.message.points[2]
    desk.leave(session, cas, draft, point, now)
    desk.leave(session, cas, draft, point, now)
    assert draft.left == [point.id]
    assert point not in unanswered(draft)
    desk.take_up(session, cas, draft, point, now)
    assert point in unanswered(draft)
    elsewhere = Message(
        received_at=now, original=b"", hash="e", points=[Point(position=0, text="x", start=0, end=1)]
    )
    session.add(elsewhere)
    session.flush()
    with pytest.raises(NotFound):
        desk.leave(session, cas, draft, elsewhere.points[0], now)


def test_a_bank_that_grew_answers_what_was_open(
    session: Session, cas: User, draft: Draft, bank: dict[str, Paragraph], now: dt.datetime
) -> None:
    assert desk.again(session, cas, draft, now) == 0
    bank["minister"].version.voice = "office"
    bank["minister"].edition = 2
    session.get_one(Office, session.info["office_id"]).edition = 2
    assert desk.again(session, cas, draft, now) == 1
    assert named(draft)[4] == "minister"


@pytest.mark.parametrize(
    "change",
    [
        lambda session, draft, now: desk.save_block(session, None, draft.blocks[2], "x", 1, now),
        lambda session, draft, now: desk.remove(session, None, draft.blocks[2], 1, now),
        lambda session, draft, now: desk.move(session, None, draft.blocks[2], None, draft.version, now),
        lambda session, draft, now: desk.add_own(session, None, draft, "x", now),
        lambda session, draft, now: desk.leave(session, None, draft, draft.message.points[0], now),
        lambda session, draft, now: desk.set_subject(session, None, draft, "x", draft.version, now),
    ],
)
def test_a_reply_that_left_the_desk_is_not_edited(
    session: Session, draft: Draft, now: dt.datetime, change: Callable[[Session, Draft, dt.datetime], object]
) -> None:
    draft.state = "approved"
    session.flush()
    with pytest.raises(Refused, match="is approved and is not edited"):
        change(session, draft, now)


def test_every_export_is_noted_and_names_nobody(
    session: Session, cas: User, draft: Draft, today: dt.date, now: dt.datetime
) -> None:
    name, letter = desk.export_letter(session, cas, draft, today, now)
    assert name == f"reply-{draft.id}.docx"
    assert "Dear Mrs Kaur," in [p.text for p in docx.Document(io.BytesIO(letter)).paragraphs]
    mail_name, mail = desk.export_mail(session, cas, draft, today, now)
    assert mail_name == f"reply-{draft.id}.eml"
    assert b"X-Unsent: 1" in mail
    assert desk.copy_reply(session, cas, draft, today, now).startswith("Dear Mrs Kaur,\n\nThank you")
    assert acts(session) == ["draft", "export", "export mail", "copy"]
    rows = session.scalars(select(AuditEvent)).all()
    assert all("Kaur" not in str(row.detail) for row in rows)


def test_another_office_sees_no_draft(
    engine: Engine, dov_office: int, session: Session, draft: Draft
) -> None:
    session.commit()
    with make_session(engine, write=False, office_id=dov_office) as other, pytest.raises(NotFound):
        one(other, Draft, draft.id)


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


def test_two_who_start_a_reply_at_once_get_the_same(
    engine: Engine,
    session: Session,
    bank: dict[str, Paragraph],
    message: Message,
    ada_office: int,
    now: dt.datetime,
) -> None:
    key = message.id
    session.commit()
    found: list[int] = []

    def start() -> None:
        with make_session(engine, write=True, office_id=ada_office) as writing, writing.begin():
            draft = desk.reply(writing, None, one(writing, Message, key), now)
            found.append(draft.id)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert len(set(found)) == 1
