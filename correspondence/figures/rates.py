""" "a year", "per child", "every month": what a value is a rate of."""

import re
from typing import Any

# What land, ways and weights are priced by.
THING = r"(?:mile|kilometre|acre|hectare|metre|yard|tonne|ton|litre|gallon|kilo|pint|barrel)"
_TIMES = (
    r"(?:hour|day|night|week|month|quarter|year|term|session|annum|head|person|pupil|child|household|patient"
    rf"|family|home|ticket|{THING})"
)
_RATE = re.compile(
    rf"[\s-]{{1,2}}(?:(?:a|an|each|every)[\s-](?P<each>{_TIMES})\b|(?:per|for each|for every)\s"
    r"(?P<per>[A-Za-z]+)|(?P<ly>annually|yearly|monthly|weekly|daily|hourly|p\.?a\b\.?))|"
    rf"/(?P<slash>{_TIMES})\b",
    re.I,
)
_LY = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}
_AFTER_NOUN = re.compile(rf"(?:[ ][A-Za-z’'-]{{1,30}}){{1,4}}?(?={_RATE.pattern})", re.I)


def rate(text: str, end: int, *, after_noun: bool = False) -> dict[str, Any]:
    """{"per": "year"} where a rate follows text[:end], at once or, for counts, after the noun; else {}."""
    match = _RATE.match(text, end)
    if match is None and after_noun and (noun := _AFTER_NOUN.match(text, end)):
        match = _RATE.match(text, noun.end())
    if match is None:
        return {}
    word = next(group for group in match.groups() if group).lower()
    word = _LY.get(word, "year" if word.startswith(("p.a", "pa")) or word == "annum" else word)
    return {"per": {"hourly": "hour"}.get(word, word)}
