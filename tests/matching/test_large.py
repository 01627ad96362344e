"""A large bank finds what one in memory finds, sees every change, and heals."""

import random
from collections.abc import Iterator, Mapping

import numpy as np
import pytest
from sqlalchemy import Engine, delete, select, update
from sqlalchemy.orm import Session

from correspondence import db
from correspondence.errors import Refused
from correspondence.matching import index, semantic
from correspondence.matching import large as large_bank
from correspondence.matching.held import BankIndex, Held
from correspondence.matching.index import later, now
from correspondence.matching.large import LargeBank
from correspondence.matching.lexical import stems
from correspondence.matching.semantic import Encoder, Vectors
from correspondence.models import Paragraph, Segment, Version, posting
from tests.conftest import NOW

NONE: dict[str, Vectors] = {}
SUBJECTS = (
    "fishing visas potholes beagles Calais sewage pensions floods trains schools nurses housing".split()
)
VERBS = "fund protect review close build reform inspect repair support license monitor abolish".split()


def some_text(seed: int) -> str:
    choose = random.Random(seed)
    said = [f"{choose.choice(VERBS)} {choose.choice(SUBJECTS)} {choose.choice(SUBJECTS)}" for _ in range(6)]
    return f"Paragraph number{seed:02} says we {', and '.join(said)}."


def fill(session: Session, texts: list[str], vectors: Mapping[str, Vectors] = NONE) -> list[Paragraph]:
    """Add these texts at once, with the vectors that are given."""
    added = []
    for text in texts:
        paragraph = Paragraph(state="approved", created_at=NOW)
        version = Version(text=text, created_at=NOW)
        if text in vectors:
            version.vector, version.vector_model = vectors[text].tobytes(), semantic.SHIPPED
        paragraph.versions.append(version)
        session.add(paragraph)
        added.append(paragraph)
    index.touch(session, added)
    session.commit()
    return added


def settle(session: Session, encoder: Encoder) -> None:
    """Do all that waits, as the worker would."""
    more = True
    while more:
        more = index.prepare(session, lambda: encoder, 16).keep(session)
        session.commit()


@pytest.fixture
def elsewhere(engine: Engine) -> Iterator[Engine]:
    """The same database as another process has it."""
    other = db.make_engine(engine.url.render_as_string(hide_password=False))
    yield other
    other.dispose()


@pytest.fixture(scope="session")
def vectors(encoder: Encoder) -> dict[str, Vectors]:
    """Those of the hundred texts, made once for all tests."""
    texts = [some_text(seed) for seed in range(100)]
    return dict(zip(texts, encoder.encode(texts), strict=True))


@pytest.fixture(autouse=True)
def small_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred Paragraphs are a large bank here, settled by thirties, twenty candidates to a text."""
    monkeypatch.setattr(large_bank, "DEPTH", 20)
    monkeypatch.setattr(later, "IN_MEMORY", 50)
    monkeypatch.setattr(later, "ENOUGH", 10)
    monkeypatch.setattr(later, "RUN", 30)


@pytest.fixture
def large(session: Session, vectors: dict[str, Vectors], encoder: Encoder) -> list[Paragraph]:
    """A hundred Paragraphs, settled."""
    added = fill(session, list(vectors), vectors)
    settle(session, encoder)
    return added


def in_memory(session: Session, vectors: dict[str, Vectors]) -> BankIndex:
    """The bank as it stands, as a small one has it."""
    offered = select(Paragraph).where(Paragraph.state != "retired").order_by(Paragraph.id)
    versions = [paragraph.version for paragraph in session.scalars(offered)]
    return BankIndex.of(
        [
            (Held(version.paragraph_id, version.id, version.text), vectors.get(version.text))
            for version in versions
        ]
    )


def scores(bank: BankIndex, text: str, encoder: Encoder) -> dict[int, float]:
    """By Paragraph, words and meaning together, of what `narrowed` leaves; ten at most."""
    vectors = encoder.encode([text])
    some = bank.narrowed([text], vectors)
    both = some.by_words([stems(text)])[0] + some.by_meaning(vectors)[0]
    order = np.argsort(-both, kind="stable")[:10]
    return {held.paragraph_id: float(both[row]) for row in order if (held := some.held[row])}


def assert_alike(scored: dict[int, float], expected: dict[int, float]) -> None:
    """Nine of ten are the same, with the same scores."""
    shared = scored.keys() & expected.keys()
    assert len(shared) >= 9
    assert [scored[key] for key in shared] == pytest.approx([expected[key] for key in shared])


def found(session: Session, wanted: str, encoder: Encoder | None = None) -> list[int]:
    return index.bank_index(session, encoder).search(wanted, encoder)


ASKED = ["Will you inspect the schools and the trains?", "Sewage and floods again.", "beagles", "Mars"]


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
