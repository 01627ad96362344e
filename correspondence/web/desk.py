"""The desk: one reply. Each button saves all that was typed, then does what it says."""

from collections.abc import Callable

from flask import Blueprint, Response, flash, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Redirect

from correspondence import db, desk
from correspondence.errors import Conflict, NotFound, Refused
from correspondence.models import Block, Draft, Paragraph, Point
from correspondence.web import model, typed
from correspondence.web.files import attachment
from correspondence.web.permission import allow, has_role
from correspondence.web.session import now, today, wants_fragment
from correspondence.web.sheet import block_of, checks, chosen_point, letter, point_of, read, sheet
from correspondence.web.sheet import offers as offered

bp = Blueprint("desk", __name__, url_prefix="/desk")

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
Answer = str | Response | Redirect | tuple[str, int]


@bp.get("/<int:draft_id>")
@allow("caseworker")
def show(draft_id: int) -> str:
    return render_template("desk/show.html", **sheet(read(draft_id)), trouble="")


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
    draft = db.one(g.session, Draft, draft_id)
    kept = typed.save(draft)
    g.session.commit()
    if wants_fragment():
        shown = checks(read(draft_id), kept, saved=not kept.clashed)
        return render_template("fragments/desk_saved.html", **shown), 409 if kept.clashed else 200
    return (
        _page(draft_id, kept, "")
        if kept.clashed
        else _back(draft, "reply-heading" if _pressed_save() else "")
    )


@bp.post("/<int:draft_id>/blocks/<int:block_id>/<any(up, down):where>")
@allow("caseworker")
def move(draft_id: int, block_id: int, where: str) -> Answer:
    def act(draft: Draft, _typed: typed.Typed) -> Block:
        block, kept = block_of(draft, block_id), draft.kept
        if block not in kept:
            raise Refused("Somebody else took this paragraph out meanwhile.")
        place = kept.index(block) + (-2 if where == "up" else 1)
        after = kept[min(place, len(kept) - 1)] if place >= 0 else None
        desk.move(g.session, g.user, block, after, _number("version"), now())
        return block

    return _do(draft_id, act)


@bp.post("/<int:draft_id>/blocks/<int:block_id>/remove")
@allow("caseworker")
def remove(draft_id: int, block_id: int) -> Answer:
    def act(draft: Draft, saved: typed.Typed) -> None:
        block = block_of(draft, block_id)
        seen = block.edit if block in saved.sent else _number(f"edit-{block_id}")
        try:
            desk.remove(g.session, g.user, block, seen, now())
        except Conflict:
            raise Refused(
                "Somebody else changed this paragraph meanwhile. Read it, then take it out."
            ) from None

    return _do(draft_id, act)


@bp.post("/<int:draft_id>/blocks/<int:block_id>/back")
@allow("caseworker")
def put_back(draft_id: int, block_id: int) -> Answer:
    def act(draft: Draft, _typed: typed.Typed) -> Block:
        block = block_of(draft, block_id)
        desk.put_back(g.session, g.user, block, now())
        return block

    return _do(draft_id, act)


@bp.post("/<int:draft_id>/blocks/<int:block_id>/decide")
@allow("approver")
def decide(draft_id: int, block_id: int) -> Answer:
    """Let a block that is stale go as it stands, for a reason that is kept with the name."""

    def act(draft: Draft, _typed: typed.Typed) -> Block:
        block = block_of(draft, block_id)
        why, read = request.form.get(f"why-{block_id}", ""), request.form.getlist(f"read-{block_id}")
        desk.decide(g.session, g.user, block, why, now(), read)
        return block

    return _do(draft_id, act)


@bp.post("/<int:draft_id>/blocks/<int:block_id>/mine")
@allow("caseworker")
def keep_mine(draft_id: int, block_id: int) -> Answer:
    """Of two texts take the one that was typed here. `edit` is of the other text, as it was shown."""

    def act(draft: Draft, _typed: typed.Typed) -> Block:
        block, seen = block_of(draft, block_id), _number("keep")
        if block.removed_at is not None and block.edit == seen:
            desk.put_back(g.session, g.user, block, now())
            seen = block.edit
        desk.save_block(g.session, g.user, block, request.form.get(f"text-{block_id}", ""), seen, now())
        return block

    return _do(draft_id, act, dropped=block_id)


@bp.post("/<int:draft_id>/blocks/<int:block_id>/theirs")
@allow("caseworker")
def take_theirs(draft_id: int, block_id: int) -> Answer:
    """Of two texts take the one that is stored."""
    return _do(draft_id, lambda draft, _typed: block_of(draft, block_id), dropped=block_id)


@bp.post("/<int:draft_id>/insert/<int:paragraph_id>")
@allow("caseworker")
def insert(draft_id: int, paragraph_id: int) -> Answer:
    def act(draft: Draft, _typed: typed.Typed) -> Block:
        paragraph = db.one(g.session, Paragraph, paragraph_id)
        courtesy = paragraph.kind in ("opening", "closing")
        after = draft.kept[0] if paragraph.kind == "opening" and draft.kept else None
        points = [] if courtesy else _asked(draft)
        return desk.insert(g.session, g.user, draft, paragraph, now(), after=after, points=points)

    return _do(draft_id, act)


@bp.post("/<int:draft_id>/own")
@allow("caseworker")
def add_own(draft_id: int) -> Answer:
    """An empty paragraph to write in; where one is waiting already, that one."""

    def act(draft: Draft, _typed: typed.Typed) -> Block:
        asked = point_of(draft, _number("answers"))
        points = [asked] if asked else []
        for block in draft.kept:
            if block.kind == "own" and not block.text.strip() and list(block.points) == points:
                return block
        return desk.add_own(g.session, g.user, draft, "", now(), points=points)

    return _do(draft_id, act)


@bp.post("/<int:draft_id>/points/<int:point_id>/<any(leave, take_up):what>")
@allow("caseworker")
def set_point(draft_id: int, point_id: int, what: str) -> Answer:
    """Leave a point unanswered on purpose, or count it as open again."""

    def act(draft: Draft, _typed: typed.Typed) -> None:
        point = point_of(draft, point_id)
        if point is None:
            raise NotFound("That point is not in this letter.")
        (desk.leave if what == "leave" else desk.take_up)(g.session, g.user, draft, point, now())

    return _do(draft_id, act)


@bp.post("/<int:draft_id>/again")
@allow("caseworker")
def again(draft_id: int) -> Answer:
    """Answer from the bank as it is now what is still open."""

    def act(draft: Draft, _typed: typed.Typed) -> None:
        count = desk.again(g.session, g.user, draft, now(), model.encoder())
        flash(_ANSWERED.get(count, f"{count} more points are answered."))

    return _do(draft_id, act)


@bp.post("/<int:draft_id>/<any(word, mail):kind>")
@allow("caseworker")
def export(draft_id: int, kind: str) -> Answer:
    """The reply as a file: a Word letter, or an e-mail to open in the mail program."""
    draft = db.one(g.session, Draft, draft_id)
    kept = typed.save(draft)
    g.session.commit()
    if kept.clashed:
        return _page(draft_id, kept, "")
    if kind == "word":
        name, data = desk.export_letter(g.session, g.user, draft, today(), now())
    else:
        name, data = desk.export_mail(g.session, g.user, draft, today(), now())
    g.session.commit()
    return attachment(data, name, DOCX if kind == "word" else "message/rfc822")


@bp.post("/<int:draft_id>/copy")
@allow("caseworker")
def copy(draft_id: int) -> Answer:
    """The reply as text: for a script that puts it on the clipboard, else on a page to copy it from."""
    draft = db.one(g.session, Draft, draft_id)
    kept = typed.save(draft)
    g.session.commit()
    if kept.clashed:
        return _page(draft_id, kept, "")
    text = desk.copy_reply(g.session, g.user, draft, today(), now())
    g.session.commit()
    if wants_fragment():
        return Response(text, mimetype="text/plain")
    return render_template("desk/copy.html", draft=draft, text=text)


@bp.post("/<int:draft_id>/<any(send, take_back):what>")
@allow("caseworker")
def set_gone(draft_id: int, what: str) -> Answer:
    """Mark the reply as one that has gone, or as one that has not gone after all."""

    def act(draft: Draft, _typed: typed.Typed) -> None:
        if what == "take_back":
            return desk.take_back(g.session, g.user, draft, now())
        why = request.form.get("why-gone", "") if has_role(g.user, "approver") else ""
        return desk.send(g.session, g.user, draft, now(), why, request.form.getlist("read-gone"))

    return _do(draft_id, act)


_ANSWERED = {0: "The bank has nothing more that surely fits.", 1: "One more point is answered."}


def _do(
    draft_id: int, act: Callable[[Draft, typed.Typed], Block | None], dropped: int | None = None
) -> Answer:
    """Save what was typed, then act; the page as it is then, with what clashed on it."""
    draft = db.one(g.session, Draft, draft_id)
    kept = typed.save(draft, dropped)
    g.session.commit()
    if kept.clashed:
        return _page(draft_id, kept, "")
    try:
        block = act(draft, kept)
        g.session.commit()
    except Refused as refusal:
        g.session.rollback()
        return _page(draft_id, _clash(dropped, refusal), str(refusal))
    if wants_fragment():
        shown = sheet(read(draft_id), saved=True)
        return render_template("fragments/desk_reply.html", **shown, done=block, trouble="")
    return _back(draft, f"block-{block.id}" if block else "")


def _clash(dropped: int | None, refusal: Refused) -> typed.Typed:
    """The text typed for a Block whose choice was itself overtaken stays on the page."""
    kept = typed.Typed()
    if dropped is not None and isinstance(refusal, Conflict):
        kept.mine[dropped] = request.form.get(f"text-{dropped}", "")
        kept.edits[dropped] = _number(f"edit-{dropped}")
    return kept


def _page(draft_id: int, kept: typed.Typed, trouble: str) -> Answer:
    """The page again, with both texts where two people wrote at once."""
    status = 409 if kept.clashed or trouble else 200
    shown = sheet(read(draft_id), kept)
    if wants_fragment():
        return render_template("fragments/desk_reply.html", **shown, done=None, trouble=trouble), status
    return render_template("desk/show.html", **shown, trouble=trouble), status


def _back(draft: Draft, anchor: str) -> Redirect:
    point = chosen_point(draft) if request.form.get("point") else None
    words = request.form.get("words") or None
    address = url_for(".show", draft_id=draft.id, point=point.id if point else None, words=words)
    return redirect(f"{address}#{anchor}" if anchor else address)


def _asked(draft: Draft) -> list[Point]:
    """The Point that what is put in shall answer: the chosen one, unless it was found by other words."""
    point = chosen_point(draft)
    return [point] if point is not None and request.form.get("point") else []


def _number(name: str) -> int:
    """A whole number the page sent with a button, 0 where it sent none."""
    sent = request.form.get(name, "")
    return int(sent) if sent.isdecimal() and len(sent) < 10 else 0


def _pressed_save() -> bool:
    return "save" in request.form
