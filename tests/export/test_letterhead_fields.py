"""Word's own fields in a letterhead: a link is one; others would fetch something where it is read."""

from collections.abc import Callable

import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from correspondence.errors import Refused
from correspondence.export.letterhead import check
from tests.export.letters import letterhead

Make = Callable[[Document], object]
MARKS = {"{": "begin", "|": "separate", "}": "end"}


def field(*pieces: str) -> Make:
    """A letterhead with a field: "{" begins one, "|" its result, "}" ends it; each other piece is a run."""

    def make(document: Document) -> None:
        run = document.add_paragraph().add_run()
        for piece in pieces:
            part = OxmlElement("w:fldChar" if piece in MARKS else "w:instrText")
            if piece in MARKS:
                part.set(qn("w:fldCharType"), MARKS[piece])
            else:
                part.text = piece
            run._r.append(part)
        document.add_paragraph("[[body]]")

    return make


def simple(code: str) -> Make:
    """A letterhead with a field in the short form."""

    def make(document: Document) -> None:
        part = OxmlElement("w:fldSimple")
        part.set(qn("w:instr"), code)
        document.add_paragraph()._p.append(part)
        document.add_paragraph("[[body]]")

    return make


@pytest.mark.parametrize(
    "make",
    [
        field("{", " DDEAUTO c:\\\\x ", "}"),
        field("{", " INCLUDE", "TEXT c:/x ", "}"),
        field("{", ' HYPERLINK "https://example.org" ', "{", " DDE x ", "}", "}"),
        field("{", " PAGE ", "|", "}", "{", "LINK x", "}"),
        field("{", "{", ' QUOTE "LINK" ', "|", "}", " x ", "}"),  # the inner one makes the outer's first word
        field("{", " LI", "{", ' QUOTE "NK" ', "|", "}", " x ", "}"),
        field("{", " IMPORT x "),
        field(" DATABASE x "),
        simple(" includepicture x "),
    ],
)
def test_a_field_that_fetches_is_refused(make: Make) -> None:
    with pytest.raises(Refused, match="another place"):
        check(letterhead(make))


@pytest.mark.parametrize(
    "make",
    [
        field("{", ' HYPERLINK "https://www.example.org/link-to-my-surgery" ', "|", "}"),
        field("{", ' HYPERLINK "https://www.example.org/', 'database/import" ', "|", "}"),
        field("{", " IF ", "{", " PAGE ", "|", "}", ' > 1 "link" ', "|", "}"),
        field("{", ' TOC "1-3" ', "|", "{", ' HYPERLINK "x" ', "|", "}", "}"),
        simple(' HYPERLINK "https://www.example.org/link" '),
    ],
)
def test_a_link_may_say_any_word(make: Make) -> None:
    check(letterhead(make))
