"""What the harvest tests share: a file or a text cut, and what came of it in a few words."""

import datetime as dt
from pathlib import Path

from correspondence import intake
from correspondence.harvest import Told, cut
from correspondence.models import Paragraph, Source

HERE = Path(__file__).parent


def cut_file(path: Path, **told: str | dt.date) -> Source:
    return cut(intake.read(path.name, path.read_bytes()), Told(**told))  # type: ignore[arg-type]


def cut_text(text: str, **told: str | dt.date) -> Source:
    return cut(intake.read("pasted.txt", text.encode()), Told(**told))  # type: ignore[arg-type]


def texts(source: Source) -> list[str]:
    return [paragraph.version.text for paragraph in source.paragraphs]


def kinds(source: Source) -> list[str]:
    return [paragraph.kind for paragraph in source.paragraphs]


def voices(source: Source) -> list[str]:
    return [paragraph.version.voice for paragraph in source.paragraphs]


def speakers(source: Source) -> list[str]:
    return [paragraph.version.speaker for paragraph in source.paragraphs]


def left_out(source: Source) -> list[str]:
    return [left["text"] for left in source.left_out]


def paragraph_with(source: Source, words: str) -> Paragraph:
    return next(paragraph for paragraph in source.paragraphs if words in paragraph.version.text)
