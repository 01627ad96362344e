"""What stands over a letter: addresses, date, the fields of a web form, and the greeting."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from correspondence.understanding.lines import Line
from correspondence.understanding.names import read_name
from correspondence.understanding.places import find_postcode, is_address, is_contact, is_date, is_ours
from correspondence.understanding.wording import wordings

_GREETING = wordings(
    r"""
    (?:dear(?:est)?|hi(?:ya)?|hello|hey|hullo|good (?:morning|afternoon|evening|day)|greetings|
        morning|afternoon|evening|to (?:whom(?:soever)? it (?:may|might) concern|my mp|the (?:mp|
        member|office|honourable)\b)|fao|for the attention of|attn|alright|salaam|as-?sal\w+|namaste|
        sat sri akal|shalom|bore da|prynhawn da|annwyl|halo|ahoj|dzień dobry|madam|sirs?|sir or madam|
        honou?rable|right honou?rable|mr|mrs|ms|dr|ada)\b
    """,
    before=r"^(?:my )?",
)
_INLINE = re.compile(
    r"^(?:(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day))(?: there| all| again| team)?"
    r"(?: [A-Z][\w.'’-]*| MP| and| or| sir| madam| sir/madam| mp){0,6}\s*[,;:!–—-]\s+)(?=\S)",
    re.I,
)
_FIELD = wordings(
    r"""
    ^\W{0,3}(?P<label>(?:your |full |first |last |sur|fore|given |family |contact |home |e-?mail |
        postal |telephone |phone |mobile )?(?:name|title|address(?: line)?(?: ?\d)?|street|town|city|
        town/city|county|post ?code|e-?mail|phone|telephone|mobile|number|subject|message|enquiry|
        comments?|your (?:message|enquiry|query|letter)|date|
        constituency|how can (?:we|i) help(?: you)?\??))\s*\*?\s*(?:$|:\W{0,2}\s*(?P<value>.*)$)
    """,
)
_MESSAGE = frozenset(
    (
        "how can we help",
        "message",
        "your message",
        "enquiry",
        "your enquiry",
        "comment",
        "comments",
        "your query",
        "your letter",
    )
)
_ANNOUNCED = re.compile(
    r".{0,60}\b(?:new|web ?site|web|contact|enquiry) (?:message|form|submission|enquiry)\b", re.I
)
_RECIPIENT = wordings(
    r"""
    to   the rt hon   rt hon   private (?:and|&) confidential   by (?:post|e-?mail|hand)   strictly
    open letter
    """,
    before=r"^",
    after=r"\b",
)


@dataclass(frozen=True)
class Head:
    """Lines up to `end` (a place in the letter's lines) stand over it; the greeting may share a line with it.

    block: lines of the sender's own address. fields: what a web form was filled with, by label.
    cut: characters of line `end` that are greeting.
    """

    end: int = 0
    block: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    folds: tuple[tuple[int, int, str], ...] = ()
    cut: int = 0


def read_head(lines: Sequence[Line]) -> Head:
    """The head of a letter's own lines."""
    full = [place for place, line in enumerate(lines) if line.text][:40]
    if not full:
        return Head()
    fields, start = _form(lines, full)
    folds = [(0, start, "form fields")] if start else []
    full = [place for place in full if place >= start]
    greeting = next((at for at, place in enumerate(full[:30]) if is_greeting(lines[place].text)), None)
    over = full[: greeting if greeting is not None else _undear(lines, full)]
    block: tuple[str, ...] = ()
    end = start
    if over and all(_over_letter(lines[place].text) for place in over):
        block = _senders([lines[place] for place in over])
        end = over[-1] + 1
        folds.append((start, end, "address and date"))
    if greeting is not None and (not over or end > start):
        place = full[greeting]
        folds.append((place, place + 1, "greeting"))
        return Head(place + 1, block, fields, tuple(folds))
    first = next((place for place in full if place >= end), None)
    if first is not None and (cut := _cut(lines[first].text, form=bool(fields))):
        return Head(first, block, fields, tuple(folds), cut)
    return Head(end, block, fields, tuple(folds))


def _cut(text: str, *, form: bool) -> int:
    """How many characters of a letter's first line are the form's "Message:" and a greeting."""
    label = _FIELD.match(text) if form else None
    start = label.start("value") if label and label.group("value") else 0
    inline = _INLINE.match(text[start:])
    return start + (inline.end() if inline else 0)


def is_greeting(text: str) -> bool:
    """Whether a whole line is a greeting."""
    if len(text) > 90 or not _GREETING.match(text) or "?" in text:
        return False
    text = re.sub(r"^(?:fao|attn|to|for the attention of)\s*:\s*(?=\w)", "Dear ", text, flags=re.I)
    rest = text.rstrip(" ,.!:;-–—")
    if re.search(
        r"[.!;:]\s",
        rest.replace("Mr.", "Mr").replace("Ms.", "Ms").replace("Mrs.", "Mrs").replace("Dr.", "Dr"),
    ):
        return False
    if re.match(r"(?:mr|mrs|ms|dr|ada|morning|afternoon|evening)\b", text, re.I):
        return text[-1] == "," and len(rest.split()) <= 4
    words = rest.split()
    if re.match(r"(?:dear|fao|for the att|attn|to )", text, re.I):
        return len(words) <= 12 and not re.search(r"\b(?:I|am|writing|have|we)\b", rest)
    return len(words) <= 7 and not re.search(
        r"\b(?:i|i'm|i’m|my|we|our|am|is|are|was|did|have|just|could|can|please)\b", rest, re.I
    )


def _undear(lines: Sequence[Line], full: Sequence[int]) -> int:
    """How many lines stand over a letter that greets nobody: an address that ends in a postcode or a date."""
    last = 0
    for at, place in enumerate(full[:14]):
        text = lines[place].text
        if not _over_letter(text) or len(text.split()) > 9:
            break
        if is_date(text) or (find_postcode(text, any_case=True) and is_address(text)):
            last = at + 1
    return last


def _over_letter(text: str) -> bool:
    """Whether a line may stand over a letter: short, and no sentence."""
    return (
        len(text) <= 80
        and len(text.split()) <= 12
        and ((text[-1] not in "?!" and not re.search(r"[a-z]{3}\.$", text)) or is_date(text))
    )


def _senders(over: Sequence[Line]) -> tuple[str, ...]:
    """The lines of the writer's own address among those over a letter; the Member's are not."""
    blocks: list[list[str]] = [[]]
    for line in over:
        ends = is_date(line.text) or (_RECIPIENT.match(line.text) is not None)
        if ends:
            blocks.append([])
        if not is_date(line.text):
            blocks[-1].append(line.text)
        if find_postcode(line.text, any_case=True) or (
            is_ours(line.text) and re.search(r"SW1A", line.text, re.I)
        ):
            blocks.append([])
    kept: list[str] = []
    for block in blocks:
        if block and not any(is_ours(line) or _RECIPIENT.match(line) for line in block):
            kept += block
    return (
        tuple(kept) if any(is_address(line) or is_contact(line) or read_name(line) for line in kept) else ()
    )


def _form(lines: Sequence[Line], full: Sequence[int]) -> tuple[tuple[tuple[str, str], ...], int]:
    """What a web form was filled with, when the text starts with two or more of its fields."""
    found: list[tuple[str, str]] = []
    end = 0
    announced = bool(full) and len(full) > 1 and _ANNOUNCED.match(lines[full[0]].text) is not None
    for place in full[announced:]:
        field = _FIELD.match(lines[place].text)
        if field is None:
            if not found or found[-1][1] or len(lines[place].text) > 100 or found[-1][0] in _MESSAGE:
                if (
                    found
                    and re.match(r"(?:postal |home )?address", found[-1][0])
                    and is_address(lines[place].text)
                ):
                    found.append(("address", lines[place].text))
                    end = place + 1
                    continue
                break
            found[-1] = (found[-1][0], lines[place].text)
            end = place + 1
            continue
        label = " ".join(field.group("label").lower().rstrip("?").split())
        value = (field.group("value") or "").strip()
        if label in _MESSAGE and value:
            break
        found.append((label, value))
        end = place + 1
    named = [label for label, _ in found if re.search(r"name|address|e-?mail|post ?code", label)]
    return (tuple(found), end) if len(found) >= 2 and named else ((), 0)
