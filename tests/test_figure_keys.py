"""What two figures measure alike, and what nobody can tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from correspondence.figures import find


def keys(text: str) -> list[str]:
    return [
        figure.key for figure in find(text, None) if figure.kind in {"money", "count", "percentage", "ratio"}
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We have put £25 million into sea walls.", "The Government put £21m into sea walls."),
        ("Ministers spent £3m a year on pier repairs.", "It put £4m each year into the repair of piers."),
        ("The bridge toll is £4.", "As of June the bridge toll was £5."),
        ("In Ambershire 40 ferries were cancelled.", "In Ambershire, 52 ferries were cancelled."),
        ("Ferry punctuality stands at 81%.", "Ferry punctuality stood at 79 per cent."),
        ("The harbour fee was raised from £10 to £12.", "The harbour fee is £15."),
    ],
)  # fmt: skip
def test_the_same_measure_has_one_key(one: str, other: str) -> None:
    assert [key for key in keys(one) if key] == [key for key in keys(other) if key]
    assert keys(one)[-1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We have put £25 million into sea walls.", "We have put £25 million into lake piers."),
        ("The bridge toll is £4.", "The bridge toll is €4."),
        ("We spend £3m a year on pier repairs.", "We spend £3m on pier repairs."),
        ("Ferry punctuality stands at 81%.", "Ferry punctuality rose by 81%."),
        ("In Ambershire the bridge toll is £4.", "In Northmoor the bridge toll is £4."),
        ("Ambershire Council received £4m for sea walls.", "Northmoor Council received £4m for sea walls."),
        ("The bridge toll in 2024 was £4.", "The bridge toll in 2025 was £5."),
        ("In Ambershire 40 ferries were cancelled.", "In Ambershire 40% of ferries were cancelled."),
    ],
)  # fmt: skip
def test_another_place_rate_or_currency_is_another_measure(one: str, other: str) -> None:
    assert keys(one)
    assert keys(one) != keys(other)


@pytest.mark.parametrize(
    "text",
    [
        "We are investing £25 million.",
        "They have £3m of this funding.",
        "There were 40 people.",
        "There are 300 local authorities.",
        "We provided £2m in capital funding.",
        "The budget is £13 million for 2025/26.",
        "It is open to those under 18 years old.",
        "It cost £4.",
    ],
)
def test_too_few_words_have_no_key(text: str) -> None:
    assert keys(text) == [""]


def test_an_old_value_and_two_values_in_one_text_have_no_key() -> None:
    assert keys("The harbour fee was raised from £10 to £12.")[0] == ""
    assert keys("The harbour fee was £10. From June the harbour fee is £12.") == ["", ""]
    assert keys("The harbour fee is £12. Yes, the harbour fee is £12.")[0]


def test_dates_names_and_bills_have_no_key() -> None:
    found = find("The Sea Walls Bill was laid on 4 May 2024 by the Home Secretary last week.", None)
    assert len(found) == 4
    assert {figure.key for figure in found} == {""}


@given(st.text(alphabet="£5m%ab IinEssex. ofto,\n1", max_size=200))
def test_any_text_has_keys_that_fit_their_column(text: str) -> None:
    assert all(len(figure.key) <= 300 for figure in find(text, None))
