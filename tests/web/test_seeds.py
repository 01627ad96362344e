"""Each sentence of what the five seeds must show, as the command line answers and as the review shows it."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from correspondence.cli import root
from correspondence.cli.instance import Instance
from correspondence.harvest.sources import WHICH_AUTHOR, WHICH_DATE
from tests.conftest import MATERIAL
from tests.web.bank import bring_in
from tests.web.browser import Browser

pytestmark = pytest.mark.material

Shown = tuple[dict[str, Any], str]  # the answer for one file, and the text of the page for the same file

# What, kind, value, unit, and words of what it measures.
REPLY_FIGURES = [
    ("8,000", "count", 8000, "illegal migrants", "intercepted"),
    ("£19 million", "money", 19_000_000, "GBP", "security and infrastructure"),
    ("£1.4 million", "money", 1_400_000, "GBP", "waiting zone"),
    ("230", "count", 230, "lorries", "lorries"),
    ("£2 million", "money", 2_000_000, "GBP", "scanners"),
    ("£1 million", "money", 1_000_000, "GBP", "sniffer dogs"),
    ("£3 million", "money", 3_000_000, "GBP", "security measures"),
    ("£7 million", "money", 7_000_000, "GBP", "railhead"),
    ("Two hundred", "count", 200, "migrants", "returned"),
    ("€10 million", "money", 10_000_000, "EUR", "humanitarian support"),
    ("2,000", "count", 2000, "meals", "meals"),
    ("90", "count", 90, "officers", "law enforcement"),
    ("£900 million", "money", 900_000_000, "GBP", "displaced"),
    ("£217 million", "money", 217_000_000, "GBP", "aid"),
    ("2.5 million", "count", 2_500_000, "refugees", "refugees"),
    ("£4 billion", "money", 4_000_000_000, "GBP", "economic development"),
]
# The lines of the newspaper in the second column: the beginnings of their hashes, in order.
JUNK = (
    "a0e2ca984299 62ec15396842 925a46fefcd1 c44c0906e2c3 10d659edb385 13603d40a595 39cef7812a4c 3d2815b46469"
)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the command line answers of all five, by file name."""
    folder = tmp_path_factory.mktemp("instance")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CORRESPONDENCE_INSTANCE", str(folder))
        patch.setattr(Instance, "work_off", lambda _self: None)
        files = [str(path) for path in sorted((MATERIAL / "seeds").glob("*.txt"))]
        result = CliRunner().invoke(root, ["bank", "import", *files, "--json"], prog_name="correspondence")
    assert result.exit_code == 0
    return {Path(file["file"]).name: file for file in json.loads(result.stdout)["files"]}


@pytest.fixture
def shown(request: pytest.FixtureRequest, answers: dict[str, Any], as_cas: Browser) -> Shown:
    """What came of one seed, both ways."""
    path = next((MATERIAL / "seeds").glob(f"{request.param:03}_*.txt"))
    page = bring_in(as_cas, (path.name, path.read_text(encoding="utf-8")))
    return answers[path.name], page.text


def both_ways(number: int) -> pytest.MarkDecorator:
    """Run a test on one seed; what the database is makes no difference to it."""
    return pytest.mark.parametrize(("engine", "shown"), [("sqlite", number)], indirect=True)


def figures_of(file: dict[str, Any]) -> list[dict[str, Any]]:
    return [figure for paragraph in file["paragraphs"] for figure in paragraph["figures"]]


def flagged(file: dict[str, Any], words: str) -> bool:
    """Whether a Problem of a Paragraph says that these words will not do as they stand."""
    problems = [problem for paragraph in file["paragraphs"] for problem in paragraph["problems"]]
    return any(problem["kind"] == "stale" and f"“{words}”" in problem["text"] for problem in problems)


@both_ways(2)
def test_the_replys_figures_have_their_unit_and_what_each_measures(shown: Shown) -> None:
    file, page = shown
    told = [figure for figure in figures_of(file) if figure["kind"] in ("money", "count")]
    assert [(said["text"], said["kind"], said["value"], said["unit"]) for said in told] == [
        wanted[:4] for wanted in REPLY_FIGURES
    ]
    for said, wanted in zip(told, REPLY_FIGURES, strict=True):
        assert wanted[4] in said["measure"]
        assert said["text"] in page
        assert said["measure"] in page or f"{said['text']} “" in page  # or the words round it
    assert file["source"]["voice"] == "office"


@both_ways(0)
def test_the_first_columns_byline_is_left_out_of_the_middle_and_its_weeks_are_flagged(shown: Shown) -> None:
    file, page = shown
    byline = next(left["text"] for left in file["left_out"] if left["why"] == "A byline.")
    assert byline.startswith(file["source"]["author"])
    assert file["source"]["date"] == "2021-12-01"
    assert all(byline not in paragraph["text"] for paragraph in file["paragraphs"])
    assert f"{byline} A byline." in page
    assert flagged(file, "next few weeks")
    assert "“next few weeks”, written on 1 December 2021: that has run out." in page
    assert {paragraph["voice"] for paragraph in file["paragraphs"]} == {file["source"]["author"]}


@both_ways(1)
def test_the_op_ed_is_asked_about_and_its_relative_times_are_flagged(shown: Shown) -> None:
    file, page = shown
    assert file["questions"] == [WHICH_DATE, WHICH_AUTHOR]
    assert WHICH_DATE in page
    for words in ("this week", "Next week", "Once passed", "December last year"):
        assert flagged(file, words), words
        assert f"It says “{words}”" in page
    assert {figure["as_of"] for figure in figures_of(file)} == {None}
    assert all("G7" not in figure["text"] for figure in figures_of(file))
    assert all(paragraph["review_date"] is None for paragraph in file["paragraphs"])


@both_ways(3)
def test_nothing_of_the_newspaper_is_in_the_second_column(shown: Shown) -> None:
    file, page = shown
    lines = [left["text"] for left in file["left_out"]]
    assert [hashlib.sha256(line.encode()).hexdigest()[:12] for line in lines] == JUNK.split()
    kept = " ".join(paragraph["text"] for paragraph in file["paragraphs"])
    assert not any(line in kept for line in lines)
    assert all(f"{left['text']} {left['why']}" in page for left in file["left_out"])
    assert {figure["value"] for figure in figures_of(file) if figure["kind"] == "count"} == {30_000}
    assert all(figure["value"] != 11 for figure in figures_of(file))


@both_ways(4)
def test_the_reports_speakers_are_kept_apart_and_none_of_it_is_the_offices(shown: Shown) -> None:
    file, page = shown
    voices = [paragraph["voice"] for paragraph in file["paragraphs"]]
    charity = voices[-1]
    assert charity.startswith("Bridget Chapman")
    assert voices == [
        *["the newspaper"] * 5, *["A Home Office spokesperson"] * 4, *["the newspaper"] * 7, *[charity] * 4
    ]  # fmt: skip
    speakers = [paragraph["speaker"] for paragraph in file["paragraphs"]]
    assert speakers[4] == "A joint statement"
    assert speakers[14].startswith("Home Secretary")  # what she promised, in her own words
    assert file["source"]["voice"] == ""
    for speaker in (charity, "A Home Office spokesperson", "the newspaper"):
        assert f"words of {speaker}" in page
    for paragraph in file["paragraphs"]:
        assert any(problem["kind"] == "other_voice" for problem in paragraph["problems"])
