"""A Draft as plain text to copy, and as an e-mail that waits in the mail program to be sent."""

import datetime as dt
import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from correspondence.export.content import Content, content
from correspondence.models import Draft, Office

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")
_MESSAGE_ID = re.compile(r"<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>")


def plain(draft: Draft, office: Office, today: dt.date) -> str:
    """The reply as text, paragraphs parted by a blank line: greeting, body, sign-off, who signs."""
    return _text(content(draft, office, today))


def mail(draft: Draft, office: Office, today: dt.date) -> bytes:
    """An .eml that Outlook, Thunderbird and Apple Mail open as a message not sent yet, to the writer."""
    said = content(draft, office, today)
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    constituent = draft.message.constituent
    to = constituent.email.strip() if constituent else ""
    if _ADDRESS.fullmatch(to):
        message["To"] = Address(said.name, addr_spec=to)
    message["Subject"] = f"Re: {said.subject}" if said.subject else "Your letter"
    asked = draft.message.message_id.strip()
    if _MESSAGE_ID.fullmatch(asked):
        message["In-Reply-To"] = message["References"] = asked
    message.set_content(_text(said), charset="utf-8", cte="quoted-printable")
    return message.as_bytes()


def _text(said: Content) -> str:
    pieces = [*said.salutation, *said.body, *said.sign_off]
    text = ""
    after_bullet = False
    for piece in pieces:
        gap = "\n" if piece.is_bullet and after_bullet else "\n\n"
        text += (gap if text else "") + ("- " if piece.is_bullet else "") + piece.text
        after_bullet = piece.is_bullet
    return f"{text}\n\n" + "\n".join(filter(None, (said.signatory, said.title))) + "\n"
