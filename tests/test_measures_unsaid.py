"""What a figure measures where the words beside it do not say: by "which", "it", or what comes behind."""

import pytest

from correspondence.figures.finder import by_rules


@pytest.mark.parametrize(
    ("text", "core", "measure"),
    [
        ("We asked about our river fund, which has been frozen at £9m since May.", "£9m", "river fund"),
        ("On a boat that goes for £900 that is a lot.", "£900", "boat"),
        ("The Pier Allowance is currently worth £83 a week.", "£83", "Pier Allowance"),
        ("The trust mends piers. It has now been valued at £9m.", "£9m", "trust mends piers valued"),
        ("It now owes more than £6m, and £7m has been paid out to skippers.", "£7m", "paid out to skippers"),
        ("The toll on wrecks hardly changed: it was £95 in 2021.", "£95", "toll on wrecks"),
        ("It cost £9m.[2] Of that, about £2m is meant for nets.", "£2m", "meant for nets"),
        ("The greatest fine for that fault is £90, said the guard.", "£90", "greatest fine for that fault"),
        ("The limit above which skippers pay the toll will rise from £1m to £2m.", "£2m", "limit"),
        ("The quay was mended at a cost of £9m.", "£9m", "quay was mended at a cost"),
        ("A poll found that 49% had been warned and 12% had been fined.", "12%", "fined"),
        ("We ran trials of nets at sea and spent £9m on them.", "£9m", "trials of nets"),
        ("The limit for the loudest boats is 77 decibels.", "77", "limit for the loudest boats"),
        ("Capital funding of £9m has been allocated for the piers.", "£9m", "Capital funding for the piers"),
        ("There are 700 people with a Boats, Nets and Piers Plan.", "700", "a Boats, Nets and Piers Plan"),
    ],
)
def test_what_is_measured_is_found_elsewhere(text: str, core: str, measure: str) -> None:
    (figure,) = (figure for figure in by_rules(text, None) if figure.text == core)
    assert measure in figure.measure
    assert len(figure.measure) <= len(measure) + 20


def test_an_act_with_etc_in_its_name_is_one_name() -> None:
    [act] = by_rules("It breaks the Piers and Boats at Sea etc. Act 1974. We know.", None)
    assert (act.kind, act.text) == ("bill", "Piers and Boats at Sea etc. Act 1974")


@pytest.mark.parametrize("text", ["It is worth £9m.", "Out of £9m, nothing is left."])
def test_where_nothing_says_it_the_words_stay(text: str) -> None:
    [figure] = by_rules(text, None)
    assert figure.measure
