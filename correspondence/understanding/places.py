"""Addresses: lines that are part of one, postcodes, telephone numbers, e-mail addresses."""

import re
from collections.abc import Sequence

from correspondence.understanding.names import names_body
from correspondence.understanding.wording import wordings
from correspondence.understanding.words import ROLES, STREETS

_POSTCODE = re.compile(r"(?<![A-Za-z0-9])([A-Z]{1,2}[0-9][A-Z0-9]?)[ \t]{0,2}([0-9][A-Z]{2})(?![A-Za-z0-9])")
_POSTCODE_ANY_CASE = re.compile(_POSTCODE.pattern, re.I)
_OURS = re.compile(
    r"house of (commons|lords)|palace of westminster|\bsw1a ?[012]|\bm\.?p\.?$|\bMP\b|member of parliament"
    r"|constituency office|parliamentary office",
    re.I,
)
EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?:\+44|\(?0)[\d\s()-]{8,16}\d|\b(?:tel|phone|mob(?:ile)?|telephone|landline)\b\.?\s*:?", re.I
)
_WEB = re.compile(r"https?://|www\.|\b\w+\.(?:co\.uk|org(?:\.uk)?|com)\b", re.I)
_DATE = wordings(
    r"""
    (?:the\s+)?\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|
        dec)[a-z]*\.?,?(?:\s+\d{4})?
    (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|
        th)?,?(?:\s+\d{4})?
    \d{1,2}[./-]\d{1,2}[./-]\d{2,4}   \d{4}-\d\d-\d\d
    """,
    before=r"(?:\w+day,?\s+)?",
    after=r"\.?",
)


def find_postcode(text: str, *, any_case: bool = False) -> str:
    """The first British postcode in `text` as "ZZ1 1AA", "" when there is none; never Parliament's own."""
    for match in (_POSTCODE_ANY_CASE if any_case else _POSTCODE).finditer(text):
        area, rest = match.group(1).upper(), match.group(2).upper()
        if not re.match(r"SW1A [012]", f"{area} {rest}"):
            return f"{area} {rest}"
    return ""


def is_ours(line: str) -> bool:
    """Whether the line belongs to the address of a Member of Parliament, who is never the constituent."""
    return _OURS.search(line.strip()) is not None


def is_contact(line: str) -> bool:
    """Whether the line holds an e-mail address, a telephone number or a web address."""
    return any(pattern.search(line) for pattern in (EMAIL, _PHONE, _WEB))


def is_date(line: str) -> bool:
    """Whether the line is a date and nothing more."""
    return _DATE.fullmatch(line.strip().removeprefix("Date:").strip(" ,")) is not None


def is_address(line: str) -> bool:
    """Whether the line by itself reads as part of an address: a number and a street, or a postcode."""
    plain = _unlabelled(line)
    if not plain or len(plain) > 120 or EMAIL.search(plain):
        return False
    if find_postcode(plain, any_case=True):
        return len(plain.split()) <= 16
    tokens = [token.lower().strip(".,") for token in plain.split()]
    if len(tokens) > 9 or plain[-1] in ".?!" or is_date(plain):
        return False
    numbered = re.match(r"(?:flat|apt|apartment|unit|the|no\.?)?\s*\d{1,4}[a-z]?\b", plain, re.I) is not None
    return (
        (numbered and len(tokens) > 1 and not _PHONE.search(plain))
        or tokens[-1] in STREETS
        or (tokens[0] in ("flat", "apartment", "unit"))
    )


def read_address(lines: Sequence[str]) -> tuple[str, str]:
    """The address and the postcode in lines that stand together under a name or over a date."""
    kept: list[str] = []
    postcode = ""
    codes = [at for at, line in enumerate(lines) if find_postcode(line, any_case=True)]
    for at, line in enumerate(lines):
        plain = _unlabelled(line)
        if postcode or is_ours(plain):
            break
        between = bool(kept) and bool(codes) and at < codes[0] and len(plain.split()) <= 5
        found = find_postcode(plain, any_case=True)
        if found:
            postcode = found
            plain = _POSTCODE_ANY_CASE.sub("", plain, count=1)
        elif not (between or is_address(plain) or _is_place(plain)):
            continue
        plain = re.sub(r"\s+,", ",", plain).strip(" ,.;-|")
        if plain and not is_contact(plain):
            kept.append(plain)
    return "\n".join(kept[:7]), postcode


def _is_place(line: str) -> bool:
    """A town or a village alone on its line."""
    tokens = line.strip(" ,.").split()
    lowered = {token.lower().strip(",.") for token in tokens}
    return (
        1 <= len(tokens) <= 4
        and all(
            re.fullmatch(r"[A-Z][\w'’-]*,?|on|upon|le|the|under|in|of|and|St\.?", token) for token in tokens
        )
        and not lowered & ROLES
        and not names_body(line)
        and not is_contact(line)
        and not is_date(line)
        and line.strip()[-1] not in ":?!"
    )


def _unlabelled(line: str) -> str:
    return re.sub(r"^\s*(?:home |my )?(?:address|post ?code)\s*:?\s*", "", line, flags=re.I).strip(" *_")
