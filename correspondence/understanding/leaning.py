"""Whether a sentence leans on the one before it, or joins on a new ask that stands by itself."""

import re

from correspondence.understanding.wording import wordings

_OWN_STEMS = 3  # telling words of its own that an ask joined on needs to stand beside the last
_AND = r"(?:(?:and|so|but|or|also|then|plus|well|ok|because|if so|if not),? )"
_LEANING = wordings(
    r"""
    is (?:it|that|this|he|she|there)   are (?:they|these|those)   was (?:it|that|this)   were they
    has (?:it|this|that|he|she)   have they   does (?:it|this|that|he|she)   do (?:they|these|those)
    did (?:it|they|he|she|that)   will (?:it|they|he|she|this|that|there|those)
    would (?:it|that|this|they)   can (?:it|they|this|that)   could (?:it|they|this|that)
    when will (?:it|they|he|she|this)   why   how   who   it   this   that   they   these   those   he
    she   such   what about   when   please (?:help|look|do something|stop this|act)
    (?:can|could|will|would) you (?:please )?(?:help|look into (?:this|it)|do something|do anything|
        intervene|stop (?:this|it)|find out|take this)
    """,
    before=rf"^{_AND}*",
    after=r"\b",
)
_PRONOUN = re.compile(r"\b(?:it|this|that|they|them|these|those|he|she|there|such|their|its)\b", re.I)
_PERSONAL = wordings(
    r"""
    it   its   they   them   their   he   she   him   his   her   if so   either   neither   each   both   one
    so   nobody   no one   anybody   anyone
    (?:this|that|these|those)(?= *(?:[,.;?!]|$|be\b|been\b|is\b|are\b|was\b|will\b|happen\w*|too\b|to\b))
    """,
    before=r"\b",
    after=r"\b",
)
_POINTS_ON = wordings(
    r"""
    raise this in parliament and   there (?:is|are)   (?:is|are) there (?=an?\b|any|no\b|more|enough|some)
    those (?=who|whose|with|without|in\b|on\b|from|of\b|at\b|under|over|\w+ed\b|found|living|left|sent|caught)
    it(?:'s| is| was| would be| seems?) (?:not |so |very |quite |only |just )?\w+ (?:that|to|when|how)\b
    this (?=year|winter|summer|spring|autumn|week|month|morning|evening|country|government|parliament|
        town|city|constituency|county)
    """,
    before=r"\b",
)
_JOINED_ON = wordings(
    r"""
    (?:and|plus),? (?:also )?(?:is|are|was|were|do|does|did|has|have|will|would|can|could|should|what|
        how|why|when|where|who|which)
    (?:i|we)(?:'d| would| should)? also
    (?:can|could|would|will|may|might) (?:you|i|we) also   please also
    """,
    before="^",
    after=r"\b",
)
_ASKED_OUTRIGHT = wordings(
    r"""
    (?:please )?(?:can|could|would|will) you (?:please |kindly )?(?:tell|explain|let me know|say|confirm|
        find out|vote|support|oppose)
    (?:please )?(?:tell me|let me know|explain|vote|support|oppose)
    (?:i|we)(?:'d| would) (?:\w+ )?(?:be (?:\w+ )?(?:grateful|glad|interested|obliged)|
        like to (?:know|ask|hear))
    (?:i|we)(?:'m| am| are)? (?:ask|urge|asking|urging|wonder) (?:you|if|whether|why|how)
    what is being done (?:about|to|for)   do you (?:support|agree|back|oppose)
    """,
    before="^",
    after=r"\b",
)
_YES_OR_NO = re.compile(
    rf"""{_AND}*(?:is|are|was|were|do|does|did|has|have|will|would|can|could|should|shouldn't|isn't|aren't)
    [ ](?:\S+[ ]){{2,}}\S+""",
    re.IGNORECASE | re.VERBOSE,
)
_IF_THEN = re.compile(
    rf"{_AND}*if [^,?]{{8,80}}, (?:is|are|do|does|will|would|can|could|what|how)\b", re.IGNORECASE
)
_OPEN_QUESTION = wordings("what how why when where who which", before=rf"^{_AND}*", after=r"\b")
_VAGUE = frozenset(
    """
    anybod anyone anythi somebo someon someth nobody nothin everyo everyb everyt action happen help look
    chase
    """.split()
)
_VIEW = wordings(
    r"""
    (?:do you stand|your (?:\w+ )?(?:view|views|opinion|position|stance)|do you (?:think|feel))
        [ ](?:is )?(?:on|of|about|over)
    """,
    before=r"\b",
    after=r"\b",
)


def leans(plain: str, stems: frozenset[str]) -> bool:
    """Whether a sentence needs the one before it to be understood. stems: its telling words."""
    if len(stems) >= 8:
        return False
    points_back = _PRONOUN.search(_POINTS_ON.sub(" ", plain)) is not None
    opens_back = _LEANING.match(plain) is not None
    if points_back:
        return opens_back or len(stems) < 5
    return len(stems) < (3 if opens_back else 2)


def begins_anew(plain: str, stems: frozenset[str]) -> bool:
    """Whether an ask, put after another, says by itself what it is about: a question or a plain request.

    "And does it work?" and "And will you tell the minister?" go on about the same thing.
    """
    if _IF_THEN.match(plain):
        return bool(stems - _VAGUE)
    if (plain.endswith("?") or plain[0].islower()) and _YES_OR_NO.match(plain):
        needed = 1
    elif _JOINED_ON.match(plain) or _OPEN_QUESTION.match(plain):
        needed = 2 if _VIEW.search(plain) else _OWN_STEMS
    elif _ASKED_OUTRIGHT.match(plain):
        needed = _OWN_STEMS + 1
    else:
        return False
    return len(stems - _VAGUE) >= needed and not _PERSONAL.search(_POINTS_ON.sub(" ", plain))
