"""The office's own details and its letterhead, for its admins."""

from flask import Blueprint, Response, flash, g, redirect, render_template, session, url_for
from flask_wtf.file import FileField, FileRequired
from werkzeug.wrappers import Response as Redirect
from wtforms import BooleanField

from correspondence import desk, people
from correspondence.errors import NotFound, Refused
from correspondence.models import Office
from correspondence.people import OfficeDetails
from correspondence.web.files import attachment
from correspondence.web.forms import Form, line, lines, needed, said
from correspondence.web.permission import allow
from correspondence.web.session import now

bp = Blueprint("office", __name__, url_prefix="/settings")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

# What the letterhead's tokens stand for, in the order of a letter; export.letterhead fills them.
TOKENS = (
    ("[[date]]", "The day the letter is made"),
    ("[[reference]]", "The number of the reply"),
    ("[[name]]", "Who the letter goes to"),
    ("[[address]]", "Their address, on as many lines as it has"),
    ("[[salutation]]", "Dear Mrs Kaur,"),
    ("[[subject]]", "What the letter is about"),
    ("[[body]]", "The reply. Once, on a line of its own"),
    ("[[signoff]]", "Yours sincerely,"),
    ("[[signatory]]", "The name under the letter"),
    ("[[mp_name]]", "The name of the Member"),
    ("[[constituency]]", "The constituency"),
    ("[[office_address]]", "Your address, on as many lines as it has"),
    ("[[email]]", "Your e-mail address"),
    ("[[telephone]]", "Your telephone number"),
)


WHERE_NAMED = (
    "Others see it in packs you give them, in the properties of a Word letter, and under a letter that "
    "somebody other than the Member signs."
)


class OfficeForm(Form):
    name = line("Name of the office", needed("Give the office a name."), hint=WHERE_NAMED)
    mp_name = line("Name of the Member", needed("Give the Member's name."), hint="As it stands on a letter.")
    constituency = line("Constituency", needed("Give the constituency."))
    address = lines("Address", hint="One line to a line, the postcode last.", rows=4, limit=1000)
    email = line("E-mail address of the office")
    telephone = line("Telephone")
    signatory = line("Name under the letters", hint="Left empty, it is the name of the Member.")
    party = line("Party")
    in_government = BooleanField(
        "The party is in government", description="Tells which paragraphs can speak for the government."
    )

    def details(self) -> OfficeDetails:
        """What was typed; the Member signs where nobody else was named."""
        return OfficeDetails(
            name=said(self.name),
            mp_name=said(self.mp_name),
            constituency=said(self.constituency),
            address=said(self.address),
            email=said(self.email),
            telephone=said(self.telephone),
            signatory=said(self.signatory),
            party=said(self.party),
            in_government=self.in_government.data,
        )


class LetterheadForm(Form):
    file = FileField(
        "Word file (.docx)",
        [FileRequired("Choose a Word file.")],
        description="Your own letterhead, with tokens where the letter's parts go.",
        render_kw={"accept": ".docx"},
    )


@bp.route("/", methods=["GET", "POST"])
@allow("admin")
def index() -> str | Redirect | tuple[str, int]:
    form = OfficeForm(obj=g.office)
    if form.validate_on_submit():
        try:
            people.change_office(g.session, g.user, g.office, form.details(), now())
        except Refused as refusal:
            form.refuse(form.name, refusal)
        else:
            g.session.commit()
            flash("Saved.")
            return redirect(url_for(".index"))
    return render_template("office/index.html", **_shown(form=form)), 422 if form.errors else 200


@bp.post("/letterhead")
@allow("admin")
def letterhead() -> Redirect | tuple[str, int]:
    form = LetterheadForm()
    if form.validate_on_submit():
        sent = form.file.data
        try:
            people.use_letterhead(g.session, g.user, sent.filename or "", sent.read(), now())
        except Refused as refusal:
            g.session.rollback()
            form.refuse(form.file, refusal)
        else:
            g.session.commit()
            flash("Letters are made on this letterhead from now on.")
            return redirect(url_for(".index", _anchor="letterhead"))
    return render_template("office/index.html", **_shown(letterhead_form=form)), 422


@bp.get("/letterhead.docx")
@allow("admin")
def download() -> Response:
    current = desk.letterhead_in_use(g.session)
    if current is None:
        raise NotFound("There is no letterhead.")
    return attachment(current.original, current.file_name or "letterhead.docx", DOCX)


@bp.post("/letterhead/remove")
@allow("admin")
def drop_letterhead() -> Redirect:
    people.drop_letterhead(g.session, g.user, now())
    g.session.commit()
    flash("Letters are made without a letterhead from now on.")
    return redirect(url_for(".index", _anchor="letterhead"))


@bp.post("/sample/remove")
@allow("admin")
def remove_sample() -> Redirect:
    inside = g.office.is_sample
    people.remove_sample_office(g.session)
    g.session.commit()
    flash("The sample office is removed, with everything in it.")
    if inside:
        session.pop("token", None)
        return redirect(url_for("set_up.index") if "set_up" in session else url_for("account.sign_in"))
    return redirect(url_for(".index"))


def _value(token: str) -> str:
    """What a token that stands for the office itself is filled with now."""
    office: Office = g.office
    own = {
        "[[signatory]]": office.signatory or office.mp_name,
        "[[mp_name]]": office.mp_name,
        "[[constituency]]": office.constituency,
        "[[office_address]]": office.address,
        "[[email]]": office.email,
        "[[telephone]]": office.telephone,
    }
    return own.get(token, "")


def _shown(
    form: OfficeForm | None = None, letterhead_form: LetterheadForm | None = None
) -> dict[str, object]:
    return {
        "form": form or OfficeForm(formdata=None, obj=g.office),
        "letterhead_form": letterhead_form or LetterheadForm(formdata=None),
        "letterhead": desk.letterhead_in_use(g.session),
        "tokens": [(token, meaning, _value(token)) for token, meaning in TOKENS],
        "sample": people.sample_office(g.session),
    }
