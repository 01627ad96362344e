"""The review of a Source: joining, splitting, editing, dropping and approving its Paragraphs."""

from dataclasses import dataclass

from flask import flash, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from correspondence import bank, db
from correspondence.bank import imports, new_figures
from correspondence.bank.left_out import taken_out
from correspondence.errors import Conflict, Refused
from correspondence.harvest import TakenOut
from correspondence.models import Paragraph, Source
from correspondence.web.bank import about, beside, cut_up
from correspondence.web.bank.area import bp
from correspondence.web.bank.forms import (
    KnownForm,
    ParagraphForm,
    known_form,
    number_of,
    paragraph_form,
    voice_of,
)
from correspondence.web.bank.look import to_look_at
from correspondence.web.bank.standing import standings
from correspondence.web.bank.wording import with_figures
from correspondence.web.forms import said
from correspondence.web.permission import allow, has_role
from correspondence.web.session import now, wants_fragment
from correspondence.web.show import cut

Answer = str | Response | tuple[str, int]
Undo = tuple[str, Paragraph, dict[str, int]]  # endpoint, of what, what is sent besides


@dataclass(frozen=True)
class Opened:
    """The form of a Paragraph. theirs: the other person's text where two have changed it; asked: what is to
    be looked at before it is saved."""

    form: ParagraphForm
    theirs: str = ""
    asked: str = ""


@bp.get("/sources/<int:source_id>")
@allow("caseworker")
def source(source_id: int) -> str:
    source = db.one(g.session, Source, source_id)
    if "taken-out" not in request.args:
        return page(source)
    try:
        return page(source, again=taken_out(source))
    except Refused as refusal:
        return page(source, words=f"The original could not be read again. {refusal}")


@bp.post("/paragraphs/<int:paragraph_id>/edit")
@allow("caseworker")
def edit(paragraph_id: int) -> Answer:
    """Words and all that is said of them, in the review."""
    paragraph = open_to_change(paragraph_id)
    form = paragraph_form(paragraph, bank.topics(g.session), fill=True)
    if not form.validate_on_submit():
        return page(_source_of(paragraph), {paragraph.id: Opened(form)}), 422
    if about.clashes(form, paragraph):
        return page(_source_of(paragraph), {paragraph.id: Opened(form)}), 409
    if asked := to_look_at(paragraph, form, form.title, is_titled=said(form.title) != paragraph.title):
        return page(_source_of(paragraph), {paragraph.id: Opened(form, asked=asked)}), 422
    try:
        _save(paragraph, form)
    except Refused as refusal:
        g.session.rollback()
        form.refuse(form.text, refusal)
        theirs = refusal.theirs if isinstance(refusal, Conflict) else ""
        form.number.data = str(paragraph.version.number)  # the next save is made knowing both texts
        return page(_source_of(paragraph), {paragraph.id: Opened(form, theirs)}), 409 if theirs else 422
    return done(paragraph, "Saved.")


@bp.post("/paragraphs/<int:paragraph_id>/split")
@allow("caseworker")
def split(paragraph_id: int) -> Answer:
    paragraph = open_to_change(paragraph_id)
    cut_up.must_be(paragraph, request.form.get("number", type=int))
    new = bank.split(g.session, g.user, paragraph, request.form.get("at", 0, type=int), now())
    return done(paragraph, "Split in two.", "bank.join", number=paragraph.version.number, next=new.id)


@bp.post("/paragraphs/<int:paragraph_id>/join")
@allow("caseworker")
def join(paragraph_id: int) -> Answer:
    """Join with the next one, as the page showed them."""
    paragraph, other = open_to_change(paragraph_id), cut_up.next_to(open_to_change(paragraph_id))
    if other is None or other.id != request.form.get("next", type=int):
        raise Conflict("What follows this paragraph has changed. Look at it again.")
    open_to_change(other.id)
    cut_up.must_be(paragraph, request.form.get("number", type=int))
    bank.join(g.session, g.user, paragraph, other, now())
    return done(paragraph, "Joined.", "bank.unjoin", number=paragraph.version.number, next=other.id)


@bp.post("/paragraphs/<int:paragraph_id>/drop")
@allow("caseworker")
def drop(paragraph_id: int) -> Answer:
    """Take a proposed Paragraph out of the bank."""
    paragraph = open_to_change(paragraph_id)
    bank.retire(g.session, g.user, paragraph, now())
    return done(paragraph, "Dropped. You can put it back.", "bank.put_back")


@bp.post("/paragraphs/<int:paragraph_id>/put-back")
@allow("caseworker")
def put_back(paragraph_id: int) -> Answer:
    paragraph = db.one(g.session, Paragraph, paragraph_id)
    bank.restore(g.session, g.user, paragraph, now())
    return done(paragraph, "Put back, as proposed.")


@bp.post("/paragraphs/<int:paragraph_id>/accept")
@allow("approver")
def accept_one(paragraph_id: int) -> Answer:
    paragraph = db.one(g.session, Paragraph, paragraph_id)
    cut_up.must_be(paragraph, request.form.get("number", type=int))
    why, read = request.form.get("why", ""), request.form.getlist("read")
    bank.approve(g.session, g.user, paragraph, now(), why, read)
    return done(paragraph, "Approved.", "bank.withdraw", number=paragraph.version.number)


def page(
    source: Source,
    opened: dict[int, Opened] | None = None,
    words: str = "",
    wrong: KnownForm | None = None,
    undo: Undo | None = None,
    again: TakenOut | None = None,
) -> str:
    """The review, or for our script its changing part.

    opened: forms of Paragraphs to show open. wrong: what was sent of the Source and not taken. again: what
    import took out. undo: of the last step.
    """
    topics, opened = bank.topics(g.session), opened or {}
    rows = cut(cut_up.pieces(source, again), cut_up.PAGE)
    shown = [row.paragraph for row in rows.rows if row.paragraph is not None]
    standing = standings(shown)
    return render_template(
        "bank/fragments/review.html" if wants_fragment() else "bank/review.html",
        source=source,
        page=rows,
        said=words,
        undo=undo,
        forms={one.id: opened.get(one.id) or Opened(paragraph_form(one, topics)) for one in shown},
        opened=opened,
        runs={one.id: with_figures(one.version, standing[one.id].reasons) for one in shown},
        standing=standing,
        against={key for key, one in standing.items() if one.left or one.doubts},
        topics=topics,
        known=wrong or known_form(source),
        form=wrong or next((one.form for one in opened.values()), None) or known_form(source),
        sentences=cut_up.sentences,
        removed=cut_up.removed,
        taken={paragraph.id: cut_up.details(paragraph, again) for paragraph in shown},
        shows_taken=again is not None,
        may_change=may_change,
        import_id=imports.came_with(g.session, source),
        **cut_up.facts(source),
        **beside.facts(source, shown),
    )


def done(paragraph: Paragraph, words: str, undo: str = "", **sent: int) -> Answer:
    """Store it, and show the review where it was changed.

    undo: the endpoint that takes the step back, and what is sent to it.
    """
    g.session.commit()
    source = paragraph.source
    if source is None:
        flash(words)
        return redirect(url_for("bank.show", paragraph_id=paragraph.id))
    if wants_fragment():
        return page(source, words=words, undo=(undo, paragraph, sent) if undo else None)
    flash(words)
    number = cut_up.page_of(source, paragraph)
    anchor = f"paragraph-{paragraph.id}"
    return redirect(
        url_for("bank.source", source_id=source.id, page=number if number > 1 else None, _anchor=anchor)
    )


def may_change(paragraph: Paragraph) -> bool:
    """Whether the signed-in person may change it: what is approved takes an approver."""
    return paragraph.state == "proposed" or has_role(g.user, "approver")


def open_to_change(paragraph_id: int) -> Paragraph:
    """The Paragraph, if it may be changed here by whoever is signed in."""
    paragraph = db.one(g.session, Paragraph, paragraph_id)
    if paragraph.state == "retired":
        raise Refused("This paragraph is retired. Put it back first.")
    if not may_change(paragraph):
        raise Refused("This paragraph is approved. An approver can change it.")
    return paragraph


def _source_of(paragraph: Paragraph) -> Source:
    if paragraph.source is None:
        raise Refused("This paragraph has no source to review. Use its own page.")
    return paragraph.source


def _save(paragraph: Paragraph, form: ParagraphForm) -> None:
    was, (_quoted, title) = paragraph.title, new_figures.retitled(paragraph, said(form.text))
    bank.revise(
        g.session,
        g.user,
        paragraph,
        said(form.text),
        now(),
        number=number_of(form),
        voice=voice_of(form),
        speaker=said(form.speaker),
        date=form.date.data,
        why=form.told(),
    )
    about.save(form, paragraph)
    if paragraph.title == was != title:
        bank.change(g.session, g.user, paragraph, now(), title=title)
