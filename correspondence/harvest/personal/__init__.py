"""Takes out of an old reply what belongs to the person it answered, before it becomes a Paragraph.

What is taken out is kept nowhere: a Version notes its kind only. A Field stands in the gap where the
sentence needs a word. Ministers, posts and the contacts of public bodies stay.
"""

import re
from collections.abc import Iterable

from correspondence.harvest.names import TITLE
from correspondence.harvest.personal import contacts, numbers, people
from correspondence.harvest.personal.taking import NO_NAME, Taking


def names_in(salutation: str, head: Iterable[str] = ()) -> list[str]:
    """The names in what follows "Dear", and in the address lines above it that begin with a title."""
    lines = [salutation, *(line for line in head if re.match(rf"{TITLE} [A-Z]", line) and len(line) < 60)]
    words = [word.strip(",.") for line in lines for word in line.split()]
    return sorted(
        {word for word in words if len(word) > 1 and word[0].isupper() and word.lower() not in NO_NAME}
    )


def without(text: str, names: list[str]) -> tuple[str, tuple[str, ...]]:
    """`text` without the personal details of whoever was answered, and the kinds of what was taken out.

    names: what the greeting called them; names found beside them are added to it. Kinds: name, e-mail,
    telephone, address, reference, registration, date of birth.
    """
    taking = Taking(text, names)
    people.take_relatives(taking)
    numbers.take(taking)
    contacts.take(taking)
    people.take_placed(taking)
    people.take_known(taking)
    if taking.removed:
        taking.text = re.sub(r" ?\(\(\([^()]+\)\)\)", "", taking.text)  # a Field alone in brackets
        taking.text = re.sub(r" +(?=[ ,.;:?!])", "", taking.text).strip()
    return taking.text, tuple(taking.removed)
