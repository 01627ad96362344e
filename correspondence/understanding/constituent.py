"""Who wrote: from the signature first, then the mail's From, then what the letter says of its writer."""

import re
from collections.abc import Sequence

from correspondence.intake.document import Document
from correspondence.models import Constituent
from correspondence.understanding.casing import is_initials
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
    above = _signed(trimmed.block[:1])
    others = [name for name in (filled, above, read_shown(shown), introduced) if name is not None]
    if signed is None or not signed.words:
        return next(iter(others), None) or signed or _shown_body(shown)
    for other in others:
        if _fuller(signed, other, typed_by_them=other in (filled, above)):
            return other
    return signed


def _fuller(signed: Name, other: Name, *, typed_by_them: bool = False) -> bool:
    """Whether `other` is the same person with more said: a surname, or the title before the same name.

    A full first name takes no title from a mailbox of initials: Mr S. Lund may be Sarah Lund's husband.
    """
    if signed.titled or not other.surname:
        return False
    ours, theirs = signed.full.lower().split(), other.full.lower().split()
    if len(ours) == 1:
        return other.words > 1 and ours[0] in theirs
    alike = _same_initials(signed, other) or (typed_by_them and _same_initials(other, signed))
    return other.titled and (theirs[-len(ours) :] == ours or alike)


def _same_initials(short: Name, long: Name) -> bool:
    """Whether `short` gives by its initials the name that `long` gives in full."""
    if not (short.given and long.given) or short.surname.lower() != long.surname.lower():
        return False
    return is_initials(short.given[0]) and short.given[0][0].lower() == long.given[0][0].lower()


def _both(line: str, name: Name, under: Sequence[str]) -> Name | None:
    """Two who sign one under the other: of one surname, or both with a title."""
    other = read_name(under[0]) if under and not (is_contact(under[0]) or is_address(under[0])) else None
    if other is None or not (name.given or name.titled) or not other.surname or not name.surname:
        return None
    couple = read_name(f"{line} and {under[0]}") if other.surname == name.surname else None
    alike = not (name.given and other.given) or name.given[0][0] == other.given[0][0]
    if other.surname == name.surname and alike and not (name.titled and other.titled):
        return None
    if other.surname != name.surname and name.titled and other.titled:
        couple = read_name(f"{line} and {under[0]}")
    return couple


def _signed(signature: Sequence[str]) -> Name | None:
    """Who signs: the first line that names a person; after an organisation only one with title or role."""
    body: Name | None = None
    for at, line in enumerate(signature[:5]):
        if is_contact(line) and not re.match(r"[^\d@]{4,40}(?:[,|-]|\s\(?0)", line):
            continue
        if at and is_address(line) and not read_titled(line):
            continue
        name = read_name(line)
        if name is None:
            body = body or read_body_name(line)
            continue
        role = bool(set(re.findall(r"[a-z-]+", line.lower())) & ROLES)
        if name.titled or role or (body is None and (at == 0 or name.words > 1)):
            under = signature[at + 1 : at + 3]
            return _both(line, name, under) or _in_full(name, under)
    return body


def _in_full(name: Name, under: Sequence[str]) -> Name:
    """The name, or the same person's in full where it is typed again below ("Jane", then "Jane Doe")."""
    again = (read_name(line) for line in under if not is_contact(line))
    return next(
        (other for other in again if other and (_fuller(name, other) or _same_initials(name, other))), name
    )


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
