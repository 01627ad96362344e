"""Printed pages to text: columns one after the other, what stands on every page left out, lines rejoined."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

_NUMBER = re.compile(
    r"[-–— ]*(?:page )?(?:\d{1,4}|[ivxl]{1,6})(?: ?(?:of|/) ?\d{1,4})?[-–— ]*", re.IGNORECASE
)
_EDGE = 0.1  # of a page's height: above and below stand heads and numbers
_GUTTER = 9.0  # points between two columns at least
_LINES = 4  # of each column at least
_TRIED = 8  # places of a gutter
_BULLET = re.compile(r"(?:[-*•–▪●◦]|\d{1,2}[.)]|\([a-z]\))\s*")
_DOTS = re.compile(r"^[•▪●◦]\s*")
_ENDED = re.compile(r"[.!?:][\"'”’)]*$")
_SENTENCE = 12  # words: what is longer and does not end is no heading
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad]$")


@dataclass(frozen=True)
class Run:
    """Words on one line of a page, in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    runs: tuple[Run, ...]


@dataclass
class _Column:
    """Lines under each other, top to bottom, and where they begin and end."""

    lines: list[Run] = field(default_factory=list)

    @property
    def left(self) -> float:
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        return max(line.right for line in self.lines)


def text_of(pages: list[Page]) -> str:
    """The text of a whole document, paragraphs parted by blank lines, a hyphen at a line's end undone."""
    columns = [[_Column(_lines(runs)) for runs in _columns(list(page.runs))] for page in pages]
    extra = _on_every_page(pages, columns)
    paragraphs: list[str] = []
    known = _words(columns)
    before = 0  # lines of the column before: a heading across the page is one alone
    for page, found in zip(pages, columns, strict=True):
        for column in found:
            column.lines = [line for line in column.lines if not _is_extra(line, page, extra)]
            for at, paragraph in enumerate(_paragraphs(column, known)):
                if paragraphs and _runs_on(paragraphs[-1], paragraph, may_be_cut=at == 0 and before > 1):
                    paragraphs[-1] = _joined(paragraphs[-1], paragraph, known)
                else:
                    paragraphs.append(paragraph)
            before = len(column.lines) or before
    return "\n\n".join(paragraph.replace("\u00ad", "") for paragraph in paragraphs)


def _columns(runs: list[Run]) -> Iterator[list[Run]]:
    """The runs of each column in turn. What crosses the gutter ends the columns above it."""
    gutter = _gutter(runs)
    if gutter is None:
        if runs:
            yield runs
        return
    left: list[Run] = []
    right: list[Run] = []
    for run in sorted(runs, key=lambda run: -run.top):
        if run.left < gutter < run.right:
            yield from (side for side in (left, right) if side)
            yield [run]
            left, right = [], []
        else:
            (left if run.right <= gutter else right).append(run)
    yield from (side for side in (left, right) if side)


def _gutter(runs: list[Run]) -> float | None:
    """Where a white strip parts the page in two columns; None where there is but one."""
    if len(runs) < 2 * _LINES:
        return None
    lefts, rights = sorted(run.left for run in runs), sorted(run.right for run in runs)
    begin, end = lefts[0], rights[-1]
    found: list[tuple[int, float, float]] = []  # how many runs cross it, how wide, its left edge
    for edge in sorted(set(rights)):
        after = bisect_right(lefts, edge)  # the first run that begins on its right
        if after == len(runs) or not 0.25 < (edge - begin) / max(end - begin, 1.0) < 0.75:
            continue
        on_left, on_right = bisect_right(rights, edge), len(runs) - after
        crossing, width = len(runs) - on_left - on_right, lefts[after] - edge
        # A heading or a letterhead may cross; it stands above the columns, and there is little of it.
        if width >= _GUTTER and crossing <= len(runs) / 8 and min(on_left, on_right) >= _LINES:
            found.append((crossing, -width, edge))
    likely = (edge for _, _, edge in sorted(found)[:_TRIED] if _side_by_side(runs, edge))
    return next((edge + 1 for edge in likely), None)


def _side_by_side(runs: list[Run], edge: float) -> bool:
    """Whether most lines of the smaller side have a neighbour on the other: else it is no column, but an
    address set to the right, or a page of short lines."""
    left = [run for run in runs if run.right <= edge + 1]
    right = [run for run in runs if run.left > edge]
    few, many = sorted((left, right), key=len)
    top, bottom = max(run.top for run in many), min(run.bottom for run in many)
    within = sum(bottom <= run.bottom and run.top <= top + run.height for run in few)
    wide = [max(run.right for run in side) - min(run.left for run in side) for side in (left, right)]
    words = [sum(len(run.text.split()) for run in side) / len(side) for side in (left, right)]
    return within >= len(few) * 0.6 and min(wide) > 0.25 * sum(wide) and min(words) >= 3


def _lines(runs: list[Run]) -> list[Run]:
    """Runs on one line put together, top to bottom."""
    lines: list[Run] = []
    for run in sorted(runs, key=lambda run: (-run.top, run.left)):
        newest = range(max(0, len(lines) - 6), len(lines))
        at = next((at for at in newest if _on_one_line(lines[at], run)), None)
        if at is None:
            lines.append(run)
            continue
        first, second = sorted((lines[at], run), key=lambda run: run.left)
        words = f"{first.text} {second.text}"
        lines[at] = Run(first.left, lines[at].bottom, max(first.right, second.right), lines[at].top, words)
    return lines


def _on_one_line(line: Run, run: Run) -> bool:
    apart = abs(line.top + line.bottom - run.top - run.bottom) / 2
    return apart < min(line.height, run.height) / 2


def _on_every_page(pages: list[Page], columns: list[list[_Column]]) -> set[str]:
    """Lines at the edge of pages that are on half of them, their numbers aside."""
    if len(pages) < 2:
        return set()
    seen: Counter[str] = Counter()
    for page, found in zip(pages, columns, strict=True):
        edge = {_key(line.text) for column in found for line in column.lines if _at_edge(line, page)}
        seen.update(edge)
    return {text for text, count in seen.items() if count >= max(2, len(pages) / 2)}


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()).lower())


def _at_edge(line: Run, page: Page) -> bool:
    return line.bottom > page.height * (1 - _EDGE) or line.top < page.height * _EDGE


def _is_extra(line: Run, page: Page, extra: set[str]) -> bool:
    return _at_edge(line, page) and (_NUMBER.fullmatch(line.text) is not None or _key(line.text) in extra)


def _paragraphs(column: _Column, known: set[str]) -> Iterator[str]:
    """The paragraphs of a column; lines that their writer ended keep their ends within one."""
    if not column.lines:
        return
    gaps = [above.bottom - below.bottom for above, below in pairwise(column.lines)]
    usual = median(gap for gap in gaps if gap > 0) if any(gap > 0 for gap in gaps) else 0.0
    written = _DOTS.sub("- ", column.lines[0].text)
    for above, below in pairwise(column.lines):
        if _begins(above, below, column, usual):
            yield written
            written = _DOTS.sub("- ", below.text)
        elif _was_ended(above, below, column) or _BULLET.match(below.text):
            written += "\n" + _DOTS.sub("- ", below.text)
        else:
            written = _joined(written, below.text, known)
    yield written


def _begins(above: Run, below: Run, column: _Column, usual: float) -> bool:
    """Whether `below` begins a paragraph: by a wider gap, other letters, or an indent after an end."""
    gap = above.bottom - below.bottom
    if gap > usual * 1.35 + 0.5 or gap < -usual:
        return True
    if abs(above.height - below.height) > 0.2 * max(above.height, below.height):
        return True
    indent = below.left - column.left
    return _ENDED.search(above.text) is not None and 4 < indent < 60 and above.left - column.left < indent / 2


def _was_ended(above: Run, below: Run, column: _Column) -> bool:
    """Whether the first word of `below` had still found room on the line above, or it is far too short."""
    if _HYPHEN.search(above.text) and below.text[0].islower():
        return False
    if above.right - above.left < (column.right - column.left) / 2:
        return True
    letter = (below.right - below.left) / max(len(below.text), 1)
    first = len(below.text.split()[0]) * letter
    return above.right + first + 2 * letter < column.right


def _runs_on(before: str, after: str, may_be_cut: bool) -> bool:
    """Whether a paragraph goes on after a gap; at the top of a column or page it may do so with a capital."""
    if _ENDED.search(before) or _BULLET.match(after):
        return False
    return after[:1].islower() or (may_be_cut and len(before.split()) >= _SENTENCE)


def _joined(before: str, after: str, known: set[str]) -> str:
    """Two lines as one. A hyphen stays where the document writes the word with one elsewhere."""
    if not _HYPHEN.search(before) or not after[:1].islower():
        return f"{before} {after}"
    first, second = before.split()[-1][:-1], after.split()[0].strip(".,;:!?)")
    if before.endswith("-") and f"{first}-{second}".lower() in known:
        return before + after
    return before[:-1] + after


def _words(columns: list[list[_Column]]) -> set[str]:
    """The words with a hyphen inside a line, in small letters."""
    texts = (line.text for found in columns for column in found for line in column.lines)
    return {word.lower() for text in texts for word in re.findall(r"[^\W\d_]+-[^\W\d_]+", text)}
