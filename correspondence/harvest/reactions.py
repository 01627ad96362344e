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
from correspondence.harvest.reasons import HEADING
from correspondence.harvest.verbs import VERB

SPEAKS = "It says who speaks."
_POST = r"(?:[A-Z][\w’'&-]*|of|for|and|the|on|in|upon) "
_OVER = re.compile(
    rf"(?P<name>(?:{_POST}){{0,6}}(?:MP|Cllr|Councillor|Mayor|Minister|Secretary) {NAME}|{NAME},? MP"
    rf"|{NAME}(?= ?[-–—|,(]))(?:(?:,| [-–—|]| \() ?(?P<post>[^.!?:;()]{{2,100}})\)?)?:?"
)
_UNDER = re.compile(rf"[-–—] ?(?P<name>{NAME})(?:,? MP\b)?(?:, (?P<post>[^.!?:;]{{3,100}}))?")
_LONGEST = 15  # words of such a line
_REACTS = re.compile(
    r"\b(?:react(?:s|ed|ions?)?|respon(?:ds?|se|ses)|verdicts?|views|comments"
    r"|what (?:they|we|people) (?:said|say|think))\b",
    re.IGNORECASE,
)
_WRITES = re.compile(r"\b(?:reporter|correspondent|editor|journalist|writer|columnist)\b", re.IGNORECASE)
_SAID = 12  # words of a paragraph under such a line
_LIST = 3  # such lines make a list of reactions; or two where the page says that it is one


def mark(found: list[Piece]) -> None:
    """Mark the lines within a text that say who speaks, which are no bylines."""
    begun = False
    for piece, _, _ in _round(found):
        piece.why = SPEAKS
    for i, piece in enumerate(found):
        if begun and (_said_below(found, i) or list(_said_above(found, i))):
            piece.why = SPEAKS
        begun = begun or (not piece.why and is_prose(piece))


def speakers(found: list[Piece]) -> Iterator[tuple[Piece, str]]:
    """Each piece over or under which such a line stands, with whom it names."""
    for _, who, said in _round(found):
        yield from ((piece, who) for piece in said)
    for i, piece in enumerate(found):
        if piece.why == SPEAKS and (below := _said_below(found, i)):
            yield found[i + 1], below
        elif piece.why == SPEAKS:
            for above in _said_above(found, i):
                yield above, _named(_UNDER, piece.text)


def _round(found: list[Piece]) -> list[tuple[Piece, str, list[Piece]]]:
    """The lines with a name and a post over what each said without marks, to the next of them, with whom they
    name: of a page that is a list of reactions, none of which tells of whoever speaks."""
    over = [(i, _named(_OVER, piece.text)) for i, piece in enumerate(found) if _may(piece)]
    heads = [(i, who) for i, who in over if ", " in who and not _WRITES.search(who)]
    ends = [i for i, _ in heads[1:]] + [len(found)]
    parts = [
        (found[i], who, [piece for piece in found[i + 1 : end] if not piece.why and piece.words >= _SAID])
        for (i, who), end in zip(heads, ends, strict=False)
    ]
    top = " ".join(piece.text for piece in found[: heads[0][0]]) if heads else ""
    enough = len({who for _, who, _ in parts}) >= (2 if _REACTS.search(top) else _LIST)
    return parts if enough and all(_is_said(who, said) for _, who, said in parts) else []


def _is_said(who: str, said: list[Piece]) -> bool:
    """Whether paragraphs may be what somebody said, who is not told of in them and stands in no marks."""
    surname = untitled(who.split(",")[0]).split()[-1]
    return bool(said) and not any(surname in piece.text or piece.text[0] in MARKS for piece in said)


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
    return line and piece.why in ("", BYLINE, CAPTION, SPEAKS, HEADING)


def _named(form: re.Pattern[str], line: str) -> str:
    named = form.fullmatch(line)
    if named is None:
        return ""
    told = named["post"] and not named["post"].startswith(("who ", "whose "))
    return f"{named['name']}, {named['post']}" if told else named["name"]
