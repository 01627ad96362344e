"""Whether a Point is casework: somebody wants help in a matter of their own.

No wording tells that by itself: "they have stopped my mother's pension" may only show what is wrong with the
law. So signs (who is spoken of, what was done about it, how long it took) and plain words are weighed, by a
logistic regression that was fitted to marked letters (casework.csv; python -m tests.bench.fit_casework).
"""

import csv
import math
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from correspondence.text import words
from correspondence.understanding.kin import MINE
from correspondence.understanding.sentences import Sentence
from correspondence.understanding.wording import either, wordings

WEIGHTS = Path(__file__).with_name("casework.csv")
_LIKELY = 0.3  # a mark too many is taken off in a click; a case that is overlooked waits
_NUMBER = re.compile(r"\d[\d,.]*")
_ACTS = wordings(
    r"""
    chas(?:e|ing)   intervene   step in   take (?:this|it|that|my case|our case|the matter)(?: \w+)? up
    look into (?:this|it|my|our|the matter|why)   find out (?:what|where|whether|if|why|when|how)
    sort (?:this|it|that) out   on (?:my|our|his|her|their) behalf   for (?:me|us|him|her|them)
    help (?:me|us|him|her|them|my|our|with)   put (?:it |this |that )?right   have a word   move us   house us
    get (?:me|us|him|her|them|somebody|someone|it|this|my|our|an answer|hold of)
    (?:make|ask|tell|urge|get) (?:them|him|her|the \w+)(?: \w+)? to   (?:write|speak|talk) to (?:them|him|her)
    ring (?:them|him|her|me|us)   ask them   (?:who|what|where) (?:can|do|should) (?:i|we)
    what are (?:i|we)   take it further   your (?:caseworker|surgery|office)   a letter from you
    put in a word   put me in touch   point me
    """,
    before=r"\b",
    after=r"\b",
)
_BODY = wordings(
    r"""
    dwp   hmrc   ukvi   dvla   dvsa   home office   passport office   job ?cent(?:re|er)   pension service
    cms   csa   child maintenance   student loans?   student finance   slc   ns ?& ?i   veterans uk
    land registry   probate   ombudsman   housing association   landlord   landlady   managing agents?
    letting agents?   freeholder   developer   adult (?:social )?(?:care|services)   social services
    social worker   children'?s services   trust   icb   pals   hospital   surgery   consultant
    universal credit   tax credits?   council   bank   insurers?   supplier   (?:energy|water) company
    openreach   network rail   royal mail   police   court   tribunal   prison   governor   embassy
    consulate   foreign office   employer   school   university   college   solicitor   cafcass   bailiffs?
    debt collect\w+   ofsted   companies house   nhs
    """,
    before=r"\b",
    after=r"\b",
)
_PAPERS = wordings(
    r"""
    (?:my|our|his|her|their|the|an?)(?: [\w'-]+){0,3} (?:application|claim|appeal|case|complaint|visa|passport
        |licen[cs]e|renewal|refund|reconsideration|assessment|referral|operation|op|appointment|allowance
        |benefit|pension|pip|universal credit|uc|tenancy|deposit|flat|house|home|account|bill|debt|arrears
        |overpayment|compensation|redress|grant|funding|loan|probate|certificate|evisa|brp|leave|settlement
        |status|tax code|payments?|wages|place|plan|ehcp|tribunal|hearing|meter|roof|boiler|insurance|order
        |permit|badge|adaptation)
    """,
    before=r"\b",
    after=r"\b",
)
_STEPS = wordings(
    r"""
    applied   appealed   complained   submitted   reported   rang   rung   phoned   e-?mailed   written to
    wrote to   put in (?:a|for|my|our)   sent (?:off|them|it|the|in)   filled in   asked for   on hold
    chased   claimed   have written   i have asked   reference   ref
    """,
    before=r"\b",
    after=r"\b",
)
_OF_ALL = wordings(
    r"""
    government   ministers?   parliament   mps?   the law   legislation   bill   vote   policy   budget
    chancellor   treasury   prime minister   party   the country   britain   england   campaign
    support for   ban   nationwide   system   reform
    """,
    before=r"\b",
    after=r"\b",
)
_OF_ME = re.compile(rf"\b(?:i|i'm|i've|i'd|me|my|mine|we|us|our|{MINE})\b")
_OF_ONE = re.compile(r"\b(?:he|she|him|her|his|hers|himself|herself|(?:he|she)'(?:s|d|ll))\b")
_OF_MANY = wordings(
    r"""
    people   pensioners?   families   parents   carers   patients   tenants   drivers   workers   students
    children   women   everyone   everybody   anyone   anybody   thousands   millions   those who
    like (?:him|her|them|me|us|mine|ours|this)   others   so many   same boat
    """,
    before=r"\b",
    after=r"\b",
)
_SO_LONG = (
    r"(?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|several)"
    r" (?:day|week|month|year)s?"
)
_MONTH = either(r"""
    january   february   march   april   may   june   july   august   september   october   november
    december   jan   feb   aug   sept   oct   nov   dec   easter   christmas   spring   summer   autumn
    """)
_TOOK = wordings(
    rf"""
    (?:for|in|after|been|waited|took|taken|its|it's|now) (?:\w+ )?{_SO_LONG}   {_SO_LONG} (?:ago|now|later|on)
    (?:since|in|on) (?:the )?(?:\d+(?:st|nd|rd|th)?(?: of)? )?{_MONTH}
    """,
    before=r"\b",
    after=r"\b",
)


def is_casework(text: str, sentences: Sequence[Sentence]) -> bool:
    """Whether a Point's text, which holds these sentences, wants help in somebody's own matter."""
    table = _weights()
    said = sum(table.get(name, 0.0) * value for name, value in signs_of(text, sentences).items())
    return 1 / (1 + math.exp(-said)) >= _LIKELY


def signs_of(text: str, sentences: Sequence[Sentence]) -> dict[str, float]:
    """What tells of a matter of one's own, each 0 to 1: its words (numbers as "0"), and signs in brackets."""
    plain = " ".join(text.replace("’", "'").lower().split())
    long = max(1, len(plain.split()))

    def times(pattern: re.Pattern[str], most: int) -> float:
        return min(most, len(pattern.findall(plain))) / most

    return dict.fromkeys(words(_NUMBER.sub("0", text)), 1.0) | {
        "(base)": 1.0,
        "(own trouble)": float(any(one.case for one in sentences)),
        "(asks)": float(any(one.ask for one in sentences)),
        "(acts)": times(_ACTS, 2),
        "(bodies)": times(_BODY, 3),
        "(papers)": times(_PAPERS, 3),
        "(steps)": times(_STEPS, 2),
        "(took long)": times(_TOOK, 2),
        "(of all)": times(_OF_ALL, 3),
        "(of many)": times(_OF_MANY, 3),
        "(of one)": min(1.0, 8 * len(_OF_ONE.findall(plain)) / long),
        "(of me)": min(1.0, 8 * len(_OF_ME.findall(plain)) / long),
    }


@cache
def _weights() -> dict[str, float]:
    with WEIGHTS.open(encoding="utf-8", newline="") as file:
        return {name: float(weight) for name, weight in csv.reader(file)}
