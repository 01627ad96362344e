"""What of a reply leans on the letter it answered or on one before: over another letter it is not true."""

import re
from typing import Final

from correspondence.figures.calendar import DAY, MONTH, WEEKDAY
from correspondence.models import OFFICE, Version

FAR: Final = 200  # characters before "our meeting" in which its sentence may name who was met
FIELD: Final = "((letter date))"
DATED = f"It names the day of one person’s letter: “{{}}”. Write {FIELD} for the day, or take it out."
MET = "It tells of a day with one person: “{}”. Take it out, or put right whom and when."
HANGS = "It goes on from what stood before it: “{}”. See that it makes sense without that."
LEANS = "It leans on another letter or meeting: “{}”. See that it makes sense without it."

_DATE = (
    rf"(?>(?:{WEEKDAY},? (?:the )?)?"
    rf"(?:{DAY}(?: of)? (?-i:{MONTH})|(?-i:{MONTH}) {DAY}|{DAY}/\d\d?/\d\d(?:\d\d)?)(?:,? (?:19|20)\d\d)?"
    rf"|{WEEKDAY}\b(?! (?:morning|afternoon|evening)s)|yesterday|this (?:morning|afternoon))"
)
_ON = rf" on(?: the)? {_DATE}"
_LETTER = r"(?:letters?|e-?mails?|messages?|correspondence|postcard|card|note|enquiry)"
_FROM = r"(?: (?:of|dated|sent|written|received|from))"
_SUCH = r"(?: (?:very|most|kind|recent|latest|last|first|second|further|earlier|previous|original|long|own))"
_TO_US = rf"{_LETTER}(?: to (?:me|us|my office))?,?(?: which (?:I|we|my office))?"
_THANKS = r"(?:(?<=thank you for )|(?<=thanks for )|(?<=much for ))"
_DATED = re.compile(
    rf"\byour{_SUCH}{{0,2}} {_TO_US}{_FROM}+(?: on)?(?: the)? {_DATE}"
    rf"|{_THANKS}your{_SUCH}{{0,2}} {_TO_US}(?: on)?(?: the)? {_DATE}"
    rf"|\byou (?:first )?(?:wrote|e-?mailed|contacted)(?: to)? (?:me|us|my office)(?: again)?{_ON}"
    rf"|(?:(?<=when )|(?<=since ))you (?:first )?(?:wrote|e-?mailed){_ON}",
    re.I,
)
_ALONE = r"(?!,? (?:with (?!you\b)|in (?:the )?(?-i:[A-Z])))"  # not in the House, nor with the Minister
_WHERE = r"(?: (?:at|in|on|over|by|outside|about)\b(?:(?! with | and )[^.,;?!]){1,40}?)?"
_YOU = rf"(?: to| with)? you\b(?! (?:all|both)\b){_WHERE}"
_WE_MET = rf"when we (?:last )?(?:spoke|met|talked)(?: again)?{_WHERE}"
_OURS = r"our (?:[\w-]+ )?(?:conversation|call|meeting|discussion|talk)"
_MET = re.compile(
    rf"\b(?:(?:I|we) (?:last |first )?(?:spoke|met|talked){_YOU}"
    rf"|(?:I|it) was (?:\w+ ){{1,3}}?to (?:meet|see|speak|talk){_YOU}"
    rf"|when you (?:last )?(?:spoke|met|talked|rang|called|came|visited)"
    rf"(?: with| to(?: see)?)? (?:me|us|my \w+){_WHERE}"
    rf"|(?:as I|as we|you) (?:\w+ ){{1,2}}?{_WE_MET}|{_WE_MET}(?={_ON},? you\b)"
    rf"){_ON}{_ALONE}"
    rf"|\b(?:further to|thank you for) {_OURS} (?:of|on)(?: the)? {_DATE}{_ALONE}",
    re.I,
)
_BEFORE = r"(?:last|previous|earlier|first|second|further|latest|follow-up)"
_LEANS = re.compile(
    rf"\b(?<!of )you (?:also|then|further|finally|next) (?:ask|raise|mention|wrote|write|enquire|suggest)\w*"
    rf"|\byour (?:first|second|third|fourth|other|final|last|next|remaining) (?:point|question|concern)s?\b"
    rf"|\byour(?: [\w-]+){{0,2}} {_LETTER}(?: to \w+)?{_FROM}*(?: on)?(?: the)? {_DATE}"
    rf"|\b(?:my|your) {_BEFORE} (?:{_LETTER}|reply|response)\b"
    rf"|\bfurther to (?:my|our) (?:[\w-]+ )?(?:{_LETTER}|reply|response|conversation|call|meeting)\b"
    r"|\bas (?:I|we) (?:said|wrote|explained|mentioned|discussed|agreed)(?: to you| with you)?"
    r"(?: before| when| last| earlier| on the|,)"
    r"|\bwhen we (?:last )?(?:spoke|met|talked)(?=[.,;?!]|$| (?:I|you|again|about|at|in|over|by)\b)"
    rf"|\b(?P<ours>(?:{_WE_MET}{_ON}|{_OURS} (?:of|on)(?: the)? {_DATE}){_ALONE})"
    rf"|\b(?<!can )(?<!could )(?<!may )(?:spoke|speak|met|meet|talk)(?:ing|ed)?{_YOU}{_ON}"
    rf"|\bthank(?:s| you)(?: very much)? for (?:[\w-]+ ){{1,5}}?(?:again|back to me|back in touch)\b"
    r"|\byou(?: are|['’]re) (?:\w+ )?right (?:that|to (?:say|point|ask|raise|be))\b"
    r"|\bas you (?:rightly )?(?:say|point out|note)\b",
    re.I,
)
_OTHERS = re.compile(r"\b(?:with (?!you\b)|[Tt]he [A-Z])[^.;?!]*$")
_AGAIN = re.compile(r"(?:many )?thank(?:s| you)(?: very much)?(?: once)? again\b", re.I)

_HANGS = re.compile(r"(?:But|Yet|However|More (?:broadly|widely|generally)|Similarly|Likewise|That said)\b")


def days(text: str) -> list[str]:
    """Sentences on the days of one person's letter, or with one person, that a paragraph of a reply names."""
    found = ((DATED, _DATED), (MET, _MET))
    return [sentence.format(match[0]) for sentence, form in found for match in form.finditer(text)]


def leans(text: str, kind: str) -> list[str]:
    """Sentences on where it leans on another letter or meeting, or on what stood before it there; a closing
    thanks again for the same one."""
    again = _AGAIN.match(text) if kind == "opening" else None
    found = [*([again] if again else []), *_LEANS.finditer(text)]
    hangs = _HANGS.match(text)
    return [
        *([HANGS.format(hangs[0])] if hangs else []),
        *(LEANS.format(match[0]) for match in found if not _is_theirs(match)),
    ]


def _is_theirs(match: re.Match[str]) -> bool:
    """Whether "our meeting" is one with somebody whom its sentence has named."""
    start = match.start()
    named = _OTHERS.search(match.string, max(0, start - FAR), start)
    return bool(named and match.groupdict().get("ours"))


def on_another(version: Version, kind: str) -> list[str]:
    """What of this is to be said of our own words, days first; others' are not put right by us."""
    return days(version.text) or leans(version.text, kind) if version.voice == OFFICE else []
