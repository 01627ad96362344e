"""The first start: from the link that `serve` prints, set up the office or look round the sample."""

from typing import ClassVar

from flask import (
    Blueprint,
    abort,
    current_app,
    flash,
    g,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from werkzeug.wrappers import Response
from wtforms import PasswordField

from correspondence import db, people
from correspondence.config import Settings
from correspondence.errors import Refused
from correspondence.people.passwords import SHORTEST
from correspondence.web.forms import line, needed, said
from correspondence.web.office import OfficeForm
from correspondence.web.permission import allow_anyone
from correspondence.web.session import now, start

bp = Blueprint("set_up", __name__, url_prefix="/set-up")


class SetUpForm(OfficeForm):
    CALLED: ClassVar = {"name": "your_name", "email": "your_email"}

    your_name = line("Your name", needed("Give your name."), render_kw={"autocomplete": "name"})
    your_email = line(
        "Your e-mail address",
        needed("Give your e-mail address."),
        hint="You sign in with it. Nothing is sent to it.",
        render_kw={"autocomplete": "username"},
    )
    password = PasswordField(
        "Your password",
        [needed("Give a password.")],
        description=f"{SHORTEST} characters or more. Three words with no link are easy to keep in mind.",
        render_kw={"autocomplete": "new-password"},
    )


@bp.get("/<key>")
@allow_anyone
def link(key: str) -> Response:
    """The link itself. The key goes into the cookie, so that no page's address holds it."""
    session["set_up"] = key
    _check_link()
    return redirect(url_for(".index"))


@bp.get("/")
@allow_anyone
def index() -> str:
    _check_link()
    return render_template("set_up/index.html", sample=people.sample_office(g.session))


@bp.post("/sample")
@allow_anyone
def sample() -> Response:
    _check_link()
    user = people.enter_sample_office(g.session, now())
    start(people.admit(g.session, user, request.remote_addr or "", now()))
    g.session.commit()
    return redirect(url_for("home"))


@bp.route("/office", methods=["GET", "POST"])
@allow_anyone
def office() -> str | Response | tuple[str, int]:
    _check_link()
    form = SetUpForm()
    if form.validate_on_submit():
        try:
            user = people.set_up_office(
                g.session,
                form.details(),
                said(form.your_name),
                said(form.your_email),
                said(form.password),
                now(),
            )
        except Refused as refusal:
            g.session.rollback()
            form.refuse(form.name, refusal)
        else:
            start(people.admit(g.session, user, request.remote_addr or "", now()))
            g.session.commit()
            people.use_up(_settings().instance)
            session.pop("set_up")
            flash("Your office is set up, and you are signed in as its admin.")
            return redirect(url_for("home"))
    return render_template("set_up/office.html", form=form), 422 if form.errors else 200


def _settings() -> Settings:
    settings: Settings = current_app.extensions["settings"]
    return settings


def _check_link() -> None:
    """The link works until the first admin is there; after that its page is not there."""
    if g.user is not None and not g.office.is_sample:
        abort(404)
    db.enter(g.session, None)
    if not people.opens(_settings().instance, session.get("set_up", "")) or people.is_set_up(g.session):
        session.pop("set_up", None)
        abort(404)
