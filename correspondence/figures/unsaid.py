"""What a figure measures where the words beside it do not say: "It is worth £9m", "was frozen at £9"."""

import re

from correspondence.figures.antecedents import object_of
from correspondence.figures.behind import past_rate
from correspondence.figures.found import Found
from correspondence.figures.phrases import run
from correspondence.figures.subjects import subject

_IS = r"(?:is|are|was|were|be|been|being|has|have|had|would|will|could|goes|went|comes|came|stands|stood)"
_NOTHING = re.compile(
    r"(?:(?:and|but|so)\s)?(?:(?:it|they|that|this|which|these|those|there)\b\s?)?"
    rf"(?:(?:{_IS}|now|currently|still|also|already|only|just|alone|out|worth|average|in all|in total"
    r"|altogether)\b\s?)*"
    r"(?:(?:for|at|to|by|of|on)\b\s?)*(?:(?:frozen|valued|priced|set|put|fixed|capped|held|kept)\b)?",
    re.IGNORECASE,
)
_WHICH = re.compile(r",?\s(?:which|that)\s(?:[a-z’'-]+\s){1,5}$")
_DETERMINED = re.compile(r"(?:^|\s)(?:an?|the|our|its|their|his|her|this)\s", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|,\s|;\s|\sand\s)(?:(?:about|around|some|nearly|almost|over|just|only)\s)*$")
_BEHIND = re.compile(
    r"\s(?:(?:has|have|had)\s(?:already\s|now\s)?been|(?:is|are|was|were)(?:\sto be)?|will be)\s(?=[a-z])"
)
_FOR = re.compile(r"\s(?:(?:set aside|kept|found|given|put by)\s)?for\s(?=\w)")
_IT = re.compile(r"[\s“\"‘']*(?:And |But |So )?(?:It|They|That|This)\s")
_WAS = re.compile(
    rf"^(?:it|they|that|this)?\s?(?:{_IS}\s|now\s|also\s)*(?P<said>frozen|valued|priced|capped)$", re.I
)
_WHO = re.compile(
    r"(?:I|We|You|They|He|She)\b|\b(?:Ministers?|Secretary|Chancellor|Government|Council|MPs?|Lord|Lady)\b"
)
_SENTENCE = re.compile(r"[.!?][”\"’']?\s")
_LOOKED = 400  # characters of what stands before


def says_nothing(what: str) -> bool:
    """Whether a measure holds only words that could be said of any figure."""
    return bool(what) and _NOTHING.fullmatch(what) is not None


def elsewhere(text: str, sentence: tuple[int, int], found: Found) -> str:
    """What `found` measures, by a noun before "which", what is said behind it, what "it" means or the subject
    of its sentence; "" where none tells."""
    start, end = sentence
    before = text[start : found.start]
    at = past_rate(text, found.end, end)
    ways = (
        _before_which(before),
        _said_behind(text, before, at, end),
        _meant(text[max(0, start - _LOOKED) : start], before),
        subject(before),
        _said_of(text, at, end),
    )
    return next((way for way in ways if way and not says_nothing(way)), "")


def _before_which(before: str) -> str:
    which = _WHICH.search(before)
    return _DETERMINED.split(before[: which.start()])[-1].strip(" ,") if which else ""


def _said_behind(text: str, before: str, at: int, end: int) -> str:
    is_said = _BEHIND.match(text, at, end) if _OPENS.search(before) else None
    return run(text, is_said.end(), end) if is_said else ""


def _said_of(text: str, at: int, end: int) -> str:
    """What stands behind "£9m set aside for …", "puts the average at £9 for …"."""
    leads = _FOR.match(text, at, end)
    return run(text, leads.end(), end) if leads else ""


def _meant(earlier: str, before: str) -> str:
    """What "it" means: the subject of the clause or sentence before, or its object where that is somebody."""
    clause, _, rest = before.rpartition(": ")
    if clause and rest[:3].lower() == "it ":
        return subject(clause)
    if not _IT.match(before):
        return ""
    told = _SENTENCE.split(earlier.rstrip(" “\"‘'.!?”’"))[-1]
    about = subject(told)
    about = object_of(told) if _WHO.search(about) or not about else about
    was = _WAS.match(before.strip().removesuffix(" at"))
    return f"{about} {was['said']}" if was and about else about
