"""What a letter is searched by, point by point."""

from correspondence.matching.asked import asked
from correspondence.matching.lexical import HeldWords

FLOODS = "We live by the river and the cellar has been under water twice. Will the flood wall be built?"
BUSES = "I get off work at nine. Why was the evening bus taken off?"


def test_a_point_is_searched_with_the_letter_but_for_what_the_others_ask() -> None:
    letter = f"{FLOODS}\n\nI am eighty.\n\n{BUSES}"
    search = asked([FLOODS, BUSES], letter, HeldWords())
    assert [search.texts[place] for place in search.points] == [FLOODS, BUSES]
    floods, buses = (search.texts[place] for place in search.letters)
    for text in (floods, buses):
        assert "under water twice" in text
        assert "I am eighty." in text
        assert "off work at nine" in text
    assert "flood wall" in floods
    assert "evening bus" not in floods
    assert "evening bus" in buses
    assert "flood wall" not in buses
    windows = {search.texts[place] for place in search.windows[0]}
    assert not any("evening bus" in text for text in windows)
