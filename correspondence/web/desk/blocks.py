"""The paragraphs of a reply: put in, moved, taken out and back; of two texts one chosen."""

from flask import g, redirect, request, url_for

from correspondence import bank, db, desk
from correspondence.errors import Conflict, Refused
from correspondence.models import Block, Decision, Draft, Paragraph, Point
from correspondence.web import typed
from correspondence.web.desk.area import bp
from correspondence.web.desk.doing import Answer, do, number, page, save_typed
from correspondence.web.permission import allow
from correspondence.web.session import now
from correspondence.web.sheet import block_of, chosen_point, point_of, require_point


@bp.post("/<int:draft_id>/blocks/<int:block_id>/<any(up, down):where>")
@allow("caseworker")
def move(draft_id: int, block_id: int, where: str) -> Answer:
    def act(draft: Draft, _typed: typed.Typed) -> Block:
        block, kept = block_of(draft, block_id), draft.kept
        if block not in kept:
            raise Refused("Somebody else took this paragraph out meanwhile.")
        place = kept.index(block) + (-2 if where == "up" else 1)
        after = kept[min(place, len(kept) - 1)] if place >= 0 else None
        desk.move(g.session, g.user, block, after, number("version"), now())
        return block

    return do(draft_id, act)


@bp.post("/<int:draft_id>/blocks/<int:block_id>/remove")
@allow("caseworker")
def remove(draft_id: int, block_id: int) -> Answer:
    def act(draft: Draft, saved: typed.Typed) -> None:
        block = block_of(draft, block_id)
        try:
            desk.remove(g.session, g.user, block, _edit(block, saved), now())
        except Conflict:
            raise Refused(
                "Somebody else changed this paragraph meanwhile. Read it, then take it out."
            ) from None

    return do(draft_id, act)


@bp.post("/<int:draft_id>/blocks/<int:block_id>/back")
@allow("caseworker")
def put_back(draft_id: int, block_id: int) -> Answer:
    def act(draft: Draft, _typed: typed.Typed) -> Block:
        block = block_of(draft, block_id)
        desk.put_back(g.session, g.user, block, now())
        return block

    return do(draft_id, act)


@bp.post("/<int:draft_id>/blocks/<int:block_id>/points/<int:point_id>/<any(tick, untick):what>")
@allow("caseworker")
def set_answers(draft_id: int, block_id: int, point_id: int, what: str) -> Answer:
    """Say that a paragraph answers a point, or that it does not."""

    def act(draft: Draft, _typed: typed.Typed) -> Block:
        block, point = block_of(draft, block_id), require_point(draft, point_id)
        change = desk.tick if what == "tick" else desk.untick
        change(g.session, g.user, block, point, number("version"), now())
        return block

    return do(draft_id, act)


@bp.post("/<int:draft_id>/blocks/<int:block_id>/newer")
@allow("caseworker")
def take_newer(draft_id: int, block_id: int) -> Answer:
    """Put the bank's newest wording in its place."""

    def act(draft: Draft, saved: typed.Typed) -> Block:
        block = block_of(draft, block_id)
        try:
            return desk.take_newer(g.session, g.user, block, _edit(block, saved), number("newer"), now())
        except Conflict:
            raise Refused(
                "Somebody else changed this paragraph meanwhile. Read it, then take the newer wording."
            ) from None

    return do(draft_id, act)


@bp.post("/<int:draft_id>/blocks/<int:block_id>/keep")
@allow("caseworker")
def keep(draft_id: int, block_id: int) -> Answer:
    """To the page where what was written here, or put right, is kept in the bank."""
    draft, kept = save_typed(draft_id)
    if kept.clashed:
        return page(draft_id, kept)
    block = block_of(draft, block_id)
    if block.source_version:
        return redirect(url_for("bank.keep_wording", block_id=block.id))
    return redirect(url_for("bank.add", block=block.id))


@bp.post("/<int:draft_id>/blocks/<int:block_id>/decide")
@allow("approver")
def decide(draft_id: int, block_id: int) -> Answer:
    """Let a block that is stale go as it stands, for a reason that is kept with the name."""

    def act(draft: Draft, _typed: typed.Typed) -> Block:
        block = block_of(draft, block_id)
        why, read = request.form.get(f"why-{block_id}", ""), request.form.getlist(f"read-{block_id}")
        desk.decide(g.session, g.user, block, why, now(), read)
        return block

    return do(draft_id, act, at=f"decide-{block_id}")


@bp.post("/<int:draft_id>/blocks/<int:block_id>/undecide")
@allow("approver")
def undecide(draft_id: int, block_id: int) -> Answer:
    """Take back that its wording may go as it stands; in every reply."""

    def act(draft: Draft, _typed: typed.Typed) -> Block:
        decision = db.one(g.session, Decision, number("decision"))
        bank.take_back(g.session, g.user, decision, now())
        return block_of(draft, block_id)

    return do(draft_id, act)


@bp.post("/<int:draft_id>/blocks/<int:block_id>/<any(check, uncheck):what>")
@allow("caseworker")
def set_checked(draft_id: int, block_id: int, what: str) -> Answer:
    """Say that one has read a paragraph as it stands, or take that back."""

    def act(draft: Draft, saved: typed.Typed) -> Block:
        block = block_of(draft, block_id)
        if what == "uncheck":
            desk.uncheck(g.session, g.user, block, now())
        else:
            seen, kinds = request.form.get(f"seen-{block_id}", ""), request.form.getlist(f"kind-{block_id}")
            desk.check(g.session, g.user, block, _edit(block, saved), seen, kinds, now())
        return block

    return do(draft_id, act)


@bp.post("/<int:draft_id>/blocks/<int:block_id>/mine")
@allow("caseworker")
def keep_mine(draft_id: int, block_id: int) -> Answer:
    """Of two texts take the one that was typed here. `edit` is of the other text, as it was shown."""

    def act(draft: Draft, _typed: typed.Typed) -> Block:
        block, seen = block_of(draft, block_id), number("keep")
        if block.removed_at is not None and block.edit == seen:
            desk.put_back(g.session, g.user, block, now())
            seen = block.edit
        desk.save_block(g.session, g.user, block, request.form.get(f"text-{block_id}", ""), seen, now())
        return block

    return do(draft_id, act, dropped=block_id)


@bp.post("/<int:draft_id>/blocks/<int:block_id>/theirs")
@allow("caseworker")
def take_theirs(draft_id: int, block_id: int) -> Answer:
    """Of two texts take the one that is stored."""
    return do(draft_id, lambda draft, _typed: block_of(draft, block_id), dropped=block_id)


@bp.post("/<int:draft_id>/insert/<int:paragraph_id>")
@allow("caseworker")
def insert(draft_id: int, paragraph_id: int) -> Answer:
    def act(draft: Draft, _typed: typed.Typed) -> Block:
        paragraph = db.one(g.session, Paragraph, paragraph_id)
        courtesy = paragraph.kind in ("opening", "closing")
        after = draft.kept[0] if paragraph.kind == "opening" and draft.kept else None
        points = [] if courtesy else _asked(draft)
        return desk.insert(g.session, g.user, draft, paragraph, now(), after=after, points=points)

    return do(draft_id, act)


@bp.post("/<int:draft_id>/own")
@allow("caseworker")
def add_own(draft_id: int) -> Answer:
    """An empty paragraph to write in; where one is waiting already, that one."""

    def act(draft: Draft, _typed: typed.Typed) -> Block:
        asked = point_of(draft, number("answers"))
        points = [asked] if asked else []
        for block in draft.kept:
            if block.kind == "own" and block.is_blank and list(block.points) == points:
                return block
        return desk.add_own(g.session, g.user, draft, "", now(), points=points)

    return do(draft_id, act)


def _edit(block: Block, saved: typed.Typed) -> int:
    """The edit of a Block as the page that was sent had it."""
    return block.edit if block in saved.sent else number(f"edit-{block.id}")


def _asked(draft: Draft) -> list[Point]:
    """The Point that what is put in shall answer: the chosen one, unless it was found by other words."""
    point = chosen_point(draft)
    return [point] if point is not None and request.form.get("point") else []
