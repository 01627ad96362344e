"""Captions without a mark of their own: known by where they stand, or by an end that no sentence has."""

import re
from itertools import pairwise

from correspondence.harvest import dates, marks
from correspondence.harvest.bylines import byline
from correspondence.harvest.furniture import BYLINE
from correspondence.harvest.layout import Piece, sentence_ends
from correspondence.harvest.lines import CAPTION, is_prose
from correspondence.harvest.marks import MARKS
from correspondence.harvest.reasons import ANOTHER_STORY

_SHOWN = re.compile(  # in a page's head: "Sandbags on the quay at Saltby, January 2024."
    r"(?![^.]*\b(?:I|[Ww]e|[Mm]y|[Oo]ur|will|was|were|has|have|had)\b)[A-Z][^.!?:\n]{10,160}, (?:\d{1,2} )?"
    r"(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber) (?:19|20)\d\d\."
)
_SAYS = re.compile(r"\b(?:said|says|added|told [\w’' ]{2,30}|replied|wrote)$")
_HEADLINE = re.compile(r"[-*•–] [^.!?;]{15,120}[\w’”'\"]")
_TOLD = re.compile(r"[\w’'”]: (?=[\w‘“])")
_ENLARGES = re.compile(
    r"(?:view|open|see) (?:the )?(?:image|picture|photo) (?:in )?full ?screen", re.IGNORECASE
)
_SHORTEST, _LONGEST = 13, 40  # words of such a line: fewer are a heading's or a name's
_LAST = 8  # words of a paragraph with which a text may end
_MOSTLY = 0.75  # of a page's paragraphs end as sentences do: then one that does not is no paragraph
_GOES_ON = (":", ";", ",", "…", "...")


def leave_out(found: list[Piece]) -> None:
    """Mark the captions that stand by a date, a credit or a button, and a list of other stories."""
    _leave_out_shown(found)
    _leave_out_credited(found)
    _leave_out_described(found)
    _leave_out_pictured(found)
    _leave_out_links(found)


def _leave_out_shown(found: list[Piece]) -> None:
    """Mark a caption without a mark of its own between the line that dates a page and its text."""
    dated = False
    for piece in found:
        if dated and not piece.why and _SHOWN.fullmatch(piece.text):
            piece.why = CAPTION
        if dated and not piece.why and is_prose(piece):
            return
        dated = dated or piece.why == BYLINE or dates.is_stamp(piece.text)


def _leave_out_credited(found: list[Piece]) -> None:
    """Mark the line over a picture's credit that stands alone in brackets: "(Jo Field/PA)", "Credit: PA"."""
    for piece, under in pairwise(found):
        credited = under.why == CAPTION and under.text.startswith(("(", "Credit"))
        if (
            credited
            and not piece.why
            and sentence_ends(piece.text)
            and piece.words < _SHORTEST
            and piece.text[0] not in MARKS
        ):
            piece.why = CAPTION


def _leave_out_links(found: list[Piece]) -> None:
    """Mark a list of other stories between two paragraphs: nothing leads in to it, its lines end as headlines
    do, and most name who says it: "- Union: Skippers walk out"."""
    for over, piece in pairwise(found):
        lines = piece.text.split("\n")
        listed = len(lines) > 1 and all(map(_HEADLINE.fullmatch, lines))
        named = sum(_TOLD.search(line) is not None for line in lines)
        if listed and not piece.why and 2 * named > len(lines) and sentence_ends(over.text):
            piece.why = ANOTHER_STORY


def _leave_out_described(found: list[Piece]) -> None:
    """Mark what a page says over a picture's button for those who cannot see it."""
    for piece, below in pairwise(found):
        if _ENLARGES.fullmatch(below.text) and not piece.why and not sentence_ends(piece.text):
            piece.why = CAPTION


def _leave_out_pictured(found: list[Piece]) -> None:
    """Mark a name and a post that stand over a text which tells of that person: nobody's byline."""
    prose = [piece.text for piece in found if not piece.why and is_prose(piece, _SHORTEST)][:-1]
    lines = [piece.text for piece in found]
    for piece in found:
        name = byline(piece.text) if piece.why == BYLINE else ""
        if name and piece.text.startswith((f"{name}, ", f"{name} MP")):
            surname = re.compile(rf"\b{re.escape(name.split()[-1])}\b")
            told = sum(surname.search(text) is not None for text in prose)
            if told > 1 or (told and lines.count(piece.text) > 1):
                piece.why = CAPTION


def leave_out_unended(found: list[Piece]) -> None:
    """Mark lines within a text that end as no sentence does, where its paragraphs do: captions, and what a
    page asks of its readers. One that goes on in small letters was parted by a page's end; those under a line
    that ends in a colon are a list's."""
    kept = [piece for piece in found if not piece.why]
    prose = [at for at, piece in enumerate(kept) if is_prose(piece)]
    last = max(
        (at for at, piece in enumerate(kept) if piece.words >= _LAST and sentence_ends(piece.text)), default=0
    )
    text = kept[prose[0] : max(prose[-1], last) + 1] if prose else []
    if sum(map(_is_ended, text)) < _MOSTLY * len(text):
        return
    in_list = False
    for piece, below in pairwise(text):
        in_list = piece.text.endswith(":") or (in_list and not sentence_ends(piece.text))
        leads = below.text[0] in marks.MARKS and _SAYS.search(piece.text)  # and lost its colon
        goes_on = in_list or leads or below.text[0].islower() or "\n" in piece.text
        if not _is_ended(piece) and not goes_on and _SHORTEST <= piece.words <= _LONGEST:
            piece.why = CAPTION


def _is_ended(piece: Piece) -> bool:
    """Whether a line ends as a sentence does, or closes a quotation that was opened above."""
    closes = piece.text[-1] in '”"' and marks.quotes(piece.text) == []
    return closes or sentence_ends(piece.text) or piece.text.endswith(_GOES_ON)
