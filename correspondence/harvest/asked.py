"""The questions that a text answers one by one, its readers' words, and what a page asks of its readers."""

import re
from itertools import pairwise

from correspondence.harvest.furniture import SHARED
from correspondence.harvest.layout import Piece
from correspondence.harvest.reasons import ASKED

_NUMBERED = re.compile(r"(?:Q ?)?\d{1,2}\s?[.):]? [A-Z“‘\"'].{3,400}\?[”’\"']?", re.DOTALL)
_OF_YOU = re.compile(r"(?:Do|Did|Have|Are|Were|Has) [^.!]{0,60}\b(?:you|YOU|your)\b[^.!]{0,80}\?")
_REACHED = re.compile(r"\S@\S|\b0\d{3,4} \d")
_ANSWER = re.compile(r"A(?:nswer)?\d{0,2}\s?[:.]\s+(?=[A-Z“‘\"'])")


def leave_out(found: list[Piece]) -> None:
    """Mark numbered questions, where there are several, and take "A:" from before the answer to one."""
    numbered = [piece for piece in found if not piece.why and _NUMBERED.fullmatch(piece.text)]
    for piece in numbered if len(numbered) > 1 else []:
        piece.why = ASKED
    if any(piece.why == ASKED for piece in found):
        for piece in found:
            piece.text = piece.text if piece.why else _ANSWER.sub("", piece.text, count=1)


def leave_out_appeals(found: list[Piece]) -> None:
    """Mark what a page asks of its readers over the line that says where to write."""
    for piece, below in pairwise(found):
        if below.why and _REACHED.search(below.text) and not piece.why and _OF_YOU.fullmatch(piece.text):
            piece.why = SHARED
