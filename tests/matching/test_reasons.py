"""Why a paragraph is offered is told in words that mean something by themselves."""

from correspondence.matching.held import Held
from correspondence.matching.lexical import stems
from correspondence.matching.reasons import because, spoken

ASKED = "Why has the quay been shut since the storm, though nobody was ever told?"


def test_words_that_tell_a_person_nothing_are_no_reason() -> None:
    weights = dict.fromkeys(stems(ASKED), 1.0)
    ours = Held(1, 1, "The quay was shut in March, though nobody fished there since.")
    assert spoken(because(ASKED, ours, weights, None)) == "quay, shut"
    assert because(ASKED, Held(1, 1, "Nobody has fished there since."), weights, None) == []
