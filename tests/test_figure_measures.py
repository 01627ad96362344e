"""What a figure measures ends where its phrase does."""

import pytest

from correspondence.figures import find


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Ministers raised the parking charge from £4 to £5 last May.", ["parking charge"] * 2),
        ("The parking charge rose from £4 to £5 last May.", ["parking charge"] * 2),
        (
            "They promised £9m of public money since 2019 and must keep their word.",
            ["public money since 2019"],
        ),
        ("He was paying £300 to dealers to get a seat only to be sent home.", ["paying to dealers"]),
        ("Pier grants of between £200 and £300 will be made by May.", ["Pier grants"]),
        ("We will spend £2 million on new piers and will mend the old one.", ["new piers"]),
    ],
)
def test_a_sum_measures_its_own_phrase_and_no_more(text: str, measures: list[str]) -> None:
    assert [figure.measure for figure in find(text, None) if figure.kind == "money"] == measures


@pytest.mark.parametrize(
    ("text", "core", "measure"),
    [
        ("The awards, which average £80,000 a pier, will go far.", "£80,000", "awards which average"),
        (
            "The Pier Fund, extended with a further £40 million, is open.",
            "£40 million",
            "Pier Fund extended with",
        ),
        (
            "The Warm Pier Rebate, which takes £150 off winter bills, stays.",
            "£150",
            "Warm Pier Rebate off winter bills",
        ),
        (
            "Skippers who move to small ports will be paid £18,000 to stay.",
            "£18,000",
            "Skippers paid to stay",
        ),
        (
            "A petition against the tolls was signed by 14,600 people.",
            "14,600",
            "petition against the tolls was signed by people",
        ),
        ("The number of boats rose to 576, an increase of 11% in a single year.", "11%", "boats increase"),
        (
            "The number of boats rose to 576, an increase of 11% in a single year.",
            "576",
            "number of boats",
        ),
        (
            "Of those who asked the fund, only 12% were paid.",
            "12%",
            "those who asked the fund were paid",
        ),
        ("Some 83% of those who replied were against.", "83%", "those who replied were against"),
        ("We want to see £1 billion a year more for clean rivers.", "£1 billion", "clean rivers"),
        ("The scheme has £22 million of grants for fishermen.", "£22 million", "grants for fishermen"),
        (
            "Its members employed 41,000 people and paid £1.1bn in tax.",
            "41,000",
            "Its members employed people",
        ),
    ],
)
def test_a_measure_takes_along_what_it_points_back_to(text: str, core: str, measure: str) -> None:
    (figure,) = (figure for figure in find(text, None) if figure.text == core)
    assert measure in figure.measure
    assert len(figure.measure) <= len(measure) + 12
