"""What each sentence of a letter does: asks, thanks, changes the subject, leans on another."""

import re
from dataclasses import dataclass

from correspondence.text import Span, sentence_spans, words
from correspondence.understanding.asking import asks, is_courtesy
from correspondence.understanding.clauses import clauses
from correspondence.understanding.leaning import begins_anew, leans
from correspondence.understanding.trouble import asks_for_help, tells_own_trouble
from correspondence.understanding.wording import either, wordings

_OPENER = wordings(
    r"""
    also\b   secondly\b   second,   thirdly\b   third,   fourthly\b   lastly\b   finally\b   and finally\b
    last of all\b
    on (?:another|an(?:other)? (?:entirely |completely )?(?:un)?related|a (?:completely |totally |
        wholly |rather |slightly )?(?:different|separate|related|second|further|final))\b
    (?:and )?another (?:thing|matter|point|issue|concern|question|problem|subject)\b
    (?:and )?one (?:more|other|further|last|final|further)\b
    my (?:other|second|third|next|final|last|further) \w+ (?:is|was|are|concerns?|relates?|for)\b
    my (?:second|third|next|final|last) (?:concern|question|point)
    the (?:other|second|third|next|last|final) (?:concern|question|point|worry|issue|request|thing|
        matter)\b
    separately\b   by the (?:way|by)\b   incidentally\b   in addition\b   additionally\b
    (?:and )?while (?:i'm|i’m|i am|we're|we are|i have|i've|i’ve|we) (?:writing|at it|here|on|
        about it|got you|you)
    whilst (?:i'm|i’m|i am|we)
    (?:and )?(?:i|we)(?:'ll|’ll|'d|’d| would| will| should)? (?:must |just )?also (?:want|wanted|
        mention|wish|like|add|need|wonder|worry|think|believe|feel|object|disagree|have (?:a|another))
    (?:can|may|could|might) (?:i|we) also\b   turning to\b   moving on\b   as well as (?:that|this)\b
    next,   oh,? (?:and|also)\b   p\.? ?p?\.?s\b   (?:and )?(?:what|how) about the\b   unrelated\b
    changing the subject\b   there(?:'s| is| are) also\b   there is (?:another|one more|a second)
    the same goes for\b
    besides (?:that|this),   \(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)]\s   [-*•–]\s
    """,
    before=r"^\W*",
)
_STRONG = wordings(
    r"""
    \b(?:i|we)(?:'m| am|'re| are)? (?:\w+ )?(?:worried|concerned|appalled|disgusted|angry|furious|
        outraged|horrified|alarmed|dismayed|shocked|fed up|sick of|oppose|object|against|support|want|
        opposed|believe|urge)\b
    \b(?:should(?:n't)?|ought|must(?:n't)?|need to|needs to|has to|have to) (?:not |now |all |be )?\w+
    \b(?:disgrace\w*|unacceptable|shameful|scandal\w*|unfair|outrage\w*|it is wrong|isn't right|
        not right|wrong that|can't be right|cruel|a joke|get rid of|nobody (?:seems|cares)|
        nothing is (?:being )?done|enough is enough)\b
    \bwe must\b   \b(?:i|we) (?:can't|cannot|can not) (?:bear|stand|believe|accept|understand|abide)\b
    \bi (?:do not|don't) (?:want|think|agree|believe|understand)\b
    """,
)
_COMPLAINT = wordings(
    r"""
    worr\w+   concern\w*   terrible   awful   dangerous   hopeless   broken   stop\w*   ban\w*
    complain\w*   neglect\w*   potholes?   parking   rubbish   litter   nobody   nothing   never   still
    again   joke   shut   closed   closing   cut   waiting   late   bad   worse   worst   ruin\w*   mess
    danger   disgusting   disgrace\w*   scandal\w*   unfair   should   ought   must   need\w*   wrong
    shame\w*   problem   issue   no \w+   not \w+   can't   cannot   won't   haven't   hasn't   isn't
    aren't   don't   doesn't
    """,
    before=r"\b",
    after=r"\b",
)
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])[.)]")
_SMALL_START = re.compile(r"\w{2}([.!?]+)\s+(?=[a-z])()")
_CAPITAL_START = re.compile(r"[.!?]\s+[A-Z]")
_ITEM = r"(?:[-*•–]|\(?\d{1,2}[.)])\s"
_RUN_ON = r"[ \t](?=•\s)|(?<=[.!?:;])[ \t](?=[-*–]\s[A-Z])"  # a list that was pasted into one line
_LIST = rf"(?:^|\n)\s*{_ITEM}|:[ \t]*\n"
_OWN_LINE = either(r"""
    (?:And |But |So )?(?:Also|Plus|Finally|Lastly|Secondly|Thirdly|Separately|Additionally|In addition|
        What|Why|When|Where|How)\b
    (?:Will|Would|Could|Can|Do|Are|Have) (?:you|the|I|we)\b   Please\b   Thank(?:s| you)\b
    """)
_COMMON = frozenset(
    """
    the and for that this with you your are was were been have has had not but from they them their
    there what when will would could should can may might must just like know ask tell please really
    want some any all more than then about into over out who why how which where whether his her our
    its one two also very much get got going being does did doing said says make made take way thing
    things lot people year years time last first new now even because while only other such too own
    few many still back off down well here each every both these those own let say see think going
    government minister ministers department parliament member dear grateful matter question answer
    find raise against through during before after without steps assessment made letter write
    writing wrote
    """.split()
)


@dataclass(frozen=True)
class Sentence:
    """A sentence of a body and what it does."""

    start: int
    end: int
    paragraph: int
    ask: bool
    help: bool
    courtesy: bool
    opener: bool
    strong: bool
    complaint: bool
    case: bool
    leans: bool
    anew: bool
    stems: frozenset[str]

    @property
    def full(self) -> bool:
        """Whether it is an ask that says by itself what it is about."""
        return self.ask and not self.leans and len(self.stems) >= 4


def read_sentences(body: str) -> list[Sentence]:
    """The sentences of a body, in order."""
    read: list[Sentence] = []
    before = ""
    small = len(_SMALL_START.findall(body)) > len(_CAPITAL_START.findall(body))
    for paragraph, (start, end) in enumerate(_blocks(body)):
        spans = sentence_spans(body, start, end)
        whole = _numbered(body, _small_spans(body, spans) if small else spans)
        for first, last in (clause for span in whole for clause in clauses(body, span)):
            text = body[first:last]
            read.append(_read(text, before, first, last, paragraph))
            before = text
    return read


def _numbered(body: str, spans: list[Span]) -> list[Span]:
    """The spans with the number of a list's item put back before its sentence."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and _NUMBER.fullmatch(body, *joined[-1]):
            start = joined.pop()[0]
        joined.append((start, end))
    return joined


def _small_spans(body: str, spans: list[Span]) -> list[Span]:
    """The sentences of somebody who starts none with a capital."""
    found: list[Span] = []
    for start, end in spans:
        for stop in _SMALL_START.finditer(body, start, end):
            found.append((start, stop.end(1)))
            start = stop.start(2)
        found.append((start, end))
    return found


def _read(text: str, before: str, start: int, end: int, paragraph: int) -> Sentence:
    plain = " ".join(text[:1500].replace("’", "'").split())
    stems = frozenset(
        word[:6].rstrip("s") for word in words(text[:1500]) if len(word) > 2 and word not in _COMMON
    )
    courtesy = is_courtesy(plain, stems)
    case = tells_own_trouble(text, before)
    helps = asks_for_help(text)
    return Sentence(
        start, end, paragraph,
        ask=not courtesy and asks(plain),
        help=helps,
        courtesy=courtesy and not case,
        opener=_OPENER.match(plain) is not None,
        strong=_STRONG.search(plain) is not None,
        complaint=_COMPLAINT.search(plain) is not None,
        case=case,
        leans=leans(plain, stems),
        anew=begins_anew(plain, stems),
        stems=stems,
    )  # fmt: skip


def _blocks(body: str) -> list[Span]:
    """Paragraphs: parted by a blank line, a list's next item, or a line that ends as a sentence does; under a
    list also by a line that begins as one."""
    spans: list[Span] = []
    start = 0
    wrapped = re.search(r"\n[ \t]*\n", body) is not None
    pattern = rf"\n[ \t]*\n\s*|\n(?=\s*{_ITEM})|{_RUN_ON}"
    if not wrapped:
        pattern += r"|(?<=[.!?:…])[ \t]*\n"
    for gap in re.finditer(rf"{pattern}|(?P<line>\n(?=[ \t]*{_OWN_LINE}))", body):
        if gap["line"] and not re.search(_LIST, body[max(0, start - 2) : gap.start()]):
            continue
        spans.append((start, gap.start()))
        start = gap.end()
    spans.append((start, len(body)))
    return [(first, last) for first, last in spans if body[first:last].strip()]
