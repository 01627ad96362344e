"""Whom a sentence quotes in passing: "You quote the trust as saying that …", "the trust's claim that …"."""

import re

from correspondence import text as texts
from correspondence.harvest.names import NAME
from correspondence.harvest.phrases import one_of

_BETWEEN = frozenset(  # words that stand before whoever speaks, and are no part of the name
    """with from by in to on at for about that when where because which and but if as while than why how what
    whether who like against though although since or yet so nor is are was were after before despite
    without under over into between among until unless only even then now""".split()
)
_JOINS = frozenset(["for", "and", "on", "in", "at"])  # in a name: "Planks and Piers Union"
_HELPERS = frozenset(
    """has have had will would may might could can should must also just often once now then always never
    recently still both all long since not then rightly wrongly publicly repeatedly""".split()
)
_OUR_DEED = re.compile(  # "I have heard" of "I have heard ministers"
    r"(?:I|[Ww]e|[Yy]ou)"
    r"(?: (?:have|had|been|do|did|can|could|will|would|may|must|not|cannot|also|well|quite|fully))*"
    r" [a-z]+(?: it)?(?: of)? (?=\S)"
)
_OURS = re.compile(
    r"(?:I|we|you|my|our|your|me|us|mine|ours)\b(?! \w)|(?:I|we|you)\b|.* (?:I|we)$", re.IGNORECASE
)
_NO_ONE = re.compile(r"(?:it|there|this|these|nothing|one|here|what|who|which|that)\b(?! \w)", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"[A-ZÀ-Þ]|(?:the|an?|some|many|most|several|certain|other|those|my|our|your|his|her|its|their|one|both"
    r"|few)\b|(?:[a-z-]+ )*(?:[a-z-]+s|people|wom[ae]n|m[ae]n)(?: (?:of|in|at|from|on) .*)?$"
)
_MEANT = {"his": "he", "her": "she", "their": "they", "its": "it"}
_PRONOUNS = frozenset(_MEANT.values())
_UNTOLD = "some"  # whom only "it" means
_WHEN = re.compile(r"^(?P<whom>.*?),? (?:when|where|if|as|because|that)(?: [a-z]+ly)? (?:s?he|they|it)$")
_APPOSED = re.compile(rf"({NAME}), (?:one of|an?|the) [^,]*$")  # "Mr Field, one of the harbour's leaders"
_LONGEST = 10  # words of whoever speaks
_WORD = (
    r"(?!(?:that|who|which|I|[Ww]e|[Yy]ou|as|about|to|is|are|was|were|has|have|had|because|when|but|in|on|at"
    r"|for|and)\b)\S*[\w’']"
)
_ONE = rf"(?P<who>{_WORD}(?: (?:{_WORD}|(?:for|and|on|in|at) (?:the )?[A-Z]\S*[\w’'])){{0,8}})"
_SAID = one_of(r"""
    arguments? | claims? | views? | accusations? | charges? | suggestions? | warnings? | complaints?
    concerns? | assertions? | contentions? | allegations? | remarks? | comments? | statements? | phrase
    words | verdict | descriptions? | assessments? | promises? | assurances? | boasts? | jibes? | taunts?
    criticisms? | fears? | beliefs? | observations? | conclusions? | slogan | answers? | repl(?:y|ies)
    responses? | insistence | predictions? | opinions? | judge?ments? | objections? | line | point
    cry | advice | admissions? | pledges?
""").pattern
_TOLD = one_of(r"""
    told | accused | described | dismissed | condemned | branded | warned | assured | informed | criticised
    attacked | advised | put | said | voiced | made | characterised | denounced | labelled | portrayed | asked
    urged | quoted | likened | called
""").pattern
_SAYS = re.compile(
    r"\b(?<!-)(?!called *$)(?:sa(?:ys?|id)|t(?:ells?|old)|wr(?:ites?|ote)|puts? it"
    r"|(?:claim|call|warn|insist|add|complain|maintain|contend|assert|object|suggest|answer|respond|boast"
    r"|predict|remark|protest|lament|stress|explain)(?:s|ed)?"
    r"|(?:argu|alleg|stat|describ|accus|conclud|declar|announc|promis|conced|observ|denounc|pledg)(?:es?|ed)"
    r"|repl(?:y|ies|ied)|admit(?:s|ted)?|dismiss(?:es|ed)?|condemn(?:s|ed)?|brand(?:s|ed)"
    r"|(?:believ|hop|agre|acknowledg|recognis)(?:es?|ed) that|(?:fear|hold)(?:s|ed)? that|held that"
    r"|(?:report|comment|reason)(?:s|ed)? that|(?:thinks?|thought|feels?|felt) that)\b(?=[^.;:]{0,80}:?\s*$)"
)
_BY_NAME = tuple(
    re.compile(form)
    for form in (
        rf"\b(?:quot|cit|report|record)(?:e[sd]?|ed|s|ing) {_ONE} as (?:having )?[a-z]+\b",
        rf"\b(?:{_SAID}) (?:[a-z]+ (?:forward |out )?)?(?:of|by|from) {_ONE}",
        rf"\b(?:{_TOLD})(?: (?:to )?(?:me|us|you|them))?(?: as [^,;]{{2,40}}?)? by {_ONE}",
        rf"\b(?:[Qq]uot(?:e|ing)(?: from)?|[Ee]cho(?:ing)?|[Bb]orrow\w*(?: \w+){{0,3}} from) {_ONE}[,:]?\s*$",
        rf"\b(?:read|seen|heard|reported) (?:in|on|from) {_ONE} that\b",
        rf"\b[Aa]s {_ONE} (?:does|do|did|would have it|ha[sd] it|ha(?:s|ve|d) put it|puts? it|sees? it)\b",
        rf"\bwhat {_ONE} (?:has |have |had )?(?:calls?|called|terms?|termed|describes?|described as)\s*$",
    )
)
_WHOSE = re.compile(
    rf"(?:[’']s?|\b(?P<pronoun>his|her|its|their|my|our|your)) (?:[a-z-]+ ){{0,2}}(?:{_SAID})\b"
)
_TO = re.compile(  # "is wrong to", "continues to"
    r"^(?P<who>.*?)(?: (?:is|are|was|were|ha(?:s|ve) been) (?:[a-z-]+ ){1,3}"
    r"| (?:like|continue|go|goe|use|tend|choose|seem|appear|seek|prefer|dare)(?:s|d)?(?: on)? "
    r"| (?:went|goes) (?:on|so far as|as far as) )to$"
)
_NO_VERB = re.compile(  # of whoever stands before: a noun, or what others say of him
    r"(?:[’']s|s[’']|\b(?:the|an?|his|its|their|my|our|your|such|any|no|was|were|been|being|is|are))$"
)
_PUT_TO = re.compile(  # "When I put this to the Minister in May, his answer was"
    r"\b[Pp]ut (?:this|that|it|these \w+) to (?P<who>the [A-Z][^,\"“”]{2,60}?)"
    r"(?: (?:on|in|at|last|this) [^,\"“”]{2,30})?,? $"
)
_OF_THEM = re.compile(rf"\b(?:of|for) {_ONE} to$")
_ABOUT = 80  # characters between the words that name somebody and the quotation


def quoted(before: str) -> str:
    """Whose words follow `before`, by the words of its last sentence that stand nearest to them. "" where
    they are the writer's or where nothing says whose they are."""
    sentence = next(reversed(texts.sentences(before)), "").strip()
    found = [
        (match.end("who"), match["who"])
        for form in _BY_NAME
        for match in form.finditer(sentence)
        if len(sentence) - match.end() <= _ABOUT
    ]
    found += [(match.end(), _owner(sentence, match)) for match in _WHOSE.finditer(sentence)]
    found += [(match.end(), _subject(sentence[: match.start()])) for match in _SAYS.finditer(sentence)]
    named = [(at, _plain(who)) for at, who in found if who and not _NO_ONE.match(who)]
    nearest = max(named, key=lambda one: one[0])[1] if named else ""
    return "" if _OURS.match(nearest) or not _SOMEBODY.match(nearest) else nearest


def _owner(sentence: str, match: re.Match[str]) -> str:
    """Whose claim it is in "the trust's claim", "their claim"."""
    pronoun, put = match["pronoun"], _PUT_TO.search(sentence, 0, match.start())
    if pronoun in ("his", "her", "their", "its") and put:
        return put["who"]
    return _MEANT.get(pronoun, pronoun) if pronoun else _at_end(sentence[: match.start()])


def _subject(clause: str) -> str:
    """Who says what comes behind `clause`, up to its verb."""
    clause = clause.strip(" ,")
    if clause.endswith(" to"):
        does, of_them = _TO.match(clause), _OF_THEM.search(clause)
        return of_them["who"] if of_them else _at_end(does["who"]) if does else "I"
    if _NO_VERB.search(clause):
        return ""
    while clause.rsplit(" ", 1)[-1] in _HELPERS:
        clause = clause.rpartition(" ")[0].strip(" ,")
    if meant := _WHEN.match(clause):
        return _at_end(_APPOSED.sub(r"\1", meant["whom"]))
    if clause.endswith(" it"):
        return _UNTOLD
    return _at_end(re.sub(r",? (?:who|which|that)$", "", clause))


def _at_end(clause: str) -> str:
    """Whom the last words of a clause name."""
    words = clause.strip(" ,").split()
    start = len(words)
    while start and not _parts(words, start - 1):
        start -= 1
    who = _OUR_DEED.sub("", " ".join(words[start:]))
    return who if len(who.split()) <= _LONGEST else ""


def _parts(words: list[str], at: int) -> bool:
    """Whether a word, or the mark behind it, parts what follows from what stands before."""
    joins = words[at] in _JOINS and 0 < at < len(words) - 1
    if joins and words[at - 1][0].isupper() and words[at + 1][0].isupper():
        return False
    return words[at].lower() in _BETWEEN or (words[at][-1] in ",;:—–)" and at < len(words) - 1)


def _plain(who: str) -> str:
    """Whoever is named, without what the name leads in to: "the trust of lying"."""
    return re.sub(r"[’']s?$| of (?:an? |[a-z]+ing\b).*$", "", who.strip(" ,;"))
