"""Bytes to text when nobody can be trusted about the character set."""

import codecs
import re

UNKNOWN = "It names a character set that nobody knows; some letters may be wrong."
LYING = "It is not in the character set that it names; some letters may be wrong."

# Not for text: slow on long input, or they act on what they read.
_NOT_TEXT = frozenset(
    "idna punycode unicode_escape raw-unicode-escape undefined charmap mbcs oem utf-7".split()
)
# Windows programs say these and write cp1252.
_WESTERN = frozenset(("ascii", "iso8859-1", "cp1252"))


def decode(data: bytes, declared: str = "") -> tuple[str, str]:
    """`data` as text, and a notice ("" where all is well). The ladder: as declared, UTF-8, Windows western.

    UTF-8 goes before a declared western set, since other text hardly ever is valid UTF-8 by accident.
    """
    name = _codec(declared) if declared else "utf-8"
    if not name:
        return _guess(data), UNKNOWN
    if name in _WESTERN:
        text = _guess(data)
        honest = data.isascii() or name != "ascii"
        return text, "" if honest and not _is_utf8_beyond_ascii(data) and "\ufffd" not in text else LYING
    try:
        return data.decode(name), ""
    except (UnicodeError, ValueError):
        return _guess(data), LYING if declared or "\ufffd" in _guess(data) else ""


def _codec(declared: str) -> str:
    """Python's name of a character set, "" when it knows none or it is not one for text."""
    if not re.fullmatch(r"[A-Za-z0-9_.:+-]{1,40}", declared):
        return ""
    try:
        name = codecs.lookup(declared).name
        b"".decode(name)
    except (LookupError, ValueError):
        return ""
    return "" if name in _NOT_TEXT else name


def _guess(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _is_utf8_beyond_ascii(data: bytes) -> bool:
    try:
        return not data.isascii() and data.decode("utf-8") != ""
    except UnicodeDecodeError:
        return False
