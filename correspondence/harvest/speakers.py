"""The words that name a speaker: "A Home Office spokesperson said:", "…," she added."""

import re

from correspondence import text as texts
from correspondence.harvest import answers, bodies, joint, may_speak, passing, persons
from correspondence.harvest.names import NAME, POST
from correspondence.harvest.verbs import REPORTS, VERB, first_clause

_HELPERS = re.compile(
    r",?\s*\b(?:has|have|had|will|would|just|also|both|later|then|previously|recently|now|today|yesterday"
    r"|meanwhile|however"
    r"|last (?:night|week|month)|this (?:week|morning|month)|reportedly|repeatedly|always|jointly|openly|and"
    r"|publicly|privately|responds|replies|answers"
    r"|(?:refus|declin|continu|want|us|hop|ask|lik|lov|prefer)(?:e?s|ed|e)? to|(?:has )?had to)$"
)
_TWO_VERBS = re.compile(r" and(?: (?:has|have|had|then|also|later))*$")  # "X takes another view and has said"
_NAMED_FIRST = re.compile(
    r"(?P<who>[Tt]he (?:[a-z]+ ){0,2}?[a-z]+"
    r"|(?:[Tt]he )?(?!The\b)[A-Z][\w’'-]+(?: (?:(?:of|for|and|the) )*[A-Z][\w’'-]+)*)"
    r" (?!and\b)[a-z]+(?:s|ed)\b"
)
_PERSON_FIRST = re.compile(r"(?P<who>[Ss]?[Hh]e) (?:(?:now|also|still|then) )?[a-z]+(?:s|ed)\b")
_ASIDE = re.compile(r",? (?:who|whom|which|whose)\b.*$|, (?:when|if|though) [a-z]+ed\b.*$")
_BEFORE = re.compile(  # "Pressed on the cost, which grew, the mayor", "Yesterday Jo Field, head of piers,"
    r"(?:Asked|Pressed|Questioned|Challenged|Quizzed|Grilled|Told|Shown|Reminded)\b.*?, (?=the |an? |[A-Z])"
    r"|(?:Yesterday|Today|Tonight|Last (?:night|week|month)|This (?:week|morning)|On [A-Z][a-z]+day"
    r"|^(?:[Oo]nly|[Jj]ust) (?:yesterday|today|last (?:night|week|month)|this (?:week|morning)))"
    r"(?: (?:morning|afternoon|evening|night))?,? (?=[A-Z]|former\b)"
    r"|^(?:[Aa]s )?[Yy]ou (?:will|can|may) (?:see|note)\b[^,]{0,40}?,? (?:that )?(?=(?:s?he|they|it|the)\b)"
)
_LEADING = re.compile(
    r"(?:in|on|at|by|for|from|with|after|before|during|since|speaking|commenting|responding|reacting|asked|writing"
    r"|following|yesterday|today|last|earlier|later|meanwhile|however|but|and|also|then|when|while|as|despite|this"
    r"|that|there|now|under|without|across|over|within|until|unlike|instead|outside|inside|afterwards|near"
    r"|addressing|referring|defending|accompanying|visiting|launching|announcing|if|although|though"
    r"|it comes|it follows|(?:even )?worse|the news comes"
    r"|(?:seen|obtained|signed|published|sent|shared|(?:first )?reported) (?:by|to|with|in))\b,?\s*",
    re.IGNORECASE,
)
_DOING = re.compile(r"[A-Z][a-z]{2,}ing (?=[a-z])|[Aa]ccording to ")
_PRONOUN = re.compile(
    r"(?:both )?(?:he|she|they|it|who)(?: both| all)?|(?:the|his|her|their)"
    r" (?:statement|spokes\w+|letter|report|post|tweet|response|reply|answer)",
    re.IGNORECASE,
)
_OF_THEIRS = re.compile(r"(?:his|her) ", re.IGNORECASE)
_DOES = re.compile(r"(?:s?he|they|it|there) (?!and\b|both\b|all\b)\w", re.IGNORECASE)  # and names nobody
_OURSELVES = re.compile(r"(?:i|we|you)\b", re.IGNORECASE)
_NEXT_CLAUSE = re.compile(
    r"[:;.]|, (?:who|which|in|on|at|as|adding|after|when|while|but|and)\b"
    r"|\b(?:told|in a|as (?:he|she|they))\b"
)
_SPEAKING = re.compile(r", (?:speaking|writing|commenting|responding|reacting|asked)\b[^:]*$")
_ANY_VERB = re.compile(r"\b[a-z]{2,}ed(?= ?:\s*$)")
_CLAUSE = re.compile(
    r"\b(?:will|would|can|could|should|must|may|might|is|are|was|were|has|have|had|be|been"
    r"|does|did|needs? to)\b"
)
_TURN = re.compile(
    r"^(?:and |but |so )?(?:here|this|that)?(?: ?is|[’']s|was) (?:what|how) "
    r"|(?:^|(?<=[,;:—–] ))(?:but|and|yet|so|meanwhile|however)\b,? ",
    re.IGNORECASE,
)
_ONE_OF_THEM = re.compile(r"(?:one|another) of (?:them|these|those), ", re.IGNORECASE)
_COLLEAGUE = re.compile(
    r"^[Mm]y (?:(?:good|right|noble|old|party|Labour|Conservative|SNP|Liberal Democrat) )*"
    rf"(?:hon(?:ourable|\.)? )?(?:colleague|friend|neighbour),? (?={NAME})"
)
SOMEBODY = "somebody who is quoted"  # whose words a quotation is that says nothing of its speaker
_NOBODY = ("one", "another", "some", "many", "others", "There", "Here", "Nobody", "This", "That")
_FOR_ITS_PART = re.compile(r",? for (?:its|his|her|their) part,?")
_IS_TOLD = re.compile(r"\b(?:was|were|been|being|am|is|are|be)$")  # and speaks to nobody
_STATES = re.compile(  # "the firm put out a statement to say"
    r",? (?:has |have )?(?:put out|issued|released|made|gave|sent(?: out)?|published) (?:an?|the following)"
    r" (?:[a-z]+ )?(?:statement|letter|note|message|reply|response)(?: to)?$"
    r"| (?:has |have )?(?:wrote|written) (?:to )?[^.:]{3,80} to$"
)
# "she said, and I wrote it down:"
ASIDE_OF_OURS = re.compile(
    r", (?:(?:and|as|for|or so) (?:I|we)|(?:a )?cop(?:y|ies) of which|(?:a )?copy) [^,:]{2,40}(?=[,:])"
)
_TO_WHOM = re.compile(r"\s+(?:to|that|in|on|for|at|with|about|how|what|why|when|by|from)\b")  # and not who
_WHO_SAID = re.compile(rf"(?P<who>{POST}(?: {NAME})?|{NAME})(?: MP)?, (?:who|which)$")
_IS_MEANT = re.compile(  # "the Minister, Jo Field, on 3 May he", "I asked the Harbour Board and they"
    r"(?:, (?:(?:on|in|at|last|this) [^,]{2,30} )?|\band )(?P<who>s?he|they|it)$"
)
_ANSWERS = re.compile(  # "I raised it in the Commons, where the minister", "…, to which Ms Field"
    rf"\b(?:I|[Ww]e)\b.*, (?:when|where|whereupon|(?:to|at|in|on) which) (?P<who>{POST}(?: {NAME})?|{NAME})$"
)
_LAST_NOUN = re.compile(r"(?P<who>(?:\bthe|\ban?|\bits|\btheir|\bhis|\bher) (?:[a-z-]+ ){0,2}[a-z-]+)$")
_OF_TIME = re.compile(
    r".* (?:day|week|month|year|morning|evening|afternoon|night|time|way|matter|subject|issue)$"
)
_BY_WHOM = re.compile(
    r"\b(?:(?:put|said|told|described|voiced|made) by|(?:put|said) (?:it|this) (?:better|more [a-z]+) than) "
    rf"(?P<who>{NAME})"
)
_NAME_ALONE = (
    re.compile(  # "Jo Field, head of piers:", "Shadow minister Jo Field:", "Jo Field speaking at sea:"
        rf"(?P<who>{NAME}(?: MP)?(?=,? (?:speaking|writing|responding)\b)"
        rf"|{NAME}(?: MP)?(?:,(?! (?:writes|says|speaking|writing|responding)\b) [^:.!?]{{3,100}})"
        rf"|[A-Z][\w’'-]+ (?:[a-z-]+ )?[a-z-]*(?:er|or|ary|ist|man|person|ent|chief|boss) {NAME}(?: MP)?)"
        r"(?:,? (?:speaking|writing|responding) [^:.!?]{3,140})?:"
    )
)
_TRAILS = re.compile(  # "Jo Field in a swipe at …"
    rf"(?P<who>.{{0,60}}?{NAME}) (?:in an?|as (?:s?he|they|the)|after|when|while|during|following)\b"
)
_WHILE = re.compile(
    r"\b(?:before|after|when|while|because|since|although) "
)  # "she said, before he told us,"
_SAYS_ALONE = re.compile(r"^\s*(?:Says|Said|Adds|Added)(?= [A-Z])")  # “….” Says Jo Field.
_LONGEST = 100  # characters of a speaker


def named(parts: list[str], known: list[str], *, quoted: bool) -> str:
    """Who speaks in a paragraph, from its `parts` outside quotation marks; "" where it does not say.

    known: the speakers named so far, whom pronouns and surnames mean. quoted: whether it has
    quotations; without, only plain reports ("X said that …") and statements count.
    """
    subject = _words_for(parts, known, quoted)
    if not subject:
        return ""
    if may_speak.is_a_share(subject):
        return SOMEBODY if quoted else ""
    if _PRONOUN.fullmatch(subject):
        before = parts[0].rpartition(subject)[0]
        another = _OF_THEIRS.match(subject) and known and not answers.last(known, before)
        return _here(subject, parts[0]) or persons.meant(subject, parts[0], [] if another else known)
    who, told = may_speak.who(subject), persons.holder(parts[0].rpartition(subject)[0])
    return persons.fuller(who, [*known, *filter(None, [told])]) if who else SOMEBODY if quoted else ""


def _words_for(parts: list[str], known: list[str], quoted: bool) -> str:
    """The words in which a paragraph says who speaks: a name, "she", or more than that."""
    if whose := answers.passed_on(parts[0].rstrip(), known):
        return whose
    alone = _NAME_ALONE.fullmatch(parts[0].strip())
    if alone and not VERB.search(parts[0]):
        return _ASIDE.sub("", alone["who"])
    before = _leading_in(parts[0], quoted) if parts[0].strip() else ""
    behind = next(filter(None, map(_behind, parts[1:])), "")
    subject = behind if _DOES.match(before) and behind else before or behind
    subject = _COLLEAGUE.sub("", " ".join(subject.split()).strip(" ,;–—-"))
    if not subject or _OURSELVES.match(subject) or subject in _NOBODY or _DOES.match(subject):
        subject = _in_passing(parts, known) if quoted else ""
    return subject


def _here(pronoun: str, text: str) -> str:
    """Whom a pronoun means by the words before it in its paragraph; or ""."""
    before = re.split(rf"\b{pronoun}\b", text)[0]
    if re.match(r"(?:s?he|his|her)\b", pronoun, re.IGNORECASE):
        return answers.told_of(before)
    return bodies.body_asked(before) if re.match(r"(?:it|they|their)\b", pronoun, re.IGNORECASE) else ""


def _in_passing(parts: list[str], known: list[str]) -> str:
    """Whom a sentence quotes in passing, or who is told of just before a quotation that stands alone."""
    alone = parts[0].rstrip()[-1:] in (".", "!", "?") and (parts[1].lstrip()[:1] or "A").isupper()
    leads = persons.leads(parts[0], known) if alone else ""
    return leads or next(filter(None, map(passing.quoted, parts[:-1])), "")


def others(parts: list[str], first: str) -> list[str]:
    """Who else is named behind a quotation of a paragraph in which `first` speaks too."""
    named = (_ONE_OF_THEM.sub("", " ".join(_behind(part).split())) for part in parts[1:])
    called = (persons.fuller(may_speak.who(who), [first]) for who in named)
    return [
        who
        for who in called
        if who
        and who not in _NOBODY
        and not _PRONOUN.fullmatch(who)
        and not _OURSELVES.match(who)
        and who.split()[-1] not in first
    ]


def _leading_in(before: str, quoted: bool) -> str:
    """The subject of "SUBJECT said:" in the last sentence before a quotation."""
    sentences = texts.sentences(before)
    announces = before.rstrip().endswith(":")
    sentence = sentences[-1] if quoted or announces else _first_report(sentences)
    sentence = ASIDE_OF_OURS.sub("", sentence)
    by_whom = _BY_WHOM.search(sentence) if quoted or announces else None
    if by_whom:
        return by_whom["who"]
    any_verb = quoted or announces or persons.STATEMENT.search(sentence)
    verbs = list((VERB if any_verb else REPORTS).finditer(sentence))
    if not verbs and quoted and announces:
        verbs = list(_ANY_VERB.finditer(sentence))
    if not verbs:
        return ""
    if verbs[0].group().lower() == "according to" and not sentence[: verbs[0].start()].strip():
        verbs = verbs[1:] or verbs  # "According to the paper, Jo Field said …"
    while len(verbs) > 1 and verbs[-1].group() in ("saying", "adding", "telling"):
        verbs.pop()
    while len(verbs) > 1 and not announces and _WHILE.search(sentence, verbs[-2].end(), verbs[-1].start()):
        verbs.pop()
    verb = verbs[-1] if sentence.rstrip().endswith((":", ",")) else verbs[0]
    if verb.group().lower() == "according to":
        return _until_clause(sentence[verb.end() :]).split(",")[0]
    inverse = re.match(r"\s+(" + NAME + r"[^:]{0,60}):\s*$", sentence[verb.end() :])
    if inverse and verb.group() in ("said", "says") and not sentence[: verb.start()].strip():
        return inverse[1]
    before = sentence[: verb.start()]
    return (_who(before) if sentence.rstrip().endswith(":") else "") or _subject(before)


def _who(clause: str) -> str:
    """Whom "who" means in "I wrote to the Piers Minister, Jo Field, who" said; "" at another end."""
    who = _WHO_SAID.search(clause.strip(" ,")[-_LONGEST:])
    held = persons.holder(clause.rpartition(",")[0]) if who else ""
    return (held if who and held.endswith(who["who"].split()[-1]) else who["who"]) if who else ""


def _first_report(sentences: list[str]) -> str:
    """The second sentence where it says what the one whom the first tells of said; else the first."""
    goes_on = len(sentences) > 1 and re.match(r"(?:S?[Hh]e|They) ", sentences[1])
    return sentences[1] if goes_on and not REPORTS.search(sentences[0]) else sentences[0]


def _behind(part: str) -> str:
    """The subject of what follows a quotation: `," she said.`, `," said Jo Field, director of …`."""
    clause = texts.sentences(part)[0] if part.strip() else ""
    clause = _SAYS_ALONE.sub(lambda says: says.group().lower(), clause)
    verb = VERB.search(clause)
    if verb is None or verb.start() > _LONGEST:
        return ""
    before = clause[: verb.start()].strip(" ,.")
    if verb.group() in ("saying", "adding") and before:
        return ""  # as does whoever the sentence begins with
    if verb.group().lower() != "according to" and before:
        return _subject(before) if not part.lstrip(" ,")[:1].isspace() else ""
    return "" if _TO_WHOM.match(clause, verb.end()) else _until_clause(clause[verb.end() :])


def _until_clause(words: str) -> str:
    """The speaker at the start of `words`, with a post after a comma: "Jo Field, director of X"."""
    first = _NEXT_CLAUSE.split(words)[0]
    named = _TRAILS.match(first)
    return (named["who"] if named else first)[:_LONGEST]


def _subject(clause: str) -> str:
    """The noun phrase at the end of `clause`, without the time and place that lead into it."""
    told = joint.speakers(clause) or may_speak.told_behind(clause)
    if told := told or persons.introduced(first_clause(clause)):
        return told
    clause = _BEFORE.sub("", _TURN.sub("", clause.strip(" ,").rpartition(", but ")[2]), count=1)
    clause = joint.named_in(_SPEAKING.sub("", _ASIDE.sub("", clause)))
    if re.search(r"\b(?:I|we)(?: (?:have|had|also|then|now|since|already|again|both))*$", clause):
        return "we"
    if _IS_TOLD.search(clause):
        return ""
    clause = _STATES.sub("", _FOR_ITS_PART.sub("", clause.rsplit(" but ", 1)[-1]))
    first = persons.without_lead(clause)
    if _TWO_VERBS.search(clause) and (alone := _NAMED_FIRST.match(first) or _PERSON_FIRST.match(first)):
        return alone["who"]
    while _HELPERS.search(clause):
        clause = _HELPERS.sub("", clause).strip(" ,")
    parts = clause.split(", ")
    while len(parts) > 1 and (_LEADING.match(parts[0]) or _DOING.match(parts[0]) or _CLAUSE.search(parts[0])):
        parts.pop(0)
    subject = _ONE_OF_THEM.sub("", ", ".join(parts))
    lead = _LEADING.match(subject) or persons.DOING.match(subject)
    if meant := _IS_MEANT.search(subject) or _ANSWERS.search(subject):
        return meant["who"]
    if not lead and (len(subject) <= _LONGEST or joint.are_bodies(subject)):
        return "" if _CLAUSE.search(subject) else subject
    inside = subject[lead.end() :] if lead else subject
    if lead and (last := re.search(r" (?P<who>s?he|they)$", inside)):
        return last["who"]
    if _PRONOUN.fullmatch(inside) or _OURSELVES.fullmatch(inside):
        return inside
    if lead and re.fullmatch(r"(?:the )?[A-Z][\w’'&-]+", inside):
        return inside
    if for_another := may_speak.for_another(inside):
        return for_another
    return _last_named(inside, after_lead=lead is not None)


def _last_named(inside: str, *, after_lead: bool) -> str:
    """Who is named last in a clause, or described at its end behind what leads in to it; or ""."""
    found = list(re.finditer(rf"{POST}(?: {NAME})?|{NAME}(?: MP)?", inside))
    people = [who for who in found if not inside[: who.start()].endswith((" of ", " from "))] or found
    noun = _LAST_NOUN.search(inside) if after_lead else None
    if noun and not _OF_TIME.match(noun["who"]) and not (people and people[-1].end() == len(inside)):
        return noun["who"]
    return people[-1].group() if people else ""
