"""Every change that is ever saved is a row: the pages that tell of some find them without reading all."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, insert, text

from correspondence.models import AuditEvent
from tests.conftest import NOW
from tests.web.browser import Browser

DONE = (
    ("edit", "Block"), ("insert", "Block"), ("remove", "Block"), ("add", "Draft"), ("receive", "Message"),
    ("revise", "Paragraph"), ("approve", "Paragraph"), ("import", "Source"), ("sign in", "SignIn"),
)  # fmt: skip


@pytest.fixture
def much_done(engine: Engine, ours: dict[str, int]) -> None:
    """As much as an office does in a month."""
    rows = [
        {
            "office_id": ours["office"],
            "at": NOW - number * dt.timedelta(minutes=10),
            "act": DONE[number % len(DONE)][0],
            "noun": DONE[number % len(DONE)][1],
            "noun_id": 100 + number,
            "detail": {},
        }
        for number in range(5_000)
    ]
    with engine.begin() as connection:
        connection.execute(insert(AuditEvent), rows)
        connection.execute(text("ANALYZE"))
    engine.dispose()  # what a database knows of its tables is read once by each connection


@pytest.mark.parametrize(
    ("page", "index"),
    [
        ("paragraphs/{paragraph}", "ix_audit_event_office_id_noun_noun_id"),
        ("digest", "ix_audit_event_office_id_noun_act_at"),
        ("gaps", "ix_audit_event_office_id_noun_act_at"),
    ],
)
def test_a_page_finds_what_was_done_by_an_index(
    engine: Engine, as_cas: Browser, ours: dict[str, int], much_done: None, page: str, index: str
) -> None:
    plans: list[str] = []
    explain = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"

    def note(connection: Connection, _cursor: object, statement: str, values: Any, *_: object) -> None:
        if "FROM audit_event" in statement:
            asked = connection.connection.cursor()
            asked.execute(f"{explain} {statement}", values)
            plans.append(str(asked.fetchall()))

    event.listen(engine, "before_cursor_execute", note)
    as_cas.get(f"/bank/{page}".format(**ours))
    event.remove(engine, "before_cursor_execute", note)
    assert any(index in plan for plan in plans)
    assert [plan for plan in plans if "ix_audit_event_office_id_" not in plan] == []
