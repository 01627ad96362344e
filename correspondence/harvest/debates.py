"""A debate as Hansard prints it: a line with a Member's name, then what that Member said."""

import re
from collections import Counter

from correspondence.harvest.bylines import SEAT, plain_name
from correspondence.harvest.furniture import BYLINE
from correspondence.harvest.layout import Piece, sentence_ends
from correspondence.harvest.names import NAME
from correspondence.harvest.phrases import one_of

CALLED = "It says who speaks."
_SEAT = rf"(?=\([^()]{{3,61}}\)){SEAT}"
_PARTY = r"(?: \([A-Z][\w/ -]{1,30}\))*(?: \[[A-Z]\])?"
_MEMBER = re.compile(rf"(?P<name>{NAME}) {_SEAT}{_PARTY}")
_HOLDER = re.compile(
    r"(?:The [A-Z][^().:!?]{3,110}|(?:Madam |Mr )?(?:Deputy )?(?:Speaker|Chair\w*))"
    r" \((?P<name>[A-Z][^().:!?]{3,60})\)"
)
_SEAT_ALONE = re.compile(rf"{_SEAT}(?= \(){_PARTY}")  # with a party: a reader's town stands in brackets too
_IN_THE_CHAIR = re.compile(r"\(in the chair\)", re.IGNORECASE)
_AGAIN = re.compile(rf"(?P<name>{NAME}|(?:Madam |Mr )?(?:Deputy )?Speaker)")
_LABEL = re.compile(rf"(?P<name>{NAME})(?: MP)?: (?=[A-Z])")
_HONOURABLE = re.compile(r"\b[Hh]on(?:\.|ourable) (?:and learned )?(?:Lady|Gentleman|Member|Friend)\b")
_FROM_HANSARD = re.compile(r"\b(?:Hansard|in the (?:House|Chamber)|on the floor of the House)\b[^.!?]*:$")
_MISTER = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx)\.? ")
_MOST = 2 / 3  # of the words of a debate: a speech, into which others put a question
_SPEECH = 4  # paragraphs; an answer is shorter
_OF_THE_HOUSE = one_of(r"""
    \[(?:interruption|laughter|pause|applause|hon\.? members|official report)\b[^\]]{0,80}\]
    (?:\d{1,2} \w{3,9} \d{4}\s*:\s*)?(?:column|col\.?) \d+\w*(?:\s*continues)? | volume \d+\b.{0,100}
    .{0,60}\brose\s*[—–-]+ | several hon\.? members.{0,40} | question (?:again )?(?:put|proposed)\b.{0,120}
    (?:amendment|motion|clause)\b.{0,60}\b(?:agreed to|negatived|withdrawn|moved)\b.{0,60}
    division \d+.{0,80} | share this (?:contribution|debate) | download text\b.*
    \d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.?
    sitting (?:suspended|resumed)\b.{0,80} | (?:\d{1,2}[.:]){1,2}\d\d | rose\s*[—–-]+
    resolved[,:]? | (?:resolved, )?that this house\b.{0,300} | \[.{3,60} in the chair\]
    the house (?:divided|having divided|proceeded|adjourned)\b.{0,160}
""")


def attribute(found: list[Piece]) -> set[str]:
    """Give each piece the voice of the Member who was called before it. Who was called: none, if no debate.

    It is one where a Member is called with the name of a seat.
    """
    _join_seats(found)
    calls = _calls(found)
    if not any(_MEMBER.match(found[at].text) for at in calls):
        return set()
    for at in sorted(calls, reverse=True):
        _, end = calls[at]
        text = found[at].text
        found[at] = Piece(text[:end].rstrip(), why=CALLED, speaker=calls[at][0])
        if text[end:].strip():
            found.insert(at + 1, Piece(text[end:].strip()))
    speaker = ""
    for piece in found:
        if piece.why == CALLED:
            speaker = piece.speaker
        elif _OF_THE_HOUSE.fullmatch(piece.text):
            piece.why = "A note of the House."
        elif not piece.why and speaker:
            piece.voice = piece.speaker = speaker
    return {name for name, _ in calls.values()}


def called_in_passing(text: str, lead: str) -> str:
    """The Member whose words a text copies out of Hansard with the name before them, where they speak as only
    Members do or the line above, `lead`, says where they are from; or ""."""
    label = _LABEL.match(text)
    return (
        plain_name(label["name"])
        if label and (_HONOURABLE.search(text) or _FROM_HANSARD.search(lead))
        else ""
    )


def speech_of(found: list[Piece], called: set[str]) -> str:
    """Of those who were called, the Member whose speech it is, though others may put a question; or ""."""
    if len(called) == 1:
        return next(iter(called))
    words: Counter[str] = Counter()
    pieces: Counter[str] = Counter()
    for piece in found:
        if not piece.why:
            words[piece.speaker] += piece.words
            pieces[piece.speaker] += 1
    for speaker, most in words.most_common(1):
        if most >= _MOST * words.total() and pieces[speaker] >= _SPEECH:
            return speaker
    return ""


def _join_seats(found: list[Piece]) -> None:
    """Put a Member's seat and party behind the name, where they stand in a line below it."""
    for at in range(len(found) - 2, -1, -1):
        name, seat = found[at], found[at + 1]
        if not re.fullmatch(NAME, name.text):
            continue
        if _SEAT_ALONE.fullmatch(seat.text) or _IN_THE_CHAIR.fullmatch(seat.text):
            found[at] = Piece(f"{name.text} {seat.text}")
            del found[at + 1]


def _calls(found: list[Piece]) -> dict[int, tuple[str, int]]:
    """The pieces that name who speaks: whom, and where in the piece the words begin that follow."""
    calls: dict[int, tuple[str, int]] = {}
    known: dict[str, str] = {"Speaker": "The Speaker"}
    for at, piece in enumerate(found):
        if piece.why and piece.why != BYLINE:
            continue
        full = _HOLDER.match(piece.text) or _MEMBER.match(piece.text)
        match = full or _AGAIN.match(piece.text)
        if match is None:
            continue
        colon = piece.text.startswith(":", match.end())
        end = match.end() + colon
        said = piece.text[end:].strip()
        if said and not (colon and sentence_ends(said)):
            continue
        name = _MISTER.sub("", plain_name(match["name"]))
        surname = name.split()[-1]
        if full or (colon and not said and calls):
            known[surname] = name
        elif surname not in known:
            continue
        calls[at] = (known[surname], end)
    return calls
