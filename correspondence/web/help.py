"""Help: the keys, the marks, how the app can be used by everybody."""

from flask import Blueprint, render_template

from correspondence.web.permission import allow_anyone

bp = Blueprint("help", __name__)


@bp.get("/help")
@allow_anyone
def index() -> str:
    return render_template("help/index.html")
