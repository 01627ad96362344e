"""What a figure measures, as the noun phrase of its own sentence, found by rules."""

import re

from correspondence.figures import beyond
from correspondence.figures.antecedents import spoken_of, with_antecedent
from correspondence.figures.behind import NOUN, WHEN
from correspondence.figures.found import Found
from correspondence.figures.phrases import last_clause, run
from correspondence.figures.subjects import bare, opened, said, subject
from correspondence.figures.sums import of_money

_LONGEST = 300  # characters of a measure
_CHANGE = re.compile(
    r"^\s(?:\w+\s){0,2}(?:of|in|increase|rise|decrease|reduction|cut|fall|growth|drop|uplift|more"
    r"|less|fewer|higher|lower)\b",
    re.I,
)
_FROM = re.compile(r"\sfrom\s(?:[^;:]{1,30}?\sto\s)?$", re.I)
_TO = re.compile(
    r"\s(?:to|by)\s(?:(?:about|around|over|up|to|nearly|almost|just|more|than|under|at|least|an?|additional|further)\s){0,3}$",
    re.I,
)
# What came before "of which 20", "of these, 20", "20 of which".
_BEFORE_PART = re.compile(
    r"(?:^|[\d,]\d[\d,.]*\s|\b(?:two|three|four|five|six|seven|eight|nine|ten|some|the|these|those)\s)(?P<what>[^,;:.\d]{3,80}?)"
    r"(?:,|\sand|;)?\s(?:and\s)?(?:of\s(?:which|whom)\b[^.;]{0,60}|of\s(?:these|those),?\s(?:\w+\s){0,2})$|"
    r"\b[Oo]f\s(?:the|these)\s(?:[\d,]+\s)?(?P<first>[^,;:.]{3,80}),[^.;]{0,60}$"
)
_PART_AFTER = re.compile(r"\sof\s(?P<who>which|whom|these|those|them)\b\s?")
_PRONOUNS = frozenset("it them this that these those".split())
_ANOTHER = re.compile(r"\b(?:another|(?:a|the) (?:further|other|remaining))\s$")
_COUNTED = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen))\s(?P<what>[^,;:.\d]{3,60}?)"
    r"(?=,|;|\.|\s(?:and|with|but|to be|is|are|was|were|has|have|that|which|who)\s)"
)
# "signed by 3,400 residents": what was done belongs to the measure; "fell by 300 jobs" is a change.
_DONE_BY = re.compile(
    r"\s(?!increas|reduc|decreas|rais|lower|shorten|extend|dropp|climb|fallen|risen|chang|follow)"
    r"(?P<done>(?:(?:was|were)\s)?\w{2,14}(?:ed|en|wn|ght|lt))\sby\s"
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
_BY = re.compile(
    r"\bby\s(?:(?:about|around|over|nearly|almost|just|more|than|under|up|to|at|least|an?)\s)*$", re.I
)
# "Of those who asked, only 12% were heard"; "83% of those who replied were against".
_AMONG = re.compile(r"\b(?:[Oo]f|[Aa]mong)\s(?P<who>(?:those|all)\s[^,;:]{3,80}),\s(?:\w+\s){0,2}$")
# "Of 130 schools inspected, 12 were closed".
_OF_ALL = re.compile(
    r"\b[Oo]f\s(?:the\s)?(?:[\d,]{1,9}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\s"
    r"(?P<who>[^,;:\d]{3,60}),\s(?:(?:only|just|some|about|around|nearly|almost|at|least|more|fewer|than)\s)*$"
)
# "400 yards wide", "£90 better off": said of the subject.
_IS = re.compile(
    r"\b(?:is|are|was|were|be|been|stands?|stood|rises?|measures?|runs?|lies)\s"
    r"(?:(?:about|around|over|nearly|almost|some|only|just|more than|now|still|at least|up to)\s)*$"
)
# "18% lower than before", "41% full": what a share says of its subject, behind "is".
_IN_SIZE = re.compile(r"\sin (?:price|size|numbers?|value|cost|length|(?:real|cash) terms|strength)\b")
_STATE = re.compile(
    r"\s(?:higher|lower|more|less|fewer|bigger|smaller|larger|cheaper|dearer|better|worse|above|below|short|faster"
    r"|slower|likelier|full|empty|complete|owned|funded)\b"
)
_POINTING = re.compile(r"\s(?:in|on|of|to|for|from|with|by|at)\s(?:it|them|him|her)$")
_THOSE = re.compile(r"(?:those|people|the people)\s(?:who|that|with)\s[^,;:.–—]{3,80}")
_OPENING = re.compile(r"(?:it|this|that)\s(?:(?:would|will|could|has)\s)?|(?:would|will|could|has)\s", re.I)
# "The poll found that 83% of those who replied": who they are, only the poll says.
_ANSWERED = re.compile(
    r"(?:those|people|the people) (?:who|that) (?:replied|responded|answered|took part|were asked|voted)\b"
)
_FOUND_THAT = re.compile(
    r"(?:^|[,;]\s)(?P<study>[^,;:.]{3,60}?)\s(?:found|showed|shows|suggests|suggested|revealed|reported)\sthat\s(?:\w+\s){0,3}$"
)
_OF_THE = re.compile(
    r"^(?:of\s(?:the|these|those|all|our|its|their)\s(?:[\d,]+\s|\w+(?=\s\w+s\b)\s)?|-|or\s(?:more|fewer|less|over|above)\s)"
)
_LEADS_ON = re.compile(r"(?:in|on|by|at|as|to|when|between|since|from|for|during|over|until)\b")
_UNIT_OF = re.compile(r"^(?:[kMGT]Wh?|°[CF]|tonnes?|kg|litres?|hectares?|acres?|square metres?)\sof\s")
_SIZES = re.compile(
    r"[kMGT]Wh?|tonnes?|kg|litres?|hectares?|acres?|(?:square )?metres?|[ck]?m|miles?|mph|degrees|°[CF]"
)
_AGED = re.compile(
    r"(?:\s(?:who|are|is|was|were|when|aged?|ages|under|over|the|of|age|between|from|below|above|turning|at|up|to))+\s*$",
    re.I,
)
_CHANGING = re.compile(
    r"\b(?:increas(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|cut(?:s|ting)?|reduc(?:e|es|ed|ing)"
    r"|lower(?:s|ed|ing)?|lift(?:s|ed|ing)?|chang(?:e|es|ed|ing)|took|brought|put up)"
    r"\s(?P<what>[^,;:]{2,80})$",
    re.I,
)
# "the board puts the cost of a buoy at £3m"
_PUTS = re.compile(
    r"\b(?:puts?|putting|estimate[sd]?|value[sd]?|set|sets|price[sd]?|caps?|capped|fix(?:ed|es)?|keeps?|kept)"
    r"\s(?P<what>(?:the|an?|our|its|their|his|her)\s[^,;:]{2,80})\sat\s(?:(?:about|around|over|nearly|almost|just|some"
    r"|more|less|than|only|an?|up|to)\s)*$",
    re.I,
)
_RISES = re.compile(
    r"\b(?:ris(?:es?|en|ing)|rose|fall(?:s|en|ing)?|fell|go(?:es|ne|ing)?|went|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?"
    r"|dropp?(?:s|ed|ing)?|grow[sn]?|grew|soar(?:s|ed|ing)?)(?:\s(?:up|down|back))?\s(?:to|by)\s"
    r"(?:(?:about|around|over|nearly|almost|just|some|more|less|than|only|an?|up|to|at|least)\s)*$",
    re.I,
)
_DID = re.compile(r"(?:has|have|had|is|are|was|were|will|would)\b", re.I)
_MAKES_UP = re.compile(r"\b(?:make|makes|made) up\b|\baccount\w*\b|\brepresent\w*\b")
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
_GROUP = re.compile(
    r"(?<![\w’-])(?P<group>(?:[\w’-]{1,40}\s){0,4}(?:team|group|network|list|panel|range|force|pool|fleet|cohort"
    r"|programme))\sof\s(?:\w+\s){0,2}$",
    re.I,
)


def measure(text: str, sentence: tuple[int, int], found: Found) -> str:
    """The noun phrase that `found` measures; "" for names and where the sentence gives none."""
    if found.kind in {"office_holder", "bill"}:
        return ""
    value = _of_value(text, sentence, found)
    return (_of_time(text, sentence, found) if value is None else value)[:_LONGEST]


def _of_value(text: str, sentence: tuple[int, int], found: Found) -> str | None:
    """What a sum, count or share measures; None for dates and lengths of time."""
    rule = {"money": of_money, "count": _of_count, "percentage": _of_share, "ratio": _of_share}.get(
        found.kind
    )
    if rule is None:
        return None
    before = opened(text[sentence[0] : found.start])
    if found.kind in {"money", "percentage"} and (changed := _of_change(before)):
        return changed
    what = rule(text, sentence, found)
    if what.lower() in _PRONOUNS:
        return _counted_before(text, sentence[0]) or what
    if earlier := spoken_of(text, sentence[0], found.start):
        return f"{earlier} {_OPENING.sub('', what, count=1)}"
    return with_antecedent(before, what)


def _counted_before(text: str, start: int) -> str:
    """What the sentence before text[start:] counted last: what "set aside for them" is for."""
    at = max(0, start - 300)
    things = [*_COUNTED.finditer(text, text.rfind(". ", at, max(at, start - 2)) + 1, start)]
    return bare(things[-1]["what"]) if things else ""


def _of_change(before: str) -> str:
    """What goes "from £4" "to £5": the object of the verb where it has one, else the subject."""
    if puts := _PUTS.search(before):
        return bare(puts["what"])
    if _RISES.search(before):
        risen = said(before)
        return "" if _DID.match(risen) else risen
    change = _FROM.search(before)
    if change is None:
        to = _TO.search(before)
        changing = _CHANGING.search(before[: to.start()]) if to else None
        return bare(changing["what"]) if changing else ""
    before = before[: change.start()]
    changing = _CHANGING.search(before)
    return bare(changing["what"]) if changing else subject(before)


def _of_count(text: str, sentence: tuple[int, int], found: Found) -> str:
    """The things counted with what is said of them: "migrants returned every month"."""
    start, end = sentence
    before = opened(text[start : found.start])
    if found.unit == "times" and (what := said(before)):
        return what
    if not found.unit and text[found.end : found.end + 1] in {",", ";", ":", "."}:
        return subject(before) or run(text, found.end, end)
    if found.unit.endswith(" of age") and (who := _AGED.sub("", " " + last_clause(before, 0, len(before)))):
        return re.sub(r"^(?:for|and|with|by|to|of|in)\s", "", bare(" ".join(who.split()[-5:])))
    if part := _PART_AFTER.match(text, found.end):
        rest = run(text, part.end(), end) if text[part.end() : part.end() + 1] not in {"(", ""} else ""
        return f"{bare(re.split(r'[0-9,][0-9] ', before.rstrip(' ,'))[-1])} {rest}".strip()
    phrase = _things(text, (found.end, end), before, found)
    if found.unit and (more := beyond.of_things(text, (found.end, end), before, found.unit, phrase)):
        return more
    if found.unit and phrase == found.unit and _SIZES.fullmatch(phrase) and (who := subject(before)):
        return f"{who} {phrase}"
    if not found.unit and (whole := _OF_ALL.search(before)):
        return f"{bare(whole['who'])} {phrase}"
    if found.unit and (study := _STUDY.search(before)):
        return f"{study['study']} of {found.unit}"
    if group := _GROUP.search(text[start : found.start]):
        return f"{found.unit or phrase} of {bare(group['group'])}"
    if not found.unit and (part := _BEFORE_PART.search(before)):
        return f"{bare(part['what'] or part['first'])} {phrase}".strip()
    if (_POINTING.search(phrase) or _is_size(before, phrase)) and (who := subject(before)):
        return f"{who} {phrase}"
    return _beside(text, (found.end, end), before, found, phrase) or phrase or subject(before)


def _things(text: str, span: tuple[int, int], before: str, found: Found) -> str:
    """The words behind a count, without the verb that joins the things to what they do."""
    phrase = _UNIT_OF.sub("", _OF_THE.sub("", run(text, *span)))
    if phrase.startswith("°") or (not found.unit and _LEADS_ON.match(phrase)):
        phrase = _more_of(before, phrase) or subject(before) or phrase
    phrase = _BE.sub(" ", " " + phrase + " ", count=1)
    phrase = re.sub(r"\s(?:has|have|had)\s(?:been\s)?", " ", phrase, count=1).strip()
    rated = re.search(r"\s((?:every|each) (?:day|week|month|year))(?=\s\w)", phrase)
    return f"{phrase[: rated.start()]}{phrase[rated.end() :]} {rated.group(1)}" if rated else phrase


def _is_size(before: str, phrase: str) -> bool:
    """Whether a count says how long, wide or old its subject is: "the queue is 40 boats long"."""
    return (
        _IS.search(before) is not None
        and re.search(r"\w\s(?:long|wide|high|deep|tall|away|short|thick)$", phrase) is not None
    )


def _more_of(before: str, phrase: str) -> str:
    """What a number without a noun counts more of: "26 buses, with another 40 on order"."""
    things = [*_COUNTED.finditer(before)] if _ANOTHER.search(before) else []
    return f"{things[-1]['what'].strip()} {phrase}" if things else ""


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


def _of_share(text: str, sentence: tuple[int, int], found: Found) -> str:
    start, end = sentence
    before, after = opened(text[start : found.start]), text[found.end : end]
    when = WHEN.match(after) or _IN_SIZE.match(after)
    whole = None if when else re.match(r"\s(?:of|in|on)\s", after)
    who, by = subject(before), _BY.search(before)
    if _STATE.match(after) and (whose := beyond.who_took(before)):
        return f"{whose} {run(text, found.end, end)}"
    if among := _AMONG.search(before) or _OF_ALL.search(before):
        return f"{among['who']} {run(text, found.end, end)}"
    if part := _PART_AFTER.match(text, found.end):
        things = [*_COUNTED.finditer(before)]
        what = things[-1]["what"] if things else bare(last_clause(before.rstrip(" ,"), 0, len(before)))
        if part["who"] in {"whom", "which", "them"} and what:
            return f"{what} {run(text, part.end(), end)}"
    if whole and (those := _THOSE.match(text, found.end + whole.end(), end)):
        study = _FOUND_THAT.search(before) if _ANSWERED.match(those.group()) else None
        return f"{bare(study['study'])} {those.group()}" if study else those.group()
    if whole and who and _MAKES_UP.search(before[-40:]):
        return f"{who} as a share of {run(text, found.end + whole.end(), end)}"
    if whole and not by and not re.match(r"\s(?:in|of)\s(?:(?:19|20)\d\d|\ufffc)", after):
        return run(text, found.end + whole.end(), end)
    if who and _STATE.match(after) and _IS.search(before):
        return f"{who} {run(text, found.end, end)}"
    is_noun = NOUN.match(after) and not (by and who)
    if (
        (not when and not by and _CHANGE.match(after))
        or (found.kind == "ratio" and not by and not when)
        or is_noun
    ):
        return run(text, found.end, end) or who
    return said(before) or run(text, found.end, end)


def _of_time(text: str, sentence: tuple[int, int], found: Found) -> str:
    """What happens then: the words before it in its clause, or after it where it opens the clause."""
    before = last_clause(text, sentence[0], found.start)
    words = re.sub(
        r"\s?\b(?:in|on|by|since|until|from|of|for|over|during|the|within|at|to|and|just|between|as)$",
        "",
        before,
    )
    words = re.sub(r"\s?\b(?:in|on|by|since|until|from|of|for|over|during|the|within|at|as)$", "", words)
    if len(words.split()) >= 3:
        return bare(" ".join(words.split()[-12:]))
    rest = re.match(r"(?:[’']s)?[\s,]+", text[found.end : sentence[1]])
    return run(text, found.end + (rest.end() if rest else 0), sentence[1], 12)
