"""Answers as Members put them on their own pages: standing words, a day and a title stand over them."""

import datetime as dt

import pytest

from tests.harvest.cuts import cut_text, texts, voices

THANKS = "Thank you for writing to me about the old pier at Saltby."
SHUT = "The harbour board closed it in May, and I have asked the Piers Minister to pay for new planks."
STANDING = (
    "So many campaign e-mails come to me that I can no longer afford to reply to each of you by post, and so"
    " I shall put an answer to every one of them on this page."
)
SORRY = "I am sorry that this is less personal than I should like it to be, but the cost had become too high."
THEIRS = [
    "The Government keeps piers under review, and grants for them are decided every spring by the board.",
    "At the last Budget a further £4 million was set aside to mend planks.",
]


def test_standing_words_over_the_day_and_title_are_the_pages() -> None:
    source = cut_text("\n\n".join([STANDING, SORRY, "22 NOV 2017", "The old pier", THANKS, SHUT]))
    assert (source.kind, source.title, source.date) == ("reply", "The old pier", dt.date(2017, 11, 22))
    assert texts(source) == [THANKS, SHUT]


def test_what_a_letter_says_over_another_that_follows_it_stays() -> None:
    source = cut_text("\n\n".join([SHUT, SORRY, "22 NOV 2017", "The old pier", THANKS, SHUT]))
    assert SORRY in texts(source)


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        (
            "I hope the following information from the Department for Piers is of interest:",
            "Department for Piers",
        ),
        ("The following note by the Piers and Quays Office may be of help:", "Piers and Quays Office"),
    ],
)
def test_information_that_an_answer_passes_on_is_its_departments(lead: str, body: str) -> None:
    back = "I will write to the Minister again, and I hope that this is helpful."
    source = cut_text("\n\n".join([THANKS, SHUT, lead, *THEIRS, back]))
    said = dict(zip(texts(source), voices(source), strict=True))
    assert [said[line].removeprefix("the ") for line in THEIRS] == [body, body]
    assert said[SHUT] == said[back] == "office"


@pytest.mark.parametrize(
    ("over", "title"),
    [
        (["The old pier at Saltby"], "The old pier at Saltby"),
        (["Amberley Quill"], ""),  # nobody's in the text: it may be the person who was answered
        (["Ada Quill", "The Old Pier"], ""),  # an address
    ],
)
def test_the_line_over_a_greeting_is_a_title_where_the_text_bears_it_out(over: list[str], title: str) -> None:
    answer = "The pier at Saltby is old, and its harbour board says that it cannot pay for the new planks."
    assert cut_text("\n\n".join([*over, "Dear Constituent,", THANKS, answer])).title == title


def test_a_title_with_its_day_in_brackets_is_both() -> None:
    source = cut_text("\n\n".join(["Piers (6 December 2018)", "Thank you for your communication.", SHUT]))
    assert (source.kind, source.title, source.date) == ("reply", "Piers", dt.date(2018, 12, 6))
