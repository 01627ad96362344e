"""What the bank offers for a letter's Points."""

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import or_
from sqlalchemy.orm import Session, selectinload

from correspondence.bank.everyday import everyday_of
from correspondence.db import mine
from correspondence.matching import choices, index, rank
from correspondence.matching.semantic import Encoder
from correspondence.models import Message, Paragraph


def answers(session: Session, message: Message, today: dt.date, encoder: Encoder | None) -> list[rank.Answer]:
    """What the bank has for each Point of a Message, now. Without an encoder words alone decide."""
    if not message.points:
        return []
    return rank.find(
        message.points,
        message.body,
        index.bank_index(session, encoder),
        encoder,
        today,
        everyday_of(session),
        choices.learned(session, encoder),
    )


def shown(matches: Iterable[rank.Match]) -> set[int]:
    """Ids of the Paragraphs that matches show: their own, and those of their variants."""
    return {key for match in matches for key in (match.paragraph_id, *match.variants)}


def paragraphs(session: Session, keys: set[int], *kinds: str) -> dict[int, Paragraph]:
    """By id: the Paragraphs with these keys, and all of these kinds, that are not retired."""
    found = session.scalars(
        mine(session, Paragraph)
        .where(Paragraph.state != "retired", or_(Paragraph.id.in_(keys), Paragraph.kind.in_(kinds)))
        .options(selectinload(Paragraph.versions))
    )
    return {paragraph.id: paragraph for paragraph in found}
