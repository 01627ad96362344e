"""Whom a text speaks for besides its writer: the Member whose staff writes, the body whose page it is."""

import re

from correspondence.harvest import stances
from correspondence.harvest.bylines import untitled
from correspondence.harvest.layout import Piece
from correspondence.harvest.letters import Letter
from correspondence.harvest.names import NAME
from correspondence.harvest.sources import narrator
from correspondence.models import Source

_ON_BEHALF = re.compile(rf"(?P<name>{NAME}|[A-Z][a-z]+)(?: MP)? has asked me to\b")
_FOR_ANOTHER = re.compile(
    r"\b(?:[Ss]?[Hh]e|who) (?:has |have )?(?:[^.]{2,40} and )?(?:has )?asked me to\b"
    r"|\bon (?:his|her|their) behalf\b"
)
_WHOSE_VIEW = re.compile(r"\b(?:his|her|their)(?= (?:own )?(?:view|opinion|judge?ment|position)\b)")
_STAFF = re.compile(
    r".{0,40}\b(?i:caseworker|assistant|secretary|researcher|office manager|chief of staff|staff|office)\b"
    rf"[^.!?]{{0,30}}?\b(?:to|for|of) (?:the )?(?i:office of )?(?P<name>{NAME}),? MP\b.*"
)
_OWN_HEAD = re.compile(
    rf"(?:(?:From )?(?:[Tt]he )?[Oo]ffice of )?(?P<name>{NAME}|[A-Z]{{2,}}(?: [A-Z’'-]{{2,}})+),?"
    r" (?:MP|MSP|MS|AS/MS|AS|MLA)(?:\b.{0,60})?"
)
_A_POST = re.compile(
    r"(?:.* )?(?:minister|secretary(?: of state)?|chancellor|mayor|leader|chief executive|commissioner)",
    re.IGNORECASE,
)
_OF_A_POST = re.compile(
    r"\b(?:Secretary of State|Minister|Chancellor|Home Office|Department|Ministry|Treasury|Downing Street"
    r"|Mayor|Leader|Chief Executive|Council)\b"
)
_UNDER_A_NAME = 3  # lines of an address in which a post stands
_BODY = r"(?:[Tt]he )?(?P<body>[A-Z][\w’'&-]+(?: (?:(?:of|for|and|the|&) ){0,2}[A-Z][\w’'&-]+){0,5})"
_IMPRINT = re.compile(rf"(?i:promoted) by .{{2,100}}? on behalf of {_BODY}")
_SITE = re.compile(_BODY)
_A_PARTY = re.compile(
    r"\b(?:Party|Labour|Conservatives?|Tories|Liberals?|Democrats?|Greens?|Plaid|SNP|Nationalists?|Unionists?"
    r"|Reform|Independents?|Alliance)\b"
)


def written_for(letter: Letter) -> str:
    """The name of the Member whose staff signed, or whose letterhead it is; "" where nothing says so."""
    signed = (_STAFF.fullmatch(line.strip()) for line in letter.signed)
    lines = (line for at, line in enumerate(letter.head) if not _is_addressed(letter, at))
    head = (_OWN_HEAD.fullmatch(line.strip()) for line in lines)
    return next((name["name"] for name in (*signed, *head) if name), "")


def _is_addressed(letter: Letter, at: int) -> bool:
    """Whether a line over a letter names whoever is greeted: "Jo Field MP" over "Dear Jo", and, with her post
    below it, over "Dear Minister"."""
    greeted = set(untitled(letter.to).casefold().split())
    block = letter.head[at : at + 1 + _UNDER_A_NAME]
    by_post = _A_POST.fullmatch(letter.to) and any(map(_OF_A_POST.search, block))
    return bool(by_post or greeted & set(re.findall(r"[\w’'-]+", block[0].casefold())))


def by_staff(letter: Letter) -> bool:
    """Whether one of a Member's staff signed."""
    return any(is_staff(line.strip()) for line in letter.signed)


def is_staff(line: str) -> bool:
    """Whether a line says that somebody works for a Member: "Office Manager to Jo Field MP"."""
    return _STAFF.fullmatch(line) is not None


def mark_on_behalf(found: list[Piece], author: str) -> None:
    """Give what is said of whom a letter is written for ("Jo has asked…") the kind it has as an "I"."""
    kept = [piece for piece in found if not piece.why]
    opening = kept[0].text[:400] if kept else ""
    asked = _ON_BEHALF.search(opening)
    name = asked["name"] if asked else author if _FOR_ANOTHER.search(opening) else ""
    if not name:
        return
    full, first = re.escape(name), re.escape(untitled(name).split()[0])
    last = re.escape((author or name).split()[-1])
    who = rf"(?:{full}(?: MP)?|{first}|(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame) (?:[A-Z][a-z]+ )?{last}|[Ss]?[Hh]e)"
    about = re.compile(rf"\b{who} (?:(?P<has>has)|(?P<is>is)|(?P<does>(?!was\b)[a-z]+[^s\W])s|(?=[a-z]))\b")
    for piece in kept[1:]:
        if piece.kind == "policy":
            own = _WHOSE_VIEW.sub("my", about.sub(_as_own, piece.text))
            piece.kind = stances.of_paragraph(own)


def _as_own(found: re.Match[str]) -> str:
    """ "I have" for "Jo has", "I believe" for "he believes"."""
    does = "do" if found["does"] == "doe" else found["does"]
    return "I " + ("have" if found["has"] else "am" if found["is"] else does or "")


def mark_of_body(found: list[Piece], source: Source) -> None:
    """Give what is said of the body whose page it is ("Gull Aid believes…") the kind it has as "my party"."""
    bodies = _bodies(found) if source.kind != "report" else {}
    for body, as_own in bodies.items():
        named = re.compile(
            rf"(?:^|(?<=[.!?] ))((?:But|And|So|That is why|This is why),? )?(?:[Tt]he )?{body} "
        )
        for piece in found:
            own = not piece.why and piece.kind == "policy" and piece.voice == narrator(source)
            if own and named.search(piece.text):
                piece.kind = stances.of_paragraph(named.sub(rf"\1{as_own} ", piece.text))


def _bodies(found: list[Piece]) -> dict[str, str]:
    """The bodies of a page's imprint and of its very first line, and what each is to its writer."""
    imprints = filter(None, (_IMPRINT.search(piece.text) for piece in found if piece.why))
    bodies = {re.escape(imprint["body"]): "My party" for imprint in imprints}
    site = _SITE.fullmatch(found[0].text) if found and found[0].why else None
    if site and " " in site["body"]:
        bodies[re.escape(site["body"])] = "My party" if _A_PARTY.search(site["body"]) else "My organisation"
    return bodies
