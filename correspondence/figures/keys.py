"""What a figure measures, as a key: two figures with one key speak of the same thing, so far as words tell.

A wrong pair costs trust and a missed one does not, so "" is the answer wherever the words leave a doubt.
"""

import re
from collections.abc import Sequence
from typing import Final

from correspondence.figures.calendar import MONTH, MONTHS
from correspondence.models import Figure

_KINDS: Final = frozenset({"money", "count", "percentage", "ratio"})
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Words that tell no two measures apart.
_EMPTY: Final = frozenset(
    """a an the of in to for on at by from with and or as is are was were be been being has have had will
    would can could may it its their his her that which who whom also now currently already so far more than
    over up some around about nearly almost approximately total overall new additional extra further other
    number sum amount value level figure into through via across towards toward within under per each every
    all any only just least most there upon against between during since until last next terms cash real
    year years month months week weeks day days time government minister ministers department""".split()
)
# A measure that is no more than these says nothing: "capital funding", "young people", "local authorities".
_WIDE: Final = frozenset(
    """fund funding money investment support spending budget cost costs grant grants payment payments price
    capital revenue public service services programme programmes project projects scheme schemes people
    person persons child children young adults men women family families individuals applications application
    cases case claims claim local authority authorities council councils area areas place places staff
    country uk britain england british national increase decrease rise fall reduction cut growth change
    rate rates share proportion percentage annual average estimated planned""".split()
)
# Such words at the head of a measure point to something said before.
_POINTS_BACK = re.compile(
    r"(?:we|i|it|he|she|they|you|this|that|these|those|such|which|who|there|here|another|one|both|same|said"
    r"|in|on|by|to|at|from|of|and|or|as|is|are|was|were|has|have|had|will|per|than|if|when)\b",
    re.I,
)
_HAS_VERB = re.compile(
    r"\b(?:we|they|it|i|you|he|she)\b|\b(?:is|are|was|were|has|have|had|will|would|could|should|can)$", re.I
)
# "As of May 2024 the toll", "In Essex the toll": the place is looked for by itself.
_OPENING = re.compile(
    rf"^(?:(?:[Aa]s (?:of|at)|[Ff]rom|[Ss]ince|[Ii]n|[Oo]n) )?(?:\d{{1,2}} )?{MONTH}(?: \d{{4}})? (?:the )?"
    r"|^(?:[Ii]n|[Aa]cross|[Aa]t) (?:[A-Z][\w’'-]* ){1,4}(?:the )?"
)
_OLD_VALUE = re.compile(
    r"\bfrom\s(?:(?:about|around|over|under|just|nearly|almost|some|more than)\s)*$", re.I
)
# A bound is a rule's, and a shift is over some time: neither says how much a thing is.
_BOUND = re.compile(r"\b(?:above|below|under|beneath|exceed(?:s|ing)?|in excess of)\s(?:an?\s|the\s)?$", re.I)
_BOUND_AFTER = re.compile(r"\sor (?:below|above|under|over|less|more|fewer|higher|lower)\b", re.I)
_SHIFT = re.compile(
    r"\b(?:by|(?:increase|rise|fall|cut|reduction|decrease|growth|drop|uplift|saving)s?\sof|additional|extra"
    r"|further|another)\s(?:an?\s)?(?:(?:further|additional|extra|about|around|over|up|to|just|nearly|almost|some"
    r"|more|than|at|least)\s)*$",
    re.I,
)
_SHIFTS = re.compile(
    r"^\s(?:\w+\s)?(?:increase|rise|decrease|reduction|cut|fall|growth|drop|uplift|more|less|fewer)\b", re.I
)
_NAMED_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]cross|[Ww]ithin|[Aa]t|[Ff]or)\s(?:the\s)?"
    r"((?:[A-Z][\w’'-]+)(?:\s(?:and\s|of\s|upon\s)?[A-Z][\w’'-]+){0,4})"
)
_BODY = re.compile(
    r"((?:[A-Z][\w’'-]+\s(?:and\s|of\s)?){1,5})(?:Council|Authority|Board|Trust|University|Police|Constabulary"
    r"|Hospital|School|Academy|Airport|Port|Region)\b"
)


def set_keys(text: str, figures: Sequence[Figure], sentences: Sequence[tuple[int, int]]) -> None:
    """Give each Figure of a text its key. sentences: where the sentence of each stands.

    Two values for one measure in one text ("from £4 to £5", a table by year) make both untellable.
    """
    for figure, (start, end) in zip(figures, sentences, strict=True):
        figure.key = _key(figure, text[start : figure.start], text[figure.end : end])
    said: dict[str, list[object]] = {}
    for figure in figures:
        said.setdefault(figure.key, []).append(figure.value)
    unsure = {key for key, values in said.items() if any(value != values[0] for value in values)}
    for figure in figures:
        if figure.key in unsure:
            figure.key = ""


def _key(figure: Figure, before: str, after: str) -> str:
    if figure.kind not in _KINDS or not isinstance(figure.value, int | float) or _OLD_VALUE.search(before):
        return ""
    if figure.kind == "money" and after.startswith(" of "):  # in what form it comes, not what it is for
        return ""
    if _BOUND.search(before) or _BOUND_AFTER.match(after) or _SHIFT.search(before) or _SHIFTS.match(after):
        return ""
    words = _words(figure.measure)
    if not words or not _tells(figure, words):
        return ""
    parts = [
        figure.kind,
        figure.unit.lower() if figure.kind != "count" else "",
        str(figure.detail.get("per", "")),
        " ".join(sorted({*map(_singular, words), *_places(before + after)})),
    ]
    key = "|".join(parts)
    return key if len(key) <= 300 else ""


def _words(measure: str) -> set[str]:
    """The words of a measure that tell it from another; none where it points back or is half a sentence."""
    measure = _OPENING.sub("", measure)
    if _POINTS_BACK.match(measure) or _HAS_VERB.search(measure):
        return set()
    low = (word.lower().replace("’", "'").removesuffix("'s") for word in _WORD.findall(measure))
    return {word for word in low if word not in _EMPTY}


def _tells(figure: Figure, words: set[str]) -> bool:
    """Whether these words say enough: at least two, one of them not wide; of a count more than its noun."""
    words = {word for word in words if not word[0].isdigit()}
    if len(words) < 2 or words <= _WIDE:
        return False
    if figure.kind == "count":
        noun = {word.lower() for word in _WORD.findall(figure.unit)}
        return bool(figure.unit) and bool(words - noun - _WIDE) and "age" not in noun
    return True


def _places(sentence: str) -> set[str]:
    """The names that say where or for whom: "in Essex", "across Wales", "Essex County Council"."""
    matches = [match for pattern in (_NAMED_PLACE, _BODY) for match in pattern.finditer(sentence)]
    names = [name for match in matches for name in _WORD.findall(match[1]) if not name[1:2].isupper()]
    return {name.lower() for name in names} - MONTHS.keys() - _EMPTY


def _singular(word: str) -> str:
    """A noun without its plural's end. More would go too far: an employer is no employment."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
