"""What is nearly the same is about the same: courtesies share their words, whatever they are about."""

import re
from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from correspondence.bank import alike
from correspondence.harvest import likeness
from tests.bank.test_alike import letter
from tests.harvest.cuts import HERE

PAGES = sorted((HERE / "checked").rglob("*.txt"))


def is_alike(one: str, other: str) -> bool:
    share = likeness.likeness(likeness.runs(one), likeness.runs(other))
    return share >= likeness.ALIKE and alike.is_of_the_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Thank you for writing to me about the 47 bus.",
            "Thank you for writing to me about the use of animals in research.",
        ),
        ("Thank you for writing to me about the 47 bus.", "Thank you for writing to me about the 48 bus."),
        ("Thank you for contacting me about Ukraine.", "Thank you for contacting me about dog theft."),
        ("Thank you for contacting me about dog theft.", "Thank you for contacting me about XL Bully dogs."),
        ("Thank you for contacting me about Ukraine.", "Thank you for contacting me about this."),
        (
            "Thank you for getting in touch about the hospice. I know how many people are worried.",
            "Thank you for getting in touch about the ferry. I know how many people are worried.",
        ),
        (
            "Thank you again for contacting me and for standing up for our buses.",
            "Thank you again for contacting me and for all you do for the allotments.",
        ),
        (
            "I will write to you again when I hear from the hospital.",
            "I will write to you again when I hear from the Land Registry.",
        ),
    ],
)  # fmt: skip
def test_what_is_about_something_else_is_not_nearly_the_same(one: str, other: str) -> None:
    assert not is_alike(one, other)
    assert not is_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Thank you for writing to me about the 47 bus.",
            "Thank you for contacting me about the 47 bus.",
        ),
        (
            "Thank you for writing to me about the 47 bus.",
            "Thank you for writing to me about the 47 bus, which many people use.",
        ),
        (
            "Thank you for contacting me about the use of animals in research.",
            "Thank you for your recent e-mail about the use of animals in research.",
        ),
        (
            "Thank you again for taking the time to contact me.",
            "Thank you once again for taking the time to contact me about this important matter.",
        ),
        ("I hope that this is helpful.", "I hope that this is helpful to you."),
        (
            "The county spends £3 million a year on the crossing.",
            "The county spends £4 million a year on the crossing.",
        ),
        (
            "Police will be able to seize scooters without a warning first, under plans announced today.",
            "Police officers will be able to seize scooters without a warning first, it was announced.",
        ),
        (
            "I have written to the Minister about the timetable.",
            "I have written to the Minister about the timetable. He has not answered, and I shall ask again.",
        ),
    ],
)
def test_what_was_said_a_little_otherwise_is(one: str, other: str) -> None:
    assert is_alike(one, other)
    assert is_alike(other, one)


def _later(text: str) -> str:
    return re.sub(r"\d", lambda digit: str((int(digit.group()) + 1) % 10), text)


def _shorter(text: str) -> str:
    return text.rpartition(". ")[0]


@pytest.mark.parametrize("edited", [_later, _shorter])
def test_edited_copies_stay_nearly_the_same(edited: Callable[[str], str]) -> None:
    """Paragraphs of 144 pages with all their figures changed, or without their last sentence."""
    texts = {block for page in PAGES for block in page.read_text().split("\n\n") if len(block.split()) > 15}
    runs = [
        (text, copy, likeness.runs(text), likeness.runs(copy))
        for text in texts
        if (copy := edited(text)) != text
    ]
    copies = [
        (text, copy) for text, copy, one, other in runs if likeness.likeness(one, other) >= likeness.ALIKE
    ]
    lost = [text for text, copy in copies if not alike.is_of_the_same(text, copy)]
    assert len(copies) > 500
    assert len(lost) <= len(copies) / 100, lost


def test_a_new_opening_is_not_set_beside_one_about_something_else(session: Session) -> None:
    bus = "Thank you for writing to me about the 47 bus."
    letter(session, "Thank you for writing to me about the use of animals in research.", title="First")
    second = letter(session, bus, title="Second").paragraphs
    third = letter(session, bus.replace("writing to", "contacting"), title="Third").paragraphs
    assert alike.asked(session, second) == {}
    assert [near.id for near in alike.asked(session, third)[third[0].id]] == [second[0].id]
