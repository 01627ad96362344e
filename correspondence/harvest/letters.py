"""What is round the text of a letter: address, greeting, sign-off, the mail that is answered."""

import re
from dataclasses import dataclass, field

from correspondence.harvest import dates, kinds
from correspondence.harvest.layout import Piece, first_sentence, sentence_ends
from correspondence.harvest.lines import is_heading
from correspondence.harvest.names import NAME
from correspondence.harvest.phrases import one_of
from correspondence.text import sentences

ANSWERED = "The mail that was answered: not our words."
GREETED = "The greeting: it names the person who was answered."
HEAD = "Address or reference above the greeting."
_GREETING = re.compile(
    r"(?:dear(?:est)?|(?:hello|hi)(?! and welcome)|good (?:morning|afternoon|evening))\b"
    r"[ ,]*(?P<whom>[^.?!\n]{0,80}?)[,.:!–-]?",
    re.IGNORECASE,
)
_GLUED_GREETING = re.compile(r"(?P<all>Dear [A-Z][^,.?!\n]{0,60},)\s+(?=[A-Z“\"])")
_SIGN_OFF = re.compile(
    r"yours(?: (?:sincerely|faithfully|truly|ever|aye|very sincerely|in haste))?|sincerely(?: yours)?"
    r"|all (?:the|good|best) (?:best|wishes)|many thanks|best|(?:yours )?in (?:solidarity|friendship|peace)"
    r"|cofion(?: gorau| cynnes)?|yn gywir|le (?:gach )?(?:deagh )?dh[uù]rachd|le meas|warmly|take care"
    r"|with (?:many |sincere )?thanks|cheers"
    r"|(?:with )?(?:my |very |all )*(?:(?:kind|best|warm|good)(?:est)? )*(?:regards|wishes)",
    re.IGNORECASE,
)
_GLUED_SIGN_OFF = re.compile(
    r"(?<=[.!?])\s+(?P<all>Yours (?:sincerely|faithfully|truly)\b.{0,120})$", re.IGNORECASE
)
_ON_BEHALF = re.compile(rf"(?P<name>{NAME}|[A-Z][a-z]+)(?: MP)? has asked me to\b")
_STAFF = re.compile(
    r".{0,40}\b(?i:caseworker|assistant|secretary|researcher|office manager|chief of staff|staff|office)\b"
    rf"[^.!?]{{0,30}}?\b(?:to|for|of) (?:the )?(?i:office of )?(?P<name>{NAME}),? MP\b.*"
)
_OWN_HEAD = re.compile(
    rf"(?:(?:From )?(?:[Tt]he )?[Oo]ffice of )?(?P<name>{NAME}|[A-Z]{{2,}}(?: [A-Z’'-]{{2,}})+),?"
    r" (?:MP|MSP|MS|AS/MS|AS|MLA)(?:\b.{0,60})?"
)
_SEAM = re.compile(r"[,\n]| / ")
_SIGNATURE = 25  # pieces under a sign-off at most: name, address, a notice
_QUOTED_MAIL = one_of(r"""
    On\b.{5,150}\bwrote: | begin forwarded message:? | _{10,}
    -{2,}\s*(?:original|forwarded) (?:message|e-?mail)\s*-*
""")
_MAIL_HEADER = re.compile(r"(?:From|Sent|To|Cc|Subject|Date):\s+\S.*", re.IGNORECASE)
_NOTICE = one_of(r"""
    (?:UK Parliament )?disclaimer\b.*
    (?:this|the information in this) e-?mail\b.*\b(?:confidential|intended|privileged|virus)\b.*
    .*\b(?:data protection|privacy (?:policy|notice))\b.*\b(?:website|e-?mail|personal data)\b.*
""")
_SUBJECT = re.compile(r"(?:re|subject|regarding)\s*:\s*(?P<subject>\S.*)", re.IGNORECASE)
_WRITING = (
    r"(?:contact|correspond|writ|wrote|e-?mail|letter|message|touch|postcard|rais|sharing|bringing|taking)"
)
_THANKS = one_of(rf"""
    (?:many )?thank(?:s| you) (?:so much |very much )?for (?:asking|inviting|urging|getting|signing|joining)\b
    .{{3,60}} has asked me to (?:thank|reply|respond|write|get back)\b
    (?:i (?:would like|want|wish|am writing) to )?(?:thank you|thanks|many thanks)\b[^.]{{0,60}}\b{_WRITING}
    diolch(?: yn fawr)?\b.{{0,40}}\bfor your\b | i am (?:very |most )?grateful (?:to you )?for your
    i refer to your | in (?:response|reply) to your
    i (?:am writing|write) (?:in (?:response|reply)|further|to (?:reply|respond|thank))
    further to (?:your|our|my)
    it (?:was|is) (?:so |very )?(?:lovely|good|great|kind) (?:to|of you to) (?:get|receive|hear|write|have)\b
    i (?:was|am) (?:\w+ )?(?:grateful|pleased|sorry|glad|concerned) to (?:receive|read|hear)
""")
_RECEIVED = one_of(r"""
    i have (?:now )?(?:received|had) (?:\w+ ){0,4}(?:letters|e-?mails|messages|correspondence)\b
    i know how (?:strongly|much|many|important|deeply|worried|concerned)\b
    you (?:ask|asked|wrote to) (?:me )?(?:what|whether|if|about|how|why)\b
    i (?:was|am)(?: \w+)? (?:grateful|pleased|sorry|glad|concerned) (?:that you|to (?:hear|read|learn))
""")
_THANKED = re.compile(
    r"(?:(?:once )?again,? )?(?:many )?thank(?:s| you)(?: (?:so|very) much)?(?:(?: once)? again"
    r"| for (?!listening|having|reading|inviting|coming|your attention))|i(?:['’]m| am) grateful to you for",
    re.IGNORECASE,
)
_MORE = r"(?:further|other|more) (?:questions?|quer(?:y|ies)|concerns?|information|issues?|help|assistance)"
_FAREWELL = one_of(rf"""
    (?:once )?again,? (?:i )?(?:would like to )?(?:many )?thank
    (?:i (?:would like|want|wish) to )?(?:many )?thank(?:s| you)(?: very much)?(?: once)? again
    i(?:['’]ll| will| shall)(?:,? of course,?| be sure to| gladly)* (?:let you know|update you|keep you)\b
    i(?:['’]ll| will| shall) (?:be sure to )?share (?:the|any)\b
    please (?:do )?keep\b
    as (?:ever|always), (?:if|please|do)\b
    (?:if|should) you (?:can(?:not|['’]t)|would|wish)\b[^.]{{0,90}}\b(?:my (?:office|team)|e-?mail|reply)\b
    should there be any (?:developments?|news|changes?)\b
    in the meantime,? (?:if|should|please)\b | (?:please )?(?:be|rest) assured (?:that )?(?:my|we)\b
    i(?:['’]d| would) (?:love|like|be (?:glad|keen)) to (?:know|hear)\b[^.]{{0,20}}\b(?:you|your)\b
    i am (?:very |most )?grateful to you for\b
    thank you,? (?:very much |once )?again\b
    (?:please )?(?:do )?keep in touch\b
    i (?:will|shall) (?:write|be in touch|get back|update you)\b[^.]{{0,80}}\b(?:when|once|as soon as)\b
    thank you(?: very much)? for (?:taking|contacting|writing|getting|your (?:time|interest))
    (?:please )?(?:do not|don[’']t|never) hesitate | thank you once more
    please (?:do )?(?:feel free to|get in touch|let me know|contact)
    (?:if|should) (?:you|there|i can)\b[^.]{{0,140}}\b(?:hesitate|contact|touch|let m[ey]\b.* know|{_MORE})
    do (?:please )?let me know\b
    (?:please )?(?:be|rest) assured (?:that )?(?:i|we) (?:will|shall) (?:bear|keep|take|note)\b
    i (?:do )?(?:hope|trust) (?:that )?(?:this|you (?:will )?find|my (?:reply|response)|the above|these?)\b
""")


@dataclass
class Letter:
    """What the outside of a letter tells.

    is_letter: it greets or signs off. to: what follows "Dear". head: the lines above that. signed: the
    lines under the sign-off. subject: what it says it is about.
    """

    is_letter: bool = False
    to: str = ""
    head: list[str] = field(default_factory=list)
    signed: list[str] = field(default_factory=list)
    subject: str = ""


def open_letter(found: list[Piece]) -> Letter:
    """Mark what stands round a letter's text and say what it told. A greeting glued to text is parted."""
    letter = Letter()
    _leave_out_quoted_mail(found)
    _part_glued(found)
    greeting = next((i for i, piece in enumerate(found[:40]) if _greets(piece)), None)
    if greeting is not None and _under_prose(found, greeting):
        greeting = None
    if greeting is not None:
        letter.is_letter = True
        letter.to = whom(found[greeting].text)
        for piece in found[:greeting]:
            _leave_out_head(piece, letter)
        found[greeting].why = GREETED
    _leave_out_subject(found, greeting, letter)
    _leave_out_signature(found, letter)
    return letter


def mark_courtesies(found: list[Piece]) -> bool:
    """Give the opening and closing courtesies of a reply their kind. Whether it had any."""
    kept = [piece for piece in found if not piece.why and not is_heading(piece.text)]
    first = next((i for i, piece in enumerate(kept[:2]) if _opens(piece)), None)
    if first is not None:
        kept[first].kind = "opening"
        if len(kept) > first + 2 and _acknowledges(kept[first + 1]):
            kept[first + 1].kind = "opening"
    closing = [piece for piece in kept[-3:] if piece.kind != "opening" and _closes(piece)]
    for piece in closing:
        piece.kind = "closing"
    return first is not None or bool(closing)


def _opens(piece: Piece) -> bool:
    """A paragraph that thanks and then goes on at length is more than a courtesy."""
    return (
        _THANKS.match(piece.text) is not None and piece.words - len(first_sentence(piece.text).split()) <= 45
    )


def _acknowledges(piece: Piece) -> bool:
    """A second courtesy under the thanks: how many have written, or what was asked."""
    return piece.words <= 60 and (_RECEIVED.match(piece.text) is not None or _opens(piece))


def _closes(piece: Piece) -> bool:
    """A farewell that goes on to say what is held ("I hope this helps. I remain opposed …") is more."""
    after = piece.text[len(first_sentence(piece.text)) :].strip()
    held = after and kinds.of_paragraph(after) == "position"
    thanks = piece.words <= 40 and _THANKED.match(sentences(piece.text)[-1]) is not None
    return piece.words <= 80 and not held and (thanks or _FAREWELL.match(piece.text) is not None)


def written_for(letter: Letter) -> str:
    """The name of the Member whose staff signed, or whose letterhead it is; "" where nothing says so."""
    signed = (_STAFF.fullmatch(line.strip()) for line in letter.signed)
    head = (_OWN_HEAD.fullmatch(line.strip()) for line in letter.head)
    return next((name["name"] for name in (*signed, *head) if name), "")


def by_staff(letter: Letter) -> bool:
    """Whether one of a Member's staff signed."""
    return any(_STAFF.fullmatch(line.strip()) for line in letter.signed)


def is_thanking(found: list[Piece]) -> bool:
    """Whether somebody is thanked for writing, as only a reply does; a column may close with an offer."""
    courtesies = (piece for piece in found if not piece.why and piece.kind in ("opening", "closing"))
    return any(piece.kind == "opening" or _THANKED.match(piece.text) for piece in courtesies)


def mark_on_behalf(found: list[Piece], author: str) -> None:
    """Give what is said of whom a letter is written for ("Jo has asked…") the kind it has as an "I"."""
    kept = [piece for piece in found if not piece.why]
    asked = _ON_BEHALF.search(kept[0].text[:400]) if kept else None
    if asked is None:
        return
    full, first = re.escape(asked["name"]), re.escape(asked["name"].split()[0])
    last = re.escape((author or asked["name"]).split()[-1])
    who = rf"(?:{full}(?: MP)?|{first}|(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame) (?:[A-Z][a-z]+ )?{last}|[Ss]?[Hh]e)"
    about = re.compile(rf"\b{who} (?:(?P<has>has)|(?P<is>is)|(?P<does>(?!was\b)[a-z]+[^s\W])s|(?=[a-z]))\b")
    for piece in kept[1:]:
        if piece.kind == "policy":
            piece.kind = kinds.of_paragraph(about.sub(_as_own, piece.text))


def _as_own(found: re.Match[str]) -> str:
    """ "I have" for "Jo has", "I believe" for "he believes"."""
    return "I " + ("have" if found["has"] else "am" if found["is"] else found["does"] or "")


def _under_prose(found: list[Piece], i: int) -> bool:
    """Whether two paragraphs stand over a line: it is no greeting, or that of something printed below."""
    return sum(not piece.why and piece.words >= 25 and sentence_ends(piece.text) for piece in found[:i]) > 1


def _greets(piece: Piece) -> bool:
    return not piece.why and piece.words <= 14 and _GREETING.fullmatch(piece.text) is not None


def whom(greeting: str) -> str:
    """What follows "Dear" in a greeting."""
    match = _GREETING.fullmatch(greeting)
    return match["whom"].strip(" ,") if match else ""


def _part_glued(found: list[Piece]) -> None:
    """A greeting or sign-off that shares a line with the text gets a piece of its own."""
    for i, piece in enumerate(found):
        greeting = None if piece.why else _GLUED_GREETING.match(piece.text)
        if greeting:
            found[i : i + 1] = [Piece(greeting["all"]), Piece(piece.text[greeting.end() :])]
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
    stamp = dates.is_stamp(piece.text)
    piece.why = piece.why or ("The date of the letter." if stamp else HEAD)


def _leave_out_subject(found: list[Piece], greeting: int | None, letter: Letter) -> None:
    """The line that says what a letter is about stands under the greeting, or at the top without one."""
    start = 0 if greeting is None else greeting + 1
    for piece in found[start : start + 2]:
        subject = _SUBJECT.fullmatch(piece.text) if piece.words <= 20 else None
        short = greeting is not None and piece.words <= 14 and not sentence_ends(piece.text)
        if not piece.why and (subject or (short and piece.text[-1] not in ",:;")):
            letter.subject = letter.subject or (subject["subject"] if subject else piece.text)
            piece.why = "The line that says what the letter is about."
        else:
            return


def _leave_out_signature(found: list[Piece], letter: Letter) -> None:
    """The last sign-off with any just above it, and what stands under it but a postscript."""
    kept = [piece for piece in found if not piece.why]
    last = next((i for i in range(len(kept) - 1, -1, -1) if _signs_off(kept[i])), None)
    if last is None or len(kept) - last > _SIGNATURE:
        return
    letter.is_letter = letter.is_letter or kept[last].text.lower().startswith("yours")
    letter.signed = _SEAM.split(kept[last].text)[1:]
    for piece in kept[last + 1 :]:
        if not re.match(r"P\.? ?S\b", piece.text):
            letter.signed.append(piece.text)
            piece.why = "Signature, address or notice under the sign-off."
    while last >= 0 and _signs_off(kept[last]):
        kept[last].why = "The sign-off: a new letter gets its own."
        last -= 1


def _signs_off(piece: Piece) -> bool:
    return piece.words <= 16 and _SIGN_OFF.fullmatch(_SEAM.split(piece.text)[0].strip(" .")) is not None


def _leave_out_quoted_mail(found: list[Piece]) -> None:
    """Mark the mail that is answered, to the end: the words of a constituent are never ours."""
    quoted = False
    for i, piece in enumerate(found):
        headers = sum(not near.why and _MAIL_HEADER.match(near.text) is not None for near in found[i : i + 4])
        header = not piece.why and _MAIL_HEADER.match(piece.text) is not None
        quoted = quoted or (
            i > 0 and ((header and headers >= 3) or _QUOTED_MAIL.fullmatch(piece.text) is not None)
        )
        if quoted or piece.text.startswith(">"):
            piece.why = ANSWERED
        elif i > 1 and piece.words < 200 and _NOTICE.fullmatch(piece.text):
            piece.why = "A notice of the mail system."
