"""Text to copy and mail to send."""

import email
import email.policy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from correspondence.export import mail, plain
from tests.export.letters import TODAY, draft, office


def test_the_reply_as_text_has_what_an_email_needs() -> None:
    assert plain(draft("One.\n\nTwo:\n- a\n- b", "Three."), office(), TODAY) == (
        "Dear Mrs Kaur,\n\nOne.\n\nTwo:\n\n- a\n- b\n\nThree.\n\nYours sincerely,\n\n"
        "Ada Amberley MP\nMember of Parliament for Northmoor\n"
    )


def _read(data: bytes) -> email.message.EmailMessage:
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, email.message.EmailMessage)
    return message


def test_the_mail_opens_as_one_not_sent_yet() -> None:
    message = _read(mail(draft("Diolch am ŵy.", message_id="<1@example.org>"), office(), TODAY))
    assert message["X-Unsent"] == "1"
    assert message["To"] == "Amrit Kaur <a.kaur@example.org>"
    assert message["Subject"] == "Re: Security at Calais"
    assert message["In-Reply-To"] == "<1@example.org>"
    assert message.get_content_type() == "text/plain"
    assert "Diolch am ŵy." in message.get_content()


@pytest.mark.parametrize(
    "bad",
    [
        {"email": "a@b\r\nBcc: x@example.org"}, {"email": "not an address"}, {"email": "a@b, c@d"},
        {"email": ""}, {"email": "ŵy@example.org"}, {"message_id": "<1>\r\nBcc: x@example.org"},
        {"name": "Amrit\r\nBcc: x@example.org"}, {"subject": "S\nBcc: x@example.org"},
        {"name": 'A "quoted" <x@example.org>'},
    ],
)  # fmt: skip
def test_nothing_a_writer_sent_becomes_a_header(bad: dict[str, str]) -> None:
    message = _read(mail(draft("Text.", **bad), office(), TODAY))
    assert "Bcc" not in message
    recipients = message["To"].addresses if "To" in message else ()
    assert [address.addr_spec for address in recipients] in ([], ["a.kaur@example.org"])


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60), st.text(max_size=300))
def test_any_text_makes_a_mail(name: str, subject: str, address: str, text: str) -> None:
    data = mail(draft(text, name=name, subject=subject, email=address), office(), TODAY)
    assert set(_read(data).keys()) <= {
        "X-Unsent", "To", "Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
    }  # fmt: skip
    assert max(map(len, data.split(b"\r\n"))) < 998
