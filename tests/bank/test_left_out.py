"""What tells of a person is stored nowhere but in the original, and read there again when somebody asks."""

import json

import pytest
from sqlalchemy.orm import Session

from correspondence import bank
from correspondence.bank.left_out import taken_out
from correspondence.errors import Refused
from correspondence.harvest import TOLD_OF, Told
from correspondence.models import Source
from tests.bank.files import HARVEST
from tests.conftest import NOW

CASE = (
    "Mrs Emily Oakes\n\n14 Acacia Avenue\n\nZZ1 2AB\n\nDear Mrs Oakes,\n\nThank you for your letter.\n\n"
    "I was sorry to hear that your mother, Doreen, has waited 14 months for her operation.\n\n"
    "The Government has set aside £3 million for the hospital. You told me that you lost your job. That is "
    "not enough.\n\nI have written to the Minister.\n\nYours sincerely,\n\nAda Amberley MP\n\n"
    "On 3 May 2024, Emily Oakes wrote:\n\n> My mother is in pain."
)
PRIVATE = ("Oakes", "Acacia", "ZZ1", "Doreen", "14 months", "lost your job", "in pain")


def letter(session: Session) -> Source:
    source = bank.import_file(session, None, "case.txt", CASE.encode(), Told(), NOW)
    session.flush()
    return source


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_nothing_that_tells_of_the_person_is_stored_beside_the_original(session: Session) -> None:
    source = letter(session)
    versions = [(p.title, p.version.text, p.version.removed) for p in source.paragraphs]
    stored = json.dumps([source.title, source.left_out, source.questions, versions])
    assert [word for word in PRIVATE if word in stored] == []
    assert "That is not enough." in stored
    kinds = [left["removed"][0]["kind"] for left in source.left_out if not left["text"]]
    assert kinds == ["name", "address", "postcode", "name", "case details", "name", "case details"]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_what_was_taken_out_can_be_read_again(session: Session) -> None:
    source = letter(session)
    again = taken_out(source)
    blank = [again.lines[left["at"], left["why"]] for left in source.left_out if not left["text"]]
    assert blank[:2] == ["Mrs Emily Oakes", "14 Acacia Avenue"]
    assert blank[-1] == "> My mother is in pain."
    details = again.details[source.paragraphs[1].version.text]
    assert [(d.kind, d.words) for d in details] == [("case details", "You told me that you lost your job.")]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_line_that_names_a_person_is_not_kept(session: Session) -> None:
    source = letter(session)
    before = list(source.left_out)
    with pytest.raises(Refused, match="names or describes a person"):
        bank.keep(session, None, source, 0, NOW)
    assert source.left_out == before


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_paragraph_taken_for_somebodys_own_matter_is_kept_without_the_names(session: Session) -> None:
    source = letter(session)
    index = next(i for i, left in enumerate(source.left_out) if left["why"] == TOLD_OF)
    kept = bank.keep(session, None, source, index, NOW)
    assert kept.version.text.startswith("I was sorry to hear that your mother has waited")
    assert kept.version.removed == [{"kind": "name"}]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_line_stored_before_names_were_taken_out_loses_them_when_kept(session: Session) -> None:
    data = (HARVEST / "word_letter.txt").read_bytes()
    source = bank.import_file(session, None, "l.txt", data, Told(), NOW)
    source.left_out = [{"text": "Mrs Emily Oakes", "why": "A heading.", "after": 0}]
    kept = bank.keep(session, None, source, 0, NOW)
    assert "Oakes" not in kept.version.text
    assert kept.version.removed == [{"kind": "name"}]
