"""What was done to the bank lately, to single Paragraphs and to many at once: for the page to print."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import and_, not_
from sqlalchemy.orm import Session

from correspondence.db import mine
from correspondence.models import AuditEvent, Import, ImportFile, Pack, Paragraph, Source

# The acts of the audit that change what a reader of the bank finds.
ACTS = {
    "add": "added", "revise": "reworded", "change": "details changed", "approve": "approved",
    "retire": "retired", "restore": "restored", "join": "joined", "split": "split",
    "still true": "found still true", "withdraw": "approval taken back", "keep": "kept after all",
    "merge": "merged into another", "replace": "given newer words",
    "reword": "proposed from a reply",
}  # fmt: skip
ACTS_TOGETHER = {
    "bring in": "brought in", "import": "brought in", "approve": "approved", "retire": "retired",
    "merge": "merged", "load": "added",
}  # fmt: skip
MOST = 200  # acts of either kind

Noun = TypeVar("Noun", Paragraph, Source, Import, Pack)


@dataclass
class Changed:
    """A Paragraph that was changed: what was done to it and by whom, each once, and when last."""

    paragraph: Paragraph
    at: dt.datetime
    acts: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    @property
    def said(self) -> list[str]:
        """The acts as people read them."""
        return [ACTS[act] for act in self.acts]


@dataclass(frozen=True)
class ChangedTogether:
    """What was done at once to so many Paragraphs (or files, where they were brought in) of one noun."""

    noun: Source | Import | Pack
    at: dt.datetime
    act: str
    count: int
    name: str

    @property
    def kind(self) -> str:
        return type(self.noun).__name__

    @property
    def said(self) -> str:
        """The act as people read it."""
        return ACTS_TOGETHER[self.act]


def changes(session: Session, since: dt.datetime) -> list[Changed]:
    """Which Paragraphs were changed, what was done and by whom; the newest acts, newest first."""
    events = mine(session, AuditEvent).where(
        AuditEvent.noun == "Paragraph", AuditEvent.act.in_(ACTS), AuditEvent.at >= since
    )
    told = list(session.scalars(events.order_by(AuditEvent.at.desc(), AuditEvent.id.desc()).limit(MOST)))
    there = _there(session, Paragraph, told)
    found: dict[int | None, Changed] = {}
    for event in told:
        if event.noun_id in there:
            row = found.setdefault(event.noun_id, Changed(there[event.noun_id], event.at))
            row.acts += [event.act] if event.act not in row.acts else []
            row.names += [_name(event)] if _name(event) not in row.names else []
    return list(found.values())


def changes_together(session: Session, since: dt.datetime) -> list[ChangedTogether]:
    """What was done to many Paragraphs at once; the newest acts, newest first.

    Of files that were brought in together it tells that of them all, and not each.
    """
    with_others = mine(session, ImportFile).where(ImportFile.source_id.is_not(None))
    of_many = with_others.with_only_columns(ImportFile.source_id)
    events = mine(session, AuditEvent).where(
        AuditEvent.noun.in_(["Source", "Import", "Pack"]),
        AuditEvent.act.in_(ACTS_TOGETHER),
        AuditEvent.at >= since,
        not_(and_(AuditEvent.act == "import", AuditEvent.noun_id.in_(of_many))),
    )
    told = list(session.scalars(events.order_by(AuditEvent.at.desc(), AuditEvent.id.desc()).limit(MOST)))
    nouns: dict[str, Mapping[int | None, Source | Import | Pack]] = {
        "Source": _there(session, Source, told),
        "Import": _there(session, Import, told),
        "Pack": _there(session, Pack, told),
    }
    return [
        ChangedTogether(nouns[event.noun][event.noun_id], event.at, event.act, _count(event), _name(event))
        for event in told
        if event.noun_id in nouns[event.noun]
    ]


def _there(session: Session, kind: type[Noun], events: Iterable[AuditEvent]) -> dict[int | None, Noun]:
    """The nouns of a kind that these acts were done to and that are there still, by their number."""
    keys = {event.noun_id for event in events if event.noun == kind.__name__}
    return {row.id: row for row in session.scalars(mine(session, kind).where(kind.id.in_(keys)))}


def _count(event: AuditEvent) -> int:
    """How many Paragraphs or files the act was done to."""
    told = event.detail
    return len(told["ids"]) if "ids" in told else int(told.get("count", told.get("added", 0)))


def _name(event: AuditEvent) -> str:
    return event.user.name if event.user else "the command line"
