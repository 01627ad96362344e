"""What kind of Document this is, and what kind of Paragraph each piece."""

import re

from correspondence import text as texts
from correspondence.harvest.layout import Piece, sentence_ends
from correspondence.harvest.phrases import one_of
from correspondence.harvest.quotations import quotes, uses_single_marks

_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]e|we|We|[Oo]ur)\b")
_TO_YOU = one_of(r"""
    \byour (?:concerns?|views?|letter|e-?mail|message|questions?|support|points?|comments?|interest|case)
    \bcontact(?:ing|ed)? me | \bwrit(?:ing|ten) to me | \bassure you | \bshare with you
    \byou (?:raise|mention|ask|are right|wrote|describe|say) | \bas you (?:may )?(?:know|say|rightly)
""")
_OFTEN = one_of(r"""
    also | already | always | recently | now | previously | repeatedly | personally | therefore | today
    still | do
    certainly | of course | fully | strongly | firmly | deeply | very(?: much)? | completely | entirely
    absolutely
    wholeheartedly | extremely | not | remain
""").pattern
_DONE = one_of(r"""
    written | wrote | raised | asked | met | tabled | (?:co-)?signed | contacted | spoken | spoke
    called (?:on|for)
    made representations | urged | pressed | lobbied | sought | sponsored | submitted | challenged
    questioned | visited | took (?:this|that|it|the matter|the case) up
    put (?:this|these|that|it|the case|your|my)
    passed (?:this|these|it|them|your|on) | forwarded
    attended | taken (?:this|the matter|it) up | been in (?:touch|contact) | done so | put the point
    told(?! the House) | arranged | secured | invited | hosted | launched | convened | organised
    set up | chaired | requested
""").pattern
_TO_DO = one_of(r"""
    raise | write | continue | press | ask | keep | work | speak | meet | monitor | ensure | make | do
    contact | table
    support | vote | pass | follow | push | seek | urge | hold | fight | campaign | listen
    be (?:writing|raising|asking|meeting|pressing|calling|speaking|seeking|holding|hosting|attending)
    be (?:at|supporting|joining|tabling|arranging|inviting|visiting)
""").pattern
_ACTION = one_of(rf"""
    \bI(?:['’]ve|['’]d| have| had)?(?:,? {_OFTEN},?|, as [^,.]{{2,40}},)* {_DONE}\b
    \bI(?:['’]ll| will| shall| am going to| intend to(?! vote)| plan to(?! vote))(?:,? {_OFTEN},?)* {_TO_DO}\b
    \bI(?:['’]ll| will| shall), however, {_TO_DO}\b
    \bI(?:['’]m| am) (?:writing|meeting|calling|pressing|asking|seeking|working|arranging|pushing)\b
    \bI(?:['’]m| am)(?:,? {_OFTEN},?)* an? (?:co-?)?(?:sponsor|signatory)\b
    \bmy (?:office|team) (?:has|have|is|are|will)\b
""")
_HELD = one_of(r"""
    believe | support | oppose | think | welcome | share | agree | disagree | voted | opposed | supported
    back | favour
    reject | want | feel | deplore | condemn | object | regret | abstained | accept | condone
    spoke (?:for|against) | consider | maintain | argue
""").pattern
_MINDED = one_of(r"""
    opposed | concerned | in favour | convinced | pleased | proud | clear that | disappointed | against
    supportive
    sceptical | unconvinced | hopeful | persuaded | determined
    committed | appalled | horrified | of the view | worried | saddened | an? (?:[a-z]+ )?supporter of
    dismayed | outraged | shocked | alarmed
""").pattern
_POSITION = one_of(rf"""
    (?<!whether )(?<!if )\bI(?:,? {_OFTEN},?| would)* {_HELD}\b
    \bI(?:['’]ve| have) (?:(?:long|always|consistently) )?(?:argued|believed|maintained|felt|supported)\b
    \bI(?:['’]ve| have) been (?:calling for|clear) | \blet me be (?:blunt|clear|plain|frank)
    \b(?:ministers|(?:the|this|a|any) (?:next |new )?government|britain) (?:should|must|ought to)\b
    \b(?:my|the (?:[a-z]+ ){{1,2}}) ?party (?:would|wants|believes|supports|opposes)\b | \bwhat should we do\b
    \b(?:it is|it['’]s|is it|that is|this is) (?:simply |just |not |quite |plainly )*(?:right that|wrong)\b
    \bI (?:don['’]t|cannot|can['’]t|did not|didn['’]t|will not|won['’]t|would not|never) {_HELD}\b
    \bI(?:['’]d| would) (?:love|like) to see\b | \bI (?:do not|don['’]t|never|did not|will not|cannot) sign\b
    \bwe (?:want (?:to|an?|the)|oppose|believe (?:that|in)|reject|condemn|are (?:opposed|against|in favour))\b
    \bI(?: am|['’]m| was| remain)(?: {_OFTEN})* {_MINDED}\b
    \bI(?:['’]ll| will| shall) (?:not be satisfied|be voting (?:for|against))\b
    \bin my (?:view|opinion|judge?ment) | \bmy (?:own )?(?:view|position|belief) (?:is|lies|remains)
    \bit is my view | \bto my mind
    \bI (?:intend|plan) to vote (?:for|against)
""")


_SEVERAL = 2  # people who speak for themselves: their words are not one writer's, who says "we" now and then


def of_document(found: list[Piece], *, is_letter: bool, by_politician: bool = False) -> str:
    """ "reply", "column" or "report", from what stays of a Document. by_politician: its byline says so."""
    if is_letter:
        return "reply"
    kept = [piece for piece in found if not piece.why]
    spoken = [piece for piece in kept if piece.speaker]
    voices = {piece.voice for piece in kept if piece.voice}
    single = uses_single_marks([piece.text for piece in kept])
    plain = [_outside_marks(piece.text, single) for piece in kept if not piece.voice]
    if len(voices) == 1 and not any(sentence_ends(text) for text in plain):
        return "column"  # a statement: one person speaks, and a line says who
    first = sum(sentence_ends(text) and _FIRST_PERSON.search(text) is not None for text in plain)
    to_you = sum(len(_TO_YOU.findall(text)) for text in plain)
    if first and to_you >= 2:
        return "reply"
    if by_politician:
        return "column"
    if len(voices) >= _SEVERAL and first <= len(plain) / 4:
        return "report"
    if voices and first <= sum(map(sentence_ends, plain)) * 0.15:
        return "report"
    return "report" if len(spoken) >= 2 and not first else "column"


def of_paragraph(text: str) -> str:
    """ "action" where it says what was or will be done, "position" where what is held; else "policy"."""
    sentences = texts.sentences(text)
    actions = [i for i, sentence in enumerate(sentences) if _ACTION.search(sentence)]
    positions = [i for i, sentence in enumerate(sentences) if _POSITION.search(sentence)]
    enough = len(sentences) / 3
    if actions and (0 in actions or len(actions) >= enough) and len(actions) >= len(positions):
        return "action"
    if positions and (0 in positions or len(positions) >= enough):
        return "position"
    return "action" if actions and (0 in actions or len(actions) >= enough) else "policy"


def _outside_marks(text: str, single: bool) -> str:
    for quote in reversed(quotes(text, single=single)):
        text = text[: quote.start] + text[quote.end :]
    return text
