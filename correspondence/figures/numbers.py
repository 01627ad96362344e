"""Numbers in digits and in words: the patterns the kinds share, and what each is worth."""

import re
from typing import Final

ONES: Final = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen""".split()
    )
}
TENS: Final = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES: Final = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "m": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}

DIGITS: Final = r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,6})?"
SCALE_WORD: Final = r"(?:hundred|thousand|million|billion|trillion)"
SCALE: Final = rf"(?:[ -]?{SCALE_WORD}|[ ]?(?:bn|tn|mn|m|k))(?![\w²³/])"
_ONE = "|".join(sorted(ONES, key=len, reverse=True))
_UNDER_100 = rf"(?:(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(list(ONES)[1:10])})\b)?|{_ONE})"
_PARTS: Final = {"half": 1 / 2, "quarter": 1 / 4, "third": 1 / 3, "quarters": 3 / 4, "thirds": 2 / 3}
PART_OF: Final = r"(?:half|(?:a|one) (?:quarter|third) of|three[ -]quarters of|two[ -]thirds of) an? "
_SCALED = rf"(?:(?:{_UNDER_100}(?: and a half)?[ -])?{SCALE_WORD}(?: {SCALE_WORD})?)"
WORDS: Final = (
    rf"(?:(?:{PART_OF}|an? |one )(?={SCALE_WORD}\b|dozen\b)|)"
    rf"\b(?:{_SCALED}(?:(?: and | ){_SCALED}){{0,3}}(?:(?: and |[ -]){_UNDER_100})?"
    rf"|{_UNDER_100}(?: and a half\b|[ -]dozen)?|dozen)\b"
)
# A number that is not the tail of a code, a price or a longer number.
CLEAR: Final = r"(?:(?<=\bc\.)|(?<![\w£€$#/@&])(?<![\w)][.,:–—-])(?<!\.))"
NUMBER: Final = rf"(?:{DIGITS}(?:{SCALE})?|{WORDS})"
UP_TO: Final = r"(?:\s?[-–—]\s?|[\s-](?:to|or)[\s-])"

Number = int | float
_WORTH: Final = ONES | TENS | SCALES


def plain(value: float) -> Number:
    """`value` as an int where it is whole, else rounded free of binary noise."""
    value = round(value, 10 if abs(value) < 1000 else 4)
    return int(value) if value == int(value) else value


def number(text: str) -> Number | None:
    """The worth of a number matched by NUMBER; None where the words make no number."""
    text = " ".join(text.lower().split())
    match = re.match(DIGITS, text)
    if match is None:
        return _from_words(text)
    value = float(match.group().replace(",", ""))
    for scale in re.findall(r"[a-z]+", text[match.end() :]):
        value *= SCALES.get(scale, 1)
    return plain(value)


def scale_of(text: str) -> int:
    """What the scale word at the end of a number multiplies by; 1 where there is none."""
    match = re.search(r"(?<=[\d\s-])([a-z]+)$", text.lower())
    return SCALES.get(match.group(1), 1) if match else 1


def _from_words(text: str) -> Number | None:
    if part := re.match(PART_OF, text):
        inner = _from_words(text[part.end() :])
        named = next(share for word, share in _PARTS.items() if re.search(rf"\b{word}\b", part.group()))
        return None if inner is None else plain(round(inner * named))
    total: float = 0
    current: float = 0
    last = 0
    for word in re.findall(r"[a-z]+", text):
        if word in {"and", "a", "an"}:
            continue
        if word == "half":
            current, last = current + 0.5, 0
            continue
        step = _WORTH.get(word)
        if step is None or (step < 100 and word != "dozen" and _cannot_follow(current, last, step)):
            return None
        last = step
        if word in SCALES and step >= 1000:
            total, current = total + (current or 1) * step, 0
        elif word in SCALES:
            current = (current or 1) * step
        else:
            current += step
    return plain(total + current)


def _cannot_follow(current: float, last: int, step: int) -> bool:
    """Whether two plain words stand side by side that make no number: "two three", "ten twenty"."""
    return bool(current % 100) and not (last in TENS.values() and step < 10)
