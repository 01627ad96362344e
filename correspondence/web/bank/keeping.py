"""What was put right in a reply, proposed for the bank: read once more beside what the bank says."""

from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from correspondence import db, desk
from correspondence.bank import new_figures
from correspondence.days import spoken, uk_day
from correspondence.errors import Conflict, Refused
from correspondence.harvest.personal import Detail
from correspondence.models import Block, Paragraph
from correspondence.web.bank.area import bp
from correspondence.web.bank.forms import ReviseForm, number_of, voice_of
from correspondence.web.bank.look import to_look_at
from correspondence.web.bank.wording import differences
from correspondence.web.forms import said
from correspondence.web.permission import allow
from correspondence.web.session import now

Answer = str | Response | tuple[str, int]
TOLD = "Proposed for the bank. An approver reads it beside the wording it came from, which stays in use."


@bp.route("/blocks/<int:block_id>/keep", methods=["GET", "POST"])
@allow("caseworker")
def keep_wording(block_id: int) -> Answer:
    """Propose what was put right in a reply, without what is its reader's alone."""
    block = db.one(g.session, Block, block_id)
    if block.id in desk.kept(g.session, [block]):  # sent twice
        return _back(block)
    paragraph, form = desk.changed_from(block).paragraph, ReviseForm()
    if request.method == "GET":
        text, gone = desk.without_reader(block, block.text)
        return _page(block, _begun(paragraph, text), gone)
    if not form.validate():
        return _page(block, form), 422
    _text, own = desk.without_reader(block, said(form.text))
    theirs = ", ".join(dict.fromkeys(f"“{detail.words}”" for detail in own))
    if theirs and request.form.get("nobodys") != theirs:
        form.refuse(form.text, Refused(f"This may be one person's own: {theirs}. Take it out."))
        return _page(block, form, own=theirs), 422
    if asked := to_look_at(paragraph, form, form.new_title, is_titled=bool(form.new_title.raw_data)):
        return _page(block, form, own=theirs, asked=asked), 422
    try:
        _keep(block, paragraph, form)
    except Refused as refusal:
        g.session.rollback()
        form.refuse(form.text, refusal)
        form.number.data = str(paragraph.version.number)  # the next save is made knowing both texts
        return _page(block, form, own=theirs), 409 if isinstance(refusal, Conflict) else 422
    g.session.commit()
    flash(TOLD)
    return _back(block)


def _begun(paragraph: Paragraph, text: str) -> ReviseForm:
    version = paragraph.version
    known = {"voice": version.voice, "speaker": version.speaker, "date": version.date}
    return ReviseForm(formdata=None, data={**known, "number": version.number, "text": text})


def _keep(block: Block, paragraph: Paragraph, form: ReviseForm) -> None:
    _quoted, title = new_figures.retitled(paragraph, said(form.text))
    day = uk_day(block.draft.sent_at or now())
    desk.keep_wording(
        g.session,
        g.user,
        block,
        said(form.text),
        request.form.get("edit", 0, type=int),
        number_of(form),
        said(form.new_title) or title,
        now(),
        voice=voice_of(form),
        speaker=said(form.speaker),
        date=form.date.data,
        why=form.told(f"Put right in a letter on {spoken(day)}"),
    )


def _page(
    block: Block, form: ReviseForm, gone: tuple[Detail, ...] = (), own: str = "", asked: str = ""
) -> str:
    """gone: what was taken out of the text at first; own: what may be one person's in what was sent.

    asked: what is to be looked at, as in a revision.
    """
    version = desk.changed_from(block).paragraph.version
    shown: dict[str, Any] = {
        "block": block,
        "edit": request.form.get("edit", block.edit, type=int),
        "paragraph": version.paragraph,
        "changes": differences(version.text, said(form.text)),
        "gone": [(detail.kind, detail.words) for detail in gone],
    }
    return render_template("bank/keep.html", form=form, own=own, asked=asked, **shown)


def _back(block: Block) -> Response:
    return redirect(url_for("desk.show", draft_id=block.draft_id, _anchor=f"block-{block.id}"))
