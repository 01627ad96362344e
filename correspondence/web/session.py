"""One database session for each request, in the office of whoever is signed in."""

import datetime as dt
import logging
from contextlib import suppress

from flask import Flask, abort, current_app, g, redirect, request, session, url_for
from flask_wtf import CSRFProtect
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from werkzeug.wrappers import Response

from correspondence import db, people
from correspondence.days import uk_day
from correspondence.errors import Refused
from correspondence.people.signing import TOUCH_EVERY
from correspondence.web import permission

SAFE = {"GET", "HEAD", "OPTIONS"}
LARGE = {"bank.bring_in": 300 * 1024 * 1024}  # bytes that somebody who is signed in may send at once
_WHILE_PASSWORD_IS_TEMPORARY = {"account.password", "account.sign_out", "help.index"}
log = logging.getLogger(__name__)


def init(app: Flask) -> None:
    """Open, check and close around every request; a form's token is checked when it is known whose."""
    app.before_request(_open)
    CSRFProtect(app)
    app.before_request(_check)
    app.teardown_request(_close)


def engine() -> Engine:
    found: Engine = current_app.extensions["engine"]
    return found


def now() -> dt.datetime:
    """The moment, from the clock the app was given."""
    moment: dt.datetime = current_app.extensions["clock"]()
    return moment


def today() -> dt.date:
    """The day in the United Kingdom, where the letters are dated."""
    return uk_day(now())


def start(token: str) -> None:
    """Give this browser a token. Whatever it held before is gone, so no cookie survives a sign-in."""
    set_up = session.get("set_up")
    session.clear()
    session["token"] = token
    if set_up:
        session["set_up"] = set_up


def wants_fragment() -> bool:
    """Whether one of our scripts asks for a piece of a page."""
    return "X-Fragment" in request.headers


def _open() -> None:
    g.user = g.office = g.sign_in = None
    if permission.is_open_file():
        return
    g.session = db.make_session(engine(), write=request.method not in SAFE)
    token = session.get("token")
    g.sign_in = people.who(g.session, token, now()) if token else None
    if g.sign_in is not None:
        g.user, g.office, g.user_id = g.sign_in.user, g.sign_in.user.office, g.sign_in.user_id
        request.max_content_length = LARGE.get(request.endpoint or "", request.max_content_length)
        _touch()


def _touch() -> None:
    """A page is read without a lock, so the time is noted beside it, once a minute."""
    if now() - g.sign_in.seen_at < TOUCH_EVERY:
        return
    if request.method not in SAFE:
        people.touch(g.session, g.sign_in.id, now())
        return
    with suppress(OperationalError), db.transaction(engine(), g.office.id) as other:
        people.touch(other, g.sign_in.id, now())


def _check() -> Response | None:
    """Let nobody in where they may not be."""
    if request.endpoint is None or request.routing_exception is not None:
        return None  # becomes a 404 or 405
    role = permission.declared(request.endpoint)
    if role is None:
        log.error("no role declared for %s", request.endpoint)
        abort(403)
    if role == permission.ANYONE:
        return None
    if g.user is None:
        return _ask_to_sign_in()
    if not permission.has_role(g.user, role):
        abort(403)
    if g.user.must_change_password and request.endpoint not in _WHILE_PASSWORD_IS_TEMPORARY:
        if request.method in SAFE and not wants_fragment():
            return redirect(url_for("account.password"))
        raise Refused("Choose a password of your own first.")
    return None


def _ask_to_sign_in() -> Response:
    if request.method not in SAFE or wants_fragment():
        abort(401)  # a page that keeps what was typed
    wanted = request.full_path.rstrip("?")
    return redirect(url_for("account.sign_in", next=wanted if wanted != "/" else None))


def _close(_error: BaseException | None) -> None:
    opened = g.pop("session", None)
    if opened is not None:
        opened.close()
