"""The file of a pack: JSON with a version. A pack is data; what is not sound is refused with a reason."""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any, NoReturn

from correspondence.bank.changing import LONGEST
from correspondence.bank.packs.facts import SOURCE, Facts, in_order
from correspondence.errors import Refused
from correspondence.models import KINDS, OFFICE
from correspondence.text import clean, one_line

FORMAT = 1
LARGEST = 50 * 1024 * 1024  # bytes
MOST = 20_000  # Paragraphs
MOST_TOPICS = 20  # of one Paragraph
LINE = 300  # characters of a title, a name, an address
SOURCE_KINDS = ("reply", "column", "report")
NAMED = "correspondence_pack"  # what the format's version stands under


@dataclass(frozen=True)
class PackFile:
    """What a pack's file holds. paragraphs: by the key each has in the pack."""

    key: str
    title: str
    publisher: str
    edition: int
    date: str | None
    paragraphs: dict[str, Facts]


def written(pack: PackFile) -> bytes:
    """The file of a pack; the same pack gives the same bytes."""
    content = {
        NAMED: FORMAT,
        "key": pack.key,
        "title": pack.title,
        "publisher": pack.publisher,
        "edition": pack.edition,
        "date": pack.date,
        "paragraphs": [{"key": key, **facts} for key, facts in pack.paragraphs.items()],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def read(data: bytes) -> PackFile:
    """The pack in a file's bytes. Refused, with what is wrong and where, unless all of it is sound."""
    if len(data) > LARGEST:
        raise Refused(f"A pack can be {LARGEST // 1024 // 1024} MB at most. Ask for it in parts.")
    try:
        content = json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Refused("This is not a pack: it is no JSON document that can be read.") from None
    if not isinstance(content, dict) or NAMED not in content:
        raise Refused("This is not a pack: choose a file that was exported as a pack.")
    _known_format(content[NAMED])
    listed = content.get("paragraphs")
    if not isinstance(listed, list) or not listed:
        raise Refused("There is no paragraph in this pack.")
    if len(listed) > MOST:
        raise Refused(f"A pack can hold {MOST:,} paragraphs at most. Ask for it in parts.")
    top = _Reader("The pack", content)
    paragraphs: dict[str, Facts] = {}
    for number, each in enumerate(listed, 1):
        key, facts = _paragraph(_Reader(f"Paragraph {number} of the pack", each))
        if key in paragraphs:
            raise Refused(f"Paragraph {number} of the pack has the key of another one.")
        paragraphs[key] = facts
    return PackFile(
        top.needed("key", 100), top.needed("title", LINE), top.line("publisher"), top.count("edition"),
        top.day("date"), paragraphs,
    )  # fmt: skip


def _known_format(version: Any) -> None:
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise Refused("This is not a pack: it does not say how it is written.")
    if version > FORMAT:
        raise Refused(
            "This pack was made by a newer version of Correspondence. Bring this one up to date first, "
            "or ask for a pack that this one can read."
        )


def _paragraph(reader: "_Reader") -> tuple[str, Facts]:
    source = reader.content.get("source")
    facts = {
        "text": reader.text(),
        "voice": reader.line("voice") if "voice" in reader.content else OFFICE,
        "speaker": reader.line("speaker"),
        "date": reader.day("date"),
        "title": reader.line("title"),
        "kind": reader.one_of("kind", KINDS),
        "topics": reader.names("topics"),
        "review_date": reader.day("review_date"),
        "source": None if source is None else _source(_Reader(f"{reader.where}, its source", source)),
    }
    return reader.needed("key", 100), facts


def _source(reader: "_Reader") -> Facts:
    facts = {name: reader.day(name) if name == "date" else reader.line(name) for name in SOURCE}
    if facts["url"] and not facts["url"].lower().startswith(("http://", "https://")):
        reader.refuse("has a link that is no web address")
    facts["kind"] = reader.one_of("kind", SOURCE_KINDS)
    return facts


class _Reader:
    """Takes values of a JSON object, each of the one kind it must be. where: how a refusal begins."""

    def __init__(self, where: str, content: Any) -> None:
        self.where = where
        if not isinstance(content, dict):
            self.refuse("is not written as one")
        self.content: dict[str, Any] = content

    def refuse(self, what: str) -> NoReturn:
        raise Refused(f"{self.where} {what}. Nothing was loaded.")

    def line(self, name: str, limit: int = LINE) -> str:
        value = self.content.get(name, "")
        if not isinstance(value, str):
            self.refuse(f"has no text as its {_spoken(name)}")
        value = one_line(value, len(value) + 1)
        if len(value) > limit:
            self.refuse(f"has more than {limit} characters as its {_spoken(name)}")
        return value

    def needed(self, name: str, limit: int) -> str:
        return self.line(name, limit) or self.refuse(f"has no {_spoken(name)}")

    def text(self) -> str:
        value = self.content.get("text")
        if not isinstance(value, str) or not (value := clean(value).strip()):
            self.refuse("has no text")
        if len(value) > LONGEST:
            self.refuse(f"has more than {LONGEST:,} characters")
        return value

    def one_of(self, name: str, allowed: tuple[str, ...]) -> str:
        value = self.line(name)
        if value not in allowed:
            self.refuse(f"has a {_spoken(name)} that is none of: {', '.join(allowed)}")
        return value

    def day(self, name: str) -> str | None:
        value = self.content.get(name)
        if value is None:
            return None
        try:
            return dt.date.fromisoformat(value).isoformat()
        except (TypeError, ValueError):
            self.refuse(f"has a {_spoken(name)} that is no day, such as 2026-03-31")

    def count(self, name: str) -> int:
        value = self.content.get(name)
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value < 2**31:
            self.refuse(f"has no number as its {_spoken(name)}")
        return value

    def names(self, name: str) -> list[str]:
        value = self.content.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self.refuse(f"has no list of names as its {_spoken(name)}")
        found = in_order([one for one in (one_line(one, 60) for one in value) if one])
        if len(found) > MOST_TOPICS:
            self.refuse(f"has more than {MOST_TOPICS} {_spoken(name)}")
        return found


def _spoken(name: str) -> str:
    return name.replace("_", " ")


def _no_number(_constant: str) -> NoReturn:
    raise ValueError("no number")
