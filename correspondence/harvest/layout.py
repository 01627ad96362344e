"""Where the paragraphs of a Document stand, however its lines were broken."""

import re
import textwrap
from dataclasses import dataclass, replace

from correspondence import text as texts
from correspondence.harvest import wrapping
from correspondence.harvest.personal.taking import Detail

_BULLET = re.compile(r"(?:[-*•–]|\d{1,2}[.)]|\([a-z]\))\s")
LONGEST = 20_000  # characters of a Paragraph, as the review lets one be edited; nobody wrote one that long
PART = 4_000  # characters of the parts that a longer piece is cut into: a page, which a person can judge


@dataclass
class Piece:
    """A run of lines that stands alone. `why` says why it is left out; "" while it stays.

    kind, voice, speaker: as of Paragraph and Version. removed: the personal details taken out; of a piece
    that is left out, those for which its words are not stored.
    """

    text: str
    why: str = ""
    kind: str = "policy"
    voice: str = ""
    speaker: str = ""
    removed: tuple[Detail, ...] = ()

    @property
    def words(self) -> int:
        return len(self.text.split())


def pieces(text: str) -> list[Piece]:
    """The paragraphs and lone lines of a cleaned text, in order, hard wraps taken out, lists kept whole."""
    wide = wrapping.width(text)
    known = wrapping.words(text) if wide else frozenset()
    found: list[str] = []
    blocks = [wrapping.lines(block) for block in re.split(r"\n[ \t]*\n(?:[ \t]*\n)*", text)]
    parted = wrapping.is_parted(blocks)
    for block in blocks:
        running = [line.text for line in block if wrapping.RUNNING_HEAD.fullmatch(line.text)]
        lines = [line for line in block if line.text not in running]
        for i, line in enumerate(lines):
            if found and _takes_bullet(found[-1], line.text) and not _is_answer(line.text):
                found[-1] += "\n" + line.text
            elif i and wrapping.goes_on(lines, i, wide, parted=parted):
                found[-1] = wrapping.joined(found[-1], line.text, known)
            else:
                found.append(line.text)
        found += running
    return [Piece(line) for line in found]


def parts(piece: Piece) -> list[Piece]:
    """The piece itself, or where it is longer than a Paragraph may be, its parts, cut where sentences end."""
    if len(piece.text) <= LONGEST:
        return [piece] if piece.text.strip() else []
    found = [""]
    for start, end in texts.sentence_spans(piece.text):
        for run in textwrap.wrap(piece.text[start:end], PART, replace_whitespace=False, drop_whitespace=True):
            fits = len(found[-1]) + len(run) < PART
            found[-1:] = [f"{found[-1]} {run}".strip()] if fits else [found[-1], run]
    return [replace(piece, text=part) for part in found if part]


def _is_answer(line: str) -> bool:
    """Whether a numbered line is no item of a list but a paragraph: it has sentences."""
    return line[0].isdigit() and len(line.split()) >= 15 and len(texts.sentences(line)) > 2


def _takes_bullet(before: str, line: str) -> bool:
    """Whether a line is a bullet that belongs to `before`: that is a list already, or leads into one. Under
    "2. Hornets" with nothing before it, "(a) Where matters stand" is a heading too."""
    if not _BULLET.match(line):
        return False
    listed = before.split("\n")
    first, last = listed[0], listed[-1]
    if before.endswith(":"):
        return True
    of_a_kind = first.endswith(":") or line[0].isdigit() == last[0].isdigit()
    return of_a_kind and _BULLET.match(last) is not None and not _is_answer(last)


def sentence_ends(text: str) -> bool:
    """Whether `text` ends as a sentence does."""
    return re.search(r"""[.!?…]["'”’)\]]*$""", text.strip()) is not None


def first_sentence(text: str) -> str:
    """The first sentence of a text."""
    return next(iter(texts.sentences(text)), "")
