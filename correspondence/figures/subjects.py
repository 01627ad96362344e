"""The subject of the clause that stands before a figure, found by rules."""

import re

from correspondence.figures.phrases import last_clause

VERB = re.compile(
    r"(?<!\bthe)\s(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|cost|costs|rose"
    r"|fell|grew|rise|fall"
    r"|surged|increased|decreased|dropped|reduced|stood|stands|reached|totalled|make up|makes up"
    r"|made up|account|accounts"
    r"|accounted|raised?|raises|receive[sd]?|expects?|accepts?|covers?|covered|provides?|employs?"
    r"|employed|represents?|came|remains?)\b",
    re.I,
)
_OPENER = re.compile(
    r"^(?:(?:in\s(?:19|20)\d\d(?:[/–-]\d\d)?,?|and|but|so|also|meanwhile|however|therefore|that|then|moreover"
    r"|in addition|as of|for example|this means)\s)+",
    re.I,
)
_PRONOUN = frozenset("""it this that they we which these he she i there who you here over""".split()) | {
    "",
    "of this",
    "of these",
    "of which",
    "of that",
    "of those",
}
# Words that only lead from a subject to its number.
_ENDING = re.compile(
    r"(?:(?:^|\s)(?:by|to|of|at|over|around|about|up|more|than|less|under|almost|nearly|approximately|some|just|from|an?|the|total"
    r"|circa|between|least|above|below|additional|further|estimated))+$",
    re.I,
)
_BRACKETS = re.compile(r"\s?\([^()]{0,120}\)")
_ASIDE = re.compile(r",\s(?:(?:in|by|since|on|for)\s[^,]{2,20}|(?:in|ex)cluding\s[^,]{2,80}),\s")
_WHICH = re.compile(r",\swhich\s(?:is|was|are|were|will be|has been|have been)$")


def subject(before: str) -> str:
    """The subject of the clause that `before` ends in; with a pronoun for subject, the words said of it."""
    before = _ENDING.sub("", before.rstrip())
    if which := _WHICH.search(before):
        return bare(" ".join(last_clause(before, 0, which.start()).split()[-8:]))
    clause = last_clause(before, 0, len(before))
    verb = VERB.search(clause)
    head = bare(clause[: verb.start()] if verb else clause)
    if verb and head.lower().endswith("there"):
        return bare(clause[verb.end() :])
    if head.lower() not in _PRONOUN and verb:
        return head
    words = bare(" ".join(clause.split()[-8:]))
    return "" if words.lower() in _PRONOUN else words


def bare(words: str) -> str:
    """`words` without what only ties them to the sentence before."""
    words = _OPENER.sub("", words.strip(" ,.;:'\"’‘“”\ufffc"))
    return re.sub(r"^(?:the|a|an)\s(?=\w)", "", words, flags=re.I).strip(" ,.;:'\"’‘“”")


def opened(before: str) -> str:
    """`before` without what stands in brackets, and without a bracket that is still open right at its end."""
    before = _ASIDE.sub(" ", _BRACKETS.sub("", before))
    return re.sub(r"\s?\((?=[^()]{0,12}$)", " ", before)
