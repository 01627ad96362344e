"""A PDF with text as a Document. The library that reads it is C++, so it works in a process of its own."""

import json
import sys
from pathlib import Path
from typing import Any

from correspondence import text
from correspondence.errors import Refused
from correspondence.intake import confined, limits, pages
from correspondence.intake.document import Document
from correspondence.intake.word import said_in_properties

PAGES = 500
_SECONDS = 30
_MEGABYTES = 1_500  # of addresses, which is more than is used
_RUNS = Path(__file__).with_name("pdf_runs.py")
_WORDS = 3  # on a page with a picture: with fewer it is a scan
_JOINED = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}  # as printers cast them
_SCAN = (
    "This PDF is a scan: pictures of pages, without text in it. Have it made searchable (Acrobat, or the "
    "copier's own scan to searchable PDF), or type the text."
)
_DAMAGED = "This PDF is damaged and cannot be read. Open it, print it to a new PDF, and try once more."
_WHY = {
    "password": "This PDF is protected with a password. Save a copy without one, and use that.",
    "long": f"This PDF has more than {PAGES} pages, or far too much on each. Split it, and bring in a part.",
    "damaged": _DAMAGED,
}
_SLOW = "This PDF took too long to read. Print it to a new PDF, or copy its text and paste it."
_PARTLY = "Some of its pages are pictures without text; what they say is missing here."


def read(data: bytes) -> Document:
    """A Document of kind "pdf": its text in the order of reading, page heads and numbers left out."""
    limits.within(data, limits.FILE, "This PDF")
    try:
        command = [sys.executable, "-I", str(_RUNS), str(PAGES)]
        answer = confined.run(command, data, seconds=_SECONDS, megabytes=_MEGABYTES)
    except confined.Stopped as late:
        raise Refused(_SLOW) from late
    found: dict[str, Any] = json.loads(answer) if answer else {"refused": "damaged"}
    if "refused" in found:
        raise Refused(_WHY[found["refused"]])
    scans = [page for page in found["pages"] if page["has_picture"] and _words(page) < _WORDS]
    body = pages.text_of([_page(page) for page in found["pages"]])
    if not body.strip():
        raise Refused(_SCAN if scans else "There is no text in this PDF.")
    title, author = said_in_properties(found["title"], found["author"])
    return Document(
        kind="pdf",
        text=text.clean(limits.within_text(body)),
        title=title,
        author=author,
        notices=(_PARTLY,) if scans else (),
    )


def _page(page: dict[str, Any]) -> pages.Page:
    runs = (
        pages.Run(left, bottom, right, top, text.clean(words.translate(_JOINED)).replace("\n", " "))
        for left, bottom, right, top, words in page["runs"]
    )
    return pages.Page(page["width"], page["height"], tuple(run for run in runs if run.text.strip()))


def _words(page: dict[str, Any]) -> int:
    return sum(len(run[4].split()) for run in page["runs"])
