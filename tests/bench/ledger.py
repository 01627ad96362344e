"""The ledger over a large bank: processor time of a page, of each filter and of the places of a value.

    python -m tests.bench.ledger [--paragraphs 10000] [--url DATABASE]
    python -m tests.bench.ledger --pairs

The bank is made up: two figures a paragraph, a tenth of them measured by several. `--pairs` lists, from
the development material, the pairs with one key and two values, by ids and offsets alone, and how many of
them measure the same by the judgement of a person, which ledger_pairs.jsonl holds.
"""

import argparse
import datetime as dt
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from correspondence import db
from correspondence.bank import ledger, new_value
from correspondence.config import sqlite_url
from correspondence.db import make_engine, migrate, migrating
from correspondence.figures import find
from correspondence.models import Figure, Office, Paragraph, Topic, Version
from tests.bench.folds import rows
from tests.conftest import NOW, TODAY

THINGS = [
    f"{a} {b}" for a in ("sea", "river", "harbour", "moor") for b in ("walls", "piers", "ferries", "tolls")
]
JUDGED = Path(__file__).with_name("ledger_pairs.jsonl")
PAGE = 40
Pair = tuple[str, int, int, str, int, int]  # id, paragraph, offset of the one, and of the other


def fill(session: Session, count: int) -> None:
    """An office with `count` paragraphs of one or two Versions, 25 topics, and figures of six years."""
    chance = random.Random(4)
    office = Office(name="o", mp_name="o", signatory="o", created_at=NOW)
    session.add(office)
    session.flush()
    db.enter(session, office.id)
    topics = [Topic(name=f"Topic {number}") for number in range(25)]
    for number in range(count):
        thing = chance.choice(THINGS) if chance.random() < 0.1 else f"the works at dock {number}n"
        text = f"We put £{chance.randint(2, 90)}m into {thing} of the shire."
        text += f" Some {chance.randint(20, 999)} boats came to dock {number}n of the shire."
        day = dt.date(2020, 1, 1) + dt.timedelta(chance.randint(0, 2200)) if chance.random() < 0.9 else None
        versions = [
            Version(number=place + 1, text=text, date=day, created_at=NOW, figures=find(text, day))
            for place in range(1 + (number % 5 == 0))
        ]
        session.add(
            Paragraph(
                title=f"Paragraph {number}", state="approved", versions=versions, created_at=NOW,
                topics=[chance.choice(topics)],
            )
        )  # fmt: skip
    session.flush()


def spent(do: Callable[[], Any]) -> float:
    """The least processor time of five runs, in seconds; a database server's is not in it."""
    times = []
    for _ in range(5):
        start = time.process_time()
        do()
        times.append(time.process_time() - start)
    return round(min(times), 3)


def page(engine: Engine, asked: ledger.Asked) -> int:
    """What the page does: count, read one page of entries, and their uses."""
    with db.make_session(engine, write=False, office_id=1) as session:
        names = ledger.entries(session, asked)
        total = session.scalar(select(func.count()).select_from(names.order_by(None).subquery())) or 0
        listed = ledger.load(session, list(session.scalars(names.limit(PAGE))))
        ledger.uses(session, [figure.version.paragraph_id for entry in listed for figure in entry.figures])
        return total


def places(engine: Engine) -> int:
    """What the page of a new value does for a value that many say."""
    with db.make_session(engine, write=False, office_id=1) as session:
        figure = session.scalars(db.mine(session, Figure).where(Figure.kind == "money")).first()
        return len(new_value.places(session, figure)) if figure else 0


def measure(url: str, count: int) -> dict[str, Any]:
    """Seconds of processor time, by what is asked."""
    engine = make_engine(url)
    with migrating(engine) as connection:
        migrate(connection)
    with db.make_session(engine, write=True) as session:
        fill(session, count)
        session.commit()
    asked = {
        "all": ledger.ALL,
        "money": ledger.Asked(kind="money"),
        "topic": ledger.Asked(topic="Topic 7"),
        "words": ledger.Asked(words="harbour £4"),
        "disagreeing": ledger.Asked(disagreeing=True),
        "old": ledger.Asked(old_on=TODAY),
    }
    taken = {name: [page(engine, each), spent(partial(page, engine, each))] for name, each in asked.items()}
    return {
        "paragraphs": count,
        "measures and seconds": {**taken, "places": [places(engine), spent(partial(places, engine))]},
    }


def pairs() -> list[Pair]:
    """The pairs of figures of two answers that have one key and two values."""
    found: dict[str, list[tuple[str, int, int, object]]] = {}
    seen: set[str] = set()
    for row in [*rows("pq.jsonl"), *rows("pq_topic.jsonl")]:
        for place, text in enumerate(row["paragraphs"]):
            if text in seen:
                continue
            seen.add(text)
            for figure in find(text, None):
                if figure.key:
                    found.setdefault(figure.key, []).append((row["id"], place, figure.start, figure.value))
    return [
        (*one[:3], *other[:3])
        for said in found.values()
        for one, other in combinations(said, 2)
        if one[3] != other[3] and one[0] != other[0]
    ]


def precision() -> dict[str, Any]:
    """How many of the pairs measure the same; `unjudged` are new and wait for somebody to look."""
    lines = [json.loads(line) for line in JUDGED.read_text("utf-8").splitlines()]
    known = {tuple(line["pair"]): line["same"] for line in lines}
    found = pairs()
    return {
        "pairs": len(found),
        "same": sum(known.get(pair, False) for pair in found),
        "unjudged": [pair for pair in found if pair not in known],
    }


def main() -> None:
    """Print the times, or the pairs, as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--paragraphs", type=int, default=10_000)
    parser.add_argument("--url", default="")
    parser.add_argument("--pairs", action="store_true")
    args = parser.parse_args()
    if args.pairs:
        answer: Any = precision()
    else:
        with tempfile.TemporaryDirectory() as folder:
            answer = measure(args.url or sqlite_url(Path(folder) / "ledger.sqlite3"), args.paragraphs)
    sys.stdout.write(json.dumps(answer, indent=1) + "\n")


if __name__ == "__main__":
    main()
