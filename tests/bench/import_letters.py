"""A thousand letters into the bank: how long, how much memory, and whether they are found by words.

    python -m tests.bench.import_letters                  # 1,000 letters through the worker, without vectors
    python -m tests.bench.import_letters --vectors        # and with the vectors that follow
    python -m tests.bench.import_letters --write FOLDER   # only write the letters

The letters are made of our own words by a fixed seed: .txt, .docx and .eml in turn, about 250 words each,
with figures, dates, names and addresses, no two alike.
"""

import argparse
import datetime as dt
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import func, select

from correspondence import bank, db, worker
from correspondence.bank import imports
from correspondence.config import sqlite_url
from correspondence.db import make_engine, migrate, migrating
from correspondence.errors import Refused
from correspondence.harvest import Told
from correspondence.intake.archive import Found
from correspondence.matching import semantic
from correspondence.models import Import, Office, Paragraph
from tests.intake.made import mail, paragraph, word

SEED = 4
NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)
FIRST_DAY = dt.date(2021, 1, 4)

PLACES = "Northmoor Saltby Quayle Thornwick Eastmere Harrowgate Pellbridge Oxley Wenbury Carrow".split()
NAMES = "Quill Fell Oakes Marsh Tarn Birch Holloway Penn Sedge Arkell Dray Loxton".split()
SUBJECTS = (
    "the ferry", "the branch line", "flood walls", "school places", "the cottage hospital", "bus fares",
    "the post office", "broadband", "the recycling centre", "pot holes", "the library", "dental care",
    "farm payments", "the lifeboat station", "street lighting", "the leisure pool", "housing repairs",
)  # fmt: skip
DOERS = (
    "The county council", "The Department for Transport", "The Environment Agency", "The health board",
    "The operator", "The Government", "The port authority", "The combined authority",
)  # fmt: skip
DEEDS = (
    "has put £{money} million into {subject} at {place} since {year}",
    "spent £{money}.{part}m on {subject} last year, {share} per cent more than the year before",
    "expects almost {count} people to use what is built for {subject} in {place} each week",
    "promised in {month} {year} that work on {subject} would begin within {weeks} weeks",
    "received more than {count} replies when it asked the people of {place} about {subject}",
    "cut the waiting list for {subject} in {place} from {count} to {fewer}",
    "will review its plans for {subject} once the Coastal Transport Bill has been passed",
    "employs {fewer} people on {subject}, two thirds of them in {place}",
)
VIEWS = (
    "I share your worry about {subject}, and I have said so in the House more than once.",
    "It cannot be right that {place} waits longer than its neighbours for {subject}.",
    "People in {place} deserve a straight answer on {subject}, and I mean to get one.",
    "None of this helps a family in {place} that needs {subject} this winter.",
    "I was glad to open the new rooms at {place} and to hear from those who work there on {subject}.",
)
ACTIONS = (
    "I have written to the Minister about {subject} and will let you know what I hear.",
    "I have asked to meet the head of {place} council to press for {subject}.",
    "I raised {subject} at {place} with the Secretary of State on {day} {month} {year}.",
)
MONTHS = "January February March April May June July August September October November December".split()


def letters(count: int, seed: int = SEED) -> Iterator[tuple[str, bytes]]:
    """The name and bytes of each letter."""
    chance = random.Random(seed)
    for number in range(count):
        day = FIRST_DAY + dt.timedelta(days=chance.randrange(1_900))
        to = f"{chance.choice(('Mr', 'Mrs', 'Ms', 'Dr'))} {chance.choice(NAMES)}"
        pieces = _letter(chance, number, to)
        yield (_as_text, _as_word, _as_mail)[number % 3](number, day, to, pieces)


def _letter(chance: random.Random, number: int, to: str) -> list[str]:
    subject = chance.choice(SUBJECTS)
    body = [f"Thank you for your letter about {subject} in {chance.choice(PLACES)} (our file {number})."]
    for _ in range(chance.randint(3, 5)):
        said = [f"{chance.choice(DOERS)} {_filled(chance, chance.choice(DEEDS), subject)}." for _ in range(2)]
        said.insert(chance.randrange(3), _filled(chance, chance.choice(VIEWS), subject))
        body.append(" ".join(said))
    body.append(f"{_filled(chance, chance.choice(ACTIONS), subject)} I hope, {to}, that this is of help.")
    if chance.random() < 0.3:
        body.insert(2, f"You told me that you live at {number} Mill Lane, {chance.choice(PLACES)} ZZ1 2ZZ.")
    return [f"Dear {to},", *body, "Yours sincerely,", "Ada Amberley MP"]


def _filled(chance: random.Random, words: str, subject: str) -> str:
    return words.format(
        subject=subject,
        place=chance.choice(PLACES),
        money=chance.randint(2, 900),
        part=chance.randint(1, 9),
        share=chance.randint(2, 60),
        count=f"{chance.randint(1_000, 90_000):,}",
        fewer=chance.randint(20, 900),
        weeks=chance.randint(2, 30),
        day=chance.randint(1, 28),
        month=chance.choice(MONTHS),
        year=chance.randint(2015, 2025),
    )


def _as_text(number: int, day: dt.date, to: str, pieces: list[str]) -> tuple[str, bytes]:
    head = [f"{to}\n{number} Mill Lane\nNorthmoor\nZZ1 2ZZ", f"{day.day} {MONTHS[day.month - 1]} {day.year}"]
    return f"letter-{number:04}.txt", "\n\n".join([*head, *pieces]).encode()


def _as_word(number: int, day: dt.date, _to: str, pieces: list[str]) -> tuple[str, bytes]:
    dated = [f"{day.day} {MONTHS[day.month - 1]} {day.year}", *pieces]
    return f"letter-{number:04}.docx", word("".join(map(paragraph, dated)))


def _as_mail(number: int, day: dt.date, _to: str, pieces: list[str]) -> tuple[str, bytes]:
    sent = f"{day.day} {MONTHS[day.month - 1][:3]} {day.year} 10:00:00 +0000"
    body = "\n\n".join(pieces)
    return f"letter-{number:04}.eml", mail(
        body, From="Ada Amberley <office@example.org>", Date=sent, Message_ID=f"<{number}@example.org>"
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--count", type=int, default=1_000)
    asked.add_argument("--vectors", action="store_true", help="wait for the vectors too")
    asked.add_argument("--write", type=Path, help="only write the letters into this folder")
    given = asked.parse_args()
    if given.write:
        given.write.mkdir(parents=True, exist_ok=True)
        for name, data in letters(given.count):
            (given.write / name).write_bytes(data)
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(sqlite_url(Path(folder) / "bench.sqlite3"), given.count, vectors=given.vectors)


def measure(url: str, count: int, *, vectors: bool) -> None:
    """Bring the letters in, look one up by its words, and say what that took."""
    engine = make_engine(url)
    with migrating(engine) as connection:
        migrate(connection)
    with db.transaction(engine) as session:
        office = Office(name="Office of Ada Amberley MP", signatory="Ada Amberley MP", created_at=NOW)
        session.add(office)
        session.flush()
        key = office.id
    begun = time.perf_counter(), time.process_time()
    with db.transaction(engine, key) as session:
        import_ = imports.begin(session, None, (Found(*letter) for letter in letters(count)), Told(), NOW)
        number = import_.id
    kept = time.perf_counter() - begun[0]
    worker.run_pending(engine, _load if vectors else _no_model, lambda: dt.datetime.now(dt.UTC))
    with db.make_session(engine, write=False, office_id=key) as session:
        far = imports.progress(session, db.one(session, Import, number))
        found = bank.ranked(session, f"our file {count // 2}")
        made = session.scalar(select(func.count(Paragraph.id)))
    say(f"{far.taken:,} in, {far.known:,} known, {far.refused:,} refused; {made:,} paragraphs")
    say(f"kept after {kept:.1f} s; all done after {time.perf_counter() - begun[0]:.1f} s")
    say(f"processor time {time.process_time() - begun[1]:.1f} s; found by words: {bool(found)}")
    say(f"memory at most {_peak_mb():.0f} MB")
    engine.dispose()


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _load() -> semantic.Encoder:
    return semantic.load()


def _no_model() -> semantic.Encoder:
    raise Refused("Vectors are not measured.")


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
