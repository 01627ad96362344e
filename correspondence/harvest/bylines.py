"""Lines that say only who wrote what stands round them."""

import re

from correspondence.harvest import dates, joint
from correspondence.harvest.layout import Piece, sentence_ends
from correspondence.harvest.names import NAME, RANK, TITLE

_NO_WRITING = (
    r"(?!(?:Images?|Photo\w*|Pictures?|Pics?|Videos?|Film|Graphics?|Illustration|Cartoon|Artwork|Map)\b)"
)
_BY = re.compile(
    rf"{_NO_WRITING}(?:(?:[A-Z][a-z]+|posted|published)\s+)?(?:[Bb]y|BY|[Ff]rom)[: ]\s*"
    rf"(?:MPs )?(?P<name>{NAME}(?: and {NAME})?|[A-Z]{{2,}}(?: [A-Z’'-]{{2,}})+)(?:\b[^.!?]{{0,80}})?"
)
_WITH = re.compile(rf"[Ww]ith (?P<name>{NAME}),? MP(?: for [^.!?]{{2,60}})?")
_LABELLED = re.compile(
    r"(?:(?:(?:guest )?(?:author|writer|columnist|blogger)|written by)\s*[:|]\s*|writer[’']s picture\s*)"
    r"(?P<name>[^\s|][^|]{1,80}?)(?:\s*\|.{0,60})?",
    re.IGNORECASE,
)
_WORDS_BY = re.compile(  # "Words: Jo Field. Pictures: Pat Rowan"
    r"(?:[Ww]ords|[Tt]ext|[Rr]eport(?:ing)?|[Ss]tory|WORDS|TEXT)(?: (?:and|&) \w+)?(?:\s*[:|]| by)\s*"
    rf"(?P<name>{NAME}|[A-Z]{{2,}}(?: [A-Z’'-]{{2,}})+)\b[^!?]{{0,60}}"
)
_GLUED_BY = re.compile(r"^By(?=[A-Z])")
_GLUED_JOB = re.compile(
    r"(?<=[a-z])(?=[A-Z][a-z]+(?: [A-Z][a-z]+)* (?:Reporter|Correspondent|Editor|Writer)\b)"
)
_GLUED_PLACE = re.compile(r"(?<=[a-z]{3})(?<!Fitz)(?=[A-Z][a-z])")  # "By Jo FieldSaltby"
_GLUED_DAY = re.compile(r"(?<=[a-z])(?=\d|(?:Published|Updated|Posted)\b)")
_ABOUT = re.compile(r"^(?:[Ss]tatement|[Ss]peech|[Cc]omment|[Rr]emarks)\b.* (?:on|about|at|to|regarding) ")
SEAT = r"\((?:[A-Z][^():,\s]*(?:,? |(?=\)))|(?:and|of|upon|on|the|in|under|le|by|with|y) )+\)"
_IN_DEBATE = re.compile(rf"(?P<name>{NAME}) {SEAT}(?: \([A-Z][^()]{{1,30}}\))*:?")
_SAYS = ("said:", "says:", "commented:", "added:")
_IS = (  # of what somebody is, not of what is done
    r"(?:also |currently |now )?(?:an?\b|the\b|our\b|one\b|[A-Z]|(?:[a-z]+[- ])?(?:editor|leader|chair"
    r"|minister|director|secretary|reporter|correspondent|columnist|chief|political|mayor|deputy|shadow)\b)"
)
_IS_ONE = re.compile(
    rf" is (?!(?:one of )?the (?:latest|first|only|last|next)\b){_IS}"
)  # and not "is to write"
_WITH_POST = re.compile(
    rf"(?P<name>{NAME})(?P<mp> MP)?(?:(?:,| is(?= {_IS})| [-–—|]) (?:also )?(?P<post>.{{2,110}}))?"
    r"(?: (?:writes|MP writes):?)?"
)
_PARTY = (
    r"(?:Labour(?: (?:and|&) Co-op(?:erative)?)?|Conservative|Tory|Liberal(?: Democrat)?|Lib Dem|SNP|Green"
    r"|Plaid Cymru|Reform(?: UK)?|DUP|SDLP|UUP|Alliance|Sinn F[ée]in|Independent)"
)
_SEAT_NAME = r"(?:(?:and|of|on|upon|the|in|under|le) |[A-Z][\w’'-]*,? ?)+"
_WITH_PARTY = re.compile(
    rf"(?P<name>{NAME}),? {_PARTY} M[SE]?P(?: for {_SEAT_NAME})?"
)  # "Jo Field Labour MP"
_SURNAME_FIRST = re.compile(r"(?P<surname>[A-Z][A-Z’' -]+), (?P<first>[A-Z][\w-]+)")  # as mail systems list
_MC, _MC_SMALL = re.compile(r"\bMc(?=[A-Z])"), re.compile(r"\bMc([a-z])")
_POST = re.compile(
    r"\b(?:MP|MSP|MS|AM|MEP|Member of Parliament|[Mm]inister|[Ss]ecretary|[Ll]eader|[Cc]hancellor|[Ee]ditor"
    r"|[Rr]eporter|[Cc]orrespondent|[Cc]olumnist|[Jj]ournalist|[Cc]ouncillor|[Mm]ayor|[Dd]irector"
    r"|[Cc]hief [Ee]xecutive|REPORTER|CORRESPONDENT|EDITOR)\b"
)
_JOB = re.compile(r"\b(?:reporter|correspondent|editor|journalist|writer)\W*(?:@\w+)?$", re.IGNORECASE)
_LOUD_POST = re.compile(  # behind a name that is not in capitals itself
    r"(?<=[a-z]) (?:[A-Z]+ )*"
    r"(?:MINISTER|SECRETARY|CHANCELLOR|EDITOR|REPORTER|CORRESPONDENT|LEADER|MAYOR|WRITER)$"
)
_AREA = r"(?:Home|Foreign|Politic(?:al|s)|Chief|Local|Senior|Deputy|Health|Education|Business|News|Social)"
_WITH_JOB = re.compile(
    rf"(?!(?:By|{_AREA}) )(?P<name>{NAME}) (?:[\w’'&-]+ ){{0,3}}(?i:reporter|correspondent|editor)"
)
HONOURS = "[OMCKDG]BE|K?CMG|[KQ]C|DL|JP|PC|TD|CH|CB|FRS|FRSA|BEM|GCB|KCB|DCB"  # behind a name
_RETIRED = re.compile(rf"^{RANK} \((?:[Rr]et[’']?d?|[Rr]td|[Rr]etired)\.?\) (?={NAME})")
_TITLES = re.compile(rf"(?:{TITLE} )+")
_NOBODY = re.compile(r"(?:the )?office of\b", re.IGNORECASE)
_DESK = re.compile(  # "Gazette Newsdesk", "Staff Reporter", "Herald Web Team"
    r"(?:[\w’'.&-]+ ){0,3}(?:news ?desk|newsroom|(?:web|online|digital|news|editorial|content) (?:team|desk)"
    r"|staff|web ?(?:master|editor|admin)|admin)|team [a-z]+"
    r"|(?:[\w’'.&-]+ )?(?:(?:own|staff|local|democracy|news|political|senior|special) )?"
    r"(?:reporters?|correspondents?|writers?)"
    r"|(?:[\w’'.&-]+ ){1,3}(?:gazette|herald|echo|chronicle|observer|argus|advertiser|mercury|times)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(  # "North Saltby MP" is a seat
    r"(?:North|South|East|West|Mid|Central|Upper|Lower|The|A|An|In|On|At|We|It|This|That|Our|My|And|But|No|Why|How|What)\b"
)
_TOP = 3  # pieces
_SERIES = re.compile(  # "Saltby Diary – letters to an MP" is a column's name and its title
    r".* (?:Diary|Diaries|Column|Notebook|Blog|Newsletter|Bulletin|Update|Report|Briefing|View|Comment"
    r"|Opinion|News|Week|Watch|Letter|Matters|Life|Speech|Statement)"
)
_BEHIND_TITLE = re.compile(  # "SAVE OUR PIER By Jo Field", "Save our pier by Jo Field MP"
    rf"(?P<title>[^.!?\n]{{12,180}}[^\s,–—-]) (?P<by>[Bb]y {NAME}(?:(?P<post>,? MP\b|, )[^.!?]{{0,80}})?)\.?"
)


def part_glued(found: list[Piece]) -> None:
    """Part a byline from the title before it, at the top of a page."""
    for at, piece in enumerate(found[:_TOP]):
        glued = _BEHIND_TITLE.fullmatch(piece.text)
        if glued and (glued["title"].isupper() or glued["post"]) and byline(glued["by"]):
            found[at : at + 1] = [Piece(glued["title"]), Piece(glued["by"])]


def byline(line: str) -> str:
    """The name in a line that says only who wrote it: "By Jo Field", "Jo Field, MP for Ash"; "" in others.
    Of several who wrote it together all of them."""
    one = _writer(line)
    several = joint.writers(line) if one else ""
    return " and ".join(map(plain_name, several.split(" and "))) if several else one


def _writer(line: str) -> str:
    if line[:2] == "By":
        line = _GLUED_DAY.sub(" ", _GLUED_JOB.sub(" ", _GLUED_BY.sub("By ", line)))
        line = _GLUED_PLACE.sub(", ", line)
    dated = dates.find(line)
    line = _RETIRED.sub("", (dated.rest if dated else line).strip().strip("|•·–—-* "))
    if len(line) > 160 or not line or _NOBODY.match(line) or _ABOUT.search(line) or line.endswith(_SAYS):
        return ""
    labelled = (
        _WORDS_BY.fullmatch(line)
        or _LABELLED.fullmatch(line)
        or _WITH.fullmatch(line)
        or _WITH_PARTY.fullmatch(line)
        or _IN_DEBATE.fullmatch(line)
    )
    written = None if sentence_ends(line) else _BY.fullmatch(line)
    match = labelled or written or _WITH_JOB.fullmatch(line)
    if match:
        return plain_name(_without_post(match["name"], line))
    described = _WITH_POST.fullmatch(line.removesuffix("."))
    if described is None or _NO_NAME.match(line) or (sentence_ends(line) and not _IS_ONE.search(line)):
        return ""
    if _SERIES.fullmatch(described["name"]) or (line.endswith(":") and not line.endswith("writes:")):
        return ""
    post = described["post"] or ""
    says = described["mp"] and not post
    return (
        plain_name(described["name"])
        if says or (post and _POST.search(post) and " that " not in post)
        else ""
    )


def _without_post(name: str, line: str) -> str:
    """The name in "By Jess Pole Local Democracy Reporter", whose post is in capitals as names are, and in
    "By Jess Pole PIERS MINISTER"."""
    name = _LOUD_POST.sub("", name, count=1)
    words = name.split()
    rest = line.partition(name)[2]
    if len(words) < 3 or " and " in name or rest[:1].strip() or not _JOB.search(line) or is_desk(name):
        return name
    return " ".join(words[:2])


def is_desk(name: str) -> bool:
    """Whether a byline names a part of a paper, or the paper, and nobody who writes."""
    return _DESK.fullmatch(name) is not None


def untitled(name: str) -> str:
    """A name without "Dr", "Cllr" and the like before it."""
    return _TITLES.sub("", name, count=1) if _TITLES.match(name) else name


def plain_name(name: str) -> str:
    """The name alone, without "MP" and in ordinary capitals."""
    name = re.sub(r",? MP\b.*$|^(?:the )?rt\.? hon\.? ", "", name.strip(" .,:|\"'"), flags=re.IGNORECASE)
    if listed := _SURNAME_FIRST.fullmatch(name):
        return f"{listed['first']} {listed['surname'].title()}"
    name = re.sub(rf",? (?:MSP|MS|MLA|MEP|{HONOURS})\b.*$", "", name)
    upper = _MC.sub("MC", name).isupper()
    return _MC_SMALL.sub(lambda found: "Mc" + found[1].upper(), name.title()) if upper else name
