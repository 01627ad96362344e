"""Whether a sentence asks something, or is only a courtesy."""

from correspondence.understanding.wording import wordings

_ASK = wordings(
    r"""
    \?   \b(?:will|would|could|can|won't) (?:you|somebody|someone|anybody|anyone)\b
    ^(?:so |and |but |also,? )?kindly\b
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
    \b(?:hope|hoping|trust|expect)(?: that)? you(?:'ll| will| would| can| could| may)\b
    \b(?:ask|urge|implore|beg|asking|urging|begging|entreat) (?:of )?(?:you|him|her|them|ministers|the \w+)
        [ ](?:all )?(?:not )?to\b
    \b(?:i|we) (?:\w+ ){0,2}(?:want|need|would like) (?:somebody|someone|anybody|you|him|her|them|us|
        the \w+) (?:not )?to\b
    \b(?:i|we) (?:\w+ ){0,2}(?:ask|need|want) (?:for )?(?:your|his|her|their|some|urgent)
        [ ](?:urgent )?(?:help|support|assistance|backing)\b
    \bask(?:ing)? for (?:your|his|her|their|ministers') \w+
    \b(?:would|should|must|may i|to|i|we|will|and|then) ask (?:whether|if|how|why|who|when|what|where|about|
        that|for|you\b)
    \b(?:i|we)(?: have|'ve)? asked (?:you )?(?:whether|if|how|why|who|when|what)\b
    (?<!they )(?<!he )(?<!she )\b(?:would like|should like|should so like|'d like|wish|wishes|want|wants|
        wanted|keen) to (?:know|understand|ask|hear|see) (?:what|why|how|when|who|where|whether|if|which)\b
    \bso (?:very )?(?:glad|grateful|pleased) if you\b   \b(?:would|it'd) help if you\b
    \bplease (?!note\b|find (?:attached|enclosed)|see (?:attached|enclosed|below|overleaf)|excuse|forgive|
        accept|bear with|god\b|give (?:my|our)|do (?:get|let|not hesitate)|feel free|
        pass on (?:my|our)|be assured|don't)\w+
    ^(?:so |and |but |then |just |now )*(?:ask|ban|bring back|build|chase|fix|get|give|let|make|open|reopen|
        restore|save|scrap|sort|stop|tell|abolish|pay|leave|keep|support|oppose) (?:it|them|him|her|us(?! be)|
        the|a|an|those|all|this|these|our|every)\b
    ^(?:so |and |but |or )*who(?:'s)? (?!knows\b)\w+
    ^(?:so |and |but |or )*(?:what|when|where|how|why)'?(?:s|re) \w+
    (?:,|\band|\bso|\bbut|\bor|\bbecause) (?:why|how|when|what|who|where) (?:is|isn'?t|are|aren'?t|do|don'?t|
        does|doesn'?t|did|will|won'?t|would|can|can'?t|could|should|has|have|hasn'?t|haven'?t|was|were|am)\b
    (?:,|\band|\bso|\bbut|\bor|\boh) (?:are|aren'?t|isn'?t|will|won'?t|would|can|can'?t|could|couldn'?t)
        [ ](?:you|they|it|there|we|anyone|anybody|someone|somebody)\b
    ^(?:so |and |but |or )*(?:aren'?t|isn'?t|won'?t|can'?t|couldn'?t|shouldn'?t|haven'?t|hasn'?t|
        don'?t|doesn'?t|didn'?t|wouldn'?t) (?:you|they|it|there|we|he|she|the|that|this|any\w+|some\w+)\b
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
        speedy) )*(?:reply|response|answer|acknowledg\w+|hearing|views|thoughts|opinion|
        position)\b
    (?:i|we)(?:'d| would)? (?:really |very much |much )?(?:appreciate|like|hope to|expect to|wish to|
        be (?:most |very )?(?:grateful|glad|pleased) to) (?:hearing|hear) (?:back )?from you\b
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


def asks(plain: str) -> bool:
    """Whether a sentence, in one line and with straight apostrophes, asks for something."""
    return _ASK.search(plain) is not None and not _NO_ASK.search(plain)


def is_courtesy(plain: str, stems: frozenset[str]) -> bool:
    """Whether a sentence is what letters begin and end with. stems: its telling words."""
    short = len(plain.split()) <= 22 and len(stems) <= 8
    return short and "?" not in plain and _COURTESY.match(plain) is not None
