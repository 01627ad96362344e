"""Bodies, which are no persons: whether a speaker is one, and which one a writer asked."""

import re

from correspondence.harvest.names import NAME, TITLE

BODY = re.compile(
    r"\b(?:Council|Party|Trust|Network|Government|Office|Department|University|Association|Union|Parliament|Commons"
    r"|Lords|House|Bank|Society|Group|Agency|Act|Bill|Street|Road|Kingdom|Channel|Hospital|School|The|Ireland|England|Scotland|Wales|Britain|London|Europe|Northern|Southern|North|South|East"
    r"|West|New|Board|Authority|Commission|Committee)\b"
)
OF_PERSONS = re.compile(
    r"(?:MP|MSP|MS|AM|[\w-]+(?:er|or|ist|man|woman|person|ary|ent|ief|oss|ead|ian|ee|ive|constable|spokes\w+))",
    re.IGNORECASE,
)
_A_PERSON = re.compile(
    r"(?:spokes\w+|MP|MSP|chair\w*|source|boss|chief|head|secretary|minister|president|leader|mayor|chancellor"
    r"|councillor|director|executive|officer|commissioner|manager|representative|official|resident)",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?:[a-z][\w-]*(?:er|or|ist|man|woman|ary|ent|ief|oss|ead|ive)|MP|MSP|Chair\w*|Minister|Secretary|Leader"
    rf"|Director|Mayor|President|Officer),? {NAME}$"
)
_TITLED = re.compile(rf"(?:[Tt]he )?{TITLE} [A-Z]")
_OF_A_PLACE = re.compile(rf"[’']s (?P<name>{NAME})$")  # "East Saltby's Jo Field"
_A_BODY = r"(?:[Tt]he )?[A-Z][\w’'&-]+(?:(?: (?:of|for|and|the))* [A-Z][\w’'&-]*){0,6}"
_BODY_ASKED = re.compile(
    r"\b(?:I|[Ww]e) (?:[a-z]+ ){0,3}?"
    r"(?:asked|(?:wrote|written|put|raised|took|taken|spoke|heard)\b[^.!?:]{0,60}? (?:to|with|from))"
    rf" (?P<asked>{_A_BODY})[^.!?]*[.!?,]?(?: and)?\s*$"
    rf"|(?:^|[.!?] )(?P<wrote>{_A_BODY}) (?:has |have )?(?:wrote|written|replied|answered|responded)\b"
    r"[^.!?]*[.!?]\s*$"
)


def is_body(speaker: str) -> bool:
    """Whether a speaker is no person: "the Guild of Bee Farmers", and not "the committee's chair"."""
    first, _, named = speaker.partition(", ")
    if re.match(NAME, named) or _TITLED.match(speaker) or _HOLDS.search(speaker):
        return False
    of_a_place = _OF_A_PLACE.search(first)
    if of_a_place and not BODY.search(of_a_place["name"]):
        return False
    head = re.split(r" (?:of|for|at|in|from)\b", first)[0]
    if any(_A_PERSON.fullmatch(end.split()[-1]) for end in (first, head) if end):
        return False
    unnamed = head[:4].lower() == "the " and not OF_PERSONS.fullmatch(head.split()[-1])
    return not speaker or unnamed or BODY.search(head) is not None


def body_asked(text: str) -> str:
    """Whom "it" or "they" mean after "I wrote to the Guild of Bee Farmers.", "The Guild replied."; or ""."""
    found = _BODY_ASKED.search(text)
    return found["asked"] or found["wrote"] if found else ""
