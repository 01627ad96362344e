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
