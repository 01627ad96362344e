"""What may stand right behind a figure before the words say what it is of: a rate, a time, a noun."""

import re

from correspondence.figures.calendar import MONTH
from correspondence.figures.rates import THING

_RATE = re.compile(
    r"[\s-](?:a|an|each|every|per)[\s-](?:hour|day|night|week|month|quarter|year|annum|head)\b"
    rf"|\s(?:annually|respectively|per [a-z]+|an?\s{THING}\b|each(?=\s(?:for|to|on|in)\b)|apiece\b"
    r"|between (?:them|us)\b)"
)
_DATE = (
    rf"(?:(?:\d{{1,2}}\s)?(?:{MONTH}\s)?(?:19|20)\d\d(?:\s?[/–-]\s?\d{{2,4}})?|(?:(?:this|last|next)\s)?{MONTH}"
    r"|(?:(?:this|last|next|past|coming|each|every|an?|one|just|under|over|more than|less than|about|around"
    r"|single|little|few|several|couple of|financial|academic|calendar|tax|\d{1,2}|two|three|four|five|six"
    r"|seven|eight|nine|ten|twelve|fifteen|twenty)\s){1,5}"
    r"(?:years?(?:\s(?:ago|before|earlier))?|months?|weeks?|days?|quarter|decades?|generation|Parliament|spring"
    r"|summer|autumn|winter|season))"
)
# "this financial year", "in a decade", "on last year", "in 2023/24 and 2024/25": before what a value is for.
WHEN = re.compile(
    r"\s(?:(?:in|by|for|on|over|since|during|between|from|until|across|up to|within|before|at)\s"
    rf"(?:each of\s)?(?:the\s)?(?:(?:end|start)\sof\s|early\s|late\s)?)?(?:the\s)?"
    rf"(?:{_DATE}|(?<=the\s)(?:year|month|decade))"
    rf"(?:\s(?:and|to|compared\s(?:to|with))\s{_DATE})?(?![\w-])"
)
# What follows a share or a sum and says by itself what it is: "a 5% pay award", "the £9m Rivers Fund".
NOUN = re.compile(
    r"[\s-](?!(?:and|or|as|at|by|for|from|in|into|of|on|over|since|to|than|under|up|down|via|with|within|without|the|a|an"
    r"|this|that|these|those|which|who|when|where|while|if|but|so|because|last|next|each|every|per|more|less|higher"
    r"|lower|fewer|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|between|before|after"
    r"|during|until|through|across|compared|today|tomorrow|yesterday|again|altogether|respectively|annually|represents?|reflects?|covers?|includes?|goes|now"
    r"|currently|already|also|only|not|worth|it|we|they"
    r"|\w+(?:ed|en|ing)\s(?:by|in|at|from|on|to|into|through|as))\b(?!-))(?=[A-Za-z])"
)


def past_rate(text: str, at: int, end: int) -> int:
    """Past "a year", "per child" and "over the next three years" at text[at:end]."""
    rate = _RATE.match(text, at, end)
    at = rate.end() if rate else at
    when = WHEN.match(text, at, end)
    return when.end() if when else at
