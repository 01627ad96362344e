"""Figures of the seeds, and of sentences of parliamentary answers labelled by hand."""

from typing import Any

import pytest

from correspondence.figures import find
from tests.bench.figures import score
from tests.conftest import MATERIAL

SEED_FIGURES: dict[str, list[tuple[Any, str]]] = {
    "000": [(3000, "smugglers"), ("Borders Bill", ""), (None, "third reading")],
    "001": [(1000, "Albanian nationals"), ("P1W", ""), ("Illegal Migration Bill", "")],
    "002": [
        (8000, "intercepted"), (19_000_000, "security and infrastructure"),
        (1_400_000, "secure waiting zone"), (230, "lorries"), (2_000_000, "scanners"),
        (1_000_000, "extra sniffer dogs"), (3_000_000, "security measures"),
        (7_000_000, "railhead at Coquelles"), (200, "migrants every month are being returned"),
        (10_000_000, "costs of humanitarian support"), (2000, "meals a day"), (90, "officers"),
        (900_000_000, "Syrian crisis"), (217_000_000, "aid initiatives"), (2_500_000, "refugees"),
        (4_000_000_000, "economic development"),
    ],
    "003": [("P6Y", ""), (51, "visits and arrests"), ("P12M", ""), (30_000, "failed asylum seekers")],
    "004": [
        (1185, "people reached"), (100, "crossings"), (700, "intercepted or rescued"), ("2021-07", ""),
        ("2019", ""), ("2020", ""), (3, "asylum claims"), (0.26, "population"),
    ],
}  # fmt: skip
SEED_WORDS = {
    "000": ["next few weeks"],
    "001": ["past week", "this week", "December last year", "Next week", "Once passed"],
    "003": ["several months", "in weeks", "this week", "This week"],
    "004": ["last week", "last night", "coming weeks", "past few weeks", "August last year"],
}


@pytest.mark.material
@pytest.mark.parametrize("seed", SEED_FIGURES)
def test_the_seeds_give_their_figures(seed: str) -> None:
    (path,) = (MATERIAL / "seeds").glob(f"{seed}_*.txt")
    figures = find(path.read_text("utf-8"), None)
    for value, measure in SEED_FIGURES[seed]:
        assert any(figure.value == value and measure in figure.measure for figure in figures), (
            value,
            measure,
        )
    words = [figure.text for figure in figures if figure.kind == "relative_time"]
    assert set(SEED_WORDS.get(seed, [])) <= set(words)
    assert not [figure for figure in figures if figure.text in {"7", "11", "G7"}]


@pytest.mark.material
@pytest.mark.parametrize("part", ["dev", "held", "second", "third", "fourth", "fifth"])
def test_figures_of_labelled_sentences_are_found(part: str) -> None:
    result = score(part)
    assert result["precision"] >= 0.94
    assert result["recall"] >= 0.95
