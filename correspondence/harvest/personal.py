"""Takes out of an old reply what belongs to the person it answered, before it becomes a Paragraph.

What is taken out is kept nowhere: a Version notes its kind only. A Field stands in the gap where the
sentence needs a word. Ministers, posts and the contacts of public bodies stay.
"""

import re
from collections.abc import Callable, Iterable

from correspondence.harvest.names import NAME, TITLE
from correspondence.harvest.phrases import one_of

_RELATION = one_of(r"""
    daughters? | sons? | wife | husband | partner | mother | father | mum | dad | brother | sister | baby
    niece | child(?:ren)? | grand(?:son|daughter|child|mother|father) | [a-z]+-in-law | nephew | aunt | uncle
    cousin | friend | neighbour | carer | tenant | fianc[eé]e?
""").pattern
_GIVEN = r"[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ]"
_RELATIVE = re.compile(
    rf"(?P<who>\b[Yy]our (?:[a-z]+ )?{_RELATION})(?P<comma>,?) (?P<name>{_GIVEN}(?: {_GIVEN}){{0,2}}?)"
    r"(?P<end>['’]s\b|,|(?= [a-z])|(?=[.;:?!]))"
)
_CONSTITUENT = re.compile(rf"(\b(?:[Mm]y|[Oo]ur|[Aa]) constituents?),? (?:{NAME}|{TITLE} {_GIVEN})")
_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_OFFICIAL = re.compile(
    r"@(?:[\w-]+\.)*(?:parliament\.uk|gov\.(?:uk|scot|wales)|nhs\.uk|police\.uk)$", re.IGNORECASE
)
_PHONE = re.compile(r"(?<![\w£])(?:\+44 ?(?:\(0\) ?)?\d{2,4}|\(?0\d{2,4}\)?)(?:[ -]?\d{2,4}){2,3}(?![\w,]\d)")
_PUBLIC_PHONE = re.compile(r"\(?(?:0800|0808|03\d\d|020\)? ?7219)")
_OURS = re.compile(
    r"\b(?:(?:my|our) (?:\w+ ){0,3}(?:office|team|surgery)|(?:help|hot)line|freephone"
    r"|(?:contact|call|e-?mail|telephone|phone|ring) (?:me|us))\b[^.]{0,60}$",
    re.IGNORECASE,
)
_CODE = r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}"
_POSTCODE = re.compile(rf"\b(?!SW1A ?[012]){_CODE}\b")
_ADDRESS = re.compile(
    r"\b(?:[Ff]lat \w+,? )?\d{1,4}[A-Za-z]?,? (?!Downing|Parliament|Whitehall)(?:[A-Z][\w’'-]+ ){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Way|Court|Crescent|Terrace|Gardens|Grove|Place|Square|Hill"
    r"|Row|Walk|Mews|View|Rise|Parade|Flats|Wharf)\b"
    rf"(?:,? (?:in )?[A-Z][a-z]+(?: [A-Z][a-z]+)?(?=[,.; ]))?(?:,? {_CODE}\b)?"
)
_OF_A_CASE = one_of(r"""
    case | claim | complaint | file | account | policy | customer | tenancy | application | home office
    hospital | nhs
    national insurance | passport | visa | crime | incident
""").pattern
_REFERENCE = re.compile(
    rf"\(?\b(?:{_OF_A_CASE}\s+(?:ref(?:erence)?|number|no)|ref(?:erence)?|case|claim|urn)\b\.?"
    r"(?:\s*(?:no|number|ref(?:erence)?|is|of)\b)*[.:# ]*"
    r"(?P<code>(?-i:(?=[\w/ -]{0,6}\d)(?:[A-Z]{1,4} (?=\d))?[A-Z0-9]{1,12}(?:[/-][A-Z0-9]+)*"
    r"(?: \d{2,4}){0,3}))(?![\w%])\)?",
    re.IGNORECASE,
)
_INSURANCE = re.compile(r"\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b")
_NO_NAME = frozenset(
    """sir madam sirs friend friends resident residents constituent constituents colleague colleagues
    neighbour all editor voter parent parents student students member members minister secretary home
    prime speaker councillor mr mrs ms miss mx dr prof professor rev revd reverend lord lady dame
    baroness cllr the of to rt hon state family january february march april may june july august
    september october november december""".split()
)


def names_in(salutation: str, head: Iterable[str] = ()) -> list[str]:
    """The names in what follows "Dear", and in the address lines above it that begin with a title."""
    lines = [salutation, *(line for line in head if re.match(rf"{TITLE} [A-Z]", line) and len(line) < 60)]
    words = [word.strip(",.") for line in lines for word in line.split()]
    return sorted(
        {word for word in words if len(word) > 1 and word[0].isupper() and word.lower() not in _NO_NAME}
    )


def without(text: str, names: list[str]) -> tuple[str, tuple[str, ...]]:
    """`text` without the personal details of whoever was answered, and the kinds of what was taken out.

    names: what the greeting called them. Kinds: name, e-mail, telephone, address, reference.
    """
    removed: list[str] = []
    text = _taken(_RELATIVE, text, "name", _without_relative, removed, names)
    text = _taken(_CONSTITUENT, text, "name", lambda found: found[1], removed)
    for name in list(names):
        text = _without_name(text, name, removed)
    text = _taken(_INSURANCE, text, "reference", lambda _: "((reference))", removed)
    text = _taken(_REFERENCE, text, "reference", _without_reference, removed)
    text = _taken(_MAIL, text, "e-mail", lambda found: _kept_if_public(found, "((e-mail))"), removed)
    text = _taken(_PHONE, text, "telephone", lambda found: _kept_if_public(found, "((telephone))"), removed)
    text = _taken(_ADDRESS, text, "address", lambda _: "((address))", removed)
    text = _taken(_POSTCODE, text, "address", lambda _: "((address))", removed)
    if removed:
        text = re.sub(r" +(?=[ ,.;:?!])", "", text).strip()
    return text, tuple(removed)


def _taken(
    pattern: re.Pattern[str],
    text: str,
    kind: str,
    gap: Callable[[re.Match[str]], str],
    removed: list[str],
    names: list[str] | None = None,
) -> str:
    """`text` with each find of `pattern` replaced by its `gap`; a find that is its own gap stays."""

    def fill(found: re.Match[str]) -> str:
        filled = gap(found)
        if filled != found.group():
            removed.append(kind)
            if names is not None and (name := found["name"].split()[0]) not in names:
                names.append(name)
        return filled

    return pattern.sub(fill, text)


def _without_relative(found: re.Match[str]) -> str:
    """From "your daughter, Emma, is" to "your daughter is"."""
    if found["name"].split()[0].lower() in _NO_NAME:
        return found.group()
    end = found["end"]
    return found["who"] + ("" if end == "," and found["comma"] else end)


def _without_reference(found: re.Match[str]) -> str:
    """The number of a case goes; what is too short to be one stays ("claim 7 of 9")."""
    if re.fullmatch(r"\d{1,2}", found["code"]):
        return found.group()
    return "" if found.group().startswith("(") and found.group().endswith(")") else "((reference))"


def _without_name(text: str, name: str, removed: list[str]) -> str:
    """Names spoken to go with their commas; elsewhere a Field takes the place of title and name."""
    word = re.escape(name)
    full = rf"(?:{TITLE} (?:and {TITLE} )?)(?:[A-Z]\.? |{_GIVEN} )?{word}"
    spoken_to = re.compile(rf"(?:,|^) ?(?:{full}|{word})(?:,(?= )|(?=[.?!]))(?P<next> [A-Za-z])?")
    text = _taken(spoken_to, text, "name", _without_vocative, removed)
    text = _taken(re.compile(rf"\b{full}\b"), text, "name", lambda _: "((name))", removed)
    alone = re.compile(rf"(?<=[a-z,;:(] )(?<!\b[A-Z] ){word}\b(?! [A-Z])(?=['’]s\b|[ ,.;:?!)])")
    return _taken(alone, text, "name", lambda _: "((name))", removed)


def _without_vocative(found: re.Match[str]) -> str:
    """From "I hope, Mrs Oakes, that" to "I hope that"; at the start the next word takes the capital."""
    following = found["next"] or ""
    return (
        following.strip().upper() if found.start() == 0 and not found.group().startswith(",") else following
    )


def _kept_if_public(found: re.Match[str], gap: str) -> str:
    """The contacts of public bodies and of the office itself are nobody's personal details."""
    before = found.string[max(0, found.start() - 90) : found.start()]
    public = _OFFICIAL.search(found.group()) or _PUBLIC_PHONE.match(found.group()) or _OURS.search(before)
    return found.group() if public else gap
