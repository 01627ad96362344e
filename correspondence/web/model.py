"""The language model the pages match with."""

from flask import current_app

from correspondence.config import Settings
from correspondence.errors import Refused
from correspondence.matching import semantic
from correspondence.matching.semantic import Encoder


def encoder() -> Encoder | None:
    """The encoder, loaded once per process; None where it cannot be used, and words alone decide."""
    settings: Settings = current_app.extensions["settings"]
    try:
        return semantic.load(settings.model)
    except Refused:
        return None
