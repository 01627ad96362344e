"""What the words beside a figure point back to, where they alone do not say what it measures."""

import re

from correspondence.figures.calendar import MONTH
from correspondence.figures.subjects import VERB, bare, subject

# A phrase that begins so is half of a clause: "extended with", "off electricity bills", "which average".
_HALF = re.compile(
    r"(?:(?:which|who|be|been|is|are|was|were|has|have|had|off)\b"
    r"|(?:put|paid|given|made|spent|cut|set|sent|built|taken|kept|received|reached"
    r"|(?!need\b|seed\b|speed\b|feed\b|breed\b|weed\b|shed\b|hundred\b)\w{2,12}ed)"
    r"(?:$|\s(?:a|an|the|to|in|for|by|with|under|on|at|over|as|from|into|through|of|dedicated)\b)"
    r"|(?:(?:and|which|who|that)\s)?(?:gave|gives?|paid|pays?|cost|costs|lent|left|sent|saves?|earns?|brought|lost|owes?)\s(?:them|us|it|him|her)$"
    r"|(?:in )?(?:the (?:last|past)|each|every|a single|one) (?:\w+ )?(?:year|month|week|day)s?$)",
    re.I,
)
# "If the fare had risen with prices, it would now stand at £9": what "it" is stands before the comma.
_IT_STANDS = re.compile(
    r"(?:(?:(?:al)?though|while|but|and|when|as)\s)?(?:it|they)(?:\s(?:would|will|could|has|had|have|now|still|then"
    r"|already|only|be|been|stands?|stood|come|came|goes|go|gone|went|rises?|rose|falls?|fell|up|down|back))*$"
)
# A phrase of these alone could be said of anything.
_EMPTY = frozenset(
    """a an the of in to for on at by more extra further additional new same total average so far already
    now""".split()
)
_PEOPLE = frozenset("people persons person those someone individuals families households members".split())
_CHANGES = frozenset("increase rise cut fall reduction growth drop decrease uplift".split())
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BREAKS = re.compile(
    r"(?:,|;|:|\s[–—-])\s|\s(?=which\s|who\s|whose\s|with\s)"
    r"|\s(?:(?:said|says|found|shows?) )?(?<!of )(?<!for )(?<!from )(?<!with )that\b"
)
_QUANTITY = re.compile(
    r"(?:(?:^|\s)(?:an?|the|by|to|of|at|with|over|around|about|up|more|than|less|under|almost|nearly|some|just|only"
    r"|approximately|roughly|totalling|including|from|further|additional|extra|another|between|least))+\s*$",
    re.I,
)
_ADVERBS = re.compile(
    r"(?:\s(?:over|around|about|more than|less than|almost|nearly|some|just|only|approximately|roughly))+$"
)
_POINTS = re.compile(
    r"(?:with|over|nearly|totalling|we|it|i|he|she|they|you|this|these|those|that|there|in|by|to|from|for|at|on|as|of|since|between|and|or)\b",
    re.I,
)
_NEARLY = re.compile(r"(?:more|fewer|less) than|at (?:least|most)|up to|as many as", re.I)
# "We pay firms to stand idle. That cost us £9m": the sum is of what the sentence before says.
_THAT_COST = re.compile(
    r"[\s“\"‘']*(?:That|This|It)\s(?:(?:alone|already|also|has|would|will|could)\s)*"
    r"(?:cost|costs|save[sd]?|raise[sd]?|earns?|earned|lost|loses)\s"
)
_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s")
_WHY = re.compile(r"[,;:–—]\s?|\s(?:because|although|if|when|unless|while|but|so)\s")
_WE_DO = re.compile(
    r"^[\s“\"‘']*(?:(?:And|But|So)\s)?(?:we|they|i|you|he|she|it)\s(?:(?:\w{2,8}n[’']t|cannot|can|must|should"
    r"|will|would|have|has|are|is|were|was|do|did|not|also|still|simply)\s)*",
    re.I,
)
_LEADING = re.compile(
    r"^(?:whose\s(?:own\s)?|(?:if|when|although|though|while)\s(?:(?:the|an?|our|its|their|his|her)\s)?)?(?:(?:with|through|where|under|impacting|including)\s(?:the\s|our\s|an?\s)?)?"
    r"(?:[£€$]?\d[\d,.]*\s(?:(?:million|billion|m|bn)(?:\s|$))?)?(?:of\s(?:these|those|the|which)\s)?"
)
_SAYS = re.compile(r"\b(?:says?|said|thinks?|believes?|knows?|hopes?|adds?|added|told|tells?)\b", re.I)
_WHICH = re.compile(r"(?:,|\s(?:in|of|by|for|from|on|at|under))?\swhich\s(?=[^,;:]{0,60}$)")
_WHICH_BEGINS = re.compile(r"(?:\S+\s){0,8}?which\b", re.I)
_DETERMINED = re.compile(r"\s(?:an?|the|our|its|their|his|her|this)\s")
_COUNTED = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen))\s"
    r"(?!(?:million|billion|per\scent|hours?|days?|weeks?|months?|years?)\b(?:[,;.]|\s(?:and|with|but)))(?P<what>[^,;:.\d]{3,60}?)"
    rf"(?=,|;|\.|\s(?:in|by|since)\s(?:\d|\ufffc|{MONTH})|\s(?:and|with|but|to be|is|are|was|were|has|have"
    r"|that|which|who|found|says?|said|show(?:s|ed)|suggest(?:s|ed)|told|report(?:s|ed))\s)"
)
_LOOSE = frozenset("a an the of in to for on at by into with from and or its their".split())
_TOLD = re.compile(
    r"^[^,;:]{2,80}?\s(?:said|says|claims|believes?|thinks?|hopes?|warns|found)\s(?:that\s)?(?=\w+\s\w)"
)
_MOST = 10  # words of what is pointed back to


def with_antecedent(before: str, phrase: str) -> str:
    """`phrase` behind what it points back to, where by itself it says nothing. before: of its sentence."""
    if _IT_STANDS.match(phrase) and (it := _LEADING.sub("", subject(before.rpartition(",")[0]))):
        return it
    if not _is_thin(phrase):
        return phrase
    words = _words(phrase)
    if (which := _WHICH.search(before)) and _WHICH_BEGINS.match(phrase):
        found = object_of(before[: which.start()])
        return f"{found} {phrase[phrase.lower().rindex('which') :]}" if found else phrase
    found = _antecedent(before, whole=words - _EMPTY <= _PEOPLE)
    if not found or words <= _EMPTY or phrase.lower() in found.lower():
        return found or phrase
    return f"{found} {phrase}"


def spoken_of(text: str, start: int, at: int) -> str:
    """What the sentence before text[start:] says, where this one begins with "That cost" or so; else ""."""
    if not _THAT_COST.match(text, start, at):
        return ""
    clause = _SENTENCE_END.split(text[max(0, start - 300) : start].rstrip(" “\"‘'.!?”’"))[-1]
    words = bare(_WHY.split(_WE_DO.sub("", clause))[0]).split()
    return " ".join(words[:12]) if len(words) > 2 else ""


def last_counted(text: str, start: int = 0) -> str:
    """What text[start:] counts last: the gulls of "42 gulls and a tern"; "" where it counts nothing."""
    things = [*_COUNTED.finditer(text, start)]
    return things[-1]["what"] if things else ""


def _is_thin(phrase: str) -> bool:
    """Whether a phrase says by itself not what is measured."""
    return not _words(phrase) - _EMPTY - _PEOPLE - _CHANGES or _HALF.match(phrase) is not None


def _words(phrase: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(phrase)}


def _antecedent(before: str, whole: bool) -> str:
    """What the nearest clause that says something is about; whole: with all it says of that."""
    breaks = [0, *(match.end() for match in _BREAKS.finditer(before)), len(before)]
    for start, end in zip(breaks[-2::-1], breaks[:0:-1], strict=True):
        clause = _TOLD.sub("", before[start:end].strip(" ,;:–—-"))
        about = _LEADING.sub("", subject(clause))
        said = _LEADING.sub("", bare((_ADVERBS if whole else _QUANTITY).sub("", clause)))
        if _tells(about):
            return _short(said if whole else about)
        if _tells(said):
            return _short(said)
    return ""


def object_of(clause: str) -> str:
    """What a clause speaks of last, with all that is said of it: "pay a levy into a fund" gives the levy."""
    clause = _BREAKS.split(clause)[-1].strip(" ,")
    verb = VERB.search(clause)
    thing = _DETERMINED.search(clause, verb.end() if verb else 0)
    words = clause[thing.end() :].split()[:_MOST] if thing else subject(clause).split()
    while words and words[-1].lower() in _LOOSE:
        words.pop()
    return " ".join(words)


def _tells(words: str) -> bool:
    rejected = (
        _is_thin(words)
        or _POINTS.match(words)
        or _SAYS.search(words)
        or VERB.search(words)
        or _NEARLY.fullmatch(words)
    )
    return len(words) > 3 and not rejected


def _short(words: str) -> str:
    return " ".join(words.split()[-_MOST:])
