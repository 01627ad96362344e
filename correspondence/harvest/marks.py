"""Quotation marks: where quoted words begin and end."""

import re
from dataclasses import dataclass

MARKS = "\"“”„‘'’"
_MARK = re.compile(f"[{MARKS}]")
_REFERENCE = re.compile(r"[(\[][^()\[\]]{1,100}[)\]]\W*")  # "(Hansard, 4 March)" behind a quotation


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
    for found_mark in _MARK.finditer(text):
        i, mark = found_mark.start(), found_mark.group()
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
    around = (_REFERENCE.sub("", part.strip(MARKS + " ")) for part in outside(text, marked))
    return bool(marked) and not any(around)


def outside(text: str, marked: list[Quote]) -> list[str]:
    """The parts of a paragraph before, between and after its quotations."""
    parts: list[str] = []
    start = 0
    for quote in marked:
        parts.append(text[start : max(start, quote.start - 1)])
        start = min(quote.end + 1, len(text))
    return [*parts, text[start:]]


def _opens(text: str, i: int, mark: str, single: bool) -> bool:
    if mark in "“„":
        return True
    if mark == "‘":
        return single
    if mark == '"' or (mark == "'" and single):
        before = text[i - 1] if i else " "
        after = text[i + 1] if i + 1 < len(text) else " "
        if after.isspace():
            return text[max(0, i - 2) : i] == ": "  # "she said: ' We"
        if mark == before == '"':  # typed twice
            before = text[i - 2] if i > 1 else " "
        return after != '"' and (before.isspace() or before in "([—–-:,“‘/")
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
