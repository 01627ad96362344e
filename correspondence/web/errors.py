"""One page for everything that goes wrong, in plain words, with what was typed kept on it."""

import logging
import traceback
from types import TracebackType

from flask import Flask, g, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from correspondence.db.trouble import plainly
from correspondence.errors import Conflict, NotFound, Refused
from correspondence.web.session import wants_fragment

log = logging.getLogger("correspondence.web")

# For each status: the heading, and what it means for the person in front of the page.
WORDS = {
    400: ("This could not be done", "The page sent something the app does not understand."),
    401: ("You are signed out", "Sign in again in another tab, come back here and send it again."),
    403: ("You may not do this", "Your role does not allow it. An admin of your office can change that."),
    404: ("There is nothing here", "The address is wrong, or what was here has been removed."),
    405: ("This could not be done", "The page sent something the app does not understand."),
    409: ("Somebody else changed this first", "Look at what it says now before you save again."),
    413: ("That is too large", "A Word file or text may have 25 MB, a mail 50 MB, an import 300 MB."),
    422: ("That was not accepted", "Change what is said below and try again."),
    429: ("Too many tries", "Wait ten minutes, then try again."),
    500: ("Something went wrong", "It is the app's fault, not yours. Nothing was changed. Try again."),
    503: ("The app is busy", "Nothing was changed. Wait a moment, then send it again."),
}
EXPIRED = (
    "This page was open for too long, or you signed in again since. Go back, reload it and send it again."
)
_NOT_SHOWN = ("csrf_token", "password", "key")


class QuietFlask(Flask):
    """A Flask whose log of an error holds where it happened and its kind, never what anybody wrote."""

    def log_exception(
        self,
        exc_info: tuple[type, BaseException, TracebackType] | tuple[None, None, None],
    ) -> None:
        kind, _error, trace = exc_info
        where = " < ".join(
            f"{frame.name} ({frame.filename.rsplit('/', 1)[-1]}:{frame.lineno})"
            for frame in reversed(traceback.extract_tb(trace)[-8:])
        )
        user = g.get("user_id")
        log.error("%s in %s for user %s: %s", getattr(kind, "__name__", kind), request.endpoint, user, where)


def init(app: Flask) -> None:
    app.register_error_handler(Refused, _refused)
    app.register_error_handler(DBAPIError, _database)
    app.register_error_handler(CSRFError, lambda _error: page(400, EXPIRED))
    app.register_error_handler(HTTPException, _http)


def page(status: int, sentence: str = "", theirs: str = "") -> tuple[str, int]:
    """The error page, or for one of our scripts the sentence alone."""
    heading, meaning = WORDS.get(status, WORDS[400 if status < 500 else 500])
    if wants_fragment():
        return render_template("fragments/error.html", sentence=sentence or meaning, theirs=theirs), status
    shown = {"heading_words": heading, "sentence": sentence or meaning, "theirs": theirs, "typed": _typed()}
    return render_template("error.html", status=status, **shown), status


def _refused(refusal: Refused) -> tuple[str, int]:
    _forget()
    if isinstance(refusal, NotFound):
        return page(404)
    if isinstance(refusal, Conflict):
        return page(409, str(refusal), refusal.theirs)
    return page(422, str(refusal))


def _database(error: DBAPIError) -> tuple[str, int, dict[str, str]]:
    """A busy database or a full disk is told; anything else is our fault."""
    _forget()
    sentence = plainly(error)
    if sentence is None:
        raise error
    log.error("database: %s in %s", sentence, request.endpoint)
    return *page(503, f"{sentence} Nothing was changed."), {"Retry-After": "5"}


def _http(error: HTTPException) -> Response | tuple[str, int]:
    status = error.code or 500
    if status < 400:
        return error.get_response()  # a redirect
    _forget()
    ours = error.description if status == 400 and type(error).description != error.description else ""
    return page(status, ours or "")


def _forget() -> None:
    """Nothing half done may be stored, and a read after an error must work."""
    if "session" in g:
        g.session.rollback()


def _typed() -> list[tuple[str, str]]:
    """What the person had written, so that they can copy it out. Read only once it is safe to."""
    try:
        fields = list(request.form.items(multi=True))
    except HTTPException:  # too large to be read
        return []
    hidden = [(name, text) for name, text in fields if not any(part in name for part in _NOT_SHOWN)]
    return [(name.replace("_", " ").capitalize(), text) for name, text in hidden if text.strip()]
