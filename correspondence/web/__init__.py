"""The web shell: a page is a form, one call, a commit and a redirect."""

import datetime as dt
from collections.abc import Callable

from flask import Flask, g, redirect, url_for
from flask_bootstrap import Bootstrap5
from jinja2 import StrictUndefined
from sqlalchemy import Engine
from werkzeug.wrappers import Response

from correspondence.config import Settings, data_folder
from correspondence.days import UK
from correspondence.web import (
    account,
    bank,
    desk,
    errors,
    help,
    inbox,
    office,
    people,
    session,
    set_up,
    shield,
    show,
)
from correspondence.web.permission import allow_anyone

AREAS = (account.bp, set_up.bp, inbox.bp, desk.bp, bank.bp, people.bp, office.bp, help.bp)


def utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def create_app(settings: Settings, engine: Engine, clock: Callable[[], dt.datetime] = utc_now) -> Flask:
    """The app for one instance folder and database. Tests pass another clock."""
    app = errors.QuietFlask("correspondence.web", template_folder=str(data_folder("templates")))
    app.extensions.update(settings=settings, engine=engine, clock=clock, zone=UK)
    app.config["BOOTSTRAP_SERVE_LOCAL"] = True
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    Bootstrap5(app)
    shield.init(app, settings.instance, settings.hosts)
    session.init(app)
    errors.init(app)
    show.init(app)
    for area in AREAS:
        app.register_blueprint(area)
    app.add_url_rule("/", "home", home)
    return app


@allow_anyone
def home() -> Response:
    """Where to begin: the inbox, or signing in."""
    if g.user is None:
        return redirect(url_for("account.sign_in"))
    return redirect(url_for(show.first_page()))
