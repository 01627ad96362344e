"""Lists in a letter: what leads to one, what its lines are, and what follows it."""

import re

from correspondence.understanding.signs import ITEM, Piece, Told
from correspondence.understanding.wording import wordings

_HALF_AN_ASK = wordings(
    r"""
    \b(?:to|you|please|government|ministers?)
    \b(?:urge|ask|asking|call|calling|press|pressing|want|like|please|will you|would you|could you|should)\b
        [^:]*\b(?:following|these|two|three|four|five|\d)(?: \w+)?(?: steps| actions| things| asks|
        demands| measures| changes| points)\b[^:]*
    \b(?:do|call(?:ing)? (?:for|on)|press(?:ing)? for|push(?:ing)? for|commit to|act on)
        [ ](?:all )?(?:of )?the following\b[^:]*
    """,
    after=r"\s*:\s*$",
)
_ANSWERS = re.compile(
    r"\b(?:questions?|views?|opinions?|know|tell|answers?|concern\w*|worr\w+)\b", re.IGNORECASE
)
_PRONOUN = re.compile(r"\b(?:it|they|them|this|these|those)\b", re.IGNORECASE)


def leads_in(told: Told, piece: Piece) -> bool:
    """Whether a piece is one sentence that only begins to ask: what it asks is listed below."""
    return piece.end - piece.first == 1 and piece.asks > 0 and told.text(piece).endswith(":")


def half_asks(told: Told, piece: Piece) -> bool:
    """Whether a piece only begins to ask, and the lines of a list end it: "I ask you to:", "Will you:"."""
    text = told.text(told.piece(piece.end - 1, piece.end))
    return _HALF_AN_ASK.search(text) is not None and not _ANSWERS.search(text)


def next_in_list(told: Told, before: Piece, after: Piece) -> bool:
    """Whether two pieces are lines of one list, of which the second needs nothing of the first."""
    this, near = told.sentences[after.first], told.sentences[before.first : before.end]
    above = next(one for one in near if one.paragraph == near[-1].paragraph)
    listed = all(ITEM.match(told.body, one.start) for one in (above, this))
    text = told.body[this.start : this.end]
    return listed and above.paragraph + 1 == this.paragraph and not _PRONOUN.search(text)


def lists_others(told: Told, before: Piece, after: Piece) -> bool:
    """Whether a piece begins a list of things asked that shares no word with the piece before it."""
    opening = told.piece(after.first, after.first + 1)
    return leads_in(told, opening) and not half_asks(told, opening) and not before.stems & after.stems
