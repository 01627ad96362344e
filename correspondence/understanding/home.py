"""Where the writer lives: from the signature, the head of the letter, a form, or what the letter says."""

import re
from collections.abc import Iterable, Iterator, Sequence

from correspondence.understanding.names import names_body, read_name
from correspondence.understanding.places import find_postcode, is_address, is_ours, read_address
from correspondence.understanding.trimming import Trimmed
from correspondence.understanding.wording import wordings
from correspondence.understanding.words import HONOURS, ROLES

_LIVES = wordings(
    r"""
    \b(?:I|we) (?:live|reside|am living|rent|own a (?:house|flat)|am resident)\b
    \bmy (?:home )?(?:address|post ?code)   \b(?:our|the) address is   post ?code(?: is|:)
    """,
)
_LIVES_AT = wordings(
    r"""
    live at   reside at   address is   living at   home is   am at
    """,
    before=r"\b",
    after=r"\s*:?\s+(?P<place>\d[^\n.!?]{4,100}|Flat [^\n.!?]{4,100})",
)


def read_home(trimmed: Trimmed, named: str) -> tuple[str, str]:
    """The address and postcode of the writer `named`: signature, head, form, then the letter itself."""
    address = postcode = ""
    for lines in _places(trimmed, named):
        found, code = read_address(lines)
        address, postcode = address or found, postcode or code
    said = _said_at_home(trimmed.body)
    if not address and (match := _LIVES_AT.search(trimmed.body[:20_000])):
        address = read_address([match.group("place")])[0]
    return address, postcode or said


def _places(trimmed: Trimmed, named: str) -> Iterator[Sequence[str]]:
    yield _under_name(trimmed.signature, named)
    yield _under_name(trimmed.block, named)
    filled = [
        value
        for key, value in trimmed.fields
        if re.search(r"address|street|town|city|county|post ?code", key) and "mail" not in key
    ]
    yield filled


def _under_name(lines: Sequence[str], named: str) -> list[str]:
    """The lines of a block without the name that stands first and may share its line with the address."""
    kept: list[str] = []
    for at, line in enumerate(lines):
        if is_ours(line):
            break
        name = None if re.match(r"\W*(?:flat\s)?\d", line, re.I) else read_name(line)
        if name is not None and not kept and (at == 0 or name.titled or _same_person(name.full, named)):
            line = _beside(line)
        if line and (is_address(line) or not names_body(line)):
            kept.append(line)
    return kept


def _same_person(one: str, other: str) -> bool:
    return bool(other) and one.lower().split()[0] == other.lower().split()[0]


def _beside(line: str) -> str:
    """What stands on the line of a name after a comma, if that is a place."""
    rest = line.partition(",")[2].strip()
    return "" if {word.lower().strip(".,()") for word in rest.split()} & (HONOURS | ROLES) else rest


def _said_at_home(body: str) -> str:
    """A postcode in the letter itself, if the sentence says that the writer lives there."""
    for sentence in _near(body[:200_000], _LIVES.finditer(body[:200_000])):
        if postcode := find_postcode(sentence, any_case=True):
            return postcode
    return ""


def _near(body: str, matches: Iterable[re.Match[str]]) -> Iterator[str]:
    for match in matches:
        yield body[match.start() : match.start() + 160]
