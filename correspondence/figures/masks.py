"""What looks like a figure and never is one: links, telephones, names and numbers of things."""

import re
from collections.abc import Iterator

from correspondence.figures.calendar import MONTH, SEASON
from correspondence.figures.numbers import WORDS


def _any(words: str) -> str:
    return "|".join(words.split())


_LABELS = _any(
    """section ss?[.] regulation article art[.] clause schedule paragraph para chapter annexe? appendix table
    figure fig[.] chart page pp?[.] vol[.] question statement recommendation commitment principle number
    no[.]? nos[.] reference footnote phase wave tier level grade class category band stage step option
    type version tranche cohort module pillar junction platform terminal gate formula resolution
    protocol scope priority quarter gateway"""
)
# Words that are labels only with a capital: "Part 3", but "in part 300 jobs".
_NAMED_LABELS = _any(
    """Parts? Box Line PQs? UIN HC HL Cmn?d? CP HCWS HLWS Ref Actions? Targets? Goals? Objectives?
    Missions? Tests? Groups? Model Round Lot Unit Route Channel Radio Form KS Code Area Zone District
    Building Room Block Strand Theme Package Basel Horizon Euro Airbus Boeing Windows Mark Rule Order
    Segment Items? Issue Heading Notes? Plan Tab"""
)
# Words with a capital that may stand before a number without making it a name.
_FUNCTION = _any(
    """In By Since Before After Until Till From During Between For Of To The And Or On At With Over Under
    About Around Approximately Nearly Almost Some All Only Just Another These Those This There Our Their
    Its More Less Up Throughout Through As Than Is Are Was Were Have Has We They It Early Late Mid End
    Financial Calendar Academic Year If When Where That Which Who Circa Roughly Currently Last Next First
    Every Each No Not But So Yes Additionally Additional Also Further Including Act Bill Order
    Regulations Monday Tuesday Wednesday Thursday Friday Saturday Sunday Q[1-4] H[12] FY"""
)
_CODE = r"(?:\d{1,7}[A-Za-z]?|[IVX]{1,5}|[A-Z])(?:[.:/-]\d{1,4}){0,3}(?:\([0-9A-Za-z]{1,4}\)){0,3}"
_YEAR = r"(?:19|20)\d\d"
_NAME = rf"(?!(?:{_FUNCTION}|{MONTH}|(?i:{SEASON}))\b)[A-Z]"
_WORD = "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)"

# Each with words of which one must stand in the text (in small letters), if there are such.
_PATTERNS = (
    # addresses of the net and of the post, telephones, files
    (
        "http|www.",
        r"(?i:https?://|www\.)\S{1,2000}",
    ),
    # an hour
    ("clock", r"\b\d{1,2} ?o[’']clock\b"),
    # a place, a bus, the stages of schooling
    (
        "two |three |four |five |six |seven |eight |nine |ten |twelve ",
        r"(?<=[a-z,] )(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve)"
        r" (?!Hundred|Thousand|Million|Billion)(?=[A-Z][a-z])",
    ),
    (
        "bus|coach|train|service|route",
        r"\b\d{1,3}[A-Z]? (?=(?:[A-Z][\w’-]+ ){1,2}to (?:[A-Z][\w’-]+ ){1,2}"
        r"(?:bus|coach|train|service|route))",
    ),
    (
        "tier",
        r"\b[1-9](?:[ -]to[ -][1-9])?[ -]tier\b",
    ),
    (
        "@",
        r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}",
    ),
    (
        ".pdf|.doc|.xls|.od|.csv|.htm|.zip",
        r"(?<![\w-])\w[\w-]{0,200}\.(?:pdf|docx?|xlsx?|ods|odt|csv|html?|zip)\b",
    ),
    (
        "",
        r"\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b",
    ),
    (
        " street| road| avenue| lane| close| drive| square| place| way| terrace",
        r"\b\d{1,4}[A-Za-z]? (?:[A-Z][a-z]{1,20} ){1,2}"
        r"(?:Street|Road|Avenue|Lane|Close|Drive|Square|Place|Way|Terrace)\b",
    ),
    (
        "0",
        r"(?<!\w)(?:\+\d{1,3}[ -]?)?\(?0\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}\b",
    ),
    (
        "+",
        r"(?<!\w)\+\d{1,3}(?:[ -]?\d{2,5}){2,4}\b",
    ),
    (
        "999|111|101|112|119|105",
        r"(?i:\b(?:call|dial|calling|ring|text|nhs) (?:999|111|101|112|119|105)\b)",
    ),
    (
        "999|111",
        r"(?i:\b(?:999|111) (?=call|service|online))",
    ),
    # the clock
    (
        "24/7|hours a day|days a ",
        r"\b24/7(?:/365)?\b|(?i:\b(?:24|twenty-four) hours a day\b|\b(?:7|seven|365) days a (?:week|year)\b)",
    ),
    (
        ":|am|pm|hrs|bst|gmt|.m",
        r"\b\d{1,2}[:.]\d\d(?=\s?(?:am|pm|hrs|BST|GMT|p\.m|a\.m)\b)|\b\d{1,2}:\d\d(?::\d\d)?\b",
    ),
    (
        "am|pm|a.m|p.m",
        r"\b\d{1,2}\s?(?:am|pm|a\.m|p\.m)\b",
    ),
    # numbers of lists, notes and labels
    (
        "[|(",
        r"\[[\w .,]{1,12}\]|(?<!\w)\((?:[a-z]|[ivx]{1,5}|\d{1,3})\)",
    ),
    (
        "",
        r"(?m:^[ \t]{0,20}\(?\d{1,3}[.)](?:\d{1,2}\.?)?\s)",
    ),
    (
        "",
        r"(?<![\w£€$])(?!figures \d[\d,]* [a-z]+s\b)"
        rf"(?:(?i:key stage|{_LABELS})s?|{_NAMED_LABELS})(?: |(?<=[.]))"
        r"(?:(?i:numbers?|nos?\.?) )?"
        rf"{_CODE}(?!\w)(?!,\d{{3}})(?! (?i:million|billion|per cent|%))"
        rf"(?:(?:, and |, | and | or | to | & |-|–){_CODE}(?!\w|,\d)){{0,8}}",
    ),
    (
        "wave|phase|tier|level|stage|tranche|pillar|band|year|month|grade|recommendation|question|option",
        rf"(?i:\b(?:wave|phase|tier|level|stage|tranche|pillar|band|year|month|grade|recommendation|question"
        rf"|option)s? (?:one and )?{_WORD}"
        rf"(?:(?: to | and |-){_WORD})?\b(?! (?:years|months|weeks)))",
    ),
    (
        "year",
        rf"(?<![\w£€$-])[Yy]ears? \d{{1,2}}(?:(?:, | and | to |-|–)\d{{1,2}}){{0,4}}"
        rf"(?![\w/]|[-–,]\d| {MONTH})",
    ),
    # codes: A12, HS2, CAP1616, Covid-19, CRSTS 2, 4G, 4-Nation
    (
        "",
        rf"\b(?!Q[1-4]\b|H[12]\b|{MONTH}-\d\d? )(?:[A-Z][a-z]{{1,30}}|[A-Z]{{1,10}})-?\d{{1,5}}"
        r"[A-Za-z]{0,3}\b(?![,.]\d)",
    ),
    (
        "",
        r"\b(?!FY)[A-Z]{2,8} \d\b(?![.,]\d| ?%)",
    ),
    (
        "-",
        rf"\b(?!{MONTH}|to-|in-)[A-Za-z]{{2,12}}-\d{{1,3}}\b(?!\s(?:per|%))(?<!mid-\d\d)",
    ),
    (
        "group|squadron|regiment|brigade|commando|battalion|corps",
        r"\b\d{1,3} (?:Group|Squadron|Regiment|Brigade|Commando|Battalion|Corps)\b",
    ),
    (
        "",
        r"(?<![£€$,.\d])\b\d{1,3}(?![kMGT]W)[A-Z]{1,3}\b|\b\d{1,3} ?- ?[A-Z][a-z]{1,20}\b|\b\d Tier\b",
    ),
    (
        "bus|tram",
        r"\b(?:the|The|a|A|an|An|number|Number|No\.?) \d{1,3}[A-Z]?(?= (?:night |school )?(?:bus|tram)\b)",
    ),
    # set phrases
    (
        "1922 com|minute",
        r"\b1922 Committee\b|(?i:\b(?:ten|10)[- ]minute[- ]rule\b)",
    ),
    (
        "two-|three-|four-|five-|six-",
        r"(?i:\b(?:two|three|four|five|six)-(?:state|child|way|tier|star|speed|party|dimensional|pronged|lane"
        r"|storey|stage|part|step|point|line)\b)",
    ),
    (
        "one of|third |one-",
        r"(?i:\bone of\b|\bthird (?:part(?:y|ies)|countr(?:y|ies)|sector)\b|\bone-off\b|\bone-stop\b)",
    ),
    # years and numbers in names: "Budget 2025", "People Plan 2024 - 2027", "10 Year Health Plan", "Impact 25"
    (
        "19|20",
        rf"(?<!\. )(?<!\n)\b{_NAME}[\w’'&-]{{0,30}}(?:\)|[”’'\"])? {_YEAR}"
        rf"(?:(?: ?[-–—/] ?| to )(?:{_YEAR}|\d\d))?(?!\w|[–-]\d|,\d)(?! (?:and|to) {_YEAR})",
    ),
    (
        "year",
        rf"\b(?:\d{{1,2}}|(?i:{_WORD}|twenty[- ]five))[ -][Yy]ears?(?=(?: [A-Z][\w-]{{1,30}}){{1,6}})"
        r"(?=[^.\n]{0,80} (?:Plan|Strategy|Vision|Programme|Framework|Review|Roadmap|Agreement|Settlement))",
    ),
    (
        "",
        rf"(?<=[a-z,)] ){_NAME}[a-z’'&-]{{1,30}} \d{{4,6}}(?![\w%]|,\d)",
    ),
    (
        "",
        rf"(?<=[a-z,)] ){_NAME}[a-z’'&-]{{1,30}} \d{{1,3}}\b"
        r"(?! ?(?:%|per|[a-z]|million|billion))(?![,.:/-]\d|\w)",
    ),
)
_ALL = [(signs.split("|") if signs else [""], re.compile(pattern)) for signs, pattern in _PATTERNS]
_DIGIT = re.compile(r"\d")
_WORDED = [(signs, pattern) for signs, pattern in _ALL if not re.search(r"\\d|19\|20", pattern.pattern)]
_TITLE = re.compile(
    rf"(?<![\w]){_YEAR}(?=(?: [A-Z][\w’'-]{{1,30}}| (?:and|of|for|the)){{0,6}} (?:Report|Accounts"
    rf"|Census|census|Review|Budget|"
    r"Statement|Strategy|Plan|Manifesto|manifesto|Election|election|General|Olympics|Games|Agreement"
    r"|Act|Regulations"
    r"|revaluation|Revaluation|Order|White|Green|Convention|World)\b)"
)
_MONTH_BEFORE = re.compile(rf"\b{MONTH} $")
_REFERENCE = re.compile(
    rf"\b(?:the (?:other |first |last |above |same |latter )?|these |those |other "
    rf"|both )(?P<n>{WORDS})\b(?= [a-z])"
    r"(?!(?: [a-z]+)? (?:days?|weeks?|months?|years?|decades?|times|hours?)\b)",
    re.I,
)
_SMALL = {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}


def never(text: str) -> Iterator[tuple[int, int]]:
    """Where text holds what is never a figure, spans in any order."""
    low = text.lower()
    has_digit = _DIGIT.search(low) is not None
    for signs, pattern in _ALL if has_digit else _WORDED:
        if any(sign in low for sign in signs):
            for match in pattern.finditer(text):
                yield match.span()
    for match in _TITLE.finditer(text) if has_digit else ():
        if not _MONTH_BEFORE.search(text, max(0, match.start() - 12), match.start()):
            yield match.span()


def references(text: str) -> Iterator[tuple[int, int]]:
    """ "the two matters": a number word that points to what was listed before counts nothing new."""
    for match in _REFERENCE.finditer(text):
        if match["n"].lower() in _SMALL:
            yield match.span("n")
