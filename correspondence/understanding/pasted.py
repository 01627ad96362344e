"""The head of a mail that was pasted or printed: who it is from, what about, in any order of its lines."""

import re
from collections.abc import Sequence
from dataclasses import replace

from correspondence.intake.document import Document
from correspondence.understanding.lines import Line
from correspondence.understanding.names import read_name
from correspondence.understanding.places import EMAIL
from correspondence.understanding.quoted import header, header_fields, is_of_mail

_MAIL = ("eml", "msg")  # their own heads are read; another at the top is that of a mail handed on
_OF_JOURNEYS = {"date", "from", "to", "received"}
_MEMBER = re.compile(r"\b(?:MP|MSP|Member of Parliament)\b")
_STOP = re.compile(r"\b(?:station|airport|junction|parkway|interchange|hospital)\b", re.IGNORECASE)
_FORM = re.compile(r"[A-Z][\w ’'/-]{1,30}:\s*\S")  # "Name: Carol Jennings", as a web form goes on


def read_pasted(document: Document, lines: Sequence[Line]) -> tuple[Document, int]:
    """The Document with what the head of a mail over its text says, and the line after that head, or 0."""
    first = next((line.number for line in lines if line.text), 0)
    values, end = header_fields(lines, first)
    if document.kind in _MAIL or not _is_head(values) or end >= len(lines):
        return document, 0
    if lines[end].text and _FORM.match(lines[end].text):
        return document, 0
    head = header(values)
    answer_to = EMAIL.search(values.get("reply-to", ""))
    return replace(
        document,
        title=head.subject or document.title,
        author=head.name or document.author,
        email=head.email or document.email,
        reply_to=answer_to.group() if answer_to else document.reply_to,
    ), end


def _is_head(values: dict[str, str]) -> bool:
    """Whether lines are the head of a mail: one tells the subject or an address, or of two one is a mail's
    alone or names a person. A journey too has a day, a from and a to."""
    told = (values.get("from", ""), values.get("to", ""))
    named = any(_MEMBER.search(who) or _is_person(who) for who in told)
    return is_of_mail(values) or (len(values) > 1 and (named or not values.keys() <= _OF_JOURNEYS))


def _is_person(who: str) -> bool:
    name = None if _STOP.search(who) else read_name(who, listed=True)
    return name is not None and (name.titled or name.words > 1)
