"""What goes up or down to a value: "from £4 to £5", "raised to 9%", "puts the cost at £3m"."""

import re

from correspondence.figures.antecedents import object_of
from correspondence.figures.subjects import bare, said, subject

_FROM = re.compile(r"\sfrom\s(?:[^;:]{1,30}?\sto\s)?$", re.I)
_TO = re.compile(
    r"\s(?:to|by)\s(?:(?:about|around|over|up|to|nearly|almost|just|more|than|under|at|least|an?|additional|further)\s){0,3}$",
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
# "a pool that the council values at £9,000"
_VALUED = re.compile(
    r",?\s(?:that|which)\s(?:[\w’'-]+\s){1,4}(?:values?|valued|prices?|priced|puts?|estimates?|estimated|assessed)\sat\s"
    r"(?:(?:about|around|over|nearly|almost|just|some|more|less|than|only|up|to)\s)*$"
)
_RISES = re.compile(
    r"\b(?:ris(?:es?|en|ing)|rose|fall(?:s|en|ing)?|fell|go(?:es|ne|ing)?|went|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?"
    r"|dropp?(?:s|ed|ing)?|grow[sn]?|grew|soar(?:s|ed|ing)?)(?:\s(?:up|down|back))?\s(?:to|by)\s"
    r"(?:(?:about|around|over|nearly|almost|just|some|more|less|than|only|an?|up|to|at|least)\s)*$",
    re.I,
)
# "councils have seen the money for parks shrink by 40%"
_SEEN = re.compile(
    r"\b(?:sees?|seen|saw|seeing|watch(?:ed|ing)?)\s(?P<what>(?:the|an?|our|its|their|his|her|my)\s[^,;:]{2,120}?)"
    r"\s(?:rise|fall|grow|shrink|drop|climb|jump|soar|plunge|slump|double|increase|decrease|go (?:up|down)"
    r"|cut|slashed|reduced|increased|raised|frozen)\s(?:by|to|at)\s"
    r"(?:(?:about|around|over|nearly|almost|just|some|more|less|than|only|an?|up|to|at|least)\s)*$"
)
_DID = re.compile(r"(?:has|have|had|is|are|was|were|will|would)\b", re.I)


def of_change(before: str) -> str:
    """What goes "from £4" "to £5": the object of the verb where it has one, else the subject."""
    if puts := _PUTS.search(before):
        return bare(puts["what"])
    if valued := _VALUED.search(before):
        return object_of(before[: valued.start()])
    if seen := _SEEN.search(before):
        return bare(seen["what"])
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
