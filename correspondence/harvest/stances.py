"""Whether a paragraph tells of what was done, of what is held, or of how things are.

Each sentence weighs as a deed, as a view or as neither, and the paragraph is what its sentences make it.
What somebody else said, in marks or in a clause that hangs on another ("the rules say that…"), is no view.
"""

import re
from dataclasses import dataclass

from correspondence import text as texts
from correspondence.harvest.marks import outside, quotes
from correspondence.harvest.phrases import one_of

_OFTEN = one_of(r"""
    also | already | always | recently | now | previously | repeatedly | personally | therefore | today
    still | do | since | again
    certainly | of course | fully | strongly | firmly | deeply | very(?: much)? | completely | entirely
    absolutely | just | really | simply
    wholeheartedly | extremely | not | remain
""").pattern
_DONE = one_of(r"""
    written | wrote | raised | asked | tabled | contacted | (?:co-)?signed (?!an? (?:fair|good|great) )
    called for | called on (?:the|him|her|them|it|ministers|all)\b
    made representations | urged | pressed | lobbied | sought | sponsored | submitted | challenged
    questioned | took (?:this|that|it|the matter|the case) up
    put (?:this|these|that|it|both|the (?:case|point|question)|your|my|down|in|to)
    passed (?:this|these|it|them|your|on) | forwarded | voted down | introduced | proposed | presented
    taken (?:this|the matter|it) up | done so
    arranged | secured | invited | hosted | launched | convened | organised
    set up | chaired | requested | chased | joined (?:[\w ]+ )?(?:in|MPs|colleagues|members)
    had (?:an? )?(?:[\w-]+ ){0,5}meetings? with (?:the|our|her|his) (?:[\w-]+ ){0,4}(?:secretary|minister)\b
    told (?:the (?!House)|ministers?|him|her|them)
""").pattern
_SAW = one_of(r"""
    met | spoke(?:n)? | visited | attended | called on | called in | went to | toured
    been (?:in touch|in contact|to (?:see|visit|meet))
""").pattern
_MENTAL = one_of(r"""
    been | had | seen | known | heard | received | read | felt | believed | thought | lived | loved | hated
    wanted | needed | liked | enjoyed | noticed | learned | learnt | noted | considered | hoped | feared
    seemed | changed | supported | opposed | argued | maintained | warned | said | found | come | gone
    spent | grown | lost | watched | worked | served | represented | understood | decided | concluded
    agreed | reached | experienced | struggled | listened | mentioned | described | explained | outlined
    quoted | referred | doubted | wondered | remained | become | got | kept | tried | failed | welcomed
    voted | used | campaigned | looked | followed | set out | met | spoken | visited | attended | told
    called | toured | moved | married | suffered | started | noticed | commented
    arrived | realised | recognised | witnessed | stated | returned | travelled | stood | accepted
    never | not | yet | long | no
""").pattern
_IRREGULAR = "written|taken|put|brought|sent|made|held an?|begun|given|laid|led|built|sought|paid"
_DOING = one_of(r"""
    writing(?! this (?:on|in|from|at|as|while)\b) | meeting | calling | pressing | asking | seeking
    working | arranging | pushing
""").pattern
_JUST = r"(?:also|now|since|recently|today|already|therefore)"
_WITH_WHOM = r"with (?!(?:those|people|any|every|many|all|some|you)\w*\b)[^.,;:]{3,80} "
_TO_DO = one_of(r"""
    raise | write | continue | press | ask | keep | work | speak | meet | monitor | ensure | make | do
    contact | table | chair | move | publish | start | launch | take | put | go on raising | visit | host
    support | vote | pass | follow | push | seek | urge | hold | fight | campaign | listen
    be (?:writing|raising|asking|meeting|pressing|calling|speaking|seeking|holding|hosting|attending)
    be (?:at|supporting|joining|tabling|arranging|inviting|visiting|presenting|introducing)
""").pattern
_OUR_BODY = one_of(r"""
    organisation | charity | union | group | association | federation | society | network | campaign
    committee | department | ministry | officials | colleagues(?: and I)? | party | trust | company
""").pattern
# No hanging clause.
_MAIN = r"(?<!that )(?<!which )(?<!when )(?<!where )(?<!issues )(?<!things )(?<!points )(?<!what )"
_DEED = one_of(rf"""
    {_MAIN}\bI(?:['’]ve|['’]d| have| had)?(?:,? {_OFTEN},?|, as [^,.]{{2,40}},)* {_DONE}
    \bI(?:['’]ve| have)(?: (?!not)(?:{_OFTEN}))* (?!(?:{_MENTAL})\b)(?:\w+ed|{_IRREGULAR})\b
    (?<!what )\bI(?:['’]ll| will| shall)(?:,? {_OFTEN},?)* {_TO_DO}\b
    (?<!what )\bI(?:['’]m going| am going| intend| plan) to (?!vote\b)(?:{_OFTEN} )*{_TO_DO}\b
    \bI(?:['’]ll| will| shall), however, {_TO_DO}\b
    \b(?:my|our) {_OUR_BODY} (?:has|have)(?: {_OFTEN})* {_DONE}\b
    \b(?:my|our) {_OUR_BODY} (?:will|shall)(?: {_OFTEN})* {_TO_DO}\b
    {_MAIN}\bI(?:['’]ve| have)?(?: {_JUST})* agreed {_WITH_WHOM}that\b[^.;:]{{3,80}}\b(?:will|shall)\b
    (?<!where )\bI(?:['’]m| am)(?: also)? {_DOING}\b
    \bI(?:['’]m| am)(?:,? {_OFTEN},?)* an? (?:co-?)?(?:sponsor|signatory)\b
    \bmy (?:office|team) (?:has|have|is|are|will)\b
    \bI(?:['’]ve| have)? spent (?:the|this|my) [^.;:]{{3,60}}\b(?:meeting|visiting|talking|walking)\b
    \bI(?:['’]ve| have)? led (?:an?|the|my) (?:[\w’'-]+ ){{0,4}}debate\b
""")
_SIGHT = re.compile(
    rf"{_MAIN}\bI(?:['’]ve|['’]d| have| had)?"
    rf"(?:,? {_OFTEN},?|, as [^,.]{{2,40}},)* (?:{_SAW})\b(?! [a-z-]+ who\b)",
    re.IGNORECASE,
)
# Of a visit or a talk that is told for what was seen or said there, and not for what came of it.
_TALE = one_of(r"""
    \b(?:told|showed|said to|asked) (?:me|us)\b
    \b(?:he|she|they|one|another) (?:said|told|showed|explained)\b
    \b(?:who|whose) (?:had|has|have|was|were|is|are|kept|lost|lives?|runs?|told|said)\b
    \b(?:constituents?|residents?|people|families|parents|farmers|patients|pensioners|women|men) who\b
    \b(?:years ago|as a (?:child|boy|girl|student|young)|before I was elected|when I was)\b
""")
_HELD = one_of(r"""
    believe | support | oppose | think | welcome | share | agree | disagree | voted | opposed | supported
    back | favour
    reject | want | feel | deplore | pretend | condemn | object | regret | abstained | accept | condone
    spoke (?:for|against) | consider | maintain | argue
""").pattern
_WE_HOLD = one_of(r"""
    believes? | thinks? | wants? | opposes? | rejects? | demands? | calls? (?:for|on)
    (?:is|are) calling (?:for|on) | (?:is|are) (?:opposed to|against|in favour of|clear that)
    would (?:like to see|scrap|ban|abolish|end|replace|urge|ask)
""").pattern
_MINDED = one_of(r"""
    opposed | concerned | in favour | convinced | pleased | proud | clear that | disappointed | against
    supportive
    sceptical | unconvinced | hopeful | persuaded | determined
    committed | appalled | horrified | of the view | worried | saddened | an? (?:[a-z]+ )?supporter of
    dismayed | outraged | shocked | alarmed | angry | furious
""").pattern
_OWN_VIEW = one_of(rf"""
    (?<!whether )(?<!if )\bI(?:,? {_OFTEN},?| would)* {_HELD}\b
    \bI(?:['’]ve| have) (?:(?:long|always|consistently) )?(?:argued|believed|maintained|felt|supported)\b
    \bI(?:['’]ve| have) (?:(?:long|always|consistently) )?held that\b
    \bI(?:['’]ve| have) been (?:calling for|clear) | \blet me be (?:blunt|clear|plain|frank)
    \b(?:my|our|the (?:[a-z]+ ){{1,2}}) ?party[’']s (?:position|view|policy) (?:is|remains)
    \b(?:my|the (?:[a-z]+ ){{1,2}}) ?party (?:would|will|supports?|backs?|favours?)\b
    \b(?:(?:my|our) {_OUR_BODY}|the (?:[a-z]+ ){{1,2}}party) (?:{_OFTEN} )*{_WE_HOLD}\b
    \bwhat should we do\b
    \bI (?:would |continue to |again |also |still )*(?:urge|implore|call on) (?:the|ministers|him|her|them)\b
    \bhere is what (?:[\w’'-]+ ){{1,5}}(?:should|must|needs? to) do\b
    \bI (?:don['’]t|cannot|can['’]t|did not|didn['’]t|will not|won['’]t|would not|never) {_HELD}\b
    \bI(?:['’]d| would)(?:, [a-z]+,)? (?:love|like|rather|prefer)\b(?! to (?:thank|set out|assure|update))
    \bI (?:do not|don['’]t|never|did not|will not|cannot) (?:sign|blame)\b
    \bwe (?:want (?:to|an?|the)|oppose|believe (?:that|in)|reject|condemn|are (?:opposed|against|in favour))\b
    \bI(?: am|['’]m| was| remain)(?: {_OFTEN})* {_MINDED}\b
    \bI (?:do |still |too )*have (?:[a-z]+ ){{0,3}}(?:reservations|misgivings|doubts|objections?)\b
    \bI(?:['’]ll| will| shall)(?: (?:also|always|continue to))* (?:oppose|resist|reject)\b
    \bI(?:['’]ll| will| shall) (?:not be satisfied|be voting (?:for|against))\b
    \bI(?: am|['’]m) no (?!longer\b|more\b|less\b|stranger\b|expert\b|doubt\b|\w+ist\b|clos)\w+
    \bI would go (?:much |even |a little )?further\b
    \bin my (?:view|opinion|judge?ment) | \bmy (?:own )?(?:view|position|belief) (?:is|lies|remains)
    \bit is my (?:\w+ )?(?:view|belief|conviction|opinion|judge?ment|contention) | \bto my mind
    \bI am of the (?:\w+ )?(?:view|belief|opinion) that\b
    \bI (?:intend|plan) to vote (?:for|against)
""")
_QUITE = r"(?:(?:just|not|quite|long|so|now|also|nothing short of|\w+ly) )*"
_IS = r"(?:\b(?:is|are|was|were|be|been|remains?|seems?|looks?)|['’]s|['’]re)"
_VERDICT = one_of(rf"""
    \b(?:it|that|this) ?{_IS} {_QUITE}right (?:that|to)\b | \bis it right\b
    \b(?:cannot|can['’]t|can never) be right\b
    {_IS} {_QUITE}(?:an? )?(?:wrong|unfair|unjust|unacceptable|indefensible|shameful|outrageous|disgraceful)\b
    {_IS} {_QUITE}(?:an? )?(?:scandalous|absurd|daft|ridiculous|cruel|spiteful|senseless|foolish|callous)\b
    {_IS} {_QUITE}(?:mad|madness|folly|heartless|reckless|in no way acceptable|hardly acceptable)\b
    {_IS} {_QUITE}(?:an? )?(?:nonsense|perverse|short-sighted|intolerable|inexcusable|unforgivable|cowardly)\b
    {_IS} {_QUITE}an? (?:\w+ )?(?:disgrace|scandal|insult|betrayal|mistake|farce|outrage|sham|shame)\b
    {_IS} {_QUITE}the (?:wrong|right) (?:call|choice|decision|approach|answer|priority|way|thing|time)\b
    {_IS} {_QUITE}an? (?:\w+ )?(?:licence to|recipe for|charter for|slap in|kick in|race to)\b
    {_IS} {_QUITE}an? (?:\w+ )?(?:false economy|missed (?:chance|opportunity)|drop in the|stain on|mess)\b
    {_IS} (?:simply |just |still )?(?:not|nowhere near|hardly) (?:good )?enough\b
    \bisn['’]t (?:good )?enough\b
    \bhas? (?:got|called) (?:this|it|that) (?:badly |plain |very )?(?:wrong|right)\b
    \b(?:it is|it['’]s) (?:high |about |past )?time (?:to|for|that|ministers|we|the)\b | \benough is enough\b
    \bthere (?:is|can be) no (?:excuse|justification|place|case|defence)\b
    \b(?:do|does|did)(?:n['’]t| not) go (?:anything like |nearly )?far enough\b
    \b(?:cannot|can['’]t|must not|mustn['’]t) (?:be allowed to|go on|stand)\b
    \bwe (?:can|could|must) do better\b
    \b(?:deserves?|deserved) (?:better|more|an?|to|the|our)\b | \bso be it\b
    \b(?:not (?:one|something) (?:that )?(?:we|I)|we) (?:should|will not|won['’]t|cannot) put up with\b
""")
_OUGHT = re.compile(
    r"\b(?P<modal>should(?:n[’']t| not)?|ought(?: not)? to|must(?:n[’']t| not)?|needs? to"
    r"|can(?:not|[’']t) afford to)\b(?: (?P<now>now|also|never|instead|at least|at once))?"
)
_RULERS = re.compile(
    r"\b(?:[Mm]inisters?|[Gg]overnment|Secretary|Chancellor|Parliament|Commons|Lords|[Pp]eers|Labour|Tor(?:y|ies)"
    r"|Conservatives?|Liberal Democrats|SNP|Party|MPs|Home Office|Treasury|Department|Westminster|Whitehall"
    r"|Holyrood|Cabinet|[Rr]egulator|Of(?:com|gem|sted|wat|qual)|[Cc]ouncil|[Ww]e|[Oo]ur|Britain|[Cc]ountry|Bill"
    r"|Prime Minister|D(?:EFRA|efra|WP)|HMRC|[Nn]o[ -]one|[Nn]obody"
    r"|(?:No|Every|All) (?!\w+s\b)\w+|[Aa]ll (?:two|three|four))\b"
)
_CHANGES = re.compile(
    r"be (?:\w+ly )?(?:scrapped|ended|abolished|dropped|closed|banned|replaced|doubled|trebled|halved"
    r"|turned into|thrown out|reformed|honoured|protected|carried|stopped|reversed|withdrawn|cut|raised"
    r"|lifted|paid for|held to|allowed|compensated|sacked|rejected|defended|spared|ashamed|frozen|restored"
    r"|reopened|saved|brought to|punished|prosecuted|jailed|our|part of"
    r"|fair|heard|better|first|in \w+(?: \w+)?[’']s?)\b"
    r"|(?:scrap|stop|end|act|do (?:better|more|so|the)|think again|drop|abandon|reverse|withdraw|apologise"
    r"|resign|go|listen|pay|fix|ban|rethink|never|change|honour|come (?:clean|first|before)|get"
    r"|have (?:been|to|a))\b"
)
_ROUTINE = re.compile(  # what is done anyway, or how weighty a fact is
    r"(?:either be|by law|already|currently|strike|comply|take (?:into|account|due)|have regard|follow"
    r"|consider|ensure|be made"
    r"|under-?estimate|overstate|exaggerate|doubt|forget (?:that|how|what)|lose sight|be surprised"
    r"|be (?:in|under) (?:any|no) (?:doubt|illusion)s?)\b"
)
_NEAR = 60  # characters before "must" in which its subject stands
_STAND_IN = re.compile(r"(?:then )?(?:it|they|he|she)", re.IGNORECASE)
_READER = re.compile(r"\b(?:you|your|any(?:one|body)|those who|people who|if|whoever)\b", re.IGNORECASE)
_HANGS = re.compile(
    r"\b(?:that|whether|if|which|who|whom|whose|where|when|what|how|why|because|than|as|unless|until|while)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:sa(?:id|ys?)|told|tells|warn(?:s|ed)?|argu(?:es?|ed)|claim(?:s|ed)?|ask(?:s|ed)|insist(?:s|ed)?"
    r"|recommend(?:s|ed)|called|calls|according to|conclud(?:es|ed)|found)\b"
)
_LET = re.compile(
    r"(?:But |And |So )?[Ll]et(?:[’']s| us| (?:it|them|him|her|Ministers|the [A-Z]\w+)\b)(?! me\b)"
)
_CALL = re.compile(  # to those who rule, not to the reader
    r"(?:(?:[Ss]o|[Bb]ut|[Aa]nd|[Pp]lease),? )?(?:[Tt]hink again|[Ss]crap|[Ss]top|[Aa]bandon|[Ww]ithdraw"
    r"|[Rr]everse|[Rr]epeal|[Rr]ethink|[Bb]an|[Ff]ix|[Hh]onour) (?!by\b|at\b)"
)
_SOME_OUGHT = re.compile(  # "Those who say that jobs will go should look at …"
    r"(?:Those|People|Anyone|Anybody|[A-Z][a-z]+s) (?:who|that) (?!should|must|ought)[a-z]+"
    r" (?:[\w’'£%.-]+ ){0,12}?(?<!that )(?:should|must|ought to)"
    r" (?!contact|apply|call|speak|see|seek|ask|visit|check|report)"
)
_CLAUSE = re.compile(r"[,;:—–(]")
_BLUNT = 8  # words of a verdict on what the first sentence told: "I think that is nonsense."
_OF_BEFORE = re.compile(r"\b(?:that|this|it|they|them|so)\b")


@dataclass(frozen=True)
class _Weight:
    deed: int = 0
    view: int = 0


def of_paragraph(text: str) -> str:
    """ "action" where it says what was or will be done, "position" where what is held; else "policy"."""
    plain = _own_words(text)
    sentences = texts.sentences(plain) or [plain]
    told = _TALE.search(plain) is not None
    weights = [_weigh(sentence, told) for sentence in sentences]
    deeds = [i for i, weight in enumerate(weights) if weight.deed]
    views = [i for i, weight in enumerate(weights) if weight.view]
    enough = len(sentences) / 3
    does = bool(deeds) and (deeds[0] == 0 or len(deeds) >= enough)
    answers = 1 in views and len(sentences[1].split()) <= _BLUNT and _OF_BEFORE.search(sentences[1])
    holds = bool(views) and (views[0] == 0 or len(views) >= enough or bool(answers))
    if does and (len(deeds) >= len(views) or not holds):
        return "action"
    return "position" if holds else "policy"


def _weigh(sentence: str, told: bool) -> _Weight:
    deed = _DEED.search(sentence) is not None or (not told and _SIGHT.search(sentence) is not None)
    view = _OWN_VIEW.search(sentence) is not None or _judges(sentence)
    return _Weight(int(deed), int(view))


def _judges(sentence: str) -> bool:
    """Whether a sentence says in its own name, without "I", what is right or what ought to be done."""
    if _LET.match(sentence) or _CALL.match(sentence) or _SOME_OUGHT.match(sentence):
        return True
    for found in _VERDICT.finditer(sentence):
        if not _is_hanging(sentence, found.start()):
            return True
    return any(_urges(sentence, found) for found in _OUGHT.finditer(sentence))


def _urges(sentence: str, found: re.Match[str]) -> bool:
    before = _CLAUSE.split(sentence[: found.start()])[-1]
    if _is_hanging(sentence, found.start()) or _READER.search(before):
        return False
    if _STAND_IN.fullmatch(before.strip()):
        before = sentence[: found.start()]  # "If ministers mean it, they must …"
    what = sentence[found.end() :].lstrip()
    ruled = _RULERS.search(before[-_NEAR:]) is not None and _ROUTINE.match(what) is None
    return ruled or found["modal"].startswith("ought") or _CHANGES.match(what) is not None


def _is_hanging(sentence: str, at: int) -> bool:
    """Whether what stands at `at` is in a clause that hangs on another, or is told as somebody's words."""
    before = sentence[:at]
    clause = _CLAUSE.split(before)[-1].removeprefix("That ").strip()
    return _HANGS.search(clause) is not None or _SAID.search(before) is not None


def _own_words(text: str) -> str:
    """A paragraph without what it quotes."""
    double = re.search(r"[\"“”]", text) is not None
    marked = [quote for quote in quotes(text, single=not double) if double or quote.closed]
    return " ".join(outside(text, marked))
