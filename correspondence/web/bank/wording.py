"""A Paragraph's text as it is read: with its Figures, with the words looked for, with what changed."""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from correspondence.figures.reason import Reason
from correspondence.matching.lexical import stem, stems
from correspondence.models import Figure, Version
from correspondence.text import sentence_spans, words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
MOVED = 4  # words a sentence has at least that is told as moved
AT_MOST = 4_000_000  # pairs of words compared one by one; above, common words are passed over at first
AROUND = 160  # characters shown before and behind what changed
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
    """A piece of two texts. kind: same, added, removed. is_moved: it stands elsewhere in the other."""

    kind: str
    text: str
    is_moved: bool = False


def with_figures(version: Version, reasons: Iterable[Reason]) -> list[Run]:
    """The text with its Figures set apart, and what speaks against each; all runs together are the text."""
    against = {start: reason.text for reason in reasons for start in reason.starts}
    runs, done = [], 0
    for figure in version.figures:
        if figure.start < done or figure.end > len(version.text):
            continue
        runs.append(Run(version.text[done : figure.start]))
        said = against.get(figure.start, "")
        runs.append(Run(version.text[figure.start : figure.end], figure, stale=said))
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
    """What was taken out of `before` and put in to make `after`: by sentences, in those word by word.

    A sentence that stands elsewhere now, word for word, is told as moved.
    """
    old, new = _sentences(before), _sentences(after)
    plain_old, plain_new = [_plain(said) for said in old], [_plain(said) for said in new]
    codes = difflib.SequenceMatcher(None, plain_old, plain_new, autojunk=False).get_opcodes()
    gone = Counter(plain_old[i] for code, i1, i2, _, _ in codes if code != "equal" for i in range(i1, i2))
    come = Counter(plain_new[j] for code, _, _, j1, j2 in codes if code != "equal" for j in range(j1, j2))
    moved = {sentence for sentence in gone & come if len(sentence.split()) >= MOVED}
    found: list[Change] = []
    for code, i1, i2, j1, j2 in codes:
        if code == "equal":
            found.append(Change("same", "".join(word for said in new[j1:j2] for word in said)))
        else:
            found += _in_block(old[i1:i2], new[j1:j2], moved)
    return found


def brief(changes: Sequence[Change]) -> list[Change]:
    """The same with long pieces that did not change cut short in the middle."""
    return [
        Change("same", f"{change.text[:AROUND]} … {change.text[-AROUND:]}")
        if change.kind == "same" and len(change.text) > 3 * AROUND
        else change
        for change in changes
    ]


def _sentences(text: str) -> list[list[str]]:
    """The words of each sentence, each with the space behind it."""
    padded = f"{text} "
    starts = [start for start, _ in sentence_spans(text)] or [0]
    spans = zip(starts, [*starts[1:], len(padded)], strict=True)
    return [re.findall(r"\S+\s+", padded[start:end]) for start, end in spans]


def _plain(sentence: list[str]) -> str:
    return " ".join(word.strip() for word in sentence)


def _in_block(old: list[list[str]], new: list[list[str]], moved: set[str]) -> Iterator[Change]:
    """Where sentences differ: those that moved as they are, what stands between them word by word."""
    for (old_run, away), (new_run, here) in zip_longest(
        _parted(old, moved), _parted(new, moved), fillvalue=([], "")
    ):
        if len(old_run) == len(new_run):
            pairs = list(zip(old_run, new_run, strict=True))
        else:
            pairs = [(list(chain(*old_run)), list(chain(*new_run)))]
        for one, other in pairs:
            yield from _by_words(one, other)
        if away:
            yield Change("removed", away, is_moved=True)
        if here:
            yield Change("added", here, is_moved=True)


def _by_words(old: list[str], new: list[str]) -> Iterator[Change]:
    plain_old, plain_new = [word.strip() for word in old], [word.strip() for word in new]
    is_long = len(old) * len(new) > AT_MOST
    codes = difflib.SequenceMatcher(None, plain_old, plain_new, autojunk=is_long).get_opcodes()
    return _changes(codes, old, new)


def _parted(sentences: list[list[str]], moved: set[str]) -> Iterator[tuple[list[list[str]], str]]:
    """(sentences up to one that moved, that one), and at last those behind with ""."""
    run: list[list[str]] = []
    for sentence in sentences:
        if _plain(sentence) in moved:
            yield run, "".join(sentence)
            run = []
        else:
            run.append(sentence)
    yield run, ""


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
