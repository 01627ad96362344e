"""Whose a letter is: the office's own, somebody's with another post, another Member's."""

import re
from collections.abc import Iterable

from correspondence.harvest import behalf
from correspondence.harvest.heads import Head
from correspondence.harvest.layout import sentence_ends
from correspondence.harvest.letters import Letter
from correspondence.harvest.names import NAME
from correspondence.harvest.ours import is_member
from correspondence.harvest.sources import ANOTHERS_LETTER, THE_AUTHOR, WHOSE_LETTER
from correspondence.models import OFFICE

_NO_POST = re.compile(  # a Member chairs committees and groups of Members
    r"^(?:enc(?:l|s|losed|losures?)?|cc|copy to)\b|\b(?:All[- ]Party|APPG|Committee|Caucus)\b", re.IGNORECASE
)
_OTHER_POST = re.compile(
    r"(?<!Shadow )\b(?:Minister|Secretary of State|Under[- ]Secretary|Chief (?:Executive|Constable)|Director"
    r"|Manager|Chair(?:man|woman)?|Commissioner|Head of|Campaigns? Officer|Policy Officer)\b",
    re.IGNORECASE,
)
_A_MEMBER = re.compile(r"\b(?:MP|MSP|MLA)\b(?![’'])|(?:^|, )(?:The )?Member of Parliament\b")
_SIGNATURE = 12  # words of the longest line of one; longer ones are notices
_NAMED = re.compile(rf"(?P<name>{NAME})(?:,? MP\b|$)")
_SENT_BY = re.compile(r"From:\s*(?P<who>\S.*)", re.IGNORECASE)


def of_letter(letter: Letter, head: Head, member: str) -> tuple[str, str]:
    """Whose words a letter of ours is in, and what is to be asked of that. member: whose office it is."""
    author = head.author
    under = map(str.strip, letter.signed)
    signed = [line for line in under if not _NO_POST.search(line) and not behalf.is_staff(line)]
    lines = [line for line in signed if len(line.split()) <= _SIGNATURE]
    if is_member(author, member):
        return OFFICE, ""
    if _OTHER_POST.search("\n".join(line for line in signed if not sentence_ends(line))):
        return author or THE_AUTHOR, WHOSE_LETTER
    places = [lines, _senders(letter), _letterhead(letter, author)]
    if member and (_is_anothers(places, member) or (author and head.is_politician)):
        return author or THE_AUTHOR, ANOTHERS_LETTER
    return OFFICE, ""


def _is_anothers(places: Iterable[list[str]], member: str) -> bool:
    """Whether the first of these that names a Member names another."""
    for lines in places:
        names = [*lines, *(found["name"] for line in lines for found in _NAMED.finditer(line))]
        if any(is_member(name, member) for name in names):
            return False
        if any(map(_A_MEMBER.search, lines)):
            return True
    return False


def _senders(letter: Letter) -> list[str]:
    """Who sent it, by the head of a mail."""
    lines = filter(None, map(_SENT_BY.fullmatch, letter.head))
    return [re.sub(r"\s*<.*", "", line["who"]) for line in lines]


def _letterhead(letter: Letter, author: str) -> list[str]:
    """The Member over a letter, where that is its author and nobody it went to."""
    name = behalf.written_for(letter)
    return [f"{name} MP"] if name and is_member(author, name) else []
