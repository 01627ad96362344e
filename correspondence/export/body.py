"""The reply in the place of a letterhead's [[body]], in that paragraph's style and its run's type."""

import copy
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from correspondence.export import word
from correspondence.export.content import Content, Piece

_GAP = Pt(9)  # after each paragraph of the reply, where the letterhead's own style leaves none
_TO_SIGN = Pt(54)
_BULLET = "List Bullet"


class Body:
    """Adds the reply's paragraphs before `slot`, the paragraph that holds [[body]], and takes it out."""

    def __init__(self, document: Document, slot: Any) -> None:
        self._document = document
        self._slot = slot
        self._number = word.first_free_mark(document)
        self._look = slot.find(f"{qn('w:r')}/{qn('w:rPr')}")
        self._last: Paragraph | None = None

    def write(self, said: Content, used: set[str]) -> None:
        """The reply, with whatever the letterhead has no token for (`used`), in a letter's order."""
        if not {"address", "name"} & used and said.address:
            self._add(Piece(said.address))
        if "date" not in used:
            self._add(Piece((said.date,)))
        for piece in () if "salutation" in used else said.salutation:
            self._add(piece)
        if said.subject and "subject" not in used:
            self._add(Piece((f"Re: {said.subject}",))).runs[0].bold = True
        for piece in said.body:
            self._add(piece)
        self._keep_with_next()
        if "signoff" not in used:
            self._end(said, used)
        self._close()

    def _end(self, said: Content, used: set[str]) -> None:
        for piece in said.sign_off:
            self._add(piece)
            self._keep_with_next()
        if "signatory" not in used:
            name = self._add(Piece(tuple(filter(None, (said.signatory, said.title)))))
            name.paragraph_format.space_before = _TO_SIGN

    def _add(self, piece: Piece) -> Paragraph:
        element = OxmlElement("w:p")
        properties = self._slot.find(qn("w:pPr"))
        if properties is not None:
            element.append(copy.deepcopy(properties))
            for section in list(element.iter(qn("w:sectPr"))):
                section.getparent().remove(section)
        self._slot.addprevious(element)
        self._last = Paragraph(element, self._document._body)
        word.write(self._last, self._as_bullet(piece), self._number, self._look)
        self._number += 1
        if not any(word.space(self._last, side) for side in ("before", "after")):
            self._last.paragraph_format.space_after = _GAP
        return self._last

    def _as_bullet(self, piece: Piece) -> Piece:
        """A bullet in the letterhead's own bullet style; where it has none, a sign and a hanging line."""
        if not piece.is_bullet or self._last is None:
            return piece
        if _BULLET in self._document.styles:
            self._last.style = _BULLET
            return piece
        layout = self._last.paragraph_format
        layout.left_indent, layout.first_line_indent = Cm(0.75), Cm(-0.75)
        layout.tab_stops.add_tab_stop(Cm(0.75))
        return Piece((f"•\t{piece.lines[0]}", *piece.lines[1:]), piece.mark)

    def _keep_with_next(self) -> None:
        if self._last is not None:
            self._last.paragraph_format.keep_with_next = True

    def _close(self) -> None:
        if self._slot.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
            self._slot.getparent().remove(self._slot)
            return
        for child in list(self._slot):  # a section of the page ends here, so the paragraph has to stay
            if child.tag != qn("w:pPr"):
                self._slot.remove(child)
