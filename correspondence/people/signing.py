"""Signing in and out. The browser holds a random token; the database holds its hash."""

import datetime as dt
import hashlib
import secrets

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from correspondence import audit, db
from correspondence.errors import Refused
from correspondence.models import SignIn, SignInAttempt, User
from correspondence.text import one_line

IDLE = dt.timedelta(minutes=60)
LONGEST = dt.timedelta(hours=12)
WINDOW = dt.timedelta(minutes=10)
WRONG_FOR_ACCOUNT = 10  # in one WINDOW; then wait, never longer, so that nobody can lock a colleague out
WRONG_FROM_ADDRESS = 30  # a whole office may share one network address
TOUCH_EVERY = dt.timedelta(minutes=1)

WRONG = "The e-mail address or the password is not right."
WAIT = "Too many wrong passwords. Wait ten minutes, then try again."


def attempt(session: Session, email: str, where: str, now: dt.datetime) -> tuple[User | None, str]:
    """Count a try before it is checked; many at once cannot slip past the limit. Commit it.

    Gives the User, if there is one, and the kept hash ("" if not) for `passwords.is_right`.
    """
    db.enter(session, None)  # whose account it is, is not known yet
    session.execute(delete(SignInAttempt).where(SignInAttempt.at < now - WINDOW))
    account, address = _who("account", normal(email)), _who("address", where)
    if _tries(session, account) >= WRONG_FOR_ACCOUNT or _tries(session, address) >= WRONG_FROM_ADDRESS:
        raise Refused(WAIT)
    session.add_all([SignInAttempt(who=account, at=now), SignInAttempt(who=address, at=now)])
    user = session.scalar(select(User).where(User.email == normal(email), User.ended_at.is_(None)))
    return user, user.password_hash if user else ""


def admit(session: Session, user: User, where: str, now: dt.datetime) -> str:
    """Sign `user` in: a new SignIn, always. Gives the token for the cookie; forgets their wrong tries."""
    db.enter(session, user.office_id)
    session.execute(delete(SignInAttempt).where(SignInAttempt.who == _who("account", user.email)))
    last = session.scalar(
        select(func.max(SignInAttempt.id)).where(SignInAttempt.who == _who("address", where))
    )
    session.execute(delete(SignInAttempt).where(SignInAttempt.id == last))
    token = secrets.token_urlsafe(32)
    row = SignIn(user=user, token_hash=_hash(token), created_at=now, seen_at=now)
    session.add(row)
    audit.record(session, user, "sign in", row, now)
    return token


def who(session: Session, token: str, now: dt.datetime) -> SignIn | None:
    """The SignIn this token belongs to, if it still holds; the session then stays in its office."""
    row = session.scalar(select(SignIn).where(SignIn.token_hash == _hash(token), SignIn.ended_at.is_(None)))
    if row is None or now - row.seen_at > IDLE or now - row.created_at > LONGEST:
        return None
    db.enter(session, row.office_id)
    return None if row.user.ended_at else row


def touch(session: Session, sign_in_id: int, now: dt.datetime) -> None:
    """Note that the browser was seen, so that the hour of rest starts again."""
    row = session.get(SignIn, sign_in_id)
    if row is not None:
        row.seen_at = now


def sign_out(session: Session, row: SignIn, now: dt.datetime) -> None:
    """End this SignIn; its token is worth nothing from now on."""
    row.ended_at = now
    audit.record(session, row.user, "sign out", row, now)


def end_sign_ins(session: Session, by: User, user: User, now: dt.datetime) -> int:
    """End every SignIn of `user`. Gives how many there were."""
    rows = session.scalars(
        db.mine(session, SignIn).where(SignIn.user_id == user.id, SignIn.ended_at.is_(None))
    )
    ended = [row for row in rows if not row.ended_at]
    for row in ended:
        row.ended_at = now
    if ended:
        audit.record(session, by, "end sign-ins", user, now, count=len(ended))
    return len(ended)


def normal(email: str) -> str:
    """An e-mail address as it is kept and compared."""
    return one_line(email).lower()


def _tries(session: Session, who_hash: str) -> int:
    return session.scalar(select(func.count()).where(SignInAttempt.who == who_hash)) or 0


def _who(kind: str, value: str) -> str:
    return _hash(f"{kind} {value}")


def _hash(value: str) -> str:
    return hashlib.sha256(value.encode(errors="replace")).hexdigest()
