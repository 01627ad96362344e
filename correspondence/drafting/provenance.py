"""What is to be said of a Block's wording: whose it is, how old, whether approved, whether changed."""

import datetime as dt
import re
from collections.abc import Iterator

from correspondence import figures
from correspondence.drafting.filling import day
from correspondence.harvest.likeness import likeness, runs
from correspondence.models import OFFICE, Block, Version

THEIRS = 0.5  # of the shorter text's runs of three words: still the other's wording

Wording = tuple[str, str, str]  # kind, severity, sentence


def wording_problems(block: Block, today: dt.date) -> Iterator[Wording]:
    """(kind, severity, sentence) for a Block, by the Version it was copied from."""
    version = block.source_version
    if version is None:
        if block.kind == "own":
            yield "unsourced", "note", "This paragraph was written here and has no source."
        return
    yield from _whose(block, version)
    yield from _how_old(block, version, today)
    yield from _approval(block, version)


def _whose(block: Block, version: Version) -> Iterator[Wording]:
    if version.voice == OFFICE or likeness(runs(block.text), runs(version.text)) < THEIRS:
        return
    who = version.voice or version.speaker
    if who and who in block.text and re.search("[“\"‘']", block.text):
        return  # quoted, and said whose it is
    cure = "Put this in our own words, quote it by name, or take it out."
    yield "other_voice", "must", f"These are the words of {who or 'somebody else'}. {cure}"


def _how_old(block: Block, version: Version, today: dt.date) -> Iterator[Wording]:
    source = version.paragraph.source
    is_courtesy = block.kind in ("opening", "closing")  # thanks do not grow old
    if not is_courtesy and version.date is None and (source is None or source.date is None):
        yield "undated", "should", "Nobody has said how old this is. Check it, and give its source a date."
    review = version.paragraph.review_date
    if review is not None and review < today:
        yield "stale", "should", f"Its review was due on {day(review)}. Check that it still holds."
    still_said = (figure for figure in version.figures if figure.text in block.text)
    for sentence in figures.stale_figures(still_said, today):
        yield "stale", "should", sentence


def _approval(block: Block, version: Version) -> Iterator[Wording]:
    paragraph = version.paragraph
    if paragraph.state == "retired":
        yield (
            "retired",
            "should",
            "The bank no longer offers this paragraph. Use another, or check it with care.",
        )
    elif paragraph.state == "proposed":
        yield (
            "proposed",
            "should",
            "This wording is not approved yet. Have it approved in the bank, or check it.",
        )
    if version.id is not None and paragraph.version.id != version.id:
        yield "newer", "should", "The bank has newer wording for this paragraph. Compare the two."
    if block.text.strip() != version.text.strip():
        yield "edited", "note", "This differs from the wording in the bank."
