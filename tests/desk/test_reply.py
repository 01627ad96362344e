"""A reply from its start to its leaving the house."""

import datetime as dt
import io
import threading

import docx
import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from correspondence import desk
from correspondence.db import make_session, one
from correspondence.drafting import unanswered
from correspondence.errors import NotFound, Refused
from correspondence.models import (
    AuditEvent,
    Draft,
    Message,
    Office,
    Paragraph,
    User,
)
from tests.desk.cast import acts, named


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
    assert named(draft) == ["Dear Constituent,", "Yours faithfully,"]


def test_problems_are_those_of_the_draft(session: Session, draft: Draft, today: dt.date) -> None:
    kinds = [(problem.kind, problem.severity) for problem in desk.problems(session, draft, today)]
    assert kinds[:2] == [("casework", "should"), ("unanswered", "should")]


def test_other_people_s_words_are_offered_as_ours_are(
    session: Session, draft: Draft, bank: dict[str, Paragraph], today: dt.date
) -> None:
    guards, _fences, lorries, _casework = desk.answers(session, draft.message, today, None)
    assert lorries.matches[0].paragraph_id == bank["minister"].id
    assert guards.matches[0].paragraph_id == bank["guards"].id
    assert guards.matches[0].because


def test_a_bank_that_grew_answers_what_was_open(
    session: Session, cas: User, draft: Draft, bank: dict[str, Paragraph], now: dt.datetime
) -> None:
    assert desk.again(session, cas, draft, now) == 0
    bank["minister"].version.voice = "office"
    bank["minister"].edition = 2
    session.get_one(Office, session.info["office_id"]).edition = 2
    assert desk.again(session, cas, draft, now) == 1
    assert named(draft)[4] == "minister"


def test_the_first_answer_brings_a_closing_with_it(
    session: Session, cas: User, message: Message, bank: dict[str, Paragraph], now: dt.datetime
) -> None:
    draft = desk.reply(session, cas, message, now, found=[])
    assert named(draft) == ["Dear Mrs Kaur,", "opening", "Yours sincerely,"]
    assert desk.again(session, cas, draft, now) == 2
    assert named(draft)[2:] == ["guards", "fences", "closing", "Yours sincerely,"]


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
