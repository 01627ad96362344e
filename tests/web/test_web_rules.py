"""Rules that every route and every template keeps, those of tomorrow too."""

import re
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Engine

from correspondence import db
from correspondence.config import data_folder
from correspondence.models import ROLES, Base
from correspondence.web import permission
from tests.people.everything import contents, fill_office
from tests.web.browser import Browser
from tests.web.conftest import THEIRS
from tests.web.routes import Route, routes

STORED = Path(__file__).with_name("routes.txt")
TEMPLATES = data_folder("templates")
CODE = Path(permission.__file__).parent
NOT_LISTED = {"/static/<path:filename>", "/bootstrap/static/<path:filename>"}


def role_of(app: Flask, route: Route) -> str | None:
    with app.app_context():
        return permission.declared(route.endpoint)


def listed(app: Flask) -> list[str]:
    """What routes.txt holds: a line for each route with who may use it."""
    return [
        f"{role_of(app, route) or '?':<10} {route}" for route in routes(app) if route.rule not in NOT_LISTED
    ]


def test_every_route_says_who_may_use_it(app: Flask) -> None:
    assert [str(route) for route in routes(app) if role_of(app, route) is None] == []


def test_no_route_comes_or_goes_unnoticed(app: Flask) -> None:
    """After a look at what changed: `python -m tests.web.write_routes`."""
    assert listed(app) == STORED.read_text().splitlines()


def test_every_number_in_an_address_is_named_after_its_noun(app: Flask) -> None:
    tables = set(Base.metadata.tables)
    for route in routes(app):
        assert {table for _name, table in route.ids} <= tables, str(route)
        assert "<int:" not in route.rule or route.ids, f"{route}: name its number noun_id"


@pytest.mark.parametrize("name", ["nobody", "cas", "ben"])
def test_nobody_gets_further_than_their_role(
    app: Flask, engine: Engine, ada_office: int, request: pytest.FixtureRequest, name: str
) -> None:
    browser: Browser = request.getfixturevalue("nobody" if name == "nobody" else f"as_{name}")
    rank = {"nobody": -1, "cas": 0, "ben": 1}[name]
    with db.transaction(engine) as session:
        made = fill_office(session, ada_office, THEIRS)
    token = browser.token()
    for route in routes(app):
        role = role_of(app, route)
        if role == permission.ANYONE or role is None or rank >= ROLES.index(role):
            continue
        answer = browser.client.open(route.path(made), method=route.method, data={"csrf_token": token})
        expected = 403 if rank >= 0 else 302 if route.method == "GET" else 401
        assert answer.status_code == expected, str(route)
        assert THEIRS not in answer.text, str(route)


def test_another_office_s_numbers_lead_nowhere(
    app: Flask, engine: Engine, dov_office: int, as_ada: Browser, ours: dict[str, int], theirs: dict[str, int]
) -> None:
    before, tried = rows_of(engine, dov_office), 0
    token = as_ada.token()
    for route in routes(app):
        for names in foreign(route):
            path = route.path(ours, **{name: theirs[dict(route.ids)[name]] for name in names})
            answer = as_ada.client.open(path, method=route.method, data={"csrf_token": token})
            # A page of one's own may say in its own place that what it was asked for is not there.
            expected = (404,) if len(names) == len(route.ids) else (404, 409)
            assert answer.status_code in expected, (str(route), names, answer.status_code)
            assert THEIRS not in answer.text + str(answer.headers), (str(route), names)
            tried += 1
    assert tried >= 5
    assert rows_of(engine, dov_office) == before


def test_no_list_shows_another_office_s_rows(
    app: Flask, as_ada: Browser, ours: dict[str, int], theirs: dict[str, int]
) -> None:
    for route in routes(app):
        if route.method == "GET":
            answer = as_ada.get_raw(route.path(ours))
            assert THEIRS.encode() not in answer.data, str(route)


def foreign(route: Route) -> list[tuple[str, ...]]:
    """Which of its numbers to take from elsewhere: each alone, and all."""
    names = tuple(name for name, _table in route.ids)
    return [(name,) for name in names] + ([names] if len(names) > 1 else [])


def rows_of(engine: Engine, office_id: int) -> list[str]:
    """Every row with another office's text."""
    return [row for rows in contents(engine).values() for row in rows if THEIRS in row]


# Templates


def templates() -> list[str]:
    return sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))


def code() -> str:
    return "\n".join(path.read_text() for path in CODE.rglob("*.py"))


@pytest.mark.parametrize("name", templates())
@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_template_compiles_and_imports_what_it_uses(app: Flask, name: str) -> None:
    app.jinja_env.get_template(name)
    source = (TEMPLATES / name).read_text()
    for imported in re.findall(r"{% from [^%]* import ([^%]*?)(?: with context)? %}", source):
        for macro in re.split(r",\s*", imported):
            used = source + "".join(
                (TEMPLATES / other).read_text() for other in re.findall(r'{% include "([^"]+)"', source)
            )
            assert len(re.findall(rf"\b{macro}\(", used)) > 0, f"{name} imports {macro} and does not use it"


def test_every_template_is_used() -> None:
    mentioned = code() + "".join((TEMPLATES / name).read_text() for name in templates())
    assert [name for name in templates() if f'"{name}"' not in mentioned] == []


def test_every_script_and_style_sheet_is_used_and_short() -> None:
    static = CODE / "static"
    mentioned = code() + "".join((TEMPLATES / name).read_text() for name in templates())
    for path in static.iterdir():
        imported = "".join(other.read_text() for other in static.glob("*.js") if other != path)
        assert path.name in mentioned + imported, f"{path.name} is not used"
        assert path.suffix != ".js" or len(path.read_text().splitlines()) <= 150, f"{path.name} is too long"


def test_no_template_switches_escaping_off() -> None:
    for name in templates():
        assert not re.search(r"\|\s*safe|autoescape\s+false", (TEMPLATES / name).read_text()), name
