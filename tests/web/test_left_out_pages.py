"""What import took out is named by kind in the review, shown when a person asks, and stored nowhere."""

import pytest
from sqlalchemy import Engine, text

from tests.web.bank import bring_in, paragraphs
from tests.web.browser import Browser

LETTER = (
    "Mrs Emily Quill\n\nDear Mrs Quill,\n\nThank you for your letter.\n\nI was sorry to hear that your "
    "mother has waited 14 months for her operation.\n\nThe county spends £3 million a year on the hospital. "
    "You told me that you lost your job.\n\nI have written to the Minister.\n\nYours sincerely,\n\n"
    "Ada Amberley MP"
)
pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


def test_the_words_are_shown_only_when_asked_for_and_nothing_is_written(
    as_cas: Browser, engine: Engine
) -> None:
    page = bring_in(as_cas, ("hospital.txt", LETTER))
    assert "A name taken out." in page.text
    assert "Case details taken out." in page.text
    assert not any(word in page.text for word in ("Quill", "14 months", "lost your job"))
    with engine.connect() as connection:
        before = connection.execute(text("SELECT count(*) FROM audit_event")).scalar()
    shown = as_cas.get("/bank/sources/1?taken-out=shown")
    assert all(
        word in shown.text for word in ("Dear Mrs Quill,", "14 months", "You told me that you lost your job.")
    )
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM audit_event")).scalar() == before
    assert "Quill" not in as_cas.get("/bank/sources/1").text


def test_what_names_a_person_has_no_button_and_what_tells_of_one_is_kept_without_names(
    as_cas: Browser, engine: Engine
) -> None:
    page = bring_in(as_cas, ("hospital.txt", LETTER))
    buttons = page.tree.xpath("//form[contains(@action, '/keep')]")
    assert not any("Quill" in word for form in buttons for word in form.itertext())
    told = next(form for form in buttons if "without names" in "".join(form.itertext()))
    line = {"index": told.xpath("input[@name='index']/@value")[0], "text": ""}
    as_cas.post("/bank/sources/1/keep", line)
    assert any("has waited 14 months" in row.version.text for row in paragraphs(engine))
    as_cas.post("/bank/sources/1/keep", {"index": "0", "text": ""}, status=422)


def test_another_office_is_shown_nothing(as_cas: Browser, as_dov: Browser) -> None:
    bring_in(as_cas, ("hospital.txt", LETTER))
    as_dov.get("/bank/sources/1?taken-out=shown", status=404)
