"""Whom a report tells of before it lets them speak: with their post, and behind what it tells first."""

import pytest

from correspondence.harvest.bodies import is_body
from correspondence.harvest.speakers import SOMEBODY
from tests.harvest.test_quotations import LONG, spoken


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Independent Saltby councillor Jo Field wants a vote.", "Independent Saltby councillor Jo Field"),
        ("Welsh Liberal party leader Jo Field called for a vote.", "Welsh Liberal party leader Jo Field"),
        (
            "Liberal Democrat harbours spokesperson Jo Field, who rows there, called for a vote.",
            "Liberal Democrat harbours spokesperson Jo Field",
        ),
        ("Dafydd ap Field, the party’s chair, warned of tolls.", "Dafydd ap Field, the party’s chair"),
        (
            "Ash Borough Council leader Cllr Jo Field is “cross” about it.",
            "Ash Borough Council leader Cllr Jo Field",
        ),
        ("Her party colleague Jo Field was told of the “ruin” of the pier.", "Jo Field"),
        ("The shadow Chancellor Jo Field opposes the toll.", "The shadow Chancellor Jo Field"),
        (
            "It was put to the shadow piers secretary, Jo Field, in May.",
            "The shadow piers secretary, Jo Field",
        ),
        ("It was put to former harbour minister Jo Field in May.", "Former harbour minister Jo Field"),
        (
            "Labour Spokesperson for Piers, Ash and Elm MP Jo Field, has called for a vote.",
            "Labour Spokesperson for Piers, Ash and Elm MP Jo Field",
        ),
    ],
)
def test_whoever_is_told_of_keeps_the_whole_of_their_post(told: str, who: str) -> None:
    assert spoken(told, f"She said: “{LONG}.”")[1] == (who, who)


def test_she_is_a_person_and_not_the_body_that_spoke_last() -> None:
    union = "The head of the Boatmen’s Union has said that its members feel “cheated” by the toll."
    assert spoken(union, "The government has said that few will pay.", f"“{LONG},” he said.")[2] == (
        "The head of the Boatmen’s Union",
        "The head of the Boatmen’s Union",
    )


@pytest.mark.parametrize(
    ("speaker", "body"),
    [
        ("The government", True),
        ("The Saltby Trust", True),
        ("A Department for Piers spokesman", False),
        ("The president of the Union of Boatmen", False),
        ("The St Hilda representative", False),
        ("The Rev Jo Field", False),
        ("East Saltby's Jo Field", False),
        ("East Saltby's Harbour Board", True),
    ],
)
def test_whoever_speaks_for_a_body_is_none(speaker: str, body: bool) -> None:
    assert is_body(speaker) is body


@pytest.mark.parametrize(
    ("told", "who"),
    [
        (
            "Her words came in a debate after shadow piers secretary Jo Field hit out at the “cheap” toll.",
            "shadow piers secretary Jo Field",
        ),
        ("The row broke out when Pat Rowan said that the pier was “a ruin”.", "Pat Rowan"),
        (
            "Angry skippers have hit out at the mayor, Pat Rowan, over the toll, which they say is “ruin”.",
            "Angry skippers",
        ),
        ("Comments have included claims that the board was “asleep”.", SOMEBODY),
    ],
)
def test_what_is_told_before_a_speaker_is_no_part_of_the_name(told: str, who: str) -> None:
    assert spoken(told)[0] == (who, "")


def test_whoever_is_told_of_beside_a_few_quoted_words_speaks_next_and_not_who_spoke_before() -> None:
    before = f"Ash council’s head of piers, Pat Rowan, said: “{LONG}.”"
    told = "Saltby council leader Cllr Jo Field was also critical of a board that has “left us to rot”."
    assert spoken(before, told, f"He said: “{LONG}.”")[2] == ("Saltby council leader Cllr Jo Field",) * 2


def test_what_somebody_does_meanwhile_is_no_name() -> None:
    told = "Accusing Labour of a “ruin”, she said that the pier was lost."
    assert spoken(f"Jo Field said: “{LONG}.”", told)[1][0] == "Jo Field"


def test_what_stands_in_a_clause_of_time_is_not_who_speaks() -> None:
    told = "On the radio, she said one call, before the government announced a toll, “was a show”."
    assert spoken(f"Jo Field said: “{LONG}.”", told)[1][0] == "Jo Field"


def test_whoever_stands_in_a_sentence_of_their_own_behind_a_quotation_speaks() -> None:
    before = "The plea was made by Jo Field. The ferryman, Pat Rowan, was fined in May."
    assert spoken(before, f"“{LONG}.” Says Jo. “We want it back by the spring.”")[1] == ("Jo", "Jo")


@pytest.mark.parametrize(
    ("then", "who"),
    [
        ("The trust’s chief executive, Jo Field, wrote to the Speaker about it.", "An MP"),
        ("Jo Field wrote to the Speaker about it.", "Jo Field"),
    ],
)
def test_an_mp_is_not_whoever_runs_a_trust_that_is_named_next(then: str, who: str) -> None:
    assert spoken("An MP has called the owners of piers “greedy”.", then)[0][0] == who


def test_the_member_for_a_place_is_the_one_named_and_not_a_party_s_mp() -> None:
    told = "A Liberal MP has said that the toll is a “ruin”."
    named = "Jo Field told the House that 41 skippers had left “in a week”."
    assert spoken(told, named, f"“{LONG},” the MP for Saltby told the House.")[2] == ("Jo Field",) * 2


@pytest.mark.parametrize(
    ("named", "who"),
    [
        ("The former pier minister Dame Jo Field", "The former pier minister Dame Jo Field"),
        ("The trust’s director Jo Field", "the MP for Saltby"),
    ],
)
def test_the_member_for_a_place_is_the_minister_just_named_and_no_director(named: str, who: str) -> None:
    told = f"{named} said she was “cross” about it."
    assert spoken(told, f"“{LONG},” the MP for Saltby told the House.")[1] == (who, who)


@pytest.mark.parametrize(
    ("before", "lead", "who"),
    [
        (
            "The Guild of Boatmen & Planks Association told us of “ruin”.",
            "They added:",
            "The Guild of Boatmen",
        ),
        (
            "Saltby Trust said it was “cross”. \n\nSkippers said that it hurt.",
            "It warned:",
            "Saltby Trust",
        ),
        ("It rained.", "Guild chair Jo Field expressed deep concern over the toll:", "Guild chair Jo Field"),
        ("Jo Field told us that she was “cross”.", "The North Ash LUP MLA said:", "Jo Field"),
        (
            "It rained.",
            "Jo Field, the North Ash Ulster Liberal member and Chairman of the Saltby "
            "Employment and Learning Committee has stressed:",
            "Jo Field",
        ),
    ],
)
def test_who_leads_in_is_known_by_what_was_told_of_them(before: str, lead: str, who: str) -> None:
    assert spoken(*before.split(" \n\n"), f"{lead} “{LONG}.”")[-1][1].startswith(who)


def test_whoever_cites_something_and_asks_is_whose_question_it_is() -> None:
    told = "Shadow piers minister Jo Field has accused the board of waste."
    asks = f"Speaking on the quay yesterday, Field (pictured) cited a survey, and asked: “{LONG}?”"
    who = "Shadow piers minister Jo Field"
    assert spoken(told, asks)[1] == (who, who)


def test_what_somebody_does_instead_is_no_name() -> None:
    told = f"Jo Field did not deny it, but pointed out that the toll was low, and said it would “{LONG}”."
    assert spoken(told)[0][0] == "Jo Field"


def test_she_is_not_whom_she_goes_with() -> None:
    told = "Shadow piers minister Jo Field has called for a vote on the toll."
    goes = "Joining party leader Pat Rowan as he toured the quay she said that it had been shut."
    who = "Shadow piers minister Jo Field"
    assert spoken(told, goes, f"She said: “{LONG}.”")[2] == (who, who)


@pytest.mark.parametrize(("pronoun", "who"), [("He", "Jo Field"), ("She", "Harbour Secretary Pat Rowan")])
def test_he_is_nobody_whom_the_text_calls_ms(pronoun: str, who: str) -> None:
    told = [
        "Jo Field has promised to end the “sorry” trade in planks on the quay.",
        "It comes as Harbour Secretary Pat Rowan said that a “safe and lawful way” would be the only one.",
        f"{pronoun} said: “{LONG}.”",
        f"Ms Rowan added: “{LONG}.”",
    ]
    assert spoken(*told)[2] == (who, who)


def test_whoever_tells_somebody_something_after_a_hint_is_quoted() -> None:
    told = f"The Piers Minister hinted on Monday that planks may come, telling Gull Radio: “{LONG}.”"
    assert spoken(told)[0] == ("The Piers Minister", "The Piers Minister")


@pytest.mark.parametrize(
    "before", ["Under pressure to keep his “new planks” pledge, Mr Field", "This is something Mr Field"]
)
def test_what_hangs_before_a_title_is_no_part_of_a_name(before: str) -> None:
    assert spoken(f"Jo Field said: “{LONG}.”", f"{before} said that it was “{LONG}”.")[1][0] == "Jo Field"


def test_whoever_is_named_before_he_keeps_her_post() -> None:
    told = "Harbour Secretary Pat Rowan has opened the pier."
    who = "Harbour Secretary Pat Rowan"
    assert spoken(told, f"Ms Rowan said he had been wrong: “{LONG}.”")[1] == (who, who)
