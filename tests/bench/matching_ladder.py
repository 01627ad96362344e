"""The speed of matching from a thousand paragraphs to a million, in a real database, by the product's path.

    python -m tests.bench.matching_ladder --folder SCRATCH --kept FOLDER [--sizes N...] [--database URL]

Each size is a new database: SQLite files in SCRATCH, or the empty PostgreSQL at URL. Texts and vectors of the
first 10,965 paragraphs are real; further ones are spliced of two real ones each. Prints a table for
docs/matching.md, and beside it bm25s, SQLite FTS5 and brute-force numpy over the same texts and vectors.
"""

import argparse
import datetime as dt
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import Engine, insert, text

from correspondence import jobs, worker
from correspondence.config import sqlite_url
from correspondence.db import make_engine, migrate, migrating, transaction
from correspondence.matching import semantic
from correspondence.matching.head import Vectors, unit
from correspondence.models import Base, Office, Paragraph, Version
from tests.bench.kept import KeptEncoder
from tests.bench.material import material
from tests.bench.off_the_shelf import fts5, off_the_shelf

NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
AT_ONCE = 20_000
LETTERS = (100, 260)  # words of the everyday letters taken
COLUMNS = 10
Bank = Iterator[tuple[str, Vectors]]


def spliced(texts: list[str], vectors: Vectors, count: int) -> Bank:
    """`count` texts with their vectors: real ones, then the first half of one with the second of another."""
    choose = random.Random(7)
    noise = np.random.default_rng(7)
    yield from zip(texts[:count], vectors, strict=False)
    words = [each.split() for each in texts]
    for number in range(len(texts), count):
        first, second = choose.randrange(len(texts)), choose.randrange(len(texts))
        begun, ended = words[first], words[second]
        spliced_text = " ".join([*begun[: len(begun) // 2], f"ref{number}", *ended[len(ended) // 2 :]])
        between = vectors[first] + vectors[second] + noise.normal(0, 0.02, len(vectors[first]))
        yield spliced_text, unit(between.astype(np.float32))


def fill(engine: Engine, bank: Bank) -> None:
    """A new database with one office and this bank, approved and with vectors."""
    with migrating(engine) as connection:
        migrate(connection)
    with engine.execution_options(write=True).begin() as connection:
        connection.execute(insert(Office), [{"name": "Ladder", "edition": 1, "created_at": NOW}])
    rows: list[tuple[int, str, bytes]] = []
    for number, (told, vector) in enumerate(bank, 1):
        rows.append((number, told, vector.tobytes()))
        if len(rows) == AT_ONCE:
            store(engine, rows)
            rows = []
    store(engine, rows)
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            for table in ("paragraph", "version", "office"):
                connection.execute(
                    text(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")  # noqa: S608
                )
        else:
            connection.execute(text("ANALYZE"))


def store(engine: Engine, rows: list[tuple[int, str, bytes]]) -> None:
    if not rows:
        return
    shared = {"office_id": 1, "created_at": NOW}
    with engine.execution_options(write=True).begin() as connection:
        connection.execute(
            insert(Paragraph),
            [{"id": key, "state": "approved", "edition": 1, **shared} for key, _, _ in rows],
        )
        connection.execute(
            insert(Version),
            [
                {"id": key, "paragraph_id": key, "text": told, "vector": vector, **shared}
                | {"vector_model": semantic.SHIPPED}
                for key, told, vector in rows
            ],
        )


def settle(engine: Engine) -> float:
    """Seconds that the worker needs with a bank that came in at once."""
    begun = time.perf_counter()
    with transaction(engine, 1) as session:
        jobs.add(session, "encode", NOW)
    failed = worker.run_pending(engine, semantic.load, lambda: NOW)
    if failed:
        raise SystemExit(failed[0])
    return time.perf_counter() - begun


def started(url: str, letters: list[str], kept: Path) -> dict[str, Any]:
    """What a fresh process measures (`tests.bench.matching_step`)."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.bench.matching_step", url],
        input=json.dumps(letters),
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        raise SystemExit(ran.stderr)
    (kept / "last-step.json").write_text(ran.stdout)
    return dict(json.loads(ran.stdout))


def beside(bank: list[tuple[str, Vectors]], letters: list[str], vectors: Vectors) -> Iterator[str]:
    """A line for each of the methods off the shelf, on one core each as they come."""
    texts = [told for told, _ in bank]
    for name, make in (("bm25s", off_the_shelf), ("SQLite FTS5", fts5)):
        begun = time.perf_counter()
        search = make(texts)
        built = time.perf_counter() - begun
        yield line(name, len(texts), [timed(search, letter) for letter in letters], f"{built:.1f}")
        del search
    matrix = np.array([vector for _, vector in bank])
    times = [timed(lambda vector: np.argsort(-(matrix @ vector))[:10], vector) for vector in vectors]
    yield line("numpy, all cosines", len(texts), times, "")


def timed(call: Callable[[Any], Any], given: Any) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    call(given)
    return 1000 * (time.perf_counter() - begun)


def line(name: str, size: int, times: list[float], *rest: str) -> str:
    p50, p95 = np.percentile(times, [50, 95])
    cells = [name, f"{size:,}", f"{p50:.0f}", f"{p95:.0f}", *rest]
    return "| " + " | ".join(cells + [""] * (COLUMNS - len(cells))) + " |"


def step(given: argparse.Namespace, size: int, real: tuple[list[str], Vectors], letters: list[str]) -> str:
    """Build one size, and measure it."""
    database = given.folder / f"ladder-{size}.sqlite3"
    url = given.database or sqlite_url(database)
    engine = make_engine(url)
    try:
        if given.database or not database.exists():
            fill(engine, spliced(*real, size))
        built = settle(engine)
    finally:
        engine.dispose()
    found = started(url, letters, given.folder)
    if given.database:
        clear(given.database)
    elif size > given.keep:
        database.unlink()
    return line(
        "**ours**" + (", PostgreSQL" if given.database else ""), size, found["ms"],
        f"{built:.1f}", f"{found['start_s']:.1f}", f"{found['rss_mb']:,.0f}", f"{found['index_mb']:,.0f}",
        f"{found['add_ms']:.0f}", f"{found['search_ms']:.0f}",
    )  # fmt: skip


def clear(url: str) -> None:
    engine = make_engine(url)
    with engine.begin() as connection:
        Base.metadata.drop_all(connection)
        connection.execute(text("DROP TABLE IF EXISTS alembic_version"))
    engine.dispose()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--folder", type=Path, required=True, help="for the databases; 6 GB for a million")
    options.add_argument("--kept", type=Path, required=True, help="a folder for vectors, outside the project")
    options.add_argument("--sizes", type=int, nargs="+", default=[1_000, 2_000, 10_000, 100_000, 1_000_000])
    options.add_argument("--database", default="", help="an empty PostgreSQL instead of SQLite files")
    options.add_argument("--keep", type=int, default=0, help="keep databases up to this size")
    options.add_argument("--alone", action="store_true", help="without the methods off the shelf")
    given = options.parse_args()
    given.folder.mkdir(exist_ok=True)
    texts, sets = material(200)
    encoder = KeptEncoder(given.kept / "vectors.npz", semantic.THREADS)
    vectors = encoder.encode(texts)
    letters = [each.text for each in sets["lay"] if LETTERS[0] <= len(each.text.split()) <= LETTERS[1]]
    say = print
    say(
        f"{len(letters)} everyday letters of {np.mean([len(each.split()) for each in letters]):.0f} words; "
        f"load at the start {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n"
    )
    say("| method | paragraphs | p50 ms | p95 ms | build s | start s | RSS MB | index | add ms | typed ms |")
    say("|" + " --- |" * COLUMNS)
    for size in given.sizes:
        say(step(given, size, (texts, vectors), letters), flush=True)
        if not given.alone:
            for told in beside(list(spliced(texts, vectors, size)), letters, encoder.encode(letters)):
                say(told, flush=True)
    if shutil.disk_usage(given.folder).free < 1e9:
        say("The disk is nearly full.")


if __name__ == "__main__":
    main()
