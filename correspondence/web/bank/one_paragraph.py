"""One Paragraph: its text and source, its history, where it is used, and what can be done with it."""

from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from sqlalchemy import tuple_
from werkzeug.wrappers import Response

from correspondence import bank, db
from correspondence.bank import ledger, new_figures, settling
from correspondence.bank.gaps import waiting_for
from correspondence.errors import Conflict, Refused
from correspondence.models import Decision, Paragraph, User, Version
from correspondence.web.bank import about, cut_up, story
from correspondence.web.bank.area import bp
from correspondence.web.bank.beside import nearest
from correspondence.web.bank.choices import choices_of
from correspondence.web.bank.due import AGAIN
from correspondence.web.bank.forms import CareForm, ReviseForm, number_of, voice_of
from correspondence.web.bank.look import to_look_at
from correspondence.web.bank.review import may_change
from correspondence.web.bank.standing import standings
from correspondence.web.bank.wording import with_figures
from correspondence.web.forms import said
from correspondence.web.permission import allow
from correspondence.web.session import now, today

Answer = str | Response | tuple[str, int]
NOTHING = "Nothing was different, so nothing was changed."


@bp.get("/paragraphs/<int:paragraph_id>")
@allow("caseworker")
def show(paragraph_id: int) -> str:
    return _page(db.one(g.session, Paragraph, paragraph_id))


@bp.post("/paragraphs/<int:paragraph_id>/revise")
@allow("caseworker")
def revise(paragraph_id: int) -> Answer:
    """A new Version, or both texts where somebody else made one first.

    Where it has a new figure, or the title quotes one that is gone, that is to be looked at first.
    """
    paragraph, form = db.one(g.session, Paragraph, paragraph_id), ReviseForm()
    if not form.validate_on_submit():
        return _page(paragraph, form), 422
    if asked := to_look_at(paragraph, form, form.new_title, is_titled=bool(form.new_title.raw_data)):
        return _page(paragraph, form, asked=asked), 422
    try:
        version = _revise(paragraph, form)
    except Refused as refusal:
        g.session.rollback()
        form.refuse(form.text, refusal)
        theirs = refusal.theirs if isinstance(refusal, Conflict) else ""
        form.number.data = str(paragraph.version.number)  # the next save is made knowing both texts
        return _page(paragraph, form, theirs=theirs), 409 if theirs else 422
    g.session.commit()
    is_new = str(version.number) != form.number.data
    flash(f"Saved as version {version.number}." if is_new else NOTHING)
    return redirect(url_for("bank.show", paragraph_id=paragraph.id))


@bp.post("/paragraphs/<int:paragraph_id>/care")
@allow("caseworker")
def care(paragraph_id: int) -> Answer:
    """Title, kind, topics, owner, review date."""
    paragraph, form = db.one(g.session, Paragraph, paragraph_id), CareForm()
    if not may_change(paragraph):
        raise Refused("This paragraph is approved. An approver can change it.")
    _offer(form, paragraph.owner)
    if not form.validate_on_submit():
        return _page(paragraph, care=form), 422
    if about.clashes(form, paragraph):
        return _page(paragraph, care=form), 409
    is_new = about.save(form, paragraph)
    return _saved(paragraph, "Saved." if is_new else NOTHING)


@bp.post("/paragraphs/<int:paragraph_id>/approve")
@allow("approver")
def approve(paragraph_id: int) -> Response:
    paragraph = db.one(g.session, Paragraph, paragraph_id)
    cut_up.must_be(paragraph, request.form.get("number", type=int))
    was, why = paragraph.state, request.form.get("why", "")
    bank.approve(g.session, g.user, paragraph, now(), why, request.form.getlist("read"))
    return _saved(paragraph, "Decided." if was == "approved" else "Approved.")


@bp.post("/decisions/<int:decision_id>/take-back")
@allow("approver")
def undecide(decision_id: int) -> Response:
    """Take back that stale wording may be used as it stands."""
    decision = db.one(g.session, Decision, decision_id)
    bank.take_back(g.session, g.user, decision, now())
    return _saved(decision.version.paragraph, "Taken back. Every reply that uses this asks about it again.")


@bp.post("/paragraphs/<int:paragraph_id>/retire")
@allow("approver")
def retire(paragraph_id: int) -> Response:
    paragraph = db.one(g.session, Paragraph, paragraph_id)
    bank.retire(g.session, g.user, paragraph, now())
    return _saved(paragraph, "Retired. It is no longer offered; its history stays.")


@bp.post("/paragraphs/<int:paragraph_id>/restore")
@allow("caseworker")
def restore(paragraph_id: int) -> Response:
    paragraph = db.one(g.session, Paragraph, paragraph_id)
    bank.restore(g.session, g.user, paragraph, now())
    return _saved(paragraph, "Restored, as proposed.")


def _page(
    paragraph: Paragraph,
    form: ReviseForm | None = None,
    care: CareForm | None = None,
    theirs: str = "",
    asked: str = "",
) -> str:
    version, standing = paragraph.version, standings([paragraph])[paragraph.id]
    revise_form = form or ReviseForm(
        formdata=None, data={**_said_of(version), "number": version.number, "text": version.text}
    )
    return render_template(
        "bank/show.html",
        paragraph=paragraph,
        version=version,
        runs=with_figures(version, standing.reasons),
        standing=standing,
        removed=cut_up.removed(paragraph),
        disagreeing=ledger.disagreeing(g.session, paragraph),
        history=story.history(paragraph),
        uses=story.uses(paragraph),
        beside=_beside(paragraph),
        near=nearest([paragraph]).get(paragraph.id),
        waiting=waiting_for(g.session, paragraph),
        again=today() + AGAIN,
        is_only_review=not bank.what_else(paragraph, today()),
        further=settling.further(g.session, paragraph),
        choices=choices_of(paragraph),
        form=form or care or revise_form,
        revise=revise_form,
        care=care or _care_form(paragraph),
        theirs=theirs,
        asked=asked,
        may_change=may_change(paragraph),
    )


def _said_of(version: Version) -> dict[str, Any]:
    return {"voice": version.voice, "speaker": version.speaker, "date": version.date}


def _revise(paragraph: Paragraph, form: ReviseForm) -> Version:
    newest = paragraph.version
    _quoted, title = new_figures.retitled(paragraph, said(form.text))
    version = bank.revise(
        g.session,
        g.user,
        paragraph,
        said(form.text),
        now(),
        number=number_of(form),
        voice=voice_of(form),
        speaker=said(form.speaker),
        date=form.date.data,
        why=form.told(said(form.why)),
    )
    title = said(form.new_title) or title
    if version is not newest and title != paragraph.title:
        bank.change(g.session, g.user, paragraph, now(), title=title)
    return version


def _saved(paragraph: Paragraph, words: str) -> Response:
    g.session.commit()
    flash(words)
    return redirect(url_for("bank.show", paragraph_id=paragraph.id))


def _care_form(paragraph: Paragraph) -> CareForm:
    form = CareForm(formdata=None, data=about.as_shown(paragraph))
    _offer(form, paragraph.owner)
    return form


def _offer(form: CareForm, owner: User | None) -> None:
    """The office's Topics and people; an owner who has left stays in the list until somebody else is."""
    form.offer(bank.topics(g.session))
    people = g.session.scalars(db.mine(g.session, User).where(User.ended_at.is_(None)).order_by(User.name))
    here = list(people)
    form.offer_owners(here if owner is None or owner in here else [*here, owner])


def _beside(paragraph: Paragraph) -> tuple[Paragraph | None, Paragraph | None]:
    """What stands before and behind it in its Source, of what is on offer."""
    if paragraph.source_id is None:
        return None, None
    others = db.mine(g.session, Paragraph).where(
        Paragraph.source_id == paragraph.source_id, Paragraph.state != "retired", Paragraph.id != paragraph.id
    )
    here, there = (Paragraph.position, Paragraph.id), (paragraph.position, paragraph.id)
    before = others.where(tuple_(*here) < there).order_by(Paragraph.position.desc(), Paragraph.id.desc())
    behind = others.where(tuple_(*here) > there).order_by(*here)
    return g.session.scalar(before.limit(1)), g.session.scalar(behind.limit(1))
