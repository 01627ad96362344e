"""Post comes in once, is never lost, is put right by people, and can be erased without a trace."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from correspondence import db, inbox
from correspondence.errors import Refused
from correspondence.models import AuditEvent, Base, Block, Constituent, Draft, Message, Point, User
from tests.conftest import NOW
from tests.web.post import CASEWORK

LETTER = (
    b"From: Anne Kaur <anne@example.org>\r\nTo: office@example.org\r\nSubject: Potholes\r\n"
    b"Message-ID: <one@example.org>\r\nDate: Mon, 16 Nov 2026 10:00:00 +0000\r\n\r\n"
    b"Dear MP,\r\n\r\nWhen will the holes in Mill Lane be filled? My wheel broke there.\r\n\r\n"
    b"Yours sincerely,\r\nAnne Kaur (Mrs)\r\n3 Mill Lane\r\nZZ1 2AB\r\n"
)
Received = Callable[..., Message]


@pytest.fixture
def admin(session: Session) -> User:
    """Ada, the admin of Ada's office, in `session`."""
    return session.query(User).filter_by(email="ada@example.org").one()


@pytest.fixture
def received(session: Session, cas: User, now: dt.datetime) -> Received:
    """Receives a file and gives its Message."""

    def receive(data: bytes = LETTER, name: str = "letter.eml") -> Message:
        message, _ = inbox.receive(session, cas, name, data, now)
        session.flush()
        return message

    return receive


def count(session: Session, noun: type[Message] | type[Constituent] | type[Point] | type[Draft]) -> int:
    return session.scalar(select(func.count()).select_from(noun)) or 0


def listed(session: Session, words: str = "", pile: str = "") -> list[Message]:
    return list(session.scalars(inbox.search(session, words, pile)))


def test_a_mail_is_stored_as_it_came_and_understood(session: Session, cas: User, now: dt.datetime) -> None:
    message, new = inbox.receive(session, cas, "letter.eml", LETTER, now)
    session.flush()
    assert new
    assert message.original == LETTER
    assert (message.subject, message.state, message.file_name) == ("Potholes", "received", "letter.eml")
    assert message.constituent is not None
    assert message.constituent.name == "Mrs Anne Kaur"
    assert message.constituent.salutation == "Mrs Kaur"
    assert message.constituent.postcode == "ZZ1 2AB"
    said = "When will the holes in Mill Lane be filled? My wheel broke there."
    assert [point.text for point in message.points] == [said]


SAME = {
    "the same bytes": LETTER,
    "the same mail fetched again": b"Received: by another.example\r\n" + LETTER,
    "the same mail wrapped in another way": LETTER.replace(b"filled? My", b"filled?\r\nMy"),
}
ANOTHER = {
    "the same words from another person": LETTER.replace(b"anne@", b"joan@").replace(b"Anne", b"Joan"),
    "the same words sent again a week later": LETTER.replace(b"<one@", b"<two@"),
    "other words": LETTER.replace(b"holes", b"cracks"),
}


@pytest.mark.parametrize("again", SAME.values(), ids=SAME)
def test_the_same_mail_again_is_one_message(
    session: Session, cas: User, now: dt.datetime, received: Received, again: bytes
) -> None:
    first = received()
    assert inbox.receive(session, cas, "again.eml", again, now) == (first, False)
    assert count(session, Message) == 1


@pytest.mark.parametrize("other", ANOTHER.values(), ids=ANOTHER)
def test_another_mail_is_another_message(session: Session, received: Received, other: bytes) -> None:
    assert received().id != received(other).id


def test_a_person_who_writes_again_is_one_constituent(session: Session, received: Received) -> None:
    first = received(LETTER.replace(b"3 Mill Lane\r\nZZ1 2AB\r\n", b""))
    second = received(LETTER.replace(b"<one@", b"<two@"))
    assert first.constituent is second.constituent
    assert first.constituent is not None
    assert first.constituent.address == "3 Mill Lane"
    assert count(session, Constituent) == 1


def test_two_people_with_one_address_are_two_constituents(session: Session, received: Received) -> None:
    first, second = received(), received(LETTER.replace(b"Anne", b"Dev").replace(b"<one@", b"<two@"))
    assert first.constituent is not second.constituent


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 \x00\xff", b"PK\x03\x04broken", b"\x00\x01\x02\x03" * 40])
def test_what_cannot_be_read_is_kept_once_with_the_reason(
    session: Session, cas: User, now: dt.datetime, data: bytes
) -> None:
    message, new = inbox.receive(session, cas, "thing.txt", data, now)
    session.flush()
    assert (new, message.state, message.original) == (True, "quarantined", data)
    assert message.why.endswith(".")
    assert inbox.receive(session, cas, "thing.txt", data, now) == (message, False)


def test_a_letter_that_understanding_stumbles_over_is_kept_and_can_be_read_by_a_program_that_does_not(
    session: Session, cas: User, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(_document: object) -> Message:
        raise IndexError("Mill Lane")

    with monkeypatch.context() as older:
        older.setattr(inbox, "understand", stumble)
        message, new = inbox.receive(session, cas, "letter.eml", LETTER, now)
        session.flush()
        assert (new, message.state, message.original) == (True, "quarantined", LETTER)
        assert message.why.startswith("The program could not make sense of the words.")
        with pytest.raises(Refused, match="could not make sense"):  # and the page keeps what was typed
            inbox.paste(session, cas, "Who pays for the guards?", now)
    assert read_again(session, message).state == "received"


def test_mail_that_came_in_while_it_was_read_is_one_message(
    session: Session, cas: User, received: Received, now: dt.datetime
) -> None:
    read = [inbox.read("thing.txt", data) for data in (b"", LETTER)]
    there = [received(b"", "thing.txt"), received()]
    assert [inbox.store(session, cas, message, now) for message in read] == [(m, False) for m in there]


def test_another_office_has_its_own_copy(
    session: Session, dov_office: int, received: Received, now: dt.datetime
) -> None:
    first = received()
    db.enter(session, dov_office)
    second, new = inbox.receive(session, None, "letter.eml", LETTER, now)
    session.flush()
    assert new
    assert second.office_id == dov_office != first.office_id
    assert listed(session) == [second]


def test_pasted_text_is_a_message_of_the_person_named(session: Session, cas: User, now: dt.datetime) -> None:
    text = "Dear MP\n\nPlease stop the second runway.\n\nthanks"
    message, new = inbox.paste(session, cas, text, now, name="Dr R. Osei", email="r@example.org")
    session.flush()
    assert new
    assert message.constituent is not None
    assert (message.constituent.name, message.constituent.salutation) == ("Dr R. Osei", "Dr Osei")
    assert message.constituent.email == "r@example.org"
    assert message.original == text.encode()
    assert inbox.paste(session, cas, text + "\n", now, name="Dr R. Osei", email="r@example.org") == (
        message,
        False,
    )
    assert inbox.paste(session, cas, text, now, name="Kit Lowe", email="k@example.org")[1]


def test_nothing_pasted_is_refused(session: Session, cas: User, now: dt.datetime) -> None:
    with pytest.raises(Refused, match="Nothing was pasted"):
        inbox.paste(session, cas, " \n\x00\n", now)


def draft_for(session: Session, message: Message, now: dt.datetime, state: str = "drafting") -> Draft:
    draft = Draft(message_id=message.id, state=state, created_at=now)
    draft.blocks = [Block(kind="own", text="Thank you for telling me of the CANARY in Mill Lane.")]
    draft.blocks[0].points = list(message.points[:1])
    session.add(draft)
    session.flush()
    return draft


def test_messages_are_found_by_their_pile(session: Session, received: Received, now: dt.datetime) -> None:
    waiting, begun, sent = (received(LETTER.replace(b"<one@", b"<%d@" % at)) for at in range(3))
    case = received(CASEWORK)
    broken = received(b"")
    draft_for(session, begun, now)
    draft_for(session, sent, now, "sent")
    found = {pile: listed(session, pile=pile) for pile in inbox.PILES}
    assert found == {
        "waiting": [case, waiting], "being answered": [begun], "answered": [sent], "casework": [case],
        "quarantined": [broken], "no reply needed": [],
    }  # fmt: skip
    assert listed(session) == [broken, case, sent, begun, waiting]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("potholes", 1), ("KAUR", 1), ("zz1 2ab", 1), ("mill wheel", 1),
        ("mill boat", 0), ("100%", 0), ("_", 0),
        ("łukasz żak", 1), ("ŁUKASZ ŻAK", 1), ("éclair", 1), ("eclair", 0),
    ],
)  # fmt: skip
def test_messages_are_found_by_words(session: Session, received: Received, words: str, found: int) -> None:
    received()
    received("Dear MP,\n\nWho sells an Éclair here?\n\nYours,\nŁukasz Żak".encode(), "letter.txt")
    assert len(listed(session, words)) == found


def test_staff_put_right_who_wrote(session: Session, cas: User, received: Received, now: dt.datetime) -> None:
    message = received()
    inbox.correct(session, cas, message, now, name="  Prof Anne Kaur\n", address="4 Mill Lane\nNorthmoor")
    assert message.constituent is not None
    assert message.constituent.salutation == "Prof Kaur"
    assert message.constituent.address == "4 Mill Lane\nNorthmoor"
    inbox.correct(session, cas, message, now, name="Anne Kaur", salutation="Anne")
    assert message.constituent.salutation == "Anne"


def test_a_new_name_changes_no_other_letter(
    session: Session, cas: User, received: Received, now: dt.datetime
) -> None:
    first, second = received(), received(LETTER.replace(b"<one@", b"<two@"))
    inbox.correct(session, cas, second, now, name="Ravi Kaur")
    session.flush()
    assert first.constituent is not None and second.constituent is not None
    assert (first.constituent.name, second.constituent.name) == ("Mrs Anne Kaur", "Ravi Kaur")
    assert second.constituent.email == "anne@example.org"


def read_again(session: Session, message: Message) -> Message:
    return inbox.retry(session, None, message, inbox.read(message.file_name, message.original), NOW)


def test_a_quarantined_message_can_be_read_again(session: Session, received: Received) -> None:
    message = received(b"")
    assert read_again(session, message).state == "quarantined"
    message.original, message.file_name = LETTER, "letter.eml"  # as if a newer program could read it
    read_again(session, message)
    session.flush()
    assert (message.state, message.why, len(message.points)) == ("received", "", 1)
    with pytest.raises(Refused, match="read already"):
        read_again(session, message)


def test_a_message_read_again_is_not_stored_twice(session: Session, received: Received) -> None:
    first, second = received(), received(b"")
    second.original, second.file_name = SAME["the same mail fetched again"], "again.eml"
    read_again(session, second)
    assert second.state == "quarantined"
    assert str(first.id) in second.why


def test_only_an_admin_erases(session: Session, cas: User, received: Received, now: dt.datetime) -> None:
    with pytest.raises(Refused, match="Only an admin"):
        inbox.erase(session, cas, received(), now)


def test_what_was_erased_is_nowhere(
    engine: Engine, ada_office: int, tmp_path: Path, now: dt.datetime
) -> None:
    data = (
        LETTER.replace(b"My wheel", b"A CANARY").replace(b"Anne", b"CANARYANNE").replace(b"anne@", b"canary@")
    )
    with db.transaction(engine, ada_office) as session:
        message, _ = inbox.receive(session, None, "CANARY.eml", data, now)
        session.flush()
        draft_for(session, message, now)
    assert b"canary" in everything(engine, tmp_path)
    with db.transaction(engine, ada_office) as session:
        inbox.erase(session, None, listed(session)[0], now)
    assert db.fold_log(engine)
    assert b"canary" not in everything(engine, tmp_path)
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        events = session.scalars(db.mine(session, AuditEvent).order_by(AuditEvent.id))
        assert [event.act for event in events] == ["receive", "erase"]
        assert [count(session, noun) for noun in (Message, Point, Draft, Constituent)] == [0, 0, 0, 0]


def everything(engine: Engine, folder: Path) -> bytes:
    """Every row of every table and, on SQLite, the file with its log; small letters."""
    with engine.connect() as connection:
        rows = [connection.execute(select(table)).all() for table in Base.metadata.sorted_tables]
    files = [file.read_bytes() for file in folder.glob("test.sqlite3*")]
    return b"".join([repr(rows).encode(), *files]).lower()


def test_erasing_one_letter_leaves_its_writer_to_the_other(
    session: Session, admin: User, received: Received, now: dt.datetime
) -> None:
    first, second = received(), received(LETTER.replace(b"<one@", b"<two@"))
    inbox.erase(session, admin, first, now)
    assert second.constituent is not None
    assert listed(session) == [second]
    inbox.erase(session, admin, second, now)
    assert count(session, Constituent) == 0
