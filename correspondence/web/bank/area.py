"""The area itself, apart from its pages so that each of them can be read alone."""

from flask import Blueprint

bp = Blueprint("bank", __name__, url_prefix="/bank")
