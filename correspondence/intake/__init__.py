"""Bytes in, a Document out; what cannot be read is refused with a sentence."""

import re
from collections.abc import Callable

from correspondence.errors import Refused
from correspondence.intake import converted, limits, mail, msg, pdf, plain, word
from correspondence.intake.document import Document

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = re.compile(
    rb"(?im)^(?:from|to|subject|date|received|message-id|mime-version|content-type|return-path)[ \t]*:"
)
# Only a mail program writes these: enough to know a mail by, whatever it is called.
_SURE = re.compile(rb"(?im)^(?:received|message-id|mime-version|return-path|delivered-to)[ \t]*:")
_MAILBOX = re.compile(rb"\n\r?\nFrom \S+ [^\n]*\d\d:\d\d[^\n]*\n[!-9;-~]+:")
_DAMAGED = (
    "This file is damaged and cannot be read. Open it in its own program, save it again, and try once more."
)
_PASTE = "Copy its text and paste it, or save it as a Word document (.docx) and use that."

_BEGINNINGS = (
    (b"\x89PNG", f"This is a picture, which cannot be read as text. {_PASTE}"),
    (b"\xff\xd8\xff", f"This is a picture, which cannot be read as text. {_PASTE}"),
    (b"GIF8", f"This is a picture, which cannot be read as text. {_PASTE}"),
)
_OLE_KINDS: tuple[
    tuple[str, str | Callable[[bytes], Document]], ...
] = (  # names inside Microsoft's older files
    ("EncryptedPackage", "This file is protected with a password. Save a copy without one, and use that."),
    ("__properties_version1.0", msg.read),
    ("WordDocument", converted.reader("doc", "an old Word file (.doc)")),
)
_RICH = converted.reader("rtf", "a rich-text file (.rtf)")
_OPEN = converted.reader("odt", "an OpenDocument file (.odt)")


def read(name: str, data: bytes) -> Document:
    """The Document in `data`; its content says what it is, and `name` only where the content does not.

    Refused, with a sentence for a caseworker, for what is empty, too large, of another kind, or damaged.
    """
    try:
        return reader(name, data)(data)
    except Refused:
        raise
    except Exception as error:  # hostile bytes make decoders raise anything; none may reach a caseworker
        raise Refused(_DAMAGED) from error


def reader(name: str, data: bytes) -> Callable[[bytes], Document]:
    """The function that reads this kind of file; Refused where there is none."""
    limits.within(data, limits.MAIL, "This file")
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not data.strip():
        raise Refused("This file is empty.")
    for beginning, sentence in _BEGINNINGS:
        if head.startswith(beginning):
            raise Refused(sentence)
    if data.startswith(_OLE):
        return _ole(data)
    if data.startswith(b"PK\x03\x04"):
        return _OPEN if _is_open_document(data) else word.read
    if head.startswith(b"{\\rtf"):
        return _RICH
    if head.startswith(b"%PDF"):
        return pdf.read
    ending = name.lower().rpartition(".")[2]
    if ending in ("docx", "docm", "dotx", "doc"):
        raise Refused(
            "This is not a Word document, whatever its name says. Save it from Word again and use that."
        )
    return _mail_or_plain(ending, head, data)


def _mail_or_plain(ending: str, head: bytes, data: bytes) -> Callable[[bytes], Document]:
    top = data[: limits.HEADERS].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    top = top.lstrip(b"\xef\xbb\xbf \t\n").partition(b"\n\n")[0]
    is_mail = bool((_HEADER if ending in ("eml", "mbox") else _SURE).search(top))
    if is_mail and re.match(rb"From |[!-9;-~]+[ \t]*:", head):
        if head.startswith(b"From ") and _MAILBOX.search(data):
            raise Refused("This is a mailbox with several mails. Save each as a mail of its own (.eml).")
        return mail.read
    return plain.read


def _is_open_document(data: bytes) -> bool:
    """Its first entry is its kind, as it stands: OpenDocument 1.3, part 2, 3.3."""
    return re.match(rb"mimetypeapplication/vnd\.oasis\.opendocument\.text(?!-)", data[30:110]) is not None


def _ole(data: bytes) -> Callable[[bytes], Document]:
    for name, found in _OLE_KINDS:
        if name.encode("utf-16-le") in data:
            if isinstance(found, str):
                raise Refused(found)
            return found
    raise Refused(f"This is a file of an older kind that cannot be read here. {_PASTE}")
