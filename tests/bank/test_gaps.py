"""What waits for an answer the bank does not have: which points count, which ask the same, for whom."""

import datetime as dt

import numpy as np
import pytest
from sqlalchemy.orm import Session

from correspondence import bank
from correspondence.bank.alike_asks import Ask, grouped
from correspondence.bank.gaps import LATELY, asks, begin, gaps, told_of, unbegun, waiting_for
from correspondence.models import Block, Constituent, Draft, Message, Offered, Paragraph, Point
from tests.conftest import NOW, TODAY

HOLE = "When will the hole in Mill Lane be mended?"
SAID = "It is mended in spring."


def letter(
    session: Session, text: str = HOLE, name: str = "Amrit Kaur", days: int = 1, kind: str = "policy"
) -> Message:
    """A letter of one point that came so many days ago."""
    message = Message(
        constituent=Constituent(name=name, created_at=NOW), body=text, original=b"",
        hash=f"{name} {days} {text}", received_at=NOW - dt.timedelta(days=days),
        points=[Point(position=0, kind=kind, text=text, start=0, end=len(text))],
    )  # fmt: skip
    session.add(message)
    session.flush()
    return message


def looked_up(session: Session, message: Message, answered: str = "no", *paragraphs: Paragraph) -> Message:
    keys = [paragraph.id for paragraph in paragraphs]
    session.add(Offered(point=message.points[0], answered=answered, paragraphs=keys, created_at=NOW))
    session.flush()
    return message


def draft(session: Session, message: Message, *blocks: Block, state: str = "drafting") -> Draft:
    for block in blocks:
        block.points = list(message.points)
    gone = NOW if state == "sent" else None
    made = Draft(message=message, state=state, sent_at=gone, created_at=NOW, blocks=list(blocks))
    session.add(made)
    session.flush()
    return made


@pytest.fixture
def mending(session: Session) -> Paragraph:
    made = bank.add(session, None, "The county mends the lanes each spring.", NOW, today=TODAY)
    session.flush()
    made.stale_on = None
    session.flush()
    return made


def test_a_point_counts_until_a_current_paragraph_is_offered_or_used(
    session: Session, mending: Paragraph
) -> None:
    nothing = looked_up(session, letter(session))
    offered = looked_up(session, letter(session, name="B"), "perhaps", mending)
    used = looked_up(session, letter(session, name="C"))
    draft(session, used, Block(text=SAID, source_version=mending.version))
    own = looked_up(session, letter(session, name="D"))
    draft(session, own, Block(text="In our own words.", kind="own"))
    removed = letter(session, name="E")
    draft(session, removed, Block(text=SAID, source_version=mending.version, removed_at=NOW))
    emptied = looked_up(session, letter(session, name="F"))
    draft(session, emptied, Block(text="…", source_version=mending.version))
    waiting = {nothing.id, own.id, removed.id, emptied.id}
    assert {ask.message_id for ask in asks(session, TODAY)} == waiting
    mending.stale_on = TODAY  # from now on it is current no longer
    session.flush()
    assert {ask.message_id for ask in asks(session, TODAY)} == waiting | {offered.id, used.id}
    assert mending.id in [key for gap in gaps(session, TODAY) for key in gap.stale]


def test_what_is_not_the_banks_business_is_no_gap(session: Session) -> None:
    looked_up(session, letter(session, kind="casework"))
    sent = looked_up(session, letter(session, name="B"))
    draft(session, sent, Block(text="In our own words.", kind="own"), state="sent")
    left = looked_up(session, letter(session, name="C"))
    draft(session, left).left = [left.points[0].id]
    quarantined = looked_up(session, letter(session, name="D"))
    quarantined.state = "quarantined"
    letter(session, name="E")  # nobody has looked what the bank has for it
    session.flush()
    assert gaps(session, TODAY) == []


def test_a_point_that_a_reply_went_without_is_a_gap_for_a_while(session: Session, mending: Paragraph) -> None:
    waits = looked_up(session, letter(session, name="A", days=3))
    sent = draft(session, open_ := looked_up(session, letter(session, name="B", days=9)), state="sent")
    removed = Block(text="In our own words.", kind="own", removed_at=NOW)
    draft(session, looked_up(session, letter(session, name="C")), removed, state="sent")
    empty = Block(text=" …\n", kind="own")
    draft(session, looked_up(session, letter(session, name="E")), empty, state="sent")
    left = looked_up(session, letter(session, name="D"))
    draft(session, left, state="sent").left = [left.points[0].id]
    session.flush()
    [gap] = gaps(session, TODAY)
    assert gap.people == 4
    assert [ask.message_id for ask in gap.waiting] == [waits.id]
    sent.sent_at = NOW - LATELY - dt.timedelta(days=1)
    session.flush()
    assert open_.id not in {ask.message_id for ask in asks(session, TODAY)}
    begin(session, None, mending, [ask.point_id for ask in gap.asks], NOW)  # written for it meanwhile
    assert [[ask.message_id for ask in gap.asks] for gap in gaps(session, TODAY)] == [[waits.id]]


def test_wording_that_stands_for_a_point_and_is_out_of_date_is_told(
    session: Session, mending: Paragraph
) -> None:
    stands = looked_up(session, letter(session))
    draft(session, stands, Block(text=SAID, source_version=mending.version))
    mending.stale_on = TODAY
    session.flush()
    assert [gap.stale for gap in gaps(session, TODAY)] == [[mending.id]]


@pytest.mark.parametrize("why", ["nobody looked", "used", "offered", "left"])
def test_what_is_no_gap_hides_none_however_much_there_is_of_it(
    session: Session, mending: Paragraph, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    monkeypatch.setattr("correspondence.bank.gaps.MOST", 2)
    monkeypatch.setattr("correspondence.bank.gaps.AT_ONCE", 2)
    gap = looked_up(session, letter(session, "Is the ferry safe in a storm?", days=5))
    for days in (1, 2, 3, 7, 8, 9):  # newer ones and older
        other = letter(session, name=str(days), days=days)
        if why == "offered":
            looked_up(session, other, "yes", mending)
        elif why == "used":
            draft(session, other, Block(text=SAID, source_version=mending.version))
        elif why == "left":
            draft(session, other).left = [other.points[0].id]
    session.flush()
    assert [ask.message_id for ask in asks(session, TODAY)] == [gap.id]


def test_of_too_many_gaps_the_newest_are_told(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("correspondence.bank.gaps.MOST", 2)
    letters = [looked_up(session, letter(session, name=str(days), days=days)) for days in (1, 2, 3)]
    assert [ask.message_id for ask in asks(session, TODAY)] == [letters[1].id, letters[0].id]


def test_what_had_a_reply_crowds_out_nothing_that_waits(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("correspondence.bank.gaps.MOST", 2)
    replied = [looked_up(session, letter(session, name=str(days), days=days)) for days in (1, 9)]
    for message in replied:
        draft(session, message, state="sent")
    waits = looked_up(session, letter(session, name="A", days=5))
    assert [ask.message_id for ask in asks(session, TODAY)] == [waits.id, replied[0].id]
    other = looked_up(session, letter(session, name="B", days=20))
    assert [ask.message_id for ask in asks(session, TODAY)] == [other.id, waits.id]


def test_like_asks_are_one_gap_counted_by_people_longest_waiting_first(session: Session) -> None:
    looked_up(session, letter(session, "Is the ferry safe in a storm?", "Ned Quill", days=30))
    for days, name in ((3, "Amrit Kaur"), (9, "Una Moss"), (5, "Amrit Kaur")):
        looked_up(session, letter(session, f"{HOLE} It has been {days} weeks.", name, days=days))
    first, second = gaps(session, TODAY)
    assert (first.people, len(first.asks), first.since) == (3, 3, NOW - dt.timedelta(days=9))
    assert (second.people, second.told) == (1, "Is the ferry safe in a storm?")


def test_no_name_of_who_wrote_is_told(session: Session) -> None:
    text = "I am Amrit Kaur, amrit@example.org, 01632 960123. When is the hole mended?"
    message = looked_up(session, letter(session, text))
    gap = gaps(session, TODAY)[0]
    assert not [word for word in ("Amrit", "Kaur", "example.org", "960123") if word in gap.told]
    assert "When is the hole mended?" in gap.told
    assert told_of(session, [message.points[0].id, 999])[0].text == gap.told


@pytest.mark.parametrize(
    ("cosine", "groups"), [(0.95, 1), (0.2, 2)],
)  # fmt: skip
def test_by_meaning_where_there_are_vectors(cosine: float, groups: int) -> None:
    other = np.array([cosine, (1 - cosine**2) ** 0.5], dtype=np.float32)
    one = np.array([1, 0], dtype=np.float32)
    some = [Ask(n, n, str(n), n, NOW, (), "", "m", vector) for n, vector in enumerate((one, other, one))]
    found = grouped(some)
    assert len(found) == groups
    assert found[0].told == "0"
    assert len(grouped([Ask(1, 1, "a b", 1, NOW), *some])) == 4  # one without: by words, and they share none


def test_a_paragraph_that_was_written_for_a_gap_is_told_and_its_letters_wait(
    session: Session, mending: Paragraph
) -> None:
    first, second = (looked_up(session, letter(session, name=name)) for name in "AB")
    begin(session, None, mending, [message.points[0].id for message in (first, second)], NOW)
    assert [gap.begun for gap in gaps(session, TODAY)] == [[mending.id]]
    assert waiting_for(session, mending) == [first, second]
    holds = Block(text="", source_version=mending.version)
    draft(session, first, holds)
    draft(session, second, state="sent")
    assert waiting_for(session, mending) == [first]
    holds.text = SAID
    session.flush()
    assert waiting_for(session, mending) == []
    bank.retire(session, None, mending, NOW)
    assert all(gap.begun == [] for gap in gaps(session, TODAY))


def test_a_topic_is_proposed_where_the_nearest_paragraphs_have_one(
    session: Session, mending: Paragraph
) -> None:
    topic = bank.add_topic(session, None, "Roads", NOW)
    bank.change(session, None, mending, NOW, topics=[topic])
    looked_up(session, letter(session), "no", mending)
    assert gaps(session, TODAY)[0].topic_ids == [topic.id]


def test_letters_nobody_has_begun_are_counted_apart(session: Session) -> None:
    new, older = letter(session), letter(session, name="B", days=4)
    letter(session, name="C", kind="casework")
    looked_up(session, letter(session, name="D"))
    draft(session, letter(session, name="E"))
    assert unbegun(session, 1) == ([older], 2)
    assert unbegun(session, 9) == ([older, new], 2)
