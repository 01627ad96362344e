"""kill -9 at random moments: what was acknowledged is there, and nothing is there by half."""

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

from correspondence import db
from correspondence.config import CHECKOUT
from correspondence.db import make_engine
from correspondence.house.check import inside
from correspondence.models import AuditEvent, Block, Draft, Figure, Message, Source
from tests.conftest import NOW
from tests.crashing import letter, saved_text

KILLS = {"sqlite": 25, "postgresql": 5}  # a server sees no more of a kill than a closed connection
LONGEST_S = 0.08  # a few times what one act takes
ROOM = 1000  # numbers for each life

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
