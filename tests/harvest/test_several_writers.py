"""A column by two is by both of them, and never one's alone."""

import pytest

from tests.harvest.test_desks import column

TITLE = "Our pier is rotting while ministers dither"
BOTH = "Jo Field and Pat Rowan"


@pytest.mark.parametrize(
    ("over", "under"),
    [
        (BOTH, "Jo Field is minister for piers and MP for Ash. Pat Rowan is founder of the Pier Trust"),
        (BOTH, "Jo Field is the Labour MP for Ash."),
        ("By Jo Field MP and Pat Rowan", ""),
        ("By JO FIELD & PAT ROWAN", ""),
        ("Jo Field, MP for Ash, and Pat Rowan, leader of the Pier Trust", ""),
        ("", "Jo Field is the MP for Ash and Pat Rowan is chair of the Pier Trust."),
    ],
)
def test_two_who_write_together_are_both_the_author(over: str, under: str) -> None:
    source = column(TITLE, over, under=under, member="Jo Field")
    assert (source.author, source.voice) == (BOTH, BOTH)


@pytest.mark.parametrize("line", ["State Pension and Pension Credit", "Jo Field and Pat Rowan at the pier"])
def test_a_line_with_and_that_no_writer_signs_is_no_byline(line: str) -> None:
    assert column(TITLE, line, under="Jo Field is the Labour MP for Ash.").author == "Jo Field"
