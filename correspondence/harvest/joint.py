"""Several persons who speak together, each named with a post or a place."""

import re

from correspondence.harvest.names import NAME

_ASIDE = rf"(?: \([^()]{{2,60}}\)|, (?!and\b|{NAME}(?: MP)?(?:,| and|$))[^,:;()]{{3,80}})"
_ONE = rf"\b(?!MPs\b){NAME}(?: MP)?{_ASIDE}?"
_TOGETHER = re.compile(rf"(?P<all>{_ONE}(?:, {_ONE}){{0,3}},? and {_ONE})$")
_ASIDES = re.compile(_ASIDE)
_OPENS = re.compile(r"(?:|.*,)\s*(?:(?:the |its |their |our )?(?:[\w-]+ ){0,3}(?:MPs|[a-z]+s) )?")
_FURTHEST = 400  # characters before their verb


_A_BODY = r"[Tt]he (?:[A-Z][\w’'&-]+(?: (?:(?:of|for|and|in) (?:the )?)?(?=[A-Z]))?){2,8}"
_BODIES = re.compile(rf"(?P<all>{_A_BODY} and {_A_BODY}) (?:both |jointly )?(?:have|said|say|[a-z]+ed)\b")


def bodies(sentence: str) -> str:
    """ "The Pier Trust and the Boat Guild" of a sentence that begins so; else ""."""
    together = _BODIES.match(sentence)
    return together["all"] if together else ""


def speakers(clause: str) -> str:
    """ "A and B" of "In a joint statement, A, head of X, and B, head of Y," with which a clause ends before
    its verb; "" where nobody is named with a post, as then they may be two clauses' and not one's."""
    last = clause[-_FURTHEST:].strip(" ,")
    together = _TOGETHER.search(last)
    if together is None or not _OPENS.fullmatch(last[: together.start()]):
        return ""
    names = _ASIDES.sub("", together["all"])
    return names.replace(", and ", " and ") if names != together["all"] else ""
