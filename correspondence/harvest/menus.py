"""What a page says of its place and its parts: the name of a site over a title, where in it the page is, a
list of what the page contains."""

import re
from itertools import pairwise

from correspondence.harvest import dates
from correspondence.harvest.furniture import BYLINE
from correspondence.harvest.layout import Piece, sentence_ends
from correspondence.harvest.reasons import HEADING

CONTENTS = "A list of what the page contains."
_MENU = re.compile(
    r"(?:toggle |main )?(?:menu|navigation)|[☰≡]\W*\w.{0,160}|skip to\b.*"
    r"|search(?: (?:this|the|our) (?:site|website))?",
    re.IGNORECASE,
)
_CRUMBS = re.compile(
    r"(?:you are here\W+)?home\s*[>»›→/|].*|(?:news|politics|opinion|comment)\s*[>»›→/].*", re.IGNORECASE
)
_PARTS = re.compile(  # a line of the names of a site's parts
    r"(?:(?:home|news|newsroom|press|media|releases?|statements?|speeches|articles?|blogs?|opinions?|comment"
    r"|columns?|latest|updates?|stories|features|politics|written|oral|questions|answers|publications|events"
    r"|research|policy|campaigns?|resources|views|ideas|analysis|voices|about|contact|us|centre|room|all|our|my"
    r"|uk|us|royals?|showbiz|tv|telly|sports?|business|money|tech|world|travel|lifestyle|education|local"
    r"|national|debates?|parliament|archive|what[’']s on|weather|property|motors|jobs|farming|letters"
    r"|nostalgia|puzzles|e-?edition|obituaries|announcements|notices|public|climate|culture|science|health"
    r"|food|crime|video|podcasts?|bingo|horoscopes|surgeries|and|&|the|in|from)\b[ ,|/>»›•·]*)+",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"(?:sign|log) ?in|subscribe|register|my account|donate|search|menu", re.IGNORECASE)
_SERVICE = re.compile(  # of a council's, a force's or a department's site
    r"(?:report|apply|pay|book|request|register|find|tell us|contact|ask|skip to)\b.{0,24}"
    r"|(?:our |all |your )?services|your (?:area|council|visit|community)|(?:bins?|planning|advice)\b.{0,20}"
    r"|council tax|residents?|visitors?|careers?|vacancies|recruitment|accessibility|cymraeg|english"
    r"|departments|worldwide|how government works|get involved|consultations?|statistics|stats and data"
    r"|news and \w+|a(?: to |-)z|help|crime prevention|101|999|donate now|join us|our work"
    r"|what we do|who we are",
    re.IGNORECASE,
)
_SEAM = re.compile(r"\s*[|·•/>»›]\s*|\t+| {2,}")
_SLUG = re.compile(r"\d+ [A-Z]{3,}(?: \w+){0,2}")
_CONTENTS = re.compile(
    r"(?:(?:table of |list of |page )?contents"
    r"|(?:on|in) this (?:page|article|section|statement|speech|release|story))\W*",
    re.IGNORECASE,
)
_BULLET = re.compile(r"(?:[-*•–—·]|\d{1,2}[.)])\s+")
_LONGEST_ITEM = 12  # words of a heading in a list of contents
_NAMED = re.compile(r"[A-Z&\W]|and$")


def under_menu(top: list[Piece], kept: list[Piece]) -> list[Piece]:
    """What stays of `kept` under a page's menu in `top`: the name and motto of a site stand over it."""
    menus = [i for i, piece in enumerate(top) if _is_menu(piece.text) or _ends_menu(top, i)]
    over = [piece for piece in top[: menus[-1]] if not piece.why] if menus else []
    mottos = sum(sentence_ends(piece.text) for piece in over)
    if mottos > 1 or any(piece.words > 12 and not _is_menu(piece.text) for piece in over):
        return kept
    for piece in over:
        piece.why = HEADING
    return [piece for piece in kept if not piece.why]


def leave_out_contents(found: list[Piece]) -> None:
    """Mark a list of a page's own headings: it stands under "Contents", or all of it is printed again."""
    lines = {_BULLET.sub("", piece.text).casefold() for piece in found}
    for over, piece in pairwise([Piece(""), *found]):
        items = piece.text.split("\n")
        labelled = _CONTENTS.fullmatch(items[0]) is not None
        listed = [_BULLET.sub("", item).casefold() for item in (items[1:] if labelled else items)]
        under = labelled or _CONTENTS.fullmatch(over.text) is not None
        short = all(len(item.split()) <= _LONGEST_ITEM and not sentence_ends(item) for item in listed)
        if not piece.why and len(listed) > 1 and short and (under or lines.issuperset(listed)):
            piece.why = CONTENTS


def names_parts(line: str) -> bool:
    """Whether a line names parts of a site and nothing else, or is what an agency calls a story."""
    if (_CRUMBS.fullmatch(line) and _SEAM.search(line)) or line[0] in "☰≡":
        return True
    return _PARTS.fullmatch(line) is not None or _SLUG.fullmatch(line) is not None or _is_bar(line)


def is_among_parts(piece: Piece, found: list[Piece], *, headline: bool) -> bool:
    """Whether a few words are a part of a site and not its title: another part's one or two words follow, or
    they end a row of such, with a headline below."""
    at = found.index(piece)
    after = next(iter(found[at + 1 :]), piece)
    row = at >= 2 and all(
        other.words <= 3 and not dates.is_stamp(other.text) for other in found[at - 2 : at + 1]
    )
    if row and not after.why and after.words > 4 and headline:
        return True
    written_by = after.why == BYLINE
    return piece.words <= 4 and after.words <= 2 and not written_by and after.text.replace(" ", "").isalpha()


def _is_menu(line: str) -> bool:
    return _MENU.fullmatch(line) is not None or _CRUMBS.fullmatch(line) is not None or _is_bar(line)


def _is_bar(line: str) -> bool:
    """Whether a line is a row of the names of a site's parts."""
    items = [item for item in _SEAM.split(line.strip()) if item]
    if len(items) > 2 and all(len(item.split()) <= 4 for item in items):
        known = sum(_is_part(item) for item in items)
        return known > 1 or (known == 1 and len(items) > 4)
    words = re.findall(r"[\w’'&-]+", line)
    if len(words) < 4 or sentence_ends(line):
        return False
    known = sum(_is_part(word) for word in words)
    return 2 * known >= len(words) and (line.isupper() or (len(words) > 5 and all(map(_NAMED.match, words))))


def _ends_menu(top: list[Piece], i: int) -> bool:
    """Whether a line is the third or later in a row that names a part of a site."""
    return i >= 2 and all(piece.words <= 3 and _is_part(piece.text) for piece in top[i - 2 : i + 1])


def _is_part(words: str) -> bool:
    """Whether words name a part of a site, or are a button that stands among such names."""
    return any(form.fullmatch(words) for form in (_PARTS, _ACCOUNT, _SERVICE))
