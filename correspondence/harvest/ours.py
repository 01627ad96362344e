"""Which words are the office's own: what somebody calls "our own", and what its Member wrote."""

import re
import unicodedata

from correspondence.harvest import fullnames
from correspondence.harvest.bylines import plain_name, untitled
from correspondence.harvest.furniture import BYLINE
from correspondence.harvest.heads import Head
from correspondence.harvest.layout import Piece
from correspondence.models import OFFICE
from correspondence.text import one_line

_OUR_OWN = (OFFICE, "the office", "our office", "our own", "our own words", "ours", "own")
_SEVERAL = re.compile(r",| and |&|/")
_BY = re.compile(r"^(?:[Bb]y|BY|[Ff]rom|[Ww]ords|[-–—])[: ]\s*")
_ANOTHERS = re.compile(r"(?:Lord|Lady|Baroness|Cllr|Coun|Councillor|Rev|Revd|Reverend|Prof|Professor)\b")
_PART = r"(?:[A-ZÀ-Þ][\w’'.-]*|(?:de|van|von|der|den|al|bin|la|le)\b)"
_WRITES = re.compile(rf"(?<![\w’'.-])(?P<name>(?:{_PART} ){{0,5}}?[A-ZÀ-Þ][\w’'-]*?)(?:,? MP)? writes\b")
_HE, _SHE = re.compile(r"\b(?:Mr|MR|Sir|SIR)\b"), re.compile(r"\b(?:Mrs|MRS|Ms|Miss|MISS|Dame|DAME)\b")
_UNDER_TITLE = 4  # pieces at the top among which a name alone is a byline
_HEAD, _STANDFIRST = 8, 45  # pieces that say who writes; words of the longest


def voice(said: str, member: str) -> str:
    """Whose words something is, as it is stored: our own, however it is called, and the Member's, are the
    office's."""
    name = one_line(said)
    return OFFICE if name.casefold() in _OUR_OWN or is_member(name, member) else name


def is_member(name: str, member: str) -> bool:
    """Whether a name is the Member's: with other titles, with initials, or the surname alone."""
    said, own = _parts(name), _parts(member)
    if not said or not own or said[-1] != own[-1] or _SEVERAL.search(plain_name(name)):
        return False
    if any(he.search(name) and she.search(member) for he, she in ((_HE, _SHE), (_SHE, _HE))):
        return False
    if said == own[-len(said) :]:
        return len(said) > 1 or len(own) == 1 or _ANOTHERS.match(name.strip()) is None
    first, given = said[0], own[0]
    return len(said) > 1 and (first == given or (1 in (len(first), len(given)) and first[0] == given[0]))


def is_whole_name(name: str, member: str) -> bool:
    """Whether a name is the Member's and says it whole: no initial, no surname alone, nobody's title."""
    whole = len(said := _parts(name)) > 1 and all(len(part) > 1 for part in said)
    return whole and _ANOTHERS.match(name.strip()) is None and is_member(name, member)


def is_alone(lines: list[str], member: str) -> bool:
    """Whether a text calls nobody else by the Member's surname, with another first name or title."""
    surname = untitled(plain_name(member)).split()[-1]
    called = re.compile(rf"\b(?:(?!MP\b)[A-ZÀ-Þ][\w’'.-]* ){{1,2}}(?i:{re.escape(surname)})\b")
    names = [found.group() for line in lines for found in called.finditer(line)]
    for name in names:
        first, own = name.split()[-2], _HE.match(name) or _SHE.match(name)
        named = [name] if own else [name, f"{first} {surname}"]
        if not own and fullnames.NO_FIRST.fullmatch(first):
            named = [member]
        if _ANOTHERS.search(name) or not any(is_member(one, member) for one in named):
            return False
    return not (any(map(_HE.match, names)) and any(map(_SHE.match, names)))


def find(found: list[Piece], head: Head, member: str) -> None:
    """Take the Member for the author of a column without another, where a line says so: "By D. Whitlock",
    the name alone under the title or at the end, "The pier must stay, Whitlock writes"."""
    if head.author or not member:
        return
    another = _shares_surname(found[:_HEAD], member)
    for i, piece in enumerate(found):
        near = i < _HEAD or i == len(found) - 1
        if not near or piece.why:
            continue
        by, writes = _by(piece, i, len(found)), _writes(piece)
        name = next((name for name in (by, writes) if is_member(name, member)), "")
        if name and (not another or _parts(name)[0] == _parts(member)[0]):
            piece.why = BYLINE if name == by else ""
            head.author = plain_name(member)
            return


def _by(piece: Piece, i: int, count: int) -> str:
    """The name in a line that may be a byline: behind "By", or alone where a byline stands."""
    by = _BY.match(piece.text)
    alone = 0 < i < _UNDER_TITLE or i == count - 1
    name = piece.text[by.end() :] if by else piece.text
    return name if by or (alone and len(_parts(name)) > 1) else ""


def _writes(piece: Piece) -> str:
    """The whole name before "writes": of "John Smith writes" never "Smith" alone."""
    writes = _WRITES.search(piece.text) if piece.words <= _STANDFIRST else None
    return writes["name"] if writes else ""


def _shares_surname(top: list[Piece], member: str) -> bool:
    """Whether somebody else of the Member's surname is named, whom the surname or an initial may mean."""
    surname = untitled(plain_name(member)).split()[-1]
    named = re.compile(rf"[A-ZÀ-Þ][\w’'.-]* (?i:{re.escape(surname)})\b")
    return any(not is_member(name, member) for piece in top for name in named.findall(piece.text))


def _parts(name: str) -> list[str]:
    """The words of a name without titles, honours and marks, in small letters."""
    plain = untitled(plain_name(_BY.sub("", name, count=1)))
    parts = re.split(r"[\s.]+", unicodedata.normalize("NFKD", plain).casefold())
    return [letters for part in parts if (letters := "".join(filter(str.isalpha, part)))]
