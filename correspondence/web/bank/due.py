"""The review rota: what is due and whose it is, one press for what is still true, a page to print."""

import datetime as dt
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from correspondence import bank, db
from correspondence.bank import stale
from correspondence.bank.due import MONTH, WEEK
from correspondence.errors import Refused
from correspondence.models import Paragraph, User
from correspondence.web import show
from correspondence.web.bank import cut_up
from correspondence.web.bank.area import bp
from correspondence.web.bank.forms import day_field
from correspondence.web.bank.listing import owners
from correspondence.web.bank.review import may_change
from correspondence.web.forms import Form
from correspondence.web.permission import allow
from correspondence.web.session import now, today

PAGE = 25
PRINTED = 100  # of each list of the page to print
AGAIN = dt.timedelta(days=182)  # half a year: when what is true today is read again, unless told otherwise
WITHIN = {"": dt.timedelta(0), "week": WEEK, "month": MONTH}
SPANS = (("", "Due today"), ("week", "Within a week"), ("month", "Within a month"))


class StillTrueForm(Form):
    """On which day it is read again."""

    until = day_field("Read again on")


@bp.get("/due")
@allow("caseworker")
def due() -> str:
    within, owner = _asked()
    page = show.cut(bank.due(g.session, today() + WITHIN[within], owner), PAGE)
    return render_template(
        "bank/due.html",
        page=page,
        rows=_rows(page.rows),
        loads=bank.loads(g.session, today()),
        within=within,
        owner="" if owner is None else str(owner),
        owners=[("", "Everybody’s"), *owners()],
        spans=SPANS,
        again=today() + AGAIN,
        people=_people(),
    )


@bp.get("/digest")
@allow("caseworker")
def digest() -> str:
    """What is due and what was changed, on paper."""
    week, month = today() + WEEK, today() + MONTH
    by_today, by_week, by_month = (bank.due(g.session, day) for day in (today(), week, month))
    lists = (
        ("Due today", by_today),
        (f"Due by {show.day(week)}", _without(by_week, by_today)),
        (f"Due by {show.day(month)}", _without(by_month, by_week)),
    )
    return render_template(
        "bank/digest.html",
        loads=bank.loads(g.session, today()),
        lists=[(name, len(keys), _rows(keys[:PRINTED])) for name, keys in lists],
        together=bank.changes_together(g.session, now() - WEEK)[:PRINTED],
        changes=bank.changes(g.session, now() - WEEK)[:PRINTED],
        since=today() - WEEK,
    )


@bp.post("/paragraphs/<int:paragraph_id>/still-true")
@allow("caseworker")
def still_true(paragraph_id: int) -> Response:
    paragraph, form = db.one(g.session, Paragraph, paragraph_id), StillTrueForm()
    if not may_change(paragraph) and paragraph.owner_id != g.user.id:
        raise Refused("This paragraph is approved. Its owner or an approver can say that it is still true.")
    cut_up.must_be(paragraph, request.form.get("number", type=int))
    until = form.until.data if form.validate() else None
    bank.still_true(g.session, g.user, paragraph, until, today(), now())
    g.session.commit()
    flash(f"Still true: “{paragraph.title}” is read again on {show.day(until)}.")
    if request.form.get("back") == "due":
        return redirect(url_for("bank.due", **_kept()))
    return redirect(url_for("bank.show", paragraph_id=paragraph.id))


@bp.post("/due/share")
@allow("approver")
def share_out() -> Response:
    chosen = set(request.form.getlist("person", type=int))
    given = bank.share_out(g.session, g.user, [user for user in _people() if user.id in chosen], now())
    g.session.commit()
    total = sum(given.values())
    flash(f"{total:,} shared out." if total else "There was nothing to share out: all have an owner.")
    return redirect(url_for("bank.due"))


def _asked() -> tuple[str, int | None]:
    """Within which span, and whose: a User's id, NOBODY, or None for everybody's."""
    within, owner = request.args.get("within", ""), request.args.get("owner", "")
    is_number = owner.isdecimal() and len(owner) < 9
    return within if within in WITHIN else "", int(owner) if is_number else None


def _kept() -> dict[str, Any]:
    """The list that a button was pressed in."""
    return {name: request.args[name] for name in ("owner", "within", "page") if name in request.args}


def _without(keys: list[int], told: list[int]) -> list[int]:
    known = set(told)
    return [key for key in keys if key not in known]


def _rows(keys: list[int]) -> list[dict[str, Any]]:
    """Each with what speaks against it on the day it is due, and whether only its review date does."""
    rows, listed = [], bank.load(g.session, keys)
    last = max((paragraph.stale_on or today() for paragraph in listed), default=today())
    against = stale.against(listed, max(last, today()))
    for paragraph in listed:
        day = max(today(), paragraph.stale_on or today())
        why = [reason for reason in against[paragraph.id] if reason.since <= day]
        is_mine = may_change(paragraph) or paragraph.owner_id == g.user.id
        rows.append(
            {
                "paragraph": paragraph,
                "why": [reason.text for reason in why],
                "is_only_review": all(reason.kind == "review" for reason in why),
                "may_say": is_mine,
            }
        )
    return rows


def _people() -> list[User]:
    here = db.mine(g.session, User).where(User.ended_at.is_(None)).order_by(User.name)
    return list(g.session.scalars(here))
