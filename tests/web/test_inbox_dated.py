"""The day a letter says it was written, on the pages: beside the one on which it came."""

import pytest
from sqlalchemy import Engine

from tests.test_inbox_dated import ASKS
from tests.web.browser import Browser


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_the_day_of_a_letter_stands_beside_when_it_came(as_cas: Browser, engine: Engine) -> None:
    page = as_cas.post("/inbox/paste", {"text": "18 November 2026" + ASKS})
    assert "Dated18 November 2026" in page.text
    assert "dated 18 November 2026" in as_cas.get("/inbox/").text
    as_cas.post("/inbox/paste", {"text": f"Sent: 20 November 2026 21:14{ASKS} again"})
    assert "20 Nov 2026, 21:14" in as_cas.get("/inbox/2").text
    reply = as_cas.post("/inbox/1/reply")
    assert "Dated 18 November 2026, received 21 November 2026" in reply.text
