"""Which line of a Document is its title, and what the title says of who speaks and when."""

import re

from correspondence.harvest import dates, issuers, menus
from correspondence.harvest.bylines import plain_name
from correspondence.harvest.heads import HEAD, Head
from correspondence.harvest.layout import Piece, sentence_ends
from correspondence.harvest.names import MINISTER_OF, NAME
from correspondence.harvest.reasons import HEADING, PAGE_TITLE
from correspondence.text import one_line

_SPOKEN = re.compile(
    r"(?:[A-Z]\w+ ){0,3}(?:[Ss]tatement|[Ss]peech|[Rr]emarks|[Cc]omments?|[Dd]ebate|[Qq]uestions|Hansard)\b"
    rf"(?: (?:from|by) (?P<name>{NAME}))?"
)
_JOINT = re.compile(
    r"Joint [Ss]tatement (?:from|by) (?:the )?(?P<who>[^,:]{4,80}?)(?: on | about | regarding |$)"
)
_WHOSE = re.compile(
    rf"(?P<name>{NAME})(?: MP)?[’']s? (?:\w+ )?(?:speech|statement|remarks|contributions?|comments|address)\b"
)
_AROUND = re.compile(  # "PRESS RELEASE : … [April 2025]"
    r"^(?:• *)?(?:(?:press|news|media) release|speech|statement|transcript)\s*[:|]\s*(?=\S)"
    r"|\s*\[\w+ (?:19|20)\d\d\]$",
    re.IGNORECASE,
)
_SENT = re.compile(  # "E-mail from Jo Field, 3/5/2024", "Letter from Jo Field MP to the Mayor"
    r"(?:[A-Za-z]+ ){0,2}(?:[Ee]-?mail|[Ll]etter|[Rr]eply|[Rr]esponse|[Mm]essage|[Nn]ote) from "
    rf"(?P<name>{NAME})(?= MP\b|\W+\d| to )"
)
_A_POST = re.compile(MINISTER_OF)
_LONGEST, _MOST_WORDS = 200, 32  # of a tabloid's headline
_LONGER = re.compile(r"[^\W\d_]{5,}")
_NAMES = re.compile(r"[A-Z\W]|(?:of|the|and|for|in|to|on|an?|i)$")
_KIND_OF_PAGE = re.compile(  # as departments and parties print it over a title
    r"(?:(?:oral|written|ministerial) )*statement(?: to (?:parliament|the house(?: of commons| of lords)?))?"
    r"|(?:press|news|media) (?:release|story|statement)|news article|speech|authored article|open letter"
    r"|(?:policy|research|briefing|discussion) paper|guidance|consultation(?: outcome)?|correspondence"
    r"|opinion piece|(?:guest )?blog(?: post)?",
    re.IGNORECASE,
)
_SPREAD = re.compile(r"\S {3,}\S")  # the name of a paper, and its day at the other end of the line
_DATED = re.compile(r"(?P<title>[A-Z][^()]{2,80}) \([^()]*\b(?:19|20)\d\d\)")  # "The pier (3 May 2024)"
_LABEL = re.compile(
    r"(?:breaking(?: news)?|exclusive|live|latest|updated?|new|watch|video)\W*", re.IGNORECASE
)


def take_title(found: list[Piece], head: Head) -> None:
    """The first line is the title where it is short, ends as no sentence does, tells of the text, and text
    follows it: the names of a site and of its parts are not in the text."""
    dated = _DATED.fullmatch(found[0].text)
    if dated and dates.is_stamp(found[0].text):
        head.title = head.title or dated["title"]
    kept = [piece for piece in found if not piece.why]
    kept = menus.under_menu(found[:HEAD], kept)
    short = ""
    told = {start for piece in kept if not _may_be_title(piece.text) for start in _starts(piece.text)}
    for place, piece in enumerate(kept[:HEAD]):  # past the one or two words of a page's own menu
        if len(kept) > 2 and _SPREAD.search(piece.text) and not sentence_ends(piece.text):
            piece.why = HEADING
            continue
        if len(kept) < 2 or piece.voice or not _may_be_title(piece.text):
            head.title = head.title or short
            return
        in_menu = piece is not kept[-2] and _is_in_menu(piece, found)
        says = (piece.words >= 3 or ": " in piece.text) and not _names_else(
            piece.text, kept[place + 1 : place + 4], told
        )
        leads_away = in_menu or _is_over_label(piece, found, told) or _is_kind(piece, kept[place + 1 : -1])
        if (says and not leads_away and not _is_kicker(piece.text, kept)) or head.title:
            head.title = head.title or _plain(piece.text)
            piece.why = PAGE_TITLE
            _read_title(piece.text, head)
            return
        piece.why = HEADING
        short = "" if piece.words > 2 or piece.text.isupper() else one_line(piece.text)


def _plain(title: str) -> str:
    """A title without "Press release:" and the marks that print it bold."""
    bare = title.strip("*_# ")
    return one_line(_AROUND.sub("", bare)) or one_line(bare)


def _is_in_menu(piece: Piece, found: list[Piece]) -> bool:
    after = next(iter(found[found.index(piece) + 1 :]), piece)
    headline = _may_be_title(after.text)
    return menus.names_parts(piece.text) or menus.is_among_parts(piece, found, headline=headline)


def _is_kind(piece: Piece, below: list[Piece]) -> bool:
    """Whether a line says what kind of page it is, over the title of that page."""
    titled = bool(below) and below[0].words > 2 and _may_be_title(below[0].text)
    return titled and _KIND_OF_PAGE.fullmatch(piece.text) is not None


def _names_else(line: str, below: list[Piece], told: set[str]) -> bool:
    """Whether a line is only names, or has a bar in it, and the text has none of its longer words; or, where
    a headline in small letters is among the next lines, one at most, or a public body's name. told: how the
    text's words begin."""
    headline = any(
        piece.words > 4 and _may_be_title(piece.text) and not _only_names(piece.text) for piece in below
    )
    if headline and issuers.public(line):
        return True
    if line.isupper() or not (" | " in line or _only_names(line)):
        return False
    return len(_starts(line) & told) <= (1 if headline else 0)


def _only_names(line: str) -> bool:
    return all(_NAMES.match(word) for word in line.split())


def _starts(text: str) -> set[str]:
    """How the longer words of a text begin."""
    return {word[:6] for word in _LONGER.findall(text.casefold())}


def take_debate(found: list[Piece], head: Head, speech: str) -> None:
    """What is debated stands just over the first who is called. speech: whose it is; else nobody wrote it."""
    head.author = speech
    first = next(i for i, piece in enumerate(found) if piece.speaker)
    over = [piece for piece in found[:first] if not piece.why and _may_be_title(piece.text)]
    if over:
        head.title = head.title or one_line(over[-1].text)
        over[-1].why = PAGE_TITLE
        _read_title(over[-1].text, head)


def _read_title(title: str, head: Head) -> None:
    """Who speaks and when, where a title says it: "Statement from Jo Field MP on …", "Debate, 3 May 2024"."""
    sent = _SENT.match(title)
    spoken = sent or _WHOSE.match(title) or _SPOKEN.match(title)
    if spoken and spoken["name"] and not head.author:
        head.author, head.is_politician = plain_name(spoken["name"]), head.is_politician or bool(sent)
    joint = _JOINT.match(title)
    if joint and not head.author:
        head.author = joint["who"]
    dated = dates.find(title) if spoken else None
    if dated and head.date is None and re.search(r"[.,|(–-]\s*[^,|(–-]*(?:19|20)\d\d\W*$", title):
        head.date = dated.date


def _is_kicker(line: str, kept: list[Piece]) -> bool:
    """Whether a line is the name of a series in capitals, over a title that is not, or of a subject, over
    a title in quotation marks."""
    below = kept[1:] if kept[0].text == line and len(kept) > 2 else []
    following = next((piece.text for piece in below[:3] if not _is_section(piece.text)), "")
    if len(line.split()) <= 4 and re.match(r"[\"“‘'].*[\"”’']$", following):
        return True
    return line.isupper() and len(line.split()) <= 5 and _may_be_title(following) and not following.isupper()


def _is_section(line: str) -> bool:
    """Whether a line is a part of a paper, in capitals: "POLITICS & POLICY"."""
    return line.isupper() and len(line.split()) <= 3


def _is_over_label(piece: Piece, found: list[Piece], told: set[str]) -> bool:
    """Whether a line leads to another story: "Breaking" and a headline that the text bears out follow."""
    at = found.index(piece)
    label, headline = [*found[at + 1 : at + 3], piece, piece][:2]
    return (
        _LABEL.fullmatch(label.text) is not None
        and _may_be_title(headline.text)
        and len(_starts(headline.text) & told) > len(_starts(piece.text) & told)
    )


def _may_be_title(line: str) -> bool:
    return (
        len(line) <= _LONGEST
        and len(line.split()) <= _MOST_WORDS
        and "\n" not in line
        and not re.search(r"(?<!\.)[.:;,]$|[.,][\"”’']$", line)
        and not _A_POST.fullmatch(line)
    )
