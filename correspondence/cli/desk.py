"""draft: a reply to a letter as a Word file, with what a person must look at."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import click
from sqlalchemy.orm import Session

from correspondence import desk, drafting
from correspondence.cli.bank_told import source_facts
from correspondence.cli.frame import Answer, Instance, command, read_file, root
from correspondence.cli.matching import message_of, read_message
from correspondence.errors import Refused
from correspondence.models import OFFICE, Block, Draft, Office


@command(root, "draft", show=lambda answer: as_report(answer))
@click.argument("what", metavar="FILE|ID")
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path), help="The Word file to write.")
@click.option("--letterhead", type=click.Path(path_type=Path), help="A .docx to write it on.")
def draft_(instance: Instance, what: str, out: Path, letterhead: Path | None) -> Answer:
    """Draft the reply to a message: a file, which is received first, or its number.

    A working copy is written whatever there is to check; "block" in a problem is the place in "blocks",
    counted from 0.
    """
    encoder = instance.encoder
    head = read_file(letterhead) if letterhead else None
    with _replacing(out) as copy:
        named = read_message(what)
        with instance.write() as session:
            message = message_of(session, named, instance)
            if message.state == "quarantined":
                return {"draft": None, "quarantined": [{"file": what, "why": message.why}]}
            found = desk.answers(session, message, instance.today, encoder)
            draft = desk.reply(session, None, message, instance.now, encoder, found)
            _name, data = desk.export_letter(session, None, draft, instance.today, instance.now, head)
            copy.write_bytes(data)
            answer = _answer(session, draft, instance, desk.problems(session, draft, instance.today, found))
        copy.replace(out)
    return {**answer, "docx": str(out)}


@contextlib.contextmanager
def _replacing(out: Path) -> Iterator[Path]:
    """A file beside `out`, to be written whole and then put in its place; gone if that was not done."""
    if out.is_dir():
        raise Refused(f"{out} is a folder. Name the file to write.")
    copy = out.with_name(f".{os.getpid()}.part")
    try:
        copy.touch(exist_ok=False)
    except OSError:
        raise Refused(f"{out} cannot be written. Is its folder there, and may it be written to?") from None
    try:
        yield copy
    finally:
        copy.unlink(missing_ok=True)


def _answer(session: Session, draft: Draft, instance: Instance, found: list[drafting.Problem]) -> Answer:
    office = session.get_one(Office, draft.office_id)
    places = {block.id: place for place, block in enumerate(draft.kept)}
    return {
        "draft": draft.id,
        "blocks": [
            {**_block(block), "text": drafting.filled(block.text, draft, office, instance.today)}
            for block in draft.kept
        ],
        "unanswered": [{"id": point.id, "text": point.text} for point in drafting.unanswered(draft)],
        "problems": [
            {
                "kind": problem.kind,
                "severity": problem.severity,
                "text": problem.text,
                "block": None if problem.block is None else places[problem.block],
            }
            for problem in found
        ],
    }


def _block(block: Block) -> Answer:
    version = block.source_version
    source = version.paragraph.source if version else None
    return {
        "kind": block.kind,
        "text": block.text,
        "paragraph": version.paragraph_id if version else None,
        "voice": version.voice if version else OFFICE,
        "source": source_facts(source) if source else None,
        "points": [point.id for point in block.points],
    }


def as_report(answer: Answer) -> str:
    """The reply with what is to be checked at each of its blocks, for a person at a terminal."""
    if answer["draft"] is None:
        return ""
    lines: list[str] = []
    for place, block in enumerate(answer["blocks"]):
        source = block["source"] or {}
        told = ", ".join(filter(None, (source.get("title"), source.get("date"))))
        lines += [block["text"], *([f"    from: {told}"] if told else []), *_checks(answer, place), ""]
    if answer["unanswered"]:
        lines += ["Not answered:", *(f"    {point['text']}" for point in answer["unanswered"]), ""]
    if general := _checks(answer, None):
        lines += ["To check:", *general, ""]
    musts = sum(one["severity"] == "must" for one in answer["problems"])
    things = "One thing in it" if musts == 1 else f"{musts} things in it"
    told = f" It is a working copy. {things} must be put right before it goes." if musts else ""
    return "\n".join([*lines, f"Written to {answer['docx']}.{told}"])


def _checks(answer: Answer, place: int | None) -> list[str]:
    return [f"    {one['severity']}: {one['text']}" for one in answer["problems"] if one["block"] == place]
