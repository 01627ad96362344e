"""What texts say of public life, and when it was so: who held a Post, how far a Bill came, who governed."""

import csv
import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

FILES = {"post": "posts.csv", "bill": "bills.csv", "government": "governments.csv"}
# Up to when what is shipped was looked up; later changes are the office's to add.
CHECKED = {
    "post": dt.date(2025, 12, 31),
    "bill": dt.date(2026, 5, 31),
    "government": dt.date(2025, 12, 31),
}
# How far a Bill can come, in order. The last three end its way.
STAGES = (
    "announced",
    "introduced",
    "second reading",
    "committee stage",
    "report stage",
    "third reading",
    "Royal Assent",
    "withdrawn",
    "fell",
)
ENDED = ("Royal Assent", "withdrawn", "fell")
_TITLES = frozenset(
    "the rt right hon honourable mr mrs ms miss dr sir dame lord lady baroness mp kc qc".split()
)
_WHOSE = re.compile(r".*'s|.*s'|draft|new|government|uk|labour|conservative|coalition")


@dataclass(frozen=True)
class Row:
    """Something that was so from a day on. about: post, bill or government.

    name: of the Post or Bill, with other names for it behind semicolons; of a government its head. said: the
    holder, the stage reached or the governing parties. ends: the first day it is no longer so, None where it
    still is. source: where that can be checked.
    """

    about: str
    name: str
    said: str
    begins: dt.date
    ends: dt.date | None
    source: str

    @property
    def key(self) -> str:
        """What tells a shipped row from all others."""
        return f"{self.about}: {self.title}, {self.said}, {self.begins}"

    @property
    def title(self) -> str:
        """The name without the other names for it."""
        return self.name.partition(";")[0].strip()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(map(plain, filter(str.strip, self.name.split(";"))))


class World:
    """Dated rows, made ready to be asked of."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._rows = sorted(rows, key=lambda row: (row.begins, row.said))

    @cached_property
    def governments(self) -> list[Row]:
        """Oldest first."""
        return [row for row in self._rows if row.about == "government"]

    def post(self, name: str) -> Sequence[Row]:
        """Who held the Post of this name, oldest first; nobody where it is not known."""
        return self._by_name["post"].get(plain(name), ())

    def holder(self, post: str, named: str) -> tuple[str, str]:
        """A Post and who is named as its holder, also where the words for the Post ran on into the name."""
        words = post.split()
        for end in range(len(words), 0, -1):
            name, rest = " ".join(words[:end]), " ".join(words[end:])
            if self.post(name) and (not rest or rest[0].isupper()):
                return name, rest or named
        return post, named

    def bill(self, name: str) -> Sequence[Row]:
        """The stages of the Bill of this name, oldest first; whose it is may stand before its name."""
        known, words = self._by_name["bill"], plain(name).split()
        while words and " ".join(words) not in known and _WHOSE.fullmatch(words[0]):
            del words[0]
        return known.get(" ".join(words), ())

    def left(self, row: Row) -> dt.date | None:
        """The first day on which a holder held a Post no longer; at the latest, when the next one began."""
        later = [other.begins for other in self.post(row.title) if other.begins > row.begins]
        return row.ends or min(later, default=None)

    def followed(self, row: Row) -> dt.date | None:
        """The first day of the government after this one."""
        return min((other.begins for other in self.governments if other.begins > row.begins), default=None)

    @cached_property
    def _by_name(self) -> dict[str, dict[str, list[Row]]]:
        """By what a row is about and each name: all rows that have the name, or another name with it."""
        found: dict[str, dict[str, list[Row]]] = {about: {} for about in FILES}
        for row in self._rows:
            by_name = found[row.about]
            together = {id(rows): rows for name in row.names if (rows := by_name.get(name))}
            joined = [*(other for rows in together.values() for other in rows), row]
            joined.sort(key=lambda other: (other.begins, other.said))
            for name in {name for other in joined for name in other.names}:
                by_name[name] = joined
        return found


@cache
def shipped() -> tuple[Row, ...]:
    """The rows that come with the program."""
    return tuple(row for about in FILES for row in _read(about))


def plain(name: str) -> str:
    """The name of a Post or Bill as it is compared: without capitals, articles, year and curly marks."""
    low = " ".join(name.replace("’", "'").casefold().split())
    return re.sub(r"^(?:the )?(?:draft )?|,? \d{4}$", "", low)


def is_named(holder: str, name: str) -> bool:
    """Whether `name`, as a letter has it, can be this holder: the surname, and no other first name.

    Other names of a holder stand behind semicolons.
    """
    return any(_is_one(one, name) for one in holder.split(";"))


def _is_one(holder: str, name: str) -> bool:
    full, said = _words(holder), _words(name)
    if not full or not said or full[-1] != said[-1]:
        return False
    return len(said) == 1 or len(full) == 1 or full[0].startswith(said[0]) or said[0].startswith(full[0])


def _words(name: str) -> list[str]:
    words = re.findall(r"[^\W\d_][^\s,.;]*", name.replace("’", "'").casefold())
    return [word for word in words if word not in _TITLES]


def _read(about: str) -> list[Row]:
    with Path(__file__).with_name(FILES[about]).open(encoding="utf-8", newline="") as file:
        return [
            Row(
                about,
                row["name"],
                row["said"],
                dt.date.fromisoformat(row["begins"]),
                dt.date.fromisoformat(row["ends"]) if row["ends"] else None,
                row["source"],
            )
            for row in csv.DictReader(file)
        ]
