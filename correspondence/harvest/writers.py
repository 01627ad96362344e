"""Who wrote a column, where no byline says it: a name alone or before the title, or what an editor says."""

import re
from itertools import pairwise, takewhile

from correspondence.harvest import dates, joint, standfirsts
from correspondence.harvest.bylines import byline, is_desk, plain_name, untitled
from correspondence.harvest.furniture import BYLINE
from correspondence.harvest.heads import TELLS, Head
from correspondence.harvest.layout import Piece
from correspondence.harvest.lines import CAPTION, is_heading
from correspondence.harvest.names import MINISTER_OF, NAME
from correspondence.harvest.reasons import ANOTHER_STORY, HEADING, PAGE_TITLE, REPEATED

_NAME_ALONE = re.compile(rf"(?P<name>{NAME})(?: MP)?")
_SEAT = re.compile(rf"(?:[A-Z][\w-]* ){{0,3}}MP (?:for|FOR) [A-Z][^.:!?]{{2,60}}|{MINISTER_OF}")
_PLAIN_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx)\b")
_HANDLE = re.compile(r"(?:Twitter|X|Bluesky)?:? ?@\w+", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:News|Politics|Opinion|Comment|Column|Blog|Press|Release|Westminster|Latest|House|Office|Party|Council"
    r"|Photo|Gazette|Herald|Times|Post|Echo|Mail|Labour|Conservatives?|North|South|East|West|The|Our|My|New)\b"
)
_BULLET = r"(?:n )?\W*"  # a square of a paper's own letters comes out as "n"
_MORE = r"(?: (?:He|She|They)\b(?:[^.]|\.(?=\S)){3,120}\.?){0,2}"
_IS_MP = re.compile(
    rf"{_BULLET}(?P<name>{NAME})(?: MP)?,? (?:is|was|has been) (?:(?:an?|the) )?[^.]{{0,80}}"
    rf"\b(?:MP|Member of Parliament) for [^.]{{3,80}}\.?{_MORE}"
)
_WHEN = (
    r"(?:every|each|once an?|on the) (?:[a-z]+ ){0,2}(?:week|fortnight|month|\w+day)"
    r"(?: of (?:the|each) month)?"
)
_WRITES_HERE = re.compile(  # "Jo Field MP writes for us on the first Friday of the month."
    rf"{_BULLET}(?P<name>{NAME})(?:,? MP)?(?:,? for [^,.]{{3,60}}|, [^,.]{{3,80}})?,? (?:writes|contributes) "
    r"(?:(?:here|for us|(?:for|in) (?:the|this) [A-Z][\w’' ]{2,40}?"
    rf"|(?:an?|her|his|our|this) (?:[a-z]+ ){{0,3}}column\b[^.]{{0,60}}?)(?:,? {_WHEN})?|{_WHEN})\.?{_MORE}"
)
_MEMBERS_COLUMN = re.compile(  # and not "Our MP must go"
    r"\bMP(?:[’']?s)?[’']? (?:column|comment|view|voice|diary|notebook|blog|update|writes)\b"
    r"|\bfrom (?:your|our|the) (?:\w+ )?MP\b",
    re.IGNORECASE,
)
_SHOWN = re.compile(rf"(?P<name>{NAME}),?(?<!MP) (?:(?<=, )(?:[A-Z][\w’'-]+ ){{1,3}})?MP\b")  # in a caption
_BEFORE_TITLE = re.compile(  # "JO FIELD MP: Save our pier"
    rf"(?P<name>{NAME}|[A-Z]{{2,}}(?: [A-Z][A-Z’'-]+){{1,2}})(?P<mp>,? (?:MP|MSP|MS|AM))?: \S.*"
)
_OVER_TITLE = re.compile(  # "COMMENT | Jo Field MP"
    r"(?i:comment|opinion|analysis|column)\s*\|\s*"
    rf"(?P<name>{NAME}|[A-Z]{{2,}}(?: [A-Z][A-Z’'-]+){{1,2}})(?: MP)?"
)
_SITE_OF = re.compile(  # "The blog of Jo Field", over a post of hers
    rf"(?:the )?(?:official )?(?:blog|diary|web ?site|home ?page|site) of (?P<name>(?-i:{NAME}))(?: MP)?",
    re.IGNORECASE,
)
_IMPRINT = re.compile(
    rf"(?:©|[Cc]opyright|\(c\)) ?(?:\d{{4}} )?(?:Rt\.? Hon\.? )?(?P<name>{NAME}) (?:MP|MSP|MS)\b"
)
_DOUBLED = re.compile(rf"(?P<name>{NAME}) (?P=name)")
_PAPER = re.compile(  # under a writer's name
    r"(?:The )?(?:[A-Z][\w’'-]+ ){0,2}(?:Times|Herald|Post|Gazette|Mail|Telegraph|Scotsman|Guardian|Observer"
    r"|Mirror|Independent|Express|Echo|Star|Standard|Chronicle|Argus|Journal|Courier|Spectator|Advertiser|Examiner)"
)
_HEADLINE = 15  # words of a line that is no text of the page
_BIO = 3  # pieces at the end in which a page tells of its writer
_HEAD = 8  # pieces in which a page says who wrote it


def find(found: list[Piece], head: Head) -> None:
    """Take the author of a column from its standfirst, or from a name that stands alone between the title
    and a date or a handle, or before the title, or from what is told of a writer or under a picture."""
    _take_several(found, head)
    _take_under_title(found, head)
    _find_seated(found, head)
    for i, piece in enumerate(found[:_HEAD]):
        if head.author:
            return
        name = "" if piece.why or _is_teaser(found, i) else _in_standfirst(piece, found)
        if not name and _stands_alone(found, i):
            name = piece.text
            piece.why = BYLINE
        head.author = plain_name(name) if name else ""
    head.author = head.author or _before(head.title, found) or _beside_label(found) or _of_site(found)
    head.author = head.author or _said_twice(found, head.title) or _signed(found)
    _find_told(found, head)
    head.author = head.author or _shown(found, head.title)


def _in_standfirst(piece: Piece, found: list[Piece]) -> str:
    """Whom a line names as the writer: one who only says what it tells where it stands over the text, which
    does not speak of that person; or ""."""
    writes, holds = standfirsts.writer(piece.text), standfirsts.holder(piece.text)
    over = takewhile(lambda other: other is not piece, found)
    first = all(other.why or is_heading(other.text) for other in over)
    rest = [other for other in found if other is not piece]
    return writes or (holds if first and not (holds and _is_spoken_of(holds, rest)) else "")


def _is_teaser(found: list[Piece], i: int) -> bool:
    """Whether a line over a title tells of another story: mark it so."""
    under = found[i + 1 : i + 2]
    over_title = any(piece.why in (PAGE_TITLE, REPEATED) for piece in under)
    if over_title and standfirsts.writer(found[i].text):
        found[i].why = ANOTHER_STORY
    return bool(found[i].why)


def _take_several(found: list[Piece], head: Head) -> None:
    """Take "Jo Field and Pat Rowan" for the authors from a line of their names alone over the text, where
    another line gives one of them or a date stands under it."""
    for piece, under in pairwise(found[:_HEAD]):
        names = joint.writers(piece.text)
        several = [untitled(name) for name in re.split(", | and ", names)]
        told = untitled(head.author) in several or (not head.author and dates.is_stamp(under.text))
        if names and told and not _PLACE.search(names) and piece.why in ("", HEADING, BYLINE):
            head.author, piece.why = names, BYLINE


def _take_under_title(found: list[Piece], head: Head) -> None:
    """Take the writer whom a standfirst names before the one of a byline over the title, which is that of
    another story."""
    titled = next((at for at, piece in enumerate(found) if piece.text == head.title), 0)
    under = (piece for piece in found[titled + 1 : titled + _HEAD])
    over = any(piece.why == BYLINE and head.author in byline(piece.text) for piece in found[:titled])
    named = next(filter(None, (standfirsts.writer(piece.text) for piece in under)), "")
    if head.author and over and named:
        head.author = named


def person(found: list[Piece], author: str) -> str:
    """The author of a column: where its byline names a desk of the paper, the person whom another names."""
    if not is_desk(author):
        return author
    names = (byline(piece.text) for piece in found if piece.why == BYLINE)
    return next((name for name in names if name and not is_desk(name)), "")


def _shown(found: list[Piece], title: str) -> str:
    """The Member in the captions over a column that says it is a Member's and that tells of nobody of that
    name; or ""."""
    if not _MEMBERS_COLUMN.search(title):
        return ""
    over = takewhile(lambda piece: piece.why or piece.words <= _HEADLINE, found)
    captions = (piece.text for piece in over if piece.why == CAPTION)
    first, *others = {who["name"] for caption in captions for who in _SHOWN.finditer(caption)} or {""}
    return "" if others or not first or _is_spoken_of(first, found) else plain_name(first)


def _before(title: str, found: list[Piece]) -> str:
    """The writer in "Jo Field: Save our pier", if an MP or if a line of the page tells of them, and the text
    does not; or ""."""
    named = _BEFORE_TITLE.fullmatch(title)
    name = plain_name(named["name"]) if named else ""
    if not named or _PLACE.search(name):
        return ""
    rest = [piece for piece in found if piece.text != title]
    is_told_of = any(untitled(name).lower() in piece.text.lower() for piece in rest)
    return name if (named["mp"] or is_told_of) and not _is_spoken_of(name, rest) else ""


def _beside_label(found: list[Piece]) -> str:
    """The writer in "COMMENT | Jo Field MP" over a title; or ""."""
    over = filter(None, (_OVER_TITLE.fullmatch(piece.text.strip()) for piece in found[:_HEAD]))
    return next((plain_name(line["name"]) for line in over if not _PLACE.search(line["name"])), "")


def _of_site(found: list[Piece]) -> str:
    """Whose site it is, by a line over the text or by two, "The Blog of / Jo Field", or by a name alone there
    that the page's imprint gives as a Member's; or ""."""
    over = [piece.text for piece in takewhile(lambda piece: piece.why or is_heading(piece.text), found)]
    for imprint in filter(None, map(_IMPRINT.search, (piece.text for piece in found))):
        if imprint["name"] in over:
            return plain_name(imprint["name"])
    lines = (*over, *(" ".join(two) for two in pairwise(over)))
    names = (site["name"] for site in map(_SITE_OF.fullmatch, lines) if site)
    return next((plain_name(name) for name in names if not _PLACE.search(name)), "")


def _said_twice(found: list[Piece], title: str) -> str:
    """A name that stands alone twice, in one line or in two, beside the title and not in the text; or ""."""
    head = found[:_HEAD]
    titled = next((at for at, piece in enumerate(head) if piece.text == title), 0)
    for piece in head[max(0, titled - 1) : titled + 2]:
        doubled = _DOUBLED.fullmatch(piece.text)
        name = doubled["name"] if doubled else piece.text
        same = [other for other in head if other.text in (name, piece.text)]
        alone = _NAME_ALONE.fullmatch(name) is not None and not _PLACE.search(name)
        if alone and (doubled or len(same) > 1) and not _is_spoken_of(name, found):
            for other in same:
                other.why = BYLINE
            return plain_name(name)
    return ""


def _signed(found: list[Piece]) -> str:
    """Who signs a text in its last line but one, over a line with a post; or ""."""
    over, under = [*found[:1], *found][-2:]
    lines = {over.why, under.why} <= {"", HEADING} and is_heading(under.text)
    posted = lines and standfirsts.POST.search(under.text)
    if not posted or not _NAME_ALONE.fullmatch(over.text) or _PLACE.search(over.text):
        return ""
    over.why = under.why = BYLINE
    return plain_name(over.text)


def _is_spoken_of(name: str, found: list[Piece]) -> bool:
    """Whether the text names somebody, as few do themselves."""
    last = re.compile(rf"\b{re.escape(untitled(name).split()[-1])}\b", re.IGNORECASE)
    return any(not piece.why and piece.words > _HEADLINE and last.search(piece.text) for piece in found)


def _find_told(found: list[Piece], head: Head) -> None:
    """Take the author from a line of its own under or in the text: "Jo Field is the Labour MP for Ash"."""
    is_under = True
    for piece in reversed(found):
        tells = _IS_MP.fullmatch(piece.text) or (is_under and _WRITES_HERE.fullmatch(piece.text))
        said = tells if piece.why in ("", HEADING) else None
        if said and not head.author and (is_under or not _is_spoken_of(said["name"], found)):
            head.author, piece.why = plain_name(said["name"]), TELLS
        is_under = is_under and not (not piece.why and piece.words > _HEADLINE)


def _find_seated(found: list[Piece], head: Head) -> None:
    """Take the author from a name alone in a line with a Member's seat under it: "JO FIELD / MP FOR ASH"."""
    for over, under in pairwise(found):
        lines = over.why in ("", HEADING) and under.why in ("", HEADING)
        named = lines and _SEAT.fullmatch(under.text) and _NAME_ALONE.fullmatch(plain_name(over.text))
        if named and not head.author and not _is_spoken_of(over.text, found):
            head.author, over.why, under.why = plain_name(over.text), BYLINE, BYLINE


def titled(found: list[Piece], author: str) -> str:
    """An author with the title that another line at the head or foot of the page gives the same name."""
    lines = (piece.text for piece in (*found[:_HEAD], *found[-_BIO:]))
    names = (byline(line) or plain_name(line) for line in lines)
    same = (name for name in names if untitled(name) == author and not _PLAIN_TITLE.match(name))
    return next((name for name in same if name != author), author)


def leave_out_notes(found: list[Piece], author: str) -> None:
    """Mark the lines at the end that tell readers of a paper who and where the writer is, or writes when."""
    first = re.escape(untitled(author).split()[0]) if author else ""
    to = re.compile(
        rf"{_BULLET}(?:You can )?(?:[Cc]ontact|[Ee]-?mail|[Ff]ollow|[Ww]rite to|[Rr]ing|[Cc]all) {first}\b"
    )
    for piece in [piece for piece in found if not piece.why][-2:]:
        here = _WRITES_HERE.fullmatch(piece.text) or _IS_MP.fullmatch(piece.text)
        his = here is not None and untitled(plain_name(here["name"])) == untitled(author)
        if first and piece.words <= 30 and (his or to.match(piece.text)):
            piece.why = TELLS


def leave_out_reporter(found: list[Piece], author: str) -> None:
    """Mark what a paper says under a report of whoever wrote it: nobody reports on himself."""
    told = re.compile(rf"{re.escape(untitled(author))} (?:is|covers|reports|writes|works|joined)\b")
    for piece in [piece for piece in found if not piece.why][-_BIO:]:
        if author and told.match(untitled(piece.text)):
            piece.why = TELLS


def _stands_alone(found: list[Piece], i: int) -> bool:
    """Whether a line in a page's head is the writer's name alone: a date or a handle stands just under it and
    the title over it, or the last lines of the page tell of somebody with that name."""
    line = found[i].text
    alone = _NAME_ALONE.fullmatch(line) is not None and _PLACE.search(line) is None and found[i].words <= 4
    if not alone or not i or i + 1 >= len(found):
        return False
    if found[i].why not in ("", HEADING):
        return False
    under = found[i + 1].text
    if _PAPER.fullmatch(under) and not _is_spoken_of(line, found):
        return any(piece.why == PAGE_TITLE for piece in found[:i])
    if found[i - 1].why == PAGE_TITLE and (
        dates.is_stamp(under) or _HANDLE.fullmatch(under) is not None or untitled(line) != line
    ):
        return True
    kept = [piece for piece in found if not piece.why]
    told = re.compile(rf"{re.escape(untitled(plain_name(line)))}(?: MP)?,? (?:is|was|has been)\b")
    return any(told.match(untitled(piece.text)) for piece in kept[-_BIO:])
