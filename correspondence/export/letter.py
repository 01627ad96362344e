"""A Draft as a Word letter: on the office's own letterhead, or laid out here from its details."""

import datetime as dt
import io

import docx
from docx.document import Document
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from correspondence.export import letterhead as heads
from correspondence.export import word
from correspondence.export.content import Content, Piece, content, membership
from correspondence.export.layout import lay_out
from correspondence.models import Draft, Office
from correspondence.text import one_line


def letter(draft: Draft, office: Office, today: dt.date, letterhead: bytes | None = None) -> bytes:
    """The .docx of a Draft, dated `today`. letterhead: a .docx with tokens, which must pass `check`."""
    said = content(draft, office, today)
    document = heads.filled(letterhead, said, office) if letterhead else _plain_letter(said, office)
    word.set_language(document)
    word.set_properties(document, draft, office, today)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _plain_letter(said: Content, office: Office) -> Document:
    document = docx.Document()
    styles = lay_out(document)
    _later_pages(document, office)
    add = _Writer(document, styles)
    _head(add, office)
    for line in said.address:
        add("Inside Address", Piece((line,)))
    add("Date", Piece((said.date,)))
    for piece in said.salutation:
        add("Salutation", piece)
    if said.subject:
        add("Subject Line", Piece((f"Re: {said.subject}",)))
    for piece in said.body:
        add("List Bullet" if piece.is_bullet else "Body Text", piece)
    if said.sign_off and said.body:
        add.last.paragraph_format.keep_with_next = True  # a signature never stands alone on a page
    for piece in said.sign_off:
        add("Closing", piece)
    add("Signature", Piece((said.signatory,)))
    if said.title:
        add("Signature Title", Piece((said.title,)))
    return document


class _Writer:
    """Adds paragraphs one after another, numbering their bookmarks."""

    def __init__(self, document: Document, styles: dict[str, ParagraphStyle]) -> None:
        self._document = document
        self._styles = styles
        self._number = 0

    def __call__(self, style: str, piece: Piece) -> None:
        self._number += 1
        self.last: Paragraph = self._document.add_paragraph(style=self._styles[style])
        word.write(self.last, piece, self._number)


def _head(add: _Writer, office: Office) -> None:
    """Who writes, at the top of the letter.

    It is part of the page's text: LibreOffice lets a signature stand alone when the header of the first
    page is taller than the others'.
    """
    place = ", ".join(filter(None, (one_line(line).rstrip(",") for line in office.address.split("\n"))))
    contact = "  ·  ".join(filter(None, (one_line(office.telephone), one_line(office.email))))
    add("Sender", Piece((_sender(office),)))
    for line in filter(None, (membership(office), place, contact)):
        add("Sender Details", Piece((line,)))
    word.underline(add.last)


def _later_pages(document: Document, office: Office) -> None:
    """A quiet line at the top of each page but the first."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    line = section.header.paragraphs[0]
    line.style = "Sender Details"
    line.add_run(f"{_sender(office)}  ·  page ")
    word.add_page_number(line)


def _sender(office: Office) -> str:
    return one_line(office.mp_name or office.name)
