"""What a letter says, as plain text, before it is laid out: Fields filled, control characters gone."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from correspondence.days import spoken
from correspondence.drafting.filling import filled
from correspondence.models import Block, Constituent, Draft, Office
from correspondence.text import clean, one_line

BULLET = re.compile(r"[-•*]\s+")


@dataclass(frozen=True)
class Piece:
    """One printed paragraph. mark: the name of its bookmark, "" for one that is no Block's."""

    lines: tuple[str, ...]
    mark: str = ""
    is_bullet: bool = False

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@dataclass(frozen=True)
class Content:
    """A letter's parts; an empty one is not printed. address: lines, the name first."""

    date: str
    name: str
    address: tuple[str, ...]
    subject: str
    salutation: tuple[Piece, ...]
    body: tuple[Piece, ...]
    sign_off: tuple[Piece, ...]
    signatory: str
    title: str
    reference: str


def content(draft: Draft, office: Office, today: dt.date) -> Content:
    """The parts of the letter that a Draft of `office` makes on `today`."""

    def of(block: Block) -> Iterator[Piece]:
        return _pieces(filled(block.text, draft, office, today), block.id)

    blocks = draft.kept
    return Content(
        date=spoken(today),
        name=one_line(draft.message.constituent.name) if draft.message.constituent else "",
        address=address_lines(draft.message.constituent),
        subject=one_line(filled(draft.subject, draft, office, today)),
        salutation=tuple(piece for block in blocks if block.kind == "salutation" for piece in of(block)),
        body=tuple(
            piece for block in blocks if block.kind not in ("salutation", "signoff") for piece in of(block)
        ),
        sign_off=tuple(piece for block in blocks if block.kind == "signoff" for piece in of(block)),
        signatory=signatory(office),
        title=_title(office),
        reference=f"{draft.id or ''}",
    )


def address_lines(constituent: Constituent | None) -> tuple[str, ...]:
    """Name, address and postcode, a line each, none twice; what nobody told us is left out."""
    if constituent is None:
        return ()
    lines = [one_line(constituent.name), *map(one_line, clean(constituent.address).split("\n"))]
    postcode = one_line(constituent.postcode)
    if postcode and _bare(postcode) not in _bare(constituent.address):
        lines.append(postcode)
    return tuple(line.rstrip(",") for line in dict.fromkeys(lines) if line)


def signatory(office: Office) -> str:
    """Who signs."""
    return one_line(office.signatory or office.mp_name or office.name)


def membership(office: Office) -> str:
    """ "Member of Parliament for Northmoor", "" where the constituency is not told."""
    return f"Member of Parliament for {one_line(office.constituency)}" if office.constituency.strip() else ""


def _title(office: Office) -> str:
    if signatory(office) == one_line(office.mp_name):
        return membership(office)
    return one_line(office.name) if signatory(office) != one_line(office.name) else ""


def _pieces(text: str, block_id: int | None) -> Iterator[Piece]:
    """A blank line parts paragraphs; a line that begins with "- " is a bullet; other lines stay lines."""
    found: list[tuple[list[str], bool]] = []
    for paragraph in re.split(r"\n\s*\n", text):
        fresh = True
        for line in filter(None, map(str.strip, paragraph.split("\n"))):
            bullet = BULLET.match(line)
            if bullet:
                found.append(([line[bullet.end() :]], True))
            elif fresh or found[-1][1]:
                found.append(([line], False))
            else:
                found[-1][0].append(line)
            fresh = False
    for number, (lines, is_bullet) in enumerate(found, start=1):
        mark = f"_corr_{block_id}" + (f"_{number}" if number > 1 else "") if block_id else ""
        yield Piece(tuple(lines), mark, is_bullet)


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text).lower()
