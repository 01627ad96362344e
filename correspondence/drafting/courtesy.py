"""Which opening and which closing a reply gets from the bank; where none fits, it gets none."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from correspondence import fields
from correspondence.matching.lexical import stems
from correspondence.models import OFFICE, Paragraph
from correspondence.text import sentences, words

# What courtesies are made of, and what says no more than "a subject".
_COURTESY = frozenset(
    stem
    for word in """
    thank thanks grateful contact contacting get getting touch write writing wrote written email emails e
    mail mails letter correspondence message card postcard telephone telephoning phone phoning call
    calling conversation many very much dated raise raised raising share sharing concern concerns
    concerned view views opinion thought thoughts feeling time take taking trouble today recent recently
    regarding concerning regard about situation issue issues matter matters subject topic question
    questions important importance point points hope reply response respond answer helpful useful
    information please hesitate future further assistance help kind know feel strongly appreciate
    appreciated always good hear receive received office constituent constituents behalf asking ask asked
    bring bringing attention copy campaign sincerely opportunity reassure reassured glad pleased sorry
    delay explain set side able like want government minister ministers parliament house commons mp mps
    member department continue work press anything anybody everyone everybody
    """.split()
    for stem in stems(word)
)
_ON = re.compile(r"\b(?:about|regarding|concerning)\b([^.,;:!?]*)")

_AGAIN = re.compile(
    r"\bthank(?:s|\s+you)\b[^.!?]{0,20}\b(?:again|once\s+more)\b|\bagain,?\s+thank", re.IGNORECASE
)


@dataclass(frozen=True)
class _About:
    """What a courtesy speaks of: names and numbers, and the other words of its first sentence and of what
    it is "about" further on, as stems.

    blanks: how many ((fields)) somebody has to fill.
    """

    names: frozenset[str]
    subject: frozenset[str]
    blanks: int


def courtesy(
    kind: str, bank: Iterable[Paragraph], letter: str, chosen: Sequence[Paragraph]
) -> Paragraph | None:
    """The bank's best paragraph of `kind` ("opening", "closing") for a letter answered by `chosen`.

    Approved before proposed; one that names the letter's subject before one that names none; one of a
    Source that is used before another. One that names what the letter does not is never taken.
    """
    heard = frozenset(stems(letter))
    said = heard.union(*(stems(paragraph.version.text) for paragraph in chosen))
    sources: list[int | None] = [paragraph.source_id for paragraph in chosen if paragraph.source_id]
    ranked: list[tuple[tuple[int, ...], Paragraph]] = []
    for paragraph in bank:
        if not _usable(paragraph, kind):
            continue
        about = _about(paragraph.version.text)
        if _fits(about, heard, said if paragraph.source_id in sources else heard):
            rank = (
                -about.blanks,
                paragraph.state == "approved",
                bool(about.names or about.subject),
                sources.count(paragraph.source_id),
                len(about.names) + len(about.subject),
                paragraph.id or 0,
            )
            ranked.append((rank, paragraph))
    return max(ranked, key=lambda entry: entry[0])[1] if ranked else None


def thanks_again(text: str) -> bool:
    """Whether a courtesy thanks for a second time: "Thank you again for writing."."""
    return _AGAIN.search(text) is not None


def _usable(paragraph: Paragraph, kind: str) -> bool:
    return paragraph.kind == kind and paragraph.state != "retired" and paragraph.version.voice == OFFICE


@lru_cache(maxsize=10_000)  # a bank has some hundreds of courtesies, and every reply looks at each
def _about(text: str) -> _About:
    plain = re.sub(r"\(\([^()]*\)\)", "", text)
    names: set[str] = set()
    for sentence in sentences(plain):
        names.update(
            stem
            for word in re.findall(r"(?<=\s)[A-Z][\w'’]*|\d[\w.,]*", sentence)
            if word.lower() not in {"i", "i'm", "i've"}
            for stem in stems(word)
        )
    first = next(iter(sentences(plain)), "")
    told = " ".join([first, *_ON.findall(plain[len(first) :])])
    subject = {stem for word in words(told) for stem in stems(word)}
    return _About(
        frozenset(names - _COURTESY), frozenset(subject - names - _COURTESY), len(fields.fields(text))
    )


def _fits(about: _About, heard: frozenset[str], said: frozenset[str]) -> bool:
    """Every name is in the letter itself; of the other words more than half are in it or what answers it."""
    return about.names <= heard and 2 * len(about.subject - said) < max(1, len(about.subject))
