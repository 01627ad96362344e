"""Takes out of an old reply what belongs to the person it answered, before it becomes a Paragraph.

What is taken out is kept nowhere but in the original: a Version and a line left out note its kind only. A
Field stands in the gap where the sentence needs a word; a sentence on somebody's own matter goes whole.
Ministers, posts and the contacts of public bodies stay.
"""

import re
from collections.abc import Iterable
from itertools import groupby

from correspondence.harvest.names import TITLE
from correspondence.harvest.personal import contacts, numbers, people
from correspondence.harvest.personal.cases import goes_on, is_case
from correspondence.harvest.personal.taking import NO_NAME, Detail, Taking
from correspondence.text import sentence_spans

__all__ = ["Detail", "is_case", "names_in", "take_out", "take_out_new", "without"]


def names_in(salutation: str, head: Iterable[str] = ()) -> list[str]:
    """The names in what follows "Dear", and in the address lines above it that begin with a title."""
    lines = [salutation, *(line for line in head if re.match(rf"{TITLE} [A-Z]", line) and len(line) < 60)]
    words = [word.strip(",.") for line in lines for word in line.split()]
    return sorted(
        {word for word in words if len(word) > 1 and word[0].isupper() and word.lower() not in NO_NAME}
    )


def take_out(text: str, names: list[str]) -> tuple[str, tuple[Detail, ...]]:
    """What is left of a text of ours without sentences on somebody's own matter and without personal
    details, and what was taken out, to be shown to whoever imports. "" where nothing is left.

    names: what the greeting called them; names found beside them are added to it.
    """
    removed: list[Detail] = []
    kept, at = [], 0
    case = ""
    for start, end in sentence_spans(text):
        if is_case(text[start:end]) or (case and goes_on(case, text[start:end])):
            case = case or text[start:end]
            removed.append(Detail("case details", text[start:end]))
            removed += _taken(text[start:end], names).removed
            kept.append(text[at:start])
            at = end
        else:
            case = ""
    taking = _taken("".join([*kept, text[at:]]).strip(), names)
    left = re.sub(r" {2,}", " ", taking.text) if removed else taking.text
    return (left if re.search(r"\w", left) else ""), (*removed, *taking.removed)


def take_out_new(text: str, before: str, names: list[str]) -> tuple[str, tuple[Detail, ...]]:
    """As `take_out`, of the sentences alone that `before` does not have: what it has stood there already."""
    left, removed, at = "", list[Detail](), 0
    spans = sentence_spans(text)
    for is_old, run in groupby(spans, key=lambda span: text[span[0] : span[1]] in before):
        (start, end), *more = run
        end = more[-1][1] if more else end
        kept, found = (text[start:end], ()) if is_old else take_out(text[start:end], names)
        left += text[at:start] + kept
        removed += found
        at = end
    return (left + text[at:]).strip(), tuple(removed)


def without(text: str, names: list[str]) -> tuple[str, tuple[Detail, ...]]:
    """`text` without personal details, its sentences all kept, and what was taken out.

    Kinds: name, email, telephone, address, postcode, number, date of birth.
    """
    taking = _taken(text, names)
    return taking.text, tuple(taking.removed)


def _taken(text: str, names: list[str]) -> Taking:
    taking = Taking(text, names)
    people.take_relatives(taking)
    numbers.take(taking)
    contacts.take(taking)
    people.take_placed(taking)
    people.take_known(taking)
    if taking.removed:
        taking.text = re.sub(r" ?\(\(\([^()]+\)\)\)", "", taking.text)  # a Field alone in brackets
        taking.text = re.sub(r" +(?=[ ,.;:?!])", "", taking.text).strip()
    return taking
