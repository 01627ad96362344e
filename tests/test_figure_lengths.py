"""What is a length of time, and what many had or lost together, which is a count."""

import pytest

from correspondence.figures import find


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("They paid for 9,000 sitting days.", "count", 9000, "sitting days"),
        ("We had 14 working days lost to fog.", "count", 14, "working days"),
        ("Fog took 6,000 working hours.", "count", 6000, "working hours"),
        ("It takes 14 working days.", "period", "P14D", "day"),
        ("The council has 34 sitting days left.", "period", "P34D", "day"),
        ("It shone for 9,000 hours.", "period", "PT9000H", "hour"),
    ],
)
def test_what_many_had_together_is_no_length(text: str, kind: str, value: int | str, unit: str) -> None:
    (figure,) = find(text, None)
    assert (figure.kind, figure.value, figure.unit) == (kind, value, unit)


@pytest.mark.parametrize(
    "text",
    ["The board was shut for a second consecutive month.", "They met for a second time at 8 o’clock."],
)
def test_what_comes_after_the_first_and_an_hour_are_no_length_and_no_count(text: str) -> None:
    assert find(text, None) == []


def test_a_second_itself_is_a_length() -> None:
    assert [figure.value for figure in find("It shook for a second.", None)] == ["PT1S"]
