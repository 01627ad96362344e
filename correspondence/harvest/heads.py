"""What a Document tells of itself: title, author, date, publisher, link."""

import datetime as dt
import re
from dataclasses import dataclass
from itertools import takewhile

from correspondence.harvest import dates
from correspondence.harvest.bylines import byline, part_glued, plain_name, untitled
from correspondence.harvest.enclosed import ANSWERED
from correspondence.harvest.furniture import BYLINE
from correspondence.harvest.layout import Piece, sentence_ends
from correspondence.harvest.lines import AFTER
from correspondence.harvest.names import NAME
from correspondence.harvest.reasons import ABOUT_THE_TEXT
from correspondence.text import one_line

TELLS = "It tells of the writer."
_LABELLED = re.compile(
    r"(?P<label>title|headline|subject|author|from|to|b?cc|reply-to|by|date|sent|published|publisher|publication"
    r"|newspaper|source|url|link)\s*:\s*(?P<value>\S.{0,280})",
    re.IGNORECASE,
)
_MEANS = {
    "headline": "title", "subject": "title",
    "from": "author", "by": "author",
    "sent": "date", "published": "date",
    "publication": "publisher", "newspaper": "publisher", "source": "publisher",
    "link": "url",
}  # fmt: skip
_LINK = re.compile(r"https?://\S+")
_REPLY_MARK = re.compile(r"(?:(?:re|fw|fwd)\s*:\s*)+", re.IGNORECASE)
_FROM_BODY = re.compile(
    r"(?:From:\s*)?(?P<body>(?:[A-Z&][\w’'&-]*,? |(?:for|of|and|the) )*"
    r"(?:Department|Ministry|Office|Treasury|Council|Government|Agency|Commission|Street)\b.{0,60}?)"
    r"(?: and (?:The )?(?P<who>R(?:igh)?t Hon\b.*|(?:(?! and )[^,]){3,50} MP))?"
)
_POLITICIAN = re.compile(
    r"\b(?:MP|MSP|MS|Member of Parliament|Minister|Secretary of State|Leader of|Councillor|Cllr|Mayor)\b"
)
_A_NAME = re.compile(NAME)
_MINISTRY = re.compile(
    r"(?:The )?(?:Parliamentary Under[- ])?(?:Minister|Secretary) of State (?:for|at) [^.!?]{2,60}"
)
_MADE_BY = re.compile(r"(?:[Ss]tatement )?[Mm]ade by:?")
_AN_MP = re.compile(r"(?:[A-Z][\w-]+ ){0,3}(?:MP|Member of Parliament)(?: for .{2,60})?")
_A_JOB = re.compile(
    r"(?:[\w’'&-]+ ){0,4}(?:reporter|correspondent|editor|columnist)(?: @\w+)?", re.IGNORECASE
)
_OUTLET = re.compile(
    r"(?:BBC|ITV|STV|UTV|PA|Sky|GB|Channel [45])(?: [A-Z]\w+)*(?:,| in)?(?: [A-Z][\w&’'-]*)*"
    r"|(?:[A-Z][\w’'-]+ ){0,2}(?:News|Newsroom|Newsdesk|Reporting Service)(?:,| in)(?: [A-Z][\w&’'-]*)+"
    r"|Local Democracy Reporting Service|Press Association"
)
_SPEECH = re.compile(
    r"speech|transcript|(?:speech )?delivered (?:on|at|by)\b.{0,60}"
    r"|.{0,60}\(?(?:transcript of the speech|check against delivery).{0,60}",
    re.IGNORECASE,
)
_DELIVERED = re.compile(  # the day a speech was made, not that on which it was put on a page
    r"(?:^|[|•·;,(–—-] ?)"
    r"(?P<what>(?:(?:the|this|a) )?(?:speech|address|lecture|remarks|statement|transcript)\b[^|.]{0,80}? )?"
    r"(?:as |(?:was|were) )?(?:delivered|given|spoken)(?: ?:| (?:on|at|by|in|to)\b)"
    r"|(?:date|day) of (?:the )?(?:speech|delivery|address)\b|\b(?:speech|delivery) date\b",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"(?:the )?(?:press release|news release|statement|speech|text of .{3,60}) (?:issued|made|given|published"
    r"|delivered) by (?:the )?(?P<who>[A-Z0-9][^.]{2,100}?)(?:,? (?:on|in|at) [^.]{3,80})?\.?",
    re.IGNORECASE,
)
_RELEASE = re.compile(r"\b(?:press|news) release\b", re.IGNORECASE)
_LEADER = re.compile(r"(?:(?:Deputy )?Leader|Mayor) of (?:the )?[A-Z][^.!?]{2,60}")
_POSTS = (_AN_MP, _A_JOB, _MINISTRY, _OUTLET, _LEADER)  # under the name of a writer
_POINTS = re.compile(r"(?:[-*•–]\s[^\n]*[^\n.!?](?:\n|$))+")  # a list of headlines
_SUMMARY = 60  # words of what stands between a headline and its text
_NOTE = 25  # words of a line that says when and where a speech was made
_ACCOUNT = re.compile(
    r"(?:(?:newsletters?|e-?mail) )?sign[ -]?up|newsletters?|(?:sign|log) ?in(?: \W register)?|register"
    r"|subscribe(?: now| today)?|my account|\W*(?:contact|about|advertise with) us|.{0,30}\bof the year",
    re.IGNORECASE,
)
_WEATHER = re.compile(r"-?\d{1,2}(?:\.\d)? ?°? ?C")  # of the day on which a page is read
_FOOT = 3  # pieces at the end in which a column is signed, with the seat under the name
_MOTTO = 3  # words of a site's name over its pages
_TEXT = 12  # words of a paragraph at least
HEAD = 15  # pieces in which a page says what it is


@dataclass
class Head:
    """What was found; "" or None where nothing was."""

    title: str = ""
    author: str = ""
    date: dt.date | None = None
    publisher: str = ""
    url: str = ""
    is_politician: bool = False  # by the post in the byline
    is_speech: bool = False
    is_release: bool = False  # a line over the text says who put it out
    sender: str = ""  # the person a department's page names: whose a speech is


def read_labels(found: list[Piece]) -> Head:
    """What "Title: …" and the like at the very top say, and a date stuck to the first words; all marked."""
    head = Head()
    part_glued(found)
    _part_glued_date(found, head)
    for piece in found[:HEAD]:
        match = None if piece.why else _LABELLED.fullmatch(piece.text)
        if piece.why:
            continue
        if match is None:
            break
        label, value = match["label"].lower(), match["value"]
        name = _MEANS.get(label, label)
        if name == "date":
            dated = dates.find(value)
            head.date = head.date or (dated.date if dated else None)
        elif hasattr(head, name):
            plain = {"author": _sender, "title": plain_subject}.get(name, one_line)
            setattr(head, name, getattr(head, name) or plain(value))
        piece.why = ABOUT_THE_TEXT
    return head


def read_lines(found: list[Piece], head: Head) -> None:
    """Take date and author from lines that were marked as such: the first date is the day of publication."""
    prose = 0
    spoken: dt.date | None = None
    sent: dt.date | None = None
    over: dt.date | None = None  # under a list at the top: the page's own, where it has no other
    _join_name_and_post(found)
    for i, piece in enumerate(found):
        if piece.why == ANSWERED:
            continue
        if piece.why.startswith(AFTER):
            others = dates.find(piece.text) if dates.is_stamp(piece.text) else None
            over = over or (others.date if others and not prose else None)
            if others and others.labelled and i >= len(found) - 3:
                head.date = head.date or others.date
            continue
        writer = byline(
            _MADE_BY.sub("by", piece.text).replace("\n", " " if _MADE_BY.match(piece.text) else ", ")
        )
        stamp = piece.words <= 20 and (writer or dates.is_stamp(piece.text))
        dated = dates.find(piece.text) if stamp and piece.why and not _is_of_site(found, i) else None
        if dated and head.date is None and (dated.labelled or prose == 0 or _at_foot(found, i)):
            head.date = dated.date
        if piece.text.startswith("Sent:"):
            sent = sent or (dated.date if dated else None)
        if piece.why == BYLINE:
            _read_byline(piece, writer, head, goes_on=i > 0 and found[i - 1].why == BYLINE)
        if not prose:
            _read_issuer(piece, head)
            spoken = spoken or _spoken_on(piece)
        if piece.text.startswith("From:") and not head.publisher:
            _read_sender(piece if piece.words > 1 else found[min(i + 1, len(found) - 1)], head)
        if not head.url and _LINK.fullmatch(piece.text):
            head.url = piece.text
        prose += not piece.why and piece.words > 25 and sentence_ends(piece.text)
    head.date = spoken or sent or head.date or over
    head.author = head.author or (head.sender if head.is_speech else "")


def _at_foot(found: list[Piece], i: int) -> bool:
    """Whether a line stands at the end of a page, with nothing but buttons below."""
    below = found[i + 1 :]
    return len(below) < 3 or (len(below) < 2 * _FOOT and all(p.why and p.words <= 3 for p in below))


def _is_of_site(found: list[Piece], i: int) -> bool:
    """Whether a date is that on which a page was read: over its title, beside the buttons of the site."""
    over = all(piece.why or piece.words <= _MOTTO for piece in found[:i])
    below = any(_ACCOUNT.fullmatch(piece.text) for piece in found[i + 1 : i + 2])
    return over and (below or any(_WEATHER.fullmatch(piece.text) for piece in found[max(0, i - 1) : i + 2]))


def _read_byline(piece: Piece, writer: str, head: Head, *, goes_on: bool) -> None:
    """Take the first byline, with a line under it that says the writer's post."""
    politician = _POLITICIAN.search(piece.text) is not None
    if not head.author:
        first, under, _ = piece.text.partition("\n")
        head.author = writer or (plain_name(first) if under else "")
        head.is_politician = politician
    elif goes_on:
        head.is_politician = head.is_politician or politician


def _read_issuer(piece: Piece, head: Head) -> None:
    """Take what a line over the text says of it: "Speech", "The press release issued by … on 3 May 2024"."""
    head.is_speech = head.is_speech or _SPEECH.fullmatch(piece.text) is not None
    issued = None if piece.why else _ISSUED.fullmatch(piece.text)
    if issued:
        dated = dates.find(piece.text)
        head.publisher = head.publisher or issued["who"]
        head.is_release = _RELEASE.search(piece.text) is not None
        head.date = head.date or (dated.date if dated else None)
        piece.why = ABOUT_THE_TEXT


def _spoken_on(piece: Piece) -> dt.date | None:
    """The day in a line such as "Delivered on 2 May 2024", which is left out; or None."""
    match = _DELIVERED.search(piece.text) if piece.words <= _NOTE else None
    noted = piece.why or not sentence_ends(piece.text) or (match and match["what"] and not match.start())
    dated = dates.find(piece.text[match.start() :]) if match and noted else None
    if dated:
        piece.why = piece.why or ABOUT_THE_TEXT
    return dated.date if dated else None


def _read_sender(piece: Piece, head: Head) -> None:
    """Take the department in "From: Department for X and Jo Field MP", and the person."""
    body = _FROM_BODY.fullmatch(piece.text)
    if body:
        head.publisher = body["body"]
        head.sender = plain_name(body["who"] or "")


def leave_out_standfirst(found: list[Piece], head: Head) -> None:
    """Mark what an editor says of the writer above or under the text: "It is time, writes Jo Field"."""
    kept = [piece for piece in found if not piece.why]
    if len(kept) < 3 or not head.author:
        return
    last = re.escape(head.author.split()[-1])
    surname = re.compile(rf"\b(?:{last}|{last.upper()})\b")
    for piece, limit in ((kept[0], 60), (kept[-1], 30)):
        under = untitled(piece.text.lstrip("●•◆■▪*– ")).startswith(untitled(head.author))
        about = surname.search(piece.text) if piece is kept[0] else under
        own = piece.text[0] in '"“' or re.search(r"\b(?:I|[Mm]y|me)\b", piece.text)
        if about and not own and piece.words <= limit:
            piece.why = TELLS


def leave_out_summary(found: list[Piece]) -> None:
    """Mark what a report's page says of it under its headline: lines that end as no sentence does, a list of
    key points, and one that a date or byline parts from the text."""
    metadata = [_is_metadata(piece) for piece in found]
    kept = sum(not piece.why for piece in found)
    seen = False
    for i, piece in enumerate(found):
        if not piece.why:
            after = takewhile(lambda j: found[j].why, range(i + 1, len(found)))
            listed = _POINTS.fullmatch(piece.text) is not None
            parted = not seen and any(metadata[j] for j in after)
            ended = piece.text.rstrip("\"”’'")[-1:] in ".!?:"
            if piece.words > _SUMMARY or (ended and not parted and not listed) or kept < 2:
                return
            piece.why = "It sums up the text."
            kept -= 1
        seen = seen or metadata[i]


def _is_metadata(piece: Piece) -> bool:
    return piece.why == BYLINE or piece.text == "From:" or dates.is_stamp(piece.text)


def _join_name_and_post(found: list[Piece]) -> None:
    """A byline on two lines, "Jo Field" and "MP for Ash" or "Made by" and "Jo Field", becomes one piece."""
    for i in range(len(found) - 2, -1, -1):
        if _MADE_BY.fullmatch(found[i].text) and _A_NAME.fullmatch(found[i + 1].text):
            found[i : i + 2] = [Piece(f"{found[i].text}\n{found[i + 1].text}", why=BYLINE)]
    for i in range(len(found) - 2, -1, -1):
        name, post = found[i], found[i + 1]
        a_post = not post.why and any(form.fullmatch(post.text) for form in _POSTS)
        ends = post.why == BYLINE and _AN_MP.fullmatch(post.text) and 0 < i >= len(found) - _FOOT
        if (a_post or ends) and not name.why and _A_NAME.fullmatch(name.text):
            found[i : i + 2] = [Piece(f"{name.text}\n{post.text}", why=BYLINE)]
        elif a_post and name.why == BYLINE:
            post.why = BYLINE


def plain_subject(subject: str) -> str:
    """A mail's subject without "Re:" and "Fwd:"."""
    return one_line(_REPLY_MARK.sub("", subject.strip(), count=1))


def _sender(value: str) -> str:
    """The name in a mail's "From"."""
    return one_line(plain_name(re.sub(r"\s*(?:<.*>|\([^()]*\))", "", value)))


def _part_glued_date(found: list[Piece], head: Head) -> None:
    """Part a date from the first words of a text, and take it where no other stands above. Where several
    paragraphs begin so, the text tells of days."""
    stuck = ((at, *dates.glued(piece.text)) for at, piece in enumerate(found) if _is_text(piece, at))
    dated = [(at, words, date) for at, words, date in stuck if words]
    if len(dated) != 1 or dated[0][0] >= HEAD:
        return
    at, words, date = dated[0]
    if not any(dates.is_stamp(piece.text) for piece in found[:at]):
        head.date = date
    rest = Piece(found[at].text[len(words) :])
    found[at : at + 1] = [Piece(words.strip(), why="The date, kept with the source."), rest]


def _is_text(piece: Piece, at: int) -> bool:
    return not dates.is_stamp(piece.text) if at == 0 else piece.words >= _TEXT and sentence_ends(piece.text)
