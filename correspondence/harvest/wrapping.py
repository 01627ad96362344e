"""Text that was wrapped by hand: how wide it is, and which of its lines go on in the next."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate, pairwise

from correspondence.harvest import dates
from correspondence.harvest.names import NAME

_BEGINS = re.compile(
    r"(?:From|Sent|To|Cc|Bcc|Subject|Date|Reply-To|Re|Our ref|Your ref):\s|>|and (?:live )?on Freeview\b"
)  # of mail
_BULLET = re.compile(r"(?:[-*•–]|\d{1,2}[.)]|\([a-z]\))\s")
_OF_THE_WRITER = re.compile(rf"{NAME} is (?:an? |the )?(?:[\w-]+ ){{0,3}}(?:MP|Member of Parliament)\b")
_ENDED = re.compile(r"""[.!?:]["'”’)]*$""")
_SENTENCE_ENDS = re.compile(r"""[.!?…]["'”’)\]]*$""")
_RUNS_ON = 60  # characters: a line so long that stops in mid-sentence goes on in small letters on the next
_NARROWEST, _WIDEST = 24, 100  # characters; a newspaper's column, and mail or typewritten text
_ENOUGH = 6  # pairs of lines that agree on a width
_SLACK = 8  # characters that a hand leaves free at the end of a line
_FEWEST = 3  # words of a line that a program broke anywhere, in text that is wrapped
_LEANS = re.compile(
    r"\b(?:the|an?|of|for|and|to|in|by|with|from|its|their|his|her|my|our)$"
)  # and ends nothing
_FEW = 6  # lines of a headline or a pulled quotation
_LONGEST_BLOCK = 25  # lines of a paragraph between blank lines
RUNNING_HEAD = re.compile(
    r"\S.{0,60}\s{3,}page \d{1,3}(?: of \d{1,3})?|page \d{1,3} of \d{1,3}|[-–—~] ?\d{1,3} ?[-–—~]"
    r"|\W{0,3}cont(?:inued|[’']?d)?\b(?: over(?:leaf)?| (?:on|from) (?:the )?[a-z ]{0,10}page(?: \d+)?)?"
    r"[\W\d]{0,6}|\W{0,3}(?:p\.?t\.?o|(?:please )?turn over|overleaf|over(?=\W))\W{0,5}"
    r"|(?:/|…|\.\.\.?)[/ ]{0,2}\d{1,2}\W{0,3}",
    re.IGNORECASE,
)
_MARKS = "\"“”‘’'"


@dataclass(frozen=True)
class Line:
    """A line without the white space round it; `indent`: how much stood before it."""

    text: str
    indent: int = 0


def lines(block: str) -> list[Line]:
    """The lines of a block that hold something."""
    spaced = (line.expandtabs(4) for line in block.split("\n"))
    return [Line(line.strip(), len(line) - len(line.lstrip())) for line in spaced if line.strip()]


def width(text: str) -> int:
    """The width in characters this text was wrapped at; 0 where each line is a paragraph."""
    stripped = [line.strip() for line in text.split("\n")]
    return _agreed(stripped) or _near_longest(stripped)


def _agreed(stripped: list[str]) -> int:
    """The width at which most lines end because the next word would have passed it; 0 where few do.

    A pair of lines agrees with each width from the first one's length to what the next word would make.
    """
    pairs = [(line, after) for line, after in pairwise(stripped) if line and after and _may_go_on(after)]
    changes: Counter[int] = Counter()
    for line, after in pairs:
        if " " in line and _NARROWEST <= len(line) <= _WIDEST:
            changes[len(line)] += 1
            changes[len(line) + 1 + len(after.split()[0])] -= 1
    counts = list(accumulate(changes[at] for at in range(_WIDEST + 1)))
    best = max(counts)
    if best < _ENOUGH:
        return 0
    wide = counts.index(best)
    longer = sum(len(line) > wide for line in stripped if " " in line)
    agree = [(line, after) for line, after in pairs if _is_full(line, after, wide, _SLACK)]
    run_on = sum(after[0].islower() and not _SENTENCE_ENDS.search(line) for line, after in agree)
    mostly = 2 * len(agree) >= len(pairs) and 5 * run_on >= 2 * len(agree)
    return wide if mostly and longer <= len(pairs) / 5 else 0


def _near_longest(stripped: list[str]) -> int:
    """The longest line, where hardly any is longer and those near it run on, in small letters, oftener than
    they end a sentence."""
    spaced = [line for line in stripped if " " in line]
    short = [line for line in spaced if len(line) <= _WIDEST]
    wide = max(map(len, short), default=0)
    if wide < 40 or len(spaced) - len(short) > len(spaced) / 10:
        return 0
    pairs = [(line, after) for line, after in pairwise(stripped) if after and wide - 14 < len(line) <= wide]
    ended = sum(_SENTENCE_ENDS.search(line) is not None for line, _ in pairs)
    run_on = sum(not _SENTENCE_ENDS.search(line) and after[0].islower() for line, after in pairs)
    return wide if run_on and run_on >= ended else 0


def is_parted(blocks: list[list[Line]]) -> bool:
    """Whether blank lines part the paragraphs, so that a full line that ends a sentence ends no paragraph."""
    long = [block for block in blocks if len(block) > 2]
    return len(long) > 2 and max(map(len, long)) <= _LONGEST_BLOCK


def goes_on(block: list[Line], i: int, wide: int, *, parted: bool) -> bool:
    """Whether the writer did not end the line before block[i] there: the next word would have passed the
    width, or the whole block is one headline or pulled quotation."""
    line, following = block[i - 1].text, block[i].text
    if _BEGINS.match(following) or (wide and (_is_indented(block, i) or _is_shouted(line, following))):
        return False
    ended = _ENDED.search(line) is not None
    if (ended and _OF_THE_WRITER.match(following)) or dates.is_stamp(line):
        return False
    broken = wide and len(line.split()) >= _FEWEST and (following[0].islower() or _LEANS.search(line))
    if not ended and (broken or (following[0].islower() and len(line) > (wide / 2 or _RUNS_ON))):
        return True
    if not wide or (ended and _BULLET.match(following)) or max(len(line), len(following)) > wide * 1.3:
        return False
    slack = 0 if ended and not parted else min(_SLACK, wide // 5)
    return _is_full(line, following, wide, slack) or _is_one(block, wide)


def joined(before: str, line: str, known: frozenset[str]) -> str:
    """Two lines as one. known: the words of the text, which say of a hyphen at a line's end whether it is
    the word's own."""
    if not before.endswith("-") or not before[-2:-1].isalpha() or not line[0].isalpha():
        return f"{before} {line}"
    whole = before.rsplit(None, 1)[-1].lstrip('"“‘(')[:-1] + re.split(r"[^\w’'-]", line)[0]
    return (before[:-1] if whole.casefold() in known else before) + line


def words(text: str) -> frozenset[str]:
    """The words of a text, in small letters."""
    return frozenset(re.findall(r"[\w’'-]+", text.casefold()))


def _may_go_on(line: str) -> bool:
    return not (_BULLET.match(line) or _BEGINS.match(line))


def _is_full(line: str, following: str, wide: int, slack: int) -> bool:
    return len(line) + 1 + len(following.split()[0]) > wide - slack


def _is_indented(block: list[Line], i: int) -> bool:
    """Whether a paragraph begins here, by its first line's indent."""
    line, before = block[i], block[i - 1]
    below = block[i + 1].indent if i + 1 < len(block) else 0
    return _ENDED.search(before.text) is not None and line.indent > max(before.indent, below)


def _is_shouted(line: str, following: str) -> bool:
    """Whether only one of two lines is in capitals, as a heading is."""
    return _in_capitals(line) != _in_capitals(following)


def _in_capitals(line: str) -> bool:
    letters = [letter for letter in line if letter.isalpha()]
    return " " in line and sum(map(str.isupper, letters)) > 0.8 * len(letters)


def _is_one(block: list[Line], wide: int) -> bool:
    """Whether a few short lines are one headline, which goes on in small letters, or stand in one pair of
    marks."""
    texts = [line.text for line in block[: _FEW + 1]]
    if len(texts) > _FEW or any(len(text) > wide or text[-1] in ".!?:;," for text in texts[:-1]):
        return False
    in_marks = texts[0][0] in _MARKS and texts[-1][-1] in _MARKS
    return in_marks or all(text[0].islower() for text in texts[1:])
