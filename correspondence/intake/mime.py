"""A mail's bytes as a tree of parts, every limit counted while it is cut, not after.

The standard library builds the whole tree first and recurses into it; here a part is two offsets.
"""

import binascii
import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message as Headers

from correspondence.errors import Refused
from correspondence.intake import limits
from correspondence.intake.charset import decode

_HEADER_LINES = re.compile(rb"(?:[!-9;-~]++[ \t]*:[^\n]*\n?|[ \t][^\n]*\n?)*+")
_WORD = re.compile(r"=\?([^?\s]{1,40})\?([bBqQ])\?([^?]*)\?=")
_TOO_MUCH = "This mail is put together from more parts than a letter has, so it was not opened."


@dataclass(frozen=True, eq=False)
class Part:
    """One part of a mail. headers: lower-case name to values, as bytes. data[start:end] is its body.

    type: lower case, "text/plain" where the mail says nothing sensible. parts: of a multipart, or the
    one mail inside a message/rfc822.
    """

    data: bytes
    start: int
    end: int
    headers: dict[str, list[bytes]]
    type: str
    charset: str
    name: str
    attached: bool
    parts: list["Part"] = field(default_factory=list)

    def header(self, name: str) -> str:
        """The first header of that name, decoded, on one line; "" when there is none."""
        values = self.headers.get(name, [])
        return readable(values[0]) if values else ""

    def content(self) -> bytes:
        """The body with base64 or quoted-printable undone; as it stands when that fails."""
        raw = self.data[self.start : self.end]
        encoding = self.header("content-transfer-encoding").strip().lower()
        try:
            if encoding == "base64":
                return binascii.a2b_base64(raw + b"==")
            if encoding == "quoted-printable":
                return binascii.a2b_qp(raw)
        except binascii.Error:
            return raw
        return raw

    def walk(self) -> Iterator["Part"]:
        """This part and all below it, in the order they were written."""
        waiting = [self]
        while waiting:
            part = waiting.pop()
            yield part
            waiting.extend(reversed(part.parts))


def parse(data: bytes) -> Part:
    """The parts of a mail. Refused when it has too many, too deep, or too long headers."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16", "replace").encode()
    data = data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    start = len(data) - len(data.lstrip(b"\n"))
    return _Cutter(data).part(start, len(data), 1, "text/plain")


class _Cutter:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.count = 0

    def part(self, start: int, end: int, depth: int, default: str) -> Part:
        self.count += 1
        if self.count > limits.PARTS or depth > limits.DEPTH:
            raise Refused(_TOO_MUCH)
        if self.data.startswith((b"From ", b">From "), start, end):  # a mailbox's own line before the headers
            start = min(end, self.data.find(b"\n", start) + 1 or end)
        headers, body = self._headers(start, end)
        described = _described(headers, default)
        kind = described.get_content_type()
        boundary = _parameter(described.get_param("boundary"))
        part = Part(
            data=self.data,
            start=body,
            end=end,
            headers=headers,
            type=kind,
            charset=_parameter(described.get_param("charset")),
            name=_file_name(described),
            attached=described.get_content_disposition() == "attachment",
        )
        if kind == "message/rfc822" and "base64" not in part.header("content-transfer-encoding").lower():
            part.parts.append(self.part(body, end, depth + 1, "text/plain"))
        elif kind.startswith("multipart/") and boundary:
            below = "message/rfc822" if kind == "multipart/digest" else "text/plain"
            for first, last in self._pieces(boundary.encode("utf-8", "surrogateescape"), body, end):
                part.parts.append(self.part(first, last, depth + 1, below))
        return part

    def _headers(self, start: int, end: int) -> tuple[dict[str, list[bytes]], int]:
        """Header values by name, and where the body begins."""
        found = _HEADER_LINES.match(self.data, start, min(end, start + limits.HEADERS + 1))
        stop = found.end() if found else start
        if stop - start > limits.HEADERS:
            raise Refused("The headers of this mail are far longer than those of a letter.")
        headers: dict[str, list[bytes]] = {}
        values: list[bytearray] = []
        for line in self.data[start:stop].split(b"\n"):
            if line[:1] in (b" ", b"\t") and values:
                values[-1] += b"\n" + line
            elif b":" in line:
                name, _, value = line.partition(b":")
                values.append(bytearray(name.strip().lower() + b":" + value.strip()))
        for held in values:
            name, _, value = bytes(held).partition(b":")
            headers.setdefault(name.decode("latin-1"), []).append(value[: limits.HEADER])
        return headers, stop + 1 if self.data[stop : stop + 1] == b"\n" else stop

    def _pieces(self, boundary: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where the parts between `boundary` lines stand. The last may lack its closing line."""
        line = re.compile(rb"\n--" + re.escape(boundary) + rb"(--)?[ \t]*(?=\n|\Z)")
        first = -1
        for found in line.finditer(self.data, max(0, start - 1), end):
            if first >= 0:
                yield first, max(first, found.start())
            if found.group(1):
                return
            first = min(end, found.end() + 1)
        if first >= 0:
            yield first, end


def _described(headers: dict[str, list[bytes]], default: str) -> Headers:
    """The headers that say what a part is, where the standard library can read their parameters."""
    described = Headers()
    described.set_default_type(default)
    for name in ("content-type", "content-disposition"):
        if name in headers:
            # Its reader of parameters takes quadratic time, so it is given no more than it needs.
            described[name] = unfolded(headers[name][0][:4000])
    return described


def unfolded(value: bytes) -> str:
    try:
        shown = value.decode("utf-8")
    except UnicodeDecodeError:
        shown = value.decode("cp1252", "replace")
    return " ".join(re.split(r"[\r\n]+[ \t]*", shown))


def _file_name(described: Headers) -> str:
    try:
        return readable((described.get_filename() or "").encode("utf-8", "surrogateescape"))
    except (LookupError, ValueError, TypeError):
        return ""


def _parameter(parameter: object) -> str:
    """A parameter as the standard library gives it: a text, or (set, language, text), or nothing."""
    if isinstance(parameter, tuple):
        parameter = parameter[2]
    return parameter.strip().strip("'\"") if isinstance(parameter, str) else ""


def readable(value: bytes) -> str:
    """A header's value with its encoded words (RFC 2047) decoded; sets nobody knows are guessed at."""
    shown = re.sub(r"\?=\s+=\?", "?==?", unfolded(value))
    pieces: list[tuple[str, bytes]] = []  # set, bytes: neighbours in one set may share a letter
    at = 0
    for word in _WORD.finditer(shown):
        if word.start() > at:
            pieces.append(("", shown[at : word.start()].encode("utf-8", "surrogatepass")))
        charset = word.group(1).partition("*")[0].lower()
        content = _word(word.group(2), word.group(3))
        if content is None:
            charset, content = "", word.group().encode("utf-8", "surrogatepass")
        if pieces and pieces[-1][0] == charset:
            pieces[-1] = (charset, pieces[-1][1] + content)
        else:
            pieces.append((charset, content))
        at = word.end()
    pieces.append(("", shown[at:].encode("utf-8", "surrogatepass")))
    return "".join(decode(content, charset)[0] for charset, content in pieces)


def _word(way: str, content: str) -> bytes | None:
    packed = content.encode("utf-8", "surrogatepass")
    try:
        if way in "bB":
            return binascii.a2b_base64(packed + b"==")
        return binascii.a2b_qp(packed, header=True)
    except binascii.Error:
        return None
