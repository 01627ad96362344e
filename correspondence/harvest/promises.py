"""What a reply promised to the one it went to, or did for them: in another letter it is not true."""

import re

PROMISED = "One person was promised this: “{}”. Does it hold for others?"
DONE = "This was done for one person: “{}”. Does it hold for others?"
_WE = r"\b(?:I|[Ww]e|[Mm]y (?:office|team|staff|caseworker(?:, \w+,)?))"
_WILL = r"(?:[’']ll|,? (?:will|shall|(?:hope|undertake|promise|am going) to))(?:,? [\w’'-]+){0,3}?,?"
_NEWS = (
    r"(?:let you (?:know|have)|(?:write|writing|reply|speak)(?: back| again)? to you|write again|report back"
    r"|be (?:back )?in (?:touch|contact)|(?:get|come) back to you"
    r"|(?:update|updating|inform|notify|contact|contacting) you"
    r"|(?:keep(?:ing)? you|you are kept) (?:fully |closely )?(?:informed|updated|posted|up[- ]to[- ]date)"
    r"|(?:send|forward) you|(?:send|pass|forward) (?:it|them|this|that) on"
    r"|(?:send|forward|pass|share|copy)(?: [\w’'-]+){0,8}? (?:to|with) you"
    r"|(?:share|forward|pass on) (?:any|(?:his|her|their|its|the|that) (?:reply|response|answer))"
    r"(?! with (?!you\b)))\b"
)
_PROMISE = re.compile(
    rf"(?:{_WE}|{_WE}\b[^.?!;]{{0,200}}?\b(?:and|but))(?P<will>{_WILL} {_NEWS})"
    r"|\b(?P<hear>[Yy]ou will hear from (?:me|us|my office))\b"
)
_YOUR_WORDS = (
    r"your (?:[a-z]+ )?(?:letter|e-?mail|message|concerns?|views?|comments?|points?|questions?|suggestions?"
    r"|enquir(?:y|ies)|request|correspondence|worries|thoughts|experiences?|proposals?|ideas?)"
)
_DEED = re.compile(
    r"\bI (?:have|did|wrote|made)\b[^.?!;]{0,120}?\b(?P<behalf>on your behalf)\b"
    r"|\b(?:I|[Ww]e)\b(?:(?!\byou\b)[^.?!;]){0,160}?\b(?P<passed>(?:raised?|pass(?:ed)?|forward(?:ed)?|put"
    r"|taken? up|took up|sent|relay(?:ed)?|convey(?:ed)?|referred|copied|enclosing|attaching)"
    rf"(?: [\w’'-]+){{0,5}}? {_YOUR_WORDS})\b"
)


def to_one_person(text: str) -> list[str]:
    """Sentences on what a paragraph of a reply promises, or says was done."""
    promised, done = _PROMISE.search(text), _DEED.search(text)
    return [
        *([PROMISED.format((promised["will"] or promised["hear"]).lstrip(" ,"))] if promised else []),
        *([DONE.format(done["behalf"] or done["passed"])] if done else []),
    ]
