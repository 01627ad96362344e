"""A reason why words should not go out as they stand."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from correspondence.models import Decision, Figure


@dataclass(frozen=True)
class Reason:
    """Why words should not go out, as a sentence.

    kind: review, undated, relative, passed, old, bill, holder, newer, government. since: the first day it
    holds; the first day there is for what always held. starts: where the Figures it is about begin.
    source: where what it says can be checked. paragraph_id: the Paragraph that says otherwise.
    """

    kind: str
    text: str
    since: dt.date
    starts: tuple[int, ...] = ()
    source: str = ""
    paragraph_id: int | None = None


def undecided(reasons: Iterable[Reason], decisions: Iterable[Decision]) -> list[Reason]:
    """Those of the reasons that nobody has decided on: a decision is on the sentences that were read."""
    read = {text for decision in decisions for text in decision.reasons}
    return [reason for reason in reasons if reason.text not in read]


def quoted(figure: Figure) -> str:
    return f"“{' '.join(figure.text.split())}”"


def later(day: dt.date, days: int) -> dt.date:
    """So many days after a day, or the last day there is."""
    return dt.date.fromordinal(min(day.toordinal() + days, dt.date.max.toordinal()))
