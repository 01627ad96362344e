"""A text that answers questions one by one: they are its readers', and the answers its writer's."""

import pytest

from tests.harvest.cuts import cut_text, left_out, texts

FIRST = "Because the board has never found the money for the planks, and I will go on asking for it."
SECOND = "I believe that it will be open again by the summer, and I have asked the minister to pay."
PAGE = """Your questions about the pier
By Jo Field MP
3 May 2024

{one}

{label}{first}

{two}

{label}{second}
"""
ONE = "You are supposed to be for the port. Why did you sit on your hands while the pier fell in?"
TWO = "Is it true that you want to sell the pier and the land behind it to your friends?"


@pytest.mark.parametrize(
    ("before_one", "before_two", "label"),
    [("1. ", "2. ", ""), ("1) ", "2) ", ""), ("Q1: ", "Q2: ", "A: "), ("Q: ", "Q: ", "A: ")],
)
def test_a_question_that_is_answered_is_left_out_and_its_answer_stays(
    before_one: str, before_two: str, label: str
) -> None:
    asked = [before_one + ONE, before_two + TWO]
    source = cut_text(PAGE.format(one=asked[0], two=asked[1], label=label, first=FIRST, second=SECOND))
    assert texts(source) == [FIRST, SECOND]
    assert set(asked) <= set(left_out(source))


def test_one_numbered_question_may_be_the_writers_own() -> None:
    source = cut_text(PAGE.format(one="1. " + ONE, two=SECOND, label="", first=FIRST, second=SECOND))
    assert "1. " + ONE in texts(source)


def test_a_question_over_an_invitation_to_write_is_the_pages_and_another_stays() -> None:
    page = PAGE.format(
        one="Do you know who sold the planks?", label="", first=FIRST, two=SECOND, second=SECOND
    )
    appeal = "Do YOU know a rogue skipper?\n\nEmail our newsdesk at tips@gull.example or call 01632 960 999"
    source = cut_text(f"{page}\n{appeal}\n")
    assert "Do YOU know a rogue skipper?" in left_out(source)
    assert texts(source)[-1] == SECOND


def test_a_question_at_the_end_of_a_letter_stays_over_the_office_s_number() -> None:
    question = "Have you had an answer from the board since you wrote to me about the pier?"
    source = cut_text(
        f"Dear Ms Rowan,\n\nThank you for your letter about the pier.\n\n{FIRST}\n\n{question}\n\n"
        "Office of Jo Field MP, tel 01632 960 999\n\nYours sincerely,\n\nJo Field MP"
    )
    assert question in texts(source)
