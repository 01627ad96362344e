"""Paragraphs that the end of a page parted, and lists whose items stand alone."""

import re
from itertools import pairwise

from correspondence.harvest.layout import Piece, sentence_ends

_LEAST = 8  # words before the break: fewer may be a heading
_FEWEST = 5
_OPEN = re.compile(r"\b(?:the|an|of the|and the|its|their|his|whose)$")
_LEANS = re.compile(
    r"\b(?:the|an?|its|their|his|whose|of|and|or|which|what|that|to|with|from|has|have|had|will|is|are|was|were"
    r"|be|been|by|in|on|for|at|as|than|not|who|[a-z]+ly)$"
)
_MOST_BETWEEN = 6  # lines of a page's foot and of the next one's head
_LED_IN = (":", ";", "; and", "; or", ", and")


def mended(found: list[Piece]) -> list[Piece]:
    """Put together a sentence that a blank line broke behind a word that ends none: "the outcome of the"."""
    for at in range(len(found) - 2, -1, -1):
        over, below = found[at], found[at + 1]
        small = below.text[0].islower() and _LEANS.search(over.text)
        long = over.words >= _LEAST and sentence_ends(below.text) and _OPEN.search(over.text)
        if over.words >= _FEWEST and (small or long) and below.words > 2:
            over.text += " " + below.text
            del found[at + 1]
    return found


def join(found: list[Piece]) -> None:
    """Put together what goes on in small letters after lines that are left out, or is an item of a list."""
    kept = [at for at, piece in enumerate(found) if not piece.why]
    for at, below in reversed(list(pairwise(kept))):
        piece, rest = found[at], found[below]
        alike = piece.voice == rest.voice and len({piece.speaker, rest.speaker} - {""}) < 2
        if not alike or not rest.text[0].islower() or below - at > _MOST_BETWEEN:
            continue
        listed = piece.text.endswith(_LED_IN)
        if listed or (piece.words >= _LEAST and not sentence_ends(piece.text)):
            piece.text += ("\n" if listed else " ") + rest.text
            piece.speaker = piece.speaker or rest.speaker
            del found[below]
