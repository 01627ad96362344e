"""A line that may be somebody's name: the name as it goes on an envelope, and what follows "Dear"."""

import re
from dataclasses import dataclass

from correspondence.understanding.casing import is_initials, proper_names
from correspondence.understanding.words import (
    BODIES,
    HONOURS,
    NOT_A_NAME,
    PARTICLES,
    ROLES,
    SHORT_NAMES,
    TITLES,
)

_TOKEN = re.compile(r"[^\W\d_][^\W\d_.'’\-]*(?:[.'’\-][^\W\d_]*)*")
_ARMED = frozenset(
    "lt col maj gen capt sgt cpl brig cdr wg sqn ldr flt lieutenant colonel major general captain".split()
)
_RANKS = (("wing commander", "Wg Cdr"), ("squadron leader", "Sqn Ldr"), ("flight lieutenant", "Flt Lt"))
_LEFT_OUT = frozenset(("esq", "esq.", "esquire", "retd", "rtd", "hons"))
_PHONE = re.compile(
    r"[\s,]+(?:(?:tel|phone|mob|mobile|[tm])\b[.:]*\s*)?(?:\+44|\(?0)[\d\s()-]{8,14}\d\s*$", re.I
)
_RESPECT = frozenset(("the", "rt", "right", "hon", "honourable"))


@dataclass(frozen=True)
class Name:
    """`full` as on an envelope, `salutation` as after "Dear" ("" for a body: nobody is greeted)."""

    full: str
    salutation: str
    titled: bool = False
    words: int = 1  # how many words name the person, titles apart
    given: tuple[str, ...] = ()  # of one person alone; a couple's are left out
    surname: str = ""


@dataclass(frozen=True)
class _Person:
    titles: tuple[str, ...]
    given: tuple[str, ...]
    surname: str
    honours: tuple[str, ...]

    @property
    def full(self) -> str:
        return " ".join((*self.titles, *self.given, self.surname, *self.honours))

    @property
    def salutation(self) -> str:
        title, noble = _spoken_title(self.titles)
        if not title:
            return " ".join((*self.given, self.surname))
        if noble and self.given and not is_initials(self.given[0]):
            return f"{title} {self.given[0]}"
        if noble:
            return " ".join((title, *self.given, self.surname))
        return f"{title} {self.surname}"


def read_name(line: str, *, listed: bool = False) -> Name | None:
    """The person or couple a line names, or None: organisations, roles and sentences are nobody.

    listed: from an address book, where "Kaur, Ada" is Ada Kaur; under a letter it is Kaur of a place Ada.
    """
    line, title_after = _bare(line, listed)
    if not line or "?" in line or names_body(line):
        return None
    line = re.sub(r"\s+(?:and|&)\s+(?:the\s+)?family$", "", line, flags=re.I)
    halves = re.split(r"\s*(?:&|\+|/|\band\b)\s*", line, flags=re.I)
    if len(halves) == 2 and all(halves):
        return _couple(halves[0], halves[1])
    if len(halves) != 1:
        return None
    person = _person(f"{title_after} {line}" if title_after else line)
    if person is None:
        return None
    words = len(person.given) + 1
    return Name(person.full, person.salutation, bool(person.titles), words, person.given, person.surname)


def names_body(line: str) -> bool:
    """Whether the line names an organisation, a team or an office rather than a person."""
    tokens = {token.lower().rstrip(".'’s") for token in _TOKEN.findall(line)}
    return (
        bool(tokens & BODIES)
        or re.match(r"(friends|mothers|parents) (of|against|for)\b", line, re.I) is not None
    )


def read_body_name(line: str) -> Name | None:
    """An organisation that signs as itself: it has a name, and nobody to greet."""
    plain = _bare(line)[0]
    if names_body(plain) and len(plain.split()) <= 8 and not re.search(r"[.?!:@]|\d", plain):
        return Name(proper_names(plain, organisation=True), "", words=0)
    return None


def _bare(line: str, listed: bool = False) -> tuple[str, str]:
    """The line without what mail programs and habits put round a name; a title that stood after it."""
    line = re.sub(r"^\s*\((.*)\)\s*$", r"\1", line)
    line = _PHONE.sub("", re.split(r"\s*[|•·\t]\s*", line.strip(" |•·\t"))[0])
    line = re.sub(r"[^\w\s.,'’()&+/@:?\-–—]|_", " ", line)
    line = re.sub(
        r"^\(?(?:signed|name|from|p\.?p\.?)\b\)?\s*:?\s+|^[\s\-–—,.:/]+", "", line.strip(), flags=re.I
    )
    line = re.sub(r"\s+via\s.*$|\s+(?:for and )?on behalf of\s.*$", "", line, flags=re.I)
    line = re.sub(r"^((?:pc|wpc|pcso|constable|sgt)\.? )\d{2,5} (?=\w)", r"\1", line, flags=re.I)
    for rank, short in _RANKS:
        line = re.sub(rf"^{rank}\b", short, line, flags=re.I)
    title_after = ""
    for inside in re.findall(r"\(([^()]*)\)", line):
        if _title(inside):
            title_after = inside.strip()
    line = re.sub(r"\s*\([^()]*\)", "", line)
    line = re.sub(r"(\s+x+)+$", "", line.strip(" ,-–—"), flags=re.I)
    if re.search(r"\w{2,}\.$", line):
        line = line.rstrip(".")
    if re.search(r"[@:]|\d", line):
        line = re.split(r"\s*,\s*|\s+[-–—]\s+", line)[0]
    return _without_role(line, listed), title_after


def _without_role(line: str, listed: bool) -> str:
    """Jane Doe, Chair of Governors: Jane Doe. Jane Doe, MBE: with it. Listed, Doe, Jane: Jane Doe."""
    head, *rest = (part.strip() for part in re.split(r",|\s[-–—]\s", line))
    if not rest:
        return head
    tokens = [token.lower().strip(".") for part in rest for token in part.split()]
    if tokens and all(token.replace(".", "") in HONOURS for token in tokens):
        return " ".join((head, *rest))
    if tokens and tokens[-1] in TITLES and _title(" ".join(rest)):
        return f"{' '.join(rest)} {head}"
    if listed and len(tokens) > 1 and tokens[-1] in TITLES:
        given, title = rest[0].rsplit(None, 1)
        return f"{title} {given} {head}"
    single = len(head.split()) == 1 or head.split()[0].lower() in PARTICLES
    if listed and single and len(rest) == 1 and not set(tokens) & ROLES and _person(f"{rest[0]} {head}"):
        return f"{rest[0]} {head}"
    return head


def _couple(first: str, second: str) -> Name | None:
    other = _person(second)
    if other is None:
        return None
    if _title(first):  # Mr and Mrs Shah
        titles = f"{_titles(first)} and {' '.join(other.titles)}"
        if not other.titles:
            return None
        full = " ".join((titles, *other.given, other.surname, *other.honours))
        return Name(full, f"{titles} {other.surname}", True, len(other.given) + 1)
    one = _person(first)
    if one is None and other.given and all(is_initials(token) for token in first.split()):
        one = _Person((), (), first, ())  # H. and B. Dray
    if one is None:
        return None
    full = f"{one.full} and {other.full}"
    if one.titles and other.titles and not one.given and _shares_surname(one.surname, other.given):
        titles = f"{_spoken_title(one.titles)[0]} and {_spoken_title(other.titles)[0]}"
        return Name(full, f"{titles} {other.surname}", True, 2)
    if one.titles and other.titles:
        return Name(full, f"{one.salutation} and {other.salutation}", True, 2)
    return Name(
        full,
        full if not (one.titles or other.titles) else f"{one.salutation} and {other.salutation}",
        False,
        2,
    )


def _shares_surname(name: str, given: tuple[str, ...]) -> bool:
    """Whether the first of a couple has only a first name: Mr B and Mrs H Dray, Mr Bob and Mrs Helen Dray."""
    return bool(given) and (is_initials(name) or not is_initials(given[0]))


def _person(text: str) -> _Person | None:
    tokens = text.split()
    if not 1 <= len(tokens) <= 9 or any(not _TOKEN.fullmatch(token) for token in tokens):
        return None
    if len(tokens) > 2 and _title_key(tokens[-1]) in ("mr", "mrs", "ms", "miss", "dr"):
        tokens = [tokens[-1], *tokens[:-1]]
    titles, rest = _take_titles(tokens)
    rest, honours = _take_honours(rest)
    spoken = any(title.lower() not in _RESPECT for title in titles)
    if not rest or titles == ["The"] or not _could_name(rest, spoken):
        return None
    cased = proper_names(" ".join(rest)).split()
    cut = len(cased) - 1
    if cut and cased[cut].lower().strip(".") in ("jr", "snr", "sr", "jnr", "ii", "iii"):
        cut -= 1
    while cut > 0 and cased[cut - 1].lower() in PARTICLES and (cut > 1 or titles):
        cut -= 1
    if titles and _title_key(titles[-1]) in ("lord", "lady", "baroness") and "of" in cased:
        cased = cased[: cased.index("of")]
        cut = min(cut, len(cased) - 1)
    return _Person(tuple(titles), tuple(cased[:cut]), " ".join(cased[cut:]), tuple(honours))


def _take_titles(tokens: list[str]) -> tuple[list[str], list[str]]:
    count = 0
    while count < len(tokens) - 1 and _title_key(tokens[count]) in TITLES:
        count += 1
    return [TITLES[_title_key(token)] for token in tokens[:count]], tokens[count:]


def _take_honours(tokens: list[str]) -> tuple[list[str], list[str]]:
    count = len(tokens)
    while count > 1 and tokens[count - 1].lower().replace(".", "") in HONOURS:
        written = tokens[count - 1]
        if written in (written.lower(), written.capitalize()) and written.lower() not in _LEFT_OUT:
            break  # "Ma" and "Ba" are names, "MA" and "BSc" are not
        if count == 2 and is_initials(tokens[0]):
            break  # "J. MA": a surname
        count -= 1
    return tokens[:count], [token for token in tokens[count:] if token.lower() not in _LEFT_OUT]


def _could_name(tokens: list[str], titled: bool) -> bool:
    plain = [token.lower().strip(".'’") for token in tokens]
    names = [token for token in plain if token not in PARTICLES]
    if not 1 <= len(names) <= 5 or any(_no_name(token) for token in tokens):
        return False
    if len(tokens) == 1 and plain[0] in TITLES:
        return False
    if set(plain) & ROLES and not titled:
        return False
    if not titled and all(is_initials(token) for token in tokens) and tokens[-1].lower() not in SHORT_NAMES:
        return False
    return len("".join(names)) > 1 or titled


def _no_name(token: str) -> bool:
    """Whether a word stands in no name: "please", or a web address; "I." in capitals is an initial."""
    if "." in token[:-1] and not re.fullmatch(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]?", token):
        return True
    return token.lower().strip(".'’") in NOT_A_NAME and not re.fullmatch(r"[A-Z]\.?", token)


def _title_key(token: str) -> str:
    return token.lower().rstrip(".,")


def _title(text: str) -> bool:
    return bool(text.split()) and all(_title_key(token) in TITLES for token in text.split())


def _titles(text: str) -> str:
    return " ".join(TITLES[_title_key(token)] for token in text.split())


def _spoken_title(titles: tuple[str, ...]) -> tuple[str, bool]:
    """The title one says, and whether a first name follows it (Sir John, Dame Ann)."""
    said = [title for title in titles if title.lower() not in _RESPECT]
    for title in said:
        if title in ("Sir", "Dame"):
            return title, True
        if title in ("Lord", "Lady", "Baroness"):
            return title, False
    if said and all(title.lower() in _ARMED for title in said):
        return " ".join(said), False
    return (said[0] if said else ""), False
