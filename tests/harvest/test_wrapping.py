"""Text that somebody wrapped by hand, at any width, with or without lines or indents between paragraphs."""

import textwrap

import pytest

from correspondence.harvest.layout import pieces
from tests.harvest.cuts import cut_text, left_out, texts

PROSE = [
    "The pier at Saltby has been shut since the storm of last November, and nobody has said a word about "
    "when it will open again. I asked in January. I asked once more in March, when the trust met.",
    "What worries me most is the winter. Two hundred people worked on that pier, and half of them have gone "
    "to other towns for good, with their children and their savings.",
    "I believe that the council should let the trust have the money now. It has been set aside for years, "
    "and a plank costs more with every tide that comes in over the rail.",
    "There is a meeting at the town hall on the first Monday of the month, and I will be there to say all of "
    "this again to whoever will listen.",
]


@pytest.mark.parametrize("width", [30, 38, 52, 66, 76])
@pytest.mark.parametrize("between", ["\n\n", "\n", "\n    "])
def test_paragraphs_wrapped_at_any_width_are_found_whole(width: int, between: str) -> None:
    told = between.join("\n".join(textwrap.wrap(paragraph, width)) for paragraph in PROSE)
    found = [piece.text for piece in pieces(told)]
    if between == "\n":  # a last line that is full says nothing of where its paragraph ends
        assert " ".join(found) == " ".join(PROSE)
        assert len(found) <= len(PROSE)
    else:
        assert found == PROSE


COLUMN = "\n\n".join("\n".join(textwrap.wrap(paragraph, 36)) for paragraph in PROSE)


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("Planks, promises\nand a long wait", "Planks, promises and a long wait"),
        ("Who pays when the tide\ntakes the rail?", "Who pays when the tide takes the rail?"),
        ('"We have all\ngone to other\ntowns"', '"We have all gone to other towns"'),
        ("“Half Of Them\nHave Gone”", "“Half Of Them Have Gone”"),
        (
            "It was a ten-\nyear-old who asked me on the front\nwhy the rail was gone.",
            "It was a ten-year-old who asked me on the front why the rail was gone.",
        ),
        (
            "For two win-\nters we have gone without a pier in\nthis town, and two winters are a lot.",
            "For two winters we have gone without a pier in this town, and two winters are a lot.",
        ),
    ],
)
def test_a_headline_a_pulled_line_and_a_parted_word_are_joined(lines: str, whole: str) -> None:
    found = [piece.text for piece in pieces(f"{lines}\n\n{COLUMN}")]
    assert found == [whole, *PROSE]


@pytest.mark.parametrize(
    "lines",
    [
        "VIEW FROM THE PIER\nwith ADA AMBERLEY MP",
        "Turn to page 9 for your letters\nLAST WEEK'S SUDOKU: No. 1,204",
        "Ada Amberley MP\n4 Quay Street\nSaltby",
        "PUBLISHED: 22:41, 3 May 2024 | UPDATED: 07:15, 4 May 2024\ne-mail",
    ],
)
def test_lines_of_their_own_stay_apart_in_a_wrapped_text(lines: str) -> None:
    found = [piece.text for piece in pieces(f"{COLUMN}\n\n{lines}")]
    assert found == [*PROSE, *lines.split("\n")]


def test_what_a_paper_says_of_its_writer_is_no_part_of_the_last_paragraph() -> None:
    full = "And so I will go on for as long\nas it takes, and say so every day."
    told = "Ada Amberley is the MP for\nNorthmoor and the Isles."
    found = [piece.text for piece in pieces(f"{COLUMN}\n\n{full}\n{told}")]
    assert found[-2:] == [full.replace("\n", " "), told.replace("\n", " ")]


def test_a_page_of_short_lines_is_not_wrapped() -> None:
    menu = "\n".join(
        f"The story of pier {number} in the town" for number in "one two three four five six".split()
    )
    assert len(pieces(f"{menu}\n{menu}")) == 12


def test_one_wrong_line_more_or_less_is_no_other_width() -> None:
    """A line that is longer than all others, or ends early, as a hand leaves it."""
    ragged = (
        COLUMN.replace("tide that", "tide\nthat")
        + "\n\nBOATS FROM £9 at the slip. Ring 01632 960 114 to book"
    )
    assert [piece.text for piece in pieces(ragged)][:4] == PROSE


def test_a_wrapped_column_loses_no_words() -> None:
    source = cut_text(f"Planks and promises\n\nBy Ada Amberley\n\n{COLUMN}")
    assert texts(source) == PROSE
    assert left_out(source) == ["Planks and promises", "By Ada Amberley"]


def test_a_running_head_in_the_middle_of_a_paragraph_is_taken_out_of_it() -> None:
    head = "THE GULL  No. 4                    Page 12"
    text = (
        "The harbour has been dredged three times since the war and\n"
        + head
        + "\nit has silted up each time."
    )
    assert [piece.text for piece in pieces(text)][-1] == head
    assert head not in pieces(text)[0].text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("2. Harbours\n(a) Where matters stand\nThey silt up.", 3),
        ("I ask for:\n1. a pier\n(a) of oak\n2. a crane", 1),
        ("1. a pier\n2. a crane", 1),
    ],
)
def test_a_heading_under_a_numbered_heading_is_no_item_of_a_list(text: str, count: int) -> None:
    assert len(pieces(text)) == count


def test_lines_that_a_program_broke_anywhere_are_one_paragraph() -> None:
    lines = ["Piers and quays of the county", "and what the harbour board says", "24 February 2019"]
    broken = []
    for paragraph in PROSE:
        first, rest = paragraph[:26].rsplit(" ", 1)[0], paragraph[len(paragraph[:26].rsplit(" ", 1)[0]) + 1 :]
        broken += [first, *textwrap.wrap(rest, 88)]
    found = [piece.text for piece in pieces("\n".join([*lines, *broken]))]
    assert found[0] == " ".join(lines[:2])
    assert " ".join(found[2:]) == " ".join(PROSE)


def test_a_line_that_ends_as_none_does_goes_on_in_capitals() -> None:
    told = (
        "I asked the\nDepartment for Piers, and Jo Field, Minister for\nQuays, told me that she would look."
    )
    found = [piece.text for piece in pieces(f"{told}\n\n{COLUMN}")]
    assert found == [" ".join(told.split()), *PROSE]
