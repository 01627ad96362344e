"""Whom a mail of ours went to: the lines "To", "Cc" and the like over its text name constituents."""

import re

from correspondence.harvest import dates
from correspondence.harvest.bylines import plain_name, untitled
from correspondence.harvest.enclosed import ANSWERED
from correspondence.harvest.layout import Piece, sentence_ends
from correspondence.harvest.letters import GREETED
from correspondence.harvest.names import TITLE
from correspondence.harvest.personal.taking import names_of
from correspondence.harvest.phrases import one_of

ADDRESSED = "It says whom the mail went to."
_LINE = re.compile(
    r"(?:(?:sent|addressed|e-?mailed|by (?:e-?mail|post)) to|to|b?cc)\s*:[\s\u200b]*(?P<whom>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SHOWN = re.compile(r"[Tt]o (?P<whom>(?:me|[A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*){0,3})(?:, [^.?!]{1,80})?)")
_MAILED = re.compile(r"[<(\[]?[^\s<>()@]+@[^\s<>()@,;]+")
_SURNAME_FIRST = re.compile(r"([\w’'-]+), ([\w’'-]+)(?=\s*(?:[<(;]|$))")
_PART = r"[^\W\d_][\w’'.-]*"
_PERSON = re.compile(rf"{_PART}(?: (?:(?:and|&|de|van|von|der|den|al|bin|la|le) )?{_PART}){{0,4}}")
_PUBLIC = one_of(r"""
    .*\b(?:MP|MSP|MS|MLA|AM|MEP|Cllr|Councillor|Minister|Secretary|Lord|Baroness|Mayor|Editor|Director)\b.*
    .*[@.](?:parliament|gov|nhs|police|senedd)\b.*
    .*\b(?:Group|Residents?|Association|Council|Parish|Society|Trust|Club|Team|Office|Department|Committee)\b.*
    .*\b(?:Church|School|College|University|Hospital|Surgery|Charity|Campaign|Action|Network|Union|Party)\b.*
    .*\b(?:Ltd|Limited|News|Press|Desk|Services?|Support|Enquiries|Info|List|Staff|Unit|Friends|The)\b.*
    .*\b(?:Bank|Centre|Community|Foundation|Forum|Fund|Housing|Hospice|Partnership|Project|Volunteers)\b.*
    .*\b(?:me|recipients?|members|constituents?)\b.*
""")
_HEAD = 20  # pieces in which a mail says where it went, with the fields of another program over them


def leave_out(found: list[Piece]) -> list[str]:
    """Mark the lines over the text that say whom a mail went to, and give private people's whole names."""
    names: list[str] = []
    goes_on = False
    for i, piece in enumerate(found[:_HEAD]):
        line = _LINE.fullmatch(piece.text) or _shown(found, i)
        if piece.why in (ANSWERED, GREETED) or (not (line or piece.why) and sentence_ends(piece.text)):
            break
        if line is not None:
            whom = line["whom"]
        elif goes_on or (i and found[i - 1].why == ADDRESSED and _MAILED.search(piece.text)):
            whom = piece.text
        else:
            continue
        goes_on = line is not None and not whom
        piece.why = ADDRESSED
        names += names_in(whom)
    return names


def names_in(whom: str) -> list[str]:
    """The whole names of the private people a mail went to, of all that is said of where it went."""
    whom = _SURNAME_FIRST.sub(lambda listed: plain_name(listed.group()), whom.replace("\u200b", " "))
    return [
        name for part in re.split(r"[,;\n]", whom) if not _PUBLIC.fullmatch(part) for name in _of_one(part)
    ]


def called(sent_to: list[str], text: str) -> list[str]:
    """What names them in a text: whole names, and alone the given name that it speaks to and the surname
    behind a title, so that no word of "Saltby Food Bank" goes. What it sets "the" before is no person."""
    names: list[str] = []
    for whole in sent_to:
        if re.search(rf"\b[Tt]he {re.escape(whole)}\b", text):
            continue
        first, last = whole.split()[0], whole.split()[-1]
        if first != last:
            names += [whole, f"{first} {last}"]
        if re.search(rf"(?:,|^) ?{re.escape(first)}[,.?!]", text, re.MULTILINE):
            names.append(first)
        if re.search(rf"\b{TITLE} (?:[\w.’'-]+ )?{re.escape(last)}\b", text):
            names.append(last)
    return names


def _of_one(part: str) -> list[str]:
    name = plain_name(" ".join(_MAILED.split(part)[0].split()).strip("\"'‘’“” <>([])"))
    name = name.title() if name.islower() else name
    if not _PERSON.fullmatch(name):
        return []
    several = [untitled(one) for one in re.split(r" (?:and|&) ", name)]
    surname = several[-1].split()[-1]  # of "Bill" too in "Bill and Carol Jennings"
    whole = [one if " " in one or one == surname else f"{one} {surname}" for one in several]
    return [one for one in whole if names_of(one)]


def _shown(found: list[Piece], i: int) -> re.Match[str] | None:
    """The line "to Carol, me" as a mail program shows it under the sender and the time."""
    near = found[max(0, i - 2) : i]
    mailed = any(_MAILED.search(piece.text) or dates.is_stamp(piece.text) for piece in near)
    return _SHOWN.fullmatch(found[i].text) if mailed else None
