"""How well matching served the office's own replies: what was offered, and what was used."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

LISTED = 5  # paragraphs named in each list


@dataclass(frozen=True)
class PastPoint:
    """A Point of a reply that left the house, and what came of it.

    reply: id of its Draft. offered: ids of the Paragraphs offered, best first; sure: whether they answered
    it, as "yes", "perhaps" or "no". assembled: those the program put in. stand: those in the reply, and
    whether their words were changed. own: whether text of the office's own answers it. left: on purpose.
    """

    reply: int
    offered: Sequence[int]
    sure: str
    assembled: Sequence[int]
    stand: Mapping[int, bool]
    own: bool
    left: bool


def figures(points: Iterable[PastPoint], titles: Mapping[int, str], offered: set[int]) -> dict[str, Any]:
    """The counts of `evaluate --office`, by the keys that README.md gives.

    titles: of the Paragraphs that may be offered, by id. offered: ids of all that were, to whatever Point.
    """
    points = list(points)
    by_bank = [point for point in points if point.stand]
    own = [point for point in points if point.own and not point.stand]
    nothing = [point for point in points if not point.stand and not point.own]
    put_in = _put_in(points)
    taken_out = Counter(paragraph for (_reply, paragraph), came in put_in.items() if came == "taken_out")
    never = [key for key in titles if key not in offered]
    return {
        "replies": len({point.reply for point in points}),
        "points": len(points),
        "from_the_bank": {"points": len(by_bank), **_places(by_bank)},
        "put_in": {
            "paragraphs": len(put_in),
            **{name: list(put_in.values()).count(name) for name in ("kept", "changed", "taken_out")},
        },
        "own_words": {"points": len(own), "with_something_on_offer": sum(_had(point) for point in own)},
        "unanswered": {
            "points": len(nothing),
            "with_something_on_offer": sum(_had(point) for point in nothing),
            "left_on_purpose": sum(point.left for point in nothing),
        },
        "most_taken_out": [
            {"paragraph": key, "title": titles.get(key, ""), "times": times}
            for key, times in taken_out.most_common(LISTED)
        ],
        "never_offered": {
            "paragraphs": len(never),
            "first": [{"paragraph": key, "title": titles[key]} for key in never[:LISTED]],
        },
    }


def _had(point: PastPoint) -> bool:
    """Whether the bank had something that answers, or may."""
    return point.sure != "no" and bool(point.offered)


def _places(points: Sequence[PastPoint]) -> dict[str, int]:
    """Where the best placed of the Paragraphs used stood in the list."""
    places = [
        min((point.offered.index(key) + 1 for key in point.stand if key in point.offered), default=0)
        for point in points
    ]
    return {
        "offered_first": sum(place == 1 for place in places),
        "offered_first_three": sum(1 <= place <= 3 for place in places),
        "offered_first_ten": sum(1 <= place <= 10 for place in places),
        "not_offered": places.count(0),
    }


def _put_in(points: Sequence[PastPoint]) -> dict[tuple[int, int], str]:
    """What came of each Paragraph the program put in, by reply and Paragraph: one may answer two Points."""
    found: dict[tuple[int, int], str] = {}
    for point in points:
        for key in point.assembled:
            if key in point.stand:
                found[point.reply, key] = "changed" if point.stand[key] else "kept"
            else:
                found.setdefault((point.reply, key), "taken_out")
    return found


def told(counted: Mapping[str, Any]) -> str:
    """The figures in sentences."""
    if not counted["replies"]:
        return (
            "No reply has left the house in this time, so there is nothing to count. A reply counts "
            "once somebody has made a Word letter, a mail or a copy of it."
        )
    lines = [f"{_many(counted['replies'], 'reply', 'replies')} left the house, with {_points(counted)}."]
    lines += _told_of_use(counted)
    for heading, rows in (
        ("Taken out most often:", [_named(row, row["times"]) for row in counted["most_taken_out"]]),
        _never(counted["never_offered"]),
    ):
        lines += ["", heading, *rows] if rows else []
    return "\n".join(lines)


def _told_of_use(counted: Mapping[str, Any]) -> list[str]:
    bank, put_in = counted["from_the_bank"], counted["put_in"]
    own, nothing = counted["own_words"], counted["unanswered"]
    lines = []
    if bank["points"]:
        lines += [
            f"{_points(bank)} answered from the bank. The paragraph used was offered",
            f"  first                {_share(bank['offered_first'], bank['points'])}",
            f"  among the first 3    {_share(bank['offered_first_three'], bank['points'])}",
            f"  among the first 10   {_share(bank['offered_first_ten'], bank['points'])}",
            f"  not at all           {_share(bank['not_offered'], bank['points'])}, and was searched for",
        ]
    if put_in["paragraphs"]:
        lines += [
            f"{_many(put_in['paragraphs'], 'paragraph')} put in by the program, and by people",
            f"  kept as it was       {_share(put_in['kept'], put_in['paragraphs'])}",
            f"  changed              {_share(put_in['changed'], put_in['paragraphs'])}",
            f"  taken out            {_share(put_in['taken_out'], put_in['paragraphs'])}",
        ]
    lines.append(
        f"{_points(own)} answered in your own words: these are gaps in the bank, but for "
        f"{own['with_something_on_offer']} where it had something."
    )
    lines.append(
        f"{_points(nothing)} not answered: {nothing['left_on_purpose']} left on purpose, "
        f"{nothing['with_something_on_offer']} although the bank had something."
    )
    return lines


def _never(never: Mapping[str, Any]) -> tuple[str, list[str]]:
    rest = never["paragraphs"] - len(never["first"])
    more = [f"  and {rest:,} more"] if rest else []
    return "Never offered:", [*(_named(row) for row in never["first"]), *more]


def _named(row: Mapping[str, Any], times: int = 0) -> str:
    often = f", {_many(times, 'time')}" if times else ""
    return f"  paragraph {row['paragraph']}{': ' if row['title'] else ''}{row['title']}{often}"


def _points(counted: Mapping[str, Any]) -> str:
    return _many(counted["points"], "point")


def _many(count: int, noun: str, nouns: str = "") -> str:
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"


def _share(part: int, whole: int) -> str:
    return f"{part:>6,}  ({round(100 * part / whole)} in 100)"
