"""A measure without what hangs over its edges: words that only lead on, half a bracket."""

import re
from itertools import pairwise

_AMOUNT = r"thousand|million|billion|trillion|(?-i:bn|m|k)|per\s?cent|%|pence|pounds?"
_RATE = r"(?:an?|per|each|every)\s(?:hour|day|night|week|fortnight|month|quarter|year|annum|head)(?!\sof\b)"
_CLOSED = (
    r"an?|the|this|these|those|of|in|to|for|on|at|by|with|from|into|onto|(?:over|under)(?!\s\d)|between|among"
    r"|across|during|since|until|within|without|against|about|as|than|per|towards?|via|out\sof|up\sto|after"
    r"|before|including|nearly|almost|around|just|only"
    r"|which|that|who|whom|whose|where|when|while|because|if|although|though|whereas|but|and|or|nor|unless"
    r"|is|are|was|were|be|been|being|has|have|had|would|can|could|(?-i:may|(?<!her\s)(?<!his\s)(?<!\ba\s)will)|might|must|shall|should|did|do"
    r"|does"
)
_LEADING = re.compile(
    rf"(?:(?:{_AMOUNT}|{_RATE}|{_CLOSED}|so|not|(?:more|less)\sthan|at\sleast)(?:,?\s|$))+", re.I
)
# "A dock that is worth", "the cables which hold".
_LEFT_OPEN = (
    r"(?:that|which|who)\s(?:(?:is|are|was|were)\sworth|starts?|started|stands?|stood|comes?|came|began|holds?|held"
    r"|makes?|made|gets?|got|gives?|gave|takes?|took)"
)
_TRAILING = re.compile(
    rf"(?:(?:^|[\s,;:–—-]+)(?:{_CLOSED}|{_LEFT_OPEN}|an?\s(?:further|total|average)|its|their|our|his|her|my|your"
    r"|they|we|he|she|i))+$",
    re.I,
)
# "The complaints they looked at", "less than they did", "what it will bring in".
_STRANDED = re.compile(
    r"\s(?:it|they|we|he|she|you|I)\s(?:\w+\s){1,2}(?:at|on|for|in|to|with|by|of)$"
    r"|\sthan\s(?:before|(?:it|they|we|he|she|you|I)\s\w+)$"
    r"|\b(?:br(?:ing|ings|inging|ought)|t(?:ake|akes|aken|aking|ook)|pa(?:y|ys|id)|c(?:ome|omes|oming|ame))\sin$"
)
_FIELD = re.compile(r"\(\(\w*\)\)|^\w+\)\)|\(\)")  # where something personal was taken out
_QUOTES = re.compile(r"[\"“”]")
_ENDS = " ,.;:!?-–—'\"’‘“”"


def neat(measure: str) -> str:
    """`measure` without ragged edges; "" where it had nothing else."""
    words = " ".join(_whole(_FIELD.sub(" ", measure)).split()).strip(_ENDS)
    if len(_QUOTES.findall(words)) % 2:
        words = _QUOTES.sub("", words)
    if lead := _LEADING.match(words):
        words = words[lead.end() :]
    return words if _STRANDED.search(words) else _TRAILING.sub("", words).strip(_ENDS)


def _whole(words: str) -> str:
    """The longest part with no bracket that is only opened or only closed."""
    cuts, opened = [-1], list[int]()
    for place, sign in enumerate(words):
        if sign == "(":
            opened.append(place)
        elif sign == ")":
            if opened:
                opened.pop()
            else:
                cuts.append(place)
    cuts = sorted([*cuts, *opened, len(words)])
    parts = [words[left + 1 : right] for left, right in pairwise(cuts)]
    return max(parts, key=len)
