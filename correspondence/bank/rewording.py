"""Words of a Paragraph that were put right in a reply: proposed beside it, so that it stays as it is."""

import datetime as dt
from collections.abc import Sequence
from typing import Unpack

from sqlalchemy.orm import Session

from correspondence.bank.changed import changed
from correspondence.bank.changing import Wording, keep_days, made
from correspondence.bank.importing import make_room
from correspondence.db import mine
from correspondence.errors import Conflict, Refused
from correspondence.harvest import likeness
from correspondence.models import AuditEvent, Paragraph, User

_ACT = "reword"


def reword(
    session: Session,
    user: User | None,
    paragraph: Paragraph,
    text: str,
    now: dt.datetime,
    number: int | None,
    title: str,
    **wording: Unpack[Wording],
) -> Paragraph:
    """Propose other words for a Paragraph: a new one, of the same Source, which the review shows beside it.

    number: the Version that the words were compared with. Conflict, with the text as it stands, when it is no
    longer the newest. Figures that stay keep their days, as in `revise`.
    """
    newest, source = paragraph.version, paragraph.source
    if number != newest.number:
        raise Conflict("Somebody else has changed this paragraph. Compare the two texts.", newest.text)
    said: Wording = {"voice": newest.voice, "speaker": newest.speaker, "date": newest.date, **wording}
    new = made(
        user, text, now, said, title=title, kind=paragraph.kind, topics=list(paragraph.topics),
        owner=paragraph.owner, review_date=paragraph.review_date,
    )  # fmt: skip
    if likeness.plain(new.version.text) == likeness.plain(newest.text):
        raise Refused("This is what the bank says already, so there is nothing to keep.")
    keep_days(newest, new.version, {})
    new.version.removed = list(newest.removed)
    if source is not None:
        new.position = make_room(source, paragraph.position)
        new.source = source
    changed(session, user, _ACT, new, [new], now, of=paragraph.id)
    if source is not None:
        session.expire(source, ["paragraphs"])
    return new


def reworded(session: Session, paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """For each that was proposed as other words for one that is on offer, by its id, the id of that one."""
    keys = {paragraph.id for paragraph in paragraphs}
    done = mine(session, AuditEvent).where(AuditEvent.noun == "Paragraph", AuditEvent.act == _ACT)
    rows = session.execute(done.with_only_columns(AuditEvent.noun_id, AuditEvent.detail))
    came = {key: detail["of"] for key, detail in rows if key in keys}
    there = mine(session, Paragraph).where(Paragraph.id.in_(came.values()), Paragraph.state != "retired")
    on_offer = set(session.scalars(there.with_only_columns(Paragraph.id)))
    return {key: other for key, other in came.items() if other in on_offer}
