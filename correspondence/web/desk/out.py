"""A reply on its way out of the house: as a file, as text, and marked as gone."""

from flask import Response, g, render_template, request

from correspondence import desk
from correspondence.models import Draft
from correspondence.web import typed
from correspondence.web.desk.area import bp
from correspondence.web.desk.doing import Answer, do, page, save_typed
from correspondence.web.files import attachment
from correspondence.web.permission import allow, has_role
from correspondence.web.session import now, today, wants_fragment

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@bp.post("/<int:draft_id>/<any(word, mail):kind>")
@allow("caseworker")
def export(draft_id: int, kind: str) -> Answer:
    """The reply as a file: a Word letter, or an e-mail to open in the mail program."""
    draft, kept = _ready(draft_id)
    if kept.clashed or kept.trouble:
        return page(draft_id, kept)
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
    draft, kept = _ready(draft_id)
    if kept.clashed or kept.trouble:
        return page(draft_id, kept)
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

    return do(draft_id, act, at="gone")


def _ready(draft_id: int) -> tuple[Draft, typed.Typed]:
    """The Draft with what was typed saved, and why it stays: a clash, or a must that was not read."""
    draft, kept = save_typed(draft_id)
    musts = desk.musts(g.session, draft, today())
    if kept.clashed or set(musts) <= set(request.form.getlist("read-out")):
        return draft, kept
    trouble = f"{' '.join(musts)} Put it right, or take a working copy as it is."
    return draft, typed.Typed(trouble=trouble, at="out")
