"""bank figures: every value the bank says, our own and the oldest first, and which disagree."""

import click

from correspondence import bank, figures
from correspondence.bank import ledger
from correspondence.cli.bank_told import day
from correspondence.cli.frame import Answer, Instance, command
from correspondence.errors import Refused

LONGEST = 60  # characters of a measure in a list


def add_to(group: click.Group) -> None:
    """Register the command under `group`."""

    @command(group, "figures", show=_as_lines)
    @click.argument("words", nargs=-1)
    @click.option(
        "--kind", type=click.Choice(("numbers", *ledger.KINDS)), default=None, help="Only this kind."
    )
    @click.option("--topic", default="", help="Only under this topic.")
    @click.option("--disagreeing", is_flag=True, help="Only where two paragraphs disagree.")
    @click.option("--old", is_flag=True, help="Only where one is over two years old, or undated.")
    def figures_(
        instance: Instance, words: tuple[str, ...], kind: str | None, topic: str, disagreeing: bool, old: bool
    ) -> Answer:
        """Every value the bank says, your own first, then the oldest: all, or those with all WORDS."""
        old_on = instance.today if old else None
        asked = ledger.Asked(kind or "", topic, " ".join(words), disagreeing, old_on)
        with instance.read() as session:
            if topic and topic not in {known.name for known in bank.topics(session)}:
                raise Refused(f"There is no topic “{topic}”.")
            listed = ledger.load(session, list(session.scalars(ledger.entries(session, asked))))
            ids = sorted({figure.version.paragraph_id for entry in listed for figure in entry.figures})
            uses = ledger.uses(session, ids)
            return {"measures": [_entry_json(instance, entry, uses) for entry in listed]}


def _entry_json(instance: Instance, entry: ledger.Entry, uses: dict[int, ledger.Use]) -> Answer:
    return {
        "disagrees": entry.disagrees,
        "newest": entry.newest.id if entry.newest else None,
        "figures": [
            {
                "id": figure.id,
                "text": figure.text,
                "kind": figure.kind,
                "value": figure.value,
                "unit": figure.unit,
                "measure": figure.measure,
                "as_of": day(figure.as_of),
                "stale": figures.stale(figure, instance.today),
                "paragraph": figure.version.paragraph_id,
                "drafts": uses.get(figure.version.paragraph_id, ledger.Use()).drafts,
            }
            for figure in entry.figures
        ],
    }


def _as_lines(answer: Answer) -> str:
    lines: list[str] = []
    for entry in answer["measures"]:
        lines += ["These disagree:"] if entry["disagrees"] else []
        lines += [
            f"{figure['as_of'] or 'no date':<10}  {figure['text'][:20]:>20}  {figure['measure'][:LONGEST]}"
            f"  (paragraph {figure['paragraph']})"
            for figure in entry["figures"]
        ]
    return "\n".join(lines) or "No figure is like this."
