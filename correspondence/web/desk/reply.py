"""The page of a reply: shown, saved, its points left or answered again."""

from flask import flash, g, render_template, request

from correspondence import desk
from correspondence.desk import pointing
from correspondence.models import Draft
from correspondence.web import model, typed
from correspondence.web.desk.area import bp
from correspondence.web.desk.doing import Answer, back, do, page, save_typed
from correspondence.web.permission import allow
from correspondence.web.session import now, wants_fragment
from correspondence.web.sheet import checks, letter, read, require_point, sheet
from correspondence.web.sheet import offers as offered

_ANSWERED = {0: "The bank has nothing more that surely fits.", 1: "One more point is answered."}


@bp.get("/<int:draft_id>")
@allow("caseworker")
def show(draft_id: int) -> str:
    return render_template("desk/show.html", **sheet(read(draft_id)))


@bp.get("/<int:draft_id>/offers")
@allow("caseworker")
def offers(draft_id: int) -> str:
    """The letter and the side panel alone, for a script that chose another point or searches."""
    draft = read(draft_id)
    return render_template("fragments/desk_point.html", **letter(draft), **offered(draft))


@bp.post("/<int:draft_id>/save")
@allow("caseworker")
def save(draft_id: int) -> Answer:
    """Save what was typed, and show the offers for the point or the words that came with it."""
    draft, kept = save_typed(draft_id)
    if wants_fragment():
        shown = checks(read(draft_id), kept, saved=not kept.clashed)
        return render_template("fragments/desk_saved.html", **shown), 409 if kept.clashed else 200
    return page(draft_id, kept) if kept.clashed else back(draft, "reply-heading" if _pressed_save() else "")


@bp.post("/<int:draft_id>/points/<int:point_id>/<any(leave, take_up):what>")
@allow("caseworker")
def set_point(draft_id: int, point_id: int, what: str) -> Answer:
    """Leave a point unanswered on purpose, or count it as open again."""

    def act(draft: Draft, _typed: typed.Typed) -> None:
        point = require_point(draft, point_id)
        (desk.leave if what == "leave" else desk.take_up)(g.session, g.user, draft, point, now())

    return do(draft_id, act)


@bp.post("/<int:draft_id>/points/<int:point_id>/<any(policy, casework):kind>")
@allow("caseworker")
def set_kind(draft_id: int, point_id: int, kind: str) -> Answer:
    """Put right whether a point is somebody's own case."""

    def act(draft: Draft, _typed: typed.Typed) -> None:
        start, was = require_point(draft, point_id).start, request.form.get("points", "")
        pointing.put_right(g.session, g.user, draft.message, kind, start, was, now(), model.encoder())

    return do(draft_id, act)


@bp.post("/<int:draft_id>/again")
@allow("caseworker")
def again(draft_id: int) -> Answer:
    """Answer from the bank as it is now what is still open."""

    def act(draft: Draft, _typed: typed.Typed) -> None:
        count = desk.again(g.session, g.user, draft, now(), model.encoder())
        flash(_ANSWERED.get(count, f"{count} more points are answered."))

    return do(draft_id, act)


def _pressed_save() -> bool:
    return "save" in request.form
