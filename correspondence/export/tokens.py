"""Where the [[tokens]] of one Word paragraph stand, over however many runs, and what replaces them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from correspondence import fields

Edit = tuple[int, int, str]  # start, end, what stands there instead

_TEXT, _PARAGRAPH = qn("w:t"), qn("w:p")
_SIGNS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True)
class Atom:
    """A run's text, or one line end or tab; `start` is where it begins in the paragraph's text."""

    element: Any
    text: str
    start: int


def atoms(paragraph: Any) -> list[Atom]:
    """What a `w:p` shows, in order; a text box anchored in it has paragraphs of its own."""
    found: list[Atom] = []
    start = 0
    for element in paragraph.iter(_TEXT, *_SIGNS):
        if element.tag != _TEXT and element.getparent().tag != qn("w:r"):
            continue  # a tab stop of the paragraph's properties, not a tab
        if next(element.iterancestors(_PARAGRAPH)) is paragraph:
            text = (element.text or "") if element.tag == _TEXT else _SIGNS[element.tag]
            found.append(Atom(element, text, start))
            start += len(text)
    return found


def text_of(paragraph: Any) -> str:
    """The text of a `w:p`."""
    return "".join(atom.text for atom in atoms(paragraph))


def plan(text: str, values: Mapping[str, str]) -> list[Edit] | None:
    """The changes that fill the tokens of a paragraph's text, in order; None: take the paragraph out.

    A line of which every token is empty goes with all that stands on it, such as "Tel: [[telephone]]".
    """
    edits: list[Edit] = []
    begin, dropped, lines = 0, 0, text.split("\n")
    for line in lines:
        end = begin + len(line)
        spans = [(a, b, name) for a, b, name in fields.token_spans(text) if begin <= a < end]
        spans = [(a, b, name) for a, b, name in spans if name in values]
        if spans and not any(values[name] for _, _, name in spans):
            dropped += 1
            edits.append((begin - 1, end, "") if begin else (begin, min(end + 1, len(text)), ""))
        else:
            edits += [(a, b, values[name]) for a, b, name in spans]
        begin = end + 1
    return None if dropped == len(lines) else _apart(edits)


def fill(paragraph: Any, values: Mapping[str, str]) -> None:
    """Fill the tokens of a `w:p`; each value takes the look of the run its token begins in."""
    found = atoms(paragraph)
    edits = plan("".join(atom.text for atom in found), values)
    if edits is None:
        _take_out(paragraph)
        return
    for edit in reversed(edits):
        _change(found, edit)


def _apart(edits: list[Edit]) -> list[Edit]:
    """The edits with no character in two of them: the first line may go together with a later one."""
    done = 0
    kept: list[Edit] = []
    for start, end, new in edits:
        kept.append((max(start, done), max(end, done), new))
        done = max(end, done)
    return kept


def _change(found: Sequence[Atom], edit: Edit) -> None:
    start, end, new = edit
    for atom in reversed(found):
        a, b = max(start - atom.start, 0), min(end - atom.start, len(atom.text))
        if a >= b:
            continue
        if atom.element.tag != _TEXT:
            atom.element.getparent().remove(atom.element)
            continue
        now = atom.element.text or ""
        first = atom.start <= start
        _set_text(atom.element, now[:a] + (new if first else "") + now[b:])


def _set_text(element: Any, text: str) -> None:
    """Give a `w:t` its text; a line end in it becomes a break between two of them."""
    first, *others = text.split("\n")
    element.text = first
    element.set(_SPACE, "preserve")
    for line in reversed(others):
        more, end = OxmlElement("w:t"), OxmlElement("w:br")
        more.text = line
        more.set(_SPACE, "preserve")
        element.addnext(more)
        element.addnext(end)


def _take_out(paragraph: Any) -> None:
    """Remove a paragraph; only empty it where it carries a picture, or the format wants one there."""
    parent, before = paragraph.getparent(), paragraph.getprevious()
    alone = sum(1 for sibling in parent if sibling.tag == _PARAGRAPH) == 1
    after_table = before is not None and before.tag == qn("w:tbl")
    if alone or after_table or next(paragraph.iter(*_KEPT), None) is not None:
        for atom in atoms(paragraph):
            atom.element.getparent().remove(atom.element)
    else:
        parent.remove(paragraph)


_KEPT = tuple(map(qn, ("w:sectPr", "w:drawing", "w:pict", "w:object")))
