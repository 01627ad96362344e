"""Where a public service, a supplier or a landlord fails the writer or somebody of theirs."""

from correspondence.understanding.kin import MINE, MY, OUR, WE
from correspondence.understanding.wording import either

_BODY = r"(?:(?:the|my|our|their|his|her) (?:\w+ )?)?" + either(r"""
    dwp   job ?cent(?:re|er)   home office   hmrc   tax office   council   cms   ukvi   dvla
    passport office
    child maintenance service   pension service   student loans company   housing association   hospital
    police   social services   social worker   school   head(?: ?teacher)?   surgery   gp   landlord
    bank
    insurers?   insurance company   letting agents?   freeholder   management company   court
    (?:energy|water|gas|electricity|phone|broadband|rail) (?:company|supplier|firm|provider)   supplier
    british gas   local authority   academy   nursery   care home   ambulance service   nhs
    """)
_SERVICE = either(r"""
    dentist   doctor   gp   appointment   surgery   social worker   school place   carers?   care home
    consultant   counsell\w+   therap\w+   medicines?   medication   prescription   insulin   wheelchair
    ambulance   council (?:house|flat)   social housing   job ?centre   hmrc   dwp   dvla   home office
    passport office   camhs   scan   diagnosis   hearing aids?   midwife   health visitor   crisis team
    """)
_LACKED = either(r"""
    school(?! meals)   (?:school|nursery|college) place   care   care package   carers?   bed   medicines?
    medication   treatment
    specialist   social worker   transport   diagnosis   dentist   doctor   support   teaching assistant
    heating   hot water   insulin   respite
    """)
_MATTER = either(r"""
    licen[cs]e   refund   case   meter   care package   home help   wheelchair   dbs check   crb check
    prescription   medication   medicine   school transport   bus pass   hours of (?:help|care|support)
    pension   benefits?   allowance   tax code   carers?   respite(?: care)?   compensation
    hearing aids?
    drains?   deposit   national insurance record   broadband   phone line   landline   electricity
    funding   grant   records   school place   passport   papers   documents   e-?visa
    (?:gas|electric(?:ity)?|energy|water|phone|heating) bill   (?:bank )?account
    parking (?:bay|space|permit)
    operation   (?:test )?results   estate   service charge   tenancy   boiler   wages   savings   claim
    teeth
    """)
_FAILED = either(r"""
    wrongly   wrong   cut (?:from|by|to|down|off|in half)   withdrawn   dropped   closed   disconnected
    taken away   by mistake   in error   frozen   underpaid   overpaid   miscalculated
    (?:does not|doesn't|do not|don't|won't) work   stuck   will not be (?:for|until|till)   not genuine
    (?:won't|will not) (?:correct|put (?:it )?right|amend)   (?:been|is) (?:off|down) (?:for|since)
    mixed up   stopped   refused   lost   ignored   never (?:came|arrived)
    not (?:been )?(?:paid|come|arrived)
    with (?:the )?(?:dvla|hmrc|dwp|home office|council)\b.{0,20}\b(?:weeks|months|years|since)
    """)
_HARM = either(r"""
    (?:(?:has|have|had|'s|'ve) )?(?:now |just |again |wrongly )?(?:charged|fined|billed|overcharged|
        disconnected|flooded|evicted|sacked|misdiagnosed|dropped|lost|withdrawn|cut off|turned away|
        discharged|excluded|suspended|frozen|put(?= (?:me|us|my|our)\b))
    (?:keeps? (?:on )?|is |are )?(?:threaten(?:s|ing)|taking(?= (?:me|us))|hounding|chasing|harassing|
        ignoring|evicting)
    keeps? (?:on )?(?:telling|sending|losing|asking)   ignores?(?= (?:me|my (?!letter|question|view)))
    (?:took|taken|take|want(?:s|ed)? to take|threaten\w* to take)
    refus(?:es?|ed|ing) to (?:see|help|pay|fund|treat|come|let|give|assess|register|repair|fix|refund|
        provide|house|rehouse|move|admit|accept)
    (?:will not|won't|would not|wouldn't|do not|don't|does not|doesn't|did not|didn't|never)[ ](?:see|pay|
        fund|give (?=me|us|my son|my [a-z]+ (?:the|any) )|treat|come (?:out )?to|register|repair|fix|
        refund|rehouse|house|admit|assess|take on)
    takes? nothing from   nobody (?:will|can)
    """)

FAILINGS = either(rf"""
    \b{WE}(?:'ve| have|'s| has)(?: \w+)? been on (?:[\w']+ ){{0,4}}?(?:waiting |housing )?list\b
    \b{WE}(?:'ve| have|'s| has)(?: \w+)? been (?:[\w']+ ){{0,4}}?waiting (?:[\w']+ ){{0,4}}?for (?:an? |
        the )?(?:\w+[ ])?(?:decision|appointment|diagnosis|operation|assessment|date|plan|results?|
        place)\b
    \b{WE}(?:, [^,]{{3,40}},)? (?:still )?(?:can't|cannot|can not|could not|couldn't|am unable to|
        are unable to|(?:have |'ve )?(?:been )?(?:tried|try|trying)\b.{{0,40}}\bto|
        is unable to) (?:even )?(?:get|find|see|reach|book|register with|get through to|get hold of|
        obtain|have) (?:[\w']+ ){{0,4}}?{_SERVICE}\b
    \b{_BODY} (?:[\w']+ )?{_HARM}\b.{{0,40}}?\b(?:me|us|{MINE}|{OUR} (?:[\w-]+ )?{_MATTER}|my (?:ex|car|
        garden|house|home|flat|roof))\b
    \b{WE}(?:'ve| have|'s| has| was| were|'m| am| is| are|'re)(?: \w+)?(?: been| being)? (?:overcharged|
        fined|defrauded|scammed|bullied|misdiagnosed|sacked|disconnected|turned away|struck off|
        left in hospital|(?:refused|denied) (?:[\w'-]+ ){{0,3}}?(?:{_SERVICE}|{_LACKED}|{_MATTER}|drugs?|
        bail|legal aid|a loan)\b)
    \b{WE} ?(?:'ve been|have been|has been|'m|am|are|'re|is|was|were)(?: now)?(?: left)? without (?:any |
        a )?(?:{_LACKED}|electricity|gas|water|power|money)\b
    \b{WE}\b.{{0,60}}\bmust pay (?:for )?(?:all )?{MY} (?:[\w-]+ )?(?:care|fees|home)\b
    \b{WE}\b.{{0,20}}\b(?:need|have|has|with) (?:somewhere|nowhere|no ?where|a place) to (?:live|go|sleep|
        stay)\b
    \b{WE}\b.{{0,40}}\b(?:can't|cannot|unable to) (?:sell|move out of|live in|remortgage|insure) (?:my|
        our) (?:flat|house|home|property)\b
    \b(?:i|we|my|our|me|us)\b.{{0,80}}\bno (?:ambulance|doctor|nurse|carer|engineer|social worker|one|
        body) (?:ever[ ]|has )?(?:came|come|turned up)\b
    \b(?:my|our) (?:[\w-]+ )?(?:neighbours?|ex(?:-\w+)?|landlord|boss|employer|
        manager)\b.{{0,30}}\b(?:threaten\w*|harass\w*|attack\w*|abus(?:es|ed|ing)|bull(?:y|ies|ied|ying)|
        sacked|hits|sent me home|owes? (?:me|us))\b
    \b(?:owes?|owed) (?:me|us) (?:\w+ )?(?:£|money|maintenance|wages|back ?pay)
    \bhelp (?:me |us )?(?:to )?(?:get|bring) {MINE}\b
    \b{WE} (?:can't|cannot|can not|couldn't) get {MINE} (?:assessed|diagnosed|seen|treated|housed|moved|a|
        an|any|into)\b
    \b{MINE}\b.{{0,60}}\b(?:no one|nobody|no-one) to (?:look after|care for|help)\b
    \b(?:i|we)(?:'ve| have|'m| am|'re| are)(?: been)? sleeping (?:on|in|rough)\b
    \b(?:used|stolen|stole) my (?:name|identity)\b
    \b{MINE} (?:is|are) not allowed to (?:come|enter|join|stay|return|live)\b
    \b{MINE}\b.{{0,60}}\b(?:self[- ]harm\w*|suicidal|been sectioned|overdose)\b
    \b(?:{_BODY}|they|builder|garage|shop|airline|solicitor|firm|company)\b.{{0,20}}\b(?:lost|
        vanished with|frozen|stopped|kept|keeping|withheld|taken away|
        took away) {MY} (?:[\w'-]+ )?{_MATTER}\b
    \b{WE}(?:'ve| have|'s| has| was| were)(?: \w+)?(?: been)? told (?:that )?(?:i|we|he|she|they) (?:must|
        have to|has to|need to) (?:leave|move out|get out|repay|pay back|go back)\b
    \b{MY} (?:[\w'-]+ ){{0,3}}?{_MATTER}\b.{{0,60}}?\b(?:{_FAILED}|sent to the wrong)\b
    \b{_MATTER} for {MINE}\b.{{0,60}}?\b{_FAILED}\b
    \b{_BODY}(?: have| has|'ve|'s)? (?:just |now )?cut {MY} (?:[\w'-]+ ){{0,2}}?{_MATTER}\b
    \b(?:they|{_BODY})(?: have| has|'ve|'s) (?:just |now )?cut {MY} hours of (?:help|care|support)\b
    \b{MINE}\b.{{0,60}}\b(?:no|without|not (?:given|getting|received|had)|hasn't got|refused|
        denied)(?: any| a| an| his|[ ]her| my| me)? (?:[\w-]+ )?{_LACKED}\b
    \b{MINE}\b.{{0,50}}\b(?:on a trolley|in a corridor|bullied|stuck in hospital|left in hospital)\b
    \b(?:i|we|my|our|me|us)\b.{{0,80}}\b(?:the police (?:have )?(?:closed|dropped) (?:the|my|our) case|
        no (?:police[ ])?officer (?:has|came))
    \b(?:my|our) (?:next[- ]door )?neighbours?\b(?! and i\b|.{{0,60}}\b(?:object\w* to|objections?|
        oppos(?:e|ed|es|ing)|petition\w*)\b).{{0,100}}\b(?:council|police)\b.{{0,30}}\b(?:do nothing|
        does nothing|won't|will not|refuse\w*)
    \b(?:i am|i'm|we are|we're) owed\b.{{0,60}}\b(?:refund|money|back ?pay|compensation|pension|wages|£)
    \b(?:dbs|crb) check\b.{{0,50}}\b{_FAILED}\b
    """)
