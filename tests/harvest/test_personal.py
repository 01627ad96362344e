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
        ("My office (ref. HO 88123) can help.", "My office can help.", ("number",)),
        ("My constituent Mr Alan Reed wrote.", "My constituent wrote.", ("name",)),
        ("You rang from 01632 960123.", "You rang from ((telephone)).", ("telephone",)),
        ("You wrote from a.b@example.net.", "You wrote from ((e-mail)).", ("email",)),
        ("Your home at 14 Acacia Avenue, ZZ1 2AB is dry.", "Your home at ((address)) is dry.", ("address",)),
        ("Flooding in ZZ1 2AB goes on.", "Flooding in ((address)) goes on.", ("postcode",)),
        (
            "I wrote under Case No. 20391 today.",
            "I wrote under Case No. ((reference)) today.",
            ("number",),
        ),
        ("I wrote (ref: AB/1234) today.", "I wrote today.", ("number",)),
        ("Your National Insurance number AB 12 34 56 C is right.", None, ("number",)),
        ("I hear your neighbour Mrs Ivy Cole fell.", "I hear your neighbour fell.", ("name",)),
        ("Your tenant, Mr D. Harker, owes rent.", "Your tenant owes rent.", ("name",)),
        ("Your mother-in-law, Mrs Edna Fitch, 84, is ill.", "Your mother-in-law is ill.", ("name",)),
        ("Your daughters, Chloe and Megan, walk.", "Your daughters walk.", ("name",)),
        ("Your neighbours Mr and Mrs Petrov’s fence.", "Your neighbours’ fence.", ("name",)),
        ("Your neighbours, the Hendersons, agree.", "Your neighbours agree.", ("name",)),
        ("Your mother (Mrs Jean Abbot) waits.", "Your mother waits.", ("name",)),
        ("Your mum Jean's operation was late.", "Your mum's operation was late.", ("name",)),
        ("Your mother, Doreen, who died in May, paid.", "Your mother, who died in May, paid.", ("name",)),
        ("Your neighbour at number 14, Mr Adan, agrees.", "Your neighbour at number 14 agrees.", ("name",)),
        ("Your friend Sunil Mehta and his wife Leena came.", "Your friend and his wife came.", ("name",) * 2),
        ("Your GP, Dr Farah Aziz, is right.", "Your GP is right.", ("name",)),
        ("I told Mr Dunn, your solicitor, so.", "I told ((name)), your solicitor, so.", ("name",)),
        ("Mr Cole next door is loud.", "((name)) next door is loud.", ("name",)),
        ("Mr Khan of 6 Elm Grove wrote.", "((name)) of ((address)) wrote.", ("address", "name")),
        ("A Mr Stanley Moss, you say, parks there.", "((name)), you say, parks there.", ("name",)),
        ("I write on behalf of Mrs Ada Quill today.", "I write on behalf of ((name)) today.", ("name",)),
        ("Mrs Devi's dementia is worse.", "((name))'s dementia is worse.", ("name",)),
        ("Flat 3, Beech House, Carr Lane, is damp.", "((address)), is damp.", ("address",)),
        (
            "Your cottage, Rose Cottage, Back Lane, floods.",
            "Your cottage, ((address)), floods.",
            ("address",),
        ),
        ("You live in Cromwell Road now.", "You live in ((address)) now.", ("address",)),
        ("The police came to 8 Fern Close.", "The police came to ((address)).", ("address",)),
        (
            "My office can be reached on 01632 960001, and yours, I note, is 01632 960777.",
            "My office can be reached on 01632 960001, and yours, I note, is ((telephone)).",
            ("telephone",),
        ),
        ("My office rang you on 01632 960333.", "My office rang you on ((telephone)).", ("telephone",)),
        (
            "Tell my office, not jim@example.net, please.",
            "Tell my office, not ((e-mail)), please.",
            ("email",),
        ),
        ("Your NHS number is 943 476 5919.", "Your NHS number is ((reference)).", ("number",)),
        ("It stands under QQ 12 34 56 C there.", "It stands under ((reference)) there.", ("number",)),
        (
            "Your claim, number 55182093, is open.",
            "Your claim, number ((reference)), is open.",
            ("number",),
        ),
        ("The crime number you were given, 23/004518, is.", None, ("number",)),
        ("Your account 40-12-77 31926819 is shut.", "Your account ((reference)) is shut.", ("number",)),
        ("You were born on 3 June 1954.", "You were born on ((date of birth)).", ("date of birth",)),
        ("Born on 4 May 1948, you paid.", "Born on ((date of birth)), you paid.", ("date of birth",)),
        ("Your son Kieran (DOB 12/09/2011) waits.", "Your son waits.", ("name", "date of birth")),
        ("You will turn 66 on 9 July 2026.", "You will turn 66 on ((date of birth)).", ("date of birth",)),
        ("Your car (YK21 OPA) was clamped.", "Your car was clamped.", ("number",)),
        ("A number plate K123 ABC.", "A number plate ((registration)).", ("number",)),
    ],
)
def test_a_detail_is_taken_out_and_its_kind_noted(
    text: str, without: str | None, removed: tuple[str, ...]
) -> None:
    found, details = personal.without(text, ["Emily", "Oakes"])
    assert tuple(detail.kind for detail in details) == removed
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
        "Write to the Minister at 20 Great Smith Street, London SW1P 3BT.",
        "My surgery is at 14 Market Street, Northmoor, on Fridays.",
        "My team can be reached by telephone, 01632 960001, or by e-mail, team@example.org.",
        "The council's housing team is on 01632 960900.",
        "Shelter can advise you at info@shelter.example.",
        "In case C-411/10 the Court ruled, and in the case of 2022 it did not.",
        "Planning application 24/01234/FUL was refused.",
        "The Prime Minister and his wife, Victoria, came.",
        "Your children, Ofsted says, are taught well, and Parkinson's disease needs research.",
        "Women born on 6 April 1950, and the Health Service, born on 5 July 1948.",
        "If your date of birth is before 6 April 1978, your pension age is 67.",
        "In 2024 Oxford Street was closed, and you live in Northmoor, Labour said.",
        "A Mr Speaker who is fair is wanted.",
        "Your employer, Royal Mail, and your friend the Chancellor agree.",
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


def test_a_name_found_beside_a_relation_is_known_from_then_on() -> None:
    names: list[str] = []
    personal.without("Your neighbour, Mrs Ivy Cole, fell.", names)
    assert (
        personal.without("I shall ask about Mrs Cole again.", names)[0] == "I shall ask about ((name)) again."
    )


def test_a_long_text_takes_no_long_time() -> None:
    assert personal.without("my ref number is of " * 10_000, ["Oakes"])[1] == ()


def test_only_what_is_new_in_a_text_is_gone_through() -> None:
    before = "I met you in May. The county pays."
    text = "I met you in May. The county pays, Mrs Oakes. I was sorry to hear of your operation.\n- Two"
    left, found = personal.take_out_new(text, before, ["Oakes"])
    assert left == "I met you in May. The county pays. \n- Two"
    assert [(detail.kind, detail.words) for detail in found] == [
        ("case details", "I was sorry to hear of your operation."),
        ("name", "Mrs Oakes"),
    ]
