"""Figures that a new wording of a Paragraph has and the old one lacks; a title that quotes an old one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from correspondence import figures
from correspondence.bank import stale
from correspondence.bank.rewording import reworded
from correspondence.harvest.titles import title as title_of
from correspondence.models import Figure, Paragraph, Version
from correspondence.text import clean


@dataclass(frozen=True)
class _Said:
    """A Figure as it is said; two are the same where they say the same, whatever the words."""

    kind: str
    mark: str
    words: str = field(compare=False)


def added(version: Version, text: str) -> list[str]:
    """What a text made from `version` says as a Figure and `version` does not, each value once.

    Not "this year" and the like: no value, and so of no source; nor what stood elsewhere in its Source.
    """
    new = [
        said for said in _only(_of(text, version), _of(version.text, version)) if said.kind != "relative_time"
    ]
    source = _beside(version) if new else ""
    return [said.words for said in new if not _places(said.words, source)]


def retitled(paragraph: Paragraph, text: str) -> tuple[str, str]:
    """What a title that a person gave quotes of the newest wording and `text` no longer says; a title for it.

    A title made of the first words follows them, and nothing need be asked: ("", the new one). It is the
    old one where it quotes nothing that is gone, or none can be made of it.
    """
    before, after = _of(paragraph.version.text, paragraph.version), _of(text, paragraph.version)
    quoted = [said for said in _only(before, after) if _places(said.words, paragraph.title)]
    if not quoted:
        return "", paragraph.title
    if paragraph.title == title_of(paragraph.version.text):
        return "", title_of(clean(text))
    come = _only(after, before)
    places = _places(quoted[0].words, paragraph.title)
    if len(quoted) == len(come) == len(places) == 1 and quoted[0].kind == come[0].kind:
        start, end = places[0]
        return quoted[0].words, paragraph.title[:start] + come[0].words + paragraph.title[end:]
    return quoted[0].words, paragraph.title


def _beside(version: Version) -> str:
    """What else its Source said on the day of a Version, in Paragraphs and in lines that were left out; words
    that were put right in a reply it never said."""
    source = version.paragraph.source
    if source is None or version.date != source.date:
        return ""
    later = reworded(stale.session_of(version.paragraph), source.paragraphs)
    others = [
        other.versions[0].text
        for other in source.paragraphs
        if other is not version.paragraph and other.id not in later
    ]
    return "\n".join([*others, *(left["text"] for left in source.left_out)])


def _places(words: str, text: str) -> list[tuple[int, int]]:
    """Where a text says these words as a whole: not the 20 of 2024, of £20, of 1.20 or of 20%."""
    whole = rf"(?<![\w£$€])(?<!\d[.,]){re.escape(words)}(?![\w%]|[.,]\d)"
    return [match.span() for match in re.finditer(whole, text)]


def _of(text: str, version: Version) -> list[_Said]:
    """The Figures of a text; a public office without a name says nothing that grows old."""
    found = figures.find(clean(text).strip(), version.date)
    return [_said(figure) for figure in found if figure.kind != "office_holder" or "holder" in figure.detail]


def _said(figure: Figure) -> _Said:
    words = " ".join(str(figure.detail.get("holder", figure.text)).split())
    value = words.lower() if figure.value is None or "holder" in figure.detail else figure.value
    return _Said(figure.kind, f"{figure.unit} {value}", words)


def _only(some: Sequence[_Said], others: Sequence[_Said]) -> list[_Said]:
    """Those that are not among the others, each once."""
    return list(dict.fromkeys(said for said in some if said not in others))
