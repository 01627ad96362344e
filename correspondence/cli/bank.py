"""bank import, list, show, due, words: the office's paragraphs, and its everyday words."""

import datetime as dt
from dataclasses import asdict
from pathlib import Path

import click
from sqlalchemy.orm import Session

from correspondence import bank, db
from correspondence.bank import everyday
from correspondence.cli.frame import Answer, Instance, command, one_by_one, root, say
from correspondence.harvest import Told
from correspondence.models import KINDS, STATES, Figure, Paragraph, Source

SHORT = 100  # characters of a text in a list


@root.group("bank")
def bank_group() -> None:
    """The office's paragraphs, each with its source."""


@command(bank_group, "import", show=lambda answer: as_report(answer))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--title", default="", help="The title of the source.")
@click.option("--author", default="", help="Who wrote it.")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="The day it is from, as 2024-03-31.")
@click.option("--publisher", default="", help="The newspaper or website it was in.")
@click.option("--url", default="", help="Where it can be read.")
@click.option("--voice", default="", help="Whose words it is in: office, or a name.")
@click.option("--approve", is_flag=True, help="Approve the paragraphs at once.")
def import_(
    instance: Instance,
    files: tuple[Path, ...],
    date: dt.datetime | None,
    approve: bool,
    **said: str,
) -> Answer:
    """Cut letters, columns and statements of ours into paragraphs."""
    told = Told(date=date.date() if date else None, **said)

    def one(file: Path, data: bytes) -> Answer:
        with instance.write() as session:
            if bank.imported(session, data) is not None:
                say(f"{file}: imported before; nothing was added.")
            source = bank.import_file(session, None, file.name, data, told, instance.now, approve)
            session.flush()
            return {"file": str(file), **source_json(session, source, instance.today)}

    done, refused = one_by_one(files, one)
    return {"files": done, "refused": refused}


@command(bank_group, "list", show=lambda answer: as_lines(answer))
@click.argument("words", nargs=-1)
@click.option("--topic", default="", help="Only this topic.")
@click.option("--kind", type=click.Choice(KINDS), default=None, help="Only this kind.")
@click.option("--voice", default="", help="Only this voice: office, another, or a name.")
@click.option("--state", type=click.Choice(STATES), default=None, help="Only this state.")
@click.option("--stale", is_flag=True, help="Only what should not go out as it stands.")
def list_(
    instance: Instance,
    words: tuple[str, ...],
    topic: str,
    kind: str | None,
    voice: str,
    state: str | None,
    stale: bool,
) -> Answer:
    """What the bank holds: all that is offered, or the best for some WORDS."""
    filters = bank.Filters(topic, kind or "", voice, state or "", stale_on=instance.today if stale else None)
    encoder = instance.encoder if words else None
    with instance.read() as session:
        found = bank.search(session, " ".join(words), filters, encoder)
        return {"paragraphs": [paragraph_json(paragraph, instance.today) for paragraph in found]}


@command(bank_group, "show", show=lambda answer: as_history(answer))
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
                    "date": _day(version.date),
                    "why": version.why,
                    "author": version.author.name if version.author else "",
                    "created_at": version.created_at.isoformat(),
                }
                for version in paragraph.versions
            ],
        }


@command(bank_group, "due", show=lambda answer: as_due(answer))
def due(instance: Instance) -> Answer:
    """What needs review, and why."""
    with instance.read() as session:
        return {
            "due": [
                {**paragraph_json(paragraph, instance.today), "why": why}
                for paragraph, why in bank.due(session, instance.today)
            ]
        }


@command(bank_group, "words", show=lambda answer: as_words(answer))
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
    alike = bank.similar(session, source)
    return {
        "source": source_facts(source),
        "paragraphs": [
            {
                **paragraph_json(paragraph, today),
                "similar": [{"id": other.id, "text": other.version.text} for other in alike[paragraph.id]],
                "removed": paragraph.version.removed,
            }
            for paragraph in source.paragraphs
        ],
        "left_out": [{"text": left["text"], "why": left["why"]} for left in source.left_out],
        "questions": source.questions,
    }


def paragraph_json(paragraph: Paragraph, today: dt.date) -> Answer:
    """A Paragraph as its newest Version has it."""
    version = paragraph.version
    return {
        "id": paragraph.id,
        "title": paragraph.title,
        "text": version.text,
        "kind": paragraph.kind,
        "state": paragraph.state,
        "voice": version.voice,
        "speaker": version.speaker,
        "topics": [topic.name for topic in paragraph.topics],
        "review_date": _day(paragraph.review_date),
        "figures": [_figure(figure) for figure in version.figures],
        "problems": [
            {"kind": problem.kind, "severity": problem.severity, "text": problem.text}
            for problem in bank.problems(paragraph, today)
        ],
    }


def as_report(answer: Answer) -> str:
    """What came of an import, for a person."""
    lines: list[str] = []
    for file in answer["files"]:
        source = file["source"]
        told = ", ".join(
            filter(None, (source["title"], source["author"], source["publisher"], source["date"]))
        )
        lines += [file["file"], f"  {told or 'nothing known of it'}"]
        lines += [f"  {_line(paragraph)}" for paragraph in file["paragraphs"]]
        lines += [f"  left out: {_shortened(left['text'])} ({left['why']})" for left in file["left_out"]]
        lines += [f"  ? {question}" for question in file["questions"]]
    return "\n".join(lines)


def as_lines(answer: Answer) -> str:
    """A list of paragraphs, for a person."""
    return "\n".join(_line(paragraph) for paragraph in answer["paragraphs"]) or "Nothing in the bank."


def as_history(answer: Answer) -> str:
    """A paragraph with its history, for a person."""
    lines = [_line(answer), "", answer["text"], ""]
    if answer["source"]:
        lines.append("Source: " + ", ".join(filter(None, answer["source"].values())))
    lines += [problem["text"] for problem in answer["problems"]]
    for version in answer["versions"]:
        lines.append(
            f"Version {version['number']}, {version['created_at'][:10]}: {version['why'] or 'imported'}"
        )
    return "\n".join(lines)


def as_due(answer: Answer) -> str:
    """What needs review, for a person."""
    lines = [f"{_line(paragraph)}\n    {' '.join(paragraph['why'])}" for paragraph in answer["due"]]
    return "\n".join(lines) or "Nothing needs review."


def as_words(answer: Answer) -> str:
    """Everyday words, for a person."""
    lines = [f"{word['said']:<30} {word['whose']:<8} {word['means']}" for word in answer["words"]]
    return "\n".join(lines) or "Nothing in the list is like this."


def source_facts(source: Source) -> dict[str, str | None]:
    """What is known of a Source."""
    return {
        "title": source.title,
        "author": source.author,
        "publisher": source.publisher,
        "date": _day(source.date),
        "url": source.url,
        "voice": source.voice,
    }


def _figure(figure: Figure) -> Answer:
    return {
        "text": figure.text,
        "kind": figure.kind,
        "value": figure.value,
        "unit": figure.unit,
        "measure": figure.measure,
        "as_of": _day(figure.as_of),
        "start": figure.start,
        "end": figure.end,
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _line(paragraph: Answer) -> str:
    whose = "" if paragraph["voice"] == "office" else f" [{paragraph['voice']}]"
    return f"{paragraph['id']:>5}  {paragraph['kind']:<8} {paragraph['state']:<8} {paragraph['title']}{whose}"


def _shortened(text: str) -> str:
    return text if len(text) <= SHORT else text[: SHORT - 1] + "…"
