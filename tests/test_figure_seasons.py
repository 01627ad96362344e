"""Seasons of sport and of the land, half-terms and recesses need the day of writing."""

import pytest

from correspondence.figures import find


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The second tier lost £411m last season.", ["last season"]),
        ("This lambing season was wet.", ["This lambing season"]),
        ("Next season’s grain will be dear.", ["Next season"]),
        ("We shall know by the end of the season.", ["end of the season"]),
        ("It was shut the winter before last.", ["winter before last"]),
        ("They come back after this half-term.", ["this half-term"]),
        ("I shall ask again later in the recess.", ["later in the recess"]),
        ("This season ticket is dear.", []),
        ("At this season of goodwill we sing.", []),
    ],
)
def test_a_season_of_sport_is_a_relative_time(text: str, words: list[str]) -> None:
    assert [figure.text for figure in find(text, None) if figure.kind == "relative_time"] == words
