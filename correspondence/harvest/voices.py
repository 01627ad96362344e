"""Whose words each piece of a Document is, once it is known what the Document is."""

import re
from itertools import pairwise

from correspondence.harvest import marks
from correspondence.harvest.bylines import plain_name, untitled
from correspondence.harvest.enclosed import Enclosed
from correspondence.harvest.layout import Piece
from correspondence.harvest.names import HELD_BY
from correspondence.harvest.sources import narrator
from correspondence.harvest.speakers import ASIDE_OF_OURS, SOMEBODY
from correspondence.models import Source

_LONG = 8  # words of a quotation that may not be taken for the writer's own
_NEAR = 80  # characters before it in which the writer says "I"
_ENDS = (".", "!", "?")
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b[^.!?]*$")
_I_LEAD = re.compile(  # "I recently wrote this for the Gull:"
    r"\bI (?:\w+ )?(?:wrote|written|said|argued|put it)\b"
    r"(?![^.!?]*\b(?:who|he|she|they|it|which|repl\w+|answer\w*)\b)[^.!?]*:$"
)
_I_SAID = re.compile(
    r"\b(?:I|[Ww]e) (?:have |had |then |also )*(?:said|wrote|written|told|replied|answered|argued|warned"
    r"|promised|put it(?! to))\b[^.!?]*[.!?]$"
)


def give(found: list[Piece], source: Source, enclosed: Enclosed) -> None:
    """Set the voice of each piece, and take the marks off a statement that stands in them as a whole.

    In a letter or column of ours a quotation that names its speaker is ours to use with its name; a bare
    one, or words passed on without marks, are their speaker's alone.
    """
    kept = [piece for piece in found if not piece.why]
    single = marks.uses_single_marks([piece.text for piece in kept])
    whole = source.kind == "column" and all(piece.text[:1] in ("“", '"') for piece in kept)
    _take_own(found, source)
    for piece in kept:
        if source.kind != "report" and not piece.speaker and _passes_on(piece.text, single):
            piece.speaker = SOMEBODY
        piece.voice = _voice(piece, source, single, whole)
        if (
            source.kind != "report"
            and piece.voice == narrator(source)
            and not _quotes_another(piece, source, single)
        ):
            piece.speaker = ""
    if whole:
        for piece in kept:
            if piece.voice == narrator(source):
                piece.text = marks.unmarked(piece.text)
    enclosed.give()


def _take_own(found: list[Piece], source: Source) -> None:
    """Take the mark off a text of the writer's own that stands in marks which only its first paragraph has,
    under a line in which the writer says so."""
    for over, piece in pairwise(found):
        leads = source.kind == "column" and _I_LEAD.search(over.text)
        marked = marks.quotes(piece.text) if leads and not piece.why and piece.text[0] in '“"' else []
        if marked and marked[0].start == 1 and not marked[-1].closed:
            piece.text, piece.speaker, piece.voice = piece.text[1:], "", ""


def _passes_on(text: str, single: bool) -> bool:
    """Whether a paragraph leads in to a longer quotation, or has one as a sentence of its own, and does not
    say that it is the writer's own."""
    for quote in marks.quotes(text, single=single):
        before = text[: quote.start - 1].rstrip()
        words = text[quote.start : quote.end]
        near = ASIDE_OF_OURS.sub("", before[-_NEAR:])
        led_to = before.endswith(":") and not _OWN.search(near)
        alone = before.endswith(_ENDS) and words.endswith(_ENDS) and not _I_SAID.search(near)
        if (led_to or alone) and len(words.split()) >= _LONG:
            return True
    return False


def _voice(piece: Piece, source: Source, single: bool, whole: bool) -> str:
    ours = narrator(source)
    if source.kind == "report":
        return piece.voice or ours
    if _is_own(piece, source):
        return ours
    marked = marks.quotes(piece.text, single=single)
    if not marked:
        return piece.voice or ours  # passed on without marks, or ours
    if not marks.is_bare(piece.text, single=single):
        return ours
    return piece.voice or (ours if whole else SOMEBODY)


def _quotes_another(piece: Piece, source: Source, single: bool) -> bool:
    return bool(marks.quotes(piece.text, single=single)) and not _is_own(piece, source)


def _is_own(piece: Piece, source: Source) -> bool:
    """Whether the one quoted is the author: a statement in marks is the author's all the same."""
    named = untitled(plain_name(piece.speaker))
    held = HELD_BY.fullmatch(piece.speaker)
    ours = (untitled(source.author), untitled(source.voice))
    called = {named, named.split(",")[0], untitled(plain_name(held["name"])) if held else named}
    return bool(named) and not called.isdisjoint(ours)
