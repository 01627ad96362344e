"""How often a proposed Topic is the heading's: `python -m tests.bench.topics`, on official answers."""

import json

from correspondence.harvest.topics import _subjects, _subjects_of, propose
from tests.conftest import MATERIAL


def main() -> None:
    """Say how many paragraphs got a Topic, and for how many of those the first is that of the heading."""
    subjects = _subjects()
    right = wrong = none = 0
    with (MATERIAL / "data/matching/pq_topic.jsonl").open(encoding="utf-8") as file:
        answers = [json.loads(line) for line in file]
    for answer in (answer for answer in answers if answer["split"] != "test"):
        wanted = _subjects_of(answer["heading"].split(":")[0])
        fair = wanted | {subjects[name].part_of for name in wanted}
        fair |= {name for name, subject in subjects.items() if subject.part_of in wanted}
        for found in propose(answer["paragraphs"], answer["request"], list(subjects)) if wanted else ():
            right += found[:1] != [] and found[0] in fair
            wrong += found[:1] != [] and found[0] not in fair
            none += not found
    print(f"right {right}, others {wrong}, none {none}: {right / (right + wrong):.3f}")  # noqa: T201


if __name__ == "__main__":
    main()
