"""Lines of a page that are no statement of anybody's: what a newspaper or website puts round one."""

import re
from itertools import pairwise, takewhile

from correspondence.harvest import dates, persons, surgeries
from correspondence.harvest.bylines import byline
from correspondence.harvest.furniture import BYLINE, LINES, PLACES, SHARED, STORIES
from correspondence.harvest.layout import Piece, sentence_ends
from correspondence.harvest.names import NAME
from correspondence.harvest.phrases import one_of
from correspondence.harvest.reasons import ABOUT_THE_TEXT, ANOTHER_STORY, ASKED, HEADING
from correspondence.harvest.wrapping import RUNNING_HEAD

LIST = "The start of a list of other things to read."
CAPTION = "A caption or credit."
AFTER = "It stands after"  # a list of other articles; their dates and names are not this one's
_BOX = one_of(rf"""
    related{STORIES}\W* | more on this(?: story)?\W* | don[’']t miss\W* | (?:what to )?read (?:this )?next\W*
    in case you missed it\W* | you may have missed\W* | see also\W* | also read\W*
""")
_TAIL = one_of(r"""
    \W*you (?:may|might|could) (?:also )?(?:like|enjoy|be interested in)\W* | recommended\b[^.!?]{0,30}
    more (?:from|on|in|news|stor(?:y|ies))\b[^.!?]{0,60}
    most (?:read|popular|viewed|shared|recent)\b[^.!?]{0,30}
    trending\b[^.!?]{0,30} | top stories\W* | up next\W* | latest (?:news|stories)\b[^.!?]{0,40}
    today[’']s (?:top|best)\b[^.!?]{0,30} | (?:from )?(?:around|across) the web
    (?:sponsored|promoted) (?:links|stories)
    (?:(?:also|elsewhere|inside|what[’']s|coming up|in) )+(?:this|next) (?:issue|edition|month|week)\W*
    similar (?:stories|articles|posts)\W*
    other (?:stories|news)\b[^.!?]{0,20} | (?:popular|recent) (?:posts|articles|now)
""")  # fmt: skip
_AFTERWORDS = one_of(r"""
    join the (?:conversation|discussion)\W* | comments are closed\.?
    (?:\W*ends\W*)?(?:notes? (?:to|for) (?:the )?editors?|editor[’']?s[’']? notes?)\W*
    (?:additional|background) (?:information|notes)\W* | notes\s*:? | (?:further|media) information\W*
""")  # fmt: skip
_OWN = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|my)\b")
_IN_A_ROW = 3  # paragraphs; the teasers of other stories stand each under a headline
_SHORT_PROSE = 10  # words of a sentence after a box in the text: headlines and topics end in no full stop
_ENDS = one_of(r"\W*ends?(?: here)?\W*")
_SIGN_UP = re.compile(r"(?:sign up|subscribe)\b", re.IGNORECASE)
_SIGNED_UP = re.compile(
    r"after newsletter promotion|privacy notice\b|by (?:signing up|subscribing)", re.IGNORECASE
)
_TO_READERS = re.compile(
    r"(?:please )?(?:follow|join|like|click|tap|visit|watch|listen|download|subscribe|sign|get|send|e-?mail"
    r"|tell|read|share|find|type|enter|choose|select|view|donate|submit|message)\b"
    r".*\b(?:us|our|your?|here|online|updates?|news\w*|readers|inbox|app|web ?site)\b",
    re.IGNORECASE,
)
_OF_PAGES = re.compile(
    r"\b(?:subscri\w+|commenting|comments?|newsletters?|podcasts?|cookies|inbox|notifications?|readers"
    r"|journalism|stories|sign[ -]?up|log ?in|bookmarks?|adverts?|episodes?|trolls|posts are|promotions"
    r"|click(?:ing)? here|letters? to the editor|letters should)\b",
    re.IGNORECASE,
)
_TO_US = re.compile(r"\b(?:you|your|we|us|our)\b", re.IGNORECASE)
_LABEL = re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,2}:")
_ADVERT = "An advertisement."
_OFFERS = re.compile(  # "PIANO LESSONS for all ages. Ring Jo on 01632 960 456"
    r"[A-Z][A-Z’'&-]+ [A-Z&][A-Z’'&-]+\b(?=.{0,160}\b(?i:ring|call|tel|phone|text|contact)\b)"
    r".{0,200}\b0\d{2,4}[ \d]{6,9}\d\W*"
)
_DRAWN = re.compile(r"\+[-=]{5,}\+ \|[^+]+\| \+[-=]{5,}\+")  # a box of one cell
_ASKED_FOR = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|is|are|was|were|has|have|had|will)\b")
_LONGEST_ADVERT = 25  # words
_LINK_LINE = re.compile(r"(?:(?:\d+\.|[-*•]) )?[^()\n]{2,80} \(https?://[^\s()]+\)")
_OF_THE_TEXT = (BYLINE, ASKED, "A separator.")
_PAGES_OWN = (frozenset(LINES) | {LIST}) - frozenset(_OF_THE_TEXT)
_SHORT_LINE = 40  # words of a line to readers
_CAPTION = re.compile(  # printed twice, or a name alone, or with a post
    rf"(?P<once>.{{3,150}}?)\s?(?P=once)|{NAME}(?: MP)?\.|[A-Z ]*COPYRIGHT [A-Z].+"
    rf"|(?:[A-Z][\w’-]+ ){{0,2}}{NAME}(?: MP)?, (?:the )?(?:[a-z]+ ){{0,3}}(?:chair\w*|leader|director|head"
    r"|minister|secretary|president|mayor|executive|manager|founder)"
    r"(?: (?:of|for|at|to) (?:[\w’'-]+ ){0,8}[\w’'-]+)?\."
)
_BUTTONS = re.compile(PLACES, re.IGNORECASE)
_STUCK = re.compile(r"(?:Hide Ad|Advertisement|Read More|ADVERTISEMENT)+(?=[A-Z“\"‘][a-z]* )")
_STUCK_CAPTION = re.compile(  # "Jo Field at sea (Image: Gull) I went", "Jo Field2I went": a file's name
    r"[^.!]{10,280}\((?:image|photo|picture|pic|credit)s?: ?[^()]{2,80}\)\s*(?=(?-i:[A-Z])[^()]{40})"
    rf"|(?-i:{NAME})\d{{1,2}}(?=(?-i:[A-Z][a-z]+ ))",
    re.IGNORECASE,
)
_READ_MORE = re.compile(r"\W*(?:read|see|find out|discover) more(?: stories| here| news)?\W*", re.IGNORECASE)
_LONGEST_HEADLINE = 25  # words
_ALT = 6  # words of what a picture shows, printed twice
_SHOUTED = 20  # words of a line in capitals that is a heading or a pulled quotation
_BULLET = re.compile(r"[•●▪■◆►▶·*] (?=\S)")  # before a notice at the foot of a page
_SAID = re.compile(r"\b(?:said|says|added|replied): ?[\"“‘']")  # "We expect all to sign up", said by somebody
_CELLS = re.compile(r"\s*\|\s*|\t+| {2,}")
_QUESTION = re.compile(r"(?:[•●▪] )?[A-Z][^.?!\"“”\n]{3,60}\?")
_ON_A_SUBJECT = re.compile(r"On [^.:\n]{2,60}:")  # heads a part of what somebody says
_COMMENTS = one_of(r"""
    (?:\(?\d+\)? )?(?:readers[’'] )?comments?\W*(?:\d+\W*)? | report this comment
    (?:\d+|one|no) (?:thoughts?|responses?|comments?|replies) (?:on|to)\b.{0,160}
    comments?:? (?:our |the )?(?:rules|guidelines|policy)
""")


def leave_out_tail(found: list[Piece]) -> None:
    """Lists of other articles. From "You may also like" in the second half of a page all is the page's own,
    to its last line, unless the writer speaks again under a list other than readers' comments, or several
    paragraphs of the text follow it; a list that stands earlier, or a box in the text, ends at the next
    prose."""
    total = sum(piece.words for piece in found)
    before = 0
    marker, to_end, comments_began = "", False, False
    last = max((i for i, piece in enumerate(found) if _speaks_again(piece)), default=-1)
    told = persons.told_again([p.text if is_prose(p, _SHORT_PROSE) else "" for p in found])
    text_ends = max(last, _end_of_text(found), told)
    for i, piece in enumerate(found):
        first = piece.text.split("\n", 1)[0]  # a numbered note under it may hang on it
        late = before >= total / 2
        ended = late and _ENDS.fullmatch(first) is not None
        listed = _TAIL.fullmatch(first) is not None
        box = not piece.why and (ended or listed or _BOX.fullmatch(first) or _AFTERWORDS.fullmatch(first))
        comments = not piece.why and late and _COMMENTS.fullmatch(piece.text)
        if (box or comments) and not to_end:
            marker = first.strip(" :")
            comments_began = bool(comments)
            last_word = text_ends if listed else last
            after = listed or _AFTERWORDS.fullmatch(first) is not None
            to_end = ended or comments_began or (late and i > last_word and after)
            piece.why = "" if ended else LIST
        elif marker and (i > last or comments_began if to_end else not is_prose(piece, _SHORT_PROSE)):
            piece.why = piece.why or f"{AFTER} “{marker}”."
        else:
            marker, to_end = "", False
        before += piece.words


def _end_of_text(found: list[Piece]) -> int:
    """Where the last paragraphs in a row stand that are a text's and no teasers or comments; -1: nowhere."""
    run = 0
    end = -1
    for i, piece in enumerate(found):
        if i > len(found) / 2 and (_COMMENTS.fullmatch(piece.text) or _AFTERWORDS.match(piece.text)):
            break
        text = is_prose(piece, _SHORT_PROSE) and not line_reason(piece.text)
        run = run + 1 if text and not _OF_PAGES.search(piece.text) else 0
        end = i if run >= _IN_A_ROW else end
    return end


def leave_out_lines(found: list[Piece]) -> None:
    """Mark every line that is the page's own, and what stands between a newsletter's name and its end. A
    button that is stuck to a text is parted from it."""
    for i in range(len(found) - 1, -1, -1):
        for form, why in ((_STUCK, _ADVERT), (_STUCK_CAPTION, CAPTION)):
            stuck = form.match(found[i].text)
            if stuck and not found[i].why:
                found[i : i + 1] = [
                    Piece(stuck.group().strip(), why=why),
                    Piece(found[i].text[stuck.end() :]),
                ]
    for piece in found:
        piece.why = piece.why or line_reason(piece.text)
    for over, piece in pairwise(found):
        if over.text == piece.text and piece.words <= _ALT and piece.text.endswith(".") and not over.why:
            over.why = piece.why = CAPTION
        short = piece.words <= _LONGEST_ADVERT and not sentence_ends(piece.text)
        if over.why == _ADVERT and over.words <= 2 and short and piece.text[-1] not in ":,;":
            piece.why = piece.why or _ADVERT
    for piece, other in (*pairwise(found), *pairwise(reversed(found))):
        if not piece.why and other.why == CAPTION and other.text.startswith(piece.text):
            piece.why = CAPTION  # printed once more, without its credit
    for i, piece in enumerate(found):
        if _SIGN_UP.match(piece.text) and piece.why:
            ends = [j for j in range(i + 1, min(i + 7, len(found))) if _SIGNED_UP.match(found[j].text)]
            for inside in found[i : ends[-1]] if ends else []:
                inside.why = inside.why or SHARED


def leave_out_beside(found: list[Piece]) -> None:
    """Mark short lines that speak to the readers of a page where they stand beside others of its own: what
    a page says of itself comes in blocks, in words that change. So do the labels over its text."""
    credits = {id(piece) for piece in found if piece.why == CAPTION}
    for i in [*range(len(found)), *reversed(range(len(found)))]:  # from either side
        piece = found[i]
        if piece.why or piece.words > _SHORT_LINE or _OWN.search(piece.text) or _SAID.search(piece.text):
            continue
        speaks = _TO_READERS.match(piece.text) or (_OF_PAGES.search(piece.text) and _TO_US.search(piece.text))
        beside = found[max(0, i - 1) : i] + found[i + 1 : i + 2]
        told = (
            piece.words > 5
            and piece.text[-1].isalnum()
            and any(not over.why for over in found[max(0, i - 4) : i])
        )
        if told and any(id(near) in credits for near in beside):
            piece.why = CAPTION  # what a picture shows, for those who cannot see it
        elif speaks and any(near.why in _PAGES_OWN or near.why.startswith(AFTER) for near in beside):
            piece.why = SHARED
    _leave_out_under_links(found)
    for piece in takewhile(lambda piece: piece.why or not is_prose(piece), found):
        if not piece.why and _LABEL.fullmatch(piece.text):
            piece.why = ABOUT_THE_TEXT


def _leave_out_under_links(found: list[Piece]) -> None:
    """Mark the headlines under "Read more": they end as no sentence does, and nobody is quoted under them."""
    below = False
    for piece in found:
        headline = piece.words <= _LONGEST_HEADLINE and piece.text[-1].isalnum() and "\n" not in piece.text
        if below and headline and not piece.why:
            piece.why = f"{AFTER} “Read more”."
        below = _READ_MORE.fullmatch(piece.text) is not None or (below and bool(piece.why))


def line_reason(line: str) -> str:
    """Why a line is no statement, or "" when nothing says so. A sentence, for the person who reviews."""
    if _DRAWN.fullmatch(line):
        return _ADVERT
    if RUNNING_HEAD.fullmatch(line):
        return "A count or a button of the page."
    if len(line) > 400:
        return ""
    if byline(line):
        return BYLINE
    if dates.is_stamp(line):
        return "A date or time of the page."
    if len(line.split()) <= _SHORT_LINE and len(_BUTTONS.findall(line)) > 2 and not sentence_ends(line):
        return SHARED
    if _CAPTION.fullmatch(line.strip()):
        return CAPTION
    if _OFFERS.fullmatch(line) and len(line.split()) <= _LONGEST_ADVERT and not _ASKED_FOR.search(line):
        return _ADVERT
    if all(map(_LINK_LINE.fullmatch, line.split("\n"))):
        return ANOTHER_STORY
    if surgeries.is_notice(line):
        return surgeries.NOTICE
    cells = [cell for cell in _CELLS.split(line.strip()) if cell]
    if len(cells) > 1 and all(map(line_reason, cells)):
        return line_reason(cells[0])
    bare = _BULLET.sub("", line.strip())
    return next((why for why, form in LINES.items() if form.fullmatch(bare)), "")


def join_rows(found: list[Piece]) -> None:
    """The cells of a table in a letter are lines alone: they stay with the line that leads into them."""
    for i in range(len(found) - 1, -1, -1):
        if found[i].why or not found[i].text.endswith(":"):
            continue
        end = i + 1
        while end < len(found) and not found[end].why and is_heading(found[end].text):
            end += 1
        if end - i > 2:
            found[i:end] = [Piece("\n".join(piece.text for piece in found[i:end]))]


def leave_out_headings(found: list[Piece], kind: str) -> None:
    """Mark the headings, also lines in capitals where the rest is not, and a report's short questions, which
    in another text may be its writer's, unless a letter has several."""
    kept = [piece for piece in found if not piece.why]
    questions = sum(_QUESTION.fullmatch(piece.text) is not None for piece in kept)
    may_ask = kind == "report" or (kind == "reply" and questions > 1)
    is_quiet = 2 * sum(piece.text.isupper() for piece in kept) < len(kept)
    for piece in kept:
        stands_out = is_quiet and piece.text.isupper() and 1 < piece.words <= _SHOUTED
        asks = may_ask and not piece.voice and _QUESTION.fullmatch(piece.text) is not None
        asked_last = piece is kept[-1] and piece.text.endswith("?") and kind != "report"
        heads = is_heading(piece.text) and piece.kind != "closing" and not asked_last
        if stands_out or asks or heads or _ON_A_SUBJECT.fullmatch(piece.text):
            piece.why = HEADING


def is_heading(line: str) -> bool:
    """Whether a line alone is a heading: short, not ended as a sentence is, or a question set over a text."""
    words = line.split()
    if "\n" in line or len(line) > 90 or len(words) > 12 or not re.search(r"\w", line) or line[0].islower():
        return False
    if line.endswith("?"):
        numbered = re.match(r"\d{1,2}[.)] ", line) is not None
        asks = (
            len(words) <= 8 and re.match(r"(?:what|why|how|who|when|where|which)\b", line, re.I) is not None
        )
        return numbered or asks
    return not re.search(r"""[.!,;:…"”]$|[.!]['’)]$""", line)


def is_page(found: list[Piece]) -> bool:
    """Whether a text stands under a headline and its day, as on a paper's or a Member's page."""
    over = found[0].text if found else ""
    return is_heading(over) and not dates.is_stamp(over) and any(dates.is_stamp(p.text) for p in found[1:2])


def _speaks_again(piece: Piece) -> bool:
    """Whether this is the writer's own prose and no teaser: it says "I", and not in quotation marks."""
    return (
        is_prose(piece) and re.search(r"[\"“”‘]", piece.text) is None and _OWN.search(piece.text) is not None
    )


def is_prose(piece: Piece, shortest: int = 20) -> bool:
    leads_in = piece.words >= 2 * shortest and piece.text.endswith(":")
    return leads_in or (piece.words >= shortest and sentence_ends(piece.text))
