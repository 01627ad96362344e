"""The development material as letters, each with the paragraphs that are right for it, and offices to ask."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.folds import question, rows

OFFICE, SMALL_OFFICE = 1_000, 200


@dataclass(frozen=True)
class Letter:
    """A letter and the groups of paragraphs (rows of the bank) that are right for it.

    numbers: of its questions. told: the questions themselves, for what is told where the topics lie.
    """

    text: str
    groups: list[set[int]]
    numbers: tuple[str, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def right(self) -> set[int]:
        return set[int]().union(*self.groups)


@dataclass(frozen=True)
class Trial:
    """Letters asked of some rows of the bank."""

    letters: list[Letter]
    store: list[int]


def material(letters: int) -> tuple[list[str], dict[str, list[Letter]]]:
    """All paragraphs of pq, and of lay, pq and multi at most `letters` letters each."""
    official = rows("pq.jsonl")
    bank = list(dict.fromkeys(text for row in official for text in row["paragraphs"]))
    at = {text: row for row, text in enumerate(bank)}
    right = {row["id"]: {at[text] for text in row["paragraphs"]} for row in official}
    some = random.Random(1).sample(official, min(letters, len(official)))
    return bank, {
        "lay": [
            Letter(row["email"], [right[row["id"]]], (question(row["id"]),))
            for row in rows("lay.jsonl")[:letters]
        ],
        "pq": [Letter(row["request"], [right[row["id"]]], (question(row["id"]),)) for row in some],
        "multi": [
            Letter(
                row["email"],
                [{at[text] for text in gold["paragraphs"]} for gold in row["gold"]],
                tuple(question(gold["item"]) for gold in row["gold"]),
                tuple(gold["request"] for gold in row["gold"]),
            )
            for row in rows("multi.jsonl")[:letters]
        ],
    }


def trials(letters: int) -> tuple[list[str], dict[str, Trial]]:
    """One bank of all paragraphs, and every set with the rows of it that it is asked of.

    lay twice: of all paragraphs of pq, and of an office of 1,000 with the right ones of all its letters.
    letters.jsonl: of an office of its own paragraphs and as many of pq as make it 200. pq_topic: of the
    paragraphs of both files, where those under its heading are right that answered other questions.
    """
    bank, sets = material(letters)
    of_pq = list(range(len(bank)))
    at = {text: row for row, text in enumerate(bank)}
    small = rows("letters.jsonl")
    for row in [*rows("pq_topic.jsonl"), *small]:
        for text in row["paragraphs"]:
            bank += [] if text in at else [text]
            at.setdefault(text, len(bank) - 1)
    own = [Letter(row["request"], [{at[text] for text in row["paragraphs"]}]) for row in small]
    return bank, {
        "lay": Trial(sets["lay"], of_pq),
        "lay, 1,000": Trial(sets["lay"], office(sets["lay"], of_pq, OFFICE)),
        "letters, 200": Trial(own, office(own, of_pq, SMALL_OFFICE)),
        "pq": Trial(sets["pq"], of_pq),
        "pq_topic": Trial(
            _by_heading(at, letters), sorted(set(at.values()) - {r for o in own for r in o.right})
        ),
        "multi": Trial(sets["multi"], of_pq),
    }


def office(letters: Sequence[Letter], others: Sequence[int], size: int) -> list[int]:
    """The rows that are right for any of these letters, and by chance as many others as make it this size."""
    right = set[int]().union(*(letter.right for letter in letters))
    free = [row for row in others if row not in right]
    return sorted([*right, *random.Random(1).sample(free, size - len(right))])


def _by_heading(at: dict[str, int], letters: int) -> list[Letter]:
    headed = rows("pq_topic.jsonl")
    under: dict[str, list[set[int]]] = {}
    for row in headed:
        under.setdefault(row["topic"], []).append({at[text] for text in row["paragraphs"]})
    found = []
    for row in headed:
        own = {at[text] for text in row["paragraphs"]}
        right = set[int]().union(*under[row["topic"]]) - own
        if right:
            found.append(Letter(row["request"], [right], (question(row["id"]),)))
    return random.Random(1).sample(found, min(letters, len(found)))
