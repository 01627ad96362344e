"""The newest Version of each Paragraph, asked for in every way that the bank and its index do."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from correspondence.db import mine
from correspondence.models import Figure, Paragraph, Version, newest
from tests.conftest import NOW

TABLE = Version.__table__


def of_the_noun(session: Session) -> Select[Any]:
    return mine(session, Version).where(newest()).with_only_columns(Version.text)


def of_the_noun_behind_another(session: Session) -> Select[Any]:
    return (
        mine(session, Figure)
        .join(Figure.version)
        .join(Version.paragraph)
        .where(newest())
        .with_only_columns(Version.text)
    )


def of_the_table_beside_the_noun(session: Session) -> Select[Any]:
    query = mine(session, Paragraph).join(TABLE, TABLE.c.paragraph_id == Paragraph.id)
    return query.where(newest()).with_only_columns(TABLE.c.text)


def of_the_table(session: Session) -> Select[Any]:
    return select(TABLE.c.text).where(TABLE.c.office_id == session.info["office_id"], newest())


WAYS = (of_the_noun, of_the_noun_behind_another, of_the_table_beside_the_noun, of_the_table)


@pytest.mark.parametrize("way", WAYS)
def test_each_paragraph_gives_its_newest_version(
    session: Session, way: Callable[[Session], Select[Any]]
) -> None:
    for name, numbers in {"one": [1], "three": [1, 2, 3], "gap": [7, 2]}.items():
        versions = [
            Version(number=number, text=f"{name} {number}", created_at=NOW, figures=[figure()])
            for number in numbers
        ]
        session.add(Paragraph(versions=versions, created_at=NOW))
    session.flush()
    assert sorted(session.scalars(way(session))) == ["gap 7", "one 1", "three 3"]


def figure() -> Figure:
    return Figure(kind="count", start=0, end=3, text="one", unit="")
