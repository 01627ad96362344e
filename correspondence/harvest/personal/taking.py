"""A text while personal details are taken out of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from correspondence.harvest.names import TITLE

Gap = Callable[[re.Match[str]], str]  # from a find to a text

NO_NAME = frozenset(
    """sir madam sirs friend friends resident residents constituent constituents colleague colleagues
    neighbour all editor voter parent parents student students member members minister secretary home
    prime speaker councillor mr mrs ms miss mx dr prof professor rev revd reverend lord lady dame
    baroness cllr master nurse the of to rt hon state family january february march april may june july
    august september october november december monday tuesday wednesday thursday friday saturday sunday
    parliament government benefit benefits allowance credit tax trust""".split()
)


@dataclass(frozen=True)
class Detail:
    """Something that was taken out. words: to be shown, never stored."""

    kind: str
    words: str


@dataclass
class Taking:
    """text: what is left so far. names: whom it is about; grows. removed: what was taken out."""

    text: str
    names: list[str]
    removed: list[Detail] = field(default_factory=list)

    def take(self, pattern: re.Pattern[str], kind: str | Gap, gap: str | Gap) -> None:
        """Put its gap in the place of each find of `pattern`; a find that is its own gap stays.

        What a find calls `name` is known from then on.
        """

        def fill(found: re.Match[str]) -> str:
            filled = gap if isinstance(gap, str) else gap(found)
            if filled != found.group():
                parts = found.groupdict()
                whole = found.group().removesuffix(parts.get("next") or "")
                words = parts.get("name") or parts.get("code") or whole
                said = kind if isinstance(kind, str) else kind(found)
                self.removed.append(Detail(said, words.strip(" ,()")))
                self._know(parts.get("name") or "")
            return filled

        self.text = pattern.sub(fill, self.text)

    def _know(self, name: str) -> None:
        self.names.extend(word for word in names_of(name) if word not in self.names)


def names_of(written: str) -> list[str]:
    """The words of "Mrs Ivy Cole" that name her: no titles, no initials."""
    words = [word.strip(",.") for word in re.sub(TITLE, " ", written).split()]
    return [word for word in words if len(word) > 1 and word[0].isupper() and word.lower() not in NO_NAME]
