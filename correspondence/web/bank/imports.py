"""Files that were given together: how far they are, what was refused, what is to be reviewed next."""

from flask import flash, g, redirect, render_template, request, url_for
from sqlalchemy import true
from sqlalchemy.orm import selectinload
from werkzeug.wrappers import Response

from correspondence import bank, db
from correspondence.bank import imports
from correspondence.models import Import, ImportFile
from correspondence.web import show
from correspondence.web.bank.area import bp
from correspondence.web.bank.bring_in import counts as counts_of
from correspondence.web.permission import allow
from correspondence.web.session import now, today, wants_fragment

# What can be listed of an Import, and what that is called.
LISTS = {
    "all": "All", "refused": "Not imported", "known": "Here already", "in": "Imported", "waiting": "Waiting",
}  # fmt: skip
SMALL = 50  # files; so many are listed together unasked
FIRST = ("refused", "in", "known", "waiting")  # else the first of these that holds a file


@bp.get("/imports/<int:import_id>", endpoint="import_")
@allow("caseworker")
def progress(import_id: int) -> str:
    """How far it is; for our script the part that changes."""
    import_ = db.one(g.session, Import, import_id)
    far = imports.progress(g.session, import_)
    counts = {"refused": far.refused, "known": far.known, "in": far.taken, "waiting": far.waiting}
    first = "all" if far.total <= SMALL else next((key for key in FIRST if counts[key]), "refused")
    asked = request.args.get("list", "")
    state = asked if asked in LISTS else first
    query = (
        db.mine(g.session, ImportFile)
        .where(ImportFile.import_id == import_.id, true() if state == "all" else ImportFile.state == state)
        .options(selectinload(ImportFile.source))
        .order_by(ImportFile.id)
    )
    page = show.page(g.session, query)
    return render_template(
        "bank/fragments/import.html" if wants_fragment() else "bank/import_progress.html",
        import_=import_,
        far=far,
        counts={"all": far.total, **counts},
        lists=LISTS,
        state=state,
        page=page,
        of_source=counts_of({file.source for file in page.rows if file.source}),
        to_review=imports.to_review(g.session, import_),
        readiness=bank.readiness(g.session),
    )


@bp.post("/imports/<int:import_id>/retry")
@allow("caseworker")
def retry_import(import_id: int) -> Response:
    """Try what was refused again, or the one file that is named; or go on where the work stopped."""
    import_ = db.one(g.session, Import, import_id)
    waiting = imports.retry(g.session, g.user, import_, now(), request.form.get("file", 0, type=int))
    g.session.commit()
    if not waiting:
        flash("There is nothing to try again.")
    return _back(import_)


@bp.get("/imports/<int:import_id>/next")
@allow("caseworker")
def review_next(import_id: int) -> Response:
    """The review of the next Source that nobody has looked at."""
    import_ = db.one(g.session, Import, import_id)
    source = imports.next_to_review(g.session, import_, request.args.get("after", 0, type=int))
    if source is None:
        flash("All of it is reviewed.")
        return _back(import_)
    there: Response = redirect(url_for("bank.source", source_id=source.id))
    return there


@bp.post("/imports/<int:import_id>/approve")
@allow("approver")
def approve_import(import_id: int) -> Response:
    """Approve all that nothing speaks against."""
    import_ = db.one(g.session, Import, import_id)
    approved, stay = imports.approve_clear(g.session, g.user, import_, today(), now())
    g.session.commit()
    flash(f"{approved:,} approved. {stay:,} stay to be reviewed, for something speaks against them.")
    return _back(import_)


def _back(import_: Import) -> Response:
    there: Response = redirect(url_for("bank.import_", import_id=import_.id))
    return there
