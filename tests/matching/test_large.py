"""A large bank finds what one in memory finds, and sees every change."""

import gc
import weakref

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from correspondence import db
from correspondence.matching import index
from correspondence.matching.large import LargeBank
from correspondence.matching.rank import find
from correspondence.matching.semantic import Encoder, Vectors
from correspondence.models import Paragraph, Point, Version
from tests.conftest import NOW
from tests.matching.hundred import ASKED, assert_alike, fill, found, in_memory, scores, settle


@pytest.mark.parametrize("asked", ASKED)
def test_a_large_bank_gives_the_scores_of_one_in_memory(
    asked: str,
    session: Session,
    large: list[Paragraph],
    vectors: dict[str, Vectors],
    encoder: Encoder,
) -> None:
    bank = index.bank_index(session, encoder)
    assert isinstance(bank, LargeBank)
    assert len(bank) == 100
    assert bank.without_vector == 0
    assert len(bank.narrowed([asked], encoder.encode([asked])).held) < 50
    assert_alike(scores(bank, asked, encoder), scores(in_memory(session, vectors), asked, encoder))


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_an_answer_that_is_kept_keeps_nothing_of_the_bank(
    session: Session, large: list[Paragraph], encoder: Encoder
) -> None:
    bank = index.bank_index(session, encoder)
    answers = find([Point(text=ASKED[0])], ASKED[0], bank, encoder)
    words = weakref.ref(bank.lexical)
    del bank
    gc.collect()
    assert words() is None
    assert answers[0].matches[0].because


def test_its_statistics_are_those_of_the_whole_bank(
    session: Session, large: list[Paragraph], vectors: dict[str, Vectors], encoder: Encoder
) -> None:
    fill(session, ["Beagles and more beagles."])
    whole, bank = in_memory(session, vectors), index.bank_index(session, encoder)
    for entry in ("beagl", "fish", "number07", "nowher"):
        assert bank.lexical.holding(entry) == whole.lexical.holding(entry)
        assert bank.narrowed(["fishing"], None).lexical.idf(entry) == whole.lexical.idf(entry)
    assert bank.lexical.mean == pytest.approx(whole.lexical.mean)
    assert bank.lexical.beginning("number9") == whole.lexical.beginning("number9")


def test_what_is_added_revised_or_retired_is_seen_at_once_and_after_settling(
    elsewhere: Engine, session: Session, large: list[Paragraph], encoder: Encoder, ada_office: int
) -> None:
    revised, retired = large[7], large[8]
    assert found(session, "number07") == [revised.id]
    revised.versions.append(Version(number=2, text="Wholly newfangled words.", created_at=NOW))
    retired.state = "retired"
    index.touch(session, [revised, retired])
    [added] = fill(session, ["A zebra crossing."])
    for moment in ("at once", "settled"):
        if moment == "settled":
            fill(session, [f"Another about nothing, the {number}th." for number in range(10)])
            assert index.settling_due(session)
            settle(session, encoder)
            assert not index.settling_due(session)
        with db.make_session(elsewhere, write=False, office_id=ada_office) as other:
            for each in (session, other):
                assert found(each, "newfangled") == [revised.id]
                assert found(each, "number07") == []
                assert found(each, "number08") == []
                assert found(each, "zebra") == [added.id]
                assert found(each, "number09") == [large[9].id]


def test_what_is_undone_was_never_seen(session: Session, large: list[Paragraph]) -> None:
    large[7].state = "retired"
    index.touch(session, [large[7]])
    session.flush()
    assert found(session, "number07") == []
    session.rollback()
    assert found(session, "number07") == [large[7].id]


def test_words_are_found_while_they_are_typed(session: Session, large: list[Paragraph]) -> None:
    assert found(session, "number4") == [large[seed].id for seed in range(40, 50)]
    assert found(session, "zebra") == []
    assert found(session, "!") == []
    assert found(session, "") == []


def test_another_office_finds_nothing_of_it(
    engine: Engine, large: list[Paragraph], dov_office: int, session: Session
) -> None:
    with db.make_session(engine, write=False, office_id=dov_office) as other:
        assert found(other, "number07") == []
        assert len(index.bank_index(other, None)) == 0


def test_what_was_chosen_before_is_among_what_is_ranked(
    session: Session, large: list[Paragraph], encoder: Encoder
) -> None:
    [fresh] = fill(session, ["Nothing to do with it."])
    bank = index.bank_index(session, encoder)
    for also in (set[int](), {large[5].id, fresh.id}):
        narrow = bank.narrowed(["Mars"], None, {*also, 1_000_000})
        assert {held.paragraph_id for held in narrow.held if held} == also
