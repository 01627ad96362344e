"""What speaks against paragraphs, and who decided that they may be used all the same: for their pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import g

from correspondence import bank
from correspondence.bank import stale
from correspondence.bank.dated import world
from correspondence.figures.reason import Reason, undecided
from correspondence.harvest import doubts
from correspondence.models import Decision, Paragraph
from correspondence.web.session import today


@dataclass(frozen=True)
class Standing:
    """reasons: all that speaks against a Paragraph. left: of these, what nobody has decided on.

    decisions: the newest first. doubts: where import may have erred, as sentences.
    """

    reasons: Sequence[Reason]
    left: Sequence[Reason]
    decisions: Sequence[Decision]
    doubts: Sequence[str]


def standings(paragraphs: Sequence[Paragraph]) -> dict[int, Standing]:
    """By Paragraph id: how each stands today."""
    against = stale.against(paragraphs, today())
    known = world(g.session)
    decided = bank.decisions(g.session, [one.version for one in paragraphs if against[one.id]])
    return {
        one.id: Standing(
            against[one.id],
            undecided(against[one.id], decided.get(one.version.id, ())),
            decided.get(one.version.id, ()),
            doubts.of_paragraph(one, known),
        )
        for one in paragraphs
    }
