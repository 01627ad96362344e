"""A letter's body into its Points: what it asks and raises, in order, each a run of its sentences.

A paragraph is one piece or, where it changes the subject, several. A piece may stand alone as a Point,
support the one beside it, or say nothing that wants an answer; pieces of one thing are joined. How likely
each of these is, logistic regressions say that were fitted to letters whose points were marked: `signs.py`,
`weights.py`, docs/decisions/018.
"""

import functools
import math
import operator
import re
from collections.abc import Mapping
from itertools import pairwise

from correspondence.models import Point
from correspondence.understanding import weights
from correspondence.understanding.casework import is_casework
from correspondence.understanding.lists import half_asks, leads_in, lists_others, next_in_list
from correspondence.understanding.sentences import read_sentences
from correspondence.understanding.signs import (
    Piece,
    Told,
    adds_nothing,
    begins_other,
    hangs,
    is_item,
    leads_up,
    leaves_own_case,
    of_break,
    of_pair,
    of_piece,
    says_so,
    says_why,
)
from correspondence.understanding.thanks import only_thanks

LONGEST = 100_000  # characters: some forty printed pages
_FEW = 6  # letters of telling words: less is no concern, but a test or a greeting
_MOST = 12  # a letter of more is joined up: nobody reads thirteen answers
_BREAKS, _STANDS, _SAYS, _JOINS = 0.5, 0.4, 0.42, 0.5  # how likely is likely enough
_TRAILING = re.compile(r"\s+[-–—*•·]+$")  # the mark of a line that said nothing
_MUCH = 3  # telling words that two share: they are of one thing, unless both ask
_SUPPORTS = 0.2  # to be joined, where one of the two cannot stand alone


def find_points(body: str) -> list[Point]:
    """The Points of a body, body[start:end] == text; none where there are no words, or only thanks.

    Only its first LONGEST characters are looked at.
    """
    told = Told(body, read_sentences(body[:LONGEST]))
    if only_thanks(body, told.sentences):
        return []
    found: list[Point] = []
    for piece in _at_most([point for point in _points(told) if _says_something(told, point)]):
        start, end = told.sentences[piece.first].start, told.sentences[piece.end - 1].end
        end = start + len(_TRAILING.sub("", body[start:end]))
        own = is_casework(body[start:end], told.sentences[piece.first : piece.end])
        kind = "casework" if own else "policy"
        found.append(Point(position=len(found), kind=kind, start=start, end=end, text=body[start:end]))
    return found


def likely(weighed: Mapping[str, float], signs: Mapping[str, float]) -> float:
    """0..1, by a logistic regression."""
    return 1 / (1 + math.exp(-sum(weight * signs[name] for name, weight in weighed.items())))


def pieces_of(told: Told) -> list[Piece]:
    """The paragraphs, parted where one changes the subject, without the courtesies at their ends.

    What does not say by itself what it asks about is one piece with what stands before it, and so is the
    first line of a list with what leads to it ("Please would you:").
    """
    pieces: list[Piece] = []
    ends_an_ask = False  # whether the line of a list does: so do those behind it
    for piece in filter(None, (_trimmed(told, piece) for piece in _paragraphs(told))):
        if pieces:
            ends_an_ask = is_item(told, piece) and (ends_an_ask or half_asks(told, pieces[-1]))
            if ends_an_ask or _goes_with(told, pieces[-1], piece):
                piece = pieces.pop() + piece
        pieces.append(piece)
    return pieces


def _goes_with(told: Told, before: Piece, piece: Piece) -> bool:
    if leads_in(told, before):
        return True
    return hangs(told, piece) and (half_asks(told, piece) or not leads_in(told, piece))


def _paragraphs(told: Told) -> list[Piece]:
    pieces: list[Piece] = []
    for first, end in told.paragraphs:
        so_far = told.piece(first, first + 1)
        while so_far.end < end:
            this = told.piece(so_far.end, so_far.end + 1)
            if begins_other(told, so_far) or likely(weights.BREAKS, of_break(told, so_far, end)) >= _BREAKS:
                pieces.append(so_far)
                so_far = this
            else:
                so_far += this
        pieces.append(so_far)
    return pieces


def _points(told: Told) -> list[Piece]:
    pieces = [piece for piece in pieces_of(told) if not adds_nothing(told, piece)]
    kept: list[tuple[Piece, float]] = []
    for place, piece in enumerate(pieces):
        signs = of_piece(told, pieces, place)
        alone = 1.0 if piece.cases else likely(weights.STANDS, signs)
        says = (
            likely(weights.SAYS, signs) >= _SAYS
            or (place == 0 and says_why(told, piece))
            or any(leads_up(told, piece, after) for after in pieces[place + 1 : place + 2])
        )
        if alone >= _STANDS or says:
            kept.append((piece, alone))
    joined = _joined(told, kept)
    standing = [piece for piece, alone in joined if alone >= _STANDS]
    return standing or _surest(joined)


def _surest(pieces: list[tuple[Piece, float]]) -> list[Piece]:
    """The one piece of a letter that may be its Point, where none surely is."""
    piece, _ = max(pieces, key=operator.itemgetter(1), default=(None, 0))
    said = sum(len(stem) for stem in piece.stems) if piece else 0
    return [piece] if piece and (piece.asks or said >= _FEW) else []


def _trimmed(told: Told, piece: Piece) -> Piece | None:
    """The piece without the courtesies at its ends; None where it is nothing else."""
    first, end = piece.first, piece.end
    while first < end and told.sentences[first].courtesy:
        first += 1
    while end > first and told.sentences[end - 1].courtesy:
        end -= 1
    return told.piece(first, end) if first < end else None


def _joined(told: Told, pieces: list[tuple[Piece, float]]) -> list[tuple[Piece, float]]:
    """The pieces with those of one thing joined, the surest pair first; one that cannot stand alone is
    joined more easily. With each, how surely it stands alone."""
    pieces = list(pieces)
    ties = [_tie(told, *pair) for pair in pairwise(pieces)]
    while ties and (best := max(ties)) >= 0:
        at = ties.index(best)
        (before, sure), (after, surely) = pieces[at : at + 2]
        pieces[at : at + 2] = [(before + after, max(sure, surely))]
        del ties[at]
        for near in (at - 1, at):
            if 0 <= near < len(ties):
                ties[near] = _tie(told, pieces[near], pieces[near + 1])
    return pieces


def _tie(told: Told, before: tuple[Piece, float], after: tuple[Piece, float]) -> float:
    """By how much it is likely enough that two are of one thing; below 0 where it is not."""
    alone = (before[1], after[1])
    apart = told.sentences[before[0].end - 1].paragraph != told.sentences[after[0].first].paragraph
    if says_so(told, after[0].first) or (before[0].asks and after[0].asks and not apart):
        return -1
    if any(parts(told, before[0], after[0]) for parts in (leaves_own_case, next_in_list, lists_others)):
        return -1
    one_asks = not (before[0].asks and after[0].asks)
    if one_asks and len(before[0].stems & after[0].stems) >= _MUCH:
        return 1 - _JOINS
    asked = _JOINS if min(alone) >= _STANDS else _SUPPORTS
    return likely(weights.JOINS, of_pair(told, before[0], after[0], alone)) - asked


def _says_something(told: Told, piece: Piece) -> bool:
    return any(letter.isalpha() for letter in told.text(piece))


def _at_most(points: list[Piece]) -> list[Piece]:
    """No more than _MOST points: in a very long letter neighbours are joined, evenly."""
    size = -(-len(points) // _MOST)
    groups = [points[at : at + size] for at in range(0, len(points), size)] if points else []
    return [functools.reduce(operator.add, group) for group in groups]
