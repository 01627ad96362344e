"""A mail as a Document: its own words as text, what came with it listed, nothing fetched or run."""

import binascii
import datetime as dt
import re
from collections.abc import Iterator
from email.utils import getaddresses, parsedate_to_datetime

from correspondence import text
from correspondence.errors import Refused
from correspondence.intake import limits, markup, mime
from correspondence.intake.charset import decode
from correspondence.intake.document import Attachment, Document
from correspondence.intake.mime import Part

_BRACKETED = re.compile(r"([^<>]*)<[ \t]*([^<>\s@]+@[^<>\s@]+)[ \t]*>")
_ADDRESS = re.compile(r"<[^<>\s@]+@[^<>\s@]+>")
_BARE_FIRST = re.compile(r"@[^\s\",]+,")  # an address without a name, and more after it
YEARS = range(1980, 2101)  # e-mail began in earnest with RFC 822; later years are a clock gone wrong
_PAGE = re.compile(r"\s*<(?:!doctype html|html)[\s>]", re.IGNORECASE)  # HTML that does not say it is
_RECIPIENTS = 2000  # characters
_STUB = 40  # words: a plain text shorter than this may only say "open me in another program"

_CUT = "It is very long; only its beginning is shown here. The original is kept whole."
_SENDERS = "It names more than one sender; the first is shown."
_ELSEWHERE = "It asks for answers to be sent to another address than it came from."
_ENCRYPTED = "It is encrypted. Open it in the mail program it was sent to, and paste its text."
_BROKEN = (
    "It is not put together as a mail should be; something may be missing here. The original is kept whole."
)


def read(data: bytes) -> Document:
    """A Document of kind "eml". No words in it is no reason to refuse it: its attachments are listed."""
    limits.within(data, limits.MAIL, "This mail")
    mail = mime.parse(data)
    reader = _Reader()
    body = reader.body(mail)
    name, address = _sender(mail, reader)
    reply_to = first_address(mail.header("reply-to"))[1]
    if reply_to and address and reply_to.lower() != address.lower():
        reader.notice(_ELSEWHERE)
    sent_at = moment_of(mail.header("date"))
    return Document(
        kind="eml",
        text=body,
        title=text.one_line(mail.header("subject")),
        author=name,
        date=sent_at.date() if sent_at else None,
        to=went_to(mail),
        email=address,
        reply_to=reply_to,
        message_id=text.one_line(mail.header("message-id")),
        sent_at=sent_at,
        attachments=tuple(reader.attachments),
        notices=tuple(reader.notices),
    )


class _Reader:
    """Reads the parts of one mail and keeps what must be said about them."""

    def __init__(self) -> None:
        self.attachments: list[Attachment] = []
        self.notices: list[str] = []
        self._read = 0  # characters of text
        self._html = 0  # characters of HTML

    def notice(self, sentence: str) -> None:
        if sentence and sentence not in self.notices:
            self.notices.append(sentence)

    def body(self, part: Part) -> str:
        """The words of a part and of all below it, a blank line between parts; lists what is attached."""
        if part.type == "message/rfc822" and part.parts:
            return self._forwarded(part.parts[0])
        if part.type == "multipart/alternative" and part.parts:
            return self._alternative(part)
        if part.type in ("multipart/encrypted", "application/pkcs7-mime"):
            self.notice(_ENCRYPTED)
        if part.parts:
            return _joined(self._each(part))
        if _is_attached(part):
            self._list(part)
            return ""
        if part.type.startswith("multipart/"):
            self.notice(_BROKEN)
        return self._words(part)

    def _each(self, part: Part) -> Iterator[str]:
        for position, below in enumerate(part.parts):
            if part.type == "multipart/signed" and position:
                self._list(below)
            else:
                yield self.body(below)

    def _alternative(self, part: Part) -> str:
        """The plain one of several ways of saying the same, unless it has nothing to say."""
        plain = [below for below in part.parts if below.type == "text/plain" and not _is_attached(below)]
        others = [below for below in part.parts if below not in plain]
        written = _joined(self._words(below) for below in plain[:1])
        if len(written.split()) >= _STUB:
            self._list_below(others)
            return written
        shown = _joined(self.body(below) for below in others if below.type != "text/x-amp-html")
        return shown if len(shown.split()) > 4 * len(written.split()) else written

    def _list_below(self, parts: list[Part]) -> None:
        for part in parts:
            for below in part.walk():
                if not below.parts and _is_attached(below):
                    self._list(below)

    def _forwarded(self, mail: Part) -> str:
        """A mail inside this one, in the form in which mail programs quote one."""
        shown = (("From", "from"), ("Date", "date"), ("Subject", "subject"))
        lines = [f"{label}: {text.one_line(mail.header(name))}" for label, name in shown if mail.header(name)]
        return _joined(["\n".join(["-----Original Message-----", *lines]), self.body(mail)])

    def _words(self, part: Part) -> str:
        written, sentence = decode(part.content(), part.charset)
        self.notice(sentence)
        if part.type == "text/html" or _PAGE.match(written):
            left = max(0, limits.HTML - self._html)
            self._html += len(written)
            if len(written) > left:
                self.notice(_CUT)
            written = markup.to_text(written[:left])
        else:
            written = text.clean(limits.within_text(written))
        self._read += len(written)
        if self._read > limits.TEXT:
            raise Refused("This mail holds more text than can be read here.")
        return written.strip("\n")

    def _list(self, part: Part) -> None:
        name = text.one_line(re.split(r"[/\\]", part.name)[-1], 255) or "without a name"
        self.attachments.append(Attachment(name, text.one_line(part.type, 100), _size(part)))


def _is_attached(part: Part) -> bool:
    """Whether a part without parts is listed instead of read."""
    return part.attached or part.name != "" or not _is_words(part)


def _is_words(part: Part) -> bool:
    return part.type in ("text/plain", "text/html") or part.type.startswith("multipart/")


def _size(part: Part) -> int:
    """Bytes of an attachment, without unpacking it."""
    raw = part.data[part.start : part.end]
    encoding = part.header("content-transfer-encoding").strip().lower()
    if encoding == "base64":
        packed = raw.translate(None, b"\n\t ")
        return max(0, len(packed) * 3 // 4 - packed[-2:].count(b"="))
    return len(binascii.a2b_qp(raw)) if encoding == "quoted-printable" else len(raw)


def _joined(pieces: Iterator[str] | list[str]) -> str:
    return "\n\n".join(piece for piece in pieces if piece.strip())


def _sender(mail: Part, reader: _Reader) -> tuple[str, str]:
    """The display name and address of who says they wrote it. Nothing here is verified."""
    senders = mail.headers.get("from", []) + mail.headers.get("sender", [])[:1]
    if not senders:
        return "", ""
    raw = mime.unfolded(senders[0])
    if len(mail.headers.get("from", [])) > 1 or len(_ADDRESS.findall(raw)) > 1:
        reader.notice(_SENDERS)
    return first_address(raw)


def went_to(mail: Part) -> str:
    """Whom a mail went to, openly or by a copy; of very many only the first."""
    return text.one_line("; ".join(filter(None, map(mail.header, ("to", "cc", "bcc")))), _RECIPIENTS)


def first_address(header: str) -> tuple[str, str]:
    """Name and address of the first in a header, encoded words undone after it was taken apart."""
    bracketed = _BRACKETED.match(header)
    if bracketed and not _BARE_FIRST.search(bracketed.group(1)):
        name, address = bracketed.group(1), bracketed.group(2)
    else:
        # Its reader of comments recurses: no deeper than this many brackets.
        name, address = next(iter(getaddresses([header[:200]])), ("", ""))
    if "@" not in address:
        name, address = name or header, ""
    address = text.one_line(address)
    name = mime.readable(name.encode("utf-8", "replace"))
    name = text.one_line(re.sub(r"\\(.)", r"\1", name)).strip("\"' ,")
    return ("" if name.lower() == address.lower() else name), address


def moment_of(value: str) -> dt.datetime | None:
    """The Date of a mail, in the zone it was written in; None where it is nonsense."""
    try:
        moment = parsedate_to_datetime(value[:200])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return moment if moment.year in YEARS else None
