"""kill -9 at random moments: what was acknowledged is there, and nothing is there by half."""

import datetime as dt
import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from correspondence import db, worker
from correspondence.bank import imports
from correspondence.config import CHECKOUT
from correspondence.db import make_engine
from correspondence.harvest import Told
from correspondence.house.check import inside
from correspondence.intake.archive import Found
from correspondence.models import AuditEvent, Block, Draft, Figure, Import, ImportFile, Message, Source
from tests.conftest import NOW
from tests.crashing import letter, no_encoder, saved_text

KILLS = {"sqlite": 25, "postgresql": 5}  # a server sees no more of a kill than a closed connection
LONGEST_S = 0.08  # a few times what one act takes
ROOM = 1000  # numbers for each life
FILES = 20  # of an import

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither fork nor kill -9")
Victim = subprocess.Popen[str]


@pytest.fixture
def victim(engine: Engine, session: Session, ada_office: int) -> Iterator[Victim]:
    """The program to be killed, with a draft of one block to work on."""
    body = b"When will the quay be mended?"
    message = Message(
        body=body.decode(), original=body, hash=hashlib.sha256(body).hexdigest(), received_at=NOW
    )
    session.add(Draft(message=message, blocks=[Block(kind="own", text=saved_text(1))], created_at=NOW))
    session.commit()
    url = engine.url.render_as_string(hide_password=False)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.crashing", url, str(ada_office)],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as victim:
        yield victim
        assert victim.stdin is not None
        victim.stdin.close()


def kill_often(victim: Victim, act: str, kills: int) -> list[int]:
    """Let it live and die so often. Returns the numbers it acknowledged."""
    chance = random.Random(act)
    assert victim.stdin is not None
    assert victim.stdout is not None
    did: list[int] = []
    for life in range(kills):
        victim.stdin.write(f"{act} {life * ROOM}\n")
        victim.stdin.flush()
        born = victim.stdout.readline().split()
        assert born[0] == "born"
        did.append(int(victim.stdout.readline().split()[1]))  # it is in its stride now
        time.sleep(chance.uniform(0, LONGEST_S))
        os.kill(int(born[1]), signal.SIGKILL)
        while (line := victim.stdout.readline().split()) != ["dead"]:
            did.append(int(line[1]))
    return did


def assert_whole(engine: Engine) -> None:
    """Opened anew, the database is whole by `check`'s own measure."""
    engine.dispose()
    again = make_engine(engine.url.render_as_string(hide_password=False))
    with again.connect() as connection:
        assert inside(connection) == []
    again.dispose()


def audited(session: Session, act: str) -> int:
    return session.scalar(select(func.count()).select_from(AuditEvent).where(AuditEvent.act == act)) or 0


def test_every_acknowledged_import_is_there_whole(victim: Victim, engine: Engine, ada_office: int) -> None:
    did = kill_often(victim, "import", KILLS[engine.dialect.name])
    assert_whole(engine)
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        there = {source.hash: source for source in session.scalars(select(Source))}
        assert {hashlib.sha256(letter(number)).hexdigest() for number in did} <= set(there)
        assert (
            len(did) <= len(there) <= len(did) + KILLS[engine.dialect.name]
        )  # of each life one may have come too late to say
        parts = {(len(source.paragraphs), figures_in(session, source)) for source in there.values()}
        assert len(parts) == 1  # every source has all of its paragraphs, with all of their figures
        assert audited(session, "import") == len(there)


def test_an_import_killed_half_way_and_begun_again_ends_as_an_unbroken_one(
    victim: Victim, engine: Engine, ada_office: int, dov_office: int
) -> None:
    """Dov's office has the same files, and nothing disturbs it."""
    give_files(engine, dov_office)
    worker.run_pending(engine, no_encoder, lambda: NOW)
    give_files(engine, ada_office)
    did = kill_often(victim, "work", 5 if engine.dialect.name == "sqlite" else 3)
    assert_whole(engine)
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        far = imports.progress(session, session.scalars(select(Import)).one())
    assert len(did) <= far.done < far.total == FILES + 2  # there was something left to go on with
    worker.run_pending(engine, no_encoder, lambda: NOW + dt.timedelta(days=ROOM * ROOM))
    assert_whole(engine)
    assert became(engine, ada_office) == became(engine, dov_office)


def give_files(engine: Engine, office: int) -> None:
    """Letters, a broken file and one of the letters twice, that wait to be read."""
    files = [Found(f"{number}.txt", letter(number)) for number in range(FILES)]
    files[3:3] = [Found("broken.docx", b"PK\x03\x04 no more"), Found("again.txt", letter(2))]
    with db.transaction(engine, office) as session:
        imports.begin(session, None, files, Told(voice="office"), NOW)


def became(engine: Engine, office: int) -> list[object]:
    """What became of each file: its state, its Source, the words, state and figures of each Paragraph."""
    with db.make_session(engine, write=False, office_id=office) as session:
        rows = session.scalars(db.mine(session, ImportFile).order_by(ImportFile.id)).all()
        files = [(row.name, row.state, row.why, row.original) for row in rows]
        sources = [source_as_it_is(row.source) for row in rows if row.source is not None]
        return [files, sources, session.scalars(select(AuditEvent.act).order_by(AuditEvent.id)).all()]


def source_as_it_is(source: Source) -> list[object]:
    facts = (source.file_name, source.hash, source.title, source.date, source.left_out, source.questions)
    paragraphs = [
        (row.position, row.state, row.kind, row.title, row.version.text, row.version.voice, row.review_date)
        for row in source.paragraphs
    ]
    found = [figure for row in source.paragraphs for figure in row.version.figures]
    return [facts, paragraphs, [(figure.text, figure.value, figure.as_of) for figure in found]]


def figures_in(session: Session, source: Source) -> int:
    keys = [paragraph.version.id for paragraph in source.paragraphs]
    return session.scalar(select(func.count()).select_from(Figure).where(Figure.version_id.in_(keys))) or 0


def test_every_acknowledged_save_is_there_with_its_audit(
    victim: Victim, engine: Engine, ada_office: int
) -> None:
    did = kill_often(victim, "save", KILLS[engine.dialect.name])
    assert_whole(engine)
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        block = db.one(session, Block, 1)
        assert did == sorted(set(did))
        assert block.edit >= did[-1]
        assert block.text == saved_text(block.edit)
        assert audited(session, "edit") == block.edit - 1


def test_every_acknowledged_export_is_in_the_audit(victim: Victim, engine: Engine, ada_office: int) -> None:
    did = kill_often(victim, "export", KILLS[engine.dialect.name])
    assert_whole(engine)
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        assert len(did) <= audited(session, "export") <= len(did) + KILLS[engine.dialect.name]
        assert db.one(session, Block, 1).text == saved_text(1)
