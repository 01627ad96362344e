"""What the buttons of a reply share: all that was typed is saved first, then the button does its work."""

from collections.abc import Callable

from flask import Response, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Redirect

from correspondence import db
from correspondence.errors import Conflict, Refused
from correspondence.models import Block, Draft
from correspondence.web import typed
from correspondence.web.session import wants_fragment
from correspondence.web.sheet import chosen_point, read, sheet

Answer = str | Response | Redirect | tuple[str, int]


def do(
    draft_id: int,
    act: Callable[[Draft, typed.Typed], Block | None],
    dropped: int | None = None,
    at: str = "",
) -> Answer:
    """Save what was typed, then act; the page as it is then, with what clashed on it.

    at: the id of the little form whose button was pressed.
    """
    draft, kept = save_typed(draft_id, dropped)
    if kept.clashed:
        return page(draft_id, kept)
    try:
        block = act(draft, kept)
        g.session.commit()
    except Refused as refusal:
        g.session.rollback()
        return page(draft_id, _stopped(dropped, refusal, at))
    if wants_fragment():
        shown = sheet(read(draft_id), saved=True)
        return render_template("fragments/desk_reply.html", **shown, done=block)
    return back(draft, f"block-{block.id}" if block else "")


def save_typed(draft_id: int, dropped: int | None = None) -> tuple[Draft, typed.Typed]:
    """The Draft with what was typed in it saved, and what clashed."""
    draft = db.one(g.session, Draft, draft_id)
    kept = typed.save(draft, dropped)
    g.session.commit()
    return draft, kept


def _stopped(dropped: int | None, refusal: Refused, at: str) -> typed.Typed:
    """Why nothing was done. What was typed for a Block whose choice was itself overtaken stays."""
    kept = typed.Typed(trouble=str(refusal), at=at)
    if dropped is not None and isinstance(refusal, Conflict):
        kept.mine[dropped] = request.form.get(f"text-{dropped}", "")
        kept.edits[dropped] = number(f"edit-{dropped}")
    return kept


def page(draft_id: int, kept: typed.Typed) -> Answer:
    """The page again, with both texts where two people wrote at once, and with what stopped a button."""
    status = 409 if kept.clashed or kept.trouble else 200
    shown = sheet(read(draft_id), kept)
    if wants_fragment():
        return render_template("fragments/desk_reply.html", **shown, done=None), status
    return render_template("desk/show.html", **shown), status


def back(draft: Draft, anchor: str) -> Redirect:
    point = chosen_point(draft) if request.form.get("point") else None
    words = request.form.get("words") or None
    address = url_for(".show", draft_id=draft.id, point=point.id if point else None, words=words)
    return redirect(f"{address}#{anchor}" if anchor else address)


def number(name: str) -> int:
    """A whole number the page sent with a button, 0 where it sent none."""
    sent = request.form.get(name, "")
    return int(sent) if sent.isdecimal() and len(sent) < 10 else 0
