"""What in a Point is the ask."""

import pytest

from correspondence.understanding.ask_of import ask_of

POINTS = {
    "what leads to it is left": (
        "We live by the river and the cellar has been under water twice. Will the flood wall be built?",
        "Will the flood wall be built?",
    ),
    "what it refers to is not": (
        "I keep bees. A report on hedges came out in May. Has the minister read it? Will she act on it?",
        "A report on hedges came out in May. Has the minister read it? Will she act on it?",
    ),
    "all from the first ask to the last": (
        "Will the pool open again? My son swims there. Who decided this? It is a long walk to the next.",
        "Will the pool open again? My son swims there. Who decided this?",
    ),
    "all where nothing is asked": ("The bins are full. Nobody comes.", "The bins are full. Nobody comes."),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("text", "ask"), POINTS.values(), ids=POINTS)
def test_the_ask_of_a_point(text: str, ask: str) -> None:
    assert ask_of(text) == ask
