"""Mail inside mail: quoted replies, and letters that somebody handed on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from correspondence.understanding.lines import Fold, Line, fold_lines
from correspondence.understanding.places import EMAIL
from correspondence.understanding.wording import either, wordings

_LABEL = wordings(
    r"""
    ^[>\s*_]*(from|sent|date|to|cc|bcc|subject|reply[- ]to|importance|attachments?|received|
        organi[sz]ation)\s*[*_]{0,2}\s*:[*_]*\s*(.*)$
    """,
)
_FORWARDED = wordings(
    r"""
    begin forwarded message   forwarded message   forwarded (?:by|email|mail)\b[^.]*   forwarding
    """,
    before=r"^[>\s*]*(?:-{2,}\s*)?",
    after=r"\s*:?\s*-*$",
)
_ORIGINAL = re.compile(r"^[>\s]*-{2,}\s*original (?:message|email|appointment)\s*-{2,}$|^[>\s]*_{8,}$", re.I)
_WROTE = wordings(
    r"""
    On\s.{6,200}\bwrote\s*:   .{0,100}<[^<>@\s]+@[^<>\s]+>\s*wrote\s*:   Le\s.{6,160}\ba écrit\s*:
    Am\s.{6,160}\bschrieb.{0,80}:   \d{4}-\d\d-\d\d.{0,100}<[^<>\s]+@[^<>\s]+>\s*:
    .{2,80}\bwrote on .{4,60}:
    """,
    before=r"^[>\s]*",
    after=r"\s*$",
)
_WROTE_START = re.compile(r"^[>\s]*On\s.*\d", re.I)
_HANDING_ON = wordings(
    r"""
    \bf\.?y\.?i\b   see (the )?(below|attached|email|e-mail|letter|message)   forward
    pass(ed|ing)? (this|it|on)   casework   received (the|this) (following|below|e-?mail|letter)
    (email|e-mail|letter|message|note|correspondence) below
    from (a|one of (my|our)|my|our) (resident|constituent|neighbour|residents|constituents)   over to you
    (pick|take) (this|it) up   one for (you|the)   deal with   on (his|her|their) behalf
    asked me to (send|forward|pass)   sending (this )?on   for your (attention|information|action)
    can (you|someone|we) (help|reply|respond|look)   log (this|it)   below (is|from)
    please (respond|reply|action)
    """,
)
_BULK = re.compile(
    either(r"""
    unsubscribe   view (this|it)? ?(email )?(in|on) (your|a|the)? ?(web )?browser
    manage (your )?(email )?preferences
    ^dear (friend|supporter|member|subscriber|customer|reader|colleague)s?\b   no-?reply@   newsletter@
    """),
    re.I | re.M,
)
_SIGNATURE = 12  # lines over a quoted mail in which the writer's name is looked for
_OFFICIAL = re.compile(r"@(?:[\w-]+\.)*(?:parliament\.uk|gov\.uk|gov\.scot|gov\.wales)$", re.I)


@dataclass(frozen=True)
class Header:
    """Who an inner mail says it is from."""

    name: str = ""
    email: str = ""
    subject: str = ""


@dataclass(frozen=True)
class Block:
    """The place where an inner mail starts: lines first up to inner are its header."""

    first: int
    inner: int
    header: Header
    forwarded: bool


def blocks(lines: Sequence[Line], begin: int = 0) -> Block | None:
    """The first inner mail with a header of its own from line `begin` on, or None."""
    return next((found for number in range(begin, len(lines)) if (found := _inner(lines, number))), None)


def _block(lines: Sequence[Line], number: int) -> Block | None:
    """The block whose marker or first header line is `number`. Without a marker three lines are a header, in
    any order, if one says whom it is from and they are a mail's: a journey too has a day, a from and a to."""
    forwarded = _FORWARDED.match(lines[number].text) is not None
    ruled = re.match(r"^[>\s]*_{8,}$", lines[number].text) is not None
    marker = _LABEL.match(lines[number].text) is None
    values, inner = header_fields(lines, number + marker)
    if marker and not ruled:
        begins = len(values) != 1
    else:
        begins = len(values) > 2 and "from" in values
        above = lines[max(0, number - _SIGNATURE) : number]
        begins = begins and (is_of_mail(values) or _names_writer(values, above))
    return Block(number, inner, header(values), forwarded) if begins else None


def is_of_mail(values: dict[str, str]) -> bool:
    """Whether what header lines say is a mail's for certain: a subject or an address is among it."""
    return "subject" in values or any(EMAIL.search(value) for value in values.values())


def _names_writer(values: dict[str, str], above: Sequence[Line]) -> bool:
    """Whether a mail is from or to a name that stands alone on a line `above` it, as under a letter."""
    parties = f" {_words(values['from'])} / {_words(values.get('to', ''))} "
    return any((said := _words(line.text)) and f" {said} " in parties for line in above)


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def header_fields(lines: Sequence[Line], at: int) -> tuple[dict[str, str], int]:
    """What the lines of a mail's header from `at` on say, by their labels, and the line after them."""
    values: dict[str, str] = {}
    gap = 0
    last = at
    while at < len(lines) and gap < 2 and len(values) < 9:
        label = _LABEL.match(lines[at].text)
        name = label.group(1).lower().replace(" ", "-") if label else ""
        if label and name not in values:
            values[name] = label.group(2).strip(" *_")
            gap, last = 0, at + 1
        elif lines[at].blank or re.fullmatch(r"[>\s]*", lines[at].text):
            gap += 1
        elif values and not label and gap == 0 and last == at and _continues(lines[at].text):
            last = at + 1
        else:
            break
        at += 1
    return values, last


def _continues(text: str) -> bool:
    """A header line that ran over: more addresses."""
    return "@" in text and len(text) < 200


def header(values: dict[str, str]) -> Header:
    """The sender and the subject in what the lines of a header say."""
    sender = values.get("from", "")
    address = EMAIL.search(sender)
    name = re.sub(r"[<\[(]\s*(?:mailto:)?[^<>\[\]()]*@[^<>\[\]()]*[>\])]", "", sender)
    name = EMAIL.sub("", name).strip(" \"'<>[]()*,;")
    return Header(name, address.group().lower() if address else "", values.get("subject", ""))


def handed_on(note: str, block: Block, inner: str, title: str, sender: str) -> bool:
    """Whether `note` only hands the inner mail on, so that its writer is the constituent.

    Somebody's newsletter, or our own earlier reply, is no letter to us whatever stands above it.
    """
    passed_on = re.search(r"^[>\s]*-{2,} ?forwarded message", inner, re.I | re.M) is not None
    if _BULK.search(inner) or (_OFFICIAL.search(block.header.email) and not passed_on):
        return False
    size = len(note.split())
    if size == 0:
        return True
    meant = block.forwarded or _OFFICIAL.search(sender) or re.match(r"\s*(fwd?|tr|wg)\s*:", title, re.I)
    own_again = bool(sender) and block.header.email == sender.lower()
    hands_on = _HANDING_ON.search(note) is not None
    if meant:
        return size <= 6 or (hands_on and size <= 90) or (own_again and size <= 30)
    return hands_on and size <= 60


def quoted_folds(lines: Sequence[Line], begin: int) -> list[Fold]:
    """Folds for the mail quoted after line `begin`: all of it, or where ">" marks it, those lines only."""
    folds: list[Fold] = []
    number = begin
    own = False
    while number < len(lines):
        line = lines[number]
        after = _wrote(lines, number)
        if after:
            folds.append(fold_lines(lines, number, after, "quoted mail"))
            if own and not _marked(lines, after):
                folds.append(fold_lines(lines, number, len(lines), "quoted mail"))
                return folds
            number = after
            continue
        if line.text.startswith(">"):
            folds.append(fold_lines(lines, number, number + 1, "quoted mail"))
        elif (block := _inner(lines, number)) and (own or block.inner < len(lines)):
            folds.append(
                fold_lines(lines, number, len(lines), "forwarded mail" if block.forwarded else "quoted mail")
            )
            return folds
        own = own or not line.blank
        number += 1
    return folds


def _inner(lines: Sequence[Line], number: int) -> Block | None:
    """The inner mail whose marker or first header line is `number`, or None."""
    text = lines[number].text
    begins = bool(text) and (_FORWARDED.match(text) or _ORIGINAL.match(text) or _LABEL.match(text))
    return _block(lines, number) if begins else None


def _wrote(lines: Sequence[Line], number: int) -> int:
    """The line after an "On ... wrote:" that starts at `number` and may run over three; 0 if none does."""
    text = lines[number].text
    if not text:
        return 0
    if text.endswith(":") and _WROTE.match(text):
        return number + 1
    if _WROTE_START.match(text) and len(text) < 160:
        for more in (1, 2):
            text = " ".join(line.text.lstrip("> ") for line in lines[number : number + more + 1])
            if number + more < len(lines) and text.endswith(":") and _WROTE.match(text):
                return number + more + 1
    return 0


def _marked(lines: Sequence[Line], number: int) -> bool:
    """Whether the quote that starts here is marked with ">"."""
    following = next((line for line in lines[number : number + 5] if not line.blank), None)
    return following is None or following.text.startswith(">")


def unmarked(text: str) -> str:
    """A forwarded mail whose every line is marked with ">" (Apple Mail), without the marks."""
    found = re.search(r"^begin forwarded message:?[ \t]*$", text, re.I | re.M)
    if not found:
        return text
    inner = text[found.end() :].split("\n")
    if any(line.strip() and not line.startswith(">") for line in inner):
        return text
    return text[: found.end()] + "\n".join(re.sub(r"^> ?", "", line) for line in inner)
