"""The subject of the clause that stands before a figure, found by rules."""

import re

from correspondence.figures.phrases import last_clause

_FINITE = (
    r"is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|rose|fell|grew|came|went|stood|stands"
    r"|climbed|jumped|soared|remains?"
)
# "A rise", "our costs": such a word is no verb behind one of these.
_NO_NOUN = r"(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?<!\bits\s)(?<!\bour\s)(?<!\btheir\s)(?<!\bthis\s)(?<!\bof\s)"
VERB = re.compile(
    rf"\s(?:{_FINITE}|{_NO_NOUN}(?:(?:cost|costs|rise|fall|covers?|account|provides?)(?!\s(?:{_FINITE}|of|in|per)\b)"
    r"|surged|plunged|slumped|shrank|increased|decreased|dropped|reduced|doubled|halved|reached|hit|totalled"
    r"|makes?(?=$|\sup)|made up|accounts|accounted|raised?|raises|receive[sd]?|expects?|accepts?|covered"
    r"|employs?|employed|represents?|averages|averaged|exceeds?|pays|owes|owed|spends|earns|gets|got|takes|brings"
    r"|brought|saves|sells|loses|lost|wants|faces|owns|holds|gives|gave|keeps|leaves))\b",
    re.I,
)
_OPENER = re.compile(
    r"^(?:(?:in\s(?:19|20)\d\d(?:[/–-]\d\d)?,?|and|but|so|also|meanwhile|however|therefore|that|then|moreover"
    r"|in addition|as of|for example|this means|(?:this|last|next)\s\w+(?=\s(?:the|our|its|their)\s))\s)+",
    re.I,
)
_PRONOUN = frozenset(
    """it this that they we which these he she i there who you here over is was are""".split()
) | {
    "",
    "of this",
    "of these",
    "of which",
    "of that",
    "of those",
}
# Words that only lead from a subject to its number.
ENDING = re.compile(
    r"(?:(?:^|\s)(?:by|to|of|at|over|around|about|up|more|than|less|under|almost|nearly|approximately|some|just|only|from|an?|the|total"
    r"|circa|between|least|above|below|additional|further|estimated))+$",
    re.I,
)
_BRACKETS = re.compile(r"\s?\([^()]{0,120}\)")
_ASIDE = re.compile(
    r",\s(?:(?:in|by|since|on|for|now|currently|then|once|already|still)\s[^,]{1,30}|(?:in|ex)cluding\s[^,]{2,80}),\s"
)
# "A hub, where banks take turns, costs £9 to run": what comes between a subject and its verb.
_WHERE = re.compile(
    r",\s(?:which|who|whose|where|when|(?:in|on|at|of|for|to|by|under|through)\s(?:which|whom))\s[^,;:.]{2,100},"
    rf"(?={VERB.pattern})",
    re.I,
)
# "as little as £3", "in the region of £4m", "on average £90": how near a number is, not what it is of.
_ABOUT = re.compile(
    r"(?:(?:^|\s)(?:as\s(?:little|much|many|low|high|few)\sas|in\sthe\s(?:region|order)\sof|(?:an\s)?average\sof|on\saverage"
    r"|a\s(?:total|maximum|minimum|combined\stotal)\sof|no\s(?:more|less|fewer)\sthan|(?:any\w+\s)?up\sto|upwards\sof"
    r"|in\sexcess\sof|well\s(?:over|under)|close\sto|roughly|a\s(?:record|combined|mere|massive|staggering|whopping"
    r"|paltry|full)))+\s*$",
    re.I,
)
# "the shops that open late will": a clause within the subject, not the one that is said or found.
_RELATIVE = re.compile(
    r"\b(?!(?:says|shows|finds|claims|means|believes|thinks|warns|adds|suggests|argues|states|hopes|estimates)\s)"
    r"[a-z’'-]{2,30}s\s(?P<rest>(?P<who>(?:that|which|who)\s)(?!(?:the|an?|our|its|their|his|her|this|these|those"
    r"|it|we|they|he|she|you|i|there|is|are|was|were|has|have|had|will|would|can|could|some|all|no|only|\d\S*)\s)"
    r"[a-z]{2,20}\s)(?=\w)"
)
_OPEN = re.compile(r"\b(?:that|whether|if|because)$", re.I)
_SURE = re.compile(rf"\s(?:{_FINITE})\b", re.I)
_OTHER_FIGURE = re.compile(
    r"[£€$\d]\S*(?:\s(?:million|billion|per cent))?(?:\s[\w’'-]+){0,8}?,?\s(?:and|or|[–-])\s"
)
_A_FIGURE = re.compile(r"[£€$%\ufffc]|(?<![\d/–-])(?!(?:19|20)\d\d(?!\d))\d\d")
_SUBORDINATE = re.compile(
    r"\s(?:if|when|unless|until|after|before)\s(?=(?:the|an?|its|our|their|it|they|we)\s)"
)
_IT_IS = re.compile(
    r"^(?:this|it|that)\s(?:(?:is|was)\s|will be\s|represent(?:s|ed)\s|marks?\s)(?:an?|the)\s", re.I
)
_FIRST = re.compile(r"^\s?\w+\s?")
_LED_BY = re.compile(
    r"^(?:\s(?:is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|must|should|also|already"
    r"|now|currently|still|only|just|then|soon|not|\w{2,12}ly))+(?=\s|$)",
    re.I,
)
# Verbs that say only that something has the value: "rose", "came to", "is expected to reach".
_LEADS = re.compile(
    r"(?:\s?\b(?:ris(?:e|es|en|ing)|rose|falls?|fallen|fell|falling|grow[sn]?|grew|growing|increas(?:e[sd]?|ing)"
    r"|decreas(?:e[sd]?|ing)|dropp?(?:s|ed|ing)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|surged|plunged"
    r"|slumped|shrank|shrunk|go(?:es|ing|ne)?|went|c[oa]mes?|coming|reach(?:e[sd]|ing)?|hit|totall?(?:s|ed|ing)?|stands?"
    r"|stood|costs?|costing|amounts?|amounted|average[sd]?|averaging|exceed(?:s|ed)?|remain(?:s|ed)?|stay(?:s|ed)?"
    r"|accounts?|accounted|make[s]?|made|represent(?:s|ed|ing)?|set|put|cut|estimated|expected|projected|predicted"
    r"|thought|forecast|valued|priced|capped|fixed|frozen|reported|recorded|measured|believed|likely|due|worth|reduced"
    r"|raised|lowered|lifted|uprated|doubled|halved|tripled|equivalent|equal|is|are|was|were|be|been|being|has"
    r"|have|had|will|would|up|down|back|out|by|to|at|from|of|for|in|over|and|more|less|than|about|around|under|together"
    r"|altogether|again|further|even|total|now|only|just|already|currently|still|nearly|almost|also|the|an?|it|which"
    r"|\w{2,12}ly))*\s*",
    re.I,
)
# "400 yards wide", "£90 better off": said of the subject.
IS = re.compile(
    r"\b(?:is|are|was|were|be|been|stands?|stood|rises?|measures?|runs?|lies)\s"
    r"(?:(?:about|around|over|nearly|almost|some|only|just|more than|now|still|at least|up to)\s)*$"
)
_MOST = 18  # words of a subject with what is said of it
_WHICH = re.compile(
    r",\swhich\s(?:(?:it|they|he|she|we|i|ministers|the\s\w+)\s(?:says?|said|claims?|believes?|thinks?|reckons?)\s)?"
    r"(?:is|was|are|were|will be|has been|have been|came|comes|come|stands|stood|amounted)$",
    re.I,
)
# "The limit above which boats pay will rise": what has the value is the limit.
_ABOVE_WHICH = re.compile(
    r"(?P<noun>(?:[\w’'-]+\s){0,3}[\w’'-]+)\s(?:above|below|over|under|beyond|up to)\swhich\s[^,;:]{3,80}"
    r"\s(?:will|would|is|was|rises?|rose|falls?|fell|has|stands?|stood|goes|went)\b"
)


def subject(before: str) -> str:
    """The subject of the clause that `before` ends in; with a pronoun for subject, the words said of it."""
    return _parts(before)[0]


def said(before: str) -> str:
    """The subject with what is said of it, unless that only leads to the number: "firm fined" but "fares"."""
    head, rest = _parts(before)
    rest = _LED_BY.sub("", f" {_OTHER_FIGURE.split(rest)[-1].strip(' ,–-')}")
    rest = re.sub(r"(?:\s(?:is|are|was|were|(?:to )?be|and|or|with|including))+$", "", rest)
    leads = not rest.strip() or _LEADS.fullmatch(rest) or _A_FIGURE.search(rest)
    if leads or len(f"{head} {rest}".split()) > _MOST:
        return head
    return " ".join(f"{head} {rest}".split()).rstrip(" ,")


def _parts(before: str) -> tuple[str, str]:
    """The subject of the last clause of `before`, and the words after it where they have a verb."""
    before = ENDING.sub("", before.rstrip())
    if above := _ABOVE_WHICH.search(before):
        return bare(above["noun"]), ""
    if which := _WHICH.search(before):
        words = bare(" ".join(last_clause(before, 0, which.start()).split()[-8:]))
        return subject(before[: which.start()]) if _A_FIGURE.search(words) else words, ""
    if _OPEN.search(before):
        return "", ""
    clause, after = _clause(before)
    verb = _verb(clause, after)
    head = bare(clause[:verb] if verb else clause)
    if verb and head.lower().endswith("there"):
        return bare(_FIRST.sub("", clause[verb:])), ""
    if head.lower() not in _PRONOUN and verb:
        return head, clause[verb:]
    words = re.sub(r"^(?:of|from|to|by)\s(?=\w+ing\s)", "", bare(" ".join(clause.split()[-8:])))
    return ("" if words.lower() in _PRONOUN else _IT_IS.sub("", words)), ""


def _clause(before: str) -> tuple[str, int]:
    """The last clause, and where in it its own verb may begin: past "the shops that open late"."""
    relative = next(reversed([*_RELATIVE.finditer(before)]), None)
    if relative is None or not VERB.search(before, relative.end()):
        clause = last_clause(before, 0, len(before))
        return _SUBORDINATE.split(clause)[-1], 0
    head = last_clause(before, 0, relative.start("who"))
    return f"{head} {' '.join(before[relative.start('who') :].split())}", len(head) + len(relative["rest"])


def _verb(clause: str, after: int) -> int:
    """Where the verb of a clause begins, looked for from `after`; 0 where it has none."""
    for verb in VERB.finditer(clause, after):
        if re.search(r"\b(?:who|that|which)$", clause[: verb.start()]):
            continue
        later = None if _SURE.fullmatch(verb.group()) else _SURE.search(clause, verb.end())
        if later is None or re.search(r"\b(?:and|but|or|than|who)\b", clause[verb.end() : later.start()]):
            return verb.start()
    return 0


def bare(words: str) -> str:
    """`words` without what only ties them to the sentence before."""
    words = _OPENER.sub("", words.strip(" ,.;:'\"’‘“”•\ufffc"))
    return re.sub(r"^(?:the|a|an)\s(?=\w)", "", words, flags=re.I).strip(" ,.;:'\"’‘“”")


def opened(before: str) -> str:
    """`before` without what stands in brackets, and without a bracket that is still open right at its end."""
    before = _WHERE.sub("", _ASIDE.sub(" ", _BRACKETS.sub("", before)))
    return _ABOUT.sub(" ", re.sub(r"\s?\((?=[^()]{0,12}$)", " ", before))
