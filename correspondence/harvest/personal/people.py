"""Names of people who hold no office: relatives, neighbours, and whoever is named with an illness."""

import re

from correspondence.harvest.names import TITLE
from correspondence.harvest.personal.taking import NO_NAME, Taking, names_of
from correspondence.harvest.phrases import one_of

KIN = one_of(r"""
    (?:step|god|grand)?(?:daughter|son|mother|father|child|parent)s? | (?:grand|step)?children | wife
    husband | partner | widow(?:er)? | mum | dad | nan | gran(?:dad|ny)? | (?:step)?(?:brother|sister)s?
    twins? | baby | eldest | youngest | nieces? | nephews? | [a-z]+-in-law | aunt(?:ie)? | uncle | cousins?
    ex-[a-z]+
    (?:boy|girl)?friends? | neighbours? | colleagues? | carers? | tenants? | lodgers? | landlord | landlady
    (?:flat|house)mates? | fianc[eé]e? | (?:social|support|case) ?worker | child ?minder | nanny | teacher
    tutor | consultant | midwife | manager | boss
""").pattern
_BY_TITLE = (
    "employer|GP|doctor|dentist|solicitor|surgeon|nurse|accountant|letting agent|head ?teacher|advocate"
)
_PRIVATE = r"(?:Mr|Mrs|Ms|Miss|Mx|Master|Dr|Prof|Professor|Rev|Revd|Reverend|Nurse)\b\.?"
_GIVEN = r"[A-ZÀ-Þ](?:[\w-]|['’](?!s\b))*[a-zß-ÿ]\b"
_NAMES = rf"(?:[A-Z]\b\.? ){{0,3}}{_GIVEN}(?: (?:(?:de|van|von|der|den|al|bin|le|la) )*{_GIVEN}){{0,3}}?"
TITLED = rf"(?:{_PRIVATE} (?:and|&) )?{_PRIVATE} {_NAMES}"
_WHERE = r"(?: (?:at|in|on|from|of|across|over|down|up|next|next-door)(?: [a-z\d]+){1,4})?"
_AGED = r"(?:,? (?:aged )?\d{1,3}(?=,)|,? \(?aged \d{1,3}\)?)?"
_AFTER = r"(?P<end>['’]s\b|,|(?= [a-z(])|(?=[.;:?!)]|$))"
_WHOSE = r"(?P<who>\b(?:[Yy]our|[Hh]is|[Hh]er|[Tt]heir) (?:[a-z\d’'-]+ ){0,2}?"
_RELATIVES = (
    re.compile(rf"{_WHOSE}(?:{KIN}|{_BY_TITLE}){_WHERE})(?P<comma>,?) (?P<name>{TITLED}){_AGED}{_AFTER}"),
    re.compile(
        rf"{_WHOSE}(?:{KIN}))(?P<comma>,?) "
        rf"(?P<name>{_GIVEN}(?:, {_GIVEN})* and {_GIVEN}){_AGED}{_AFTER}"
    ),
    re.compile(rf"{_WHOSE}(?:{KIN}))(?P<comma>,?) (?P<name>{_NAMES}){_AGED}{_AFTER}"),
    re.compile(rf"{_WHOSE}{KIN}) \((?P<name>{TITLED}|{_NAMES}){_AGED}\)"),
    re.compile(rf"{_WHOSE}neighbours?)(?P<comma>,?) the (?P<name>[A-Z][a-z]+s){_AFTER}"),
)
_SPEAKS_TO_YOU = re.compile(r"\byou(?:rs?|rself)?\b[^.?!]*$", re.IGNORECASE)
_CONSTITUENT = re.compile(
    r"(?P<who>\b(?:[Mm]y|[Oo]ur|[Aa]) constituents?),? "
    rf"(?P<name>{TITLED}|{_GIVEN}(?: {_GIVEN}){{1,3}}){_AFTER}"
)
_ILL = one_of(r"""
    illness | stroke | cancer | tumour | dementia | epilepsy | autism | depression | anxiety | diabetes
    asthma | disabilit(?:y|ies) | diagnosis | operation | surgery | treatment | chemotherapy | condition
    medication | heart attack | seizures? | fall | injur(?:y|ies) | miscarriage
    mental health | symptoms | blood pressure | multiple sclerosis | arthritis
""").pattern
_SUFFERS = (
    r"(?:['’]s|,? (?:who )?(?:has|had|has had|suffers from|is suffering from|lives with|is living with"
    r"|(?:was|has been|is) diagnosed with|is (?:waiting|recovering|dying))(?: an?| the)?)"
)
_PLACED = (
    re.compile(rf"\b(?P<name>{TITLED})(?={_SUFFERS} (?:[a-z]+ ){{0,3}}{_ILL}\b)"),
    re.compile(
        rf"\b(?:[Aa] )?(?P<name>{TITLED})"
        r"(?=,? (?:(?:of|at|from|in) )?\(\(address\)\)|,? (?:who lives )?(?:next door|(?:across|over) the"
        r" road|up ?stairs|down ?stairs|opposite|at (?:number|no\.?) \d|(?:in|at) [Ff]lat \w+)\b)"
    ),
    re.compile(
        rf"\b(?P<name>{TITLED}|{_GIVEN}(?: {_GIVEN}){{1,2}}|(?<![Ii]n ){_GIVEN})"
        rf"(?=,? (?:who is )?your (?:[a-z\d’'-]+ ){{0,2}}(?:{KIN}|{_BY_TITLE})[,.;:?!])"
    ),
    re.compile(rf"(?<=on behalf of )(?P<name>{TITLED})(?!['’]?\w| [A-Z])"),
    re.compile(rf"\b[Aa] (?P<name>(?!Dr|Prof|Rev){TITLED})(?!['’]?\w| [A-Z])"),
)


def take_relatives(taking: Taking) -> None:
    """From "your neighbour, Mrs Ivy Cole, is" to "your neighbour is"; "my constituent" loses a name too."""
    for pattern in _RELATIVES:
        taking.take(pattern, "name", _without_relative)
    taking.take(_CONSTITUENT, "name", _without_relative)


def take_placed(taking: Taking) -> None:
    """A Field for "Mr Cole" in "Mr Cole next door", "Mr Cole of ((address))", "Mr Cole's dementia"."""
    for pattern in _PLACED:
        taking.take(pattern, "name", _with_field)


def take_known(taking: Taking) -> None:
    """Names spoken to go with their commas; elsewhere a Field takes the place of title and name."""
    for whole in filter(re.compile(" ").search, taking.names):
        taking.take(re.compile(rf"\b(?:{TITLE} )?{re.escape(whole)}\b(?!-| [A-Z])"), "name", "((name))")
    known = "|".join(map(re.escape, taking.names))
    if len(taking.names) > 1:
        several = rf"\b(?:{TITLE} )?(?:(?:{known}) )+(?:{known})\b(?!-| [A-Z])"
        taking.take(re.compile(several), "name", "((name))")
    for name in list(taking.names):
        word = re.escape(name)
        full = rf"(?:{TITLE} (?:and {TITLE} )?)(?:[A-Z]\.? |{_GIVEN} )?{word}"
        spoken_to = rf"(?:,|^) ?(?:{full}|{word})(?:,(?= )|(?=[.?!]))(?P<next> [A-Za-z])?"
        taking.take(re.compile(spoken_to), "name", _without_vocative)
        taking.take(re.compile(rf"\b{full}\b"), "name", "((name))")
        alone = rf"(?<=[a-z,;:(] )(?<!\b[A-Z] ){word}\b(?! [A-Z])(?=['’]s\b|[ ,.;:?!)])"
        taking.take(re.compile(alone), "name", "((name))")


def _without_relative(found: re.Match[str]) -> str:
    """Her own name goes and the commas round it; "his wife" is a stranger's unless you are spoken to."""
    parts = found.groupdict()
    others = found["who"].lower().startswith(("his", "her", "their"))
    if others and not _SPEAKS_TO_YOU.search(found.string[max(0, found.start() - 300) : found.start()]):
        return found.group()
    end = parts.get("end", "")
    untitled = not re.match(_PRIVATE, found["name"])
    if not names_of(found["name"]) or (untitled and found["name"].split()[0].lower() in NO_NAME):
        return found.group()
    if untitled and parts.get("comma") and not end and found.string[found.end() :][:1] == " ":
        return found.group()  # "your children, Ofsted says": no name set between commas
    if found["who"].endswith("s"):
        end = end.removesuffix("s")  # "your neighbours’ fence"
    goes_on = re.match(r" (?:who|whose|which)\b", found.string[found.end() :][:8])
    return found["who"] + ("" if end == "," and parts.get("comma", ",") and not goes_on else end)


def _with_field(found: re.Match[str]) -> str:
    return "((name))" if names_of(found["name"]) else found.group()


def _without_vocative(found: re.Match[str]) -> str:
    """From "I hope, Mrs Oakes, that" to "I hope that"; at the start the next word takes the capital."""
    following = found["next"] or ""
    return (
        following.strip().upper() if found.start() == 0 and not found.group().startswith(",") else following
    )
