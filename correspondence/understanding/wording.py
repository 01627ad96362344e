"""Tables of wordings as patterns."""

import re


def either(table: str) -> str:
    """A pattern for any of the wordings in `table`, each a regular expression.

    A new line or three spaces begin another; a line set further in goes on where the last one stopped
    (and starts with "[ ]" where that is a space).
    """
    lines = [line for line in table.split("\n") if line.strip()]
    margin = len(lines[0]) - len(lines[0].lstrip())
    found: list[str] = []
    for line in lines:
        if len(line) - len(line.lstrip()) > margin:
            found[-1] += line.strip()
        else:
            found += line.strip().split("   ")
    return "(?:" + "|".join(found) + ")"


def wordings(table: str, before: str = "", after: str = "") -> re.Pattern[str]:
    """The table compiled, whatever the case, with what stands before and after each wording."""
    return re.compile(before + either(table) + after, re.IGNORECASE)
