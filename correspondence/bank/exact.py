"""What holds the very words or figure that are looked for: in its title, its source, a figure of its text."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, Text, and_, cast, or_
from sqlalchemy.orm import InstrumentedAttribute, Session

from correspondence import figures
from correspondence.db import mine
from correspondence.figures.numbers import NUMBER, number
from correspondence.matching.lexical import stem
from correspondence.models import Figure, Paragraph, Source, Version, newest
from correspondence.text import words

# How much a find counts beside a place in the list of matching, whose first place counts 1.
FIGURE, NAME, TITLE, TITLE_OF_SOURCE = 3.0, 2.0, 1.0, 0.5
VALUED = ("money", "count", "percentage", "ratio")
MOST = 2000  # Paragraphs found in one way
MOST_WORDS = 12  # of what is looked for; more are a question, and no title


def found(session: Session, wanted: str) -> Counter[int]:
    """By Paragraph id, how much speaks for it: a figure of this value, or each word in a name or title."""
    weights: Counter[int] = Counter()
    for query, weight in _queries(session, wanted):
        weights.update(dict.fromkeys(session.scalars(query.limit(MOST)), weight))
    return weights


def in_text(session: Session, wanted: str) -> Select[Any]:
    """Ids of the Paragraphs, retired ones too, whose newest text or title has each of these words."""
    version = Version.__table__
    both = Paragraph.title + " " + version.c.text
    query = mine(session, Paragraph).join(version, version.c.paragraph_id == Paragraph.id)
    return query.where(newest(), _each(both, _telling(wanted))).with_only_columns(Paragraph.id)


def _queries(session: Session, wanted: str) -> list[tuple[Select[Any], float]]:
    found: list[tuple[Select[Any], float]] = []
    ids = mine(session, Paragraph).with_only_columns(Paragraph.id)
    if valued := _valued(wanted):
        found.append((_with_figures(session, valued), FIGURE))
    telling = _telling(wanted)
    if 0 < len(telling) <= MOST_WORDS:
        sources = mine(session, Source).with_only_columns(Source.id)
        named = sources.where(_each(Source.author + " " + Source.publisher, telling))
        titled = sources.where(_each(Source.title, telling))
        found += [
            (ids.where(_each(Paragraph.title, telling)), TITLE),
            (ids.where(Paragraph.source_id.in_(named)), NAME),
            (ids.where(Paragraph.source_id.in_(titled)), TITLE_OF_SOURCE),
        ]
    return found


def _with_figures(session: Session, valued: Sequence[tuple[str, Any]]) -> Select[Any]:
    figure, version = Figure.__table__, Version.__table__
    return (
        mine(session, Paragraph)
        .join(version, version.c.paragraph_id == Paragraph.id)
        .join(figure, figure.c.version_id == version.c.id)
        .where(newest(), or_(*(_is(figure, kind, value) for kind, value in valued)))
        .with_only_columns(Paragraph.id)
        .distinct()
    )


def _valued(wanted: str) -> list[tuple[str, Any]]:
    """(kind, value) of the figures in what is looked for; kind "" for a bare number, which may be of any."""
    told = [
        (figure.kind if figure.unit else "", figure.value)
        for figure in figures.find(wanted, None)
        if figure.kind in VALUED and figure.value is not None
    ]
    bare = re.fullmatch(NUMBER, wanted.strip(), re.IGNORECASE)
    value = number(bare.group()) if bare else None
    return told if told or value is None else [("", value)]


def _is(figure: FromClause, kind: str, value: Any) -> ColumnElement[bool]:
    """The condition that a Figure has this value, or that it is the end of its range."""
    stored, said = cast(figure.c.value, Text), json.dumps(value)
    of_kind = figure.c.kind == kind if kind else figure.c.kind.in_(VALUED)
    if isinstance(value, list):
        return and_(of_kind, stored == said)
    return and_(of_kind, or_(stored == said, stored.like(f"[{said},%"), stored.like(f"%, {said}]")))


def _telling(wanted: str) -> list[str]:
    """The words that are not on every page; all where there are no others."""
    said = list(dict.fromkeys(words(wanted)))
    return [word for word in said if stem(word)] or said


def _each(
    column: InstrumentedAttribute[str] | ColumnElement[str], told: Sequence[str]
) -> ColumnElement[bool]:
    return and_(*(column.icontains(word, autoescape=True) for word in told))
