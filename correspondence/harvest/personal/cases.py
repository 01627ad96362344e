"""Sentences on somebody's own matter: their illness, claim, home or family, or those of a third person."""

import re

from correspondence.harvest.names import POST
from correspondence.harvest.personal.people import KIN, TITLED
from correspondence.harvest.phrases import one_of

# Advice to anybody: "if your landlord has not …", "you can appeal".
_ADVICE = re.compile(
    r"\b(?:if|unless|should|where|when|wherever|whenever) (?:you|your|an?|any|anyone|someone|somebody|it)\b"
    r"(?! (?:died|passed))"
    r"|\bif there is\b|\bplease (?:contact|send|let me|get in touch|do not|write|feel free|ask|pass|share)\b"
    r"|\bwhether or not\b|\bdepend(?:s|ing) on\b"
    r"|\byou (?:can|could|may|might|should|must|will|would) (?:(?:also|still|then|now|only) )?"
    r"(?:be (?:able|entitled|eligible)|claim|apply|appeal|ask|contact|write|complain|find|get|need|want|wish"
    r"|have to|know|be aware|be interested|like|access|use|receive|keep|be due|choose|request)\b"
    r"|\byour (?:doctor|gp|landlord|employer) (?:can|must|may|should)\b"
    r"|\byour (?:state )?pension will (?:rise|increase|go up)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\byou (?:asked|ask|wanted to know) (?:me )?(?:whether|if) i\b", re.IGNORECASE)

# What belongs to many is nobody's own matter: "your church hall's boiler".
_BODY = (
    r"(?:(?:church|chapel|mosque|hall|village|parish|town|club|group|choir|council|campaign|organisation|society"
    r"|(?<!housing )association|branch|charity|committee|petition)"
    r"(?! (?:tax|flat|house|home|housing|tenan\w+|property|bungalow)))"
)
# No word that leads to something else: "your letter about getting an appointment".
_OWN = (
    r"(?:(?!(?:about|on|for|to|from|an?|the|of|in|with|and|that|which|is|are|as|by|letter|e-?mail|message|views?"
    rf"|concerns?|questions?|points?|support|local|{_BODY}(?:[’']s)?)\b)[\w’'-]+ )"
)
_KIN = rf"\byour (?!mother tongue|sister part|brother part){_OWN}{{0,3}}?(?:{KIN})\b(?!-)"
# One of the reader's, where "your child" may be anybody's; "your husband or wife" is anybody's too.
_HIS_OR_HERS = (
    rf"\byour (?!mother tongue|sister part|brother part|[\w’'-]+ or\b){_OWN}{{0,2}}?"
    r"(?:(?:step|grand)?(?:daughter|son|mother|father)|wife|husband|mum|dad|nan|gran(?:dad|ny)?"
    r"|(?:step)?(?:brother|sister)|niece|nephew|aunt(?:ie)?|uncle|(?:boy|girl)friend)\b(?! or\b)"
)
_MATTER = one_of(r"""
    claims? | applications? | appeal | complaint | tenancy | eviction | diagnosis | operation | appointments?
    assessment | illness | ehcp | arrears | overpayment | redundancy | accident | injur(?:y|ies) | loss
    bereavement | hearing | arrest | banding | visa | passport | surgery | treatment | refund | payments?
    (?:own |particular |individual |personal |current |difficult )(?:case|situation|circumstances)
    kitchen | bathroom | bedrooms? | boiler | flat | bungalow | doorstep | driveway | roof | ceiling | shop
    wheelchair | pain | symptoms | cancer | stroke | disability | depression | epilepsy | pregnancy | divorce
    medical (?:records?|history) | gp | consultant | surgeon | social worker | solicitor | employer | landlord
    neighbours?[’']s? | landlady | doctor | ordeal | plight | predicament | benefits? | pension(?: pot)?
    (?:pip|esa|dla|universal credit|blue badge|pension credit|attendance allowance)
""").pattern
_YOUR_MATTER = rf"\byour (?!(?:right|rights|chance)\b){_OWN}{{0,4}}?(?:{_MATTER})(?![\w-])"

_OUGHT = r"(?:(?:both|all|also|now|already|recently|since|again|not|never|only|just|even|still|once|then) )*"
_SUFFERED = one_of(r"""
    evicted | lost | waited | waiting | diagnosed | sleeping | living | caring | refused | turned down | paid
    overpaid | underpaid | told | given | sent | treated | injured | attacked | assaulted | burgled | robbed
    divorced | made | dismissed | sacked | widowed | bereaved | left | without | homeless | charged | fined
    sanctioned | detained | arrested | discharged | cut off | struggling | suffering | suffered | unable
    worked | working | moved | born | been without | granted | awarded | offered | had to | served | denied
""").pattern
_YOU_SUFFERED = (
    rf"\byou (?:(?:and|both) [\w ’']{{1,30}}? )?(?:have|had|[’']ve|were|was|are|had to) {_OUGHT}"
    rf"(?:been )?{_OUGHT}(?:{_SUFFERED})\b(?! (?:me|us|out)\b)"
    r"|\byou (?:lost|waited|slept|paid|suffered|fell|served) (?!attention)"
    r"|\byou (?:are|were) (?:a single|in (?:pain|debt|arrears|hospital)|disabled|unwell|ill|pregnant|\d\d)\b"
    r"|\byou (?:were|are) able to (?:bring|book|move|get) (?:\w+ )?your\b"
    r"|\byou had to (?:pay|give|leave|move|sell|wait|stop|borrow)\b"
)
_OPINION = one_of(r"""
    want | believe | think | feel | support | oppose | would like | agree | disagree | hope | wish | expect
    are (?:\w+ )?(?:concerned|worried|disappointed|angry|unhappy|opposed|keen|interested|pleased|frustrated)
    were (?:\w+ )?(?:concerned|worried|disappointed|angry|unhappy) | do not | don[’']t | would | share | care
    will | cannot support | find
""").pattern
_YOU_TELL = (
    r"\byou (?:have |had )?(?:told me|tell me|explain(?:ed)?|say|said|mention(?:ed)?|describe[ds]?|note[ds]?"
    rf"|wrote|write) that (?:you(?! (?:{_OPINION})\b)|your|an?)\b"
)
_SYMPATHY = (
    r"\b(?:sorry|sadden?ed|distressed|shocked|upset|appalled|concerned|dismayed|glad|pleased|delighted|good"
    r"|relieved) (?:indeed )?(?!for (?:the delay|any)\b)"
    r"(?:to (?:hear(?! from\b(?! you that\b))|learn|read|see|know)|for|about|that)\b[^.]{0,160}?"
    r"\byour?\b(?! (?:continued )?(?:disappoint|concern|view|support|interest|decision|opinion|frustrat"
    r"|feel|share|agree|want|oppose|believe|think|campaign|anger|are (?:\w+ )?(?:disappoint|concern|unhappy"
    r"|angry|worr|frustrat)|were (?:\w+ )?(?:disappoint|unhappy)|found my|took the time"
    r"|(?:have )?(?:contacted|written|wrote|raised|been in touch|got in touch)|will|comment|remarks"
    r"|letter about the|local|there\b))"
    rf"(?! (?:[\w’'-]+ ){{0,2}}?{_BODY}\b)"
    r"(?! (?:said|say|wrote|write|told me|tell me|described?|mentioned) (?:about|of) (?!your?\b|\w+ing\b))"
)
_CONDOLENCE = (
    r"\bsorry for your loss\b|\b(?:my|our) (?:\w+ )?(?:condolences|sympath(?:y|ies))\b"
    r"|\b(?:best|good|warm|kind)(?:est)? (?:wishes|regards) to (?:(?:you and )?your|her|him|them|you both)\b"
    r"|\b(?:give|send|pass on) (?:to )?(?:her|him|them) (?:all )?(?:my|our)\b|\bget well\b"
    r"|\bit must (?:have been|be) (?:an? )?(?:very |most |so )?(?:dreadful|terrible|awful|hard|difficult"
    r"|frightening|distressing|worrying|upsetting|painful|great)\b"
    r"|\bhow (?:hard|difficult|painful|distressing|worrying) (?:\w+ ){1,3}for you\b"
)
_YOURS = (
    r"\b(?<!such )(?:as|when) yours (?:did|was|were|has|had|is)\b"
    r"|\byour own (?:garden|yard|fence|wall|field)\b"
)
_MET = (
    r"\b(?!see you there\b)(?:met?|meeting|see|seeing|saw|spoke(?:n)?|speak(?:ing)?|talk(?:ed|ing)?)"
    r" (?:to |with )?you\b"
    r"(?! (?:again|soon|all)\b)"
)
_LATE = re.compile(  # an apology for an answer that comes late tells of nobody
    r"\bsorry,? (?:that )?(?:you (?:have |had |[’']ve )?(?:had to |been )?(?:wait(?:ed|ing)?|kept waiting)\b"
    r"[^\d.,;]{0,20}? for (?:an?|my|this|the) (?:[a-z]+ )?(?:answer|reply|response)"
    r"|(?:it|I) (?:has |have )?(?:taken|took|been)\b[^\d.,;]{0,20}? (?:answer|reply|respond|write)(?:ing)?)"
    r"(?=[.,;]|$| (?:from (?:me|us)|and|but|to (?:you|your (?:letter|e-?mail|message|questions?)))\b)",
    re.IGNORECASE,
)
_WANTED = r"(?: (?:that )?you (?:had |were |are )*(?:hop|want|look|ask)(?:ed|ing)?(?: for)?)?"
_CANNOT = (
    r"(?:I|we) (?:cannot|can(?:[’']t)?|could(?:n[’']t| not)?|(?:am|was|are|were) (?:not |un)able to|may not)"
)
_ANSWER = r"(?:news|answer|reply|response)"
_MY_ANSWER = re.compile(  # "sorry that I cannot give you better news", which tells of nobody
    rf"\b(?:sorry|glad|pleased|delighted),? (?:that )?(?:{_CANNOT} (?:"
    r"(?:give|offer|send|bring|tell|write) (?:to )?you (?:[a-z]+ ){0,3}?"
    rf"(?:{_ANSWER}|hope|comfort|(?:re)?assurance|help|more){_WANTED}"
    r"|be (?:of )?(?:more|much|any|greater|further)(?: [a-z]+)?(?: to you)?"
    r"|(?:agree with|help|support|join) you"
    r"|(?:agree to|support|meet|sign) your (?:request|petition|call|campaign|pledge))"
    rf"|(?:this|it|that|(?:my|the) (?:[a-z]+ )?{_ANSWER}) "
    r"(?:(?:will|may|might|must|is likely to) (?:be a disappointment to|disappoint) you"
    rf"|(?:is|was|will|may) not (?:be )?(?:the (?:one|{_ANSWER})|what){_WANTED}))"
    r"(?: (?:on|in|over) this(?: (?:matter|issue|point|occasion|question))?"
    r"| (?:at|for) (?:present|the moment|this stage|now)| in my (?:reply|answer|letter)(?: to you)?)?"
    r"(?=[.;,]|$| (?:and|but)\b)",
    re.IGNORECASE,
)
_DONE_TO_YOU = (
    r"\b(?:overcharged|refund(?:ed)?|repaid|rehoused?|visited|reimbursed?|apologised to|compensated?|evicted"
    r"|misled|underpaid|overpaid) you\b"
)
_WHO = one_of(r"""
    constituent | resident | lady | gentleman | woman | man | mother | father | mum | dad | couple | family
    farmer | nurse | teacher | pensioner | widow(?:er)? | student | carer | shopkeeper | girl | boy | patient
    tenant | veteran | doctor | worker | driver | grandmother | grandfather | person | parent | teenager
    boss | owner | builder | soldier | refugee
""").pattern
_ONE = rf"\b(?:an?|one|another|the|my) (?:(?!group|number|lot)[\w’'-]+ ){{0,3}}?(?:{_WHO})\b"
_TELLS = (
    r"(?:who (?:had |has )?(?:recently )?(?:wrote|written|came|come|told|contacted|spoke|rang|called|visited"
    r"|e-?mailed|waited|lost|was|has been|had been|lives|lived|works|worked)\b|told me\b|wrote to me\b"
    r"|came to (?:me|see me|my)\b|contacted me\b|of mine\b|in my (?:own )?constituency,)"
)
_THIRD = (
    rf"{_ONE}[^.;]{{0,60}}?\b{_TELLS}|\bi (?:\w+ )?(?:met|spoke (?:to|with)|visited|heard from) {_ONE[2:]}"
    rf"[^.;]{{0,40}}\b(?:who|whose)\b"
)
_THEIR_MATTER = (
    rf"(?-i:\b{TITLED})[’'](?:s\b|(?= )) (?:[\w’'-]+ ){{0,3}}?(?:visa|application|asylum|tenancy|benefits?"
    r"|operation|treatment|case|passport|appeal(?! (?:to|for)\b)|eviction|discharge|diagnosis|hearing"
    r"|complaint|housing)\b"
)
_FIRST_NAME = (  # "Emma's own hearing has been put off on account of her ..."
    r"(?-i:(?:^|\b[a-z]+,? )[A-Z][a-z]+)['’]s (?:own (?:[\w’'-]+ ){0,2}?)?(?:applications?|operation"
    r"|appointments?|diagnosis|assessment|ehcp|eviction|visa|tenancy|illness|hearing|test|exams?)\b"
    r"[^.]{0,160}\b(?:her|his|him|s?he)\b"
)
_ANSWERED = (
    r"\b(?:dwp|hmrc|home office|department|council|trust|hospital|school|bank|landlord|ombudsman|agency"
    r"|police|housing association|passport office) (?:has|have) (?:\w+ )?"
    r"(?:told me|confirmed|assured me|agreed|promised)"
    r"[^.]{0,20} that you\b"
)
_ALWAYS = re.compile(
    "|".join((_CONDOLENCE, _YOURS, _MET, _DONE_TO_YOU, _THIRD, _THEIR_MATTER, _FIRST_NAME, _HIS_OR_HERS)),
    re.IGNORECASE,
)
_SHE_OR_HE = re.compile(r"\b(?:s?he|hers?|him|his)\b", re.IGNORECASE)
_SOMEBODY_ELSE = re.compile(rf"\b{TITLED}|\b{POST}")
_UNLESS_ADVICE = re.compile(
    "|".join((_KIN, _YOUR_MATTER, _YOU_SUFFERED, _YOU_TELL, _SYMPATHY, _ANSWERED)), re.IGNORECASE
)


def is_case(sentence: str) -> bool:
    """Whether a sentence of a reply tells of the own matter of whoever was answered, or of a third person."""
    sentence = _MY_ANSWER.sub("sorry", _LATE.sub("sorry", sentence))
    if _ALWAYS.search(sentence):
        return True
    advises = _ADVICE.search(sentence) and not _ASKED.search(sentence)
    return not advises and _UNLESS_ADVICE.search(sentence) is not None


def goes_on(case: str, sentence: str) -> bool:
    """Whether a sentence that follows one on somebody's own matter speaks of the same person: "she" is the
    daughter, where neither names anybody else."""
    told_of = re.search(_HIS_OR_HERS, case, re.IGNORECASE) and not _SOMEBODY_ELSE.search(case)
    return bool(told_of and _SHE_OR_HE.search(sentence) and not _SOMEBODY_ELSE.search(sentence))
