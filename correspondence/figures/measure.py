"""What a figure measures, as the noun phrase of its own sentence, found by rules."""

import re

from correspondence.figures import unsaid
from correspondence.figures.antecedents import last_counted, object_of, spoken_of, with_antecedent
from correspondence.figures.change_measures import of_change
from correspondence.figures.count_measures import of_count
from correspondence.figures.found import Found
from correspondence.figures.share_measures import of_share
from correspondence.figures.subjects import bare, opened
from correspondence.figures.sum_measures import of_money
from correspondence.figures.time_measures import of_time

_LONGEST = 300  # characters of a measure
_PRONOUNS = frozenset("it them this that these those".split())
_OPENING = re.compile(r"(?:it|this|that)\s(?:(?:would|will|could|has)\s)?|(?:would|will|could|has)\s", re.I)


def measure(text: str, sentence: tuple[int, int], found: Found) -> str:
    """The noun phrase that `found` measures; "" for names and where the sentence gives none."""
    if found.kind in {"office_holder", "bill"}:
        return ""
    value = _of_value(text, sentence, found)
    return (of_time(text, sentence, found) if value is None else value)[:_LONGEST]


def _of_value(text: str, sentence: tuple[int, int], found: Found) -> str | None:
    """What a sum, count or share measures; None for dates and lengths of time."""
    rule = {"money": of_money, "count": of_count, "percentage": of_share, "ratio": of_share}.get(found.kind)
    if rule is None:
        return None
    before = opened(text[sentence[0] : found.start])
    is_bare = found.kind == "count" and not found.unit
    if (is_bare or found.kind in {"money", "percentage"}) and (changed := of_change(before)):
        return changed
    what = rule(text, sentence, found)
    if what.lower() in _PRONOUNS:
        return _counted_before(text, sentence[0]) or object_of(before.rpartition(" and ")[0]) or what
    if earlier := spoken_of(text, sentence[0], found.start):
        return f"{earlier} {_OPENING.sub('', what, count=1)}"
    what = with_antecedent(before, what)
    return (unsaid.elsewhere(text, sentence, found) or what) if unsaid.says_nothing(what) else what


def _counted_before(text: str, start: int) -> str:
    """What the sentence before text[start:] counted last: what "set aside for them" is for."""
    at = max(0, start - 300)
    return bare(last_counted(text[:start], text.rfind(". ", at, max(at, start - 2)) + 1))
