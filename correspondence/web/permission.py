"""Who may use a route. A route that does not say is refused to everybody."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import current_app, request

from correspondence.models import ROLES, User

View = TypeVar("View", bound=Callable[..., Any])
ANYONE = "anyone"
_OPEN_FILES = {"static", "bootstrap.static"}  # style sheets, scripts and icons; nothing of any office


def allow(role: str) -> Callable[[View], View]:
    """Only a signed-in User of this role or a higher one: caseworker, approver, admin."""
    if role not in ROLES:
        raise ValueError(f"{role} is no role.")
    return _declare(role)


def allow_anyone(view: View) -> View:
    """Also somebody who has not signed in."""
    return _declare(ANYONE)(view)


def declared(endpoint: str) -> str | None:
    """The role an endpoint declares, `anyone`, or None where it declares nothing."""
    if endpoint in _OPEN_FILES:
        return ANYONE
    return getattr(current_app.view_functions.get(endpoint), "role", None)


def has_role(user: User | None, role: str) -> bool:
    """Whether `user` may do what needs `role`."""
    return user is not None and ROLES.index(user.role) >= ROLES.index(role)


def is_open_file() -> bool:
    """Whether this request is for a style sheet, script or icon."""
    return request.endpoint in _OPEN_FILES


def _declare(role: str) -> Callable[[View], View]:
    def mark(view: View) -> View:
        view.role = role  # type: ignore[attr-defined]
        return view

    return mark
