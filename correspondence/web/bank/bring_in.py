"""Bringing texts in: files or a pasted text, and the list of what was brought in."""

from collections.abc import Iterable, Iterator

from flask import flash, g, redirect, render_template, url_for
from sqlalchemy import func, select
from sqlalchemy.orm import defer
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response
from wtforms import Field

from correspondence import bank, db
from correspondence.bank import imports
from correspondence.bank.importing import cut, imported, store
from correspondence.errors import Refused
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


@bp.route("/import", methods=["GET", "POST"])
@allow("caseworker")
def bring_in() -> str | Response | tuple[str, int]:
    """Each file goes in by itself: one that is refused keeps no other out."""
    form = ImportForm()
    if not form.validate_on_submit():
        recent = db.mine(g.session, Import).order_by(Import.id.desc()).limit(RECENT)
        shown = render_template("bank/import.html", form=form, recent=g.session.scalars(recent).all())
        return shown, 422 if form.errors else 200
    files, pasted = form.given(), said(form.text).strip()
    packed = any(archive.is_archive(file.filename or "", file.stream) for file in files)
    if packed or len(files) + bool(pasted) > 1:
        return _begin(form, files, wait=not packed and len(files) < imports.FEW)
    if files:
        return _take_in(form, form.files, files[0].filename or "", files[0].read())
    name = f"{one_line(said(form.title), 80) or 'Pasted text'}.txt"
    return _take_in(form, form.text, name, said(form.text).encode())


@bp.get("/sources")
@allow("caseworker")
def sources() -> str:
    """What was brought in, newest first, and how far each is reviewed."""
    query = db.mine(g.session, Source).options(defer(Source.left_out)).order_by(Source.id.desc())
    page = show.page(g.session, query)
    return render_template(
        "bank/sources.html", page=page, counts=counts(page.rows), readiness=bank.readiness(g.session)
    )


def _begin(form: ImportForm, files: list[FileStorage], *, wait: bool) -> Response | tuple[str, int]:
    """Keep files that are given together, and show what becomes of them: it can be found again. wait: few
    are read at once, others in the background."""
    try:
        import_ = imports.begin(g.session, g.user, _found(form, files), form.told(), now())
    except Refused as refusal:
        g.session.rollback()
        form.refuse(form.files, refusal)
        return render_template("bank/import.html", form=form, recent=[]), 422
    g.session.commit()
    for _ in range(imports.FEW if wait else 0):
        with db.reading(g.session):
            made = imports.prepare(g.session, import_id=import_.id)  # others may write while a file is read
        is_more = made.keep(g.session)
        g.session.commit()
        if not is_more:
            break
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


def _take_in(form: ImportForm, field: Field, name: str, data: bytes) -> Response | tuple[str, int]:
    """Import a file or text that comes alone, and show its review. field: what it was given by."""
    told = form.told()
    try:
        there, member = imported(g.session, data), g.office.mp_name
        g.session.commit()  # others may write while the file is read, which may take a minute and more
        source, is_new = store(g.session, g.user, there or cut(name, data, told, member), told, now())
    except Refused as refusal:
        g.session.rollback()
        form.refuse(field, refusal)
        return render_template("bank/import.html", form=form, recent=[]), 422
    g.session.commit()
    if not is_new:
        flash("This was imported before. Here it is.")
    there_it_is: Response = redirect(url_for("bank.source", source_id=source.id))
    return there_it_is


def counts(sources: Iterable[Source]) -> dict[int, dict[str, int]]:
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
