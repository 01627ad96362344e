"""What a number in words or digits is worth."""

import pytest

from correspondence.figures.numbers import number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two hundred", 200),
        ("a dozen", 12),
        ("twenty-five thousand", 25_000),
        ("a million", 1_000_000),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("two-thirds of a billion", 666_666_667),
        ("two hundred and fifty thousand", 250_000),
        ("three and a half", 3.5),
        ("three and a half million", 3_500_000),
        ("1,185", 1185),
        ("2.5 million", 2_500_000),
        ("two three", None),
        ("zero", 0),
    ],
)
def test_a_number_in_words_or_digits_has_its_worth(words: str, value: float | None) -> None:
    assert number(words) == value
