"""The questions that a text answers one by one: its readers' words, which are not the writer's."""

import re

from correspondence.harvest.layout import Piece
from correspondence.harvest.reasons import ASKED

_NUMBERED = re.compile(r"(?:Q ?)?\d{1,2}\s?[.):]? [A-Z“‘\"'].{3,400}\?[”’\"']?", re.DOTALL)
_ANSWER = re.compile(r"A(?:nswer)?\d{0,2}\s?[:.]\s+(?=[A-Z“‘\"'])")


def leave_out(found: list[Piece]) -> None:
    """Mark numbered questions, where there are several; take "A:" from before the answer to a question."""
    numbered = [piece for piece in found if not piece.why and _NUMBERED.fullmatch(piece.text)]
    for piece in numbered if len(numbered) > 1 else []:
        piece.why = ASKED
    if any(piece.why == ASKED for piece in found):
        for piece in found:
            piece.text = piece.text if piece.why else _ANSWER.sub("", piece.text, count=1)
