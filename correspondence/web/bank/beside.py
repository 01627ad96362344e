"""What is shown of the bank beside a proposed Paragraph that is alike to something in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import g

from correspondence import bank
from correspondence.bank import alike, settling
from correspondence.models import Paragraph, Source
from correspondence.web.bank.wording import Change, differences

LONGEST = 12_000  # characters of both texts; the difference of longer ones is left to the reader


@dataclass(frozen=True)
class Beside:
    """The one in the bank that is most alike. others: the rest of them.

    theirs, ours: the two texts in pieces, each with what the other has not.
    """

    paragraph: Paragraph
    is_same: bool
    others: Sequence[Paragraph] = ()
    theirs: Sequence[Change] = ()
    ours: Sequence[Change] = ()


def facts(source: Source, shown: Sequence[Paragraph]) -> dict[str, Any]:
    """For the Paragraphs shown what is beside them; for the Source how much is the bank's word for word."""
    same = alike.same(g.session, source.paragraphs)
    given, files = settling.of_import(g.session, source) if same else (None, 1)
    return {
        "beside": nearest(shown),
        "settled": settling.settled(g.session, source.paragraphs),
        "same": len(same),
        "files": files if given else 1,
    }


def nearest(shown: Sequence[Paragraph]) -> dict[int, Beside]:
    """For each that is proposed, by its id, what a person should look at with it."""
    asked = alike.asked(g.session, shown)
    ids = {near.id for rows in asked.values() for near in rows}
    loaded = {paragraph.id: paragraph for paragraph in bank.load(g.session, sorted(ids))}
    own = {paragraph.id: paragraph for paragraph in shown}
    found = {}
    for key, rows in asked.items():
        first, *others = [loaded[near.id] for near in rows if near.id in loaded]
        theirs, ours = ([], []) if rows[0].is_same else _apart(first.version.text, own[key].version.text)
        found[key] = Beside(first, rows[0].is_same, others, theirs, ours)
    return found


def _apart(before: str, after: str) -> tuple[list[Change], list[Change]]:
    """Both texts in pieces, for two columns."""
    if len(before) + len(after) > LONGEST:
        return [Change("same", before)], [Change("same", after)]
    changes = differences(before, after)
    return (
        [change for change in changes if change.kind != "added"],
        [change for change in changes if change.kind != "removed"],
    )
