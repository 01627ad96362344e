"""Whose answer a writer passes on: "The Minister's reply:", "I enclose his letter, which reads:"."""

import re

from correspondence import text as texts
from correspondence.harvest import bodies, persons
from correspondence.harvest.names import NAME

_ANSWER = r"(?:response|reply|answer|letter|message|statement|advice|update)"
_NAMED = re.compile(
    rf"\b{_ANSWER} (?:from|by) (?P<who>(?:[^,:;]|, (?=[A-Z]|the [A-Z])){{3,80}}):$"
    r"|(?:^|[.,] |\b(?:this|here) is )(?P<whose>(?!(?:respond|comment|react|speak)ing)[^,:;.]{3,60})[’']s?"
    rf" (?:full )?{_ANSWER}\b[^.:]{{0,40}}:$"
    r"|\b(?:[Tt]he following|[Tt]his) (?:[a-z]+ )?(?:information|briefing|note|text|advice|summary)\b"
    r"[^.:]{0,40}? (?:from|by) (?P<body>(?:the )?[A-Z](?:[^.:,]|, (?=[A-Z])){2,80}?) (?:is|are|was|will|may"
    r"|might|which)\b[^.:]{0,60}:$"
)
_MEANT = re.compile(
    r"(?:^|[.!?,;] |\b(?:I|we|of|and|is|was|have|had|received|set out|quote(?: from)?"
    r"|(?:enclos|attach|copy)\w*) )"
    r"(?P<whose>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|whose|(?:this|the following)(?= [a-z]+:)"
    rf"|[Tt]he(?= {_ANSWER} (?:(?:that )?(?:I|we)|came)\b))"
    rf" (?:[a-z-]+ ){{0,2}}?{_ANSWER}(?:(?!\b(?:and|from|told|asked|wrote)\b)[^:.!?]){{0,80}}:$"
)
_PART = re.compile(  # "Her reply came last week, and the material part reads:"
    r"(?:[.,;]| [–—-]) (?:and |but )?(?:in |here (?:is|are) )?(?:(?:the|its|one|part) )?(?:[a-z]+ ){0,3}?"
    r"(?:parts?|passages?|paragraphs?|sections?|extracts?|sentences?|lines?|gist|substance|words)"
    r"\b[^.,;:]{0,50}:$"
    r"|(?:,|;| [–—-])? (?:and |which )?(?:I|we) (?:quote|set out|copy|reproduce)\b[^.,;:]{0,50}:$",
    re.IGNORECASE,
)
_BY_US = re.compile(  # what stands before "his reply": the writer's own deed, or a part of what was written
    r"(?:$|I\b|We\b|Here\b|Th(?:is|at)\b|(?:In|On|At|Last|After)\b[^,]*,? (?:I|we)\b"
    r"|(?:The|A) (?:[a-z]+ ){1,3}of $)"
)
_SOMEBODY = re.compile(  # a name or a post, or "a nurse wrote"
    rf"\b(?!(?:On|In|By|Last|Next|This|Since|After|Before)\b){NAME}"
    r"|\b(?i:the|an?|its|their|his|her|my|our|one|another) (?:[\w’'-]+ ){0,4}?"
    r"(?:(?i:secretary|minister|leader|chancellor|executive|director|mayor|constable|officer|president|chair\w*"
    r"|spokes\w+|council(?:lor)?|board|government|department|constituent|commissioner|manager|head|MP|MSP)\b"
    r"|(?:wrote|written|replied|responded|answered|told|asked|e-?mailed)\b)"
)


def passed_on(text: str, known: list[str]) -> str:
    """Whose answer follows a text that leads in to one: whoever it names, or of "his reply" whom the writer
    wrote to, asked or heard from before; "" where it does not say. known: as of `speakers.named`."""
    shorter = _PART.sub(":", text)
    if named := _NAMED.search(text) or _NAMED.search(shorter):
        return named["who"] or named["whose"] or named["body"]
    meant = _MEANT.search(text) or _MEANT.search(shorter)
    if meant is None:
        return ""
    before, whose = text[: meant.start("whose")], meant["whose"].lower()
    sentence = re.split(r"(?<=[.!?]) ", before)[-1]
    if not _BY_US.match(sentence):
        return told_of(sentence)
    if whose in ("its", "their"):
        return bodies.body_asked(before)
    if whose == "whose":
        return told_of(before) or bodies.body_asked(before)
    return told_of(before) or (last(known, before) if whose in ("his", "her") else "")


def last(known: list[str], before: str) -> str:
    """Whom "his reply" means behind other words: the last who spoke, unless they name another."""
    who = known[-1] if known and not bodies.is_body(known[-1]) else ""
    named = (found.group().lower().split()[-1] for found in _SOMEBODY.finditer(before))
    return who if all(name in who.lower() for name in named) else ""


def told_of(before: str) -> str:
    """Whom "he" means by the words before it in its paragraph, and not whom he goes with; or ""."""
    if any(map(persons.DOING.match, texts.sentences(before)[-1:])):
        return ""
    told = (persons.introduced, persons.told_of, persons.asked_of)
    return next(filter(None, (find(before) for find in told)), "") if before.strip() else ""
