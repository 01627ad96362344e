"""Who is quoted where: quotation marks, and quotations that run over several paragraphs."""

import re
from dataclasses import dataclass

from correspondence import text as texts
from correspondence.harvest import speakers
from correspondence.harvest.layout import Piece, sentence_ends
from correspondence.harvest.lines import is_heading
from correspondence.harvest.phrases import one_of

_MARKS = "\"“„”‘'’"
_WHOLE = 0.6  # from this share of a paragraph on, it is its speaker's and not the reporter's

_WHOLE_IF_FIRST = 0.4  # with the quotation at its start and a long name behind it
_NEAR = 12  # pieces round a line within which it may be printed a second time
_REMEMBERED = 40  # speakers that a later surname or pronoun may mean
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_ANSWERED = re.compile(r"\b(?:reply|replied|response|responded|answer(?:ed)?|letter|follow(?:s|ing)|wrote)\b")
_RETURNS = one_of(r"""
    i (?:do |very much )?(?:hope|trust) | i (?:will|shall)\b | (?:if|should) you\b | please\b
    i am (?:pleased|glad|grateful|disappointed)\b | (?:once )?again\b | (?:many )?thank(?:s| you)\b
    .*\b(?:the (?:minister|secretary of state)|(?:his|her|their|this|the) (?:reply|response|answer|letter))\b
    .*\bI (?:will|shall) (?:continue|keep|write to you|let you)\b
""")


@dataclass(frozen=True)
class Quote:
    """A run of quoted words: text[start:end] stands between its marks; not `closed` where no mark ends it."""

    start: int
    end: int
    closed: bool


def quotes(text: str, *, single: bool = False) -> list[Quote]:
    """The quotations of one paragraph. single: its marks are ‘ ’ or ', as some papers print them."""
    found: list[Quote] = []
    start: int | None = None
    for i, mark in enumerate(text):
        if start is None and _opens(text, i, mark, single):
            start = i + 1
        elif start is not None and _closes(text, i, mark, single):
            found.append(Quote(start, i, closed=True))
            start = None
    if start is not None:
        found.append(Quote(start, len(text), closed=False))
    return [quote for quote in found if quote.end > quote.start]


def uses_single_marks(paragraphs: list[str]) -> bool:
    """Whether a text quotes with single marks: it has no double ones."""
    return not any(re.search(r"[\"“”„]", paragraph) for paragraph in paragraphs)


def leave_out_pulled(found: list[Piece]) -> None:
    """Mark a line of the text that is printed once more, large and in marks, or above it as it stands."""
    for i, piece in enumerate(found):
        below = found[i + 1 : i + 1 + _NEAR]
        if not piece.why and piece.words > 3 and any(piece.text == other.text for other in below):
            piece.why = "It repeats a line of the text."
        words = piece.text.strip(_MARKS + " .…")
        pulled = piece.text[0] in _MARKS or not sentence_ends(piece.text)
        if not piece.why and pulled and 3 < piece.words <= 30:
            near = found[max(0, i - _NEAR) : i] + found[i + 1 : i + 1 + _NEAR]
            longer = [
                other.text
                for other in near
                if not other.why and sentence_ends(other.text) and len(other.text) > len(piece.text)
            ]
            if any(words.casefold() in text.casefold() for text in longer):
                piece.why = "It repeats a line of the text."


def attribute(found: list[Piece], *, is_letter: bool = False) -> None:
    """Set `speaker` of each piece that quotes somebody, and `voice` where its words are wholly theirs.

    A quotation that its paragraph leaves open goes on in the next one that opens with a mark; a line
    that ends in "said:" announces what follows, without marks as long as it says "I" or "we", and in a
    letter that passes on an answer until its writer speaks again; a bare quotation belongs to whoever
    spoke last.
    """
    kept = [piece for piece in found if not piece.why and not is_heading(piece.text)]
    single = uses_single_marks([piece.text for piece in kept])
    known: list[str] = []
    going_on = announced = ""
    just_announced = answered = in_marks = False  # in_marks: what was announced stood in marks
    for piece in kept:
        marked = quotes(piece.text, single=single)
        around = outside(piece.text, marked)
        named = speakers.named(around, known, quoted=bool(marked))
        others = speakers.others(around, named)
        whole = not others and _is_whole(piece.text, marked)
        if not named and marked and piece.text[0] in _MARKS:
            named = going_on or announced or (known[-1] if known and whole else "")
        elif not named and not marked and not in_marks and (just_announced or _goes_on(piece, answered)):
            named, whole = announced, bool(announced)
        else:
            announced = ""
        piece.speaker, piece.voice = " and ".join(filter(None, [named, *others])), named if whole else ""
        if named or not marked:
            known.extend(
                filter(None, [named or speakers.introduced(piece.text) or speakers.holder(piece.text)])
            )
            del known[:-_REMEMBERED]
        going_on = named if marked and not marked[-1].closed else ""
        in_marks = in_marks or (bool(marked) and piece.text[0] in _MARKS)
        just_announced = bool(named) and not marked and piece.text.endswith(":")
        if just_announced:
            in_marks = False
            announced, answered = (
                named,
                is_letter and _ANSWERED.search(texts.sentences(piece.text)[-1]) is not None,
            )


def _goes_on(piece: Piece, answered: bool) -> bool:
    """Whether words without marks are still those of whoever was announced."""
    if answered:
        return _RETURNS.match(piece.text) is None
    return _FIRST_PERSON.search(piece.text) is not None


def unmarked(text: str) -> str:
    """A paragraph of a statement without the marks that only say that somebody speaks.

    One mark opens it and, where the statement ends, one closes it; pairs inside stay.
    """
    if text[:1] not in ("“", '"'):
        return text
    inside = text[1:]
    left_open = inside.count('"') % 2 if text[0] == '"' else inside.count("”") - inside.count("“")
    if not left_open:
        return inside
    return inside[:-1] if left_open == 1 and inside[-1] in '”"' else text


def is_bare(text: str, *, single: bool = False) -> bool:
    """Whether a paragraph is a quotation and nothing else, so that only another one names its speaker."""
    marked = quotes(text, single=single)
    return bool(marked) and sum(len(part.strip(_MARKS + " ")) for part in outside(text, marked)) == 0


def outside(text: str, marked: list[Quote]) -> list[str]:
    """The parts of a paragraph before, between and after its quotations."""
    parts: list[str] = []
    start = 0
    for quote in marked:
        parts.append(text[start : max(start, quote.start - 1)])
        start = min(quote.end + 1, len(text))
    return [*parts, text[start:]]


def _is_whole(text: str, marked: list[Quote]) -> bool:
    if not marked:
        return False
    after_colon = text[: marked[0].start - 1].rstrip().endswith(":") and marked[0].end - marked[0].start > 25
    enough = _WHOLE_IF_FIRST if text[0] in _MARKS else _WHOLE
    return after_colon or sum(quote.end - quote.start for quote in marked) >= enough * len(text)


def _opens(text: str, i: int, mark: str, single: bool) -> bool:
    if mark in "“„":
        return True
    if mark == "‘":
        return single
    if mark == '"' or (mark == "'" and single):
        before = text[i - 1] if i else " "
        after = text[i + 1] if i + 1 < len(text) else " "
        return not after.isspace() and (before.isspace() or before in "([—–-:,“‘/")
    return False


def _closes(text: str, i: int, mark: str, single: bool) -> bool:
    if mark in '”"':
        return True
    if not single or mark not in "’'":
        return False
    before, after = text[i - 1], text[i + 1] if i + 1 < len(text) else " "
    if after.isalnum():
        return False  # an apostrophe
    return before in ".,!?…" or after in ".,;:!?)" or not re.search(r"[‘’']", text[i + 1 :])
