"""What may be given as a speaker: a name, a post, a body or somebody described, and no clause or thing."""

import re

from correspondence.harvest.names import NAME

_DOES = (  # and whoever does it stands before it
    r"(?:is|are|was|were|has|have|had|does|did|will|would|can|could|should|must|might|sa(?:id|ys)|told|tells"
    r"|wrote|writes|goes|went|rose|rises|stood|came|comes|took|takes|gave|gives|made|makes|put|met|saw|sees"
    r"|felt|thought|thinks|knew|kept|began|sent|got|rang|spoke|wants|blames|rejects|denies|disagrees|interrupts"
    r"|(?!hundred|\w*eed|shed|sacred|granted)[a-z]{2,}ed)"
)
_CLAUSE = re.compile(
    rf",?(?: (?:who|whom|which|that|also|then|later|again|[a-z]+ly))* {_DOES}\b(?! (?:\w+ )?by\b)"
)
_OPEN = re.compile(  # as no name ends
    r"(?:^|[ ,])(?:the|an?|and|or|but|to|that|of|for|at|in|on|from|by|with|as|if|when|which|who"
    r"|their|his|its|my|our|your)$|\b(?:figures|statistics|data)\b"
    r"|^[a-z]+ed (?:out|that|to|the|an?|on|it|his|her|its)\b"
    r"|^(?:[Uu]nder|[Ww]ithout|[Ii]n|[Oo]n|[Aa]t|[Bb]y|[Ff]or|[Ff]rom)\b"
)
_WHEN = re.compile(  # "In the Commons on Wednesday Jo Field"; May and April are names too
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|July|(?:Septem|Octo|Novem|Decem)ber"
    r"|Easter|Christmas),? (?=[A-Z])"
)
_ASIDE = re.compile(  # "something Mr Field", "pledge, Mr Field"
    r"^(?:something |which |what |[a-z]+, )(?=(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Cllr) [A-Z])"
)
_ONE_OF = re.compile(r"(?:one|another|some|many|most|two|both|all) of ", re.IGNORECASE)
_BEHIND = re.compile(
    r",| \(| [–—-] | (?:of|for|at|in|from|on|to|with|by|near|close|familiar|outside|there)\b"
)
_PERSONS = re.compile(  # "clergyman", "clerks", "residents"
    r"(?:[\w’'-]*(?:er|or|ist|m[ae]n|person|people|[ae]nt|ary|ief|oss|ead|ian|ee|ive|ate|body)"
    r"|MP|MSP|MS|GP|one|chair|aide|clerk|nurse|vet|judge|peer|guard|host|cook|coach|mum|dad|aunt|uncle|cousin"
    r"|couple|them|friend|ally|allie|colleague|son|boy|girl|lad|lady|ladies|wife|bishop|priest|imam|pupil|child(?:ren)?|famil(?:y|ies)|guest"
    r"|official|rebel|victim|expert|critic|academic|relative|source|voice|rep|staff|police|spokes\w+)s?",
    re.IGNORECASE,
)
_BODIES = re.compile(
    r"(?:board|trust|council|group|association|society|universit(?:y|ie)|college|agenc(?:y|ie)|authorit(?:y|ie)"
    r"|union|federation|foundation|ministr(?:y|ie)|office|commission|alliance|network|hospital|school|club|team"
    r"|part(?:y|ie)|compan(?:y|ie)|firm|charit(?:y|ie)|bod(?:y|ie)|business(?:e)?|bank|court|force|service|inquiry|panel"
    r"|coalition|campaign|organisation|watchdog|industry|sector|trade|profession|press|opposition|side|unit"
    r"|branch|forum|lobby|thinktank|think-tank|taskforce|law|house|practice|surgery|guild|league)s?"
    r"|(?:[a-z]+ )?(?:report|guidance|manifesto|review|survey|assessment|statement|research|study)s?",
    re.IGNORECASE,
)
_THINGS = re.compile(
    r"(?:.*letter|reply|replies|answer|poster|banner|sticker|flyer|paper|comment|document|list|summary|number"
    r"|river|water|matter|order|door|floor|tower|summer|winter|offer|power|error|diary|date|rate|gate|debate"
    r"|climate|event|amount|moment|agreement|demand|plan|decision|bid|part|plant|message)s?"
)
_A_BOARD = re.compile(r"[Aa]n? (?:[a-z-]+ )*board\b")  # that hangs on a wall
_NO_NAME = re.compile(  # "MP tells of a pier" is a headline
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|The|An?|His|Her|Its|Their|Our|My|Your|This|That"
    r"|MP|MSP|Minister|Mayor|Councillor|Leader|Comments|Claims|Papers|Documents|Messages|Posts"
)
_POST_AND_NAME = re.compile(rf"(?:Minister|Mayor|Leader) (?:for|of) .+ {NAME}")
_PARTY = r"(?:Conservative|Labour|Tory|Liberal|Democrat|Lib|Dem|Green|Reform|Plaid|Cymru)\b"
_WORD_OF_NOBODY = rf"(?:{_PARTY}|(?!(?:[A-Z][a-z]|spokes|source))[\w’'-]+)"
_UNNAMED = re.compile(rf"[Aa][nN]? {_WORD_OF_NOBODY}(?: {_WORD_OF_NOBODY})*")
_NO_MEMBER = re.compile(r"\b(?:executive|director|mayor|chair\w*|spokes\w+|founder|manager|[Cc]ouncil)\b")
_WORD = r"(?:(?!(?:the|an?|in|on|at|of|for)\b)[\w-]+)"
_FOR_ANOTHER = re.compile(  # "the Mayor of Ashby’s press office", "a spokeswoman for Jo Field"
    rf"(?:\b(?:[Tt]he|[Hh]er|[Hh]is|[Ii]ts|[Tt]heir|[Aa]n?) (?:{_WORD} ){{0,3}}{_WORD}|{NAME}|\b[A-Z][\w-]+)"
    rf"(?: of (?:the )?(?:{NAME}|[A-Z]\w+))?(?:[’']s|(?<=s)[’']) (?:[\w-]+ ){{0,3}}[a-z]+$"
    rf"|\b[Aa]n? (?:{_WORD} ){{0,2}}(?:spokes\w+|aide|source|ally|friend|adviser|representative)"
    r" (?:close )?(?:for|to|of|at|in) [^,:;]{3,60}$"
)
_SHE = re.compile(r"(?:[,;]|\b(?:what|which)) (?P<who>s?he|they)$")
_THEN = re.compile(  # "The row broke out after the mayor, Jo Field,"
    r"(?:[\w’'-]+ ){1,6}?(?:came|comes?|follows?|followed|broke out|erupted)\b"
    r"(?: [^,]+)? (?:after|as|when|while) (?P<who>[^,]+(?:, [^,]+)?)$"
)
_LONG_POST = re.compile(  # "Jo Field, the member for Ash and chair of the panel on …, has"
    rf"(?P<who>{NAME}), (?:the|an?) (?P<post>[^,]{{60,}}?)(?: (?:has|have|had|also|later|then))*$"
)
_HIS_WORDS = re.compile(
    rf"(?P<who>{NAME}|\b[Tt]he (?:{_WORD} ){{0,3}}{_WORD})(?:[’']s|(?<=s)[’']) (?:own |earlier |last )?"
    r"(?:comments?|claims?|letters?|statements?|remarks?|posts?|tweets?|suggestions?|assertions?|e-?mails?)"
    r",? (?:which|that)(?: ha(?:s|d|ve))?$"
)
_WHOSE = re.compile(  # "the Pier Party, whose leader has"
    r"(?P<body>(?:the )?[A-Z][\w’'-]+(?: (?:(?:of|for|and|the) )*[A-Z][\w’'-]+)*), whose (?P<post>"
    r"(?:[a-z-]+ ){0,2}?[a-z-]+?)(?: ha(?:s|d|ve))?(?: [a-z]+ly)?$"
)

_SOME = tuple("One Another Some Many Most Others Few Several Everyone Everybody All Those".split())
# "One in six", "62% of people", "a survey of 9,400 staff": numbers, and nobody who speaks.
_A_SHARE = re.compile(
    r"(?:(?:about|around|nearly|almost|over|some|just|only|up to|at least|(?:more|fewer|less) than) )*"
    r"(?:\d|half\b|most\b|(?:two|three|four|five|six|seven|eight|nine|ten|a|one) (?:in|out of|thirds?"
    r"|quarters?|fifths?|half|majority|minority|survey|poll)\b)",
    re.IGNORECASE,
)


def told_behind(clause: str) -> str:
    """Who says something behind what is told of another: "she" of "Asked of those who pay, she", him whose
    words are quoted in "She hit back at Mr Field's claim, which", a body's leader; or ""."""
    clause = clause.strip(" ,")
    if led := _WHOSE.search(clause):
        return f"the {led['post']} of {led['body']}"
    found = _HIS_WORDS.search(clause) or _SHE.search(clause) or _THEN.match(clause)
    posts = None if found else _LONG_POST.match(clause)
    if posts and not _CLAUSE.search(posts["post"]):
        found = posts
    return found["who"] if found else ""


def for_another(clause: str) -> str:
    """Whoever speaks for somebody at the end of a clause, and is not that person; or ""."""
    found = _FOR_ANOTHER.search(clause)
    return who(found.group()) if found else ""


def who(words: str) -> str:
    """The speaker in the words in which one was found, without what is told of him behind; "" where they
    are nobody's name, post or description."""
    words = _ASIDE.sub("", _WHEN.sub("", words.strip(" ,")))
    cut = (words[: does.start()] for does in _CLAUSE.finditer(words))
    return next((said for said in (*cut, words) if _may(said)), "")


def is_a_share(speaker: str) -> bool:
    """Whether a speaker is "some", "one in six" or "a survey of 9,400 staff"."""
    return speaker.capitalize() in _SOME or _A_SHARE.match(speaker) is not None


def is_unnamed(speaker: str) -> bool:
    """Whether a speaker is "an MP", "a FURIOUS mother" and no more."""
    return _UNNAMED.fullmatch(speaker) is not None


def may_be(unnamed: str, who: str) -> bool:
    """Whether "an MP" may be `who` who is named next, and not "the trust's chief executive, Jo Field"."""
    return not unnamed.endswith("MP") or not _NO_MEMBER.search(who)


def _may(said: str) -> bool:
    said = _ONE_OF.sub("", said)
    head = _BEHIND.split(said)[0]
    last = next(reversed(head.split()), "")
    if (
        not last
        or _OPEN.search(said)
        or _A_BOARD.fullmatch(head)
        or _THINGS.fullmatch(last)
        or (_NO_NAME.fullmatch(head) and not _POST_AND_NAME.fullmatch(said))
    ):
        return False
    named = last[0].isupper() or re.search(r" [A-Z]\w", said) is not None
    return named or _PERSONS.fullmatch(last) is not None or _BODIES.fullmatch(last) is not None
