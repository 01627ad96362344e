"""Counts of things in digits or words: "almost 700 asylum seekers", "two hundred", "10 to 20 GW"."""

import re
from collections.abc import Iterator

from correspondence.figures.found import Found
from correspondence.figures.money import is_change
from correspondence.figures.numbers import (
    CLEAR,
    DIGITS,
    NUMBER,
    SCALE,
    WORDS,
    Number,
    number,
    plain,
    scale_of,
)
from correspondence.figures.phrases import noun_phrase
from correspondence.figures.rates import rate

_AGE = re.compile(
    rf"(?:{CLEAR}(?P<low>{NUMBER})(?:(?:\s?(?:-|–|to|or)\s?|-to-)(?P<high>{NUMBER}))?[ -](?:years?|months?"
    rf"|weeks?)(?:[’'])?[ -](?:olds?|of age)\b|"
    rf"\b(?:aged?|ages|turns?|turning|over the age of|under the age of)(?: of| between| over| under| from"
    rf"|) (?P<aged>\d{{1,3}}|(?:{WORDS}))"
    rf"(?:(?:\s?(?:-|–)\s?| to | and |  ?or )(?P<until>\d{{1,3}}|{WORDS}))?(?![\w%])(?: months| weeks)?|"
    r"\b(?:children|people|those|adults|anyone|women|men|girls|boys|learners|residents|individuals"
    r"|persons) (?:who are )?"
    r"(?:under|over|below|above) (?P<than>\d{1,3})(?=[.,;:)]| (?:and|or|who|with|in|to|at|from|have"
    r"|are|is|will|can)\b)|"
    rf"\b(?:over|under)[- ](?P<s>\d{{1,3}})(?:[’']?s)\b|\b(?P<plus>\d{{2}})(?: to "
    rf"| ?[-–] ?)(?P<plus2>\d{{2}})[- ]year)",
    re.I,
)
_AGE_SIGNS = ("turn", "old", " age", "aged", "ages")
_AGE_SIGN = re.compile(r"(?:over|under|below|above)[ -]\d|\d[ -]year")
_MEASURE = (
    r"(?:°\s?C|°\s?F|µg/m³|mg|g|kg|tonnes?|km²?|km|cm|mm|metres?|miles?|mph|kph|ha|hectares?|acres?"
    r"|[kMGT]Wh?|litres?|ml"
    r"|Mbps|Gbps|MB|GB|TB|sq ?m|m²|m³|MtCO2e?|Mt|kt|degrees?)"
)
_MEASURED = re.compile(
    rf"{CLEAR}(?P<low>[-−]?{DIGITS}(?:{SCALE})?)(?:\s?(?:-|–"
    rf"|to)\s?(?P<high>{DIGITS}(?:{SCALE})?))?[ -]?(?P<unit>{_MEASURE})(?![\w])"
)
_COUNT = re.compile(
    rf"{CLEAR}(?P<low>{NUMBER})(?:(?P<to>\s?[-–—]\s?|\sto\s|\sor\s"
    rf"|\sand\s)(?P<high>{NUMBER}))?(?![\w%]|[.,:/]\d|\s?(?:st|nd|rd|th)\b)",
    re.I,
)
# "four of which are open", "of these, 70 are for women", "a further 20 that closed", "12 or more staff"
_BARE_AFTER = re.compile(r" (?:are|were|have|had|will|remain|did|do)\b| or (?:more|fewer|less|above|over)\b")
_BARE_BEFORE = re.compile(
    r"(?:^|[.,;:(] ?|\b(?:which|whom|these|those|and|with|while|all)"
    r"(?: (?:only|just|some|about|around|nearly|almost|over|fewer than|more than|at least))? )$"
)
_FURTHER = re.compile(r"\b(?:a further|an additional|another|the other|the remaining) $", re.I)
_SAYS = re.compile(
    r"(?:\b(?:was|were|is|are|be|been|to|by|over|than|about|around|almost|approximately|nearly|only"
    r"|at|just|some|totalled|reached|of|least|received|estimated|from)|, or)\s$",
    re.I,
)
# "It closed 210 beds and cut 690": more of what was counted before.
_NO_THING = re.compile(r"[.,;]?$|[.,;]\s|\s(?:and|for|in|on|at|across|with|by|after|last|more|others)\b")
_DID_TO = re.compile(
    r"\b(?P<verb>(?:clos|open|cancell?|postpon|kill|injur|wound|add|lost|cut|built|sold|arrest|charg|train|recruit|plant|rescu|demolish"
    r"|dismiss|reject|refus|leav|left|mend|repair|sav)(?:ed|ing|es|s)?)\s$"
)
_NOUN = re.compile(
    r"[ ](?:\ufffc{1,12} )?(?:more |additional |extra |new |other |further )?"
    r"(?P<word>[^\W\d_][\w’'-]*)|-(?P<joined>[a-z]+)"
)
_NO_NOUN = set(
    """and or of to in on at by for from with the a an is are was were has have had will would as than that
    which who when while if but so per pm am each times it this these those been be cent percent
    respectively between because under after before until since through percentage years includes
    include""".split()
)
# "It flooded 48 times last year": how often a thing came, and no multiple ("three times more").
_OFTEN = re.compile(
    r" times(?=[.,;:)]|$| \ufffc| (?:in|on|at|by|for|to|from|over|since|during|between|within|across|through"
    r"|before|after|this|last|already|so|and|but|when|while|because|with|without|under)\b"
    r"(?! (?:much|many)\b))"
)
AGE_UNIT = "years of age"


def find_ages(text: str) -> Iterator[Found]:
    """Ages, as counts of years (or months, weeks) of age."""
    small = text.lower()
    if not any(sign in small for sign in _AGE_SIGNS) and not _AGE_SIGN.search(small):
        return
    for match in _AGE.finditer(text):
        groups = match.groupdict()
        low_key = next((key for key in ("low", "aged", "than", "s", "plus") if groups[key]), "")
        high_key = {"low": "high", "aged": "until", "plus": "plus2"}.get(low_key, "")
        low = number(groups[low_key] or "")
        high = number(groups[high_key]) if high_key and groups[high_key] else None
        if low is None:
            continue
        unit = re.search(r"month|week", match.group(), re.I)
        named = f"{unit.group().lower()}s of age" if unit else AGE_UNIT
        end = match.end(high_key if high is not None else low_key)
        yield Found("count", match.start(low_key), end, low if high is None else [low, high], named)


def find_measured(text: str) -> Iterator[Found]:
    """Numbers with a unit of measure."""
    for match in _MEASURED.finditer(text):
        low, high = number(match["low"].lstrip("-−")), number(match["high"]) if match["high"] else None
        if low is None or (match["unit"] == "m" and not match["low"]):
            continue
        low = -low if match["low"][0] in "-−" else low
        value = low if high is None else [low, high]
        yield Found(
            "count", match.start(), match.end("low" if high is None else "high"), value, match["unit"]
        )


def find_counts(text: str) -> Iterator[Found]:
    """Every other number that counts something: a noun follows, or a verb of amount goes before."""
    for match in _COUNT.finditer(text):
        low, high = number(match["low"]), number(match["high"]) if match["high"] else None
        joined = match["to"] and match["to"].strip() in {"and", "to"}
        between = re.search(r"\bbetween\s*$", text[max(0, match.start() - 12) : match.start()], re.I)
        change = is_change(text[max(0, match.start() - 30) : match.start()])
        apart = high is not None and ((joined and match["to"].strip() == "and" and not between) or change)
        if low is None or apart:
            yield from _counted(text, match.start("low"), match.end("low"), low, change)
            if match["high"]:
                yield from _counted(text, match.start("high"), match.end("high"), high, change)
        elif high is None:
            yield from _counted(text, match.start(), match.end(), low, False)
        elif high > low or scale_of(match["high"]) > 1:
            if scale_of(match["low"]) == 1 and re.match(r"[\d.,]+$", match["low"]):
                low = plain(low * scale_of(match["high"]))
            yield from _counted(text, match.start(), match.end(), [low, high], False)


def _counted(
    text: str, start: int, end: int, value: Number | list[Number] | None, change: bool
) -> Iterator[Found]:
    """The count at text[start:end], if it is one."""
    if value is None or (isinstance(value, int | float) and value < 2 and value == int(value)):
        return
    if _OFTEN.match(text, end):
        yield Found("count", start, end, value, "times")
        return
    noun = _NOUN.match(text, end)
    in_words = not text[start].isdigit()
    if noun and noun["joined"] and (in_words or len(text[start:end]) < 2):
        return
    counts = noun is not None and (noun["joined"] or noun["word"]).lower() not in _NO_NOUN
    of = (
        re.match(
            r" of (?:the|these|those|them|our|which|whom|all|his|her|its|their|my|your)\b",
            text[end : end + 14],
        )
        is not None
    )
    bare = _SAYS.search(text, max(0, start - 16), start) is not None and not in_words
    bare = bare and re.fullmatch(r"\d{5,}", text[start:end]) is None
    bare = bare or re.fullmatch(r"\d{1,3}(?:,\d{3})+", text[start:end]) is not None
    of = of or _stands_alone(text, start, end)
    if counts or of or change or (bare and (not isinstance(value, int) or value > 20)):
        unit = noun_phrase(text, noun.start("word") - 1) if noun and noun["word"] and counts else ""
        yield Found("count", start, end, value, unit, rate(text, end, after_noun=True))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the number at text[start:end] counts what was named before: "of which six are open"."""
    if _FURTHER.search(text, max(0, start - 16), start) or done_to(text, start, end):
        return True
    after = _BARE_AFTER.match(text, end)
    if after is None:
        return False
    return (
        after.group().startswith(" or ") or _BARE_BEFORE.search(text, max(0, start - 20), start) is not None
    )


def done_to(text: str, start: int, end: int) -> str:
    """The verb before a bare number that counts more of what was named: "cut" of "cut 690."; else ""."""
    verb = _DID_TO.search(text, max(0, start - 16), start)
    return verb["verb"] if verb and _NO_THING.match(text, end) else ""
