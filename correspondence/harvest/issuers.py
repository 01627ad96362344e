"""Whose a page's own words are, where a body put it out: a press release, a council's or a force's page."""

import re

from correspondence.harvest.heads import Head
from correspondence.harvest.layout import Piece
from correspondence.harvest.lines import AFTER

_BODY = r"(?P<body>(?:The )?[A-Z][\w’'&-]+(?: (?:(?:of|for|and|the|&) ){0,2}[A-Z][\w’'&-]+){0,6})"
_ABOUT_BODY = re.compile(
    rf"(?:\d+[.)]\s*|[-•*]\s*)?(?:About {_BODY}:?|{_BODY.replace('body', 'told')}(?: \([A-Z]{{2,8}}\))?,?"
    r" (?:was|is|works?|represents?|has|exists?|supports?|provides?|helps?|campaigns?)\b.*)",
    re.DOTALL,
)
_PUBLIC = re.compile(  # "Saltby Borough Council", "Police Service of the North", "Ministry of Piers"
    r"(?!.*\b(?:News|Press|Reporting|Media|Times|Gazette|Herald|Post|Echo|Publish\w+)\b)"
    r"(?:The )?(?:[A-Z][\w’'&-]*,? (?:(?:of|for|and|the|&|on|in) )*){0,7}"
    r"(?:Constabulary|Police|Council|Authority|Agency|Commission|Commissioner|Ombudsman|Service"
    r"|NHS(?: Foundation)? Trust|Hospitals?|University|College|Board|Government|Ministry|Department|Office"
    r"|Inspectorate|Regulator)"
    r"(?: (?:of|for) (?:the )?[A-Z][\w’'-]*(?:,? (?:and |of |the )*[A-Z][\w’'-]*){0,5})?"
)
_COPYRIGHT = re.compile(
    r"(?=.*\b20\d\d\b)(?:©|\(c\)|copyright) ?(?:copyright )?(?:20\d\d(?: ?[-–] ?\d{2,4})?,? )?(?:by )?"
    r"(?P<who>[A-Z][^|·•©\d]{2,80}?)(?=,? ?20\d\d|\.|\s{2,}| ?[|·•]|$)",
    re.IGNORECASE,
)
_STORY = re.compile(
    r"\W*(?:(?:press|media|news) (?:release|statement)|news (?:article|story|item))\b.*", re.IGNORECASE
)
_NOTES = re.compile(r"\W*(?:ends?|notes? (?:to|for) (?:the )?editors?)\W*(?:$|\n)", re.IGNORECASE)
_RELEASE = re.compile(r"\W*(?:press|media|news) release\b.*", re.IGNORECASE)
_A_BODY = re.compile(r"(?!(?:press|media|news) )[^.!?:|>]{4,80}", re.IGNORECASE)
_HEAD_OF = (
    r"(?:secretary|executive|director|president|chair(?:man|woman)?|leader|officer|organiser|spokes\w+)"
)
_LONGEST_NAME = 8  # words of a body's
_OVER = 3  # lines at the top of a page, of which one may say whose it is
_HEAD = 8  # pieces in which a page says whose it is


def find(found: list[Piece], head: Head) -> None:
    """Take whose a press release is from the name over it, if the text tells what that body does, or else
    from its notes, "Saltby Aid is a charity …", if the text names it too."""
    over = [piece.text for piece in found[:_HEAD] if piece.why]
    head.publisher = head.publisher or _public_body(found, over)
    if head.publisher or not any(map(_RELEASE.fullmatch, over)):
        return
    text = " ".join(piece.text for piece in [piece for piece in found if not piece.why][:_HEAD])
    head.publisher = next(filter(None, (_acts(line, text) for line in over[:_OVER])), "")
    for piece in [] if head.publisher else found:
        told = _ABOUT_BODY.fullmatch(piece.text) if piece.why.startswith(AFTER) else None
        body = (told["body"] or told["told"]).removeprefix("The ") if told else ""
        if body and text.count(body) > (" " not in body):
            head.publisher = body
            return


def _public_body(found: list[Piece], over: list[str]) -> str:
    """The council, force, trust or the like that put up a page: the right to copy it is theirs, or their name
    stands over what is called a release or ends as one does. "" where it may be anybody's."""
    for line in reversed([piece.text for piece in found if piece.why]):
        held = _COPYRIGHT.match(line)
        if held and public(held["who"]):
            return public(held["who"])
    released = any(map(_STORY.fullmatch, over)) or any(_NOTES.match(piece.text) for piece in found)
    return next(filter(None, map(public, over[:_OVER])), "") if released else ""


def public(line: str) -> str:
    """The name of a public body that a line is, in ordinary capitals; or ""."""
    words = line.strip(" .").split()
    if line.isupper():
        words = [word if len(word) < 4 else word.title() for word in words]
    name = re.sub(r" (?:OF|AND|THE|FOR)\b", lambda small: small.group().lower(), " ".join(words))
    return name if _PUBLIC.fullmatch(name) else ""


def _acts(name: str, text: str) -> str:
    """The body of this name as a text writes it that tells what it does ("The union has …") or who heads it,
    or ""."""
    words = name.split()
    if not 1 < len(words) <= _LONGEST_NAME or not _A_BODY.fullmatch(name):
        return ""
    plain, called = text.replace("’", "'"), re.escape(name.replace("’", "'"))
    named = re.search(rf"\b{called}(?!\w)", plain, re.IGNORECASE)
    body = text[named.start() : named.end()] if named else ""
    does = rf"(?:{called}|the {re.escape(words[-1])}) (?:ha[sd]|have|is|was|will|[a-z]+(?:s|ed))\b"
    acts = body[:1].isupper() and re.search(
        rf"(?:^|[.!?] )(?:the )?{does}|\b{_HEAD_OF} (?:of|at|for) (?:the )?{called}\b", plain, re.IGNORECASE
    )
    return body if acts else ""
