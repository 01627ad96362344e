"""Percentages, and ratios: fractions, "9 in 10", "three times more", doubling and halving."""

import re
from collections.abc import Iterator

from correspondence.figures.found import Found
from correspondence.figures.money import is_change
from correspondence.figures.numbers import CLEAR, NUMBER, ONES, PART_OF, SCALE_WORD, Number, number, plain

_PERCENT_SIGN = r"(?:\s?%|[ -]?per ?cent\b|[ -]?percent\b)(?:[ -](?:percentage )?points?\b)?"
_PERCENT = re.compile(
    rf"{CLEAR}(?P<low>{NUMBER})(?:(?P<sign>{_PERCENT_SIGN})?(?P<to>\s?[-–—]\s?|\sto\s|\sor\s|\sand\s)"
    rf"(?P<high>{NUMBER}))?(?P<end>{_PERCENT_SIGN}|\spercentage points?\b)",
    re.I,
)
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_PART = "|".join(_PARTS)
_FRACTION = re.compile(
    rf"\b(?!{PART_OF}{SCALE_WORD}\b)"
    rf"(?:(?P<over>two|three|four|five|six|seven|eight|nine)[ -](?P<parts>(?:{_PART})s)\b|"
    rf"\bone[ -](?P<one>{_PART})\b|"
    rf"(?:(?<=by )|(?<=than )|(?<=over )|(?<=nearly )|(?<=almost )|(?<=around )|(?<=about )|(?=an? \w+ of\b))"
    rf"an? (?P<a>{_PART})\b|"
    r"(?<!first )(?<!second )(?<!latter )(?P<half>half)"
    r"(?=(?: of)? (?:the|all|a|its|our|their|these|those|of)\b(?! (?:a )?(?:million"
    r"|billion|dozen|hour)))|"
    r"(?:(?<=by )|(?<=than )|(?<=over )|(?<=up to )|(?<=nearly )|(?<=almost )|(?<=around )|(?<=about ))"
    r"(?P<bare>half)\b(?! an? ))",
    re.I,
)
_OUT_OF = re.compile(
    rf"{CLEAR}(?P<low>{NUMBER})(?P<by> in(?: every)? |-in-| out of(?: every)? )(?P<high>{NUMBER})(?![\w%])",
    re.I,
)
# What must stand there for "9 in 10" or "134 out of 153".
_OF_FEW = re.compile(rf"[ -](?:in|out of)(?: every)?[ -](?:\d{{1,3}}(?![\d,])|out|{'|'.join(ONES)})|out of")
_TIMES = re.compile(
    rf"{CLEAR}(?P<n>{NUMBER}) times(?= (?:more|less|as|higher|lower|greater|larger|bigger|faster|the"
    rf"|that|over"
    r"|fewer|smaller|better|worse|longer|likelier)\b)|\b(?P<fold>two|three|four|five|six|seven|eight"
    r"|nine|ten|\d{1,3})"
    r"[ -]?fold\b",
    re.I,
)
_CHANGES = (
    (
        "doubl|twice",
        re.compile(r"\b(?:doubl(?:ed|ing|es|e)(?= |[.,;])|twice(?= (?:as|the|that|more)))", re.I),
        2,
    ),
    ("tripl|trebl", re.compile(r"\b(?:tripl|trebl)(?:ed|ing|es?)\b(?![\s-](?:lock|glaz))", re.I), 3),
    ("quadrupl", re.compile(r"\bquadrupl(?:ed|ing|es?)\b", re.I), 4),
    ("halv", re.compile(r"\bhalv(?:ed|ing|es?)\b(?! of)", re.I), 0.5),
)


def find_percentages(text: str) -> Iterator[Found]:
    """Every "43%", "43 percent", "two percentage points"; a range is one figure, a change is two."""
    for match in _PERCENT.finditer(text):
        low = number(match["low"])
        high = number(match["high"]) if match["high"] else None
        unit = "percentage points" if "point" in match["end"].lower() else "%"
        before = text[max(0, match.start() - 30) : match.start()]
        joined = match["to"] and match["to"].strip().lower() == "and"
        if high is None:
            yield Found("percentage", match.start(), match.end(), low, unit)
        elif is_change(before) or (joined and not re.search(r"\bbetween\s*$", before, re.I)):
            if match["sign"]:
                yield Found("percentage", match.start(), match.end("sign"), low, unit)
            yield Found("percentage", match.start("high"), match.end(), high, unit)
        else:
            yield Found("percentage", match.start(), match.end(), [low, high], unit)


def find_ratios(text: str) -> Iterator[Found]:
    """Every share of a whole (value 0.9 for "9 in 10") and every multiple (unit "times")."""
    small = text.lower()
    for match in _OUT_OF.finditer(text) if _OF_FEW.search(small) else ():
        low, high = number(match["low"]), number(match["high"])
        if _is_share(match, low, high):
            share = plain((low or 0) / (high or 1))
            yield Found("ratio", match.start(), match.end(), share, "", {"also": [[low, high]]})
    for match in _FRACTION.finditer(text) if any(part in small for part in _PARTS) else ():
        over = number(match["over"]) if match["over"] else 1
        part = match["parts"] or match["one"] or match["a"] or "half"
        parts = _PARTS.get(part.lower()) or _PARTS[part.lower().removesuffix("s")]
        yield Found("ratio", match.start(), match.end(), (over or 1) / parts)
    for match in _TIMES.finditer(text) if "times" in small or "fold" in small else ():
        yield Found("ratio", match.start(), match.end(), number(match["n"] or match["fold"]), "times")
    for stem, pattern, times in _CHANGES:
        for match in pattern.finditer(text) if re.search(stem, small) else ():
            yield Found("ratio", match.start(), match.end(), times, "times")


def _is_share(match: re.Match[str], low: Number | None, high: Number | None) -> bool:
    """Whether "a in b" is a share: "in" may also stand before a year, as in "5,000 in 2019"."""
    if low is None or high is None or not 0 < low <= high:
        return False
    return "out of" in match["by"].lower() or (low < 20 and high in {3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100})
