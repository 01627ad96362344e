"""A Word file as a reader sees it, with all tracked changes accepted."""

import io

import docx
import pytest

from correspondence.errors import Refused
from correspondence.intake import read
from tests.intake.made import MAIN_TYPE, WORD, package, paragraph, word


def by_python_docx() -> docx.document.Document:
    return docx.Document()


def saved(document: docx.document.Document) -> bytes:
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def test_paragraphs_lists_and_tables_come_in_reading_order_and_the_letterhead_apart() -> None:
    document = by_python_docx()
    document.sections[0].header.paragraphs[0].text = "House of Commons"
    document.add_heading("The bridge", 1)
    document.add_paragraph("Llŷr’s “first” point.")
    document.add_paragraph("a bullet", style="List Bullet")
    table = document.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"cell {number}"
    document.add_paragraph("one\ttwo\nthree")
    document.core_properties.title = "Reply on the bridge"
    document.core_properties.author = "Ada Amberley"
    read_back = read("letter.docx", saved(document))
    assert read_back.text.split("\n\n") == [
        "The bridge",
        "Llŷr’s “first” point.",
        "- a bullet",
        *(f"cell {number}" for number in range(4)),
        "one\ttwo\nthree",
    ]
    assert (read_back.kind, read_back.title, read_back.author) == (
        "docx",
        "Reply on the bridge",
        "Ada Amberley",
    )
    assert read_back.date is None


def test_names_that_programs_write_are_no_names() -> None:
    document = by_python_docx()
    document.add_paragraph("Words.")
    document.core_properties.title = "Document1"
    read_back = read("letter.docx", saved(document))
    assert (read_back.title, read_back.author) == ("", "")


_DELETED_END = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
_BOX = "<w:r><w:txbxContent>" + paragraph("in the box") + "</w:txbxContent></w:r>"


@pytest.mark.parametrize(
    "body, text",
    [
        ("<w:p><w:ins><w:r><w:t>put in</w:t></w:r></w:ins></w:p>", "put in"),
        ("<w:p><w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:p>", "a"),
        ("<w:p><w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom><w:r><w:t>b</w:t></w:r></w:p>", "b"),
        (paragraph("one ", _DELETED_END) + paragraph("paragraph"), "one paragraph"),
        (paragraph("a") + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + paragraph("b") + "</w:tr></w:tbl>", "a"),
        (f"<w:p><w:r><w:t>around</w:t></w:r>{_BOX}</w:p>", "around\n\nin the box"),
        (
            '<w:p xmlns:m="m"><w:r><m:AlternateContent><m:Choice><w:t>new</w:t></m:Choice>'
            "<m:Fallback><w:t>old</w:t></m:Fallback></m:AlternateContent></w:r></w:p>",
            "new",
        ),
        (
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>seen</w:t></w:r></w:p>",
            "seen",
        ),
        ("<w:sdt><w:sdtContent>" + paragraph("control") + "</w:sdtContent></w:sdt>", "control"),
        (
            "<w:p><w:r><w:instrText>DATE</w:instrText></w:r><w:fldSimple><w:r><w:t>today</w:t></w:r></w:fldSimple></w:p>",
            "today",
        ),
        (
            "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/></w:r></w:p>",
            "a\nb\tc-",
        ),
        (paragraph("a", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'), "- a"),
        (paragraph("a", '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'), "a"),
    ],
)
def test_the_walk_keeps_what_is_seen_and_drops_what_is_not(body: str, text: str) -> None:
    assert read("letter.docx", word(body)).text == text


def test_the_main_document_may_have_another_name_and_the_newer_namespace() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    link = '<Relationship Type="http://x/officeDocument" Target="/other/main.xml"/>'
    body = f'<w:document xmlns:w="{strict}"><w:body>{paragraph("words")}</w:body></w:document>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="r">{link}</Relationships>',
        "other/main.xml": body,
    }
    assert read("letter.docx", package(parts)).text == "words"


def test_notes_are_left_out_and_said() -> None:
    document = read("a.docx", word("<w:p><w:r><w:t>a</w:t><w:footnoteReference/></w:r></w:p>"))
    assert "footnotes" in document.notices[0]


_LAUGHS = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
_OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("prolog", [_LAUGHS, _OUTSIDE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["word__document", "docProps__core", "word__settings"])
def test_a_declaration_in_any_part_is_refused(part: str, encoding: str, prolog: str) -> None:
    content = f'<?xml version="1.0" encoding="{encoding}"?>{prolog}<d>&b;</d>'.encode(encoding)
    with pytest.raises(Refused, match="declaration"):
        read("a.docx", word(paragraph("words"), MAIN_TYPE, **{part: content}))


@pytest.mark.parametrize(
    "main_type, sentence",
    [
        (MAIN_TYPE.replace("wordprocessingml.document", "spreadsheetml.sheet"), "Excel"),
        (MAIN_TYPE.replace("wordprocessingml.document", "presentationml.presentation"), "PowerPoint"),
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "macros"),
    ],
)
def test_other_office_files_are_refused_by_what_they_are(main_type: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        read("letter.docx", word(paragraph("words"), main_type))


@pytest.mark.parametrize("body", ["", "<w:p/>", paragraph(" ")])
def test_a_word_file_without_words_is_refused(body: str) -> None:
    with pytest.raises(Refused, match="no text"):
        read("a.docx", word(body))


@pytest.mark.parametrize("root", ["<w:document", "<d/>", f'<w:styles xmlns:w="{WORD}"/>', ""])
def test_a_broken_or_different_main_part_is_refused(root: str) -> None:
    with pytest.raises(Refused, match=r"damaged|not a Word"):
        read("a.docx", word("", word__document=root))
