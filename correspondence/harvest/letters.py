"""What is round the text of a letter: address, greeting, sign-off, the mail that is answered."""

import datetime as dt
import re
from dataclasses import dataclass, field

from correspondence.harvest import dates, enclosed
from correspondence.harvest.enclosed import ANSWERED, Enclosed
from correspondence.harvest.layout import Piece, sentence_ends
from correspondence.harvest.phrases import one_of

GREETED = "The greeting: it names the person who was answered."
HEAD = "Address or reference above the greeting."
READERS = "A greeting to readers."
ABOUT = "The line that says what the letter is about."
SIGNED = "The sign-off: a new letter gets its own."
PUBLISHED = "It is said by whoever printed the letter: not our words."
_GREETING = re.compile(
    r"(?:dear(?:est)?|annwyl|a chara(?:id)?|(?:hello|hi)(?! and welcome)"
    r"|good (?:morning|afternoon|evening))\b"
    r"[ ,]*(?P<whom>(?:\b(?:Mrs?|Ms|Dr|Prof|Revd?|Cllr|[A-Z])\.(?=[ A-Z])|[^.?!\n]){0,80}?)[,.:!–-]?",
    re.IGNORECASE,
)
_IN_BOTH = re.compile(r",? ?/ ?(?:dear|annwyl) ", re.IGNORECASE)  # "Annwyl Jo / Dear Jo,"
_TO_A_HALL = re.compile(r"\b(?:thank|welcome|pleasure|honour)\b", re.IGNORECASE)  # a speech begins so
_TO_READERS = re.compile(  # so a newsletter begins, that answers nobody
    r"(?:all |our |my |fellow )?(?:readers?|subscribers?|supporters?)", re.IGNORECASE
)
_GLUED_GREETING = re.compile(
    r"(?P<all>Dear (?:(?:Mrs?|Ms|Dr|Prof|Revd?|Cllr)\. )?[A-Z][^,.?!\n]{0,60},)\s+(?=[A-Z“\"])"
)
_STUCK_GREETING = re.compile(
    r"(?<=[a-z])(?=Dear (?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Prof|Revd?) [^,.?!\n]{1,60}[,:]$)"
)
_WISHES = (
    r"(?:(?:(?:my|our|very|all|every|sincere|kind|best|warm|good|fond)(?:est)? )*(?:regards|wishes)"
    r"|every (?:(?:kind|good|best|warm) )?wish)"
)
_WELSH = (
    r"(?:gyda |a )?(?:llawer o )?(?:diolch|chofion|cofion|hwyl|dymuniadau|pob (?:hwyl|dymuniad|bendith|lwc)"
    r"|yr eiddoch|yn gywir|yn gynnes)(?: (?:yn|fawr|iawn|gywir|bur|ddiffuant|gynnes|cynnes|gorau|fil|o|galon"
    r"|da|i|chi|gyd|am|y|tro|eto|gyda|a|chofion|dymuniadau))*"
)
_GAELIC = (
    r"(?:(?:is )?mise,? )?(?:(?:le|leis)(?: (?:gach|deagh|dea|mòr|mór|mo))* ?-?(?:dh?[uù]rachd(?:an)?|meas"
    r"|ghu[ií]|mh[eé]in)(?: (?:mòr|mór))?|m[oò]ran taing|tapadh (?:leibh|leat)|sl[aá]n(?: go f[oó]ill)?"
    r"|beannachd(?:an|aí)?(?: (?:leibh|leat))?|go raibh (?:m[ií]le )?maith (?:agaibh|agat))"
)
_SIGN_OFF = re.compile(
    r"yours(?: (?:sincerely|faithfully|truly|ever|aye|very sincerely|in haste|etc))?|sincerely(?: yours)?"
    r"|all (?:the|good|best) (?:best|wishes)|many thanks|best|(?:yours )?in (?:solidarity|friendship|peace)"
    rf"|{_WELSH}|{_GAELIC}|warmly|take care"
    r"|with (?:many |sincere )?thanks|cheers"
    rf"|(?:with )?(?:(?:many |sincere )?thanks and )?{_WISHES}(?: and {_WISHES})*(?: to you(?: all| both)?)?",
    re.IGNORECASE,
)
_GLUED_SIGN_OFF = re.compile(
    r"(?<=[.!?])\s+(?P<all>Yours (?:sincerely|faithfully|truly)\b.{0,120})$", re.IGNORECASE
)
_OWN_SIGN_OFF, _NOTE = 6, 30  # words: of a sign-off no list has, of a notice below it
_SIGNED_BY = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}(?: MP)?")
_PARAGRAPH, _PROSE = 15, 50  # words: of a paragraph over a printed letter, of several
_SEAM = re.compile(r"[,\n]| / ")
_SIGNATURE = 25  # pieces under a sign-off at most: name, address, a notice
_QUOTED_MAIL = one_of(r"""
    On\b.{5,150}\bwrote: | begin forwarded message:? | _{10,}
    -{2,}\s*(?:original|forwarded) (?:message|e-?mail)\s*-*
""")
_MAIL_HEADER = re.compile(r"(?P<label>From|Sent|To|B?cc|Subject|Date|Reply-To):\s+\S.*", re.IGNORECASE)
_HEADERS = 4  # lines of a mail's header that are near each other
_FROM_US = re.compile(r"From:.*(?:\bMPs?\b|@parliament\.uk|\bmp[@.])", re.IGNORECASE)
_BLOCK = re.compile(r"^> ?", re.MULTILINE)
_LEADS_IN = re.compile(
    r"\b(?:said|says|added|adds|commented|comments|explained|continued|responded|saying|stated)\b[^.?!:]{0,60}:$"
)
_NOTICE = one_of(r"""
    (?:UK Parliament )?disclaimer\b.*
    (?:this|the information in this) e-?mail\b.*\b(?:confidential|intended|privileged|virus)\b.*
    .*\b(?:data protection|privacy (?:policy|notice))\b.*\b(?:website|e-?mail|personal data)\b.*
""")
_CELLS = re.compile(r"\t+| {2,}|\s\|\s|(?<=>)\s")  # of a printed mail: "Jo Field <jo@x.org> 3 May 2026"
_REFERENCE = re.compile(
    r"(?:(?:our|my|case|file) )?ref(?:erence)?\b\.?(?: no\.?)?\s*:?\s*\S+\s+(?P<day>.+)"
    r"|(?P<first>\S.*?)[,;]?\s+(?:(?:our|my|case|file) )?ref(?:erence)?\b.*",
    re.IGNORECASE,
)
_ANOTHER_DAY = re.compile(r"\b(?:d\.?o\.?b\b|birth|born|received)", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:re|subject|regarding)\s*:\s*(?P<subject>\S.*)", re.IGNORECASE)


@dataclass
class Letter:
    """What the outside of a letter tells.

    is_letter: it greets or signs off. to_readers: it greets nobody who wrote. to: what follows "Dear". head:
    the lines above that. sent_to: the private people its mail went to. signed: the lines under the sign-off.
    subject: what it says it is about. date: what stands beside its reference. enclosed: a letter that it
    passes on.
    """

    is_letter: bool = False
    to_readers: bool = False
    to: str = ""
    head: list[str] = field(default_factory=list)
    sent_to: list[str] = field(default_factory=list)
    signed: list[str] = field(default_factory=list)
    subject: str = ""
    date: dt.date | None = None
    enclosed: Enclosed = field(default_factory=Enclosed)


def open_letter(found: list[Piece]) -> Letter:
    """Mark what stands round a letter's text and say what it told."""
    letter = Letter()
    _open_block_quotes(found)
    _leave_out_quoted_mail(found)
    greeting = next((i for i, piece in enumerate(found[:40]) if greets(piece)), None)
    led_in = enclosed.announced(found, greeting)
    if led_in or (greeting is not None and _under_prose(found, greeting)):
        letter.enclosed = enclosed.on_a_page(found, greeting or led_in, greets, signs_off)
        greeting = None
    if greeting is not None and _TO_READERS.fullmatch(whom(found[greeting].text)):
        found[greeting].why, letter.to_readers, greeting = READERS, True, None
    if greeting is not None:
        letter.is_letter = True
        letter.to = whom(found[greeting].text)
        for piece in found[:greeting]:
            if piece.why != PUBLISHED:
                _leave_out_head(piece, letter)
        found[greeting].why = GREETED
        letter.enclosed = enclosed.leave_out(found, greeting + 1, greets, signs_off)
    _leave_out_subject(found, greeting, letter)
    _leave_out_title(found, greeting, letter)
    _leave_out_signature(found[: letter.enclosed.begins], letter)
    return letter


def _under_prose(found: list[Piece], i: int) -> bool:
    """Whether some paragraphs stand over a line: it is no greeting, or that of something printed below."""
    over = [piece.words for piece in found[:i] if not piece.why and sentence_ends(piece.text)]
    prose = [words for words in over if words >= _PARAGRAPH]
    return len(prose) > 1 and sum(prose) >= _PROSE


def greets(piece: Piece) -> bool:
    """Whether a line is a greeting."""
    is_one = piece.words <= 14 and _GREETING.fullmatch(piece.text) is not None
    return not piece.why and is_one and _TO_A_HALL.search(piece.text) is None


def whom(greeting: str) -> str:
    """What follows "Dear" in a greeting."""
    match = _GREETING.fullmatch(greeting)
    return _IN_BOTH.sub(" and ", match["whom"]).strip(" ,") if match else ""


def part_glued(found: list[Piece]) -> None:
    """A greeting or sign-off that shares a line with the text gets a piece of its own."""
    for i, piece in enumerate(found):
        greeting = None if piece.why else _GLUED_GREETING.match(piece.text)
        if greeting:
            found[i : i + 1] = [Piece(greeting["all"]), Piece(piece.text[greeting.end() :])]
            break
        title, *stuck = _STUCK_GREETING.split(piece.text)
        if stuck:
            found[i : i + 1] = [Piece(title), Piece(stuck[0])]
            break
    for i in range(len(found) - 1, -1, -1):
        sign_off = None if found[i].why else _GLUED_SIGN_OFF.search(found[i].text)
        if sign_off:
            found[i : i + 1] = [Piece(found[i].text[: sign_off.start()]), Piece(sign_off["all"])]
            break


def _leave_out_head(piece: Piece, letter: Letter) -> None:
    letter.head.append(piece.text)
    subject = _SUBJECT.fullmatch(piece.text)
    letter.subject = letter.subject or (subject["subject"] if subject else "")
    letter.date = letter.date or _date_beside(piece.text)
    stamp = dates.is_stamp(piece.text)
    piece.why = piece.why or ("The date of the letter." if stamp else HEAD)


def _date_beside(line: str) -> dt.date | None:
    """The day in a line of a letter's head that says something else too: "Our ref: JF/12   3 May 2026"."""
    if _ANOTHER_DAY.search(line):
        return None
    reference = _REFERENCE.fullmatch(line)
    cells = [*_CELLS.split(line), *(reference.groups("") if reference else ())]
    dated = (dates.find(cell) for cell in cells if dates.is_stamp(cell))
    return next((found.date for found in dated if found), None)


def _leave_out_subject(found: list[Piece], greeting: int | None, letter: Letter) -> None:
    """The line that says what a letter is about stands under the greeting, or at the top without one."""
    start = 0 if greeting is None else greeting + 1
    for piece in found[start : start + 2]:
        subject = _SUBJECT.fullmatch(piece.text) if piece.words <= 20 else None
        short = greeting is not None and piece.words <= 14 and not sentence_ends(piece.text)
        if not piece.why and (subject or (short and piece.text[-1] not in ",:;")):
            letter.subject = letter.subject or (subject["subject"] if subject else piece.text)
            piece.why = ABOUT
        else:
            return


def _leave_out_title(found: list[Piece], greeting: int | None, letter: Letter) -> None:
    """The line alone over a greeting is a page's title, where the text has all of its longer words."""
    over = [piece for piece in found[:greeting] if piece.why == HEAD] if greeting else []
    if letter.subject or len(over) != 1 or not over[0].text[-1].isalnum() or re.search(r"\d", over[0].text):
        return
    text = " ".join(piece.text for piece in found if piece.words >= _PARAGRAPH).casefold()
    words = re.findall(r"[^\W\d_]{5,}", over[0].text.casefold())
    if words and all(word[:6] in text for word in words):
        letter.subject = over[0].text
        over[0].why = ABOUT


def _leave_out_signature(found: list[Piece], letter: Letter) -> None:
    """The last sign-off with any just above it, and what stands under it but a postscript."""
    kept = [piece for piece in found if not piece.why]
    last = next((i for i in range(len(kept) - 1, -1, -1) if signs_off(kept[i])), None)
    if last is None and letter.is_letter:
        last = next((i for i in range(len(kept) - 1, -1, -1) if _ends(kept, i)), None)
    if last is None or len(kept) - last > _SIGNATURE:
        return
    letter.is_letter = letter.is_letter or kept[last].text.lower().startswith("yours")
    letter.signed = _SEAM.split(kept[last].text)[1:]
    for piece in kept[last + 1 :]:
        if not re.match(r"P\.? ?S\b", piece.text):
            letter.signed.append(piece.text)
            piece.why = "Signature, address or notice under the sign-off."
    kept[last].why = SIGNED
    while last > 0 and signs_off(kept[last - 1]):
        last -= 1
        kept[last].why = SIGNED


def signs_off(piece: Piece) -> bool:
    """Whether a line signs off."""
    return piece.words <= 16 and _SIGN_OFF.fullmatch(_SEAM.split(piece.text)[0].strip(" .")) is not None


def _ends(kept: list[Piece], i: int) -> bool:
    """Whether a line signs off in words of its own: "In hope of peace," with a name and short lines below."""
    above, below = kept[i], kept[i + 1 : i + 1 + _SIGNATURE]
    return (
        above.words <= _OWN_SIGN_OFF
        and above.text.endswith(",")
        and bool(below)
        and _SIGNED_BY.fullmatch(below[0].text) is not None
        and all(piece.words <= _NOTE for piece in below)
    )


def _leave_out_quoted_mail(found: list[Piece]) -> None:
    """Mark the mail that is answered, to the end: the words of a constituent are never ours."""
    quoted = False
    own = _own_header(found)
    for i, piece in enumerate(found):
        headers = sum(
            not near.why and _MAIL_HEADER.match(near.text) is not None for near in found[i : i + _HEADERS]
        )
        header = not piece.why and _MAIL_HEADER.match(piece.text) is not None
        quoted = quoted or (
            i >= own
            and ((header and headers >= _HEADERS - 1) or _QUOTED_MAIL.fullmatch(piece.text) is not None)
        )
        if quoted or (piece.text.startswith(">") and not piece.text.endswith("<")):
            piece.why = ANSWERED
        elif i > 1 and piece.words < 200 and _NOTICE.fullmatch(piece.text):
            piece.why = "A notice of the mail system."


def _open_block_quotes(found: list[Piece]) -> None:
    """Set in quotation marks what a page prints behind ">" under "The Minister said:": it is no mail."""
    if any(map(greets, found)):
        return
    led_in = False
    for piece in found:
        if led_in and piece.text.startswith(">"):
            piece.text = f"“{_BLOCK.sub('', piece.text)}”"
        else:
            led_in = _LEADS_IN.search(piece.text) is not None


def _own_header(found: list[Piece]) -> int:
    """The first place where a mail that is answered may begin: past the header of our own at the top, also
    where a casework system prints its fields over that."""
    sent = next((i for i, piece in enumerate(found) if _MAIL_HEADER.match(piece.text)), None)
    if sent is None or any(piece.words > _NOTE for piece in found[:sent]):
        return 1
    labels: set[str] = set()
    end = sent
    while end < len(found) and (line := _MAIL_HEADER.match(found[end].text)):
        if line["label"].lower() in labels:
            break  # another mail's head
        labels.add(line["label"].lower())
        end += 1
    return end if any(_FROM_US.match(piece.text) for piece in found[sent:end]) else 1
