"""What became of one Paragraph: its Versions and what was done to it, and the replies it stands in."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from sqlalchemy import Select, func
from sqlalchemy.orm import contains_eager
from werkzeug.wrappers import Response

from correspondence import db
from correspondence.bank.acts import acts
from correspondence.bank.again import use_again
from correspondence.bank.deciding import every
from correspondence.errors import Refused
from correspondence.models import AuditEvent, Block, Decision, Draft, Message, Paragraph, Version
from correspondence.web import show
from correspondence.web.bank.area import bp
from correspondence.web.bank.review import may_change
from correspondence.web.bank.wording import Change, brief, differences
from correspondence.web.permission import allow
from correspondence.web.session import now

FEW = 6  # uses shown on the Paragraph's own page
PAGE = 50
# Acts that are no Version of their own, as the history tells them.
TOLD = {
    "approve": "Approved", "withdraw": "Approval taken back", "retire": "Retired", "restore": "Restored",
    "still true": "Found still true", "keep both": "Kept beside one that says nearly the same",
    "ask again": "Asked about again beside one that says nearly the same",
}  # fmt: skip
DETAILS = {
    "title": "title",
    "kind": "kind",
    "topics": "topics",
    "owner": "owner",
    "review_date": "review date",
}


@dataclass(frozen=True)
class Entry:
    """A line of the history. version: with `changes` from the one before; None: an act, told in `said`."""

    at: dt.datetime
    name: str
    said: str = ""
    version: Version | None = None
    changes: list[Change] = field(default_factory=list)


@dataclass(frozen=True)
class Use:
    """A reply it stands in, and in which Version."""

    draft: Draft
    number: int


def history(paragraph: Paragraph) -> list[Entry]:
    """The Versions and acts, newest first."""
    versions = paragraph.versions
    entries = [
        Entry(
            version.created_at,
            version.author.name if version.author else "",
            version=version,
            changes=brief(differences(old.text, version.text)) if old else [],
        )
        for old, version in zip([None, *versions[:-1]], versions, strict=True)
    ]
    entries += [entry for event in acts(g.session, paragraph) if (entry := _act(event)) is not None]
    entries += [entry for decision in every(g.session, paragraph) for entry in _decided(decision)]
    return sorted(entries, key=lambda entry: entry.at)[::-1]


def uses(paragraph: Paragraph) -> tuple[list[Use], dict[str, int]]:
    """The newest replies it stands in, and how many there are in each state."""
    query = _used(paragraph)
    counts = g.session.execute(
        query.group_by(Draft.state).with_only_columns(Draft.state, func.count(Draft.id.distinct()))
    )
    return _shown(query, FEW), {row[0]: row[1] for row in counts}


@bp.get("/paragraphs/<int:paragraph_id>/uses")
@allow("caseworker")
def used(paragraph_id: int) -> str:
    """All replies it stands in, by Version."""
    paragraph = db.one(g.session, Paragraph, paragraph_id)
    number = request.args.get("version", "")
    asked = int(number) if number.isdecimal() and len(number) < 9 else None
    query = _used(paragraph, asked)
    page = show.page(g.session, _pairs(query), PAGE)
    counts = g.session.execute(
        _used(paragraph)
        .group_by(Version.number)
        .with_only_columns(Version.number, func.count(Draft.id.distinct()))
        .order_by(Version.number.desc())
    )
    return render_template(
        "bank/uses.html",
        paragraph=paragraph,
        page=page,
        rows=_shown(query, PAGE, (page.number - 1) * PAGE),
        asked=asked,
        counts=[tuple(row) for row in counts],
    )


@bp.post("/paragraphs/<int:paragraph_id>/again")
@allow("caseworker")
def again(paragraph_id: int) -> Response:
    """Go back to an earlier wording; what was said since stays in the history."""
    paragraph, number = db.one(g.session, Paragraph, paragraph_id), request.form.get("version", 0, type=int)
    if not may_change(paragraph):
        raise Refused("This paragraph is approved. An approver can change it.")
    newest = paragraph.version
    version = use_again(g.session, g.user, paragraph, number, request.form.get("number", type=int), now())
    g.session.commit()
    told = f"Version {version.number} has the words of version {number}."
    flash("It says so already." if version is newest else told)
    return redirect(url_for("bank.show", paragraph_id=paragraph.id))


def _act(event: AuditEvent) -> Entry | None:
    name = event.user.name if event.user else ""
    if event.act == "change":
        what = [DETAILS[key] for key in event.detail.get("what", []) if key in DETAILS]
        return Entry(event.at, name, f"Changed: {', '.join(what)}") if what else None
    if event.act not in TOLD:
        return None
    until = event.detail.get("until")
    later = f", read again on {show.day(dt.date.fromisoformat(until))}" if until else ""
    return Entry(event.at, name, TOLD[event.act] + later)


def _decided(decision: Decision) -> Iterator[Entry]:
    """That stale wording may be used as it stands, and that this was taken back."""
    words = f"Version {decision.version.number} may be used as it stands: “{decision.why}”"
    yield Entry(decision.created_at, decision.user.name if decision.user else "", words)
    if decision.taken_back_at is not None:
        name = decision.taken_back_by.name if decision.taken_back_by else ""
        yield Entry(decision.taken_back_at, name, f"Taken back: {words[:1].lower()}{words[1:]}")


def _used(paragraph: Paragraph, number: int | None = None) -> Select[Any]:
    """Drafts with the Versions of it that stand in them."""
    query = (
        db.mine(g.session, Draft)
        .join(Block, Block.draft_id == Draft.id)
        .join(Version, Version.id == Block.version_id)
        .join(Message, Message.id == Draft.message_id)
        .where(Version.paragraph_id == paragraph.id, Block.removed_at.is_(None), ~Block.is_blank)
    )
    return query.where(Version.number == number) if number is not None else query


def _pairs(query: Select[Any]) -> Select[Any]:
    """(Draft id, number of the Version), each once, the newest first."""
    pairs: Select[Any] = query.with_only_columns(Draft.id, Version.number)  # type: ignore[assignment]
    return pairs.distinct().order_by(Draft.id.desc(), Version.number.desc())


def _shown(query: Select[Any], size: int, start: int = 0) -> list[Use]:
    pairs = g.session.execute(_pairs(query).limit(size).offset(start)).all()
    keys = [row[0] for row in pairs]
    found = db.mine(g.session, Draft).where(Draft.id.in_(keys)).join(Draft.message)
    rows = g.session.scalars(found.options(contains_eager(Draft.message)))
    drafts = {draft.id: draft for draft in rows}
    return [Use(drafts[key], number) for key, number in pairs]
