"""Personal details of the person answered go; what is public stays."""

import pytest

from correspondence.harvest import personal


@pytest.mark.parametrize(
    ("text", "without", "removed"),
    [
        ("I hope, Mrs Oakes, that this helps.", "I hope that this helps.", ("name",)),
        ("Thank you, Emily.", "Thank you.", ("name",)),
        ("Mrs Oakes, you are right.", "You are right.", ("name",)),
        ("I met Mrs Oakes in May.", "I met ((name)) in May.", ("name",)),
        ("Your daughter Emma is ill.", "Your daughter is ill.", ("name",)),
        ("Your son, Tom, and Tom’s school.", "Your son and ((name))’s school.", ("name", "name")),
        ("Your brother-in-law Sasha can apply.", "Your brother-in-law can apply.", ("name",)),
        ("My office (ref. HO 88123) can help.", "My office can help.", ("reference",)),
        ("My constituent Mr Alan Reed wrote.", "My constituent wrote.", ("name",)),
        ("You rang from 01632 960123.", "You rang from ((telephone)).", ("telephone",)),
        ("You wrote from a.b@example.net.", "You wrote from ((e-mail)).", ("e-mail",)),
        ("Your home at 14 Acacia Avenue, ZZ1 2AB is dry.", "Your home at ((address)) is dry.", ("address",)),
        ("Flooding in ZZ1 2AB goes on.", "Flooding in ((address)) goes on.", ("address",)),
        ("I wrote under Case No. 20391 today.", "I wrote under ((reference)) today.", ("reference",)),
        ("I wrote (ref: AB/1234) today.", "I wrote today.", ("reference",)),
        ("Your National Insurance number AB 12 34 56 C is right.", None, ("reference",)),
    ],
)
def test_a_detail_is_taken_out_and_its_kind_noted(
    text: str, without: str | None, removed: tuple[str, ...]
) -> None:
    found, kinds = personal.without(text, ["Emily", "Oakes"])
    assert kinds == removed
    if without is not None:
        assert " ".join(found.split()) == " ".join(without.split())


@pytest.mark.parametrize(
    "text",
    [
        "The Home Secretary, Mrs May, met Mr Hart.",
        "Write to 10 Downing Street, London SW1A 2AA.",
        "Call my office on 01632 960001.",
        "Ring the helpline on 0800 111 222.",
        "Write to correspondence@homeoffice.gov.uk.",
        "£1,250,000 in 2023 and 12 routes, 0.26% of them new.",
        "In the case of 4 ports out of 11, claims rose.",
        "Section 21 notices and regulation 122 remain.",
        "Your constituency Labour party and your council, Northmoor, agree.",
    ],
)
def test_what_is_public_stays(text: str) -> None:
    assert personal.without(text, ["Emily", "Oakes"]) == (text, ())


@pytest.mark.parametrize(
    ("salutation", "names"),
    [
        ("Mrs Oakes", ["Oakes"]),
        ("Mr and Mrs Oakes", ["Oakes"]),
        ("Emily", ["Emily"]),
        ("Dr Jo O’Neill", ["Jo", "O’Neill"]),
        ("Sir or Madam", []),
        ("Constituent", []),
        ("Home Secretary", []),
    ],
)
def test_names_are_those_of_the_greeting(salutation: str, names: list[str]) -> None:
    assert personal.names_in(salutation) == names


def test_a_surname_that_is_also_a_word_stays_a_word() -> None:
    assert (
        personal.without("The Price Cap is too high, Mr Price.", ["Price"])[0] == "The Price Cap is too high."
    )
