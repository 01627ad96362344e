"""The full names in a text, for whoever is called by a surname or a body's noun: "Mr Field", "the board"."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from correspondence.harvest.names import RANK

# before a surname
_BEFORE = r"(?:Ní|Nic|Uí|Ó|de|van|von|der|den|la|le|ap|ab|ferch|De|Van|Von|Der|Du|Di|Da|La|Le|St)\.?"
_LAST = rf"(?P<last>(?:{_BEFORE} )*[A-ZÀ-Þ][\w’'-]*[^\W\d_])"
_PAIR = re.compile(
    r"\b(?P<title>(?:Sir|Dame|Dr|Prof|Professor|Lord|Lady|Baroness|Cllr|Councillor|Rev) )?"
    rf"(?P<first>[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ]) (?={_LAST})"
)
NO_FIRST = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Dr|Prof|Professor|Lord|Lady|Baroness|Cllr|Coun|Councillor|Rev|Hon|The|An?"
    r"|Says|Said|Adds|Added|But|And|Or|So|Yet|Then|Now|When|While|Where|If|As|In|On|At|By|For|From|To|Of|With|After|Before|Since"
    r"|His|Her|Its|Their|Our|My|Your|Both|Also|Even|That|This|Like|Because|Although|Though|Minister|Secretary"
    rf"|Leader|Mayor|President|Chancellor|Chair\w*|Director|Member|{RANK}|Chief|Detective|Labour|Conservatives?|Tory|Liberals?|Democrats?|Owner|Boss"
    rf"|{_BEFORE}|\w+[’']s?)"
)
_CALLED = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Cllr|Coun|Councillor)\.? )?"
    rf"(?P<rank>{RANK} )?{_LAST}"
)
_NOUNS = (
    "board trust council group association society university college agency authority union federation"
    " foundation department ministry office commission alliance network hospital school club party"
).split()
_BODY = re.compile(
    r"\b(?P<name>(?:[A-Z][\w’'&-]+ (?:(?:of|for|and) (?:the )?)?){1,6}"
    rf"(?P<noun>{'|'.join(map(str.capitalize, _NOUNS))}))\b"
)
_ITS_OWN = re.compile(
    rf"(?P<whom>.*\b(?:spokes\w+|source) (?:for|at) )the (?P<noun>{'|'.join(_NOUNS)})"
    rf"|[Tt]he (?P<owner>{'|'.join(_NOUNS)})[’']s (?P<who>(?:[a-z]+ ){{0,2}}spokes\w+)"
)
_PEER = re.compile(
    r"\b(?P<short>(?:Lord|Lady|Baron(?:ess)?|Viscount(?:ess)?|Earl|Countess) [A-ZÀ-Þ][\w’'-]+)"
    r" of (?P<place>[A-ZÀ-Þ][\w’'-]*[^\W\d_](?: (?:on|in|le|the)(?= (?:the )?[A-Z])| [A-ZÀ-Þ][\w’-]+){0,3})"
)
_TITLED = re.compile(
    rf"\b(?:(?P<he>Mr|Sir|Lord)|Mrs|Ms|Miss|Dame|Lady|Baroness)\b\.? (?:[A-Z][\w’'-]+ )?{_LAST}"
)
_HE_OR_SHE = re.compile(r"\b(?:(?P<he>[Hh]e)|[Ss]he)\b")
_TOGETHER = " and "
_COUPLE = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sir|Lord) and\b")
_LEADS_IN = re.compile(r"(?:The|But|And|In|At|For|From|With|While|When|As|If|On|By|After|Both)\b ")


@dataclass
class FullNames:
    """firsts: the first names with which a surname stands in the text. bodies: of each noun, the last body
    told of so far whose name ends in it. places: of "Lord Field" those he is the Lord of. men: of each
    surname, whether the text calls those of that name "Mr" or "Ms"."""

    firsts: dict[str, set[str]]
    places: dict[str, set[str]] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    men: dict[str, set[bool]] = field(default_factory=dict)

    def hear(self, text: str) -> None:
        """Note the bodies that a paragraph names."""
        for found in _BODY.finditer(text):
            name = _LEADS_IN.sub("", found["name"])
            if " " in name:
                self.bodies[found["noun"].lower()] = name

    def meant(self, text: str, known: list[str]) -> list[str]:
        """`known` without those whom "he" cannot mean, with which a text speaks before it names anybody: it
        calls them "Ms" elsewhere."""
        pronoun = _HE_OR_SHE.search(text)
        if pronoun is None or _TITLED.search(text, 0, pronoun.start()):
            return known
        is_man = {pronoun["he"] is not None}
        return [who for who in known if self.men.get(who.partition(", ")[0].split()[-1], is_man) & is_man]

    def of(self, who: str) -> str:
        """A person by first name and surname, where the text has one with that surname; a spokesman with the
        name of the body; anybody else as he is."""
        if _TOGETHER in who and not _COUPLE.match(who):
            return _TOGETHER.join(map(self.of, who.split(_TOGETHER)))
        own = _ITS_OWN.fullmatch(who)
        body = self.bodies.get((own["noun"] or own["owner"]).lower(), "") if own else ""
        if own and body:
            return f"{own['whom'] or 'A ' + own['who'] + ' for '}{body}"
        peer = next((short for short in self.places if who.endswith(short)), "")
        if peer and len(self.places[peer]) == 1:
            return f"{who} of {next(iter(self.places[peer]))}"
        name, comma, post = who.partition(", ")
        called = _CALLED.fullmatch(name)
        firsts = self.firsts.get(called["last"], set()) if called else set()
        if called is None or len(firsts) != 1:
            return who
        return f"{called['rank'] or ''}{next(iter(firsts))} {called['last']}{comma}{post}"


def read(texts: Iterable[str]) -> FullNames:
    """The full names of persons in paragraphs."""
    firsts: dict[str, set[str]] = defaultdict(set)
    places: dict[str, set[str]] = defaultdict(set)
    men: dict[str, set[bool]] = defaultdict(set)
    for text in texts:
        for called in _TITLED.finditer(text):
            men[re.sub(r"[’']s$", "", called["last"])].add(called["he"] is not None)
        for peer in _PEER.finditer(text):
            places[peer["short"]].add(re.sub(r"[’']s$", "", peer["place"]))
        for pair in _PAIR.finditer(text):
            if not NO_FIRST.fullmatch(pair["first"]):
                firsts[re.sub(r"[’']s$", "", pair["last"])].add((pair["title"] or "") + pair["first"])
    return FullNames({last: _without_bare(names) for last, names in firsts.items()}, places, men=men)


def _without_bare(names: set[str]) -> set[str]:
    """Of "Jo" and "Dr Jo" only the one with the title."""
    titled = {name.split()[-1] for name in names if " " in name}
    return {name for name in names if " " in name or name not in titled}
