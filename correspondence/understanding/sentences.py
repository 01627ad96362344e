"""What each sentence of a letter does: asks, thanks, changes the subject, leans on another."""

import re
from dataclasses import dataclass

from correspondence.text import Span, sentence_spans, words
from correspondence.understanding.casework import asks_for_help, tells_own_trouble
from correspondence.understanding.clauses import clauses
from correspondence.understanding.leaning import begins_anew, leans
from correspondence.understanding.wording import wordings

_ASK = wordings(
    r"""
    \?   \b(?:will|would|could|can|won't) (?:you|somebody|someone|anybody|anyone)\b
    ^(?:so |and |but |also,? )?(?:please|kindly)\b
    \bplease (?:could|can|would|will|ask|tell|vote|raise|support|oppose|stop|act|do|make|press|push|
        urge|write|get|take|back|sign|speak|stand|attend|find|explain|help|look|ensure|investigate|
        consider|reconsider|reject|scrap|give|listen|think|go|put|end|ban|fix|sort|protect|save|keep|
        let|bring|call|use)\b
    \b(?:i|we)(?:'d| would| should) (?:really |very much |also |just |dearly |honestly |
        simply )*(?:be (?:very |most |really )?(?:grateful|glad|interested|obliged)|ask|urge|(?:like|
        love|appreciate|welcome|value|want|prefer|wish) (?:to (?:know|hear|see|ask|understand|
        find out|learn|urge|request|be told|have)|you|it|if|some\w*|an?|the|your|him|her|them|our|my|
        answers|ministers|clari\w+|that|more|action|government))\b
    \b(?:i|we) (?:also |really |therefore |strongly |just |simply )*(?:urge|ask (?:you|that|whether|
        if|why|the government|the minister)|call on|implore|beg you|request|demand|wonder|want (?:you|
        to (?:know|understand|ask|hear)|an|a|the|my|our|answers)|need (?:you|to know|answers|
        an answer))\b
    \b(?:am|are|'m|'re) (?:also |therefore |now )?(?:asking|calling on|urging|requesting|
        writing to (?:ask|urge|request|find out)|keen to know|hoping you)\b
    \bwhat (?:i|we)(?: really| would|'d| most| actually)* (?:want|like|need|would like)\b
    \b(?:my|our|the|a|one|another) (?:\w+ )?question(?:s)? (?:is|are|was|to you)\b
    (?:^|\bplease |\byou |\band |\bjust |, )tell (?:me|us)\b
    \blet (?:me|us) know (?:if|whether|what|why|how|when|who|where|which)\b   \bhow come\b   \bi'd ask\b
    \bdo something about\b   \bvote (?:for|against|to|in favour)\b   \bwhat is being done\b
    \bgrateful to (?:know|hear|learn)\b   \bi(?:'d| would)? wonder\b
    \bwonder(?:ing|ed)? (?:what|if|whether|why|how|when|who|where)\b
    ^(?:so |and |but |also,? )*do (?!not\b)(?:\w+ ){1,3}(?:get|go|have|ever|really|actually|come|need|know|
        pay|stay|receive)\b
    ^(?:so |and |but |also,? |or )*(?:why|how (?:many|much|long|can|is|are|do|does|will)|when (?:will|
        is|are|do|does)|what (?:is|are|about|will|does|do|has|have)|who (?:is|are|will)|where (?:is|
        are|do|does)|is there|are there|will the|has (?:any|the)|have (?:they|you|the)|does (?:any|
        the)|do (?:they|you|the)|can (?:they|the|anyone))\b
    \bwill (?:the )?(?:government|minister|council|mp|chancellor)\b.{0,60}\b(?:yes or no|or not)\b
    \bor not\W*$
    ^(?:so |and |but |also,? |or |ps |p\.s\. |now )*(?:can|could|does|did|is|are|will|would|has|
        shouldn't|isn't|aren't|why) (?!i\b|do\b)\w+
    \bhas anyone\b   \bexplain (?:this|to me|why|how|what)\b   ,? please[.!]?$   \ba straight answer\b
    """,
)
_NO_ASK = wordings(
    r"""
    \b(?:as|when|what) you (?:can|will|would|could)\b(?!.*\?)
    (?<!grateful )(?<!glad )(?<!obliged )(?<!pleased )(?<!appreciate it )(?<!kind )(?<!helpful )(?<!wonder )
        \bif you (?:can|will|would|could)\b(?!.*\?)
    \b(?:i|we) would like to (?:say|thank|start|begin|add|mention|congratulate|express|introduce|
        record|point out)\b
    ^(?:can|may|could) i (?:just |also |first )*(?:say|mention|thank|start|add)\b
    """,
)
_COURTESY = wordings(
    r"""
    (?:many |very |with )?(?:thanks?|thank you)\b   i (?:very much )?(?:look|looking) forward\b
    looking forward\b
    (?:i|we)(?:'d| would)? (?:really |very much |much )?(?:appreciate|be (?:most |very |
        really )?(?:grateful|glad|pleased)(?: for| of| to (?:receive|have|get|hear))?|welcome|like|
        hope (?:to|for)|expect|await) (?:hear(?:ing)? (?:from|back)|an? |your |from |
        the courtesy of a )?(?:(?:written|prompt|early|personal|quick|full|proper|detailed|
        speedy) )*(?:reply|response|answer|acknowledg\w+|you|hearing|views|thoughts|opinion|
        position)\b
    (?:please )?(?:can|could|would|will) you (?:please )?(?:reply|respond|acknowledge|get back|
        write back|confirm (?:receipt|that you)|let me know (?:your (?:views|thoughts|position)|
        what you (?:think|intend|can do|plan)))
    please (?:do )?(?:let me know (?:what you|your|if you (?:need|require|can help)|how you)|reply|
        respond|acknowledge|find (?:attached|enclosed)|see attached|excuse|forgive|accept|bear|
        confirm receipt|get back|feel free|don't (?:send|fob|give|reply)|do not (?:send|fob|reply))
    (?:i )?(?:do )?hope (?:you|this|that you|all)\b.{0,30}(?:well|finds?|keeping|good)
    (?:i'm |i am )?(?:so |very )?sorry (?:for|to|if|that|about)\b   (?:my )?apologies\b   forgive\b
    excuse\b   (?:please )?bear with
    i (?:know|realise|appreciate|understand) (?:that )?you(?:'re| are| must| will|
        'll)?\b.{0,30}(?:busy|receive|get|hundreds|lots|many)
    .{0,40}\btreated? (?:this )?(?:as |in )?(?:private|confiden)
    .{0,20}\b(?:not|n't) (?:print|publish|share) my\b   (?:i have |i've |i )?(?:attach|enclose)
    keep up the good   have a (?:good|nice|lovely)   god bless   i await\b   happy (?:new|christmas)
    (?:best|kind) (?:wishes|regards)   would be grateful for a (?:reply|response)
    (?:any|a) (?:help|reply|response|answer|advice) (?:would|will) be
    i (?:am|'m) writing (?:to you )?as (?:a|one of your|your) constituents?(?: and a \w+ \w+)?[.!]?$
    (?:i|we)(?:'d| would) be (?:glad|grateful) (?:of|for) any   there'?s always .{0,20}(?:tea|pie|welcome)
    """,
    before=r"^(?:(?:and|so|anyway|again|once again|but|well|first of all|firstly|finally|lastly|"
    r"and finally|while[^,.]{0,30}),? )?",
)
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
    courtesy = (
        _COURTESY.match(plain) is not None
        and len(plain.split()) <= 22
        and (len(stems) <= 8 and "?" not in plain)
    )
    case = tells_own_trouble(text, before)
    helps = asks_for_help(text)
    return Sentence(
        start, end, paragraph,
        ask=not courtesy and _ASK.search(plain) is not None and not _NO_ASK.search(plain),
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
    """Paragraphs: parted by a blank line, a list's next item, or a line that ends as a sentence does."""
    spans: list[Span] = []
    start = 0
    wrapped = re.search(r"\n[ \t]*\n", body) is not None
    pattern = r"\n[ \t]*\n\s*|\n(?=\s*(?:[-*•–]|\(?\d{1,2}[.)])\s)"
    if not wrapped:
        pattern += r"|(?<=[.!?:…])[ \t]*\n"
    for gap in re.finditer(pattern, body):
        spans.append((start, gap.start()))
        start = gap.end()
    spans.append((start, len(body)))
    return [(first, last) for first, last in spans if body[first:last].strip()]
