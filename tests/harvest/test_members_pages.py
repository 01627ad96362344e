"""Answers as Members put them on their own pages: standing words, a day and a title stand over them."""

import datetime as dt

import pytest

from correspondence.harvest import Told, cut
from correspondence.harvest.sources import ANOTHERS_LETTER
from correspondence.intake import read
from tests.harvest.cuts import cut_text, kinds, texts, voices

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


@pytest.mark.parametrize(
    "line",
    [
        "top of page",
        "bottom of page",
        "Monthly Archives: June 2019",
        "August 2019",
        "This blog post was published under the 2017-2022 Moderate Government",
    ],
)
def test_what_the_page_says_of_itself_over_a_title_is_none(line: str) -> None:
    source = cut_text("\n\n".join([line, "The old pier at Saltby", THANKS, SHUT, *THEIRS]))
    assert (source.title, texts(source)) == ("The old pier at Saltby", [THANKS, SHUT, *THEIRS])


def test_the_day_of_a_month_leaves_a_short_title_its_place() -> None:
    assert cut_text("\n\n".join(["Our pier", "August 2019", THANKS, SHUT])).title == "Our pier"


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("Writer's pictureJo Field MP", None),
        ("E-mail from Jo Field. 24/10/2019", dt.date(2019, 10, 24)),
        ("Open letter from Jo Field MP to the Harbour Board", None),
        ("Jo Field MP", None),
    ],
)
def test_a_page_of_another_member_is_asked_about(line: str, when: dt.date | None) -> None:
    document = read("page.txt", "\n\n".join([line, THANKS, SHUT]).encode())
    source = cut(document, Told(), member="Pat Ember")
    assert (source.author, source.voice, source.date) == ("Jo Field", "Jo Field", when)
    assert source.questions[-1] == ANOTHERS_LETTER
    assert cut(document, Told(), member="Jo Field").voice == "office"


def test_thanks_at_the_end_close_a_letter_without_a_full_stop_too() -> None:
    again = "Thank you again for taking the time to write to me"
    source = cut_text("\n\n".join([THANKS, SHUT, *THEIRS, again]))
    assert (texts(source)[-1], kinds(source)[-1]) == (again, "closing")


def test_what_a_page_of_several_answers_says_of_them_is_its_own() -> None:
    why = [
        "There are so many campaign e-mails that it is not possible for me to reply to each one of them.",
        "I shall instead post my answers on this page, and it may take me some days to get each of them up.",
        "Those who write to me about their own casework will have a letter from me.",
    ]
    one = ["The old pier", SHUT, "Dear Constituent,", THANKS, THEIRS[0], "The new ferry", THEIRS[1]]
    source = cut_text("\n\n".join(["Answers to campaigns", *why, *one]))
    assert texts(source) == [SHUT, THANKS, *THEIRS]
    assert set(voices(source)) == {"office"}
    alone = cut_text("\n\n".join(["The old pier", why[0], SHUT, THANKS, *THEIRS]))
    assert why[0] in texts(alone)
