"""How our own letter looks: A4, one serif, room to breathe, a signature that stays with its letter."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

FONT = "Times New Roman"  # on every Word, and metric twins of it on every other office program
INK = RGBColor(0x1A, 0x1A, 0x1A)
GREEN = RGBColor(0x00, 0x5C, 0x3B)
SIZE = 11.5

# name -> points before, points after, keep with the next paragraph
_STYLES: dict[str, tuple[float, float, bool]] = {
    "Inside Address": (0, 0, True),
    "Date": (14, 14, False),
    "Salutation": (0, 9, True),
    "Subject Line": (0, 9, True),
    "Body Text": (0, 9, False),
    "List Bullet": (0, 9, False),
    "Closing": (4, 4 * SIZE * 1.2, True),  # four lines to sign in
    "Signature": (0, 0, True),
    "Signature Title": (0, 0, False),
    "Sender": (0, 2, True),
    "Sender Details": (0, 0, True),
}
_BUILT_IN = {"Date", "Salutation", "Body Text", "List Bullet", "Closing", "Signature"}


def lay_out(document: Document) -> dict[str, ParagraphStyle]:
    """Set page and styles of an empty document; the paragraph styles by name."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.bottom_margin = Cm(2.5)
    section.top_margin = Cm(2)  # the head stands above the text
    section.header_distance = section.footer_distance = Cm(1.1)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # else Word opens it as an old file
    normal: Any = document.styles["Normal"]
    _set_font(normal, SIZE)
    normal.paragraph_format.line_spacing = 1.15
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.widow_control = True
    styles = {name: _style(document, name, *spacing) for name, spacing in _STYLES.items()}
    styles["Subject Line"].font.bold = styles["Signature"].font.bold = True
    for name, size, colour in (("Sender", 20, GREEN), ("Sender Details", 9.5, INK)):
        style = styles[name]
        style.font.size, style.font.color.rgb = Pt(size), colour
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        style.paragraph_format.line_spacing = 1.1
    return styles


def _style(document: Document, name: str, before: float, after: float, keep: bool) -> ParagraphStyle:
    styles: Any = document.styles
    if name in styles:
        style = styles[name]
    else:
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name in _BUILT_IN)
    style.base_style = styles["Normal"]
    style.quick_style, style.hidden = True, False
    paragraph = style.paragraph_format
    paragraph.space_before, paragraph.space_after = Pt(before), Pt(after)
    paragraph.keep_with_next = keep
    found: ParagraphStyle = style
    return found


def _set_font(style: Any, size: float) -> None:
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), INK
    fonts = style.element.rPr.rFonts
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), FONT)
