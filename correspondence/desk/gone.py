"""A reply that has gone: a person marks it as sent, and can take that back."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy.orm import Session

from correspondence import audit, inbox
from correspondence.days import uk_day
from correspondence.desk.choices import came_back, left_the_house
from correspondence.desk.claims import claim_draft
from correspondence.desk.history import is_out
from correspondence.desk.replies import musts
from correspondence.drafting import SET_ASIDE, answered, unanswered
from correspondence.errors import Refused
from correspondence.models import Draft, User
from correspondence.text import one_line

LONGEST = 1_000  # characters of a reason


def send(
    session: Session,
    user: User | None,
    draft: Draft,
    now: dt.datetime,
    why: str = "",
    read: Collection[str] = (),
) -> None:
    """Mark a reply as sent: it is not edited any more, and its Message is answered.

    Where something in it must be put right, only by a person who says why it has gone as it stands; where
    points are not answered, or somebody said that no reply is needed, by one who was told. read: the
    sentences they had before them; what came up since is not decided on unseen.
    """
    session.refresh(draft, ["state"])
    if draft.state == "sent":
        return
    session.refresh(draft.message, ["state"], with_for_update=True)
    claim_draft(session, draft)
    wrong = musts(session, draft, uk_day(now))
    why = one_line(why, LONGEST) if wrong else ""
    if wrong and (user is None or not why or not set(wrong) <= set(read)):
        raise Refused(f"{' '.join(wrong)} Put it right, or an approver says why it has gone as it stands.")
    if (told := asked_first(draft)) and told not in read:
        raise Refused(f"{told} Mark it as gone all the same?")
    draft.state, draft.sent_at, draft.sent_by, draft.sent_why = "sent", now, user, why
    audit.record(session, user, "send", draft, now, version=draft.version, musts=len(wrong))
    left_the_house(session, user, draft, now)
    inbox.need_reply(session, user, draft.message, now, is_needed=True)


def asked_first(draft: Draft) -> str:
    """What a person is told before they mark a reply as sent, as sentences; "" where there is nothing."""
    said = SET_ASIDE if draft.message.state == "no reply needed" else ""
    return " ".join(filter(None, (said, left_open(draft))))


def left_open(draft: Draft) -> str:
    """How many Points nobody has answered or chosen to leave, as a sentence; "" where there is none.

    Where none at all is answered, those that were left are told too.
    """
    points = unanswered(draft) if answered(draft) else draft.message.points
    cases = sum(point.kind == "casework" for point in points)
    if len(points) > 1:
        of_them = f", {cases} of them casework" if cases else ""
        return f"{len(points)} points are not answered{of_them}."
    return f"One point is not answered{', and it is casework' if cases else ''}." if points else ""


def take_back(session: Session, user: User | None, draft: Draft, now: dt.datetime) -> None:
    """A reply that was marked as sent has not gone after all: it can be edited again."""
    session.refresh(draft, with_for_update=True)
    if draft.state != "sent":
        return
    draft.state, draft.sent_at, draft.sent_by, draft.sent_why = "drafting", None, None, ""
    draft.version += 1
    audit.record(session, user, "take back", draft, now, version=draft.version)
    if not is_out(session, draft):
        came_back(session, user, draft, now)
