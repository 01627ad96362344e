"""The bank in memory is the bank as it stands, in every process and for each office."""

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from correspondence import db
from correspondence.matching.held import BankIndex
from correspondence.matching.index import bank_index, lacking, prepare, touch
from correspondence.matching.semantic import Encoder
from correspondence.models import Paragraph, Version
from tests.conftest import NOW
from tests.matching.conftest import RETURNS, SECURITY


def add(session: Session, text: str, state: str = "approved") -> Paragraph:
    paragraph = Paragraph(state=state, created_at=NOW)
    paragraph.versions.append(Version(text=text, created_at=NOW))
    session.add(paragraph)
    touch(session, [paragraph])
    session.flush()
    return paragraph


def texts(index: BankIndex) -> set[str]:
    return {held.text for held in index.held if held}


def test_what_is_added_revised_or_retired_is_seen_by_the_next_match(session: Session) -> None:
    security, returns = add(session, SECURITY), add(session, RETURNS)
    session.commit()
    index = bank_index(session, None)
    assert texts(index) == {SECURITY, RETURNS}
    security.versions.append(Version(number=2, text="Newer words.", created_at=NOW))
    returns.state = "retired"
    touch(session, [security, returns])
    session.commit()
    assert bank_index(session, None) is index
    assert texts(index) == {"Newer words."}
    assert index.search(SECURITY) == []
    assert index.search("newer") == [security.id]


def test_another_process_sees_it_too(engine: Engine, session: Session, ada_office: int) -> None:
    add(session, SECURITY)
    session.commit()
    elsewhere = db.make_engine(str(engine.url))
    with db.make_session(elsewhere, write=False, office_id=ada_office) as other:
        index = bank_index(other, None)
    add(session, RETURNS)
    session.commit()
    with db.make_session(elsewhere, write=False, office_id=ada_office) as other:
        assert bank_index(other, None) is index
        assert texts(index) == {SECURITY, RETURNS}
    elsewhere.dispose()


def test_what_is_undone_was_never_seen_by_others(session: Session) -> None:
    add(session, SECURITY)
    session.commit()
    add(session, "A slip.")
    assert texts(bank_index(session, None)) == {SECURITY, "A slip."}
    session.rollback()
    add(session, RETURNS)
    session.commit()
    assert texts(bank_index(session, None)) == {SECURITY, RETURNS}


def test_a_change_of_no_paragraph_leaves_the_shared_index_in_use(session: Session) -> None:
    add(session, SECURITY)
    session.commit()
    shared = bank_index(session, None)
    touch(session, ())
    assert bank_index(session, None) is shared


def test_each_office_has_its_own(engine: Engine, session: Session, dov_office: int) -> None:
    add(session, SECURITY)
    session.commit()
    with db.make_session(engine, write=False, office_id=dov_office) as other:
        assert texts(bank_index(other, None)) == set()


def test_vectors_are_made_in_batches_and_then_used(session: Session, encoder: Encoder) -> None:
    for text in (SECURITY, RETURNS, "A third."):
        add(session, text)
    add(session, "Gone.", state="retired")
    session.commit()
    assert bank_index(session, encoder).without_vector == 3
    assert prepare(session, lambda: encoder, 2).keep(session)
    assert lacking(session, encoder.name) == 1
    session.commit()
    assert bank_index(session, encoder).without_vector == 1
    for _ in range(2):
        assert not prepare(session, lambda: encoder, 2).keep(session)
        assert lacking(session, encoder.name) == 0
    session.commit()
    assert bank_index(session, encoder).without_vector == 0


@pytest.mark.parametrize(("vector", "model"), [(b"\0" * 1536, "an older model"), (b"short", None)])
def test_a_vector_of_an_older_model_or_a_broken_one_is_not_used(
    vector: bytes, model: str | None, session: Session, encoder: Encoder
) -> None:
    paragraph = add(session, SECURITY)
    paragraph.version.vector, paragraph.version.vector_model = vector, model or encoder.name
    session.commit()
    assert bank_index(session, encoder).without_vector == 1


def test_only_what_changed_is_read_again(session: Session, encoder: Encoder) -> None:
    add(session, SECURITY)
    session.commit()
    index = bank_index(session, encoder)
    before = index.held[0]
    add(session, RETURNS)
    session.commit()
    assert bank_index(session, encoder).held[0] is before


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Calais", True), ("Cal", True), ("security at Cal", True),
        ("cal ", False), ("zebra", False), ("", False), ("!", False),
    ],
)  # fmt: skip
def test_search_finds_words_while_they_are_typed(typed: str, found: bool, session: Session) -> None:
    paragraph = add(session, SECURITY)
    session.commit()
    assert bank_index(session, None).search(typed) == ([paragraph.id] if found else [])


def test_search_finds_by_meaning_as_well(session: Session, encoder: Encoder) -> None:
    returns = add(session, RETURNS)
    prepare(session, lambda: encoder, 9).keep(session)
    session.commit()
    assert bank_index(session, encoder).search("deportation of failed asylum seekers") == [returns.id]
