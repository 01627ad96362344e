"""What every answer carries and every request must show, whatever the page."""

import secrets
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask, Response, abort, current_app, request
from flask.sessions import SecureCookieSessionInterface
from werkzeug.routing import IntegerConverter

from correspondence.people.link import private_text
from correspondence.web.permission import is_open_file
from correspondence.web.session import SAFE

MEGABYTE = 1024 * 1024
HERE = {"127.0.0.1", "localhost", "[::1]"}
CONTENT_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",  # Bootstrap draws its ticks and arrows in data: addresses
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class RowNumber(IntegerConverter):
    """A number in an address; with more digits than a key ever has, the address leads nowhere."""

    regex = r"\d{1,9}"


class Cookies(SecureCookieSessionInterface):
    """Cookies that go over TLS alone, but where a browser on this machine asks for the pages directly."""

    def get_cookie_secure(self, _app: Flask) -> bool:
        return request.is_secure or _name() not in HERE


def init(app: Flask, instance: Path, hosts: tuple[str, ...]) -> None:
    """Limits, cookies, host, origin and headers."""
    app.config.update(
        SECRET_KEY=_secret_key(instance),
        SESSION_COOKIE_NAME="correspondence",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=51 * MEGABYTE,  # a 50 MB mail and the form around it
        MAX_FORM_MEMORY_SIZE=8 * MEGABYTE,  # 100,000 lines pasted
        MAX_FORM_PARTS=5000,
        WTF_CSRF_TIME_LIMIT=None,  # as long as the sign-in; people leave a letter open over lunch
        WTF_CSRF_SSL_STRICT=False,  # we send no-referrer; the origin is checked below
    )
    app.url_map.converters["int"] = RowNumber
    app.session_interface = Cookies()
    app.extensions["hosts"] = {*HERE, *hosts}
    app.before_request(_check_host)
    app.before_request(_check_origin)
    app.after_request(_add_headers)


def _check_host() -> None:
    """Refuse a name we are not served under: a page elsewhere could have pointed its own name at us."""
    if _name() not in current_app.extensions["hosts"]:
        abort(400, "This address is not one the app answers to.")


def _name() -> str:
    """The name we are asked for under, without a port."""
    name = urlsplit(f"//{request.host}").hostname or ""
    return f"[{name}]" if ":" in name else name


def _check_origin() -> None:
    """A second wall beside the CSRF token: a form must come from a page of ours.

    With no-referrer a browser calls the origin of our own forms "null" too, so what it says of the site
    (Sec-Fetch-Site) counts first; an older one says only the origin.
    """
    if request.method in SAFE:
        return
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    ours = (
        site in ("same-origin", "none") if site else origin is None or urlsplit(origin).netloc == request.host
    )
    if not ours:
        abort(400, "This came from another site, so nothing was done.")


def _add_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if not is_open_file() or response.status_code >= 400:
        response.headers["Cache-Control"] = "no-store"
    return response


def _secret_key(instance: Path) -> str:
    """The key that signs cookies: made at the first start, in a file only its owner can read."""
    return private_text(instance / "secret-key", lambda: secrets.token_hex(32))
