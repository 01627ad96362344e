"""How a letter greets and how it ends: by name and sincerely, without a name and faithfully."""

import re

from correspondence.models import Constituent
from correspondence.text import one_line

_NAMELESS = re.compile(
    r"dear\s+(?:(?:sirs?|madam|or|and|constituents?|residents?|householder|occupier|neighbour)\b[\s/,]*)+",
    re.IGNORECASE,
)


def salutation(constituent: Constituent | None) -> str:
    """ "Dear Mrs Kaur,", or "Dear Constituent," where no name was given."""
    called = one_line(constituent.salutation) if constituent else ""
    return f"Dear {called or 'Constituent'},"


def sign_off(greeting: str) -> str:
    """The ending that goes with a greeting, by the British rule: sincerely to a name, else faithfully."""
    return "Yours faithfully," if _NAMELESS.fullmatch(greeting.strip()) else "Yours sincerely,"
