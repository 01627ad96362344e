"""bank import, list, show, due, words: the office's paragraphs, and its everyday words."""

import datetime as dt
from dataclasses import asdict
from pathlib import Path

import click
from sqlalchemy import func, or_
from sqlalchemy.orm import Session

from correspondence import bank, db
from correspondence.bank import alike, everyday
from correspondence.bank.due import MONTH, WEEK
from correspondence.bank.finding import NOBODY, ORDERS
from correspondence.bank.importing import cut, imported, member, store
from correspondence.cli import figures
from correspondence.cli.bank_told import (
    as_due,
    as_history,
    as_lines,
    as_report,
    as_words,
    day,
    paragraph_json,
    source_facts,
)
from correspondence.cli.frame import Answer, Instance, command, root, say
from correspondence.cli.given import each
from correspondence.errors import Refused
from correspondence.harvest import Told, ours
from correspondence.models import KINDS, STATES, Paragraph, Source, User


@root.group("bank")
def bank_group() -> None:
    """The office's paragraphs, each with its source."""


figures.add_to(bank_group)


@command(bank_group, "import", show=as_report)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--title", default="", help="The title of the source.")
@click.option("--author", default="", help="Who wrote it.")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="The day it is from, as 2024-03-31.")
@click.option("--publisher", default="", help="The newspaper or website it was in.")
@click.option("--url", default="", help="Where it can be read.")
@click.option("--voice", default="", help="Whose words it is in: “our own”, or a name.")
@click.option("--approve", is_flag=True, help="Approve the paragraphs at once.")
def import_(
    instance: Instance,
    files: tuple[Path, ...],
    date: dt.datetime | None,
    approve: bool,
    **said: str,
) -> Answer:
    """Cut letters, columns and statements of ours into paragraphs. FILE may be a folder or a .zip."""
    told = Told(date=date.date() if date else None, **said)

    def one(file: Path, data: bytes) -> Answer:
        with instance.read() as session:
            there, whose = imported(session, data), member(session)
        made = cut(file.name, data, told, whose) if there is None else None  # others may write meanwhile
        with instance.write() as session:
            given = made or db.one(session, Source, there.id if there else 0)
            source, is_new = store(session, None, given, told, instance.now)
            if approve:
                bank.accept(session, None, source, instance.now)
            if not is_new:
                say(f"{file}: imported before; nothing was added.")
            session.flush()
            waiting = sum(paragraph.state == "proposed" for paragraph in source.paragraphs) * approve
            if waiting:
                say(f"{file}: {waiting} stale or undated, not approved: each waits for a person to decide.")
            return {"file": str(file), **source_json(session, source, instance.today)}

    done, refused = each(files, one)
    return {"files": done, "refused": refused}


@command(bank_group, "list", show=as_lines)
@click.argument("words", nargs=-1)
@click.option("--topic", default="", help="Only this topic.")
@click.option("--kind", type=click.Choice(KINDS), default=None, help="Only this kind.")
@click.option("--voice", default="", help="Only these words: “our own”, another, or a name.")
@click.option("--state", type=click.Choice(STATES), default=None, help="Only this state.")
@click.option("--stale", is_flag=True, help="Only what should not go out as it stands.")
@click.option("--owner", default="", help="Only what this person looks after, by name or e-mail; or: nobody.")
@click.option("--source", type=int, default=None, help="Only what was cut from the source of this number.")
@click.option("--order", type=click.Choice(ORDERS), default=None, help="In this order.")
def list_(
    instance: Instance,
    words: tuple[str, ...],
    stale: bool,
    owner: str,
    source: int | None,
    **asked: str | None,
) -> Answer:
    """What the bank holds: all that is offered, or the best for some WORDS."""
    encoder = instance.encoder if words else None
    with instance.read() as session:
        filters = bank.Filters(
            **{name: value or "" for name, value in asked.items()} | {"voice": _voice(session, asked)},
            source_id=source,
            stale_on=instance.today if stale else None,
            owner_id=_owner(session, owner),
        )
        found = bank.search(session, " ".join(words), filters, encoder)
        return {"paragraphs": [paragraph_json(paragraph, instance.today) for paragraph in found]}


@command(bank_group, "show", show=as_history)
@click.argument("paragraph_id", type=int, metavar="ID")
def show(instance: Instance, paragraph_id: int) -> Answer:
    """One paragraph with its source and its history."""
    with instance.read() as session:
        paragraph = db.one(session, Paragraph, paragraph_id)
        return {
            **paragraph_json(paragraph, instance.today),
            "source": source_facts(paragraph.source) if paragraph.source else None,
            "versions": [
                {
                    "number": version.number,
                    "text": version.text,
                    "voice": version.voice,
                    "speaker": version.speaker,
                    "date": day(version.date),
                    "why": version.why,
                    "author": version.author.name if version.author else "",
                    "created_at": version.created_at.isoformat(),
                }
                for version in paragraph.versions
            ],
        }


@command(bank_group, "due", show=as_due)
@click.option("--owner", default="", help="Only what this person looks after, by name or e-mail; or: nobody.")
@click.option("--within", type=click.Choice(["day", "week", "month"]), default="day", help="Due by then.")
@click.option(
    "--most",
    type=click.IntRange(1),
    default=200,
    help="So many at most: your own first, then the longest waiting.",
)
def due(instance: Instance, owner: str, within: str, most: int) -> Answer:
    """What needs review, and why; what was changed in the week before."""
    until = instance.today + {"day": dt.timedelta(0), "week": WEEK, "month": MONTH}[within]
    with instance.read() as session:
        keys = bank.due(session, until, _owner(session, owner))
        return {
            "due": [
                {**paragraph_json(paragraph, instance.today), "why": bank.reasons(paragraph, until)}
                for paragraph in bank.load(session, keys[:most])
            ],
            "total": len(keys),
            "changed": [
                {
                    "id": row.paragraph.id,
                    "title": row.paragraph.title,
                    "at": row.at.isoformat(),
                    "acts": row.acts,
                    "by": row.names,
                }
                for row in bank.changes(session, instance.now - WEEK)
            ],
        }


def _voice(session: Session, asked: dict[str, str | None]) -> str:
    return ours.voice(asked["voice"] or "", member(session))


def _owner(session: Session, owner: str) -> int | None:
    """The id of the person named, NOBODY for "nobody", None where nothing was named."""
    if not owner:
        return None
    if owner.lower() == "nobody":
        return NOBODY
    either = or_(func.lower(User.name) == owner.lower(), User.email == owner.lower())
    user = session.scalar(db.mine(session, User).where(either).limit(1))
    if user is None:
        raise Refused(f"Nobody here is called {owner}.")
    return user.id


@command(bank_group, "words", show=as_words)
@click.argument("words", nargs=-1)
@click.option("--add", type=(str, str), metavar="SAID MEANS", help="Add an entry; phrases parted by ';'.")
@click.option("--take-out", metavar="SAID", help="Count an entry no longer.")
@click.option("--put-back", metavar="SAID", help="Let a shipped entry be as it is shipped.")
def words_(
    instance: Instance,
    words: tuple[str, ...],
    add: tuple[str, str] | None,
    take_out: str | None,
    put_back: str | None,
) -> Answer:
    """The everyday words and what they mean: all, or those with all WORDS."""
    changed = [said for said in (add and add[0], take_out, put_back) if said is not None]
    if changed:
        with instance.write() as session:
            if add is not None:
                everyday.add(session, None, *add, instance.now)
            if take_out is not None:
                everyday.take_out(session, None, take_out, instance.now)
            if put_back is not None:
                everyday.put_back(session, None, put_back, instance.now)
    with instance.read() as session:
        listed = everyday.listed(session, " ".join([*words, *changed]))
        return {"words": [asdict(entry) for entry in listed]}


def source_json(session: Session, source: Source, today: dt.date) -> Answer:
    """A Source with all that was made of its file."""
    near = alike.similar(session, source)
    return {
        "source": source_facts(source),
        "paragraphs": [
            {
                **paragraph_json(paragraph, today),
                "similar": [{"id": other.id, "text": other.version.text} for other in near[paragraph.id]],
                "removed": paragraph.version.removed,
            }
            for paragraph in source.paragraphs
        ],
        "left_out": [
            {"text": left["text"], "why": left["why"], "removed": left.get("removed", [])}
            for left in source.left_out
        ],
        "questions": source.questions,
    }
