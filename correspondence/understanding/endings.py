"""What habit puts under a letter: the sign-off and the signature."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from correspondence.understanding.lines import Line
from correspondence.understanding.names import read_body_name, read_name
from correspondence.understanding.notices import POSTSCRIPT
from correspondence.understanding.places import find_postcode, is_address, is_contact
from correspondence.understanding.wording import either, wordings
from correspondence.understanding.words import PARTICLES, ROLES

_GOODBYE = either(r"""
    yours(?: (?:very )?(?:sincerely|faithfully|truly|respectfully|cordially|ever|as ever|aye|etc\.?|&c\.?|
        in .{2,30}))?
    sincerely(?: yours)?   faithfully
    (?:with )?(?:(?:my|our|very|the|all|many|good|best|kind(?:est)?|
        warm(?:est)?) ?(?:and )?){0,4}(?:regards|wishes)(?: to you(?: all)?)?
    (?:very )?best   rgds   brgds   k(?:ind)? ?r(?:gd)?s   br   respectfully(?: yours)?
    with (?:great )?respect   warmly   cordially   in (?:hope|anticipation|solidarity|peace|faith)
    (?:(?:with )?(?:(?:my|our|so|very|many|much|kind|sincere|grateful) ){0,3}(?:thanks?(?: ?you)?|
        thx|tnx|gratitude)(?: (?:(?:so|very) much|a lot|again|in advance|all|both|and (?:kind|
        best) (?:regards|wishes)|a million|loads|for (?:your|the|all|reading|listening|taking|
        everything|any|anything|considering)[^.?!:]{0,45}|to you|indeed|ever so much|a bunch|
        once again|you)){0,3})
    cheers(?: then| mate| for now)?   ta   love(?: and .{2,20}| from)?   god bless(?: you)?
    bless you   take care
    all (?:the|my) best   diolch(?: yn fawr)?   cofion(?: \w+)?   hwyl(?: fawr)?   slán   le meas
    shalom   was?-?sal\w+   salaam   namaste   saludos   un saludo   cordialement   pozdrawiam   tx
    peace   many blessings   blessings   hopefully
    hoping for .{2,40}   yours in .{2,30}   signed   goodbye   bye(?: for now)?
    (?:from )?(?:a|an|your|one of your) (?:\w+ ){0,2}?(?:constituent|resident|voter|taxpayer|
        pensioner|mum|dad|mother|father|parent|citizen|teacher|nurse)s?
    from
    """)
_SIGN_OFF = re.compile(rf"^\W*{_GOODBYE}[\s,.!\-–—:;x]*$", re.I)
_SIGN_OFF_NAME = re.compile(rf"^\W*(?P<bye>{_GOODBYE})\s*[,.!\-–—]?\s+(?P<name>[^\W\d_].{{1,60}})$", re.I)
_IN_PASSING = (
    r"(?:(?:(?:kind|best|warm|many|with) )*(?:regards|rgds|wishes|thanks|thx|tnx)|cheers|"
    r"yours (?:sincerely|faithfully|truly))(?: (?:again|for now|in advance|(?:so|very) much))?"
)
_INLINE_SIGN_OFF = re.compile(
    rf"(?:\s+{_IN_PASSING}|(?<=[.!?])\s+(?:yours(?: ever)?|thank ?you|ta|love)),?\s+"
    r"(?P<name>(?=[^\W\d_])(?:[^.!?]|\b\w{1,3}\.){2,60})$",
    re.I,
)
_BEFORE_NAME = re.compile(rf"\s{_IN_PASSING},?$", re.I)
_BEGINS_GOODBYE = wordings(
    r"""
    (?:sent |written )?on behalf of
    with   kind(?:est)?   warm(?:est)?   (?:very )?best   many   thanks?   thanking   much   yours?   peace
    hoping   hopefully
    awaiting   looking forward   (?:i|we) remain   in (?:hope|anticipation|advance)   regards   love
    sincer\w+   god bless   blessings
    """,
    before=r"^\W*",
    after=r"\b[^.?!:]*[,.!]?$",
)
_ITEM = re.compile(r"[-–—*•·]\s")
_LONGEST = 24  # lines of a signature


@dataclass(frozen=True)
class Ending:
    """Lines first up to end are sign-off and signature; `signature` is what stands under the sign-off."""

    first: int
    end: int
    signature: tuple[str, ...]


def find_ending(lines: Sequence[Line]) -> Ending | None:
    """The sign-off and signature at the end of a letter's own lines; a postscript under it is not part."""
    full = [place for place, line in enumerate(lines) if line.text]
    if not full:
        return None
    dashes = _dashed(lines, full)
    end = min(_before_postscript(lines, full), full[-1] + 1)
    tail = [place for place in full if place < end][-_LONGEST:]
    for at, place in enumerate(tail):
        under = tail[at + 1 :]
        if not all(_under_letter(lines[other].text) or other in dashes for other in under):
            continue
        found = _signed(lines, place, under, end)
        if found is not None:
            return found
    if dashes:
        above = _unsigned(lines, [place for place in tail if place < dashes[0]], dashes[0])
        if above is not None:
            return Ending(
                above.first,
                end,
                (*above.signature, *(lines[place].text for place in dashes[1:] if place < end)),
            )
        return Ending(dashes[0], end, tuple(lines[place].text for place in dashes[1:] if place < end))
    return _unsigned(lines, tail, end)


def _signed(lines: Sequence[Line], place: int, under: Sequence[int], end: int) -> Ending | None:
    text = lines[place].text
    if _SIGN_OFF.match(text) and (under or len(text.split()) <= 4):
        return Ending(place, end, _names_under(lines, under))
    if under and len(text.split()) <= 9 and _BEGINS_GOODBYE.match(text) and read_name(lines[under[0]].text):
        return Ending(place, end, _names_under(lines, under))
    same_line = _SIGN_OFF_NAME.match(text)
    if same_line and len(text) < 90:
        name = same_line.group("name")
        if read_name(name) is not None or read_body_name(name) is not None:
            return Ending(place, end, (name, *(lines[other].text for other in under)))
    return None


def _names_under(lines: Sequence[Line], under: Sequence[int]) -> tuple[str, ...]:
    """The lines under a sign-off without a second one ("Many thanks", then "Kind regards")."""
    said = [lines[place].text for place in under]
    while said and _SIGN_OFF.match(said[0]):
        said = said[1:]
    return tuple(said)


def inline_ending(line: str) -> tuple[int, str] | None:
    """Where a sign-off with a name starts at the end of a line of the letter itself, and the name."""
    at = max(0, len(line) - 120)
    while found := _INLINE_SIGN_OFF.search(line, at):
        if read_name(found["name"]) is not None:
            return found.start(), found["name"]
        at = found.start() + 1
    return None


def _dashed(lines: Sequence[Line], full: Sequence[int]) -> list[int]:
    """The lines from a "-- " line on, if few enough to be a signature."""
    for at, place in enumerate(full):
        if lines[place].text in ("--", "—") and at > 0 and len(full) - at <= 15:
            return list(full[at:])
    return []


def _before_postscript(lines: Sequence[Line], full: Sequence[int]) -> int:
    """The end of the signature: a postscript that stands under it begins there."""
    for at in range(max(1, len(full) - 30), len(full)):
        if POSTSCRIPT.match(lines[full[at]].text):
            above = [lines[place].text for place in full[max(0, at - 10) : at]]
            if any(_SIGN_OFF.match(text) for text in above) or read_name(above[-1]) is not None:
                return full[at]
    return len(lines)


def _under_letter(text: str) -> bool:
    """Whether a line may stand under a sign-off: a name, a role, an address, a telephone number."""
    if _SIGN_OFF.match(text) or (is_contact(text) and len(text) < 120):
        return True
    if len(text) > 100 or len(text.split()) > 12:
        return bool(find_postcode(text)) and len(text.split()) <= 18
    return text[-1] not in ".?!" or is_address(text) or read_name(text) is not None or len(text.split()) <= 4


def _unsigned(lines: Sequence[Line], tail: Sequence[int], end: int) -> Ending | None:
    """A name, with or without an address, at the foot of a letter that says no goodbye."""
    best: int | None = None
    for at in range(len(tail) - 1, -1, -1):
        place = tail[at]
        text = lines[place].text
        if not _under_letter(text) or len(text.split()) > 11 or _listed(lines, place):
            break
        if _stands_as_name(lines, place, last=at == len(tail) - 1):
            best = at
        elif not (
            is_contact(text)
            or is_address(text)
            or len(text.split()) <= 5
            or set(text.lower().split()) & ROLES
        ):
            break
    if best is None or best == 0:
        return None
    return Ending(tail[best], end, tuple(lines[place].text for place in tail[best:]))


def _listed(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is one of a list; a name behind a dash stands alone."""
    above = next((line.text for line in reversed(lines[:place]) if line.text), "")
    return _ITEM.match(lines[place].text) is not None and (above.endswith(":") or bool(_ITEM.match(above)))


def _stands_as_name(lines: Sequence[Line], place: int, *, last: bool) -> bool:
    """Whether a line is a name that stands apart from the letter above it."""
    text = lines[place].text.lstrip("-–—~*/ ")
    above = lines[place - 1].text if place else ""
    if not text:
        return False
    name = read_name(text)
    if name is None:
        return read_body_name(text) is not None and text[:1].isupper() and len(text.split()) <= 6
    if text[-1] == "," and not last:
        return False
    if _BEFORE_NAME.search(above):
        return True
    if above and above[-1] not in ".?!…\"”')" and not _ITEM.match(above):
        return above[-1] == "," and name.words > 1 and len(above.split()) <= 8
    if text[:1].isupper():
        firsts = text.split(",")[0].split()[:2]
        return all(
            not word[0].isalpha() or word[0].isupper() or word in PARTICLES or word == "and"
            for word in firsts
        )
    writes_small = any(line.text[:1].islower() for line in lines[:place])
    return not last or text.startswith("from ") or (not above and writes_small and len(text.split()) <= 3)
