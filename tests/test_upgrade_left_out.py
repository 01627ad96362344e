"""Bringing an old database up takes out of it the lines of letters that name whom they answered."""

import json
from pathlib import Path

from sqlalchemy import text

from correspondence import db
from correspondence.config import sqlite_url

LINES = [
    {"text": "14 Acacia Avenue", "why": "Address or reference above the greeting.", "after": 0},
    {"text": "Dear Mrs Oakes,", "why": "The greeting: it names the person who was answered.", "after": 0},
    {"text": "To: Ann Oakes", "why": "It tells about the text and is kept with the source.", "after": 0},
    {"text": "Our pier", "why": "A heading.", "after": 1024},
    {"text": "> I am ill.", "why": "The mail that was answered: not our words.", "after": 2048},
]

SOURCE = """
    INSERT INTO source (id, office_id, title, author, publisher, url, voice, kind, file_name, original, hash,
        left_out, questions, created_at)
    VALUES (1, 1, '', '', '', '', 'office', 'reply', '', x'00', 'h', :lines, '[]', '2026-01-01 00:00:00')
"""


def test_old_lines_that_tell_of_a_person_keep_their_kind_alone(tmp_path: Path) -> None:
    engine = db.make_engine(sqlite_url(tmp_path / "old.sqlite3"))
    with db.migrating(engine) as connection:
        db.migrate(connection, "0004")
        columns = [row[1] for row in connection.execute(text("PRAGMA table_info(office)"))]
        given = {"id": 1, "name": "Northmoor", "created_at": "2026-01-01 00:00:00"}
        row = {name: given.get(name, "") for name in columns}
        marks = ", ".join(f":{name}" for name in row)
        connection.execute(text(f"INSERT INTO office VALUES ({marks})"), row)  # noqa: S608
        connection.execute(text(SOURCE), {"lines": json.dumps(LINES)})
        db.migrate(connection)
        left = json.loads(connection.execute(text("SELECT left_out FROM source")).scalar_one())
    engine.dispose()
    assert [line["text"] for line in left] == ["", "", "", "Our pier", ""]
    assert [line.get("removed") for line in left] == [
        [{"kind": "address"}], [{"kind": "name"}], [{"kind": "name"}], None, [{"kind": "case details"}]
    ]  # fmt: skip
