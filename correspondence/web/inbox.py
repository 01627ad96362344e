"""The inbox: what came in, bringing more in, one message and what can be done with it."""

from flask import Blueprint, Response, flash, g, redirect, render_template, request, session, url_for
from flask_wtf.file import FileRequired, MultipleFileField
from werkzeug.wrappers import Response as Redirect

from correspondence import db, desk, drafting, inbox
from correspondence.desk import pointing
from correspondence.errors import Conflict, Refused
from correspondence.models import Message
from correspondence.web import model, post
from correspondence.web.files import attachment
from correspondence.web.forms import Form, line, lines, needed, said
from correspondence.web.paper import pieces
from correspondence.web.permission import allow
from correspondence.web.session import engine, now

bp = Blueprint("inbox", __name__, url_prefix="/inbox")

LONGEST_SEARCH = 200  # characters
_POINTED = {
    "point": "That is a point now.",
    "casework": "That is casework now, somebody’s own case.",
    "policy": "That is policy now.",
    "none": "That is no point any more.",
    "join": "The two are one point now.",
    "part": "They are two points now.",
}


class PasteForm(Form):
    text = lines(
        "Text of the letter or e-mail",
        needed("Paste the text of the letter first."),
        hint="All of it, with greeting, signature and address. What is not needed is folded away, not lost.",
        rows=14,
    )
    name = line("Who wrote it", hint="Only if the text does not say.")
    email = line("Their e-mail address", hint="Only if the text does not say.")


class UploadForm(Form):
    files = MultipleFileField(
        "Files",
        [FileRequired("Choose one or more files.")],
        description="E-mails (.eml, .msg), Word files (.docx), PDFs or plain text (.txt). Several are fine.",
        render_kw={"accept": ".eml,.msg,.docx,.pdf,.txt,.doc,.rtf,.odt", "multiple": True},
    )


class ConstituentForm(Form):
    name = line("Name")
    salutation = line("Dear …", hint="What follows “Dear”. Left empty, the reply greets a constituent.")
    email = line("E-mail address")
    address = lines("Address", rows=4, hint="One line to a line.", limit=2000)
    postcode = line("Postcode", limit=20)


@bp.get("/")
@allow("caseworker")
def index() -> str:
    words = str(session.get("inbox_words", ""))
    pile = request.args.get("show", "")
    return render_template("inbox/index.html", **post.listed(g.session, words, pile))


@bp.post("/search")
@allow("caseworker")
def search() -> Redirect:
    """Note what to look for. It may be somebody's name, so the cookie holds it and no address does."""
    words = " ".join(request.form.get("words", "").split())[:LONGEST_SEARCH]
    session["inbox_words"] = words
    return redirect(url_for(".index", show=request.form.get("show") or None))


@bp.get("/add")
@allow("caseworker")
def add() -> str:
    return _add_page()


@bp.post("/paste")
@allow("caseworker")
def paste() -> Redirect | tuple[str, int]:
    form = PasteForm()
    if form.validate_on_submit():
        try:
            message, new = inbox.paste(
                g.session, g.user, said(form.text), now(), name=said(form.name), email=said(form.email)
            )
        except Refused as refusal:
            g.session.rollback()
            form.refuse(form.text, refusal)
        else:
            g.session.commit()
            return _to(message, new)
    return _add_page(form=form), 422


@bp.post("/upload")
@allow("caseworker")
def upload() -> str | Redirect | tuple[str, int]:
    """Each file goes in by itself: one that is refused keeps no other out."""
    form = UploadForm()
    if not form.validate_on_submit():
        return _add_page(upload_form=form), 422
    outcomes = [post.take_in(file.filename or "", file.read()) for file in form.files.data]
    if len(outcomes) == 1 and outcomes[0].message is not None:
        return _to(outcomes[0].message, outcomes[0].new)
    return render_template("inbox/taken_in.html", outcomes=outcomes)


@bp.get("/<int:message_id>")
@allow("caseworker")
def show(message_id: int) -> str:
    return _message_page(db.one(g.session, Message, message_id))


@bp.get("/<int:message_id>/original")
@allow("caseworker")
def original(message_id: int) -> Response:
    """The bytes as they came."""
    message = db.one(g.session, Message, message_id)
    name = message.file_name or f"message-{message.id}.txt"
    return attachment(message.original, name, "application/octet-stream")


@bp.post("/<int:message_id>/reply")
@allow("caseworker")
def reply(message_id: int) -> Redirect:
    message = db.one(g.session, Message, message_id)
    draft = desk.reply(g.session, g.user, message, now(), model.encoder())
    g.session.commit()
    return redirect(url_for("desk.show", draft_id=draft.id))


@bp.post("/<int:message_id>/<any(no_reply, needs_reply):what>")
@allow("caseworker")
def need_reply(message_id: int, what: str) -> Redirect:
    message = db.one(g.session, Message, message_id)
    inbox.need_reply(g.session, g.user, message, now(), is_needed=what == "needs_reply")
    g.session.commit()
    return redirect(url_for(".show", message_id=message_id))


@bp.post("/<int:message_id>/constituent")
@allow("caseworker")
def correct(message_id: int) -> Redirect | tuple[str, int]:
    message, form = db.one(g.session, Message, message_id), ConstituentForm()
    if not form.validate_on_submit():
        return _message_page(message, form), 422
    values = {name: said(form[name]) for name in inbox.CORRECTABLE}
    known = message.constituent
    before = (known.name, known.salutation) if known else ("", "")
    greeting = drafting.salutation(known)
    if values["name"] != before[0] and values["salutation"] == before[1]:
        del values["salutation"]  # the old one was left standing beside a new name
    inbox.correct(g.session, g.user, message, now(), **values)
    desk.greet_anew(g.session, g.user, message, greeting, now())
    g.session.commit()
    flash("Saved.")
    return redirect(url_for(".show", message_id=message.id))


@bp.post("/<int:message_id>/points")
@allow("caseworker")
def put_points_right(message_id: int) -> Redirect | tuple[str, int]:
    """Make of a point or a sentence what its button says: `make` is an act of `desk.pointing` and where."""
    message = db.one(g.session, Message, message_id)
    act, _space, at = request.form.get("make", "").partition(" ")
    start = int(at) if at.isdecimal() and len(at) < 10 else -1
    was = request.form.get("was", "")
    try:
        pointing.put_right(g.session, g.user, message, act, start, was, now(), model.encoder())
    except Refused as refusal:
        g.session.rollback()
        page = _message_page(db.one(g.session, Message, message_id), trouble=str(refusal))
        return page, 409 if isinstance(refusal, Conflict) else 422
    g.session.commit()
    flash(_POINTED[act])
    opened = at if act == "part" else "open"
    return redirect(url_for(".show", message_id=message_id, points=opened, _anchor="points-heading"))


@bp.post("/<int:message_id>/retry")
@allow("caseworker")
def retry(message_id: int) -> Redirect:
    message = db.one(g.session, Message, message_id)
    name, data = message.file_name, message.original
    g.session.commit()  # others may write while it is read
    again = inbox.read(name, data)
    message = inbox.retry(g.session, g.user, db.one(g.session, Message, message_id), again, now())
    g.session.commit()
    flash("It could be read now." if message.state == "received" else "It still cannot be read.")
    return redirect(url_for(".show", message_id=message.id))


@bp.post("/<int:message_id>/erase")
@allow("admin")
def erase(message_id: int) -> Redirect:
    inbox.erase(g.session, g.user, db.one(g.session, Message, message_id), now())
    g.session.commit()
    flash(f"Message {message_id} is erased, with the replies to it.")
    if not db.fold_log(engine()):
        flash("Somebody was at work, so its words may stay in a file until the program is next started.")
    return redirect(url_for(".index"))


def _to(message: Message, new: bool) -> Redirect:
    if not new:
        flash("This came in before. Here it is.")
    return redirect(url_for(".show", message_id=message.id))


def _add_page(form: PasteForm | None = None, upload_form: UploadForm | None = None) -> str:
    return render_template(
        "inbox/add.html",
        form=form or PasteForm(formdata=None),
        upload_form=upload_form or UploadForm(formdata=None),
    )


def _message_page(message: Message, form: ConstituentForm | None = None, trouble: str = "") -> str:
    return render_template(
        "inbox/show.html",
        message=message,
        pieces=pieces(message),
        passages=pointing.passages(message),
        was=pointing.outline(message),
        trouble=trouble,
        form=form or ConstituentForm(formdata=None, obj=message.constituent),
        replies=post.replies_to(g.session, message),
        no_reply=post.no_reply_said(g.session, message),
        others=post.others_by(g.session, message),
    )
