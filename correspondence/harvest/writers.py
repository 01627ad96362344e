"""Who wrote a column, where no byline says it: a name alone under the title, or what an editor says."""

import re

from correspondence.harvest import dates
from correspondence.harvest.bylines import plain_name
from correspondence.harvest.heads import Head
from correspondence.harvest.layout import Piece
from correspondence.harvest.lines import BYLINE
from correspondence.harvest.names import NAME

_NAME_ALONE = re.compile(rf"(?P<name>{NAME})(?: MP)?")
_HANDLE = re.compile(r"(?:Twitter|X|Bluesky)?:? ?@\w+", re.IGNORECASE)
_WRITES = re.compile(
    rf"\b(?:writes|argues|says|explains|asks) (?:(?:[\w’'-]+ ){{0,5}}MP )?(?P<last>{NAME})(?: MP)?\W*$"
    r"|\b(?:MP|Member of Parliament|[Mm]inister|[Ss]ecretary|[Ll]eader)\b[^.]{0,60}?"
    rf",? (?P<first>{NAME})(?: MP)?,? (?:writes|on (?:why|how|what)|argues|explains|says|asks)\b"
    rf"|^(?P<start>{NAME})(?:,? MP)?(?:, [^,.]{{3,60}},)? (?:writes|on (?:why|how))\b"
)
_PLACE = re.compile(
    r"\b(?:News|Politics|Opinion|Comment|Column|Blog|Press|Release|Westminster|Latest|House|Office|Party|Council"
    r"|Photo|Gazette|Herald|Times|Post|Echo|Mail|Labour|Conservatives?|North|South|East|West|The|Our|My|New)\b"
)
_HEAD = 8  # pieces in which a page says who wrote it


def find(found: list[Piece], head: Head) -> None:
    """Take the author of a column from its standfirst, or from a name that stands alone between the title
    and a date or a handle."""
    for i, piece in enumerate(found[:_HEAD]):
        if head.author:
            return
        said = None if piece.why or piece.words > 45 else _WRITES.search(piece.text)
        name = next(filter(None, said.groups()), "") if said else ""
        if not name and _stands_alone(found, i):
            name = piece.text
            piece.why = BYLINE
        head.author = plain_name(name) if name else ""


def leave_out_contacts(found: list[Piece], author: str) -> None:
    """Mark the lines at the end that tell readers of a paper where the writer is reached."""
    first = re.escape(author.split()[0]) if author else ""
    to = re.compile(
        rf"(?:You can )?(?:[Cc]ontact|[Ee]-?mail|[Ff]ollow|[Ww]rite to|[Rr]ing|[Cc]all) {first}\b"
    )
    for piece in [piece for piece in found if not piece.why][-2:]:
        if first and piece.words <= 30 and to.match(piece.text):
            piece.why = "It tells of the writer."


def _stands_alone(found: list[Piece], i: int) -> bool:
    """Whether a line is a name under the title, and a date or a handle stands under it."""
    if not i or i + 1 >= len(found) or found[i - 1].why != "The title, kept with the source.":
        return False
    under = found[i + 1].text
    alone = _NAME_ALONE.fullmatch(found[i].text) is not None and _PLACE.search(found[i].text) is None
    return alone and found[i].words <= 4 and (dates.is_stamp(under) or _HANDLE.fullmatch(under) is not None)
