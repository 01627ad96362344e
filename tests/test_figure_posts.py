"""Posts that a paper writes small, and counts that stand behind "figures"."""

import pytest

from correspondence.figures.finder import by_rules


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("The chief inspector of prisons, Dame Jo Field, agreed.", "Chief Inspector of Prisons"),
        ("A former chief inspector of schools agreed.", "Chief Inspector of Schools"),
        ("The director of public prosecutions agreed.", "Director of Public Prosecutions"),
        ("The chief medical officer agreed.", "Chief Medical Officer"),
        ("Labour’s shadow City minister called it a plaster.", "Shadow City Minister"),
    ],
)
def test_a_post_is_known_in_small_letters(text: str, post: str) -> None:
    assert [figure.value for figure in by_rules(text, None) if figure.kind == "office_holder"] == [post]


def test_an_inspector_of_police_is_no_public_post() -> None:
    assert not by_rules("Chief Inspector Jo Field of the river force agreed.", None)


def test_figures_are_no_label_of_what_they_count() -> None:
    (count,) = by_rules("According to Piers Office figures 91 boats were lost.", None)
    assert (count.value, count.unit) == (91, "boats")
    assert not by_rules("The Figures 3 and 4 are on the next page.", None)
