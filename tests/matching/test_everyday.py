"""Everyday words: what is found in a text and where, what is not, and how fast."""

import time

import pytest

from correspondence.matching.everyday import Everyday, Said, key, phrases, shipped

LIST = [
    ("taxman", "HM Revenue and Customs; tax"),
    ("see a doctor", "GP appointments"),
    ("care home", "residential care"),
    ("kicked out", "possession; eviction"),
    ("looking after my mum", "unpaid carers"),
    ("SEND", "special educational needs"),
    ("SEND pupils", "special educational needs"),
    ("benefit", "social security"),
    ("benefit cap", "total benefits"),
    ("cap lifted", "uncapped"),
    ("a&e", "accident and emergency"),
    ("awaab's law", "damp and mould"),
    ("landlord wants us out", "possession"),
    ("can't afford a house", "first-time buyers"),
    ("foot and mouth", "animal disease"),
]


def said(text: str) -> list[str]:
    return [found.said for found in Everyday(LIST).found(text)]


def test_what_is_found_tells_where_it_stands_in_the_writer_s_own_words() -> None:
    text = "Dear Sir,\n\nThe Taxman’s fine came."
    [found] = Everyday(LIST).found(text)
    assert found == Said("taxman", ("HM Revenue and Customs", "tax"), 15, 23)
    assert text[found.start : found.end] == "Taxman’s"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I cannot see my doctor", ["see a doctor"]),
        ("nobody is seeing their doctors", ["see a doctor"]),
        ("the care homes closed", ["care home"]),
        ("I take care of him at home", []),
        ("I care about my home", []),
        ("They took her into care. Home is far.", []),
        ("looking after our mum", ["looking after my mum"]),
        ("looking for my mum", ["looking after my mum"]),
        ("looking at that mum", ["looking after my mum"]),
        ("we were kicked out", ["kicked out"]),
        ("he kicked the ball", []),
        ("he kicked. Out of order", []),
        ("at A&E for ten hours", ["a&e"]),
        ("the e-mail, i.e. this", []),
        ("Awaabs law", ["awaab's law"]),
        ("the landlord wants us out now", ["landlord wants us out"]),
        ("landlords want a guarantor", []),
        ("the landlord wants. Us out", []),
        ("they can't afford their house", ["can't afford a house"]),
        ("affordable housing", []),
        ("look, my mum", []),
        ("foot & mouth", ["foot and mouth"]),
    ],
)
def test_words_stand_together_but_for_those_that_tell_nothing(text: str, found: list[str]) -> None:
    assert said(text) == found


def test_the_longest_run_wins_and_none_overlap() -> None:
    assert said("my benefits and the benefit cap lifted") == ["benefit", "benefit cap"]
    assert said("lift it: cap lifted, benefit cap") == ["cap lifted", "benefit cap"]


def test_words_in_capitals_are_found_in_capitals_only() -> None:
    assert said("I send him to school") == []
    assert said("my SEND child, and SEND's cost") == ["SEND", "SEND"]
    assert said("a SEND pupil; they send pupils home") == ["SEND pupils"]
    assert said("PLEASE SEND HELP") == []


def test_of_rows_for_the_same_words_the_last_counts_and_useless_ones_are_left_out() -> None:
    everyday = Everyday([("Carers allowance", "a"), ("the", "b"), ("!", "c"), ("carer's allowances", "d")])
    assert len(everyday) == 1
    assert everyday.found("no carer's allowance")[0].means == ("d",)
    assert key("with the") == ()
    assert key("kicked out") != key("kicked")
    assert key("SEND") != key("send")
    assert key("see my doctor") == key("see the doctors")
    assert key("cut to benefits") == key("cut in benefits") != key("cut benefits")


def test_phrases_are_parted_by_semicolons_and_each_stands_once() -> None:
    assert phrases(" a b;c ; a b;;") == ("a b", "c")


def test_every_row_that_is_shipped_can_be_found_and_none_twice() -> None:
    rows = shipped()
    everyday = Everyday(rows)
    assert len(rows) > 1_000
    assert len({key(said) for said, _ in rows}) == len(rows)
    assert len(everyday) == len(rows)
    lost = [
        said for said, _ in rows if said not in [found.said for found in everyday.found(f"It is {said}.")]
    ]
    assert lost == []
    assert [said for said, means in rows if not phrases(means) or len(said) > 80 or len(means) > 200] == []


def test_a_letter_takes_a_moment_and_a_very_long_one_no_more_than_its_share() -> None:
    everyday = Everyday(shipped())
    letter = "The taxman fined me and I cannot see a doctor about my carers allowance. " * 22
    everyday.found(letter)
    start = time.process_time()
    for _ in range(10):
        everyday.found(letter)
    assert (time.process_time() - start) / 10 < 0.02  # 2 ms on a quiet machine
    start = time.process_time()
    assert len(everyday.found(letter * 350)) == 3 * 22 * 350
    assert time.process_time() - start < 10
