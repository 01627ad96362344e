"""The desk's Blueprint, apart from its routes so that each file of them can be read alone."""

from flask import Blueprint

bp = Blueprint("desk", __name__, url_prefix="/desk")
