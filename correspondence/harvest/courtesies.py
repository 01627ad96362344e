"""The opening and closing courtesies of a reply: thanks for writing, and an offer of further help."""

import re

from correspondence.harvest import stances
from correspondence.harvest.layout import Piece, first_sentence
from correspondence.harvest.lines import is_heading
from correspondence.harvest.phrases import one_of
from correspondence.text import sentences

_WRITING = (
    r"(?:contact|communicat|correspond|writ|wrote|e-?mail|letter|message|touch|postcard|rais|sharing|bringing"
    r"|taking)"
)
_THANK_YOU = r"(?:thank you|thanks|many thanks)\b(?![^.]{0,90}\b(?:their|your) MPs?\b)"  # as an MP does
_THANKS = one_of(rf"""
    (?:many )?thank(?:s| you) (?:so much |very much )?for (?:asking|inviting|urging|getting|signing|joining)\b
    (?:many )?thank(?:s| you) for (?:adding|lending) your (?:name|voice|support)\b
    .{{3,60}} has asked me to (?:thank|reply|respond|write|get back)\b
    (?:i (?:would like|want|wish|am writing) to )?{_THANK_YOU}[^.]{{0,60}}\b{_WRITING}
    diolch(?: yn fawr)?\b.{{0,40}}\bfor your\b
    i(?: am|[’']m| was) (?:\w+ )?grateful (?:to you\b[^.]{{0,30}} )?for (?:your\b|(?:\w+ ){{0,3}}{_WRITING})
    i refer to your | in (?:response|reply) to your
    i (?:am writing|write) (?:further|to (?:reply|respond|thank)|to you because you\b)
    i (?:am writing|write) in (?:response|reply)(?! to (?:mr|mrs|ms|miss|mx|dr)\b)
    further to (?:your|our|my)
    it (?:was|is) (?:so |very )?(?:lovely|good|great|kind) (?:to|of you to) (?:get|receive|hear|write|have)\b
    i (?:was|am) (?:\w+ )?(?:grateful|pleased|sorry|glad|concerned) to (?:receive|read|hear)
""")
_RECEIVED = one_of(r"""
    i have (?:now )?(?:received|had) (?:\w+ ){0,4}(?:letters|e-?mails|messages|correspondence)\b
    i (?:\w+ )?(?:understand|appreciate|recognise|know|share)\b[^.]{0,60}\bstrength of feeling\b
    i know how (?:strongly|much|many|important|deeply|worried|concerned)\b
    you (?:ask|asked|wrote to) (?:me )?(?:what|whether|if|about|how|why)\b
    i (?:was|am)(?: \w+)? (?:grateful|pleased|sorry|glad|concerned) (?:that you|to (?:hear|read|learn))
""")
_THANKED = re.compile(
    r"(?:(?:once )?again,? )?(?:with )?(?:many )?thank(?:s| you)(?: (?:so|very) much)?(?:(?: once)? again"
    r"| for (?!listening|having|reading|inviting|coming|your attention))|i(?:['’]m| am) grateful to you for",
    re.IGNORECASE,
)
_WELCOMES = one_of(r"""
    good (?:morning|afternoon|evening)\b | (?:hello|hi),? (?:and|everyone|everybody|all)\b
    (?:a (?:very )?warm )?welcome to (?:my|the|this|another)\b
    (?:it(?:['’]s| is)|what) (?:an? )?(?:\w+ )?(?:pleasure|honour|privilege|delight) to\b
    (?:thank you|thanks)(?: very much| so much)?,? [A-Z]\w+,? for (?:that|your|the)\b
""")
_FOR_WRITING = re.compile(
    rf"(?:(?:once )?again,? )?(?:many )?thank(?:s| you)(?! to (?:every|all|those))\b.{{0,60}}\b(?:{_WRITING}"
    r"|for your (?!kind|attention|patience|service))",
    re.IGNORECASE,
)
_TO_A_WRITER = one_of(r"""
    thank you(?: so much| very much)? for your (?:recent )?(?:letter|e-?mail|message)\b
    thank you(?: so much| very much)? for (?:e-?mailing me|contacting me|writing|getting in touch)\b
""")
_MEANWHILE = re.compile(r"(?:in the meantime|meanwhile|finally|and|but|so),? ", re.IGNORECASE)
_MORE = r"(?:further|other|more) (?:questions?|quer(?:y|ies)|concerns?|information|issues?|help|assistance)"
_UNWELCOME = (  # "… you will be disappointed by parts of the answer"
    r"(?=[^.]{0,90}\b(?:answer|reply|response|news|letter|wanted|hoped|looking for)\b)"
    r"[^.]{0,60}\b(?:disappoint\w*|not (?:be )?(?:quite |exactly |all )?(?:the|what|everything))\b"
)
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
    with (?:[a-z]+ ){{0,3}}thanks (?:again\b|once\b|to you\b|for (?:your|writing|getting|taking|all you)\b)
    with (?:[a-z]+ ){{0,3}}(?:good|best|kind\w*|warm\w*) (?:wish(?:es)?|regards)\b
    i (?:will|shall) (?:write|be in touch|get back|update you)\b[^.]{{0,80}}\b(?:when|once|as soon as)\b
    thank you(?: very much)? for (?:taking|contacting|writing|getting|your (?:time|interest))
    (?:please )?(?:do not|don[’']t|never) hesitate | thank you once more
    please (?:do )?(?:feel free to|get in touch|let me know|contact)
    please (?:do )?(?:tele)?(?:phone|ring|call|e-?mail|write to) (?:me|us|my|our)\b
    (?:if|should) (?:you|there|i can)\b[^.]{{0,140}}\b(?:hesitate|contact|touch|let m[ey]\b.* know|{_MORE})
    do (?:please )?let me know\b
    (?:if|should) you\b[^.]{{0,140}}\b(?:call|ring|phone|e-?mail|write to|reach|reply to) (?:me|us|my|our)\b
    you can (?:also |always )?(?:reply|ring|call|contact|e-?mail|write to|reach) (?:me|us|my|straight)\b
    i(?:['’]m| am)? look(?:ing)? forward to (?:hearing|seeing|meeting|your)\b
    (?:if|should) you\b[^.]{{0,100}}\bmy (?:inbox|door) is (?:always )?open\b
    thank you to (?:everyone|everybody|all (?:of you|those)|those)\b[^.]{{0,40}}\bwho\b
    i thank all (?:(?:right )?hon\b|noble|colleagues|members)
    (?:thank you|thanks)(?: very much| once again)* for (?:listening|having|inviting|coming|reading)\b
    (?:please )?(?:do )?come (?:along )?(?:to|and see) (?:me|us|my|our)\b
    (?:my|our) (?:door|office|team|surger(?:y|ies))\b[^.]{{0,60}}\b(?:open to|here to help|there for)\b
    (?:please )?(?:be|rest) assured (?:that )?(?:i|we) (?:will|shall) (?:bear|keep|take|note)\b
    (?:please )?(?:be|rest) assured (?:that )?(?:i|we) (?:will|shall) (?:go on|carry on|continue)\b
    i (?:know|realise|appreciate|understand|recognise|fear) (?:that )?(?:this|it|you|my)\b{_UNWELCOME}
    i(?:['’]m| am) (?:very |so |truly )?sorry (?:that )?(?:this|that|it|i|my)\b{_UNWELCOME}
    [^.]{{0,80}}\b(?:please|do) (?:do |please )?get (?:back )?in (?:touch|contact)(?: again)? (?:if|should)\b
    i (?:do )?(?:hope|trust) (?:that )?(?:this|that['’]s|it helps|you (?:will )?find|the above|these?)\b
    i (?:do )?(?:hope|trust) (?:that )?my (?:reply|response)\b
""")


def mark_courtesies(found: list[Piece]) -> bool:
    """Give the opening and closing courtesies of a reply their kind. Whether it had any."""
    text = [piece for piece in found if not piece.why]
    text = [piece for piece in text if piece.voice == text[0].voice]  # and of no letter enclosed behind it
    unended = (piece for piece in text[1:][-1:] if _FOR_WRITING.match(piece.text))
    last = next(unended, None)
    kept = [piece for piece in text if piece is last or not is_heading(piece.text)]
    first = next((i for i, piece in enumerate(kept[:2]) if _opens(piece)), None)
    if first is not None:
        kept[first].kind = "opening"
        if len(kept) > first + 2 and _acknowledges(kept[first + 1]):
            kept[first + 1].kind = "opening"
    closing = [piece for piece in kept[-3:] if piece.kind != "opening" and _closes(piece)]
    for piece in closing:
        piece.kind = "closing"
    answers = any(_TO_A_WRITER.match(piece.text) for piece in kept[:1])
    return answers or first is not None or bool(closing)


def thanks(text: str) -> bool:
    """Whether a text begins with thanks for writing."""
    return _THANKS.match(text) is not None


def _opens(piece: Piece) -> bool:
    """A paragraph that thanks and then goes on at length is more than a courtesy."""
    greets = thanks(piece.text) or _WELCOMES.match(piece.text) is not None
    return greets and piece.words - len(first_sentence(piece.text).split()) <= 45


def _acknowledges(piece: Piece) -> bool:
    """A second courtesy under the thanks: how many have written, or what was asked."""
    return piece.words <= 60 and (_RECEIVED.match(piece.text) is not None or _opens(piece))


def _closes(piece: Piece) -> bool:
    """A farewell that goes on to say what is held ("I hope this helps. I remain opposed …") is more; thanks
    in passing, in the middle of other things, are less."""
    after = piece.text[len(first_sentence(piece.text)) :].strip()
    if piece.words > 80 or (after and stances.of_paragraph(after) == "position"):
        return False
    told = sentences(piece.text)
    courteous = [_THANKED.match(_MEANWHILE.sub("", one)) or _FAREWELL.match(one) for one in told]
    thanked = piece.words <= 40 and _THANKED.match(told[-1])
    return bool(courteous[0] or thanked or 2 * sum(map(bool, courteous)) > len(told))


def thanks_first(found: list[Piece]) -> bool:
    """Whether one of the first two paragraphs begins so."""
    kept = [piece for piece in found if not piece.why and not is_heading(piece.text)]
    return any(thanks(piece.text) for piece in kept[:2])


def is_thanking(found: list[Piece]) -> bool:
    """Whether somebody is thanked for writing, as only a reply does; a column may close with an offer."""
    courtesies = (piece for piece in found if not piece.why and piece.kind in ("opening", "closing"))
    return any(
        not _WELCOMES.match(piece.text) if piece.kind == "opening" else _FOR_WRITING.match(piece.text)
        for piece in courtesies
    )
