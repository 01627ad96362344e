"""The numbers by which one person is known: of a case, an account, a birth, a car."""

import re

from correspondence.harvest.personal.taking import Taking
from correspondence.harvest.phrases import one_of

_OF_A_CASE = one_of(r"""
    case | claim | complaint | file | account | policy | customer | tenancy | (?<!planning )application
    home office | hospital | nhs | patient | student | pupil | payroll | member(?:ship)? | booking | order
    permit | national insurance | passport | visa | crime | incident | driving licen[cs]e | card
    council tax | meter | badge | pass | serial
""").pattern
_IS_GIVEN = (
    r"(?:,? (?:that )?(?:you (?:were|have been) given|you (?:gave|sent|quoted)(?: me| us)?|they gave you))?"
)
_REFERENCE = re.compile(
    rf"(?P<open>\(?)(?P<label>\b(?:{_OF_A_CASE},?\s+(?:ref(?:erence)?|number|no)"
    r"|(?<!planning )ref(?:erence)?|case|claim|(?<!planning )application|urn)\b\.?"
    rf"(?:\s*(?:no|number|ref(?:erence)?|is|was|of)\b){{0,4}}{_IS_GIVEN}[.:#, ]{{0,4}})"
    # a case of the Court of Justice, C-411/10, is public; a year is no number of a case
    r"(?P<code>(?-i:(?!C-\d+/\d\d\b|(?:19|20)\d\d\b(?![/-]))(?=[\w/ -]{0,6}\d)"
    r"(?:[A-Z]{1,4} (?=\d))?[A-Z0-9]{1,18}(?:[/-][A-Z0-9]+)*"
    r"(?: \d{2,4}){0,3}))(?![\w%])(?P<close>\)?)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"  # National Insurance
    r"|(?<![\d+£] )(?<![+£])\b[1-9]\d{2}[ -]\d{3}[ -]\d{4}\b"  # NHS
    r"|(?:(?<=sort code )|(?<=account ))\d\d[- ]?\d\d[- ]?\d\d(?: \d{8})?\b|(?<=account )\d{8}\b"
    r"|\b\d{4}([ -])\d{4}\1\d{4}\1\d{4}\b|\bGB\d\d ?[A-Z]{4}[ \d]{14,19}\b"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}}|{_MONTH} \d{{4}}"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d|(?:19|20)\d\d)\b"
)
_BIRTHS = (
    re.compile(
        r"(?P<open>\(?)(?P<label>\b(?:(?:date of birth|DOB|d\.o\.b\.)(?: is| was|,|:| of| as){0,3}(?: \()?"
        r"|[Yy]our [a-z\d]+ birthday,?(?: is| was)?(?: on)?"
        r"|[Yy]ou (?:will )?(?:turn(?:ed)?|reach(?:ed)?) \d\d,? on"
        rf"|(?:[Yy]ou|[Yy]our [a-z-]+,?(?: who)?) (?:were|was) born(?: on| in)?) ?){_DAY}(?P<close>\)?)"
    ),
    re.compile(rf"(?P<label>\b[Bb]orn (?:on|in) ){_DAY}(?=,? (?:and )?you\b)"),
)
_PLATES = (
    re.compile(r"\b[A-Z]{2}\d{2} ?[A-Z]{3}\b"),  # since 2001
    re.compile(
        r"(?P<label>\b(?:registration|reg|number plate)(?: (?:number|mark|no\.?|is|was)){0,3}[ ,:]{1,3})"
        r"[A-Z]\d{1,3} ?[A-Z]{3}\b"
    ),
)


def take(taking: Taking) -> None:
    """Fields for numbers and dates; the words that say what they are stay: "case no. ((reference))"."""
    for pattern in _BIRTHS:
        taking.take(pattern, "date of birth", lambda found: _filled(found, "((date of birth))"))
    for pattern in _PLATES:
        taking.take(pattern, "number", lambda found: _filled(found, "((registration))"))
    taking.take(_NUMBERS, "number", "((reference))")
    taking.take(_REFERENCE, "number", _without_reference)


def _without_reference(found: re.Match[str]) -> str:
    """The number of a case goes; what is too short to be one stays ("claim 7 of 9")."""
    return found.group() if re.fullmatch(r"\d{1,2}", found["code"]) else _filled(found, "((reference))")


def _filled(found: re.Match[str], gap: str) -> str:
    """What stands in brackets goes with them; else the gap follows its label."""
    parts = found.groupdict("")
    opened, label, closed = parts.get("open", ""), parts.get("label", ""), parts.get("close", "")
    if opened and closed:
        return ""
    space = " " if label[-1:].isalpha() or label[-1:] in (".", ":", ",") else ""
    return opened + label + (space if label else "") + gap + closed
