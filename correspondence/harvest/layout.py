"""Where the paragraphs of a Document stand, however its lines were broken."""

import re
import textwrap
from dataclasses import dataclass, replace
from itertools import pairwise

from correspondence import text as texts
from correspondence.harvest.personal.taking import Detail

_BULLET = re.compile(r"(?:[-*•–]|\d{1,2}[.)]|\([a-z]\))\s")
_BEGINS = re.compile(
    r"(?:From|Sent|To|Cc|Bcc|Subject|Date|Reply-To|Re|Our ref|Your ref):\s|>|and (?:live )?on Freeview\b"
)  # of mail
_RUNS_ON = 60  # characters: a line so long that stops in mid-sentence goes on in small letters on the next
LONGEST = 20_000  # characters of a Paragraph, as the review lets one be edited; nobody wrote one that long
PART = 4_000  # characters of the parts that a longer piece is cut into: a page, which a person can judge
_WIDEST_WRAP = 100  # characters; mail and typewritten text is wrapped below this


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
    width = wrap_width(text)
    found: list[str] = []
    for block in re.split(r"\n[ \t]*\n\s*", text):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        for i, line in enumerate(lines):
            if _BULLET.match(line) and found and _takes_bullet(found[-1]) and not _is_answer(line):
                found[-1] += "\n" + line
            elif i and _was_wrapped(lines[i - 1], line, width):
                found[-1] += " " + line
            else:
                found.append(line)
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


def wrap_width(text: str) -> int:
    """The width in characters this text was wrapped at; 0 where each line is a paragraph.

    Hardly any line is longer; those near it run on, in small letters, oftener than they end a sentence.
    """
    lines = [line.strip() for line in text.split("\n")]
    spaced = [line for line in lines if " " in line]
    short = [line for line in spaced if len(line) <= _WIDEST_WRAP]
    width = max(map(len, short), default=0)
    if width < 40 or len(spaced) - len(short) > len(spaced) / 10:
        return 0
    pairs = [(line, after) for line, after in pairwise(lines) if after and width - 14 < len(line) <= width]
    ended = sum(sentence_ends(line) for line, _ in pairs)
    run_on = sum(not sentence_ends(line) and after[0].islower() for line, after in pairs)
    return width if run_on and run_on >= ended else 0


def _was_wrapped(line: str, following: str, width: int) -> bool:
    """Whether the writer did not end `line` there: the next word would have passed the width."""
    if _BEGINS.match(following):
        return False
    ended = re.search(r"""[.!?:]["'”’)]*$""", line) is not None
    if not ended and following[0].islower() and len(line) > (width / 2 or _RUNS_ON):
        return True
    if not width:
        return False
    slack = 0 if ended else 8
    return len(line) + 1 + len(following.split()[0]) > width - slack


def _is_answer(line: str) -> bool:
    """Whether a numbered line is no item of a list but a paragraph: it has sentences."""
    return line[0].isdigit() and len(line.split()) >= 15 and len(texts.sentences(line)) > 2


def _takes_bullet(before: str) -> bool:
    """Whether a bullet after `before` belongs to it: it is a list already, or leads into one."""
    last = before.rsplit("\n", 1)[-1]
    return before.endswith(":") or (_BULLET.match(last) is not None and not _is_answer(last))


def sentence_ends(text: str) -> bool:
    """Whether `text` ends as a sentence does."""
    return re.search(r"""[.!?…]["'”’)\]]*$""", text.strip()) is not None


def first_sentence(text: str) -> str:
    """The first sentence of a text."""
    return next(iter(texts.sentences(text)), "")
