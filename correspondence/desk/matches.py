"""What the bank offers for a letter's Points."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import or_
from sqlalchemy.orm import Session, selectinload

from correspondence.bank.everyday import everyday_of
from correspondence.db import mine
from correspondence.matching import choices, index, rank
from correspondence.matching.semantic import Encoder
from correspondence.models import OFFICE, Draft, Message, Paragraph, Point, Version


@dataclass(frozen=True)
class Offer:
    """A Version for the side panel. is_ours: may be put in as it is; is_used: stands in the reply.

    variants: Versions of other Paragraphs that say nearly the same.
    """

    version: Version
    score: float
    because: list[str]
    is_ours: bool
    is_used: bool
    variants: list[Version] = field(default_factory=list)


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


def offers(
    session: Session, draft: Draft, point: Point, today: dt.date, encoder: Encoder | None
) -> list[Offer]:
    """The paragraphs on offer for one Point, best first, also those in somebody else's words."""
    found = answers(session, draft.message, today, encoder)
    matches = next((answer.matches for answer in found if answer.point is point), [])
    bank = paragraphs(session, shown(matches))
    used = {block.version_id for block in draft.kept}
    return [
        Offer(
            version=bank[match.paragraph_id].version,
            score=match.score,
            because=match.because,
            is_ours=bank[match.paragraph_id].version.voice == OFFICE,
            is_used=match.version_id in used,
            variants=[bank[key].version for key in match.variants if key in bank],
        )
        for match in matches
        if match.paragraph_id in bank
    ]


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
