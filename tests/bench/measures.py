"""What figures measure, where the writers marked it: `python -m tests.bench.measures`.

`marked_measures.jsonl` holds passages in the words of ministers' letters (a), columns (b), reports (c) and
harder ones of each (d), our own; their writers never saw the rules. Of each figure the fewest words are
marked from which one knows what it is of. found: share of the marked figures. right: of these, with half of
the marked words told and half of the told words marked at the least, small words apart.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from correspondence.figures import find
from correspondence.matching.lexical import stems

MARKED = Path(__file__).with_name("marked_measures.jsonl")
HALF = 0.5


def counted(passage: dict[str, Any]) -> Counter[str]:
    """The sums behind the figures above, of one passage."""
    before = f"{passage['before']} " if passage["before"] else ""
    found = [one for one in find(before + passage["sentence"], None) if one.start >= len(before)]
    count = Counter(marked=len(passage["figures"]))
    for marked in passage["figures"]:
        figure = next(
            (one for one in found if marked["text"] in one.text or one.text in marked["text"]), None
        )
        if figure is None:
            continue
        wanted, told = set(stems(" ".join(marked["measure"]))), set(stems(f"{figure.measure} {figure.unit}"))
        both = len(wanted & told)
        right = both >= HALF * len(wanted) and both >= HALF * len(told)
        count += Counter(found=1, wanted=len(wanted), told=len(told), both=both, right=right)
    return count


def main() -> None:
    counts: dict[str, Counter[str]] = {}
    for line in MARKED.read_text("utf-8").splitlines():
        passage = json.loads(line)
        for name in (passage["writer"], "all"):
            counts.setdefault(name, Counter()).update(counted(passage))
    for name, count in sorted(counts.items()):
        shares = {
            "found": count["found"] / count["marked"],
            "right": count["right"] / count["found"],
            "marked words told": count["both"] / count["wanted"],
            "told words marked": count["both"] / count["told"],
        }
        rounded = {share: round(value, 3) for share, value in shares.items()}
        sys.stdout.write(f"{name}: {count['marked']} figures, {json.dumps(rounded)}\n")


if __name__ == "__main__":
    main()
