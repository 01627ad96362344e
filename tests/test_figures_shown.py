"""What a figure measures, as it is shown to people."""

import pytest

from correspondence.figures.shown import measured
from correspondence.models import Figure, Version


def figure(text: str, said: str, measure: str, kind: str = "percentage") -> Figure:
    start = text.index(said)
    of = Figure(kind=kind, text=said, measure=measure, start=start, end=start + len(said))
    Version(text=text, figures=[of])
    return of


@pytest.mark.parametrize(
    ("text", "said", "measure", "shown"),
    [
        ("In a survey, 51% follow.", "51%", "follow", "“In a survey, 51% follow”"),
        ("Of 90 signs, 12 are wider than 40mm.", "40mm", "are wider than 40mm", "“12 are wider than 40mm”"),
        ("So far, nine have done so.", "nine", "done so", "“nine have done so”"),
        ("We rang 26 times. Nobody came.", "26", "We rang", "“We rang 26 times”"),
        ("Before that it was 15 per cent.", "15 per cent", "", "“Before that it was 15 per cent”"),
        ("“I lose 21p on the lot,” he said.", "21p", "lose on the lot", "“I lose 21p on the lot”"),
        ("Made £4,000 a year, nurses say.", "£4,000", "Made", "“Made £4,000 a year”"),
        (
            "One (two) 3 four five six seven eight nine it found 4% of those who came to us to ask for it.",
            "4%",
            "found",
            "“… four five six seven eight nine it found 4% of those who came to us to ask …”",
        ),
        (
            "The payment is £200 for a household, or £300 where someone is over 80.",
            "80",
            "payment is £200 for a household someone",
            "“or £300 where someone is over 80”",
        ),
    ],
)
def test_a_measure_that_names_nothing_is_shown_as_the_words_round_its_figure(
    text: str, said: str, measure: str, shown: str
) -> None:
    assert measured(figure(text, said, measure)) == shown


@pytest.mark.parametrize(
    "measure", ["calls to shut-in lifts", "keep-fit classes", "Fitting out a hub", "cost"]
)
def test_a_measure_that_names_something_is_shown_as_it_is(measure: str) -> None:
    assert measured(figure("It was 51% there.", "51%", measure)) == measure


@pytest.mark.parametrize(
    ("text", "said", "measure", "shown"),
    [
        (
            "That is why for several months we asked.",
            "several months",
            "why",
            "“That is why for several months we asked”",
        ),
        (
            "He has asked all along to know why by May.",
            "May",
            "why he asked",
            "“He has asked all along to know why by May”",
        ),
        (
            "A great many of us in this old town by the sea wrote about it last year.",
            "last year",
            "many of us wrote",
            "“A great many of us in this old town by the sea wrote about it last year”",
        ),
    ],
)
def test_what_a_time_is_told_of_is_its_clause(text: str, said: str, measure: str, shown: str) -> None:
    assert measured(figure(text, said, measure, kind="date" if said == "May" else "relative_time")) == shown


def test_a_measure_with_words_of_another_sentence_is_told_on_purpose() -> None:
    text = "Pensioners may have the payment. It is £200."
    assert measured(figure(text, "£200", "payment to pensioners", kind="money")) == "payment to pensioners"


def test_a_measure_without_the_word_that_ties_it_to_its_figure_is_whole() -> None:
    text = "New aid totalling £217 million in Africa will help."
    assert measured(figure(text, "£217 million", "New aid in Africa", kind="money")) == "New aid in Africa"


def test_of_a_day_it_is_said_what_happened_on_it() -> None:
    text = "The bill, turned down in May, was one we wanted."
    assert measured(figure(text, "May", "turned down", kind="date")) == "“turned down in May”"
    assert measured(figure(text, "May", "we wanted it", kind="date")) == "we wanted it"


def test_a_post_measures_nothing() -> None:
    assert not measured(figure("The Home Secretary said so.", "Home Secretary", "", kind="office_holder"))
