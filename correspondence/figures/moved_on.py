"""What the dated rows say against a text: a holder who left, a Bill that came further, another government."""

import datetime as dt
import re
from collections.abc import Sequence

from correspondence.days import spoken
from correspondence.figures.reason import Reason, quoted
from correspondence.figures.world import ENDED, STAGES, Row, World, is_named
from correspondence.models import Figure, Version

# Stages as letters write them, with how far a Bill had come then. None: only its end says more.
_SAID = {
    r"forthcoming|draft|published|laid": "announced",
    r"introduced|first reading": "introduced",
    r"second reading": "second reading",
    r"committee stage": "committee stage",
    r"report stage": "report stage",
    r"third reading": "third reading",
}
_IS_LAW = re.compile(r"royal assent|passed|enacted|into force|commenced|repealed", re.I)
_NOT_YET = re.compile(
    r"\b(?:once|when|if|until|unless|before|after|will|would|to be|awaits?|awaiting|should|may)\b", re.I
)
_TO_COME = re.compile(
    r"\b(?:will|would|shall|to|plans?|intends?|promised?|pledged?) (?:[\w-]+ ){0,3}"
    r"(?:introduc\w+|bring(?:ing)? forward|publish\w*|legislate)\b",
    re.I,
)
_NO_LONGER = re.compile(
    r"\b(?:former|then|previous|ex|late|last|ousted)[ -]+(?:the )?$|\bas (?:the )?then $", re.I
)
_GOVERNMENT = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Oo]ur|HM|UK|British|Conservative|Labour|[Cc]oalition|[Pp]resent|[Cc]urrent"
    r"|(?:His|Her) Majesty[’']s) [Gg]overnment\b(?! of (?!the)[A-Z])(?!-)"
    r"|\bMinisters\b|\b[Tt]he Secretary of State\b"
)
UNKNOWN = "It names {} as {}. Posts and bills does not say who holds that post: see that the name is right."
_NEAR = 200  # characters of a sentence looked at round a Bill


def holder_left(version: Version, figure: Figure, today: dt.date, world: World) -> Reason | None:
    """A person named as holder of a Post, from the first day that person was it no longer."""
    post, holder = _named(version, figure, world)
    rows = world.post(post) if holder else ()
    theirs = [row for row in rows if is_named(row.said, holder)]
    left = world.left(theirs[-1]) if theirs else None
    if left is None:
        return None
    after = [row for row in rows if row.begins >= left and row.begins <= max(today, left)]
    text = f"It names {holder} as {post}"
    if not after:
        return _of(figure, "holder", f"{text}; that ended on {spoken(left)}.", left, theirs[-1].source)
    now = after[-1]
    until = "" if now.begins == left else f" until {spoken(left)}"
    text += f"{until}; since {spoken(now.begins)} it is {_first(now.said)}."
    return _of(figure, "holder", text, left, now.source)


def unknown_holders(version: Version, world: World) -> list[str]:
    """Sentences on who is named as holder of a Post that no row knows: nobody can tell when they leave."""
    named = [_named(version, one, world) for one in version.figures if one.kind == "office_holder"]
    return [UNKNOWN.format(holder, post) for post, holder in named if holder and not world.post(post)]


def _named(version: Version, figure: Figure, world: World) -> tuple[str, str]:
    """A Post and who is named as its holder of today; "" for nobody."""
    post, holder = world.holder(str(figure.value), (figure.detail or {}).get("holder", ""))
    was = _NO_LONGER.search(version.text[max(0, figure.start - 20) : figure.start])
    return post, "" if was else holder.removesuffix(" MP")


def bill_moved_on(version: Version, figure: Figure, world: World) -> Reason | None:
    """A Bill that has come further than the words say, from the day it did."""
    rows = world.bill(str(figure.value)) if figure.unit == "Bill" else ()
    if not rows:
        return None
    stage = _stage(version, figure)
    if stage == "law":
        return None
    place = STAGES.index(stage) if stage else len(STAGES)
    after = [
        row
        for row in rows
        if (row.said in ENDED or (row.said in STAGES and STAGES.index(row.said) > place))
        and (stage is not None or version.date is None or row.begins > version.date)
    ]
    if not after:
        return None
    furthest = after[-1]
    said = "as still to come" if stage == "announced" else "as a Bill"
    text = f"It speaks of the {quoted(figure)} {said}; {_became(furthest)} on {spoken(furthest.begins)}."
    return _of(figure, "bill", text, after[0].begins, furthest.source)


def government_changed(
    version: Version, figures: Sequence[Figure], text: str, today: dt.date, world: World
) -> Reason | None:
    """Words on the Government, from the first day after theirs on which other parties governed."""
    if version.date is None or not _speaks_of_government(figures, text, world):
        return None
    then = [row for row in world.governments if row.begins <= version.date]
    if not then or (then[-1].ends is not None and then[-1].ends <= version.date):
        return None
    others = [row for row in world.governments if row.begins > version.date and row.said != then[-1].said]
    if not others:
        return None
    governs = [row for row in others if row.begins <= max(today, others[0].begins)][-1]
    words = (
        f"It speaks of the Government as it was on {spoken(version.date)} ({then[-1].said}); since "
        f"{spoken(_of_party(world, governs).begins)} it is {governs.said}."
    )
    return Reason("government", words, others[0].begins, source=governs.source)


def _of(figure: Figure, kind: str, text: str, since: dt.date, source: str) -> Reason:
    return Reason(kind, text, since, (figure.start,), source)


def _first(said: str) -> str:
    """The first of the names of a holder."""
    return said.partition(";")[0].strip()


def _stage(version: Version, figure: Figure) -> str | None:
    """How far the words say that a Bill had come: a stage, "law", or None where they do not say."""
    before = version.text[max(0, figure.start - _NEAR) : figure.start].rpartition(". ")[2]
    behind = version.text[figure.end : figure.end + _NEAR].partition(". ")[0]
    said = (figure.detail or {}).get("stage", "")
    if _TO_COME.search(before):
        return "announced"
    if _IS_LAW.search(said):
        return None if _NOT_YET.search(f"{before} {behind}") else "law"
    return next((stage for words, stage in _SAID.items() if re.search(words, said, re.I)), None)


def _became(row: Row) -> str:
    if row.said == "Royal Assent":
        return "it received Royal Assent"
    return {"withdrawn": "it was withdrawn", "fell": "it fell", "introduced": "it was introduced"}.get(
        row.said, f"it reached its {row.said}"
    )


def _speaks_of_government(figures: Sequence[Figure], text: str, world: World) -> bool:
    """Whether words are about what the Government does: it, its Ministers or a Post of it is named."""
    if _GOVERNMENT.search(text):
        return True
    return any(
        figure.kind == "office_holder" and world.post(world.holder(str(figure.value), "")[0])
        for figure in figures
    )


def _of_party(world: World, row: Row) -> Row:
    """The first row of those in a stretch that the same parties governed."""
    rows = world.governments
    place = rows.index(row)
    while place and rows[place - 1].said == row.said:
        place -= 1
    return rows[place]
