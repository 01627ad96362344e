"""Posts, Bills and governments: what changed when, and where each row of it can be checked."""

from typing import Any

from flask import abort, flash, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import HiddenField

from correspondence.bank import dated
from correspondence.errors import NotFound, Refused
from correspondence.figures.world import CHECKED, STAGES, Row
from correspondence.models import DATED
from correspondence.web import show
from correspondence.web.bank.area import bp
from correspondence.web.bank.forms import day_field
from correspondence.web.forms import Form, choice, line, needed, said
from correspondence.web.permission import allow
from correspondence.web.session import now

Answer = str | Response | tuple[str, int]
LONGEST = 200  # characters of a search
PAGE = 100  # rows on a page
# What the columns are called in each table: (name, said).
CALLED = {
    "post": ("Post", "Holder"),
    "bill": ("Bill", "Stage reached"),
    "government": ("Prime Minister", "Governing party or parties"),
}
NAMES = {"post": "Posts", "bill": "Bills", "government": "Governments"}


class RowForm(Form):
    """A row of a table. key: which, "" for a new one."""

    key = HiddenField()
    name = line("Name", needed("Give the name."), limit=dated.LONGEST)
    said = line("What was so", needed("Say what was so."), limit=dated.LONGEST)
    stage = choice("Stage reached", [(stage, stage) for stage in STAGES])
    begins = day_field("From")
    ends = day_field(
        "Until", hint="The first day it is no longer so. Empty where it still is, or the next row says."
    )
    source = line("Link", needed("Give the link where this can be checked."), limit=dated.LONGEST)

    def row(self, about: str) -> Row:
        if self.begins.data is None:
            raise Refused("Give the day from which it is so.", about="begins")
        so = self.stage.data if about == "bill" else said(self.said)
        return Row(
            about,
            said(self.name),
            so or "",
            self.begins.data,
            self.ends.data if self.ends else None,
            said(self.source),
        )


@bp.get("/dated", endpoint="dated")
@allow("caseworker")
def index() -> str:
    return _page()


@bp.post("/dated/<any('post', 'bill', 'government'):about>/save")
@allow("approver")
def save_dated(about: str) -> Answer:
    """A new row, or other words and days for one."""
    form = _form(about)
    if form.validate():
        key = said(form.key)
        try:
            if key:
                dated.change(g.session, g.user, key, form.row(about), now())
            else:
                dated.add(g.session, g.user, form.row(about), now())
        except NotFound:
            raise
        except Refused as refusal:
            g.session.rollback()
            form.refuse(form.name, refusal)
        else:
            g.session.commit()
            flash("Saved. What speaks of it is looked at again.")
            return redirect(_address(about))
    return _page(about, form), 422


@bp.post("/dated/<any('post', 'bill', 'government'):about>/<any('take-out', 'put-back'):what>")
@allow("approver")
def set_dated(about: str, what: str) -> Response:
    act = dated.take_out if what == "take-out" else dated.put_back
    act(g.session, g.user, request.form.get("key", ""), now())
    g.session.commit()
    flash("Taken out. It counts no longer." if what == "take-out" else "It is as it was shipped.")
    return redirect(_address(about))


def _page(about: str = "", form: RowForm | None = None) -> str:
    """form: what was sent and refused; the page then shows it in its place."""
    about = about or request.args.get("about", "post")
    if about not in DATED:
        abort(404)
    words = " ".join(request.args.get("q", "").split())[:LONGEST]
    edited = request.args.get("edit", "") if form is None else said(form.key)
    if form is None:
        form = _form(about, dated.entry(g.session, edited) if edited else None)
    return render_template(
        "bank/dated.html", about=about, names=NAMES, called=CALLED[about], words=words, edited=edited,
        page=show.cut(dated.listed(g.session, about, words), PAGE), form=form, checked=CHECKED[about],
    )  # fmt: skip


def _form(about: str, there: dated.Listed | None = None) -> RowForm:
    """The form of a table: filled from what was sent, or from a row of it."""
    sent: dict[str, Any] = {} if request.method == "POST" else {"formdata": None}
    if there is not None:
        row = there.row
        sent["data"] = {
            "key": there.key, "name": row.name, "said": row.said, "stage": row.said, "begins": row.begins,
            "ends": row.ends, "source": row.source,
        }  # fmt: skip
    form = RowForm(**sent)
    form.name.label.text, form.said.label.text = CALLED[about]
    form.name.description = "" if about == "government" else "Other names for it behind semicolons."
    if about == "bill":
        form.begins.label.text = "On"
        del form.said, form.ends
    else:
        del form.stage
    return form


def _address(about: str) -> str:
    """The part of the tables somebody came from."""
    words = request.args.get("q", "")[:LONGEST] or None
    return url_for("bank.dated", about=about, q=words, page=request.args.get("page"))
