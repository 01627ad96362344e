"""What a Member's page says over every answer that it shows: a preamble, above the day of this one."""

import re
from itertools import takewhile

from correspondence.harvest import courtesies, dates, letters
from correspondence.harvest.layout import Piece
from correspondence.harvest.lines import is_heading, is_prose

OF_THE_PAGE = "A note on the page itself."
_ON_ANSWERS = re.compile(
    r"\b(?:campaigns?|correspondence|e-?mails|letters)\b[^.]*\b(?:answer|repl(?:y|ies)|respon(?:d|ses?))\b"
    r"|\b(?:answer|repl(?:y|ies)|respon(?:d|ses?))\b[^.]*\b(?:campaigns?|correspondence|e-?mails|letters|page)\b",
    re.IGNORECASE,
)
_FOR_ALL = re.compile(  # why a Member answers campaigns on a page
    r"\b(?:no longer|not possible|cannot|unable|volume)\b[^.]{0,160}"
    r"\b(?:individual(?:ly)?|each (?:one )?of (?:them|you)|personal(?:ly)?|every one)\b",
    re.IGNORECASE,
)
_GIVEN = r"(?:answer|repl(?:y|ie)|respon[ds]|post(?:ed|ing|s)?\b(?! office))"
_SENT = r"(?:campaigns?|correspondence|casework|e-?mails?|letters?)"
_SO_TOO = re.compile(
    rf"\b{_SENT}\b[^.]{{0,160}}\b{_GIVEN}|\b(?:{_GIVEN}|write to me)[^.]{{0,160}}\b(?:{_SENT}|page)\b"
    r"|\bupdat[a-z]+ (?:topics|this|the page)\b",
    re.IGNORECASE,
)
_LONGEST = 80  # words of a paragraph on how answers are given
_LEAST = 2  # paragraphs on how answers are given
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
    for piece in over if dated and told and not greeted else _on_campaigns(found):
        piece.why = piece.why or OF_THE_PAGE


def _on_campaigns(found: list[Piece]) -> list[Piece]:
    """What a page says at its top on how campaigns are answered, where it says it at length."""
    text = [piece for piece in found if not piece.why and not is_heading(piece.text)]
    told = list(takewhile(lambda piece: piece.words <= _LONGEST and _SO_TOO.search(piece.text), text))
    if not told or "campaign" not in told[0].text or not _FOR_ALL.search(told[0].text):
        return []
    return told if _LEAST <= len(told) < len(text) else []
