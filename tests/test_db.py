"""What a session may see and write."""

import pytest
from sqlalchemy import Delete, Engine, Update, delete, event, select, update
from sqlalchemy.orm import Session

from correspondence import db
from correspondence.errors import NotFound
from correspondence.models import Office, Topic, User


def test_a_row_gets_the_session_s_office(session: Session, ada_office: int) -> None:
    topic = Topic(name="Calais")
    session.add(topic)
    session.flush()
    assert topic.office_id == ada_office


def test_another_office_s_rows_are_not_there(engine: Engine, session: Session, dov_office: int) -> None:
    topic = Topic(name="Calais")
    session.add(topic)
    session.commit()
    with db.make_session(engine, write=False, office_id=dov_office) as other:
        assert other.scalars(db.mine(other, Topic)).all() == []
        assert other.scalars(select(Topic)).all() == []
        assert other.get(Topic, topic.id) is None
        assert [user.name for user in other.scalars(select(User))] == ["Dov"]
        with pytest.raises(NotFound, match="There is no topic number"):
            db.one(other, Topic, topic.id)


@pytest.mark.parametrize(
    "change",
    [
        update(Topic).values(name="Changed"),
        update(Topic).values(name="Changed").returning(Topic.id),
        update(Topic).where(Topic.name == "Calais").values(name="Changed"),
        delete(Topic),
        delete(Topic).where(Topic.name == "Calais"),
    ],
)
def test_a_change_that_forgot_its_office_leaves_another_s_rows_alone(
    engine: Engine, ada_office: int, dov_office: int, change: Update | Delete
) -> None:
    for office in (ada_office, dov_office):
        with db.transaction(engine, office) as session:
            session.add(Topic(name="Calais"))
    with db.transaction(engine, dov_office) as session:
        session.execute(change)
        assert session.scalars(select(Topic.name).where(Topic.name == "Calais")).all() == []
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        assert session.scalars(select(Topic.name)).all() == ["Calais"]


@pytest.mark.parametrize("number", [-(2**63) - 1, -1, 0, 2**31 - 1, 2**31, 2**63, 10**20])
def test_a_number_that_no_row_can_have_is_not_there(session: Session, number: int) -> None:
    with pytest.raises(NotFound):
        db.one(session, Topic, number)


def test_a_row_of_another_office_is_not_added(session: Session, dov_office: int) -> None:
    session.add(Topic(name="Calais", office_id=dov_office))
    with pytest.raises(RuntimeError):
        session.flush()


def test_an_object_has_its_defaults_before_a_session_sees_it() -> None:
    assert Office(name="x").edition == 0
    with pytest.raises(TypeError):
        Office(nonsense=1)


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False), ((3, 44, 6), True), ((3, 45, 0), False), ((3, 50, 6), False),
        ((3, 50, 7), True), ((3, 51, 2), False), ((3, 51, 3), True), ((3, 53, 4), True),
    ],
)  # fmt: skip
def test_wal_only_where_sqlite_keeps_its_promise(version: tuple[int, ...], safe: bool) -> None:
    assert db.wal_is_safe(version) is safe


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_what_is_read_after_a_commit_holds_up_no_other_writer(engine: Engine, ada_office: int) -> None:
    event.listen(engine, "checkout", lambda raw, *_: raw.execute("PRAGMA busy_timeout = 50"))
    with db.make_session(engine, write=True, office_id=ada_office) as session:
        session.add(Topic(name="Calais"))
        session.commit()
        db.only_read(session)
        assert [topic.name for topic in session.scalars(db.mine(session, Topic))] == ["Calais"]
        with db.transaction(engine, ada_office) as other:
            other.add(Topic(name="Dover"))


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_few_rows_are_found_by_their_keys_in_a_large_table(engine: Engine, ada_office: int) -> None:
    with db.transaction(engine, ada_office) as session:
        session.add_all(Topic(name=f"Topic {number}") for number in range(2_000))
    engine.dispose()
    some = select(Topic).where(Topic.office_id == ada_office, Topic.id.in_(range(1, 30)))
    asked = some.compile(engine, compile_kwargs={"literal_binds": True})
    with engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}").all()
    assert "PRIMARY KEY" in str(plan)
