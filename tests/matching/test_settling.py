"""What is made of a large bank in the background: joined, caught up with, made again, and nothing lost."""

import pytest
from sqlalchemy import Engine, delete, select, update
from sqlalchemy.orm import Session

from correspondence import db
from correspondence.errors import Refused
from correspondence.matching import index
from correspondence.matching.index import now
from correspondence.matching.semantic import Encoder, Vectors
from correspondence.models import Paragraph, Segment, Version, posting
from tests.matching.hundred import ASKED, assert_alike, fill, found, in_memory, scores, settle

pytestmark = pytest.mark.usefixtures("small_sizes")


def test_small_segments_are_joined_and_nothing_is_lost(
    session: Session, large: list[Paragraph], vectors: dict[str, Vectors], encoder: Encoder
) -> None:
    stored = select(Segment.size).order_by(Segment.id)
    assert session.scalars(stored).all() == [30, 30, 30]
    for some in (large[:11], large[20:31]):
        for paragraph in some:
            paragraph.state = "retired"
        index.touch(session, some)
        session.commit()
        settle(session, encoder)
    assert session.scalars(stored).all() == [100, 11]
    assert set(session.scalars(select(posting.c.segment_id))) == {5}  # the other is of retired ones alone
    bank = index.bank_index(session, encoder)
    assert len(bank) == 78
    for asked in ASKED:
        assert_alike(scores(bank, asked, encoder), scores(in_memory(session, vectors), asked, encoder))


def test_words_are_settled_before_there_are_vectors_and_vectors_after(
    session: Session, vectors: dict[str, Vectors], encoder: Encoder
) -> None:
    fill(session, list(vectors)[:60])
    index.prepare(session, pytest.fail, 16).keep(session)  # without the model
    session.commit()
    assert index.bank_index(session, encoder).without_vector == 60
    assert found(session, "number07", encoder)[0] == 8
    settle(session, encoder)
    assert index.bank_index(session, encoder).without_vector == 0
    assert index.lacking(session, encoder.name) == 0


def test_vectors_of_an_older_model_are_made_again_and_not_used_meanwhile(
    elsewhere: Engine, session: Session, large: list[Paragraph], encoder: Encoder, ada_office: int
) -> None:
    session.execute(update(Version).values(vector_model="an older one"))
    session.execute(update(Segment).values(vector_model="an older one"))
    session.commit()
    with db.make_session(elsewhere, write=True, office_id=ada_office) as restarted:
        assert index.bank_index(restarted, encoder).without_vector == 100
        assert index.lacking(restarted, encoder.name) == 100
        settle(restarted, encoder)
        assert index.bank_index(restarted, encoder).without_vector == 0


def test_a_step_that_another_worker_has_done_is_dropped(
    session: Session, vectors: dict[str, Vectors], encoder: Encoder
) -> None:
    fill(session, list(vectors)[:60], vectors)
    mine, theirs = (index.prepare(session, lambda: encoder, 16) for _ in range(2))
    theirs.keep(session)
    mine.keep(session)
    session.commit()
    assert session.scalars(select(Segment.size)).all() == [30]
    assert len(index.bank_index(session, encoder)) == 60


def test_more_than_there_is_room_for_waits_and_is_counted(
    session: Session, vectors: dict[str, Vectors], encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(now, "MOST_FRESH", 40)
    fill(session, list(vectors), vectors)
    assert index.bank_index(session, encoder).waiting == 60
    assert found(session, "number39") == [40]
    assert found(session, "number41") == []
    settle(session, encoder)
    assert index.bank_index(session, encoder).waiting == 0
    assert found(session, "number41") == [42]


@pytest.mark.parametrize("damage", ["arrays", "postings", "vectors", "gone"])
def test_what_is_damaged_is_found_and_made_again(
    damage: str, session: Session, large: list[Paragraph], encoder: Encoder
) -> None:
    assert not index.damaged(session)
    if damage == "arrays":
        session.execute(update(Segment).where(Segment.id == 1).values(lengths=b"\0" * 60))
    elif damage == "postings":
        session.execute(delete(posting).where(posting.c.stem == b"number07"))
    elif damage == "vectors":
        session.execute(update(Version).where(Version.id == 7).values(vector=b"short"))
    else:
        session.execute(delete(Segment))
    session.commit()
    found_damage = index.damaged(session)
    assert bool(found_damage) is (damage != "gone")
    index.mend(session, found_damage)
    session.commit()
    assert not index.damaged(session)
    assert index.settling_due(session) is (damage != "vectors")
    settle(session, encoder)
    assert index.bank_index(session, encoder).without_vector == 0
    assert found(session, "number07") == [large[7].id]


def test_arrays_of_the_wrong_size_are_refused_in_a_sentence(session: Session, large: list[Paragraph]) -> None:
    session.execute(update(Segment).values(codes=b""))
    session.commit()
    with pytest.raises(Refused, match="Run: correspondence check"):
        index.bank_index(session, None)
