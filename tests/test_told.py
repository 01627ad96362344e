"""What a figure measures, as its words' weights say."""

import csv

import pytest

from correspondence.figures import find, told
from correspondence.figures.edges import neat
from correspondence.figures.finder import by_rules
from correspondence.figures.nearby import near
from correspondence.figures.runs import best
from correspondence.text import sentence_spans

CASES = [
    (
        "London Fire Brigade attended 5,790 calls to shut-in lifts last year.",
        "5,790",
        "London Fire Brigade attended calls to shut-in lifts",
    ),
    (
        "On Monday I will present to the House of Commons a petition signed by 11,306 residents.",
        "11,306",
        "House of Commons a petition signed residents",
    ),
    (
        "Out of £3.9 billion set aside for dentistry, £392 million was handed back.",
        "£3.9 billion",
        "set aside for dentistry",
    ),
    (
        "The Pets (Import of Dogs, Cats and Ferrets) Act 2025 stops the import of 3% of puppies.",
        "3%",
        "Pets (Import of Dogs, Cats and Ferrets) Act 2025 stops the import puppies",
    ),
    ("Sanctions were imposed on three settlers.", "three", "Sanctions were imposed settlers"),
    ("That is £40 for every man, woman and child.", "£40", "man, woman and child"),
    ("They must find £90 out of a salary that starts at £24,000.", "£90", "salary"),
]


def _measure(text: str, figure: str) -> str:
    return next(found.measure for found in find(text, None) if found.text.startswith(figure))


@pytest.mark.parametrize(("text", "figure", "measure"), CASES)
def test_the_measure_is_what_tells_of_the_figure(text: str, figure: str, measure: str) -> None:
    assert _measure(text, figure) == measure


@pytest.mark.parametrize(
    ("measure", "left"),
    [
        ("billion a year to support the routes", "support the routes"),
        ("out of a salary that starts", "salary"),
        ("Over a year that is", ""),
        ("Ferrets) Act 2025 stops the import of", "Act 2025 stops the import"),
        ('nationalisation "would', "nationalisation"),
        ("over 65s who live alone", "over 65s who live alone"),
        ("each night of respite care", "each night of respite care"),
        ("the complaints it looked at", "complaints it looked at"),
        ("board expects the toll to bring in", "board expects the toll to bring in"),
        ("skipper left the chapel in her will", "skipper left the chapel in her will"),
        ("St Petroc's hospice and", "St Petroc's hospice"),
        ("dock that is worth", "dock"),
        ("address)) was reported", "reported"),
        ("hole at ((address)) filled", "hole at filled"),
        ("works (HS2) begin", "works (HS2) begin"),
        ("", ""),
    ],
)
def test_what_hangs_over_an_edge_is_cut(measure: str, left: str) -> None:
    assert neat(measure) == left


def test_the_figure_itself_is_no_part_of_its_measure() -> None:
    for text, figure, _ in CASES:
        assert figure not in _measure(text, figure)


def test_dates_and_names_keep_what_the_rules_say() -> None:
    text = "The Transport Secretary opened 12 stations on 3 May 2024."
    for found, ruled in zip(find(text, None), by_rules(text, None), strict=True):
        assert found.kind == "count" or found.measure == ruled.measure


def test_a_lock_of_three_is_no_figure() -> None:
    assert find("The triple lock stays, and so does triple-glazed glass.", None) == []
    assert [figure.text for figure in find("The number of homes tripled.", None)] == ["tripled"]


def test_keys_are_of_what_the_rules_say() -> None:
    text = "The grant to Essex County Council for mending roads is £4 million."
    assert [found.key for found in find(text, None)] == [ruled.key for ruled in by_rules(text, None)]


def test_a_table_keeps_what_the_rules_say() -> None:
    text = "The sum put into " + ", ".join(f"{port} was £{port}9m" for port in range(100, 140)) + "."
    neatly = [neat(ruled.measure) for ruled in by_rules(text, None)]
    assert [found.measure for found in find(text, None)] == neatly


def test_a_run_stops_at_a_bracket_and_at_the_end_of_a_sentence() -> None:
    text = "Boats sank. The harbour (old quay) lost 40 boats."
    figures = find(text, None)
    place = next(place for place, figure in enumerate(figures) if figure.text.startswith("40"))
    words = near(text, sentence_spans(text), figures, place)
    runs = best(text, words, [5.0] * len(words))
    assert [text[start:end] for start, end in runs][:3] == ["Boats sank", "harbour", "old quay"]


def test_a_run_holds_the_whole_of_a_name() -> None:
    text = "The Wolds and Coast Water Board lost 40 boats."
    words = near(text, sentence_spans(text), find(text, None), 0)
    scores = [5.0 if word.low in ("coast", "water") else -5.0 for word in words]
    assert [text[start:end] for start, end in best(text, words, scores)] == ["Wolds and Coast Water Board"]


def test_no_word_with_weight_is_no_run() -> None:
    text = "The harbour lost 40 boats."
    words = near(text, sentence_spans(text), find(text, None), 0)
    assert best(text, words, [-5.0] * len(words)) == []


def test_a_figure_without_a_sentence_is_read() -> None:
    assert [found.text for found in find("£40", None)] == ["£40"]


def test_each_sign_has_one_weight() -> None:
    with told.WEIGHTS.open(encoding="utf-8", newline="") as file:
        signs = [sign for sign, _ in csv.reader(file)]
    assert len(signs) == len(set(signs)) and "" in signs
