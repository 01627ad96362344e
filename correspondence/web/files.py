"""Files that a browser takes away. They are never shown in the page."""

from flask import Response
from werkzeug.http import dump_options_header

from correspondence.text import one_line


def attachment(data: bytes, name: str, kind: str) -> Response:
    """An answer the browser saves under `name`, whatever is in it, and neither opens nor guesses at."""
    plain = one_line(name.replace("/", "_").replace("\\", "_"), 200) or "file"
    response = Response(data, mimetype=kind)
    response.headers["Content-Disposition"] = dump_options_header("attachment", {"filename": plain})
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
