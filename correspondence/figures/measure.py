"""What a figure measures, as the noun phrase of its own sentence, found by rules."""

import re

from correspondence.figures.antecedents import with_antecedent
from correspondence.figures.calendar import MONTH
from correspondence.figures.found import Found
from correspondence.figures.phrases import last_clause, run
from correspondence.figures.subjects import VERB, bare, opened, subject

_RATE = re.compile(
    r"^[\s-](?:a|an|each|every|per)[\s-](?:hour|day|night|week|month|quarter|year|annum|head)\b"
    r"|^\s(?:annually|per [a-z]+)\b"
)
_AUXILIARY = r"(?:has|have|had|is|are|was|were|will|would|be|been|being|also|already|now|can|could|going)"
_GIVEN = (
    r"(?:committed|invested|agreed|allocated|spent|provided|provid(?:e|ing)|available|announced"
    r"|set aside|pledged|given|awarded|paid"
    r"|made available|made|funded|used|earmarked|secured|raised|delivered|go|goes|went|contributed"
    r"|directed|worth|targeted|additional|more|extra"
    r"|in total|in funding|of (?:new |additional |extra |government |capital |public )*(?:funding"
    r"|investment|support|money|grants?))"
)
_LINK = re.compile(
    rf"^(?:\s{_AUXILIARY})*(?:\s{_GIVEN})*\s(?P<prep>towards?|for|to|into|in|on|of|against|from"
    rf"|through|via|across)\s"
    r"(?:(?:help(?: to)?|cover|fund|support|pay for|go to help|meet|be spent on|help to pay for)\s)?(?=\S)",
    re.I,
)
_LATER = re.compile(
    rf"^\s(?:the|we|it|they|this)(?:\s\w+){{0,4}}\s(?:has|have|had|will|is"
    rf"|are)(?:\s\w+){{0,2}}\s{_GIVEN}\s(?:towards?|for|to|into|in|on)\s",
    re.I,
)
_DATE = (
    rf"(?:(?:\d{{1,2}}\s)?(?:{MONTH}\s)?(?:19|20)\d\d(?:\s?[/–-]\s?\d{{2,4}})?|{MONTH}"
    r"|(?:(?:this|last|next|past|coming|each|every|a single|financial|academic|calendar|\d{1,2}"
    r"|two|three|four|five|six|ten)\s){1,4}"
    r"(?:years?|months?|weeks?|quarter|decade|Parliament|spring|summer|autumn|winter))"
)
# "this financial year", "over the next 3 years", "in 2023/24 and 2024/25": before what a value is for.
_WHEN = re.compile(
    r"\s(?:(?:in|by|for|over|since|during|between|from|until|across|up to|within|before|at)\s(?:the\s)?"
    rf"(?:(?:end|start)\sof\s|early\s|late\s)?)?(?:the\s)?{_DATE}(?:\s(?:and|to|compared\s(?:to|with))\s{_DATE})?(?![\w-])"
)
_TOTAL = re.compile(
    r"\s(?:totall?ing|worth|costing|amounting to|valued at|of)\s(?:(?:up to"
    r"|over|more than|around|about|between"
    r"|almost|nearly|some|approximately|at least|just over|just under|a further|an? (?:additional"
    r"|estimated))\s)*$",
    re.I,
)
_PAYING = re.compile(r"\b(?P<verb>pay(?:ing|s)?|paid|charg(?:e|es|ing|ed))\s(?:\w+\s){0,3}$", re.I)
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
# What follows a share or a sum and says by itself what it is: "a 5% pay award", "the £9m Rivers Fund".
_NOUN = re.compile(
    r"[\s-](?!(?:and|or|as|at|by|for|from|in|into|of|on|over|since|to|than|under|up|down|via|with|within|without|the|a|an"
    r"|this|that|these|those|which|who|when|where|while|if|but|so|because|last|next|each|every|per|more|less|higher"
    r"|lower|fewer|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|between|before|after"
    r"|during|until|through|across|compared|respectively|annually|represents?|reflects?|covers?|includes?|goes|now|currently|already|also|only|not|worth|it|we|they"
    r"|\w+(?:ed|en|ing)\s(?:by|in|at|from|on|to|into|through|as))\b)(?=[A-Za-z])"
)
# What came before "of which 20", "of these, 20", "20 of which".
_BEFORE_PART = re.compile(
    r"(?:^|[\d,]\d[\d,.]*\s|\b(?:two|three|four|five|six|seven|eight|nine|ten|some|the|these|those)\s)(?P<what>[^,;:.\d]{3,80}?)"
    r"(?:,|\sand|;)?\s(?:and\s)?(?:of\s(?:which|whom)\b[^.;]{0,60}|of\s(?:these|those),?\s(?:\w+\s){0,2})$|"
    r"\b[Oo]f\s(?:the|these)\s(?:[\d,]+\s)?(?P<first>[^,;:.]{3,80}),[^.;]{0,60}$"
)
_PART_AFTER = re.compile(r"\sof\s(?:which|whom|these|those)\b")
# "Of those who asked, only 12% were heard"; "83% of those who replied were against".
_AMONG = re.compile(r"\b(?:[Oo]f|[Aa]mong)\s(?P<who>(?:those|all)\s[^,;:]{3,80}),\s(?:\w+\s){0,2}$")
_THOSE = re.compile(r"(?:those|people|the people)\s(?:who|that|with)\s[^,;:.–—]{3,80}")
_OF_THE = re.compile(
    r"^(?:of\s(?:the|these|those|all|our|its|their)\s(?:[\d,]+\s|\w+(?=\s\w+s\b)\s)?|-|or\s(?:more|fewer|less|over|above)\s)"
)
_LEADS_ON = re.compile(r"(?:in|on|by|at|as|to|when|between|since|from|for|during|over|until)\b")
_UNIT_OF = re.compile(r"^(?:[kMGT]Wh?|°[CF]|tonnes?|kg|litres?|hectares?|acres?|square metres?)\sof\s")
_AGED = re.compile(
    r"(?:\s(?:who|are|is|was|were|when|aged?|ages|under|over|the|of|age|between|from|below|above|turning|at|up|to))+\s*$",
    re.I,
)
_DONE = re.compile(
    r"^.*\b(?:has|have|had|is|are|was|were|will|would|can|could|be|been|we|they|i)\b(?:\s(?:\w+ly|also|been|be|now))*"
    r"(?:\s(?:\w{2,12}(?:ed|en|ing|nt|de)|estimate|expect|made|set))?\s(?=\w)",
    re.I,
)
_CHANGING = re.compile(
    r"\b(?:increas(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|cut(?:s|ting)?|reduc(?:e|es|ed|ing)"
    r"|lower(?:s|ed|ing)?|lift(?:s|ed|ing)?|chang(?:e|es|ed|ing)|took|brought|put up)"
    r"\s(?P<what>[^,;:]{2,80})$",
    re.I,
)
_MAKES_UP = re.compile(r"\b(?:make|makes|made) up\b|\baccount\w*\b|\brepresent\w*\b")
_BE = re.compile(
    r"\s(?:has|have|had)?\s?(?:is|are|was|were|been|being|be|are being"
    r"|were being)\s(?=(?:\w+ly\s)?\w+(?:ed|en|nt|ld|ught)\b)",
    re.I,
)
_GROUP = re.compile(
    r"(?<![\w’-])(?P<group>(?:[\w’-]{1,40}\s){0,4}(?:team|group|network|list|panel|range|force|pool|fleet|cohort"
    r"|programme))\sof\s(?:\w+\s){0,2}$",
    re.I,
)


def measure(text: str, sentence: tuple[int, int], found: Found) -> str:
    """The noun phrase that `found` measures; "" for names and where the sentence gives none."""
    rule = {"money": _of_money, "count": _of_count, "percentage": _of_share, "ratio": _of_share}.get(
        found.kind
    )
    if found.kind in {"money", "percentage"} and (
        what := _of_change(opened(text[sentence[0] : found.start]))
    ):
        return what[:300]
    if rule is not None:
        what = rule(text, sentence, found)
        if found.kind == "count" and found.unit and len(what.split()) > 1:
            return what[:300]
        return with_antecedent(opened(text[sentence[0] : found.start]), what)[:300]
    return "" if found.kind in {"office_holder", "bill"} else _of_time(text, sentence, found)[:300]


def _of_money(text: str, sentence: tuple[int, int], found: Found) -> str:
    start, end = sentence
    before, at = opened(text[start : found.start]), _past_rate(text, found.end, end)
    after = text[at:end]
    if later := _LATER.match(after):
        return run(text, at + later.end(), end)
    total = _TOTAL.search(before, max(0, len(before) - 60))
    if total and (what := last_clause(before, max(0, total.start() - 120), total.start())):
        what = bare(_DONE.sub("", what)) or bare(what)
        if re.match(r"(?:this|these|it|that)\b", what, re.I) and _NOUN.match(after):
            return run(text, at + 1, end)
        place = run(text, at + 1, end, 8) if re.match(r"\s(?:in|for|towards?|to)\s", after) else ""
        return f"{what} {VERB.split(place)[0]}".strip()
    if link := _LINK.match(after):
        phrase = run(text, at + link.end(), end)
        if phrase and re.search(r"\sgrants?\sfor\s", link.group()):
            return f"grants for {phrase}"
        if _says_where(link["prep"].lower(), phrase):
            return subject(before) or phrase
        paying = _PAYING.search(before)
        return f"{paying['verb'].lower()} {link['prep']} {phrase}" if paying and phrase else phrase
    return run(text, at + 1, end) if _NOUN.match(after) else subject(before) or _told(text, at, end)


def _of_change(before: str) -> str:
    """What goes "from £4" "to £5": the object of the verb where it has one, else the subject."""
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
    if not found.unit and text[found.end : found.end + 1] in {",", ";", ":", "."}:
        return subject(before) or run(text, found.end, end)
    if found.unit.endswith(" of age") and (who := _AGED.sub("", " " + last_clause(before, 0, len(before)))):
        return re.sub(r"^(?:for|and|with|by|to|of|in)\s", "", bare(" ".join(who.split()[-5:])))
    phrase = run(text, found.end, end)
    if _PART_AFTER.match(text, found.end):
        return bare(re.split(r"[\d,]\d\s", before.rstrip(" ,"))[-1])
    phrase = _UNIT_OF.sub("", _OF_THE.sub("", phrase))
    if phrase.startswith("°") or (not found.unit and _LEADS_ON.match(phrase)):
        phrase = subject(before) or phrase
    phrase = _BE.sub(" ", " " + phrase + " ", count=1)
    phrase = re.sub(r"\s(?:has|have|had)\s(?:been\s)?", " ", phrase, count=1).strip()
    rated = re.search(r"\s((?:every|each) (?:day|week|month|year))(?=\s\w)", phrase)
    if rated:
        phrase = f"{phrase[: rated.start()]}{phrase[rated.end() :]} {rated.group(1)}"
    if group := _GROUP.search(text[start : found.start]):
        return f"{found.unit or phrase} of {bare(group['group'])}"
    if not found.unit and (part := _BEFORE_PART.search(before)):
        return f"{bare(part['what'] or part['first'])} {phrase}".strip()
    return phrase or subject(before)


def _of_share(text: str, sentence: tuple[int, int], found: Found) -> str:
    start, end = sentence
    before, after = opened(text[start : found.start]), text[found.end : end]
    when = _WHEN.match(after)
    whole = None if when else re.match(r"\s(?:of|in|on)\s", after)
    who = subject(before)
    if among := _AMONG.search(before):
        return f"{among['who']} {run(text, found.end, end)}"
    if whole and (those := _THOSE.match(text, found.end + whole.end(), end)):
        return those.group()
    if whole and who and _MAKES_UP.search(before[-40:]):
        return f"{who} as a share of {run(text, found.end + whole.end(), end)}"
    if whole and not re.match(r"\s(?:in|of)\s(?:(?:19|20)\d\d|\ufffc)", after):
        return run(text, found.end + whole.end(), end)
    if (not when and _CHANGE.match(after)) or found.kind == "ratio" or _NOUN.match(after):
        return run(text, found.end, end) or who
    return who or run(text, found.end, end)


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


def _past_rate(text: str, at: int, end: int) -> int:
    """Past "a year", "per child" and "over the next three years" at text[at:end]."""
    rate = _RATE.match(text[at:end])
    at = at + rate.end() if rate else at
    when = _WHEN.match(text[at:end])
    return at + when.end() if when else at


def _says_where(link: str, phrase: str) -> bool:
    """Whether what follows a sum says where or by whom, not what for: "in England", "through the agency"."""
    if link in {"through", "via", "across", "from", "against"}:
        return True
    return (
        link in {"in", "of"}
        and re.match(r"(?:19|20)\d\d\b|(?:the\s)?[A-Z]\w+\b(?!\s[A-Z])|this\s", phrase) is not None
    )


def _told(text: str, at: int, end: int) -> str:
    """What is said of a sum that opens its clause: "£23 million is funding for trams"."""
    verb = re.match(
        r"\s(?:is|are|was|were|represents?|will be|has been|have been)\s(?:the\s|an?\s)?"
        r"(?:funding\s|money\s)?(?:for\s)?",
        text[at:end],
    )
    return run(text, at + verb.end() if verb else at, end)
