"""A program to be killed: does one kind of act in a loop and says so on stdout after each commit.

It loads everything once, then forks for each life that is to end, so that dying often takes little time.
In: a line with an act and the first number to use. Out: "born PID", "did NUMBER"..., "dead".
"""

import datetime as dt
import itertools
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session, configure_mappers

from correspondence import bank, db, desk, worker
from correspondence.db import make_engine
from correspondence.errors import Refused
from correspondence.harvest import Told
from correspondence.matching.semantic import Encoder
from correspondence.models import Block, Draft
from tests.conftest import NOW, TODAY


def letter(number: int) -> bytes:
    """A reply letter like no other, of three paragraphs between its courtesies."""
    said = [f"Thank you for your letter number {number} about the ferry at Northmoor quay."]
    said += [
        f"The county spent £{number + topic} million on harbour repair {topic} in 2019."
        for topic in (1, 2, 3)
    ]
    return "\n\n".join(["Dear Mrs Amberley,", *said, "Yours sincerely,", "Ada Amberley MP"]).encode()


def import_letter(session: Session, number: int) -> int:
    bank.import_file(session, None, f"{number}.txt", letter(number), Told(date=TODAY, voice="office"), NOW)
    return number


def save(session: Session, _number: int) -> int:
    """Save the one block's next text; its number is the edit it becomes."""
    block = db.one(session, Block, 1)
    desk.save_block(session, None, block, saved_text(block.edit + 1), block.edit, NOW)
    return block.edit


def saved_text(edit: int) -> str:
    return f"Edit {edit}. " + "The quay will be mended. " * 40 + f"Edit {edit}."


def export(session: Session, number: int) -> int:
    _, data = desk.export_letter(session, None, db.one(session, Draft, 1), TODAY, NOW)
    assert data.startswith(b"PK")
    return number


ACTS: dict[str, Callable[[Session, int], int]] = {"import": import_letter, "save": save, "export": export}


def work(engine: Engine, first: int) -> None:
    """Do the queued work; `first` is how many days have gone by, so that nobody else holds it still."""
    step, count = worker._step, itertools.count(first)

    def told(*given: Any) -> bool:  # as it is, but heard
        more = step(*given)
        tell(f"did {next(count)}")
        return more

    setattr(worker, "_step", told)  # noqa: B010  # the loop around it is the program's own
    worker.run_pending(engine, no_encoder, lambda: NOW + dt.timedelta(days=first))
    tell(f"did {next(count)}")
    signal.pause()


def no_encoder() -> Encoder:
    raise Refused("There is no model here.")


def tell(line: str) -> None:
    os.write(1, f"{line}\n".encode())  # at once, and unbuffered: what was said stays said


def live(engine: Engine, act: str, first: int, office: int) -> None:
    if act == "work":
        work(engine, first)
    for number in itertools.count(first):
        with db.transaction(engine, office) as session:
            done = ACTS[act](session, number)
        tell(f"did {done}")


def main(url: str, office: str) -> None:
    configure_mappers()
    for line in sys.stdin:
        act, first = line.split()
        child = os.fork()
        if child == 0:
            tell(f"born {os.getpid()}")
            live(make_engine(url), act, int(first), int(office))
        os.waitpid(child, 0)
        tell("dead")


if __name__ == "__main__":
    main(*sys.argv[1:])
