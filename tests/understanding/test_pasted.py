"""Letters that were pasted or printed with the head of a mail typed over them."""

import pytest

from correspondence.intake.document import Document
from correspondence.models import Message
from correspondence.understanding import understand
from correspondence.understanding.lines import put_together

ASKS = "The 47 bus no longer stops in Elm Road. Will you ask the council to bring it back?"
HEAD = {
    "From": "Carol Jennings <carol@example.net>", "Sent": "20 November 2026 21:14", "To": "Ada Amberley MP",
    "Cc": "Bob Hill <bob@example.org>", "Subject": "RE: Our bus", "Reply-To": "carol@example.net",
}  # fmt: skip


def pasted(text: str) -> Message:
    return understand(Document("text", text))


@pytest.mark.parametrize("letter", [f"Dear Ms Amberley,\n\n{ASKS}\n\nCarol Jennings", ASKS])
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
@pytest.mark.parametrize(
    "labels", [list(HEAD), *([label, "From", "Subject"] for label in HEAD), ["Subject", "From"]]
)
def test_the_head_of_a_pasted_mail_is_read_in_any_order(labels: list[str], gap: str, letter: str) -> None:
    text = "\n".join(f"{label}: {HEAD[label]}" for label in dict.fromkeys(labels)) + gap + letter
    message = pasted(text)
    assert message.constituent is not None
    found = (message.constituent.name, message.constituent.email, message.subject, message.body)
    assert found == ("Carol Jennings", "carol@example.net", "Our bus", ASKS)
    assert [point.text for point in message.points] == [ASKS]
    assert put_together(message.body, message.folded) == text


@pytest.mark.parametrize("line", ["Subject: Our bus", "From: carol@example.net", "Cc: bob@example.org"])
def test_one_line_that_tells_the_subject_or_an_address_is_a_head(line: str) -> None:
    assert pasted(f"{line}\n\n{ASKS}").body == ASKS


@pytest.mark.parametrize(
    "head",
    [
        "From: Carol Jennings\nTo: Ada Amberley",
        "Date: 3 May 2026\nFrom: Carol Jennings",
        "From: Mrs Jennings\nDate: 3 May 2026",
        "Date: 3 May 2026\nTo: the MP for Ash",
        "From: Carol\nSent: today",
        "To: Ada\nCc: Bob",
    ],
)
def test_two_lines_of_which_one_names_a_person_or_is_a_mails_alone_are_a_head(head: str) -> None:
    assert pasted(f"{head}\n\n{ASKS}").body == ASKS


@pytest.mark.parametrize("day", ["", "Date: 3 May 2026\n"])
@pytest.mark.parametrize(
    "journey", ["From: Leeds\nTo: York", "From: Leeds Station\nTo: York", "To: Leeds\nTime: 9"]
)
def test_a_journey_over_a_letter_stays_in_it(day: str, journey: str) -> None:
    assert pasted(f"{day}{journey}\n\n{ASKS}").body == f"{journey}\n\n{ASKS}"


@pytest.mark.parametrize(
    "text",
    [
        f"From: my window I see the bus pass by.\n\n{ASKS}",
        f"To: my mind this is wrong.\n\n{ASKS}",
        "Subject: Our bus",
        "From: Carol\nSubject: Our bus",
    ],
)
def test_what_is_no_head_over_a_letter_stays_in_it(text: str) -> None:
    assert pasted(text).body == text


def test_the_fields_of_a_web_form_are_read_as_such() -> None:
    message = pasted(f"Date: 3 May 2026\nSubject: Bus\nName: Carol Jennings\nPhone: 1\nMessage: {ASKS}")
    assert message.constituent is not None
    assert (message.constituent.name, message.body) == ("Carol Jennings", ASKS)


@pytest.mark.parametrize("of_writer", ["Carol Jennings <carol@saltby.gov.uk>", "Carol Jennings"])
def test_a_pasted_mail_from_a_public_body_or_with_a_notice_is_the_writers_own(of_writer: str) -> None:
    message = pasted(f"From: {of_writer}\nSent: today\nTo: Ada\nSubject: Bus\n\n{ASKS}\n\nUnsubscribe")
    assert message.constituent is not None
    assert (message.constituent.name, message.body) == ("Carol Jennings", ASKS)


def test_a_mail_that_the_writer_quotes_with_its_day_first_is_folded() -> None:
    quoted = "Date: 3 May 2025\nFrom: Ada Amberley MP\nTo: Carol Jennings\n\nThe council has been asked."
    assert pasted(f"{ASKS}\n\nCarol Jennings\n\n{quoted}").body == ASKS


def test_a_mail_file_that_begins_with_another_mail_is_one_handed_on() -> None:
    head = "From: Book Lovers <news@example.org>\nSent: today\nTo: x\nSubject: Act\n\n"
    message = understand(Document("eml", f"{head}The library shuts. Unsubscribe.", email="joan@example.org"))
    assert message.constituent is not None
    assert message.constituent.email == "joan@example.org"
