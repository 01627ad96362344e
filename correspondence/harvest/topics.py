"""Which Topics of the office's list a text is on, by words of theirs; none rather than a wrong one."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from correspondence.models import Source
from correspondence.text import words

MOST = 2  # Topics of one text
_STRONG, _WEAK = 2, 1  # what a word or phrase that speaks of a subject counts, and one that may
_ENOUGH = 4  # from this sum on a text is on a Topic
_ENOUGH_HERE = 2  # from this one where the rest of its Document is on it too
_BEHIND = 0.6  # a second Topic has at least this share of the first one's sum
_OFTEN = 2  # a word that comes again counts once more, no oftener
_NO_SUBJECT = frozenset(
    """and the of for in on to a an other general local national public policy policies issue issues matters
    affairs service services british uk government rights social my our new system reform all""".split()
)

Term = tuple[str, ...]


@dataclass
class _Subject:
    """A row of topics.csv. names: what an office may call a Topic on it. terms: what each counts."""

    part_of: str
    names: list[Term]
    terms: dict[Term, int]


@dataclass
class Finder:
    """The words of an office's Topics. by_first: terms by their first word, each with Topics and counts."""

    by_first: dict[str, list[tuple[Term, dict[str, int]]]] = field(default_factory=dict)

    def sums(self, text: str) -> dict[str, int]:
        """How much speaks for each Topic in a text; a term inside a longer one that is found counts not."""
        spoken = _bases(text)
        often: dict[tuple[Term, str], int] = {}
        sums: dict[str, int] = {}
        at = 0
        while at < len(spoken):
            length = 1
            for term, counts in self.by_first.get(spoken[at], ()):  # longest first
                if tuple(spoken[at : at + len(term)]) != term:
                    continue
                length = len(term)
                for topic, count in counts.items():
                    often[term, topic] = often.get((term, topic), 0) + 1
                    if often[term, topic] <= _OFTEN:
                        sums[topic] = sums.get(topic, 0) + (count if often[term, topic] == 1 else 1)
                break
            at += length
        return sums


def usual() -> list[str]:
    """The Topics that an office without any may start with: the subjects that are part of no other."""
    return [name for name, subject in _subjects().items() if not subject.part_of]


def topics_of(source: Source, names: Sequence[str]) -> list[list[str]]:
    """For each Paragraph of a Source the Topics among `names` that it is on."""
    return propose([paragraph.version.text for paragraph in source.paragraphs], source.title, names)


def propose(texts: Sequence[str], about: str, names: Sequence[str]) -> list[list[str]]:
    """For each of the texts of one Document the Topics among `names` that it is on, the likeliest first.

    about: its title or subject, which counts for them all.
    """
    finder = _finder(tuple(names))
    sums = [finder.sums(text) for text in texts]
    whole = finder.sums("\n".join([about, *texts]))
    top = max(whole.values(), default=0)
    main = [topic for topic, total in whole.items() if total == top >= _ENOUGH + 1]
    return [_chosen(found, main[0] if len(main) == 1 else "") for found in sums]


def _chosen(sums: dict[str, int], main: str) -> list[str]:
    ranked = sorted(sums, key=lambda topic: (-sums[topic], topic != main, topic))
    chosen = [topic for topic in ranked if sums[topic] >= (_ENOUGH_HERE if topic == main else _ENOUGH)]
    if len(chosen) > MOST and sums[chosen[MOST - 1]] == sums[chosen[MOST]]:
        chosen = chosen[:1] if sums[chosen[0]] > sums[chosen[1]] else []
    return [topic for topic in chosen[:MOST] if sums[topic] >= _BEHIND * sums[chosen[0]]]


@lru_cache(maxsize=64)
def _finder(names: tuple[str, ...]) -> Finder:
    """The terms of each Topic: its own words, and those of the subjects that its name speaks of."""
    subjects = _subjects()
    mine = {name: _subjects_of(name) for name in names}
    terms: dict[Term, dict[str, int]] = {}
    for name, covered in mine.items():
        others = {subject for other in names if other != name for subject in mine[other]}
        parts = {key for key, subject in subjects.items() if subject.part_of in covered and key not in others}
        for key in sorted(covered | parts):
            for term, count in subjects[key].terms.items():
                known = terms.setdefault(term, {})
                known[name] = max(known.get(name, 0), count)
        for term in _own_terms(name, bool(covered)):
            terms.setdefault(term, {})[name] = _STRONG if len(term) == 1 else _ENOUGH
    finder = Finder()
    for term in sorted(terms, key=len, reverse=True):
        finder.by_first.setdefault(term[0], []).append((term, terms[term]))
    return finder


def _subjects_of(name: str) -> set[str]:
    """The subjects that the name of a Topic speaks of: those with a name of which it has all words."""
    said = set(_bases(name))
    found: dict[str, int] = {}
    for key, subject in _subjects().items():
        fitting = [len(term) for term in subject.names if said.issuperset(term)]
        if fitting:
            found[key] = max(fitting)
    longest = max(found.values(), default=0)
    return {key for key, length in found.items() if length == longest or longest == 1}


def _own_terms(name: str, known: bool) -> list[Term]:
    """The name as a whole, and where no subject is known for it each of its telling words."""
    whole = tuple(_bases(name))
    telling = [] if known else [(word,) for word in whole if word not in _NO_SUBJECT and len(word) > 2]
    return [term for term in (whole, *telling) if term and not set(term) <= _NO_SUBJECT]


@cache
def _subjects() -> dict[str, _Subject]:
    with (Path(__file__).parent / "topics.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["subject"]: _Subject(
                row["part_of"],
                _terms(row["names"]),
                dict.fromkeys(_terms(row["weak"]), _WEAK) | dict.fromkeys(_terms(row["strong"]), _STRONG),
            )
            for row in csv.DictReader(file)
        }


def _terms(listed: str) -> list[Term]:
    return [tuple(_bases(phrase)) for phrase in listed.split(";") if phrase.strip()]


def _bases(text: str) -> list[str]:
    """The words of a text without the ending of a plural or a genitive."""
    return [_base(word) for word in words(text)]


def _base(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("'")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ch|sh|ss|x)es$", word):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] not in "sui" else word
