"""A letterhead's bytes as a document that is safe to keep and to send: looked at before it is opened."""

import io
import itertools
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from correspondence.errors import Refused
from correspondence.intake import limits

_FILLED = tuple(
    f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    for kind in ("document.main", "header", "footer", "footnotes", "endnotes")
)
_NOT_WORD = (
    "This is not a Word letterhead (.docx). Save it in Word as “Word Document (.docx)” and choose that file."
)
_MACROS = "This file can hold macros. Save it in Word as “Word Document (.docx)”, which holds none."
_TEMPLATE = "This is a Word template. Save it in Word as “Word Document (.docx)” and choose that file."
_ELSEWHERE = (
    "The letterhead fetches something from another place when it is opened, such as a linked picture. "
    "Put the picture into the file itself and save it again."
)
# Fields that would run a program, read a file or fetch a page on the reader's machine, told by their first
# word; one whose first word another field makes may be any of them.
_REACHING = re.compile(
    r"\W*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON|DATABASE)\b|\W*\w*\{", re.I
)
_DATE = re.compile(r"\s*(?:DATE|TIME|SAVEDATE|CREATEDATE|PRINTDATE)\b", re.I)


def opened(data: bytes) -> Document:
    """The letterhead, opened. Refused when it is no .docx, unsafe, or reaches out of itself."""
    limits.within(data, limits.FILE, "This letterhead")
    if not data.startswith(b"PK"):
        raise Refused(_NOT_WORD)
    with limits.archive(data) as archive:
        _check_entries(archive)
    try:
        document = docx.Document(io.BytesIO(data))
        instructions = list(_instructions(document))
        in_order = _is_in_order(document)
    except Exception as error:  # python-docx and lxml raise a dozen kinds on a damaged file
        raise Refused(_NOT_WORD) from error
    if not in_order:
        raise Refused(_NOT_WORD)
    if any(_REACHING.match(instruction) for instruction in instructions):
        raise Refused(_ELSEWHERE)
    _keep_inside(document)
    return document


def roots(document: Document) -> Iterator[tuple[Part, Any]]:
    """(part, its XML) of the page, headers, footers and notes; `store` puts changes back."""
    for part in document.part.package.iter_parts():
        if part.content_type in _FILLED:
            yield part, part.element if isinstance(part, XmlPart) else parse_xml(part.blob)


def store(part: Part, root: Any) -> None:
    """Put changed XML back into a part that python-docx keeps as bytes."""
    if not isinstance(part, XmlPart):
        part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def has_date_field(document: Document) -> bool:
    """Whether Word itself writes the date."""
    return any(_DATE.match(instruction) for instruction in _instructions(document))


def _is_in_order(document: Document) -> bool:
    """Whether a letter can be given its properties: ValueError where a file has two sets of them."""
    given = document.core_properties  # made where there are none, as at export
    names = [part.partname.lower() for part in document.part.package.iter_parts()]
    return given is not None and len(set(names)) == len(names)


def _check_entries(archive: zipfile.ZipFile) -> None:
    names = {entry.filename: entry for entry in archive.infolist()}
    if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
        raise Refused(_NOT_WORD)
    types = limits.inflate(archive, names["[Content_Types].xml"]).lower()
    if b"macroenabled" in types or any("vbaproject" in name.lower() for name in names):
        raise Refused(_MACROS)
    if b"template.main+xml" in types:
        raise Refused(_TEMPLATE)
    for name, entry in names.items():
        if name.lower().endswith((".xml", ".rels")) and b"<!DOCTYPE" in limits.inflate(archive, entry):
            raise Refused(_NOT_WORD)


def _instructions(document: Document) -> Iterator[str]:
    """The instruction of each Word field, put together where it is split; "{" for a field inside it."""
    return itertools.chain.from_iterable(_in_fields(root) for _part, root in roots(document))


def _in_fields(root: Any) -> Iterator[str]:
    simple, words = qn("w:fldSimple"), qn("w:instrText")
    begun: list[list[str]] = []  # the fields we are in, the innermost last
    for piece in root.iter(qn("w:fldChar"), simple, words):
        mark = piece.get(qn("w:fldCharType"))
        if begun and (mark == "begin" or piece.tag == simple):
            begun[-1].append("{")
        if mark == "begin":
            begun.append([])
        elif mark == "end" and begun:
            yield "".join(begun.pop())
        elif piece.tag == words and begun:
            begun[-1].append(piece.text or "")
        elif mark is None:
            yield piece.text or piece.get(qn("w:instr"), "")
    yield from map("".join, begun)


def _keep_inside(document: Document) -> None:
    """Cut the tie to the template the letterhead was made from; refuse what else lies elsewhere."""
    for part in document.part.package.iter_parts():
        for key, link in list(part.rels.items()):
            if not link.is_external or link.reltype.endswith("/hyperlink"):
                continue
            if not link.reltype.endswith("/attachedTemplate"):
                raise Refused(_ELSEWHERE)
            del part.rels[key]
            _drop_template(part)


def _drop_template(part: Part) -> None:
    root: Any = part.element if isinstance(part, XmlPart) else parse_xml(part.blob)
    for tie in list(root.iter(qn("w:attachedTemplate"))):
        root.remove(tie)
    store(part, root)
