"""What a figure measures, as a person reads it: where that names nothing, the words of the text round it."""

import re

from correspondence.figures.nearby import CLASS, VALUES, WORD
from correspondence.models import Figure
from correspondence.text import sentence_spans

# What begins with one of these names nothing: "follow", "made to pay", "I was told". Words that are as often
# nouns (cost, calls, works, claims) are not here.
_VERBS = """
    said say says told tell tells wrote written write writes gave give given gives put puts came come comes
    went go goes gone kept keep keeps let lets applied apply applies save saves saved lose loses lost leave
    leaves left failed fail fails paid pays spent spend spends took take takes taken made make makes got get
    gets find finds found held hold holds see sees saw seen want wants wanted think thinks thought believe
    believes feel feels felt follow follows agree agrees agreed die dies died voted own owns owned earn
    earns earned bring brings brought bought buy buys sold sell sells built builds ran runs stopped stop
    stops describe described describes done sent send sends stole sank chose choose chooses fell rose meant
    mean means turned turns taught teach teaches grew grow grows became become remain remains remained met
    meet meets require requires required receive receives received showed shown reported claimed added add
    adds allowed allow allows opened closed called asked ask asks driven raised promised handed rated
    convicted surveyed reckon reckons stayed enter enters suggest suggests suggested joined dealt admitted
    replied answered responded worked lived moved used missed waited expect expects expected did does do has
    have had is are was were be been being
"""
_DOES = re.compile(rf"(?i:{'|'.join(_VERBS.split())})\b(?!-)")
_ASKS = re.compile(r"(?i:why|how|what|who|which|when|where|that)\b")
_WHO_DOES = re.compile(
    r"(?:I|[Ww]e|[Yy]ou|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Tt]here)\b"
)  # of a day it says what happened
_SPANS = frozenset({"relative_time", "period"})  # "last year", "six weeks": only their clause says of what
_BREAK = re.compile(r"[,;:][”\"]?\s|\s[–—-]\s|[()]|\n")
_FEWEST = 3  # words beside a figure that tell of it
_MOST = 8  # words of a clause on either side; where one side has fewer the other may have more
_SPOKEN = re.compile(r"\S+")
_EDGES = ' ,;:.–—-()"“”'


def measured(figure: Figure) -> str:
    """What a Figure of a Version measures; "" for those that measure nothing, as a post or a bill."""
    what, counts, text = figure.measure, figure.kind in VALUES, figure.version.text
    spans = sentence_spans(text)
    start, end = next((span for span in spans if span[0] <= figure.start < span[1]), (0, len(text)))
    names_nothing = (
        figure.kind in _SPANS
        or _DOES.match(what)
        or _ASKS.match(what)
        or figure.text in what
        or (counts and (_WHO_DOES.match(what) or _leaves_out(figure, text, start, end)))
    )
    if what and not names_nothing:
        return what
    return f"“{_around(figure, text, start, end)}”" if what or counts or figure.kind in _SPANS else ""


def _leaves_out(figure: Figure, text: str, start: int, end: int) -> bool:
    """Whether a measure is put together of words of the sentence between which others of weight stood."""
    left = [word for word in WORD.finditer(text, start, end) if not figure.start <= word.start() < figure.end]
    words = [word.group().lower() for word in left]
    told = WORD.findall(figure.measure.lower())
    at, passed = 0, list[str]()
    for word in told:
        if word not in words[at:]:
            return False  # it is of another sentence: told on purpose
        found = words.index(word, at)
        passed += words[at:found] if at else []
        at = found + 1
    return any(word not in CLASS and not word.endswith("ing") for word in passed)  # "aid totalling £2m"


def _around(figure: Figure, text: str, start: int, end: int) -> str:
    """The clause in which a figure stands; a long one is cut, a short one has those beside it."""
    cuts = [start, *(cut.end() for cut in _BREAK.finditer(text, start, end)), end]
    lefts = [cut for cut in reversed(cuts) if cut <= figure.start]
    rights = [cut for cut in cuts if cut >= figure.end]
    left, right = lefts.pop(0), rights.pop(0)
    while (lefts or rights) and len(
        f"{text[left : figure.start]} {text[figure.end : right]}".split()
    ) < _FEWEST:
        left, right = (lefts.pop(0), right) if lefts else (left, rights.pop(0))
    before, behind = (
        list(_SPOKEN.finditer(text, *side)) for side in ((left, figure.start), (figure.end, right))
    )
    of_before, of_behind = (max(_MOST, 2 * _MOST - len(other)) for other in (behind, before))
    begin = before[-of_before].start() if len(before) > of_before else left
    stop = behind[of_behind - 1].end() if len(behind) > of_behind else right
    said = " ".join(text[begin:stop].split()).strip(_EDGES)
    goes_on = text[stop:right].strip(_EDGES)
    return f"{'… ' if begin > left else ''}{said}{' …' if goes_on else ''}"
