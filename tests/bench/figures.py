"""Precision and recall of Figures on hand-labelled sentences of parliamentary answers.

    python -m tests.bench.figures [--set NAME] [--measures] [--show]

The labels (figures_labels.jsonl) hold ids, offsets, kinds and values, not the text. Rule: docs/figures.md.
figures_draw.py draws the sentences.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from correspondence.figures import find
from correspondence.models import Figure
from correspondence.text import words
from tests.conftest import MATERIAL

LABELS = Path(__file__).with_name("figures_labels.jsonl")
SETS = ("dev", "held", "second", "third", "fourth", "fifth")
Row = dict[str, Any]


def sentences(part: str) -> list[tuple[str, list[Row]]]:
    """(sentence, labels) of one of the SETS; the text comes from the material."""
    wanted = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    wanted = [row for row in wanted if row["set"] == part]
    ids = {row["id"] for row in wanted}
    texts: dict[str, list[str]] = {}
    for name in ("pq.jsonl", "pq_topic.jsonl"):
        for line in (MATERIAL / "data" / "matching" / name).read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["id"] in ids:
                texts[row["id"]] = row["paragraphs"]
    return [(texts[row["id"]][row["paragraph"]][row["start"] : row["end"]], row["figures"]) for row in wanted]


def is_same(found: Figure, label: Row) -> bool:
    """Equal kind (a relative length may be a period), an equal value, and cores that overlap by .6; or the
    found one lies between the core and the label's largest right span."""
    kinds = {found.kind, label["kind"]}
    if len(kinds) > 1 and (kinds != {"period", "relative_time"} or label["value"] is None):
        return False
    shared = min(found.end, label["end"]) - max(found.start, label["start"])
    longest = max(found.end - found.start, label["end"] - label["start"])
    low, high = label.get("wide", (label["start"], label["end"]))
    between = low <= found.start <= label["start"] and label["end"] <= found.end <= high
    return (between or shared >= 0.6 * longest) and _equal(found, label)


def _equal(found: Figure, label: Row) -> bool:
    if label["value"] is None or found.value == label["value"]:
        return True
    return found.value in (label.get("also") or [])


def score(part: str, show: bool = False) -> dict[str, Any]:
    """{"precision", "recall", "found", "labelled", "by_kind"} over one part of the labels."""
    right: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for text, labels in sentences(part):
        left = list(labels)
        for found in find(text, None):
            label = next((label for label in left if is_same(found, label)), None)
            if label is None:
                wrong[found.kind] += 1
                if show:
                    sys.stderr.write(f"wrong  {found.kind} {found.text!r} {found.value} in {text}\n")
                continue
            left.remove(label)
            right[found.kind] += not label.get("optional")
        for label in (label for label in left if not label.get("optional")):
            missed[label["kind"]] += 1
            if show:
                core = text[label["start"] : label["end"]]
                sys.stderr.write(f"missed {label['kind']} {core!r} {label['value']} in {text}\n")
    return _summary(right, missed, wrong)


def _summary(right: Counter[str], missed: Counter[str], wrong: Counter[str]) -> dict[str, Any]:
    found, labelled = right.total() + wrong.total(), right.total() + missed.total()
    return {
        "precision": round(right.total() / max(1, found), 3),
        "recall": round(right.total() / max(1, labelled), 3),
        "found": found,
        "labelled": labelled,
        "by_kind": {
            kind: {"right": right[kind], "missed": missed[kind], "wrong": wrong[kind]}
            for kind in sorted({*right, *missed, *wrong})
        },
    }


def measures(part: str, show: bool = False) -> dict[str, int]:
    """Of the figures found that have a measure labelled: right if all words of the label stand in the measure
    found, partly if some do."""
    count = {"right": 0, "partly": 0, "wrong": 0}
    for text, labels in sentences(part):
        founds = find(text, None)
        for label in (label for label in labels if "measure" in label):
            found = next((found for found in founds if is_same(found, label)), None)
            if found is None:
                continue
            wanted = set(words(text[slice(*label["measure"])].lower()))
            there = wanted & set(words(found.measure.lower()))
            verdict = "right" if there == wanted else "partly" if there else "wrong"
            count[verdict] += 1
            if show and verdict != "right":
                sys.stderr.write(
                    f"{verdict} {found.text!r}: {found.measure!r}, not {sorted(wanted)} in {text}\n"
                )
    return count


def main() -> None:
    """Print the score of one part as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=SETS, default="third")
    parser.add_argument("--show", action="store_true", help="what was missed or wrong, on stderr")
    parser.add_argument("--measures", action="store_true", help="what the figures measure, instead")
    args = parser.parse_args()
    result = measures(args.set, args.show) if args.measures else score(args.set, args.show)
    sys.stdout.write(json.dumps(result, indent=1) + "\n")


if __name__ == "__main__":
    main()
