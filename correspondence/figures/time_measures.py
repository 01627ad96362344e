"""What happens at a date, or lasts as long as a period."""

import re

from correspondence.figures.found import Found
from correspondence.figures.phrases import last_clause, run
from correspondence.figures.subjects import bare


def of_time(text: str, sentence: tuple[int, int], found: Found) -> str:
    """What happens then: the words before it in its clause, or after it where it opens the clause."""
    before = last_clause(text, sentence[0], found.start)
    words = re.sub(
        r"\s?\b(?:in|on|by|since|until|from|of|for|over|during|the|within|at|to|and|just|between|as)$",
        "",
        before,
    )
    words = re.sub(r"\s?\b(?:in|on|by|since|until|from|of|for|over|during|the|within|at|as)$", "", words)
    if len(words.split()) >= 3:
        return bare(" ".join(words.split()[-12:]))
    rest = re.match(r"(?:[’']s)?[\s,]+", text[found.end : sentence[1]])
    return run(text, found.end + (rest.end() if rest else 0), sentence[1], 12)
