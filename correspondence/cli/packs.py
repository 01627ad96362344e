"""bank export, bank load: paragraphs to other offices and from them."""

from pathlib import Path

import click

from correspondence import bank
from correspondence.bank import packs
from correspondence.cli.bank import bank_group
from correspondence.cli.frame import Answer, Instance, command, read_file
from correspondence.errors import Refused
from correspondence.models import KINDS, STATES, PackItem


@command(bank_group, "export", show=lambda answer: as_exported(answer))
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--title", default="", help="What the pack is called; the same title is its next edition.")
@click.option("--topic", default="", help="Only this topic.")
@click.option("--kind", type=click.Choice(KINDS), default=None, help="Only this kind.")
@click.option("--state", type=click.Choice(STATES), default=None, help="Only this state; else all on offer.")
def export(
    instance: Instance, file: Path, title: str, topic: str, kind: str | None, state: str | None
) -> Answer:
    """Write a selection of the bank, or all that is on offer, as a pack."""
    with instance.write() as session:
        chosen = bank.search(session, filters=bank.Filters(topic, kind or "", state=state or ""))
        pack = packs.export(session, None, title or "Paragraphs", chosen, instance.now)
        _write(file, packs.written(pack))
    return {
        "file": str(file),
        "pack": {"key": pack.key, "title": pack.title, "edition": pack.edition},
        "paragraphs": len(pack.paragraphs),
    }


@command(bank_group, "load", show=lambda answer: as_loaded(answer))
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
def load(instance: Instance, file: Path) -> Answer:
    """Take a pack in. What was changed here stays; what changed in the pack is listed."""
    given = packs.read(read_file(file))
    with instance.write() as session:
        loaded = packs.load(session, None, given, instance.now)
        waiting = packs.to_decide(session, loaded.pack)
        return {
            "pack": {"key": given.key, "title": given.title, "edition": given.edition},
            "added": loaded.added,
            "known": loaded.known,
            "to_decide": [difference(item) for item in waiting],
        }


def difference(item: PackItem) -> Answer:
    """What the pack has otherwise than the bank. fields: {} where the pack no longer has the Paragraph."""
    here, theirs = packs.facts_of(item.paragraph), item.theirs or {}
    named = packs.differing(here, theirs) if theirs else []
    return {
        "paragraph": item.paragraph_id,
        "title": item.paragraph.title,
        "fields": {name: {"here": here[name], "pack": theirs[name]} for name in named},
    }


def as_exported(answer: Answer) -> str:
    """What was written, for a person."""
    pack = answer["pack"]
    return f"“{pack['title']}”, edition {pack['edition']}: {answer['paragraphs']:,} paragraphs"


def as_loaded(answer: Answer) -> str:
    """What came of a load, for a person."""
    lines = [
        f"{answer['added']:,} added as proposed, {answer['known']:,} were there already, "
        f"{len(answer['to_decide']):,} to be decided under Bank, Packs."
    ]
    for each in answer["to_decide"]:
        what = ", ".join(each["fields"]).replace("_", " ") or "no longer in the pack"
        lines.append(f"{each['paragraph']:>5}  {each['title']}: {what}")
    return "\n".join(lines)


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError:
        raise Refused(f"{file} cannot be written.") from None
