"""A person's word that stale text may be used as it stands."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy.orm import Session, selectinload

from correspondence import audit
from correspondence.bank import stale
from correspondence.bank.acts import acts
from correspondence.bank.changed import changed
from correspondence.days import uk_day
from correspondence.db import mine
from correspondence.errors import Refused
from correspondence.figures.reason import Reason, undecided
from correspondence.models import Decision, Paragraph, User, Version
from correspondence.text import one_line

LONGEST = 1_000  # characters of a reason


def decisions(session: Session, versions: Iterable[Version]) -> dict[int, list[Decision]]:
    """By Version id: what was decided of each and not taken back, the newest first."""
    ids = [version.id for version in versions]
    found: dict[int, list[Decision]] = {}
    for start in range(0, len(ids), stale.AT_ONCE):
        some = mine(session, Decision).where(
            Decision.version_id.in_(ids[start : start + stale.AT_ONCE]), Decision.taken_back_at.is_(None)
        )
        some = some.options(selectinload(Decision.user)).order_by(Decision.id.desc())
        for decision in session.scalars(some):
            found.setdefault(decision.version_id, []).append(decision)
    return found


def waiting(
    session: Session, paragraphs: Sequence[Paragraph], today: dt.date
) -> Mapping[int, Sequence[Reason]]:
    """By Paragraph id: what speaks against each and nobody has decided on."""
    against = stale.against(paragraphs, today)
    decided = decisions(session, [one.version for one in paragraphs if against[one.id]])
    return {one.id: undecided(against[one.id], decided.get(one.version.id, ())) for one in paragraphs}


def decide(
    session: Session,
    user: User | None,
    version: Version,
    why: str,
    now: dt.datetime,
    read: Collection[str] | None = None,
    of_all: bool = True,
) -> None:
    """Write down that `user` has read what speaks against a Version, and why it may be used all the same.

    It holds for these reasons and no others. read: the sentences the person had before them, where a page
    tells; what came up since is not decided on unseen. of_all: refused where that leaves any. Refused too
    without a person or a word from them. Nothing is written where nothing is left to decide on.
    """
    decided = decisions(session, [version]).get(version.id, ())
    left = undecided(stale.of_version(version, uk_day(now)), decided)
    if not left:
        return
    why = one_line(why, LONGEST)
    told = [reason for reason in left if read is None or reason.text in read]
    if user is None or not why or not told or (of_all and told != left):
        against = " ".join(reason.text for reason in left)
        raise Refused(f"{against} Revise it, or say why it may be used as it stands.")
    reasons = [reason.text for reason in told]
    decision = Decision(version_id=version.id, user=user, reasons=reasons, why=why, created_at=now)
    session.add(decision)
    audit.record(session, user, "decide", decision, now, paragraph=version.paragraph_id, reasons=len(told))


def take_back(session: Session, user: User | None, decision: Decision, now: dt.datetime) -> None:
    """Let a decision count no longer; what it was on speaks against the wording again, in every reply.

    A Paragraph that was approved on the strength of it, then or later, is proposed.
    """
    if decision.taken_back_at is not None:
        return
    decision.taken_back_at, decision.taken_back_by = now, user
    paragraph = decision.version.paragraph
    audit.record(session, user, "take back", decision, now, paragraph=paragraph.id)
    since = [act for act in acts(session, paragraph) if act.at >= decision.created_at]
    is_newest = decision.version is paragraph.version
    rests_on_it = is_newest and any(act.act == "approve" for act in since)
    left = waiting(session, [paragraph], uk_day(now))[paragraph.id]
    if paragraph.state == "approved" and rests_on_it and left:
        paragraph.state = "proposed"
        changed(session, user, "withdraw", paragraph, [paragraph], now)


def every(session: Session, paragraph: Paragraph) -> Sequence[Decision]:
    """All that was ever decided of a Paragraph's wordings."""
    found = mine(session, Decision).join(Decision.version).where(Version.paragraph_id == paragraph.id)
    return session.scalars(found).all()
