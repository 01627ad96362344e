"""match and evaluate: what the bank has for a letter, and how well it finds it."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import click
from sqlalchemy.orm import Session

from correspondence import db, desk, inbox
from correspondence.cli.frame import Answer, Instance, command, read_file, root
from correspondence.errors import Refused
from correspondence.matching import index, rank
from correspondence.matching.history import told
from correspondence.models import Message, Version

SHOWN = 3  # matches printed for a point
DAY = click.DateTime(["%Y-%m-%d"])


@command(root, "match", show=lambda answer: as_lines(answer))
@click.argument("what", metavar="FILE|ID")
def match(instance: Instance, what: str) -> Answer:
    """What the bank has for each point of a message: a file, which is received first, or its number."""
    encoder, named = instance.encoder, read_message(what)
    with instance.write() as session:
        key = message_of(session, named, instance).id
    with instance.read() as session:
        message = db.one(session, Message, key)
        if message.state == "quarantined":
            return {"points": [], "quarantined": [{"file": what, "why": message.why}]}
        bank = index.bank_index(session, encoder)
        answers = desk.answers(session, message, instance.today, encoder)
        notice = rank.notice(bank, encoder)
        return {
            "message": message.id,
            "notices": [notice] if notice else [],
            "points": [_point(session, answer) for answer in answers],
        }


def read_message(what: str) -> int | Message:
    """What a command names: the number of a Message, or the one in a file.

    A file is read here and not in a session, so that others may write meanwhile.
    """
    if what.isdecimal() and not Path(what).exists():
        return int(what)
    file = Path(what)
    return inbox.read(file.name, read_file(file))


def message_of(session: Session, named: int | Message, instance: Instance) -> Message:
    """The Message that `read_message` gave the number of, or that it read, which is received first."""
    if isinstance(named, int):
        return db.one(session, Message, named)
    message, _new = inbox.store(session, None, named, instance.now)
    session.flush()
    return message


def _point(session: Session, answer: rank.Answer) -> Answer:
    return {
        "id": answer.point.id,
        "text": answer.point.text,
        "answered": answer.answered,
        "matches": [
            {
                "paragraph": found.paragraph_id,
                "text": db.one(session, Version, found.version_id).text,
                "score": found.score,
                "because": found.because,
                "variants": list(found.variants),
            }
            for found in answer.matches
        ],
    }


def as_lines(answer: Answer) -> str:
    """Each point with its best matches and their reasons, for a person at a terminal."""
    lines = list(answer["notices"]) if "notices" in answer else []
    for point in answer["points"]:
        lines += ["", f"{point['answered']:8} {point['text']}"]
        for found in point["matches"][:SHOWN] if point["answered"] != "no" else []:
            lines.append(f"  {found['score']:.2f}  paragraph {found['paragraph']}: {found['text']}")
            lines.append(f"        because: {', '.join(found['because'])}")
    return "\n".join(lines).strip() or "The letter raises no point."


ITS_HISTORY = click.option(
    "--office",
    is_flag=False,
    flag_value="",
    help="Evaluate the office's own history; a name picks the office.",
)


@command(root, "evaluate", show=lambda answer: as_figures(answer), office=ITS_HISTORY)
@click.option("--bank", type=click.Path(path_type=Path), help='{"id", "text"} a line.')
@click.option("--queries", type=click.Path(path_type=Path), help="Letters with what is right.")
@click.option("--since", type=DAY, help="With --office: the first day, as 2026-09-01.")
@click.option("--until", type=DAY, help="With --office: the last day.")
def evaluate_(
    instance: Instance,
    bank: Path | None,
    queries: Path | None,
    since: dt.datetime | None,
    until: dt.datetime | None,
) -> Answer:
    """How well points and matching do: on letters whose right paragraphs are known, or on the office's own.

    --office counts, over the replies that left the house, what was offered and what was used.
    """
    if bank and queries:
        from correspondence.matching.evaluate import evaluate

        kept = instance.settings.instance / "evaluate.npz"
        kept.parent.mkdir(parents=True, exist_ok=True)
        return evaluate(_rows(bank), _rows(queries), instance.encoder, kept)
    if bank or queries or click.get_current_context().params["office"] is None:
        raise click.UsageError("Say --office, or both --bank and --queries.")
    from correspondence import desk  # loads all that writes letters

    days = {name: day.date() for name, day in (("since", since), ("until", until)) if day}
    with instance.read() as session:
        return {**{name: str(day) for name, day in days.items()}, **desk.history(session, **days)}


def _rows(file: Path) -> list[dict[str, Any]]:
    rows = []
    for number, line in enumerate(read_file(file).decode("utf-8", errors="replace").splitlines(), 1):
        try:
            row = json.loads(line) if line.strip() else None
        except ValueError:
            raise Refused(f"Line {number} of {file.name} is not JSON.") from None
        if row is not None and not isinstance(row, dict):
            raise Refused(f"Line {number} of {file.name} is not a JSON object.")
        rows += [row] if row else []
    return rows


def as_figures(answer: Answer) -> str:
    """One figure a line; the office's own history in sentences."""
    if "from_the_bank" in answer:
        return told(answer)
    return "\n".join(f"{name:12} {value}" for name, value in answer.items())
