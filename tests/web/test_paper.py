"""A letter cut into pieces for the page: nothing of it is lost, doubled or put elsewhere."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from correspondence.models import Message, Point
from correspondence.web.paper import mark, pieces

BODY = "Who pays? And when? Thank you."


def letter(points: list[tuple[int, int]], folded: list[dict[str, Any]]) -> Message:
    return Message(
        body=BODY,
        folded=folded,
        points=[
            Point(position=place, start=start, end=end, text=BODY[start:end])
            for place, (start, end) in enumerate(points)
        ],
    )


def test_points_are_marked_where_they_begin_and_folded_pieces_stand_where_they_stood() -> None:
    folds = [
        {"text": "Dear MP,\n", "why": "greeting", "at": 0},
        {"text": "Ann", "why": "signature", "at": 30},
    ]
    found = pieces(letter([(0, 9), (10, 19)], folds))
    assert [(one.text, one.why, one.is_start) for one in found] == [
        ("Dear MP,", "greeting", False),
        ("Who pays?", "", True),
        (" ", "", False),
        ("And when?", "", True),
        (" Thank you.", "", False),
        ("Ann", "signature", False),
    ]


def test_a_fold_inside_a_point_parts_it_and_its_number_is_given_once() -> None:
    found = pieces(letter([(0, 19)], [{"text": "> quoted", "why": "quoted", "at": 10}]))
    assert [(one.text, one.is_start) for one in found if one.point] == [
        ("Who pays? ", True),
        ("And when?", False),
    ]


spans = st.tuples(st.integers(0, len(BODY)), st.integers(0, len(BODY)))
folds = st.fixed_dictionaries(
    {"text": st.text(max_size=5), "why": st.just("quoted"), "at": st.integers(0, len(BODY))}
)


@given(st.lists(spans, max_size=5), st.lists(folds, max_size=4))
def test_the_pieces_together_are_the_letter_wherever_points_and_folds_lie(
    points: list[tuple[int, int]], folded: list[dict[str, Any]]
) -> None:
    found = pieces(letter(points, folded))
    assert "".join(one.text for one in found if not one.why) == BODY
    starts = [one.point for one in found if one.is_start]
    assert len(starts) == len({id(point) for point in starts})


@pytest.mark.parametrize(("number", "sign"), [(1, "①"), (20, "⑳"), (21, "(21)")])
def test_a_point_has_a_sign_that_is_no_colour(number: int, sign: str) -> None:
    assert mark(number) == sign
