"""Paragraphs, a Message and Answers to draft from; nothing of it is in a database."""

import datetime as dt
from collections.abc import Mapping

from correspondence.drafting import assemble
from correspondence.matching.rank import Answer, Match
from correspondence.models import (
    OFFICE,
    Constituent,
    Draft,
    Figure,
    Message,
    Office,
    Paragraph,
    Point,
    Source,
    Version,
)

TODAY = dt.date(2026, 11, 21)
NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)
LETTER = Source(
    id=1, title="Reply on the port", date=dt.date(2026, 9, 1), original=b"", hash="1", created_at=NOW
)
OFFICE_OF_ADA = Office(name="Office of Ada Amberley MP", mp_name="Ada Amberley MP", constituency="Northmoor")


def paragraph(
    key: int,
    text: str,
    kind: str = "policy",
    *,
    state: str = "approved",
    voice: str = OFFICE,
    source: Source | None = LETTER,
    figures: tuple[Figure, ...] = (),
    **values: dt.date,
) -> Paragraph:
    """A Paragraph numbered `key`, which is also its place in its Source."""
    version = Version(
        id=100 + key,
        text=text,
        voice=voice,
        date=source.date if source else None,
        figures=list(figures),
        created_at=NOW,
    )
    return Paragraph(
        id=key,
        kind=kind,
        state=state,
        source_id=source.id if source else None,
        source=source,
        position=key,
        versions=[version],
        created_at=NOW,
        **values,
    )


def message(*points: str, subject: str = "Re: Fwd: The port", salutation: str = "Mrs Kaur") -> Message:
    """A Message of these Points; one that begins with "!" is casework."""
    body = "\n".join(point.lstrip("!") for point in points)
    return Message(
        id=1,
        subject=subject,
        body=body,
        constituent=Constituent(name="Amrit Kaur", salutation=salutation, address="4 Mill Lane"),
        points=[
            Point(
                id=50 + place,
                position=place,
                kind="casework" if text.startswith("!") else "policy",
                text=text.lstrip("!"),
                start=body.index(text.lstrip("!")),
                end=body.index(text.lstrip("!")) + len(text.lstrip("!")),
            )
            for place, text in enumerate(points)
        ],
        received_at=NOW,
        original=b"",
        hash="",
    )


def answer(point: Point, answered: str, *scored: tuple[int, float]) -> Answer:
    """(paragraph id, score) pairs, best first."""
    return Answer(point, answered, [Match(100 + key, key, score) for key, score in scored])


def bank(*paragraphs: Paragraph) -> Mapping[int, Paragraph]:
    return {paragraph.id: paragraph for paragraph in paragraphs}


def drafted(letter: Message, answers: list[Answer], *paragraphs: Paragraph) -> Draft:
    """The assembled Draft, its Blocks numbered as a database would."""
    draft = assemble(letter, answers, bank(*paragraphs), NOW)
    for place, block in enumerate(draft.blocks, start=1):
        block.id = place
        block.version_id = block.source_version.id if block.source_version else None
    return draft


def texts(draft: Draft) -> list[str]:
    return [block.text for block in draft.kept]
