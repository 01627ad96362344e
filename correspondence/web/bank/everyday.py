"""The list of everyday words: looked through, added to, changed, taken away as a file and brought in."""

from flask import Response, flash, g, redirect, render_template, request, url_for
from flask_wtf.file import FileField, FileRequired
from werkzeug.wrappers import Response as Redirect
from wtforms import HiddenField, StringField

from correspondence.bank import everyday
from correspondence.errors import Refused
from correspondence.web import show
from correspondence.web.bank.area import bp
from correspondence.web.files import attachment
from correspondence.web.forms import Form, line, needed, said
from correspondence.web.permission import allow
from correspondence.web.session import now

OWNERS = (
    ("", "Any"),
    ("shipped", "Shipped"),
    ("added", "Added here"),
    ("changed", "Changed here"),
    ("out", "Taken out"),
)
LONGEST = 200  # characters of a search


def _means() -> StringField:
    return line(
        "What it means",
        needed("Say what it means in official words."),
        hint="One phrase, or several parted by semicolons.",
        limit=everyday.LONGEST_MEANS,
    )


class MeansForm(Form):
    """What an entry means. said: which entry."""

    said = HiddenField()
    means = _means()


class WordForm(Form):
    """A new entry."""

    said = line(
        "What people write",
        needed("Give the words that people use."),
        hint="Plurals are found too. Words in capitals are found in capitals only: SEND, not send.",
        limit=everyday.LONGEST_SAID,
    )
    means = _means()


class FileForm(Form):
    file = FileField(
        "CSV file",
        [FileRequired("Choose a CSV file.")],
        description="Two columns: said, means. A row without a meaning takes an entry out.",
        render_kw={"accept": ".csv,text/csv"},
    )


@bp.route("/everyday", methods=["GET", "POST"], endpoint="everyday")
@allow("caseworker")
def index() -> str | Redirect | tuple[str, int]:
    form = WordForm()
    if form.validate_on_submit():
        try:
            everyday.add(g.session, g.user, said(form.said), said(form.means), now())
        except Refused as refusal:
            g.session.rollback()
            form.refuse(form.said, refusal)
        else:
            g.session.commit()
            flash("Added. It counts from the next match on.")
            return redirect(url_for("bank.everyday", q=said(form.said)))
    return _page(form=form), 422 if form.errors else 200


@bp.post("/everyday/change")
@allow("caseworker")
def change_everyday() -> Redirect | tuple[str, int]:
    form = MeansForm(prefix="change-")
    if form.validate_on_submit():
        try:
            everyday.change(g.session, g.user, said(form.said), said(form.means), now())
        except Refused as refusal:
            g.session.rollback()
            form.refuse(form.means, refusal)
        else:
            g.session.commit()
            flash("Saved. It counts from the next match on.")
            return _back()
    return _page(wrong=form), 422


@bp.post("/everyday/<any('take-out', 'put-back'):what>")
@allow("caseworker")
def set_everyday(what: str) -> Redirect:
    entry = request.form.get("said", "")
    if what == "take-out":
        everyday.take_out(g.session, g.user, entry, now())
    else:
        everyday.put_back(g.session, g.user, entry, now())
    g.session.commit()
    flash("Taken out. It counts no longer." if what == "take-out" else "It is as it was shipped.")
    return _back()


@bp.get("/everyday.csv")
@allow("caseworker")
def everyday_csv() -> Response:
    return attachment(everyday.as_csv(g.session), "everyday-words.csv", "text/csv")


@bp.post("/everyday/import")
@allow("caseworker")
def bring_in_everyday() -> Redirect | tuple[str, int]:
    form = FileForm()
    if form.validate_on_submit():
        try:
            count = everyday.bring_in(g.session, g.user, form.file.data.read(), now())
        except Refused as refusal:
            g.session.rollback()
            form.refuse(form.file, refusal)
        else:
            g.session.commit()
            flash(f"Brought in: {count:,} {'entry is' if count == 1 else 'entries are'} new or changed.")
            return redirect(url_for("bank.everyday"))
    return _page(file_form=form), 422


def _asked() -> dict[str, str]:
    """Which part of the list the address asks for."""
    asked = {name: request.args.get(name, "")[:LONGEST] for name in ("q", "whose", "page")}
    asked["whose"] = asked["whose"] if asked["whose"] in everyday.WHOSE else ""
    return {name: value for name, value in asked.items() if value}


def _back() -> Redirect:
    """To the part of the list somebody came from."""
    return redirect(url_for("bank.everyday", **_asked()))  # type: ignore[arg-type]  # its anchor is none of them


def _page(
    form: WordForm | None = None, wrong: MeansForm | None = None, file_form: FileForm | None = None
) -> str:
    """wrong: what was sent for one entry and refused; that entry is then shown, with its form open."""
    asked = _asked()
    words, whose = asked.get("q", ""), asked.get("whose", "")
    listed = everyday.listed(g.session, words, whose)
    if wrong is not None:
        listed = [entry for entry in everyday.listed(g.session) if entry.said == said(wrong.said)]
    page = show.cut(listed)
    forms = [wrong or _form_of(entry, number) for number, entry in enumerate(page.rows)]
    new, file = form or WordForm(formdata=None), file_form or FileForm(formdata=None)
    shown = next((each for each in (wrong, form, file_form) if each is not None and each.errors), new)
    return render_template(
        "bank/everyday.html", form=shown, new=new, file_form=file, page=page, forms=forms,
        wrong=wrong, asked=asked, words=words, whose=whose, owners=OWNERS,
    )  # fmt: skip


def _form_of(entry: everyday.Listed, number: int) -> MeansForm:
    """The form to change one entry among many: named as all are, with an id of its own."""
    form = MeansForm(formdata=None, prefix="change-", obj=entry)
    for field in (form.said, form.means):
        field.id = f"{field.id}-{number}"
    return form
