"""Who wrote: from the signature first, then the mail's From, then what the letter says of its writer."""

import re
from collections.abc import Sequence

from correspondence.intake.document import Document
from correspondence.models import Constituent
from correspondence.understanding.home import read_home
from correspondence.understanding.names import Name, names_body, read_body_name, read_name
from correspondence.understanding.places import (
    EMAIL,
    is_address,
    is_contact,
    is_ours,
)
from correspondence.understanding.trimming import Trimmed
from correspondence.understanding.wording import either, wordings
from correspondence.understanding.words import ROLES

_INTRODUCTION = re.compile(
    either(r"""
    \b[Mm]y (?:full )?name(?:'s|’s| is)\s+(?P<named>[^\n.,;:!?()]{2,60})
    \b(?:I am|I'm|I’m|[Tt]his is)\s+(?P<said>(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|
        Cllr)\.?\s)?[A-Z][\w'’-]+(?:\s[A-Z][\w.'’-]*){1,3})(?=[,.]|\s(?:and|from|of|a|who)\b)
    \bI, (?P<sworn>[A-Z][\w'’-]+(?:\s[A-Z][\w.'’-]*){1,3}),
    """)
)
_RUN_TOGETHER = re.compile(r"(?!Mc|Mac|De|Le|La|Fitz|Van)[A-Z][a-z]+(?:[A-Z][a-z]+)+")  # a user's name
_AFTER_NAME = wordings(
    r"""
    and   from   of   who   but   i   i'm   i’m   im   a   an   the   we   my   live   am   aged?   born
    as   in   at   with   currently   resident   writing
    """,
    before=r"\s+",
    after=r"\b.*$",
)
_ROBOT = wordings(
    r"""
    no-?reply   do-?not-?reply   donotreply   forms?   web(?:form|site|master)?   postmaster
    notifications?   bounce
    """,
    before=r"^",
    after=r"\b",
)


def read_constituent(document: Document, trimmed: Trimmed) -> Constituent:
    """The Constituent of a Document; `created_at` is left to whoever keeps it."""
    fields = dict(trimmed.fields)
    name = _name(document, trimmed, fields)
    address, postcode = read_home(trimmed, name.full if name else "")
    return Constituent(
        name=(name.full if name else "")[:300],
        salutation=(name.salutation if name else "")[:300],
        email=_email(document, trimmed, fields),
        address=address,
        postcode=postcode,
    )


def _name(document: Document, trimmed: Trimmed, fields: dict[str, str]) -> Name | None:
    shown = trimmed.header.name if trimmed.header else document.author
    filled = _filled_name(fields)
    introduced = _introduced(trimmed.body)
    signed = _signed(trimmed.signature)
    others = [
        name
        for name in (filled, read_shown(shown), _signed(trimmed.block[:1]), introduced)
        if name is not None
    ]
    if signed is None or not signed.words:
        return next(iter(others), None) or signed or _shown_body(shown)
    for other in others:
        if _fuller(signed, other):
            return other
    return signed


def _fuller(signed: Name, other: Name) -> bool:
    """Whether `other` is the same person with more said: a surname, or the title before the same name."""
    ours, theirs = signed.full.lower().split(), other.full.lower().split()
    if signed.titled:
        return False
    if other.titled and theirs[-len(ours) :] == ours and (len(ours) > 1):
        return True
    if other.titled:
        return len(ours) == 1 and ours[0] in theirs[1:-1]
    return len(ours) == 1 and len(theirs) > 1 and theirs[0] == ours[0] and " and " not in other.full


def _signed(signature: Sequence[str]) -> Name | None:
    """Who signs: the first line that names a person; after an organisation only one with title or role."""
    body: Name | None = None
    for at, line in enumerate(signature[:5]):
        if is_contact(line) and not re.match(r"[^\d@]{4,40}[,|-]", line):
            continue
        if at and is_address(line) and not read_titled(line):
            continue
        name = read_name(line)
        if name is None:
            body = body or read_body_name(line)
            continue
        role = bool(set(re.findall(r"[a-z-]+", line.lower())) & ROLES)
        if name.titled or role or (body is None and (at == 0 or name.words > 1)):
            return _in_full(name, signature[at + 1 : at + 3])
    return body


def _in_full(name: Name, under: Sequence[str]) -> Name:
    """The name, or the same person's in full where it is typed again below ("Jane", then "Jane Doe")."""
    again = (read_name(line) for line in under if not is_contact(line))
    return next((other for other in again if other is not None and _fuller(name, other)), name)


def read_titled(line: str) -> Name | None:
    """The person a line names with a title, or None."""
    name = read_name(line)
    return name if name and name.titled else None


def read_shown(shown: str) -> Name | None:
    """The person a mail's From shows: no address, no user name, no robot, no team."""
    plain = re.sub(r"['\"]?\s+via\s.*$", "", shown.strip(" \"'"))
    if not plain or "@" in plain or re.search(r"\d", plain) or names_body(plain) or is_ours(plain):
        return None
    if plain.islower() and len(plain.split()) == 1 and ("." in plain or "_" in plain):
        return None
    if re.match(r"the \w+s$|.* family$", plain, re.I) or _RUN_TOGETHER.fullmatch(plain):
        return None
    return read_name(plain, listed=True)


def _shown_body(shown: str) -> Name | None:
    plain = shown.strip(" \"'")
    if len(plain.split()) < 2 or is_ours(plain) or "@" in plain:
        return None
    return read_body_name(plain)


def _filled_name(fields: dict[str, str]) -> Name | None:
    """The name in a web form's fields, whole or in parts."""
    first = next((fields[key] for key in ("first name", "forename", "given name") if fields.get(key)), "")
    last = next((fields[key] for key in ("last name", "surname", "family name") if fields.get(key)), "")
    whole = next(
        (fields[key] for key in ("name", "your name", "full name", "contact name") if fields.get(key)), ""
    )
    if first or last:
        whole = f"{first or whole} {last}"
    title = fields.get("title", "")
    return (read_name(f"{title} {whole}") if title else None) or read_name(whole)


def _introduced(body: str) -> Name | None:
    head = body[:3000]
    for match in _INTRODUCTION.finditer(head):
        said = match.group("named") or match.group("said") or match.group("sworn")
        name = read_name(_AFTER_NAME.sub("", said) if match.group("named") else said)
        if name is not None and (name.words > 1 or match.group("named")):
            return name
    return None


def _email(document: Document, trimmed: Trimmed, fields: dict[str, str]) -> str:
    filled = next(
        (EMAIL.search(value) for key, value in fields.items() if "mail" in key and EMAIL.search(value)), None
    )
    if filled:
        return filled.group().lower()
    written = next((match.group().lower() for line in trimmed.signature if (match := EMAIL.search(line))), "")
    if trimmed.header is not None:
        return trimmed.header.email or written
    told = document.reply_to or document.email
    if told and not _ROBOT.match(told):
        return told.lower()
    return written or (document.email.lower() if not _ROBOT.match(document.email) else "")
