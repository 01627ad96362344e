"""Lines that say who speaks above or below what is said: "Jo Field, Mayor of Ash" over a quotation, a list of
who reacted how, and "– Jo Field, Mayor of Ash" under one."""

import re
from collections.abc import Iterator

from correspondence.harvest.bylines import untitled
from correspondence.harvest.furniture import BYLINE
from correspondence.harvest.layout import Piece, sentence_ends
from correspondence.harvest.lines import CAPTION, is_prose
from correspondence.harvest.marks import MARKS
from correspondence.harvest.names import NAME
from correspondence.harvest.verbs import VERB

SPEAKS = "It says who speaks."
_POST = r"(?:[A-Z][\w’'&-]*|of|for|and|the|on|in|upon) "
_OVER = re.compile(
    rf"(?P<name>(?:{_POST}){{0,6}}(?:MP|Cllr|Councillor|Mayor|Minister|Secretary) {NAME}|{NAME},? MP"
    rf"|{NAME}(?= ?[-–—|,(]))(?:(?:,| [-–—|]| \() ?(?P<post>[^.!?:;()]{{2,100}})\)?)?:?"
)
_UNDER = re.compile(rf"[-–—] ?(?P<name>{NAME})(?:,? MP\b)?(?:, (?P<post>[^.!?:;]{{3,100}}))?")
_LONGEST = 15  # words of such a line


def mark(found: list[Piece]) -> None:
    """Mark the lines within a text that say who speaks, which are no bylines."""
    begun = False
    for i, piece in enumerate(found):
        if begun and (_said_below(found, i) or list(_said_above(found, i))):
            piece.why = SPEAKS
        begun = begun or (not piece.why and is_prose(piece))


def speakers(found: list[Piece]) -> Iterator[tuple[Piece, str]]:
    """Each piece over or under which such a line stands, with whom it names."""
    for i, piece in enumerate(found):
        if piece.why == SPEAKS and (below := _said_below(found, i)):
            yield found[i + 1], below
        elif piece.why == SPEAKS:
            for above in _said_above(found, i):
                yield above, _named(_UNDER, piece.text)


def _said_below(found: list[Piece], i: int) -> str:
    """Whom a line names under which a quotation begins; or ""."""
    below = found[i + 1] if i + 1 < len(found) else Piece("", why="the end")
    quoted = not below.why and below.text[0] in MARKS and is_prose(below, 5)
    return _named(_OVER, found[i].text) if quoted and _may(found[i]) else ""


def _said_above(found: list[Piece], i: int) -> Iterator[Piece]:
    """The paragraphs that end in a line with a dash and a name and begin under what tells of that person,
    where the text goes on below."""
    name = untitled(_named(_UNDER, found[i].text).split(",")[0]) if _may(found[i]) else ""
    goes_on = any(not piece.why and is_prose(piece, 8) for piece in found[i + 1 :])
    above = found[:i] if name and goes_on else []
    for at in range(len(above) - 1, -1, -1):
        piece = above[at]
        if name.split()[-1] in piece.text:
            yield from above[at + 1 :] if not piece.why else ()
            return
        if piece.why or not sentence_ends(piece.text):
            return


def _may(piece: Piece) -> bool:
    line = piece.words <= _LONGEST and not sentence_ends(piece.text) and not VERB.search(piece.text)
    return line and piece.why in ("", BYLINE, CAPTION, SPEAKS, "A heading.")


def _named(form: re.Pattern[str], line: str) -> str:
    named = form.fullmatch(line)
    if named is None:
        return ""
    told = named["post"] and not named["post"].startswith(("who ", "whose "))
    return f"{named['name']}, {named['post']}" if told else named["name"]
