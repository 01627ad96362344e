"""A mail's text parted into the writer's own words and what is folded away. Nothing is deleted."""

from collections.abc import Sequence
from dataclasses import dataclass

from correspondence.understanding.endings import find_ending, inline_ending
from correspondence.understanding.heads import Head, read_head
from correspondence.understanding.lines import Fold, Line, assemble, split_lines, without
from correspondence.understanding.notices import footers
from correspondence.understanding.quoted import Header, blocks, handed_on, quoted_folds


@dataclass(frozen=True)
class Trimmed:
    """`body` with the `folded` pieces ({"text", "why", "at"}) put back at their offsets is the text again.

    header: the inner mail's sender where the letter was handed on by another person. block, fields:
    the writer's address over the letter and what a web form held. signature: lines under the sign-off.
    """

    body: str
    folded: list[dict[str, str | int]]
    header: Header | None
    block: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    signature: tuple[str, ...]


def trim(text: str, title: str = "", sender: str = "", over: int = 0) -> Trimmed:
    """Part a cleaned text. `title` and `sender` are the subject and the address of the mail it came in,
    `over` is how many lines over it are the head of a pasted mail."""
    lines = split_lines(text)
    begin, header, folds = _innermost(text, lines, title, sender, over)
    folds += [_closed(fold, text) for fold in quoted_folds(lines, begin)]
    own = without(lines[begin:], folds)
    for first, last, why in footers(own):
        folds += _runs(own, first, last, why, lines, text)
    own = without(own, folds)
    ending = find_ending(own)
    if ending is not None:
        folds += _runs(own, ending.first, ending.end, "sign-off and signature", lines, text)
        own = without(own, folds)
    signature = ending.signature if ending else ()
    if ending is None:
        inline, signature = _inline_ending(own, text)
        folds += inline
    head = read_head(own)
    for first, last, why in head.folds:
        folds += _runs(own, first, last, why, lines, text)
    folds += _inline_greeting(own, head)
    body, folded = assemble(text, folds)
    return Trimmed(body, folded, header, head.block, head.fields, signature)


def _innermost(
    text: str, lines: Sequence[Line], title: str, sender: str, over: int
) -> tuple[int, Header | None, list[Fold]]:
    """The line where the constituent's own letter begins, past every mail that only handed it on."""
    begin, header = over, None
    for _ in range(8):
        block = blocks(lines, begin)
        if block is None or block.inner >= len(lines):
            break
        note = _words_of(lines[begin : block.first])
        inner = text[lines[block.inner].start :]
        inner = inner[:20_000] + inner[-4_000:]
        if not handed_on(note, block, inner, header.subject if header and header.subject else title, sender):
            break
        begin, header = block.inner, block.header
        sender = header.email or sender
    folds = [Fold(0, lines[over].start, "sender, date and subject")] if over else []
    folds += [Fold(lines[over].start, lines[begin].start, "covering note")] if begin > over else []
    return begin, header, folds


def _words_of(lines: Sequence[Line]) -> str:
    """What a covering note says, without its greeting, sign-off and notices."""
    if len(lines) > 400:
        return " ".join(line.text for line in lines)
    cut = set[int]()
    for first, last, _ in footers(lines):
        cut |= set(range(first, last))
    own = [line for place, line in enumerate(lines) if place not in cut]
    ending = find_ending(own)
    if ending is not None:
        own = own[: ending.first] + own[ending.end :]
    head = read_head(own)
    return " ".join(line.text for line in own[head.end :] if line.text)[head.cut :]


def _runs(
    own: Sequence[Line], first: int, last: int, why: str, lines: Sequence[Line], text: str
) -> list[Fold]:
    """Folds for own[first:last], line by line, so that what was folded between them keeps its own reason."""
    return [
        Fold(line.start, lines[line.number + 1].start if line.number + 1 < len(lines) else len(text), why)
        for line in own[first:last]
    ]


def _inline_greeting(own: Sequence[Line], head: Head) -> list[Fold]:
    if not head.cut:
        return []
    line = own[head.end]
    return [Fold(line.start, line.start + head.cut, "greeting")]


def _closed(fold: Fold, text: str) -> Fold:
    return fold if fold.end >= 0 else Fold(fold.start, len(text), fold.why)


def _inline_ending(own: Sequence[Line], text: str) -> tuple[list[Fold], tuple[str, ...]]:
    """The fold and the signature of a sign-off that shares its line with the end of the letter."""
    last = next((line for line in reversed(own) if line.text), None)
    if last is None:
        return [], ()
    end = text.find("\n", last.start) if "\n" in text[last.start :] else len(text)
    found = inline_ending(text[last.start : end].rstrip())
    if found is None:
        return [], ()
    start, name = found
    return [Fold(last.start + start, end, "sign-off and signature")], (name,)
