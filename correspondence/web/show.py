"""What every template may use: icons, dates, what the signed-in person may see, pages of a list."""

import datetime as dt
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Generic, TypeVar

import flask_bootstrap
from flask import Flask, current_app, g, request, url_for
from markupsafe import Markup
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from correspondence.days import spoken
from correspondence.figures.shown import measured
from correspondence.web import session as web_session
from correspondence.web.paper import mark
from correspondence.web.permission import has_role

NAVIGATION = (  # name, endpoint, who sees it; one that has no page yet is left out
    ("Inbox", "inbox.index", "caseworker"),
    ("Bank", "bank.index", "caseworker"),
    ("People", "people.index", "admin"),
    ("Settings", "office.index", "admin"),
)
# Every key the pages listen to. Help and the `?` dialog print this list; static/keys.js gives the first four.
KEYS = (
    ("?", "Show or hide this list"),
    ("/", "Go to the search box"),
    ("g then i", "Go to the inbox"),
    ("g then b", "Go to the bank"),
    ("Esc", "Close a menu or a list"),
    ("j, k", "In a draft: next or previous point"),
    ("e", "In a draft: write in the paragraph"),
    ("p", "In a draft: go to the points the paragraph answers"),
    ("i", "In a draft: insert the first paragraph on offer"),
    ("Alt+↑, Alt+↓", "In a draft: move the paragraph"),
    ("j, k", "In a review: next or previous paragraph"),
    ("a, d", "In a review: approve, drop or put back"),
    ("s, m", "In a review: split, join with the next"),
    ("e, x", "In a review: edit, tick"),
    ("n", "In a review: next question"),
    ("b, r, v", "In a review: use the bank’s words, these instead, or keep both"),
    ("w", "In a review: use the bank’s for all that is word for word"),
    ("z", "In a review: undo the last step"),
)
Row = TypeVar("Row")


def init(app: Flask) -> None:
    """Give the templates their names."""
    app.jinja_env.globals.update(icon=icon, has_role=has_role, keys=KEYS, page_address=_page_address)
    app.jinja_env.filters.update(day=day, moment=moment, written=written, sign=mark, measured=measured)
    app.context_processor(_around)


def first_page() -> str:
    """The endpoint somebody lands on after signing in: the first of the navigation they may see."""
    return next((endpoint for _name, endpoint in _navigation()), "help.index")


def icon(name: str, label: str = "") -> Markup:
    """A Bootstrap icon, drawn in the page; with no `label` a screen reader passes it over."""
    said = Markup('role="img" aria-label="{}"').format(label) if label else Markup('aria-hidden="true"')
    # The drawings are the installed wheel's own, no part of them comes from a user.
    body = Markup(_drawings()[name])  # noqa: S704
    return Markup('<svg class="icon" viewBox="0 0 16 16" fill="currentColor" {}>{}</svg>').format(said, body)


def day(value: dt.date | dt.datetime | None) -> str:
    """12 November 2026; a moment is first put into the time of the United Kingdom."""
    if value is None:
        return "no date"
    value = _local(value) if isinstance(value, dt.datetime) else value
    return spoken(value)


def written(value: dt.datetime) -> str:
    """When a letter was written: the day alone where it says no hour."""
    return moment(value) if _local(value).time() > dt.time() else day(value)


def moment(value: dt.datetime) -> str:
    """12 Nov 2026, 14:02, in the time of the United Kingdom."""
    value = _local(value)
    return f"{value.day} {value:%b %Y, %H:%M}"


@dataclass(frozen=True)
class Page(Generic[Row]):
    """One page of a list: its rows, which page it is (from 1), how many pages and rows there are."""

    rows: list[Row]
    number: int
    pages: int
    total: int


def page(session: Session, query: Select[Row], size: int = 50) -> Page[Row]:
    """The page of `query` the address asks for with `?page=`; the nearest one where that is not there."""
    total = session.scalar(select(func.count()).select_from(query.order_by(None).subquery())) or 0
    number, pages = _asked_page(total, size)
    rows = session.scalars(query.limit(size).offset((number - 1) * size)).all()
    return Page(list(rows), number, pages, total)


def cut(rows: Sequence[Row], size: int = 50) -> Page[Row]:
    """As `page`, of rows that are at hand."""
    number, pages = _asked_page(len(rows), size)
    return Page(list(rows[(number - 1) * size : number * size]), number, pages, len(rows))


def _asked_page(total: int, size: int) -> tuple[int, int]:
    """(the page asked for, how many there are)."""
    pages = max(1, math.ceil(total / size))
    asked = request.args.get("page", "1")
    return (min(max(int(asked), 1), pages) if asked.isdecimal() and len(asked) < 9 else 1), pages


def _around() -> dict[str, object]:
    return {
        "user": g.get("user"),
        "office": g.get("office"),
        "navigation": _navigation(),
        "today": web_session.today(),
        "has_page": lambda endpoint: endpoint in current_app.view_functions,
    }


def _navigation() -> list[tuple[str, str]]:
    return [
        (name, endpoint)
        for name, endpoint, role in NAVIGATION
        if endpoint in current_app.view_functions and has_role(g.get("user"), role)
    ]


def _page_address(number: int) -> str:
    """This same address, with another page of the list."""
    kept = {name: values for name, values in request.args.lists() if name != "page"}
    return url_for(request.endpoint or "home", **{**(request.view_args or {}), **kept, "page": number})


def _local(value: dt.datetime) -> dt.datetime:
    zone: dt.tzinfo = current_app.extensions["zone"]
    return value.astimezone(zone)


@lru_cache(maxsize=1)
def _drawings() -> dict[str, str]:
    sprite = Path(flask_bootstrap.__file__).parent / "static/bootstrap5/icons/bootstrap-icons.svg"
    return dict(re.findall(r'<symbol[^>]* id="([^"]+)">(.*?)</symbol>', sprite.read_text(), re.DOTALL))
