"""Whom the line under a column's title names as its writer: "It is time, writes Jo Field, MP for Ash"."""

import re

from correspondence.harvest.bylines import plain_name
from correspondence.harvest.names import NAME

POST = re.compile(
    r"\b(?:MP|MSP|MS|Member of Parliament|[Mm]inister|[Ss]ecretary|[Ll]eader|[Mm]ayor|[Cc]hancellor"
    r"|[Cc]ouncillor|[Cc]hair(?:man|woman)?|[Dd]irector|[Cc]hief [Ee]xecutive|[Pp]resident|[Pp]eer"
    r"|[Ff]ounder|[Cc]olumnist|[Ee]ditor)\b"
)
_WORD = r"[\w’'&-]+"
_OF = rf"(?P<of> (?:of|for|at) (?:{_WORD} ){{0,5}}?{_WORD},?)?"
_IS = rf"(?:(?:{_WORD} ){{0,5}}?{POST.pattern}{_OF},? |[A-Z]\w+[’']s )?"
_WHO = rf"{_IS}(?P<who>{NAME})(?: MP)?"
_ASIDE = rf", (?=who\b|[^,.]*{POST.pattern})[^.,]{{3,100}}"
_ENDS = re.compile(rf"\b(?:writes|argues|says|explains|asks) {_WHO}(?:{_ASIDE})?\W*$")
_HIS_VERB = re.compile(rf"(?:^|[.,:;] ){_WHO}(?:{_ASIDE},)? (?:writes|argues|explains)\W*$")
_WRITES = re.compile(
    rf"(?:^|[.,:;] ){_WHO}(?:(?:, [^,.]{{3,60}})?,)? (?:writes(?! to (?:me|us)\b)|on (?:why|how|what))\b"
)
_HOLDS = re.compile(
    rf"(?:^|[.,:;] )(?={_WORD}[^.]{{0,80}}{POST.pattern}){_WHO}(?:{_ASIDE},)? "
    r"(?:argues|explains|says|asks|points out|believes|warns|sets out|looks at|reflects on|makes the case)\b"
)
_CAPITALS = re.compile(  # "Teacher JO FIELD highlights what a storm does"
    r"(?:^|[.,:;] |[a-z] )(?P<of>)(?P<who>(?![A-Z ]+$)[A-Z]{2,}(?: [A-Z][A-Z’'-]+){1,2})"
    r" (?:argues|writes|explains|highlights|asks|says|reports|looks|warns|considers|reflects|calls|sets"
    r"|examines|believes|urges|recalls)\b"
)
_OWN = re.compile(r"\b(?:I|[Mm]y|me)\b")
_LONGEST = 60  # words


def writer(line: str) -> str:
    """The name of whoever writes or argues what a line tells, at its end or start; or ""."""
    return _named(line, _ENDS, _HIS_VERB, _WRITES, _CAPITALS)


def holder(line: str) -> str:
    """The name of the politician who holds what a line tells, which may be the writer's or another's."""
    return "" if _OWN.search(line) else _named(line, _HOLDS)


def _named(line: str, *forms: re.Pattern[str]) -> str:
    found = (form.search(line) for form in forms) if len(line.split()) <= _LONGEST else ()
    named = next(filter(None, found), None)
    if named is None or POST.search(named["who"]):  # "The Piers Secretary"
        return ""
    runs_on = named["of"] and not named["of"].endswith(",")  # "the MP for Ash and Elmham Jo Field"
    return plain_name(" ".join(named["who"].split()[-2:]) if runs_on else named["who"])
