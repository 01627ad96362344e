"""Which of several Paragraphs that fit alike is offered first: ours, approved, in date, the newest."""

import datetime as dt

import numpy as np

from correspondence.matching.held import BankIndex, Held
from correspondence.matching.lexical import Scores
from correspondence.models import OFFICE

NOT_ANSWERS = ("opening", "closing")

# Small beside the scores, whose steps between neighbours are about .015: they order what is close. What is
# stale comes after all that fits alike, were it proposed and older.
OURS, APPROVED, IN_DATE, DATED = 0.04, 0.008, 0.016, 0.004
LONG_AGO = dt.date(1990, 1, 1)
A_DAY = 1e-7  # newer: enough to part what is otherwise alike


def on_offer(index: BankIndex) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """(rows,): whether a row may answer at all."""
    return np.array(
        [held is not None and held.kind not in NOT_ANSWERS for held in index.held], dtype=np.bool_
    )


def standings(index: BankIndex, today: dt.date | None) -> Scores:
    """(rows,): what each row's standing adds to its score."""
    return np.array([standing(held, today) if held else 0 for held in index.held], dtype=np.float32)


def standing(held: Held, today: dt.date | None) -> float:
    """What a Paragraph's standing adds to its score. today: so that what is in date comes first."""
    stale = today is not None and held.stale_on is not None and held.stale_on <= today
    return (
        OURS * (held.voice == OFFICE)
        + APPROVED * (held.state == "approved")
        + IN_DATE * (not stale)
        + (DATED + A_DAY * (held.date - LONG_AGO).days if held.date and held.date > LONG_AGO else 0)
    )
