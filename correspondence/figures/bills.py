"""Named Acts and Bills, with the stage that is said of a Bill."""

import re
from collections.abc import Iterator

from correspondence.figures.found import Found

_ENACTMENT = re.compile(
    r"\b(?P<kind>Act|Bill)\b(?P<year> (?P<number>(?:1[5-9]|20)\d\d)\b| \((?P<within>(?:1[5-9]|20)\d\d)\))?"
    r"(?! [A-Z][a-z]|[’']s? [A-Z]|-)"
)
_YEAR_BEFORE = re.compile(r"(?<!\w)(?P<number>(?:19|20)\d\d) $")
_WORD_BEFORE = re.compile(r"(?P<word>\([A-Z][^()\n]{0,60}\)|etc\.|[\w’'&-]{1,40}),? $")
_JOINS = {"and", "of", "for", "in", "to", "on", "at", "etc", "from", "with", "&", "etc."}
_NOT_FIRST = set(
    """The This That These Those Under In Since As A An Our Your Their Its His Her My If When While Where
    Although However Both Each Any No Members Member’s Members’ Member's Members' Draft New Section By
    Once Until Before After Through With For Also""".split()
)
# "The football governance bill" of papers that write Bills small.
_SMALL = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Aa]n?|[Tt]his|[Gg]overnment[’']s|[Mm]inisters[’']) "
    r"(?:(?:new|draft|own|long-\w+|forthcoming|planned|proposed|promised|landmark|flagship) ){0,3}"
    r"(?P<name>(?:(?!(?:the|an?|this|that|its|his|her|their|our|my|your|to|for|with|by|from|as|which|who|if"
    r"|will|would|is|was|are|were|has|have|had|be|been|can|could)\b)(?:[\w’'-]+,?|\([a-z ]+\)) ){1,7}?)"
    r"bill\b(?![’']s? [A-Z]|-| of\b)"
)
# What is owed and not law, and words that name no Bill.
_NO_BILL = re.compile(
    r"\b(?:tax|rates?|energy|electric(?:ity)?|gas|water|fuel|heating|oil|power|phone|mobile|broadband|utility|food"
    r"|grocery|shopping|restaurant|bar|hotel|taxi|repairs?|wages?|pay(?:roll)?|salary|dental|drugs?|medicines?"
    r"|hospital|nursery|childcare|rent|mortgage|insurance|benefits?|welfare|household|family|average|(?:quarter|month)ly"
    r"|big|huge|large|whole|same|latest|hefty|short|long|unpopular|cleaning|catering|furniture|interest|debt|import"
    r"|defence|security|asylum|pensions?|charges?|construction|building|service|care|rule|public|hybrid|first|last|next"
    r"|[\w’']*(?:ous|ful|[^r]al|[ai]ble|ive|ed|less|ary|ant|[’']s)"
    r"|new|draft|own|forthcoming|landmark|flagship|and|or|of) $",
    re.IGNORECASE,
)
# A verb of cost before it, "cut the legal aid bill", or "adds £50 to the shop bill", …
_COSTS_BEFORE = re.compile(
    r"(?:\b(?:cut(?:s|ting)?|(?:rais|reduc|doubl|trebl|tripl|slash|trim|inflat|lower|push|foot|settl|shar)"
    r"(?:es|ed|ing|e|s)?|shrink(?:s|ing)?|pa(?:y|ys|id|ying)|(?:pick|add|put|driv|br[io])\w* (?:up|to|down))"
    r"|[£$€][\d.,]+\w*(?: \w+){0,3}? (?:to|onto?|off|from)) $",
    re.IGNORECASE,
)
# … and one behind it, or a sum: "the prison bill is £4bn". A Bill may fall, but "at its second reading".
_COSTS_BEHIND = re.compile(
    r" (?:(?:has|have|had|is|was|will|would|must|should|could|can|may|might|be|been|being|now|also|to|of|at"
    r"|by|over|about|around|nearly|almost|already|more|than|some|as|high|up|an?|estimated|expected|set|likely"
    r"|reach(?:ed|es)?|hits?|topp?(?:ed|s)|total(?:led|s)|exceed(?:ed|s)|came|comes|stood|stands) ){0,6}"
    r"(?:[£$€]\d|(?:(?<= be )|(?<=been )|(?<=being ))(?:cut|raised|reduced|lowered|slashed|paid)\b"
    r"|(?:soar|jump|climb|spiral|balloon|rocket|ris(?:es?|en|ing)\b|rose\b|gr[eo]w(?:s|n|ing)?\b"
    r"|shr[aiu]nk)"
    r"|(?:(?:doubl|trebl|tripl|quadrupl)\w+|f[ae]ll(?:s|en|ing)?)(?! (?:at|in|the|an?|its) )"
    r"|(?:go|goes|going|gone|went|come|comes|coming|came|brought|kept) (?:up|down)\b)",
    re.IGNORECASE,
)
_IN_PARLIAMENT = re.compile(
    r"\b(?:(?:first|second|third) reading|(?:committee|report|last|final) stages?|royal assent|commons|lords"
    r"|peers|mps|(?:through|before|into) parliament|westminster|amend\w*|clauses?|statute book|legislat\w+"
    r"|(?:bec[ao]m\w+|into|made) law|tabled|introduc\w+"
    r"|passed|whips?|br(?:ing|ings|ought|inging) forward|vot(?:e|ed|es|ing) (?:for|against|on)"
    r"|(?:king|queen)[’']s speech)\b",
    re.IGNORECASE,
)
_COSTS_WITHIN = 60  # characters before a bill
_STAGES = re.compile(
    r"(?:\b(?:first|second|third) reading\b|\b(?:committee|report) stage\b|\bRoyal Assent\b"
    r"|\b(?:back )?in the (?:House of )?"
    r"(?:Lords|Commons)\b|\b(?:introduced|laid|passed|enacted|published|commenced|repealed|amended)\b"
    r"|\bonce passed\b"
    r"|\bcoming into force\b|\bcame into force\b|\bdraft\b|\bforthcoming\b|\bpassing through\b"
    r"|\bmakes its \w{3,12} through\b"
    r"|\bgoing through\b)",
    re.I,
)


def find_bills(text: str) -> Iterator[Found]:
    """Every Act or Bill with a name; its value is the name with its year, `stage` what is said of it."""
    for match in _ENACTMENT.finditer(text):
        start = _first_word(text, match.start())
        if start == match.start():
            continue
        name, year = text[start : match.end("kind")], match["number"] or match["within"]
        if not year and (leading := _YEAR_BEFORE.search(text, max(0, start - 5), start)):
            start, year = leading.start(), leading["number"]
        name = " ".join([*name.split(), *([year] if year else [])])
        stage = _STAGES.search(_sentence_round(text, start, match.end()))
        detail = {"stage": stage.group().lower()} if stage and match["kind"] == "Bill" else {}
        yield Found("bill", start, match.end(), name, match["kind"], detail)
    yield from _small(text)


def _small(text: str) -> Iterator[Found]:
    """Bills whose names are written small: not "the council tax bill"."""
    for match in _SMALL.finditer(text):
        sentence = _sentence_round(text, match.start(), match.end())
        owed = _NO_BILL.search(match["name"]) or _costs(text, match)
        if not owed and _IN_PARLIAMENT.search(sentence):
            name, stage = " ".join(match["name"].split()), _STAGES.search(sentence)
            detail = {"stage": stage.group().lower()} if stage else {}
            yield Found("bill", match.start("name"), match.end(), f"{name} bill", "Bill", detail)


def _costs(text: str, bill: re.Match[str]) -> bool:
    """Whether it is said of a bill that it costs, or costs more or less."""
    before = text[max(0, bill.start() - _COSTS_WITHIN) : bill.start()]
    return bool(_COSTS_BEFORE.search(before) or _COSTS_BEHIND.match(text, bill.end()))


def _first_word(text: str, end: int) -> int:
    """Where the name of an enactment begins that goes on at `end`: capitals, and joining words between."""
    start = end
    joined = False
    for _ in range(16):
        match = _WORD_BEFORE.search(text, max(0, end - 64), end)
        if match is None:
            break
        word = match["word"]
        capital = word[0].isupper() or word[0] == "("
        comma = match.group().endswith(", ")
        the = word == "the" and text.startswith("People ", end)
        if (
            (not capital and not the and word not in _JOINS)
            or word in {*_NOT_FIRST, "Act", "Bill"}
            or (comma and not joined)
        ):
            break
        joined = joined or word == "and"
        end = match.start()
        start = end if capital and word[0] != "(" else start
    return start


def _sentence_round(text: str, start: int, end: int) -> str:
    before = text[max(0, start - 160) : start].rpartition(". ")[2]
    return before + text[end : end + 160].partition(". ")[0]
