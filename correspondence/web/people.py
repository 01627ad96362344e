"""The people of the office, for its admins."""

from flask import Blueprint, flash, g, redirect, render_template, url_for
from sqlalchemy import func, select
from werkzeug.wrappers import Response

from correspondence import db, people
from correspondence.errors import Refused
from correspondence.models import SignIn, User
from correspondence.people.signing import IDLE
from correspondence.web.forms import Form, line, needed, one_of, said
from correspondence.web.permission import allow
from correspondence.web.session import now

bp = Blueprint("people", __name__, url_prefix="/people")

ROLES = [
    ("caseworker", "Caseworker: Reads post, writes replies, proposes paragraphs"),
    ("approver", "Approver: Also approves and retires paragraphs, and decides what may go as it stands"),
    ("admin", "Admin: Also looks after people and settings, and can erase"),
]


class PersonForm(Form):
    name = line("Name", needed("Give the person's name."))
    email = line("E-mail address", needed("Give the person's e-mail address."), hint="They sign in with it.")
    role = one_of("Role", ROLES, default="caseworker")


class RoleForm(Form):
    role = one_of("Role", ROLES)


@bp.get("/")
@allow("admin")
def index() -> str:
    everybody = g.session.scalars(db.mine(g.session, User).order_by(User.name)).all()
    here = [user for user in everybody if not user.ended_at]
    gone = [user for user in everybody if user.ended_at]
    return render_template("people/index.html", here=here, gone=gone, signed_in=_signed_in())


@bp.route("/add", methods=["GET", "POST"])
@allow("admin")
def add() -> str | tuple[str, int]:
    form = PersonForm()
    if form.validate_on_submit():
        try:
            user, temporary = people.add_user(
                g.session, g.user, said(form.name), said(form.email), form.role.data, now()
            )
        except Refused as refusal:
            form.refuse(form.email, refusal)
        else:
            g.session.commit()
            return render_template("people/password.html", person=user, temporary=temporary)
    return render_template("people/add.html", form=form), 422 if form.errors else 200


@bp.get("/<int:user_id>")
@allow("admin")
def show(user_id: int) -> str:
    person = db.one(g.session, User, user_id)
    return render_template(
        "people/show.html", person=person, form=RoleForm(role=person.role), sign_ins=_sign_ins(person)
    )


@bp.post("/<int:user_id>/role")
@allow("admin")
def role(user_id: int) -> str | Response | tuple[str, int]:
    person, form = db.one(g.session, User, user_id), RoleForm()
    if form.validate_on_submit():
        people.set_role(g.session, g.user, person, form.role.data, now())
        g.session.commit()
        flash(f"{person.name} is now {_a(person.role)}, and signs in again.")
        return redirect(url_for(".show", user_id=person.id))
    return render_template("people/show.html", person=person, form=form, sign_ins=_sign_ins(person)), 422


@bp.post("/<int:user_id>/password")
@allow("admin")
def reset(user_id: int) -> str:
    person = db.one(g.session, User, user_id)
    temporary = people.reset_password(g.session, g.user, person, now())
    g.session.commit()
    return render_template("people/password.html", person=person, temporary=temporary)


@bp.post("/<int:user_id>/sign-ins")
@allow("admin")
def end_sign_ins(user_id: int) -> Response:
    person = db.one(g.session, User, user_id)
    count = people.end_sign_ins(g.session, g.user, person, now())
    g.session.commit()
    flash(f"{person.name} is signed out everywhere." if count else f"{person.name} was not signed in.")
    return redirect(url_for(".show", user_id=person.id))


@bp.post("/<int:user_id>/end")
@allow("admin")
def end(user_id: int) -> Response:
    person = db.one(g.session, User, user_id)
    people.end_user(g.session, g.user, person, now())
    g.session.commit()
    flash(f"{person.name} can no longer sign in. What they did stays on record.")
    return redirect(url_for(".index"))


def _sign_ins(person: User) -> list[SignIn]:
    mine = db.mine(g.session, SignIn).where(SignIn.user_id == person.id, SignIn.ended_at.is_(None))
    return list(g.session.scalars(mine.where(SignIn.seen_at > now() - IDLE).order_by(SignIn.seen_at.desc())))


def _signed_in() -> dict[int, int]:
    """For each User who is signed in now, in how many browsers."""
    live = (
        db.mine(g.session, SignIn).where(SignIn.ended_at.is_(None), SignIn.seen_at > now() - IDLE).subquery()
    )
    rows = g.session.execute(select(live.c.user_id, func.count()).group_by(live.c.user_id))
    return {row[0]: row[1] for row in rows}


def _a(role: str) -> str:
    return f"an {role}" if role[0] in "aeiou" else f"a {role}"
