"""Whether a sentence tells of the writer's own trouble, which needs somebody to act, or of the world's."""

import re

from correspondence.understanding.failings import FAILINGS
from correspondence.understanding.kin import MINE, MY, OUR, WE
from correspondence.understanding.wording import either

_PAPERS = either(r"""
    visa   leave to remain   indefinite leave   asylum(?: claim| case)?   settled status   settlement
    citizenship   naturali[sz]ation   passport   biometric\w*   brp   e-?visa   family reunion
    driving licen[cs]e   blue badge   home office (?:case|application)   residence permit   share code
    """)
_MONEY = either(r"""
    universal credit   uc   pip   personal independence payment   esa   jsa   dla   attendance allowance
    carer'?s allowance   child benefit   pension   pension credit   state pension   tax credits?
    housing benefit   benefits?   disability (?:benefit|payment|money)   student (?:loan|finance)
    child maintenance   maintenance   council tax (?:reduction|support)   benefit claim   claim
    redundancy pay   wages   bereavement (?:payment|benefit)   payments?   money   allowance
    """)
_PROCESS = either(r"""
    application   appeal   tribunal(?: hearing)?   mandatory reconsideration   (?:court|appeal) hearing
    refund   renewal
    """)
_REFUSED = either(r"""
    refus(?:ed|al)   reject(?:ed|ion)   turned down   stopped   suspended   sanctioned   cut off
    cancelled   canceled   withdrawn
    not (?:yet )?(?:been )?(?:paid|arrived|come|received|processed|decided|heard)
    (?:has|have)(?:n't| not| still not)   still (?:not|waiting)   delayed   \blost   stuck   overdue
    frozen   denied   revoked   expired   taken away   disallowed   held up
    no (?:reply|decision|answer|response|news)   nothing back   heard nothing   closed in error
    wrongly closed   never (?:came|arrived)   missing   late
    dragging on   appealing   went wrong
    """)
_OFFICIALS = either(r"""
    they
    (?:the )?(?:dwp|job ?cent(?:re|er)(?: plus)?|home office|hmrc|tax office|council|cms|
        child maintenance service|ukvi|student loans company|dvla|passport office|pension service|
        border force|housing association|local authority|hospital|department for work and pensions)
    """)
_OUT = either(r"""
    evict(?:ed|ion)   homeless   deport(?:ed|ation)   detain(?:ed)?   sanctioned   repossess(?:ed|ion)
    thrown out of (?:my|our)   kicked out of (?:my|our)   stranded   destitute
    removed from the (?:uk|country)
    """)
_AM = either(r"""
    am   are   is   'm   're   's   have been   has been   've been   's been   've just been
    have just been   has just been   am being   are being   is being   're being   'm being   will be
    are going to be   am going to be   is going to be   face   faces   facing   are facing   am facing
    is facing   're facing   'm facing   are about to be   am about to be   is about to be   are due to be
    am due to be   is due to be   're about to be   'm about to be   are threatened with
    am threatened with
    """)
_HOME = r"(?:(?:council|housing association|rented|own|tiny|new-build|\w+[- ]bed\w*) )?" + either(r"""
    flat   house   home   bathroom   kitchen   bedrooms?   ceiling   property   walls?   living room
    accommodation
    """)
_CARE = either(r"""
    operation   (?:eye|hip|knee|heart|back|cancer) surgery   appointment   referral   scan   biopsy
    treatment   specialist   hospital (?:bed|visit)
    consultant   assessment   camhs   hip   knee   cataract   replacement   chemo\w*   transplant
    physio\w*   wheelchair   diagnosis   procedure
    """)
_WAITING = either(rf"""
    {WE}(?:'ve| have|'s| has)(?: now| already)? been (?:waiting|left waiting|on (?:the|a|
        an) (?:\w+ )?(?:waiting )?list)
    """)

_PATTERNS = either(rf"""
    \b{OUR} (?:[\w'-]+ ){{0,3}}?{_PAPERS}\b.{{0,70}}?\b{_REFUSED}
    \b{_REFUSED} (?:[\w']+ ){{0,3}}?{OUR} (?:[\w'-]+ ){{0,2}}?(?:{_PAPERS}|{_MONEY})\b
    \b{MY} (?:[\w'-]+ ){{0,3}}?{_MONEY}\b.{{0,60}}?\b(?:{_REFUSED}|cut\b|reduced|been taken)
    \b{MY} (?:[\w'-]+ ){{0,3}}?(?:{_PROCESS}|claim)\b.{{0,60}}?\b{_REFUSED}
    \b{WE}\b.{{0,30}}\b(?:appealed|appealing|applied|applying|claimed|
        reapplied)\b.{{0,60}}\b(?:{_PAPERS}|{_MONEY})\b.{{0,80}}\b(?:{_REFUSED}|waiting|heard nothing)
    \b{_OFFICIALS}(?: have| has|'ve|'s| are| is| keep| just)?(?: now| just| wrongly|
        [ ]suddenly)? (?:stopped|refus(?:ed|ing)(?! to (?:listen|answer|talk|see|meet))|rejected|
        sanctioned|suspended|cut off|cancelled|
        turned down|lost|withheld|not paid|failed to pay|denied|threatening|evicting|deporting|
        detained|stopping|paying me|owes?)\b.{{0,40}}\b(?:me|my|us|{MINE})\b
    \b{_OFFICIALS}(?: have| has|'ve|'s)? (?:just |now )?(?:cut|taken away|reduced|closed|messed up)
        [ ]{MY} (?:[\w'-]+ ){{0,2}}?{_MONEY}\b
    \b{_OFFICIALS}(?: have| has|'ve|'s) had {OUR} .{{0,50}}\b(?:weeks|months|a year|years)\b
    \b{WE}(?:'ve| have| has|'s| was| were)? (?:just |now )?(?:been )?(?:refused|denied|turned down for)
        [ ](?:[\w']+ ){{0,3}}?(?:{_PAPERS}|{_MONEY})\b
    \b{WE}(?:'ve| have| has|'s)? had (?:no (?:money|payments?)\b.{{0,40}}\b(?:since|for)|
        {MY} (?:[\w'-]+ ){{0,2}}?{_MONEY} (?:stopped|cut|refused|taken away|suspended))\b
    \b(?:need|want|please|asking for) (?:your |some |urgent )?help (?:me |us )?with
        [ ]{MY} (?:[\w'-]+ ){{0,2}}?(?:{_PAPERS}|{_MONEY}|{_PROCESS})\b
    \b{WE} ?{_AM} (?:[\w']+ ){{0,3}}?{_OUT}\b
    \b{WE} ?(?:{_AM}|live|living|are stuck|am stuck|
        been put)(?: [\w']+){{0,3}} in (?:temporary accommodation|emergency accommodation|a b ?& ?b|
        one room|a hostel|(?:my|our) car|a hotel room)
    \b{WE} ?(?:{_AM}|is|are|'m|am) (?:now )?(?:sofa[- ]surfing|sleeping rough|on the streets?)
    \b(?:landlord|landlady|council|housing association|letting agents?|bank|mortgage company|
        lender)\b.{{0,70}}\b(?:evict(?:ing)? (?:us|me)|(?:us|me|my family) out|given (?:us|
        me) (?:[\w']+ ){{0,3}}(?:notice|section 21|to leave)|repossess\w* (?:my|our))
    \b{WE}(?:'ve| have| has|'s|'d)?(?: just| now| been| also)* (?:got|had|received|been served|
        been given|served|given|handed)(?: with)? (?:an? |our |my |
        the )?(?:[\w']+ ){{0,2}}?(?:section 21|s21|eviction (?:notice|letter)|notice to quit|
        possession order|notice to leave)
    \b(?:bailiffs?|enforcement agents?|debt collectors?)\b.{{0,60}}\b(?:my|our|me|us)\b
    \bthe bailiffs (?:are|were) (?:coming|due|here|at)\b
    \b(?:my|our|me|us)\b.{{0,50}}\b(?:bailiffs|enforcement agents?)\b
    \b{OUR} {_HOME}\b.{{0,80}}\b(?:damp|mould|mouldy|mold|leak\w*|infest\w*|rats|cockroaches|
        uninhabitable|no heating|no hot water|overcrowded)
    \b(?:damp|mould|leaks?|rats|cockroaches|no heating|no hot water)\b.{{0,60}}\b(?:in|all over|
        through) {OUR} {_HOME}
    \b(?:i'?m|i am|we'?re|we are|(?:i|we) live) in (?:an? |my |our )?(?:[\w'-]+ ){{0,2}}?{_HOME}\b.{{0,80}}
        \b(?:damp|mould|mouldy|mold|leak\w*|infest\w*|rats|cockroaches|no heating|no hot water|overcrowded)\b
    \b{OUR} (?:[\w'-]+ ){{0,3}}?{_CARE}\b.{{0,60}}\b(?:cancelled|canceled|postponed|put (?:back|off)|
        delayed|\blost|pushed back|been moved|(?:has|have)(?:n't| not) (?:been|come|happened)|refused)
    \b{_WAITING}\b.{{0,90}}\b(?:{_CARE}|surgery|hospital|{_PAPERS}|council (?:house|flat|property)|
        rehoused?|housing|
        {_PROCESS})
    \bwaiting\b.{{0,50}}\b(?:for|on) {MY} (?:[\w'-]+ ){{0,2}}?(?:{_CARE}|{_PAPERS}|{_MONEY}|
        {_PROCESS})\b
    \b{MINE}\b.{{0,60}}\b(?:no school place|without a school place|(?:refused|not got|hasn't got|
        still has no|not been given|denied|didn't get|did not get) (?:a )?(?:school )?place|
        out of school since|(?:been|
        was) (?:permanently )?excluded from school|no place at (?:any|a) school)
    \b(?:{MY}|{MINE}|\bour)\b.{{0,40}}\b(?:ehcp|ehc plan|education,? health and care plan|
        school transport|school place)\b.{{0,80}}\b(?:{_REFUSED}|ignored|not (?:being )?(?:followed|
        met|delivered)|months)
    \b{MINE} (?:was|were|has been|is being) (?:sent home|discharged)\b.{{0,60}}\b(?:no|
        without)\b.{{0,20}}\bcare
    \b{WE} (?:have not|haven't|has not|hasn't|'ve not) (?:yet )?(?:been paid|received|
        had)\b.{{0,60}}\b{_MONEY}\b
    \b{_OFFICIALS}\b.{{0,30}}\b(?:hasn't|haven't|has not|have not|not|won't|will not|
        refus\w+ to) (?:been )?pa(?:id|y(?:ing)?) (?:me|us|my|out)
    \b(?:they|dwp|job ?centre|hmrc|council)\b.{{0,30}}\b(?:stopped paying|demanding|chasing|want(?:s|
        ing)?)\b.{{0,40}}\b(?:me|us|my)\b.{{0,60}}\b(?:overpa\w+|arrears|pay (?:it |that )?back|
        repay\w*)
    \b(?:demand\w*|want\w*|chasing|told|says?|saying|insist\w*)\b.{{0,30}}\b(?:i|we|me|us)\b.{{0,30}}\b
        (?:repay|pay back|owe)\b
    \b{MINE}\b.{{0,60}}\b(?:deport\w+|detained|(?:is|are|been|being) (?:held in|stuck in|trapped in|
        stranded in)|cannot join|can't join|refused entry|removal (?:directions|centre))
    \b(?:deporting|deport|detaining|separating|evicting|evict|remove) (?:me|us|{MINE})\b
    \b(?:i|we)(?:'m| am|'re| are)? (?:being )?(?:about to lose|losing|lose) (?:my|our) home\b
    """)
_OWN_TROUBLE = re.compile(f"{_PATTERNS}|{FAILINGS}")
_PAST_OR_SUPPOSED = re.compile(
    either(r"""
    \byears ago\b   \b(?:back )?in (?:19|20)\d\d\b   \bwhen i was\b   \bif (?:i|we|my|our|they|the)\b
    \bimagine\b   \bsupposing\b   \bused to\b   \bas a child\b
    \b(?:would|could|might|may|should) (?:be|have been|lose|get|end up)\b   \bback then\b
    \bat the time\b   \bin (?:my|our) case\b   \bworried (?:that|about)\b   \bafraid (?:that|of)\b
    \bfear (?:that|of)\b
    """)
)
_HELP = re.compile(
    either(r"""
    \b(?:help|assist|intervene|look into|chase|take (?:this|it|my|our)(?: \w+)? up|act for|
        support) (?:me|us|my|our|him|her|them|this|it|with (?:this|my|our))\b
    \bintervene\b   \bon (?:my|our|his|her|their) behalf\b
    \b(?:contact|write to|speak to|ring|phone|email)\b.{0,60}\b(?:for (?:me|us|him|her)|about (?:this|
        it|my|our|his|her)|case)\b
    \bmy case\b   \bour case\b   \bcan you help\b   \bplease help\b   \bneed (?:your )?(?:urgent )?help\b
    \bwhat (?:can|should|do) (?:i|we) do\b   \bwhere (?:can|should|do) (?:i|we)\b
    \b(?:look into|find out|see) (?:this|it|what)\b   \bget (?:this|it|them|my|our|me|us)\b
    \b(?:see|meet) (?:you|me)\b   \bsurgery\b
    """)
)
_THIRD = re.compile(r"\b(he|she)(?='s|'ve|\b)|\b(his|her|their)\b|\b(him)\b")


def tells_own_trouble(sentence: str, before: str = "") -> bool:
    """Whether a sentence says that something has gone wrong in the writer's own case.

    before: the sentence before it; where that names a relative, "he" and "her" are the relative's.
    Opinions on the topic, the long past and what might be are no cases.
    """
    plain = _plain(sentence)
    if re.search(rf"\b{MINE}\b", _plain(before)) or re.search(rf"\b{MINE}\b", plain):
        plain = _THIRD.sub(
            lambda match: "my son" if match.group(1) else "my" if match.group(2) else "me", plain
        )
    return _OWN_TROUBLE.search(plain) is not None and _PAST_OR_SUPPOSED.search(plain) is None


def asks_for_help(sentence: str) -> bool:
    """Whether a sentence asks the Member to act in the writer's own case."""
    return _HELP.search(_plain(sentence)) is not None


def _plain(sentence: str) -> str:
    plain = " ".join(sentence[:600].lower().replace("’", "'").split())
    return re.sub(r"\b(i|we|they)(ve|m)\b", r"\1'\2", plain)  # "ive been", "im being"
