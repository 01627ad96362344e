"""Sentences of parliamentary answers, drawn by a fixed seed, to be labelled by hand.

    python -m tests.bench.figures_draw third|fourth|fifth|tuning

One JSON line a sentence: id, paragraph, start, end, set, text. A set leaves out the sentences of the first
three labelled sets and those drawn for a set above it, so no draw changes when labels come in. No figure is
looked for.
"""

import json
import random
import re
import sys
from pathlib import Path
from typing import Any

from correspondence.text import sentence_spans
from tests.conftest import MATERIAL

LABELS = Path(__file__).with_name("figures_labels.jsonl")
FIRST = {"dev", "held", "second"}
# set: seed, sentences, only those with a sign of a figure
DRAWS = {
    "third": (40_003, 200, False),
    "fourth": (40_004, 100, True),
    "fifth": (40_005, 100, True),
    "tuning": (40_009, 1_500, True),
}
SIGNS = re.compile(
    r"""\d|%|£|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty
    |seventy|eighty|ninety|hundred|thousand|million|billion|half|halved?|third|quarter|doubl\w+|dozen|percent
    |January|February|March|April|May|June|July|August|September|October|November|December
    |Spring|Summer|Autumn|Winter|spring|summer|autumn|winter|years?|months?|weeks?|days?|decades?|hours?
    |current\w*|now|today|recent\w*|latest|forthcoming|upcoming|shortly|soon|course|Parliament
    |Minister|Secretary|Chancellor|Commissioner|Ambassador|President|Attorney|Lord|Chair|Envoy|Director
    |Act|Bill)\b""",
    re.X,
)


def draw(part: str) -> list[dict[str, Any]]:
    """The sentences of one set, in the order they were drawn."""
    labelled = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    gone = {(row["id"], row["paragraph"], row["start"]) for row in labelled if row["set"] in FIRST}
    every = [row for row in _sentences() if (row["id"], row["paragraph"], row["start"]) not in gone]
    for name, (seed, size, signs) in DRAWS.items():
        pool = [row for row in every if SIGNS.search(row["text"])] if signs else every
        drawn = random.Random(seed).sample(pool, size)
        if name == part:
            return [{**row, "set": part} for row in drawn]
        ids = {id(row) for row in drawn}
        every = [row for row in every if id(row) not in ids]
    raise ValueError(part)


def _sentences() -> list[dict[str, Any]]:
    lines = (MATERIAL / "data" / "matching" / "pq.jsonl").read_text("utf-8").splitlines()
    return [
        {"id": row["id"], "paragraph": number, "start": start, "end": end, "text": text[start:end]}
        for row in map(json.loads, lines)
        for number, text in enumerate(row["paragraphs"])
        for start, end in sentence_spans(text)
    ]


if __name__ == "__main__":
    for row in draw(sys.argv[1]):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
