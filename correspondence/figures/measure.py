"""What a figure measures, as the noun phrase of its own sentence, found by rules."""

import re

from correspondence.figures.found import Found
from correspondence.figures.phrases import last_clause, run

_RATE = re.compile(
    r"^[\s-](?:a|an|each|every|per)[\s-](?:hour|day|night|week|month|quarter|year|annum|head)\b"
    r"|^\s(?:annually|per [a-z]+)\b"
)
_AUXILIARY = r"(?:has|have|had|is|are|was|were|will|would|be|been|being|also|already|now|can|could|going)"
_GIVEN = (
    r"(?:committed|invested|agreed|allocated|spent|provided|provid(?:e|ing)|available|announced"
    r"|set aside|pledged|given|awarded|paid"
    r"|made available|made|funded|used|earmarked|secured|raised|delivered|go|goes|went|contributed"
    r"|directed|worth|targeted|additional"
    r"|in total|in funding|of (?:new |additional |extra |government |capital |public )*(?:funding"
    r"|investment|support|money|grants?))"
)
_LINK = re.compile(
    rf"^(?:\s{_AUXILIARY})*(?:\s{_GIVEN})*\s(?P<prep>towards?|for|to|into|in|on|of|against|from"
    rf"|through|via|across)\s"
    r"(?:(?:help(?: to)?|cover|fund|support|pay for|go to help|meet|be spent on|help to pay for)\s)?(?=\S)",
    re.I,
)
_LATER = re.compile(
    rf"^\s(?:the|we|it|they|this)(?:\s\w+){{0,4}}\s(?:has|have|had|will|is"
    rf"|are)(?:\s\w+){{0,2}}\s{_GIVEN}\s(?:towards?|for|to|into|in|on)\s",
    re.I,
)
_TOTAL = re.compile(
    r"(?P<what>[^,;:.]{2,120}?)\s(?:totall?ing|worth|costing|amounting to|valued at|of)\s(?:(?:up to"
    r"|over|more than|around|about|between"
    r"|almost|nearly|some|approximately|at least|just over|just under|a further|an? (?:additional"
    r"|estimated))\s)*$",
    re.I,
)
_PAYING = re.compile(r"\b(?P<verb>pay(?:ing|s)?|paid|charg(?:e|es|ing|ed))\s(?:\w+\s){0,3}$", re.I)
_VERB = re.compile(
    r"\s(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|cost|costs|rose"
    r"|fell|grew|rise|fall"
    r"|surged|increased|decreased|dropped|reduced|stood|stands|reached|totalled|make up|makes up"
    r"|made up|account|accounts"
    r"|accounted|raised?|raises|receive[sd]?|expects?|accepts?|covers?|covered|provides?|employs?"
    r"|employed|represents?|came|remains?)\b",
    re.I,
)
_OPENER = re.compile(
    r"^(?:(?:and|but|so|also|meanwhile|however|therefore|that|then|moreover|in addition|as of"
    r"|for example|this means)\s)+",
    re.I,
)
_PRONOUN = {
    "",
    "it",
    "this",
    "that",
    "they",
    "we",
    "which",
    "these",
    "he",
    "she",
    "i",
    "there",
    "who",
    "you",
    "here",
}
_CHANGE = re.compile(
    r"^\s(?:\w+\s){0,2}(?:of|in|increase|rise|decrease|reduction|cut|fall|growth|drop|uplift|more"
    r"|less|fewer|higher|lower)\b",
    re.I,
)
_FROM = re.compile(r"\sfrom\s(?:[^;:]{1,30}?\sto\s)?$", re.I)
_CHANGING = re.compile(
    r"\b(?:increas(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|cut(?:s|ting)?|reduc(?:e|es|ed|ing)"
    r"|lower(?:s|ed|ing)?|lift(?:s|ed|ing)?|chang(?:e|es|ed|ing)|took|brought|put up)"
    r"\s(?P<what>[^,;:]{2,80})$",
    re.I,
)
_BE = re.compile(
    r"\s(?:has|have|had)?\s?(?:is|are|was|were|been|being|be|are being"
    r"|were being)\s(?=(?:\w+ly\s)?\w+(?:ed|en|nt|ld|ught)\b)",
    re.I,
)
_GROUP = re.compile(
    r"(?<![\w’-])(?P<group>(?:[\w’-]{1,40}\s){0,4}(?:team|group|network|list|panel|range|force|pool|fleet|cohort"
    r"|programme))\sof\s(?:\w+\s){0,2}$",
    re.I,
)


def measure(text: str, sentence: tuple[int, int], found: Found) -> str:
    """The noun phrase that `found` measures; "" for names and where the sentence gives none."""
    rule = {"money": _of_money, "count": _of_count, "percentage": _of_share, "ratio": _of_share}.get(
        found.kind
    )
    if found.kind in {"money", "percentage"} and (what := _of_change(text[sentence[0] : found.start])):
        return what[:300]
    if rule is not None:
        return rule(text, sentence, found)[:300]
    return "" if found.kind in {"office_holder", "bill"} else _of_time(text, sentence, found)[:300]


def _of_money(text: str, sentence: tuple[int, int], found: Found) -> str:
    start, end = sentence
    before, at = text[start : found.start], _past_rate(text, found.end, end)
    after = text[at:end]
    if later := _LATER.match(after):
        return run(text, at + later.end(), end)
    if (named := _TOTAL.search(before[-160:])) and (
        what := last_clause(named["what"], 0, len(named["what"]))
    ):
        place = run(text, at + 1, end, 6) if re.match(r"\s(?:in|for)\s", after) else ""
        return f"{_bare(what)} {_VERB.split(place)[0]}".strip()
    if link := _LINK.match(after):
        phrase = run(text, at + link.end(), end)
        if link["prep"] in {"in", "of"} and re.match(r"(?:19|20)\d\d\b", phrase):
            return _subject(before) or phrase
        paying = _PAYING.search(before)
        return f"{paying['verb'].lower()} {link['prep']} {phrase}" if paying and phrase else phrase
    noun = re.match(
        r"\s(?=[a-z])(?!(?:and|or|as|over|between|which|by|the|we|was|is|were|will|last|next|this|since)\b)",
        after,
    )
    return run(text, at + 1, end) if noun else _subject(before) or run(text, at, end)


def _of_change(before: str) -> str:
    """What goes "from £4" "to £5": the object of the verb where it has one, else the subject."""
    change = _FROM.search(before)
    if change is None:
        return ""
    before = before[: change.start()]
    changing = _CHANGING.search(before)
    return _bare(changing["what"]) if changing else _subject(before)


def _of_count(text: str, sentence: tuple[int, int], found: Found) -> str:
    """The things counted with what is said of them: "migrants returned every month"."""
    start, end = sentence
    phrase = run(text, found.end, end)
    phrase = _BE.sub(" ", " " + phrase + " ", count=1)
    phrase = re.sub(r"\s(?:has|have|had)\s(?:been\s)?", " ", phrase, count=1).strip()
    rated = re.search(r"\s((?:every|each) (?:day|week|month|year))(?=\s\w)", phrase)
    if rated:
        phrase = f"{phrase[: rated.start()]}{phrase[rated.end() :]} {rated.group(1)}"
    if group := _GROUP.search(text[start : found.start]):
        return f"{found.unit or phrase} of {_bare(group['group'])}"
    return phrase or _subject(text[start : found.start])


def _of_share(text: str, sentence: tuple[int, int], found: Found) -> str:
    start, end = sentence
    before, after = text[start : found.start], text[found.end : end]
    whole = re.match(r"\s(?:of|in)\s", after)
    subject = _subject(before)
    if (
        whole
        and re.search(r"\b(?:make|makes|made) up\b|\baccount\w*\b|\brepresent\w*\b", before[-40:])
        and subject
    ):
        return f"{subject} as a share of {run(text, found.end + whole.end(), end)}"
    if whole and not re.match(r"\s(?:in|of)\s(?:(?:19|20)\d\d|\ufffc)", after):
        return run(text, found.end + whole.end(), end)
    if _CHANGE.match(after) or found.kind == "ratio":
        return run(text, found.end, end) or subject
    return subject or run(text, found.end, end)


def _of_time(text: str, sentence: tuple[int, int], found: Found) -> str:
    """What happens then: the words before it in its clause, or after it where it opens the clause."""
    before = last_clause(text, sentence[0], found.start)
    words = re.sub(
        r"\s?\b(?:in|on|by|since|until|from|of|for|over|during|the|within|at|to|and|just|between|as)$",
        "",
        before,
    )
    words = re.sub(r"\s?\b(?:in|on|by|since|until|from|of|for|over|during|the|within|at|as)$", "", words)
    if len(words.split()) >= 3:
        return _bare(" ".join(words.split()[-12:]))
    rest = re.match(r"(?:[’']s)?[\s,]+", text[found.end : sentence[1]])
    return run(text, found.end + (rest.end() if rest else 0), sentence[1], 12)


def _subject(before: str) -> str:
    """The subject of the clause that `before` ends in; with a pronoun for subject, the words said of it."""
    clause = last_clause(before, 0, len(before))
    verb = _VERB.search(clause)
    subject = _bare(clause[: verb.start()] if verb else clause)
    if subject.lower() not in _PRONOUN and verb:
        return subject
    words = re.sub(
        r"\s(?:by|to|of|at|over|around|about|up to|more than|almost|nearly|from|an? |a total of)+$",
        "",
        clause,
    )
    return _bare(" ".join(words.split()[-8:]))


def _bare(words: str) -> str:
    """`words` without what only ties them to the sentence before."""
    words = _OPENER.sub("", words.strip(" ,.;:'\"’‘“”\ufffc"))
    return re.sub(r"^(?:the|a|an)\s(?=\w)", "", words, flags=re.I).strip(" ,.;:'\"’‘“”")


def _past_rate(text: str, at: int, end: int) -> int:
    rate = _RATE.match(text[at:end])
    return at + rate.end() if rate else at
