"""Whom a pronoun, a surname or a post means, from what was said before."""

import re

from correspondence import text as texts
from correspondence.harvest import bodies, joint
from correspondence.harvest.names import NAME, RANK

STATEMENT = re.compile(r"\b[Ii]n (?P<what>an? (?:[a-z]+ ){0,2}(?:statement|letter|declaration))\b")
_DESCRIBED = (  # "Labour MP", "Teaching union boss"
    r"(?:(?:[A-Z][\w’'-]+ ){1,3}"
    r"(?:(?!(?:after|under|over|other|whether|rather|however|that|for|her|their|never)\b)"
    r"(?!(?:[a-z-]+ )*?(?:ha[sd]|have|is|are|was|were|[a-z]+ed) )"
    r"(?:[a-z][\w’'-]+ ){0,3}?"
    r"(?:[a-z-]+(?:er|or|ist|man|person|ary|ent|ief|oss|ead|ian|ee|ate)|MP|MSP|MS) ))?"
)
_OF_PARTY = r"(?:[A-ZÀ-Þ][\w-]+(?: [A-Z][\w-]+)?(?:[’']s|s[’']) )?"  # "The Liberals’ Jo Field"
_MINISTER = (
    r"The (?:[A-Z][\w’'-]+ ){0,3}?(?:Secretary|Minister|President|Leader|Mayor|Chancellor)"
    r"(?: of the [A-Z]\w+| of State(?: (?:for|at) (?:the )?[A-Z]\w+(?:,? (?:and )?[A-Z]\w+){0,4})?)?"
)
_OFFICE = (
    r"(?:(?:[Ss]hadow|[Ff]ormer|[Cc]hief|[Dd]eputy|[Cc]ouncil|[Gg]eneral)(?: [a-z]+){0,2}? )?"
    r"(?:[A-Z]\w+-)?(?:[Ss]ecretary|[Mm]inister|[Ll]eader|[Cc]hancellor|[Ee]xecutive|[Dd]irector|[Mm]ayor|[Cc]onstable|[Pp]resident"
    r"|[Ss]pokes(?:person|man|woman)|[Cc]hair(?:man|woman)?|MP|MSP)"
    r"(?: (?:of|for|at|to) (?:the )?[\w’' -]{2,40}?)?"
)
_HOLDER = re.compile(
    rf"(?P<name>(?:(?:[Tt]he|[Oo]ur|[Hh]er|[Hh]is|[Tt]heir)"
    rf" (?:(?!(?:the|to|with|of|and|for|in|on|from)\b)[\w’'-]+ ){{0,4}}?{_OFFICE},"
    r"|(?:(?<=[a-z] )[A-Z][\w’'-]+ and (?=[A-Z][\w’'-]+ MP\b))?"  # "Ash and Elmham MP"
    rf"(?:[A-Z][\w’'-]+ ){{0,3}}{_OFFICE},?)(?<! and) (?:(?:(?:[A-Z][\w’'-]+|and) ){{1,4}}MP )?{NAME})"
)
_SMALL_HOLDER = re.compile(rf"(?P<name>(?:[a-z]+ ){{1,2}}{_OFFICE} {NAME})(?: MP)?(?:,| [a-z]+\b)")
_LEAD_CLAUSE = re.compile(
    r"(?:On|In|At|After|During|Before|Speaking|Also|Earlier|Later|Last|This)\b[^,.]{2,80}, "
    r"|(?:Asked|Pressed|Told|Questioned|Challenged|Quizzed|Shown|Reminded|[A-Z][a-z]{2,}ing)\b[^,.]{2,120}, "
)
_INTRODUCED = re.compile(
    r"(?:(?:For|But|And|Like|Now|Then|Later|Earlier|Yesterday|Today|Meanwhile|However|So|Yet|Still|Also"
    r"|(?:His|Her|Their|Its) (?:(?:party|cabinet|shadow) )?"
    r"(?:colleague|counterpart|successor|predecessor|deputy)"
    rf"|The(?= {_OF_PARTY[:-1]})) )?"
    rf"(?P<name>(?P<post>{_MINISTER})|{_DESCRIBED}{_OF_PARTY}{NAME})(?: MP)?"
    rf"(?P<aside>, (?:the|an?) (?:[\w’'-]+ ){{0,6}}?{_OFFICE}(?=,))?(?:,| [a-z]+\b)"
)
_APPOSED = re.compile(
    r"(?:The|Its|Their|Our|His|Her|[A-Z][\w-]+[’']s)(?: (?!(?:of|for|at|in)\b)[\w’'&-]+){0,5}?"
    rf" (?P<noun>[\w’'&-]+)(?: (?:of|for|at|in)(?: [\w’'&-]+){{1,6}})?, {NAME},"
)
_WHOSE_WORDS = re.compile(
    r"(?:(?:Th(?:at|is|ose|ese) (?:is|was|are|were) )?the (?:[a-z]+ )?"
    r"(?:words?|view|verdict|story|experience|message|plea|warning|assessment|opinion) (?:of|from)|So says?)"
    rf" (?P<who>(?:[a-z-]+ ){{0,5}}{NAME}(?: MP)?)"
)
_ASIDE = re.compile(  # behind the name of somebody new
    r"(?: MP)?(?:, \d\d\b| \(\d\d\)|, (?:who|whose|an?|the|of|from|its|their|former|chair\w*|head|leader"
    r"|director|chief|president|secretary|founder|owner|manager|editor|professor|general|deputy|spokes\w+"
    r"|(?:[A-Z][\w-]+ ){0,2}(?:MP|MSP|MS) for)\b)"
)
_JUST_NAMED = re.compile(rf"(?P<name>{NAME})(?: of [A-Z][\w’-]+)?$")
_NAMED_WITHIN = 80  # characters before that
_SOMEBODY_NEW = re.compile(  # "One driver, who gave her name as Sue, said …"
    r"(?P<name>(?:One|Another|An?) (?:[a-z-]+ ){0,3}[a-z-]+), (?:who|whose|\d\d)\b"
)
_STILL = re.compile(r"(?:^|[.!?] |, )(?:S?[Hh]e|They) [a-z]")
_THE_MEMBER = re.compile(
    r"[Tt]he (?:[\w’' -]{1,40} (?:MP|MLA|MSP|backbencher)|(?:MP|Member of Parliament) for [\w’' -]{2,40})"
)
_MAY_BE_MEMBER = re.compile(rf"(?:[\w’'-]+ )*[Mm]inister,? {NAME}|{NAME}")
_ROLE = re.compile(r"[Tt]he (?P<role>MP|MSP|[Mm]inister|[Cc]ouncillor|[Mm]ayor|[Cc]hancellor|[Ss]ecretary)")
_COUNCILLOR = re.compile(  # not of another party than the one who spoke
    r"[Tt]he (?:(?!Labour|Tory|Conserv|Lib|Dem|Green|Reform|Indep|SNP|Plaid|other)[\w’'-]+ ){1,4}councillor"
)
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame) ")
_CALLED = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Cllr|Coun|Prof|Revd?|Col|Maj|Capt|Gen|Brig|Lt)\.?(?: \S+)?"
    rf"|{RANK}"
)
_TITLED_ALONE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Coun) ([A-Z][\w’'-]+)")
_SURNAME_BEHIND = re.compile(r"\b[A-Z][\w’'-]*[a-z] ([A-Z][\w’'-]+)")
_LONGEST_CALLED = 4  # words of "Detective Chief Inspector Field"
DOING = re.compile(r"[A-Z][a-z]{2,}ing [^,]+ (?:as|when|while|after|before) ")  # whoever goes on is another
_BRACKETS = re.compile(r" \((?:pictured|above|left|right|inset|\d\d)[^()]{0,20}\)")
_SURNAME = re.compile(
    r"(?!(?:But|And|Now|So|Yet|Then|Today|Here|However|Meanwhile)\b)(?P<name>[A-Z][\w’-]+),"
    r" (?:an?|who|not (?:her|his|their) real name,) "
)
_BARE = re.compile(r"(?P<name>[A-ZÀ-Þ][\w’'-]+) (?:has|had|is|was|[a-z]+(?:ed|s)|went|told|took|made)\b")
_SHE = re.compile(r"(?:(?:But|And|Yet|So|Then) )?[Ss]?[Hh]e [a-z]")
_I_SAY = re.compile(
    r"\b(?:I|[Ww]e|you) (?:(?:have|had|then|also|simply|only|once|can|could|must|would|will|shall) )*"
    r"(?:sa(?:id|y)|told|tell|wrote|write|asked?|put|replied|reply|answer(?:ed)?|quoted?|read)\b"
)
_NOT_A_NAME = re.compile(
    r"(?:Neither|Either|Both|Each|Every|Many|Most|Such|Few|Several|There|Here|These|Those|His|Her|Its|Their|My"
    r"|Your|What|Who|Why|How|Where|Although|Though|Because|However|Despite|During|Without|Until|Once|Whether"
    r"|In|On|At|By|From|To|Since|After|Before|Under|This|That|It|Our|As|When|If|With|Last|Next|No|All|Some"
    r"|(?!Irving|King|Ming|Ling|Ning|Ying)[A-Z][a-z]{2,}ing)\b"
)
_A_POST = re.compile(
    r"\b(?:asked|pressed|urged|challenged|met|questioned|wrote to|written to) "
    r"(?P<post>the (?:[A-Z][\w’'-]+ ){0,4}(?:Minister|Secretary|Chancellor|Mayor)"
    r"(?: (?:of|for|to) (?:the )?[A-Z]\w+)?)"
)
_WHAT_WAS_SAID = re.compile(
    r"\bwhat (?P<who>the (?:[A-Z][\w’'-]+ ){0,4}?(?:Minister|Secretary|Chancellor|Mayor|Leader|President)"
    rf"(?: (?:of|for|to) (?:the )?[A-Z]\w+)?|{NAME}) (?:told|said|promised|wrote)\b"
)
_CAME = re.compile(
    rf"\b(?:when|as|after|because|until) (?:[a-z0-9-]+ ){{0,4}}?(?P<name>{NAME}) (?:handed|told|asked|showed"
    r"|gave|wrote|came|sent|said|stopped|brought|took|held)\b"
)
_PUT_TO = re.compile(
    r"\b(?:put|raised|took|taken|shared) (?:[\w’'-]+ ){1,8}?(?:to|with) "
    r"(?P<post>(?:the|their|its) (?:[\w’'-]+ ){0,4}?(?:director|executive|manager|head|chair\w*|leader"
    r"|[Mm]inister|[Ss]ecretary|officer|[Cc]ommissioner|[Mm]ayor|[Cc]hancellor)\b"
    r"(?: (?:of|at|for) (?:the )?[A-Z][\w’'-]*(?:,? (?:and )?[A-Z][\w’'-]*){0,5})?)"
)
_ISSUED = re.compile(
    r"(?P<who>[^.!?]{3,100}?),? (?:have |has |had )?(?:issued|released|put out|published|signed|sent|made)"
    r" (?P<what>an? (?:[a-z]+ ){0,2}(?:statement|letter|declaration))\b"
)
_MET = re.compile(
    r"\b(?:I|[Ww]e) (?:\w+ ){0,2}?(?:met|saw|asked|visited|rang|joined|(?:spoke|talked|wrote) (?:to|with)"
    r"|called on|heard from|(?:raised|shared|took|put) (?:it|this|that|these|them) (?:with|to)(?! the\b))"
    rf" (?:[a-z]+ ){{0,4}}?(?P<name>{NAME})"
)


def introduced(text: str) -> str:
    """The person with whom the last sentence of a plain paragraph begins, or else the first, as one who is
    told of goes on as "she": "she" of the next one; or ""."""
    told = texts.sentences(text)
    return next(filter(None, map(_begins, dict.fromkeys(told[-1:] + told[:1]))), "")


def named_last(text: str) -> str:
    """Whom "she" of the next paragraph means after a plain one: with whom it begins, else the holder of a
    post in it, unless it goes on about whoever was meant before."""
    still = _STILL.search(text)
    before = text[: still.start()] if still else text
    told, held = told_of(before), holder(before)
    return introduced(text) or (held if held.endswith(told) else told)


def whose_words(text: str) -> str:
    """Whose the words above are by a plain paragraph that says so, "That is the view of Jo Field"; or ""."""
    says = _WHOSE_WORDS.match(text)
    return says["who"] if says else ""


def _begins(sentence: str) -> str:
    """The person with whom a sentence begins."""
    sentence = _BRACKETS.sub("", sentence, count=1)
    apposed = _APPOSED.match(sentence)
    if apposed and bodies.OF_PERSONS.fullmatch(apposed["noun"]):
        return apposed.group()[:-1]
    if unnamed := _SOMEBODY_NEW.match(sentence):
        return unnamed["name"]
    if alone := _SURNAME.match(sentence):
        return alone["name"]
    sentence = without_lead(sentence)
    held = _HOLDER.match(sentence) or _SMALL_HOLDER.match(sentence)
    if held:
        return held["name"][0].upper() + held["name"][1:]
    match = _INTRODUCED.match(sentence)
    if match is None or (
        not match["post"] and (bodies.BODY.search(match["name"]) or _NOT_A_NAME.match(match["name"]))
    ):
        return ""
    return re.sub(r"['’]s$", "", match["name"]) + (match["aside"] or "")


def without_lead(sentence: str) -> str:
    """A sentence without what leads in to whom it begins with: "Speaking on the pier, "."""
    return _LEAD_CLAUSE.sub("", sentence, count=1) if _LEAD_CLAUSE.match(sentence) else sentence


def told_of(text: str) -> str:
    """The person whom the last sentence introduces in passing: "With her was Jo Field, 62, who …"."""
    last = next(reversed(texts.sentences(text)), "")
    for aside in reversed(list(_ASIDE.finditer(last))):
        named = _JUST_NAMED.search(last[max(0, aside.start() - _NAMED_WITHIN) : aside.start()])
        if named and not bodies.BODY.search(named["name"]):
            return named["name"]
    return ""


def surname(text: str, known: list[str]) -> str:
    """The person who was named before with whose bare surname a plain paragraph begins, or its last sentence;
    or ""."""
    told = texts.sentences(text)
    for sentence in dict.fromkeys(told[-1:] + told[:1]):
        bare = _BARE.match(sentence)
        if bare and not _NOT_A_NAME.match(bare["name"]):
            ends = re.compile(rf"(?:^|.* ){re.escape(bare['name'])}(?:$|,| of )")
            return next(
                (who for who in reversed(known) if ends.match(who) and not bodies.BODY.search(who)), ""
            )
    return ""


def leads(text: str, known: list[str]) -> str:
    """Who leads in to the quotation below: the person with whom the last sentence of a paragraph begins that
    ends in a colon, where it names nobody else and the writer says nothing there; or ""."""
    last = texts.sentences(text)[-1]
    who = _begins(last) or (told_of(last) if last.startswith(("I ", "We ")) else "")
    if not who and _SHE.match(last):
        return known[-1] if known else ""
    name = re.findall(NAME, who)[-1:]
    after = last.partition(name[0])[2] if name else last
    if (
        not who
        or _I_SAY.search(last)
        or any(not bodies.BODY.search(other) for other in re.findall(NAME, after))
    ):
        return ""
    return fuller(who, known)


def told_again(paragraphs: list[str]) -> int:
    """Which paragraph is the last to tell of "Mr Field", whom one over it names in full; -1: none."""
    named: set[str] = set()
    last = -1
    for i, text in enumerate(paragraphs):
        last = i if named & set(_TITLED_ALONE.findall(text)) else last
        named |= set(_SURNAME_BEHIND.findall(text))
    return last


def asked_of(text: str) -> str:
    """Whom a pronoun means after "I asked the Mayor, Jo Field, …", "I met Jo Field …" and the like."""
    post, met = _A_POST.search(text), _MET.search(text)
    put_to = _PUT_TO.search(text)
    found = post["post"] if post else met["name"] if met else put_to["post"] if put_to else ""
    said = _WHAT_WAS_SAID.search(text)
    came = _CAME.search(text)
    return (said["who"] if said else came["name"] if came else "") or holder(text) or found


def holder(text: str) -> str:
    """The holder of a post named last in a text, with the post."""
    names = (found["name"] for found in reversed(list(_HOLDER.finditer(text))))
    name = next((name for name in names if not bodies.BODY.search(name.split()[-1])), "")
    return name[:1].upper() + name[1:]


def meant(pronoun: str, before: str, known: list[str]) -> str:
    """Whom a pronoun means: whoever was named last, or for "they" a statement just named."""
    statement = STATEMENT.search(before)
    if statement and (pronoun.lower() not in ("he", "she") or not known):
        what = statement["what"]
        return what[0].upper() + what[1:]
    issued = _ISSUED.match(next(reversed(texts.sentences(before[: before.find(pronoun)])), ""))
    if issued and pronoun.lower() in ("it", "the letter", "the statement", "they"):
        return issued["who"]
    last = known[-1] if known else ""
    if pronoun.lower() in ("he", "she"):
        return next((who for who in reversed(known) if not bodies.is_body(who)), last)
    noun = pronoun.lower().split()[-1]
    if noun in ("statement", "letter"):
        return next((who for who in reversed(known) if noun in who.lower()), last)
    if pronoun.lower().startswith(("they", "both")):
        many = re.search(r"\band\b|\b(?:statement|letter|party|group|charity|union|council)\b|s$", last)
        return last if many or bodies.is_body(last) else ""
    if pronoun.lower() == "it" and re.search(r"[a-z]s$", last):
        return next((who for who in reversed(known) if bodies.is_body(who)), last)
    return last


def fuller(subject: str, known: list[str]) -> str:
    """The fuller name of somebody named before: "Ms Field" is "Jo Field of the harbour trust"."""
    if _THE_MEMBER.fullmatch(subject):
        last = next(
            (who for who in known[-1:] if _MAY_BE_MEMBER.fullmatch(who) and not bodies.is_body(who)), subject
        )
        return next(
            (who for who in reversed(known) if re.search(rf"{NAME}.*\bMP\b|\bMP,? {NAME}", who)), last
        )
    if role := _ROLE.fullmatch(subject):
        same = re.compile(rf"(?<!shadow )(?<!former )\b{role['role']}\b", re.IGNORECASE)
        last = next((who for who in known[-1:] if _TITLED.match(who)), subject)
        return next((who for who in reversed(known) if same.search(who)), last)
    if _COUNCILLOR.fullmatch(subject) and re.search(r"\b(?:Cllr|Coun|[Cc]ouncillor)\b", "".join(known[-1:])):
        return known[-1]
    called, apart, _ = subject.partition(", ")
    if apart and len(called.split()) < 3 and (full := fuller(called, known)) != called:
        return full
    words = subject.split()
    if not 0 < len(words) <= _LONGEST_CALLED or not words[-1][0].isupper():
        return subject
    surname = re.compile(rf"\b{re.escape(words[-1])}\b")
    if len(words) > 1 and not _CALLED.fullmatch(" ".join(words[:-1])):
        return subject
    alone = (one for who in known for one in joint.each(who))
    return next((who for who in alone if surname.search(who) and len(who) > len(subject)), subject)
