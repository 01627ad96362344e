"""Labels that a mail has too, but in a letter's own words: nothing under them is folded away."""

import time

import pytest

from correspondence.intake.document import Document
from correspondence.models import Message
from correspondence.understanding import understand
from correspondence.understanding.lines import split_lines
from correspondence.understanding.quoted import blocks, quoted_folds

DETAILS = {
    "a journey": "Date: 12 May\nFrom: Leeds\nTo: York\nTicket: £48",
    "a journey, to first": "To: York\nFrom: Leeds\nDate: 12 May",
    "a journey, from first": "From: Leeds\nTo: York\nDate: 12 May",
    "a journey with a heading": "Train\nDate: 12 May\nFrom: Leeds\nTo: York",
    "a parcel": "Sent: 12 May\nFrom: Leeds\nTo: York",
    "a notice": "Date: 12 May\nFrom: Town Hall\nTo: all residents",
}
FIRST = "I want compensation for my cancelled train."
ASK = "Northern refuse to pay. Please will you take this up with them?"


def read(text: str, kind: str = "text") -> Message:
    return understand(Document(kind, text))


@pytest.mark.parametrize("kind", ["text", "eml"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("details", DETAILS.values(), ids=DETAILS)
def test_a_list_with_the_labels_of_a_mail_is_the_letters_own(details: str, gap: str, kind: str) -> None:
    own = f"{FIRST}{gap}{details}{gap}{ASK}"
    message = read(f"{own}\nAnn Lee\n1 High St, ZZ1 2ZZ", kind)
    assert message.constituent is not None
    assert (message.constituent.name, message.constituent.postcode) == ("Ann Lee", "ZZ1 2ZZ")
    assert message.body == own
    assert any("take this up" in point.text for point in message.points)


@pytest.mark.parametrize("signed", ["Ann Lee", "Thanks,\nAnn\n1 High St, ZZ1 2ZZ", "Yours\n\nAnn Lee,"])
@pytest.mark.parametrize(
    "head",
    [
        "Date: 3 May 2025\nFrom: Ada Amberley MP\nTo: Mrs Ann Lee",
        "From: Ann Lee (Mrs)\nSent: 3 May 2025\nTo: Ada Amberley MP",
        "To: Somebody\nSent: 3 May 2025\nFrom: Ada <ada@example.org>",
        "To: Somebody\nDate: 3 May 2025\nFrom: Ada\nSubject: Trains",
    ],
)
def test_a_mail_with_a_subject_an_address_or_the_writers_name_is_a_quoted_one(head: str, signed: str) -> None:
    own = "Why do Northern refuse to pay?"
    assert read(f"{own}\n\n{signed}\n\n{head}\n\nIt has been asked.").body == own


@pytest.mark.parametrize("label", ["Reply-To", "Reply to", "reply to"])
def test_a_label_that_comes_twice_ends_the_head_however_it_is_written(label: str) -> None:
    head = "From: Carol <carol@example.net>\nSubject: Our bus\nReply-To: carol@example.net"
    assert read(f"{head}\n{label}: nobody, we never do.\n\n{ASK}").body.startswith(f"{label}: nobody")


@pytest.mark.parametrize("unit", ["To: a@b.c\n", "From: a@b.c\n", "From: a\nDate: b\nTo: c\n"])
def test_a_long_list_of_labels_is_read_in_no_time(unit: str) -> None:
    lines = split_lines(f"Our list:\n{unit * (24_000 // unit.count(chr(10)))}")
    began = time.process_time()
    assert blocks(lines) is None
    assert quoted_folds(lines, 0) == []
    assert time.process_time() - began < 2
