"""The office's own .docx, with [[tokens]] and one [[body]]: checked when it comes in, filled at export."""

from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Emu
from docx.text.paragraph import Paragraph

from correspondence import fields
from correspondence.errors import Refused
from correspondence.export import tokens, word
from correspondence.export.body import Body
from correspondence.export.content import Content
from correspondence.export.package import has_date_field, opened, roots, store
from correspondence.models import Office
from correspondence.text import clean, one_line

TOKENS = (
    "date", "name", "address", "salutation", "subject", "signoff", "signatory", "mp_name", "constituency",
    "office_address", "email", "telephone", "reference",
)  # fmt: skip
BODY = "body"


def check(data: bytes) -> None:
    """Refused, with what to change, unless letters can be made on this letterhead."""
    document = opened(data)
    for _part, root in roots(document):
        for paragraph in root.iter(qn("w:p")):
            _check_tokens(tokens.text_of(paragraph))
    slots = [paragraph for paragraph in document.element.body.iter(qn("w:p")) if _is_slot(paragraph)]
    if not slots:
        raise Refused(
            "The letterhead has no [[body]]. Put [[body]] on a line of its own, where the reply goes."
        )
    if len(slots) > 1:
        raise Refused("The letterhead has [[body]] more than once. Keep one.")
    if any(slots[0].iterancestors(qn("w:txbxContent"), qn("w:sdtContent"))):
        raise Refused("[[body]] is inside a text box or a form field. Move it on to the page itself.")


def filled(data: bytes, said: Content, office: Office) -> Document:
    """The letterhead with the reply in it. Refused as by `check`."""
    check(data)
    document = opened(data)
    used = _used(document)
    values = _values(said, office, used)
    slot = next(paragraph for paragraph in document.element.body.iter(qn("w:p")) if _is_slot(paragraph))
    for part, root in roots(document):
        for paragraph in list(root.iter(qn("w:p"))):
            if paragraph is not slot and paragraph.getparent() is not None:
                text = tokens.text_of(paragraph)
                if fields.token_spans(text):
                    _fill(document, paragraph, _suited(text, values))
        store(part, root)
    Body(document, slot).write(said, used)
    return document


def _fill(document: Document, paragraph: Any, values: dict[str, str]) -> None:
    """Fill a `w:p`; one that goes, as an address nobody told us, leaves its space to the one above it."""
    above, gap = paragraph.getprevious(), word.space(Paragraph(paragraph, document._body), "after")
    tokens.fill(paragraph, values)
    if paragraph.getparent() is None and above is not None and above.tag == qn("w:p"):
        last = Paragraph(above, document._body)
        if gap > word.space(last, "after"):
            last.paragraph_format.space_after = Emu(gap)


def _check_tokens(text: str) -> None:
    rest = text
    for start, end, token in reversed(fields.token_spans(text)):
        if token not in (*TOKENS, BODY):
            raise Refused(
                f"The letterhead has {text[start:end]}, which means nothing here. "
                f"It may have: {', '.join(f'[[{name}]]' for name in (*TOKENS, BODY))}."
            )
        if token == BODY and text.strip() != text[start:end]:
            raise Refused("[[body]] needs a line of its own in the letterhead.")
        rest = rest[:start] + rest[end:]
    if "[[" in rest or "]]" in rest:
        raise Refused(f"The letterhead has [[ or ]] without its other half in “{one_line(text, 60)}”.")


def _is_slot(paragraph: Any) -> bool:
    return any(token == BODY for _, _, token in fields.token_spans(tokens.text_of(paragraph)))


def _used(document: Document) -> set[str]:
    used = {
        token
        for _part, root in roots(document)
        for paragraph in root.iter(qn("w:p"))
        for _, _, token in fields.token_spans(tokens.text_of(paragraph))
    }
    return used | {"date"} if has_date_field(document) else used


def _values(said: Content, office: Office, used: set[str]) -> dict[str, str]:
    address = said.address[1:] if "name" in used and said.address[:1] == (said.name,) else said.address
    return {
        "date": said.date,
        "name": said.name,
        "address": "\n".join(address),
        "salutation": "\n".join(piece.text for piece in said.salutation),
        "subject": said.subject,
        "signoff": "\n".join(piece.text for piece in said.sign_off),
        "signatory": said.signatory,
        "mp_name": one_line(office.mp_name),
        "constituency": one_line(office.constituency),
        "office_address": clean(office.address).strip(),
        "email": one_line(office.email),
        "telephone": one_line(office.telephone),
        "reference": said.reference,
    }


def _suited(text: str, values: dict[str, str]) -> dict[str, str]:
    """The values as this paragraph wants them: no second "Dear" and no second comma."""
    suited = dict(values)
    for start, end, name in fields.token_spans(text):
        if name == "salutation" and text[:start].rstrip().lower().endswith("dear"):
            suited[name] = suited[name].removeprefix("Dear ").removesuffix(",")
        if name in ("salutation", "signoff") and text[end:].startswith(","):
            suited[name] = suited[name].removesuffix(",")
    return suited
