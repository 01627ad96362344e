"""A message saved from Outlook (.msg) as a Document, as `mail` gives one of a mail."""

import datetime as dt
import io

import olefile
from oxmsg import Message
from oxmsg.attachment import Attachment as Attached
from oxmsg.properties import Properties
from oxmsg.storage import Storage

from correspondence import text
from correspondence.errors import Refused
from correspondence.intake import limits, mail, markup, mime, rich
from correspondence.intake.charset import decode
from correspondence.intake.document import Attachment, Document

# Numbers of properties: [MS-OXPROPS].
_HEADERS, _SENDER, _MESSAGE_ID, _ARRIVED, _SENT = 0x007D, 0x0C1A, 0x1035, 0x0E06, 0x0039
_ADDRESSES = (0x5D01, 0x5D02, 0x0C1F, 0x0065)  # of the sender: as on the net, then as Outlook has it
_SHOWN_TO = (0x0E04, 0x0E03, 0x0E02)  # To, Cc, Bcc: names alone
_BODY, _HTML, _RICH = 0x1000, 0x1013, 0x1009
_NAMES = (0x3707, 0x3704, 0x3001)  # of an attachment
_ENTRIES = 20_000  # of the file's directory
_RECIPIENT = "__recip_version1.0_"
_DAMAGED = (
    "This Outlook message is damaged and cannot be read. Save it again from Outlook, and try once more."
)
_SEALED = "It is encrypted or signed in Outlook's own way. Open it there, and paste its text."


def read(data: bytes) -> Document:
    """A Document of kind "msg". No words in it is no reason to refuse it: its attachments are listed."""
    limits.within(data, limits.MAIL, "This message")
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as opened:
            _check(opened, len(data))
            # Nobody asks to whom else it went, and the library's time grows by the square of them.
            opened.root.kids = [kid for kid in opened.root.kids if not kid.name.startswith(_RECIPIENT)]
            return _document(Message(Storage.from_ole(opened)))
    except Refused:
        raise
    except Exception as error:  # the libraries raise whatever struct, lists and the file give them
        raise Refused(_DAMAGED) from error


def _document(message: Message) -> Document:
    found = message.properties
    headers = mime.parse(_said(found, _HEADERS)[: limits.HEADERS].encode("utf-8", "replace") + b"\n\n")
    name, address = _sender(found, headers)
    sent_at = mail.moment_of(headers.header("date")) or _day(found, _SENT) or _day(found, _ARRIVED)
    body, notice = _body(found)
    sealed = "smime" in message.message_class.lower() and not body.strip()
    return Document(
        kind="msg",
        text=body,
        title=text.one_line(message.subject),
        author=name,
        date=sent_at.date() if sent_at else None,
        to=mail.went_to(headers) or _shown_to(found),
        email=address,
        reply_to=mail.first_address(headers.header("reply-to"))[1],
        message_id=text.one_line(headers.header("message-id") or _said(found, _MESSAGE_ID)),
        sent_at=sent_at,
        attachments=tuple(_attachment(one) for one in message.attachments),
        notices=tuple(sentence for sentence in (notice, _SEALED if sealed else "") if sentence),
    )


def _check(opened: olefile.OleFileIO, size: int) -> None:
    """Refuse a file whose entries share their bytes: all are read, and a few megabytes could become many."""
    entries = [entry for entry in opened.direntries if entry is not None]
    if len(entries) > _ENTRIES or sum(entry.size for entry in entries if entry.entry_type == 2) > size:
        raise Refused(_DAMAGED)


def _said(found: Properties, *numbers: int) -> str:
    """The first of these properties that has words; "" where the file has them wrong."""
    for number in numbers:
        try:
            value = found.str_prop_value(number)
        except (ValueError, LookupError, AssertionError, AttributeError, TypeError):
            continue
        if value and value.strip("\0 "):
            return value.replace("\0", "")
    return ""


def _bytes(found: Properties, number: int) -> bytes:
    try:
        return found.binary_prop_value(number) or b""
    except (ValueError, LookupError, AssertionError, AttributeError, TypeError):
        return b""


def _day(found: Properties, number: int) -> dt.datetime | None:
    try:
        moment = found.date_prop_value(number)
    except (ValueError, LookupError, AssertionError, AttributeError, TypeError, OverflowError):
        return None
    return moment if moment and moment.year in mail.YEARS else None


def _sender(found: Properties, headers: mime.Part) -> tuple[str, str]:
    name, address = mail.first_address(headers.header("from"))
    if address:
        return name, address
    written = [_said(found, number) for number in _ADDRESSES]
    address = text.one_line(next((one for one in written if "@" in one), ""))
    name = text.one_line(_said(found, _SENDER, 0x0042))
    return ("" if name.lower() == address.lower() else name), address


def _shown_to(found: Properties) -> str:
    return text.one_line("; ".join(filter(None, (_said(found, number) for number in _SHOWN_TO))))


def _body(found: Properties) -> tuple[str, str]:
    """The words and a sentence on how they had to be read: plain, else the HTML, else the rich text."""
    plain = text.clean(limits.within_text(_said(found, _BODY))).strip()
    if plain:
        return plain, ""
    if html := _bytes(found, _HTML):
        written, notice = decode(html[: 4 * limits.HTML], _set(found))
        return markup.to_text(written[: limits.HTML]).strip("\n"), notice
    if html_text := _said(found, _HTML):
        return markup.to_text(html_text[: limits.HTML]).strip("\n"), ""
    packed = _bytes(found, _RICH)
    words = rich.to_text(rich.unpacked(packed)) if packed else ""
    return text.clean(limits.within_text(words)).strip(), ""


def _set(found: Properties) -> str:
    try:
        return found.body_encoding
    except (ValueError, LookupError, AssertionError, AttributeError, TypeError):
        return ""


def _attachment(one: Attached) -> Attachment:
    name = text.one_line(_said(one.properties, *_NAMES).replace("\\", "/").rpartition("/")[2], 255)
    kind = text.one_line(_said(one.properties, 0x370E), 100) or "application/octet-stream"
    return Attachment(name or "without a name", kind, len(_bytes(one.properties, 0x3701)))
