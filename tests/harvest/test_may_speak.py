"""Only a name, a post, a body or somebody described is given as a speaker, and never more than that."""

import time

import pytest

from correspondence.harvest import may_speak
from correspondence.harvest.marks import outside, quotes
from correspondence.harvest.speakers import SOMEBODY, named
from tests.harvest.cuts import cut_text, paragraph_with
from tests.harvest.test_quotations import LONG


def said_by(line: str) -> str:
    marked = quotes(line)
    return named(outside(line, marked), [], quoted=bool(marked))


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Jo Field, the MP for Ashby, intervened to", "Jo Field, the MP for Ashby"),
        ("A Piers Office spokesperson rejected that", "A Piers Office spokesperson"),
        ("The charity Safe Slips takes another view", "The charity Safe Slips"),
        ("Pat Rowan, of the Pier Trust, said when I first", "Pat Rowan, of the Pier Trust"),
        ("A lady of 81 stopped me outside the chemist", "A lady of 81"),
        ("The integrated harbour board", "The integrated harbour board"),
        ("Wednesday Sir Pat Rowan", "Sir Pat Rowan"),
        ("one of the clerks", "one of the clerks"),
        ("an ally", "an ally"),
        ("Mr Rowan’s demand", ""),
        ("Her reply reached me last week, the material part", ""),
        ("Piers Office figures 91 boats were lost", ""),
        ("a round trip of 31 miles", ""),
        ("Wednesday", ""),
        ("The", ""),
        ("MP", ""),
    ],
)
def test_a_speaker_is_cut_from_what_is_told_of_him_or_is_none(words: str, who: str) -> None:
    assert may_speak.who(words) == who


@pytest.mark.parametrize(
    "thing", ["A hand-painted board outside", "The sign on the gate", "One of the postcards"]
)
def test_a_thing_that_is_quoted_is_no_speaker(thing: str) -> None:
    assert said_by(f"{thing} said: “{LONG}.”") == SOMEBODY


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        (
            "At the briefing this morning the prime minister's official spokesperson",
            "the prime minister's official spokesperson",
        ),
        ("In Ashby the chancellor’s press secretary", "the chancellor’s press secretary"),
        ("In a statement the Mayor of Ashby’s office", "the Mayor of Ashby’s office"),
        ("After the debate a spokeswoman for Jo Field", "a spokeswoman for Jo Field"),
        ("Later Harbour Street's official spokesman", "Harbour Street's official spokesman"),
    ],
)
def test_whoever_speaks_for_somebody_is_not_that_person(lead: str, who: str) -> None:
    assert said_by(f"{lead} said: “{LONG}.”") == who


@pytest.mark.parametrize("unnamed", ["AN MP", "A FURIOUS councillor", "A mother"])
def test_an_mp_with_whom_a_page_begins_is_whom_it_names_next(unnamed: str) -> None:
    page = f"""MP tells of piers that fall as minister is urged to act

3 May 2026

{unnamed} has told a debate that piers along the coast are falling into the sea.

Jo Field, who stands for Ashby, led the debate in the hall on Tuesday.

Opening it, Ms Field said that she had seen more than 50 piers since Easter.

“{LONG},” said the Liberal Democrat MP. “The first went down, and the last was struck off the list.”

She added: “Nobody blames the keepers of the piers for any of it.”"""
    source = cut_text(page)
    assert paragraph_with(source, "has told a debate").version.speaker == "Jo Field"
    assert paragraph_with(source, LONG).version.voice == "Jo Field"
    assert paragraph_with(source, "Nobody blames").version.voice == "Jo Field"


def test_he_is_whoever_was_heard_with_a_party_and_a_seat() -> None:
    told = "The chamber also heard from Jo Field, Labour MP for Ashby. He said that 46 piers had been mended."
    assert named([told], ["Pat Rowan"], quoted=False) == "Jo Field"


def test_the_backbencher_is_the_member_just_named_and_no_minister_before() -> None:
    page = f"""Piers to fall
By Pat Rowan
3 May 2024

The piers minister, Jo Field, said that she had “every sympathy” with those who fish there.

It was not enough for Saltby’s MP, Una Elm. The Green backbencher said she would vote against the Bill.

“{LONG},” she told the Saltby Gull.
"""
    assert paragraph_with(cut_text(page), LONG).version.voice == "Saltby’s MP, Una Elm"


def test_a_name_printed_twice_without_a_space_is_one_name() -> None:
    page = (
        "Let the piers stand\n\n" + LONG + ".\n\nUna Elm MPUna Elm MP\nUna Elm MP\n\n" + LONG + " again.\n\n"
    )
    assert cut_text(page + "Una Elm is the Green MP for Saltby.").author == "Una Elm"


def test_a_long_post_without_a_name_is_told_at_once() -> None:
    began = time.perf_counter()
    assert not may_speak.is_unnamed("A deputy assistant commissioner for piers and harbours, Jo Field")
    assert time.perf_counter() - began < 1
