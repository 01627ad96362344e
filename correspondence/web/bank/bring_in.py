"""Bringing texts in: files or a pasted text, and the list of what was brought in."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import flash, g, redirect, render_template, url_for
from sqlalchemy import func, select
from sqlalchemy.orm import defer
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from correspondence import bank, db
from correspondence.bank import imports
from correspondence.bank.importing import cut, imported, store
from correspondence.errors import Refused
from correspondence.harvest import Told
from correspondence.intake import archive
from correspondence.intake.archive import Found
from correspondence.models import Import, Paragraph, Source
from correspondence.text import one_line
from correspondence.web import show
from correspondence.web.bank.area import bp
from correspondence.web.bank.forms import ImportForm
from correspondence.web.forms import said
from correspondence.web.permission import allow
from correspondence.web.session import now

RECENT = 5  # imports of many files that are named where one begins another


@dataclass(frozen=True)
class Outcome:
    """What became of one file. source: None where it was refused, and `why` says so."""

    name: str
    source: Source | None
    is_new: bool = True
    why: str = ""


@bp.route("/import", methods=["GET", "POST"])
@allow("caseworker")
def bring_in() -> str | Response | tuple[str, int]:
    """Each file goes in by itself: one that is refused keeps no other out."""
    form = ImportForm()
    if not form.validate_on_submit():
        recent = db.mine(g.session, Import).order_by(Import.id.desc()).limit(RECENT)
        shown = render_template("bank/import.html", form=form, recent=g.session.scalars(recent).all())
        return shown, 422 if form.errors else 200
    told, files = form.told(), form.given()
    if len(files) > imports.FEW or any(
        archive.is_archive(file.filename or "", file.stream) for file in files
    ):
        return _begin(form, files)
    outcomes = [_take_in(file.filename or "", file.read(), told) for file in files]
    if said(form.text).strip():
        name = f"{one_line(told.title, 80) or 'Pasted text'}.txt"
        outcomes.append(_take_in(name, said(form.text).encode(), told))
    return _tell(form, outcomes)


@bp.get("/sources")
@allow("caseworker")
def sources() -> str:
    """What was brought in, newest first, and how far each is reviewed."""
    query = db.mine(g.session, Source).options(defer(Source.left_out)).order_by(Source.id.desc())
    page = show.page(g.session, query)
    return render_template(
        "bank/sources.html", page=page, counts=_counts(page.rows), readiness=bank.readiness(g.session)
    )


def _begin(form: ImportForm, files: list[FileStorage]) -> Response | tuple[str, int]:
    """Keep many files to be read in the background, and show how far that is."""
    try:
        import_ = imports.begin(g.session, g.user, _found(form, files), form.told(), now())
    except Refused as refusal:
        g.session.rollback()
        form.refuse(form.files, refusal)
        return render_template("bank/import.html", form=form, recent=[]), 422
    g.session.commit()
    return redirect(url_for("bank.import_", import_id=import_.id))


def _found(form: ImportForm, files: list[FileStorage]) -> Iterator[Found]:
    """Each file, those in an archive too, and the text that was pasted besides."""
    for file in files:
        name = archive.plain_name(file.filename or "")
        try:
            if archive.is_archive(name, file.stream):
                yield from archive.unpack(file.stream)
            else:
                yield Found(name, file.read())
        except Refused as refusal:
            yield Found(name, why=str(refusal))
    if said(form.text).strip():
        yield Found("Pasted text.txt", said(form.text).encode())


def _take_in(name: str, data: bytes, told: Told) -> Outcome:
    """Import one file, and store it before the next is looked at."""
    try:
        there = imported(g.session, data)
        g.session.commit()  # others may write while the file is read, which may take a minute and more
        made = there or cut(name, data, told)
        source, is_new = store(g.session, g.user, made, told, now())
        g.session.commit()
    except Refused as refusal:
        g.session.rollback()
        return Outcome(name, None, why=str(refusal))
    return Outcome(name, source, is_new)


def _tell(form: ImportForm, outcomes: list[Outcome]) -> str | Response | tuple[str, int]:
    taken = [outcome.source for outcome in outcomes if outcome.source is not None]
    if not taken:
        for outcome in outcomes:
            form.refuse(form.files if form.given() else form.text, _named(outcome, len(outcomes) > 1))
        return render_template("bank/import.html", form=form, recent=[]), 422
    if len(outcomes) == 1:
        if not outcomes[0].is_new:
            flash("This was imported before. Here it is.")
        return redirect(url_for("bank.source", source_id=taken[0].id))
    return render_template(
        "bank/brought_in.html",
        outcomes=outcomes,
        counts=_counts(taken),
        readiness=bank.readiness(g.session),
    )


def _named(outcome: Outcome, is_one_of_many: bool) -> Refused:
    return Refused(f"{outcome.name}: {outcome.why}" if is_one_of_many and outcome.name else outcome.why)


def _counts(sources: list[Source]) -> dict[int, dict[str, int]]:
    """By Source id: how many of its Paragraphs are in each state."""
    keys = [source.id for source in sources]
    rows = g.session.execute(
        select(Paragraph.source_id, Paragraph.state, func.count())
        .where(Paragraph.source_id.in_(keys), Paragraph.office_id == g.office.id)
        .group_by(Paragraph.source_id, Paragraph.state)
    )
    found: dict[int, dict[str, int]] = {key: {"proposed": 0, "approved": 0, "retired": 0} for key in keys}
    for source_id, state, count in rows:
        found[source_id][state] = count
    return found
