"""A Paragraph's text as it is read: with its Figures, with the words looked for, with what changed."""

import datetime as dt
import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from correspondence import figures
from correspondence.matching.lexical import stem, stems
from correspondence.models import Figure, Version
from correspondence.text import sentence_spans, words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
LEAD = 220  # characters shown before a first word that was looked for


@dataclass(frozen=True)
class Run:
    """A piece of a text. figure: the Figure it is, with `stale` saying what speaks against it."""

    text: str
    figure: Figure | None = None
    stale: str = ""
    is_found: bool = False


@dataclass(frozen=True)
class Change:
    """A piece of two texts. kind: same, added, removed."""

    kind: str
    text: str


def with_figures(version: Version, today: dt.date) -> list[Run]:
    """The text with its Figures set apart; all runs together are the text."""
    runs, done = [], 0
    for figure in version.figures:
        if figure.start < done or figure.end > len(version.text):
            continue
        runs.append(Run(version.text[done : figure.start]))
        runs.append(Run(version.text[figure.start : figure.end], figure, stale=figures.stale(figure, today)))
        done = figure.end
    return [run for run in (*runs, Run(version.text[done:])) if run.text]


def with_words(text: str, wanted: str) -> list[Run]:
    """The text with the words that were looked for set apart, from a sentence with the first of them on."""
    asked = frozenset(stems(wanted))
    spoken = words(wanted)
    begun = spoken[-1] if spoken and wanted[-1:].isalnum() and len(spoken[-1]) > 2 else ""
    runs, done = [], 0
    for match in _WORD.finditer(text):
        word = match.group().replace("’", "'").lower()
        if stem(word) in asked or (begun and word.startswith(begun)):
            runs += [Run(text[done : match.start()]), Run(match.group(), is_found=True)]
            done = match.end()
    return _from_first([run for run in (*runs, Run(text[done:])) if run.text], text)


def _from_first(runs: list[Run], text: str) -> list[Run]:
    """Without the sentences before the first found word, where they are long."""
    if len(runs) < 2 or runs[0].is_found or len(runs[0].text) < LEAD:
        return runs
    first = len(runs[0].text)
    start = max((start for start, _ in sentence_spans(text) if start <= first), default=0)
    return [Run(f"… {text[start:first]}" if start else text[:first]), *runs[1:]]


def differences(before: str, after: str) -> list[Change]:
    """Word by word, what was taken out of `before` and put in to make `after`."""
    old, new = re.findall(r"\S+\s+", f"{before} "), re.findall(r"\S+\s+", f"{after} ")
    plain_old, plain_new = [word.strip() for word in old], [word.strip() for word in new]
    matcher = difflib.SequenceMatcher(None, plain_old, plain_new, autojunk=False)
    return list(_changes(matcher.get_opcodes(), old, new))


def _changes(
    codes: Sequence[tuple[str, int, int, int, int]], old: list[str], new: list[str]
) -> Iterator[Change]:
    for code, old_start, old_end, new_start, new_end in codes:
        if code == "equal":
            yield Change("same", "".join(new[new_start:new_end]))
        if code in ("replace", "delete"):
            yield Change("removed", "".join(old[old_start:old_end]))
        if code in ("replace", "insert"):
            yield Change("added", "".join(new[new_start:new_end]))
