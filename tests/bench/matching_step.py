"""What one fresh process measures of a bank in a database, for `matching_ladder`.

python -m tests.bench.matching_step DATABASE-URL < letters.json
"""

import datetime as dt
import json
import sys
import time

BEGUN = time.perf_counter()

from correspondence import bank  # noqa: E402  the clock runs before anything is loaded
from correspondence.db import make_engine, make_session  # noqa: E402
from correspondence.intake.document import Document  # noqa: E402
from correspondence.matching import rank, semantic  # noqa: E402
from correspondence.matching.index import bank_index  # noqa: E402
from correspondence.understanding import understand  # noqa: E402

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
TYPED = ["fishing quot", "late filing penalty", "sewage", "hospital waiting ti"]


def resident_mb() -> float:
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def main() -> None:
    letters = json.load(sys.stdin)
    engine = make_engine(sys.argv[1])
    encoder = semantic.load()
    encoder.encode(["Warm."])
    before = resident_mb()
    with make_session(engine, write=False, office_id=1) as session:
        size = len(bank_index(session, encoder))
    start_s = time.perf_counter() - BEGUN
    times = []
    for letter in letters:
        begun = time.perf_counter()
        with make_session(engine, write=False, office_id=1) as session:
            message = understand(Document("text", letter))
            rank.find(message.points, message.body, bank_index(session, encoder), encoder, NOW.date())
        times.append(1000 * (time.perf_counter() - begun))
    after = resident_mb()
    typed = []
    for words in TYPED:
        begun = time.perf_counter()
        with make_session(engine, write=False, office_id=1) as session:
            bank_index(session, encoder).search(words, encoder)
        typed.append(1000 * (time.perf_counter() - begun))
    added = [add(engine, number) for number in range(10)]
    found = {"size": size, "start_s": start_s, "ms": times, "rss_mb": after, "index_mb": after - before}
    found |= {"add_ms": max(added), "search_ms": max(typed)}
    sys.stdout.write(json.dumps(found))


def add(engine: object, number: int) -> float:
    """Milliseconds from adding a paragraph until it is found by its words, committed."""
    word = f"zyx{time.time_ns()}q{number}"
    begun = time.perf_counter()
    with make_session(engine, write=True, office_id=1) as session:  # type: ignore[arg-type]
        paragraph = bank.add(session, None, f"Nobody but {word} knows of this.", NOW)
        session.commit()
        key = paragraph.id
    with make_session(engine, write=False, office_id=1) as session:  # type: ignore[arg-type]
        if bank_index(session, semantic.load()).search(word) != [key]:
            raise SystemExit("What was added was not found.")
    return 1000 * (time.perf_counter() - begun)


if __name__ == "__main__":
    main()
