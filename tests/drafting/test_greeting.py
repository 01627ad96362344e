"""How a reply greets and ends."""

import pytest

from correspondence.drafting import salutation, sign_off
from correspondence.models import Constituent


@pytest.mark.parametrize(
    ("constituent", "greeting"),
    [
        (Constituent(salutation="Mrs Kaur"), "Dear Mrs Kaur,"),
        (Constituent(salutation="Mr and Mrs Amberley-Jones"), "Dear Mr and Mrs Amberley-Jones,"),
        (Constituent(salutation="Łukasz\r\nBcc: x"), "Dear Łukasz Bcc: x,"),
        (Constituent(name="A. Kaur"), "Dear Constituent,"),
        (None, "Dear Constituent,"),
    ],
)
def test_a_reply_greets_by_name_where_there_is_one(constituent: Constituent | None, greeting: str) -> None:
    assert salutation(constituent) == greeting


@pytest.mark.parametrize(
    ("greeting", "ending"),
    [
        ("Dear Mrs Kaur,", "Yours sincerely,"),
        ("Dear Sir John,", "Yours sincerely,"),
        ("Dear Ada and Ben,", "Yours sincerely,"),
        ("Dear Sirhan,", "Yours sincerely,"),
        ("Dear Constituent,", "Yours faithfully,"),
        ("Dear Sir or Madam,", "Yours faithfully,"),
        ("dear sir/madam", "Yours faithfully,"),
        ("", "Yours sincerely,"),
    ],
)
def test_sincerely_to_a_name_and_faithfully_to_nobody(greeting: str, ending: str) -> None:
    assert sign_off(greeting) == ending
