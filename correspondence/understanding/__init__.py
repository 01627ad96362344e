"""A Document of theirs into a Message: the writer's own words, who they are, and the Points they raise."""

import hashlib
import re

from correspondence.intake.document import Document
from correspondence.models import Message
from correspondence.text import one_line
from correspondence.understanding.constituent import read_constituent
from correspondence.understanding.lines import split_lines
from correspondence.understanding.names import read_name
from correspondence.understanding.pasted import read_pasted
from correspondence.understanding.points import LONGEST, find_points
from correspondence.understanding.quoted import unmarked
from correspondence.understanding.trimming import trim

__all__ = ["fingerprint", "salutation_for", "understand"]


def understand(document: Document) -> Message:
    """The Message in a Document, with its Constituent and Points; bytes, hash and times are the inbox's.

    `body` with the `folded` pieces put back at their offsets is the Document's text without white
    space at its ends.
    """
    text = unmarked(document.text.strip())
    document, head = read_pasted(document, split_lines(text))
    trimmed = trim(text, document.title, document.email, head)
    inner = trimmed.header.subject if trimmed.header else ""
    constituent = read_constituent(document, trimmed)
    return Message(
        subject=one_line(_plain_subject(inner or document.title or _subject_line(trimmed.body))),
        body=trimmed.body,
        folded=trimmed.folded,
        attachments=[
            {"name": attachment.name, "type": attachment.type, "size": attachment.size}
            for attachment in document.attachments
        ],
        notices=[*document.notices, *_too_long(trimmed.body)],
        sent_at=document.sent_at,
        message_id=document.message_id[:300],
        constituent=constituent,
        points=find_points(trimmed.body),
        fingerprint=fingerprint(constituent.email or constituent.name, document.message_id, text),
    )


def salutation_for(name: str) -> str:
    """What follows "Dear" for a name as on an envelope; "" where it names nobody."""
    read = read_name(name)
    return read.salutation if read else ""


def fingerprint(sender: str, message_id: str, text: str) -> str:
    """The mark of one mail by one person: the same sender, Message-ID and words give the same."""
    said = "\0".join((sender.lower(), message_id.strip(), " ".join(text.lower().split())))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def _too_long(body: str) -> list[str]:
    """What a caseworker must know of a very long letter."""
    if len(body) <= LONGEST:
        return []
    return [f"This letter is very long. Points were looked for in its first {LONGEST:,} characters only."]


def _plain_subject(subject: str) -> str:
    """A subject without the Re: and Fwd: that mail programs put before it."""
    return re.sub(r"^(?:\s*(?:re|fwd?|aw|wg|tr)\s*(?:\[\d+\])?\s*:)+\s*", "", subject, flags=re.I)


def _subject_line(body: str) -> str:
    """The subject a letter itself gives in its first line."""
    first = body.split("\n", 1)[0]
    found = re.match(r"\s*(?:re|ref|subject)\s*:\s*(\S.{2,200})", first, re.I)
    return found.group(1) if found else ""
