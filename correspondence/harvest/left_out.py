"""What in a Document of ours tells of a person: not stored, and shown by reading again."""

import re
from dataclasses import dataclass
from typing import Any

from correspondence.harvest import addressees, courtesies, enclosed, layout, letters, personal
from correspondence.harvest.layout import Piece
from correspondence.harvest.personal import Detail
from correspondence.harvest.personal.people import TITLED

TOLD_OF = "It tells of the person who was answered, or of another."
_POSTSCRIPT = re.compile(r"P\.? ?(?:P\.? ?)?S\b")  # what tells of a person there tells of nothing else
_PASSED_ON = re.compile(rf"\b(?i:tell|remind|thank|ask|regards to|love to|remember me to) {TITLED}")
_WISHED_WELL = re.compile(  # in a postscript to one person
    r"\b(?:on the mend|feeling (?:a (?:little|bit|lot) )?(?:better|well)|(?:gets?|getting) (?:well|better)"
    r"|(?:speedy|full|good|quick|swift) recovery|recovering (?:well|from)|birthday|wedding|anniversary"
    r"|congratulat\w+)\b",
    re.IGNORECASE,
)
_OUR_OWN = ("house of commons", "sw1a", "parliament.uk", " mp")  # lines of the office's own letterhead


@dataclass(frozen=True)
class TakenOut:
    """What import did not store, for a person to look at.

    lines: by their place in the Document and why, lines whose words were not stored. details: what was
    taken out of each Paragraph, by its text as imported. names: those of whoever was answered.
    """

    lines: dict[tuple[int, str], str]
    details: dict[str, tuple[Detail, ...]]
    names: list[str]


def take_out_personal(found: list[Piece], is_reply: bool, names: list[str]) -> None:
    """Take the details out of what stays, and note on what is left out why its words must not be stored."""
    for piece in found:
        if piece.why:
            piece.removed = _told_by(piece, is_reply, names)
        elif is_reply:
            left, removed = personal.take_out(piece.text, names)
            postscript = _POSTSCRIPT.match(piece.text)
            if postscript and (_WISHED_WELL.search(piece.text) or _PASSED_ON.search(piece.text)):
                removed = removed or (Detail("case details", piece.text),)
            piece.removed = removed
            if left and not (removed and postscript):
                piece.text = left
            else:
                piece.why = TOLD_OF
    if is_reply:
        courtesies.mark_courtesies(found)  # "I hope, Mrs Field, that…" is one only now


def line(piece: Piece, at: int, after: int) -> dict[str, Any]:
    """What is stored of a piece that is left out: its words, or where to read them again."""
    if piece.removed:
        return {"text": "", "why": piece.why, "after": after, "removed": kinds_of(piece), "at": at}
    return {"text": piece.text, "why": piece.why, "after": after}


def kinds_of(piece: Piece) -> list[dict[str, str]]:
    """The kinds of what was taken out of a piece, as they are stored."""
    return [{"kind": detail.kind} for detail in piece.removed]


def taken_out(found: list[Piece], names: list[str]) -> TakenOut:
    """What was taken out of pieces that were read again."""
    return TakenOut(
        lines={(at, piece.why): piece.text for at, piece in enumerate(found) if piece.why and piece.removed},
        details={
            part.text: part.removed
            for piece in found
            if not piece.why and piece.removed
            for part in layout.parts(piece)
        },
        names=names,
    )


def _told_by(piece: Piece, is_reply: bool, names: list[str]) -> tuple[Detail, ...]:
    """What a line that is left out tells of a person; the whole line where its kind says so."""
    found = personal.take_out(piece.text, list(names))[1] if is_reply else ()
    if piece.why in (enclosed.ANSWERED, letters.PUBLISHED):
        return found or (Detail("case details", piece.text),)
    if piece.why in (letters.GREETED, enclosed.GREETED) and personal.names_in(letters.whom(piece.text)):
        return (Detail("name", piece.text),)
    if piece.why == addressees.ADDRESSED:
        return (Detail("name", piece.text),)
    if piece.why == letters.HEAD and not any(mark in piece.text.lower() for mark in _OUR_OWN):
        return found or (Detail("address", piece.text),)
    return found
