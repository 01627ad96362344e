"""A text file, or text that was pasted."""

import codecs

from correspondence import text
from correspondence.errors import Refused
from correspondence.intake import limits
from correspondence.intake.charset import decode
from correspondence.intake.document import Document

_MARKS = (  # longest first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1a\x1b") + b"\x7f"
_NOT_TEXT = (
    "This is not a text file, whatever its name says. Save the letter as Word or plain text, and use that."
)


def read(data: bytes) -> Document:
    """A Document of kind "text": the words as they are written, lines kept, nothing taken for a title."""
    limits.within(data, limits.FILE, "This text file")
    declared = _declared(data)
    if not declared and _is_binary(data):
        raise Refused(_NOT_TEXT)
    written, notice = decode(data, declared)
    written = text.clean(limits.within_text(written)).strip("\n")
    if not written.strip():
        raise Refused("There is no text in this file.")
    return Document(kind="text", text=written, notices=(notice,) if notice else ())


def _declared(data: bytes) -> str:
    """The character set that the first bytes, or the pattern of NULs in UTF-16, give away; else ""."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    head = data[:4000]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 10 > len(head) * 3 and min(even, odd) * 20 < len(head):
        return "utf-16-le" if odd > even else "utf-16-be"
    return ""


def _is_binary(data: bytes) -> bool:
    """More control characters than a slip of some program leaves in a text: over one in a hundred."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls > max(2, len(data) // 100)
