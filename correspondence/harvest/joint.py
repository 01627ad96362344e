"""Several persons who speak together, each named with a post or a place."""

import re

from correspondence.harvest.names import NAME

_ASIDE = rf"(?: \([^()]{{2,60}}\)|, (?!and\b|{NAME}(?: MP)?(?:,| and| \(|$))[^,:;()]{{3,80}})"
_POSTED = (  # "Labour MP", "Green council leader"
    r"\b(?:[A-Z][\w’'-]+ ){0,2}?(?:[a-z-]+ ){0,2}?"
    rf"(?:MP|MSP|MS|[a-z]+(?:er|or|ary|ent|ive|man|woman|person)) (?={NAME})"
)
_ONE = rf"\b(?!MPs\b)(?:{_POSTED})?{NAME}(?: MP)?{_ASIDE}?"
_TOGETHER = re.compile(rf"(?P<all>{_ONE}(?:, {_ONE}){{0,3}},? and {_ONE})$")
_WRITERS = re.compile(
    r"(?:(?:[Bb]y|BY|[Ff]rom|[Ww]ords|WORDS)[: ]\s*)?(?:MPs )?"
    rf"(?P<all>{_ONE}(?:, {_ONE}){{0,3}}(?:,? and|,? &) {_ONE})\W*"
)
_IS_WHAT = re.compile(
    rf"(?:^|[.;] | and )(?P<name>{NAME})(?:,? MP)? is "
    r"(?:also |currently |now )?(?:an?\b|the\b|[\w’' -]+? (?:of|for)\b)"
)
_MP = re.compile(r",? MP\b")
_ASIDES = re.compile(f"{_ASIDE}|{_POSTED}")
_OPENS = re.compile(
    r"(?:|.*,)\s*(?:(?:signed|sent|written) by (?:the )?)?"
    r"(?:(?:the |its |their |our )?(?:[\w-]+ ){0,3}(?:MPs|[a-z]+s) )?"
)
_FURTHEST = 400  # characters before their verb
_A_BODY = r"[Tt]he (?:[A-Z][\w’'&-]+(?: (?:(?:of|for|and|in) (?:the )?)?(?=[A-Z]))?){2,8}"
_BODIES = re.compile(rf"(?P<all>{_A_BODY} and {_A_BODY}) (?:both |jointly )?(?:have|said|say|[a-z]+ed)\b")
_BODY = (
    r"(?:[Tt]he )?(?:charity |union |campaign )?[A-Z][\w’'&-]+"
    r"(?: (?:(?:of|for|and|in|the|on) )*[A-Z][\w’'&-]+)*[’']?(?: \([A-Z][\w ]+\))?"
)
_ARE_BODIES = re.compile(rf"{_BODY}(?:, {_BODY})+,? and {_BODY}")
_IN_A_LETTER = re.compile(  # "In a joint statement Ms Field and Ms Rowan"
    r"[Ii]n an? (?:[a-z]+ ){0,2}(?:statement|letter|declaration|message|note|article|post|interview) "
    r"(?:(?=(?:the |his |her |its |their )?[A-Z]|(?:the|both) (?:two )?[a-z]+s$)|both (?=[A-Z]))"
)
_ANOTHER_DOES = re.compile(  # "Ms Field shook hands and Ms Rowan"
    rf"(?:{_POSTED})?{NAME} (?!(?:of|for|from|at|in|on|with|and|to)\b)[a-z]+[^,]* and "
    rf"(?P<who>(?:{_POSTED})?{NAME})$"
)


def named_in(clause: str) -> str:
    """Who says something, in a clause that tells before in what, or what another does."""
    clause = _IN_A_LETTER.sub("", clause)
    another = _ANOTHER_DOES.match(clause)
    return another["who"] if another else clause


def each(speaker: str) -> list[str]:
    """The persons of "Jo Field and Pat Rowan"; another speaker as it is."""
    several = re.split(r", | and ", speaker) if " and " in speaker else []
    return several if several and all(re.fullmatch(NAME, name) for name in several) else [speaker]


def bodies(sentence: str) -> str:
    """ "The Pier Trust and the Boat Guild" of a sentence that begins so; else ""."""
    together = _BODIES.match(sentence)
    return together["all"] if together else ""


def are_bodies(words: str) -> bool:
    """Whether words name three bodies or more and nothing else: "the Pier Trust, Boats UK and the Guild"."""
    return _ARE_BODIES.fullmatch(words) is not None


def speakers(clause: str) -> str:
    """ "A and B" of "In a joint statement, A, head of X, and B, head of Y," with which a clause ends before
    its verb; "" where nobody is named with a post, as then they may be two clauses' and not one's."""
    last = clause[-_FURTHEST:].strip(" ,")
    together = _TOGETHER.search(last)
    if together is None or not _OPENS.fullmatch(last[: together.start()]):
        return ""
    names = _ASIDES.sub("", together["all"])
    return names.replace(", and ", " and ") if names != together["all"] else ""


def writers(line: str) -> str:
    """ "A and B" of a line that says only that several wrote it, "By A MP and B, leader of Y", or only what
    each of them is, "A is MP for X. B is the leader of Y."; else ""."""
    names = [found["name"] for found in _IS_WHAT.finditer(line)]
    if len(names) > 1:
        return " and ".join(dict.fromkeys(names))
    together = _WRITERS.fullmatch(line)
    names = re.split(r",? (?:and|&) |, ", _MP.sub("", _ASIDES.sub("", together["all"]))) if together else []
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
