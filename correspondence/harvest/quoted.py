"""The words of the office's own Member in a report: they are the office's, without the reporter's."""

import re
from collections.abc import Iterator

from correspondence import text as texts
from correspondence.harvest import ours
from correspondence.harvest.bylines import plain_name, untitled
from correspondence.harvest.layout import Piece, sentence_ends
from correspondence.harvest.marks import Quote, outside, quotes, uses_single_marks
from correspondence.harvest.names import NAME
from correspondence.harvest.reactions import SPEAKS
from correspondence.harvest.sources import narrator
from correspondence.models import OFFICE, Source

_NEAR_HER = (
    r"\b(?:spokes\w+|aide|office|team|staff|source|friend|ally|wife|husband|parents?|father|mother|son"
    r"|daughter|brother|sister|rival|opponent|critic|behalf|agent|assistant|researcher|caseworker"
    r"|predecessor|successor|widow(?:er)?)\b"
)
_SEAT = r"(?: (?:for|of) (?:(?:[A-Z][\w’'&-]*|and|the|of|on|upon|in|le),? ){1,7})?"
_SPEAKER = re.compile(
    rf"(?!An? |.*{_NEAR_HER})(?:(?:[\w’'&-]+ ){{0,7}}(?:MP|[Mm]inister|[Ss]ecretary|[Ww]hip)\b{_SEAT},? ?"
    r"|(?:[A-Z][a-z][\w-]* ){0,3}[A-Z][a-z][\w-]*[’']s "
    r"|(?:Labour|Tory|Conservative|Liberal Democrat|Lib Dem|Green|SNP|Reform)(?:[’']s)? )?"
    rf"(?P<name>{NAME})(?:,? MP\b[^,]*|, (?!and\b|{NAME} and\b)[^,]{{2,80}}|,? \([^()]+\))*"
)
_TIES = (  # a name to a seat in Parliament
    re.compile(rf"\b(?:MP|[Mm]inister|Secretary of State){_SEAT},? ?(?P<name>{NAME})"),
    re.compile(
        rf"(?P<name>{NAME})(?:,? MP\b|(?:,| \(|,? who is| is) (?:(?:the|an?|our|local|own|[a-z]+[’']s"
        r"|[A-Z][\w’'-]*|of|and|on) ){0,6}(?:MP\b|[Mm]inister\b|Member of Parliament\b))"
    ),
)
_MP = re.compile(r"\bMP\b")  # before a name, no part of it
_TAG = 12  # words of ", she told the meeting on Monday."
_ENDS = (".", "!", "?", "…")


def give(found: list[Piece], source: Source, member: str) -> None:
    """Make what the Member says in a report the office's own, and part it from what the reporter says there.

    Only where the report calls somebody of that full name an MP or a minister, or nobody else; where it tells
    of another of the surname, only words beside which the whole name stands. What cannot be parted keeps its
    speaker.
    """
    is_report = source.kind == "report" and bool(member)
    if not is_report or not _is_tied([piece.text for piece in found], member):
        return
    kept = [piece for piece in found if not piece.why]
    single = uses_single_marks([piece.text for piece in kept])
    alone = ours.is_alone([piece.text for piece in found], member)
    for piece in kept:
        marked = quotes(piece.text, single=single)
        around = " ".join(outside(piece.text, marked))
        if not is_speaker(piece.voice, member) or not (alone or _names(around, member)):
            continue
        piece.voice = OFFICE
        at = found.index(piece)
        if parted := _parted(piece.text, marked, narrator(source)):
            found[at : at + 1] = parted


def is_speaker(speaker: str, member: str) -> bool:
    """Whether a speaker is the Member by the whole name: "Ash MP Jo Field", "Jo Field, MP for Ash"."""
    said = _SPEAKER.fullmatch(speaker)
    return said is not None and ours.is_whole_name(said["name"], member)


def _is_tied(lines: list[str], member: str) -> bool:
    """Whether a report calls the Member an MP or a minister, or tells of an MP and calls nobody else one."""
    ties = [found for line in lines for form in _TIES for found in form.finditer(line)]
    if any(ours.is_whole_name(tie["name"], member) for tie in ties):
        return True
    others = [tie["name"] for tie in ties if "MP" in tie.group()]
    first = untitled(plain_name(member)).split()[0]
    return any(map(_MP.search, lines)) and all(untitled(name) == first for name in others)


def _names(text: str, member: str) -> bool:
    return any(ours.is_whole_name(name, member) for name in re.findall(NAME, _MP.sub(",", text)))


def _parted(text: str, marked: list[Quote], reporter: str) -> list[Piece]:
    """What the reporter tells before, who speaks, what the Member said, and what the reporter tells behind;
    [] where the reporter's words and the Member's make one sentence."""
    if not marked:
        return [Piece(text, voice=OFFICE)]
    first, *between, last = outside(text, marked)
    before, after = texts.sentences(first), texts.sentences(last.lstrip(" ,"))
    leads = [before.pop()] if before and not sentence_ends(before[-1]) else []
    tag = [after.pop(0)] if after else []
    said = list(_said(text, marked, [*between, last]))
    if len(said) < len(marked) or any(map(_is_more_than_tag, between)) or any(map(_is_more_than_tag, tag)):
        return []
    told = [
        Piece(" ".join(before), voice=reporter),
        *(Piece(part.strip(" ,"), why=SPEAKS) for part in leads + between + tag),
        Piece(" ".join(said), voice=OFFICE),
        Piece(" ".join(after), voice=reporter),
    ]
    return [piece for piece in told if piece.text.strip(" .,")]


def _said(text: str, marked: list[Quote], behind: list[str]) -> Iterator[str]:
    """The quotations that are whole sentences, with a full stop for the comma before "she said"."""
    for quote, after in zip(marked, behind, strict=True):
        words = text[quote.start : quote.end].strip()
        whole = words.endswith(_ENDS) or not quote.closed
        if not whole and (words[-1] == "," or after.startswith(",") or not after.strip(" .")):
            words, whole = words.rstrip(",") + ".", True
        if whole and not words[0].islower() and not after.rstrip().endswith(","):
            yield words


def _is_more_than_tag(words: str) -> bool:
    return len(words.split()) > _TAG or len(texts.sentences(words)) > 1
