"""What goes from a letterhead, since nothing is known to put there, leaves its space behind."""

from collections.abc import Callable

import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt

from correspondence.export import letter
from tests.export.letters import TODAY, draft, letterhead, office, opened

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def made(make: Callable[[Document], object], **values: str) -> bytes:
    return letter(draft("The reply.", **values), office(), TODAY, letterhead(make))


def spaced(document: Document) -> None:
    """Name and address close together and a space below them, told in three ways."""
    for text in ("[[name]]", "[[address]]", "Dear [[salutation]],", "[[body]]"):
        document.add_paragraph(text, style="No Spacing")


def by_itself(document: Document) -> None:
    spaced(document)
    document.paragraphs[1].paragraph_format.space_after = Pt(14)


def by_style(document: Document) -> None:
    spaced(document)
    document.styles["Body Text"].paragraph_format.space_after = Pt(14)
    document.paragraphs[1].style = document.styles.add_style("Address", WD_STYLE_TYPE.PARAGRAPH)
    document.styles["Address"].base_style = document.styles["Body Text"]


def by_default(document: Document) -> None:
    spaced(document)
    defaults = parse_xml(
        f'<w:pPrDefault xmlns:w="{W}"><w:pPr><w:spacing w:after="280"/></w:pPr></w:pPrDefault>'
    )
    found = document.styles.element.find(qn("w:docDefaults"))
    found.remove(found.find(qn("w:pPrDefault")))
    found.append(defaults)
    document.paragraphs[1].style = "Normal"


@pytest.mark.parametrize("make", [by_itself, by_style, by_default])
def test_without_an_address_the_name_stands_as_far_above_the_greeting(
    make: Callable[[Document], object],
) -> None:
    name, greeting, *_ = opened(made(make, address="", postcode="")).paragraphs
    assert (name.text, greeting.text) == ("Amrit Kaur", "Dear Mrs Kaur,")
    assert name.paragraph_format.space_after == Pt(14)
    name, address, *_ = opened(made(make)).paragraphs
    assert name.paragraph_format.space_after is None
    assert address.text == "4 Mill Lane\nNorthmoor\nZZ1 2ZZ"
