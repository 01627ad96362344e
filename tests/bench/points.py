"""How well letters fall into their points: `python -m tests.bench.points [--wrong]`.

On letters whose points were marked by those who wrote them, in their own words: `pointed_letters.jsonl`, from
which the weights were learned (`fit_points.py`), and `pointed_held_out.jsonl`, from which nothing was; on
letters that speak of other people than their writers (`others_letters.jsonl`, from which only casework was
learned, and `others_held_out.jsonl`); and on `multi.jsonl`, whose letters are synthetic (two or three true
requests among chatter).

right: letters all of whose points are found, each by itself, and nothing else. asks: share of asks that stand
whole in a point. merged: share of these that share one. spurious: share of points that hold no ask. parts:
share of all the sentences of a point that stand with its ask. kind: policy or casework told rightly. cases:
share of the casework that is found and told as such. mistaken: share of policy that is told as casework.
--wrong shows the letters learned from that are not right.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from correspondence.intake.document import Document
from correspondence.models import Point
from correspondence.understanding import understand
from tests.conftest import MATERIAL

LEARNED = Path(__file__).with_name("pointed_letters.jsonl")
HELD_OUT = Path(__file__).with_name("pointed_held_out.jsonl")
OTHERS = Path(__file__).with_name("others_letters.jsonl")
OTHERS_HELD_OUT = Path(__file__).with_name("others_held_out.jsonl")

Letter = dict[str, Any]  # {"text", "points": [{"kind", "ask", "parts": [...]}]}


def letters(path: Path) -> list[Letter]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def synthetic(path: Path) -> list[Letter]:
    """The letters of `multi.jsonl`: of each point its request is all that is marked."""
    found = []
    for row in letters(path):
        asks = [gold["request"].rstrip(".")[1:] for gold in row["gold"]]
        points = [{"kind": "policy", "ask": ask, "parts": [ask]} for ask in asks]
        found.append({"text": row["email"], "points": points})
    return found


def compared(letter: Letter) -> tuple[list[Point], list[int | None]]:
    """The points found, and for each marked one the number of that which holds its ask."""
    points = understand(Document("text", letter["text"])).points
    texts = [_plain(point.text) for point in points]
    asks = [_plain(marked["ask"]) for marked in letter["points"]]
    return points, [next((at for at, text in enumerate(texts) if ask in text), None) for ask in asks]


def is_right(points: Sequence[Point], where: Sequence[int | None]) -> bool:
    return sorted(-1 if at is None else at for at in where) == list(range(len(points)))


def counted(letter: Letter) -> Counter[str]:
    points, where = compared(letter)
    found = [
        (marked, points[at]) for marked, at in zip(letter["points"], where, strict=True) if at is not None
    ]
    held = len({at for at in where if at is not None})
    return Counter(
        letters=1,
        marked=len(where),
        points=len(points),
        asks=len(found),
        merged=len(found) - held,
        spurious=len(points) - held,
        all_parts=sum(len(marked["parts"]) for marked in letter["points"]),
        parts=sum(_plain(part) in _plain(point.text) for marked, point in found for part in marked["parts"]),
        kind=sum(marked["kind"] == point.kind for marked, point in found),
        casework=sum(marked["kind"] == "casework" for marked in letter["points"]),
        cases=sum(marked["kind"] == point.kind == "casework" for marked, point in found),
        policy=sum(marked["kind"] == "policy" for marked, _ in found),
        mistaken=sum(marked["kind"] == "policy" != point.kind for marked, point in found),
        right=is_right(points, where),
    )


def measure(some: Sequence[Letter]) -> dict[str, float]:
    """The figures above; milliseconds a letter."""
    started = time.perf_counter()
    count = sum((counted(letter) for letter in some), Counter[str]())
    seconds = time.perf_counter() - started
    wholes = {
        "right": "letters",
        "asks": "marked",
        "merged": "asks",
        "spurious": "points",
        "parts": "all_parts",
        "kind": "asks",
        "cases": "casework",
        "mistaken": "policy",
    }
    shares = {name: round(count[name] / count[whole], 3) for name, whole in wholes.items() if count[whole]}
    sizes: dict[str, float] = {name: count[name] for name in ("letters", "marked", "points")}
    return sizes | shares | {"ms": round(1000 * seconds / len(some), 1)}


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).rstrip(".!?,; ")


def show_wrong() -> None:
    for letter in letters(LEARNED):
        points, where = compared(letter)
        if not is_right(points, where):
            marked = [f"  {at}: {one['ask']}" for one, at in zip(letter["points"], where, strict=True)]
            found = [f"  {point.position} {point.kind}: {point.text}" for point in points]
            sys.stdout.write(
                "\n".join(["=" * 60, letter["text"], "-- marked", *marked, "-- found", *found, ""])
            )


def main() -> None:
    if sys.argv[1:] == ["--wrong"]:
        show_wrong()
        return
    sets = {"learned from": LEARNED, "held out": HELD_OUT, "of others, held out": OTHERS_HELD_OUT}
    marked = {name: letters(file) for name, file in sets.items()}
    multi = MATERIAL / "data" / "matching" / "multi.jsonl"
    if multi.exists():
        marked["multi"] = synthetic(multi)
    for name, some in marked.items():
        sys.stdout.write(f"{name}: {json.dumps(measure(some))}\n")


if __name__ == "__main__":
    main()
