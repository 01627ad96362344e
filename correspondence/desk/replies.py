"""A reply from its start: assembled from the bank, and again when the bank has more."""

import datetime as dt
from collections.abc import Collection, Sequence

from sqlalchemy.orm import Session

from correspondence import audit, bank, drafting
from correspondence.bank import dated, stale
from correspondence.days import uk_day
from correspondence.db import mine
from correspondence.desk.blocks import save_block
from correspondence.desk.checking import checked
from correspondence.desk.choices import keep_offers, taken_out
from correspondence.desk.listing import put_in
from correspondence.desk.matches import answers, paragraphs
from correspondence.drafting.assemble import choose, closing_of
from correspondence.errors import Refused
from correspondence.matching.rank import Answer
from correspondence.matching.semantic import Encoder
from correspondence.models import Block, Draft, Message, Office, User

_COURTESIES = ("opening", "closing")


def reply(
    session: Session,
    user: User | None,
    message: Message,
    now: dt.datetime,
    encoder: Encoder | None = None,
    found: Sequence[Answer] | None = None,
) -> Draft:
    """The Draft that answers a Message: the one being written, else a new one from the bank.

    found: what `answers` gave for the Message, if the caller has it.
    """
    if message.state == "quarantined":
        raise Refused("This message could not be read, so there is nothing to answer yet.")
    session.flush()
    session.refresh(message, ["state"], with_for_update=True)  # one reply, also when asked for twice at once
    if message.state == "no reply needed":
        raise Refused(drafting.AFTER_ALL)
    draft = _open_draft(session, message)
    if draft is not None:
        return draft
    if found is None:
        found = answers(session, message, uk_day(now), encoder)
    offered = paragraphs(session, _named(found), *_COURTESIES)
    draft = drafting.assemble(message, found, offered, now)
    session.add(draft)
    audit.record(session, user, "draft", draft, now, blocks=len(draft.blocks))
    keep_offers(session, draft, found, encoder, now)
    return draft


def again(
    session: Session,
    user: User | None,
    draft: Draft,
    now: dt.datetime,
    encoder: Encoder | None = None,
    found: Sequence[Answer] | None = None,
) -> int:
    """Answer what is still open from the bank as it is now; how many Points were answered.

    An answer brings a closing with it, where there was none to take out. What a person took out of the reply,
    or a Point off it, does not come back by itself.
    found: as in `reply`.
    """
    if found is None:
        found = answers(session, draft.message, uk_day(now), encoder)
    before = drafting.unanswered(draft)
    still_open = [answer for answer in found if answer.point in before]
    offered = paragraphs(session, _named(found), "closing")
    refused, came = taken_out(session, draft, before), []
    for entry in choose(still_open, offered, uk_day(now)):
        points = [point for point in entry.points if (point.id, entry.paragraph.id) not in refused]
        if points:
            put_in(session, user, draft, entry.paragraph, now, points=points)
            came.append(entry.paragraph)
    thanked = any(block.kind == "opening" for block in draft.kept)
    closing = closing_of(draft.message, came, offered, thanked)
    if closing and all(block.kind != "closing" for block in draft.blocks):
        put_in(session, user, draft, closing, now)
    keep_offers(session, draft, still_open, encoder, now, again=True)
    return len(before) - len(drafting.unanswered(draft))


def greet_anew(session: Session, user: User | None, message: Message, before: str, now: dt.datetime) -> None:
    """After its writer was put right: the new greeting, where a reply still has the one from `before`.

    The sign-off that goes with it follows. What somebody has written in their place stays.
    """
    after = drafting.salutation(message.constituent)
    follows = {
        ("salutation", before): after,
        ("signoff", drafting.sign_off(before)): drafting.sign_off(after),
    }
    open_drafts = mine(session, Draft).where(Draft.message_id == message.id, Draft.state == "drafting")
    for draft in session.scalars(open_drafts):
        for block in draft.kept:
            text = follows.get((block.kind, block.text), block.text)
            if text != block.text:
                save_block(session, user, block, text, block.edit, now)


def problems(
    session: Session,
    draft: Draft,
    today: dt.date,
    found: Sequence[Answer] = (),
    told: drafting.Known | None = None,
) -> list[drafting.Problem]:
    """What a person must see before the Draft goes out; nothing once it has gone.

    found: what `answers` gives, for what is unsure. told: what `known` gives, if the caller has it.
    """
    if draft.state == "sent":
        return []
    office = session.get_one(Office, draft.office_id)
    return drafting.problems(draft, office, today, found, told or known(session, draft))


def musts(session: Session, draft: Draft, today: dt.date) -> list[str]:
    """The sentences on what must be put right before the Draft goes out."""
    return [one.text for one in problems(session, draft, today) if one.severity == "must"]


def known(session: Session, draft: Draft) -> drafting.Known:
    """What tells how the wording of a Draft stands."""
    versions = [block.source_version for block in draft.blocks if block.source_version is not None]
    return drafting.Known(
        dated.world(session),
        stale.newer_figures(session, versions),
        bank.decisions(session, versions),
        checked(session, draft.kept),
    )


def decide(
    session: Session, user: User | None, block: Block, why: str, now: dt.datetime, read: Collection[str]
) -> None:
    """Write down that the stale wording a Block was copied from may go as it stands, for what was read.

    What speaks against words that the Block no longer has was not shown, and is not decided on.
    """
    if block.source_version is None:
        raise Refused("This paragraph was written here; nothing in the bank speaks against it.")
    bank.decide(session, user, block.source_version, why, now, read, of_all=False)


def _open_draft(session: Session, message: Message) -> Draft | None:
    return session.scalar(
        mine(session, Draft)
        .where(Draft.message_id == message.id, Draft.state != "sent")
        .order_by(Draft.id.desc())
        .limit(1)
    )


def _named(found: Sequence[Answer]) -> set[int]:
    return {match.paragraph_id for answer in found for match in answer.matches}
