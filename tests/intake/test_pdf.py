"""PDFs: text in the order of reading, what is not the letter left out, the rest refused with a sentence."""

import random
import time

import pytest

from correspondence.errors import Refused
from correspondence.intake import pages, pdf, read
from correspondence.intake.document import Document
from correspondence.intake.pages import Page, Run
from tests.intake.pdfs import Line
from tests.intake.pdfs import pdf as made
from tests.intake.test_limits import mutant

LETTER: list[Line] = [
    (72, 780, "Northmoor Gazette, 3 May 2024"),
    (72, 700, "The Government has set aside three million pounds for the pier at Saltby, and"),
    (72, 686, "work begins in the spring. I have asked the Minister for a date and for a pro-"),
    (72, 672, "mise that the well-known lamps will stay."),
    (72, 640, "I shall write again when I have an answer."),
    (290, 40, "Page 1 of 2"),
]
SECOND: list[Line] = [
    (72, 780, "Northmoor Gazette, 3 May 2024"),
    (72, 700, "The pier is 120 years old."),
    (290, 40, "Page 2 of 2"),
]


def test_lines_become_paragraphs_and_heads_and_numbers_of_pages_are_left_out() -> None:
    document = read("letter.txt", made(LETTER, SECOND, title="The pier"))
    assert (document.kind, document.title, document.date) == ("pdf", "The pier", None)
    assert document.text == (
        "The Government has set aside three million pounds for the pier at Saltby, and work begins in the "
        "spring. I have asked the Minister for a date and for a promise that the well-known lamps will stay."
        "\n\n"
        "I shall write again when I have an answer.\n\nThe pier is 120 years old."
    )


def test_a_scan_says_what_to_do_and_a_page_without_text_is_said() -> None:
    with pytest.raises(Refused, match="searchable"):
        pdf.read(made([], picture=True))
    with pytest.raises(Refused, match="no text"):
        pdf.read(made([]))
    partly = pdf.read(made([(72, 700, "The pier at Saltby is shut.")], [], picture=True))
    assert "pictures without text" in partly.notices[0]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"%PDF-1.4\nnothing", "damaged"),
        (made(*[[(72, 700, "A page.")]] * (pdf.PAGES + 1)), "Split it"),
        (made(LETTER).replace(b"/Info 5 0 R", b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (" + b"o" * 32
         + b") /U (" + b"u" * 32 + b") /P -4 >> /ID [(a)(a)]"), "password"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        pdf.read(data)


def test_a_changed_pdf_gives_a_document_or_a_sentence() -> None:
    chance = random.Random(4)
    for _ in range(6):
        changed = mutant(made(LETTER, SECOND), chance)
        try:
            assert isinstance(pdf.read(changed), Document)
        except Refused as refused:
            assert str(refused).endswith(".")


def column(left: float, top: float, *lines: str) -> list[Run]:
    """Lines under each other, 5 points a letter."""
    return [
        Run(left, top - 14 * at, left + 5 * len(line), top - 14 * at + 11, line)
        for at, line in enumerate(lines)
    ]


LEFT = (
    "The pier at Saltby is a hundred years",
    "old and it has been shut since the",
    "storm of last March. I went there and",
    "I met the engineers, who told me that",
    "its legs are worn to half of what they",
)
RIGHT = (
    "were. It would cost three million to",
    "mend it and much more to build anew.",
    "The Government has set that aside and",
    "I shall see to it that the work begins",
    "before the winter.",
)


def text_of(*runs: list[Run]) -> str:
    return pages.text_of([Page(595, 842, tuple(run for some in runs for run in some))])


def test_columns_are_read_one_after_the_other_under_their_heading() -> None:
    heading = column(60, 740, "A heading of the page that goes across both of its columns to the end of it")
    woven = [
        run for pair in zip(column(60, 700, *LEFT), column(300, 700, *RIGHT), strict=True) for run in pair
    ]
    heading_text, body = text_of(heading, woven).split("\n\n", 1)
    assert heading_text.startswith("A heading")
    assert body == " ".join((*LEFT, *RIGHT))


def test_an_address_to_the_right_is_no_column() -> None:
    address = column(400, 760, "14 Acacia Avenue", "Northmoor", "ZZ1 2AB", "3 May 2024")
    body = column(60, 680, *(f"{words} and on it goes to the end of the line here" for words in LEFT))
    assert text_of(address, body).split("\n\n")[0] == "14 Acacia Avenue\nNorthmoor\nZZ1 2AB\n3 May 2024"


def test_lines_that_their_writer_ended_keep_their_ends() -> None:
    lines = column(
        60,
        700,
        "- one thing that is wanted by all",
        "- another thing",
        "and that is all of it, as far as we know",
    )
    assert (
        text_of(lines)
        == "- one thing that is wanted by all\n- another thing\nand that is all of it, as far as we know"
    )


def test_a_hyphen_stays_where_the_document_writes_the_word_with_one() -> None:
    body = column(60, 700, "The long-term plan and the other long-", "term plans are all well and good, and",
                  "nobody has seen the govern-", "ment do it.")  # fmt: skip
    assert "other long-term plans" in text_of(body)
    assert "government do it" in text_of(body)


def test_an_indent_begins_a_paragraph() -> None:
    first = column(60, 700, "The pier is shut, and nobody can say when.")
    second = column(75, 686, "I have asked the Minister about this now")
    third = column(60, 672, "and I shall ask again when I see her.")
    assert text_of(first, second, third).count("\n\n") == 1


def test_the_gutter_is_where_nothing_crosses_though_another_strip_is_wider() -> None:
    left = column(60, 700, *(f"{words} x" if at % 2 else words for at, words in enumerate(LEFT)))
    assert text_of(column(300, 700, *RIGHT), left).startswith("The pier at Saltby is a hundred years old")


def test_a_paragraph_goes_on_in_the_next_column_with_a_capital_too() -> None:
    cut_off = (*LEFT[:-1], "its legs, and all that stands on the")
    text = text_of(
        column(60, 700, *cut_off), column(300, 700, "Government. That is that, and so it", *RIGHT[1:])
    )
    assert "stands on the Government. That is that" in text


def test_a_page_of_single_letters_takes_no_long_time() -> None:
    letters = [Run(x * 6.0, y * 6.0, x * 6.0 + 4, y * 6.0 + 5, "a") for x in range(100) for y in range(140)]
    began = time.process_time()
    text_of(letters)
    assert time.process_time() - began < 2
