"""What stands beyond a figure's own phrase and says whose it is, or which things it counts."""

import re

from correspondence.figures.phrases import last_clause, run
from correspondence.figures.subjects import bare, subject

# "The shops took 9% less": what somebody took, sold or made is theirs.
_TOOK = re.compile(
    r"\b(?:took|takes?|sold|sells?|made|makes?|earned|earns?|paid|pays?|spent|spends?|raised|lost|carried|caught"
    r"|received|used|bought|produced|saw|landed)"
    r"\s(?:(?:about|around|over|nearly|almost|some|only|just|at least)\s)*$"
)
_WHICH_ASIDE = re.compile(r",\s(?:which|who|whose)\s[^,;:.]{2,80},")
# "space for 85 homes", "ran to 400 pages": a number of things says how much of something else there is.
_ROOM_FOR = re.compile(
    r"\b(?:r[au]n(?:s|ning)? to|(?:suitable|room|space|berths|big enough|earmarked|zoned|capacity|set aside)"
    r" for|(?:plan|planned|planning) for|home to)\s(?:(?:about|around|over|nearly|almost|some|just|more than"
    r"|up to|at least|another|a further)\s)*$"
)
_NEAR = 120  # characters before it in which its own clause stands
# "212 people who crew the boats", "homes in this country that get no signal"
_WHO = re.compile(
    r"\s(?:[\w’'-]+\s){1,3}?(?:(?:in|on|at)\s(?:[\w’'-]+\s){1,3}?)?(?:who|that)\s"
    r"(?!(?:the|an?|our|its|their|his|her|this|these|those|it|we|they|he|she|you|i|there|will|would)\b)(?=[a-z])"
)


def of_things(text: str, span: tuple[int, int], before: str, unit: str, phrase: str) -> str:
    """`phrase`, which names the things counted before text[span], with what has room for them or what they
    do; "" where neither is said."""
    if room := _ROOM_FOR.search(before):
        return f"{bare(last_clause(before, max(0, room.start() - _NEAR), len(before)))} {phrase}"
    who = _WHO.match(text, *span) if phrase.startswith(unit) else None
    return f"{phrase} {run(text, who.end(), span[1])}" if who else ""


def who_took(before: str) -> str:
    """Who took, sold or made the share more or less that follows `before`; "" where nobody did."""
    return subject(_WHICH_ASIDE.sub(" ", before)) if _TOOK.search(before) else ""
