"""Sessions, and the one way to read an office's rows."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Engine, Select, event, select
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria

from correspondence.errors import NotFound
from correspondence.models import Office, OfOffice

Row = TypeVar("Row", bound=OfOffice)
LARGEST_KEY = 2**31 - 1  # of PostgreSQL; each database fails when it is asked for more than it can hold


def make_session(engine: Engine, *, write: bool, office_id: int | None = None) -> Session:
    """A session for one piece of work. With an office, it reads and adds that office's rows only."""
    session = Session(engine.execution_options(write=write), info={"office_id": office_id})
    event.listen(session, "do_orm_execute", _keep_to_office)
    event.listen(session, "before_flush", _name_office)
    return session


def only_read(session: Session) -> None:
    """From its next transaction on the session reads only, so that on SQLite others may write meanwhile."""
    session.bind = session.get_bind().execution_options(write=False)


@contextmanager
def reading(session: Session) -> Iterator[None]:
    """Let the session only read meanwhile, so that on SQLite others may write. Commit before: what is not
    committed is lost."""
    before = session.bind
    only_read(session)
    try:
        yield
    finally:
        session.rollback()  # nothing was written; the next to be opened is of the kind before
        session.bind = before


@contextmanager
def transaction(engine: Engine, office_id: int | None = None) -> Iterator[Session]:
    """A writing session that commits at the end, or rolls back and lets the error pass."""
    with make_session(engine, write=True, office_id=office_id) as session, session.begin():
        yield session


def enter(session: Session, office_id: int | None) -> None:
    """From here on the session reads and adds only this office's rows (None: no office is chosen)."""
    session.info["office_id"] = office_id


def mine(session: Session, noun: type[Row]) -> Select[Row]:
    """The one query every read of an office's rows starts from."""
    return select(noun).where(noun.office_id == session.info["office_id"])


def one(session: Session, noun: type[Row], key: int) -> Row:
    """The office's row with this key; NotFound when it is not there or another office's."""
    row = session.scalar(mine(session, noun).where(noun.id == key)) if 0 < key <= LARGEST_KEY else None
    if row is None:
        raise NotFound(f"There is no {noun.__name__.lower()} number {key} in this office.")
    return row


def one_at_a_time(session: Session) -> None:
    """Two people of an office who do the same at once wait for each other from here on, on PostgreSQL too."""
    session.execute(select(Office.id).where(Office.id == session.info["office_id"]).with_for_update())


def _keep_to_office(state: ORMExecuteState) -> None:
    """A second wall behind `mine`: a query, or a change of many rows, that forgot it keeps to one office.

    Not of tables, nor of rows by a list of their keys: what names those says itself which office's they are.
    """
    office_id = state.session.info["office_id"]
    if (
        office_id is not None
        and (state.is_select or state.is_update or state.is_delete)
        and not state.is_column_load
        and not state.is_relationship_load
    ):
        state.statement = state.statement.options(
            with_loader_criteria(OfOffice, lambda noun: noun.office_id == office_id, include_aliases=True)
        )


def _name_office(session: Session, _context: object, _instances: object) -> None:
    office_id = session.info["office_id"]
    for row in session.new:
        if isinstance(row, OfOffice):
            if row.office_id is None:
                row.office_id = office_id
            elif office_id is not None and row.office_id != office_id:
                raise RuntimeError("A row of another office was added.")
