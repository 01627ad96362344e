"""The few things a Word file needs that python-docx does not write: bookmarks, language, properties."""

import copy
import datetime as dt
import unicodedata
from typing import Any
from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml import etree

from correspondence.export.content import Piece
from correspondence.models import Draft, Office
from correspondence.text import one_line

_PROPERTIES = "/docProps/custom.xml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_PROPERTIES_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the one Word uses for a person's own properties


def write(paragraph: Paragraph, piece: Piece, number: int, look: Any = None) -> None:
    """Put a piece's lines into an empty paragraph inside its bookmark; `number` is unique in the file.

    look: the `w:rPr` the text shall have, if any.
    """
    run = paragraph.add_run(piece.text)
    if look is not None:
        run._r.insert(0, copy.deepcopy(look))
    if _is_right_to_left(piece.text):
        set_right_to_left(paragraph)
        run.font.rtl = True
    if piece.mark:
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        start.set(qn("w:id"), str(number))
        start.set(qn("w:name"), piece.mark)
        end.set(qn("w:id"), str(number))
        run._r.addprevious(start)
        run._r.addnext(end)


def space(paragraph: Paragraph, side: str) -> int:
    """The space "before" or "after" a paragraph: its own, its style's, that of a style this is based on, or
    the file's default."""
    layouts, style = [paragraph.paragraph_format], paragraph.style
    while style is not None:
        layouts.append(style.paragraph_format)
        style = style.base_style
    told = (getattr(layout, f"space_{side}") for layout in layouts)
    first = next((length for length in told if length is not None), None)
    return _default_space(paragraph, side) if first is None else int(first)


def _default_space(paragraph: Paragraph, side: str) -> int:
    styles = paragraph.part.document.styles.element  # type: ignore[attr-defined]
    path = "/".join(map(qn, ("w:docDefaults", "w:pPrDefault", "w:pPr", "w:spacing")))
    spacing = styles.find(path)
    return 0 if spacing is None else int(getattr(spacing, side) or 0)


def set_right_to_left(paragraph: Paragraph) -> None:
    """Let the paragraph run from the right margin."""
    put_in_order(paragraph._p.get_or_add_pPr(), OxmlElement("w:bidi"))


def put_in_order(properties: Any, element: Any) -> None:
    """Add one of a paragraph's properties where the format wants it."""
    place = _ORDER.index(element.tag.rpartition("}")[2])
    properties.insert_element_before(element, *(f"w:{tag}" for tag in _ORDER[place + 1 :]))


_ORDER = """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd
tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi
adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection
textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""".split()


def first_free_mark(document: Document) -> int:
    """A bookmark number above every one in use."""
    used = document.element.body.iter(qn("w:bookmarkStart"))
    return max((int(mark.get(qn("w:id"), "0")) for mark in used), default=0) + 1


def set_language(document: Document) -> None:
    """British English for the whole file, so that Word checks its spelling by the right book."""
    styles = document.styles.element
    defaults = styles.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = OxmlElement("w:docDefaults")
        styles.insert(0, defaults)
    properties = _child(_child(defaults, "w:rPrDefault", first=True), "w:rPr")
    language = _child(properties, "w:lang")
    language.set(qn("w:val"), "en-GB")
    fonts = document.settings.element.iter(qn("w:themeFontLang"))
    for other in (*styles.iter(qn("w:lang")), *fonts):
        if other.get(qn("w:val")) == "en-US":
            other.set(qn("w:val"), "en-GB")


def set_properties(document: Document, draft: Draft, office: Office, today: dt.date) -> None:
    """Title, author, language, dates and the Draft's number; nothing that the letter does not show."""
    moment = dt.datetime.combine(today, dt.time())
    properties = document.core_properties
    properties.title = (
        one_line(draft.subject, 200) or f"Letter from {one_line(office.mp_name or office.name, 200)}"
    )
    properties.author = properties.last_modified_by = one_line(office.name, 200)
    properties.created = properties.modified = moment
    properties.language = "en-GB"
    properties.identifier = f"correspondence-draft-{draft.id}" if draft.id else ""
    properties.comments = properties.keywords = properties.subject = properties.category = ""
    properties.revision = 1
    if draft.id:
        _set_custom_property(document, "CorrDraft", str(draft.id))


def _set_custom_property(document: Document, name: str, value: str) -> None:
    package = document.part.package
    part = next((part for part in package.iter_parts() if part.partname == _PROPERTIES), None)
    if part is None:
        part = Part(PackURI(_PROPERTIES), _PROPERTIES_TYPE, _EMPTY_PROPERTIES, package)
        package.relate_to(part, _PROPERTIES_LINK)
    root: Any = parse_xml(part.blob)
    for property_ in root.findall(_PROPERTY):
        if property_.get("name") == name:
            root.remove(property_)
    numbers = [int(property_.get("pid", "1")) for property_ in root.findall(_PROPERTY)]
    root.append(
        parse_xml(
            '<property xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
            ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
            f' fmtid="{_FORMAT_ID}" pid="{max(numbers, default=1) + 1}" name="{escape(name)}">'
            f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        )
    )
    part._blob = _xml(root)


_EMPTY_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    b' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"/>'
)


def _xml(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _child(parent: Any, tag: str, *, first: bool = False) -> Any:
    found = parent.find(qn(tag))
    if found is None:
        found = OxmlElement(tag)
        parent.insert(0, found) if first else parent.append(found)
    return found


def _is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is written from the right, as Arabic and Hebrew are."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((direction for direction in directions if direction in ("L", "R", "AL")), "L") != "L"


def underline(paragraph: Paragraph) -> None:
    """A thin line under a paragraph, the width of the page's text."""
    paragraph.paragraph_format.space_after = Pt(16)
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "8"), ("color", "005C3B")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    put_in_order(paragraph._p.get_or_add_pPr(), borders)


def add_page_number(paragraph: Paragraph) -> None:
    """The number of the page, which Word counts."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "2"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)
