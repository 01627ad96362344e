"""Signing in and out, and one's own password."""

import logging

from flask import Blueprint, flash, g, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response
from wtforms import PasswordField

from correspondence import people
from correspondence.errors import Refused
from correspondence.people.passwords import SHORTEST
from correspondence.people.signing import WAIT, WRONG
from correspondence.web.forms import Form, line, needed, said
from correspondence.web.local import local_path
from correspondence.web.permission import allow, allow_anyone
from correspondence.web.session import now, start

bp = Blueprint("account", __name__)
log = logging.getLogger("correspondence.web")


class SignInForm(Form):
    email = line(
        "E-mail address", needed("Give your e-mail address."), render_kw={"autocomplete": "username"}
    )
    password = PasswordField(
        "Password", [needed("Give your password.")], render_kw={"autocomplete": "current-password"}
    )


class PasswordForm(Form):
    old = PasswordField(
        "Password you have now", [needed("Give it.")], render_kw={"autocomplete": "current-password"}
    )
    new = PasswordField(
        "New password",
        [needed("Give a new password.")],
        description=f"{SHORTEST} characters or more. Three words with no link are easy to keep in mind.",
        render_kw={"autocomplete": "new-password"},
    )


@bp.route("/sign-in", methods=["GET", "POST"])
@allow_anyone
def sign_in() -> str | Response | tuple[str, int]:
    form = SignInForm()
    if not form.validate_on_submit():
        return _sign_in_page(form), 422 if form.errors else 200
    where = request.remote_addr or ""
    try:
        user, kept = people.attempt(g.session, said(form.email), where, now())
    except Refused:
        return _not_signed_in(form, WAIT, 429)
    g.session.commit()  # counted, and no lock is held while the password is checked
    if not people.is_right(kept, said(form.password)) or user is None:
        return _not_signed_in(form, WRONG, 422)
    start(people.admit(g.session, user, where, now()))
    g.session.commit()
    return redirect(local_path(request.args.get("next")) or url_for("home"))


@bp.post("/sign-out")
@allow("caseworker")
def sign_out() -> Response:
    people.sign_out(g.session, g.sign_in, now())
    g.session.commit()
    session.clear()
    flash("You are signed out.")
    return redirect(url_for(".sign_in"))


@bp.route("/password", methods=["GET", "POST"])
@allow("caseworker")
def password() -> str | Response | tuple[str, int]:
    form = PasswordForm()
    if form.validate_on_submit():
        try:
            people.change_password(g.session, g.user, said(form.old), said(form.new), now())
        except Refused as refusal:
            form.refuse(form.new, refusal)
        else:
            start(people.admit(g.session, g.user, request.remote_addr or "", now()))
            g.session.commit()
            flash("Your password is changed. Other browsers you were signed in with are signed out.")
            return redirect(url_for("home"))
    return render_template("account/password.html", form=form), 422 if form.errors else 200


def _not_signed_in(form: SignInForm, sentence: str, status: int) -> tuple[str, int]:
    g.session.rollback()
    log.warning("sign-in refused, %s", status)
    form.refuse(form.email, Refused(sentence))
    return _sign_in_page(form), status


def _sign_in_page(form: SignInForm) -> str:
    return render_template("account/sign_in.html", form=form, is_set_up=people.is_set_up(g.session))
