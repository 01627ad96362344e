"""A Word file as a Document, as a reader sees it with all tracked changes accepted.

Its own walk over the paragraphs, since the usual reader loses tracked insertions, tables and text boxes.
"""

import re
from collections.abc import Iterator

from lxml import etree

from correspondence import text
from correspondence.errors import Refused
from correspondence.intake import limits
from correspondence.intake.document import Document
from correspondence.intake.package import Package

_DROPPED = ("del", "moveFrom", "rPrChange", "pPrChange", "instrText", "delText", "ruby")
_JOINED = "joined"  # our own mark on a paragraph whose end was deleted: it runs on into the next
_NOTES = "It has footnotes, which were left out."
# What programs write where nobody wrote anything.
_NO_TITLE = re.compile(r"(?i)(microsoft word - .*|word document|untitled.*|document ?\d*|.*\.docx?)?$")
_NO_AUTHOR = re.compile(r"(?i)(python-docx|.*\b(?:user|admin|administrator|owner)|author|unknown.*)?$")


def read(data: bytes) -> Document:
    """A Document of kind "docx", its paragraphs parted by blank lines, list items marked "- ".

    Headers, footers and notes are no part of the letter. The file's own dates are those of the file,
    not of the words, and are not taken.
    """
    package = Package(data)
    root = package.letter()
    space = etree.QName(root).namespace or ""
    if etree.QName(root).localname != "document" or "wordprocessingml" not in space:
        raise Refused("This is not a Word document. Save the letter as a Word document (.docx) and use that.")
    _prune(root, space)
    body = "\n\n".join(_paragraphs(root, space, _list_styles(package)))
    if not body.strip():
        raise Refused("There is no text in this Word file. If it holds a picture of a letter, type the text.")
    title, author = _properties(package)
    has_notes = (
        next(root.iter(f"{{{space}}}footnoteReference", f"{{{space}}}endnoteReference"), None) is not None
    )
    return Document(
        kind="docx",
        text=text.clean(limits.within_text(body)),
        title=title,
        author=author,
        notices=(_NOTES,) if has_notes else (),
    )


def _prune(root: etree._Element, space: str) -> None:
    """Take out what was deleted, what is hidden, and the second form of what is there in two."""
    for change in ("del", "moveFrom"):
        for mark in root.iterfind(f".//{{{space}}}pPr/{{{space}}}rPr/{{{space}}}{change}"):
            mark.getparent().set(_JOINED, "1")
    unwanted = list(root.iter(*(f"{{{space}}}{name}" for name in _DROPPED)))
    for row_mark in root.iterfind(f".//{{{space}}}trPr/{{{space}}}del"):
        unwanted.append(row_mark.getparent().getparent())
    for hidden in root.iterfind(f".//{{{space}}}r/{{{space}}}rPr/{{{space}}}vanish"):
        if hidden.get(f"{{{space}}}val") not in ("0", "false", "off"):
            unwanted.append(hidden.getparent().getparent())
    for choice in root.iter("{*}AlternateContent"):
        unwanted.extend(list(choice)[1:])
    for element in unwanted:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _paragraphs(root: etree._Element, space: str, list_styles: frozenset[str]) -> Iterator[str]:
    """The text of each paragraph that has any, in reading order: a table row by row, a box where it hangs."""
    begun: list[str] = []  # by paragraphs whose end was deleted
    for paragraph in root.iter(f"{{{space}}}p"):
        begun.extend(_runs(paragraph, space))
        if paragraph.find(f"{{{space}}}pPr/{{{space}}}rPr[@{_JOINED}]") is not None:
            continue
        words = "".join(begun).strip("\n ")
        begun.clear()
        if words.strip():
            yield "- " + words if _is_item(paragraph, space, list_styles) else words
    if words := "".join(begun).strip():
        yield words


def _runs(paragraph: etree._Element, space: str) -> Iterator[str]:
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        if element is paragraph or not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        if element.tag == f"{{{space}}}p" or name in ("pPr", "rPr"):
            walk.skip_subtree()
        elif name == "t":
            yield element.text or ""
        elif name in ("br", "cr"):
            yield "\n"
        elif name in ("tab", "ptab"):
            yield "\t"
        elif name == "noBreakHyphen":
            yield "-"


def _is_item(paragraph: etree._Element, space: str, list_styles: frozenset[str]) -> bool:
    style = paragraph.find(f"{{{space}}}pPr/{{{space}}}pStyle")
    named = "" if style is None else style.get(f"{{{space}}}val", "")
    number = paragraph.find(f"{{{space}}}pPr/{{{space}}}numPr/{{{space}}}numId")
    if number is not None:
        return number.get(f"{{{space}}}val") != "0" and not named.lower().startswith(("heading", "title"))
    return named in list_styles


def _list_styles(package: Package) -> frozenset[str]:
    """The styles that number or bullet their paragraphs; headings do it too, and are no list."""
    root = package.part("word/styles.xml")
    if root is None:
        return frozenset()
    space = f"{{{etree.QName(root).namespace}}}"
    numbered = (
        style for style in root.iter(f"{space}style") if style.find(f"{space}pPr/{space}numPr") is not None
    )
    names = {style.get(f"{space}styleId", "") for style in numbered}
    return frozenset(name for name in names if not name.lower().startswith(("heading", "title")))


def _properties(package: Package) -> tuple[str, str]:
    """Title and author, where a person seems to have written them."""
    root = package.part("docProps/core.xml")
    if root is None:
        return "", ""
    return said_in_properties(root.findtext(".//{*}title") or "", root.findtext(".//{*}creator") or "")


def said_in_properties(title: str, author: str) -> tuple[str, str]:
    """Title and author of a file's properties, "" for what programs write there by themselves."""
    title, author = text.one_line(title), text.one_line(author)
    return ("" if _NO_TITLE.match(title) else title), ("" if _NO_AUTHOR.match(author) else author)
