"""What people made of one Paragraph for earlier letters: shown on its page, forgotten, counted again."""

from dataclasses import dataclass

from flask import flash, g, redirect, url_for
from sqlalchemy import func
from sqlalchemy.orm import selectinload
from werkzeug.wrappers import Response

from correspondence import db, desk
from correspondence.models import Choice, Paragraph
from correspondence.web.bank.area import bp
from correspondence.web.permission import allow
from correspondence.web.session import now

MOST = 10  # choices of each kind listed


@dataclass(frozen=True)
class Choices:
    """The newest choices of one kind, and how many there are."""

    rows: list[Choice]
    total: int


def choices_of(paragraph: Paragraph) -> dict[str, Choices]:
    """The letters it answered ("used"), and those whose replies it was taken out of ("refused")."""
    return {name: _choices(paragraph, used) for name, used in (("used", True), ("refused", False))}


def _choices(paragraph: Paragraph, used: bool) -> Choices:
    query = db.mine(g.session, Choice).where(Choice.paragraph_id == paragraph.id, Choice.used.is_(used))
    total = g.session.scalar(query.with_only_columns(func.count(Choice.id))) or 0
    newest = query.options(selectinload(Choice.point)).order_by(Choice.created_at.desc(), Choice.id.desc())
    return Choices(list(g.session.scalars(newest.limit(MOST))), total)


@bp.post("/choices/<int:choice_id>/<any(forget, again):what>")
@allow("caseworker")
def set_choice(choice_id: int, what: str) -> Response:
    """Let one choice count no longer for letters to come, or count as before."""
    choice = db.one(g.session, Choice, choice_id)
    desk.forget(g.session, g.user, choice, now(), again=what == "again")
    g.session.commit()
    flash(
        "It counts again for letters like that one." if what == "again" else "Forgotten. It counts no longer."
    )
    return redirect(url_for("bank.show", paragraph_id=choice.paragraph_id, _anchor="choices-heading"))
