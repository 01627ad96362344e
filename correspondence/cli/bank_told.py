"""How the bank is told at a terminal: as JSON, and in lines for a person."""

import datetime as dt

from correspondence import bank
from correspondence.cli.frame import Answer
from correspondence.models import Figure, Paragraph, Source

SHORT = 100  # characters of a text in a list


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
        "review_date": day(paragraph.review_date),
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
        lines += [f"  left out: {_left(left)} ({left['why']})" for left in file["left_out"]]
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
    more = answer["total"] - len(lines)
    told = [*lines, *([f"and {more:,} more"] if more else [])] or ["Nothing needs review."]
    changed = [
        f"{row['id']:>5}  {row['at'][:10]} {', '.join(row['acts'])} by {' and '.join(row['by'])}: "
        f"{row['title']}"
        for row in answer["changed"]
    ]
    return "\n".join([*told, *(["", "Changed in the last week:", *changed] if changed else [])])


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
        "date": day(source.date),
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
        "as_of": day(figure.as_of),
        "start": figure.start,
        "end": figure.end,
    }


def day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _line(paragraph: Answer) -> str:
    whose = "" if paragraph["voice"] == "office" else f" [{paragraph['voice']}]"
    return f"{paragraph['id']:>5}  {paragraph['kind']:<8} {paragraph['state']:<8} {paragraph['title']}{whose}"


def _shortened(text: str) -> str:
    return text if len(text) <= SHORT else text[: SHORT - 1] + "…"


def _left(left: Answer) -> str:
    """A line that was left out, or, of one that tells of a person, what it told."""
    kinds = dict.fromkeys(detail["kind"] for detail in left["removed"])
    return f"[{', '.join(kinds)}]" if kinds else _shortened(left["text"])
