"""What a percentage or a ratio measures: what it is a share of, else whose it is or what is said of it."""

import re

from correspondence.figures.antecedents import last_counted
from correspondence.figures.behind import NOUN, WHEN
from correspondence.figures.found import Found
from correspondence.figures.phrases import last_clause, run, what_they_do
from correspondence.figures.subjects import ENDING, IS, bare, opened, said, subject
from correspondence.figures.wholes import AMONG, OF_ALL, PART_AFTER, same_whole

_CHANGE = re.compile(
    r"^\s(?:\w+\s){0,2}(?:of|in|increase|rise|decrease|reduction|cut|fall|growth|drop|uplift|more"
    r"|less|fewer|higher|lower)\b",
    re.I,
)
_BY = re.compile(
    r"\bby\s(?:(?:about|around|over|nearly|almost|just|more|than|under|up|to|at|least|an?)\s)*$", re.I
)
_IN_SIZE = re.compile(r"\sin (?:price|size|numbers?|value|cost|length|(?:real|cash) terms|strength)\b")
# "18% lower than before", "41% full": what a share says of its subject, behind "is".
_STATE = re.compile(
    r"\s(?:higher|lower|more|less|fewer|bigger|smaller|larger|cheaper|dearer|better|worse|above|below|short|faster"
    r"|slower|likelier|full|empty|complete|owned|funded)\b"
)
_THOSE = re.compile(r"(?:those|people|the people)\s(?:who|that|with)\s[^,;:.–—]{3,80}")
# "The poll found that 83% of those who replied": who they are, only the poll says.
_ANSWERED = re.compile(
    r"(?:those|people|the people) (?:who|that) (?:replied|responded|answered|took part|were asked|voted)\b"
)
_FOUND_THAT = re.compile(
    r"(?:^|[,;]\s)(?P<study>[^,;:.]{3,60}?)\s(?:found|showed|shows|suggests|suggested|revealed|reported)\sthat\s(?:\w+\s){0,3}$"
)
# "a levy charged at 4% on sales"
_CHARGED_AT = re.compile(
    r"\b(?:charged|levied|set|paid|payable|fixed|capped|taxed|kept|frozen)\sat\s(?:only\s|just\s|up to\s)?$"
)
# "twice as many as in May", "double what it was"
_AS_BEFORE = re.compile(
    r"\s(?:as\s(?:many|much)\sas\b|what\s(?:it|they)\s(?:was|were)\b|the\s(?:number|figure|rate|level|total|amount)\s(?:in|a|at|before)\b)"
)
_MAKES_UP = re.compile(r"\b(?:make|makes|made) up\b|\baccount\w*\b|\brepresent\w*\b")
# "The shops took 9% less": what somebody took, sold or made is theirs.
_TOOK = re.compile(
    r"\b(?:took|takes?|sold|sells?|made|makes?|earned|earns?|paid|pays?|spent|spends?|raised|lost|carried|caught"
    r"|received|used|bought|produced|saw|landed)"
    r"\s(?:(?:about|around|over|nearly|almost|some|only|just|at least)\s)*$"
)
# "49% were told and 12% had been shown": the second share is of the same, and what was done is its own.
_AND = re.compile(r"%[^,;:.]{3,60}\sand\s$")
_DONE_TO = re.compile(
    r"\s(?:had|have|has|were|was|are|is)\s(?:been\s)?(?=(?:\w+ly\s)?\w+(?:ed|en|wn|ld|id)\b)"
)
_WHICH_ASIDE = re.compile(r",\s(?:which|who|whose)\s[^,;:.]{2,80},")


def of_share(text: str, sentence: tuple[int, int], found: Found) -> str:
    """The whole, or whose the share is with what it says of them: "who replied were against"."""
    start, end = sentence
    before, after = opened(text[start : found.start]), text[found.end : end]
    who, by = subject(before), _BY.search(before)
    if _STATE.match(after) and (whose := _who_took(before)):
        return f"{whose} {run(text, found.end, end)}"
    if whole := _named_before(text, (found.end, end), before) or _named_behind(
        text, (found.end, end), before
    ):
        return whole
    if who and _STATE.match(after) and IS.search(before):
        return f"{who} {run(text, found.end, end)}"
    if _AND.search(before) and (done := _DONE_TO.match(after)):
        return run(text, found.end + done.end(), end)
    when = WHEN.match(after) or _IN_SIZE.match(after)
    is_noun = NOUN.match(after) and not (by and who)
    if (
        (not when and not by and _CHANGE.match(after))
        or (found.kind == "ratio" and not by and not when)
        or is_noun
    ):
        return f"{run(text, found.end, end)} {what_they_do(text, found.end, end)}".strip() or who
    return said(before) or run(text, found.end, end)


def _named_before(text: str, span: tuple[int, int], before: str) -> str:
    """The whole with what its part does, where it stands before the share: "40 boats, half of which"."""
    at, end = span
    if among := AMONG.search(before) or OF_ALL.search(before):
        return f"{among['who']} {run(text, at, end)}"
    if whole := same_whole(before, text[at:end]):
        return f"{whole} {run(text, at, end)}"
    counted = last_counted(before)
    if counted and _AS_BEFORE.match(text, at, end):
        return counted
    part = PART_AFTER.match(text, at)
    if part is None or part["who"] in {"these", "those"}:
        return ""
    last = bare(ENDING.sub("", last_clause(before.rstrip(" ,"), 0, len(before))))
    if part["who"] == "it" and not counted:
        return ""
    return f"{counted or last} {run(text, part.end(), end)}".strip()


def _named_behind(text: str, span: tuple[int, int], before: str) -> str:
    """The whole, where it stands behind the share: "4% of sales", "83% of those who replied"."""
    at, end = span
    after = text[at:end]
    link = re.match(r"\s(?:of|in|on)\s", after)
    if link is None or WHEN.match(after) or _IN_SIZE.match(after):
        return ""
    if those := _THOSE.match(text, at + link.end(), end):
        study = _FOUND_THAT.search(before) if _ANSWERED.match(those.group()) else None
        return f"{bare(study['study'])} {those.group()}" if study else those.group()
    who = subject(before)
    if who and _CHARGED_AT.search(before):
        return f"{who} {run(text, at, end)}"
    whole = run(text, at + link.end(), end)
    if who and _MAKES_UP.search(before[-40:]):
        return f"{who} as a share of {whole}"
    in_a_year = re.match(r"\s(?:in|of)\s(?:(?:19|20)\d\d|\ufffc)", after)
    return "" if in_a_year or _BY.search(before) else whole


def _who_took(before: str) -> str:
    """Who took, sold or made the share more or less that follows `before`; "" where nobody did."""
    return subject(_WHICH_ASIDE.sub(" ", before)) if _TOOK.search(before) else ""
