"""What a sum of money measures: what it is for, else whose it is or what is said of it."""

import re

from correspondence.figures.antecedents import object_of
from correspondence.figures.behind import NOUN, past_rate
from correspondence.figures.calendar import MONTH
from correspondence.figures.found import Found
from correspondence.figures.phrases import last_clause, run
from correspondence.figures.rates import THING
from correspondence.figures.subjects import ENDING, VERB, bare, opened, said, subject
from correspondence.figures.wholes import whole_sum

_AUXILIARY = r"(?:has|have|had|is|are|was|were|will|would|be|been|being|also|already|now|can|could|going)"
_GIVEN = (
    r"(?:committed|invested|agreed|allocated|spent|provided|provid(?:e|ing)|available|announced"
    r"|(?:set|put|laid|kept|held) aside|pledged|given|awarded|paid"
    r"|made available|made|funded|used|earmarked|secured|raised|delivered|go|goes|went|contributed"
    r"|directed|worth|targeted|additional|more|extra"
    r"|promised|distributed|disbursed|released|found|needed|required|going|in total|in funding"
    r"|of (?:new |additional |extra |government |capital |public )*(?:funding"
    r"|investment|support|money|grants?))"
)
_LINK = re.compile(
    rf"^(?:\sto\sbe(?=\s(?:spent|paid|found|invested|shared)\b))?(?:\s{_AUXILIARY})*(?:\s{_GIVEN})*(?:\s(?:just|simply|solely|only|mainly|directly))?\s(?P<prep>towards?|for|to|into|in|on(?!\s\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH})|of|against|from"
    rf"|through|via|across|by|under)\s"
    r"(?:(?<=\sto\s)(?:help(?: to)?|cover|fund|support|pay for|go to help|meet|be spent on"
    r"|help to pay for)\s)?(?=\S)",
    re.I,
)
# "£9m that ministers have found for", "£2bn the council is putting into".
_LATER = re.compile(
    rf"^\s(?:(?:that|which)\s(?:[\w’'-]+\s){{0,5}}?|(?:the|we|it|they|this|i|he|she|you|our|their|its)\s"
    rf"(?:[\w’'-]+\s){{0,6}}?)(?:{_GIVEN}|\w+ing|put|lost|held|set|need|want|owe|require|pay|spend|raise|give|get)\s(?:towards?|for|to|into|in|on)\s",
    re.I,
)
_TOTAL = re.compile(
    r"\s(?:totall?ing|worth|costing|amounting to|valued at|of)\s(?:(?:up to"
    r"|over|more than|around|about|between"
    r"|almost|nearly|some|approximately|at least|just over|just under|a further|an? (?:additional"
    r"|estimated))\s)*$",
    re.I,
)
# Verbs that say what a sum is as much as what comes behind it: "fined for the leak", "cost us to mend".
_TELLING = re.compile(
    r"\b(?P<said>(?:pay(?:ing|s)?|paid|charg(?:e|es|ing|ed)|cost(?:s|ing)?|fin(?:es|ing|ed)|ow(?:e|es|ed|ing)"
    r"|sav(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|los(?:e|es|ing)|lost|claim(?:s|ed|ing)?|borrow(?:s|ed|ing)?"
    r"|earn(?:s|ed|ing)?|won|wins?|(?:hand|give|pay|get|claw|claim|take)(?:s|ed|ing)?\sback|repa(?:y|id)|sold|sells?|bought|buys?|donat(?:e|es|ed)|sued|left|lent|lends?|bequeathed"
    r"|br(?:ings?|ought)|generat(?:es?|ed))(?:\s[\w’'-]+){0,5})\s*$",
    re.I,
)
# Words for a sum that say nothing without whose it is.
_WHOSE = re.compile(
    r"(?:(?!for\s|in\s|on\s|from\s)[\w’'-]+\s){0,2}(?:budgets?|shortfall|deficit|surplus|debts?|turnover|incomes?"
    r"|revenues?|costs?|total|value|price|bills?|fees?|salar(?:y|ies)|profits?|loss(?:es)?|reserves|backlog|gap"
    r"|balance|savings?|charge)",
    re.I,
)
# "Capital funding of £9m has been allocated for piers"
_OF_MONEY = re.compile(r"\b(?:funding|funds?|money|investment|support|grants?)$", re.I)
_SET_ASIDE = re.compile(
    r"\s(?:has|have|had|is|are|was|were|will be)(?:\sbeen)?\s(?:allocated|set aside|made available|provided"
    r"|committed|earmarked|announced|promised|given|found)\s(?:for|to|towards)\s"
)
# "a ground that is worth £2m", "Fines of £9 will be given to skippers"
_THAT_IS = re.compile(r"\s(?:that|which)\s(?:is|was|are|were)$")
# "the certificates which have been costing them £9m", "a leak that cost the council £9m"
_THAT_COST = re.compile(
    r",?\s(?:that|which)\s(?:(?:is|are|was|were|has|have|had|been|now|already|also|still)\s)*"
    r"(?P<does>cost(?:s|ing)?(?:\s[\w’'-]+){0,4})$"
)
_TO_DO = re.compile(r"\sto\s[a-z]+\b")
_THING = re.compile(
    r"(?i:(?:^|.*\s)(?:the|an?|our|its|their|his|her|these|those))\s(?P<what>[\w’' -]{3,60})$"
)
_DOES = re.compile(
    r"\s(?:is|are|was|were|will|would|has|have|had|can|could|may|might|must)\s"
    r"(?:(?:be|been|to)\s)*(?=\w+(?:ed|en|aid|ent)\b|(?<=\sto\s)\w)"
)
_AT_A_COST = re.compile(
    r"\s(?:at|for) (?:an?|the) (?:[\w-]+ ){0,2}(?:cost|price|value|loss|sum|rate|total)$", re.I
)
# "has moved £9,000 from its books budget": where it is from is what it was.
_MOVED = re.compile(
    r"\b(?:mov(?:e[sd]?|ing)|shift(?:s|ed|ing)?|divert(?:s|ed|ing)?|transfer(?:s|red|ring)?|switch(?:es|ed|ing)?|t[ao]kes?|taken"
    r"|taking|took|raid(?:s|ed|ing)?|cut(?:s|ting)?|borrow(?:s|ed|ing)?|withdr[ae]w[ns]?|stripp?(?:s|ed|ing)?)\s(?:[\w-]+\s){0,3}$"
)
# "The roof needs £9,000 of work", "the storm did £9m of damage"
_NEEDS = re.compile(
    r"\b(?:needs?|needed|did|does|do|done|caus(?:es|ed|ing)|suffer(?:s|ed|ing)?|sustained)\s(?:[\w-]+\s){0,3}$"
)
# "Claims make up £9m of the money set aside"
_A_PART = re.compile(
    r"\b(?:ma(?:k(?:es?|ing)|de) up|account(?:s|ed|ing)? for|represent(?:s|ed|ing)?|cover(?:s|ed|ing)?)\s"
    r"(?:[\w-]+\s){0,2}$"
)
_ALONE = re.compile(r"(?:\s(?:now|already|still|alone|together|also|currently|made))+$")
_PER_THING = re.compile(rf"\s(?:an?|per)\s({THING})\b")
_BY_NAME = re.compile(r".*\b(?:through|via|under)\s(?:the|its|our|their)\s[A-Z]")
_SO_THAT = re.compile(r"\s(?:so that|so|in order to)\s", re.I)
_ONWARD = re.compile(
    rf"(?:(?!\s(?:to|for)\s)[^.,;:()]){{1,60}}?\s(?P<prep>to|towards?|into|through|for)\s"
    rf"(?=(?!be\b|{MONTH}|the tune\b|the end\b)[A-Za-z])"
)
_HANGING = re.compile(
    r",?\s(?:with|including)(?:\s(?:an?|the|further|additional|extra|another|some|about|over))*\s*$"
)
_OFF = re.compile(
    r"\s(?:better|worse) off\b|\s(?:higher|lower|cheaper|dearer|poorer|richer|short|(?:more|less) than)\b"
)
# "37 piers at £9 apiece"
_AT_EACH = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen))\s(?P<what>[^,;:.\d£€$]{3,60}?)\sat\s"
    r"(?:(?:about|around|over|nearly|almost|just|some|only|up|to)\s)*$"
)
# "They put the loss to the port at £9m"
_PUT_AT = re.compile(
    r"\b(?:puts?|putting|estimat(?:es?|ed|ing)|values?|valued|valuing|prices?|priced)\s"
    r"(?P<what>(?:the|an?|its|their|our|his|her)\s[^;:.£€$\d]{3,100}?)\sat\s"
    r"(?:(?:about|around|over|nearly|almost|just|some|only|up to|between|more than)\s)*$"
)
_RATE_AHEAD = re.compile(r"\s(?:each|apiece|per|an?)\b")
_HANGS = re.compile(r"(?:^including\b|\b(?:with|including|and|by)$)", re.I)
# "of the £9m they owe"
_OF_THEIRS = re.compile(r"\b(?:the|this|that|those|every|each|whole)\s$", re.I)
_WHO_DOES = re.compile(
    r"\s(?:(?:that|which)\s)?(?:we|they|it|he|she|i|you|(?:the|our|its|his|her|their)\s\w+)\s\w", re.I
)
_PRICED = re.compile(r"(?:each|every)\s|(?:the|this|that|its|their|our)\s[£€$]")
_IS = re.compile(
    r"\b(?:is|are|was|were|be)\s(?:(?:about|around|over|nearly|almost|only|just|now|still|up to)\s)*$"
)
_A_DATE = re.compile(rf"(?:{MONTH}|(?:19|20)\d\d)\b")
_POINTS = re.compile(r"(?:we|it|they|this|that|these|those|he|she|i)\b", re.I)
_DONE = re.compile(
    r"^.*\b(?:has|have|had|is|are|was|were|will|would|can|could|be|been|we|they|i)\b(?:\s(?:\w+ly|also|been|be|now))*"
    r"(?:\s(?:\w{2,12}(?:ed|en|ing|nt|de)|estimate|expect|made|set))?\s(?=\w)",
    re.I,
)


def of_money(text: str, sentence: tuple[int, int], found: Found) -> str:
    """What the sum `found` measures; behind it what it is a price of: "overhead cable per mile"."""
    what = _of_sum(text, sentence, found)
    thing = _PER_THING.match(text, found.end, sentence[1])
    return f"{what} per {thing[1]}" if thing and thing[1] not in what else what


def _of_sum(text: str, sentence: tuple[int, int], found: Found) -> str:
    start, end = sentence
    before, at = opened(text[start : found.start]), past_rate(text, found.end, end)
    after = text[at:end]
    if later := _LATER.match(after):
        return run(text, at + later.end(), end)
    if whole := whole_sum(before):
        return f"{whole} {run(text, at, end)}"
    if _OF_THEIRS.search(before) and _WHO_DOES.match(after):
        return run(text, at + 1, end)
    total = _TOTAL.search(before, max(0, len(before) - 60))
    if total and (what := last_clause(before, max(0, total.start() - 120), total.start())):
        return _of_total(text, (at, end), before[: total.start()], what)
    if which := _THAT_COST.search(before.rstrip()):
        thing = _THING.search(before, 0, which.start())
        what = thing["what"] if thing else object_of(before[: which.start()])
        aim = _TO_DO.match(after)
        return f"{what} {which['does']}{aim.group() if aim else ''}"
    if link := _LINK.match(after):
        return _linked(text, (at, end), before, link)
    if (each := _AT_EACH.search(before)) and _RATE_AHEAD.match(text, found.end):
        return bare(each["what"])
    if put := _PUT_AT.search(before):
        return bare(put["what"])
    if (off := _OFF.match(after)) or NOUN.match(after):
        who = subject(before) if off else ""
        return f"{who} {run(text, at + 1, end)}".strip()
    what = said(before)
    if _POINTS.match(what) and (aim := _SO_THAT.match(after)):
        return run(text, at + aim.end(), end)
    return what or _told(text, at, end)


def _of_total(text: str, span: tuple[int, int], before: str, what: str) -> str:
    """What is "worth" or "a budget of" the sum before text[at:end]."""
    at, end = span
    place = run(text, at + 1, end, 8) if re.match(r"\s(?:in|for|towards?|to)\s", text[at:end]) else ""
    place = VERB.split(place)[0]
    if cost := _AT_A_COST.search(before):
        what = last_clause(before, max(0, cost.start() - 120), cost.start()).strip(" ,")
        return f"{bare(what)}{cost.group()} {place}".strip()
    if (set_aside := _SET_ASIDE.match(text, at, end)) and _OF_MONEY.search(what):
        return f"{bare(what)} for {run(text, set_aside.end(), end)}"
    if which := _THAT_IS.search(what):
        return object_of(what[: which.start()])
    what = bare(_DONE.sub("", what)) or bare(what)
    if not place and " " not in what and (does := _DOES.match(text, at, end)):
        return f"{what} {run(text, does.end(), end)}"
    if re.match(r"(?:this|these|it|that)\b", what, re.I) and NOUN.match(text, at, end):
        return run(text, at + 1, end)
    what = f"{what} {place}".strip()
    if _WHOSE.fullmatch(what) and (whose := subject(before)) and not _POINTS.match(whose):
        return whose if whose.lower().endswith(what.lower()) else f"{whose} {what}"
    return re.sub(r"^for\s(?=grants?\b)", "", what)


def _linked(text: str, span: tuple[int, int], before: str, link: re.Match[str]) -> str:
    """What a sum is for that `link` ties to the words behind it."""
    at, end = span[0] + link.end(), span[1]
    phrase, prep = run(text, at, end), link["prep"].lower()
    if phrase and re.search(r"\sgrants?\sfor\s", link.group()):
        return f"grants for {phrase}"
    if prep == "from" and _MOVED.search(before):
        return f"{said(before).removeprefix('including ')} from {phrase}"
    if _says_where(prep, phrase):
        onward = _ONWARD.match(text, at, end)
        aim = run(text, onward.end(), end) if onward else ""
        if onward and aim:
            what = said(before)
            return aim if not what or _leaves_open(what) else f"{what} {onward['prep']} {aim}"
        return _placed(before, link.group(), f"{prep} {phrase}", phrase)
    whose = subject(before) if prep == "of" and phrase else ""
    if whose and _NEEDS.search(before):
        return f"{whose} {phrase}"
    if whose and _A_PART.search(before) and not _POINTS.match(whose):
        return _ALONE.sub("", whose) + ("" if phrase.endswith("total") else f" in {phrase}")
    telling = _TELLING.search(ENDING.sub("", before.rstrip()))
    what = said(before) if phrase and (telling or _PRICED.match(phrase) or _IS.search(before)) else ""
    if telling and phrase and (not what or _POINTS.match(what)):
        what = telling["said"]
    return f"{what} {prep} {phrase}" if what else phrase


def _placed(before: str, link: str, place: str, phrase: str) -> str:
    """What a sum is of which only a place, a body or a time follows: "in England", "through the agency"."""
    what = said(before)
    if _HANGS.search(what):
        rest = said(_HANGING.sub("", before))
        what = rest if rest and not _POINTS.match(rest) else what
    if not what or (_HANGS.search(what) and not _A_DATE.match(phrase)):
        return phrase
    return f"{what} {place}" if _POINTS.match(what) or _BY_NAME.match(link + phrase) else what


def _leaves_open(what: str) -> bool:
    """Whether words before a sum only point to something, or only tie the sum to it."""
    return _POINTS.match(what) is not None or _HANGS.search(what) is not None


def _says_where(link: str, phrase: str) -> bool:
    """Whether what follows a sum says where or by whom, not what for: "in England", "through the agency"."""
    if link in {"by", "under", "through", "via", "across", "from", "against"}:
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
