"""What figures measure, where the writers marked it: `python -m tests.bench.measures [--rules | --unseen]`.

`marked_measures.jsonl` holds passages in the words of ministers' letters (a), columns (b), reports (c) and
harder ones of each (d), our own; their writers never saw the rules. Of each figure the fewest words are
marked from which one knows what it is of. found: share of the marked figures. right: of these, with half of
the marked words told and half of the told words marked at the least, small words apart. The weights that
tell the measures are fitted on these very passages: --unseen fits them on the other three writers.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

from correspondence.figures import find
from correspondence.figures.finder import by_rules
from correspondence.figures.told import tell
from correspondence.matching.lexical import stems
from correspondence.models import Figure
from tests.bench import fit_told

HALF = 0.5
Finding = Callable[[str], list[Figure]]


def counted(passage: dict[str, Any], finding: Finding) -> Counter[str]:
    """The sums behind the figures above, of one passage."""
    before = f"{passage['before']} " if passage["before"] else ""
    found = [one for one in finding(before + passage["sentence"]) if one.start >= len(before)]
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


def _told_by(weights: dict[str, float], text: str) -> list[Figure]:
    figures = by_rules(text, None)
    tell(text, figures, weights)
    return figures


def findings(args: argparse.Namespace, writers: list[str]) -> dict[str, Finding]:
    """How the figures of each writer are found."""
    if args.unseen:
        return {writer: partial(_told_by, fit_told.without(writer)) for writer in writers}
    one: Finding = partial(by_rules if args.rules else find, as_of=None)
    return dict.fromkeys(writers, one)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rules", action="store_true", help="what the rules alone say")
    parser.add_argument("--unseen", action="store_true", help="with weights fitted on the other writers")
    passages = fit_told.marked()
    find_of = findings(parser.parse_args(), sorted({passage["writer"] for passage in passages}))
    counts: dict[str, Counter[str]] = {}
    for passage in passages:
        count = counted(passage, find_of[passage["writer"]])
        for name in (passage["writer"], "all"):
            counts.setdefault(name, Counter()).update(count)
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
