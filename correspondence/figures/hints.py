"""Words without which a finder finds nothing. Most lines hold few of them, so most finders need not look."""

import re
from typing import Final

from correspondence.figures.calendar import LENGTHS, MONTHS
from correspondence.figures.numbers import ONES, SCALES, TENS

Hints = frozenset[str]

DIGIT: Final = "0"  # stands for any digit
_WORD = re.compile(r"[a-z]+|[£$€¥%]")
_HAS_DIGIT = re.compile(r"\d")


def _words(listed: str) -> Hints:
    return frozenset(listed.split())


NUMBERS: Final = frozenset({DIGIT, *ONES, *TENS, *SCALES})
MONTH_OR_DIGIT: Final = frozenset({DIGIT, *MONTHS})
MASKED: Final = NUMBERS | {"third"}
ENACTMENTS: Final = _words("act bill")
POSTS: Final = _words(
    """secretary minister chancellor general advocate leader speaker paymaster seal president whip governor
    mayor commissioner officer adviser director prosecutions inspector executive chair ambassador
    advisor envoy examiner representative rapporteur constable coordinator reviewer adjudicator champion
    statistician justice rolls tribunals staff sea"""
)
MONEY: Final = _words(
    "£ $ € ¥ gbp eur usd pound pounds pence penny p euro euros dollar dollars yen yuan rupees zloty"
)
PERCENTAGES: Final = _words("% cent percent percentage")
LENGTH_UNITS: Final = frozenset(f"{unit}{s}" for unit in LENGTHS for s in ("", "s"))
AGES: Final = _words("turn turns turning old olds age aged ages over under below above year years s")
RATIOS: Final = (
    NUMBERS
    | {f"{word}fold" for word in ONES}
    | _words(
        """half halves third thirds quarter quarters fourth fourths fifth fifths sixth sixths seventh sevenths
        eighth eighths ninth ninths tenth tenths double doubled doubles doubling twice triple tripled triples
        tripling treble trebled trebles trebling quadruple quadrupled quadruples quadrupling halve halved
        halves halving"""
    )
)
RELATIVE: Final = _words(
    """past last next coming this these earlier later ago end in within recent several come
    spring summer autumn christmas easter rises
    monday tuesday wednesday thursday friday saturday sunday
    currently now recently latest forthcoming upcoming due present presently moment today yesterday tomorrow
    current ahead tonight nowadays lately imminent imminently
    soon shortly date until passed enacted law assent"""
)


def seen(text: str) -> Hints:
    """The words and signs of a text that hints are made of."""
    words = frozenset(_WORD.findall(text.lower()))
    return words | {DIGIT} if _HAS_DIGIT.search(text) else words
