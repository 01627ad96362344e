"""What of a reply leans on the letter it answered or on one before: over another letter it is not true."""

import re
from typing import Final

from correspondence.figures.calendar import DAY, MONTH, WEEKDAY
from correspondence.models import OFFICE, Version

FIELD: Final = "((letter date))"
DATED = f"It names the day of one person’s letter: “{{}}”. Write {FIELD} for the day, or take it out."
MET = "It tells of a day with one person: “{}”. Take it out, or put right whom and when."
LEANS = "It leans on another letter: “{}”. See that it makes sense without it."

_DATE = (
    rf"(?:{WEEKDAY},? (?:the )?)?"
    rf"(?:{DAY}(?: of)? (?-i:{MONTH})|(?-i:{MONTH}) {DAY}|{DAY}/\d\d?/\d\d(?:\d\d)?)(?:,? (?:19|20)\d\d)?"
    rf"|{WEEKDAY}|yesterday|this (?:morning|afternoon)"
)
_LETTER = r"(?:letters?|e-?mails?|messages?|correspondence|postcard|card|note|enquiry)"
_DATED = re.compile(
    rf"\byour(?: [\w-]+){{0,2}} {_LETTER}(?: to \w+)?,?(?: which (?:I|we|my office))?"
    rf"(?: (?:of|dated|sent|written|received|from))*(?: on)?(?: the)? (?:{_DATE})"
    rf"|\byou (?:first )?(?:wrote|e-?mailed|contacted)(?: to)?(?: me| us| my office)?(?: again)? on"
    rf"(?: the)? (?:{_DATE})",
    re.I,
)
_MET = re.compile(
    rf"\b(?:when (?:we|you) (?:last )?(?:spoke|met|talked|rang|called|came|visited)"
    rf"|(?:speak|spoke|speaking|met|meet|meeting|talk|talking|talked)(?: to| with)? you)"
    rf"\b(?! (?:all|both)\b)[^.,;?!]{{0,40}}? on(?: the)? (?:{_DATE})"
    rf"|\bour (?:[\w-]+ )?(?:conversation|call|meeting|discussion|talk) (?:of|on)(?: the)? (?:{_DATE})",
    re.I,
)
_BEFORE = r"(?:last|previous|earlier|first|second|further|latest|follow-up)"
_LEANS = re.compile(
    rf"\b(?<!of )you (?:also|then|further|finally|next) (?:ask|raise|mention|wrote|write|enquire|suggest)\w*"
    rf"|\byour (?:first|second|third|fourth|other|final|last|next|remaining) (?:point|question|concern)s?\b"
    rf"|\b(?:my|your) {_BEFORE} (?:{_LETTER}|reply|response)\b"
    rf"|\bfurther to (?:my|our) (?:[\w-]+ )?(?:{_LETTER}|reply|response|conversation|call|meeting)\b"
    r"|\bas (?:I|we) (?:said|wrote|explained|mentioned|discussed|agreed)(?: to you| with you)?"
    r"(?: before| when| last| earlier| on the|,)"
    r"|\bwhen we (?:last )?(?:spoke|met|talked)\b"
    r"|\bthank(?:s| you)(?: very much)? for (?:[\w-]+ ){1,5}?(?:again|back to me|back in touch)\b",
    re.I,
)
_AGAIN = re.compile(r"(?:many )?thank(?:s| you)(?: very much)?(?: once)? again\b", re.I)


def days(text: str) -> list[str]:
    """Sentences on the days of one person's letter, or with one person, that a paragraph of a reply names."""
    found = ((DATED, _DATED), (MET, _MET))
    return [sentence.format(match[0]) for sentence, form in found for match in form.finditer(text)]


def leans(text: str, kind: str) -> list[str]:
    """Sentences on where it leans on another letter; a closing thanks again for the same one."""
    again = _AGAIN.match(text) if kind == "opening" else None
    matches = [*([again] if again else []), *_LEANS.finditer(text)]
    return [LEANS.format(match[0]) for match in matches]


def on_another(version: Version, kind: str) -> list[str]:
    """What of this is to be said of our own words, days first; others' are not put right by us."""
    return days(version.text) or leans(version.text, kind) if version.voice == OFFICE else []
