"""Noun phrases by rule: where the thing counted begins and ends, and where a phrase breaks off."""

import re

# Words a noun phrase does not go past.
_ENDS = frozenset(
    """is are was were be been being has have had do does did will would shall should can could may might must
    to of in on at by for from with into onto over under between among across during since until before after
    through via within without against about as than that which who whom whose when where while because if
    so but nor and or per a an the this these those it they we he she you i not also already now currently who
    have had more less each every came come comes went go goes made make took take said told reached left died
    lost received given spent paid sent held found known met begin began rather including such according last
    next
    like both either annually overall respectively so far""".split()
)
_IRREGULAR = frozenset(
    """people children women men police staff fish aircraft sheep personnel lives wives families feet teeth
    young elderly youths media data""".split()
)
# Plurals that more often stand before the noun they belong to: "sports clubs".
_MODIFIERS = frozenset(
    "sports arms goods sales rights benefits services pensions women’s children’s police media data".split()
)
_WORD = re.compile(r"[ -]([^\W\d_][\w’'-]{0,40})")
# "an Education, Health and Care Plan" is one name.
_BREAK = re.compile(
    r"[;:—–\n\ufffc]|[.!?]\s|[.!?]$|,(?!\d|\swoman\b|\s[A-Z][\w’'-]+ and [A-Z])|[)(“”\"]|\s-\s"
)
_CLAUSE = re.compile(
    r"[\s,](?:which|who|that|where|when|while|because|although|though|whereas|but|nor|as|with the (?:aim"
    r"|exception)"
    r"|compared (?:to|with)|including|and (?:the|we|they|it|this|these|a|an|is|are|was|were|has|have"
    r"|had|will|must|would|could|should|can|may|further)\b"
    r"|and (?:(?:up|more|less|over|around|about|nearly|almost|some|approximately|at|least|a|an|further"
    r"|additional|to|than)\s){0,3}[£€$\d][\d,.]*"
    r"|and (?:paid|gave|took|made|lost|cut|built|sold|left"
    r"|\w+ed) (?:the|an?|its|their|our|his|her|us|it|them|[£€$]|\d+)"
    r"|(?:only|in order|so as) to"
    r"|(?<!need\s)(?<!want\s)(?<!hope\s)(?<!thought\s)(?<!believed\s)(?<!expected\s)(?<!known\s)(?<!likely\s)(?<!due\s)"
    r"to (?:be|get|go|come|reach|make|take|have|do|keep))\b",
    re.I,
)

# "the complaints it looked at": a preposition that ends its clause belongs to the verb.
_STRANDED = re.compile(r"\s(?:it|they|we|he|she|you|I)\s(?:\w+\s){1,2}(?:at|on|for|in|to|with|by|of)\s?$")
_LOOSE = frozenset("and or the a an of in to for on at with by is".split())

# "212 people who crew the boats", "homes in this country that get no signal"
_WHO = re.compile(
    r"\s(?!and\s|or\s)(?:[\w’'-]+\s){1,3}?(?:(?:in|on|at)\s(?:[\w’'-]+\s){1,3}?)?(?:who|that)\s"
    r"(?!(?:the|an?|our|its|their|his|her|this|these|those|it|we|they|he|she|you|i|there|will|would)\b)(?=[a-z])"
)


def noun_phrase(text: str, end: int) -> str:
    """The noun phrase right after text[:end], up to its head: "illegal migrants". "" where there is none."""
    words: list[str] = []
    at = end
    for _ in range(6):
        match = _WORD.match(text, at)
        if match is None:
            break
        word = match.group(1)
        if word.lower() in _ENDS and not (words == [] and word.lower() in {"more", "less"}):
            break
        if words and is_plural(words[-1]) and words[-1].lower() not in _MODIFIERS:
            break
        words.append(word)
        at = match.end()
        if word.lower().endswith("ed") and len(words) > 1 and is_plural(words[-2]):
            words.pop()
            break
    while (
        words
        and words[0].lower() in {"more", "additional", "extra", "other", "further", "new"}
        and len(words) > 1
    ):
        words.pop(0)
    return re.sub(r"[’']s?$", "", " ".join(words))


def is_plural(word: str) -> bool:
    """Whether an English word looks like a plural noun."""
    low = word.lower()
    return low in _IRREGULAR or (
        low.endswith("s") and not low.endswith(("ss", "us", "is", "’s", "'s")) and len(low) > 3
    )


def run(text: str, start: int, end: int, limit: int = 12) -> str:
    """The words from `start` to the first break of the phrase, clause or sentence, at most `limit` words."""
    piece = text[start:end]
    stop = _BREAK.search(piece, 1)
    piece = piece[: stop.start()] if stop else piece
    clause = _CLAUSE.search(piece, 1)
    words = (piece[: clause.start()] if clause else piece).split()
    if clause or len(words) > limit or not _STRANDED.search(piece):
        words = words[:limit]
        while words and words[-1].lower() in _LOOSE:
            words.pop()
    return " ".join(words).strip(" ,.;:!?'\"’‘“”")


def what_they_do(text: str, start: int, end: int) -> str:
    """What is said of the things at `start`: the "crew the boats" of "people who crew the boats"; else ""."""
    who = _WHO.match(text, start, end)
    return run(text, who.end(), end) if who else ""


def last_clause(text: str, start: int, end: int) -> str:
    """The words of text[start:end] after its last comma, colon or other break."""
    piece = text[start:end]
    at = 0
    for stop in re.finditer(
        r"[;:—–\n(]|,(?!\d)|\s-\s"
        r"|\s(?:(?<!of )(?<!for )(?<!from )(?<!with )that|which|because|and (?:the|we|they|it|this)|but|while"
        r"|where)\s",
        piece,
    ):
        if len(piece[stop.end() :].split()) >= 2:
            at = stop.end() if not stop.group().strip().startswith("and") else stop.start() + 5
    return " ".join(piece[at:].split())
