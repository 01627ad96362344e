"""Capital letters in names: those typed all in capitals, or all small, made proper."""

import re

from correspondence.understanding.words import PARTICLES, SHORT_NAMES

_INITIALS = re.compile(r"(?:[A-Za-z]\.?){1,3}")
_LITTLE = frozenset(("of", "the", "and", "for"))  # in the name of an organisation


def is_initials(token: str) -> bool:
    """Whether a word of a name is initials: "J.", "JR", "A"; "Jo" and "Al" are names."""
    written_so = token.isupper() or len(token.strip(".")) == 1
    return _INITIALS.fullmatch(token) is not None and written_so and token.lower() not in SHORT_NAMES


def proper_names(text: str, *, organisation: bool = False) -> str:
    """A name with its capitals put right; what is written in both kinds of letter mostly stays."""
    one_case = text in (text.upper(), text.lower())
    little = PARTICLES | _LITTLE if organisation else PARTICLES
    cased: list[str] = []
    for token in text.split():
        low = token.lower()
        if one_case and low in little and cased:
            cased.append(low)
        elif one_case or (token.islower() and low not in PARTICLES) or (not organisation and _shouted(token)):
            cased.append(_proper(token))
        else:
            cased.append(token)
    return " ".join(cased)


def _shouted(token: str) -> bool:
    """A surname in capitals beside other names ("Jane DOE", "McDONALD"), and no initials."""
    if re.fullmatch(r"Mc[A-Z]{3,}", token):
        return True
    return re.fullmatch(r"(?=.*[AEIOUY])[^\W\d_a-z][^\W\d_a-z'’-]{2,}", token) is not None and token.isupper()


def _proper(token: str) -> str:
    low = token.lower()
    plain = low.replace(".", "")
    if _INITIALS.fullmatch(token) and low not in SHORT_NAMES and (len(plain) == 1 or "." in low[:-1]):
        return token.upper()
    if token.isupper() and len(token) == 2 and low not in SHORT_NAMES:
        return token
    word = "".join(part.capitalize() for part in re.split(r"([-'’])", low))
    word = re.sub(r"(['’])S$", r"\1s", word)
    return re.sub(r"^Mc([a-z])(?=[a-z]{2})", lambda match: "Mc" + match.group(1).upper(), word)
