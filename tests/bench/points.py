"""How well letters fall into their points, on `multi.jsonl`: `python -m tests.bench.points`.

Each letter there has two or three true requests, all of known wording, among chatter. inside: share of
requests that stand whole in one point. none: share of points that hold no request. shared: share of
points that hold more than one. The letters are synthetic; what matters is read with one's own eyes.
"""

import json
import sys
import time
from collections import Counter
from pathlib import Path

from correspondence.intake.document import Document
from correspondence.understanding import understand
from tests.conftest import MATERIAL


def measure(path: Path) -> dict[str, float]:
    """The figures above for a file of letters with `email` and `gold`; milliseconds a letter."""
    count: Counter[str] = Counter()
    started = time.perf_counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        letter = json.loads(line)
        points = [_plain(point.text) for point in understand(Document("text", letter["email"])).points]
        requests = [_plain(gold["request"]).rstrip(".")[1:] for gold in letter["gold"]]
        held = [sum(request in point for request in requests) for point in points]
        count["letters"] += 1
        count["requests"] += len(requests)
        count["points"] += len(points)
        count["inside"] += sum(any(request in point for point in points) for request in requests)
        count["none"] += held.count(0)
        count["shared"] += sum(number > 1 for number in held)
        count["right_number"] += len(points) == len(requests)
    seconds = time.perf_counter() - started
    return {
        "letters": count["letters"],
        "requests_a_letter": round(count["requests"] / count["letters"], 2),
        "points_a_letter": round(count["points"] / count["letters"], 2),
        "right_number": round(count["right_number"] / count["letters"], 3),
        "inside": round(count["inside"] / count["requests"], 3),
        "none": round(count["none"] / count["points"], 3),
        "shared": round(count["shared"] / count["points"], 3),
        "ms_a_letter": round(1000 * seconds / count["letters"], 1),
    }


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(MATERIAL / "data" / "matching" / "multi.jsonl"), indent=1) + "\n")
