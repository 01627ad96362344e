"""Sums of money: "£3.5 million a year", "£3-5bn", "1.5p per mile", "ten million euros"."""

import re
from collections.abc import Iterator

from correspondence.figures.found import Found
from correspondence.figures.numbers import CLEAR, DIGITS, NUMBER, SCALE, UP_TO, number, plain, scale_of
from correspondence.figures.rates import rate

_SIGNS = {
    "£": "GBP", "gbp": "GBP", "€": "EUR", "eur": "EUR", "$": "USD", "us$": "USD", "usd": "USD",
    "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "hk$": "HKD", "¥": "JPY",
}  # fmt: skip
_NAMES = {
    "pound": "GBP", "pounds": "GBP", "sterling": "GBP", "pence": "GBP", "penny": "GBP", "p": "GBP",
    "euro": "EUR", "euros": "EUR", "dollar": "USD", "dollars": "USD", "us dollars": "USD",
    "yen": "JPY", "yuan": "CNY", "rupees": "INR", "zloty": "PLN",
}  # fmt: skip
_PENCE = {"pence", "penny", "p"}

_SIGN = r"(?:(?<![\w£€$])(?:US|AU?|CA?|NZ|HK)?\$|£|€|¥|\b(?:GBP|EUR|USD)[ ]?)"
_AMOUNT = rf"{DIGITS}(?:{SCALE})?"
_SIGNED = re.compile(
    rf"(?P<sign>{_SIGN})[ ]?(?P<low>{_AMOUNT})"
    rf"(?:(?P<to>{UP_TO}|\sand\s)(?P<again>{_SIGN})?(?P<high>{_AMOUNT}))?(?![\w])",
    re.I,
)
_NAMED = re.compile(
    rf"{CLEAR}(?P<low>{NUMBER})(?:{UP_TO}(?P<high>{NUMBER}))?(?:[ -](?P<name>US dollars|pounds? sterling|"
    r"pounds?|pence|penny|euros?|dollars?|yen|yuan|rupees|zloty)\b|(?P<p>p)(?![\w.]*\w))",
    re.I,
)


_CHANGE = re.compile(
    r"(?<!ranging )(?<!range )(?<!ranges )(?<!aged )\bfrom\s(?:(?:approximately|about|around|over|under|just"
    r"|nearly|almost|some|circa|an|average|of)\s){0,3}$",
    re.I,
)

_BY = re.compile(  # "up by £5 to £90"
    r"\b(?:up|down|rise|rises|rose|risen|fall|falls|fell|cut|raised|increased?)\sby\s$"
)


def find_money(text: str) -> Iterator[Found]:
    """Every sum with a currency. Vague sums ("multi-billion pound") have no number and are none."""
    for match in _SIGNED.finditer(text):
        yield from _signed(text, match)
    for match in _NAMED.finditer(text):
        name = "p" if match["p"] else match["name"].lower().removesuffix(" sterling")
        low, high = number(match["low"]), number(match["high"]) if match["high"] else None
        if low is None:
            continue
        share = 0.01 if name in _PENCE else 1
        value = plain(low * share) if high is None else [plain(low * share), plain(high * share)]
        detail = rate(text, match.end())
        yield Found("money", match.start(), match.end(), value, _NAMES[name], detail)


def _signed(text: str, match: re.Match[str]) -> Iterator[Found]:
    """One figure, or the two of a change ("from £5 to £9") or of a list ("£5 and £9")."""
    unit = _SIGNS[match["sign"].strip().lower()]
    low = number(match["low"])
    if match["high"] is None or low is None:
        yield Found("money", match.start(), match.end("low"), low, unit, rate(text, match.end("low")))
        return
    high = number(match["high"])
    before = text[max(0, match.start() - 30) : match.start()]
    listed = "and" in match["to"] and not re.search(r"\bbetween\s*$", before, re.I)
    rises_to = _BY.search(before) is not None and high is not None and high >= 2 * low
    if listed or is_change(before) or rises_to:
        yield Found("money", match.start(), match.end("low"), low, unit, rate(text, match.end("low")))
        if match["again"]:
            start = match.start("again")
            yield Found("money", start, match.end(), high, unit, rate(text, match.end()))
        return
    scale = scale_of(match["high"])
    if scale_of(match["low"]) == 1 and high is not None and low < high / scale:
        low = plain(low * scale)  # "£3-5bn", "£3-£5bn"
    yield Found("money", match.start(), match.end(), [low, high], unit, rate(text, match.end()))


def is_change(before: str) -> bool:
    """Whether the words before a "low to high" make it a change of one value, not a range."""
    return _CHANGE.search(before) is not None
