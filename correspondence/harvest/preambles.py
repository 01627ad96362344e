"""What a Member's page says over every answer that it shows: a preamble, above the day of this one."""

import re

from correspondence.harvest import courtesies, dates, letters
from correspondence.harvest.layout import Piece
from correspondence.harvest.lines import is_heading, is_prose

OF_THE_PAGE = "A note on the page itself."
_ON_ANSWERS = re.compile(
    r"\b(?:campaigns?|correspondence|e-?mails|letters)\b[^.]*\b(?:answer|repl(?:y|ies)|respon(?:d|ses?))\b"
    r"|\b(?:answer|repl(?:y|ies)|respon(?:d|ses?))\b[^.]*\b(?:campaigns?|correspondence|e-?mails|letters|page)\b",
    re.IGNORECASE,
)
_HEAD = 12  # pieces at the top


def leave_out(found: list[Piece]) -> None:
    """Mark words on how the Member answers letters over a date, a title and thanks for this one."""
    thanks = next((at for at, piece in enumerate(found[:_HEAD]) if courtesies.thanks(piece.text)), 0)
    begins = thanks
    while begins and (dates.is_stamp(found[begins - 1].text) or is_heading(found[begins - 1].text)):
        begins -= 1
    over = found[:begins]
    dated = any(dates.is_stamp(piece.text) for piece in found[begins:thanks])
    greeted = any(map(letters.greets, over))
    told = any(is_prose(piece) and _ON_ANSWERS.search(piece.text) for piece in over)
    for piece in over if dated and told and not greeted else ():
        piece.why = piece.why or OF_THE_PAGE
