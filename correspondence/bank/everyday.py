"""The office's everyday words: the list that is shipped, with the office's own changes over it."""

import csv
import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy.orm import Session

from correspondence import audit
from correspondence.db import mine
from correspondence.errors import NotFound, Refused
from correspondence.intake.charset import decode
from correspondence.matching.everyday import Everyday, Key, Row, key, phrases, shipped
from correspondence.matching.index import touch
from correspondence.models import EverydayWord, User
from correspondence.text import one_line

LONGEST_SAID, LONGEST_MEANS = 80, 200  # characters
MOST = 5_000  # entries of an office's own
WHOSE = ("shipped", "added", "changed", "out")


@dataclass(frozen=True)
class Listed:
    """An entry as the office sees it.

    whose: shipped with the program; added or changed by the office; out, when the office took it out.
    means: of one taken out, what it means where it is shipped.
    """

    said: str
    means: str
    whose: str


def everyday_of(session: Session) -> Everyday:
    """The office's list as it stands in this transaction, ready to be found in letters."""
    return _known(_changes(session))[1]


def listed(session: Session, words: str = "", whose: str = "") -> list[Listed]:
    """The office's entries by what is said, those taken out too; only those with all these words in them."""
    wanted = one_line(words).casefold().split()
    return [
        entry
        for entry in _known(_changes(session))[0]
        if entry.whose == (whose or entry.whose)
        and all(word in f"{entry.said} {entry.means}".casefold() for word in wanted)
    ]


def add(session: Session, user: User | None, said: str, means: str, now: dt.datetime) -> None:
    """A new entry. Refused where the list has one for the same words."""
    changing = _Changing(session, user, now)
    row = _checked(said, means)
    there = changing.entry(said)
    if there is not None and there.whose != "out":
        raise Refused(f"“{there.said}” is in the list already.", about="said")
    changing.put("add", *row)


def change(session: Session, user: User | None, said: str, means: str, now: dt.datetime) -> None:
    """Let an entry of the list mean something else."""
    changing = _Changing(session, user, now)
    changing.put("change", *_checked(changing.there(said).said, means))


def take_out(session: Session, user: User | None, said: str, now: dt.datetime) -> None:
    """Count an entry no longer. One that is shipped stays to be put back; the office's own goes."""
    changing = _Changing(session, user, now)
    changing.put("take out", changing.there(said).said, "")


def put_back(session: Session, user: User | None, said: str, now: dt.datetime) -> None:
    """Let a shipped entry be as it is shipped."""
    changing = _Changing(session, user, now)
    there = changing.there(said)
    if key(there.said) not in _shipped():
        raise Refused(f"“{there.said}” is your own. Change it, or take it out.")
    changing.put("put back", there.said, _shipped()[key(there.said)][1])


def as_csv(session: Session) -> bytes:
    """The list as it stands, as CSV that spreadsheets read; what was taken out has an empty meaning."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(("said", "means"))
    writer.writerows((entry.said, "" if entry.whose == "out" else entry.means) for entry in listed(session))
    return file.getvalue().encode("utf-8-sig")


def bring_in(session: Session, user: User | None, data: bytes, now: dt.datetime) -> int:
    """Add and change entries from a CSV file, and take out those with an empty meaning; how many changed.

    Refused, with the line, where one row is wrong; then nothing is changed.
    """
    changing = _Changing(session, user, now)
    rows: dict[Key, Row] = {}
    for line, said, means in _rows(data):
        try:
            row = _checked(said, means) if means.strip() else (_checked(said, "nothing")[0], "")
        except Refused as refusal:
            raise Refused(f"Line {line}: {refusal}") from None
        if rows.setdefault(key(said), row) is not row:
            raise Refused(f"Line {line}: “{row[0]}” stands in the file twice.")
    return sum(changing.put("bring in", *row) for row in rows.values())


class _Changing:
    """A change of the list that begins: others wait for its end, and what matching knows is read again."""

    def __init__(self, session: Session, user: User | None, now: dt.datetime) -> None:
        touch(session, ())
        self._session, self._user, self._now = session, user, now
        self._own = {key(row.said): row for row in session.scalars(mine(session, EverydayWord))}
        self._listed = {key(entry.said): entry for entry in listed(session)}

    def entry(self, said: str) -> Listed | None:
        return self._listed.get(key(one_line(said)))

    def there(self, said: str) -> Listed:
        entry = self.entry(said)
        if entry is None:
            raise NotFound("There is no such entry in the list.")
        return entry

    def put(self, act: str, said: str, means: str) -> bool:
        """Let `said` mean this, "" for nothing; whether that is new. What is as shipped needs no row."""
        row = self._own.get(key(said))
        unchanged = _shipped().get(key(said), (said, ""))
        if means == (row.means if row else unchanged[1]):
            return False
        if row is None:
            if len(self._own) >= MOST:
                raise Refused(f"An office can have {MOST:,} entries of its own. Take some out.")
            row = self._own[key(said)] = EverydayWord(
                office_id=self._session.info["office_id"], said=unchanged[0], means=means
            )
            self._session.add(row)
        row.means = means
        audit.record(self._session, self._user, act, row, self._now)
        if means == unchanged[1]:
            self._session.delete(row)
            del self._own[key(said)]
        self._session.flush()
        return True


@lru_cache(maxsize=1)
def _shipped() -> dict[Key, Row]:
    return {key(said): (said, means) for said, means in shipped()}


def _changes(session: Session) -> tuple[Row, ...]:
    """The office's own rows."""
    query = mine(session, EverydayWord).with_only_columns(EverydayWord.said, EverydayWord.means)
    return tuple((row[0], row[1]) for row in session.execute(query.order_by(EverydayWord.said)))


@lru_cache(maxsize=16)  # offices at work in a process; each takes about 2 MB
def _known(changes: tuple[Row, ...]) -> tuple[tuple[Listed, ...], Everyday]:
    """The list with these changes, by what is said, and the same to find in letters."""
    entries = {found: Listed(said, means, "shipped") for found, (said, means) in _shipped().items()}
    for said, means in changes:
        there = entries.get(key(said))
        if means:
            entries[key(said)] = Listed(said, means, "changed" if there else "added")
        elif there:
            entries[key(said)] = Listed(there.said, there.means, "out")
    by_words = sorted(entries.values(), key=lambda entry: (entry.said.casefold(), entry.said))
    return tuple(by_words), Everyday((entry.said, entry.means) for entry in by_words if entry.whose != "out")


def _checked(said: str, means: str) -> Row:
    """A row as it is stored. A spreadsheet takes what begins with one of =+-@ for a formula."""
    said = one_line(said, 2 * LONGEST_MEANS).lstrip("=+-@ ")
    means = "; ".join(phrases(one_line(means, 2 * LONGEST_MEANS))).lstrip("=+-@ ")
    if not said:
        raise Refused("Give the words that people use.", about="said")
    if not means:
        raise Refused("Say what it means in official words.", about="means")
    if len(said) > LONGEST_SAID:
        raise Refused(f"What is said can have {LONGEST_SAID} characters at most.", about="said")
    if len(means) > LONGEST_MEANS:
        raise Refused(f"What it means can have {LONGEST_MEANS} characters at most.", about="means")
    if not key(said):
        raise Refused(f"“{said}” tells nothing by itself. Add a word that does.", about="said")
    return said, means


def _rows(data: bytes) -> Iterator[tuple[int, str, str]]:
    """(line, said, means) of a CSV file, without its heading and empty rows."""
    text = decode(data)[0].removeprefix("\ufeff")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for row in reader:
            cells = [*row, ""] if len(row) == 1 else row
            if not any(map(str.strip, row)) or [cell.strip().lower() for cell in cells] == ["said", "means"]:
                continue
            if len(cells) != 2:
                raise Refused(f"Line {reader.line_num}: give two columns, what is said and what it means.")
            yield reader.line_num, cells[0], cells[1]
    except csv.Error:
        raise Refused(f"Line {reader.line_num} cannot be read as CSV.") from None
