"""What a finder gives, and the text as the next finder may see it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

TAKEN = "\ufffc"  # stands where an earlier finder took the words; no pattern matches it


@dataclass(frozen=True)
class Found:
    """A figure at text[start:end], before its measure is known. Fields as models.Figure has them."""

    kind: str
    start: int
    end: int
    value: Any = None
    unit: str = ""
    detail: dict[str, Any] = field(default_factory=dict)


Finder = Callable[[str], Iterable[Found]]


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text`, as long as before, with each span taken. Spans may overlap and come in any order."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end > at:
            start = max(start, at)
            pieces += (text[at:start], TAKEN * (end - start))
            at = end
    return "".join([*pieces, text[at:]])


def apart(founds: Iterable[Found]) -> Iterator[Found]:
    """The founds without those that overlap an earlier, or at the same place a longer, one."""
    at = 0
    for found in sorted(founds, key=lambda found: (found.start, -found.end)):
        if found.start >= at:
            yield found
            at = found.end
