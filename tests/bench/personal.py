"""How many sentences on somebody's own matter the harvest finds, and how many others it takes for one.

python -m tests.bench.personal            # the sentences the rules were made on, and those held out
python -m tests.bench.personal --missed   # with those it gets wrong of the first; never of the second
"""

import sys
from pathlib import Path

from correspondence.harvest.personal import cases

HERE = Path(__file__).parent


def labelled(name: str) -> list[tuple[bool, str]]:
    """(goes, sentence) for each line of a file."""
    lines = (HERE / f"personal_{name}.txt").read_text(encoding="utf-8").splitlines()
    return [(line[0] == "+", line[2:]) for line in lines if line[:2] in ("+ ", "- ")]


def counts(name: str) -> dict[str, int]:
    """How many go, how many of them are found, how many stay, how many of those are taken for one."""
    rows = labelled(name)
    return {
        "goes": sum(goes for goes, _ in rows),
        "found": sum(goes and cases.is_case(sentence) for goes, sentence in rows),
        "stays": sum(not goes for goes, _ in rows),
        "false alarms": sum(not goes and cases.is_case(sentence) for goes, sentence in rows),
    }


def main() -> None:
    for name in ("development", "held_out"):
        sys.stdout.write(f"{name}: {counts(name)}\n")
    if "--missed" in sys.argv:
        for goes, sentence in labelled("development"):
            if cases.is_case(sentence) != goes:
                sys.stdout.write(f"{'missed' if goes else 'false alarm'}: {sentence}\n")


if __name__ == "__main__":
    main()
