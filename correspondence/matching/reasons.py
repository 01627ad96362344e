"""Why a Paragraph was offered, in words a caseworker can check."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from correspondence.matching.everyday import Everyday
from correspondence.matching.held import Held
from correspondence.matching.lexical import stem, stems
from correspondence.matching.semantic import Encoder
from correspondence.text import clean, sentences, words

WORDS = 5  # of the writer's words, at most
ENOUGH = 0.25  # words that give this much of what they could say the reason by themselves
PHRASE = 90  # characters of a phrase shown
MEANT = 0.16  # a cosine halfway between what is unlike and what is alike (calibration.py)
SENTENCES = 6  # of a Paragraph compared with what was asked

# Words that are rare in a bank, and so count, and tell a person nothing: "because: since" is no reason.
_EMPTY = frozenset(
    map(
        stem,
        """across ago almost along already although always among another anybody anyone anything around
        despite either else enough even ever every everybody everyone everything hence however instead may
        meanwhile might must neither never nobody nothing often otherwise ought per perhaps quite rather
        shall since somebody someone something still therefore though thus till toward towards unless via
        whatever whenever wherever whoever within without yet""".split(),
    )
)


def because(
    asked: str,
    held: Held,
    weights: Mapping[str, float],
    encoder: Encoder | None,
    everyday: Everyday | None = None,
) -> list[str]:
    """The writer's own words that the Paragraph shares, rarest first, each as it was written.

    Then the everyday words that mean what it says: “taxman”: HM Revenue and Customs. Where the shared
    words say little, the two phrases closest in meaning come last: same meaning: “…” ~ “…”.

    weights: how much each stem of what was asked tells.
    """
    shared = weights.keys() & set(stems(held.text)) - _EMPTY
    told = sorted(shared, key=lambda entry: (-weights[entry], entry))[:WORDS]
    reasons = [written(asked, entry) for entry in told]
    reasons += _in_other_words(asked, held, everyday) if everyday else []
    if encoder and sum(weights[entry] for entry in shared) < ENOUGH * sum(weights.values()):
        reasons += _same_meaning(asked, held, encoder)
    return reasons


def spoken(reasons: Sequence[str]) -> str:
    """Reasons in one line: single words with commas between, all else with semicolons."""
    runs = groupby(reasons, key=lambda reason: " " in reason)
    return "; ".join(("; " if is_said else ", ").join(run) for is_said, run in runs)


def _in_other_words(asked: str, held: Held, everyday: Everyday) -> list[str]:
    """The everyday words whose official ones stand in the Paragraph, with these."""
    theirs = set(stems(held.text))
    meant = {
        asked[said.start : said.end]: phrase
        for said in everyday.found(asked)
        for phrase in reversed(said.means)
        if set(stems(phrase)) <= theirs
    }
    return [f"“{' '.join(said.split())}”: {phrase}" for said, phrase in meant.items()]


def written(text: str, entry: str) -> str:
    """The first word of `text` with this stem, as it was written there."""
    for found in re.finditer(r"[^\W_]+(?:['’][^\W_]+)*", text):
        if any(stem(word) == entry for word in words(found.group())):
            return found.group()
    return entry


def _same_meaning(asked: str, held: Held, encoder: Encoder) -> list[str]:
    """Of the phrases closest in meaning; none where even these are unlike."""
    theirs = (sentences(clean(asked)) or [asked])[:SENTENCES]
    ours = (sentences(held.text) or [held.text])[:SENTENCES]
    likeness = encoder.encode_known(theirs, asked=True) @ encoder.encode_known(ours).T
    if encoder.likeness(likeness).max() < MEANT:
        return []
    row, column = divmod(int(likeness.argmax()), len(ours))
    return [f"same meaning: “{_short(theirs[row])}” ~ “{_short(ours[column])}”"]


def _short(phrase: str) -> str:
    phrase = " ".join(phrase.split())
    if len(phrase) <= PHRASE:
        return phrase.rstrip(".!?")
    return phrase[:PHRASE].rsplit(" ", 1)[0] + "…"
