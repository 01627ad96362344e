"""What a count measures: the things counted with what is said of them."""

import re

from correspondence.figures.antecedents import last_counted, object_of
from correspondence.figures.behind import WHEN
from correspondence.figures.counts import done_to
from correspondence.figures.found import Found
from correspondence.figures.phrases import last_clause, run, what_they_do
from correspondence.figures.subjects import ENDING, IS, bare, opened, said, subject
from correspondence.figures.wholes import BEFORE_PART, OF_ALL, PART_AFTER

_ANOTHER = re.compile(r"\b(?:another|(?:a|the) (?:further|other|remaining))\s$")
# "signed by 3,400 residents": what was done belongs to the measure; "fell by 300 jobs" is a change.
_DONE_BY = re.compile(
    r"\s(?!increas|reduc|decreas|rais|lower|shorten|extend|dropp|climb|fallen|risen|chang|follow)"
    r"(?P<done>(?:(?:was|were)\s)?\w{2,14}(?:ed|en|wn|ght|lt)(?:\s(?:up|off|out|down|over|back|in))?)\sby\s"
    r"(?:(?:about|around|over|nearly|almost|just|some|more|than|fewer|at|least|an|estimated|another|the)\s)*$"
)
# "Half of the town, some 9,000 people, do not vote": the number stands within a clause that goes on.
_ASIDE_BEFORE = re.compile(
    r",\s(?:(?:or|some|about|around|roughly|nearly|almost|over|more|than|that|is)\s)*$"
)
_ASIDE_AFTER = re.compile(
    r"[^,;:.]{1,40},\s(?P<aside>(?:some|many|most|half|all|both|including|mostly|mainly|among|who|which|from|aged)\s"
    r"[^,;:.]{2,60},\s)?(?=(?:do|does|did|are|is|were|was|have|has|had|will|would|can|could|cannot|may|must|still|now"
    r"|live|go|face|rely|depend|need|get|said|say)\b)"
)
# "The caseload stood at 900 cases": what came to so many things is what they measure.
_CAME_TO = re.compile(
    r"\b(?:st(?:ood|ands?) at|totall?(?:ed|s)|number(?:ed|s)|(?:fell|fallen|rose|risen|grew|grown|climbed"
    r"|shrank|dropped|jumped|went|gone|came|comes|amounts?|amounted)"
    r"(?:\s(?:up|down|back))?(?:\sfrom\s[\d,]+)? to|reach(?:es|ed))\s"
    r"(?:(?:about|around|over|nearly|almost|some|only|just|more|less|fewer|than|at|least|a|record|up|to)\s)*$"
)
# "the trial, which has 650 boats": whose they are.
_WHICH_HAS = re.compile(
    r",?\s(?P<has>(?:which|who|that)\s(?:now\s|still\s|already\s)?(?:has|have|had|holds?|held|owns?|owned|employs?|employed|runs?|ran))\s"
    r"(?:(?:about|around|over|nearly|almost|some|only|just|more|less|fewer|than|at|least|now|still|up|to)\s)*$"
)
_POINTING = re.compile(r"\s(?:in|on|of|to|for|from|with|by|at)\s(?:it|them|him|her)$")
_OF_THE = re.compile(
    r"^(?:of\s(?:the|these|those|all|our|its|their)\s(?:[\d,]+\s|\w+(?=\s\w+s\b)\s)?|-|or\s(?:more|fewer|less|over|above)\s)"
)
_LEADS_ON = re.compile(r"(?:in|on|by|at|as|to|when|between|since|from|for|during|over|until)\b")
_UNIT_OF = re.compile(r"^(?:[kMGT]Wh?|°[CF]|tonnes?|kg|litres?|hectares?|acres?|square metres?)\sof\s")
_SIZES = re.compile(
    r"[kMGT]Wh?|tonnes?|kg|litres?|decibels|(?:mega|giga)bits|hectares?"
    r"|acres?|(?:square )?metres?|[ck]?m|miles?|mph|degrees|°[CF]"
)
_AGED = re.compile(
    r"(?:\s(?:who|are|is|was|were|when|aged?|ages|under|over|the|of|age|between|from|below|above|turning|at|up|to))+\s*$",
    re.I,
)
_BE = re.compile(
    r"(?<!cannot)(?<!could)(?<!can)(?<!must)(?<!should)(?<!not)"
    r"\s(?:has|have|had)?\s?(?:is|are|was|were|been|being|be|are being"
    r"|were being)\s(?=(?:\w+ly\s)?\w+(?:ed|en|nt|ld|ught)\b)",
    re.I,
)
_STUDY = re.compile(
    r"\b(?P<study>survey|poll|study|sample|review|audit|inspection|analysis|register|database)s?\sof\s"
    r"(?:(?:about|around|over|nearly|almost|more|than|some|the)\s)*$"
)
# "a backlog of 900 cases"
_AMOUNT = re.compile(
    r"\b(?P<amount>shortfall|shortage|backlog|loss|surplus|gap|queue|waiting list|stock|target"
    r"|capacity|caseload|turnout|quota|increase|rise|fall|drop|reduction|cut|closure|sale|purchase),?\sof\s"
    r"(?:(?:about|around|over|nearly|almost|more|fewer|than|some|up|to|at|least|just|only|an?|further|additional|extra)\s)*$"
)
_GROUP = re.compile(
    r"(?<![\w’-])(?P<group>(?:[\w’-]{1,40}\s){0,4}(?:team|group|network|list|panel|range|force|pool|fleet|cohort"
    r"|programme))\sof\s(?:\w+\s){0,2}$",
    re.I,
)
# "space for 85 homes", "ran to 400 pages": a number of things says how much of something else there is.
_ROOM_FOR = re.compile(
    r"\b(?:r[au]n(?:s|ning)? to|(?:suitable|room|space|berths|big enough|earmarked|zoned|capacity|set aside)"
    r" for|(?:plan|planned|planning) for|home to)\s(?:(?:about|around|over|nearly|almost|some|just|more than"
    r"|up to|at least|another|a further)\s)*$"
)
_NEAR = 120  # characters before it in which its own clause stands


def of_count(text: str, sentence: tuple[int, int], found: Found) -> str:
    """The things counted with what is said of them: "migrants returned every month"."""
    start, end = sentence
    before = opened(text[start : found.start])
    if found.unit == "times" and (what := said(before)):
        return what
    if not found.unit and (verb := done_to(text, found.start, found.end)):
        return _done_to(text, (found.end, end), before, verb)
    is_bare = not found.unit and ("per" in found.detail or WHEN.match(text, found.end, end))
    if is_bare and (counted := last_counted(before)):
        return counted
    if not found.unit and text[found.end : found.end + 1] in {",", ";", ":", "."}:
        return subject(before) or run(text, found.end, end)
    if found.unit.endswith(" of age") and (who := _AGED.sub("", " " + last_clause(before, 0, len(before)))):
        return re.sub(r"^(?:for|and|with|by|to|of|in)\s", "", bare(" ".join(who.split()[-5:])))
    if part := PART_AFTER.match(text, found.end):
        rest = run(text, part.end(), end) if text[part.end() : part.end() + 1] not in {"(", ""} else ""
        named = ENDING.sub("", re.split(r"[0-9,][0-9] ", before.rstrip(" ,"))[-1])
        return f"{bare(named)} {rest}".strip()
    phrase = _things(text, (found.end, end), before, found)
    if found.unit and (more := _with_what_they_do(text, (found.end, end), before, found.unit, phrase)):
        return more
    if found.unit and (whose := _whose(before)):
        return f"{whose} {phrase}"
    if found.unit and phrase == found.unit and _SIZES.fullmatch(phrase) and (who := subject(before)):
        return f"{who} {phrase}"
    if not found.unit and (whole := OF_ALL.search(before)):
        return f"{bare(whole['who'])} {phrase}"
    if found.unit and (study := _STUDY.search(before)):
        return f"{study['study']} of {found.unit}"
    if found.unit and (amount := _AMOUNT.search(before)):
        return f"{amount['amount']} of {phrase}"
    if group := _GROUP.search(text[start : found.start]):
        return f"{found.unit or phrase} of {bare(group['group'])}"
    if not found.unit and (part := BEFORE_PART.search(before)):
        return f"{bare(part['what'] or part['first'])} {phrase}".strip()
    if (_POINTING.search(phrase) or _is_size(before, phrase)) and (who := subject(before)):
        return f"{who} {phrase}"
    return _beside(text, (found.end, end), before, found, phrase) or phrase or subject(before)


def _done_to(text: str, span: tuple[int, int], before: str, verb: str) -> str:
    """What a bare number counts behind a verb: more of what was counted before it, else whose doing it is."""
    rest = "" if text.startswith(" and ", span[0]) else run(text, *span)
    before = before.rstrip().removesuffix(verb)
    who = last_counted(before) or bare(re.split(r"\s\w+\s\d", subject(before))[0])
    return f"{who} {verb} {rest}".strip()


def _whose(before: str) -> str:
    """What came to so many things, or which has them; "" where neither is said."""
    if _CAME_TO.search(before):
        return subject(before)
    which = _WHICH_HAS.search(before)
    whose = object_of(before[: which.start()]) if which else ""
    return f"{whose} {which['has']}" if which and whose else ""


def _things(text: str, span: tuple[int, int], before: str, found: Found) -> str:
    """The words behind a count, without the verb that joins the things to what they do."""
    phrase = _UNIT_OF.sub("", _OF_THE.sub("", run(text, *span)))
    if phrase.startswith("°") or (not found.unit and _LEADS_ON.match(phrase)):
        phrase = _more_of(before, phrase) or subject(before) or phrase
    phrase = _BE.sub(" ", " " + phrase + " ", count=1)
    phrase = re.sub(r"(?<!\bto)\s(?:has|have|had)\s(?:been\s)?", " ", phrase, count=1).strip()
    rated = re.search(r"\s((?:every|each) (?:day|week|month|year))(?=\s\w)", phrase)
    return f"{phrase[: rated.start()]}{phrase[rated.end() :]} {rated.group(1)}" if rated else phrase


def _is_size(before: str, phrase: str) -> bool:
    """Whether a count says how long, wide or old its subject is: "the queue is 40 boats long"."""
    return (
        IS.search(before) is not None
        and re.search(r"\w\s(?:long|wide|high|deep|tall|away|short|thick)$", phrase) is not None
    )


def _more_of(before: str, phrase: str) -> str:
    """What a number without a noun counts more of: "26 buses, with another 40 on order"."""
    things = last_counted(before) if _ANOTHER.search(before) else ""
    return f"{things.strip()} {phrase}" if things else ""


def _beside(text: str, span: tuple[int, int], before: str, found: Found, phrase: str) -> str:
    """What the things counted do, where the verb stands before them or past a comma; else ""."""
    if found.unit and (done := _DONE_BY.search(before)):
        who = subject(before[: done.start()].rstrip(" ,"))
        return f"{who} {done['done']} by {phrase}".strip()
    aside = _ASIDE_AFTER.match(text, *span)
    if not found.unit or not aside:
        return ""
    if not aside["aside"] and (whole := _ASIDE_BEFORE.search(before)):
        return f"{bare(last_clause(before, 0, whole.start()))} {run(text, aside.end(), span[1])}"
    return f"{phrase} {run(text, aside.end(), span[1])}" if aside["aside"] else ""


def _with_what_they_do(text: str, span: tuple[int, int], before: str, unit: str, phrase: str) -> str:
    """`phrase`, which names the things counted before text[span], with what has room for them or what they
    do; "" where neither is said."""
    if room := _ROOM_FOR.search(before):
        return f"{bare(last_clause(before, max(0, room.start() - _NEAR), len(before)))} {phrase}"
    does = what_they_do(text, *span) if phrase.startswith(unit) else ""
    return f"{phrase} {does}" if does else ""
