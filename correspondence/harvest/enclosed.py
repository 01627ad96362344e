"""A letter within a text: one that a reply copies out whole, with its head, greeting and sign-off, or that
a page prints under its own words."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import takewhile

from correspondence.harvest.bylines import plain_name
from correspondence.harvest.layout import Piece, sentence_ends
from correspondence.harvest.names import NAME
from correspondence.harvest.speakers import SOMEBODY

ANSWERED = "The mail that was answered: not our words."
HEAD = "The head of a letter that is passed on."
GREETED = "The greeting of a letter that is passed on."
SIGNED = "The sign-off of a letter that is passed on."
_PROSE = 20  # words of a sentence that is no line of a head
_SIGNED = 3  # lines under a sign-off, of which the first is a name
_NAME = 5  # words of it at most
_LONGEST = 10  # words of a line of a signature
_SIGNER = re.compile(rf"(?P<name>{NAME}),?(?: M[SE]?P)?\b.{{0,60}}")
_NO_NAME = re.compile(  # but a part of an office
    r"\b(?:Office|House|Department|Ministry|Team|Unit|Correspondence|Enquiries|Party|Parliament)\b"
)
_BELOW = re.compile(
    r"(?!.*\b(?:my|our)\b)(?:.*\b(?:text|copy) of (?:the|this|h(?:is|er)|their) (?:\w+ )?letter\b.*"
    r"|(?:the|this|h(?:is|er)|their) (?:\w+ )?letter (?:reads|says|follows|is below|in full)\b.*)[:.…]",
    re.IGNORECASE,
)
_HERE = re.compile(r"\b(?:below|here|follows|in full)\b|[:…]$|\.\.$")  # and no copy that somebody sent
_WROTE = re.compile(
    rf"(?P<name>{NAME})(?: MP)?(?:, [^,.]{{3,80}},)? (?:has |have )?(?:written|wrote|writes) to\b"
)
_TO_ALL = re.compile(r"dear (?:constituents?|residents?|friends?|neighbours?|all)\W*", re.IGNORECASE)
_LEAD = 3  # lines over a greeting, of which one says that a letter follows

_BODY = re.compile(
    r"(?:From\b|The |HM )?.{0,40}\b(?:Department|Ministry|Office|Agency|Authority|Council|Trust|Commission"
    r"|Minister|Secretary of State|Under[- ]Secretary|Chief Executive|Director)\b",
    re.IGNORECASE,
)

Test = Callable[[Piece], bool]


@dataclass(frozen=True)
class Enclosed:
    """Whose letter it is, and its paragraphs."""

    signer: str = ""
    pieces: list[Piece] = field(default_factory=list)
    printed: bool = False  # by a page that is no letter itself
    begins: int | None = None  # where it stands, with its head, if behind the signature of the outer one

    def give(self) -> None:
        """Its words are its signer's, whatever else is said of them, but for what it quotes by itself."""
        for piece in self.pieces:
            if not piece.why:
                quotes = piece.text[0] in '“"' and piece.text[-1] in '”"'
                piece.voice = piece.speaker = SOMEBODY if quotes else self.signer


def leave_out(found: list[Piece], begins: int, greets: Test, signs_off: Test) -> Enclosed:
    """Mark what stands round a letter that is copied into the one whose text begins at `begins`.

    It has a greeting and a sign-off of its own, and the writer of the outer one has words before and after,
    or has signed before.
    """
    greeting = next((at for at in range(begins, len(found)) if greets(found[at])), None)
    if greeting is None:
        return Enclosed()
    if (own := next((at for at in range(begins, greeting) if signs_off(found[at])), None)) is not None:
        return _behind(found, own, greeting, signs_off)
    if not any(map(_is_prose, found[begins:greeting])):
        return Enclosed()
    end = next((at for at in range(greeting + 1, len(found)) if signs_off(found[at])), None)
    if end is None or not any(map(_is_prose, found[end:])) or not any(map(signs_off, found[end + 1 :])):
        return Enclosed()
    signed = list(takewhile(lambda piece: not _is_prose(piece), found[end + 1 : end + 1 + _SIGNED]))
    if not signed or signed[0].words > _NAME:
        return Enclosed()
    for at in range(greeting - 1, begins, -1):
        if found[at].words >= _PROSE or sentence_ends(found[at].text) or found[at].text.endswith(":"):
            break
        found[at].why = found[at].why or HEAD
    found[greeting].why = GREETED
    for piece in (found[end], *signed):
        piece.why = SIGNED
    return Enclosed(plain_name(signed[0].text.title()), found[greeting + 1 : end])


def _behind(found: list[Piece], own: int, greeting: int, signs_off: Test) -> Enclosed:
    """Mark what stands round a letter behind the sign-off of the outer one: a body's is its signer's, and any
    other the one that was answered."""
    heads = (at for at in range(own + 1, greeting) if _BODY.match(found[at].text))
    begins = next(heads, greeting)
    end = next((at for at in range(greeting + 1, len(found)) if signs_off(found[at])), len(found))
    signed = found[end + 1 :]
    if begins == greeting and not any(_BODY.match(piece.text) for piece in signed if signs(piece)):
        for piece in found[greeting:]:
            piece.why = piece.why or ANSWERED
        return Enclosed(begins=greeting)
    for piece in found[begins:greeting]:
        piece.why = HEAD
    found[greeting].why = GREETED
    for piece in found[end:]:
        piece.why = piece.why or SIGNED
    names = (_SIGNER.fullmatch(piece.text.title()) for piece in signed[:_SIGNED])
    signer = next((plain_name(name["name"]) for name in names if name), SOMEBODY)
    return Enclosed(signer, found[greeting + 1 : end], begins=begins)


def on_a_page(found: list[Piece], begins: int, greets: Test, signs_off: Test) -> Enclosed:
    """Mark what stands round a letter with other words over it: one within another, or one on a page."""
    if _TO_ALL.fullmatch(found[begins].text) and not any(map(signs_off, found[begins:])):
        found[begins].why = GREETED  # one of several answers on a Member's page
        return Enclosed()
    copied = leave_out(found, 0, greets, signs_off)
    return copied if copied.pieces else _printed_under(found, begins, signs_off)


def _printed_under(found: list[Piece], begins: int, signs_off: Test) -> Enclosed:
    """Mark what stands round a letter that a page prints under its own words, from the greeting, or the line
    that leads in to it, to the sign-off or to the end. Its words are its signer's; of several, or without
    one, whose the page says, or somebody's."""
    rest = range(begins + 1, len(found))
    end = next((at for at in rest if signs_off(found[at])), len(found))
    signed = list(takewhile(signs, found[end + 1 :]))
    lines = (_SIGNER.fullmatch(piece.text) for piece in signed)
    names = [name["name"] for name in lines if name and not _NO_NAME.search(name["name"])]
    names = names or [
        wrote["name"] for wrote in (_WROTE.search(piece.text) for piece in found[:begins]) if wrote
    ]
    found[begins].why = GREETED
    for piece in found[max(0, begins - _LEAD) : begins + 1]:
        if _BELOW.fullmatch(piece.text):
            piece.why = HEAD
    for piece in takewhile(lambda piece: not _is_prose(piece), found[begins + 1 : end]):
        if found[begins].why == HEAD and not sentence_ends(piece.text):
            piece.why = piece.why or HEAD
    for piece in (*found[end : end + 1], *signed):
        piece.why = SIGNED
    signer = plain_name(names[0]) if len(names) == 1 else SOMEBODY
    return Enclosed(signer, found[begins + 1 : end], printed=True)


def announced(found: list[Piece], greeting: int | None) -> int:
    """Where a page says that it prints a letter that is not its own, over the greeting; 0: nowhere."""
    near = range(1, len(found)) if greeting is None else range(max(1, greeting - _LEAD), greeting)
    led_in = (at for at in near if _BELOW.fullmatch(found[at].text))
    return next((at for at in led_in if greeting is not None or _HERE.search(found[at].text)), 0)


def signs(piece: Piece) -> bool:
    """Whether a line may be a part of a signature: a name, a post."""
    short = piece.words <= _LONGEST and piece.text[-1] not in ":,"
    return not piece.why and short and not sentence_ends(piece.text)


def _is_prose(piece: Piece) -> bool:
    return not piece.why and piece.words >= _PROSE and sentence_ends(piece.text)
