"""Definite public posts in the singular, with the holder whose name stands beside one."""

import re
from collections.abc import Iterator

from correspondence.figures.found import Found

_CAP = r"[A-Z][\w’'&-]{1,30}"
# A capital word that begins something else than the rest of a portfolio.
_STOP = (
    r"(?!(?:Ministers?|Secretar(?:y|ies)|Prime|Chancellor|Home Secretary|Department|HM|NHS|MPs?|Lord|Members?"
    r"|I|Foreign (?:Minister|Secretary)|Rt|Right Hon\w*|Sir|Dame|Dr|Mr|Mrs|Ms|Lady|Baroness)\b)"
)
_NEXT = rf"{_STOP}{_CAP}(?: {_STOP}{_CAP}){{0,3}}"
# "Health and Social Care"; with commas only where an "and" closes the list, else a name follows.
_FOR = (
    rf"{_CAP}(?: {_STOP}{_CAP}){{0,4}}"
    rf"(?: of {_NEXT}(?: or Belief)?)?"
    rf"(?:(?:, {_NEXT}){{1,3}},? and (?:the )?{_NEXT}|(?: (?:and|of|for|of the|&) {_NEXT}){{0,4}})"
)
_PORTFOLIOS = (
    "home|foreign|health|education|defence|justice|transport|environment|culture|housing"
    "|levelling up|business|energy|northern ireland|scotland|scottish|wales|welsh|work and pensions"
    "|trade|immigration|illegal immigration|interior|security|policing|prisons|schools|children[’']s"
    "|care|pensions|employment|cabinet office|veterans|armed forces|planning|local government|rail"
    "|roads|aviation|farming|fisheries|water|climate|science|technology|digital|sports?|tourism"
    "|universities|skills|further education|finance|economy|public health|social care|equalities"
    "|victims|courts|fire|safeguarding|europe|development|exchequer|communities|energy security"
    "|health and social care|business and trade|energy security and net zero|energy and climate change"
    "|climate change|environment, food and rural affairs|science and technology"
)
# Any other, with capitals: "the Buses Minister", "the Road Safety Minister".
_PORTFOLIO = (
    r"(?!(?:Prime|First|Foreign|Home|Deputy|Junior|Senior|Shadow|Former|New|The|Then|An?|Our|Your|His|Her"
    r"|Their)\b)"
    r"(?:(?!(?:Government|Labour|Tory|Conservative|Department|Minister)\b)[A-Z][a-z]{2,14} (?:and )?){1,4}?"
)
_COMMISSIONERS = (
    "Children|Victims|Veterans|Domestic Abuse|Patient Safety|Information|Immigration Services"
    "|Small Business|Parliamentary|Metropolitan Police"
)
_NATIONS = "(?:England and Wales|England|Wales|Scotland|Northern Ireland)"
# "the National Medical Director for Mental Health": a post by its last word, behind what makes it definite.
_DEFINITE = (
    r"(?:(?<=[Tt]he )|(?<=[Oo]ur )|(?<=[Ii]ts )|(?<=[Hh]is )|(?<=[Hh]er )|(?<=[Tt]heir )|(?<=[’']s )"
    r"|(?<=s[’'] )|(?<=\bas )|(?<=\bformer )|(?<=\bnew )|(?<=[Pp]revious )|(?<=post of ))"
)
_LAST = (
    r"(?:Commissioner|Advis[eo]r|Envoy|Director|Examiner|Representative|Rapporteur|Constable|Coordinator"
    r"|Ambassador|High Commissioner|Reviewer|Adjudicator|Champion|Officer|Statistician|Inspector"
    r"|Chief Justice|Permanent (?:Under[- ])?Secretary|Chief Executive)"
)
_ANYBODY = (
    r"(?!(?:Special (?:Constable|Advis[eo]r)|(?:Personal|Independent Planning|Planning) |Special Educational"
    r"|(?:\w+ )?(?:Returning|Reviewing|Police|Prison|Probation|Executive|Case|Medical|Welfare|Liaison|Support"
    r"|Enforcement|Presenting|Rescue|Council|Safeguarding|First) Officer)\b)"
)
# "Floods Minister Ann Lee": without "the", only where a line or sentence opens and the name follows.
_OPENS = r"(?:\A|(?<=\n)|(?<=[.!?:] )|(?<=[“\"]))"
_POSTS = (
    rf"{_DEFINITE}{_ANYBODY}(?:{_STOP}[A-Z][\w-]{{1,30}}(?:s[’'])?,? (?:(?:and|of|for) (?=[A-Z]))?){{1,5}}?"
    rf"{_LAST}\b(?: (?:for|on|to|of) (?:the )?{_STOP}{_FOR})?",
    rf"{_DEFINITE}(?:Commissioner|Director|Ambassador|Permanent Secretary|High Commissioner|Chief Constable"
    rf"|Deputy Mayor) (?:for|on|to|of) (?:the )?{_STOP}{_FOR}",
    r"(?:Assistant |Deputy )?Chief Constable of (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}",
    r"Chief of the (?:Defence|General|Air|Naval) Staff|First Sea Lord",
    r"(?:Lord|Lady) Chief Justice(?: of England and Wales)?|Master of the Rolls",
    r"Senior President of Tribunals",
    r"Minister without Portfolio",
    r"Minister of State\b(?! (?:for|at)\b)",
    rf"(?:Parliamentary )?(?:Under-? ?Secretary|Minister|Secretary) of State (?:for|at) (?:the )?"
    rf"(?:Home Department|{_FOR})",
    r"(?<!\b[Aa] )(?<!\b[Aa]ny )(?<!each )(?<!relevant )Secretary of State\b(?! for (?:the )?[A-Z])",
    r"(?i:deputy )?(?:Prime Minister|prime minister)",
    r"Chancellor of the (?:Exchequer|Duchy of Lancaster)",
    r"Vice Chancellor|[Ll]ord [Cc]hancellor|(?<=[Tt]he )[Cc]hancellor\b(?! of)",
    rf"\b(?:(?:[Ss]hadow|[Dd]eputy) )?(?i:{_PORTFOLIOS}) (?:[Ss]ecretary|[Mm]inister)",
    rf"(?<=[Tt]he ){_PORTFOLIO}Minister\b|\b[Ss]hadow {_PORTFOLIO}[Mm]inister\b",
    rf"{_OPENS}{_PORTFOLIO}Minister(?= [A-Z][a-z’'-]+ [A-Z])",
    rf"{_OPENS}(?!Cabinet|Treasury|[A-Z][a-z]+(?:an|sh|ch|ese|[st]ic)\b){_PORTFOLIO}minister"
    r"(?= [A-Z][a-z’'-]+ [A-Z])",
    r"(?:Comptroller and )?Auditor General(?: for (?:Wales|Scotland|Northern Ireland))?",
    r"(?:(?:[Ss]hadow )?(?i:chief|financial|economic|exchequer) [Ss]ecretary to the Treasury"
    r"|(?<=[Tt]he )[Ss]hadow [Cc]hancellor\b(?! of))",
    rf"(?:Shadow )?Minister (?:for|of) (?:the )?{_FOR}",
    rf"(?i:deputy )?First Minister(?: of {_NATIONS})?",
    rf"(?:(?i:attorney|solicitor) [Gg]eneral|Advocate General)(?: for {_NATIONS})?|Lord Advocate",
    r"Leader of the (?:House(?: of (?:Commons|Lords))?|Opposition)|(?<=[Tt]he )leader of the [Oo]pposition",
    r"Speaker of the House(?: of Commons)?|(?<=the )Speaker\b",
    r"Paymaster General|Lord Privy Seal|Lord President of the Council|Chief Whip|Cabinet Secretary",
    r"(?:(?:[A-Z][a-z]{2,14}(?:n|sh|ch|se|i)|US|EU) )"
    r"(?:[Pp]resident|Chancellor|[A-Za-z][a-z]{1,20} [Mm]inister)",
    rf"President of the (?:Board of Trade|United States|European (?:Commission|Council)|Republic|{_CAP})"
    rf"(?: of {_CAP})?",
    r"President(?= [A-Z][a-z])",
    r"Secretary[- ]General of (?:the )?(?:United Nations|UN|NATO)|(?:UN|NATO) Secretary[- ]General",
    r"Governor of the Bank of England|(?:Lord )?Mayor of [A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20}){0,2}",
    rf"Police and Crime Commissioner for {_FOR}",
    r"(?:(?<=[Tt]he )|(?<=[Oo]ur )|(?<=[’']s ))[Pp]olice and [Cc]rime [Cc]ommissioner\b",
    rf"(?i:{_COMMISSIONERS})[’']?s?[’']? [Cc]ommissioner(?: for [A-Z][a-z]{{1,20}})?",
    rf"(?:Deputy )?Chief (?:Medical|Veterinary|Nursing|Scientific|Social Work) "
    rf"(?:Officer|Adviser)(?: for {_NATIONS})?",
    r"(?i:chief inspector of (?:prisons|probation|constabulary|police|schools|hospitals|borders))"
    r"|(?<=[Tt]he )(?:director of public prosecutions|auditor general|governor of the Bank of England)"
    r"|(?<=[Tt]he )(?:deputy )?chief (?:medical|veterinary|nursing|scientific) (?:officer|adviser)",
    r"Director of Public Prosecutions|(?:His|Her) Majesty[’']s Chief Inspector(?: of [A-Z][a-z]{1,20})?",
    rf"(?:Permanent Secretary|Chief Executive|Chair|Director[- ]General|Ambassador|High Commissioner)"
    rf" (?:of|at|for|to) (?:the )?{_FOR}",
    r"(?:(?<=[Tt]he )|(?<=[Oo]ur )|(?<=[Ii]ts )|(?<=[’']s )|(?<=s[’'] ))"
    r"(?:Permanent Secretary|Chief Executive(?: Officer)?|Ambassador|High Commissioner|Chief Constable)\b",
)
_POST = re.compile(r"(?<![\w-])(?:" + "|".join(_POSTS) + ")")
_BODY = re.compile(
    r"[’']?s? (?:Office|Committee|Department|Group|Taskforce|Questions"
    r"|Programme|Service|Network|Scheme|Fund|Remuneration|Review|Board|Panel|Unit|Team)\b|s\b(?![’'])|\w|-"
)
_AFTER = re.compile(
    r"(?P<comma>,)? (?:(?:the )?(?:(?:Rt\.? Hon\.?|Right Hon(?:ourable)?|Sir|Dame|Dr|Lord|Lady"
    r"|Baroness|Mr|Mrs|Ms)\.? ){1,3})?"
    r"(?P<name>[A-Z][a-zà-ÿ’'-]+(?: [A-Z][\wà-ÿ’'-]+){0,2})(?P<end>,| MP|[.;)]|$)?"
)
_BEFORE = re.compile(r"(?P<name>[A-Z][a-zà-ÿ’'-]+(?: [A-Z][\wà-ÿ’'-]+){1,2})(?: MP)?,? (?:as )?(?:the )?$")


def find_holders(text: str) -> Iterator[Found]:
    """Every definite public post in the singular, with the name of its holder where it stands beside it."""
    for match in _POST.finditer(text):
        end = match.end()
        if end == match.start() or _BODY.match(text, end):
            continue
        post = re.sub(r"[’']s?$", "", match.group().strip())
        detail = {"holder": holder} if (holder := _holder(text, match)) else {}
        end = match.start() + len(post)
        yield Found("office_holder", match.start(), end, _titled(post), "", detail)


def _titled(post: str) -> str:
    small = {"of", "the", "for", "and", "to", "at", "on", "in", "without"}
    return " ".join(word if word in small else word[0].upper() + word[1:] for word in post.split())


def _holder(text: str, match: re.Match[str]) -> str:
    after = _AFTER.match(text, match.start() + len(match.group().rstrip()))
    lone = after is not None and " " not in after["name"]
    if after and (not after["comma"] or (after["end"] and not lone)) and not _is_post(after["name"]):
        return after["name"]
    before = _BEFORE.search(text, max(0, match.start() - 60), match.start())
    if before and "," in before.group() and not _is_post(before["name"]):
        return before["name"]
    return ""


def _is_post(name: str) -> bool:
    return (
        re.search(
            r"\b(?:Secretary|Minister|Office|Committee|Government|Department|House|Friend|Member)\b", name
        )
        is not None
    )
