"""What a pack says of a Paragraph: plain values under names, so that three states can be compared."""

import datetime as dt
from typing import Any

from correspondence.models import Paragraph, Source

Facts = dict[str, Any]

WORDING = ("text", "voice", "speaker", "date")  # what a Version says; the rest is the Paragraph's
FIELDS = (*WORDING, "title", "kind", "topics", "review_date", "source")
SOURCE = ("title", "author", "publisher", "url", "date", "voice", "kind")


def facts_of(paragraph: Paragraph) -> Facts:
    """A Paragraph as it stands: text, names and kinds as they are, days as ISO, Topics by name, sorted."""
    version = paragraph.version
    return {
        "text": version.text,
        "voice": version.voice,
        "speaker": version.speaker,
        "date": iso(version.date),
        "title": paragraph.title,
        "kind": paragraph.kind,
        "topics": in_order([topic.name for topic in paragraph.topics]),
        "review_date": iso(paragraph.review_date),
        "source": source_facts(paragraph.source) if paragraph.source else None,
    }


def source_facts(source: Source) -> Facts:
    """What can be known of a Source without its file."""
    return {name: value for name in SOURCE for value in [_plain(getattr(source, name))]}


def differing(one: Facts, other: Facts) -> list[str]:
    """The fields in which two states differ; the capitals of a Topic make no difference."""
    if not one or not other:
        return list(FIELDS) if one or other else []
    return [name for name in FIELDS if _comparable(one[name]) != _comparable(other[name])]


def in_order(topics: list[str]) -> list[str]:
    """Topics by name, each once."""
    return sorted({name.casefold(): name for name in topics}.values(), key=str.casefold)


def iso(day: dt.date | None) -> str | None:
    """A day as packs write it."""
    return day.isoformat() if day else None


def day(text: str | None) -> dt.date | None:
    """The day that `iso` wrote."""
    return dt.date.fromisoformat(text) if text else None


def _plain(value: Any) -> Any:
    return iso(value) if isinstance(value, dt.date) else value


def _comparable(value: Any) -> Any:
    return [name.casefold() for name in value] if isinstance(value, list) else value
