"""A Draft to export, and letterheads to put it on."""

import datetime as dt
import io
from collections.abc import Callable

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph

from correspondence.models import Block, Constituent, Draft, Message, Office

TODAY = dt.date(2026, 11, 21)
NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)


def office(**values: str) -> Office:
    return Office(
        **{
            "name": "Office of Ada Amberley MP",
            "mp_name": "Ada Amberley MP",
            "constituency": "Northmoor",
            "address": "House of Commons\nLondon SW1A 0AA",
            "email": "office@example.org",
            "telephone": "01632 960001",
            "signatory": "Ada Amberley MP",
            **values,
        }
    )


def draft(*texts: str, **values: str) -> Draft:
    """A reply with these paragraphs, to Mrs Kaur unless `values` say otherwise; Blocks numbered from 11."""
    told = {
        "name": "Amrit Kaur",
        "salutation": "Mrs Kaur",
        "email": "a.kaur@example.org",
        "address": "4 Mill Lane\nNorthmoor",
        "postcode": "ZZ1 2ZZ",
        **{
            key: value
            for key, value in values.items()
            if key in ("name", "salutation", "email", "address", "postcode")
        },
    }
    greeting = values.get("greeting", f"Dear {told['salutation']},")
    blocks = [
        Block(kind="salutation", text=greeting),
        *(Block(kind="policy", text=text) for text in texts),
        Block(kind="signoff", text="Yours sincerely,"),
    ]
    for place, block in enumerate(blocks):
        block.id, block.position = 11 + place, place
    message = Message(
        constituent=Constituent(**told), subject="Calais", message_id=values.get("message_id", "")
    )
    return Draft(
        id=7,
        message=message,
        subject=values.get("subject", "Security at Calais"),
        blocks=blocks,
        created_at=NOW,
    )


def letterhead(make: Callable[[Document], object]) -> bytes:
    """A .docx that `make` has written into."""
    document = docx.Document()
    make(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def lines(data: bytes) -> list[str]:
    """The text of each paragraph on the page."""
    return [paragraph.text for paragraph in opened(data).paragraphs]


def split_runs(paragraph: Paragraph, *pieces: str) -> None:
    """Write a paragraph as Word does after corrections: one token over several runs."""
    for place, piece in enumerate(pieces):
        paragraph.add_run(piece).bold = place % 2 == 1


def full_letterhead(document: Document) -> None:
    """Tokens in header, table, split runs, text box and footer; everything a letter needs."""
    header = document.sections[0].header
    header.paragraphs[0].text = "NORTHMOOR  ◆  [[MP name]]"
    document.sections[0].footer.paragraphs[0].text = "[[office_address]]"
    footer_line = document.sections[0].footer.add_paragraph()
    split_runs(footer_line, "Tel [[tele", "phone]]", "  E-mail [[ema", "il]]")
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    left.paragraphs[0].text = "[[name]]"
    left.add_paragraph("[[address]]")
    split_runs(right.paragraphs[0], "[", "[da", "te]", "]")
    right.add_paragraph("Our ref: [[reference]]")
    split_runs(document.add_paragraph(), "Dear [[salu", "tation]]", ",")
    document.add_paragraph("Re: [[subject]]").runs[0].bold = True
    body = document.add_paragraph(style="Body Text")
    body.add_run("[[body]]").font.name = "Arial"
    document.add_paragraph("[[signoff]]")
    document.add_paragraph()
    document.add_paragraph("[[signatory]]\nMember of Parliament for [[constituency]]")
