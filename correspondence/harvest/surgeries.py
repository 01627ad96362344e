"""Notices of a Member's surgery, which is past before their text is used again: "My next surgery is on …"."""

import re

from correspondence.harvest.phrases import one_of
from correspondence.text import sentences

NOTICE = "When and where a surgery is: it goes out of date."
_LEAD = r"(?:(?:in the meantime|meanwhile|finally|as (?:ever|always)|and|also),? )?"
_KIND = (
    r"(?:next|forthcoming|upcoming|coming|regular|usual|weekly|monthly|fortnightly|constituency|advice|drop-in"
    r"|street|mobile|public|open|online|telephone|virtual|spring|summer|autumn|winter)"
)
_NOUN = r"surger(?:y|ies)(?: dates?| times?)?"
_OURS = rf"(?:my|our|his|her|(?-i:[A-Z])[^.!?]{{2,30}}[’']s?) (?:(?:{_KIND}|(?-i:[A-Z]\w+)) )*{_NOUN}"
_SURGERY = rf"(?:{_OURS}|(?:the )?(?:{_KIND} )+{_NOUN}|surger(?:ies|y dates))"
_HELD = r"(?:is|are|will (?:next )?be|(?:will )?takes? place|runs?)"
_WHO_HOLDS = (
    r"(?:i|we|(?-i:[A-Z])[^.!?]{3,40}) (?:(?:also|will|shall|am|are|be|next) )*"
    r"(?:holds?|holding|runs?|running)"
)
_TOLD = one_of(rf"""
    {_LEAD}{_SURGERY}(?: in [^.!?]{{3,40}})? {_HELD}\b.* | {_LEAD}(?:{_SURGERY}|surgery)\s*[:–—-].*
    {_LEAD}{_WHO_HOLDS} {_OURS}\b.*
    {_LEAD}{_WHO_HOLDS} (?:{_KIND} |a )*{_NOUN}\b.*
    {_LEAD}(?:please )?(?:do )?come (?:and see|to see) (?:me|us) at (?:one of )?{_OURS}\b.*
    {_LEAD}you can (?:see|meet|find) me at (?:one of )?{_OURS}\b.*
    (?:dates|details|times) of {_SURGERY}\b.*
    .*\b(?:book|make|get|for) (?:a place|a slot|an appointment|a time)\b[^.!?]*\bsurger(?:y|ies)\b.*
""")
_WHEN = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|\d(?:[.:]\d\d)? ?[ap]\.?m|every|each|first|last"
    r"|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}"
    r"|weekly|monthly|regular|appointments?|book(?:ed|ing)?|web ?site)\b",
    re.IGNORECASE,
)
_BOOKING = re.compile(
    r"(?:no|to book|(?:for|by) (?:an )?appointment|you (?:can|do not|don[’']t|need|may|must)|there is no"
    r"|(?:please |just |simply )?(?:ring|call|telephone|phone|text|contact|e-?mail|book|see|visit|come"
    r"|drop in|turn up)|appointments?|places|slots|it is at|doors|(?:all|everyone|everybody) (?:is|are)"
    r"|all welcome|tel)\b",
    re.IGNORECASE,
)
_MORE = re.compile(  # than when and where it is
    r"\b(?:because|told|tells?|full|believe|think|show\w*|heard?|queue\w*|close[ds]?|closing|shut|patients?|cut"
    r"|said|people)\b",
    re.IGNORECASE,
)
_LONGEST = 50  # words


def is_notice(line: str) -> bool:
    """Whether a line tells only when and where the Member can be seen, and how to book."""
    if "urger" not in line or len(line.split()) > _LONGEST or _MORE.search(line):
        return False
    first, *more = sentences(line)
    about = _TOLD.fullmatch(first) is not None and _WHEN.search(first) is not None
    return about and all(_BOOKING.match(one) or _TOLD.fullmatch(one) for one in more)
