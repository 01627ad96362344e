"""A Word file's parts: which it has, which is the letter, and each as XML that cannot do harm."""

import posixpath
import re
import zipfile

from lxml import etree

from correspondence.errors import Refused
from correspondence.intake import limits

_DAMAGED = "This Word file is damaged and cannot be read. Open it in Word, save it again, and try once more."
_UNUSUAL = "This Word file has a declaration in it that Word never writes, so it was not opened."
_LONG = "This Word file is far longer than a letter, so it was not read. Split it, and import the pieces."
_NOT_WORD = (
    ("spreadsheetml", "This is an Excel workbook, not a letter. Copy the text you need into a Word file."),
    ("ms-excel", "This is an Excel workbook, not a letter. Copy the text you need into a Word file."),
    ("presentationml", "This is a PowerPoint file, not a letter. Copy the text you need into a Word file."),
    ("ms-powerpoint", "This is a PowerPoint file, not a letter. Copy the text you need into a Word file."),
    ("macroenabled", "This Word file has macros in it. Save it as a Word document (.docx) and use that."),
)


class Package:
    """The parts of a .docx by name. What is no Word document is Refused at once, and so is any DTD."""

    def __init__(self, data: bytes) -> None:
        limits.within(data, limits.FILE, "This Word file")
        self._archive = limits.archive(data)
        self._entries = {
            entry.filename.replace("\\", "/").lstrip("/").lower(): entry
            for entry in self._archive.infolist()
            if not entry.is_dir()
        }
        self._check_kind()
        for name, entry in self._entries.items():
            if name.endswith((".xml", ".rels")):
                self._check_declarations(entry)

    def part(self, name: str) -> etree._Element | None:
        """The root of an XML part; None where the file has no such part."""
        entry = self._entries.get(name.lower())
        return _xml(limits.inflate(self._archive, entry)) if entry else None

    def letter(self) -> etree._Element:
        """The root of the main document, wherever the package says that it is."""
        links = self.part("_rels/.rels")
        for link in [] if links is None else links.iter("{*}Relationship"):
            if link.get("Type", "").endswith("/officeDocument"):
                target = posixpath.normpath(link.get("Target", "").replace("\\", "/")).lstrip("/")
                root = self.part(target)
                if root is not None:
                    return root
        root = self.part("word/document.xml")
        if root is None:
            raise Refused(_DAMAGED)
        return root

    def _check_kind(self) -> None:
        if "mimetype" in self._entries and "[content_types].xml" not in self._entries:
            raise Refused("This is an OpenDocument file. Save it as a Word document (.docx) and use that.")
        if "[content_types].xml" not in self._entries:
            raise Refused(
                "This is not a Word document. If it is a .zip folder, take the files out of it first."
            )
        types = limits.inflate(self._archive, self._entries["[content_types].xml"])
        main = re.findall(rb'"application/[^"]{1,200}\.main\+xml"', types)
        said = b" ".join(main).decode("latin-1").lower()
        for kind, sentence in _NOT_WORD:
            if kind in said:
                raise Refused(sentence)
        if any(name.endswith("/vbaproject.bin") for name in self._entries):
            raise Refused(_NOT_WORD[-1][1])

    def _check_declarations(self, entry: zipfile.ZipInfo) -> None:
        plain = limits.inflate(self._archive, entry).replace(b"\0", b"")  # UTF-16 is ASCII with NULs
        if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
            raise Refused(_UNUSUAL)


def _xml(data: bytes) -> etree._Element:
    if data.replace(b"\0", b"").count(b"<") > limits.TAGS:
        raise Refused(_LONG)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise Refused(_DAMAGED) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused(_UNUSUAL)
    return root
