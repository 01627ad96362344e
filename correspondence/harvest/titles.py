"""A short name for a Paragraph, of its own words."""

import re
from collections.abc import Sequence

from correspondence.harvest.phrases import one_of
from correspondence.text import sentences

_LONGEST = 8  # words
_FILLER = one_of(r"""
    however | moreover | furthermore | indeed | also | therefore | finally | firstly | secondly
    in addition | of course
    and | but | so | now | meanwhile | for (?:example|instance) | as you (?:may |will )?(?:know|be aware)
    let[’']s be clear | (?:be|rest) assured(?: that)? | there is no doubt that
    i (?:can|would like to|want to|must|should) assure you(?: that)? | i (?:am pleased|am aware) that
    i (?:know|understand|appreciate|recognise|believe|agree|think|note) that
    (?:many )?thank(?:s| you)[^.,:]{0,60}? (?:about|regarding|concerning)
    it is (?:of course )?(?:clear|important|essential|vital|right|worth noting|my view) that
""").pattern
_SAYS = r"^[^\"“”.]{3,100}?\b(?:said|says|added|told (?:\w+ ){0,2}\w+)\s*:\s*(?=[\"“])"
_BEFORE = re.compile(rf"(?:{_SAYS}|^(?:[-*•–]|\d{{1,2}}[.)]|\([a-z]\))\s+)")
_LEAD = re.compile(rf"{_FILLER}\b[,:]?\s+", re.IGNORECASE)
_WEAK_END = frozenset(
    """a an the of to in on at by for from with and or but that which who as is are was were has have had
    be been will would it its this these their his her our not more than i we into over""".split()
)


def title(text: str, longest: int = _LONGEST) -> str:
    """Up to eight words from the start of a text, without what only leads in; "…" where it goes on."""
    sentence = re.sub(r"[\"“”]", "", _telling(_BEFORE.sub("", text, count=1))).replace("\n", " ")
    start = sentence
    while match := _LEAD.match(start):
        start = start[match.end() :]
    words = (start or sentence).split()
    kept = words[:longest]
    while len(kept) > 3 and kept[-1].strip(",;:").lower() in _WEAK_END:
        kept.pop()
    short = " ".join(kept).strip(" ,;:.\"“”'‘")
    short = short[:1].upper() + short[1:]
    return short[:120] + ("…" if len(kept) < len(words) else "")


def _telling(text: str) -> str:
    """The first of its first sentences that has some words: not "Order.", not "I do agree."."""
    first = sentences(text)[:3]
    return next((sentence for sentence in first if len(sentence.split()) > 3), first[0] if first else "")


def titles(texts: Sequence[str]) -> list[str]:
    """A title for each text of one Document, longer or from a later sentence where two would be the same."""
    found: set[str] = set()
    named: list[str] = []
    for text in texts:
        name = title(text)
        if name in found:
            others = (title(text, 2 * _LONGEST), *map(title, sentences(text)[1:3]))
            name = next((other for other in others if other and other not in found), name)
        found.add(name)
        named.append(name)
    return named
