"""A file as read, before anything is decided about it."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Attachment:
    """Something that came with a mail: kept inside the original, listed here. `size` in bytes."""

    name: str
    type: str
    size: int


@dataclass(frozen=True)
class Document:
    """A file as read.

    kind: "eml", "msg", "docx", "pdf", "doc", "rtf", "odt" or "text". text: all of it, cleaned, paragraphs
    parted by a blank line where the file tells them apart (a Word file's always are). title, author,
    date: as the file itself says (a mail's subject, sender's display name and day sent); "" or None when
    it says nothing. to: whom a mail went to, openly or by a copy, as it says. email, reply_to, message_id,
    sent_at: a mail's headers. notices: sentences on how it had to be read, such as a character set nobody
    knows.
    """

    kind: str
    text: str
    title: str = ""
    author: str = ""
    date: dt.date | None = None
    to: str = ""
    email: str = ""
    reply_to: str = ""
    message_id: str = ""
    sent_at: dt.datetime | None = None
    attachments: tuple[Attachment, ...] = ()
    notices: tuple[str, ...] = ()
