"""What is to be said of a Block's wording: whose it is, how old, whether approved, whether changed."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from correspondence import figures
from correspondence.days import spoken, uk_day
from correspondence.figures.reason import Reason, undecided
from correspondence.figures.stale import NewerByKey
from correspondence.figures.world import World
from correspondence.harvest import leaning, promises
from correspondence.harvest.likeness import likeness, runs
from correspondence.models import OFFICE, AuditEvent, Block, Decision, Version

THEIRS = 0.5  # of the shorter text's runs of three words: still the other's wording

Wording = tuple[str, str, str]  # kind, severity, sentence


@dataclass(frozen=True)
class Known:
    """What tells how wording stands: the dated rows, newer Figures by key, decisions by Version id, and by
    Block id who has read it as it stands.
    """

    world: World = field(default_factory=World)
    newer: NewerByKey = field(default_factory=dict)
    decisions: Mapping[int, Sequence[Decision]] = field(default_factory=dict)
    checked: Mapping[int, AuditEvent] = field(default_factory=dict)


def wording_problems(block: Block, today: dt.date, known: Known) -> Iterator[Wording]:
    """(kind, severity, sentence) for a Block, by the Version it was copied from."""
    version = block.source_version
    if block.is_blank and block.may_answer:
        yield "blank", "note", "Nothing is written here, so it answers nothing. Write it, or take it out."
    elif version is None:
        if block.kind == "own":
            yield "unsourced", "note", "This paragraph was written here and has no source."
    else:
        yield from _whose(block, version)
        yield from _how_old(block, version, today, known)
        yield from _of_another_letter(block, version)
        yield from _promised(block, version)
        yield from _approval(block, version)


def _whose(block: Block, version: Version) -> Iterator[Wording]:
    if version.voice == OFFICE or likeness(runs(block.text), runs(version.text)) < THEIRS:
        return
    who = version.voice or version.speaker
    if who and who in block.text and re.search("[“\"‘']", block.text):
        return  # quoted, and said whose it is
    cure = "Put this in our own words, quote it by name, or take it out."
    yield "other_voice", "must", f"These are the words of {who or 'somebody else'}. {cure}"


def against(block: Block, today: dt.date, known: Known) -> list[Reason]:
    """What speaks against the words of a Block on a day; thanks do not grow old."""
    version = block.source_version
    if version is None:
        return []
    review = version.paragraph.review_date
    found = figures.reasons(version, review, today, known.world, known.newer, block.text)
    is_courtesy = block.kind in ("opening", "closing")
    return [reason for reason in found if not (is_courtesy and reason.kind == "undated")]


def decided(block: Block, today: dt.date, known: Known) -> list[Decision]:
    """The decisions that let a Block go although something speaks against its words."""
    decisions = known.decisions.get(block.version_id or 0, ())
    found = {reason.text for reason in against(block, today, known)} if decisions else set()
    return [decision for decision in decisions if found & set(decision.reasons)]


def _how_old(block: Block, version: Version, today: dt.date, known: Known) -> Iterator[Wording]:
    for reason in undecided(against(block, today, known), known.decisions.get(version.id, ())):
        yield "undated" if reason.kind == "undated" else "stale", "must", reason.text
    for decision in decided(block, today, known):
        who = decision.user.name if decision.user else "Somebody who has left"
        at = spoken(uk_day(decision.created_at))
        since = " It was changed here since." if block.is_edited else ""
        text = f"{who} decided on {at} that this may go as it stands: “{decision.why}”{since}"
        yield "decided", "note", text


def _of_another_letter(block: Block, version: Version) -> Iterator[Wording]:
    """What the bank's words say of the letter they answered; what was written here is of this one."""
    if version.voice != OFFICE:
        return
    there = {*leaning.days(version.text), *leaning.leans(version.text, block.kind)}
    if days := there.intersection(leaning.days(block.text)):
        yield "another_letter", "must", " ".join(sorted(days))
    elif leans := there.intersection(leaning.leans(block.text, block.kind)):
        yield "leans", "should", " ".join(sorted(leans))


def _promised(block: Block, version: Version) -> Iterator[Wording]:
    """What the bank's words promised one person: this one is promised it by them, and nobody knows."""
    if version.voice == OFFICE:
        there = promises.to_one_person(version.text)
        still = (sentence for sentence in promises.to_one_person(block.text) if sentence in there)
        yield from (("promise", "should", sentence) for sentence in still)


def newer(block: Block) -> Version | None:
    """The newest wording of the Paragraph a Block was copied from, where it is on offer and says something
    else than the Block."""
    version = block.source_version
    if version is None or version.paragraph.state == "retired":
        return None
    newest = version.paragraph.version
    return None if newest is version or newest.text.strip() == block.text.strip() else newest


def _approval(block: Block, version: Version) -> Iterator[Wording]:
    paragraph = version.paragraph
    if version.state == "retired":
        yield (
            "retired",
            "should",
            "The bank no longer offers this paragraph. Use another, or check it with care.",
        )
    elif version.state == "proposed":
        yield (
            "proposed",
            "should",
            "This wording is not approved yet. Have it approved in the bank, or say you have checked it.",
        )
    if newer(block):
        proposed = ", not approved yet" if paragraph.state == "proposed" else ""
        yield "newer", "should", f"The bank has newer wording for this paragraph{proposed}. Compare the two."
    if block.is_edited and block.text.strip() != paragraph.version.text.strip():
        yield "edited", "note", "This differs from the wording in the bank."
