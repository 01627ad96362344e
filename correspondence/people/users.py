"""The people of an office: add, change, end."""

import datetime as dt
import re

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from correspondence import audit, db
from correspondence.errors import Refused
from correspondence.models import ROLES, User
from correspondence.people import passwords
from correspondence.people.signing import end_sign_ins, normal
from correspondence.text import one_line

_EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+")


def add_user(
    session: Session, by: User | None, name: str, email: str, role: str, now: dt.datetime
) -> tuple[User, str]:
    """A new User and the temporary password to tell them, which is kept nowhere."""
    temporary = passwords.make_temporary()
    user = new_user(session, name, email, role, now)
    user.password_hash = passwords.hashed(temporary)
    user.must_change_password = True
    audit.record(session, by, "add", user, now, role=role)
    return user, temporary


def new_user(session: Session, name: str, email: str, role: str, now: dt.datetime) -> User:
    """A User added to the session's office, who cannot sign in yet. Refused for a bad or a taken e-mail."""
    name, email = one_line(name), normal(email)
    if not name:
        raise Refused("Give the person's name.", about="name")
    if not _EMAIL.fullmatch(email):
        raise Refused("Give a full e-mail address, like name@example.org.", about="email")
    taken = User.__table__.c.email == email  # the table itself: e-mails are unique over all offices
    if session.scalar(select(func.count()).select_from(User.__table__).where(taken)):
        raise Refused("Somebody with that e-mail address is here already, or was.", about="email")
    user = User(name=name, email=email, role=_role(role), created_at=now)
    session.add(user)
    session.flush()
    return user


def reset_password(session: Session, by: User | None, user: User, now: dt.datetime) -> str:
    """A new temporary password, to be told to `user`; whoever is signed in as them is signed out."""
    temporary = passwords.make_temporary()
    user.password_hash = passwords.hashed(temporary)
    user.must_change_password = True
    end_sign_ins(session, by or user, user, now)
    audit.record(session, by, "reset password", user, now)
    return temporary


def change_password(session: Session, user: User, old: str, new: str, now: dt.datetime) -> None:
    """Change one's own password. Ends every SignIn, this one too: `admit` again for a new token."""
    if not passwords.is_right(user.password_hash, old):
        raise Refused("The password you have now is not right.", about="old")
    if new == old:
        raise Refused("The new password must be another than the one you have now.")
    passwords.refuse_weak(new, user.email)
    user.password_hash = passwords.hashed(new)
    user.must_change_password = False
    end_sign_ins(session, user, user, now)
    audit.record(session, user, "change password", user, now)


def set_role(session: Session, by: User | None, user: User, role: str, now: dt.datetime) -> None:
    """Give `user` another role; they sign in again. The last admin stays one."""
    if user.role == _role(role):
        return
    if user.role == "admin":
        _refuse_last_admin(session, user)
    user.role = role
    end_sign_ins(session, by or user, user, now)
    audit.record(session, by, "set role", user, now, role=role)


def end_user(session: Session, by: User | None, user: User, now: dt.datetime) -> None:
    """From now on `user` cannot sign in. Their row stays, for the record of what they did."""
    if user.ended_at:
        return
    if user.role == "admin":
        _refuse_last_admin(session, user)
    user.ended_at = now
    end_sign_ins(session, by or user, user, now)
    audit.record(session, by, "end", user, now)


def _refuse_last_admin(session: Session, user: User) -> None:
    others = db.mine(session, User).where(User.role == "admin", User.ended_at.is_(None), User.id != user.id)
    if not session.scalar(select(func.count()).select_from(others.subquery())):
        raise Refused(f"{user.name} is the only admin. Make somebody else an admin first.")


def _role(role: str) -> str:
    if role not in ROLES:
        raise Refused(f"A role is one of {', '.join(ROLES)}.")
    return role
