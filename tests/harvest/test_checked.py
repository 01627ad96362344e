"""Letters, columns and reports by writers who never saw the rules, with what they said must come of them.

`checked/NAME.txt` is in their own words, `checked/NAME.json` lists their checks: what is left out, what is
kept and in whose voice, whose words are never ours, and which figures are found. MISSED is all that fails.
"""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from correspondence import harvest, intake
from correspondence.models import Figure, Paragraph, Source

FOLDER = Path(__file__).parent / "checked"
NUMBERS = ("money", "count", "percentage", "ratio")
Check = dict[str, Any]

# A length of time that is a sum; a bus by its time; the notes at the end of a department's page; a post that
# only the line names which says who speaks; money that is said to be public, and given for a furnace.
# Of l17, l21, l22 and l34 what tells of a constituent's own matter, which the bank must not keep. Of others
# mostly what a figure measures, and a post that only the line names which says who speaks.
MISSED = {
    ("c95", "not_ours", "bulldoze Fernhurst and sell the field to my developer friends"),  # a charge, denied
    ("c7", "figure", "1,906"),
    ("c4", "no_figure", "8.05"),
    ("r4", "bill_or_act", "Local Government (Miscellaneous Provisions) Act 1976"),
    ("r4", "figure", "40%"),
    ("r4", "kept", "The Swimming Pool Renewal Fund is run by Sport England"),
    ("r15", "office_holder", "Education Secretary"),
    ("r20", "figure", "£210 million"),
    ("l17", "kept", "I am grateful to you for your letter of 2nd May about"),
    ("l17", "kept", "I have taken up your daughter's case with the Courts Minister"),
    ("l17", "kept", "Thank you for taking the time to write, and please give"),
    ("l17", "bill_or_act", "Victims and Prisoners Act 2024"),
    ("l17", "office_holder", "Courts Minister"),
    ("c21", "figure", "45%"),
    ("c23", "figure", "£86 million"),
    ("c24", "kept", "At Harness we have begun to bring cases ourselves."),
    ("c26", "figure", "£2.6 billion"),
    ("l21", "kept", "Thank you for contacting me about Carer’s Allowance and for telling me"),
    ("l22", "kept", "Thank you for your e-mail about the difficulty you and your daughter"),
    ("l23", "figure", "£3,450"),
    ("l27", "figure", "17,950"),
    ("r29", "office_holder", "Environment Secretary"),
    ("c31", "figure", "£37,200"),
    ("l33", "figure", "9%"),
    ("r34", "office_holder", "Fisheries Minister"),
    ("r34", "office_holder", "Maritime Minister"),
    ("r35", "figure", "£460,000"),
    ("c34", "kept", "That is why I have spent the past fortnight in Caithness"),
    ("l34", "kept", "Thank you for writing to me about Carer’s Allowance, and for telling me"),
    ("l34", "kept", "Thank you once again for getting in touch, and please do come back"),
    ("r38", "figure", "£68million"),
    ("r39", "figure", "£640 million"),
    ("r41", "figure", "1.6 million"),
    ("c38", "figure", "£392 million"),
    ("l42", "figure", "£3.1 million"),
    ("r43", "figure", "79,420"),
    ("c46", "figure", "238,000 hectares"),
    ("l45", "figure", "47 homes"),
    ("l46", "figure", "212"),
    ("l46", "figure", "84%"),
    ("l47", "figure", "24%"),
    ("r62", "figure", "9,000 hours"),
    ("r65", "figure", "£2.8 million"),
    ("l65", "figure", "3.6 million"),
    ("l66", "relative_time", "last week"),
    ("l82", "kept", "The Leasehold and Freehold Reform Act 2024 ought to have"),
    ("c85", "kept", "But let us look at the figures. In 2015-16 some 509,000"),
    ("c85", "kept", "First, 60 per cent of the levy should be reserved"),
    ("c87", "kept", "In my opinion what is needed is a regulator with teeth."),
    ("l87", "figure", "£3,900"),
    ("l89", "figure", "£240"),
    ("l90", "kept", "I don't suppose that I've won you round."),
    ("c57", "author", "Delphine Rourke"),
    ("c57", "kept", "The Tobacco and Vapes Bill, which gets its second reading"),
    ("c57", "kept", "Last year a quarter of all 11 to 15-year-olds in our county"),
    ("c57", "kept", "I made these points to the Public Health Minister when I"),
    ("c57", "kept", "There are 19 Trading Standards officers for the entire"),
    ("c57", "kept", "I want to go further. In my opinion a second offence"),
}


@cache
def _cut(name: str) -> Source:
    file = FOLDER / f"{name}.txt"
    return harvest.cut(intake.read(file.name, file.read_bytes()), harvest.Told())


def _figures(source: Source, text: str) -> list[Figure]:
    """Those whose words are these, or a part of them or the other way round."""
    all_of_them = (figure for paragraph in source.paragraphs for figure in paragraph.version.figures)
    wanted = text.lower()
    return [
        figure
        for figure in all_of_them
        if wanted in (said := " ".join(figure.text.lower().split())) or said in wanted
    ]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _with(source: Source, words: str) -> list[Paragraph]:
    return [paragraph for paragraph in source.paragraphs if words in _plain(paragraph.version.text)]


def _is_left_out(source: Source, check: Check) -> bool:
    line = re.escape(_plain(check["line"]))
    alone = re.compile(rf"(?:^|\n){line}(?:\n|$)|^{line} | {line}$" if len(line) < 25 else line)
    return not any(
        alone.search(paragraph.version.text) or alone.search(_plain(paragraph.version.text))
        for paragraph in source.paragraphs
    )


def _is_kept(source: Source, check: Check) -> bool:
    found = _with(source, _plain(check["starts"]).strip("“\"'‘")[:60])
    if not found or found[0].kind != check.get("kind", found[0].kind):
        return False
    version, wanted = found[0].version, check.get("voice", "").lower()
    said = [name.lower() for name in (version.voice, version.speaker) if name]
    return any(wanted in name or name in wanted for name in said)


def _is_not_ours(source: Source, check: Check) -> bool:
    ours = ("office", source.author)
    return not any(
        paragraph.version.voice in ours and not paragraph.version.speaker
        for paragraph in _with(source, _plain(check["contains"]))
    )


def _is_figure(source: Source, check: Check) -> bool:
    starts = [word[:5].lower() for measure in check.get("measures", []) for word in measure.split()]
    return any(
        figure.value == check["value"]
        and all(start in f"{figure.measure} {figure.unit}".lower() for start in starts)
        for figure in _figures(source, _plain(check["text"]))
    )


def _of_kind(*kinds: str) -> Callable[[Source, Check], bool]:
    def has(source: Source, check: Check) -> bool:
        return any(figure.kind in kinds for figure in _figures(source, _plain(check["text"])))

    return has


def _is_no_figure(source: Source, check: Check) -> bool:
    same = [figure for figure in _figures(source, check["text"]) if figure.text == check["text"]]
    return not any(figure.kind in NUMBERS for figure in same)


HOLDS: dict[str, Callable[[Source, Check], bool]] = {
    "file": lambda source, check: source.kind == check["value"],
    "author": lambda source, check: source.author == check["value"],
    "date": lambda source, check: str(source.date) == check["value"],
    "asks": lambda source, check: any(check["what"] in question for question in source.questions),
    "left_out": _is_left_out,
    "kept": _is_kept,
    "not_ours": _is_not_ours,
    "figure": _is_figure,
    "no_figure": _is_no_figure,
    "relative_time": _of_kind("relative_time", "period"),
    "bill_or_act": _of_kind("bill"),
    "office_holder": _of_kind("office_holder"),
}


def _said(check: Check) -> str:
    return next(
        str(check[part]) for part in ("text", "starts", "line", "contains", "value", "what") if part in check
    )


@pytest.mark.parametrize("name", sorted(file.stem for file in FOLDER.glob("*.json")))
def test_what_readers_asked_for_holds(name: str) -> None:
    checks = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    source = _cut(name)
    failed = {
        (name, check["check"], _said(check)) for check in checks if not HOLDS[check["check"]](source, check)
    }
    assert failed == {missed for missed in MISSED if missed[0] == name}
