"""The development material in five parts, so that what is trained on four can be tried on the fifth.

What could give an answer away stays together: a question in every file it is in, all questions with the same
heading or an identical paragraph, and all questions of one mixed letter.
"""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.conftest import MATERIAL

FOLDS = 5
EVERYDAY = Path(__file__).with_name("everyday_letters.jsonl")


def rows(name: str) -> list[dict[str, Any]]:
    """The lines of a file of the material."""
    with (MATERIAL / "data/matching" / name).open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def everyday_letters() -> list[dict[str, Any]]:
    """Our letters in everyday words, {"id", "text"}: each for the row of `pq` or `pq_topic` of this id."""
    with EVERYDAY.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def question(row_id: str) -> str:
    """The number of the question that a row of `pq`, `pq_topic`, `lay` or of a mixed letter is from."""
    return row_id.split("-")[1]


class Folds:
    """Which questions belong together, and which fold they are in."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}
        for row in rows("pq.jsonl") + rows("pq_topic.jsonl"):
            heading = [f"heading {row['topic']}"] if "topic" in row else []
            self._join([question(row["id"]), *heading, *(f"text {text}" for text in row["paragraphs"])])
        for row in rows("multi.jsonl"):
            self._join(question(gold["item"]) for gold in row["gold"])

    def together(self, number: str) -> str:
        """The same name for all questions that belong together."""
        while (parent := self._parents.get(number, number)) != number:
            number = parent
        return number

    def fold(self, number: str) -> int:
        """0 to 4, for the number of a question."""
        return int(hashlib.sha256(self.together(number).encode()).hexdigest(), 16) % FOLDS

    def _join(self, names: Iterable[str]) -> None:
        """All under the least of their names, so that the order of the files does not count."""
        found = sorted({self.together(name) for name in names})
        for name in found[1:]:
            self._parents[name] = found[0]
