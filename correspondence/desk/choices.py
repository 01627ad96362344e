"""What the bank offered for each Point, and what people made of it: both are kept, and matching learns.

A Choice follows from how the reply stands, so that what is undone was never chosen. A Block whose words were
all taken out does not stand in it:

| put in by | stands in the reply for the Point | the Paragraph was |
| a person | yes | used |
| a person | no, it was taken out again, or the Point off it | - |
| the program | yes | used, once a person let the reply leave the house; until then - |
| the program | no, a person took it out, or the Point off it | not used |
"""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy.orm import Session

from correspondence import audit
from correspondence.db import mine
from correspondence.matching import choices
from correspondence.matching.learned import vectors_of
from correspondence.matching.rank import Answer
from correspondence.matching.semantic import Encoder
from correspondence.models import AuditEvent, Block, Choice, Draft, Message, Offered, Point, User


def keep_offers(
    session: Session,
    draft: Draft,
    found: Sequence[Answer],
    encoder: Encoder | None,
    now: dt.datetime,
    *,
    again: bool = False,
) -> None:
    """Keep what was offered for these Points, and what of it the program has put into the Draft.

    again: beside what it had put in before, which a person may put back.
    """
    session.flush()  # a new Point has its number only now
    kept = keep_looked_up(session, draft.message, found, encoder, now)
    for answer in found:
        row = kept[answer.point.id]
        row.assembled = sorted({*_stand_for(answer.point, draft), *(row.assembled if again else ())})


def keep_looked_up(
    session: Session, message: Message, found: Sequence[Answer], encoder: Encoder | None, now: dt.datetime
) -> dict[int, Offered]:
    """Keep what is offered for these Points of a Message, which may have no Draft yet; by Point id."""
    kept = _offered(session, [answer.point for answer in found], now)
    for answer in found:
        row = kept[answer.point.id]
        row.answered, row.created_at = answer.answered, now
        row.paragraphs = [match.paragraph_id for match in answer.matches]
    if encoder and any(row.vector_model != encoder.name for row in kept.values()):
        points = message.points
        vectors = vectors_of([point.text for point in points], message.body, encoder)
        for point, vector in zip(points, vectors, strict=True):
            if point.id in kept:
                kept[point.id].vector, kept[point.id].vector_model = vector.tobytes(), encoder.name
    return kept


def settle(
    session: Session, user: User | None, block: Block, now: dt.datetime, points: Sequence[Point] | None = None
) -> None:
    """After a Block came in, was taken out, emptied or put back: what its Paragraph is then for its Points.

    points: those that were put on it or taken off it, where that is what was done.
    """
    _settle(session, user, block.draft, _pairs([block], points), now)


def taken_out(session: Session, draft: Draft, points: Sequence[Point]) -> set[tuple[int, int]]:
    """The ids of Point and Paragraph where a person took out, emptied, or took off what answered it."""
    found = _choices(session, [point.id for point in points])
    not_used = {key for key, choice in found.items() if not choice.used}
    gone = [block for block in draft.blocks if block.removed_at is not None or block.is_blank]
    return not_used | _taken_off(session, draft) | {(point.id, key) for point, key in _pairs(gone)}


def left_the_house(session: Session, user: User | None, draft: Draft, now: dt.datetime) -> None:
    """What stands in a reply that a person lets go was used. The command line drafts unseen: user None."""
    if user is not None:
        session.refresh(draft, ["version"], with_for_update=True)  # two who let it go at once
        _settle(session, user, draft, _pairs(draft.kept), now, is_out=True)


def came_back(session: Session, user: User | None, draft: Draft, now: dt.datetime) -> None:
    """Unlearn what was used because the reply left the house, for it has not."""
    _settle(session, user, draft, _pairs(draft.kept), now, is_out=False)


def forget(
    session: Session, user: User | None, choice: Choice, now: dt.datetime, *, again: bool = False
) -> None:
    """Let a Choice count no longer for letters to come; again: let it count as before."""
    choice.forgotten_at = None if again else choice.forgotten_at or now
    audit.record(session, user, "count again" if again else "forget", choice, now)
    choices.changed(session, _offered(session, [choice.point], now).values())


def _taken_off(session: Session, draft: Draft) -> set[tuple[int, int]]:
    """The ids of Point and Paragraph where a person took the tick off last: no Choice tells of what they had
    put in themselves."""
    made_of = {block.id: version.paragraph_id for block in draft.blocks if (version := block.source_version)}
    done = mine(session, AuditEvent).where(
        AuditEvent.noun == "Block", AuditEvent.noun_id.in_(made_of), AuditEvent.act.in_(("tick", "untick"))
    )
    rows = session.execute(
        done.order_by(AuditEvent.id).with_only_columns(AuditEvent.noun_id, AuditEvent.act, AuditEvent.detail)
    )
    last = {(detail["point"], made_of[key]): act for key, act, detail in rows}
    return {pair for pair, act in last.items() if act == "untick"}


def _pairs(blocks: Iterable[Block], points: Sequence[Point] | None = None) -> set[tuple[Point, int]]:
    """Each Point of these Blocks, or each of `points`, with the id of the Paragraph that a Block is from."""
    return {
        (point, block.source_version.paragraph_id)
        for block in blocks
        if block.source_version is not None
        for point in (block.points if points is None else points)
    }


def _settle(
    session: Session,
    user: User | None,
    draft: Draft,
    pairs: Collection[tuple[Point, int]],
    now: dt.datetime,
    *,
    is_out: bool | None = None,
) -> None:
    if not pairs:
        return
    offered = _offered(session, [point for point, _key in pairs], now)
    known = _choices(session, list(offered))
    changed = []
    for point, key in pairs:
        choice, row = known.get((point.id, key)), offered[point.id]
        used = _used(choice, key in _stand_for(point, draft), key in row.assembled, is_out)
        if used != (choice.used if choice else None):
            _set(session, user, choice or Choice(point_id=point.id, paragraph_id=key), used, now)
            changed.append(row)
    if changed:
        session.flush()
        choices.changed(session, changed)


def _used(choice: Choice | None, stands: bool, by_program: bool, is_out: bool | None) -> bool | None:
    """What the table above says; None for its dash. is_out None: what was let go before stays used."""
    if not stands:
        return False if by_program else None
    is_let_go = choice is not None and choice.used if is_out is None else is_out
    return True if not by_program or is_let_go else None


def _set(session: Session, user: User | None, choice: Choice, used: bool | None, now: dt.datetime) -> None:
    if used is None:
        session.delete(choice)
        return
    choice.used, choice.user_id, choice.created_at = used, user.id if user else None, now
    choice.forgotten_at = choice.carried_from = None
    session.add(choice)


def _stand_for(point: Point, draft: Draft) -> set[int]:
    """Ids of the Paragraphs that stand in the Draft as the answer to a Point."""
    return {
        block.source_version.paragraph_id
        for block in draft.kept
        if block.source_version is not None and point in block.points and not block.is_blank
    }


def _offered(session: Session, points: Sequence[Point], now: dt.datetime) -> dict[int, Offered]:
    """By Point id; a new row where the Point's reply was put together before such rows were kept."""
    keys = {point.id for point in points}
    rows = session.scalars(mine(session, Offered).where(Offered.point_id.in_(keys)))
    found = {row.point_id: row for row in rows}
    for key in keys - set(found):
        found[key] = Offered(point_id=key, created_at=now)
        session.add(found[key])
    return found


def _choices(session: Session, points: Sequence[int]) -> dict[tuple[int, int], Choice]:
    """By the ids of Point and Paragraph."""
    rows = session.scalars(mine(session, Choice).where(Choice.point_id.in_(points)))
    return {(row.point_id, row.paragraph_id): row for row in rows}
