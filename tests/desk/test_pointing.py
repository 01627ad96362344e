"""Points that a person puts right, and what follows of them."""

import datetime as dt

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from correspondence import desk, drafting, inbox
from correspondence.desk import pointing
from correspondence.desk.choices import keep_looked_up
from correspondence.desk.matches import answers
from correspondence.errors import Conflict, NotFound, Refused
from correspondence.matching import choices
from correspondence.models import AuditEvent, Choice, Draft, Message, Offered, Paragraph, Point, User
from tests.desk.cast import acts

GUARDS, FENCES, LORRY, EVICTED = range(4)


class Hand:
    """Cas at the page of a letter: `hand(act, words)` presses the button of the passage with these words, or
    parts a Point before them."""

    def __init__(self, session: Session, user: User, message: Message, now: dt.datetime) -> None:
        self.session, self.user, self.message, self.now = session, user, message, now

    def __call__(self, act: str, words: str, was: str | None = None) -> None:
        at = next(one.start for one in pointing.passages(self.message) if words in one.text)
        at = self.message.body.index(words) if act == "part" else at
        outline = pointing.outline(self.message) if was is None else was
        pointing.put_right(self.session, self.user, self.message, act, at, outline, self.now)

    @property
    def points(self) -> list[tuple[str, str]]:
        for place, point in enumerate(self.message.points):
            assert point.position == place
            assert self.message.body[point.start : point.end] == point.text
        return [(point.text.replace("\n", " "), point.kind) for point in self.message.points]


@pytest.fixture
def hand(session: Session, cas: User, message: Message, now: dt.datetime) -> Hand:
    return Hand(session, cas, message, now)


WHOLE = [
    ("Who pays for guards at the port?", "policy"),
    ("What did the fences cost?", "policy"),
    ("Where shall lorry drivers wait?", "policy"),
    ("We are evicted.", "casework"),
]
JOINED = ("What did the fences cost? Where shall lorry drivers wait?", "policy")
CASES: dict[str, tuple[list[tuple[str, str]], list[tuple[str, str]]]] = {
    "taken out": ([("none", "fences")], [WHOLE[0], *WHOLE[2:]]),
    "and a point again": ([("none", "fences"), ("point", "fences")], WHOLE),
    "casework again": ([("none", "evicted"), ("casework", "evicted")], WHOLE),
    "of another kind": ([("casework", "lorry")], [*WHOLE[:2], (WHOLE[2][0], "casework"), WHOLE[3]]),
    "and of its own again": ([("casework", "lorry"), ("policy", "lorry")], WHOLE),
    "no casework": ([("policy", "evicted")], [*WHOLE[:3], (WHOLE[3][0], "policy")]),
    "joined": ([("join", "lorry")], [WHOLE[0], JOINED, WHOLE[3]]),
    "and parted again": ([("join", "lorry"), ("part", "Where shall")], WHOLE),
    "parted within a sentence": ([("part", "at the port")], [
        ("Who pays for guards", "policy"), ("at the port?", "policy"), *WHOLE[1:],
    ]),
    "what was parted is none, and a point again": (
        [("part", "evicted"), ("none", "We are"), ("part", "drivers"), ("none", "drivers"),
         ("casework", "We are"), ("join", "evicted"), ("point", "drivers"), ("join", "drivers")],
        WHOLE,
    ),
    "joined over what is none": ([("none", "lorry"), ("join", "evicted")], [
        WHOLE[0], (f"{JOINED[0]} We are evicted.", "casework"),
    ]),
    "none left": ([("none", name) for name in ("guards", "fences", "lorry", "evicted")], []),
}  # fmt: skip


@pytest.mark.parametrize(("mark", "word"), [("-", "mend"), ("2.", "mend"), ("-", "-")])
def test_the_mark_of_a_lists_line_goes_with_what_it_begins(
    session: Session, cas: User, now: dt.datetime, mark: str, word: str
) -> None:
    text = f"Will you:\n- save the library\n{mark} mend the bridge"
    message, _new = inbox.receive(session, cas, "letter.txt", text.encode(), now)
    hand = Hand(session, cas, message, now)
    at = text.index(mark if word == mark else word, text.index("library"))
    pointing.put_right(session, cas, message, "part", at, pointing.outline(message), now)
    assert hand.points == [("Will you: - save the library", "policy"), (f"{mark} mend the bridge", "policy")]


@pytest.mark.parametrize(("steps", "points"), CASES.values(), ids=CASES)
def test_points_are_put_right(
    hand: Hand, steps: list[tuple[str, str]], points: list[tuple[str, str]]
) -> None:
    assert hand.points == WHOLE
    for step in steps:
        hand(*step)
    assert hand.points == points


def test_each_change_is_noted_without_words(session: Session, hand: Hand, message: Message) -> None:
    hand("none", "fences")
    event = session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc())).first()
    assert event is not None
    assert (event.act, event.noun, event.noun_id) == ("put points right", "Message", message.id)
    assert event.detail == {"to": "none", "points": 3}


@pytest.mark.parametrize("act", ["point", "policy", "part", "nonsense", ""])
def test_what_a_sentence_has_no_button_for_is_not_done(session: Session, hand: Hand, act: str) -> None:
    with pytest.raises(NotFound):
        hand(act, "What did the fences")
    assert hand.points == WHOLE


def test_a_point_is_parted_between_words(hand: Hand) -> None:
    with pytest.raises(NotFound):
        hand("part", "uards")
    assert hand.points == WHOLE


def test_the_first_point_has_none_to_join(hand: Hand) -> None:
    with pytest.raises(NotFound):
        hand("join", "guards")


@pytest.mark.parametrize("act", ["none", "casework"])
def test_of_two_who_change_the_points_one_is_told(hand: Hand, act: str) -> None:
    was = pointing.outline(hand.message)
    hand(act, "fences")
    with pytest.raises(Conflict, match="changed the points of this letter meanwhile"):
        hand("none", "lorry", was)
    assert WHOLE[LORRY] in hand.points


def test_a_point_that_the_reply_answers_stays(
    session: Session, hand: Hand, draft: Draft, cas: User, now: dt.datetime
) -> None:
    answered = next(block for block in draft.kept if draft.message.points[GUARDS] in block.points)
    with pytest.raises(Refused, match="Take its tick away at the paragraph that answers it first"):
        hand("none", "guards")
    desk.remove(session, cas, answered, answered.edit, now)
    hand("none", "guards")
    session.expire_all()
    assert answered.points == []
    desk.put_back(session, cas, answered, now)
    assert answered in draft.kept


def test_a_point_that_only_an_empty_box_is_for_can_go(
    session: Session, hand: Hand, draft: Draft, cas: User, now: dt.datetime
) -> None:
    """ "Write" makes the box; the desk says that nothing answers the point, and so must this."""
    point = drafting.unanswered(draft)[0]
    box = desk.add_own(session, cas, draft, "", now, points=[point])
    message = draft.message
    pointing.put_right(session, cas, message, "none", point.start, pointing.outline(message), now)
    assert point not in message.points
    assert (box.points, box in draft.kept) == ([], True)


def test_a_reply_that_left_the_house_keeps_its_points(session: Session, hand: Hand, draft: Draft) -> None:
    draft.state = "sent"
    with pytest.raises(Refused, match="is sent"):
        hand("none", "evicted")
    assert "put points right" not in acts(session)


def test_an_open_reply_counts_a_new_point_as_unanswered(session: Session, hand: Hand, draft: Draft) -> None:
    version = draft.version
    hand("none", "evicted")
    assert drafting.unanswered(draft) == [draft.message.points[LORRY]]
    hand("casework", "evicted")
    assert drafting.unanswered(draft) == draft.message.points[LORRY:]
    assert draft.version == version + 2  # who has its page open is told


def test_blocks_of_two_points_answer_the_one_they_become(
    session: Session, hand: Hand, draft: Draft, message: Message
) -> None:
    texts = [block.text for block in draft.kept]
    both = [block.id for block in draft.kept if {*message.points[:2]} & {*block.points}]
    hand("join", "fences")
    session.expire_all()
    assert [block.text for block in draft.kept] == texts
    assert [block.id for block in draft.kept if message.points[0] in block.points] == both
    hand("part", "What did")
    assert message.points[FENCES] in drafting.unanswered(draft)


def test_a_joined_point_is_left_only_where_both_were(
    session: Session, hand: Hand, draft: Draft, message: Message, cas: User, now: dt.datetime
) -> None:
    for number in (LORRY, EVICTED):
        desk.leave(session, cas, draft, message.points[number], now)
    hand("join", "evicted")
    assert draft.left == [message.points[LORRY].id]
    hand("part", "We are")
    hand("none", "evicted")
    desk.take_up(session, cas, draft, message.points[LORRY], now)
    hand("casework", "evicted")
    desk.leave(session, cas, draft, message.points[LORRY], now)
    hand("join", "evicted")
    assert draft.left == []


def test_what_the_bank_offers_follows(
    session: Session, hand: Hand, bank: dict[str, Paragraph], message: Message, now: dt.datetime
) -> None:
    hand("none", "fences")
    assert session.scalar(select(func.count(Offered.id))) == 0  # nobody has looked: Gaps will
    keep_looked_up(session, message, answers(session, message, now.date(), None), None, now)
    hand("point", "fences")
    row = session.scalars(select(Offered).where(Offered.point_id == message.points[FENCES].id)).one()
    assert row.answered == "yes"
    assert row.paragraphs[0] == bank["fences"].id
    row.paragraphs = []
    hand("casework", "fences")
    assert row.paragraphs[0] == bank["fences"].id  # asked anew: what is surely an answer hangs on the kind


def test_what_was_learned_follows(
    session: Session, hand: Hand, draft: Draft, bank: dict[str, Paragraph], cas: User, now: dt.datetime
) -> None:
    points = draft.message.points
    own = desk.insert(session, cas, draft, bank["minister"], now, points=[points[EVICTED]])
    assert points[EVICTED].id in choices.learned(session, None).points
    hand("join", "evicted")
    kept = session.scalars(select(Choice).where(Choice.paragraph_id == bank["minister"].id)).one()
    assert (kept.point_id, kept.used) == (points[LORRY].id, True)
    assert choices.learned(session, None).points == {points[LORRY].id}
    for block in [block for block in draft.kept if points[LORRY] in block.points]:
        desk.remove(session, cas, block, block.edit, now)
    assert own in draft.blocks
    hand("none", "lorry")
    assert choices.learned(session, None).points.isdisjoint(session.scalars(select(Choice.point_id)))
    assert session.scalar(select(func.count(Point.id))) == 2
